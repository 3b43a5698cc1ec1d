# Generated from CMOS_Missions::CloseSession (ssot/cmos/missions.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow CloseSession: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from datetime import UTC
from typing import Any

from hypothesis import given, settings, strategies as st

from cmos.tests.values import instances
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.types.cmos_domain import EventKind
from cmos.types.cmos_persistence import Session
from cmos.workflows.close_session import close_session

RESULTS: dict[str, Any] = {
    "all_session": st.lists(instances(Session, (0,)), max_size=4).map(tuple),
    "now": st.datetimes(timezones=st.just(UTC)),
    "store_session": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    mission_id: str,
    ended: EventKind,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    clock = steps.now()
    number = 0
    all_session = steps.all_session()
    for each in all_session:
        if each.mission.id == mission_id and each.ended_at is None:
            session = each
            session = session.model_copy(update={"ended_at": clock})
            session = session.model_copy(update={"outcome": ended})
            steps.store_session(entity=session)
            number = session.number
    return number


@settings(max_examples=50)
@given(
    data=st.data(),
    mission_id=st.text(max_size=9),
    ended=st.sampled_from(EventKind),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    mission_id: str,
    ended: EventKind,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            close_session(script.steps, mission_id=mission_id, ended=ended)
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(again.plain, mission_id=mission_id, ended=ended)
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "CloseSession",
        "all Session",
        "clock",
        "keep",
    }
    assert tracer.spans[:1] == [(None, "CloseSession")]
