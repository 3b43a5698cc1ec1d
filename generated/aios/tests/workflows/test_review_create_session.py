# Generated from AIOS_Reviews::ReviewCreateSession (ssot/aios/reviews.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflow ReviewCreateSession: it does what the model says, step by step."""

from __future__ import annotations

import asyncio
import dataclasses
import inspect
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from aios.calculations import reviews_of
from aios.support.present import now
from aios.support.texts import to_string
from aios.tests.values import instances
from aios.tests.workflows.conftest import Tracer
from aios.tests.workflows.recording import Script, outcome
from aios.types.aios_domain import Persona, TaskStatus
from aios.types.aios_persistence import Review, Session, Task
from aios.workflows import review_create_session as module
from aios.workflows.review_create_session import (
    ReviewCreateSessionResult,
    review_create_session,
)
from aios.workflows.running import Refused

RESULTS: dict[str, Any] = {
    "all_review": st.lists(
        instances(Review, (" has begun", "-R", "review ", "review_create_session")),
        max_size=4,
    ).map(tuple),
    "find": instances(Task, (" has begun", "-R", "review ", "review_create_session")),
    "store_review": st.none(),
    "audit": st.none(),
}
"""What each step may give."""


def plainly(
    steps: Any,
    *,
    task_id: str,
    session: Session,
    persona: Persona | None,
) -> Any:
    """The workflow one step at a time, without tasks and spans."""
    find = steps.find(task_id=task_id)
    task = find
    if task.status != TaskStatus.CODE_REVIEW:
        raise Refused("Only a task in code_review is reviewed.")
    if (task.assignee if task.assignee is not None else "") == session.agent_id:
        raise Refused("Nobody reviews what they built.")
    all_review = steps.all_review()
    if bool(reviews_of(reviews=all_review, task=task)):
        raise Refused("This revision is reviewed already.")
    steps.store_review(
        entity=Review(
            review_id=task_id + "-R" + to_string(task.revision),
            task_id=task_id,
            revision=task.revision,
            reviewer=session.agent_id,
            persona=persona,
            created_at=now(),
        )
    )
    steps.audit(
        session=session,
        what="review_create_session",
        task_id=task_id,
        origin=None,
        target=None,
        remark=next(
            (
                found + to_string(task.revision)
                for found in (task_id + "-R" if task_id is not None else None,)
                if found is not None
            ),
            None,
        ),
    )
    review_id = task_id + "-R" + to_string(task.revision)
    report = "review " + task_id + "-R" + to_string(task.revision) + " has begun"
    return ReviewCreateSessionResult(report=report, review_id=review_id)


@settings(max_examples=50)
@given(
    data=st.data(),
    task_id=st.sampled_from([" has begun", "-R", "review ", "review_create_session"])
    | st.text(max_size=9),
    session=instances(
        Session, (" has begun", "-R", "review ", "review_create_session")
    ),
    persona=st.none() | st.sampled_from(Persona),
)
def test_it_does_what_the_model_says(
    tracer: Tracer,
    data: st.DataObject,
    task_id: str,
    session: Session,
    persona: Persona | None,
) -> None:
    tracer.spans.clear()
    script = Script(lambda step: data.draw(RESULTS[step], label=step))
    found = outcome(
        lambda: asyncio.run(
            review_create_session(
                script.steps, task_id=task_id, session=session, persona=persona
            )
        )
    )
    again = script.again()
    assert found == outcome(
        lambda: plainly(again.plain, task_id=task_id, session=session, persona=persona)
    )
    assert script.given == again.given
    assert {name for _, name in tracer.spans} <= {
        "ReviewCreateSession",
        "all Review",
        "audit",
        "find",
        "keep",
    }
    assert tracer.spans[:1] == [(None, "ReviewCreateSession")]


def test_inputs_have_the_defaults_of_the_model() -> None:
    parameters = inspect.signature(review_create_session).parameters
    assert parameters["persona"].default is None


@pytest.mark.parametrize(
    "name",
    [
        "ReviewCreateSessionResult",
    ],
)
def test_results_cannot_change(name: str) -> None:
    kind: Any = getattr(module, name)
    fields = dataclasses.fields(kind)
    made = kind(*fields)
    assert not hasattr(made, "__dict__")
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(made, fields[0].name, None)
