# Generated from CMOS_Views::MissionOverview (ssot/cmos/views.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow MissionOverview: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import dataclasses
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from cmos.calculations import board, next_mission
from cmos.tests.values import instances
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.types.cmos_domain import MissionStatus
from cmos.types.cmos_persistence import Mission, MissionDependency
from cmos.workflows import mission_overview as module
from cmos.workflows.mission_overview import MissionOverviewResult, mission_overview

RESULTS: dict[str, Any] = {
    "all_mission": st.lists(instances(Mission), max_size=4).map(tuple),
    "all_mission_dependency": st.lists(instances(MissionDependency), max_size=4).map(
        tuple
    ),
}
"""What each step may give."""


def plainly(
    steps: Any,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_mission = steps.all_mission()
    all_mission_dependency = steps.all_mission_dependency()
    return MissionOverviewResult(
        missions=tuple(
            each
            for each in board(missions=all_mission, dependencies=all_mission_dependency)
            if each.status != MissionStatus.COMPLETED
        ),
        next_=next(
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
        ),
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
    found = outcome(lambda: asyncio.run(mission_overview(script.steps)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "MissionOverview",
        "all Mission",
        "all MissionDependency",
    }
    assert tracer.spans[:1] == [(None, "MissionOverview")]


@pytest.mark.parametrize(
    "name",
    [
        "MissionOverviewResult",
    ],
)
def test_results_cannot_change(name: str) -> None:
    kind: Any = getattr(module, name)
    fields = dataclasses.fields(kind)
    made = kind(*fields)
    assert not hasattr(made, "__dict__")
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(made, fields[0].name, None)
