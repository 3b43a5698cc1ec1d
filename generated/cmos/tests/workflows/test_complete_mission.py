# Generated from CMOS_Missions::CompleteMission (ssot/cmos/missions.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow CompleteMission: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import inspect
from datetime import UTC
from typing import Any

from hypothesis import given, settings, strategies as st

from cmos.calculations import mission_with, promotion
from cmos.tests.values import instances
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.types.cmos_domain import EventKind, MissionStatus
from cmos.types.cmos_persistence import Mission
from cmos.workflows.complete_mission import complete_mission
from cmos.workflows.running import Refused

RESULTS: dict[str, Any] = {
    "all_mission": st.lists(
        instances(Mission, ("; ", "completed ", "operator", "there is no mission ")),
        max_size=4,
    ).map(tuple),
    "now": st.datetimes(timezones=st.just(UTC)),
    "store_mission": st.none(),
    "promote": st.none()
    | st.sampled_from(["; ", "completed ", "operator", "there is no mission "])
    | st.text(max_size=9),
    "close": st.integers(0, 12),
    "remember": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    id_: str,
    summary: str,
    notes: str,
    next_hint: str | None,
    agent: str,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_mission = steps.all_mission()
    found = mission_with(missions=all_mission, id_=id_)
    if found is None:
        raise Refused("there is no mission " + id_)
    mission = found
    if mission.status != MissionStatus.IN_PROGRESS:
        raise Refused("Only a mission in progress can be completed.")
    if notes == "":
        raise Refused("The notes are empty: they have to say what was tested.")
    if not (not mission.fallback or mission.reviewed_by is not None):
        raise Refused(
            "The mission triggered the fallback: a person has to review it before it is closed (mission review)."
        )
    clock = steps.now()
    mission = mission.model_copy(update={"status": MissionStatus.COMPLETED})
    mission = mission.model_copy(update={"completed_at": clock})
    mission = mission.model_copy(update={"notes": (*mission.notes, notes)})
    steps.store_mission(entity=mission)
    promote = steps.promote()
    close = steps.close(mission_id=id_, ended=EventKind.COMPLETE)
    steps.remember(
        mission_id=id_,
        kind=EventKind.COMPLETE,
        standing=mission.status,
        session_number=close,
        who=agent,
        said=summary,
        hint=next_hint if next_hint is not None else promotion(promoted=promote),
        wants=(),
    )
    return "completed " + id_ + "; " + promotion(promoted=promote)


@settings(max_examples=50)
@given(
    data=st.data(),
    id_=st.sampled_from(["; ", "completed ", "operator", "there is no mission "])
    | st.text(max_size=9),
    summary=st.sampled_from(["; ", "completed ", "operator", "there is no mission "])
    | st.text(max_size=9),
    notes=st.sampled_from(["; ", "completed ", "operator", "there is no mission "])
    | st.text(max_size=9),
    next_hint=st.none()
    | st.sampled_from(["; ", "completed ", "operator", "there is no mission "])
    | st.text(max_size=9),
    agent=st.sampled_from(["; ", "completed ", "operator", "there is no mission "])
    | st.text(max_size=9),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    id_: str,
    summary: str,
    notes: str,
    next_hint: str | None,
    agent: str,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            complete_mission(
                script.steps,
                id_=id_,
                summary=summary,
                notes=notes,
                next_hint=next_hint,
                agent=agent,
            )
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(
            again.plain,
            id_=id_,
            summary=summary,
            notes=notes,
            next_hint=next_hint,
            agent=agent,
        )
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "CompleteMission",
        "all Mission",
        "clock",
        "close",
        "keep",
        "promote",
        "remember",
    }
    assert tracer.spans[:1] == [(None, "CompleteMission")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(complete_mission).parameters
    assert parameters["next_hint"].default is None
    assert parameters["agent"].default == "operator"
