# Generated from AIOS_Agents::AgentRegister (ssot/aios/agents.sysml) and 45 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""A client in the same process sees every tool, calls it, and is told why it is refused."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import cache
from types import SimpleNamespace
from typing import Any

import pytest
from mcp import Client
from mcp.types import CallToolResult, TextContent
from pydantic_core import to_jsonable_python

from aios import mcp_server, performing

INPUTS: dict[str, dict[str, str]] = {
    "agent_register": {
        "name": "name",
        "kind": "kind",
    },
    "agent_list": {},
    "session_create": {
        "agent_id": "agent_id",
        "role_mode": "role_mode",
        "task_scope": "task_scope",
        "minutes": "minutes",
    },
    "session_terminate": {
        "session_id": "session_id",
        "reason": "reason",
        "emergency": "emergency",
    },
    "session_list": {},
    "freeze": {
        "reason": "reason",
    },
    "unfreeze": {},
    "task_stop": {
        "task_id": "task_id",
        "reason": "reason",
    },
    "issue_raise": {
        "type": "type_",
        "description": "description",
        "task": "task",
    },
    "issue_advance": {
        "number": "number",
        "resolved": "resolved",
    },
    "issue_list": {},
    "proposal_create": {
        "title": "title",
        "change": "change",
    },
    "proposal_decide": {
        "proposal_id": "proposal_id",
        "accepted": "accepted",
        "rationale": "rationale",
    },
    "proposal_list": {
        "status": "status",
    },
    "deviation_declare": {
        "topic": "topic",
        "reason": "reason",
    },
    "deviation_resolve": {
        "deviation_id": "deviation_id",
    },
    "gate_check": {
        "task_id": "task_id",
        "gate": "gate",
    },
    "governance_check": {},
    "policy_check": {},
    "metrics": {},
    "health": {},
    "queue_status": {},
    "queue_release": {
        "queue": "queue",
        "task": "task",
    },
    "audit_list": {
        "task": "task",
        "agent": "agent",
        "hours": "hours",
    },
    "report_daily": {
        "hours": "hours",
    },
    "report_weekly": {},
    "report_monthly": {},
    "review_submit": {
        "task_id": "task_id",
        "artifacts": "artifacts",
    },
    "review_create_session": {
        "task_id": "task_id",
        "persona": "persona",
    },
    "review_check": {
        "task_id": "task_id",
        "dimension": "dimension",
        "critical": "critical",
        "major": "major",
        "minor": "minor",
        "notes": "notes",
    },
    "review_report": {
        "task_id": "task_id",
        "summary": "summary",
        "fundamental": "fundamental",
    },
    "review_approve": {
        "task_id": "task_id",
    },
    "review_status": {
        "task_id": "task_id",
    },
    "task_create": {
        "task_id": "task_id",
        "title": "title",
        "queue": "queue",
        "priority": "priority",
        "description": "description",
        "requirements": "requirements",
        "part_of": "part_of",
    },
    "task_triage": {
        "task_id": "task_id",
        "queue": "queue",
        "priority": "priority",
    },
    "task_approve": {
        "task_id": "task_id",
    },
    "task_start": {
        "task_id": "task_id",
    },
    "task_artifact": {
        "task_id": "task_id",
        "artifact": "artifact",
    },
    "task_finish": {
        "task_id": "task_id",
    },
    "task_block": {
        "task_id": "task_id",
        "reason": "reason",
    },
    "task_unblock": {
        "task_id": "task_id",
        "resolution": "resolution",
    },
    "task_accept": {
        "task_id": "task_id",
    },
    "task_return": {
        "task_id": "task_id",
        "reason": "reason",
    },
    "task_merge": {
        "task_id": "task_id",
    },
    "task_status": {
        "task_id": "task_id",
    },
    "task_list": {
        "queue": "queue",
        "status": "status",
    },
}
"""What the workflow of each tool calls the inputs."""

TOOLS: dict[str, tuple[str, list[str], list[str]]] = {
    "agent_register": (
        "agent_register",
        ["name"],
        ["kind", "session_token"],
    ),
    "agent_list": (
        "agent_list",
        [],
        ["session_token"],
    ),
    "session_create": (
        "session_create",
        ["agent_id", "role_mode"],
        ["task_scope", "minutes", "session_token"],
    ),
    "session_terminate": (
        "session_terminate",
        [],
        ["session_id", "reason", "emergency", "session_token"],
    ),
    "session_list": (
        "session_list",
        [],
        ["session_token"],
    ),
    "freeze": (
        "freeze",
        ["reason"],
        ["session_token"],
    ),
    "unfreeze": (
        "unfreeze",
        [],
        ["session_token"],
    ),
    "task_stop": (
        "task_stop",
        ["task_id", "reason"],
        ["session_token"],
    ),
    "issue_raise": (
        "issue_raise",
        ["type", "description"],
        ["task", "session_token"],
    ),
    "issue_advance": (
        "issue_advance",
        ["number"],
        ["resolved", "session_token"],
    ),
    "issue_list": (
        "issue_list",
        [],
        ["session_token"],
    ),
    "proposal_create": (
        "proposal_create",
        ["title", "change"],
        ["session_token"],
    ),
    "proposal_decide": (
        "proposal_decide",
        ["proposal_id", "accepted", "rationale"],
        ["session_token"],
    ),
    "proposal_list": (
        "proposal_list",
        [],
        ["status", "session_token"],
    ),
    "deviation_declare": (
        "deviation_declare",
        ["topic", "reason"],
        ["session_token"],
    ),
    "deviation_resolve": (
        "deviation_resolve",
        ["deviation_id"],
        ["session_token"],
    ),
    "gate_check": (
        "gate_check",
        ["task_id"],
        ["gate", "session_token"],
    ),
    "governance_check": (
        "governance_check",
        [],
        ["session_token"],
    ),
    "policy_check": (
        "policy_check",
        [],
        ["session_token"],
    ),
    "metrics": (
        "metrics",
        [],
        ["session_token"],
    ),
    "health": (
        "health_check",
        [],
        ["session_token"],
    ),
    "queue_status": (
        "queue_overview",
        [],
        ["session_token"],
    ),
    "queue_release": (
        "queue_release",
        ["queue"],
        ["task", "session_token"],
    ),
    "audit_list": (
        "audit_list",
        [],
        ["task", "agent", "hours", "session_token"],
    ),
    "report_daily": (
        "daily_checklist",
        [],
        ["hours", "session_token"],
    ),
    "report_weekly": (
        "weekly_checklist",
        [],
        ["session_token"],
    ),
    "report_monthly": (
        "monthly_checklist",
        [],
        ["session_token"],
    ),
    "review_submit": (
        "review_submit",
        ["task_id"],
        ["artifacts", "session_token"],
    ),
    "review_create_session": (
        "review_create_session",
        ["task_id"],
        ["persona", "session_token"],
    ),
    "review_check": (
        "check_dimension",
        ["task_id", "dimension"],
        ["critical", "major", "minor", "notes", "session_token"],
    ),
    "review_report": (
        "review_report",
        ["task_id"],
        ["summary", "fundamental", "session_token"],
    ),
    "review_approve": (
        "review_approve",
        ["task_id"],
        ["session_token"],
    ),
    "review_status": (
        "review_list",
        ["task_id"],
        ["session_token"],
    ),
    "task_create": (
        "task_create",
        ["task_id", "title"],
        [
            "queue",
            "priority",
            "description",
            "requirements",
            "part_of",
            "session_token",
        ],
    ),
    "task_triage": (
        "task_triage",
        ["task_id"],
        ["queue", "priority", "session_token"],
    ),
    "task_approve": (
        "task_approve",
        ["task_id"],
        ["session_token"],
    ),
    "task_start": (
        "task_start",
        ["task_id"],
        ["session_token"],
    ),
    "task_artifact": (
        "task_artifact",
        ["task_id", "artifact"],
        ["session_token"],
    ),
    "task_finish": (
        "task_finish",
        ["task_id"],
        ["session_token"],
    ),
    "task_block": (
        "task_block",
        ["task_id", "reason"],
        ["session_token"],
    ),
    "task_unblock": (
        "task_unblock",
        ["task_id", "resolution"],
        ["session_token"],
    ),
    "task_accept": (
        "task_accept",
        ["task_id"],
        ["session_token"],
    ),
    "task_return": (
        "task_return",
        ["task_id", "reason"],
        ["session_token"],
    ),
    "task_merge": (
        "task_merge",
        ["task_id"],
        ["session_token"],
    ),
    "task_status": (
        "task_show",
        ["task_id"],
        ["session_token"],
    ),
    "task_list": (
        "task_list",
        [],
        ["queue", "status", "session_token"],
    ),
}
"""Each tool: its workflow, and what it has to and may be given."""

DESCRIPTIONS: dict[str, str] = {
    "agent_register": "Registers an agent or a person; gives the id.",
    "agent_list": "The registered agents.",
    "session_create": "Gives an agent a session: a role mode, the tasks it is about, and an end. The token is shown once.",
    "session_terminate": "Ends a session: the caller's own, or that of somebody else by whoever manages sessions. What it leaves running is blocked, and gives its place free.",
    "session_list": "The sessions, without their tokens.",
    "freeze": "Locks every queue; nothing begins and nothing is merged until the freeze is lifted.",
    "unfreeze": "Lifts a freeze.",
    "task_stop": "Emergency stop: the task is blocked, its lock is taken away, and the sessions of who ran it are ended.",
    "issue_raise": "Tells the first responder that something is wrong.",
    "issue_advance": "Escalates an issue to the next role, or resolves it. Only a role that has the turn, or a higher one, may do that.",
    "issue_list": "The open issues and whose turn it is.",
    "proposal_create": "Proposes the change of a spec.",
    "proposal_decide": "Accepts or rejects a pending proposal; the reason goes to the decision log.",
    "proposal_list": "The proposals with their decisions: the decision log.",
    "deviation_declare": "Declares an override of a spec at level L2.",
    "deviation_resolve": "A deviation is no more.",
    "gate_check": "Checks a task before it goes on.",
    "governance_check": "What is not as governance wants it.",
    "policy_check": "Fails when governance is violated; for scripts.",
    "metrics": "The key metrics beside their targets.",
    "health": "The health of the system and why it is not green.",
    "queue_status": "The queues with their limits and locks.",
    "queue_release": "Emergency: takes the locks of a stuck queue away, or that of one task. A freeze is lifted by unfreeze only.",
    "audit_list": "The audit trail: all of it, or that of a task, of an agent, of the last hours.",
    "report_daily": "The checklist of the day, filled in from the data.",
    "report_weekly": "The checklist of the weekly governance review, filled in as far as the data tells.",
    "report_monthly": "The checklist of the monthly maintenance, filled in as far as the data tells.",
    "review_submit": "The builder submits the code of a running task: a new revision is reviewed.",
    "review_create_session": "A reviewer takes the submitted revision of a task, perhaps with the eyes of an expert.",
    "review_check": "What was found in one dimension: Q, R, C or O.",
    "review_report": "Closes a review with the verdict its findings come to. A task that needs revision runs again, a blocked one is escalated.",
    "review_approve": "The reviewer hands an approved revision to the person.",
    "review_status": "The reviews of a task, with what was found.",
    "task_create": "Creates a TaskCard in the inbox.",
    "task_triage": "Gives a task its queue and priority; from the inbox it is queued.",
    "task_approve": "A person lets a task begin. The governance queue asks for that.",
    "task_start": "Marks a task running, if its queue has a place for it.",
    "task_artifact": "Notes what was produced.",
    "task_finish": "Hands a running task to the final review of a person.",
    "task_block": "A task cannot go on.",
    "task_unblock": "What blocked a task is resolved: it is queued again.",
    "task_accept": "The final review: a person accepts the result.",
    "task_return": "The final review: a person wants something else. The task takes a place in its queue again.",
    "task_merge": "Somebody with authority merges what a person has accepted.",
    "task_status": "One task.",
    "task_list": "All tasks, or those of a queue, or with a status.",
}
"""What each tool says it is for."""

OUTPUTS: dict[str, dict[str, str]] = {
    "agent_register": {
        "report": "report",
        "agent_id": "agent_id",
    },
    "agent_list": {},
    "session_create": {
        "report": "report",
        "session_id": "session_id",
        "session_token": "session_token",
    },
    "session_terminate": {},
    "session_list": {},
    "freeze": {
        "report": "report",
        "notify": "notify",
    },
    "unfreeze": {},
    "task_stop": {},
    "issue_raise": {
        "report": "report",
        "turn": "turn",
    },
    "issue_advance": {
        "report": "report",
        "turn": "turn",
    },
    "issue_list": {},
    "proposal_create": {
        "report": "report",
        "proposal_id": "proposal_id",
    },
    "proposal_decide": {},
    "proposal_list": {},
    "deviation_declare": {},
    "deviation_resolve": {},
    "gate_check": {
        "gates": "gates",
        "passed": "passed",
    },
    "governance_check": {},
    "policy_check": {},
    "metrics": {},
    "health": {
        "health": "health",
        "reasons": "reasons",
    },
    "queue_status": {},
    "queue_release": {},
    "audit_list": {},
    "report_daily": {},
    "report_weekly": {},
    "report_monthly": {},
    "review_submit": {
        "report": "report",
        "revision": "revision",
    },
    "review_create_session": {
        "report": "report",
        "review_id": "review_id",
    },
    "review_check": {},
    "review_report": {
        "report": "report",
        "verdict": "verdict",
    },
    "review_approve": {},
    "review_status": {},
    "task_create": {},
    "task_triage": {},
    "task_approve": {},
    "task_start": {},
    "task_artifact": {},
    "task_finish": {},
    "task_block": {},
    "task_unblock": {},
    "task_accept": {},
    "task_return": {},
    "task_merge": {},
    "task_status": {},
    "task_list": {},
}
"""What each tool gives that gives anything, and what the workflow calls it; {} where it is a single value."""


DEFAULTS: dict[str, dict[str, Any]] = {
    "agent_register": {
        "kind": None,
    },
    "agent_list": {},
    "session_create": {
        "task_scope": (),
        "minutes": 480,
    },
    "session_terminate": {
        "session_id": None,
        "reason": "done",
        "emergency": False,
    },
    "session_list": {},
    "freeze": {},
    "unfreeze": {},
    "task_stop": {},
    "issue_raise": {
        "task": None,
    },
    "issue_advance": {
        "resolved": False,
    },
    "issue_list": {},
    "proposal_create": {},
    "proposal_decide": {},
    "proposal_list": {
        "status": None,
    },
    "deviation_declare": {},
    "deviation_resolve": {},
    "gate_check": {
        "gate": None,
    },
    "governance_check": {},
    "policy_check": {},
    "metrics": {},
    "health": {},
    "queue_status": {},
    "queue_release": {
        "task": None,
    },
    "audit_list": {
        "task": None,
        "agent": None,
        "hours": None,
    },
    "report_daily": {
        "hours": 16,
    },
    "report_weekly": {},
    "report_monthly": {},
    "review_submit": {
        "artifacts": (),
    },
    "review_create_session": {
        "persona": None,
    },
    "review_check": {
        "critical": 0,
        "major": 0,
        "minor": 0,
        "notes": None,
    },
    "review_report": {
        "summary": "",
        "fundamental": False,
    },
    "review_approve": {},
    "review_status": {},
    "task_create": {
        "queue": None,
        "priority": None,
        "description": "",
        "requirements": (),
        "part_of": None,
    },
    "task_triage": {
        "queue": None,
        "priority": None,
    },
    "task_approve": {},
    "task_start": {},
    "task_artifact": {},
    "task_finish": {},
    "task_block": {},
    "task_unblock": {},
    "task_accept": {},
    "task_return": {},
    "task_merge": {},
    "task_status": {},
    "task_list": {
        "queue": None,
        "status": None,
    },
}
"""What reaches the workflow of a tool when it is given no more than it has to be."""


@cache
def listed() -> dict[str, Any]:
    """The tools as a client sees them."""

    async def ask() -> dict[str, Any]:
        async with Client(mcp_server.server) as client:
            return {tool.name: tool for tool in (await client.list_tools()).tools}

    return asyncio.run(ask())


async def called(name: str, given: dict[str, Any]) -> CallToolResult:
    """What a client is answered."""
    async with Client(mcp_server.server) as client:
        return await client.call_tool(name, given)


def said(result: CallToolResult) -> str:
    """The text of an answer."""
    return "\n".join(
        each.text for each in result.content if isinstance(each, TextContent)
    )


def sample(schema: Mapping[str, Any], whole: Mapping[str, Any]) -> Any:
    """A value a schema takes."""
    if "$ref" in schema:
        return sample(whole["$defs"][schema["$ref"].rpartition("/")[2]], whole)
    for choice in ("anyOf", "oneOf"):
        if choice in schema:
            return sample(schema[choice][0], whole)
    if "enum" in schema:
        return schema["enum"][-1]
    if schema.get("type") == "object":
        wanted = schema.get("required", [])
        return {key: sample(schema["properties"][key], whole) for key in wanted}
    if schema.get("type") == "array":
        return [sample(schema.get("items", {}), whole)]
    texts = {
        "date-time": "2030-01-02T03:04:05Z",
        "date": "2030-01-02",
        "duration": "PT1H",
    }
    plain = {"integer": 7, "number": 2.5, "boolean": True, "null": None}
    return plain.get(
        schema.get("type", ""), texts.get(schema.get("format", ""), "given text")
    )


def same(wanted: Any, found: Any) -> bool:
    """Whether a value holds what is wanted; records may have more fields, with their defaults."""
    if isinstance(wanted, dict):
        return isinstance(found, dict) and all(
            same(each, found.get(key)) for key, each in wanted.items()
        )
    if isinstance(wanted, list):
        return len(wanted) == len(found) and all(map(same, wanted, found))
    return bool(wanted == found)


def test_tools() -> None:
    """These tools, and no other; each says what it is for and what it takes."""
    found = listed()
    assert sorted(found) == sorted(TOOLS)
    for name, (_, required, optional) in TOOLS.items():
        schema = found[name].input_schema
        assert found[name].description == DESCRIPTIONS[name]
        assert sorted(schema.get("required", [])) == sorted(required)
        assert sorted(schema["properties"]) == sorted(required + optional)
        given = found[name].output_schema
        if name in OUTPUTS:
            assert given is not None
            assert not OUTPUTS[name] or sorted(given["properties"]) == sorted(
                OUTPUTS[name]
            )


@pytest.mark.parametrize("name", sorted(TOOLS))
def test_a_tool_runs_its_workflow(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a tool is given reaches its workflow under its name; a refusal is told to the caller in its words."""
    calls: list[tuple[str, dict[str, object], str | None]] = []

    async def refusing(
        workflow: str, given: Mapping[str, object], *, token: str | None = None
    ) -> None:
        calls.append((workflow, dict(given), token))
        raise ValueError("this is why not")

    monkeypatch.setattr(performing, "perform", refusing)
    workflow, required, optional = TOOLS[name]
    schema = listed()[name].input_schema
    given = {
        key: sample(schema["properties"][key], schema) for key in (*required, *optional)
    }
    result = asyncio.run(called(name, given))
    assert result.is_error
    assert "this is why not" in said(result)
    assert [call[0] for call in calls] == [workflow]
    reached = to_jsonable_python(calls[0][1])
    assert sorted(reached) == sorted(INPUTS[name].values())
    for key, value in given.items():
        if key not in INPUTS[name]:
            assert calls[0][2] == value
        elif isinstance(value, str | int | float | None):
            assert reached[INPUTS[name][key]] == value


@pytest.mark.parametrize("name", sorted(TOOLS))
def test_a_failure_is_not_shown(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes wrong inside stays inside; what a tool is not given has the default of the model."""
    calls: list[dict[str, object]] = []

    async def failing(
        workflow: str, given: Mapping[str, object], *, token: str | None = None
    ) -> None:
        calls.append(dict(given))
        raise ArithmeticError("a secret of the system")

    monkeypatch.setattr(performing, "perform", failing)
    schema = listed()[name].input_schema
    given = {key: sample(schema["properties"][key], schema) for key in TOOLS[name][1]}
    result = asyncio.run(called(name, given))
    assert result.is_error
    assert "secret" not in said(result)
    reached = to_jsonable_python(calls[0])
    for key, value in DEFAULTS[name].items():
        assert reached.get(key) == to_jsonable_python(value)


@pytest.mark.parametrize("name", sorted(OUTPUTS))
def test_a_tool_gives_what_its_workflow_gives(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each output reaches the caller under its name; a single one as it is."""
    tool = listed()[name]
    shape = tool.output_schema["properties"]
    expected = {key: sample(each, tool.output_schema) for key, each in shape.items()}
    numbered = {
        key: f"{value} {at}" if value == "given text" else value
        for at, (key, value) in enumerate(expected.items())
    }

    async def giving(
        workflow: str, given: Mapping[str, object], *, token: str | None = None
    ) -> Any:
        if OUTPUTS[name]:
            return SimpleNamespace(
                **{OUTPUTS[name][key]: value for key, value in numbered.items()}
            )
        return numbered["result"] if set(shape) == {"result"} else numbered

    monkeypatch.setattr(performing, "perform", giving)
    given = {
        key: sample(tool.input_schema["properties"][key], tool.input_schema)
        for key in TOOLS[name][1]
    }
    result = asyncio.run(called(name, given))
    assert not result.is_error
    assert same(numbered, result.structured_content)


@pytest.mark.parametrize("name", sorted(TOOLS))
def test_what_is_required(name: str) -> None:
    """A tool that is not given what it has to be given says so."""
    if TOOLS[name][1]:
        result = asyncio.run(called(name, {}))
        assert result.is_error
        assert TOOLS[name][1][0] in said(result)


@pytest.mark.parametrize(
    "name",
    [
        "agent_register",
        "agent_list",
        "session_create",
        "session_terminate",
        "session_list",
        "freeze",
        "unfreeze",
        "task_stop",
        "issue_raise",
        "issue_advance",
        "issue_list",
        "proposal_create",
        "proposal_decide",
        "proposal_list",
        "deviation_declare",
        "deviation_resolve",
        "gate_check",
        "governance_check",
        "policy_check",
        "metrics",
        "health",
        "queue_status",
        "queue_release",
        "audit_list",
        "report_daily",
        "report_weekly",
        "report_monthly",
        "review_submit",
        "review_create_session",
        "review_check",
        "review_report",
        "review_approve",
        "review_status",
        "task_create",
        "task_triage",
        "task_approve",
        "task_start",
        "task_artifact",
        "task_finish",
        "task_block",
        "task_unblock",
        "task_accept",
        "task_return",
        "task_merge",
        "task_status",
        "task_list",
    ],
)
def test_no_session(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tool that requires a session is not run without one; the session of the environment is the server's."""
    tokens: list[str | None] = []

    async def refusing(
        workflow: str, given: Mapping[str, object], *, token: str | None = None
    ) -> None:
        tokens.append(token)
        raise ValueError("nobody asks")

    monkeypatch.setattr(performing, "perform", refusing)
    monkeypatch.delenv("AIOS_SESSION", raising=False)
    schema = listed()[name].input_schema
    given = {key: sample(schema["properties"][key], schema) for key in TOOLS[name][1]}
    result = asyncio.run(called(name, given))
    assert result.is_error
    assert "nobody asks" in said(result)
    monkeypatch.setenv("AIOS_SESSION", "of the server")
    asyncio.run(called(name, given))
    token = TOOLS[name][2][-1]
    asyncio.run(called(name, {**given, token: "own"}))
    assert tokens == [None, "of the server", "own"]


def test_the_token_of_a_request(monkeypatch: pytest.MonkeyPatch) -> None:
    """Over HTTP a request brings its own token, and the environment of the server is not asked."""
    monkeypatch.setenv("AIOS_SESSION", "of the server")
    for headers, token in (
        (None, "of the server"),
        ({"authorization": "Bearer abc def "}, "abc def"),
        ({"authorization": "bearer abc"}, "abc"),
        ({"authorization": "Basic abc"}, None),
        ({"accept": "Bearer abc"}, None),
    ):
        request: Any = SimpleNamespace(headers=headers)
        assert mcp_server._bearer(request) == token


def test_where_it_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """On standard streams, or on a port that other machines do not see."""
    runs: list[tuple[Any, ...]] = []
    monkeypatch.setattr(
        mcp_server.server, "run", lambda *given, **named: runs.append((*given, named))
    )
    mcp_server.serve()
    mcp_server.serve(8123)
    assert runs == [
        ("stdio", {}),
        ("streamable-http", {"host": "127.0.0.1", "port": 8123}),
    ]
