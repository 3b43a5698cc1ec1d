# Generated from AIOS_Agents::SessionLines (ssot/aios/agents.sysml) and 85 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the calculations of AI Workflow OS, over values near the limits of the
model.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import reduce
from typing import Any

from hypothesis import given, strategies as st

from aios import calculations
from aios.calculations import (
    age_in_days,
    agent_with,
    average_cycle_days,
    blocked_hours,
    by_people,
    carries,
    checks_of,
    completed_per_week,
    entry_text,
    finished,
    governance_clear,
    has_place,
    has_session,
    hours_between,
    idle_agents,
    ids_with,
    in_scope,
    is_audited,
    is_carried_besides,
    is_covered,
    is_frozen,
    is_locked,
    is_open,
    is_person,
    judged,
    later,
    listed,
    metric_lines,
    occupied,
    old_audits,
    orphans,
    pending_of,
    queue_with,
    rank,
    refusal_text,
    review_passed,
    reviews_of,
    running_in,
    sample_check,
    sample_review,
    standard_queues,
    success_rate,
    sum_,
    system_lock,
    task_card_complete,
    trail_of,
    violations_of,
    waiting_in,
)
from aios.support.sequences import at, last
from aios.support.texts import to_string
from aios.tests.values import instances
from aios.types.aios_agents import SessionLine
from aios.types.aios_authority import Authority, RoleMode
from aios.types.aios_domain import (
    AgentKind,
    Dimension,
    Gate,
    Health,
    IssueType,
    Persona,
    ProposalStatus,
    QueueName,
    SessionState,
    Stage,
    TaskStatus,
    Verdict,
)
from aios.types.aios_governance import GateResult, Violation
from aios.types.aios_metrics import MetricLine
from aios.types.aios_persistence import (
    AccessRefusal,
    AgentRecord,
    AuditEntry,
    Deviation,
    FreezeRecord,
    Project,
    Proposal,
    Review,
    ReviewCheck,
    Session,
    Task,
    TaskQueue,
)
from aios.types.aios_queues import QueueLine
from aios.types.aios_reports import ChecklistLine
from aios.types.aios_views import Paper


def outcome(function: Callable[[], Any]) -> Any:
    """What a function gives, or the kind of failure it ends in."""
    try:
        return function()
    except (ArithmeticError, ValueError) as fault:
        return type(fault)


@given(
    sessions=st.lists(instances(Session), min_size=0, max_size=3).map(tuple),
)
def test_session_lines(sessions: tuple[Session, ...]) -> None:
    """In the model: sessions->collect { in item each : Session; new SessionLine(session
    = each.sessionId, agent = each.agentId, roleMode = each.roleMode, taskScope =
    each.taskScope, 'state' = each.'state', expiresAt = each.expiresAt, endedAt =
    each.endedAt, reason = each.endReason) }
    """
    found = outcome(lambda: calculations.session_lines(sessions=sessions))
    assert found == outcome(
        lambda: tuple(
            SessionLine(
                session=each.session_id,
                agent=each.agent_id,
                role_mode=each.role_mode,
                task_scope=each.task_scope,
                state=each.state,
                expires_at=each.expires_at,
                ended_at=each.ended_at,
                reason=each.end_reason,
            )
            for each in sessions
        )
    )


@given(
    role=st.sampled_from(RoleMode),
)
def test_authority_of(role: RoleMode) -> None:
    """In the model: if role == RoleMode::projectOwner ? Authority::L0 else if role ==
    RoleMode::platformEngineer ? Authority::L1 else if role == RoleMode::projectLead
    ? Authority::L2 else if role == RoleMode::humanOperator ? Authority::assigned
    else Authority::speculative
    """
    found = outcome(lambda: calculations.authority_of(role=role))
    assert found == outcome(
        lambda: (
            Authority.L0
            if role == RoleMode.PROJECT_OWNER
            else (
                Authority.L1
                if role == RoleMode.PLATFORM_ENGINEER
                else (
                    Authority.L2
                    if role == RoleMode.PROJECT_LEAD
                    else (
                        Authority.ASSIGNED
                        if role == RoleMode.HUMAN_OPERATOR
                        else Authority.SPECULATIVE
                    )
                )
            )
        )
    )


@given(
    role=st.sampled_from(RoleMode),
)
def test_rank(role: RoleMode) -> None:
    """In the model: if role == RoleMode::projectOwner ? 4 else if role ==
    RoleMode::platformEngineer ? 3 else if role == RoleMode::projectLead ? 2 else if
    role == RoleMode::humanOperator ? 1 else 0
    """
    found = outcome(lambda: calculations.rank(role=role))
    assert found == outcome(
        lambda: (
            4
            if role == RoleMode.PROJECT_OWNER
            else (
                3
                if role == RoleMode.PLATFORM_ENGINEER
                else (
                    2
                    if role == RoleMode.PROJECT_LEAD
                    else 1 if role == RoleMode.HUMAN_OPERATOR else 0
                )
            )
        )
    )


@given(
    role=st.sampled_from(RoleMode),
)
def test_is_person(role: RoleMode) -> None:
    """In the model: Rank(role = role) > 0"""
    found = outcome(lambda: calculations.is_person(role=role))
    assert found == outcome(lambda: rank(role=role) > 0)


@given(
    agents=st.lists(instances(AgentRecord), min_size=0, max_size=3).map(tuple),
)
def test_operators(agents: tuple[AgentRecord, ...]) -> None:
    """In the model: (agents->select { in item each : AgentRecord; each.kind ==
    AgentKind::human }) ->collect { in item each : AgentRecord; each.name }
    """
    found = outcome(lambda: calculations.operators(agents=agents))
    assert found == outcome(
        lambda: tuple(
            each_2.name
            for each_2 in tuple(each for each in agents if each.kind == AgentKind.HUMAN)
        )
    )


@given(
    type_=st.sampled_from(IssueType),
    stage=st.sampled_from(Stage),
)
def test_responsible(type_: IssueType, stage: Stage) -> None:
    """In the model: if stage == Stage::first_response ? (if type ==
    IssueType::spec_conflict ? RoleMode::projectLead else if type ==
    IssueType::security_concern ? RoleMode::platformEngineer else
    RoleMode::humanOperator) else if stage == Stage::escalation ? (if type ==
    IssueType::task_blocked ? RoleMode::projectLead else if type ==
    IssueType::security_concern ? RoleMode::projectOwner else
    RoleMode::platformEngineer) else if type == IssueType::spec_conflict or type ==
    IssueType::security_concern ? RoleMode::projectOwner else
    RoleMode::platformEngineer
    """
    found = outcome(lambda: calculations.responsible(type_=type_, stage=stage))
    assert found == outcome(
        lambda: (
            (
                RoleMode.PROJECT_LEAD
                if type_ == IssueType.SPEC_CONFLICT
                else (
                    RoleMode.PLATFORM_ENGINEER
                    if type_ == IssueType.SECURITY_CONCERN
                    else RoleMode.HUMAN_OPERATOR
                )
            )
            if stage == Stage.FIRST_RESPONSE
            else (
                (
                    RoleMode.PROJECT_LEAD
                    if type_ == IssueType.TASK_BLOCKED
                    else (
                        RoleMode.PROJECT_OWNER
                        if type_ == IssueType.SECURITY_CONCERN
                        else RoleMode.PLATFORM_ENGINEER
                    )
                )
                if stage == Stage.ESCALATION
                else (
                    RoleMode.PROJECT_OWNER
                    if type_ == IssueType.SPEC_CONFLICT
                    or type_ == IssueType.SECURITY_CONCERN
                    else RoleMode.PLATFORM_ENGINEER
                )
            )
        )
    )


@given(
    type_=st.sampled_from(IssueType),
)
def test_final_measure(type_: IssueType) -> None:
    """In the model: if type == IssueType::security_concern ? "immediate freeze
    (freeze)" else if type == IssueType::agent_misbehavior ? "terminate the session
    (session terminate)" else "decide"
    """
    found = outcome(lambda: calculations.final_measure(type_=type_))
    assert found == outcome(
        lambda: (
            "immediate freeze (freeze)"
            if type_ == IssueType.SECURITY_CONCERN
            else (
                "terminate the session (session terminate)"
                if type_ == IssueType.AGENT_MISBEHAVIOR
                else "decide"
            )
        )
    )


@given(
    stage=st.sampled_from(Stage),
)
def test_next_stage(stage: Stage) -> None:
    """In the model: if stage == Stage::first_response ? Stage::escalation else
    Stage::final_authority
    """
    found = outcome(lambda: calculations.next_stage(stage=stage))
    assert found == outcome(
        lambda: (
            Stage.ESCALATION if stage == Stage.FIRST_RESPONSE else Stage.FINAL_AUTHORITY
        )
    )


@given(
    task=instances(Task, ("",)),
)
def test_task_card_complete(task: Task) -> None:
    """In the model: Trim(task.description) != "" and notEmpty(task.requirements)"""
    found = outcome(lambda: calculations.task_card_complete(task=task))
    assert found == outcome(
        lambda: task.description.strip() != "" and bool(task.requirements)
    )


@given(
    task=instances(Task, (0,)),
    reviews=st.lists(instances(Review, (0,)), min_size=0, max_size=3).map(tuple),
    checks=st.lists(instances(ReviewCheck, (0,)), min_size=0, max_size=3).map(tuple),
)
def test_review_passed(
    task: Task, reviews: tuple[Review, ...], checks: tuple[ReviewCheck, ...]
) -> None:
    """In the model: task.revision > 0 and ReviewsOf(reviews = reviews, task =
    task)->exists { in item each : Review; each.verdict == Verdict::APPROVED and
    IsCovered(checks = ChecksOf(checks = checks, reviewId = each.reviewId)) }
    """
    found = outcome(
        lambda: calculations.review_passed(task=task, reviews=reviews, checks=checks)
    )
    assert found == outcome(
        lambda: task.revision > 0
        and any(
            each.verdict == Verdict.APPROVED
            and is_covered(checks=checks_of(checks=checks, review_id=each.review_id))
            for each in reviews_of(reviews=reviews, task=task)
        )
    )


@given(
    task=instances(Task),
    entries=st.lists(instances(AuditEntry), min_size=0, max_size=3).map(tuple),
)
def test_is_audited(task: Task, entries: tuple[AuditEntry, ...]) -> None:
    """In the model: ((entries->select { in item each : AuditEntry; each.taskId ==
    task.taskId and notEmpty(each.target) }) ->collect { in item each : AuditEntry;
    each.target }) ->last() == task.status
    """
    found = outcome(lambda: calculations.is_audited(task=task, entries=entries))
    assert found == outcome(
        lambda: last(
            tuple(
                item
                for each_2 in tuple(
                    each
                    for each in entries
                    if each.task_id == task.task_id and each.target is not None
                )
                for item in (() if each_2.target is None else (each_2.target,))
            )
        )
        == task.status
    )


@given(
    deviations=st.lists(instances(Deviation), min_size=0, max_size=3).map(tuple),
    projects=st.lists(instances(Project), min_size=0, max_size=3).map(tuple),
)
def test_governance_clear(
    deviations: tuple[Deviation, ...], projects: tuple[Project, ...]
) -> None:
    """In the model: not IsFrozen(projects = projects) and deviations->forAll { in item
    each : Deviation; notEmpty(each.resolvedAt) }
    """
    found = outcome(
        lambda: calculations.governance_clear(deviations=deviations, projects=projects)
    )
    assert found == outcome(
        lambda: not is_frozen(projects=projects)
        and all(each.resolved_at is not None for each in deviations)
    )


@given(
    gate=st.sampled_from(Gate),
    passed=st.booleans(),
    reason=st.sampled_from(["passed"]) | st.text(max_size=9),
)
def test_judged(gate: Gate, passed: bool, reason: str) -> None:
    """In the model: new GateResult(gate = gate, passed = passed, reason = if passed ?
    "passed" else reason)
    """
    found = outcome(
        lambda: calculations.judged(gate=gate, passed=passed, reason=reason)
    )
    assert found == outcome(
        lambda: GateResult(
            gate=gate, passed=passed, reason="passed" if passed else reason
        )
    )


@given(
    task=instances(
        Task,
        (
            "a deviation is unresolved, or the system is frozen",
            "description or requirements are missing",
            "the audit trail does not lead to where the task stands",
            "the last revision is not approved in Q, R, C and O",
        ),
    ),
    reviews=st.lists(
        instances(
            Review,
            (
                "a deviation is unresolved, or the system is frozen",
                "description or requirements are missing",
                "the audit trail does not lead to where the task stands",
                "the last revision is not approved in Q, R, C and O",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
    checks=st.lists(
        instances(
            ReviewCheck,
            (
                "a deviation is unresolved, or the system is frozen",
                "description or requirements are missing",
                "the audit trail does not lead to where the task stands",
                "the last revision is not approved in Q, R, C and O",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
    entries=st.lists(
        instances(
            AuditEntry,
            (
                "a deviation is unresolved, or the system is frozen",
                "description or requirements are missing",
                "the audit trail does not lead to where the task stands",
                "the last revision is not approved in Q, R, C and O",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
    deviations=st.lists(
        instances(
            Deviation,
            (
                "a deviation is unresolved, or the system is frozen",
                "description or requirements are missing",
                "the audit trail does not lead to where the task stands",
                "the last revision is not approved in Q, R, C and O",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
    projects=st.lists(
        instances(
            Project,
            (
                "a deviation is unresolved, or the system is frozen",
                "description or requirements are missing",
                "the audit trail does not lead to where the task stands",
                "the last revision is not approved in Q, R, C and O",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
)
def test_gates_of(
    task: Task,
    reviews: tuple[Review, ...],
    checks: tuple[ReviewCheck, ...],
    entries: tuple[AuditEntry, ...],
    deviations: tuple[Deviation, ...],
    projects: tuple[Project, ...],
) -> None:
    """In the model: (Judged(gate = Gate::task_card, passed = TaskCardComplete(task =
    task), reason = "description or requirements are missing"), Judged(gate =
    Gate::review, passed = ReviewPassed(task = task, reviews = reviews, checks =
    checks), reason = "the last revision is not approved in Q, R, C and O"),
    Judged(gate = Gate::audit, passed = IsAudited(task = task, entries = entries),
    reason = "the audit trail does not lead to where the task stands"), Judged(gate =
    Gate::governance, passed = GovernanceClear(deviations = deviations, projects =
    projects), reason = "a deviation is unresolved, or the system is frozen"))
    """
    found = outcome(
        lambda: calculations.gates_of(
            task=task,
            reviews=reviews,
            checks=checks,
            entries=entries,
            deviations=deviations,
            projects=projects,
        )
    )
    assert found == outcome(
        lambda: (
            judged(
                gate=Gate.TASK_CARD,
                passed=task_card_complete(task=task),
                reason="description or requirements are missing",
            ),
            judged(
                gate=Gate.REVIEW,
                passed=review_passed(task=task, reviews=reviews, checks=checks),
                reason="the last revision is not approved in Q, R, C and O",
            ),
            judged(
                gate=Gate.AUDIT,
                passed=is_audited(task=task, entries=entries),
                reason="the audit trail does not lead to where the task stands",
            ),
            judged(
                gate=Gate.GOVERNANCE,
                passed=governance_clear(deviations=deviations, projects=projects),
                reason="a deviation is unresolved, or the system is frozen",
            ),
        )
    )


@given(
    tasks=st.lists(
        instances(
            Task,
            (
                "a person accepts before the merge",
                "every change is audited",
                "no unresolved deviation",
                "nobody accepted it",
                "the audit trail does not lead to where it stands",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
    entries=st.lists(
        instances(
            AuditEntry,
            (
                "a person accepts before the merge",
                "every change is audited",
                "no unresolved deviation",
                "nobody accepted it",
                "the audit trail does not lead to where it stands",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
    deviations=st.lists(
        instances(
            Deviation,
            (
                "a person accepts before the merge",
                "every change is audited",
                "no unresolved deviation",
                "nobody accepted it",
                "the audit trail does not lead to where it stands",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
)
def test_violations_of(
    tasks: tuple[Task, ...],
    entries: tuple[AuditEntry, ...],
    deviations: tuple[Deviation, ...],
) -> None:
    """In the model: ((deviations->select { in item each : Deviation;
    isEmpty(each.resolvedAt) })->collect { in item each : Deviation; new
    Violation(rule = "no unresolved deviation", topic = each.deviationId, detail =
    each.reason) }, (tasks->reject { in item each : Task; IsAudited(task = each,
    entries = entries) }) ->collect { in item each : Task; new Violation(rule =
    "every change is audited", topic = each.taskId, detail = "the audit trail does
    not lead to where it stands") }, (tasks->select { in item each : Task;
    each.status == TaskStatus::merged and isEmpty(each.acceptedBy) }) ->collect { in
    item each : Task; new Violation(rule = "a person accepts before the merge", topic
    = each.taskId, detail = "nobody accepted it") })
    """
    found = outcome(
        lambda: calculations.violations_of(
            tasks=tasks, entries=entries, deviations=deviations
        )
    )
    assert found == outcome(
        lambda: (
            *tuple(
                Violation(
                    rule="no unresolved deviation",
                    topic=each_2.deviation_id,
                    detail=each_2.reason,
                )
                for each_2 in tuple(
                    each for each in deviations if each.resolved_at is None
                )
            ),
            *tuple(
                Violation(
                    rule="every change is audited",
                    topic=each_4.task_id,
                    detail="the audit trail does not lead to where it stands",
                )
                for each_4 in tuple(
                    each_3
                    for each_3 in tasks
                    if not is_audited(task=each_3, entries=entries)
                )
            ),
            *tuple(
                Violation(
                    rule="a person accepts before the merge",
                    topic=each_6.task_id,
                    detail="nobody accepted it",
                )
                for each_6 in tuple(
                    each_5
                    for each_5 in tasks
                    if each_5.status == TaskStatus.MERGED and each_5.accepted_by is None
                )
            ),
        )
    )


@given(
    numbers=st.lists(
        st.sampled_from([0.0, -0.5, 0.5]) | st.floats(-1e3, 1e3), min_size=0, max_size=3
    ).map(tuple),
)
def test_sum_(numbers: tuple[float, ...]) -> None:
    """In the model: (numbers->reduce { in before : Real; in next : Real; before + next
    }) ?? 0.0
    """
    found = outcome(lambda: calculations.sum_(numbers=numbers))
    assert found == outcome(
        lambda: next(
            (
                found
                for found in (
                    (
                        reduce(lambda before, next_: before + next_, numbers)
                        if numbers
                        else None
                    ),
                )
                if found is not None
            ),
            0.0,
        )
    )


@given(
    tasks=st.lists(instances(Task), min_size=0, max_size=3).map(tuple),
)
def test_finished(tasks: tuple[Task, ...]) -> None:
    """In the model: tasks->select { in item each : Task; notEmpty(each.mergedAt) }"""
    found = outcome(lambda: calculations.finished(tasks=tasks))
    assert found == outcome(
        lambda: tuple(each for each in tasks if each.merged_at is not None)
    )


@given(
    later=st.datetimes(timezones=st.just(UTC)),
    earlier=st.none() | st.datetimes(timezones=st.just(UTC)),
)
def test_age_in_days(later: datetime, earlier: datetime | None) -> None:
    """In the model: HoursBetween(earlier = earlier ?? later, later = later) / 24.0"""
    found = outcome(lambda: calculations.age_in_days(later=later, earlier=earlier))
    assert found == outcome(
        lambda: hours_between(
            earlier=earlier if earlier is not None else later, later=later
        )
        / 24.0
    )


@given(
    moment=st.datetimes(timezones=st.just(UTC)),
    tasks=st.lists(instances(Task, (7.0,)), min_size=0, max_size=3).map(tuple),
)
def test_completed_per_week(moment: datetime, tasks: tuple[Task, ...]) -> None:
    """In the model: size(Finished(tasks = tasks)->select { in item each : Task;
    AgeInDays(earlier = each.mergedAt, later = moment) <= 7.0 })
    """
    found = outcome(lambda: calculations.completed_per_week(moment=moment, tasks=tasks))
    assert found == outcome(
        lambda: len(
            tuple(
                each
                for each in finished(tasks=tasks)
                if age_in_days(earlier=each.merged_at, later=moment) <= 7.0
            )
        )
    )


@given(
    tasks=st.lists(instances(Task, (0.0,)), min_size=0, max_size=3).map(tuple),
)
def test_average_cycle_days(tasks: tuple[Task, ...]) -> None:
    """In the model: if isEmpty(Finished(tasks = tasks)) ? 0.0 else Sum(numbers =
    Finished(tasks = tasks)->collect { in item each : Task; AgeInDays(earlier =
    each.startedAt, later = each.mergedAt ?? each.createdAt) }) / size(Finished(tasks
    = tasks))
    """
    found = outcome(lambda: calculations.average_cycle_days(tasks=tasks))
    assert found == outcome(
        lambda: (
            0.0
            if not finished(tasks=tasks)
            else sum_(
                numbers=tuple(
                    age_in_days(
                        earlier=each.started_at,
                        later=(
                            each.merged_at
                            if each.merged_at is not None
                            else each.created_at
                        ),
                    )
                    for each in finished(tasks=tasks)
                )
            )
            / len(finished(tasks=tasks))
        )
    )


@given(
    sessions=st.lists(instances(Session, (100.0,)), min_size=0, max_size=3).map(tuple),
)
def test_success_rate(sessions: tuple[Session, ...]) -> None:
    """In the model: if isEmpty(sessions->select { in item each : Session;
    notEmpty(each.endedAt) }) ? 100.0 else 100.0 * size(sessions->select { in item
    each : Session; notEmpty(each.endedAt) and each.succeeded }) /
    size(sessions->select { in item each : Session; notEmpty(each.endedAt) })
    """
    found = outcome(lambda: calculations.success_rate(sessions=sessions))
    assert found == outcome(
        lambda: (
            100.0
            if not tuple(each for each in sessions if each.ended_at is not None)
            else 100.0
            * len(
                tuple(
                    each_2
                    for each_2 in sessions
                    if each_2.ended_at is not None and each_2.succeeded
                )
            )
            / len(tuple(each_3 for each_3 in sessions if each_3.ended_at is not None))
        )
    )


@given(
    moment=st.datetimes(timezones=st.just(UTC)),
    tasks=st.lists(
        instances(
            Task,
            (
                1,
                2,
                3.0,
                10,
                95.0,
                "0",
                "< 3",
                "> 95",
                ">= 10",
                "agent session success rate in percent",
                "average task cycle time in days",
                "governance violations",
                "tasks completed per week",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
    sessions=st.lists(
        instances(
            Session,
            (
                1,
                2,
                3.0,
                10,
                95.0,
                "0",
                "< 3",
                "> 95",
                ">= 10",
                "agent session success rate in percent",
                "average task cycle time in days",
                "governance violations",
                "tasks completed per week",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
    entries=st.lists(
        instances(
            AuditEntry,
            (
                1,
                2,
                3.0,
                10,
                95.0,
                "0",
                "< 3",
                "> 95",
                ">= 10",
                "agent session success rate in percent",
                "average task cycle time in days",
                "governance violations",
                "tasks completed per week",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
    deviations=st.lists(
        instances(
            Deviation,
            (
                1,
                2,
                3.0,
                10,
                95.0,
                "0",
                "< 3",
                "> 95",
                ">= 10",
                "agent session success rate in percent",
                "average task cycle time in days",
                "governance violations",
                "tasks completed per week",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
)
def test_metric_lines(
    moment: datetime,
    tasks: tuple[Task, ...],
    sessions: tuple[Session, ...],
    entries: tuple[AuditEntry, ...],
    deviations: tuple[Deviation, ...],
) -> None:
    """In the model: (new MetricLine(metric = "tasks completed per week", value =
    ToString(CompletedPerWeek(tasks = tasks, moment = moment)), goal = ">= 10", met =
    CompletedPerWeek(tasks = tasks, moment = moment) >= 10), new MetricLine(metric =
    "average task cycle time in days", value = FormatNumber(AverageCycleDays(tasks =
    tasks), 2), goal = "< 3", met = AverageCycleDays(tasks = tasks) < 3.0), new
    MetricLine(metric = "governance violations", value =
    ToString(size(ViolationsOf(tasks = tasks, entries = entries, deviations =
    deviations))), goal = "0", met = isEmpty(ViolationsOf(tasks = tasks, entries =
    entries, deviations = deviations))), new MetricLine(metric = "agent session
    success rate in percent", value = FormatNumber(SuccessRate(sessions = sessions),
    1), goal = "> 95", met = SuccessRate(sessions = sessions) > 95.0))
    """
    found = outcome(
        lambda: calculations.metric_lines(
            moment=moment,
            tasks=tasks,
            sessions=sessions,
            entries=entries,
            deviations=deviations,
        )
    )
    assert found == outcome(
        lambda: (
            MetricLine(
                metric="tasks completed per week",
                value=to_string(completed_per_week(tasks=tasks, moment=moment)),
                goal=">= 10",
                met=completed_per_week(tasks=tasks, moment=moment) >= 10,
            ),
            MetricLine(
                metric="average task cycle time in days",
                value=format(average_cycle_days(tasks=tasks), ".2f"),
                goal="< 3",
                met=average_cycle_days(tasks=tasks) < 3.0,
            ),
            MetricLine(
                metric="governance violations",
                value=to_string(
                    len(
                        violations_of(
                            tasks=tasks, entries=entries, deviations=deviations
                        )
                    )
                ),
                goal="0",
                met=not violations_of(
                    tasks=tasks, entries=entries, deviations=deviations
                ),
            ),
            MetricLine(
                metric="agent session success rate in percent",
                value=format(success_rate(sessions=sessions), ".1f"),
                goal="> 95",
                met=success_rate(sessions=sessions) > 95.0,
            ),
        )
    )


@given(
    task=instances(Task, (0.0,)),
    moment=st.datetimes(timezones=st.just(UTC)),
)
def test_blocked_hours(task: Task, moment: datetime) -> None:
    """In the model: if task.status == TaskStatus::blocked ? HoursBetween(earlier =
    task.blockedAt ?? moment, later = moment) else 0.0
    """
    found = outcome(lambda: calculations.blocked_hours(task=task, moment=moment))
    assert found == outcome(
        lambda: (
            hours_between(
                earlier=task.blocked_at if task.blocked_at is not None else moment,
                later=moment,
            )
            if task.status == TaskStatus.BLOCKED
            else 0.0
        )
    )


@given(
    moment=st.datetimes(timezones=st.just(UTC)),
    queues=st.lists(
        instances(
            TaskQueue,
            (
                72.0,
                "blocked for more than 72 hours: ",
                "queue locked: ",
                "unaudited action: ",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
    tasks=st.lists(
        instances(
            Task,
            (
                72.0,
                "blocked for more than 72 hours: ",
                "queue locked: ",
                "unaudited action: ",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
    entries=st.lists(
        instances(
            AuditEntry,
            (
                72.0,
                "blocked for more than 72 hours: ",
                "queue locked: ",
                "unaudited action: ",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
)
def test_red_reasons(
    moment: datetime,
    queues: tuple[TaskQueue, ...],
    tasks: tuple[Task, ...],
    entries: tuple[AuditEntry, ...],
) -> None:
    """In the model: ((queues->select { in item each : TaskQueue; IsLocked(queue = each)
    })->collect { in item each : TaskQueue; "queue locked: " + ToString(each.name) },
    (tasks->select { in item each : Task; BlockedHours(task = each, moment = moment)
    > 72.0 }) ->collect { in item each : Task; "blocked for more than 72 hours: " +
    each.taskId }, (tasks->reject { in item each : Task; IsAudited(task = each,
    entries = entries) }) ->collect { in item each : Task; "unaudited action: " +
    each.taskId })
    """
    found = outcome(
        lambda: calculations.red_reasons(
            moment=moment, queues=queues, tasks=tasks, entries=entries
        )
    )
    assert found == outcome(
        lambda: (
            *tuple(
                "queue locked: " + to_string(each_2.name)
                for each_2 in tuple(each for each in queues if is_locked(queue=each))
            ),
            *tuple(
                "blocked for more than 72 hours: " + each_4.task_id
                for each_4 in tuple(
                    each_3
                    for each_3 in tasks
                    if blocked_hours(task=each_3, moment=moment) > 72.0
                )
            ),
            *tuple(
                "unaudited action: " + each_6.task_id
                for each_6 in tuple(
                    each_5
                    for each_5 in tasks
                    if not is_audited(task=each_5, entries=entries)
                )
            ),
        )
    )


@given(
    moment=st.datetimes(timezones=st.just(UTC)),
    queues=st.lists(
        instances(
            TaskQueue,
            (
                3,
                24.0,
                72.0,
                "blocked for more than 24 hours: ",
                "more than 3 pending proposals",
                "queue at capacity: ",
                "unresolved deviation: ",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
    tasks=st.lists(
        instances(
            Task,
            (
                3,
                24.0,
                72.0,
                "blocked for more than 24 hours: ",
                "more than 3 pending proposals",
                "queue at capacity: ",
                "unresolved deviation: ",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
    proposals=st.lists(
        instances(
            Proposal,
            (
                3,
                24.0,
                72.0,
                "blocked for more than 24 hours: ",
                "more than 3 pending proposals",
                "queue at capacity: ",
                "unresolved deviation: ",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
    deviations=st.lists(
        instances(
            Deviation,
            (
                3,
                24.0,
                72.0,
                "blocked for more than 24 hours: ",
                "more than 3 pending proposals",
                "queue at capacity: ",
                "unresolved deviation: ",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
)
def test_yellow_reasons(
    moment: datetime,
    queues: tuple[TaskQueue, ...],
    tasks: tuple[Task, ...],
    proposals: tuple[Proposal, ...],
    deviations: tuple[Deviation, ...],
) -> None:
    """In the model: ((queues->reject { in item each : TaskQueue; HasPlace(queue = each,
    tasks = tasks) }) ->collect { in item each : TaskQueue; "queue at capacity: " +
    ToString(each.name) }, (tasks->select { in item each : Task; BlockedHours(task =
    each, moment = moment) > 24.0 and BlockedHours(task = each, moment = moment) <=
    72.0 }) ->collect { in item each : Task; "blocked for more than 24 hours: " +
    each.taskId }, (deviations->select { in item each : Deviation;
    isEmpty(each.resolvedAt) })->collect { in item each : Deviation; "unresolved
    deviation: " + each.deviationId }, if size(PendingOf(proposals = proposals)) > 3
    ? "more than 3 pending proposals" else null)
    """
    found = outcome(
        lambda: calculations.yellow_reasons(
            moment=moment,
            queues=queues,
            tasks=tasks,
            proposals=proposals,
            deviations=deviations,
        )
    )
    assert found == outcome(
        lambda: (
            *tuple(
                "queue at capacity: " + to_string(each_2.name)
                for each_2 in tuple(
                    each for each in queues if not has_place(queue=each, tasks=tasks)
                )
            ),
            *tuple(
                "blocked for more than 24 hours: " + each_4.task_id
                for each_4 in tuple(
                    each_3
                    for each_3 in tasks
                    if blocked_hours(task=each_3, moment=moment) > 24.0
                    and blocked_hours(task=each_3, moment=moment) <= 72.0
                )
            ),
            *tuple(
                "unresolved deviation: " + each_6.deviation_id
                for each_6 in tuple(
                    each_5 for each_5 in deviations if each_5.resolved_at is None
                )
            ),
            *tuple(
                each
                for each in (
                    (
                        "more than 3 pending proposals"
                        if len(pending_of(proposals=proposals)) > 3
                        else None
                    ),
                )
                if each is not None
            ),
        )
    )


@given(
    proposals=st.lists(instances(Proposal), min_size=0, max_size=3).map(tuple),
)
def test_pending_of(proposals: tuple[Proposal, ...]) -> None:
    """In the model: proposals->select { in item each : Proposal; each.status ==
    ProposalStatus::pending }
    """
    found = outcome(lambda: calculations.pending_of(proposals=proposals))
    assert found == outcome(
        lambda: tuple(
            each for each in proposals if each.status == ProposalStatus.PENDING
        )
    )


@given(
    red=st.lists(st.text(max_size=9), min_size=0, max_size=3).map(tuple),
    yellow=st.lists(st.text(max_size=9), min_size=0, max_size=3).map(tuple),
)
def test_health_of(red: tuple[str, ...], yellow: tuple[str, ...]) -> None:
    """In the model: if notEmpty(red) ? Health::red else if notEmpty(yellow) ?
    Health::yellow else Health::green
    """
    found = outcome(lambda: calculations.health_of(red=red, yellow=yellow))
    assert found == outcome(
        lambda: (
            Health.RED if bool(red) else Health.YELLOW if bool(yellow) else Health.GREEN
        )
    )


def test_system_lock() -> None:
    """In the model: "SYSTEM_LOCK" """
    found = outcome(lambda: calculations.system_lock())
    assert found == outcome(lambda: "SYSTEM_LOCK")


def test_standard_queues() -> None:
    """In the model: (new TaskQueue(name = QueueName::research, purpose = "Exploratory
    work", maxConcurrent = 2), new TaskQueue(name = QueueName::data, purpose = "Data
    engineering", maxConcurrent = 1), new TaskQueue(name = QueueName::dev, purpose =
    "Development work", maxConcurrent = 3), new TaskQueue(name =
    QueueName::governance, purpose = "Spec changes", maxConcurrent = 1,
    requiresHumanApproval = true))
    """
    found = outcome(lambda: calculations.standard_queues())
    assert found == outcome(
        lambda: (
            TaskQueue(
                name=QueueName.RESEARCH, purpose="Exploratory work", max_concurrent=2
            ),
            TaskQueue(
                name=QueueName.DATA, purpose="Data engineering", max_concurrent=1
            ),
            TaskQueue(name=QueueName.DEV, purpose="Development work", max_concurrent=3),
            TaskQueue(
                name=QueueName.GOVERNANCE,
                purpose="Spec changes",
                max_concurrent=1,
                requires_human_approval=True,
            ),
        )
    )


@given(
    task_id=st.text(max_size=9),
    tasks=st.lists(instances(Task, (1,)), min_size=0, max_size=3).map(tuple),
)
def test_task_with(task_id: str, tasks: tuple[Task, ...]) -> None:
    """In the model: (tasks->select { in item each : Task; each.taskId == taskId })#(1)"""
    found = outcome(lambda: calculations.task_with(task_id=task_id, tasks=tasks))
    assert found == outcome(
        lambda: at(tuple(each for each in tasks if each.task_id == task_id), 1)
    )


@given(
    name=st.sampled_from(QueueName),
    queues=st.lists(instances(TaskQueue, (1,)), min_size=0, max_size=3).map(tuple),
)
def test_queue_with(name: QueueName, queues: tuple[TaskQueue, ...]) -> None:
    """In the model: (queues->select { in item each : TaskQueue; each.name == name
    })#(1)
    """
    found = outcome(lambda: calculations.queue_with(name=name, queues=queues))
    assert found == outcome(
        lambda: at(tuple(each for each in queues if each.name == name), 1)
    )


@given(
    name=st.sampled_from(QueueName),
    tasks=st.lists(instances(Task), min_size=0, max_size=3).map(tuple),
)
def test_running_in(name: QueueName, tasks: tuple[Task, ...]) -> None:
    """In the model: tasks->select { in item each : Task; each.queue == name and
    each.status == TaskStatus::running }
    """
    found = outcome(lambda: calculations.running_in(name=name, tasks=tasks))
    assert found == outcome(
        lambda: tuple(
            each
            for each in tasks
            if each.queue == name and each.status == TaskStatus.RUNNING
        )
    )


@given(
    name=st.sampled_from(QueueName),
    tasks=st.lists(instances(Task), min_size=0, max_size=3).map(tuple),
)
def test_waiting_in(name: QueueName, tasks: tuple[Task, ...]) -> None:
    """In the model: size(tasks->select { in item each : Task; each.queue == name and
    each.status == TaskStatus::queued })
    """
    found = outcome(lambda: calculations.waiting_in(name=name, tasks=tasks))
    assert found == outcome(
        lambda: len(
            tuple(
                each
                for each in tasks
                if each.queue == name and each.status == TaskStatus.QUEUED
            )
        )
    )


@given(
    queue=instances(TaskQueue),
    tasks=st.lists(instances(Task), min_size=0, max_size=3).map(tuple),
)
def test_occupied(queue: TaskQueue, tasks: tuple[Task, ...]) -> None:
    """In the model: if queue.lockOnStart ? size(queue.locks->select { in each : String;
    each != SystemLock() }) else size(RunningIn(tasks = tasks, name = queue.name))
    """
    found = outcome(lambda: calculations.occupied(queue=queue, tasks=tasks))
    assert found == outcome(
        lambda: (
            len(tuple(each for each in queue.locks if each != system_lock()))
            if queue.lock_on_start
            else len(running_in(tasks=tasks, name=queue.name))
        )
    )


@given(
    queue=instances(TaskQueue),
)
def test_is_locked(queue: TaskQueue) -> None:
    """In the model: queue.locks->exists { in each : String; each == SystemLock() }"""
    found = outcome(lambda: calculations.is_locked(queue=queue))
    assert found == outcome(lambda: any(each == system_lock() for each in queue.locks))


@given(
    queue=instances(TaskQueue),
    tasks=st.lists(instances(Task), min_size=0, max_size=3).map(tuple),
)
def test_has_place(queue: TaskQueue, tasks: tuple[Task, ...]) -> None:
    """In the model: Occupied(queue = queue, tasks = tasks) < queue.maxConcurrent"""
    found = outcome(lambda: calculations.has_place(queue=queue, tasks=tasks))
    assert found == outcome(
        lambda: occupied(queue=queue, tasks=tasks) < queue.max_concurrent
    )


@given(
    word=st.text(max_size=9),
    words=st.lists(st.text(max_size=9), min_size=0, max_size=3).map(tuple),
)
def test_without(word: str, words: tuple[str, ...]) -> None:
    """In the model: words->reject { in each : String; each == word }"""
    found = outcome(lambda: calculations.without(word=word, words=words))
    assert found == outcome(lambda: tuple(each for each in words if each != word))


@given(
    agent_id=st.text(max_size=9),
    agents=st.lists(instances(AgentRecord, (1,)), min_size=0, max_size=3).map(tuple),
)
def test_agent_with(agent_id: str, agents: tuple[AgentRecord, ...]) -> None:
    """In the model: (agents->select { in item each : AgentRecord; each.agentId ==
    agentId })#(1)
    """
    found = outcome(lambda: calculations.agent_with(agent_id=agent_id, agents=agents))
    assert found == outcome(
        lambda: at(tuple(each for each in agents if each.agent_id == agent_id), 1)
    )


@given(
    session_id=st.text(max_size=9),
    sessions=st.lists(instances(Session, (1,)), min_size=0, max_size=3).map(tuple),
)
def test_session_with(session_id: str, sessions: tuple[Session, ...]) -> None:
    """In the model: (sessions->select { in item each : Session; each.sessionId ==
    sessionId })#(1)
    """
    found = outcome(
        lambda: calculations.session_with(session_id=session_id, sessions=sessions)
    )
    assert found == outcome(
        lambda: at(tuple(each for each in sessions if each.session_id == session_id), 1)
    )


@given(
    session=instances(Session),
    moment=st.datetimes(timezones=st.just(UTC)),
)
def test_is_open(session: Session, moment: datetime) -> None:
    """In the model: session.'state' == SessionState::active and session.expiresAt >
    moment
    """
    found = outcome(lambda: calculations.is_open(session=session, moment=moment))
    assert found == outcome(
        lambda: session.state == SessionState.ACTIVE and session.expires_at > moment
    )


@given(
    review_id=st.text(max_size=9),
    reviews=st.lists(instances(Review, (1,)), min_size=0, max_size=3).map(tuple),
)
def test_review_with(review_id: str, reviews: tuple[Review, ...]) -> None:
    """In the model: (reviews->select { in item each : Review; each.reviewId == reviewId
    })#(1)
    """
    found = outcome(
        lambda: calculations.review_with(review_id=review_id, reviews=reviews)
    )
    assert found == outcome(
        lambda: at(tuple(each for each in reviews if each.review_id == review_id), 1)
    )


@given(
    task=instances(Task),
    reviews=st.lists(instances(Review), min_size=0, max_size=3).map(tuple),
)
def test_reviews_of(task: Task, reviews: tuple[Review, ...]) -> None:
    """In the model: reviews->select { in item each : Review; each.taskId == task.taskId
    and each.revision == task.revision }
    """
    found = outcome(lambda: calculations.reviews_of(task=task, reviews=reviews))
    assert found == outcome(
        lambda: tuple(
            each
            for each in reviews
            if each.task_id == task.task_id and each.revision == task.revision
        )
    )


@given(
    review_id=st.text(max_size=9),
    checks=st.lists(instances(ReviewCheck), min_size=0, max_size=3).map(tuple),
)
def test_checks_of(review_id: str, checks: tuple[ReviewCheck, ...]) -> None:
    """In the model: checks->select { in item each : ReviewCheck; each.review.reviewId
    == reviewId }
    """
    found = outcome(lambda: calculations.checks_of(review_id=review_id, checks=checks))
    assert found == outcome(
        lambda: tuple(each for each in checks if each.review.review_id == review_id)
    )


@given(
    checks=st.lists(instances(ReviewCheck, (4,)), min_size=0, max_size=3).map(tuple),
)
def test_is_covered(checks: tuple[ReviewCheck, ...]) -> None:
    """In the model: size(checks) == 4"""
    found = outcome(lambda: calculations.is_covered(checks=checks))
    assert found == outcome(lambda: len(checks) == 4)


@given(
    fundamental=st.booleans(),
    checks=st.lists(instances(ReviewCheck, (0,)), min_size=0, max_size=3).map(tuple),
)
def test_verdict_of(fundamental: bool, checks: tuple[ReviewCheck, ...]) -> None:
    """In the model: if fundamental ? Verdict::BLOCKED else if checks->exists { in item
    each : ReviewCheck; each.critical > 0 or each.major > 0 } ?
    Verdict::NEEDS_REVISION else Verdict::APPROVED
    """
    found = outcome(
        lambda: calculations.verdict_of(fundamental=fundamental, checks=checks)
    )
    assert found == outcome(
        lambda: (
            Verdict.BLOCKED
            if fundamental
            else (
                Verdict.NEEDS_REVISION
                if any(each.critical > 0 or each.major > 0 for each in checks)
                else Verdict.APPROVED
            )
        )
    )


@given(
    projects=st.lists(instances(Project), min_size=0, max_size=3).map(tuple),
)
def test_is_frozen(projects: tuple[Project, ...]) -> None:
    """In the model: projects->exists { in item each : Project; each.frozen }"""
    found = outcome(lambda: calculations.is_frozen(projects=projects))
    assert found == outcome(lambda: any(each.frozen for each in projects))


@given(
    freezes=st.lists(
        instances(
            FreezeRecord,
            (
                " (",
                ") since ",
                ": ",
                "; ",
                "; it stays so until the project owner lifts it, only unfreeze does that",
                "The system is frozen by ",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
    agents=st.lists(
        instances(
            AgentRecord,
            (
                " (",
                ") since ",
                ": ",
                "; ",
                "; it stays so until the project owner lifts it, only unfreeze does that",
                "The system is frozen by ",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
)
def test_freeze_text(
    freezes: tuple[FreezeRecord, ...], agents: tuple[AgentRecord, ...]
) -> None:
    """In the model: Join((freezes->select { in item each : FreezeRecord;
    isEmpty(each.liftedAt) })->collect { in item each : FreezeRecord; "The system is
    frozen by " + (AgentWith(agents = agents, agentId = each.frozenBy).name ??
    each.frozenBy) + " (" + each.frozenBy + ") since " + ToString(each.frozenAt) + ":
    " + each.reason + "; it stays so until the project owner lifts it, only unfreeze
    does that" }, "; ")
    """
    found = outcome(lambda: calculations.freeze_text(freezes=freezes, agents=agents))
    assert found == outcome(
        lambda: "; ".join(
            "The system is frozen by "
            + next(
                (
                    found
                    for found in (
                        next(
                            (
                                each.name
                                for each in tuple(
                                    each
                                    for each in (
                                        agent_with(
                                            agents=agents, agent_id=each_2.frozen_by
                                        ),
                                    )
                                    if each is not None
                                )
                            ),
                            None,
                        ),
                    )
                    if found is not None
                ),
                each_2.frozen_by,
            )
            + " ("
            + each_2.frozen_by
            + ") since "
            + to_string(each_2.frozen_at)
            + ": "
            + each_2.reason
            + "; it stays so until the project owner lifts it, only unfreeze does that"
            for each_2 in tuple(each for each in freezes if each.lifted_at is None)
        )
    )


@given(
    session=instances(Session, ("*",)),
    task_id=st.sampled_from(["*"]) | st.text(max_size=9),
)
def test_in_scope(session: Session, task_id: str) -> None:
    """In the model: includes(session.taskScope, "*") or includes(session.taskScope,
    taskId)
    """
    found = outcome(lambda: calculations.in_scope(session=session, task_id=task_id))
    assert found == outcome(
        lambda: "*" in session.task_scope or task_id in session.task_scope
    )


@given(
    session=instances(Session),
    task_id=st.text(max_size=9),
    moment=st.datetimes(timezones=st.just(UTC)),
)
def test_carries(session: Session, task_id: str, moment: datetime) -> None:
    """In the model: IsOpen(session = session, moment = moment) and session.roleMode !=
    RoleMode::architect and session.roleMode != RoleMode::planner and InScope(session
    = session, taskId = taskId)
    """
    found = outcome(
        lambda: calculations.carries(session=session, task_id=task_id, moment=moment)
    )
    assert found == outcome(
        lambda: is_open(session=session, moment=moment)
        and session.role_mode != RoleMode.ARCHITECT
        and (session.role_mode != RoleMode.PLANNER)
        and in_scope(session=session, task_id=task_id)
    )


@given(
    ending=instances(Session),
    task_id=st.text(max_size=9),
    moment=st.datetimes(timezones=st.just(UTC)),
    sessions=st.lists(instances(Session), min_size=0, max_size=3).map(tuple),
)
def test_is_carried_besides(
    ending: Session, task_id: str, moment: datetime, sessions: tuple[Session, ...]
) -> None:
    """In the model: sessions->exists { in item other : Session; other.sessionId !=
    ending.sessionId and other.agentId == ending.agentId and Carries(session = other,
    taskId = taskId, moment = moment) }
    """
    found = outcome(
        lambda: calculations.is_carried_besides(
            ending=ending, task_id=task_id, moment=moment, sessions=sessions
        )
    )
    assert found == outcome(
        lambda: any(
            other.session_id != ending.session_id
            and other.agent_id == ending.agent_id
            and carries(session=other, task_id=task_id, moment=moment)
            for other in sessions
        )
    )


@given(
    ending=instances(Session, ("",)),
    moment=st.datetimes(timezones=st.just(UTC)),
    tasks=st.lists(instances(Task, ("",)), min_size=0, max_size=3).map(tuple),
    sessions=st.lists(instances(Session, ("",)), min_size=0, max_size=3).map(tuple),
)
def test_left_by(
    ending: Session,
    moment: datetime,
    tasks: tuple[Task, ...],
    sessions: tuple[Session, ...],
) -> None:
    """In the model: tasks->select { in item task : Task; task.status ==
    TaskStatus::running and (task.assignee ?? "") == ending.agentId and
    InScope(session = ending, taskId = task.taskId) and not IsCarriedBesides(sessions
    = sessions, ending = ending, taskId = task.taskId, moment = moment) }
    """
    found = outcome(
        lambda: calculations.left_by(
            ending=ending, moment=moment, tasks=tasks, sessions=sessions
        )
    )
    assert found == outcome(
        lambda: tuple(
            task
            for task in tasks
            if task.status == TaskStatus.RUNNING
            and (task.assignee if task.assignee is not None else "") == ending.agent_id
            and in_scope(session=ending, task_id=task.task_id)
            and (
                not is_carried_besides(
                    sessions=sessions,
                    ending=ending,
                    task_id=task.task_id,
                    moment=moment,
                )
            )
        )
    )


@given(
    earlier=st.datetimes(timezones=st.just(UTC)),
    later=st.datetimes(timezones=st.just(UTC)),
)
def test_hours_between(earlier: datetime, later: datetime) -> None:
    """In the model: Seconds(later - earlier) / 3600.0"""
    found = outcome(lambda: calculations.hours_between(earlier=earlier, later=later))
    assert found == outcome(lambda: (later - earlier).total_seconds() / 3600.0)


@given(
    queues=st.lists(instances(TaskQueue), min_size=0, max_size=3).map(tuple),
    tasks=st.lists(instances(Task), min_size=0, max_size=3).map(tuple),
)
def test_queue_lines(queues: tuple[TaskQueue, ...], tasks: tuple[Task, ...]) -> None:
    """In the model: queues->collect { in item each : TaskQueue; new QueueLine(queue =
    each.name, purpose = each.purpose, running = size(RunningIn(tasks = tasks, name =
    each.name)), limit = each.maxConcurrent, waiting = WaitingIn(tasks = tasks, name
    = each.name), locks = each.locks) }
    """
    found = outcome(lambda: calculations.queue_lines(queues=queues, tasks=tasks))
    assert found == outcome(
        lambda: tuple(
            QueueLine(
                queue=each.name,
                purpose=each.purpose,
                running=len(running_in(tasks=tasks, name=each.name)),
                limit=each.max_concurrent,
                waiting=waiting_in(tasks=tasks, name=each.name),
                locks=each.locks,
            )
            for each in queues
        )
    )


def test_by_people() -> None:
    """In the model: "by people" """
    found = outcome(lambda: calculations.by_people())
    assert found == outcome(lambda: "by people")


@given(
    words=st.lists(
        st.sampled_from([", ", "none"]) | st.text(max_size=9), min_size=0, max_size=3
    ).map(tuple),
)
def test_listed(words: tuple[str, ...]) -> None:
    """In the model: if isEmpty(words) ? "none" else Join(words, ", ")"""
    found = outcome(lambda: calculations.listed(words=words))
    assert found == outcome(lambda: "none" if not words else ", ".join(words))


@given(
    moment=st.datetimes(timezones=st.just(UTC)),
    hours=st.floats(-1e3, 1e3),
    entries=st.lists(instances(AuditEntry), min_size=0, max_size=3).map(tuple),
)
def test_entries_since(
    moment: datetime, hours: float, entries: tuple[AuditEntry, ...]
) -> None:
    """In the model: entries->select { in item each : AuditEntry; HoursBetween(earlier =
    each.moment, later = moment) <= hours }
    """
    found = outcome(
        lambda: calculations.entries_since(moment=moment, hours=hours, entries=entries)
    )
    assert found == outcome(
        lambda: tuple(
            each
            for each in entries
            if hours_between(earlier=each.moment, later=moment) <= hours
        )
    )


@given(
    status=st.sampled_from(TaskStatus),
    tasks=st.lists(instances(Task), min_size=0, max_size=3).map(tuple),
)
def test_ids_with(status: TaskStatus, tasks: tuple[Task, ...]) -> None:
    """In the model: (tasks->select { in item each : Task; each.status == status
    })->collect { in item each : Task; each.taskId }
    """
    found = outcome(lambda: calculations.ids_with(status=status, tasks=tasks))
    assert found == outcome(
        lambda: tuple(
            each_2.task_id
            for each_2 in tuple(each for each in tasks if each.status == status)
        )
    )


@given(
    tasks=st.lists(
        instances(
            Task,
            (
                " actions of agents",
                " changes",
                " without a place",
                "Assign priorities and queues",
                "Complete tasks that wait for the final review",
                "Oversee the running tasks",
                "Review overnight agent activity",
                "Review status changes",
                "Review the inbox for new requests",
                "Start the execution cycle",
                "evening",
                "execution",
                "morning",
                "triage",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
    entries=st.lists(
        instances(
            AuditEntry,
            (
                " actions of agents",
                " changes",
                " without a place",
                "Assign priorities and queues",
                "Complete tasks that wait for the final review",
                "Oversee the running tasks",
                "Review overnight agent activity",
                "Review status changes",
                "Review the inbox for new requests",
                "Start the execution cycle",
                "evening",
                "execution",
                "morning",
                "triage",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
)
def test_daily_lines(tasks: tuple[Task, ...], entries: tuple[AuditEntry, ...]) -> None:
    """In the model: (new ChecklistLine(section = "morning", line = "Review overnight
    agent activity", found = ToString(size(entries->reject { in item each :
    AuditEntry; IsPerson(role = each.role) })) + " actions of agents"), new
    ChecklistLine(section = "morning", line = "Review status changes", found =
    ToString(size(entries->select { in item each : AuditEntry; notEmpty(each.target)
    and each.origin != each.target })) + " changes"), new ChecklistLine(section =
    "triage", line = "Review the inbox for new requests", found = Listed(words =
    IdsWith(tasks = tasks, status = TaskStatus::inbox))), new ChecklistLine(section =
    "triage", line = "Assign priorities and queues", found =
    ToString(size(IdsWith(tasks = tasks, status = TaskStatus::inbox))) + " without a
    place"), new ChecklistLine(section = "execution", line = "Start the execution
    cycle", found = Listed(words = IdsWith(tasks = tasks, status =
    TaskStatus::queued))), new ChecklistLine(section = "execution", line = "Oversee
    the running tasks", found = Listed(words = IdsWith(tasks = tasks, status =
    TaskStatus::running))), new ChecklistLine(section = "evening", line = "Complete
    tasks that wait for the final review", found = Listed(words = IdsWith(tasks =
    tasks, status = TaskStatus::reviewing))))
    """
    found = outcome(lambda: calculations.daily_lines(tasks=tasks, entries=entries))
    assert found == outcome(
        lambda: (
            ChecklistLine(
                section="morning",
                line="Review overnight agent activity",
                found=to_string(
                    len(
                        tuple(each for each in entries if not is_person(role=each.role))
                    )
                )
                + " actions of agents",
            ),
            ChecklistLine(
                section="morning",
                line="Review status changes",
                found=to_string(
                    len(
                        tuple(
                            each_2
                            for each_2 in entries
                            if each_2.target is not None
                            and each_2.origin != each_2.target
                        )
                    )
                )
                + " changes",
            ),
            ChecklistLine(
                section="triage",
                line="Review the inbox for new requests",
                found=listed(words=ids_with(tasks=tasks, status=TaskStatus.INBOX)),
            ),
            ChecklistLine(
                section="triage",
                line="Assign priorities and queues",
                found=to_string(len(ids_with(tasks=tasks, status=TaskStatus.INBOX)))
                + " without a place",
            ),
            ChecklistLine(
                section="execution",
                line="Start the execution cycle",
                found=listed(words=ids_with(tasks=tasks, status=TaskStatus.QUEUED)),
            ),
            ChecklistLine(
                section="execution",
                line="Oversee the running tasks",
                found=listed(words=ids_with(tasks=tasks, status=TaskStatus.RUNNING)),
            ),
            ChecklistLine(
                section="evening",
                line="Complete tasks that wait for the final review",
                found=listed(words=ids_with(tasks=tasks, status=TaskStatus.REVIEWING)),
            ),
        )
    )


@given(
    moment=st.datetimes(timezones=st.just(UTC)),
    tasks=st.lists(instances(Task, (7.0,)), min_size=0, max_size=3).map(tuple),
)
def test_orphans(moment: datetime, tasks: tuple[Task, ...]) -> None:
    """In the model: (tasks->select { in item each : Task; each.status ==
    TaskStatus::running and AgeInDays(earlier = each.startedAt, later = moment) > 7.0
    }) ->collect { in item each : Task; each.taskId }
    """
    found = outcome(lambda: calculations.orphans(moment=moment, tasks=tasks))
    assert found == outcome(
        lambda: tuple(
            each_2.task_id
            for each_2 in tuple(
                each
                for each in tasks
                if each.status == TaskStatus.RUNNING
                and age_in_days(earlier=each.started_at, later=moment) > 7.0
            )
        )
    )


@given(
    moment=st.datetimes(timezones=st.just(UTC)),
    tasks=st.lists(
        instances(
            Task,
            (
                7.0,
                " agents",
                " freezes this week",
                " pending",
                " this week",
                " unresolved",
                "Audit deviation declarations",
                "Check for orphaned tasks (running > 7 days)",
                "Meet on Friday for an hour: project owner, platform engineer, project leads",
                "Process pending proposals",
                "Refresh capability map if new features added",
                "Review agent registration",
                "Review all new decision-log entries",
                "Update ARCHITECTURE_PACK_INDEX.md if needed",
                "Update docs/BLUEPRINT_FREEZE_RECORD.md if needed",
                "Validate spec_registry.yaml consistency",
                "documentation",
                "governance",
                "meeting",
                "system_health",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
    proposals=st.lists(
        instances(
            Proposal,
            (
                7.0,
                " agents",
                " freezes this week",
                " pending",
                " this week",
                " unresolved",
                "Audit deviation declarations",
                "Check for orphaned tasks (running > 7 days)",
                "Meet on Friday for an hour: project owner, platform engineer, project leads",
                "Process pending proposals",
                "Refresh capability map if new features added",
                "Review agent registration",
                "Review all new decision-log entries",
                "Update ARCHITECTURE_PACK_INDEX.md if needed",
                "Update docs/BLUEPRINT_FREEZE_RECORD.md if needed",
                "Validate spec_registry.yaml consistency",
                "documentation",
                "governance",
                "meeting",
                "system_health",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
    deviations=st.lists(
        instances(
            Deviation,
            (
                7.0,
                " agents",
                " freezes this week",
                " pending",
                " this week",
                " unresolved",
                "Audit deviation declarations",
                "Check for orphaned tasks (running > 7 days)",
                "Meet on Friday for an hour: project owner, platform engineer, project leads",
                "Process pending proposals",
                "Refresh capability map if new features added",
                "Review agent registration",
                "Review all new decision-log entries",
                "Update ARCHITECTURE_PACK_INDEX.md if needed",
                "Update docs/BLUEPRINT_FREEZE_RECORD.md if needed",
                "Validate spec_registry.yaml consistency",
                "documentation",
                "governance",
                "meeting",
                "system_health",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
    freezes=st.lists(
        instances(
            FreezeRecord,
            (
                7.0,
                " agents",
                " freezes this week",
                " pending",
                " this week",
                " unresolved",
                "Audit deviation declarations",
                "Check for orphaned tasks (running > 7 days)",
                "Meet on Friday for an hour: project owner, platform engineer, project leads",
                "Process pending proposals",
                "Refresh capability map if new features added",
                "Review agent registration",
                "Review all new decision-log entries",
                "Update ARCHITECTURE_PACK_INDEX.md if needed",
                "Update docs/BLUEPRINT_FREEZE_RECORD.md if needed",
                "Validate spec_registry.yaml consistency",
                "documentation",
                "governance",
                "meeting",
                "system_health",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
    agents=st.lists(
        instances(
            AgentRecord,
            (
                7.0,
                " agents",
                " freezes this week",
                " pending",
                " this week",
                " unresolved",
                "Audit deviation declarations",
                "Check for orphaned tasks (running > 7 days)",
                "Meet on Friday for an hour: project owner, platform engineer, project leads",
                "Process pending proposals",
                "Refresh capability map if new features added",
                "Review agent registration",
                "Review all new decision-log entries",
                "Update ARCHITECTURE_PACK_INDEX.md if needed",
                "Update docs/BLUEPRINT_FREEZE_RECORD.md if needed",
                "Validate spec_registry.yaml consistency",
                "documentation",
                "governance",
                "meeting",
                "system_health",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
)
def test_weekly_lines(
    moment: datetime,
    tasks: tuple[Task, ...],
    proposals: tuple[Proposal, ...],
    deviations: tuple[Deviation, ...],
    freezes: tuple[FreezeRecord, ...],
    agents: tuple[AgentRecord, ...],
) -> None:
    """In the model: (new ChecklistLine(section = "meeting", line = "Meet on Friday for
    an hour: project owner, platform engineer, project leads", found = ByPeople()),
    new ChecklistLine(section = "governance", line = "Review all new decision-log
    entries", found = ToString(size(proposals->select { in item each : Proposal;
    notEmpty(each.decidedAt) and AgeInDays(earlier = each.decidedAt, later = moment)
    <= 7.0 })) + " this week"), new ChecklistLine(section = "governance", line =
    "Process pending proposals", found = ToString(size(PendingOf(proposals =
    proposals))) + " pending"), new ChecklistLine(section = "governance", line =
    "Audit deviation declarations", found = ToString(size(deviations->select { in
    item each : Deviation; isEmpty(each.resolvedAt) })) + " unresolved"), new
    ChecklistLine(section = "governance", line = "Update
    docs/BLUEPRINT_FREEZE_RECORD.md if needed", found = ToString(size(freezes->select
    { in item each : FreezeRecord; AgeInDays(earlier = each.frozenAt, later = moment)
    <= 7.0 })) + " freezes this week"), new ChecklistLine(section = "system_health",
    line = "Check for orphaned tasks (running > 7 days)", found = Listed(words =
    Orphans(tasks = tasks, moment = moment))), new ChecklistLine(section =
    "system_health", line = "Review agent registration", found =
    ToString(size(agents)) + " agents"), new ChecklistLine(section = "system_health",
    line = "Validate spec_registry.yaml consistency", found = ByPeople()), new
    ChecklistLine(section = "documentation", line = "Update
    ARCHITECTURE_PACK_INDEX.md if needed", found = ByPeople()), new
    ChecklistLine(section = "documentation", line = "Refresh capability map if new
    features added", found = ByPeople()))
    """
    found = outcome(
        lambda: calculations.weekly_lines(
            moment=moment,
            tasks=tasks,
            proposals=proposals,
            deviations=deviations,
            freezes=freezes,
            agents=agents,
        )
    )
    assert found == outcome(
        lambda: (
            ChecklistLine(
                section="meeting",
                line="Meet on Friday for an hour: project owner, platform engineer, project leads",
                found=by_people(),
            ),
            ChecklistLine(
                section="governance",
                line="Review all new decision-log entries",
                found=to_string(
                    len(
                        tuple(
                            each
                            for each in proposals
                            if each.decided_at is not None
                            and age_in_days(earlier=each.decided_at, later=moment)
                            <= 7.0
                        )
                    )
                )
                + " this week",
            ),
            ChecklistLine(
                section="governance",
                line="Process pending proposals",
                found=to_string(len(pending_of(proposals=proposals))) + " pending",
            ),
            ChecklistLine(
                section="governance",
                line="Audit deviation declarations",
                found=to_string(
                    len(
                        tuple(
                            each_2
                            for each_2 in deviations
                            if each_2.resolved_at is None
                        )
                    )
                )
                + " unresolved",
            ),
            ChecklistLine(
                section="governance",
                line="Update docs/BLUEPRINT_FREEZE_RECORD.md if needed",
                found=to_string(
                    len(
                        tuple(
                            each_3
                            for each_3 in freezes
                            if age_in_days(earlier=each_3.frozen_at, later=moment)
                            <= 7.0
                        )
                    )
                )
                + " freezes this week",
            ),
            ChecklistLine(
                section="system_health",
                line="Check for orphaned tasks (running > 7 days)",
                found=listed(words=orphans(tasks=tasks, moment=moment)),
            ),
            ChecklistLine(
                section="system_health",
                line="Review agent registration",
                found=to_string(len(agents)) + " agents",
            ),
            ChecklistLine(
                section="system_health",
                line="Validate spec_registry.yaml consistency",
                found=by_people(),
            ),
            ChecklistLine(
                section="documentation",
                line="Update ARCHITECTURE_PACK_INDEX.md if needed",
                found=by_people(),
            ),
            ChecklistLine(
                section="documentation",
                line="Refresh capability map if new features added",
                found=by_people(),
            ),
        )
    )


@given(
    moment=st.datetimes(timezones=st.just(UTC)),
    tasks=st.lists(instances(Task, (30.0,)), min_size=0, max_size=3).map(tuple),
)
def test_old_audits(moment: datetime, tasks: tuple[Task, ...]) -> None:
    """In the model: (Finished(tasks = tasks)->select { in item each : Task;
    AgeInDays(earlier = each.mergedAt, later = moment) > 30.0 }) ->collect { in item
    each : Task; each.taskId }
    """
    found = outcome(lambda: calculations.old_audits(moment=moment, tasks=tasks))
    assert found == outcome(
        lambda: tuple(
            each_2.task_id
            for each_2 in tuple(
                each
                for each in finished(tasks=tasks)
                if age_in_days(earlier=each.merged_at, later=moment) > 30.0
            )
        )
    )


@given(
    agent_id=st.text(max_size=9),
    moment=st.datetimes(timezones=st.just(UTC)),
    sessions=st.lists(instances(Session), min_size=0, max_size=3).map(tuple),
)
def test_has_session(
    agent_id: str, moment: datetime, sessions: tuple[Session, ...]
) -> None:
    """In the model: sessions->exists { in item each : Session; each.agentId == agentId
    and IsOpen(session = each, moment = moment) }
    """
    found = outcome(
        lambda: calculations.has_session(
            agent_id=agent_id, moment=moment, sessions=sessions
        )
    )
    assert found == outcome(
        lambda: any(
            each.agent_id == agent_id and is_open(session=each, moment=moment)
            for each in sessions
        )
    )


@given(
    moment=st.datetimes(timezones=st.just(UTC)),
    agents=st.lists(instances(AgentRecord), min_size=0, max_size=3).map(tuple),
    sessions=st.lists(instances(Session), min_size=0, max_size=3).map(tuple),
)
def test_idle_agents(
    moment: datetime, agents: tuple[AgentRecord, ...], sessions: tuple[Session, ...]
) -> None:
    """In the model: (agents->reject { in item each : AgentRecord; HasSession(agentId =
    each.agentId, sessions = sessions, moment = moment) }) ->collect { in item each :
    AgentRecord; each.name }
    """
    found = outcome(
        lambda: calculations.idle_agents(
            moment=moment, agents=agents, sessions=sessions
        )
    )
    assert found == outcome(
        lambda: tuple(
            each_2.name
            for each_2 in tuple(
                each
                for each in agents
                if not has_session(
                    agent_id=each.agent_id, sessions=sessions, moment=moment
                )
            )
        )
    )


@given(
    moment=st.datetimes(timezones=st.just(UTC)),
    tasks=st.lists(
        instances(
            Task,
            (
                " violations",
                "Archive old audits (ops/audit to ops/archive)",
                "Clean test agents",
                "Copy the folder state to backups, with the date",
                "Restore the folder state from a backup when it is lost",
                "Update dependencies",
                "Validate all specs (policy check)",
                "Verify the backup",
                "backup",
                "maintenance",
                "recovery",
                "without a session: ",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
    agents=st.lists(
        instances(
            AgentRecord,
            (
                " violations",
                "Archive old audits (ops/audit to ops/archive)",
                "Clean test agents",
                "Copy the folder state to backups, with the date",
                "Restore the folder state from a backup when it is lost",
                "Update dependencies",
                "Validate all specs (policy check)",
                "Verify the backup",
                "backup",
                "maintenance",
                "recovery",
                "without a session: ",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
    sessions=st.lists(
        instances(
            Session,
            (
                " violations",
                "Archive old audits (ops/audit to ops/archive)",
                "Clean test agents",
                "Copy the folder state to backups, with the date",
                "Restore the folder state from a backup when it is lost",
                "Update dependencies",
                "Validate all specs (policy check)",
                "Verify the backup",
                "backup",
                "maintenance",
                "recovery",
                "without a session: ",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
    violations=st.lists(
        instances(
            Violation,
            (
                " violations",
                "Archive old audits (ops/audit to ops/archive)",
                "Clean test agents",
                "Copy the folder state to backups, with the date",
                "Restore the folder state from a backup when it is lost",
                "Update dependencies",
                "Validate all specs (policy check)",
                "Verify the backup",
                "backup",
                "maintenance",
                "recovery",
                "without a session: ",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
)
def test_monthly_lines(
    moment: datetime,
    tasks: tuple[Task, ...],
    agents: tuple[AgentRecord, ...],
    sessions: tuple[Session, ...],
    violations: tuple[Violation, ...],
) -> None:
    """In the model: (new ChecklistLine(section = "maintenance", line = "Archive old
    audits (ops/audit to ops/archive)", found = Listed(words = OldAudits(tasks =
    tasks, moment = moment))), new ChecklistLine(section = "maintenance", line =
    "Clean test agents", found = "without a session: " + Listed(words =
    IdleAgents(agents = agents, sessions = sessions, moment = moment))), new
    ChecklistLine(section = "maintenance", line = "Update dependencies", found =
    ByPeople()), new ChecklistLine(section = "maintenance", line = "Validate all
    specs (policy check)", found = ToString(size(violations)) + " violations"), new
    ChecklistLine(section = "backup", line = "Copy the folder state to backups, with
    the date", found = ByPeople()), new ChecklistLine(section = "backup", line =
    "Verify the backup", found = ByPeople()), new ChecklistLine(section = "recovery",
    line = "Restore the folder state from a backup when it is lost", found =
    ByPeople()))
    """
    found = outcome(
        lambda: calculations.monthly_lines(
            moment=moment,
            tasks=tasks,
            agents=agents,
            sessions=sessions,
            violations=violations,
        )
    )
    assert found == outcome(
        lambda: (
            ChecklistLine(
                section="maintenance",
                line="Archive old audits (ops/audit to ops/archive)",
                found=listed(words=old_audits(tasks=tasks, moment=moment)),
            ),
            ChecklistLine(
                section="maintenance",
                line="Clean test agents",
                found="without a session: "
                + listed(
                    words=idle_agents(agents=agents, sessions=sessions, moment=moment)
                ),
            ),
            ChecklistLine(
                section="maintenance", line="Update dependencies", found=by_people()
            ),
            ChecklistLine(
                section="maintenance",
                line="Validate all specs (policy check)",
                found=to_string(len(violations)) + " violations",
            ),
            ChecklistLine(
                section="backup",
                line="Copy the folder state to backups, with the date",
                found=by_people(),
            ),
            ChecklistLine(
                section="backup", line="Verify the backup", found=by_people()
            ),
            ChecklistLine(
                section="recovery",
                line="Restore the folder state from a backup when it is lost",
                found=by_people(),
            ),
        )
    )


@given(
    counts=st.lists(
        st.sampled_from([0, 1]) | st.integers(0, 12), min_size=0, max_size=3
    ).map(tuple),
)
def test_total(counts: tuple[int, ...]) -> None:
    """In the model: (counts->reduce { in before : Natural; in next : Natural; before +
    next }) ?? 0
    """
    found = outcome(lambda: calculations.total(counts=counts))
    assert found == outcome(
        lambda: next(
            (
                found
                for found in (
                    (
                        reduce(lambda before, next_: before + next_, counts)
                        if counts
                        else None
                    ),
                )
                if found is not None
            ),
            0,
        )
    )


@given(
    hours=st.sampled_from([3600.0, 3599.5, 3600.5]) | st.floats(-1e3, 1e3),
)
def test_later(hours: float) -> None:
    """In the model: TimestampOf("2026-02-02T09:00:00Z") + DurationOf(hours * 3600.0)"""
    found = outcome(lambda: calculations.later(hours=hours))
    assert found == outcome(
        lambda: datetime.fromisoformat("2026-02-02T09:00:00Z")
        + timedelta(seconds=hours * 3600.0)
    )


@given(
    task_id=st.sampled_from(
        ["It works", "Make it", "What is to be made", "agent-2", "src/made.py"]
    )
    | st.text(max_size=9),
    status=st.sampled_from(TaskStatus),
)
def test_sample_task(task_id: str, status: TaskStatus) -> None:
    """In the model: new Task(taskId = taskId, title = "Make it", description = "What is
    to be made", requirements = "It works", queue = QueueName::dev, status = status,
    createdBy = "agent-2", createdAt = Later(hours = 0.0), startedAt = Later(hours =
    0.0), blockedAt = if status == TaskStatus::blocked ? Later(hours = 0.0) else
    null, mergedAt = if status == TaskStatus::merged ? Later(hours = 48.0) else null,
    revision = 1, artifacts = "src/made.py")
    """
    found = outcome(lambda: calculations.sample_task(task_id=task_id, status=status))
    assert found == outcome(
        lambda: Task(
            task_id=task_id,
            title="Make it",
            description="What is to be made",
            requirements=("It works",),
            queue=QueueName.DEV,
            status=status,
            created_by="agent-2",
            created_at=later(hours=0.0),
            started_at=later(hours=0.0),
            blocked_at=later(hours=0.0) if status == TaskStatus.BLOCKED else None,
            merged_at=later(hours=48.0) if status == TaskStatus.MERGED else None,
            revision=1,
            artifacts=("src/made.py",),
        )
    )


@given(
    task_id=st.sampled_from(["agent-3", "task_start"]) | st.text(max_size=9),
    origin=st.sampled_from(TaskStatus),
    target=st.sampled_from(TaskStatus),
)
def test_sample_entry(task_id: str, origin: TaskStatus, target: TaskStatus) -> None:
    """In the model: new AuditEntry(number = 1, taskId = taskId, moment = Later(hours =
    1.0), who = "agent-3", role = RoleMode::builder, what = "task_start", origin =
    origin, target = target)
    """
    found = outcome(
        lambda: calculations.sample_entry(task_id=task_id, origin=origin, target=target)
    )
    assert found == outcome(
        lambda: AuditEntry(
            number=1,
            task_id=task_id,
            moment=later(hours=1.0),
            who="agent-3",
            role=RoleMode.BUILDER,
            what="task_start",
            origin=origin,
            target=target,
        )
    )


@given(
    locks=st.lists(
        st.sampled_from(["Development work"]) | st.text(max_size=9),
        min_size=0,
        max_size=3,
    ).map(tuple),
)
def test_sample_queue(locks: tuple[str, ...]) -> None:
    """In the model: new TaskQueue(name = QueueName::dev, purpose = "Development work",
    maxConcurrent = 3, locks = locks)
    """
    found = outcome(lambda: calculations.sample_queue(locks=locks))
    assert found == outcome(
        lambda: TaskQueue(
            name=QueueName.DEV,
            purpose="Development work",
            max_concurrent=3,
            locks=locks,
        )
    )


@given(
    name=st.sampled_from(QueueName),
)
def test_limit_of(name: QueueName) -> None:
    """In the model: QueueWith(queues = StandardQueues(), name = name).maxConcurrent ??
    0
    """
    found = outcome(lambda: calculations.limit_of(name=name))
    assert found == outcome(
        lambda: next(
            (
                found
                for found in (
                    next(
                        (
                            each.max_concurrent
                            for each in tuple(
                                each
                                for each in (
                                    queue_with(queues=standard_queues(), name=name),
                                )
                                if each is not None
                            )
                        ),
                        None,
                    ),
                )
                if found is not None
            ),
            0,
        )
    )


def test_approving() -> None:
    """In the model: (StandardQueues()->select { in item each : TaskQueue;
    each.requiresHumanApproval }) ->collect { in item each : TaskQueue; each.name }
    """
    found = outcome(lambda: calculations.approving())
    assert found == outcome(
        lambda: tuple(
            each_2.name
            for each_2 in tuple(
                each for each in standard_queues() if each.requires_human_approval
            )
        )
    )


@given(
    task_id=st.sampled_from(["-R1", "agent-4"]) | st.text(max_size=9),
    verdict=st.sampled_from(Verdict),
)
def test_sample_review(task_id: str, verdict: Verdict) -> None:
    """In the model: new Review(reviewId = taskId + "-R1", taskId = taskId, revision =
    1, reviewer = "agent-4", verdict = verdict, createdAt = Later(hours = 2.0))
    """
    found = outcome(
        lambda: calculations.sample_review(task_id=task_id, verdict=verdict)
    )
    assert found == outcome(
        lambda: Review(
            review_id=task_id + "-R1",
            task_id=task_id,
            revision=1,
            reviewer="agent-4",
            verdict=verdict,
            created_at=later(hours=2.0),
        )
    )


@given(
    persona=st.sampled_from(Persona),
)
def test_seen(persona: Persona) -> None:
    """In the model: (new Review(reviewId = "A-R1", taskId = "A", revision = 1, reviewer
    = "agent-4", persona = persona, createdAt = Later(hours = 2.0))).persona
    """
    found = outcome(lambda: calculations.seen(persona=persona))
    assert found == outcome(
        lambda: Review(
            review_id="A-R1",
            task_id="A",
            revision=1,
            reviewer="agent-4",
            persona=persona,
            created_at=later(hours=2.0),
        ).persona
    )


@given(
    dimension=st.sampled_from(Dimension),
    critical=st.sampled_from([2, 3, 4]) | st.integers(0, 12),
    major=st.sampled_from([2, 3, 4]) | st.integers(0, 12),
    minor=st.sampled_from([2, 3, 4]) | st.integers(0, 12),
)
def test_sample_check(
    dimension: Dimension, critical: int, major: int, minor: int
) -> None:
    """In the model: new ReviewCheck(review = SampleReview(taskId = "A", verdict =
    Verdict::APPROVED), dimension = dimension, critical = critical, major = major,
    minor = minor, checkedAt = Later(hours = 3.0))
    """
    found = outcome(
        lambda: calculations.sample_check(
            dimension=dimension, critical=critical, major=major, minor=minor
        )
    )
    assert found == outcome(
        lambda: ReviewCheck(
            review=sample_review(task_id="A", verdict=Verdict.APPROVED),
            dimension=dimension,
            critical=critical,
            major=major,
            minor=minor,
            checked_at=later(hours=3.0),
        )
    )


def test_sample_checks() -> None:
    """In the model: (SampleCheck(dimension = Dimension::Q, critical = 0, major = 0,
    minor = 2), SampleCheck(dimension = Dimension::R, critical = 0, major = 0, minor
    = 0), SampleCheck(dimension = Dimension::C, critical = 0, major = 0, minor = 1),
    SampleCheck(dimension = Dimension::O, critical = 0, major = 0, minor = 0))
    """
    found = outcome(lambda: calculations.sample_checks())
    assert found == outcome(
        lambda: (
            sample_check(dimension=Dimension.Q, critical=0, major=0, minor=2),
            sample_check(dimension=Dimension.R, critical=0, major=0, minor=0),
            sample_check(dimension=Dimension.C, critical=0, major=0, minor=1),
            sample_check(dimension=Dimension.O_, critical=0, major=0, minor=0),
        )
    )


@given(
    name=st.sampled_from(["agent-1", "agent-3"]) | st.text(max_size=9),
    kind=st.sampled_from(AgentKind),
)
def test_sample_agent(name: str, kind: AgentKind) -> None:
    """In the model: new AgentRecord(agentId = "agent-3", name = name, kind = kind,
    registeredBy = "agent-1", registeredAt = Later(hours = 0.0))
    """
    found = outcome(lambda: calculations.sample_agent(name=name, kind=kind))
    assert found == outcome(
        lambda: AgentRecord(
            agent_id="agent-3",
            name=name,
            kind=kind,
            registered_by="agent-1",
            registered_at=later(hours=0.0),
        )
    )


@given(
    status=st.sampled_from(ProposalStatus),
)
def test_sample_proposal(status: ProposalStatus) -> None:
    """In the model: new Proposal(proposalId = "P1", title = "Longer sessions", change =
    "Sessions last two days", status = status, proposedBy = "agent-2", proposedAt =
    Later(hours = 0.0), decidedAt = if status == ProposalStatus::pending ? null else
    Later(hours = 1.0))
    """
    found = outcome(lambda: calculations.sample_proposal(status=status))
    assert found == outcome(
        lambda: Proposal(
            proposal_id="P1",
            title="Longer sessions",
            change="Sessions last two days",
            status=status,
            proposed_by="agent-2",
            proposed_at=later(hours=0.0),
            decided_at=None if status == ProposalStatus.PENDING else later(hours=1.0),
        )
    )


@given(
    resolved=st.booleans(),
)
def test_sample_deviation(resolved: bool) -> None:
    """In the model: new Deviation(deviationId = "D1", topic = "Style", reason = "A
    hurry", declaredBy = "agent-2", declaredAt = Later(hours = 0.0), resolvedAt = if
    resolved ? Later(hours = 1.0) else null)
    """
    found = outcome(lambda: calculations.sample_deviation(resolved=resolved))
    assert found == outcome(
        lambda: Deviation(
            deviation_id="D1",
            topic="Style",
            reason="A hurry",
            declared_by="agent-2",
            declared_at=later(hours=0.0),
            resolved_at=later(hours=1.0) if resolved else None,
        )
    )


@given(
    line=st.sampled_from(["; "]) | st.text(max_size=9),
    lines=st.lists(instances(ChecklistLine, ("; ",)), min_size=0, max_size=3).map(
        tuple
    ),
)
def test_found_for(line: str, lines: tuple[ChecklistLine, ...]) -> None:
    """In the model: Join((lines->select { in item each : ChecklistLine; each.line ==
    line })->collect { in item each : ChecklistLine; each.found }, "; ")
    """
    found = outcome(lambda: calculations.found_for(line=line, lines=lines))
    assert found == outcome(
        lambda: "; ".join(
            each_2.found
            for each_2 in tuple(each for each in lines if each.line == line)
        )
    )


@given(
    tasks=st.lists(instances(Task, (72.0, "; ")), min_size=0, max_size=3).map(tuple),
    sessions=st.lists(instances(Session, (72.0, "; ")), min_size=0, max_size=3).map(
        tuple
    ),
    deviations=st.lists(instances(Deviation, (72.0, "; ")), min_size=0, max_size=3).map(
        tuple
    ),
)
def test_missed(
    tasks: tuple[Task, ...],
    sessions: tuple[Session, ...],
    deviations: tuple[Deviation, ...],
) -> None:
    """In the model: Join((MetricLines(tasks = tasks, sessions = sessions, entries = (),
    deviations = deviations, moment = Later(hours = 72.0)) ->reject { in item each :
    MetricLine; each.met }) ->collect { in item each : MetricLine; each.metric }, ";
    ")
    """
    found = outcome(
        lambda: calculations.missed(
            tasks=tasks, sessions=sessions, deviations=deviations
        )
    )
    assert found == outcome(
        lambda: "; ".join(
            each_2.metric
            for each_2 in tuple(
                each
                for each in metric_lines(
                    tasks=tasks,
                    sessions=sessions,
                    entries=(),
                    deviations=deviations,
                    moment=later(hours=72.0),
                )
                if not each.met
            )
        )
    )


@given(
    metric=st.sampled_from(["; "]) | st.text(max_size=9),
    lines=st.lists(instances(MetricLine, ("; ",)), min_size=0, max_size=3).map(tuple),
)
def test_value_of(metric: str, lines: tuple[MetricLine, ...]) -> None:
    """In the model: Join((lines->select { in item each : MetricLine; each.metric ==
    metric })->collect { in item each : MetricLine; each.value }, "; ")
    """
    found = outcome(lambda: calculations.value_of(metric=metric, lines=lines))
    assert found == outcome(
        lambda: "; ".join(
            each_2.value
            for each_2 in tuple(each for each in lines if each.metric == metric)
        )
    )


@given(
    queue=st.sampled_from(QueueName),
    lines=st.lists(instances(QueueLine, (1,)), min_size=0, max_size=3).map(tuple),
)
def test_line_of(queue: QueueName, lines: tuple[QueueLine, ...]) -> None:
    """In the model: (lines->select { in item each : QueueLine; each.queue == queue
    })#(1)
    """
    found = outcome(lambda: calculations.line_of(queue=queue, lines=lines))
    assert found == outcome(
        lambda: at(tuple(each for each in lines if each.queue == queue), 1)
    )


@given(
    noted=instances(AuditEntry, ("", " ", " (", " - ", " -> ", ") ", "- ", ": ")),
)
def test_entry_text(noted: AuditEntry) -> None:
    """In the model: "- " + IsoText(noted.moment) + " " + noted.who + " (" +
    ToString(noted.role) + ") " + noted.what + (if isEmpty(noted.target) ? "" else ":
    " + ToString(noted.origin ?? noted.target) + " -> " + ToString(noted.target)) +
    (if (noted.remark ?? "") == "" ? "" else " - " + (noted.remark ?? ""))
    """
    found = outcome(lambda: calculations.entry_text(noted=noted))
    assert found == outcome(
        lambda: next(
            (
                found_7
                + (
                    ""
                    if (noted.remark if noted.remark is not None else "") == ""
                    else " - " + (noted.remark if noted.remark is not None else "")
                )
                for found_7 in (
                    next(
                        (
                            "- "
                            + noted.moment.isoformat()
                            + " "
                            + noted.who
                            + " ("
                            + to_string(noted.role)
                            + ") "
                            + noted.what
                            + found_6
                            for found_6 in (
                                (
                                    ""
                                    if noted.target is None
                                    else next(
                                        (
                                            found_4 + found_5
                                            for found_4 in (
                                                next(
                                                    (
                                                        found_3 + " -> "
                                                        for found_3 in (
                                                            next(
                                                                (
                                                                    ": " + found_2
                                                                    for found_2 in (
                                                                        next(
                                                                            (
                                                                                to_string(
                                                                                    found
                                                                                )
                                                                                for found in (
                                                                                    (
                                                                                        noted.origin
                                                                                        if noted.origin
                                                                                        is not None
                                                                                        else noted.target
                                                                                    ),
                                                                                )
                                                                                if found
                                                                                is not None
                                                                            ),
                                                                            None,
                                                                        ),
                                                                    )
                                                                    if found_2
                                                                    is not None
                                                                ),
                                                                None,
                                                            ),
                                                        )
                                                        if found_3 is not None
                                                    ),
                                                    None,
                                                ),
                                            )
                                            for found_5 in (
                                                (
                                                    to_string(noted.target)
                                                    if noted.target is not None
                                                    else None
                                                ),
                                            )
                                            if found_4 is not None
                                            if found_5 is not None
                                        ),
                                        None,
                                    )
                                ),
                            )
                            if found_6 is not None
                        ),
                        None,
                    ),
                )
                if found_7 is not None
            ),
            None,
        )
    )


@given(
    noted=instances(AccessRefusal, (" refused ", "- ", ": ")),
)
def test_refusal_text(noted: AccessRefusal) -> None:
    """In the model: "- " + IsoText(noted.refusedAt) + " refused " + noted.operation +
    ": " + noted.reason
    """
    found = outcome(lambda: calculations.refusal_text(noted=noted))
    assert found == outcome(
        lambda: "- "
        + noted.refused_at.isoformat()
        + " refused "
        + noted.operation
        + ": "
        + noted.reason
    )


@given(
    task_id=st.sampled_from(["", "\n"]) | st.text(max_size=9),
    entries=st.lists(instances(AuditEntry, ("", "\n")), min_size=0, max_size=3).map(
        tuple
    ),
    refusals=st.lists(instances(AccessRefusal, ("", "\n")), min_size=0, max_size=3).map(
        tuple
    ),
)
def test_trail_of(
    task_id: str, entries: tuple[AuditEntry, ...], refusals: tuple[AccessRefusal, ...]
) -> None:
    """In the model: Join(((entries->select { in item each : AuditEntry; (each.taskId ??
    "") == taskId }) ->collect { in item each : AuditEntry; EntryText(noted = each)
    }, (refusals->select { in item each : AccessRefusal; (each.resource ?? "") ==
    taskId }) ->collect { in item each : AccessRefusal; RefusalText(noted = each) }),
    "\\n")
    """
    found = outcome(
        lambda: calculations.trail_of(
            task_id=task_id, entries=entries, refusals=refusals
        )
    )
    assert found == outcome(
        lambda: "\n".join(
            (
                *tuple(
                    item
                    for each_2 in tuple(
                        each
                        for each in entries
                        if (each.task_id if each.task_id is not None else "") == task_id
                    )
                    for item in tuple(
                        each for each in (entry_text(noted=each_2),) if each is not None
                    )
                ),
                *tuple(
                    refusal_text(noted=each_4)
                    for each_4 in tuple(
                        each_3
                        for each_3 in refusals
                        if (each_3.resource if each_3.resource is not None else "")
                        == task_id
                    )
                ),
            )
        )
    )


@given(
    task=instances(
        Task,
        (
            "\n",
            "\n\n",
            "\n\n## Artifacts\n\n",
            "\n\n## Trail\n\n",
            "\n\n- status: ",
            "\n- assignee: ",
            "\n- queue: ",
            "# ",
            "- ",
            "nobody",
        ),
    ),
    entries=st.lists(
        instances(
            AuditEntry,
            (
                "\n",
                "\n\n",
                "\n\n## Artifacts\n\n",
                "\n\n## Trail\n\n",
                "\n\n- status: ",
                "\n- assignee: ",
                "\n- queue: ",
                "# ",
                "- ",
                "nobody",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
    refusals=st.lists(
        instances(
            AccessRefusal,
            (
                "\n",
                "\n\n",
                "\n\n## Artifacts\n\n",
                "\n\n## Trail\n\n",
                "\n\n- status: ",
                "\n- assignee: ",
                "\n- queue: ",
                "# ",
                "- ",
                "nobody",
            ),
        ),
        min_size=0,
        max_size=3,
    ).map(tuple),
)
def test_audit_paper(
    task: Task, entries: tuple[AuditEntry, ...], refusals: tuple[AccessRefusal, ...]
) -> None:
    """In the model: new Paper(name = task.taskId, content = "# " + task.taskId + "\\n\\n"
    + task.title + "\\n\\n- status: " + ToString(task.status) + "\\n- queue: " +
    ToString(task.queue) + "\\n- assignee: " + (task.assignee ?? "nobody") + "\\n\\n##
    Trail\\n\\n" + TrailOf(entries = entries, refusals = refusals, taskId =
    task.taskId) + "\\n\\n## Artifacts\\n\\n" + Join(task.artifacts->collect { in each :
    String; "- " + each }, "\\n") + "\\n")
    """
    found = outcome(
        lambda: calculations.audit_paper(task=task, entries=entries, refusals=refusals)
    )
    assert found == outcome(
        lambda: Paper(
            name=task.task_id,
            content="# "
            + task.task_id
            + "\n\n"
            + task.title
            + "\n\n- status: "
            + to_string(task.status)
            + "\n- queue: "
            + to_string(task.queue)
            + "\n- assignee: "
            + (task.assignee if task.assignee is not None else "nobody")
            + "\n\n## Trail\n\n"
            + trail_of(entries=entries, refusals=refusals, task_id=task.task_id)
            + "\n\n## Artifacts\n\n"
            + "\n".join("- " + each for each in task.artifacts)
            + "\n",
        )
    )
