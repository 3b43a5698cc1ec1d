# Generated from CMOS_Contexts::ExportContexts (ssot/cmos/contexts.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow ExportContexts: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

from hypothesis import given, settings, strategies as st

from cmos.calculations import master_context_of, project_context_of
from cmos.tests.values import instances
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.types.cmos_persistence import Context, Decision, Mission
from cmos.workflows.export_contexts import export_contexts

RESULTS: dict[str, Any] = {
    "all_mission": st.lists(
        instances(Mission, ("/MASTER_CONTEXT.json", "/PROJECT_CONTEXT.json", "cmos")),
        max_size=4,
    ).map(tuple),
    "all_context": st.lists(
        instances(Context, ("/MASTER_CONTEXT.json", "/PROJECT_CONTEXT.json", "cmos")),
        max_size=4,
    ).map(tuple),
    "all_decision": st.lists(
        instances(Decision, ("/MASTER_CONTEXT.json", "/PROJECT_CONTEXT.json", "cmos")),
        max_size=4,
    ).map(tuple),
    "write_file": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    output: str,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_context = steps.all_context()
    all_mission = steps.all_mission()
    project = project_context_of(contexts=all_context, missions=all_mission)
    all_decision = steps.all_decision()
    master = master_context_of(contexts=all_context, decided=all_decision)
    steps.write_file(path=output + "/PROJECT_CONTEXT.json", content=project)
    steps.write_file(path=output + "/MASTER_CONTEXT.json", content=master)
    return (output + "/PROJECT_CONTEXT.json", output + "/MASTER_CONTEXT.json")


@settings(max_examples=50)
@given(
    data=st.data(),
    output=st.sampled_from(["/MASTER_CONTEXT.json", "/PROJECT_CONTEXT.json", "cmos"])
    | st.text(max_size=9),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    output: str,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(lambda: asyncio.run(export_contexts(script.steps, output=output)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain, output=output))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "ExportContexts",
        "all Context",
        "all Decision",
        "all Mission",
        "writeMaster",
        "writeProject",
    }
    assert tracer.spans[:1] == [(None, "ExportContexts")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(export_contexts).parameters
    assert parameters["output"].default == "cmos"
