# Generated from AIOS_Agents::AgentRegister (ssot/aios/agents.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow AgentRegister: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import dataclasses
import inspect
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from aios.support.present import now
from aios.support.texts import to_string
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_domain import AgentKind
from aios.types.aios_persistence import AgentRecord, Session
from aios.workflows import agent_register as module
from aios.workflows.agent_register import AgentRegisterResult, agent_register
from aios.workflows.running import Refused

RESULTS: dict[str, Any] = {
    "all_agent_record": st.lists(
        instances(AgentRecord, (1, " is ", "agent-", "agent_register")), max_size=4
    ).map(tuple),
    "store_agent_record": st.none(),
    "audit": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    name: str,
    session: Session,
    kind: AgentKind,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_agent_record = steps.all_agent_record()
    if bool(any(each.name == name for each in all_agent_record)):
        raise Refused("There is an agent with this name already.")
    if name.strip() == "":
        raise Refused("An agent needs a name.")
    id_ = "agent-" + to_string(len(all_agent_record) + 1)
    steps.store_agent_record(
        entity=AgentRecord(
            agent_id=id_,
            name=name,
            kind=kind,
            registered_by=session.agent_id,
            registered_at=now(),
        )
    )
    steps.audit(
        session=session,
        what="agent_register",
        task_id=None,
        origin=None,
        target=None,
        remark=id_,
    )
    agent_id = id_
    report = name + " is " + id_
    return AgentRegisterResult(report=report, agent_id=agent_id)


@settings(max_examples=50)
@given(
    data=st.data(),
    name=st.sampled_from([" is ", "agent-", "agent_register"]) | st.text(max_size=9),
    session=instances(Session, (1, " is ", "agent-", "agent_register")),
    kind=st.sampled_from(AgentKind),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    name: str,
    session: Session,
    kind: AgentKind,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            agent_register(script.steps, name=name, session=session, kind=kind)
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(again.plain, name=name, session=session, kind=kind)
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "AgentRegister",
        "all AgentRecord",
        "audit",
        "keep",
    }
    assert tracer.spans[:1] == [(None, "AgentRegister")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(agent_register).parameters
    assert parameters["kind"].default == AgentKind.AI


@pytest.mark.parametrize(
    "name",
    [
        "AgentRegisterResult",
    ],
)
def test_results_cannot_change(name: str) -> None:
    kind: Any = getattr(module, name)
    fields = dataclasses.fields(kind)
    made = kind(*fields)
    assert not hasattr(made, "__dict__")
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(made, fields[0].name, None)
