#!/usr/bin/env python3
# Generated from AIOS_Agents::Init (ssot/aios/agents.sysml) and 79 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The command line of AI Workflow OS."""

from __future__ import annotations

import os
import sys

if (
    __name__ == "__main__" and not __package__
):  # run as a file: its folder holds no modules to import from
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    __package__ = "aios"

from typing import Annotated

import typer

from aios import __version__, console
from aios.types.aios_authority import RoleMode
from aios.types.aios_domain import (
    AgentKind,
    Dimension,
    Gate,
    IssueType,
    Persona,
    Priority,
    ProposalStatus,
    QueueName,
    TaskStatus,
)

__all__ = ["app", "main"]

app = typer.Typer(
    name="aios",
    help="AI Workflow OS",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(is_asked: bool) -> None:
    if is_asked:
        typer.echo(f"aios {__version__}")
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
    """AI Workflow OS"""


db_commands = console.group(app, "db", description="The database.")
agent_commands = console.group(app, "agent", description="Commands about agent.")
session_commands = console.group(app, "session", description="Commands about session.")
task_commands = console.group(app, "task", description="Commands about task.")
issue_commands = console.group(app, "issue", description="Commands about issue.")
proposal_commands = console.group(
    app, "proposal", description="Commands about proposal."
)
deviation_commands = console.group(
    app, "deviation", description="Commands about deviation."
)
gate_commands = console.group(app, "gate", description="Commands about gate.")
governance_commands = console.group(
    app, "governance", description="Commands about governance."
)
policy_commands = console.group(app, "policy", description="Commands about policy.")
queue_commands = console.group(app, "queue", description="Commands about queue.")
audit_commands = console.group(app, "audit", description="Commands about audit.")
report_commands = console.group(app, "report", description="Commands about report.")
review_commands = console.group(app, "review", description="Commands about review.")
access_refusal_commands = console.group(
    app, "access-refusal", description="Rows of the table access_refusals."
)
agent_record_commands = console.group(
    app, "agent-record", description="Rows of the table agents."
)
audit_entry_commands = console.group(
    app, "audit-entry", description="Rows of the table audit_entries."
)
freeze_record_commands = console.group(
    app, "freeze-record", description="Rows of the table freezes."
)
project_commands = console.group(
    app, "project", description="Rows of the table project."
)
task_queue_commands = console.group(
    app, "task-queue", description="Rows of the table queues."
)
review_check_commands = console.group(
    app, "review-check", description="Rows of the table review_checks."
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
Session = Annotated[
    str | None,
    typer.Option(
        "--session",
        metavar="TOKEN",
        envvar="AIOS_SESSION",
        help="The token of the session that asks.",
    ),
]
Limit = Annotated[int, typer.Option("--limit", min=1, help="Most rows shown.")]


@app.command("init")
def init(
    title: Annotated[
        str | None, typer.Option("--title", help="What the project is called.")
    ] = None,
    owner: Annotated[
        str | None, typer.Option("--owner", help="The name of the project owner.")
    ] = None,
    hours: Annotated[
        int | None,
        typer.Option("--hours", help="How long the session of the owner lasts."),
    ] = None,
    steps: Steps = None,
    json: Json = False,
) -> None:
    """Set the system up; prints the token of the project owner, once."""
    console.run_workflow(
        "init",
        {"title": title, "owner": owner, "hours": hours},
        steps,
        as_json=json,
    )


@agent_commands.command("register")
def agent_register(
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="What it is called.", show_default=False),
    ],
    kind: Annotated[AgentKind | None, typer.Option("--kind")] = None,
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Register an agent or a person."""
    console.run_workflow(
        "agent_register",
        {"name": name, "kind": kind},
        steps,
        session=session,
        as_json=json,
    )


@agent_commands.command("list")
def agent_list(
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """List registered agents."""
    console.run_workflow(
        "agent_list",
        {},
        steps,
        session=session,
        as_json=json,
    )


@session_commands.command("create")
def session_create(
    agent_id: Annotated[
        str, typer.Argument(metavar="AGENT_ID", help="The agent.", show_default=False)
    ],
    role_mode: Annotated[RoleMode, typer.Option("--role-mode", help="What it may do.")],
    task_scope: Annotated[
        list[str] | None,
        typer.Option(
            "--task-scope", help="The tasks it may work on; * for any. May be repeated."
        ),
    ] = None,
    minutes: Annotated[
        int | None, typer.Option("--minutes", help="How long the session lasts.")
    ] = None,
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Create a session; prints its token, once."""
    console.run_workflow(
        "session_create",
        {
            "agent_id": agent_id,
            "role_mode": role_mode,
            "task_scope": task_scope,
            "minutes": minutes,
        },
        steps,
        session=session,
        as_json=json,
    )


@session_commands.command("terminate")
def session_terminate(
    session_id: Annotated[
        str | None,
        typer.Argument(
            metavar="SESSION_ID",
            help="The session; without it the own one.",
            show_default=False,
        ),
    ] = None,
    reason: Annotated[str | None, typer.Option("--reason", help="Why.")] = None,
    emergency: Annotated[
        bool | None,
        typer.Option(
            "--emergency/--no-emergency", help="Whether something went wrong."
        ),
    ] = None,
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """End a session, by default the own one."""
    console.run_workflow(
        "session_terminate",
        {"session_id": session_id, "reason": reason, "emergency": emergency},
        steps,
        session=session,
        as_json=json,
    )


@session_commands.command("list")
def session_list(
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """List sessions."""
    console.run_workflow(
        "session_list",
        {},
        steps,
        session=session,
        as_json=json,
    )


@app.command("freeze")
def freeze(
    reason: Annotated[str, typer.Option("--reason", help="Why.")],
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Freeze the system."""
    console.run_workflow(
        "freeze",
        {"reason": reason},
        steps,
        session=session,
        as_json=json,
    )


@app.command("unfreeze")
def unfreeze(
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Lift the freeze."""
    console.run_workflow(
        "unfreeze",
        {},
        steps,
        session=session,
        as_json=json,
    )


@task_commands.command("stop")
def task_stop(
    task_id: Annotated[
        str, typer.Argument(metavar="TASK_ID", help="The task.", show_default=False)
    ],
    reason: Annotated[str, typer.Option("--reason", help="Why.")],
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Emergency stop of a task."""
    console.run_workflow(
        "task_stop",
        {"task_id": task_id, "reason": reason},
        steps,
        session=session,
        as_json=json,
    )


@issue_commands.command("raise")
def issue_raise(
    type_: Annotated[
        IssueType,
        typer.Argument(metavar="TYPE", help="What kind of issue.", show_default=False),
    ],
    description: Annotated[
        str,
        typer.Argument(
            metavar="DESCRIPTION", help="What is wrong.", show_default=False
        ),
    ],
    task: Annotated[
        str | None, typer.Option("--task", help="The task it is about.")
    ] = None,
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Raise an issue."""
    console.run_workflow(
        "issue_raise",
        {"type_": type_, "description": description, "task": task},
        steps,
        session=session,
        as_json=json,
    )


@issue_commands.command("advance")
def issue_advance(
    number: Annotated[
        int, typer.Argument(metavar="NUMBER", help="The issue.", show_default=False)
    ],
    resolved: Annotated[
        bool | None,
        typer.Option("--resolved/--no-resolved", help="Whether it is resolved."),
    ] = None,
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Escalate or resolve an issue."""
    console.run_workflow(
        "issue_advance",
        {"number": number, "resolved": resolved},
        steps,
        session=session,
        as_json=json,
    )


@issue_commands.command("list")
def issue_list(
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Show open issues and whose turn it is."""
    console.run_workflow(
        "issue_list",
        {},
        steps,
        session=session,
        as_json=json,
    )


@proposal_commands.command("create")
def proposal_create(
    title: Annotated[
        str,
        typer.Argument(
            metavar="TITLE", help="What is to be changed.", show_default=False
        ),
    ],
    change: Annotated[str, typer.Option("--change", help="How it should read.")],
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Propose the change of a spec."""
    console.run_workflow(
        "proposal_create",
        {"title": title, "change": change},
        steps,
        session=session,
        as_json=json,
    )


@proposal_commands.command("decide")
def proposal_decide(
    proposal_id: Annotated[
        str,
        typer.Argument(metavar="PROPOSAL_ID", help="The proposal.", show_default=False),
    ],
    accepted: Annotated[
        bool, typer.Option("--accepted/--no-accepted", help="Whether it is accepted.")
    ],
    rationale: Annotated[str, typer.Option("--rationale", help="Why.")],
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Accept or reject a proposal."""
    console.run_workflow(
        "proposal_decide",
        {"proposal_id": proposal_id, "accepted": accepted, "rationale": rationale},
        steps,
        session=session,
        as_json=json,
    )


@proposal_commands.command("list")
def proposal_list(
    status: Annotated[ProposalStatus | None, typer.Option("--status")] = None,
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Show proposals and decisions."""
    console.run_workflow(
        "proposal_list",
        {"status": status},
        steps,
        session=session,
        as_json=json,
    )


@deviation_commands.command("declare")
def deviation_declare(
    topic: Annotated[
        str,
        typer.Argument(
            metavar="TOPIC", help="What is deviated from.", show_default=False
        ),
    ],
    reason: Annotated[str, typer.Option("--reason", help="Why.")],
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Declare an override of a spec."""
    console.run_workflow(
        "deviation_declare",
        {"topic": topic, "reason": reason},
        steps,
        session=session,
        as_json=json,
    )


@deviation_commands.command("resolve")
def deviation_resolve(
    deviation_id: Annotated[
        str,
        typer.Argument(
            metavar="DEVIATION_ID", help="The deviation.", show_default=False
        ),
    ],
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Resolve a deviation."""
    console.run_workflow(
        "deviation_resolve",
        {"deviation_id": deviation_id},
        steps,
        session=session,
        as_json=json,
    )


@gate_commands.command("check")
def gate_check(
    task_id: Annotated[str, typer.Option("--task-id", help="The task.")],
    gate: Annotated[Gate | None, typer.Option("--gate")] = None,
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Check the gates of a task."""
    console.run_workflow(
        "gate_check",
        {"task_id": task_id, "gate": gate},
        steps,
        session=session,
        as_json=json,
    )


@governance_commands.command("check")
def governance_check(
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Check governance."""
    console.run_workflow(
        "governance_check",
        {},
        steps,
        session=session,
        as_json=json,
    )


@policy_commands.command("check")
def policy_check(
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Fail when governance is violated."""
    console.run_workflow(
        "policy_check",
        {},
        steps,
        session=session,
        as_json=json,
    )


@app.command("metrics")
def metrics(
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Show the key metrics."""
    console.run_workflow(
        "metrics",
        {},
        steps,
        session=session,
        as_json=json,
    )


@app.command("health")
def health(
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Show the health of the system."""
    console.run_workflow(
        "health_check",
        {},
        steps,
        session=session,
        as_json=json,
    )


@queue_commands.command("status")
def queue_status(
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Check queue status."""
    console.run_workflow(
        "queue_overview",
        {},
        steps,
        session=session,
        as_json=json,
    )


@queue_commands.command("release")
def queue_release(
    queue: Annotated[
        QueueName,
        typer.Argument(metavar="QUEUE", help="The queue.", show_default=False),
    ],
    task: Annotated[
        str | None,
        typer.Option(
            "--task", help="The task whose lock is taken away; without it all of them."
        ),
    ] = None,
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Release a stuck queue."""
    console.run_workflow(
        "queue_release",
        {"queue": queue, "task": task},
        steps,
        session=session,
        as_json=json,
    )


@audit_commands.command("list")
def audit_list(
    task: Annotated[
        str | None, typer.Option("--task", help="The task it is about.")
    ] = None,
    agent: Annotated[str | None, typer.Option("--agent", help="Who did it.")] = None,
    hours: Annotated[
        int | None,
        typer.Option("--hours", help="Only what was done in the last hours."),
    ] = None,
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Show the audit trail."""
    console.run_workflow(
        "audit_list",
        {"task": task, "agent": agent, "hours": hours},
        steps,
        session=session,
        as_json=json,
    )


@report_commands.command("daily")
def report_daily(
    hours: Annotated[
        int | None, typer.Option("--hours", help="How long ago the last look was.")
    ] = None,
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Print the checklist of the day."""
    console.run_workflow(
        "daily_checklist",
        {"hours": hours},
        steps,
        session=session,
        as_json=json,
    )


@report_commands.command("weekly")
def report_weekly(
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Print the checklist of the weekly review."""
    console.run_workflow(
        "weekly_checklist",
        {},
        steps,
        session=session,
        as_json=json,
    )


@report_commands.command("monthly")
def report_monthly(
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Print the checklist of the maintenance."""
    console.run_workflow(
        "monthly_checklist",
        {},
        steps,
        session=session,
        as_json=json,
    )


@review_commands.command("submit")
def review_submit(
    task_id: Annotated[
        str, typer.Argument(metavar="TASK_ID", help="The task.", show_default=False)
    ],
    artifacts: Annotated[
        list[str] | None,
        typer.Option("--artifacts", help="What is to be reviewed. May be repeated."),
    ] = None,
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Submit the code of a task for review."""
    console.run_workflow(
        "review_submit",
        {"task_id": task_id, "artifacts": artifacts},
        steps,
        session=session,
        as_json=json,
    )


@review_commands.command("create-session")
def review_create_session(
    task_id: Annotated[
        str, typer.Argument(metavar="TASK_ID", help="The task.", show_default=False)
    ],
    persona: Annotated[
        Persona | None,
        typer.Option("--persona", help="The perspective of the reviewer."),
    ] = None,
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Begin the review of a submitted task."""
    console.run_workflow(
        "review_create_session",
        {"task_id": task_id, "persona": persona},
        steps,
        session=session,
        as_json=json,
    )


@review_commands.command("check")
def review_check(
    task_id: Annotated[
        str, typer.Argument(metavar="TASK_ID", help="The task.", show_default=False)
    ],
    dimension: Annotated[
        Dimension,
        typer.Argument(
            metavar="DIMENSION",
            help="Quality, Requirements, Completeness or Optimization.",
            show_default=False,
        ),
    ],
    critical: Annotated[
        int | None, typer.Option("--critical", help="Critical issues.")
    ] = None,
    major: Annotated[int | None, typer.Option("--major", help="Major issues.")] = None,
    minor: Annotated[int | None, typer.Option("--minor", help="Minor issues.")] = None,
    notes: Annotated[
        str | None, typer.Option("--notes", help="What was found.")
    ] = None,
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Note what was found in one dimension."""
    console.run_workflow(
        "check_dimension",
        {
            "task_id": task_id,
            "dimension": dimension,
            "critical": critical,
            "major": major,
            "minor": minor,
            "notes": notes,
        },
        steps,
        session=session,
        as_json=json,
    )


@review_commands.command("report")
def review_report(
    task_id: Annotated[
        str, typer.Argument(metavar="TASK_ID", help="The task.", show_default=False)
    ],
    summary: Annotated[
        str | None, typer.Option("--summary", help="In a few words.")
    ] = None,
    fundamental: Annotated[
        bool | None,
        typer.Option(
            "--fundamental/--no-fundamental",
            help="Whether there is a problem a person has to decide about.",
        ),
    ] = None,
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Close the review: the verdict follows from the findings."""
    console.run_workflow(
        "review_report",
        {"task_id": task_id, "summary": summary, "fundamental": fundamental},
        steps,
        session=session,
        as_json=json,
    )


@review_commands.command("approve")
def review_approve(
    task_id: Annotated[
        str, typer.Argument(metavar="TASK_ID", help="The task.", show_default=False)
    ],
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Hand an approved task to the final review."""
    console.run_workflow(
        "review_approve",
        {"task_id": task_id},
        steps,
        session=session,
        as_json=json,
    )


@review_commands.command("status")
def review_status(
    task_id: Annotated[
        str, typer.Argument(metavar="TASK_ID", help="The task.", show_default=False)
    ],
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Show the reviews of a task."""
    console.run_workflow(
        "review_list",
        {"task_id": task_id},
        steps,
        session=session,
        as_json=json,
    )


@task_commands.command("create")
def task_create(
    task_id: Annotated[
        str,
        typer.Argument(
            metavar="TASK_ID",
            help="Letters, digits, _ and -, as TASK_DEMO_0001.",
            show_default=False,
        ),
    ],
    title: Annotated[
        str,
        typer.Argument(metavar="TITLE", help="What is to be done.", show_default=False),
    ],
    queue: Annotated[QueueName | None, typer.Option("--queue")] = None,
    priority: Annotated[Priority | None, typer.Option("--priority")] = None,
    description: Annotated[str | None, typer.Option("--description")] = None,
    requirements: Annotated[
        list[str] | None,
        typer.Option(
            "--requirements", help="What has to be fulfilled. May be repeated."
        ),
    ] = None,
    part_of: Annotated[
        str | None, typer.Option("--part-of", help="The task it is decomposed from.")
    ] = None,
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Create a TaskCard in the inbox."""
    console.run_workflow(
        "task_create",
        {
            "task_id": task_id,
            "title": title,
            "queue": queue,
            "priority": priority,
            "description": description,
            "requirements": requirements,
            "part_of": part_of,
        },
        steps,
        session=session,
        as_json=json,
    )


@task_commands.command("triage")
def task_triage(
    task_id: Annotated[
        str, typer.Argument(metavar="TASK_ID", help="The task.", show_default=False)
    ],
    queue: Annotated[QueueName | None, typer.Option("--queue")] = None,
    priority: Annotated[Priority | None, typer.Option("--priority")] = None,
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Assign queue and priority."""
    console.run_workflow(
        "task_triage",
        {"task_id": task_id, "queue": queue, "priority": priority},
        steps,
        session=session,
        as_json=json,
    )


@task_commands.command("approve")
def task_approve(
    task_id: Annotated[
        str, typer.Argument(metavar="TASK_ID", help="The task.", show_default=False)
    ],
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Let a task begin."""
    console.run_workflow(
        "task_approve",
        {"task_id": task_id},
        steps,
        session=session,
        as_json=json,
    )


@task_commands.command("start")
def task_start(
    task_id: Annotated[
        str, typer.Argument(metavar="TASK_ID", help="The task.", show_default=False)
    ],
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Begin task execution."""
    console.run_workflow(
        "task_start",
        {"task_id": task_id},
        steps,
        session=session,
        as_json=json,
    )


@task_commands.command("artifact")
def task_artifact(
    task_id: Annotated[
        str, typer.Argument(metavar="TASK_ID", help="The task.", show_default=False)
    ],
    artifact: Annotated[
        str,
        typer.Argument(
            metavar="ARTIFACT", help="A path, or a branch.", show_default=False
        ),
    ],
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Note an artifact."""
    console.run_workflow(
        "task_artifact",
        {"task_id": task_id, "artifact": artifact},
        steps,
        session=session,
        as_json=json,
    )


@task_commands.command("finish")
def task_finish(
    task_id: Annotated[
        str, typer.Argument(metavar="TASK_ID", help="The task.", show_default=False)
    ],
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Complete a task: it waits for the final review."""
    console.run_workflow(
        "task_finish",
        {"task_id": task_id},
        steps,
        session=session,
        as_json=json,
    )


@task_commands.command("block")
def task_block(
    task_id: Annotated[
        str, typer.Argument(metavar="TASK_ID", help="The task.", show_default=False)
    ],
    reason: Annotated[str, typer.Option("--reason", help="Why it cannot go on.")],
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Block a task and say why."""
    console.run_workflow(
        "task_block",
        {"task_id": task_id, "reason": reason},
        steps,
        session=session,
        as_json=json,
    )


@task_commands.command("unblock")
def task_unblock(
    task_id: Annotated[
        str, typer.Argument(metavar="TASK_ID", help="The task.", show_default=False)
    ],
    resolution: Annotated[
        str, typer.Option("--resolution", help="How it was resolved.")
    ],
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Queue a blocked task again."""
    console.run_workflow(
        "task_unblock",
        {"task_id": task_id, "resolution": resolution},
        steps,
        session=session,
        as_json=json,
    )


@task_commands.command("accept")
def task_accept(
    task_id: Annotated[
        str, typer.Argument(metavar="TASK_ID", help="The task.", show_default=False)
    ],
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Accept the result in the final review."""
    console.run_workflow(
        "task_accept",
        {"task_id": task_id},
        steps,
        session=session,
        as_json=json,
    )


@task_commands.command("return")
def task_return(
    task_id: Annotated[
        str, typer.Argument(metavar="TASK_ID", help="The task.", show_default=False)
    ],
    reason: Annotated[str, typer.Option("--reason", help="What has to change.")],
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Send a task back in the final review."""
    console.run_workflow(
        "task_return",
        {"task_id": task_id, "reason": reason},
        steps,
        session=session,
        as_json=json,
    )


@task_commands.command("merge")
def task_merge(
    task_id: Annotated[
        str, typer.Argument(metavar="TASK_ID", help="The task.", show_default=False)
    ],
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Merge an accepted task."""
    console.run_workflow(
        "task_merge",
        {"task_id": task_id},
        steps,
        session=session,
        as_json=json,
    )


@task_commands.command("status")
def task_status(
    task_id: Annotated[
        str, typer.Argument(metavar="TASK_ID", help="The task.", show_default=False)
    ],
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """Check progress."""
    console.run_workflow(
        "task_show",
        {"task_id": task_id},
        steps,
        session=session,
        as_json=json,
    )


@task_commands.command("list")
def task_list(
    queue: Annotated[QueueName | None, typer.Option("--queue")] = None,
    status: Annotated[TaskStatus | None, typer.Option("--status")] = None,
    steps: Steps = None,
    session: Session = None,
    json: Json = False,
) -> None:
    """List the tasks."""
    console.run_workflow(
        "task_list",
        {"queue": queue, "status": status},
        steps,
        session=session,
        as_json=json,
    )


@access_refusal_commands.command("list")
def access_refusal_list(limit: Limit = 50, json: Json = False) -> None:
    """List rows."""
    console.list_rows("access_refusals", limit, as_json=json)


@access_refusal_commands.command("show")
def access_refusal_show(
    key: Annotated[list[str], typer.Argument(metavar="REFUSAL_ID")],
) -> None:
    """Show one row as JSON."""
    console.show_row("access_refusals", key)


@agent_record_commands.command("list")
def agent_record_list(limit: Limit = 50, json: Json = False) -> None:
    """List rows."""
    console.list_rows("agents", limit, as_json=json)


@agent_record_commands.command("show")
def agent_record_show(
    key: Annotated[list[str], typer.Argument(metavar="AGENT_ID")],
) -> None:
    """Show one row as JSON."""
    console.show_row("agents", key)


@audit_entry_commands.command("list")
def audit_entry_list(limit: Limit = 50, json: Json = False) -> None:
    """List rows."""
    console.list_rows("audit_entries", limit, as_json=json)


@audit_entry_commands.command("show")
def audit_entry_show(
    key: Annotated[list[str], typer.Argument(metavar="NUMBER")],
) -> None:
    """Show one row as JSON."""
    console.show_row("audit_entries", key)


@deviation_commands.command("list")
def deviation_list(limit: Limit = 50, json: Json = False) -> None:
    """List rows."""
    console.list_rows("deviations", limit, as_json=json)


@deviation_commands.command("show")
def deviation_show(
    key: Annotated[list[str], typer.Argument(metavar="DEVIATION_ID")],
) -> None:
    """Show one row as JSON."""
    console.show_row("deviations", key)


@freeze_record_commands.command("list")
def freeze_record_list(limit: Limit = 50, json: Json = False) -> None:
    """List rows."""
    console.list_rows("freezes", limit, as_json=json)


@freeze_record_commands.command("show")
def freeze_record_show(
    key: Annotated[list[str], typer.Argument(metavar="NUMBER")],
) -> None:
    """Show one row as JSON."""
    console.show_row("freezes", key)


@issue_commands.command("show")
def issue_show(key: Annotated[list[str], typer.Argument(metavar="NUMBER")]) -> None:
    """Show one row as JSON."""
    console.show_row("issues", key)


@project_commands.command("list")
def project_list(limit: Limit = 50, json: Json = False) -> None:
    """List rows."""
    console.list_rows("project", limit, as_json=json)


@project_commands.command("show")
def project_show(key: Annotated[list[str], typer.Argument(metavar="NAME")]) -> None:
    """Show one row as JSON."""
    console.show_row("project", key)


@proposal_commands.command("show")
def proposal_show(
    key: Annotated[list[str], typer.Argument(metavar="PROPOSAL_ID")],
) -> None:
    """Show one row as JSON."""
    console.show_row("proposals", key)


@task_queue_commands.command("list")
def task_queue_list(limit: Limit = 50, json: Json = False) -> None:
    """List rows."""
    console.list_rows("queues", limit, as_json=json)


@task_queue_commands.command("show")
def task_queue_show(key: Annotated[list[str], typer.Argument(metavar="NAME")]) -> None:
    """Show one row as JSON."""
    console.show_row("queues", key)


@review_check_commands.command("list")
def review_check_list(limit: Limit = 50, json: Json = False) -> None:
    """List rows."""
    console.list_rows("review_checks", limit, as_json=json)


@review_check_commands.command("show")
def review_check_show(
    key: Annotated[list[str], typer.Argument(metavar="DIMENSION REVIEW_ID")],
) -> None:
    """Show one row as JSON."""
    console.show_row("review_checks", key)


@review_commands.command("list")
def review_list(limit: Limit = 50, json: Json = False) -> None:
    """List rows."""
    console.list_rows("reviews", limit, as_json=json)


@review_commands.command("show")
def review_show(key: Annotated[list[str], typer.Argument(metavar="REVIEW_ID")]) -> None:
    """Show one row as JSON."""
    console.show_row("reviews", key)


@session_commands.command("show")
def session_show(
    key: Annotated[list[str], typer.Argument(metavar="SESSION_ID")],
) -> None:
    """Show one row as JSON."""
    console.show_row("sessions", key)


@task_commands.command("show")
def task_show(key: Annotated[list[str], typer.Argument(metavar="TASK_ID")]) -> None:
    """Show one row as JSON."""
    console.show_row("tasks", key)


WORKFLOWS = (
    "agent_list",
    "agent_register",
    "agents_mirror",
    "audit_list",
    "audit_mirror",
    "block_task",
    "change",
    "check_dimension",
    "daily_checklist",
    "decisions_mirror",
    "deviation_declare",
    "deviation_resolve",
    "deviations_mirror",
    "end_session",
    "find_queue",
    "find_task",
    "freeze",
    "freeze_mirror",
    "gate_check",
    "governance_check",
    "health_check",
    "inbox_mirror",
    "init",
    "issue_advance",
    "issue_list",
    "issue_raise",
    "metrics",
    "monthly_checklist",
    "note",
    "open_review",
    "policy_check",
    "project_mirror",
    "proposal_create",
    "proposal_decide",
    "proposal_list",
    "proposals_mirror",
    "queue_overview",
    "queue_release",
    "refuse_when_frozen",
    "release_lock",
    "review_approve",
    "review_create_session",
    "review_list",
    "review_report",
    "review_submit",
    "session_create",
    "session_list",
    "session_terminate",
    "sessions_mirror",
    "system_audit_mirror",
    "task_accept",
    "task_approve",
    "task_artifact",
    "task_block",
    "task_create",
    "task_finish",
    "task_list",
    "task_merge",
    "task_return",
    "task_show",
    "task_start",
    "task_stop",
    "task_triage",
    "task_unblock",
    "tasks_mirror",
    "unfreeze",
    "weekly_checklist",
)


@app.command("run")
def run(
    workflow: Annotated[str, typer.Argument(help="One of: " + ", ".join(WORKFLOWS))],
    inputs: Annotated[
        str, typer.Option("--inputs", help="A JSON object, or @FILE.")
    ] = "{}",
    steps: Steps = None,
    session: Session = None,
) -> None:
    """Run any workflow on inputs given as JSON, and print its result as JSON."""
    if workflow not in WORKFLOWS:
        raise typer.BadParameter(f"{workflow!r} is none of {', '.join(WORKFLOWS)}")
    console.run_workflow(
        workflow, console.json_object(inputs), steps, session=session, as_json=True
    )


@app.command("mcp")
def mcp(
    port: Annotated[
        int | None,
        typer.Option(
            "--http",
            metavar="PORT",
            min=1,
            max=65535,
            help="Answer over HTTP on this machine.",
        ),
    ] = None,
) -> None:
    """Offer actions as tools, by default on standard streams."""
    from aios import mcp_server

    mcp_server.serve(port)


@db_commands.command("upgrade")
def upgrade(
    revision: Annotated[
        str, typer.Argument(help="A revision, by default the newest.")
    ] = "head",
    json: Json = False,
) -> None:
    """Bring the database of DATABASE_URL forward."""
    from aios.persistence import session

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
    from aios.persistence import session

    session.downgrade(revision=revision)
    console.show_revision(as_json=json)


@db_commands.command("status")
def status(json: Json = False) -> None:
    """Print the revision of the database; fail when it is not the newest."""
    if not console.show_revision(as_json=json):
        raise typer.Exit(1)


def main() -> None:
    """Run the command line."""
    console.guarded(lambda: app(prog_name="aios"))


if __name__ == "__main__":
    main()
