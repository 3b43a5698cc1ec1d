# Generated from CMOS_Contexts::Decide (ssot/cmos/contexts.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow Decide: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import inspect
from datetime import UTC
from typing import Any

from hypothesis import given, settings, strategies as st

from cmos.support.texts import to_string
from cmos.tests.values import instances
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.types.cmos_domain import DecisionKind
from cmos.types.cmos_persistence import Decision
from cmos.workflows.decide import decide
from cmos.workflows.running import Refused

RESULTS: dict[str, Any] = {
    "all_decision": st.lists(instances(Decision, (1, "noted ")), max_size=4).map(tuple),
    "now": st.datetimes(timezones=st.just(UTC)),
    "store_decision": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    text: str,
    kind: DecisionKind,
    rationale: str | None,
    mission: str | None,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    if text == "":
        raise Refused("A decision needs words.")
    clock = steps.now()
    all_decision = steps.all_decision()
    count = len(all_decision) + 1
    steps.store_decision(
        entity=Decision(
            number=count,
            kind=kind,
            text=text,
            rationale=rationale,
            mission=mission,
            decided_at=clock,
        )
    )
    return "noted " + to_string(count)


@settings(max_examples=50)
@given(
    data=st.data(),
    text=st.sampled_from(["noted "]) | st.text(max_size=9),
    kind=st.sampled_from(DecisionKind),
    rationale=st.none() | st.sampled_from(["noted "]) | st.text(max_size=9),
    mission=st.none() | st.sampled_from(["noted "]) | st.text(max_size=9),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    text: str,
    kind: DecisionKind,
    rationale: str | None,
    mission: str | None,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            decide(
                script.steps, text=text, kind=kind, rationale=rationale, mission=mission
            )
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(
            again.plain, text=text, kind=kind, rationale=rationale, mission=mission
        )
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "Decide",
        "all Decision",
        "clock",
        "keep",
    }
    assert tracer.spans[:1] == [(None, "Decide")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(decide).parameters
    assert parameters["kind"].default == DecisionKind.DECISION
    assert parameters["rationale"].default is None
    assert parameters["mission"].default is None
