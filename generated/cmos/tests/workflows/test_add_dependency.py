# Generated from CMOS_Missions::AddDependency (ssot/cmos/missions.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow AddDependency: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

from hypothesis import given, settings, strategies as st

from cmos.calculations import mission_with, reaches
from cmos.tests.values import instances
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.types.cmos_persistence import Mission, MissionDependency
from cmos.workflows.add_dependency import add_dependency
from cmos.workflows.running import Refused

RESULTS: dict[str, Any] = {
    "all_mission": st.lists(
        instances(
            Mission, (" (", " waits for ", ")", "requires", "there is no mission ")
        ),
        max_size=4,
    ).map(tuple),
    "all_mission_dependency": st.lists(
        instances(
            MissionDependency,
            (" (", " waits for ", ")", "requires", "there is no mission "),
        ),
        max_size=4,
    ).map(tuple),
    "store_mission_dependency": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    from_: str,
    to: str,
    type_: str,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_mission = steps.all_mission()
    waiting = mission_with(missions=all_mission, id_=from_)
    needed = mission_with(missions=all_mission, id_=to)
    if waiting is None:
        raise Refused("there is no mission " + from_)
    if needed is None:
        raise Refused("there is no mission " + to)
    all_mission_dependency = steps.all_mission_dependency()
    if bool(reaches(dependencies=all_mission_dependency, origin=to, goal=from_)):
        raise Refused("The missions would wait for each other in a circle.")
    dependent = waiting
    required = needed
    steps.store_mission_dependency(
        entity=MissionDependency(dependent=dependent, required=required, type_=type_)
    )
    return from_ + " waits for " + to + " (" + type_ + ")"


@settings(max_examples=50)
@given(
    data=st.data(),
    from_=st.sampled_from(
        [" (", " waits for ", ")", "requires", "there is no mission "]
    )
    | st.text(max_size=9),
    to=st.sampled_from([" (", " waits for ", ")", "requires", "there is no mission "])
    | st.text(max_size=9),
    type_=st.sampled_from(
        [" (", " waits for ", ")", "requires", "there is no mission "]
    )
    | st.text(max_size=9),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    from_: str,
    to: str,
    type_: str,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            add_dependency(script.steps, from_=from_, to=to, type_=type_)
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(again.plain, from_=from_, to=to, type_=type_)
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "AddDependency",
        "all Mission",
        "all MissionDependency",
        "keep",
    }
    assert tracer.spans[:1] == [(None, "AddDependency")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(add_dependency).parameters
    assert parameters["type_"].default == "requires"
