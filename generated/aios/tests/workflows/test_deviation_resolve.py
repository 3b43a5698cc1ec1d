# Generated from AIOS_Governance::DeviationResolve (ssot/aios/governance.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow DeviationResolve: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.support.present import now
from aios.support.sequences import at
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_persistence import Deviation, Session
from aios.workflows.deviation_resolve import deviation_resolve
from aios.workflows.running import Refused

RESULTS: dict[str, Any] = {
    "all_deviation": st.lists(
        instances(
            Deviation,
            (1, " is resolved", "deviation_resolve", "there is no deviation "),
        ),
        max_size=4,
    ).map(tuple),
    "store_deviation": st.none(),
    "audit": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    deviation_id: str,
    session: Session,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_deviation = steps.all_deviation()
    found = at(
        tuple(each for each in all_deviation if each.deviation_id == deviation_id), 1
    )
    if found is None:
        raise Refused("there is no deviation " + deviation_id)
    deviation = found
    if deviation.resolved_at is not None:
        raise Refused("The deviation was resolved already.")
    deviation = deviation.model_copy(update={"resolved_by": session.agent_id})
    deviation = deviation.model_copy(update={"resolved_at": now()})
    steps.store_deviation(entity=deviation)
    steps.audit(
        session=session,
        what="deviation_resolve",
        task_id=None,
        origin=None,
        target=None,
        remark=deviation_id,
    )
    return deviation_id + " is resolved"


@settings(max_examples=50)
@given(
    data=st.data(),
    deviation_id=st.sampled_from(
        [" is resolved", "deviation_resolve", "there is no deviation "]
    )
    | st.text(max_size=9),
    session=instances(
        Session, (1, " is resolved", "deviation_resolve", "there is no deviation ")
    ),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    deviation_id: str,
    session: Session,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            deviation_resolve(script.steps, deviation_id=deviation_id, session=session)
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(again.plain, deviation_id=deviation_id, session=session)
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "DeviationResolve",
        "all Deviation",
        "audit",
        "keep",
    }
    assert tracer.spans[:1] == [(None, "DeviationResolve")]
