# Generated from AIOS_Agents::Init (ssot/aios/agents.sysml) and 79 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Every command is there, passes on what it is given, and fails in words."""

from __future__ import annotations

import asyncio
import json
import runpy
import sqlite3
import sys
from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol

import pytest
import typer
from pydantic import ValidationError
from typer.testing import CliRunner, Result

from aios import cli, console

from aios.tests.persistence import test_schema as sample
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

COMMANDS: list[tuple[str, ...]] = [
    (
        "access-refusal",
        "list",
    ),
    (
        "access-refusal",
        "show",
    ),
    (
        "agent",
        "list",
    ),
    (
        "agent",
        "register",
    ),
    (
        "agent-record",
        "list",
    ),
    (
        "agent-record",
        "show",
    ),
    (
        "audit",
        "list",
    ),
    (
        "audit-entry",
        "list",
    ),
    (
        "audit-entry",
        "show",
    ),
    (
        "db",
        "downgrade",
    ),
    (
        "db",
        "status",
    ),
    (
        "db",
        "upgrade",
    ),
    (
        "deviation",
        "declare",
    ),
    (
        "deviation",
        "list",
    ),
    (
        "deviation",
        "resolve",
    ),
    (
        "deviation",
        "show",
    ),
    ("freeze",),
    (
        "freeze-record",
        "list",
    ),
    (
        "freeze-record",
        "show",
    ),
    (
        "gate",
        "check",
    ),
    (
        "governance",
        "check",
    ),
    ("health",),
    ("init",),
    (
        "issue",
        "advance",
    ),
    (
        "issue",
        "list",
    ),
    (
        "issue",
        "raise",
    ),
    (
        "issue",
        "show",
    ),
    ("mcp",),
    ("metrics",),
    (
        "policy",
        "check",
    ),
    (
        "project",
        "list",
    ),
    (
        "project",
        "show",
    ),
    (
        "proposal",
        "create",
    ),
    (
        "proposal",
        "decide",
    ),
    (
        "proposal",
        "list",
    ),
    (
        "proposal",
        "show",
    ),
    (
        "queue",
        "release",
    ),
    (
        "queue",
        "status",
    ),
    (
        "report",
        "daily",
    ),
    (
        "report",
        "monthly",
    ),
    (
        "report",
        "weekly",
    ),
    (
        "review",
        "approve",
    ),
    (
        "review",
        "check",
    ),
    (
        "review",
        "create-session",
    ),
    (
        "review",
        "list",
    ),
    (
        "review",
        "report",
    ),
    (
        "review",
        "show",
    ),
    (
        "review",
        "status",
    ),
    (
        "review",
        "submit",
    ),
    (
        "review-check",
        "list",
    ),
    (
        "review-check",
        "show",
    ),
    ("run",),
    (
        "session",
        "create",
    ),
    (
        "session",
        "list",
    ),
    (
        "session",
        "show",
    ),
    (
        "session",
        "terminate",
    ),
    (
        "task",
        "accept",
    ),
    (
        "task",
        "approve",
    ),
    (
        "task",
        "artifact",
    ),
    (
        "task",
        "block",
    ),
    (
        "task",
        "create",
    ),
    (
        "task",
        "finish",
    ),
    (
        "task",
        "list",
    ),
    (
        "task",
        "merge",
    ),
    (
        "task",
        "return",
    ),
    (
        "task",
        "show",
    ),
    (
        "task",
        "start",
    ),
    (
        "task",
        "status",
    ),
    (
        "task",
        "stop",
    ),
    (
        "task",
        "triage",
    ),
    (
        "task",
        "unblock",
    ),
    (
        "task-queue",
        "list",
    ),
    (
        "task-queue",
        "show",
    ),
    ("unfreeze",),
]


def run(*words: str) -> Result:
    """Run the command line."""
    return CliRunner().invoke(cli.app, list(words))


def paths(command: Any, above: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Every command below a group, as the words that lead to it."""
    inner = getattr(command, "commands", None)
    if inner is None:
        return [above]
    return [
        path for name, each in inner.items() for path in paths(each, (*above, name))
    ]


def test_commands() -> None:
    """These commands, and no other."""
    root = typer.main.get_command(cli.app)
    assert root.name == "aios"
    assert sorted(paths(root)) == COMMANDS


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_help(path: tuple[str, ...]) -> None:
    """Every command explains itself."""
    result = run(*path, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.output


def test_version() -> None:
    """The version is that of the model."""
    assert run("--version").output == "aios 0.1.0\n"


def test_unknown_command() -> None:
    """A command that does not exist is a wrong question."""
    assert run("no-such-command").exit_code == 2


def test_package_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The package itself is the command line."""
    monkeypatch.setattr(sys, "argv", ["aios", "--help"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("aios", run_name="__main__")
    assert ended.value.code == 0
    assert "Usage:" in capsys.readouterr().out


def test_values_without_a_form_of_their_own_are_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """As text, where JSON has nothing for them."""
    console.show({"at": Path("a", "b"), "odd": 1 + 2j})
    assert json.loads(capsys.readouterr().out) == {
        "at": str(Path("a", "b")),
        "odd": "1+2j",
    }


@dataclass
class Call:
    """What reached the runner of workflows."""

    workflow: str
    inputs: dict[str, object]
    steps: str | None
    as_json: bool = False
    session: str | None = None


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[Call]:
    """The calls of workflows, which are not run."""
    found: list[Call] = []

    def note(
        name: str,
        given: Mapping[str, object],
        steps: str | None,
        *,
        session: str | None = None,
        as_json: bool = False,
    ) -> None:
        found.append(Call(name, dict(given), steps, as_json, session=session))

    monkeypatch.setattr(console, "run_workflow", note)
    return found


CALLS: list[tuple[str, list[str], dict[str, object], bool]] = [
    (
        "init",
        ["init", "--title", "given text", "--owner", "given text", "--hours", "7"],
        {
            "title": "given text",
            "owner": "given text",
            "hours": 7,
        },
        True,
    ),
    (
        "agent_register",
        ["agent", "register", "given text", "--kind", "human"],
        {
            "name": "given text",
            "kind": AgentKind.HUMAN,
        },
        True,
    ),
    ("agent_list", ["agent", "list"], {}, True),
    (
        "session_create",
        [
            "session",
            "create",
            "given text",
            "--role-mode",
            "projectOwner",
            "--task-scope",
            "given text",
            "--task-scope",
            "given text",
            "--minutes",
            "7",
        ],
        {
            "agent_id": "given text",
            "role_mode": RoleMode.PROJECT_OWNER,
            "task_scope": ["given text", "given text"],
            "minutes": 7,
        },
        True,
    ),
    (
        "session_terminate",
        [
            "session",
            "terminate",
            "given text",
            "--reason",
            "given text",
            "--no-emergency",
        ],
        {
            "session_id": "given text",
            "reason": "given text",
            "emergency": False,
        },
        True,
    ),
    ("session_list", ["session", "list"], {}, True),
    (
        "freeze",
        ["freeze", "--reason", "given text"],
        {
            "reason": "given text",
        },
        True,
    ),
    ("unfreeze", ["unfreeze"], {}, True),
    (
        "task_stop",
        ["task", "stop", "given text", "--reason", "given text"],
        {
            "task_id": "given text",
            "reason": "given text",
        },
        True,
    ),
    (
        "issue_raise",
        ["issue", "raise", "agent_misbehavior", "given text", "--task", "given text"],
        {
            "type_": IssueType.AGENT_MISBEHAVIOR,
            "description": "given text",
            "task": "given text",
        },
        True,
    ),
    (
        "issue_advance",
        ["issue", "advance", "7", "--no-resolved"],
        {
            "number": 7,
            "resolved": False,
        },
        True,
    ),
    ("issue_list", ["issue", "list"], {}, True),
    (
        "proposal_create",
        ["proposal", "create", "given text", "--change", "given text"],
        {
            "title": "given text",
            "change": "given text",
        },
        True,
    ),
    (
        "proposal_decide",
        [
            "proposal",
            "decide",
            "given text",
            "--no-accepted",
            "--rationale",
            "given text",
        ],
        {
            "proposal_id": "given text",
            "accepted": False,
            "rationale": "given text",
        },
        True,
    ),
    (
        "proposal_list",
        ["proposal", "list", "--status", "rejected"],
        {
            "status": ProposalStatus.REJECTED,
        },
        True,
    ),
    (
        "deviation_declare",
        ["deviation", "declare", "given text", "--reason", "given text"],
        {
            "topic": "given text",
            "reason": "given text",
        },
        True,
    ),
    (
        "deviation_resolve",
        ["deviation", "resolve", "given text"],
        {
            "deviation_id": "given text",
        },
        True,
    ),
    (
        "gate_check",
        ["gate", "check", "--task-id", "given text", "--gate", "all"],
        {
            "task_id": "given text",
            "gate": Gate.ALL,
        },
        True,
    ),
    ("governance_check", ["governance", "check"], {}, True),
    ("policy_check", ["policy", "check"], {}, True),
    ("metrics", ["metrics"], {}, True),
    ("health_check", ["health"], {}, True),
    ("queue_overview", ["queue", "status"], {}, True),
    (
        "queue_release",
        ["queue", "release", "governance", "--task", "given text"],
        {
            "queue": QueueName.GOVERNANCE,
            "task": "given text",
        },
        True,
    ),
    (
        "audit_list",
        [
            "audit",
            "list",
            "--task",
            "given text",
            "--agent",
            "given text",
            "--hours",
            "7",
        ],
        {
            "task": "given text",
            "agent": "given text",
            "hours": 7,
        },
        True,
    ),
    (
        "daily_checklist",
        ["report", "daily", "--hours", "7"],
        {
            "hours": 7,
        },
        True,
    ),
    ("weekly_checklist", ["report", "weekly"], {}, True),
    ("monthly_checklist", ["report", "monthly"], {}, True),
    (
        "review_submit",
        [
            "review",
            "submit",
            "given text",
            "--artifacts",
            "given text",
            "--artifacts",
            "given text",
        ],
        {
            "task_id": "given text",
            "artifacts": ["given text", "given text"],
        },
        True,
    ),
    (
        "review_create_session",
        ["review", "create-session", "given text", "--persona", "testing_expert"],
        {
            "task_id": "given text",
            "persona": Persona.TESTING_EXPERT,
        },
        True,
    ),
    (
        "check_dimension",
        [
            "review",
            "check",
            "given text",
            "O",
            "--critical",
            "7",
            "--major",
            "7",
            "--minor",
            "7",
            "--notes",
            "given text",
        ],
        {
            "task_id": "given text",
            "dimension": Dimension.O_,
            "critical": 7,
            "major": 7,
            "minor": 7,
            "notes": "given text",
        },
        True,
    ),
    (
        "review_report",
        [
            "review",
            "report",
            "given text",
            "--summary",
            "given text",
            "--no-fundamental",
        ],
        {
            "task_id": "given text",
            "summary": "given text",
            "fundamental": False,
        },
        True,
    ),
    (
        "review_approve",
        ["review", "approve", "given text"],
        {
            "task_id": "given text",
        },
        True,
    ),
    (
        "review_list",
        ["review", "status", "given text"],
        {
            "task_id": "given text",
        },
        True,
    ),
    (
        "task_create",
        [
            "task",
            "create",
            "given text",
            "given text",
            "--queue",
            "governance",
            "--priority",
            "high",
            "--description",
            "given text",
            "--requirements",
            "given text",
            "--requirements",
            "given text",
            "--part-of",
            "given text",
        ],
        {
            "task_id": "given text",
            "title": "given text",
            "queue": QueueName.GOVERNANCE,
            "priority": Priority.HIGH,
            "description": "given text",
            "requirements": ["given text", "given text"],
            "part_of": "given text",
        },
        True,
    ),
    (
        "task_triage",
        ["task", "triage", "given text", "--queue", "governance", "--priority", "high"],
        {
            "task_id": "given text",
            "queue": QueueName.GOVERNANCE,
            "priority": Priority.HIGH,
        },
        True,
    ),
    (
        "task_approve",
        ["task", "approve", "given text"],
        {
            "task_id": "given text",
        },
        True,
    ),
    (
        "task_start",
        ["task", "start", "given text"],
        {
            "task_id": "given text",
        },
        True,
    ),
    (
        "task_artifact",
        ["task", "artifact", "given text", "given text"],
        {
            "task_id": "given text",
            "artifact": "given text",
        },
        True,
    ),
    (
        "task_finish",
        ["task", "finish", "given text"],
        {
            "task_id": "given text",
        },
        True,
    ),
    (
        "task_block",
        ["task", "block", "given text", "--reason", "given text"],
        {
            "task_id": "given text",
            "reason": "given text",
        },
        True,
    ),
    (
        "task_unblock",
        ["task", "unblock", "given text", "--resolution", "given text"],
        {
            "task_id": "given text",
            "resolution": "given text",
        },
        True,
    ),
    (
        "task_accept",
        ["task", "accept", "given text"],
        {
            "task_id": "given text",
        },
        True,
    ),
    (
        "task_return",
        ["task", "return", "given text", "--reason", "given text"],
        {
            "task_id": "given text",
            "reason": "given text",
        },
        True,
    ),
    (
        "task_merge",
        ["task", "merge", "given text"],
        {
            "task_id": "given text",
        },
        True,
    ),
    (
        "task_show",
        ["task", "status", "given text"],
        {
            "task_id": "given text",
        },
        True,
    ),
    (
        "task_list",
        ["task", "list", "--queue", "governance", "--status", "merged"],
        {
            "queue": QueueName.GOVERNANCE,
            "status": TaskStatus.MERGED,
        },
        True,
    ),
]
FEWEST: list[tuple[str, list[str], list[str], list[str]]] = [
    ("init", ["init"], ["init"], ["title", "owner", "hours"]),
    (
        "agent_register",
        ["agent", "register"],
        ["agent", "register", "given text"],
        ["kind"],
    ),
    ("agent_list", ["agent", "list"], ["agent", "list"], []),
    (
        "session_create",
        ["session", "create"],
        ["session", "create", "given text", "--role-mode", "projectOwner"],
        ["task_scope", "minutes"],
    ),
    (
        "session_terminate",
        ["session", "terminate"],
        ["session", "terminate"],
        ["session_id", "reason", "emergency"],
    ),
    ("session_list", ["session", "list"], ["session", "list"], []),
    ("freeze", ["freeze"], ["freeze", "--reason", "given text"], []),
    ("unfreeze", ["unfreeze"], ["unfreeze"], []),
    (
        "task_stop",
        ["task", "stop"],
        ["task", "stop", "given text", "--reason", "given text"],
        [],
    ),
    (
        "issue_raise",
        ["issue", "raise"],
        ["issue", "raise", "agent_misbehavior", "given text"],
        ["task"],
    ),
    ("issue_advance", ["issue", "advance"], ["issue", "advance", "7"], ["resolved"]),
    ("issue_list", ["issue", "list"], ["issue", "list"], []),
    (
        "proposal_create",
        ["proposal", "create"],
        ["proposal", "create", "given text", "--change", "given text"],
        [],
    ),
    (
        "proposal_decide",
        ["proposal", "decide"],
        [
            "proposal",
            "decide",
            "given text",
            "--no-accepted",
            "--rationale",
            "given text",
        ],
        [],
    ),
    ("proposal_list", ["proposal", "list"], ["proposal", "list"], ["status"]),
    (
        "deviation_declare",
        ["deviation", "declare"],
        ["deviation", "declare", "given text", "--reason", "given text"],
        [],
    ),
    (
        "deviation_resolve",
        ["deviation", "resolve"],
        ["deviation", "resolve", "given text"],
        [],
    ),
    (
        "gate_check",
        ["gate", "check"],
        ["gate", "check", "--task-id", "given text"],
        ["gate"],
    ),
    ("governance_check", ["governance", "check"], ["governance", "check"], []),
    ("policy_check", ["policy", "check"], ["policy", "check"], []),
    ("metrics", ["metrics"], ["metrics"], []),
    ("health_check", ["health"], ["health"], []),
    ("queue_overview", ["queue", "status"], ["queue", "status"], []),
    (
        "queue_release",
        ["queue", "release"],
        ["queue", "release", "governance"],
        ["task"],
    ),
    ("audit_list", ["audit", "list"], ["audit", "list"], ["task", "agent", "hours"]),
    ("daily_checklist", ["report", "daily"], ["report", "daily"], ["hours"]),
    ("weekly_checklist", ["report", "weekly"], ["report", "weekly"], []),
    ("monthly_checklist", ["report", "monthly"], ["report", "monthly"], []),
    (
        "review_submit",
        ["review", "submit"],
        ["review", "submit", "given text"],
        ["artifacts"],
    ),
    (
        "review_create_session",
        ["review", "create-session"],
        ["review", "create-session", "given text"],
        ["persona"],
    ),
    (
        "check_dimension",
        ["review", "check"],
        ["review", "check", "given text", "O"],
        ["critical", "major", "minor", "notes"],
    ),
    (
        "review_report",
        ["review", "report"],
        ["review", "report", "given text"],
        ["summary", "fundamental"],
    ),
    ("review_approve", ["review", "approve"], ["review", "approve", "given text"], []),
    ("review_list", ["review", "status"], ["review", "status", "given text"], []),
    (
        "task_create",
        ["task", "create"],
        ["task", "create", "given text", "given text"],
        ["queue", "priority", "description", "requirements", "part_of"],
    ),
    (
        "task_triage",
        ["task", "triage"],
        ["task", "triage", "given text"],
        ["queue", "priority"],
    ),
    ("task_approve", ["task", "approve"], ["task", "approve", "given text"], []),
    ("task_start", ["task", "start"], ["task", "start", "given text"], []),
    (
        "task_artifact",
        ["task", "artifact"],
        ["task", "artifact", "given text", "given text"],
        [],
    ),
    ("task_finish", ["task", "finish"], ["task", "finish", "given text"], []),
    (
        "task_block",
        ["task", "block"],
        ["task", "block", "given text", "--reason", "given text"],
        [],
    ),
    (
        "task_unblock",
        ["task", "unblock"],
        ["task", "unblock", "given text", "--resolution", "given text"],
        [],
    ),
    ("task_accept", ["task", "accept"], ["task", "accept", "given text"], []),
    (
        "task_return",
        ["task", "return"],
        ["task", "return", "given text", "--reason", "given text"],
        [],
    ),
    ("task_merge", ["task", "merge"], ["task", "merge", "given text"], []),
    ("task_show", ["task", "status"], ["task", "status", "given text"], []),
    ("task_list", ["task", "list"], ["task", "list"], ["queue", "status"]),
]


@pytest.mark.parametrize(("workflow", "words", "inputs", "takes_steps"), CALLS)
def test_command(
    calls: list[Call],
    workflow: str,
    words: list[str],
    inputs: dict[str, object],
    takes_steps: bool,
) -> None:
    """A command gives its workflow every option under its name."""
    steps = ["--steps", "some.module:name"] if takes_steps else []
    result = run(*words, *steps)
    assert result.exit_code == 0, result.output
    assert calls == [
        Call(workflow, inputs, "some.module:name" if takes_steps else None)
    ]
    run(*words, "--json")
    assert calls[1:] == [Call(workflow, inputs, None, as_json=True)]


@pytest.mark.parametrize(("workflow", "path", "words", "missing"), FEWEST)
def test_command_with_fewest_options(
    calls: list[Call],
    workflow: str,
    path: list[str],
    words: list[str],
    missing: list[str],
) -> None:
    """What may be left out is left to the workflow."""
    result = run(*words)
    assert result.exit_code == 0, result.output
    assert [call.workflow for call in calls] == [workflow]
    assert [key for key, value in calls[0].inputs.items() if value is None] == missing


@pytest.mark.parametrize(
    "words",
    [
        ["agent", "register", "given text"],
        ["agent", "list"],
        ["session", "create", "given text", "--role-mode", "projectOwner"],
        ["session", "terminate"],
        ["session", "list"],
        ["freeze", "--reason", "given text"],
        ["unfreeze"],
        ["task", "stop", "given text", "--reason", "given text"],
        ["issue", "raise", "agent_misbehavior", "given text"],
        ["issue", "advance", "7"],
        ["issue", "list"],
        ["proposal", "create", "given text", "--change", "given text"],
        [
            "proposal",
            "decide",
            "given text",
            "--no-accepted",
            "--rationale",
            "given text",
        ],
        ["proposal", "list"],
        ["deviation", "declare", "given text", "--reason", "given text"],
        ["deviation", "resolve", "given text"],
        ["gate", "check", "--task-id", "given text"],
        ["governance", "check"],
        ["policy", "check"],
        ["metrics"],
        ["health"],
        ["queue", "status"],
        ["queue", "release", "governance"],
        ["audit", "list"],
        ["report", "daily"],
        ["report", "weekly"],
        ["report", "monthly"],
        ["review", "submit", "given text"],
        ["review", "create-session", "given text"],
        ["review", "check", "given text", "O"],
        ["review", "report", "given text"],
        ["review", "approve", "given text"],
        ["review", "status", "given text"],
        ["task", "create", "given text", "given text"],
        ["task", "triage", "given text"],
        ["task", "approve", "given text"],
        ["task", "start", "given text"],
        ["task", "artifact", "given text", "given text"],
        ["task", "finish", "given text"],
        ["task", "block", "given text", "--reason", "given text"],
        ["task", "unblock", "given text", "--resolution", "given text"],
        ["task", "accept", "given text"],
        ["task", "return", "given text", "--reason", "given text"],
        ["task", "merge", "given text"],
        ["task", "status", "given text"],
        ["task", "list"],
    ],
)
def test_session(
    calls: list[Call], words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who asks is told by an option or the environment."""
    monkeypatch.delenv("AIOS_SESSION", raising=False)
    assert run(*words, "--session", "one").exit_code == 0
    assert run(*words).exit_code == 0
    monkeypatch.setenv("AIOS_SESSION", "two")
    assert run(*words).exit_code == 0
    assert [call.session for call in calls] == ["one", None, "two"]


@pytest.mark.parametrize(("workflow", "path", "words", "missing"), FEWEST)
def test_command_without_required_options(
    calls: list[Call],
    workflow: str,
    path: list[str],
    words: list[str],
    missing: list[str],
) -> None:
    """What is required cannot be left out."""
    if words != path:
        assert run(*path).exit_code == 2
        assert calls == []


@pytest.mark.parametrize(
    "workflow",
    [
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
    ],
)
def test_run(calls: list[Call], workflow: str, tmp_path: Path) -> None:
    """Every workflow can be run by its name, on inputs given as JSON or in a file."""
    file = tmp_path / "inputs.json"
    file.write_text('{"b": [2]}', encoding="utf-8")
    assert run("run", workflow, "--inputs", '{"a": 1}').exit_code == 0
    assert run("run", workflow, "--inputs", f"@{file}", "--steps", "m:n").exit_code == 0
    assert run("run", workflow).exit_code == 0
    given: list[Call] = [
        Call(workflow, {"a": 1}, None, True),
        Call(workflow, {"b": [2]}, "m:n", True),
        Call(workflow, {}, None, True),
    ]
    assert calls == given


@pytest.mark.parametrize(
    ("fault", "shown"),
    [
        (
            OSError(28, "No space left on device", "/full/a.txt"),
            "/full/a.txt: No space left on device",
        ),
        (OSError("odd"), "cmd: OSError: odd"),
        (
            sqlite3.OperationalError("database is locked"),
            "the database: database is locked",
        ),
        (
            ExceptionGroup("several", [ValueError("first\nsecond"), OSError()]),
            "cmd: ValueError: first",
        ),
        (KeyError(), "cmd: KeyError: "),
        (
            ValidationError.from_exception_data(
                "T", [{"type": "missing", "loc": ("a",), "input": {}}]
            ),
            "cmd: Field required",
        ),
    ],
)
def test_reason(fault: BaseException, shown: str) -> None:
    """What went wrong, on one line."""
    assert console.reason(fault, "cmd: ") == shown


@pytest.mark.parametrize(
    ("fault", "code", "shown"),
    [
        (ValueError("wrong"), 1, "error: ValueError: wrong\n"),
        (KeyboardInterrupt(), 130, "interrupted\n"),
        (SystemExit(130), 130, "interrupted\n"),
        (SystemExit(2), 2, ""),
    ],
)
def test_guarded(
    fault: BaseException, code: int, shown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A program ends with a line and a code, never with a traceback; one that goes well is left alone."""

    def program() -> None:
        raise fault

    with pytest.raises(SystemExit) as ended:
        console.guarded(program)
    assert ended.value.code == code
    assert capsys.readouterr().err == shown
    console.guarded(list)
    assert capsys.readouterr().err == ""


def test_run_refuses(calls: list[Call]) -> None:
    """A workflow that does not exist, inputs that are no JSON object."""
    assert run("run", "no_such_workflow").exit_code == 2
    for inputs in ("{", "[]", "@no-such-file"):
        assert run("run", "agent_list", "--inputs", inputs).exit_code == 2
    assert calls == []


class OneStep(Protocol):
    """What the example workflow asks for."""

    @abstractmethod
    async def double(self, number: int) -> int:
        """A number twice."""


class DefaultOneStep(OneStep):
    """How it is done when nobody else does it."""

    async def double(self, number: int) -> int:
        return 2 * number


@dataclass
class Outcome:
    """What the example gives."""

    doubled: int
    words: tuple[str, ...]
    mark: str


class Refused(RuntimeError):
    """An answer."""


async def example(
    steps: OneStep | None = None,
    *,
    number: int,
    words: tuple[str, ...] = ("none",),
    mark: str = "",
) -> Outcome:
    """A workflow for these tests."""
    await asyncio.sleep(0)
    if number == 0:
        raise ArithmeticError("nothing to double\nsecond line")
    if number == 1:
        raise ExceptionGroup("several", [Refused("one is not doubled")])
    doubled = await (steps or DefaultOneStep()).double(number)
    return Outcome(doubled, words, mark)


@pytest.fixture
def example_module(monkeypatch: pytest.MonkeyPatch) -> None:
    """The example stands among the workflows."""
    module = ModuleType("example")
    module.__dict__.update(example=example)
    monkeypatch.setitem(sys.modules, "aios.workflows.example", module)


@pytest.mark.usefixtures("example_module")
def test_values_are_read_and_results_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """Texts are read as the types of the parameters; None is left to the default; the result is lines or JSON."""
    console.run_workflow("example", {"number": "4"}, None)
    assert capsys.readouterr().out == "doubled: 8\nwords:\n  none\nmark:\n"
    console.run_workflow(
        "example", {"number": "4", "words": '["a"]', "mark": "5"}, None, as_json=True
    )
    assert json.loads(capsys.readouterr().out) == {
        "doubled": 8,
        "words": ["a"],
        "mark": "5",
    }
    console.run_workflow(
        "example", {"number": 4, "words": ["a", "b"]}, None, as_json=True
    )
    assert json.loads(capsys.readouterr().out)["words"] == ["a", "b"]
    console.run_workflow("example", {"number": 4, "words": None}, None, as_json=True)
    assert json.loads(capsys.readouterr().out)["words"] == ["none"]


@pytest.mark.usefixtures("example_module")
@pytest.mark.parametrize(
    "given",
    [{}, {"number": "x"}, {"number": 1, "other": 2}, {"number": 1, "words": "{"}],
)
def test_bad_inputs(given: dict[str, object]) -> None:
    """A missing input, one of another type, one the workflow does not have."""
    with pytest.raises(typer.BadParameter):
        console.run_workflow("example", given, None)


@pytest.mark.usefixtures("example_module")
def test_a_missing_input_has_its_name() -> None:
    """It is told as the model has it."""
    with pytest.raises(typer.BadParameter, match="example needs number$"):
        console.run_workflow("example", {}, None)


@pytest.mark.usefixtures("example_module")
def test_failure(capsys: pytest.CaptureFixture[str]) -> None:
    """A workflow that fails ends the command with 1 and one line that says why."""
    with pytest.raises(typer.Exit) as ended:
        console.run_workflow("example", {"number": 0}, None)
    assert ended.value.exit_code == 1
    shown = capsys.readouterr().err
    assert shown == "error: example failed: ArithmeticError: nothing to double\n"
    with pytest.raises(typer.Exit) as ended:
        console.run_workflow("example", {"number": 1}, None)
    assert ended.value.exit_code == 1
    assert capsys.readouterr().err == "error: one is not doubled\n"


@pytest.mark.usefixtures("example_module")
def test_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who does the steps is named by an option or the environment: a class or an object of a module."""
    monkeypatch.chdir(tmp_path)
    lines = [
        "class Steps:",
        "    async def double(self, number):",
        "        return -number",
        "",
        "steps = Steps()",
    ]
    (tmp_path / "own_steps_of_test.py").write_text("\n".join(lines), encoding="utf-8")
    for name in ("Steps", "steps"):
        console.run_workflow(
            "example", {"number": 4}, f"own_steps_of_test:{name}", as_json=True
        )
        assert json.loads(capsys.readouterr().out)["doubled"] == -4
    monkeypatch.setenv("AIOS_STEPS", "own_steps_of_test:steps")
    console.run_workflow("example", {"number": 5}, None, as_json=True)
    assert json.loads(capsys.readouterr().out)["doubled"] == -5
    with pytest.raises(typer.BadParameter):
        console.run_workflow("example", {"number": 5}, "own_steps_of_test:nothing")


@pytest.mark.usefixtures("example_module")
def test_open_steps(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Steps that nobody does end the command with 1; it says how to name somebody."""
    monkeypatch.delattr(sys.modules[__name__], "DefaultOneStep")
    with pytest.raises(typer.Exit) as ended:
        console.run_workflow("example", {"number": 5}, None)
    assert ended.value.exit_code == 1
    shown = capsys.readouterr().err
    assert "double" in shown
    assert "--steps" in shown


def test_mcp(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tools are offered on standard streams, or over HTTP on a port."""
    from aios import mcp_server

    ports: list[int | None] = []
    monkeypatch.setattr(mcp_server, "serve", ports.append)
    assert run("mcp").exit_code == 0
    assert run("mcp", "--http", "8123").exit_code == 0
    assert run("mcp", "--http", "0").exit_code == 2
    assert ports == [None, 8123]


@pytest.fixture
def database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """A new database, as the environment names it."""
    url = f"sqlite:///{tmp_path / 'test.db'}"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", url)
    return url


@pytest.mark.usefixtures("database")
def test_migrations() -> None:
    """The status says whether the database is the newest; it can be taken forward and back."""
    assert run("db", "status").exit_code == 1
    result = run("db", "upgrade")
    assert result.exit_code == 0
    assert run("db", "status").exit_code == 0
    newest = result.output.split()[-1]
    assert result.output == f"database {newest}, newest {newest}\n"
    assert run("db", "downgrade", "base").exit_code == 0
    result = run("db", "status")
    assert result.exit_code == 1
    assert result.output == f"database empty, newest {newest}\n"
    result = run("db", "status", "--json")
    assert result.exit_code == 1
    assert json.loads(result.output) == {"current": None, "newest": newest}
    upgraded = {"current": newest, "newest": newest}
    assert json.loads(run("db", "upgrade", "--json").output) == upgraded
    result = run("db", "status", "--json")
    assert result.exit_code == 0
    assert json.loads(result.output) == upgraded
    assert json.loads(run("db", "downgrade", "base", "--json").output) == {
        "current": None,
        "newest": newest,
    }


LISTED: list[tuple[str, list[str]]] = [
    ("access_refusals", ["access-refusal"]),
    ("agents", ["agent-record"]),
    ("audit_entries", ["audit-entry"]),
    ("deviations", ["deviation"]),
    ("freezes", ["freeze-record"]),
    ("project", ["project"]),
    ("queues", ["task-queue"]),
    ("review_checks", ["review-check"]),
    ("reviews", ["review"]),
]
SHOWN: list[tuple[str, list[str]]] = [
    ("access_refusals", ["access-refusal"]),
    ("agents", ["agent-record"]),
    ("audit_entries", ["audit-entry"]),
    ("deviations", ["deviation"]),
    ("freezes", ["freeze-record"]),
    ("issues", ["issue"]),
    ("project", ["project"]),
    ("proposals", ["proposal"]),
    ("queues", ["task-queue"]),
    ("review_checks", ["review-check"]),
    ("reviews", ["review"]),
    ("sessions", ["session"]),
    ("tasks", ["task"]),
]


def fill(url: str, table: str) -> dict[str, Any]:
    """Put one row into a table, and what it refers to into others; the row as the command line shows it."""
    from pydantic_core import to_jsonable_python
    from sqlalchemy import select

    from aios.persistence.models import Base
    from aios.persistence.session import create_engine

    engine = create_engine(url)
    with engine.begin() as connection:
        for name, rows in sample.ROWS.items():
            sample.insert(connection, name, rows[0])
            if name == table:
                break
        found = connection.execute(select(Base.metadata.tables[table])).mappings().one()
    engine.dispose()
    shown: dict[str, Any] = to_jsonable_python(dict(found))
    return shown


@pytest.mark.parametrize(
    ("table", "path"), [(each, path) for each, path in LISTED if each in sample.ROWS]
)
def test_list(database: str, table: str, path: list[str]) -> None:
    """All rows as JSON or as lines."""
    assert json.loads(run(*path, "list", "--json").output) == []
    row = fill(database, table)
    assert json.loads(run(*path, "list", "--json").output) == [row]
    lines = run(*path, "list").output.splitlines()
    assert lines[0].split() == list(row)
    assert len(lines) == 2


@pytest.mark.parametrize(("table", "path"), LISTED)
def test_list_is_limited(
    table: str, path: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """There are not more rows than asked for, or fifty."""
    assert run(*path, "list", "--limit", "0").exit_code == 2
    asked: list[tuple[Any, ...]] = []
    monkeypatch.setattr(
        console, "list_rows", lambda *given, as_json: asked.append((*given, as_json))
    )
    run(*path, "list")
    run(*path, "list", "--limit", "7", "--json")
    assert asked == [(table, 50, False), (table, 7, True)]


@pytest.mark.parametrize(
    ("table", "path"), [(each, path) for each, path in SHOWN if each in sample.ROWS]
)
def test_show(database: str, table: str, path: list[str]) -> None:
    """One row by its key."""
    run("db", "upgrade")
    row = fill(database, table)
    key = [str(row[name]) for name in sample.KEYS[table]]
    assert json.loads(run(*path, "show", *key).output) == row
    assert run(*path, "show", *key, "too many").exit_code == 2
    assert run(*path, "show", *(["9876543"] * len(key))).exit_code == 1
