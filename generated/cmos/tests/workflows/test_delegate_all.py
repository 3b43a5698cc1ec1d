# Generated from CMOS_Orchestration::DelegateAll (ssot/cmos/orchestration.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow DelegateAll: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import dataclasses
import inspect
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from cmos.calculations import is_passing
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.types.cmos_domain import Outcome
from cmos.workflows import delegate_all as module
from cmos.workflows.delegate_all import DelegateAllResult, delegate_all

RESULTS: dict[str, Any] = {
    "share": st.sampled_from(Outcome),
    "share_again": st.sampled_from(Outcome),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    mission_id: str,
    workers: int,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    reason: str | None = None
    count = 0
    failed = 0
    ended = Outcome.OK
    while count < workers and failed < 2:
        count = count + 1
        share = steps.share(mission_id=mission_id, worker=count)
        ended = share
        if is_passing(ended=ended):
            share_again = steps.share_again(mission_id=mission_id, worker=count)
            ended = share_again
        if ended != Outcome.OK:
            failed = failed + 1
    failures = failed
    if failed >= 2:
        reason = "delegation: two workers failed"
    return DelegateAllResult(reason=reason, failures=failures)


@settings(max_examples=50)
@given(
    data=st.data(),
    mission_id=st.sampled_from(["delegation: two workers failed"])
    | st.text(max_size=9),
    workers=st.sampled_from([1, 2, 3, 4]) | st.integers(1, 12),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    mission_id: str,
    workers: int,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            delegate_all(script.steps, mission_id=mission_id, workers=workers)
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(again.plain, mission_id=mission_id, workers=workers)
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {"DelegateAll", "share", "shareAgain"}
    assert tracer.spans[:1] == [(None, "DelegateAll")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(delegate_all).parameters
    assert parameters["workers"].default == 3


@pytest.mark.parametrize(
    "name",
    [
        "DelegateAllResult",
    ],
)
def test_results_cannot_change(name: str) -> None:
    kind: Any = getattr(module, name)
    fields = dataclasses.fields(kind)
    made = kind(*fields)
    assert not hasattr(made, "__dict__")
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(made, fields[0].name, None)
