# Generated from CMOS_Missions::AddMission (ssot/cmos/missions.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow AddMission: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import inspect
from datetime import UTC
from typing import Any

from hypothesis import given, settings, strategies as st

from cmos.calculations import mission_with, sprint_name, sprint_with
from cmos.tests.values import instances
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.types.cmos_domain import OrchestrationPattern
from cmos.types.cmos_persistence import Mission, Sprint
from cmos.workflows.add_mission import add_mission
from cmos.workflows.running import Refused

RESULTS: dict[str, Any] = {
    "all_sprint": st.lists(instances(Sprint, (1, "added ")), max_size=4).map(tuple),
    "all_mission": st.lists(instances(Mission, (1, "added ")), max_size=4).map(tuple),
    "now": st.datetimes(timezones=st.just(UTC)),
    "store_sprint": st.none(),
    "store_mission": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    id_: str,
    name: str,
    sprint: str | None,
    pattern: OrchestrationPattern,
    rationale: str | None,
    research: bool,
    notes: str | None,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_mission = steps.all_mission()
    same = mission_with(missions=all_mission, id_=id_)
    if same is not None:
        raise Refused("There is a mission with this id already.")
    if not (id_ != "" and name != ""):
        raise Refused("A mission needs an id and a name.")
    clock = steps.now()
    all_sprint = steps.all_sprint()
    planned: Sprint | None = sprint_with(
        sprints=all_sprint, name=sprint_name(sprint=sprint)
    )
    if sprint is not None and planned is None:
        fresh = Sprint(name=sprint_name(sprint=sprint), position=len(all_sprint) + 1)
        steps.store_sprint(entity=fresh)
        planned = fresh
    all_mission = steps.all_mission()
    steps.store_mission(
        entity=Mission(
            id=id_,
            name=name,
            sprint=planned,
            pattern=pattern,
            rationale=rationale,
            research=research,
            notes=() if notes is None else (notes,),
            position=len(all_mission) + 1,
            added_at=clock,
        )
    )
    return "added " + id_


@settings(max_examples=50)
@given(
    data=st.data(),
    id_=st.sampled_from(["added "]) | st.text(max_size=9),
    name=st.sampled_from(["added "]) | st.text(max_size=9),
    sprint=st.none() | st.sampled_from(["added "]) | st.text(max_size=9),
    pattern=st.sampled_from(OrchestrationPattern),
    rationale=st.none() | st.sampled_from(["added "]) | st.text(max_size=9),
    research=st.booleans(),
    notes=st.none() | st.sampled_from(["added "]) | st.text(max_size=9),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    id_: str,
    name: str,
    sprint: str | None,
    pattern: OrchestrationPattern,
    rationale: str | None,
    research: bool,
    notes: str | None,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            add_mission(
                script.steps,
                id_=id_,
                name=name,
                sprint=sprint,
                pattern=pattern,
                rationale=rationale,
                research=research,
                notes=notes,
            )
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(
            again.plain,
            id_=id_,
            name=name,
            sprint=sprint,
            pattern=pattern,
            rationale=rationale,
            research=research,
            notes=notes,
        )
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "AddMission",
        "all Mission",
        "all Sprint",
        "clock",
        "keep",
        "plan",
    }
    assert tracer.spans[:1] == [(None, "AddMission")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(add_mission).parameters
    assert parameters["sprint"].default is None
    assert parameters["pattern"].default == OrchestrationPattern.NONE
    assert parameters["rationale"].default is None
    assert parameters["research"].default is False
    assert parameters["notes"].default is None
