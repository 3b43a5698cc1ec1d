# Generated from AIOS_Governance::ProposalDecide (ssot/aios/governance.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Accepts or rejects a pending proposal; the reason goes to the decision log."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..support.present import now
from ..support.sequences import at
from ..types.aios_domain import ProposalStatus, TaskStatus
from ..types.aios_persistence import Proposal, Session
from .note import NoteSteps, note
from .running import Refused, composed, run_step


class ProposalDecideSteps(Protocol):
    """What ProposalDecide asks of those who do its steps."""

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


class DefaultProposalDecideSteps(ProposalDecideSteps):
    """The steps of ProposalDecide as far as the model says what they do."""

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


async def proposal_decide(
    steps: ProposalDecideSteps,
    *,
    proposal_id: str,
    accepted: bool,
    rationale: str,
    session: Session,
) -> str:
    """Accepts or rejects a pending proposal; the reason goes to the decision log.

    `proposal_id` is proposalId in the model.
    """
    with telemetry.tracer().start_as_current_span("ProposalDecide"):
        all_proposal = await run_step("all Proposal", steps.all_proposal)
        found = at(
            tuple(each for each in all_proposal if each.proposal_id == proposal_id), 1
        )
        if found is None:
            raise Refused("there is no proposal " + proposal_id)
        proposal = found
        if proposal.status != ProposalStatus.PENDING:
            raise Refused("The proposal was decided already.")
        proposal = proposal.model_copy(
            update={
                "status": (
                    ProposalStatus.ACCEPTED if accepted else ProposalStatus.REJECTED
                )
            }
        )
        proposal = proposal.model_copy(update={"decided_by": session.agent_id})
        proposal = proposal.model_copy(update={"decided_at": now()})
        proposal = proposal.model_copy(update={"rationale": rationale})
        await run_step("keep", steps.store_proposal, entity=proposal)
        await run_step(
            "audit",
            steps.audit,
            session=session,
            what="proposal_decide",
            task_id=None,
            origin=None,
            target=None,
            remark=proposal_id + ": " + rationale,
        )
        return proposal_id + " is decided"
