# Generated from AIOS_Governance::DeviationDeclare (ssot/aios/governance.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow DeviationDeclare: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.support.present import now
from aios.support.texts import to_string
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_persistence import Deviation, Session
from aios.workflows.deviation_declare import deviation_declare

RESULTS: dict[str, Any] = {
    "all_deviation": st.lists(
        instances(Deviation, (1, " is declared", ": ", "D", "deviation_declare")),
        max_size=4,
    ).map(tuple),
    "store_deviation": st.none(),
    "audit": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    topic: str,
    reason: str,
    session: Session,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_deviation = steps.all_deviation()
    id_ = "D" + to_string(len(all_deviation) + 1)
    steps.store_deviation(
        entity=Deviation(
            deviation_id=id_,
            topic=topic,
            reason=reason,
            declared_by=session.agent_id,
            declared_at=now(),
        )
    )
    steps.audit(
        session=session,
        what="deviation_declare",
        task_id=None,
        origin=None,
        target=None,
        remark=id_ + ": " + reason,
    )
    return id_ + " is declared"


@settings(max_examples=50)
@given(
    data=st.data(),
    topic=st.sampled_from([" is declared", ": ", "D", "deviation_declare"])
    | st.text(max_size=9),
    reason=st.sampled_from([" is declared", ": ", "D", "deviation_declare"])
    | st.text(max_size=9),
    session=instances(Session, (1, " is declared", ": ", "D", "deviation_declare")),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    topic: str,
    reason: str,
    session: Session,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            deviation_declare(script.steps, topic=topic, reason=reason, session=session)
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(again.plain, topic=topic, reason=reason, session=session)
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "DeviationDeclare",
        "all Deviation",
        "audit",
        "keep",
    }
    assert tracer.spans[:1] == [(None, "DeviationDeclare")]
