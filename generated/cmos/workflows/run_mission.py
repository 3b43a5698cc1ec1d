# Generated from CMOS_Orchestration::RunMission (ssot/cmos/orchestration.sysml) and 9 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Carries a mission out in its one way. When that is given up, it is done from
beginning to end, and marked for review.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from .. import telemetry
from ..calculations import mission_with
from ..support.texts import to_string
from ..types.cmos_domain import (
    EventKind,
    MissionStatus,
    OrchestrationEvent,
    OrchestrationPattern,
    Outcome,
    RunStatus,
)
from ..types.cmos_persistence import Mission
from .boomerang import BoomerangResult, BoomerangSteps, boomerang
from .delegate_all import DelegateAllResult, DelegateAllSteps, delegate_all
from .record_event import RecordEventSteps, record_event
from .refine import RefineResult, RefineSteps, refine
from .running import Refused, composed, now, run_step


@dataclass(frozen=True, slots=True)
class RunMissionResult:
    """What RunMission gives."""

    status: RunStatus
    reason: str | None


class RunMissionSteps(Protocol):
    """What RunMission asks of those who do its steps."""

    @abstractmethod
    async def all_mission(self) -> tuple[Mission, ...]:
        """All instances of Mission."""

    @abstractmethod
    async def refine(self, *, mission_id: str, limit: int) -> RefineResult:
        """Recursive self-improvement: iterations until the result is accepted, or as
        many as are allowed.
        """

    @abstractmethod
    async def delegate(self, *, mission_id: str, workers: int) -> DelegateAllResult:
        """Workers each do a share; when two have failed, the pattern is given up."""

    @abstractmethod
    async def chain(self, *, mission_id: str, stages: int) -> BoomerangResult:
        """Step by step, with a checkpoint behind each; two failed attempts of one step,
        or a checkpoint that cannot be written, end it.
        """

    @abstractmethod
    async def linear(self, *, mission_id: str) -> Outcome:
        """The mission is done from beginning to end by one."""

    @abstractmethod
    async def now(self) -> datetime:
        """The time by the clock of the system."""

    @abstractmethod
    async def append_orchestration_event(self, *, record: OrchestrationEvent) -> None:
        """Append OrchestrationEvent as the storage of the system does."""

    @abstractmethod
    async def store_mission(self, *, entity: Mission) -> None:
        """Store Mission as the storage of the system does."""

    @abstractmethod
    async def remember(
        self,
        *,
        mission_id: str,
        kind: EventKind,
        standing: MissionStatus,
        session_number: int,
        who: str,
        said: str,
        hint: str | None,
        wants: tuple[str, ...],
    ) -> None:
        """Notes what happened, and brings the markers of the contexts up to date."""


class DefaultRunMissionSteps(RunMissionSteps):
    """The steps of RunMission as far as the model says what they do."""

    def __init__(
        self,
        *,
        refine_steps: RefineSteps,
        delegate_all_steps: DelegateAllSteps,
        boomerang_steps: BoomerangSteps,
        record_event_steps: RecordEventSteps,
    ) -> None:
        self.refine_steps = refine_steps
        self.delegate_all_steps = delegate_all_steps
        self.boomerang_steps = boomerang_steps
        self.record_event_steps = record_event_steps

    @composed
    async def refine(self, *, mission_id: str, limit: int) -> RefineResult:
        return await refine(self.refine_steps, mission_id=mission_id, limit=limit)

    @composed
    async def delegate(self, *, mission_id: str, workers: int) -> DelegateAllResult:
        return await delegate_all(
            self.delegate_all_steps, mission_id=mission_id, workers=workers
        )

    @composed
    async def chain(self, *, mission_id: str, stages: int) -> BoomerangResult:
        return await boomerang(
            self.boomerang_steps, mission_id=mission_id, stages=stages
        )

    async def now(self) -> datetime:
        return now()

    @composed
    async def remember(
        self,
        *,
        mission_id: str,
        kind: EventKind,
        standing: MissionStatus,
        session_number: int,
        who: str,
        said: str,
        hint: str | None,
        wants: tuple[str, ...],
    ) -> None:
        await record_event(
            self.record_event_steps,
            mission_id=mission_id,
            kind=kind,
            standing=standing,
            session_number=session_number,
            who=who,
            said=said,
            hint=hint,
            wants=wants,
        )


async def run_mission(
    steps: RunMissionSteps, *, id_: str, limit: int = 3
) -> RunMissionResult:
    """Carries a mission out in its one way. When that is given up, it is done from
    beginning to end, and marked for review.

    `id_` is id in the model.
    """
    with telemetry.tracer().start_as_current_span("RunMission"):
        reason: str | None = None
        all_mission = await run_step("all Mission", steps.all_mission)
        found = mission_with(missions=all_mission, id_=id_)
        if found is None:
            raise Refused("there is no mission " + id_)
        mission = found
        if mission.status != MissionStatus.IN_PROGRESS:
            raise Refused("Only a mission in progress is carried out.")
        given_up: str | None = None
        if mission.pattern == OrchestrationPattern.RSIP:
            refine = await run_step("refine", steps.refine, mission_id=id_, limit=limit)
            given_up = refine.reason
        if mission.pattern == OrchestrationPattern.DELEGATION:
            delegate = await run_step(
                "delegate", steps.delegate, mission_id=id_, workers=limit
            )
            given_up = delegate.reason
        if mission.pattern == OrchestrationPattern.BOOMERANG:
            chain = await run_step("chain", steps.chain, mission_id=id_, stages=limit)
            given_up = chain.reason
        if mission.pattern == OrchestrationPattern.NONE or given_up is not None:
            linear = await run_step("linear", steps.linear, mission_id=id_)
            if linear != Outcome.OK:
                raise Refused(id_ + " failed: " + to_string(linear))
        status = RunStatus.OK if given_up is None else RunStatus.FALLBACK
        reason = given_up
        clock = await run_step("clock", steps.now)
        await run_step(
            "tell",
            steps.append_orchestration_event,
            record=OrchestrationEvent(
                ts=clock,
                mission=id_,
                pattern=mission.pattern,
                status=RunStatus.OK if given_up is None else RunStatus.FALLBACK,
                fallback_triggered=given_up is not None,
                reason=given_up,
            ),
        )
        if given_up is not None:
            words = given_up if given_up is not None else ""
            mission = mission.model_copy(update={"fallback": True})
            mission = mission.model_copy(
                update={
                    "notes": (
                        *mission.notes,
                        *(() if given_up is None else (given_up,)),
                    )
                }
            )
            await run_step("keep", steps.store_mission, entity=mission)
            await run_step(
                "remember",
                steps.remember,
                mission_id=id_,
                kind=EventKind.FALLBACK,
                standing=mission.status,
                session_number=0,
                who="operator",
                said=words,
                hint="a person has to review this mission (mission review)",
                wants=(),
            )
        return RunMissionResult(status=status, reason=reason)
