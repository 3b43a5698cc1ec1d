# Generated from HFO_Workflows::MissionProgress (ssot/hfo/workflows.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the states of MissionProgress: what the model allows happens, what it does
not is refused.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from hfo.states import mission_progress as module
from hfo.states.mission_progress import MissionProgress, MissionProgressState
from hfo.tests.values import instances
from hfo.types.hfo_signals import Verdict
from hfo.types.hfo_workflows import (
    ClarificationGiven,
    MissionRetried,
    MissionStarted,
    VoteCast,
    WorkFinished,
)

MACHINES = st.builds(
    MissionProgress,
    state=st.sampled_from(MissionProgressState),
    passes=st.sampled_from([1, 2, 3, 4]) | st.integers(0, 12),
    approvals=st.sampled_from([1, 2, 3, 4]) | st.integers(0, 12),
    retries=st.sampled_from([1, 2, 3, 4]) | st.integers(0, 12),
)
"""Machines in any state."""
EVENTS: dict[str, Any] = {
    "MissionStarted": instances(MissionStarted, (2, 3)),
    "ClarificationGiven": instances(ClarificationGiven, (2, 3)),
    "WorkFinished": instances(WorkFinished, (2, 3)),
    "VoteCast": instances(VoteCast, (2, 3)),
    "MissionRetried": instances(MissionRetried, (2, 3)),
}
"""Events of each kind."""
LEGAL: dict[str, set[str]] = {
    "clarifying": {
        "ClarificationGiven",
    },
    "queued": {
        "MissionStarted",
    },
    "rejected": {
        "MissionRetried",
    },
    "reviewing": {
        "VoteCast",
    },
    "running": {
        "WorkFinished",
    },
}
"""The kinds of event that something leads out of a state with."""


def after(
    machine: MissionProgress, kind: str | None, event: Any
) -> MissionProgress | None:
    """What the model says becomes of a machine; None where no transition is open."""
    vote = event
    if machine.state == "queued" and kind == "MissionStarted":
        return replace(machine, state=MissionProgressState("clarifying"))
    if (
        machine.state == "clarifying"
        and kind == "ClarificationGiven"
        and (machine.passes < 2)
    ):
        machine = replace(machine, passes=machine.passes + 1)
        return replace(machine, state=MissionProgressState("clarifying"))
    if (
        machine.state == "clarifying"
        and kind == "ClarificationGiven"
        and (machine.passes >= 2)
    ):
        machine = replace(machine, passes=machine.passes + 1)
        return replace(machine, state=MissionProgressState("running"))
    if machine.state == "running" and kind == "WorkFinished":
        machine = replace(machine, approvals=0)
        return replace(machine, state=MissionProgressState("reviewing"))
    if (
        machine.state == "reviewing"
        and kind == "VoteCast"
        and (vote.verdict == Verdict.APPROVE and machine.approvals < 2)
    ):
        machine = replace(machine, approvals=machine.approvals + 1)
        return replace(machine, state=MissionProgressState("reviewing"))
    if (
        machine.state == "reviewing"
        and kind == "VoteCast"
        and (vote.verdict == Verdict.APPROVE and machine.approvals >= 2)
    ):
        machine = replace(machine, approvals=machine.approvals + 1)
        return replace(machine, state=MissionProgressState("delivered"))
    if (
        machine.state == "reviewing"
        and kind == "VoteCast"
        and (vote.verdict == Verdict.REJECT)
    ):
        return replace(machine, state=MissionProgressState("rejected"))
    if (
        machine.state == "rejected"
        and kind == "MissionRetried"
        and (machine.retries < 3)
    ):
        machine = replace(machine, retries=machine.retries + 1)
        return replace(machine, state=MissionProgressState("queued"))
    return None


def test_it_begins_in_the_initial_state() -> None:
    assert MissionProgress() == MissionProgress(MissionProgressState("queued"), 0, 0, 0)
    assert [each.label for each in module.TRANSITIONS] == [
        "begin",
        "clarified",
        "understood",
        "handedIn",
        "counted",
        "carried",
        "vetoed",
        "again",
    ]
    assert [each.value for each in MissionProgressState] == [
        "queued",
        "clarifying",
        "running",
        "reviewing",
        "delivered",
        "rejected",
    ]


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        ("clarifying", "ClarificationGiven"),
        ("queued", "MissionStarted"),
        ("rejected", "MissionRetried"),
        ("reviewing", "VoteCast"),
        ("running", "WorkFinished"),
    ],
)
@settings(max_examples=40)
@given(data=st.data(), machine=MACHINES)
def test_legal_events_do_what_the_model_says(
    state: str, kind: str, data: st.DataObject, machine: MissionProgress
) -> None:
    check(
        replace(machine, state=MissionProgressState(state)),
        kind,
        data.draw(EVENTS[kind]),
    )


@pytest.mark.parametrize("kind", EVENTS)
@settings(max_examples=40)
@given(data=st.data(), machine=MACHINES)
def test_any_event_is_obeyed_or_refused(
    kind: str, data: st.DataObject, machine: MissionProgress
) -> None:
    check(machine, kind, data.draw(EVENTS[kind]))


def check(machine: MissionProgress, kind: str, event: Any) -> None:
    """An event does what the model says, or is refused with the events that are legal."""
    expected = after(machine, kind, event)
    if expected is not None:
        assert module.fire(machine, event) == expected
        return
    with pytest.raises(module.IllegalTransition) as caught:
        module.fire(machine, event)
    head, _, named = str(caught.value).partition(": legal events are ")
    assert head == f"{kind} in state {machine.state.value}"
    assert sorted(named.split(", ")) == (
        sorted(LEGAL.get(machine.state.value, ())) or ["none"]
    )


class Walk(RuleBasedStateMachine):
    """A machine from its first state on, through legal and illegal events."""

    def __init__(self) -> None:
        super().__init__()
        self.machine = MissionProgress()

    @rule(kind=st.sampled_from(sorted(EVENTS)), data=st.data())
    def happens(self, kind: str, data: st.DataObject) -> None:
        """Something happens to it."""
        event = data.draw(EVENTS[kind])
        check(self.machine, kind, event)
        with suppress(module.IllegalTransition):
            self.machine = module.fire(self.machine, event)


Walk.TestCase.settings = settings(max_examples=15, stateful_step_count=25)
TestWalk = Walk.TestCase


@settings(max_examples=40)
@given(machine=MACHINES)
def test_legal_events_are_those_of_the_model(machine: MissionProgress) -> None:
    assert {each.__name__ for each in module.legal_events(machine)} == LEGAL.get(
        machine.state, set()
    )
