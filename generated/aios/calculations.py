# Generated from AIOS_Agents::SessionLines (ssot/aios/agents.sysml) and 52 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Calculations of AI Workflow OS: one function for each calculation definition of the
model.
"""

from __future__ import annotations

from datetime import datetime
from functools import reduce

from .support.sequences import at, last
from .support.texts import to_string
from .types.aios_agents import SessionLine
from .types.aios_authority import Authority, RoleMode
from .types.aios_domain import (
    Gate,
    Health,
    IssueType,
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
    Project,
    Proposal,
    Review,
    ReviewCheck,
    Session,
    Task,
    TaskQueue,
)
from .types.aios_queues import QueueLine
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


def system_lock() -> str:
    """What stands among the locks of a queue that is closed."""
    return "SYSTEM_LOCK"


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


def sample_queue(*, locks: tuple[str, ...] = ()) -> TaskQueue:
    """A queue with three places."""
    return TaskQueue(
        name=QueueName.DEV, purpose="Development work", max_concurrent=3, locks=locks
    )


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
