# Generated from CMOS_Missions::BlockMission (ssot/cmos/missions.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow BlockMission: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

from hypothesis import given, settings, strategies as st

from cmos.calculations import joined, mission_with, promotion
from cmos.tests.values import instances
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.types.cmos_domain import EventKind, MissionStatus
from cmos.types.cmos_persistence import Mission
from cmos.workflows.block_mission import block_mission
from cmos.workflows.running import Refused

RESULTS: dict[str, Any] = {
    "all_mission": st.lists(
        instances(
            Mission,
            ("; ", "Unblock when: ", "blocked ", "operator", "there is no mission "),
        ),
        max_size=4,
    ).map(tuple),
    "store_mission": st.none(),
    "promote": st.none()
    | st.sampled_from(
        ["; ", "Unblock when: ", "blocked ", "operator", "there is no mission "]
    )
    | st.text(max_size=9),
    "close": st.integers(0, 12),
    "remember": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    id_: str,
    summary: str,
    needs: tuple[str, ...],
    notes: str | None,
    agent: str,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_mission = steps.all_mission()
    found = mission_with(missions=all_mission, id_=id_)
    if found is None:
        raise Refused("there is no mission " + id_)
    mission = found
    if mission.status == MissionStatus.COMPLETED:
        raise Refused("A completed mission is not blocked.")
    mission = mission.model_copy(update={"status": MissionStatus.BLOCKED})
    mission = mission.model_copy(update={"needs": needs})
    mission = mission.model_copy(
        update={
            "notes": (
                *mission.notes,
                *(() if notes is None else (notes,)),
                "Unblock when: " + joined(texts=needs, between="; "),
            )
        }
    )
    steps.store_mission(entity=mission)
    promote = steps.promote()
    close = steps.close(mission_id=id_, ended=EventKind.BLOCK)
    steps.remember(
        mission_id=id_,
        kind=EventKind.BLOCK,
        standing=mission.status,
        session_number=close,
        who=agent,
        said=summary,
        hint=promotion(promoted=promote),
        wants=needs,
    )
    return "blocked " + id_ + "; " + promotion(promoted=promote)


@settings(max_examples=50)
@given(
    data=st.data(),
    id_=st.sampled_from(
        ["; ", "Unblock when: ", "blocked ", "operator", "there is no mission "]
    )
    | st.text(max_size=9),
    summary=st.sampled_from(
        ["; ", "Unblock when: ", "blocked ", "operator", "there is no mission "]
    )
    | st.text(max_size=9),
    needs=st.lists(
        st.sampled_from(
            ["; ", "Unblock when: ", "blocked ", "operator", "there is no mission "]
        )
        | st.text(max_size=9),
        min_size=1,
        max_size=4,
    ).map(tuple),
    notes=st.none()
    | st.sampled_from(
        ["; ", "Unblock when: ", "blocked ", "operator", "there is no mission "]
    )
    | st.text(max_size=9),
    agent=st.sampled_from(
        ["; ", "Unblock when: ", "blocked ", "operator", "there is no mission "]
    )
    | st.text(max_size=9),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    id_: str,
    summary: str,
    needs: tuple[str, ...],
    notes: str | None,
    agent: str,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            block_mission(
                script.steps,
                id_=id_,
                summary=summary,
                needs=needs,
                notes=notes,
                agent=agent,
            )
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(
            again.plain, id_=id_, summary=summary, needs=needs, notes=notes, agent=agent
        )
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "BlockMission",
        "all Mission",
        "close",
        "keep",
        "promote",
        "remember",
    }
    assert tracer.spans[:1] == [(None, "BlockMission")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(block_mission).parameters
    assert parameters["notes"].default is None
    assert parameters["agent"].default == "operator"
