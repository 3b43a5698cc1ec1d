# Generated from CMOS_Health::Duties (ssot/cmos/health.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow Duties: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from cmos.calculations import duties_of
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import outcome
from cmos.types.cmos_health import Occasion
from cmos.workflows.duties import duties


def plainly(
    *,
    occasion: Occasion,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    return duties_of(occasion=occasion)


@settings(max_examples=50)
@given(
    occasion=st.sampled_from(Occasion),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    occasion: Occasion,
) -> None:
    tracer.spans.clear()
    found = outcome(
        lambda: asyncio.run(
            duties(
                occasion=occasion,
            )
        )
    )
    assert found == outcome(
        lambda: plainly(
            occasion=occasion,
        )
    )
    assert {name for _, name in tracer.spans} <= {"Duties"}
    assert tracer.spans[:1] == [(None, "Duties")]
