# Generated from CMOS_Missions::UpdateMission (ssot/cmos/missions.sysml) and 5 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Changes what is known about a mission. Notes are added, never lost. A mission is
begun, finished and blocked by the commands that note that in a session; here its
status may be corrected, under the same rules.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from pydantic import JsonValue

from .. import telemetry
from ..calculations import mission_with, sprint_name, sprint_with, unfinished
from ..types.cmos_domain import EventKind, MissionStatus, OrchestrationPattern
from ..types.cmos_persistence import Mission, MissionDependency, Sprint
from .record_event import RecordEventSteps, record_event
from .running import Refused, composed, run_step


class UpdateMissionSteps(Protocol):
    """What UpdateMission asks of those who do its steps."""

    @abstractmethod
    async def all_sprint(self) -> tuple[Sprint, ...]:
        """All instances of Sprint."""

    @abstractmethod
    async def all_mission(self) -> tuple[Mission, ...]:
        """All instances of Mission."""

    @abstractmethod
    async def all_mission_dependency(self) -> tuple[MissionDependency, ...]:
        """All instances of MissionDependency."""

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


class DefaultUpdateMissionSteps(UpdateMissionSteps):
    """The steps of UpdateMission as far as the model says what they do."""

    def __init__(
        self,
        *,
        record_event_steps: RecordEventSteps,
    ) -> None:
        self.record_event_steps = record_event_steps

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


async def update_mission(
    steps: UpdateMissionSteps,
    *,
    id_: str,
    status: MissionStatus | None = None,
    notes: str | None = None,
    name: str | None = None,
    sprint: str | None = None,
    pattern: OrchestrationPattern | None = None,
    rationale: str | None = None,
    needs: tuple[str, ...] = (),
    details: JsonValue | None = None,
) -> str:
    """Changes what is known about a mission. Notes are added, never lost. A mission is
    begun, finished and blocked by the commands that note that in a session; here its
    status may be corrected, under the same rules.

    `id_` is id in the model.
    """
    with telemetry.tracer().start_as_current_span("UpdateMission"):
        all_mission = await run_step("all Mission", steps.all_mission)
        found = mission_with(missions=all_mission, id_=id_)
        if found is None:
            raise Refused("there is no mission " + id_)
        mission = found
        all_mission_dependency = await run_step(
            "all MissionDependency", steps.all_mission_dependency
        )
        waiting = unfinished(id_=id_, dependencies=all_mission_dependency)
        wanted = status if status is not None else mission.status
        words = notes if notes is not None else "updated"
        if not (
            not waiting
            or (
                wanted != MissionStatus.IN_PROGRESS
                and wanted != MissionStatus.COMPLETED
            )
            or wanted == mission.status
        ):
            raise Refused(
                "A mission does not begin or end before the missions it depends on are completed."
            )
        if not (
            wanted != MissionStatus.COMPLETED
            or not mission.fallback
            or mission.reviewed_by is not None
        ):
            raise Refused(
                "The mission triggered the fallback: a person has to review it before it is closed (mission review)."
            )
        if not (
            wanted != MissionStatus.IN_PROGRESS
            or not any(
                each.status == MissionStatus.IN_PROGRESS and each.id != id_
                for each in all_mission
            )
        ):
            raise Refused("Another mission is in progress.")
        if not (wanted != MissionStatus.BLOCKED or bool(needs) or bool(mission.needs)):
            raise Refused("A blocked mission says what it needs (--needs).")
        mission = mission.model_copy(update={"status": wanted})
        mission = mission.model_copy(
            update={"notes": (*mission.notes, *(() if notes is None else (notes,)))}
        )
        mission = mission.model_copy(
            update={"name": name if name is not None else mission.name}
        )
        mission = mission.model_copy(
            update={"pattern": pattern if pattern is not None else mission.pattern}
        )
        mission = mission.model_copy(
            update={
                "rationale": rationale if rationale is not None else mission.rationale
            }
        )
        mission = mission.model_copy(
            update={"needs": needs if bool(needs) else mission.needs}
        )
        mission = mission.model_copy(
            update={"details": details if details is not None else mission.details}
        )
        if sprint is not None:
            all_sprint = await run_step("all Sprint", steps.all_sprint)
            planned: Sprint | None = sprint_with(
                sprints=all_sprint, name=sprint_name(sprint=sprint)
            )
            if planned is None:
                planned = Sprint(
                    name=sprint_name(sprint=sprint), position=len(all_sprint) + 1
                )
            mission = mission.model_copy(update={"sprint": planned})
        await run_step("keep", steps.store_mission, entity=mission)
        await run_step(
            "remember",
            steps.remember,
            mission_id=mission.id,
            kind=EventKind.UPDATE,
            standing=wanted,
            session_number=0,
            who="operator",
            said=words,
            hint=None,
            wants=mission.needs,
        )
        return "updated " + id_
