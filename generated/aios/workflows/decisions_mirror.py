# Generated from AIOS_Views::DecisionsMirror (ssot/aios/views.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""A file for each decision: the decision log."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..support.texts import to_string
from ..types.aios_persistence import Proposal
from ..types.aios_views import Paper
from .running import run_step


class DecisionsMirrorSteps(Protocol):
    """What DecisionsMirror asks of those who do its steps."""

    @abstractmethod
    async def all_proposal(self) -> tuple[Proposal, ...]:
        """All instances of Proposal."""


async def decisions_mirror(steps: DecisionsMirrorSteps) -> tuple[Paper, ...]:
    """A file for each decision: the decision log."""
    with telemetry.tracer().start_as_current_span("DecisionsMirror"):
        all_proposal = await run_step("all Proposal", steps.all_proposal)
        return tuple(
            Paper(
                name=each_2.proposal_id,
                content="# "
                + each_2.title
                + "\n\n- "
                + to_string(each_2.status)
                + " by "
                + (each_2.decided_by if each_2.decided_by is not None else "")
                + "\n\n"
                + (each_2.rationale if each_2.rationale is not None else "")
                + "\n",
            )
            for each_2 in tuple(
                each for each in all_proposal if each.decided_at is not None
            )
        )
