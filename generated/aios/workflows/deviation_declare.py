# Generated from AIOS_Governance::DeviationDeclare (ssot/aios/governance.sysml) and 2 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Declares an override of a spec at level L2."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..support.present import now
from ..support.texts import to_string
from ..types.aios_persistence import Deviation, Session
from .running import run_step


class DeviationDeclareSteps(Protocol):
    """What DeviationDeclare asks of those who do its steps."""

    @abstractmethod
    async def all_deviation(self) -> tuple[Deviation, ...]:
        """All instances of Deviation."""

    @abstractmethod
    async def store_deviation(self, *, entity: Deviation) -> None:
        """Store Deviation as the storage of the system does."""


async def deviation_declare(
    steps: DeviationDeclareSteps, *, topic: str, reason: str, session: Session
) -> str:
    """Declares an override of a spec at level L2."""
    with telemetry.tracer().start_as_current_span("DeviationDeclare"):
        all_deviation = await run_step("all Deviation", steps.all_deviation)
        id_ = "D" + to_string(len(all_deviation) + 1)
        await run_step(
            "keep",
            steps.store_deviation,
            entity=Deviation(
                deviation_id=id_,
                topic=topic,
                reason=reason,
                declared_by=session.agent_id,
                declared_at=now(),
            ),
        )
        return id_ + " is declared"
