# Generated from AIOS_Agents::AgentRegister (ssot/aios/agents.sysml) and 45 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The MCP server of AI Workflow OS: its actions as tools for other programs."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Annotated, Any

from mcp.server import MCPServer
from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ToolError
from pydantic import BaseModel, Field

from . import performing
from .types.aios_agents import SessionLine
from .types.aios_authority import RoleMode
from .types.aios_domain import (
    AgentKind,
    Dimension,
    Gate,
    Health,
    IssueType,
    Persona,
    Priority,
    ProposalStatus,
    QueueName,
    TaskStatus,
    Verdict,
)
from .types.aios_emergencies import IssueLine
from .types.aios_governance import GateResult, Violation
from .types.aios_metrics import MetricLine
from .types.aios_persistence import AgentRecord, AuditEntry, Proposal, Task
from .types.aios_queues import QueueLine
from .types.aios_reports import ChecklistLine
from .types.aios_reviews import ReviewLine

__all__ = ["serve", "server"]

server = MCPServer("aios", title="AI Workflow OS", log_level="WARNING")

Token = Annotated[str | None, Field(description="The token of the session that asks.")]


class AgentRegisterResult(BaseModel):
    """What agent_register gives."""

    report: str
    agent_id: str


@server.tool(
    name="agent_register", description="Registers an agent or a person; gives the id."
)
async def agent_register(
    name: str,
    context: Context[Any, Any],
    kind: AgentKind | None = None,
    session_token: Token = None,
) -> AgentRegisterResult:
    """Registers an agent or a person; gives the id."""
    result = await _perform(
        "agent_register",
        {
            "name": name,
            "kind": kind,
        },
        session_token or _bearer(context),
    )
    return AgentRegisterResult(
        report=result.report,
        agent_id=result.agent_id,
    )


@server.tool(name="agent_list", description="The registered agents.")
async def agent_list(
    context: Context[Any, Any],
    session_token: Token = None,
) -> tuple[AgentRecord, ...]:
    """The registered agents."""
    result: tuple[AgentRecord, ...] = await _perform(
        "agent_list",
        {},
        session_token or _bearer(context),
    )
    return result


class SessionCreateResult(BaseModel):
    """What session_create gives."""

    report: str
    session_id: str
    session_token: str


@server.tool(
    name="session_create",
    description="Gives an agent a session: a role mode, the tasks it is about, and an end. The token is shown once.",
)
async def session_create(
    agent_id: str,
    role_mode: RoleMode,
    context: Context[Any, Any],
    task_scope: tuple[str, ...] = (),
    minutes: int = 480,
    session_token: Token = None,
) -> SessionCreateResult:
    """Gives an agent a session: a role mode, the tasks it is about, and an end. The
    token is shown once.
    """
    result = await _perform(
        "session_create",
        {
            "agent_id": agent_id,
            "role_mode": role_mode,
            "task_scope": task_scope,
            "minutes": minutes,
        },
        session_token or _bearer(context),
    )
    return SessionCreateResult(
        report=result.report,
        session_id=result.session_id,
        session_token=result.session_token,
    )


@server.tool(
    name="session_terminate",
    description="Ends a session: the caller's own, or that of somebody else by whoever manages sessions. What it leaves running is blocked, and gives its place free.",
)
async def session_terminate(
    context: Context[Any, Any],
    session_id: str | None = None,
    reason: str = "done",
    emergency: bool = False,
    session_token: Token = None,
) -> str:
    """Ends a session: the caller's own, or that of somebody else by whoever manages
    sessions. What it leaves running is blocked, and gives its place free.
    """
    result: str = await _perform(
        "session_terminate",
        {
            "session_id": session_id,
            "reason": reason,
            "emergency": emergency,
        },
        session_token or _bearer(context),
    )
    return result


@server.tool(name="session_list", description="The sessions, without their tokens.")
async def session_list(
    context: Context[Any, Any],
    session_token: Token = None,
) -> tuple[SessionLine, ...]:
    """The sessions, without their tokens."""
    result: tuple[SessionLine, ...] = await _perform(
        "session_list",
        {},
        session_token or _bearer(context),
    )
    return result


class FreezeResult(BaseModel):
    """What freeze gives."""

    report: str
    notify: tuple[str, ...]


@server.tool(
    name="freeze",
    description="Locks every queue; nothing begins and nothing is merged until the freeze is lifted.",
)
async def freeze(
    reason: str,
    context: Context[Any, Any],
    session_token: Token = None,
) -> FreezeResult:
    """Locks every queue; nothing begins and nothing is merged until the freeze is
    lifted.
    """
    result = await _perform(
        "freeze",
        {
            "reason": reason,
        },
        session_token or _bearer(context),
    )
    return FreezeResult(
        report=result.report,
        notify=result.notify,
    )


@server.tool(name="unfreeze", description="Lifts a freeze.")
async def unfreeze(
    context: Context[Any, Any],
    session_token: Token = None,
) -> str:
    """Lifts a freeze."""
    result: str = await _perform(
        "unfreeze",
        {},
        session_token or _bearer(context),
    )
    return result


@server.tool(
    name="task_stop",
    description="Emergency stop: the task is blocked, its lock is taken away, and the sessions of who ran it are ended.",
)
async def task_stop(
    task_id: str,
    reason: str,
    context: Context[Any, Any],
    session_token: Token = None,
) -> str:
    """Emergency stop: the task is blocked, its lock is taken away, and the sessions of
    who ran it are ended.
    """
    result: str = await _perform(
        "task_stop",
        {
            "task_id": task_id,
            "reason": reason,
        },
        session_token or _bearer(context),
    )
    return result


class IssueRaiseResult(BaseModel):
    """What issue_raise gives."""

    report: str
    turn: RoleMode


@server.tool(
    name="issue_raise", description="Tells the first responder that something is wrong."
)
async def issue_raise(
    type_: Annotated[IssueType, Field(validation_alias="type")],
    description: str,
    context: Context[Any, Any],
    task: str | None = None,
    session_token: Token = None,
) -> IssueRaiseResult:
    """Tells the first responder that something is wrong."""
    result = await _perform(
        "issue_raise",
        {
            "type_": type_,
            "description": description,
            "task": task,
        },
        session_token or _bearer(context),
    )
    return IssueRaiseResult(
        report=result.report,
        turn=result.turn,
    )


class IssueAdvanceResult(BaseModel):
    """What issue_advance gives."""

    report: str
    turn: RoleMode


@server.tool(
    name="issue_advance",
    description="Escalates an issue to the next role, or resolves it. Only a role that has the turn, or a higher one, may do that.",
)
async def issue_advance(
    number: int,
    context: Context[Any, Any],
    resolved: bool = False,
    session_token: Token = None,
) -> IssueAdvanceResult:
    """Escalates an issue to the next role, or resolves it. Only a role that has the
    turn, or a higher one, may do that.
    """
    result = await _perform(
        "issue_advance",
        {
            "number": number,
            "resolved": resolved,
        },
        session_token or _bearer(context),
    )
    return IssueAdvanceResult(
        report=result.report,
        turn=result.turn,
    )


@server.tool(name="issue_list", description="The open issues and whose turn it is.")
async def issue_list(
    context: Context[Any, Any],
    session_token: Token = None,
) -> tuple[IssueLine, ...]:
    """The open issues and whose turn it is."""
    result: tuple[IssueLine, ...] = await _perform(
        "issue_list",
        {},
        session_token or _bearer(context),
    )
    return result


class ProposalCreateResult(BaseModel):
    """What proposal_create gives."""

    report: str
    proposal_id: str


@server.tool(name="proposal_create", description="Proposes the change of a spec.")
async def proposal_create(
    title: str,
    change: str,
    context: Context[Any, Any],
    session_token: Token = None,
) -> ProposalCreateResult:
    """Proposes the change of a spec."""
    result = await _perform(
        "proposal_create",
        {
            "title": title,
            "change": change,
        },
        session_token or _bearer(context),
    )
    return ProposalCreateResult(
        report=result.report,
        proposal_id=result.proposal_id,
    )


@server.tool(
    name="proposal_decide",
    description="Accepts or rejects a pending proposal; the reason goes to the decision log.",
)
async def proposal_decide(
    proposal_id: str,
    accepted: bool,
    rationale: str,
    context: Context[Any, Any],
    session_token: Token = None,
) -> str:
    """Accepts or rejects a pending proposal; the reason goes to the decision log."""
    result: str = await _perform(
        "proposal_decide",
        {
            "proposal_id": proposal_id,
            "accepted": accepted,
            "rationale": rationale,
        },
        session_token or _bearer(context),
    )
    return result


@server.tool(
    name="proposal_list",
    description="The proposals with their decisions: the decision log.",
)
async def proposal_list(
    context: Context[Any, Any],
    status: ProposalStatus | None = None,
    session_token: Token = None,
) -> tuple[Proposal, ...]:
    """The proposals with their decisions: the decision log."""
    result: tuple[Proposal, ...] = await _perform(
        "proposal_list",
        {
            "status": status,
        },
        session_token or _bearer(context),
    )
    return result


@server.tool(
    name="deviation_declare", description="Declares an override of a spec at level L2."
)
async def deviation_declare(
    topic: str,
    reason: str,
    context: Context[Any, Any],
    session_token: Token = None,
) -> str:
    """Declares an override of a spec at level L2."""
    result: str = await _perform(
        "deviation_declare",
        {
            "topic": topic,
            "reason": reason,
        },
        session_token or _bearer(context),
    )
    return result


@server.tool(name="deviation_resolve", description="A deviation is no more.")
async def deviation_resolve(
    deviation_id: str,
    context: Context[Any, Any],
    session_token: Token = None,
) -> str:
    """A deviation is no more."""
    result: str = await _perform(
        "deviation_resolve",
        {
            "deviation_id": deviation_id,
        },
        session_token or _bearer(context),
    )
    return result


class GateCheckResult(BaseModel):
    """What gate_check gives."""

    gates: tuple[GateResult, ...]
    passed: bool


@server.tool(name="gate_check", description="Checks a task before it goes on.")
async def gate_check(
    task_id: str,
    context: Context[Any, Any],
    gate: Gate | None = None,
    session_token: Token = None,
) -> GateCheckResult:
    """Checks a task before it goes on."""
    result = await _perform(
        "gate_check",
        {
            "task_id": task_id,
            "gate": gate,
        },
        session_token or _bearer(context),
    )
    return GateCheckResult(
        gates=result.gates,
        passed=result.passed,
    )


@server.tool(name="governance_check", description="What is not as governance wants it.")
async def governance_check(
    context: Context[Any, Any],
    session_token: Token = None,
) -> tuple[Violation, ...]:
    """What is not as governance wants it."""
    result: tuple[Violation, ...] = await _perform(
        "governance_check",
        {},
        session_token or _bearer(context),
    )
    return result


@server.tool(
    name="policy_check", description="Fails when governance is violated; for scripts."
)
async def policy_check(
    context: Context[Any, Any],
    session_token: Token = None,
) -> str:
    """Fails when governance is violated; for scripts."""
    result: str = await _perform(
        "policy_check",
        {},
        session_token or _bearer(context),
    )
    return result


@server.tool(name="metrics", description="The key metrics beside their targets.")
async def metrics(
    context: Context[Any, Any],
    session_token: Token = None,
) -> tuple[MetricLine, ...]:
    """The key metrics beside their targets."""
    result: tuple[MetricLine, ...] = await _perform(
        "metrics",
        {},
        session_token or _bearer(context),
    )
    return result


class HealthResult(BaseModel):
    """What health gives."""

    health: Health
    reasons: tuple[str, ...]


@server.tool(
    name="health", description="The health of the system and why it is not green."
)
async def health(
    context: Context[Any, Any],
    session_token: Token = None,
) -> HealthResult:
    """The health of the system and why it is not green."""
    result = await _perform(
        "health_check",
        {},
        session_token or _bearer(context),
    )
    return HealthResult(
        health=result.health,
        reasons=result.reasons,
    )


@server.tool(name="queue_status", description="The queues with their limits and locks.")
async def queue_status(
    context: Context[Any, Any],
    session_token: Token = None,
) -> tuple[QueueLine, ...]:
    """The queues with their limits and locks."""
    result: tuple[QueueLine, ...] = await _perform(
        "queue_overview",
        {},
        session_token or _bearer(context),
    )
    return result


@server.tool(
    name="queue_release",
    description="Emergency: takes the locks of a stuck queue away, or that of one task. A freeze is lifted by unfreeze only.",
)
async def queue_release(
    queue: QueueName,
    context: Context[Any, Any],
    task: str | None = None,
    session_token: Token = None,
) -> str:
    """Emergency: takes the locks of a stuck queue away, or that of one task. A freeze
    is lifted by unfreeze only.
    """
    result: str = await _perform(
        "queue_release",
        {
            "queue": queue,
            "task": task,
        },
        session_token or _bearer(context),
    )
    return result


@server.tool(
    name="audit_list",
    description="The audit trail: all of it, or that of a task, of an agent, of the last hours.",
)
async def audit_list(
    context: Context[Any, Any],
    task: str | None = None,
    agent: str | None = None,
    hours: int | None = None,
    session_token: Token = None,
) -> tuple[AuditEntry, ...]:
    """The audit trail: all of it, or that of a task, of an agent, of the last hours."""
    result: tuple[AuditEntry, ...] = await _perform(
        "audit_list",
        {
            "task": task,
            "agent": agent,
            "hours": hours,
        },
        session_token or _bearer(context),
    )
    return result


@server.tool(
    name="report_daily",
    description="The checklist of the day, filled in from the data.",
)
async def report_daily(
    context: Context[Any, Any],
    hours: int = 16,
    session_token: Token = None,
) -> tuple[ChecklistLine, ...]:
    """The checklist of the day, filled in from the data."""
    result: tuple[ChecklistLine, ...] = await _perform(
        "daily_checklist",
        {
            "hours": hours,
        },
        session_token or _bearer(context),
    )
    return result


@server.tool(
    name="report_weekly",
    description="The checklist of the weekly governance review, filled in as far as the data tells.",
)
async def report_weekly(
    context: Context[Any, Any],
    session_token: Token = None,
) -> tuple[ChecklistLine, ...]:
    """The checklist of the weekly governance review, filled in as far as the data
    tells.
    """
    result: tuple[ChecklistLine, ...] = await _perform(
        "weekly_checklist",
        {},
        session_token or _bearer(context),
    )
    return result


@server.tool(
    name="report_monthly",
    description="The checklist of the monthly maintenance, filled in as far as the data tells.",
)
async def report_monthly(
    context: Context[Any, Any],
    session_token: Token = None,
) -> tuple[ChecklistLine, ...]:
    """The checklist of the monthly maintenance, filled in as far as the data tells."""
    result: tuple[ChecklistLine, ...] = await _perform(
        "monthly_checklist",
        {},
        session_token or _bearer(context),
    )
    return result


class ReviewSubmitResult(BaseModel):
    """What review_submit gives."""

    report: str
    revision: int


@server.tool(
    name="review_submit",
    description="The builder submits the code of a running task: a new revision is reviewed.",
)
async def review_submit(
    task_id: str,
    context: Context[Any, Any],
    artifacts: tuple[str, ...] = (),
    session_token: Token = None,
) -> ReviewSubmitResult:
    """The builder submits the code of a running task: a new revision is reviewed."""
    result = await _perform(
        "review_submit",
        {
            "task_id": task_id,
            "artifacts": artifacts,
        },
        session_token or _bearer(context),
    )
    return ReviewSubmitResult(
        report=result.report,
        revision=result.revision,
    )


class ReviewCreateSessionResult(BaseModel):
    """What review_create_session gives."""

    report: str
    review_id: str


@server.tool(
    name="review_create_session",
    description="A reviewer takes the submitted revision of a task, perhaps with the eyes of an expert.",
)
async def review_create_session(
    task_id: str,
    context: Context[Any, Any],
    persona: Persona | None = None,
    session_token: Token = None,
) -> ReviewCreateSessionResult:
    """A reviewer takes the submitted revision of a task, perhaps with the eyes of an
    expert.
    """
    result = await _perform(
        "review_create_session",
        {
            "task_id": task_id,
            "persona": persona,
        },
        session_token or _bearer(context),
    )
    return ReviewCreateSessionResult(
        report=result.report,
        review_id=result.review_id,
    )


@server.tool(
    name="review_check", description="What was found in one dimension: Q, R, C or O."
)
async def review_check(
    task_id: str,
    dimension: Dimension,
    context: Context[Any, Any],
    critical: int = 0,
    major: int = 0,
    minor: int = 0,
    notes: str | None = None,
    session_token: Token = None,
) -> str:
    """What was found in one dimension: Q, R, C or O."""
    result: str = await _perform(
        "check_dimension",
        {
            "task_id": task_id,
            "dimension": dimension,
            "critical": critical,
            "major": major,
            "minor": minor,
            "notes": notes,
        },
        session_token or _bearer(context),
    )
    return result


class ReviewReportResult(BaseModel):
    """What review_report gives."""

    report: str
    verdict: Verdict


@server.tool(
    name="review_report",
    description="Closes a review with the verdict its findings come to. A task that needs revision runs again, a blocked one is escalated.",
)
async def review_report(
    task_id: str,
    context: Context[Any, Any],
    summary: str = "",
    fundamental: bool = False,
    session_token: Token = None,
) -> ReviewReportResult:
    """Closes a review with the verdict its findings come to. A task that needs revision
    runs again, a blocked one is escalated.
    """
    result = await _perform(
        "review_report",
        {
            "task_id": task_id,
            "summary": summary,
            "fundamental": fundamental,
        },
        session_token or _bearer(context),
    )
    return ReviewReportResult(
        report=result.report,
        verdict=result.verdict,
    )


@server.tool(
    name="review_approve",
    description="The reviewer hands an approved revision to the person.",
)
async def review_approve(
    task_id: str,
    context: Context[Any, Any],
    session_token: Token = None,
) -> str:
    """The reviewer hands an approved revision to the person."""
    result: str = await _perform(
        "review_approve",
        {
            "task_id": task_id,
        },
        session_token or _bearer(context),
    )
    return result


@server.tool(
    name="review_status", description="The reviews of a task, with what was found."
)
async def review_status(
    task_id: str,
    context: Context[Any, Any],
    session_token: Token = None,
) -> tuple[ReviewLine, ...]:
    """The reviews of a task, with what was found."""
    result: tuple[ReviewLine, ...] = await _perform(
        "review_list",
        {
            "task_id": task_id,
        },
        session_token or _bearer(context),
    )
    return result


@server.tool(name="task_create", description="Creates a TaskCard in the inbox.")
async def task_create(
    task_id: str,
    title: str,
    context: Context[Any, Any],
    queue: QueueName | None = None,
    priority: Priority | None = None,
    description: str = "",
    requirements: tuple[str, ...] = (),
    part_of: str | None = None,
    session_token: Token = None,
) -> str:
    """Creates a TaskCard in the inbox."""
    result: str = await _perform(
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
        session_token or _bearer(context),
    )
    return result


@server.tool(
    name="task_triage",
    description="Gives a task its queue and priority; from the inbox it is queued.",
)
async def task_triage(
    task_id: str,
    context: Context[Any, Any],
    queue: QueueName | None = None,
    priority: Priority | None = None,
    session_token: Token = None,
) -> str:
    """Gives a task its queue and priority; from the inbox it is queued."""
    result: str = await _perform(
        "task_triage",
        {
            "task_id": task_id,
            "queue": queue,
            "priority": priority,
        },
        session_token or _bearer(context),
    )
    return result


@server.tool(
    name="task_approve",
    description="A person lets a task begin. The governance queue asks for that.",
)
async def task_approve(
    task_id: str,
    context: Context[Any, Any],
    session_token: Token = None,
) -> str:
    """A person lets a task begin. The governance queue asks for that."""
    result: str = await _perform(
        "task_approve",
        {
            "task_id": task_id,
        },
        session_token or _bearer(context),
    )
    return result


@server.tool(
    name="task_start",
    description="Marks a task running, if its queue has a place for it.",
)
async def task_start(
    task_id: str,
    context: Context[Any, Any],
    session_token: Token = None,
) -> str:
    """Marks a task running, if its queue has a place for it."""
    result: str = await _perform(
        "task_start",
        {
            "task_id": task_id,
        },
        session_token or _bearer(context),
    )
    return result


@server.tool(name="task_artifact", description="Notes what was produced.")
async def task_artifact(
    task_id: str,
    artifact: str,
    context: Context[Any, Any],
    session_token: Token = None,
) -> str:
    """Notes what was produced."""
    result: str = await _perform(
        "task_artifact",
        {
            "task_id": task_id,
            "artifact": artifact,
        },
        session_token or _bearer(context),
    )
    return result


@server.tool(
    name="task_finish",
    description="Hands a running task to the final review of a person.",
)
async def task_finish(
    task_id: str,
    context: Context[Any, Any],
    session_token: Token = None,
) -> str:
    """Hands a running task to the final review of a person."""
    result: str = await _perform(
        "task_finish",
        {
            "task_id": task_id,
        },
        session_token or _bearer(context),
    )
    return result


@server.tool(name="task_block", description="A task cannot go on.")
async def task_block(
    task_id: str,
    reason: str,
    context: Context[Any, Any],
    session_token: Token = None,
) -> str:
    """A task cannot go on."""
    result: str = await _perform(
        "task_block",
        {
            "task_id": task_id,
            "reason": reason,
        },
        session_token or _bearer(context),
    )
    return result


@server.tool(
    name="task_unblock",
    description="What blocked a task is resolved: it is queued again.",
)
async def task_unblock(
    task_id: str,
    resolution: str,
    context: Context[Any, Any],
    session_token: Token = None,
) -> str:
    """What blocked a task is resolved: it is queued again."""
    result: str = await _perform(
        "task_unblock",
        {
            "task_id": task_id,
            "resolution": resolution,
        },
        session_token or _bearer(context),
    )
    return result


@server.tool(
    name="task_accept", description="The final review: a person accepts the result."
)
async def task_accept(
    task_id: str,
    context: Context[Any, Any],
    session_token: Token = None,
) -> str:
    """The final review: a person accepts the result."""
    result: str = await _perform(
        "task_accept",
        {
            "task_id": task_id,
        },
        session_token or _bearer(context),
    )
    return result


@server.tool(
    name="task_return",
    description="The final review: a person wants something else. The task takes a place in its queue again.",
)
async def task_return(
    task_id: str,
    reason: str,
    context: Context[Any, Any],
    session_token: Token = None,
) -> str:
    """The final review: a person wants something else. The task takes a place in its
    queue again.
    """
    result: str = await _perform(
        "task_return",
        {
            "task_id": task_id,
            "reason": reason,
        },
        session_token or _bearer(context),
    )
    return result


@server.tool(
    name="task_merge",
    description="Somebody with authority merges what a person has accepted.",
)
async def task_merge(
    task_id: str,
    context: Context[Any, Any],
    session_token: Token = None,
) -> str:
    """Somebody with authority merges what a person has accepted."""
    result: str = await _perform(
        "task_merge",
        {
            "task_id": task_id,
        },
        session_token or _bearer(context),
    )
    return result


@server.tool(name="task_status", description="One task.")
async def task_status(
    task_id: str,
    context: Context[Any, Any],
    session_token: Token = None,
) -> Task:
    """One task."""
    result: Task = await _perform(
        "task_show",
        {
            "task_id": task_id,
        },
        session_token or _bearer(context),
    )
    return result


@server.tool(
    name="task_list", description="All tasks, or those of a queue, or with a status."
)
async def task_list(
    context: Context[Any, Any],
    queue: QueueName | None = None,
    status: TaskStatus | None = None,
    session_token: Token = None,
) -> tuple[Task, ...]:
    """All tasks, or those of a queue, or with a status."""
    result: tuple[Task, ...] = await _perform(
        "task_list",
        {
            "queue": queue,
            "status": status,
        },
        session_token or _bearer(context),
    )
    return result


async def _perform(
    name: str, given: Mapping[str, object], token: str | None = None
) -> Any:
    """The result of a workflow; what it refuses is told to the caller, any other failure only to the log."""
    known = {key: value for key, value in given.items() if value is not None}
    try:
        return await performing.perform(name, known, token=token)
    except Exception as fault:
        first = performing.first_of(fault)
        if performing.is_answer(first):
            raise ToolError(str(first)) from fault
        raise


def _bearer(context: Context[Any, Any]) -> str | None:
    """The token of a request over HTTP; over standard streams that of the environment of the server."""
    headers = context.headers
    if headers is None:
        return os.environ.get("AIOS_SESSION")
    scheme, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None


def serve(port: int | None = None) -> None:
    """Answer on standard streams, or over HTTP on a port of this machine."""
    if port is None:
        server.run("stdio")
    else:
        server.run("streamable-http", host="127.0.0.1", port=port)
