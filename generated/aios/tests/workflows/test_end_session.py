# Generated from AIOS_Audit::EndSession (ssot/aios/audit.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow EndSession: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.calculations import left_by
from aios.support.present import now
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_domain import SessionState
from aios.types.aios_persistence import Session, Task
from aios.workflows.end_session import end_session

RESULTS: dict[str, Any] = {
    "all_task": st.lists(
        instances(
            Task,
            (" ended: ", ": ", "session_left", "session_terminate", "the session of "),
        ),
        max_size=4,
    ).map(tuple),
    "all_session": st.lists(
        instances(
            Session,
            (" ended: ", ": ", "session_left", "session_terminate", "the session of "),
        ),
        max_size=4,
    ).map(tuple),
    "store_session": st.none(),
    "audit": st.none(),
    "leave": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    session: Session,
    ending: Session,
    reason: str,
    succeeded: bool,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    ended = ending
    ended = ended.model_copy(update={"state": SessionState.TERMINATED})
    ended = ended.model_copy(update={"ended_at": now()})
    ended = ended.model_copy(update={"end_reason": reason})
    ended = ended.model_copy(update={"succeeded": succeeded})
    steps.store_session(entity=ended)
    steps.audit(
        session=session,
        what="session_terminate",
        task_id=None,
        origin=None,
        target=None,
        remark=ended.agent_id + ": " + reason,
    )
    all_session = steps.all_session()
    all_task = steps.all_task()
    for each in left_by(
        tasks=all_task, sessions=all_session, ending=ended, moment=now()
    ):
        steps.leave(
            session=session,
            task=each,
            what="session_left",
            reason="the session of " + ended.agent_id + " ended: " + reason,
        )


@settings(max_examples=50)
@given(
    data=st.data(),
    session=instances(
        Session,
        (" ended: ", ": ", "session_left", "session_terminate", "the session of "),
    ),
    ending=instances(
        Session,
        (" ended: ", ": ", "session_left", "session_terminate", "the session of "),
    ),
    reason=st.sampled_from(
        [" ended: ", ": ", "session_left", "session_terminate", "the session of "]
    )
    | st.text(max_size=9),
    succeeded=st.booleans(),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    session: Session,
    ending: Session,
    reason: str,
    succeeded: bool,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            end_session(
                script.steps,
                session=session,
                ending=ending,
                reason=reason,
                succeeded=succeeded,
            )
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(
            again.plain,
            session=session,
            ending=ending,
            reason=reason,
            succeeded=succeeded,
        )
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "EndSession",
        "all Session",
        "all Task",
        "audit",
        "keep",
        "leave",
    }
    assert tracer.spans[:1] == [(None, "EndSession")]
