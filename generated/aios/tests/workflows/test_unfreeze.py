# Generated from AIOS_Emergencies::Unfreeze (ssot/aios/emergencies.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow Unfreeze: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.calculations import is_frozen, system_lock, without
from aios.support.present import now
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_persistence import FreezeRecord, Project, Session, TaskQueue
from aios.workflows.running import Refused
from aios.workflows.unfreeze import unfreeze

RESULTS: dict[str, Any] = {
    "all_project": st.lists(
        instances(Project, ("the system is no longer frozen", "unfreeze")), max_size=4
    ).map(tuple),
    "all_task_queue": st.lists(
        instances(TaskQueue, ("the system is no longer frozen", "unfreeze")), max_size=4
    ).map(tuple),
    "all_freeze_record": st.lists(
        instances(FreezeRecord, ("the system is no longer frozen", "unfreeze")),
        max_size=4,
    ).map(tuple),
    "store_project": st.none(),
    "store_task_queue": st.none(),
    "store_freeze_record": st.none(),
    "audit": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    session: Session,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    all_project = steps.all_project()
    if not is_frozen(projects=all_project):
        raise Refused("The system is not frozen.")
    for each in all_project:
        project = each
        project = project.model_copy(update={"frozen": False})
        steps.store_project(entity=project)
    all_task_queue = steps.all_task_queue()
    for each_2 in all_task_queue:
        queue = each_2
        queue = queue.model_copy(
            update={"locks": without(words=each_2.locks, word=system_lock())}
        )
        steps.store_task_queue(entity=queue)
    all_freeze_record = steps.all_freeze_record()
    for each_3 in all_freeze_record:
        if each_3.lifted_at is None:
            record = each_3
            record = record.model_copy(update={"lifted_by": session.agent_id})
            record = record.model_copy(update={"lifted_at": now()})
            steps.store_freeze_record(entity=record)
    steps.audit(
        session=session,
        what="unfreeze",
        task_id=None,
        origin=None,
        target=None,
        remark=None,
    )
    return "the system is no longer frozen"


@settings(max_examples=50)
@given(
    data=st.data(),
    session=instances(Session, ("the system is no longer frozen", "unfreeze")),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    session: Session,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(lambda: asyncio.run(unfreeze(script.steps, session=session)))
    again = script.again()
    assert found == outcome(lambda: plainly(again.plain, session=session))
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "Unfreeze",
        "all FreezeRecord",
        "all Project",
        "all TaskQueue",
        "audit",
        "close",
        "thaw",
        "unlock",
    }
    assert tracer.spans[:1] == [(None, "Unfreeze")]
