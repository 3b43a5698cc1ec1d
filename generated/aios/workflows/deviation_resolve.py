# Generated from AIOS_Governance::DeviationResolve (ssot/aios/governance.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""A deviation is no more."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..support.present import now
from ..support.sequences import at
from ..types.aios_persistence import Deviation, Session
from .running import Refused, run_step


class DeviationResolveSteps(Protocol):
    """What DeviationResolve asks of those who do its steps."""

    @abstractmethod
    async def all_deviation(self) -> tuple[Deviation, ...]:
        """All instances of Deviation."""

    @abstractmethod
    async def store_deviation(self, *, entity: Deviation) -> None:
        """Store Deviation as the storage of the system does."""


async def deviation_resolve(
    steps: DeviationResolveSteps, *, deviation_id: str, session: Session
) -> str:
    """A deviation is no more.

    `deviation_id` is deviationId in the model.
    """
    with telemetry.tracer().start_as_current_span("DeviationResolve"):
        all_deviation = await run_step("all Deviation", steps.all_deviation)
        found = at(
            tuple(each for each in all_deviation if each.deviation_id == deviation_id),
            1,
        )
        if found is None:
            raise Refused("there is no deviation " + deviation_id)
        deviation = found
        deviation = deviation.model_copy(update={"resolved_by": session.agent_id})
        deviation = deviation.model_copy(update={"resolved_at": now()})
        await run_step("keep", steps.store_deviation, entity=deviation)
        return deviation_id + " is resolved"
