# Generated from AIOS_Reviews::ReviewSubmit (ssot/aios/reviews.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow ReviewSubmit: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import dataclasses
import inspect
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from aios.calculations import is_person
from aios.support.texts import to_string
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_life import Submitted
from aios.types.aios_persistence import Session, Task
from aios.workflows import review_submit as module
from aios.workflows.review_submit import ReviewSubmitResult, review_submit
from aios.workflows.running import Refused

RESULTS: dict[str, Any] = {
    "find": instances(
        Task, (1, " is in code_review, revision ", "review_submit", "revision ")
    ),
    "fire_task": instances(
        Task, (1, " is in code_review, revision ", "review_submit", "revision ")
    ),
    "change": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    task_id: str,
    session: Session,
    artifacts: tuple[str, ...],
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    find = steps.find(task_id=task_id)
    task = find
    origin = task.status
    if not (
        is_person(role=session.role_mode)
        or (task.assignee if task.assignee is not None else "") == session.agent_id
    ):
        raise Refused("Only who runs a task, or a person, may do that.")
    happen = steps.fire_task(entity=task, signal=Submitted())
    task = happen
    task = task.model_copy(update={"revision": task.revision + 1})
    task = task.model_copy(update={"artifacts": (*task.artifacts, *artifacts)})
    steps.change(
        session=session,
        task=task,
        what="review_submit",
        origin=origin,
        remark="revision " + to_string(task.revision),
    )
    revision = task.revision
    report = task_id + " is in code_review, revision " + to_string(task.revision)
    return ReviewSubmitResult(report=report, revision=revision)


@settings(max_examples=50)
@given(
    data=st.data(),
    task_id=st.sampled_from(
        [" is in code_review, revision ", "review_submit", "revision "]
    )
    | st.text(max_size=9),
    session=instances(
        Session, (1, " is in code_review, revision ", "review_submit", "revision ")
    ),
    artifacts=st.lists(
        st.sampled_from([" is in code_review, revision ", "review_submit", "revision "])
        | st.text(max_size=9),
        min_size=0,
        max_size=3,
    ).map(tuple),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    task_id: str,
    session: Session,
    artifacts: tuple[str, ...],
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            review_submit(
                script.steps, task_id=task_id, session=session, artifacts=artifacts
            )
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(
            again.plain, task_id=task_id, session=session, artifacts=artifacts
        )
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "ReviewSubmit",
        "change",
        "find",
        "happen",
    }
    assert tracer.spans[:1] == [(None, "ReviewSubmit")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(review_submit).parameters
    assert parameters["artifacts"].default == ()


@pytest.mark.parametrize(
    "name",
    [
        "ReviewSubmitResult",
    ],
)
def test_results_cannot_change(name: str) -> None:
    kind: Any = getattr(module, name)
    fields = dataclasses.fields(kind)
    made = kind(*fields)
    assert not hasattr(made, "__dict__")
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(made, fields[0].name, None)
