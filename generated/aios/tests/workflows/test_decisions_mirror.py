# Generated from AIOS_Views::DecisionsMirror (ssot/aios/views.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow DecisionsMirror: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.support.texts import to_string
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_persistence import Proposal
from aios.types.aios_views import Paper
from aios.workflows.decisions_mirror import decisions_mirror

RESULTS: dict[str, Any] = {
    "all_proposal": st.lists(
        instances(Proposal, ("", "\n", "\n\n", "\n\n- ", " by ", "# ")), max_size=4
    ).map(tuple),
}
"""What each step may give."""


def plainly(
    steps: Any,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_proposal = steps.all_proposal()
    return tuple(
        Paper(
            name=each_2.proposal_id,
            content="# "
            + each_2.title
            + "\n\n- "
            + to_string(each_2.status)
            + " by "
            + (each_2.decided_by if each_2.decided_by is not None else "")
            + "\n\n"
            + (each_2.rationale if each_2.rationale is not None else "")
            + "\n",
        )
        for each_2 in tuple(
            each for each in all_proposal if each.decided_at is not None
        )
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
    found = outcome(lambda: asyncio.run(decisions_mirror(script.steps)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {"DecisionsMirror", "all Proposal"}
    assert tracer.spans[:1] == [(None, "DecisionsMirror")]
