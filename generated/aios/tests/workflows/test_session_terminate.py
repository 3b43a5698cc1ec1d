# Generated from AIOS_Agents::SessionTerminate (ssot/aios/agents.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow SessionTerminate: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.calculations import is_person, rank, session_with
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_persistence import Session
from aios.workflows.running import Refused
from aios.workflows.session_terminate import session_terminate

RESULTS: dict[str, Any] = {
    "all_session": st.lists(
        instances(
            Session,
            (" is terminated", "done", "the session of ", "there is no such session"),
        ),
        max_size=4,
    ).map(tuple),
    "finish": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    session: Session,
    session_id: str | None,
    reason: str,
    emergency: bool,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_session = steps.all_session()
    found = session_with(
        sessions=all_session,
        session_id=session_id if session_id is not None else session.session_id,
    )
    if found is None:
        raise Refused("there is no such session")
    ending = found
    if not (
        ending.session_id == session.session_id
        or (
            is_person(role=session.role_mode)
            and rank(role=ending.role_mode) <= rank(role=session.role_mode)
        )
    ):
        raise Refused(
            "Only people end the sessions of others, and not those of higher roles."
        )
    if ending.ended_at is not None:
        raise Refused("The session was ended already.")
    steps.finish(session=session, ending=ending, reason=reason, succeeded=not emergency)
    return "the session of " + ending.agent_id + " is terminated"


@settings(max_examples=50)
@given(
    data=st.data(),
    session=instances(
        Session,
        (" is terminated", "done", "the session of ", "there is no such session"),
    ),
    session_id=st.none()
    | st.sampled_from(
        [" is terminated", "done", "the session of ", "there is no such session"]
    )
    | st.text(max_size=9),
    reason=st.sampled_from(
        [" is terminated", "done", "the session of ", "there is no such session"]
    )
    | st.text(max_size=9),
    emergency=st.booleans(),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    session: Session,
    session_id: str | None,
    reason: str,
    emergency: bool,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            session_terminate(
                script.steps,
                session=session,
                session_id=session_id,
                reason=reason,
                emergency=emergency,
            )
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(
            again.plain,
            session=session,
            session_id=session_id,
            reason=reason,
            emergency=emergency,
        )
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "SessionTerminate",
        "all Session",
        "finish",
    }
    assert tracer.spans[:1] == [(None, "SessionTerminate")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(session_terminate).parameters
    assert parameters["session_id"].default is None
    assert parameters["reason"].default == "done"
    assert parameters["emergency"].default is False
