# Generated from CMOS_Health::MissionChecklist (ssot/cmos/health.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow MissionChecklist: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from cmos.calculations import mission_with
from cmos.tests.values import instances
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.types.cmos_domain import MissionStatus, OrchestrationPattern
from cmos.types.cmos_health import CheckItem
from cmos.types.cmos_persistence import Mission, SessionEvent
from cmos.workflows.mission_checklist import mission_checklist
from cmos.workflows.running import Refused

RESULTS: dict[str, Any] = {
    "all_mission": st.lists(
        instances(
            Mission,
            (
                "a block says what would unblock it",
                "a fallback was reviewed by a person",
                "events are logged (session_events)",
                "test results are documented in the notes",
                "the orchestration mode and its rationale are recorded",
                "the status is updated in the database",
                "there is no mission ",
            ),
        ),
        max_size=4,
    ).map(tuple),
    "all_session_event": st.lists(
        instances(
            SessionEvent,
            (
                "a block says what would unblock it",
                "a fallback was reviewed by a person",
                "events are logged (session_events)",
                "test results are documented in the notes",
                "the orchestration mode and its rationale are recorded",
                "the status is updated in the database",
                "there is no mission ",
            ),
        ),
        max_size=4,
    ).map(tuple),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    id_: str,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_mission = steps.all_mission()
    found = mission_with(missions=all_mission, id_=id_)
    if found is None:
        raise Refused("there is no mission " + id_)
    mission = found
    all_session_event = steps.all_session_event()
    return (
        CheckItem(
            met=any(each.mission == id_ for each in all_session_event),
            duty="events are logged (session_events)",
        ),
        CheckItem(
            met=mission.status != MissionStatus.QUEUED,
            duty="the status is updated in the database",
        ),
        CheckItem(
            met=bool(mission.notes), duty="test results are documented in the notes"
        ),
        CheckItem(
            met=mission.pattern == OrchestrationPattern.NONE
            or mission.rationale is not None,
            duty="the orchestration mode and its rationale are recorded",
        ),
        CheckItem(
            met=not mission.fallback or mission.reviewed_by is not None,
            duty="a fallback was reviewed by a person",
        ),
        CheckItem(
            met=mission.status != MissionStatus.BLOCKED or bool(mission.needs),
            duty="a block says what would unblock it",
        ),
    )


@settings(max_examples=50)
@given(
    data=st.data(),
    id_=st.sampled_from(
        [
            "a block says what would unblock it",
            "a fallback was reviewed by a person",
            "events are logged (session_events)",
            "test results are documented in the notes",
            "the orchestration mode and its rationale are recorded",
            "the status is updated in the database",
            "there is no mission ",
        ]
    )
    | st.text(max_size=9),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    id_: str,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(lambda: asyncio.run(mission_checklist(script.steps, id_=id_)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain, id_=id_))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "MissionChecklist",
        "all Mission",
        "all SessionEvent",
    }
    assert tracer.spans[:1] == [(None, "MissionChecklist")]
