# Generated from AIOS_Emergencies::IssueAdvance (ssot/aios/emergencies.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Escalates an issue to the next role, or resolves it. Only a role that has the turn,
or a higher one, may do that.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import Protocol

from .. import telemetry
from ..calculations import next_stage, rank, responsible
from ..support.present import now
from ..support.sequences import at
from ..types.aios_authority import RoleMode
from ..types.aios_domain import Stage, TaskStatus
from ..types.aios_persistence import Issue, Session
from .note import NoteSteps, note
from .running import Refused, composed, run_step


@dataclass(frozen=True, slots=True)
class IssueAdvanceResult:
    """What IssueAdvance gives."""

    report: str
    turn: RoleMode


class IssueAdvanceSteps(Protocol):
    """What IssueAdvance asks of those who do its steps."""

    @abstractmethod
    async def all_issue(self) -> tuple[Issue, ...]:
        """All instances of Issue."""

    @abstractmethod
    async def store_issue(self, *, entity: Issue) -> None:
        """Store Issue as the storage of the system does."""

    @abstractmethod
    async def audit(
        self,
        *,
        session: Session,
        what: str,
        task_id: str | None,
        origin: TaskStatus | None,
        target: TaskStatus | None,
        remark: str | None,
    ) -> None:
        """Adds an entry to the audit trail."""


class DefaultIssueAdvanceSteps(IssueAdvanceSteps):
    """The steps of IssueAdvance as far as the model says what they do."""

    def __init__(
        self,
        *,
        note_steps: NoteSteps,
    ) -> None:
        self.note_steps = note_steps

    @composed
    async def audit(
        self,
        *,
        session: Session,
        what: str,
        task_id: str | None,
        origin: TaskStatus | None,
        target: TaskStatus | None,
        remark: str | None,
    ) -> None:
        await note(
            self.note_steps,
            session=session,
            what=what,
            task_id=task_id,
            origin=origin,
            target=target,
            remark=remark,
        )


async def issue_advance(
    steps: IssueAdvanceSteps, *, number: int, session: Session, resolved: bool = False
) -> IssueAdvanceResult:
    """Escalates an issue to the next role, or resolves it. Only a role that has the
    turn, or a higher one, may do that.
    """
    with telemetry.tracer().start_as_current_span("IssueAdvance"):
        all_issue = await run_step("all Issue", steps.all_issue)
        found = at(tuple(each for each in all_issue if each.number == number), 1)
        if found is None:
            raise Refused("there is no such issue")
        issue = found
        if issue.stage == Stage.RESOLVED:
            raise Refused("The issue is resolved.")
        if not rank(role=session.role_mode) >= rank(
            role=responsible(type_=issue.type_, stage=issue.stage)
        ):
            raise Refused("It is the turn of a higher role.")
        issue = issue.model_copy(
            update={
                "stage": Stage.RESOLVED if resolved else next_stage(stage=issue.stage)
            }
        )
        if resolved:
            issue = issue.model_copy(update={"resolved_at": now()})
        await run_step("keep", steps.store_issue, entity=issue)
        await run_step(
            "audit",
            steps.audit,
            session=session,
            what="issue_advance",
            task_id=issue.task_id,
            origin=None,
            target=None,
            remark=issue.description,
        )
        turn = responsible(type_=issue.type_, stage=issue.stage)
        report = "the issue is resolved" if resolved else "the issue is escalated"
        return IssueAdvanceResult(report=report, turn=turn)
