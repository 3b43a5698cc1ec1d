# Generated from CMOS_Health::ResetStarter (ssot/cmos/health.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow ResetStarter: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

from hypothesis import given, settings, strategies as st

from cmos.tests.values import instances
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.types.cmos_persistence import (
    Context,
    Decision,
    Mission,
    MissionDependency,
    Session,
    SessionEvent,
    Sprint,
)
from cmos.workflows.reset_starter import reset_starter
from cmos.workflows.running import Refused

RESULTS: dict[str, Any] = {
    "all_sprint": st.lists(
        instances(Sprint, ("the database is empty",)), max_size=4
    ).map(tuple),
    "all_mission": st.lists(
        instances(Mission, ("the database is empty",)), max_size=4
    ).map(tuple),
    "all_mission_dependency": st.lists(
        instances(MissionDependency, ("the database is empty",)), max_size=4
    ).map(tuple),
    "all_session": st.lists(
        instances(Session, ("the database is empty",)), max_size=4
    ).map(tuple),
    "all_session_event": st.lists(
        instances(SessionEvent, ("the database is empty",)), max_size=4
    ).map(tuple),
    "all_context": st.lists(
        instances(Context, ("the database is empty",)), max_size=4
    ).map(tuple),
    "all_decision": st.lists(
        instances(Decision, ("the database is empty",)), max_size=4
    ).map(tuple),
    "remove_session_event": st.none(),
    "remove_session": st.none(),
    "remove_mission_dependency": st.none(),
    "remove_mission": st.none(),
    "remove_sprint": st.none(),
    "remove_context": st.none(),
    "remove_decision": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    confirmed: bool,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    if not confirmed:
        raise Refused("This removes everything; confirm it with --confirmed.")
    all_session_event = steps.all_session_event()
    for event1 in all_session_event:
        steps.remove_session_event(entity=event1)
    all_session = steps.all_session()
    for session1 in all_session:
        steps.remove_session(entity=session1)
    all_mission_dependency = steps.all_mission_dependency()
    for edge in all_mission_dependency:
        steps.remove_mission_dependency(entity=edge)
    all_mission = steps.all_mission()
    for mission1 in all_mission:
        steps.remove_mission(entity=mission1)
    all_sprint = steps.all_sprint()
    for sprint1 in all_sprint:
        steps.remove_sprint(entity=sprint1)
    all_context = steps.all_context()
    for context1 in all_context:
        steps.remove_context(entity=context1)
    all_decision = steps.all_decision()
    for decision1 in all_decision:
        steps.remove_decision(entity=decision1)
    return "the database is empty"


@settings(max_examples=50)
@given(
    data=st.data(),
    confirmed=st.booleans(),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    confirmed: bool,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(reset_starter(script.steps, confirmed=confirmed))
    )
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain, confirmed=confirmed))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "ResetStarter",
        "all Context",
        "all Decision",
        "all Mission",
        "all MissionDependency",
        "all Session",
        "all SessionEvent",
        "all Sprint",
        "dropContext",
        "dropDecision",
        "dropEdge",
        "dropEvent",
        "dropMission",
        "dropSession",
        "dropSprint",
    }
    assert tracer.spans[:1] == [(None, "ResetStarter")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(reset_starter).parameters
    assert parameters["confirmed"].default is False
