# Generated from CMOS_Orchestration::RunMission (ssot/cmos/orchestration.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow RunMission: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import dataclasses
import inspect
from datetime import UTC
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from cmos.calculations import mission_with
from cmos.support.texts import to_string
from cmos.tests.values import instances
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.types.cmos_domain import (
    EventKind,
    MissionStatus,
    OrchestrationEvent,
    OrchestrationPattern,
    Outcome,
    RunStatus,
)
from cmos.types.cmos_persistence import Mission
from cmos.workflows import run_mission as module
from cmos.workflows.boomerang import BoomerangResult
from cmos.workflows.delegate_all import DelegateAllResult
from cmos.workflows.refine import RefineResult
from cmos.workflows.run_mission import RunMissionResult, run_mission
from cmos.workflows.running import Refused

RESULTS: dict[str, Any] = {
    "all_mission": st.lists(
        instances(
            Mission,
            (
                0,
                3,
                "",
                " failed: ",
                "a person has to review this mission (mission review)",
                "operator",
                "there is no mission ",
            ),
        ),
        max_size=4,
    ).map(tuple),
    "refine": st.builds(
        RefineResult,
        reason=st.none()
        | st.sampled_from(
            [
                "",
                " failed: ",
                "a person has to review this mission (mission review)",
                "operator",
                "there is no mission ",
            ]
        )
        | st.text(max_size=9),
        turns=st.sampled_from([0, 1, 2, 3, 4]) | st.integers(0, 12),
    ),
    "delegate": st.builds(
        DelegateAllResult,
        reason=st.none()
        | st.sampled_from(
            [
                "",
                " failed: ",
                "a person has to review this mission (mission review)",
                "operator",
                "there is no mission ",
            ]
        )
        | st.text(max_size=9),
        failures=st.sampled_from([0, 1, 2, 3, 4]) | st.integers(0, 12),
    ),
    "chain": st.builds(
        BoomerangResult,
        reason=st.none()
        | st.sampled_from(
            [
                "",
                " failed: ",
                "a person has to review this mission (mission review)",
                "operator",
                "there is no mission ",
            ]
        )
        | st.text(max_size=9),
        reached=st.sampled_from([0, 1, 2, 3, 4]) | st.integers(0, 12),
    ),
    "linear": st.sampled_from(Outcome),
    "now": st.datetimes(timezones=st.just(UTC)),
    "append_orchestration_event": st.none(),
    "store_mission": st.none(),
    "remember": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    id_: str,
    limit: int,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    reason: str | None = None
    all_mission = steps.all_mission()
    found = mission_with(missions=all_mission, id_=id_)
    if found is None:
        raise Refused("there is no mission " + id_)
    mission = found
    if mission.status != MissionStatus.IN_PROGRESS:
        raise Refused("Only a mission in progress is carried out.")
    given_up: str | None = None
    if mission.pattern == OrchestrationPattern.RSIP:
        refine = steps.refine(mission_id=id_, limit=limit)
        given_up = refine.reason
    if mission.pattern == OrchestrationPattern.DELEGATION:
        delegate = steps.delegate(mission_id=id_, workers=limit)
        given_up = delegate.reason
    if mission.pattern == OrchestrationPattern.BOOMERANG:
        chain = steps.chain(mission_id=id_, stages=limit)
        given_up = chain.reason
    if mission.pattern == OrchestrationPattern.NONE or given_up is not None:
        linear = steps.linear(mission_id=id_)
        if linear != Outcome.OK:
            raise Refused(id_ + " failed: " + to_string(linear))
    status = RunStatus.OK if given_up is None else RunStatus.FALLBACK
    reason = given_up
    clock = steps.now()
    steps.append_orchestration_event(
        record=OrchestrationEvent(
            ts=clock,
            mission=id_,
            pattern=mission.pattern,
            status=RunStatus.OK if given_up is None else RunStatus.FALLBACK,
            fallback_triggered=given_up is not None,
            reason=given_up,
        )
    )
    if given_up is not None:
        words = given_up if given_up is not None else ""
        mission = mission.model_copy(update={"fallback": True})
        mission = mission.model_copy(
            update={
                "notes": (*mission.notes, *(() if given_up is None else (given_up,)))
            }
        )
        steps.store_mission(entity=mission)
        steps.remember(
            mission_id=id_,
            kind=EventKind.FALLBACK,
            standing=mission.status,
            session_number=0,
            who="operator",
            said=words,
            hint="a person has to review this mission (mission review)",
            wants=(),
        )
    return RunMissionResult(status=status, reason=reason)


@settings(max_examples=50)
@given(
    data=st.data(),
    id_=st.sampled_from(
        [
            "",
            " failed: ",
            "a person has to review this mission (mission review)",
            "operator",
            "there is no mission ",
        ]
    )
    | st.text(max_size=9),
    limit=st.sampled_from([1, 2, 3, 4]) | st.integers(1, 12),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    id_: str,
    limit: int,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(run_mission(script.steps, id_=id_, limit=limit))
    )
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain, id_=id_, limit=limit))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "RunMission",
        "all Mission",
        "chain",
        "clock",
        "delegate",
        "keep",
        "linear",
        "refine",
        "remember",
        "tell",
    }
    assert tracer.spans[:1] == [(None, "RunMission")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(run_mission).parameters
    assert parameters["limit"].default == 3


@pytest.mark.parametrize(
    "name",
    [
        "RunMissionResult",
    ],
)
def test_results_cannot_change(name: str) -> None:
    kind: Any = getattr(module, name)
    fields = dataclasses.fields(kind)
    made = kind(*fields)
    assert not hasattr(made, "__dict__")
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(made, fields[0].name, None)
