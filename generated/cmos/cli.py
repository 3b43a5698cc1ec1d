#!/usr/bin/env python3
# Generated from CMOS_Contexts::Decide (ssot/cmos/contexts.sysml) and 39 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The command line of CMOS."""

from __future__ import annotations

import os
import sys

if (
    __name__ == "__main__" and not __package__
):  # run as a file: its folder holds no modules to import from
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    __package__ = "cmos"

from typing import Annotated

import typer

from cmos import __version__, console
from cmos.types.cmos_domain import DecisionKind, MissionStatus, OrchestrationPattern
from cmos.types.cmos_health import Occasion

__all__ = ["app", "main"]

app = typer.Typer(
    name="cmos",
    help="CMOS",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(is_asked: bool) -> None:
    if is_asked:
        typer.echo(f"cmos {__version__}")
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
    """CMOS"""


db_commands = console.group(app, "db", description="The database.")
context_commands = console.group(app, "context", description="Commands about context.")
db_export_commands = console.group(
    db_commands, "export", description="Commands about export."
)
research_commands = console.group(
    app, "research", description="Commands about research."
)
validate_commands = console.group(
    app, "validate", description="Commands about validate."
)
db_show_commands = console.group(
    db_commands, "show", description="Commands about show."
)
checklist_commands = console.group(
    app, "checklist", description="Commands about checklist."
)
starter_commands = console.group(app, "starter", description="Commands about starter.")
mission_commands = console.group(app, "mission", description="Commands about mission.")
decision_commands = console.group(
    app, "decision", description="Rows of the table decisions."
)
mission_dependency_commands = console.group(
    app, "mission-dependency", description="Rows of the table mission_dependencies."
)
session_event_commands = console.group(
    app, "session-event", description="Rows of the table session_events."
)
session_commands = console.group(
    app, "session", description="Rows of the table sessions."
)
sprint_commands = console.group(app, "sprint", description="Rows of the table sprints.")

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


@context_commands.command("decide")
def context_decide(
    text: Annotated[
        str,
        typer.Argument(metavar="TEXT", help="What was decided.", show_default=False),
    ],
    kind: Annotated[DecisionKind | None, typer.Option("--kind")] = None,
    rationale: Annotated[str | None, typer.Option("--rationale", help="Why.")] = None,
    mission: Annotated[
        str | None, typer.Option("--mission", help="The mission it comes from.")
    ] = None,
    steps: Steps = None,
    json: Json = False,
) -> None:
    """Add a decision, a constraint or an insight to the master context."""
    console.run_workflow(
        "decide",
        {"text": text, "kind": kind, "rationale": rationale, "mission": mission},
        steps,
        as_json=json,
    )


@db_export_commands.command("contexts")
def db_export_contexts(
    output: Annotated[str | None, typer.Option("--output", help="The folder.")] = None,
    steps: Steps = None,
    json: Json = False,
) -> None:
    """Export the project and master contexts to files."""
    console.run_workflow(
        "export_contexts",
        {"output": output},
        steps,
        as_json=json,
    )


@research_commands.command("export")
def research_export(
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="The mission.", show_default=False)
    ],
    steps: Steps = None,
    json: Json = False,
) -> None:
    """Export the report of a research mission as Markdown."""
    console.run_workflow(
        "export_research",
        {"id_": id_},
        steps,
        as_json=json,
    )


@app.command("seed")
def seed(
    data_root: Annotated[
        str | None,
        typer.Option(
            "--data-root",
            help="A folder with `missions/backlog.yaml`, as the mirror is.",
        ),
    ] = None,
    steps: Steps = None,
    json: Json = False,
) -> None:
    """Make the database, and import a backlog from a folder."""
    console.run_workflow(
        "seed_2",
        {"data_root": data_root},
        steps,
        as_json=json,
    )


@validate_commands.command("health")
def validate_health(
    steps: Steps = None,
    json: Json = False,
) -> None:
    """Check the database; 1 when something is wrong."""
    console.run_workflow(
        "validate_health",
        {},
        steps,
        as_json=json,
    )


@db_show_commands.command("current")
def db_show_current(
    steps: Steps = None,
    json: Json = False,
) -> None:
    """Show health, the current mission and the last sessions."""
    console.run_workflow(
        "show_current",
        {},
        steps,
        as_json=json,
    )


@validate_commands.command("docs")
def validate_docs(
    folder: Annotated[
        str | None, typer.Option("--folder", help="Where the documents are.")
    ] = None,
    steps: Steps = None,
    json: Json = False,
) -> None:
    """Check the links of all documents; 1 when one is broken."""
    console.run_workflow(
        "validate_docs",
        {"folder": folder},
        steps,
        as_json=json,
    )


@checklist_commands.command("mission")
def checklist_mission(
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="The mission.", show_default=False)
    ],
    steps: Steps = None,
    json: Json = False,
) -> None:
    """Show what has to hold before a mission is closed."""
    console.run_workflow(
        "mission_checklist",
        {"id_": id_},
        steps,
        as_json=json,
    )


@checklist_commands.command("show")
def checklist_show(
    occasion: Annotated[
        Occasion, typer.Argument(metavar="OCCASION", help="When.", show_default=False)
    ],
    json: Json = False,
) -> None:
    """Show what people see to on an occasion."""
    console.run_workflow(
        "duties",
        {"occasion": occasion},
        None,
        as_json=json,
    )


@starter_commands.command("package")
def starter_package(
    steps: Steps = None,
    json: Json = False,
) -> None:
    """Write the starter to cmos/dist."""
    console.run_workflow(
        "package_starter",
        {},
        steps,
        as_json=json,
    )


@starter_commands.command("reset")
def starter_reset(
    confirmed: Annotated[
        bool | None,
        typer.Option(
            "--confirmed/--no-confirmed", help="Whether that is really wanted."
        ),
    ] = None,
    steps: Steps = None,
    json: Json = False,
) -> None:
    """Remove all missions, sessions and decisions."""
    console.run_workflow(
        "reset_starter",
        {"confirmed": confirmed},
        steps,
        as_json=json,
    )


@mission_commands.command("add")
def mission_add(
    id_: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="Short and unique, as M7.", show_default=False
        ),
    ],
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="What is to be done.", show_default=False),
    ],
    sprint: Annotated[
        str | None, typer.Option("--sprint", help="The sprint it belongs to.")
    ] = None,
    pattern: Annotated[
        OrchestrationPattern | None,
        typer.Option("--pattern", help="The one way in which it is carried out."),
    ] = None,
    rationale: Annotated[
        str | None, typer.Option("--rationale", help="Why that way.")
    ] = None,
    research: Annotated[
        bool | None,
        typer.Option(
            "--research/--no-research", help="Whether its result is a report."
        ),
    ] = None,
    notes: Annotated[str | None, typer.Option("--notes")] = None,
    steps: Steps = None,
    json: Json = False,
) -> None:
    """Add a mission to the backlog."""
    console.run_workflow(
        "add_mission",
        {
            "id_": id_,
            "name": name,
            "sprint": sprint,
            "pattern": pattern,
            "rationale": rationale,
            "research": research,
            "notes": notes,
        },
        steps,
        as_json=json,
    )


@mission_commands.command("update")
def mission_update(
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="The mission.", show_default=False)
    ],
    status: Annotated[MissionStatus | None, typer.Option("--status")] = None,
    notes: Annotated[
        str | None, typer.Option("--notes", help="Added to its notes.")
    ] = None,
    name: Annotated[str | None, typer.Option("--name")] = None,
    sprint: Annotated[str | None, typer.Option("--sprint")] = None,
    pattern: Annotated[OrchestrationPattern | None, typer.Option("--pattern")] = None,
    rationale: Annotated[str | None, typer.Option("--rationale")] = None,
    needs: Annotated[
        list[str] | None,
        typer.Option("--needs", help="What would unblock it. May be repeated."),
    ] = None,
    details: Annotated[
        str | None,
        typer.Option("--details", help="Metadata. As JSON or text: JsonValue | None."),
    ] = None,
    steps: Steps = None,
    json: Json = False,
) -> None:
    """Change a mission of the backlog."""
    console.run_workflow(
        "update_mission",
        {
            "id_": id_,
            "status": status,
            "notes": notes,
            "name": name,
            "sprint": sprint,
            "pattern": pattern,
            "rationale": rationale,
            "needs": needs,
            "details": details,
        },
        steps,
        as_json=json,
    )


@mission_commands.command("depends")
def mission_depends(
    from_: Annotated[
        str,
        typer.Argument(
            metavar="FROM", help="The mission that waits.", show_default=False
        ),
    ],
    to: Annotated[
        str,
        typer.Argument(
            metavar="TO", help="The mission it waits for.", show_default=False
        ),
    ],
    type_: Annotated[
        str | None, typer.Option("--type", help="A label for the dependency.")
    ] = None,
    steps: Steps = None,
    json: Json = False,
) -> None:
    """Let a mission wait for another one."""
    console.run_workflow(
        "add_dependency",
        {"from_": from_, "to": to, "type_": type_},
        steps,
        as_json=json,
    )


@mission_commands.command("start")
def mission_start(
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="The mission.", show_default=False)
    ],
    summary: Annotated[
        str, typer.Option("--summary", help="What the session is about.")
    ],
    agent: Annotated[
        str | None, typer.Option("--agent", help="Who works on it.")
    ] = None,
    steps: Steps = None,
    json: Json = False,
) -> None:
    """Start a mission: it is in progress, and a session begins."""
    console.run_workflow(
        "start_mission",
        {"id_": id_, "summary": summary, "agent": agent},
        steps,
        as_json=json,
    )


@mission_commands.command("complete")
def mission_complete(
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="The mission.", show_default=False)
    ],
    summary: Annotated[
        str, typer.Option("--summary", help="What the session was about.")
    ],
    notes: Annotated[
        str, typer.Option("--notes", help="Results, tests that were run, follow-ups.")
    ],
    next_hint: Annotated[
        str | None,
        typer.Option(
            "--next-hint",
            help="What to do next; by default the mission that is promoted.",
        ),
    ] = None,
    agent: Annotated[
        str | None, typer.Option("--agent", help="Who worked on it.")
    ] = None,
    steps: Steps = None,
    json: Json = False,
) -> None:
    """Complete a mission; the next one is promoted."""
    console.run_workflow(
        "complete_mission",
        {
            "id_": id_,
            "summary": summary,
            "notes": notes,
            "next_hint": next_hint,
            "agent": agent,
        },
        steps,
        as_json=json,
    )


@mission_commands.command("block")
def mission_block(
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="The mission.", show_default=False)
    ],
    summary: Annotated[str, typer.Option("--summary", help="Why it cannot go on.")],
    needs: Annotated[
        list[str],
        typer.Option("--needs", help="What would unblock it. May be repeated."),
    ],
    notes: Annotated[str | None, typer.Option("--notes")] = None,
    agent: Annotated[
        str | None, typer.Option("--agent", help="Who worked on it.")
    ] = None,
    steps: Steps = None,
    json: Json = False,
) -> None:
    """Block a mission and say what it needs."""
    console.run_workflow(
        "block_mission",
        {
            "id_": id_,
            "summary": summary,
            "needs": needs,
            "notes": notes,
            "agent": agent,
        },
        steps,
        as_json=json,
    )


@mission_commands.command("review")
def mission_review(
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="The mission.", show_default=False)
    ],
    by: Annotated[str, typer.Option("--by", help="Who has reviewed it.")],
    notes: Annotated[
        str, typer.Option("--notes", help="What was found and how it was mended.")
    ],
    steps: Steps = None,
    json: Json = False,
) -> None:
    """Note that a person has reviewed a mission."""
    console.run_workflow(
        "review_mission",
        {"id_": id_, "by": by, "notes": notes},
        steps,
        as_json=json,
    )


@mission_commands.command("run")
def mission_run(
    id_: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="The mission; it has to be in progress.",
            show_default=False,
        ),
    ],
    limit: Annotated[
        int | None, typer.Option("--limit", help="Iterations, workers or steps.")
    ] = None,
    steps: Steps = None,
    json: Json = False,
) -> None:
    """Carry a mission out by its orchestration pattern."""
    console.run_workflow(
        "run_mission",
        {"id_": id_, "limit": limit},
        steps,
        as_json=json,
    )


@db_export_commands.command("backlog")
def db_export_backlog(
    output: Annotated[
        str | None,
        typer.Option("--output", help="Where to; `.json` and `.yaml` are known."),
    ] = None,
    steps: Steps = None,
    json: Json = False,
) -> None:
    """Export the backlog to a file."""
    console.run_workflow(
        "export_backlog",
        {"output": output},
        steps,
        as_json=json,
    )


@db_show_commands.command("backlog")
def db_show_backlog(
    steps: Steps = None,
    json: Json = False,
) -> None:
    """Show the backlog."""
    console.run_workflow(
        "show_backlog",
        {},
        steps,
        as_json=json,
    )


@mission_commands.command("status")
def mission_status(
    steps: Steps = None,
    json: Json = False,
) -> None:
    """Show the open missions and the next one."""
    console.run_workflow(
        "mission_overview",
        {},
        steps,
        as_json=json,
    )


@mission_commands.command("next")
def mission_next(
    steps: Steps = None,
    json: Json = False,
) -> None:
    """Show the mission to work on."""
    console.run_workflow(
        "next_candidate",
        {},
        steps,
        as_json=json,
    )


@context_commands.command("list")
def context_list(limit: Limit = 50, json: Json = False) -> None:
    """List rows."""
    console.list_rows("contexts", limit, as_json=json)


@context_commands.command("show")
def context_show(key: Annotated[list[str], typer.Argument(metavar="NAME")]) -> None:
    """Show one row as JSON."""
    console.show_row("contexts", key)


@decision_commands.command("list")
def decision_list(limit: Limit = 50, json: Json = False) -> None:
    """List rows."""
    console.list_rows("decisions", limit, as_json=json)


@decision_commands.command("show")
def decision_show(key: Annotated[list[str], typer.Argument(metavar="NUMBER")]) -> None:
    """Show one row as JSON."""
    console.show_row("decisions", key)


@mission_dependency_commands.command("list")
def mission_dependency_list(limit: Limit = 50, json: Json = False) -> None:
    """List rows."""
    console.list_rows("mission_dependencies", limit, as_json=json)


@mission_dependency_commands.command("show")
def mission_dependency_show(
    key: Annotated[list[str], typer.Argument(metavar="DEPENDENT_ID REQUIRED_ID")],
) -> None:
    """Show one row as JSON."""
    console.show_row("mission_dependencies", key)


@mission_commands.command("list")
def mission_list(limit: Limit = 50, json: Json = False) -> None:
    """List rows."""
    console.list_rows("missions", limit, as_json=json)


@mission_commands.command("show")
def mission_show(key: Annotated[list[str], typer.Argument(metavar="ID")]) -> None:
    """Show one row as JSON."""
    console.show_row("missions", key)


@session_event_commands.command("list")
def session_event_list(limit: Limit = 50, json: Json = False) -> None:
    """List rows."""
    console.list_rows("session_events", limit, as_json=json)


@session_event_commands.command("show")
def session_event_show(
    key: Annotated[list[str], typer.Argument(metavar="NUMBER")],
) -> None:
    """Show one row as JSON."""
    console.show_row("session_events", key)


@session_commands.command("list")
def session_list(limit: Limit = 50, json: Json = False) -> None:
    """List rows."""
    console.list_rows("sessions", limit, as_json=json)


@session_commands.command("show")
def session_show(key: Annotated[list[str], typer.Argument(metavar="NUMBER")]) -> None:
    """Show one row as JSON."""
    console.show_row("sessions", key)


@sprint_commands.command("list")
def sprint_list(limit: Limit = 50, json: Json = False) -> None:
    """List rows."""
    console.list_rows("sprints", limit, as_json=json)


@sprint_commands.command("show")
def sprint_show(key: Annotated[list[str], typer.Argument(metavar="NAME")]) -> None:
    """Show one row as JSON."""
    console.show_row("sprints", key)


WORKFLOWS = (
    "add_dependency",
    "add_mission",
    "backlog_mirror",
    "block_mission",
    "boomerang",
    "close_session",
    "complete_mission",
    "decide",
    "delegate_all",
    "duties",
    "export_backlog",
    "export_contexts",
    "export_research",
    "master_context_mirror",
    "mission_checklist",
    "mission_overview",
    "next_candidate",
    "package_starter",
    "project_context_mirror",
    "promote_next",
    "record_event",
    "refine",
    "reset_starter",
    "review_mission",
    "run_mission",
    "seed_2",
    "sessions_mirror",
    "show_backlog",
    "show_current",
    "start_mission",
    "update_mission",
    "validate_docs",
    "validate_health",
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
    from cmos.persistence import session

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
    from cmos.persistence import session

    session.downgrade(revision=revision)
    console.show_revision(as_json=json)


@db_commands.command("status")
def status(json: Json = False) -> None:
    """Print the revision of the database; fail when it is not the newest."""
    if not console.show_revision(as_json=json):
        raise typer.Exit(1)


def main() -> None:
    """Run the command line."""
    console.guarded(lambda: app(prog_name="cmos"))


if __name__ == "__main__":
    main()
