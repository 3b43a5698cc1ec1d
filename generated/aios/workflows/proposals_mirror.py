# Generated from AIOS_Views::ProposalsMirror (ssot/aios/views.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""A file for each proposal."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..support.texts import to_string
from ..types.aios_persistence import Proposal
from ..types.aios_views import Paper
from .running import run_step


class ProposalsMirrorSteps(Protocol):
    """What ProposalsMirror asks of those who do its steps."""

    @abstractmethod
    async def all_proposal(self) -> tuple[Proposal, ...]:
        """All instances of Proposal."""


async def proposals_mirror(steps: ProposalsMirrorSteps) -> tuple[Paper, ...]:
    """A file for each proposal."""
    with telemetry.tracer().start_as_current_span("ProposalsMirror"):
        all_proposal = await run_step("all Proposal", steps.all_proposal)
        return tuple(
            Paper(
                name=each.proposal_id,
                content="# "
                + each.title
                + "\n\n"
                + each.change
                + "\n\n- "
                + to_string(each.status)
                + "\n- proposed by "
                + each.proposed_by
                + " at "
                + each.proposed_at.isoformat()
                + "\n",
            )
            for each in all_proposal
        )
