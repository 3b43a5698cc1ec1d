"""Running a program in memory: its module in a namespace of its own, values from JSON and to JSON, a budget of steps.

What a run may do is what the model says: the module imports the support modules and a few of Python's own, and the
builtins that reach outside are not there. Knows programs; must not know how they are made or who asks.
"""

from __future__ import annotations

import asyncio
import builtins
import importlib
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.compile.program import Program
from generator.compile.support import performances
from generator.compile.support.failures import BUDGET, MissingValue, RunFailure
from generator.compile.support.occurrences import Occurrence
from generator.compile.support.performances import Performance
from generator.workspace.values import features_json, give, signal, to_json

__all__ = ["STEPS", "Event", "Run", "execute"]

STEPS = 1_000_000
_STACK = 512 * 1024 * 1024
_DEEPEST = 60_000
_MODULES = frozenset(
    [
        "__future__",
        "asyncio",
        "collections",
        "dataclasses",
        "datetime",
        "decimal",
        "enum",
        "fractions",
        "functools",
        "itertools",
        "math",
        "operator",
        "re",
        "statistics",
        "string",
        "typing",
    ]
)
_HIDDEN = frozenset(
    [
        "breakpoint",
        "compile",
        "delattr",
        "eval",
        "exec",
        "exit",
        "globals",
        "help",
        "input",
        "locals",
        "open",
        "quit",
        "vars",
    ]
)
Event = Mapping[str, Any]
Events = Sequence[object]


@dataclass(frozen=True, slots=True)
class Run:
    """What is run: the program, what its element is given, what happens to it, how many steps it may take."""

    program: Program
    inputs: Mapping[str, Any]
    events: tuple[Event, ...] = ()
    steps: int = STEPS


def execute(run: Run) -> dict[str, Any]:
    """The result of a run as JSON data: `kind`, what that kind gives, and `error` when it failed."""
    result: dict[str, Any] = {"kind": run.program.entry.kind}

    def work() -> None:
        try:
            BUDGET.start(run.steps)
            _perform(run, result)
        except RunFailure as failure:
            result["error"] = {"code": failure.code, "message": failure.message}
        except Exception as fault:
            result["error"] = _error(fault)

    _deeply(work)
    return result


def _deeply(work: Callable[[], None]) -> None:
    """Do work where calls may nest deeply."""
    deepest = sys.getrecursionlimit()
    size = threading.stack_size(_STACK)
    try:
        sys.setrecursionlimit(_DEEPEST)
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    finally:
        threading.stack_size(size)
        sys.setrecursionlimit(deepest)


def _error(fault: Exception) -> dict[str, str]:
    known = {
        ZeroDivisionError: ("division-by-zero", "a division by zero"),
        RecursionError: ("endless-recursion", "calls nest without end"),
        OverflowError: ("overflow", "a number became too large"),
    }
    for kind, (code, message) in known.items():
        if isinstance(fault, kind):
            return {"code": code, "message": message}
    own_code = getattr(fault, "code", None)
    if isinstance(own_code, str):
        return {"code": own_code, "message": str(fault)}
    return {"code": "run-failed", "message": f"{type(fault).__name__}: {fault}"}


# -- the module -----------------------------------------------------------------------------------


def _namespace(program: Program) -> dict[str, Any]:
    allowed = {key: value for key, value in vars(builtins).items() if key not in _HIDDEN}
    allowed["__import__"] = _import
    space: dict[str, Any] = {"__name__": "program", "__builtins__": allowed}
    code = compile(program.text, "<program>", "exec")
    exec(code, space)  # noqa: S102 - text we made, builtins we chose
    return space


def _import(
    name: str,
    globals_: Mapping[str, object] | None = None,
    locals_: Mapping[str, object] | None = None,
    fromlist: tuple[str, ...] = (),
    level: int = 0,
) -> Any:
    """The modules a program may import."""
    if name.startswith("support."):
        return importlib.import_module(f"generator.compile.{name}")
    if name.partition(".")[0] not in _MODULES:
        raise RunFailure("forbidden-import", f"a program may not import `{name}`")
    return builtins.__import__(name, None, None, fromlist, level)


# -- kinds ----------------------------------------------------------------------------------------


def _perform(run: Run, result: dict[str, Any]) -> None:
    space = _namespace(run.program)
    element = _element(run, space)
    give(element, run.inputs, space)
    events = [signal(each, space) for each in run.events]
    _KINDS[run.program.entry.kind](events, element, result)


def _element(run: Run, space: Mapping[str, Any]) -> Any:
    """The occurrence that is run, in the context of what it belongs to."""
    entry = run.program.entry
    root = space[entry.root]
    at: Any = root.only() if entry.is_shared else root()
    for attribute in entry.path:
        found = getattr(type(at), attribute).values(at)
        if not found:
            raise MissingValue("missing-value", f"{at} has no `{attribute}` to run")
        at = found[0]
    return at


def _calculation(events: Events, element: Any, result: dict[str, Any]) -> None:
    result["result"] = to_json(element.result)


def _constraint(events: Events, element: Any, result: dict[str, Any]) -> None:
    result["satisfied"] = bool(element.result)


def _instance(events: Events, element: Any, result: dict[str, Any]) -> None:
    result["features"] = features_json(element)
    result["constraints"] = constraints_json(element)


def constraints_json(element: Occurrence) -> dict[str, bool | None]:
    """Whether each constraint of an occurrence holds; null where a value it needs is not known."""
    found: dict[str, bool | None] = {}
    for each in type(element).features():
        if each.role in ("constraint", "assert", "requirement", "assume", "require"):
            try:
                found[each.name] = all(bool(one.result) for one in each.values(element))
            except MissingValue:
                found[each.name] = None
    return found


def _action(events: Events, element: Any, result: dict[str, Any]) -> None:
    """Perform an action and give its outputs; owner of what happens in between: `program.bodies`."""
    if isinstance(element, Performance):
        asyncio.run(_performed(element, events))
    result["outputs"] = outputs_json(element)


async def _performed(element: Performance, events: Sequence[object]) -> None:
    """Perform an action on a clock that costs no time, with what happens to it in its mailbox."""
    running = performances.Run(tick=BUDGET.spend)
    for each in events:
        performances.deliver(running, each)
    await running.main(element.perform())


def outputs_json(element: Any) -> dict[str, Any]:
    """The outputs of a performance by their names in the model; absent ones are null."""
    found: dict[str, Any] = {}
    for each in type(element).features():
        if each.direction in ("out", "inout") or each.role == "return":
            try:
                found[each.name] = to_json(getattr(element, each.attribute))
            except MissingValue:
                found[each.name] = None
    return found


def _state(events: Events, element: Any, result: dict[str, Any]) -> None:
    """Run a state machine over the events; owner: `program.machines`."""
    raise RunFailure("unsupported", f"{element} is a state, which is not run")


_KINDS: Mapping[str, Callable[[Events, Any, dict[str, Any]], None]] = {
    "calc": _calculation,
    "constraint": _constraint,
    "requirement": _constraint,
    "verification": _calculation,
    "analysis": _calculation,
    "case": _calculation,
    "instance": _instance,
    "action": _action,
    "state": _state,
}
