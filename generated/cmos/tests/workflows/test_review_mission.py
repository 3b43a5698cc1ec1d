# Generated from CMOS_Missions::ReviewMission (ssot/cmos/missions.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow ReviewMission: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from cmos.calculations import mission_with
from cmos.tests.values import instances
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.types.cmos_domain import EventKind
from cmos.types.cmos_persistence import Mission
from cmos.workflows.review_mission import review_mission
from cmos.workflows.running import Refused

RESULTS: dict[str, Any] = {
    "all_mission": st.lists(
        instances(
            Mission, (0, ": ", "Reviewed by ", "reviewed ", "there is no mission ")
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
    by: str,
    notes: str,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_mission = steps.all_mission()
    found = mission_with(missions=all_mission, id_=id_)
    if found is None:
        raise Refused("there is no mission " + id_)
    mission = found
    if not (by != "" and notes != ""):
        raise Refused("A review says who has looked, and what was done about it.")
    mission = mission.model_copy(update={"reviewed_by": by})
    mission = mission.model_copy(
        update={"notes": (*mission.notes, "Reviewed by " + by + ": " + notes)}
    )
    steps.store_mission(entity=mission)
    steps.remember(
        mission_id=id_,
        kind=EventKind.REVIEW,
        standing=mission.status,
        session_number=0,
        who=by,
        said=notes,
        hint=None,
        wants=(),
    )
    return "reviewed " + id_


@settings(max_examples=50)
@given(
    data=st.data(),
    id_=st.sampled_from([": ", "Reviewed by ", "reviewed ", "there is no mission "])
    | st.text(max_size=9),
    by=st.sampled_from([": ", "Reviewed by ", "reviewed ", "there is no mission "])
    | st.text(max_size=9),
    notes=st.sampled_from([": ", "Reviewed by ", "reviewed ", "there is no mission "])
    | st.text(max_size=9),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    id_: str,
    by: str,
    notes: str,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(review_mission(script.steps, id_=id_, by=by, notes=notes))
    )
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain, id_=id_, by=by, notes=notes))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "ReviewMission",
        "all Mission",
        "keep",
        "remember",
    }
    assert tracer.spans[:1] == [(None, "ReviewMission")]
