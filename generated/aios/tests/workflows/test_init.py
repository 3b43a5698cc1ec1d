# Generated from AIOS_Agents::Init (ssot/aios/agents.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow Init: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import dataclasses
import inspect
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from aios.calculations import standard_queues
from aios.support.present import now
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_authority import RoleMode
from aios.types.aios_domain import AgentKind
from aios.types.aios_persistence import AgentRecord, Project, Session
from aios.workflows import init as module
from aios.workflows.init import InitResult, IssueResult, init
from aios.workflows.running import Refused

RESULTS: dict[str, Any] = {
    "all_project": st.lists(
        instances(
            Project,
            (
                720,
                3600.0,
                " is set up; keep the token, it is not shown again",
                "*",
                "AI Workflow OS",
                "agent-1",
                "init",
                "owner",
                "project",
            ),
        ),
        max_size=4,
    ).map(tuple),
    "store_project": st.none(),
    "store_task_queue": st.none(),
    "store_agent_record": st.none(),
    "issue": st.builds(
        IssueResult,
        token=st.sampled_from(
            [
                " is set up; keep the token, it is not shown again",
                "*",
                "AI Workflow OS",
                "agent-1",
                "init",
                "owner",
                "project",
            ]
        )
        | st.text(max_size=9),
        digest=st.sampled_from(
            [
                " is set up; keep the token, it is not shown again",
                "*",
                "AI Workflow OS",
                "agent-1",
                "init",
                "owner",
                "project",
            ]
        )
        | st.text(max_size=9),
    ),
    "store_session": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    title: str,
    owner: str,
    hours: int,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_project = steps.all_project()
    if bool(all_project):
        raise Refused("The system is set up already.")
    steps.store_project(
        entity=Project(name="project", title=title, initialized_at=now())
    )
    for each in standard_queues():
        steps.store_task_queue(entity=each)
    steps.store_agent_record(
        entity=AgentRecord(
            agent_id="agent-1",
            name=owner,
            kind=AgentKind.HUMAN,
            registered_by="init",
            registered_at=now(),
        )
    )
    issue = steps.issue()
    steps.store_session(
        entity=Session(
            token_digest=issue.digest,
            agent_id="agent-1",
            role_mode=RoleMode.PROJECT_OWNER,
            task_scope=("*",),
            created_at=now(),
            expires_at=now() + timedelta(seconds=hours * 3600.0),
        )
    )
    session_token = issue.token
    report = title + " is set up; keep the token, it is not shown again"
    return InitResult(report=report, session_token=session_token)


@settings(max_examples=50)
@given(
    data=st.data(),
    title=st.sampled_from(
        [
            " is set up; keep the token, it is not shown again",
            "*",
            "AI Workflow OS",
            "agent-1",
            "init",
            "owner",
            "project",
        ]
    )
    | st.text(max_size=9),
    owner=st.sampled_from(
        [
            " is set up; keep the token, it is not shown again",
            "*",
            "AI Workflow OS",
            "agent-1",
            "init",
            "owner",
            "project",
        ]
    )
    | st.text(max_size=9),
    hours=st.sampled_from([719, 720, 721, 3599, 3600, 3601]) | st.integers(1, 12),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    title: str,
    owner: str,
    hours: int,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(init(script.steps, title=title, owner=owner, hours=hours))
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(again.plain, title=title, owner=owner, hours=hours)
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "Init",
        "all Project",
        "issue",
        "person",
        "project",
        "queue",
        "session",
    }
    assert tracer.spans[:1] == [(None, "Init")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(init).parameters
    assert parameters["title"].default == "AI Workflow OS"
    assert parameters["owner"].default == "owner"
    assert parameters["hours"].default == 720


@pytest.mark.parametrize(
    "name",
    [
        "IssueResult",
        "InitResult",
    ],
)
def test_results_cannot_change(name: str) -> None:
    kind: Any = getattr(module, name)
    fields = dataclasses.fields(kind)
    made = kind(*fields)
    assert not hasattr(made, "__dict__")
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(made, fields[0].name, None)
