# Generated from AIOS_Tasks::TaskMerge (ssot/aios/tasks.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow TaskMerge: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from aios.calculations import governance_clear
from aios.support.present import now
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_domain import TaskStatus
from aios.types.aios_life import Merged
from aios.types.aios_persistence import Deviation, Project, Session, Task
from aios.workflows.running import Refused
from aios.workflows.task_merge import task_merge

RESULTS: dict[str, Any] = {
    "all_project": st.lists(
        instances(Project, (" is merged", "task_merge")), max_size=4
    ).map(tuple),
    "all_deviation": st.lists(
        instances(Deviation, (" is merged", "task_merge")), max_size=4
    ).map(tuple),
    "find": instances(Task, (" is merged", "task_merge")),
    "not_frozen": st.none(),
    "fire_task": instances(Task, (" is merged", "task_merge")),
    "change": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    task_id: str,
    session: Session,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    find = steps.find(task_id=task_id)
    task = find
    origin = task.status
    if not (task.status != TaskStatus.REVIEWING or task.accepted_by is not None):
        raise Refused("A task is merged after a person has accepted it (task accept).")
    steps.not_frozen()
    all_deviation = steps.all_deviation()
    all_project = steps.all_project()
    if not governance_clear(deviations=all_deviation, projects=all_project):
        raise Refused(
            "Nothing is merged while a deviation is unresolved (deviation resolve)."
        )
    happen = steps.fire_task(entity=task, signal=Merged())
    task = happen
    task = task.model_copy(update={"merged_at": now()})
    steps.change(
        session=session, task=task, what="task_merge", origin=origin, remark=None
    )
    return task_id + " is merged"


@settings(max_examples=50)
@given(
    data=st.data(),
    task_id=st.sampled_from([" is merged", "task_merge"]) | st.text(max_size=9),
    session=instances(Session, (" is merged", "task_merge")),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    task_id: str,
    session: Session,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(task_merge(script.steps, task_id=task_id, session=session))
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(again.plain, task_id=task_id, session=session)
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "TaskMerge",
        "all Deviation",
        "all Project",
        "change",
        "find",
        "happen",
        "notFrozen",
    }
    assert tracer.spans[:1] == [(None, "TaskMerge")]
