# Generated from CMOS_Missions::StartMission (ssot/cmos/missions.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow StartMission: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import inspect
from datetime import UTC
from typing import Any

from hypothesis import given, settings, strategies as st

from cmos.calculations import joined, mission_with, unfinished
from cmos.support.texts import to_string
from cmos.tests.values import instances
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.types.cmos_domain import EventKind, MissionStatus
from cmos.types.cmos_persistence import Mission, MissionDependency, Session
from cmos.workflows.running import Refused
from cmos.workflows.start_mission import start_mission

RESULTS: dict[str, Any] = {
    "all_mission": st.lists(
        instances(
            Mission,
            (
                1,
                " (session ",
                " waits for ",
                ")",
                ", ",
                "operator",
                "started ",
                "there is no mission ",
            ),
        ),
        max_size=4,
    ).map(tuple),
    "all_mission_dependency": st.lists(
        instances(
            MissionDependency,
            (
                1,
                " (session ",
                " waits for ",
                ")",
                ", ",
                "operator",
                "started ",
                "there is no mission ",
            ),
        ),
        max_size=4,
    ).map(tuple),
    "all_session": st.lists(
        instances(
            Session,
            (
                1,
                " (session ",
                " waits for ",
                ")",
                ", ",
                "operator",
                "started ",
                "there is no mission ",
            ),
        ),
        max_size=4,
    ).map(tuple),
    "now": st.datetimes(timezones=st.just(UTC)),
    "store_mission": st.none(),
    "store_session": st.none(),
    "remember": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    id_: str,
    summary: str,
    agent: str,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_mission = steps.all_mission()
    found = mission_with(missions=all_mission, id_=id_)
    if found is None:
        raise Refused("there is no mission " + id_)
    mission = found
    if not (
        mission.status != MissionStatus.IN_PROGRESS
        and mission.status != MissionStatus.COMPLETED
    ):
        raise Refused(
            "Only a mission that is queued, current or blocked can be started."
        )
    if bool(any(each.status == MissionStatus.IN_PROGRESS for each in all_mission)):
        raise Refused("Another mission is in progress; complete or block it first.")
    all_mission_dependency = steps.all_mission_dependency()
    waiting = unfinished(id_=id_, dependencies=all_mission_dependency)
    if bool(waiting):
        raise Refused(id_ + " waits for " + joined(texts=waiting, between=", "))
    clock = steps.now()
    mission = mission.model_copy(update={"status": MissionStatus.IN_PROGRESS})
    mission = mission.model_copy(update={"started_at": clock})
    steps.store_mission(entity=mission)
    all_session = steps.all_session()
    number = len(all_session) + 1
    steps.store_session(
        entity=Session(
            number=number,
            mission=mission,
            agent=agent,
            summary=summary,
            started_at=clock,
        )
    )
    steps.remember(
        mission_id=mission.id,
        kind=EventKind.START,
        standing=mission.status,
        session_number=number,
        who=agent,
        said=summary,
        hint=None,
        wants=(),
    )
    return "started " + id_ + " (session " + to_string(number) + ")"


@settings(max_examples=50)
@given(
    data=st.data(),
    id_=st.sampled_from(
        [
            " (session ",
            " waits for ",
            ")",
            ", ",
            "operator",
            "started ",
            "there is no mission ",
        ]
    )
    | st.text(max_size=9),
    summary=st.sampled_from(
        [
            " (session ",
            " waits for ",
            ")",
            ", ",
            "operator",
            "started ",
            "there is no mission ",
        ]
    )
    | st.text(max_size=9),
    agent=st.sampled_from(
        [
            " (session ",
            " waits for ",
            ")",
            ", ",
            "operator",
            "started ",
            "there is no mission ",
        ]
    )
    | st.text(max_size=9),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    id_: str,
    summary: str,
    agent: str,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            start_mission(script.steps, id_=id_, summary=summary, agent=agent)
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(again.plain, id_=id_, summary=summary, agent=agent)
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "StartMission",
        "all Mission",
        "all MissionDependency",
        "all Session",
        "begin",
        "clock",
        "keep",
        "remember",
    }
    assert tracer.spans[:1] == [(None, "StartMission")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(start_mission).parameters
    assert parameters["agent"].default == "operator"
