# Generated from CMOS_Missions::UpdateMission (ssot/cmos/missions.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow UpdateMission: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

from hypothesis import given, settings, strategies as st
from pydantic import JsonValue

from cmos.calculations import mission_with, sprint_name, sprint_with, unfinished
from cmos.tests.values import instances
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.types.cmos_domain import EventKind, MissionStatus, OrchestrationPattern
from cmos.types.cmos_persistence import Mission, MissionDependency, Sprint
from cmos.workflows.running import Refused
from cmos.workflows.update_mission import update_mission

RESULTS: dict[str, Any] = {
    "all_sprint": st.lists(
        instances(
            Sprint, (0, 1, "operator", "there is no mission ", "updated", "updated ")
        ),
        max_size=4,
    ).map(tuple),
    "all_mission": st.lists(
        instances(
            Mission, (0, 1, "operator", "there is no mission ", "updated", "updated ")
        ),
        max_size=4,
    ).map(tuple),
    "all_mission_dependency": st.lists(
        instances(
            MissionDependency,
            (0, 1, "operator", "there is no mission ", "updated", "updated "),
        ),
        max_size=4,
    ).map(tuple),
    "store_mission": st.none(),
    "remember": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    id_: str,
    status: MissionStatus | None,
    notes: str | None,
    name: str | None,
    sprint: str | None,
    pattern: OrchestrationPattern | None,
    rationale: str | None,
    needs: tuple[str, ...],
    details: JsonValue | None,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_mission = steps.all_mission()
    found = mission_with(missions=all_mission, id_=id_)
    if found is None:
        raise Refused("there is no mission " + id_)
    mission = found
    all_mission_dependency = steps.all_mission_dependency()
    waiting = unfinished(id_=id_, dependencies=all_mission_dependency)
    wanted = status if status is not None else mission.status
    words = notes if notes is not None else "updated"
    if not (
        not waiting
        or (wanted != MissionStatus.IN_PROGRESS and wanted != MissionStatus.COMPLETED)
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
        update={"rationale": rationale if rationale is not None else mission.rationale}
    )
    mission = mission.model_copy(
        update={"needs": needs if bool(needs) else mission.needs}
    )
    mission = mission.model_copy(
        update={"details": details if details is not None else mission.details}
    )
    if sprint is not None:
        all_sprint = steps.all_sprint()
        planned: Sprint | None = sprint_with(
            sprints=all_sprint, name=sprint_name(sprint=sprint)
        )
        if planned is None:
            planned = Sprint(
                name=sprint_name(sprint=sprint), position=len(all_sprint) + 1
            )
        mission = mission.model_copy(update={"sprint": planned})
    steps.store_mission(entity=mission)
    steps.remember(
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


@settings(max_examples=50)
@given(
    data=st.data(),
    id_=st.sampled_from(["operator", "there is no mission ", "updated", "updated "])
    | st.text(max_size=9),
    status=st.none() | st.sampled_from(MissionStatus),
    notes=st.none()
    | st.sampled_from(["operator", "there is no mission ", "updated", "updated "])
    | st.text(max_size=9),
    name=st.none()
    | st.sampled_from(["operator", "there is no mission ", "updated", "updated "])
    | st.text(max_size=9),
    sprint=st.none()
    | st.sampled_from(["operator", "there is no mission ", "updated", "updated "])
    | st.text(max_size=9),
    pattern=st.none() | st.sampled_from(OrchestrationPattern),
    rationale=st.none()
    | st.sampled_from(["operator", "there is no mission ", "updated", "updated "])
    | st.text(max_size=9),
    needs=st.lists(
        st.sampled_from(["operator", "there is no mission ", "updated", "updated "])
        | st.text(max_size=9),
        min_size=0,
        max_size=3,
    ).map(tuple),
    details=st.none() | st.text(max_size=9),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    id_: str,
    status: MissionStatus | None,
    notes: str | None,
    name: str | None,
    sprint: str | None,
    pattern: OrchestrationPattern | None,
    rationale: str | None,
    needs: tuple[str, ...],
    details: JsonValue | None,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            update_mission(
                script.steps,
                id_=id_,
                status=status,
                notes=notes,
                name=name,
                sprint=sprint,
                pattern=pattern,
                rationale=rationale,
                needs=needs,
                details=details,
            )
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(
            again.plain,
            id_=id_,
            status=status,
            notes=notes,
            name=name,
            sprint=sprint,
            pattern=pattern,
            rationale=rationale,
            needs=needs,
            details=details,
        )
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "UpdateMission",
        "all Mission",
        "all MissionDependency",
        "all Sprint",
        "keep",
        "remember",
    }
    assert tracer.spans[:1] == [(None, "UpdateMission")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(update_mission).parameters
    assert parameters["status"].default is None
    assert parameters["notes"].default is None
    assert parameters["name"].default is None
    assert parameters["sprint"].default is None
    assert parameters["pattern"].default is None
    assert parameters["rationale"].default is None
    assert parameters["needs"].default == ()
    assert parameters["details"].default is None
