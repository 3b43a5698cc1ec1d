"""What a module of a package does when it is tried: its outputs, or how it fails, and the actions in their order.

Generated tests want the same from the module they test. Modules with bodies in Python are not tried: a generator
runs no code of a model. Knows behaviours and the support modules; must not know tests.
"""

from __future__ import annotations

import asyncio
import builtins
import importlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from generator.compile.program.packaged import Behavior
from generator.compile.support import performances
from generator.compile.support.failures import BUDGET, RunFailure

__all__ = ["STEPS", "Trial", "trials"]

STEPS = 3000
"""How many steps a trial may take."""
_SAMPLES: Mapping[str, tuple[Any, ...]] = {
    "int": (2, 0, 7),
    "float": (1.5, -2.0, 40.0),
    "str": ("a", "", "zz"),
    "bool": (True, False, True),
}


@dataclass(frozen=True, slots=True)
class Sample:
    """A value, and the expression for it where the module is called `module`."""

    value: Any
    text: str


@dataclass(frozen=True, slots=True)
class Trial:
    """One trial: inputs by attribute, messages, what came of it."""

    inputs: tuple[tuple[str, Sample], ...]
    messages: tuple[Sample, ...]
    outcome: tuple[Any, ...]
    performed: tuple[str, ...]


def trials(behavior: Behavior) -> tuple[Trial, ...]:
    """Trials with different values and messages; none where values cannot be made up."""
    if behavior.has_python:
        return ()
    space = _namespace(behavior)
    features = {each.attribute: each for each in space[behavior.performance].features()}
    found: dict[tuple[str, ...], Trial] = {}
    for at in range(3):
        inputs = []
        for each in behavior.parameters:
            sample = _sample(features[each.attribute], space, at)
            if sample is not None:
                inputs.append((each.attribute, sample))
            elif not each.has_value:
                return ()
        signals = [_instance(space[name], space, at) for name in behavior.signals]
        for messages in _orders([each for each in signals if each is not None]):
            texts = (*(each.text for _, each in inputs), *(each.text for each in messages))
            if texts not in found:
                found[texts] = _tried(behavior, space, tuple(inputs), messages)
    return tuple(found.values())


def _orders(once: Sequence[Sample]) -> Sequence[tuple[Sample, ...]]:
    """No message, each once, and each twice in two orders."""
    return ((), (*once,), (*once, *once), (*once[::-1], *once)) if once else ((),)


def _sample(feature: Any, space: Mapping[str, Any], at: int) -> Sample | None:
    """A value a feature may have."""
    kind = feature.kind()
    scalars = _SAMPLES.get(getattr(kind, "__name__", ""))
    if scalars is not None and feature.of != "Positive":
        sample: Sample | None = Sample(scalars[at], repr(scalars[at]))
    elif scalars is not None:
        sample = Sample(at + 1, repr(at + 1))
    else:
        sample = _instance(kind, space, at)
    if sample is None or not feature.is_many:
        return sample
    return Sample((sample.value,) * at, f"({f'{sample.text}, ' * at})")


def _instance(kind: type[Any], space: Mapping[str, Any], at: int) -> Sample | None:
    """An instance of a class of the module whose features can be made up."""
    is_own = isinstance(kind, type) and space.get(kind.__name__) is kind
    if not is_own or issubclass(kind, Enum):
        return None
    values = {}
    for each in kind.features():
        if each.value is None:
            sample = _sample(each, space, at)
            if sample is None:
                return None
            values[each.attribute] = sample
    made = kind(**{key: each.value for key, each in values.items()})
    given = ", ".join(f"{key}={each.text}" for key, each in values.items())
    return Sample(made, f"module.{kind.__name__}({given})")


def _namespace(behavior: Behavior) -> dict[str, Any]:
    lines = ["from __future__ import annotations", *behavior.imports, *behavior.classes]
    allowed = dict(vars(builtins))
    allowed["__import__"] = _import
    space: dict[str, Any] = {"__name__": "program", "__builtins__": allowed}
    exec(compile("\n".join(lines), "<trial>", "exec"), space)  # noqa: S102 - text we made
    return space


def _import(
    name: str, globals_: Any = None, locals_: Any = None, names: Any = (), level: int = 0
) -> Any:
    if name.startswith("support."):
        return importlib.import_module(f"generator.compile.{name}")
    return builtins.__import__(name, None, None, names, level)


def _tried(
    behavior: Behavior,
    space: Mapping[str, Any],
    inputs: tuple[tuple[str, Sample], ...],
    messages: tuple[Sample, ...],
) -> Trial:
    run = performances.Run(tick=BUDGET.spend)
    performance = _performance(behavior, space)
    for attribute, sample in inputs:
        setattr(performance, attribute, sample.value)
    for message in messages:
        performances.deliver(run, message.value)
    limit = BUDGET.limit
    BUDGET.start(STEPS)
    try:
        asyncio.run(run.main(performance.perform()))
        outcome: tuple[Any, ...] = ("ends", *_outputs(behavior, performance))
    except RunFailure as failure:
        outcome = ("fails", failure.code)
    except (ZeroDivisionError, TypeError, ValueError) as fault:
        outcome = ("fails", type(fault).__name__)
    finally:
        BUDGET.start(limit)
    return Trial(inputs, messages, outcome, tuple(run.performed[:100]))


def _performance(behavior: Behavior, space: Mapping[str, Any]) -> Any:
    at = space[behavior.entry.root]()
    for attribute in behavior.entry.path:
        at = getattr(at, attribute)
    return at


def _outputs(behavior: Behavior, performance: Any) -> list[Any]:
    """What can be compared: plain values, else the name of what it is."""
    values = [getattr(performance, each.attribute) for each in behavior.results]
    return [each if _is_plain(each) else str(each) for each in values]


def _is_plain(value: Any) -> bool:
    if isinstance(value, tuple):
        return all(_is_plain(each) for each in value)
    return isinstance(value, int | float | str | bool | None)
