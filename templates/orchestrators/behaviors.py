"""Actions that wait for messages, end each other or run as graphs: a module of classes, and the test of it.

Knows compiled behaviours. Must not know how bodies are compiled.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from generator.compile.program.packaged import Behavior, External, Field, compile_behavior
from generator.compile.program.trials import STEPS, Trial, trials
from generator.compile.workflow_names import workflow_names
from generator.emit.passes import PassContext, System
from generator.ir import Model, Type

from .modules import prose

__all__ = ["BehaviorModule", "BehaviorTest", "behavior_views"]

_OWN = ("RealClock", "Run")


@dataclass(frozen=True, slots=True)
class BehaviorModule:
    """`workflows/<function>.py` of an action that runs on the engine of performances."""

    path: str
    origins: tuple[str, ...]
    doc: str
    label: str
    imports: tuple[str, ...]
    classes: tuple[str, ...]
    protocol: str
    externals: tuple[External, ...]
    results: tuple[Field, ...]
    result: str
    result_class: str
    function: str
    parameters: tuple[Field, ...]
    begun: str


@dataclass(frozen=True, slots=True)
class TrialView:
    """A trial: expressions for what is given and for what comes of it."""

    inputs: tuple[tuple[str, str], ...]
    messages: tuple[str, ...]
    outcome: str
    performed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BehaviorTest:
    """`tests/workflows/test_<function>.py` of such an action."""

    path: str
    origins: tuple[str, ...]
    system: str
    label: str
    function: str
    externals: tuple[External, ...]
    results: tuple[Field, ...]
    trials: tuple[TrialView, ...]
    steps: int


def behavior_views(
    model: Model, system: System, action: Type, context: PassContext
) -> Iterator[BehaviorModule | BehaviorTest]:
    """The module of one action and its test."""
    behavior, found = compile_behavior(model, action)
    context.report(*found)
    yield _module(model, system, behavior)
    test = _test(model, system, behavior)
    if test.trials:  # a test that tries nothing could not fail
        yield test


def _module(model: Model, system: System, behavior: Behavior) -> BehaviorModule:
    action = behavior.action
    function = workflow_names(model).function(action) or ""
    label = action.name or function
    prefix = workflow_names(model).class_prefix(action)
    several = len(behavior.results) > 1
    single = behavior.results[0].annotation if behavior.results else "None"
    return BehaviorModule(
        path=f"{system.name}/workflows/{function}.py",
        origins=(action.qualified_name,),
        doc=prose(action.doc) or f"The workflow {label}.",
        label=label,
        imports=tuple(_imports(behavior)),
        classes=behavior.classes,
        protocol=f"{prefix}Steps",
        externals=behavior.externals,
        results=behavior.results,
        result=f"{prefix}Result" if several else single,
        result_class=f"{prefix}Result" if several else "",
        function=function,
        parameters=behavior.parameters,
        begun=".".join((f"{behavior.entry.root}()", *behavior.entry.path)),
    )


def _test(model: Model, system: System, behavior: Behavior) -> BehaviorTest:
    function = workflow_names(model).function(behavior.action) or ""
    return BehaviorTest(
        path=f"{system.name}/tests/workflows/test_{function}.py",
        origins=(behavior.action.qualified_name,),
        system=system.name,
        label=behavior.action.name or function,
        function=function,
        externals=behavior.externals,
        results=behavior.results,
        trials=tuple(_trial(each) for each in trials(behavior)),
        steps=STEPS,
    )


def _trial(trial: Trial) -> TrialView:
    return TrialView(
        tuple((name, each.text) for name, each in trial.inputs),
        tuple(each.text for each in trial.messages),
        repr(trial.outcome),
        trial.performed,
    )


def _imports(behavior: Behavior) -> Iterator[str]:
    """The imports of the program, with the support modules of the package, and what the function needs."""
    wanted: dict[str, set[str]] = {"..support.performances": set(_OWN)}
    if behavior.externals:
        wanted["typing"] = {"Protocol"}
        wanted["abc"] = {"abstractmethod"}
    if len(behavior.results) > 1:
        wanted["dataclasses"] = {"dataclass"}
    for line in behavior.imports:
        node = ast.parse(line).body[0]
        assert isinstance(node, ast.ImportFrom)  # noqa: S101 - programs have no others
        module = node.module or ""
        key = f"..{module}" if module.startswith("support.") else module
        wanted.setdefault(key, set()).update(each.name for each in node.names)
    order = sorted(wanted, key=lambda module: (module.startswith("."), module))
    for module in order:
        if module.startswith(".") and not any(
            each.startswith(".") for each in order[: order.index(module)]
        ):
            yield ""
            yield "from .. import telemetry"
        yield f"from {module} import {', '.join(sorted(wanted[module]))}"
