# Generated from AIOS_Governance::ProposalCreate (ssot/aios/governance.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Proposes the change of a spec."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import Protocol

from .. import telemetry
from ..support.present import now
from ..support.texts import to_string
from ..types.aios_domain import TaskStatus
from ..types.aios_persistence import Proposal, Session
from .note import NoteSteps, note
from .running import composed, run_step


@dataclass(frozen=True, slots=True)
class ProposalCreateResult:
    """What ProposalCreate gives."""

    report: str
    proposal_id: str


class ProposalCreateSteps(Protocol):
    """What ProposalCreate asks of those who do its steps."""

    @abstractmethod
    async def all_proposal(self) -> tuple[Proposal, ...]:
        """All instances of Proposal."""

    @abstractmethod
    async def store_proposal(self, *, entity: Proposal) -> None:
        """Store Proposal as the storage of the system does."""

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


class DefaultProposalCreateSteps(ProposalCreateSteps):
    """The steps of ProposalCreate as far as the model says what they do."""

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


async def proposal_create(
    steps: ProposalCreateSteps, *, title: str, change: str, session: Session
) -> ProposalCreateResult:
    """Proposes the change of a spec."""
    with telemetry.tracer().start_as_current_span("ProposalCreate"):
        all_proposal = await run_step("all Proposal", steps.all_proposal)
        id_ = "P" + to_string(len(all_proposal) + 1)
        await run_step(
            "keep",
            steps.store_proposal,
            entity=Proposal(
                proposal_id=id_,
                title=title,
                change=change,
                proposed_by=session.agent_id,
                proposed_at=now(),
            ),
        )
        await run_step(
            "audit",
            steps.audit,
            session=session,
            what="proposal_create",
            task_id=None,
            origin=None,
            target=None,
            remark=id_,
        )
        proposal_id = id_
        report = id_ + " is pending"
        return ProposalCreateResult(report=report, proposal_id=proposal_id)
