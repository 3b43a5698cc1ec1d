# Generated from AIOS_Views::DeviationsMirror (ssot/aios/views.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow DeviationsMirror: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_persistence import Deviation
from aios.types.aios_views import Paper
from aios.workflows.deviations_mirror import deviations_mirror

RESULTS: dict[str, Any] = {
    "all_deviation": st.lists(
        instances(
            Deviation,
            (
                "",
                "\n",
                "\n\n",
                "\n\n- declared by ",
                "\n- resolved by ",
                "\n- unresolved",
                "# ",
            ),
        ),
        max_size=4,
    ).map(tuple),
}
"""What each step may give."""


def plainly(
    steps: Any,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_deviation = steps.all_deviation()
    return tuple(
        Paper(
            name=each.deviation_id,
            content="# "
            + each.topic
            + "\n\n"
            + each.reason
            + "\n\n- declared by "
            + each.declared_by
            + (
                "\n- unresolved"
                if each.resolved_at is None
                else "\n- resolved by "
                + (each.resolved_by if each.resolved_by is not None else "")
            )
            + "\n",
        )
        for each in all_deviation
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
    found = outcome(lambda: asyncio.run(deviations_mirror(script.steps)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {"DeviationsMirror", "all Deviation"}
    assert tracer.spans[:1] == [(None, "DeviationsMirror")]
