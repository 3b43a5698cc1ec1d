# Generated from AIOS_Agents::SessionLines (ssot/aios/agents.sysml) and 87 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Calculations of AI Workflow OS: one function for each calculation definition of the
model.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import reduce
from hashlib import sha256
from uuid import uuid4

from .support.sequences import at, last
from .support.texts import to_string
from .types.aios_agents import SessionLine
from .types.aios_authority import Authority, RoleMode
from .types.aios_domain import (
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
from .types.aios_governance import GateResult, Violation
from .types.aios_metrics import MetricLine
from .types.aios_persistence import (
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
from .types.aios_queues import QueueLine
from .types.aios_reports import ChecklistLine
from .types.aios_views import Paper


def session_lines(*, sessions: tuple[Session, ...] = ()) -> tuple[SessionLine, ...]:
    """Sessions as people see them."""
    return tuple(
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


def authority_of(*, role: RoleMode) -> Authority:
    """The level of authority of a role."""
    return (
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


def rank(*, role: RoleMode) -> int:
    """Roles in order: nobody gives a session a higher one than their own."""
    return (
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


def is_person(*, role: RoleMode) -> bool:
    """Whether a role is one of people."""
    return rank(role=role) > 0


def operators(*, agents: tuple[AgentRecord, ...] = ()) -> tuple[str, ...]:
    """The names of the people who are registered: who has to be told."""
    return tuple(
        each_2.name
        for each_2 in tuple(each for each in agents if each.kind == AgentKind.HUMAN)
    )


def responsible(*, type_: IssueType, stage: Stage) -> RoleMode:
    """The escalation matrix: whose turn it is."""
    return (
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


def final_measure(*, type_: IssueType) -> str:
    """What the final authority may do about it."""
    return (
        "immediate freeze (freeze)"
        if type_ == IssueType.SECURITY_CONCERN
        else (
            "terminate the session (session terminate)"
            if type_ == IssueType.AGENT_MISBEHAVIOR
            else "decide"
        )
    )


def next_stage(*, stage: Stage) -> Stage:
    """How an issue goes on when whoever has the turn cannot resolve it."""
    return Stage.ESCALATION if stage == Stage.FIRST_RESPONSE else Stage.FINAL_AUTHORITY


def task_card_complete(*, task: Task) -> bool:
    """A TaskCard says what is to be done and what has to be fulfilled."""
    return task.description.strip() != "" and bool(task.requirements)


def review_passed(
    *,
    task: Task,
    reviews: tuple[Review, ...] = (),
    checks: tuple[ReviewCheck, ...] = (),
) -> bool:
    """The last revision was submitted, and approved in all four dimensions."""
    return task.revision > 0 and any(
        each.verdict == Verdict.APPROVED
        and is_covered(checks=checks_of(checks=checks, review_id=each.review_id))
        for each in reviews_of(reviews=reviews, task=task)
    )


def is_audited(*, task: Task, entries: tuple[AuditEntry, ...] = ()) -> bool:
    """The last change of state in the audit trail led to where the task stands."""
    return (
        last(
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


def governance_clear(
    *, deviations: tuple[Deviation, ...] = (), projects: tuple[Project, ...] = ()
) -> bool:
    """No deviation is unresolved, and the system is not frozen."""
    return not is_frozen(projects=projects) and all(
        each.resolved_at is not None for each in deviations
    )


def judged(*, gate: Gate, passed: bool, reason: str) -> GateResult:
    """A gate with its result."""
    return GateResult(gate=gate, passed=passed, reason="passed" if passed else reason)


def gates_of(
    *,
    task: Task,
    reviews: tuple[Review, ...] = (),
    checks: tuple[ReviewCheck, ...] = (),
    entries: tuple[AuditEntry, ...] = (),
    deviations: tuple[Deviation, ...] = (),
    projects: tuple[Project, ...] = (),
) -> tuple[GateResult, ...]:
    """What every gate says of a task."""
    return (
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


def violations_of(
    *,
    tasks: tuple[Task, ...] = (),
    entries: tuple[AuditEntry, ...] = (),
    deviations: tuple[Deviation, ...] = (),
) -> tuple[Violation, ...]:
    """What is wrong: deviations that are not resolved, changes without an audit entry,
    merges nobody accepted.
    """
    return (
        *tuple(
            Violation(
                rule="no unresolved deviation",
                topic=each_2.deviation_id,
                detail=each_2.reason,
            )
            for each_2 in tuple(each for each in deviations if each.resolved_at is None)
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


def sum_(*, numbers: tuple[float, ...] = ()) -> float:
    """Numbers added up."""
    return next(
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


def finished(*, tasks: tuple[Task, ...] = ()) -> tuple[Task, ...]:
    """The tasks that were merged."""
    return tuple(each for each in tasks if each.merged_at is not None)


def age_in_days(*, later: datetime, earlier: datetime | None = None) -> float:
    """Days from one moment to another; none when one of them is missing."""
    return (
        hours_between(earlier=earlier if earlier is not None else later, later=later)
        / 24.0
    )


def completed_per_week(*, moment: datetime, tasks: tuple[Task, ...] = ()) -> int:
    """Tasks that were merged in the seven days before a moment."""
    return len(
        tuple(
            each
            for each in finished(tasks=tasks)
            if age_in_days(earlier=each.merged_at, later=moment) <= 7.0
        )
    )


def average_cycle_days(*, tasks: tuple[Task, ...] = ()) -> float:
    """Days from the start of a task to its merge, on average."""
    return (
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


def success_rate(*, sessions: tuple[Session, ...] = ()) -> float:
    """The share of ended sessions, in percent, that nothing went wrong in."""
    return (
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


def metric_lines(
    *,
    moment: datetime,
    tasks: tuple[Task, ...] = (),
    sessions: tuple[Session, ...] = (),
    entries: tuple[AuditEntry, ...] = (),
    deviations: tuple[Deviation, ...] = (),
) -> tuple[MetricLine, ...]:
    """The key metrics at a moment."""
    return (
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
                len(violations_of(tasks=tasks, entries=entries, deviations=deviations))
            ),
            goal="0",
            met=not violations_of(tasks=tasks, entries=entries, deviations=deviations),
        ),
        MetricLine(
            metric="agent session success rate in percent",
            value=format(success_rate(sessions=sessions), ".1f"),
            goal="> 95",
            met=success_rate(sessions=sessions) > 95.0,
        ),
    )


def blocked_hours(*, task: Task, moment: datetime) -> float:
    """For how long a task has been blocked; 0 when it is not."""
    return (
        hours_between(
            earlier=task.blocked_at if task.blocked_at is not None else moment,
            later=moment,
        )
        if task.status == TaskStatus.BLOCKED
        else 0.0
    )


def red_reasons(
    *,
    moment: datetime,
    queues: tuple[TaskQueue, ...] = (),
    tasks: tuple[Task, ...] = (),
    entries: tuple[AuditEntry, ...] = (),
) -> tuple[str, ...]:
    """What makes the system red."""
    return (
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


def yellow_reasons(
    *,
    moment: datetime,
    queues: tuple[TaskQueue, ...] = (),
    tasks: tuple[Task, ...] = (),
    proposals: tuple[Proposal, ...] = (),
    deviations: tuple[Deviation, ...] = (),
) -> tuple[str, ...]:
    """What makes the system yellow."""
    return (
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


def pending_of(*, proposals: tuple[Proposal, ...] = ()) -> tuple[Proposal, ...]:
    """The proposals that wait for a decision."""
    return tuple(each for each in proposals if each.status == ProposalStatus.PENDING)


def health_of(*, red: tuple[str, ...] = (), yellow: tuple[str, ...] = ()) -> Health:
    """Red, else yellow, else green."""
    return Health.RED if bool(red) else Health.YELLOW if bool(yellow) else Health.GREEN


def system_lock() -> str:
    """What stands among the locks of a queue that is closed."""
    return "SYSTEM_LOCK"


def standard_queues() -> tuple[TaskQueue, ...]:
    """The queues a system begins with: exploratory work two at a time, development
    three; data engineering and changes of
    specs one after the other, the latter with the approval of a person.
    """
    return (
        TaskQueue(
            name=QueueName.RESEARCH, purpose="Exploratory work", max_concurrent=2
        ),
        TaskQueue(name=QueueName.DATA, purpose="Data engineering", max_concurrent=1),
        TaskQueue(name=QueueName.DEV, purpose="Development work", max_concurrent=3),
        TaskQueue(
            name=QueueName.GOVERNANCE,
            purpose="Spec changes",
            max_concurrent=1,
            requires_human_approval=True,
        ),
    )


def task_with(*, task_id: str, tasks: tuple[Task, ...] = ()) -> Task | None:
    """The task with an id."""
    return at(tuple(each for each in tasks if each.task_id == task_id), 1)


def queue_with(
    *, name: QueueName, queues: tuple[TaskQueue, ...] = ()
) -> TaskQueue | None:
    """The queue with a name."""
    return at(tuple(each for each in queues if each.name == name), 1)


def running_in(*, name: QueueName, tasks: tuple[Task, ...] = ()) -> tuple[Task, ...]:
    """The tasks of a queue that run."""
    return tuple(
        each
        for each in tasks
        if each.queue == name and each.status == TaskStatus.RUNNING
    )


def waiting_in(*, name: QueueName, tasks: tuple[Task, ...] = ()) -> int:
    """How many tasks of a queue wait."""
    return len(
        tuple(
            each
            for each in tasks
            if each.queue == name and each.status == TaskStatus.QUEUED
        )
    )


def occupied(*, queue: TaskQueue, tasks: tuple[Task, ...] = ()) -> int:
    """How many places of a queue are taken: locks that are held, or tasks that run
    where nothing is locked.
    """
    return (
        len(tuple(each for each in queue.locks if each != system_lock()))
        if queue.lock_on_start
        else len(running_in(tasks=tasks, name=queue.name))
    )


def is_locked(*, queue: TaskQueue) -> bool:
    """Whether a queue lets nobody begin."""
    return any(each == system_lock() for each in queue.locks)


def has_place(*, queue: TaskQueue, tasks: tuple[Task, ...] = ()) -> bool:
    """Whether one more task may begin."""
    return occupied(queue=queue, tasks=tasks) < queue.max_concurrent


def without(*, word: str, words: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Some words without one of them."""
    return tuple(each for each in words if each != word)


def agent_with(
    *, agent_id: str, agents: tuple[AgentRecord, ...] = ()
) -> AgentRecord | None:
    """The agent with an id."""
    return at(tuple(each for each in agents if each.agent_id == agent_id), 1)


def session_with(
    *, session_id: str, sessions: tuple[Session, ...] = ()
) -> Session | None:
    """The session with an id."""
    return at(tuple(each for each in sessions if each.session_id == session_id), 1)


def is_open(*, session: Session, moment: datetime) -> bool:
    """Whether a session can still be used."""
    return session.state == SessionState.ACTIVE and session.expires_at > moment


def review_with(*, review_id: str, reviews: tuple[Review, ...] = ()) -> Review | None:
    """The review with an id."""
    return at(tuple(each for each in reviews if each.review_id == review_id), 1)


def reviews_of(*, task: Task, reviews: tuple[Review, ...] = ()) -> tuple[Review, ...]:
    """The reviews of one revision of a task."""
    return tuple(
        each
        for each in reviews
        if each.task_id == task.task_id and each.revision == task.revision
    )


def checks_of(
    *, review_id: str, checks: tuple[ReviewCheck, ...] = ()
) -> tuple[ReviewCheck, ...]:
    """What was found in one review."""
    return tuple(each for each in checks if each.review.review_id == review_id)


def is_covered(*, checks: tuple[ReviewCheck, ...] = ()) -> bool:
    """Whether all four dimensions were looked at."""
    return len(checks) == 4


def verdict_of(*, fundamental: bool, checks: tuple[ReviewCheck, ...] = ()) -> Verdict:
    """What the findings come to: a fundamental problem needs a person, critical or
    major issues a revision.
    """
    return (
        Verdict.BLOCKED
        if fundamental
        else (
            Verdict.NEEDS_REVISION
            if any(each.critical > 0 or each.major > 0 for each in checks)
            else Verdict.APPROVED
        )
    )


def is_frozen(*, projects: tuple[Project, ...] = ()) -> bool:
    """Whether the system stands still."""
    return any(each.frozen for each in projects)


def freeze_text(
    *, freezes: tuple[FreezeRecord, ...] = (), agents: tuple[AgentRecord, ...] = ()
) -> str:
    """What is said to whoever is refused while the system stands still: who froze it,
    when, why, and what ends it. A
    freeze has no time limit.
    """
    return "; ".join(
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


def in_scope(*, session: Session, task_id: str) -> bool:
    """Whether a session is about a task."""
    return "*" in session.task_scope or task_id in session.task_scope


def carries(*, session: Session, task_id: str, moment: datetime) -> bool:
    """Whether work on a task can go on in a session: it is open, the task is in its
    scope, its role runs tasks.
    """
    return (
        is_open(session=session, moment=moment)
        and session.role_mode != RoleMode.ARCHITECT
        and (session.role_mode != RoleMode.PLANNER)
        and in_scope(session=session, task_id=task_id)
    )


def is_carried_besides(
    *,
    ending: Session,
    task_id: str,
    moment: datetime,
    sessions: tuple[Session, ...] = (),
) -> bool:
    """Whether another session of the same agent carries a task."""
    return any(
        other.session_id != ending.session_id
        and other.agent_id == ending.agent_id
        and carries(session=other, task_id=task_id, moment=moment)
        for other in sessions
    )


def left_by(
    *,
    ending: Session,
    moment: datetime,
    tasks: tuple[Task, ...] = (),
    sessions: tuple[Session, ...] = (),
) -> tuple[Task, ...]:
    """The running tasks that nobody works on any more when a session ends: those of its
    agent and in its scope, that no
    other session of the agent carries.
    """
    return tuple(
        task
        for task in tasks
        if task.status == TaskStatus.RUNNING
        and (task.assignee if task.assignee is not None else "") == ending.agent_id
        and in_scope(session=ending, task_id=task.task_id)
        and (
            not is_carried_besides(
                sessions=sessions, ending=ending, task_id=task.task_id, moment=moment
            )
        )
    )


def hours_between(*, earlier: datetime, later: datetime) -> float:
    """Hours from one moment to a later one."""
    return (later - earlier).total_seconds() / 3600.0


def queue_lines(
    *, queues: tuple[TaskQueue, ...] = (), tasks: tuple[Task, ...] = ()
) -> tuple[QueueLine, ...]:
    """Queues as people see them."""
    return tuple(
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


def by_people() -> str:
    """What stands beside a line that the data say nothing about."""
    return "by people"


def listed(*, words: tuple[str, ...] = ()) -> str:
    """Words as people read them."""
    return "none" if not words else ", ".join(words)


def entries_since(
    *, moment: datetime, hours: float, entries: tuple[AuditEntry, ...] = ()
) -> tuple[AuditEntry, ...]:
    """What was noted in the hours before a moment."""
    return tuple(
        each
        for each in entries
        if hours_between(earlier=each.moment, later=moment) <= hours
    )


def ids_with(*, status: TaskStatus, tasks: tuple[Task, ...] = ()) -> tuple[str, ...]:
    """The tasks with a status, by id."""
    return tuple(
        each_2.task_id
        for each_2 in tuple(each for each in tasks if each.status == status)
    )


def daily_lines(
    *, tasks: tuple[Task, ...] = (), entries: tuple[AuditEntry, ...] = ()
) -> tuple[ChecklistLine, ...]:
    """The morning: what agents did, what changed, what came in, what runs; and what is
    finished in the evening.
    """
    return (
        ChecklistLine(
            section="morning",
            line="Review overnight agent activity",
            found=to_string(
                len(tuple(each for each in entries if not is_person(role=each.role)))
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
                        if each_2.target is not None and each_2.origin != each_2.target
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


def orphans(*, moment: datetime, tasks: tuple[Task, ...] = ()) -> tuple[str, ...]:
    """Tasks that have been running for more than seven days."""
    return tuple(
        each_2.task_id
        for each_2 in tuple(
            each
            for each in tasks
            if each.status == TaskStatus.RUNNING
            and age_in_days(earlier=each.started_at, later=moment) > 7.0
        )
    )


def weekly_lines(
    *,
    moment: datetime,
    tasks: tuple[Task, ...] = (),
    proposals: tuple[Proposal, ...] = (),
    deviations: tuple[Deviation, ...] = (),
    freezes: tuple[FreezeRecord, ...] = (),
    agents: tuple[AgentRecord, ...] = (),
) -> tuple[ChecklistLine, ...]:
    """The weekly governance review."""
    return (
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
                        and age_in_days(earlier=each.decided_at, later=moment) <= 7.0
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
                    tuple(each_2 for each_2 in deviations if each_2.resolved_at is None)
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
                        if age_in_days(earlier=each_3.frozen_at, later=moment) <= 7.0
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


def old_audits(*, moment: datetime, tasks: tuple[Task, ...] = ()) -> tuple[str, ...]:
    """The merged tasks nothing has happened to for thirty days: their audit files can
    be archived.
    """
    return tuple(
        each_2.task_id
        for each_2 in tuple(
            each
            for each in finished(tasks=tasks)
            if age_in_days(earlier=each.merged_at, later=moment) > 30.0
        )
    )


def has_session(
    *, agent_id: str, moment: datetime, sessions: tuple[Session, ...] = ()
) -> bool:
    """Whether an agent has a session that can still be used."""
    return any(
        each.agent_id == agent_id and is_open(session=each, moment=moment)
        for each in sessions
    )


def idle_agents(
    *,
    moment: datetime,
    agents: tuple[AgentRecord, ...] = (),
    sessions: tuple[Session, ...] = (),
) -> tuple[str, ...]:
    """The agents nobody has given a session that can still be used."""
    return tuple(
        each_2.name
        for each_2 in tuple(
            each
            for each in agents
            if not has_session(agent_id=each.agent_id, sessions=sessions, moment=moment)
        )
    )


def monthly_lines(
    *,
    moment: datetime,
    tasks: tuple[Task, ...] = (),
    agents: tuple[AgentRecord, ...] = (),
    sessions: tuple[Session, ...] = (),
    violations: tuple[Violation, ...] = (),
) -> tuple[ChecklistLine, ...]:
    """The monthly maintenance, and what is done to be able to recover."""
    return (
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
        ChecklistLine(section="backup", line="Verify the backup", found=by_people()),
        ChecklistLine(
            section="recovery",
            line="Restore the folder state from a backup when it is lost",
            found=by_people(),
        ),
    )


def total(*, counts: tuple[int, ...] = ()) -> int:
    """Numbers added up."""
    return next(
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


def later(*, hours: float) -> datetime:
    """Hours after nine o'clock on Monday."""
    return datetime.fromisoformat("2026-02-02T09:00:00Z") + timedelta(
        seconds=hours * 3600.0
    )


def sample_task(*, task_id: str, status: TaskStatus) -> Task:
    """A task that was begun on Monday at nine, and stands where it is said."""
    return Task(
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


def sample_entry(*, task_id: str, origin: TaskStatus, target: TaskStatus) -> AuditEntry:
    """What an agent did to a task: the state before and after."""
    return AuditEntry(
        number=1,
        task_id=task_id,
        moment=later(hours=1.0),
        who="agent-3",
        role=RoleMode.BUILDER,
        what="task_start",
        origin=origin,
        target=target,
    )


def sample_queue(*, locks: tuple[str, ...] = ()) -> TaskQueue:
    """A queue with three places."""
    return TaskQueue(
        name=QueueName.DEV, purpose="Development work", max_concurrent=3, locks=locks
    )


def limit_of(*, name: QueueName) -> int:
    """How many tasks of a queue may run, in a system that was just set up."""
    return next(
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


def approving() -> tuple[QueueName, ...]:
    """The queues whose tasks begin with the approval of a person."""
    return tuple(
        each_2.name
        for each_2 in tuple(
            each for each in standard_queues() if each.requires_human_approval
        )
    )


def sample_review(*, task_id: str, verdict: Verdict) -> Review:
    """A review of the first revision of a task."""
    return Review(
        review_id=task_id + "-R1",
        task_id=task_id,
        revision=1,
        reviewer="agent-4",
        verdict=verdict,
        created_at=later(hours=2.0),
    )


def seen(*, persona: Persona) -> Persona | None:
    """The perspective of a review that was begun with one."""
    return Review(
        review_id="A-R1",
        task_id="A",
        revision=1,
        reviewer="agent-4",
        persona=persona,
        created_at=later(hours=2.0),
    ).persona


def sample_check(
    *, dimension: Dimension, critical: int, major: int, minor: int
) -> ReviewCheck:
    """What was found in one dimension of that review."""
    return ReviewCheck(
        review=sample_review(task_id="A", verdict=Verdict.APPROVED),
        dimension=dimension,
        critical=critical,
        major=major,
        minor=minor,
        checked_at=later(hours=3.0),
    )


def sample_checks() -> tuple[ReviewCheck, ...]:
    """Four dimensions in which nothing grave was found."""
    return (
        sample_check(dimension=Dimension.Q, critical=0, major=0, minor=2),
        sample_check(dimension=Dimension.R, critical=0, major=0, minor=0),
        sample_check(dimension=Dimension.C, critical=0, major=0, minor=1),
        sample_check(dimension=Dimension.O_, critical=0, major=0, minor=0),
    )


def sample_session(*, ended: bool, succeeded: bool) -> Session:
    """A session of agent-3 over one day; one that was ended was ended in the evening."""
    return Session(
        session_id=str(uuid4()),
        token_digest=sha256(b"a token").hexdigest(),
        agent_id="agent-3",
        role_mode=RoleMode.BUILDER,
        task_scope=("A",),
        state=SessionState.TERMINATED if ended else SessionState.ACTIVE,
        created_at=later(hours=0.0),
        expires_at=later(hours=24.0),
        ended_at=later(hours=8.0) if ended else None,
        succeeded=succeeded,
    )


def session_as(*, agent_id: str, role: RoleMode) -> Session:
    """A session in which somebody works in a role, on any task, this year."""
    return Session(
        session_id=str(uuid4()),
        token_digest=sha256(agent_id.encode()).hexdigest(),
        agent_id=agent_id,
        role_mode=role,
        task_scope=("*",),
        created_at=later(hours=0.0),
        expires_at=later(hours=8000.0),
    )


def sample_agent(*, name: str, kind: AgentKind) -> AgentRecord:
    """Somebody who is registered."""
    return AgentRecord(
        agent_id="agent-3",
        name=name,
        kind=kind,
        registered_by="agent-1",
        registered_at=later(hours=0.0),
    )


def sample_proposal(*, status: ProposalStatus) -> Proposal:
    """A request to change a spec, of Monday."""
    return Proposal(
        proposal_id="P1",
        title="Longer sessions",
        change="Sessions last two days",
        status=status,
        proposed_by="agent-2",
        proposed_at=later(hours=0.0),
        decided_at=None if status == ProposalStatus.PENDING else later(hours=1.0),
    )


def sample_deviation(*, resolved: bool) -> Deviation:
    """An override of a spec, that was resolved or was not."""
    return Deviation(
        deviation_id="D1",
        topic="Style",
        reason="A hurry",
        declared_by="agent-2",
        declared_at=later(hours=0.0),
        resolved_at=later(hours=1.0) if resolved else None,
    )


def found_for(*, line: str, lines: tuple[ChecklistLine, ...] = ()) -> str:
    """What stands beside a line of a checklist; nothing when it has no such line."""
    return "; ".join(
        each_2.found for each_2 in tuple(each for each in lines if each.line == line)
    )


def missed(
    *,
    tasks: tuple[Task, ...] = (),
    sessions: tuple[Session, ...] = (),
    deviations: tuple[Deviation, ...] = (),
) -> str:
    """The metrics that miss their targets."""
    return "; ".join(
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


def value_of(*, metric: str, lines: tuple[MetricLine, ...] = ()) -> str:
    """What stands beside a metric."""
    return "; ".join(
        each_2.value
        for each_2 in tuple(each for each in lines if each.metric == metric)
    )


def line_of(*, queue: QueueName, lines: tuple[QueueLine, ...] = ()) -> QueueLine | None:
    """The line about a queue."""
    return at(tuple(each for each in lines if each.queue == queue), 1)


def entry_text(*, noted: AuditEntry) -> str | None:
    """An entry of the audit trail as a line."""
    return next(
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
                                                                if found_2 is not None
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


def refusal_text(*, noted: AccessRefusal) -> str:
    """A refusal as a line of the audit trail."""
    return (
        "- "
        + noted.refused_at.isoformat()
        + " refused "
        + noted.operation
        + ": "
        + noted.reason
    )


def trail_of(
    *,
    task_id: str,
    entries: tuple[AuditEntry, ...] = (),
    refusals: tuple[AccessRefusal, ...] = (),
) -> str:
    """The lines of the audit trail about something."""
    return "\n".join(
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


def audit_paper(
    *,
    task: Task,
    entries: tuple[AuditEntry, ...] = (),
    refusals: tuple[AccessRefusal, ...] = (),
) -> Paper:
    """The audit file of a task: its id, its states with timestamps, who did what, and
    what was produced.
    """
    return Paper(
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
