# Generated from CMOS_Health::ValidateHealth (ssot/cmos/health.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow ValidateHealth: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from datetime import UTC
from typing import Any

from hypothesis import given, settings, strategies as st

from cmos.calculations import joined
from cmos.tests.values import instances
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.types.cmos_domain import HealthEvent
from cmos.types.cmos_persistence import Mission
from cmos.workflows.running import Refused
from cmos.workflows.validate_health import validate_health

RESULTS: dict[str, Any] = {
    "all_mission": st.lists(
        instances(
            Mission,
            (
                0,
                "; ",
                "healthy",
                "the database is healthy",
                "the database is unhealthy: ",
                "unhealthy",
            ),
        ),
        max_size=4,
    ).map(tuple),
    "now": st.datetimes(timezones=st.just(UTC)),
    "check_database": st.lists(
        st.sampled_from(
            [
                "; ",
                "healthy",
                "the database is healthy",
                "the database is unhealthy: ",
                "unhealthy",
            ]
        )
        | st.text(max_size=9),
        min_size=0,
        max_size=3,
    ).map(tuple),
    "append_health_event": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    clock = steps.now()
    check = steps.check_database()
    count = 0
    if not check:
        all_mission = steps.all_mission()
        count = len(all_mission)
    steps.append_health_event(
        record=HealthEvent(
            ts=clock,
            status="healthy" if not check else "unhealthy",
            missions=count,
            problems=check,
        )
    )
    if bool(check):
        raise Refused("the database is unhealthy: " + joined(texts=check, between="; "))
    return "the database is healthy"


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
    found = outcome(lambda: asyncio.run(validate_health(script.steps)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "ValidateHealth",
        "all Mission",
        "check",
        "clock",
        "log",
    }
    assert tracer.spans[:1] == [(None, "ValidateHealth")]
