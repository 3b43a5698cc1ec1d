# Generated from AIOS_Governance::ProposalList (ssot/aios/governance.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""The proposals with their decisions: the decision log."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..types.aios_domain import ProposalStatus
from ..types.aios_persistence import Proposal
from .running import run_step


class ProposalListSteps(Protocol):
    """What ProposalList asks of those who do its steps."""

    @abstractmethod
    async def all_proposal(self) -> tuple[Proposal, ...]:
        """All instances of Proposal."""


async def proposal_list(
    steps: ProposalListSteps, *, status: ProposalStatus | None = None
) -> tuple[Proposal, ...]:
    """The proposals with their decisions: the decision log."""
    with telemetry.tracer().start_as_current_span("ProposalList"):
        all_proposal = await run_step("all Proposal", steps.all_proposal)
        return tuple(
            each for each in all_proposal if status is None or each.status == status
        )
