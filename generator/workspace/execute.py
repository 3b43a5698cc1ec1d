"""Running a program in memory: its module in a namespace of its own, values from JSON and to JSON, a budget of steps.

What a run may do is what the model says: the module imports the support modules and a few of Python's own, and the
builtins that reach outside are not there. Knows programs; must not know how they are made or who asks.
"""

from __future__ import annotations

import builtins
import importlib
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from generator.compile.entry import Entry, Program
from generator.compile.support.cases import Calculation
from generator.compile.support.failures import BUDGET, REMARKS, MissingValue, RunFailure
from generator.compile.support.occurrences import Feature, Occurrence
from generator.compile.support.quantities import DimensionError
from generator.compile.support.sequences import MultiplicityError
from generator.workspace.values import (
    constraints_json,
    features_json,
    give,
    signal,
    to_json,
    violations,
)

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
        "hashlib",
        "itertools",
        "math",
        "operator",
        "re",
        "statistics",
        "string",
        "typing",
        "uuid",
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


@dataclass(frozen=True, slots=True)
class Run:
    """What is run: the program, what its element is given, what happens to it, how many steps it may take.

    `space` is the namespace of its module, once there is one; `remarks` are filled while it runs.
    """

    program: Program
    inputs: Mapping[str, Any]
    events: tuple[Any, ...] = ()
    steps: int = STEPS
    space: Mapping[str, Any] = field(default_factory=dict)
    written: tuple[Event, ...] = ()
    remarks: list[str] = field(default_factory=list)


def execute(run: Run) -> dict[str, Any]:
    """The result of a run as JSON data: `kind`, what that kind gives, and `error` when it failed."""
    result: dict[str, Any] = {"kind": run.program.entry.kind}

    def work() -> None:
        try:
            BUDGET.start(run.steps)
            REMARKS.start()
            _perform(run, result)
        except RunFailure as failure:
            result["error"] = {"code": failure.code, "message": failure.message}
        except Exception as fault:
            result["error"] = _error(fault)
        finally:
            run.remarks.extend(REMARKS.take())

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
        MultiplicityError: ("multiplicity", str(fault)),
        DimensionError: ("dimension-mismatch", str(fault)),
        NameError: ("unknown-name", f"{fault}: a run has no names but the model's"),
    }
    for kind, (code, message) in known.items():
        if isinstance(fault, kind):
            return {"code": code, "message": message}
    if isinstance(fault, AttributeError) and fault.obj is None:
        return {"code": "missing-value", "message": f"nothing is there to have a `{fault.name}`"}
    if isinstance(fault, AttributeError) and isinstance(fault.obj, Occurrence):
        return {"code": "unsupported", "message": f"`{fault.name}` of {fault.obj} is not compiled"}
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
    happening = tuple(signal(each, space) for each in run.events)
    run = replace(run, events=happening, written=run.events, space=space)
    entry = run.program.entry
    root = space[entry.root]
    if run.program.satisfactions and not run.inputs and _satisfied(run, space, result):
        return
    if issubclass(root, Enum):
        result.update(value=to_json(root[entry.path[0]]), features={}, constraints={})
        return
    owner: Any = root.only() if entry.is_shared else root()
    if not entry.path:
        give(owner, run.inputs, space)
        _KINDS[entry.kind](run, owner, result)
        return
    for attribute in entry.path[:-1]:
        owner = _part(_feature(owner, attribute), owner)
    feature = _feature(owner, entry.path[-1])
    if _holds_occurrences(feature):
        element = _part(feature, owner)
        if isinstance(element, Occurrence):
            give(element, run.inputs, space)
            _KINDS[entry.kind](run, element, result)
            return
    give(owner, run.inputs, space)
    _plain_value(feature, owner, result)


def _element(entry: Entry, space: Mapping[str, Any]) -> Any:
    """The occurrence a program begins with, in the context of what it belongs to."""
    root = space[entry.root]
    at: Any = root.only() if entry.is_shared else root()
    for attribute in entry.path:
        at = _part(_feature(at, attribute), at)
    return at


def _satisfied(run: Run, space: Mapping[str, Any], result: dict[str, Any]) -> bool:
    """A requirement that says not what it is about is checked against everything that is said to satisfy it."""
    asked = _element(run.program.entry, space)
    subjects = [each for each in type(asked).features() if each.role == "subject"]
    if any(each.values(asked) for each in subjects):
        return False
    records = []
    for by, entry in run.program.satisfactions:
        record: dict[str, Any] = {"by": by}
        element = _element(entry, space)
        _requirement(run, element, record)
        if element.is_negated:  # it is asked whether the requirement holds, not what is said of it
            record["satisfied"] = not record["satisfied"]
        records.append(record)
    if len(records) == 1:
        records[0].pop("by")
        result.update(records[0])
    else:
        result["satisfied"] = all(each["satisfied"] for each in records)
        result["satisfactions"] = records
    return True


def _holds_occurrences(feature: Feature[Any]) -> bool:
    kind = feature.kind()
    return isinstance(kind, type) and issubclass(kind, Occurrence)


def _feature(owner: Any, attribute: str) -> Feature[Any]:
    found = getattr(type(owner), attribute, None)
    if not isinstance(found, Feature):
        raise RunFailure(
            "not-runnable", f"`{attribute}` only directs what {owner} does; run that instead"
        )
    return found


def _part(feature: Feature[Any], owner: Any) -> Any:
    """The first occurrence a feature holds; where it may have none, one is made to be run."""
    found = feature.values(owner)
    return found[0] if found else feature.kind()(owner)


def _calculation(run: Run, element: Any, result: dict[str, Any]) -> None:
    result["result"] = to_json(element.result)


def _constraint(run: Run, element: Any, result: dict[str, Any]) -> None:
    result["satisfied"] = bool(element.result)


def _requirement(run: Run, element: Any, result: dict[str, Any]) -> None:
    result["satisfied"] = bool(element.result)
    result["constraints"] = constraints_json(element)


def _instance(run: Run, element: Any, result: dict[str, Any]) -> None:
    """The features of an occurrence once it, and what it consists of, has done what it performs."""
    if any(issubclass(each, Occurrence) and each.is_performance for each in _classes(run.space)):
        from generator.workspace.state_runs import live  # asyncio is not needed otherwise

        live(element, run.events, run.written, result)
    faults: list[Exception] = []
    result["features"] = features_json(element, faults=faults)
    result["constraints"] = constraints_json(element, faults)
    violated = violations(element, faults)
    if faults:
        raise faults[0]
    if violated:
        raise RunFailure("constraint-violated", "; ".join(violated))


def _classes(space: Mapping[str, Any]) -> Iterator[type[Any]]:
    yield from (each for each in space.values() if isinstance(each, type))


def _plain_value(feature: Feature[Any], owner: Any, result: dict[str, Any]) -> None:
    """An attribute with plain values has no features of its own; it is shown by its value."""
    values = feature.values(owner)
    shown: Any = to_json(values if feature.is_many else values[0] if values else None)
    result.update(value=shown, features={}, constraints={})


def _action(run: Run, element: Any, result: dict[str, Any]) -> None:
    """Perform an action and give its outputs; owner of what happens in between: `program.bodies`."""
    _performed(run, element)
    result["outputs"] = outputs_json(element)


def _performed(run: Run, element: Any) -> None:
    if hasattr(element, "perform"):
        from generator.workspace.performing import perform  # asyncio is not needed otherwise

        perform(element, run.events)


def _case(run: Run, element: Any, result: dict[str, Any]) -> None:
    """A case is performed; then its result is read, its outputs, and whether its objective is reached."""
    _performed(run, element)
    outputs = outputs_json(element, results=False)
    checks: dict[str, bool | None] = {}
    for each in type(element).features():
        if each.role == "objective":
            for objective in each.values(element):
                checks |= constraints_json(objective)
    checks |= constraints_json(element)
    if run.program.entry.kind == "verification":
        result["verdict"] = _verdict(element, checks)
        result["outputs"] = outputs
    else:
        result["result"] = to_json(element.result)
        if outputs:
            result["outputs"] = outputs
    if checks:
        result["constraints"] = checks


def _verdict(element: Any, checks: Mapping[str, bool | None]) -> str:
    """What the case returns; else `pass` when every requirement it verifies is satisfied."""
    if type(element).result.value is not None:
        return str(to_json(element.result)).rpartition("::")[2]
    if not checks or None in checks.values():
        return "inconclusive"
    return "pass" if all(checks.values()) else "fail"


def outputs_json(element: Any, *, results: bool = True) -> dict[str, Any]:
    """The outputs of a performance by their names in the model; absent ones are null."""
    found: dict[str, Any] = {}
    for each in type(element).features():
        is_result = results and each.role == "return" and each is not Calculation.result
        if each.direction in ("out", "inout") or is_result:
            try:
                found[each.name] = to_json(getattr(element, each.attribute))
            except MissingValue:
                found[each.name] = None
    return found


def _state(run: Run, element: Any, result: dict[str, Any]) -> None:
    """Run a state machine over the events."""
    from generator.workspace.state_runs import run_states  # asyncio is not needed otherwise

    run_states([element], run.events, run.written, [result])


_KINDS: Mapping[str, Callable[[Run, Any, dict[str, Any]], None]] = {
    "calc": _calculation,
    "constraint": _constraint,
    "requirement": _requirement,
    "verification": _case,
    "analysis": _case,
    "case": _case,
    "instance": _instance,
    "action": _action,
    "state": _state,
}
