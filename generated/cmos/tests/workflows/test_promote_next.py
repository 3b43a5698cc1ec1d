# Generated from CMOS_Missions::PromoteNext (ssot/cmos/missions.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow PromoteNext: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from cmos.calculations import next_mission
from cmos.tests.values import instances
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.types.cmos_domain import MissionStatus
from cmos.types.cmos_persistence import Mission, MissionDependency
from cmos.workflows.promote_next import promote_next

RESULTS: dict[str, Any] = {
    "all_mission": st.lists(instances(Mission), max_size=4).map(tuple),
    "all_mission_dependency": st.lists(instances(MissionDependency), max_size=4).map(
        tuple
    ),
    "store_mission": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    promoted: str | None = None
    all_mission = steps.all_mission()
    all_mission_dependency = steps.all_mission_dependency()
    next_ = next_mission(missions=all_mission, dependencies=all_mission_dependency)
    if next_ is not None:
        mission = next_
        if mission.status == MissionStatus.QUEUED:
            mission = mission.model_copy(update={"status": MissionStatus.CURRENT})
            steps.store_mission(entity=mission)
        promoted = mission.id
    return promoted


@settings(max_examples=50)
@given(
    data=st.data(),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(lambda: asyncio.run(promote_next(script.steps)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "PromoteNext",
        "all Mission",
        "all MissionDependency",
        "keep",
    }
    assert tracer.spans[:1] == [(None, "PromoteNext")]
