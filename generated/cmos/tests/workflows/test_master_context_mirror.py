# Generated from CMOS_Views::MasterContextMirror (ssot/cmos/views.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow MasterContextMirror: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from cmos.calculations import master_context_of
from cmos.tests.values import instances
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.types.cmos_persistence import Context, Decision
from cmos.workflows.master_context_mirror import master_context_mirror

RESULTS: dict[str, Any] = {
    "all_context": st.lists(instances(Context), max_size=4).map(tuple),
    "all_decision": st.lists(instances(Decision), max_size=4).map(tuple),
}
"""What each step may give."""


def plainly(
    steps: Any,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_context = steps.all_context()
    all_decision = steps.all_decision()
    return master_context_of(contexts=all_context, decided=all_decision)


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
    found = outcome(lambda: asyncio.run(master_context_mirror(script.steps)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "MasterContextMirror",
        "all Context",
        "all Decision",
    }
    assert tracer.spans[:1] == [(None, "MasterContextMirror")]
