"""Running state machines over events: what happens one after the other, what time brings about, what is shown.

An event is `{"signal": NAME, "args": {…}}`, with `"via": PORT` one that comes through a port of that name. Time
passes with `{"after": SECONDS}` or `{"after": {"value": 10, "unit": "min"}}`, else only when the events are used up:
then everything that time alone brings about happens, unless the last one is `{"after": 0}`. Knows state occurrences;
must not know models.
"""

from __future__ import annotations

import asyncio
import json
import math
from collections.abc import Coroutine, Mapping, Sequence
from typing import Any

from generator.compile.support.clock import seconds
from generator.compile.support.failures import BUDGET, RunFailure
from generator.compile.support.machine_runs import MachineRun
from generator.compile.support.occurrences import Feature, Occurrence
from generator.compile.support.runs import Run
from generator.compile.support.states import StateOccurrence, run_of
from generator.workspace import performing
from generator.workspace.values import to_json

__all__ = ["live", "run_states", "state_json", "states_in"]

_COST = 10
"""How many steps of the budget a transition takes, so that states that follow each other without end are found soon."""
_SHOWN = 20  # visits of a run that failed
_UNITS = {"ns": 1e-9, "us": 1e-6, "ms": 1e-3, "s": 1.0, "min": 60.0, "h": 3600.0, "d": 86400.0}


def states_in(occurrence: Occurrence, within: str = "") -> dict[str, StateOccurrence]:
    """The states an occurrence and its parts exhibit, by the names that lead there."""
    found: dict[str, StateOccurrence] = {}
    for each in type(occurrence).features():
        if each.role not in ("state", "item") or not each.is_composite:
            continue
        for one in each.values(occurrence)[:1]:
            if isinstance(one, StateOccurrence):
                found[within + each.name] = one
            elif isinstance(one, Occurrence) and one.owner is occurrence:
                found |= states_in(one, f"{within}{each.name}.")
    return found


def live(
    element: Occurrence,
    happening: Sequence[object],
    written: Sequence[Mapping[str, Any]],
    result: dict[str, Any],
) -> None:
    """Let an occurrence do what it performs; with events its states, and those of its parts, are run too."""
    states = states_in(element) if written else {}
    if not states:
        performing.live(element, happening)
        return
    result["states"] = {each: {} for each in states}
    found = tuple(result["states"].values())
    performed = performing.performances_of(element, set())
    beside = [performing.perform_known(each) for each in performed]
    try:
        run_states(tuple(states.values()), happening, written, found, beside)
    finally:
        for each in found:
            each.pop("outputs", None)


def run_states(
    states: Sequence[StateOccurrence],
    happening: Sequence[object],
    written: Sequence[Mapping[str, Any]],
    results: Sequence[dict[str, Any]],
    beside: Sequence[Coroutine[Any, Any, None]] = (),
) -> None:
    """Run machines beside each other; what each comes to is put into its result, also when the run fails.

    `happening` are the events as values, `written` the same events as they were given; `beside` is what else goes on.
    """
    asyncio.run(_run(states, tuple(zip(happening, written, strict=True)), results, beside))


async def _run(
    states: Sequence[StateOccurrence],
    events: Sequence[tuple[object, Mapping[str, Any]]],
    results: Sequence[dict[str, Any]],
    beside: Sequence[Coroutine[Any, Any, None]],
) -> None:
    running = Run(tick=BUDGET.spend)
    machines = [run_of(each, running, max(BUDGET.left, 0) // _COST) for each in states]

    async def happens() -> None:
        for each in beside:
            running.start(each, in_background=True)
        for machine in machines:
            await machine.start()
        for value, event in events:
            await _happen(machines, value, event)
        if not events or "after" not in events[-1][1] or _seconds(events[-1][1]["after"]):
            await _let_time_pass(machines, results)

    shown: int | None = _SHOWN
    try:
        await running.main(happens())
        shown = None
    finally:
        for machine in machines:
            await machine.stop()
        for machine, result in zip(machines, results, strict=True):
            result.update(state_json(machine, shown), **result)


async def _let_time_pass(
    machines: Sequence[MachineRun[Any]], results: Sequence[dict[str, Any]]
) -> None:
    """Let everything happen that time brings about; machines that go round for ever stop where they were before."""
    seen = set()
    while True:
        now = json.dumps([[each.active, _outputs(each.subject)] for each in machines], default=str)
        if now in seen:
            for result in results:
                result["repeats"] = True
            return
        seen.add(now)
        if not await _step(machines, math.inf):
            return


async def _step(machines: Sequence[MachineRun[Any]], end: float) -> bool:
    """Let time pass to where one of the machines has something to do; whether there was anything."""
    instant = min(end, *(each.due for each in machines))
    return any([await each.step(instant) for each in machines])


async def _happen(
    machines: Sequence[MachineRun[Any]], value: object, event: Mapping[str, Any]
) -> None:
    if "after" in event:
        end = machines[0].now + _seconds(event["after"])
        while await _step(machines, end):
            pass
        return
    if "signal" not in event:
        raise RunFailure("wrong-event", f"{json.dumps(event)} has neither `signal` nor `after`")
    for each in machines:
        await each.fire(value, str(event.get("via", "")))
    while await _step(machines, machines[0].now):
        pass


def _seconds(given: object) -> float:
    """A duration of an event in seconds."""
    if isinstance(given, Mapping):
        factor = _UNITS.get(str(given.get("unit")))
        if factor is None:
            raise RunFailure("wrong-event", f"`{given.get('unit')}` is no unit of time")
        return seconds(given.get("value")) * factor
    return seconds(given)


def state_json(machine: MachineRun[Any], shown: int | None = None) -> dict[str, Any]:
    """Where a machine is, how it came there, what it and the part it belongs to hold, what nothing waited for.

    At most `shown` visits are given.
    """
    found: dict[str, Any] = {
        "final_state": machine.state,
        "visits": machine.visits[:shown],
        "outputs": _outputs(machine.subject),
    }
    if machine.ignored:
        found["ignored"] = [_signal_name(each) for each in machine.ignored]
    return found


def _outputs(state: StateOccurrence) -> dict[str, Any]:
    """The attributes of the part a machine belongs to, then its own; what it is only given is left out."""
    found: dict[str, Any] = {}
    for occurrence in (state.owner, state):
        if isinstance(occurrence, Occurrence):
            for each in type(occurrence).features():
                if each.role in ("attribute", "item") and not _is_left_out(each):
                    found[each.name] = _value(occurrence, each)
    return found


def _is_left_out(feature: Feature[Any]) -> bool:
    """Whether a feature is a mere input, or holds occurrences that have no features, as a port does."""
    kind = feature.kind()
    if feature.direction == "in":
        return True
    return isinstance(kind, type) and issubclass(kind, Occurrence) and not kind.features()


def _value(occurrence: Occurrence, feature: Feature[Any]) -> Any:
    """The value of a feature as JSON data; null where it has none, or none that can be computed."""
    try:
        return to_json(getattr(occurrence, feature.attribute))
    except RunFailure:
        return None


def _signal_name(value: object) -> str:
    if isinstance(value, Mapping):
        return str(value.get("signal"))
    if isinstance(value, Occurrence):
        return value.type_name.rpartition("::")[2]
    return str(value)
