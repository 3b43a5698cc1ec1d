# Generated from AIOS_Governance::ProposalList (ssot/aios/governance.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow ProposalList: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_domain import ProposalStatus
from aios.types.aios_persistence import Proposal
from aios.workflows.proposal_list import proposal_list

RESULTS: dict[str, Any] = {
    "all_proposal": st.lists(instances(Proposal), max_size=4).map(tuple),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    status: ProposalStatus | None,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_proposal = steps.all_proposal()
    return tuple(
        each for each in all_proposal if status is None or each.status == status
    )


@settings(max_examples=50)
@given(
    data=st.data(),
    status=st.none() | st.sampled_from(ProposalStatus),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    status: ProposalStatus | None,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(lambda: asyncio.run(proposal_list(script.steps, status=status)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain, status=status))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {"ProposalList", "all Proposal"}
    assert tracer.spans[:1] == [(None, "ProposalList")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(proposal_list).parameters
    assert parameters["status"].default is None
