# Generated from AIOS_Governance::DeviationResolve (ssot/aios/governance.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""A deviation is no more."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..support.present import now
from ..support.sequences import at
from ..types.aios_domain import TaskStatus
from ..types.aios_persistence import Deviation, Session
from .note import NoteSteps, note
from .running import Refused, composed, run_step


class DeviationResolveSteps(Protocol):
    """What DeviationResolve asks of those who do its steps."""

    @abstractmethod
    async def all_deviation(self) -> tuple[Deviation, ...]:
        """All instances of Deviation."""

    @abstractmethod
    async def store_deviation(self, *, entity: Deviation) -> None:
        """Store Deviation as the storage of the system does."""

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


class DefaultDeviationResolveSteps(DeviationResolveSteps):
    """The steps of DeviationResolve as far as the model says what they do."""

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
        if deviation.resolved_at is not None:
            raise Refused("The deviation was resolved already.")
        deviation = deviation.model_copy(update={"resolved_by": session.agent_id})
        deviation = deviation.model_copy(update={"resolved_at": now()})
        await run_step("keep", steps.store_deviation, entity=deviation)
        await run_step(
            "audit",
            steps.audit,
            session=session,
            what="deviation_resolve",
            task_id=None,
            origin=None,
            target=None,
            remark=deviation_id,
        )
        return deviation_id + " is resolved"
