# Generated from AIOS_Persistence::Task (ssot/aios/persistence.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of what becomes of a Task: what the model allows happens, what it does not is
refused.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import Phase, given, settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from pydantic import ValidationError

from aios.states import task_life as module
from aios.tests.values import instances
from aios.types.aios_domain import TaskStatus
from aios.types.aios_life import (
    Blocked,
    CodeApproved,
    Finished,
    Merged,
    Resumed,
    RevisionAsked,
    SentBack,
    Started,
    Submitted,
    Triaged,
)
from aios.types.aios_persistence import Task

ITEMS = instances(Task)
"""Items in any state."""
QUICK = settings(max_examples=100, phases=[Phase.generate])
EVENTS: dict[str, Any] = {
    "Triaged": instances(Triaged),
    "Blocked": instances(Blocked),
    "Started": instances(Started),
    "Submitted": instances(Submitted),
    "Finished": instances(Finished),
    "RevisionAsked": instances(RevisionAsked),
    "CodeApproved": instances(CodeApproved),
    "SentBack": instances(SentBack),
    "Merged": instances(Merged),
    "Resumed": instances(Resumed),
}
"""Events of each kind."""
LEGAL: dict[str, set[str]] = {
    "blocked": {
        "Resumed",
    },
    "code_review": {
        "Blocked",
        "CodeApproved",
        "RevisionAsked",
    },
    "inbox": {
        "Blocked",
        "Triaged",
    },
    "queued": {
        "Blocked",
        "Started",
        "Triaged",
    },
    "reviewing": {
        "Blocked",
        "Merged",
        "SentBack",
    },
    "running": {
        "Blocked",
        "Finished",
        "Submitted",
    },
}
"""The kinds of event that something leads out of a state with."""


def at(item: Task, state: str) -> Task:
    """An item in a state, whatever its constraints say."""
    return item.model_copy(update={"status": TaskStatus(state)})


def after(item: Task, kind: str | None, event: Any) -> Task | None:
    """What the model says becomes of an item; None where no transition is open. ValidationError for what may not be."""
    if item.status == "inbox" and kind == "Triaged":
        return item.model_validate(dict(at(item, "queued")))
    if item.status == "inbox" and kind == "Blocked":
        return item.model_validate(dict(at(item, "blocked")))
    if item.status == "queued" and kind == "Triaged":
        return item.model_validate(dict(at(item, "queued")))
    if item.status == "queued" and kind == "Started":
        return item.model_validate(dict(at(item, "running")))
    if item.status == "queued" and kind == "Blocked":
        return item.model_validate(dict(at(item, "blocked")))
    if item.status == "running" and kind == "Submitted":
        return item.model_validate(dict(at(item, "code_review")))
    if item.status == "running" and kind == "Finished":
        return item.model_validate(dict(at(item, "reviewing")))
    if item.status == "running" and kind == "Blocked":
        return item.model_validate(dict(at(item, "blocked")))
    if item.status == "code_review" and kind == "RevisionAsked":
        return item.model_validate(dict(at(item, "running")))
    if item.status == "code_review" and kind == "CodeApproved":
        return item.model_validate(dict(at(item, "reviewing")))
    if item.status == "code_review" and kind == "Blocked":
        return item.model_validate(dict(at(item, "blocked")))
    if item.status == "reviewing" and kind == "SentBack":
        return item.model_validate(dict(at(item, "running")))
    if item.status == "reviewing" and kind == "Merged":
        return item.model_validate(dict(at(item, "merged")))
    if item.status == "reviewing" and kind == "Blocked":
        return item.model_validate(dict(at(item, "blocked")))
    if item.status == "blocked" and kind == "Resumed":
        return item.model_validate(dict(at(item, "queued")))
    return None


def test_the_table_is_that_of_the_model() -> None:
    assert [each.label for each in module.TRANSITIONS] == [
        "triage",
        "drop",
        "retriage",
        "begin",
        "hold",
        "submit",
        "finish",
        "stop",
        "revise",
        "approve",
        "giveUp",
        "sendBack",
        "conclude",
        "reject",
        "resume",
    ]


@QUICK
@given(item=ITEMS)
def test_legal_events_are_those_of_the_model(item: Task) -> None:
    assert {each.__name__ for each in module.legal_events(item)} == LEGAL.get(
        item.status.value, set()
    )


@pytest.mark.parametrize(
    ("state", "kind"),
    [(state, kind) for state in sorted(LEGAL) for kind in sorted(LEGAL[state])],
)
@QUICK
@given(data=st.data(), item=ITEMS)
def test_legal_events_do_what_the_model_says(
    state: str, kind: str, data: st.DataObject, item: Task
) -> None:
    check(at(item, state), kind, data.draw(EVENTS[kind]))


@pytest.mark.parametrize("kind", EVENTS)
@QUICK
@given(data=st.data(), item=ITEMS)
def test_any_event_is_obeyed_or_refused(
    kind: str, data: st.DataObject, item: Task
) -> None:
    check(item, kind, data.draw(EVENTS[kind]))


def check(item: Task, kind: str, event: Any) -> Task:
    """An event does what the model says, or is refused with the events that are legal; the item afterwards."""
    try:
        expected = after(item, kind, event)
    except ValidationError:
        with pytest.raises(ValidationError):
            module.fire(item, event)
        return item
    if expected is not None:
        assert module.fire(item, event) == expected
        return expected
    with pytest.raises(module.IllegalTransition) as caught:
        module.fire(item, event)
    legal = sorted(LEGAL.get(item.status.value, ()))
    head, _, named = str(caught.value).partition(": legal events are ")
    assert head == f"{kind} in state {item.status.value}"
    assert sorted(named.split(", ")) == (legal or ["none"])
    return item


class Walk(RuleBasedStateMachine):
    """An item from its first state on, through legal and illegal events."""

    @initialize(item=ITEMS)
    def begin(self, item: Task) -> None:
        """An item in its first state."""
        self.item = at(item, "inbox")

    @rule(kind=st.sampled_from(sorted(EVENTS)), data=st.data())
    def happens(self, kind: str, data: st.DataObject) -> None:
        """Something happens to it."""
        self.item = check(self.item, kind, data.draw(EVENTS[kind]))


Walk.TestCase.settings = settings(QUICK, max_examples=10, stateful_step_count=15)
TestWalk = Walk.TestCase
