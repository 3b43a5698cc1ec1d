#!/usr/bin/env python3
# Generated from HFO_Tooling::ToolingEnablement (ssot/hfo/tooling.sysml) and 11 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The command line of Hive Fleet Obsidian."""

from __future__ import annotations

import os
import sys

if (
    __name__ == "__main__" and not __package__
):  # run as a file: its folder holds no modules to import from
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    __package__ = "hfo"

from typing import Annotated

import typer

from hfo import __version__, console
from hfo.types.hfo_signals import MissionStatus, WorkflowKind

__all__ = ["app", "main"]

app = typer.Typer(
    name="hfo",
    help="Hive Fleet Obsidian",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(is_asked: bool) -> None:
    if is_asked:
        typer.echo(f"hfo {__version__}")
        raise typer.Exit


@app.callback()
def _group(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Hive Fleet Obsidian"""


db_commands = console.group(app, "db", description="The database.")
tooling_commands = console.group(app, "tooling", description="Commands about tooling.")
mission_commands = console.group(app, "mission", description="Commands about mission.")
prey_commands = console.group(app, "prey", description="Commands about prey.")
doctrine_commands = console.group(
    app, "doctrine", description="Commands about doctrine."
)
agent_run_commands = console.group(
    app, "agent-run", description="Rows of the table agent_runs."
)
knowledge_vector_commands = console.group(
    app, "knowledge-vector", description="Rows of the table knowledge_vectors."
)
quorum_vote_commands = console.group(
    app, "quorum-vote", description="Rows of the table quorum_votes."
)

Steps = Annotated[
    str | None,
    typer.Option(
        "--steps",
        metavar="MODULE:NAME",
        help="Who does the steps the model leaves open: a class or an object.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Limit = Annotated[int, typer.Option("--limit", min=1, help="Most rows shown.")]


@tooling_commands.command("check")
def tooling_check(
    major: Annotated[int | None, typer.Option("--major")] = None,
    minor: Annotated[int | None, typer.Option("--minor")] = None,
    steps: Steps = None,
    json: Json = False,
) -> None:
    """Check that the tooling baseline holds."""
    console.run_workflow(
        "tooling_enablement",
        {"major": major, "minor": minor},
        steps,
        as_json=json,
    )


@mission_commands.command("run")
def mission_run(
    signal: Annotated[
        str, typer.Option("--signal", help="As JSON or text: MissionSignal.")
    ],
    steps: Steps = None,
    json: Json = False,
) -> None:
    """Run one mission from a signal to its digest."""
    console.run_workflow(
        "mission_lifecycle",
        {"signal": signal},
        steps,
        as_json=json,
    )


@prey_commands.command("run")
def prey_run(
    intent: Annotated[
        str, typer.Option("--intent", help="As JSON or text: MissionIntent.")
    ],
    limit: Annotated[int | None, typer.Option("--limit")] = None,
    steps: Steps = None,
    json: Json = False,
) -> None:
    """Work an intent in short cycles until it is approved."""
    console.run_workflow(
        "prey_loop",
        {"intent": intent, "limit": limit},
        steps,
        as_json=json,
    )


@doctrine_commands.command("show")
def doctrine_show(
    selection: Annotated[WorkflowKind, typer.Option("--selection")],
    json: Json = False,
) -> None:
    """Show how a workflow proceeds."""
    console.run_workflow(
        "workflow_selection",
        {"selection": selection},
        None,
        as_json=json,
    )


@mission_commands.command("list")
def mission_list(
    status: Annotated[MissionStatus | None, typer.Option("--status")] = None,
    steps: Steps = None,
    json: Json = False,
) -> None:
    """List the missions."""
    console.run_workflow(
        "list_missions",
        {"status": status},
        steps,
        as_json=json,
    )


@mission_commands.command("show")
def mission_show(
    mission_id: Annotated[str, typer.Option("--mission-id")],
    steps: Steps = None,
    json: Json = False,
) -> None:
    """Show one mission."""
    console.run_workflow(
        "show_mission",
        {"mission_id": mission_id},
        steps,
        as_json=json,
    )


@agent_run_commands.command("list")
def agent_run_list(limit: Limit = 50, json: Json = False) -> None:
    """List rows."""
    console.list_rows("agent_runs", limit, as_json=json)


@agent_run_commands.command("show")
def agent_run_show(key: Annotated[list[str], typer.Argument(metavar="RUN_ID")]) -> None:
    """Show one row as JSON."""
    console.show_row("agent_runs", key)


@knowledge_vector_commands.command("list")
def knowledge_vector_list(limit: Limit = 50, json: Json = False) -> None:
    """List rows."""
    console.list_rows("knowledge_vectors", limit, as_json=json)


@knowledge_vector_commands.command("show")
def knowledge_vector_show(
    key: Annotated[list[str], typer.Argument(metavar="VECTOR_ID")],
) -> None:
    """Show one row as JSON."""
    console.show_row("knowledge_vectors", key)


@quorum_vote_commands.command("list")
def quorum_vote_list(limit: Limit = 50, json: Json = False) -> None:
    """List rows."""
    console.list_rows("quorum_votes", limit, as_json=json)


@quorum_vote_commands.command("show")
def quorum_vote_show(
    key: Annotated[list[str], typer.Argument(metavar="REVIEWER MISSION_ID")],
) -> None:
    """Show one row as JSON."""
    console.show_row("quorum_votes", key)


WORKFLOWS = (
    "list_missions",
    "mission_lifecycle",
    "persona_war_chest_pipeline",
    "prey_cycle",
    "prey_loop",
    "show_mission",
    "tooling_enablement",
    "workflow_selection",
)


@app.command("run")
def run(
    workflow: Annotated[str, typer.Argument(help="One of: " + ", ".join(WORKFLOWS))],
    inputs: Annotated[
        str, typer.Option("--inputs", help="A JSON object, or @FILE.")
    ] = "{}",
    steps: Steps = None,
) -> None:
    """Run any workflow on inputs given as JSON, and print its result as JSON."""
    if workflow not in WORKFLOWS:
        raise typer.BadParameter(f"{workflow!r} is none of {', '.join(WORKFLOWS)}")
    console.run_workflow(workflow, console.json_object(inputs), steps, as_json=True)


@db_commands.command("upgrade")
def upgrade(
    revision: Annotated[
        str, typer.Argument(help="A revision, by default the newest.")
    ] = "head",
    json: Json = False,
) -> None:
    """Bring the database of DATABASE_URL forward."""
    from hfo.persistence import session

    session.upgrade(revision=revision)
    console.show_revision(as_json=json)


@db_commands.command("downgrade")
def downgrade(
    revision: Annotated[
        str, typer.Argument(help="A revision, `-1` for the one before, or `base`.")
    ],
    json: Json = False,
) -> None:
    """Take the database of DATABASE_URL back."""
    from hfo.persistence import session

    session.downgrade(revision=revision)
    console.show_revision(as_json=json)


@db_commands.command("status")
def status(json: Json = False) -> None:
    """Print the revision of the database; fail when it is not the newest."""
    if not console.show_revision(as_json=json):
        raise typer.Exit(1)


def main() -> None:
    """Run the command line."""
    console.guarded(lambda: app(prog_name="hfo"))


if __name__ == "__main__":
    main()
