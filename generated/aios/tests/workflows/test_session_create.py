# Generated from AIOS_Agents::SessionCreate (ssot/aios/agents.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow SessionCreate: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import dataclasses
import inspect
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given, settings, strategies as st

from aios.calculations import agent_with, is_person, rank
from aios.support.present import now
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_authority import RoleMode
from aios.types.aios_domain import AgentKind
from aios.types.aios_persistence import AgentRecord, Session
from aios.workflows import session_create as module
from aios.workflows.running import Refused
from aios.workflows.session_create import (
    IssueResult,
    SessionCreateResult,
    session_create,
)

RESULTS: dict[str, Any] = {
    "all_agent_record": st.lists(
        instances(
            AgentRecord,
            (60.0, 480, " has a session", "session_create", "there is no agent "),
        ),
        max_size=4,
    ).map(tuple),
    "issue": st.builds(
        IssueResult,
        token=st.sampled_from(
            [" has a session", "session_create", "there is no agent "]
        )
        | st.text(max_size=9),
        digest=st.sampled_from(
            [" has a session", "session_create", "there is no agent "]
        )
        | st.text(max_size=9),
    ),
    "store_session": st.none(),
    "audit": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    agent_id: str,
    role_mode: RoleMode,
    session: Session,
    task_scope: tuple[str, ...],
    minutes: int,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_agent_record = steps.all_agent_record()
    agent = agent_with(agents=all_agent_record, agent_id=agent_id)
    if agent is None:
        raise Refused("there is no agent " + agent_id)
    known = agent
    if not rank(role=role_mode) <= rank(role=session.role_mode):
        raise Refused("Nobody gives a session a higher role than their own.")
    if not (known.kind == AgentKind.HUMAN or not is_person(role=role_mode)):
        raise Refused(
            "An AI agent works in the modes architect, planner, executor and builder only."
        )
    if not (
        "*" in session.task_scope
        or all(each in session.task_scope for each in task_scope)
    ):
        raise Refused("Nobody gives a session a wider scope than their own.")
    issue = steps.issue()
    made = Session(
        session_id=str(uuid4()),
        token_digest=issue.digest,
        agent_id=agent_id,
        role_mode=role_mode,
        task_scope=task_scope,
        created_at=now(),
        expires_at=now() + timedelta(seconds=minutes * 60.0),
    )
    steps.store_session(entity=made)
    steps.audit(
        session=session,
        what="session_create",
        task_id=None,
        origin=None,
        target=None,
        remark=agent_id,
    )
    session_id = made.session_id
    session_token = issue.token
    report = agent_id + " has a session"
    return SessionCreateResult(
        report=report, session_id=session_id, session_token=session_token
    )


@settings(max_examples=50)
@given(
    data=st.data(),
    agent_id=st.sampled_from([" has a session", "session_create", "there is no agent "])
    | st.text(max_size=9),
    role_mode=st.sampled_from(RoleMode),
    session=instances(
        Session, (60.0, 480, " has a session", "session_create", "there is no agent ")
    ),
    task_scope=st.lists(
        st.sampled_from([" has a session", "session_create", "there is no agent "])
        | st.text(max_size=9),
        min_size=0,
        max_size=3,
    ).map(tuple),
    minutes=st.sampled_from([59, 60, 61, 479, 480, 481]) | st.integers(1, 12),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    agent_id: str,
    role_mode: RoleMode,
    session: Session,
    task_scope: tuple[str, ...],
    minutes: int,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            session_create(
                script.steps,
                agent_id=agent_id,
                role_mode=role_mode,
                session=session,
                task_scope=task_scope,
                minutes=minutes,
            )
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(
            again.plain,
            agent_id=agent_id,
            role_mode=role_mode,
            session=session,
            task_scope=task_scope,
            minutes=minutes,
        )
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "SessionCreate",
        "all AgentRecord",
        "audit",
        "issue",
        "keep",
    }
    assert tracer.spans[:1] == [(None, "SessionCreate")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(session_create).parameters
    assert parameters["task_scope"].default == ()
    assert parameters["minutes"].default == 480


@pytest.mark.parametrize(
    "name",
    [
        "IssueResult",
        "SessionCreateResult",
    ],
)
def test_results_cannot_change(name: str) -> None:
    kind: Any = getattr(module, name)
    fields = dataclasses.fields(kind)
    made = kind(*fields)
    assert not hasattr(made, "__dict__")
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(made, fields[0].name, None)
