# Generated from AIOS_Persistence::AccessRefusal (ssot/aios/persistence.sysml) and 12 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Rows as the data types of the system, and back.

An item holds the items it refers to. Collections that other rows refer back from are not read with an item:
they are read from those rows.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..types.aios_persistence import (
    AccessRefusal,
    AgentRecord,
    AuditEntry,
    Deviation,
    FreezeRecord,
    Issue,
    Project,
    Proposal,
    Review,
    ReviewCheck,
    Session,
    Task,
    TaskQueue,
)
from .transaction import check, read, run

if TYPE_CHECKING:
    import sqlalchemy as sa

    from .models import (
        Base,
        AccessRefusalRow,
        AgentRecordRow,
        AuditEntryRow,
        DeviationRow,
        FreezeRecordRow,
        IssueRow,
        ProjectRow,
        ProposalRow,
        ReviewCheckRow,
        ReviewRow,
        SessionRow,
        TaskQueueRow,
        TaskRow,
    )

Where = Mapping[str, object] | None
"""Values of columns, for some of the rows only."""


def read_access_refusal(row: AccessRefusalRow) -> AccessRefusal:
    """The AccessRefusal a row holds."""
    return AccessRefusal.model_validate(
        {
            "refusal_id": row.refusal_id,
            "operation": row.operation,
            "resource": row.resource,
            "reason": row.reason,
            "refused_at": row.refused_at,
        }
    )


def write_access_refusal(item: AccessRefusal) -> AccessRefusalRow:
    """The row that holds a AccessRefusal; ValueError when it breaks a constraint."""
    from .models import AccessRefusalRow

    item = item.model_validate(dict(item))  # a changed copy was not checked
    return AccessRefusalRow(
        refusal_id=item.refusal_id,
        operation=item.operation,
        resource=item.resource,
        reason=item.reason,
        refused_at=item.refused_at,
    )


def read_agent_record(row: AgentRecordRow) -> AgentRecord:
    """The AgentRecord a row holds."""
    return AgentRecord.model_validate(
        {
            "agent_id": row.agent_id,
            "name": row.name,
            "kind": row.kind,
            "registered_by": row.registered_by,
            "registered_at": row.registered_at,
        }
    )


def write_agent_record(item: AgentRecord) -> AgentRecordRow:
    """The row that holds a AgentRecord; ValueError when it breaks a constraint."""
    from .models import AgentRecordRow

    item = item.model_validate(dict(item))  # a changed copy was not checked
    return AgentRecordRow(
        agent_id=item.agent_id,
        name=item.name,
        kind=item.kind,
        registered_by=item.registered_by,
        registered_at=item.registered_at,
    )


def read_audit_entry(row: AuditEntryRow) -> AuditEntry:
    """The AuditEntry a row holds."""
    return AuditEntry.model_validate(
        {
            "number": row.number,
            "task_id": row.task_id,
            "moment": row.moment,
            "who": row.who,
            "role": row.role,
            "what": row.what,
            "origin": row.origin,
            "target": row.target,
            "remark": row.remark,
        }
    )


def write_audit_entry(item: AuditEntry) -> AuditEntryRow:
    """The row that holds a AuditEntry; ValueError when it breaks a constraint."""
    from .models import AuditEntryRow

    item = item.model_validate(dict(item))  # a changed copy was not checked
    return AuditEntryRow(
        number=item.number,
        task_id=item.task_id,
        moment=item.moment,
        who=item.who,
        role=item.role,
        what=item.what,
        origin=item.origin,
        target=item.target,
        remark=item.remark,
    )


def read_deviation(row: DeviationRow) -> Deviation:
    """The Deviation a row holds."""
    return Deviation.model_validate(
        {
            "deviation_id": row.deviation_id,
            "topic": row.topic,
            "reason": row.reason,
            "declared_by": row.declared_by,
            "declared_at": row.declared_at,
            "resolved_by": row.resolved_by,
            "resolved_at": row.resolved_at,
        }
    )


def write_deviation(item: Deviation) -> DeviationRow:
    """The row that holds a Deviation; ValueError when it breaks a constraint."""
    from .models import DeviationRow

    item = item.model_validate(dict(item))  # a changed copy was not checked
    return DeviationRow(
        deviation_id=item.deviation_id,
        topic=item.topic,
        reason=item.reason,
        declared_by=item.declared_by,
        declared_at=item.declared_at,
        resolved_by=item.resolved_by,
        resolved_at=item.resolved_at,
    )


def read_freeze_record(row: FreezeRecordRow) -> FreezeRecord:
    """The FreezeRecord a row holds."""
    return FreezeRecord.model_validate(
        {
            "number": row.number,
            "reason": row.reason,
            "frozen_by": row.frozen_by,
            "frozen_at": row.frozen_at,
            "lifted_by": row.lifted_by,
            "lifted_at": row.lifted_at,
        }
    )


def write_freeze_record(item: FreezeRecord) -> FreezeRecordRow:
    """The row that holds a FreezeRecord; ValueError when it breaks a constraint."""
    from .models import FreezeRecordRow

    item = item.model_validate(dict(item))  # a changed copy was not checked
    return FreezeRecordRow(
        number=item.number,
        reason=item.reason,
        frozen_by=item.frozen_by,
        frozen_at=item.frozen_at,
        lifted_by=item.lifted_by,
        lifted_at=item.lifted_at,
    )


def read_issue(row: IssueRow) -> Issue:
    """The Issue a row holds."""
    return Issue.model_validate(
        {
            "number": row.number,
            "type_": row.type_,
            "stage": row.stage,
            "task_id": row.task_id,
            "description": row.description,
            "raised_by": row.raised_by,
            "raised_at": row.raised_at,
            "resolved_at": row.resolved_at,
        }
    )


def write_issue(item: Issue) -> IssueRow:
    """The row that holds a Issue; ValueError when it breaks a constraint."""
    from .models import IssueRow

    item = item.model_validate(dict(item))  # a changed copy was not checked
    return IssueRow(
        number=item.number,
        type_=item.type_,
        stage=item.stage,
        task_id=item.task_id,
        description=item.description,
        raised_by=item.raised_by,
        raised_at=item.raised_at,
        resolved_at=item.resolved_at,
    )


def read_project(row: ProjectRow) -> Project:
    """The Project a row holds."""
    return Project.model_validate(
        {
            "name": row.name,
            "title": row.title,
            "frozen": row.frozen,
            "initialized_at": row.initialized_at,
        }
    )


def write_project(item: Project) -> ProjectRow:
    """The row that holds a Project; ValueError when it breaks a constraint."""
    from .models import ProjectRow

    item = item.model_validate(dict(item))  # a changed copy was not checked
    return ProjectRow(
        name=item.name,
        title=item.title,
        frozen=item.frozen,
        initialized_at=item.initialized_at,
    )


def read_proposal(row: ProposalRow) -> Proposal:
    """The Proposal a row holds."""
    return Proposal.model_validate(
        {
            "proposal_id": row.proposal_id,
            "title": row.title,
            "change": row.change,
            "status": row.status,
            "proposed_by": row.proposed_by,
            "proposed_at": row.proposed_at,
            "decided_by": row.decided_by,
            "decided_at": row.decided_at,
            "rationale": row.rationale,
        }
    )


def write_proposal(item: Proposal) -> ProposalRow:
    """The row that holds a Proposal; ValueError when it breaks a constraint."""
    from .models import ProposalRow

    item = item.model_validate(dict(item))  # a changed copy was not checked
    return ProposalRow(
        proposal_id=item.proposal_id,
        title=item.title,
        change=item.change,
        status=item.status,
        proposed_by=item.proposed_by,
        proposed_at=item.proposed_at,
        decided_by=item.decided_by,
        decided_at=item.decided_at,
        rationale=item.rationale,
    )


def read_task_queue(row: TaskQueueRow) -> TaskQueue:
    """The TaskQueue a row holds."""
    return TaskQueue.model_validate(
        {
            "name": row.name,
            "purpose": row.purpose,
            "max_concurrent": row.max_concurrent,
            "lock_on_start": row.lock_on_start,
            "auto_release_on_finish": row.auto_release_on_finish,
            "requires_human_approval": row.requires_human_approval,
            "audit_all_actions": row.audit_all_actions,
            "locks": row.locks,
        }
    )


def write_task_queue(item: TaskQueue) -> TaskQueueRow:
    """The row that holds a TaskQueue; ValueError when it breaks a constraint."""
    from .models import TaskQueueRow

    item = item.model_validate(dict(item))  # a changed copy was not checked
    dumped = item.model_dump(mode="json")
    return TaskQueueRow(
        name=item.name,
        purpose=item.purpose,
        max_concurrent=item.max_concurrent,
        lock_on_start=item.lock_on_start,
        auto_release_on_finish=item.auto_release_on_finish,
        requires_human_approval=item.requires_human_approval,
        audit_all_actions=item.audit_all_actions,
        locks=dumped["locks"],
    )


def read_review_check(row: ReviewCheckRow) -> ReviewCheck:
    """The ReviewCheck a row holds."""
    return ReviewCheck.model_validate(
        {
            "dimension": row.dimension,
            "critical": row.critical,
            "major": row.major,
            "minor": row.minor,
            "notes": row.notes,
            "checked_at": row.checked_at,
            "review": read_review(row.review),
        }
    )


def write_review_check(item: ReviewCheck) -> ReviewCheckRow:
    """The row that holds a ReviewCheck; ValueError when it breaks a constraint."""
    from .models import ReviewCheckRow

    item = item.model_validate(dict(item))  # a changed copy was not checked
    return ReviewCheckRow(
        dimension=item.dimension,
        critical=item.critical,
        major=item.major,
        minor=item.minor,
        notes=item.notes,
        checked_at=item.checked_at,
        review=write_review(item.review),
    )


def read_review(row: ReviewRow) -> Review:
    """The Review a row holds."""
    return Review.model_validate(
        {
            "review_id": row.review_id,
            "task_id": row.task_id,
            "revision": row.revision,
            "reviewer": row.reviewer,
            "persona": row.persona,
            "verdict": row.verdict,
            "summary": row.summary,
            "created_at": row.created_at,
            "closed_at": row.closed_at,
        }
    )


def write_review(item: Review) -> ReviewRow:
    """The row that holds a Review; ValueError when it breaks a constraint."""
    from .models import ReviewRow

    item = item.model_validate(dict(item))  # a changed copy was not checked
    return ReviewRow(
        review_id=item.review_id,
        task_id=item.task_id,
        revision=item.revision,
        reviewer=item.reviewer,
        persona=item.persona,
        verdict=item.verdict,
        summary=item.summary,
        created_at=item.created_at,
        closed_at=item.closed_at,
    )


def read_session(row: SessionRow) -> Session:
    """The Session a row holds."""
    return Session.model_validate(
        {
            "session_id": row.session_id,
            "token_digest": row.token_digest,
            "agent_id": row.agent_id,
            "role_mode": row.role_mode,
            "task_scope": row.task_scope,
            "state": row.state,
            "created_at": row.created_at,
            "expires_at": row.expires_at,
            "ended_at": row.ended_at,
            "end_reason": row.end_reason,
            "succeeded": row.succeeded,
        }
    )


def write_session(item: Session) -> SessionRow:
    """The row that holds a Session; ValueError when it breaks a constraint."""
    from .models import SessionRow

    item = item.model_validate(dict(item))  # a changed copy was not checked
    dumped = item.model_dump(mode="json")
    return SessionRow(
        session_id=item.session_id,
        token_digest=item.token_digest,
        agent_id=item.agent_id,
        role_mode=item.role_mode,
        task_scope=dumped["task_scope"],
        state=item.state,
        created_at=item.created_at,
        expires_at=item.expires_at,
        ended_at=item.ended_at,
        end_reason=item.end_reason,
        succeeded=item.succeeded,
    )


def read_task(row: TaskRow) -> Task:
    """The Task a row holds."""
    return Task.model_validate(
        {
            "task_id": row.task_id,
            "title": row.title,
            "description": row.description,
            "requirements": row.requirements,
            "queue": row.queue,
            "priority": row.priority,
            "status": row.status,
            "part_of": row.part_of,
            "assignee": row.assignee,
            "approved_by": row.approved_by,
            "revision": row.revision,
            "accepted_by": row.accepted_by,
            "artifacts": row.artifacts,
            "blocked_reason": row.blocked_reason,
            "created_by": row.created_by,
            "created_at": row.created_at,
            "started_at": row.started_at,
            "blocked_at": row.blocked_at,
            "merged_at": row.merged_at,
        }
    )


def write_task(item: Task) -> TaskRow:
    """The row that holds a Task; ValueError when it breaks a constraint."""
    from .models import TaskRow

    item = item.model_validate(dict(item))  # a changed copy was not checked
    dumped = item.model_dump(mode="json")
    return TaskRow(
        task_id=item.task_id,
        title=item.title,
        description=item.description,
        requirements=dumped["requirements"],
        queue=item.queue,
        priority=item.priority,
        status=item.status,
        part_of=item.part_of,
        assignee=item.assignee,
        approved_by=item.approved_by,
        revision=item.revision,
        accepted_by=item.accepted_by,
        artifacts=dumped["artifacts"],
        blocked_reason=item.blocked_reason,
        created_by=item.created_by,
        created_at=item.created_at,
        started_at=item.started_at,
        blocked_at=item.blocked_at,
        merged_at=item.merged_at,
    )


class Repository:
    """All items of each kind; without an engine, those of the database of the settings.

    Inside a transaction everything is done in it; alone, each call is a transaction of its own.
    """

    _engine: sa.Engine | None = None

    def __init__(self, engine: sa.Engine | None = None, **others: Any) -> None:
        super().__init__(**others)  # of the steps it is mixed into
        self._engine = engine

    async def all_access_refusal(
        self, *, where: Where = None
    ) -> tuple[AccessRefusal, ...]:
        """Every AccessRefusal, in the order of the keys."""
        return await asyncio.to_thread(
            read, "access_refusals", read_access_refusal, where, self._engine
        )

    async def store_access_refusal(self, *, entity: AccessRefusal) -> None:
        """Keep a AccessRefusal; a row with its key is replaced. What it refers to is
        added if it is missing.
        """
        await asyncio.to_thread(self._store, write_access_refusal(entity))

    async def remove_access_refusal(self, *, entity: AccessRefusal) -> None:
        """Take the AccessRefusal with the key of an item away, if there is one."""
        await asyncio.to_thread(self._remove, write_access_refusal(entity))

    async def all_agent_record(self, *, where: Where = None) -> tuple[AgentRecord, ...]:
        """Every AgentRecord, in the order of the keys."""
        return await asyncio.to_thread(
            read, "agents", read_agent_record, where, self._engine
        )

    async def store_agent_record(self, *, entity: AgentRecord) -> None:
        """Keep a AgentRecord; a row with its key is replaced. What it refers to is
        added if it is missing.
        """
        await asyncio.to_thread(self._store, write_agent_record(entity))

    async def remove_agent_record(self, *, entity: AgentRecord) -> None:
        """Take the AgentRecord with the key of an item away, if there is one."""
        await asyncio.to_thread(self._remove, write_agent_record(entity))

    async def all_audit_entry(self, *, where: Where = None) -> tuple[AuditEntry, ...]:
        """Every AuditEntry, in the order of the keys."""
        return await asyncio.to_thread(
            read, "audit_entries", read_audit_entry, where, self._engine
        )

    async def store_audit_entry(self, *, entity: AuditEntry) -> None:
        """Keep a AuditEntry; a row with its key is replaced. What it refers to is added
        if it is missing.
        """
        await asyncio.to_thread(self._store, write_audit_entry(entity))

    async def remove_audit_entry(self, *, entity: AuditEntry) -> None:
        """Take the AuditEntry with the key of an item away, if there is one."""
        await asyncio.to_thread(self._remove, write_audit_entry(entity))

    async def all_deviation(self, *, where: Where = None) -> tuple[Deviation, ...]:
        """Every Deviation, in the order of the keys."""
        return await asyncio.to_thread(
            read, "deviations", read_deviation, where, self._engine
        )

    async def store_deviation(self, *, entity: Deviation) -> None:
        """Keep a Deviation; a row with its key is replaced. What it refers to is added
        if it is missing.
        """
        await asyncio.to_thread(self._store, write_deviation(entity))

    async def remove_deviation(self, *, entity: Deviation) -> None:
        """Take the Deviation with the key of an item away, if there is one."""
        await asyncio.to_thread(self._remove, write_deviation(entity))

    async def all_freeze_record(
        self, *, where: Where = None
    ) -> tuple[FreezeRecord, ...]:
        """Every FreezeRecord, in the order of the keys."""
        return await asyncio.to_thread(
            read, "freezes", read_freeze_record, where, self._engine
        )

    async def store_freeze_record(self, *, entity: FreezeRecord) -> None:
        """Keep a FreezeRecord; a row with its key is replaced. What it refers to is
        added if it is missing.
        """
        await asyncio.to_thread(self._store, write_freeze_record(entity))

    async def remove_freeze_record(self, *, entity: FreezeRecord) -> None:
        """Take the FreezeRecord with the key of an item away, if there is one."""
        await asyncio.to_thread(self._remove, write_freeze_record(entity))

    async def all_issue(self, *, where: Where = None) -> tuple[Issue, ...]:
        """Every Issue, in the order of the keys."""
        return await asyncio.to_thread(read, "issues", read_issue, where, self._engine)

    async def store_issue(self, *, entity: Issue) -> None:
        """Keep a Issue; a row with its key is replaced. What it refers to is added if
        it is missing.
        """
        await asyncio.to_thread(self._store, write_issue(entity))

    async def remove_issue(self, *, entity: Issue) -> None:
        """Take the Issue with the key of an item away, if there is one."""
        await asyncio.to_thread(self._remove, write_issue(entity))

    async def all_project(self, *, where: Where = None) -> tuple[Project, ...]:
        """Every Project, in the order of the keys."""
        return await asyncio.to_thread(
            read, "project", read_project, where, self._engine
        )

    async def store_project(self, *, entity: Project) -> None:
        """Keep a Project; a row with its key is replaced. What it refers to is added if
        it is missing.
        """
        await asyncio.to_thread(self._store, write_project(entity))

    async def remove_project(self, *, entity: Project) -> None:
        """Take the Project with the key of an item away, if there is one."""
        await asyncio.to_thread(self._remove, write_project(entity))

    async def all_proposal(self, *, where: Where = None) -> tuple[Proposal, ...]:
        """Every Proposal, in the order of the keys."""
        return await asyncio.to_thread(
            read, "proposals", read_proposal, where, self._engine
        )

    async def store_proposal(self, *, entity: Proposal) -> None:
        """Keep a Proposal; a row with its key is replaced. What it refers to is added
        if it is missing.
        """
        await asyncio.to_thread(self._store, write_proposal(entity))

    async def remove_proposal(self, *, entity: Proposal) -> None:
        """Take the Proposal with the key of an item away, if there is one."""
        await asyncio.to_thread(self._remove, write_proposal(entity))

    async def all_task_queue(self, *, where: Where = None) -> tuple[TaskQueue, ...]:
        """Every TaskQueue, in the order of the keys."""
        return await asyncio.to_thread(
            read, "queues", read_task_queue, where, self._engine
        )

    async def store_task_queue(self, *, entity: TaskQueue) -> None:
        """Keep a TaskQueue; a row with its key is replaced. What it refers to is added
        if it is missing.
        """
        await asyncio.to_thread(self._store, write_task_queue(entity))

    async def remove_task_queue(self, *, entity: TaskQueue) -> None:
        """Take the TaskQueue with the key of an item away, if there is one."""
        await asyncio.to_thread(self._remove, write_task_queue(entity))

    async def all_review_check(self, *, where: Where = None) -> tuple[ReviewCheck, ...]:
        """Every ReviewCheck, in the order of the keys."""
        return await asyncio.to_thread(
            read, "review_checks", read_review_check, where, self._engine
        )

    async def store_review_check(self, *, entity: ReviewCheck) -> None:
        """Keep a ReviewCheck; a row with its key is replaced. What it refers to is
        added if it is missing.
        """
        await asyncio.to_thread(self._store, write_review_check(entity))

    async def remove_review_check(self, *, entity: ReviewCheck) -> None:
        """Take the ReviewCheck with the key of an item away, if there is one."""
        await asyncio.to_thread(self._remove, write_review_check(entity))

    async def all_review(self, *, where: Where = None) -> tuple[Review, ...]:
        """Every Review, in the order of the keys."""
        return await asyncio.to_thread(
            read, "reviews", read_review, where, self._engine
        )

    async def store_review(self, *, entity: Review) -> None:
        """Keep a Review; a row with its key is replaced. What it refers to is added if
        it is missing.
        """
        await asyncio.to_thread(self._store, write_review(entity))

    async def remove_review(self, *, entity: Review) -> None:
        """Take the Review with the key of an item away, if there is one."""
        await asyncio.to_thread(self._remove, write_review(entity))

    async def all_session(self, *, where: Where = None) -> tuple[Session, ...]:
        """Every Session, in the order of the keys."""
        return await asyncio.to_thread(
            read, "sessions", read_session, where, self._engine
        )

    async def store_session(self, *, entity: Session) -> None:
        """Keep a Session; a row with its key is replaced. What it refers to is added if
        it is missing.
        """
        await asyncio.to_thread(self._store, write_session(entity))

    async def remove_session(self, *, entity: Session) -> None:
        """Take the Session with the key of an item away, if there is one."""
        await asyncio.to_thread(self._remove, write_session(entity))

    async def all_task(self, *, where: Where = None) -> tuple[Task, ...]:
        """Every Task, in the order of the keys."""
        return await asyncio.to_thread(read, "tasks", read_task, where, self._engine)

    async def store_task(self, *, entity: Task) -> None:
        """Keep a Task; a row with its key is replaced. What it refers to is added if it
        is missing.
        """
        await asyncio.to_thread(self._store, write_task(entity))

    async def remove_task(self, *, entity: Task) -> None:
        """Take the Task with the key of an item away, if there is one."""
        await asyncio.to_thread(self._remove, write_task(entity))

    async def check_database(self) -> tuple[str, ...]:
        """What is wrong with the database: it cannot be reached, has another schema, or is damaged."""
        return await asyncio.to_thread(self._check)

    def _store(self, row: Base) -> None:
        from .keeping import keep

        run(lambda session: keep(session, row), self._engine)

    def _remove(self, row: Base) -> None:
        from .keeping import remove

        run(lambda session: remove(session, row), self._engine)

    def _check(self) -> tuple[str, ...]:
        try:
            return check(self._engine)
        except (
            Exception
        ) as fault:  # by its name, for most commands are over before SQLAlchemy is there
            kinds = {each.__name__ for each in type(fault).__mro__}
            if isinstance(fault, sqlite3.Error | OSError) or "SQLAlchemyError" in kinds:
                return (str(getattr(fault, "orig", fault)).splitlines()[0],)
            raise
