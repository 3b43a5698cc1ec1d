# Generated from AIOS_Audit::RefuseWhenFrozen (ssot/aios/audit.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow RefuseWhenFrozen: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.calculations import freeze_text, is_frozen
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_persistence import AgentRecord, FreezeRecord, Project
from aios.workflows.refuse_when_frozen import refuse_when_frozen
from aios.workflows.running import Refused

RESULTS: dict[str, Any] = {
    "all_project": st.lists(instances(Project), max_size=4).map(tuple),
    "all_agent_record": st.lists(instances(AgentRecord), max_size=4).map(tuple),
    "all_freeze_record": st.lists(instances(FreezeRecord), max_size=4).map(tuple),
}
"""What each step may give."""


def plainly(
    steps: Any,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_project = steps.all_project()
    if is_frozen(projects=all_project):
        all_agent_record = steps.all_agent_record()
        all_freeze_record = steps.all_freeze_record()
        raise Refused(freeze_text(freezes=all_freeze_record, agents=all_agent_record))


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
    found = outcome(lambda: asyncio.run(refuse_when_frozen(script.steps)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "RefuseWhenFrozen",
        "all AgentRecord",
        "all FreezeRecord",
        "all Project",
    }
    assert tracer.spans[:1] == [(None, "RefuseWhenFrozen")]
