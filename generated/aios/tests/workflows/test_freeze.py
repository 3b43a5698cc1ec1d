# Generated from AIOS_Emergencies::Freeze (ssot/aios/emergencies.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow Freeze: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import dataclasses
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from aios.calculations import operators, system_lock
from aios.support.present import now
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_persistence import (
    AgentRecord,
    FreezeRecord,
    Project,
    Session,
    TaskQueue,
)
from aios.workflows import freeze as module
from aios.workflows.freeze import FreezeResult, freeze
from aios.workflows.running import Refused

RESULTS: dict[str, Any] = {
    "all_project": st.lists(
        instances(
            Project,
            (1, "freeze", "the system is frozen; the operators have to be told"),
        ),
        max_size=4,
    ).map(tuple),
    "all_task_queue": st.lists(
        instances(
            TaskQueue,
            (1, "freeze", "the system is frozen; the operators have to be told"),
        ),
        max_size=4,
    ).map(tuple),
    "all_agent_record": st.lists(
        instances(
            AgentRecord,
            (1, "freeze", "the system is frozen; the operators have to be told"),
        ),
        max_size=4,
    ).map(tuple),
    "all_freeze_record": st.lists(
        instances(
            FreezeRecord,
            (1, "freeze", "the system is frozen; the operators have to be told"),
        ),
        max_size=4,
    ).map(tuple),
    "not_frozen": st.none(),
    "store_project": st.none(),
    "store_task_queue": st.none(),
    "store_freeze_record": st.none(),
    "audit": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    reason: str,
    session: Session,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    notify: tuple[str, ...] = ()
    all_project = steps.all_project()
    if not bool(all_project):
        raise Refused("The system is not set up; run init.")
    steps.not_frozen()
    all_project = steps.all_project()
    for each in all_project:
        project = each
        project = project.model_copy(update={"frozen": True})
        steps.store_project(entity=project)
    all_task_queue = steps.all_task_queue()
    for each_2 in all_task_queue:
        queue = each_2
        queue = queue.model_copy(update={"locks": (*each_2.locks, system_lock())})
        steps.store_task_queue(entity=queue)
    all_freeze_record = steps.all_freeze_record()
    steps.store_freeze_record(
        entity=FreezeRecord(
            number=len(all_freeze_record) + 1,
            reason=reason,
            frozen_by=session.agent_id,
            frozen_at=now(),
        )
    )
    steps.audit(
        session=session,
        what="freeze",
        task_id=None,
        origin=None,
        target=None,
        remark=reason,
    )
    all_agent_record = steps.all_agent_record()
    notify = operators(agents=all_agent_record)
    report = "the system is frozen; the operators have to be told"
    return FreezeResult(report=report, notify=notify)


@settings(max_examples=50)
@given(
    data=st.data(),
    reason=st.sampled_from(
        ["freeze", "the system is frozen; the operators have to be told"]
    )
    | st.text(max_size=9),
    session=instances(
        Session, (1, "freeze", "the system is frozen; the operators have to be told")
    ),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    reason: str,
    session: Session,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(freeze(script.steps, reason=reason, session=session))
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(again.plain, reason=reason, session=session)
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "Freeze",
        "all AgentRecord",
        "all FreezeRecord",
        "all Project",
        "all TaskQueue",
        "audit",
        "lock",
        "notFrozen",
        "record",
        "stop",
    }
    assert tracer.spans[:1] == [(None, "Freeze")]


@pytest.mark.parametrize(
    "name",
    [
        "FreezeResult",
    ],
)
def test_results_cannot_change(name: str) -> None:
    kind: Any = getattr(module, name)
    fields = dataclasses.fields(kind)
    made = kind(*fields)
    assert not hasattr(made, "__dict__")
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(made, fields[0].name, None)
