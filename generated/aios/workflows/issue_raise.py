# Generated from AIOS_Emergencies::IssueRaise (ssot/aios/emergencies.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Tells the first responder that something is wrong."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import Protocol

from .. import telemetry
from ..calculations import responsible
from ..support.present import now
from ..types.aios_authority import RoleMode
from ..types.aios_domain import IssueType, Stage, TaskStatus
from ..types.aios_persistence import Issue, Session
from .note import NoteSteps, note
from .running import composed, run_step


@dataclass(frozen=True, slots=True)
class IssueRaiseResult:
    """What IssueRaise gives."""

    report: str
    turn: RoleMode


class IssueRaiseSteps(Protocol):
    """What IssueRaise asks of those who do its steps."""

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


class DefaultIssueRaiseSteps(IssueRaiseSteps):
    """The steps of IssueRaise as far as the model says what they do."""

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


async def issue_raise(
    steps: IssueRaiseSteps,
    *,
    type_: IssueType,
    description: str,
    session: Session,
    task: str | None = None,
) -> IssueRaiseResult:
    """Tells the first responder that something is wrong.

    `type_` is type in the model.
    """
    with telemetry.tracer().start_as_current_span("IssueRaise"):
        all_issue = await run_step("all Issue", steps.all_issue)
        await run_step(
            "keep",
            steps.store_issue,
            entity=Issue(
                number=len(all_issue) + 1,
                type_=type_,
                task_id=task,
                description=description,
                raised_by=session.agent_id,
                raised_at=now(),
            ),
        )
        await run_step(
            "audit",
            steps.audit,
            session=session,
            what="issue_raise",
            task_id=task,
            origin=None,
            target=None,
            remark=description,
        )
        turn = responsible(type_=type_, stage=Stage.FIRST_RESPONSE)
        report = "the issue is raised"
        return IssueRaiseResult(report=report, turn=turn)
