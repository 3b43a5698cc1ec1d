# Generated from AIOS_Governance::DeviationDeclare (ssot/aios/governance.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Declares an override of a spec at level L2."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from .. import telemetry
from ..support.present import now
from ..support.texts import to_string
from ..types.aios_domain import TaskStatus
from ..types.aios_persistence import Deviation, Session
from .note import NoteSteps, note
from .running import composed, run_step


class DeviationDeclareSteps(Protocol):
    """What DeviationDeclare asks of those who do its steps."""

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


class DefaultDeviationDeclareSteps(DeviationDeclareSteps):
    """The steps of DeviationDeclare as far as the model says what they do."""

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
        await run_step(
            "audit",
            steps.audit,
            session=session,
            what="deviation_declare",
            task_id=None,
            origin=None,
            target=None,
            remark=id_ + ": " + reason,
        )
        return id_ + " is declared"
