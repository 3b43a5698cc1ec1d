# Generated from AIOS_Views::FreezeMirror (ssot/aios/views.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow FreezeMirror: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.support.texts import to_string
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_persistence import FreezeRecord
from aios.types.aios_views import Paper
from aios.workflows.freeze_mirror import freeze_mirror

RESULTS: dict[str, Any] = {
    "all_freeze_record": st.lists(
        instances(
            FreezeRecord,
            (
                "",
                "\n",
                "\n\n",
                "\n\n- frozen by ",
                "\n- lifted by ",
                " at ",
                "# Freeze ",
                "FREEZE_",
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
    all_freeze_record = steps.all_freeze_record()
    return tuple(
        Paper(
            name="FREEZE_" + to_string(each.number),
            content="# Freeze "
            + to_string(each.number)
            + "\n\n"
            + each.reason
            + "\n\n- frozen by "
            + each.frozen_by
            + " at "
            + each.frozen_at.isoformat()
            + (
                ""
                if each.lifted_at is None
                else "\n- lifted by "
                + (each.lifted_by if each.lifted_by is not None else "")
                + " at "
                + (
                    each.lifted_at if each.lifted_at is not None else each.frozen_at
                ).isoformat()
            )
            + "\n",
        )
        for each in all_freeze_record
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
    found = outcome(lambda: asyncio.run(freeze_mirror(script.steps)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {"FreezeMirror", "all FreezeRecord"}
    assert tracer.spans[:1] == [(None, "FreezeMirror")]
