# Generated from CMOS_Health::ShowCurrent (ssot/cmos/health.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow ShowCurrent: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import dataclasses
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from cmos.calculations import backlog_lines, next_mission
from cmos.tests.values import instances
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.types.cmos_domain import MissionStatus
from cmos.types.cmos_persistence import Context, Mission, MissionDependency, Session
from cmos.types.cmos_views import BacklogLine
from cmos.workflows import show_current as module
from cmos.workflows.show_current import ShowCurrentResult, show_current

RESULTS: dict[str, Any] = {
    "all_mission": st.lists(instances(Mission, (5,)), max_size=4).map(tuple),
    "all_mission_dependency": st.lists(
        instances(MissionDependency, (5,)), max_size=4
    ).map(tuple),
    "all_session": st.lists(instances(Session, (5,)), max_size=4).map(tuple),
    "all_context": st.lists(instances(Context, (5,)), max_size=4).map(tuple),
    "validate": st.text(max_size=9),
}
"""What each step may give."""


def plainly(
    steps: Any,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    active_mission: str | None = None
    missions: tuple[BacklogLine, ...] = ()
    sessions: tuple[Session, ...] = ()
    contexts: tuple[Context, ...] = ()
    validate = steps.validate()
    health = validate
    all_mission = steps.all_mission()
    all_mission_dependency = steps.all_mission_dependency()
    active_mission = next(
        (
            each.id
            for each in tuple(
                each
                for each in (
                    next_mission(
                        missions=all_mission, dependencies=all_mission_dependency
                    ),
                )
                if each is not None
            )
        ),
        None,
    )
    missions = (
        *backlog_lines(
            missions=all_mission,
            dependencies=all_mission_dependency,
            status=MissionStatus.IN_PROGRESS,
        ),
        *backlog_lines(
            missions=all_mission,
            dependencies=all_mission_dependency,
            status=MissionStatus.CURRENT,
        ),
    )
    all_session = steps.all_session()
    session_count = len(all_session)
    sessions = tuple(each for each in all_session if each.number + 5 > len(all_session))
    all_context = steps.all_context()
    contexts = all_context
    return ShowCurrentResult(
        health=health,
        active_mission=active_mission,
        missions=missions,
        session_count=session_count,
        sessions=sessions,
        contexts=contexts,
    )


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
    found = outcome(lambda: asyncio.run(show_current(script.steps)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "ShowCurrent",
        "all Context",
        "all Mission",
        "all MissionDependency",
        "all Session",
        "validate",
    }
    assert tracer.spans[:1] == [(None, "ShowCurrent")]


@pytest.mark.parametrize(
    "name",
    [
        "ShowCurrentResult",
    ],
)
def test_results_cannot_change(name: str) -> None:
    kind: Any = getattr(module, name)
    fields = dataclasses.fields(kind)
    made = kind(*fields)
    assert not hasattr(made, "__dict__")
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(made, fields[0].name, None)
