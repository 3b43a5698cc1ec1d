# Generated from AIOS_Governance::ProposalDecide (ssot/aios/governance.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow ProposalDecide: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.support.present import now
from aios.support.sequences import at
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_domain import ProposalStatus
from aios.types.aios_persistence import Proposal, Session
from aios.workflows.proposal_decide import proposal_decide
from aios.workflows.running import Refused

RESULTS: dict[str, Any] = {
    "all_proposal": st.lists(
        instances(
            Proposal,
            (1, " is decided", ": ", "proposal_decide", "there is no proposal "),
        ),
        max_size=4,
    ).map(tuple),
    "store_proposal": st.none(),
    "audit": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    proposal_id: str,
    accepted: bool,
    rationale: str,
    session: Session,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_proposal = steps.all_proposal()
    found = at(
        tuple(each for each in all_proposal if each.proposal_id == proposal_id), 1
    )
    if found is None:
        raise Refused("there is no proposal " + proposal_id)
    proposal = found
    if proposal.status != ProposalStatus.PENDING:
        raise Refused("The proposal was decided already.")
    proposal = proposal.model_copy(
        update={
            "status": ProposalStatus.ACCEPTED if accepted else ProposalStatus.REJECTED
        }
    )
    proposal = proposal.model_copy(update={"decided_by": session.agent_id})
    proposal = proposal.model_copy(update={"decided_at": now()})
    proposal = proposal.model_copy(update={"rationale": rationale})
    steps.store_proposal(entity=proposal)
    steps.audit(
        session=session,
        what="proposal_decide",
        task_id=None,
        origin=None,
        target=None,
        remark=proposal_id + ": " + rationale,
    )
    return proposal_id + " is decided"


@settings(max_examples=50)
@given(
    data=st.data(),
    proposal_id=st.sampled_from(
        [" is decided", ": ", "proposal_decide", "there is no proposal "]
    )
    | st.text(max_size=9),
    accepted=st.booleans(),
    rationale=st.sampled_from(
        [" is decided", ": ", "proposal_decide", "there is no proposal "]
    )
    | st.text(max_size=9),
    session=instances(
        Session, (1, " is decided", ": ", "proposal_decide", "there is no proposal ")
    ),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    proposal_id: str,
    accepted: bool,
    rationale: str,
    session: Session,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            proposal_decide(
                script.steps,
                proposal_id=proposal_id,
                accepted=accepted,
                rationale=rationale,
                session=session,
            )
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(
            again.plain,
            proposal_id=proposal_id,
            accepted=accepted,
            rationale=rationale,
            session=session,
        )
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "ProposalDecide",
        "all Proposal",
        "audit",
        "keep",
    }
    assert tracer.spans[:1] == [(None, "ProposalDecide")]
