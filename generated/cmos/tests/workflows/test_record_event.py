# Generated from CMOS_Missions::RecordEvent (ssot/cmos/missions.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow RecordEvent: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import inspect
from datetime import UTC
from typing import Any

from hypothesis import given, settings, strategies as st

from cmos.calculations import next_mission
from cmos.support.texts import to_string
from cmos.tests.values import instances
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.types.cmos_domain import ContextName, EventKind, MissionStatus
from cmos.types.cmos_persistence import (
    Context,
    Mission,
    MissionDependency,
    Session,
    SessionEvent,
)
from cmos.workflows.record_event import record_event

RESULTS: dict[str, Any] = {
    "all_mission": st.lists(instances(Mission, (1, " ")), max_size=4).map(tuple),
    "all_mission_dependency": st.lists(
        instances(MissionDependency, (1, " ")), max_size=4
    ).map(tuple),
    "all_session": st.lists(instances(Session, (1, " ")), max_size=4).map(tuple),
    "all_session_event": st.lists(instances(SessionEvent, (1, " ")), max_size=4).map(
        tuple
    ),
    "now": st.datetimes(timezones=st.just(UTC)),
    "store_session_event": st.none(),
    "store_context": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    mission_id: str,
    kind: EventKind,
    standing: MissionStatus,
    session_number: int,
    who: str,
    said: str,
    hint: str | None,
    wants: tuple[str, ...],
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    clock = steps.now()
    all_session_event = steps.all_session_event()
    steps.store_session_event(
        entity=SessionEvent(
            number=len(all_session_event) + 1,
            ts=clock,
            agent=who,
            mission=mission_id,
            action=kind,
            status=standing,
            session=session_number,
            summary=said,
            next_hint=hint,
            needs=wants,
        )
    )
    all_mission = steps.all_mission()
    all_mission_dependency = steps.all_mission_dependency()
    active = next_mission(missions=all_mission, dependencies=all_mission_dependency)
    all_session = steps.all_session()
    last = to_string(len(all_session)) + " " + mission_id
    steps.store_context(
        entity=Context(
            name=ContextName.PROJECT,
            active_mission=None if active is None else active.id,
            session_count=len(all_session),
            last_session=last,
            updated_at=clock,
        )
    )
    all_session = steps.all_session()
    steps.store_context(
        entity=Context(
            name=ContextName.MASTER,
            active_mission=None if active is None else active.id,
            session_count=len(all_session),
            last_session=last,
            updated_at=clock,
        )
    )


@settings(max_examples=50)
@given(
    data=st.data(),
    mission_id=st.sampled_from([" "]) | st.text(max_size=9),
    kind=st.sampled_from(EventKind),
    standing=st.sampled_from(MissionStatus),
    session_number=st.sampled_from([0, 1, 2]) | st.integers(0, 12),
    who=st.sampled_from([" "]) | st.text(max_size=9),
    said=st.sampled_from([" "]) | st.text(max_size=9),
    hint=st.none() | st.sampled_from([" "]) | st.text(max_size=9),
    wants=st.lists(
        st.sampled_from([" "]) | st.text(max_size=9), min_size=0, max_size=3
    ).map(tuple),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    mission_id: str,
    kind: EventKind,
    standing: MissionStatus,
    session_number: int,
    who: str,
    said: str,
    hint: str | None,
    wants: tuple[str, ...],
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            record_event(
                script.steps,
                mission_id=mission_id,
                kind=kind,
                standing=standing,
                session_number=session_number,
                who=who,
                said=said,
                hint=hint,
                wants=wants,
            )
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(
            again.plain,
            mission_id=mission_id,
            kind=kind,
            standing=standing,
            session_number=session_number,
            who=who,
            said=said,
            hint=hint,
            wants=wants,
        )
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "RecordEvent",
        "all Mission",
        "all MissionDependency",
        "all Session",
        "all SessionEvent",
        "clock",
        "master",
        "note",
        "project",
    }
    assert tracer.spans[:1] == [(None, "RecordEvent")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(record_event).parameters
    assert parameters["hint"].default is None
    assert parameters["wants"].default == ()
