# Generated from CMOS_Health::ValidateDocs (ssot/cmos/health.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow ValidateDocs: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

from hypothesis import given, settings, strategies as st

from cmos.calculations import joined
from cmos.tests.workflows.conftest import Tracer
from cmos.tests.workflows.recording import Script, outcome
from cmos.workflows.running import Refused
from cmos.workflows.validate_docs import validate_docs

RESULTS: dict[str, Any] = {
    "list_files": st.lists(
        st.sampled_from(
            ["*", "*.md", "; ", "broken links: ", "cmos", "every link leads to a file"]
        )
        | st.text(max_size=9),
        min_size=0,
        max_size=3,
    ).map(tuple),
    "read": st.sampled_from(
        ["*", "*.md", "; ", "broken links: ", "cmos", "every link leads to a file"]
    )
    | st.text(max_size=9),
    "follow": st.lists(
        st.sampled_from(
            ["*", "*.md", "; ", "broken links: ", "cmos", "every link leads to a file"]
        )
        | st.text(max_size=9),
        min_size=0,
        max_size=3,
    ).map(tuple),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    folder: str,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    broken: tuple[str, ...] = ()
    everything = steps.list_files(folder=folder, pattern="*")
    documents = steps.list_files(folder=folder, pattern="*.md")
    for document in documents:
        read = steps.read(path=document)
        follow = steps.follow(path=document, text=read, known=everything)
        broken = (*broken, *follow)
    if bool(broken):
        raise Refused("broken links: " + joined(texts=broken, between="; "))
    return "every link leads to a file"


@settings(max_examples=50)
@given(
    data=st.data(),
    folder=st.sampled_from(
        ["*", "*.md", "; ", "broken links: ", "cmos", "every link leads to a file"]
    )
    | st.text(max_size=9),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    folder: str,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(lambda: asyncio.run(validate_docs(script.steps, folder=folder)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain, folder=folder))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "ValidateDocs",
        "documents",
        "everything",
        "follow",
        "read",
    }
    assert tracer.spans[:1] == [(None, "ValidateDocs")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(validate_docs).parameters
    assert parameters["folder"].default == "cmos"
