# Generated from AIOS_Governance::ProposalCreate (ssot/aios/governance.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow ProposalCreate: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import dataclasses
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from aios.support.present import now
from aios.support.texts import to_string
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_persistence import Proposal, Session
from aios.workflows import proposal_create as module
from aios.workflows.proposal_create import ProposalCreateResult, proposal_create

RESULTS: dict[str, Any] = {
    "all_proposal": st.lists(
        instances(Proposal, (1, " is pending", "P", "proposal_create")), max_size=4
    ).map(tuple),
    "store_proposal": st.none(),
    "audit": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    title: str,
    change: str,
    session: Session,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_proposal = steps.all_proposal()
    id_ = "P" + to_string(len(all_proposal) + 1)
    steps.store_proposal(
        entity=Proposal(
            proposal_id=id_,
            title=title,
            change=change,
            proposed_by=session.agent_id,
            proposed_at=now(),
        )
    )
    steps.audit(
        session=session,
        what="proposal_create",
        task_id=None,
        origin=None,
        target=None,
        remark=id_,
    )
    proposal_id = id_
    report = id_ + " is pending"
    return ProposalCreateResult(report=report, proposal_id=proposal_id)


@settings(max_examples=50)
@given(
    data=st.data(),
    title=st.sampled_from([" is pending", "P", "proposal_create"])
    | st.text(max_size=9),
    change=st.sampled_from([" is pending", "P", "proposal_create"])
    | st.text(max_size=9),
    session=instances(Session, (1, " is pending", "P", "proposal_create")),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    title: str,
    change: str,
    session: Session,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            proposal_create(script.steps, title=title, change=change, session=session)
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(again.plain, title=title, change=change, session=session)
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "ProposalCreate",
        "all Proposal",
        "audit",
        "keep",
    }
    assert tracer.spans[:1] == [(None, "ProposalCreate")]


@pytest.mark.parametrize(
    "name",
    [
        "ProposalCreateResult",
    ],
)
def test_results_cannot_change(name: str) -> None:
    kind: Any = getattr(module, name)
    fields = dataclasses.fields(kind)
    made = kind(*fields)
    assert not hasattr(made, "__dict__")
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(made, fields[0].name, None)
