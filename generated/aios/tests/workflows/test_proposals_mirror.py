# Generated from AIOS_Views::ProposalsMirror (ssot/aios/views.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow ProposalsMirror: it does what the model says, step by step."""

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
from aios.workflows.proposals_mirror import proposals_mirror

RESULTS: dict[str, Any] = {
    "all_proposal": st.lists(
        instances(Proposal, ("\n", "\n\n", "\n\n- ", "\n- proposed by ", " at ", "# ")),
        max_size=4,
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
            name=each.proposal_id,
            content="# "
            + each.title
            + "\n\n"
            + each.change
            + "\n\n- "
            + to_string(each.status)
            + "\n- proposed by "
            + each.proposed_by
            + " at "
            + each.proposed_at.isoformat()
            + "\n",
        )
        for each in all_proposal
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
    found = outcome(lambda: asyncio.run(proposals_mirror(script.steps)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {"ProposalsMirror", "all Proposal"}
    assert tracer.spans[:1] == [(None, "ProposalsMirror")]
