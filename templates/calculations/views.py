"""Calculations and constraints: functions from `calc def` and `constraint def`, and their tests.

Knows what the modules look like; must not know how expressions are compiled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.compile.behavior_names import behavior_names
from generator.compile.calculations import FunctionCode, compile_calculation
from generator.compile.import_blocks import import_blocks, names_in
from generator.compile.strategies import literals, strategy_of
from generator.compile.types import ImportName
from generator.emit.passes import PassContext, System
from generator.ir import CalculationDefinition, CalculationUsage, ConstraintDefinition, Model

_DOCS = {
    "calculations": "Calculations of {}: one function for each calculation definition of the model.",
    "constraints": "Constraints of {}: one predicate for each constraint definition of the model.",
}


@dataclass(frozen=True, slots=True)
class FunctionView:
    """One function; `body` is its result, after some assignments."""

    name: str
    signature: str
    result: str
    doc: str
    statements: tuple[str, ...]
    body: str
    missing: str


@dataclass(frozen=True, slots=True)
class CalculationsModule:
    """`calculations.py` or `constraints.py`."""

    path: str
    origins: tuple[str, ...]
    doc: str
    imports: tuple[tuple[str, ...], ...]
    functions: tuple[FunctionView, ...]


@dataclass(frozen=True, slots=True)
class StrategyView:
    """The values that are tried for a parameter."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class FunctionTestView:
    """The test of one function: for any arguments it gives what the expression of the model gives."""

    name: str
    module: str
    signature: str
    arguments: str
    doc: str
    statements: tuple[str, ...]
    expected: str
    strategies: tuple[StrategyView, ...]


@dataclass(frozen=True, slots=True)
class CalculationsTest:
    """`tests/test_calculations.py` or `tests/test_constraints.py`."""

    path: str
    origins: tuple[str, ...]
    doc: str
    imports: tuple[tuple[str, ...], ...]
    functions: tuple[FunctionTestView, ...]


def select(model: Model, context: PassContext) -> Iterator[CalculationsModule | CalculationsTest]:
    """The modules of functions of each system that has any, and their tests."""
    names = behavior_names(model)
    for system in context.systems:
        modules: dict[str, list[FunctionCode]] = {}
        for definition in system.elements():
            if not isinstance(
                definition, CalculationDefinition | CalculationUsage | ConstraintDefinition
            ):
                continue
            if names.function(definition) is not None:
                function, found = compile_calculation(model, definition)
                context.report(*found)
                modules.setdefault(function.module, []).append(function)
        for module, functions in sorted(modules.items()):
            yield _module(system, module, functions)
            yield from _test(model, system, module, functions)


def _module(system: System, module: str, functions: Sequence[FunctionCode]) -> CalculationsModule:
    views = tuple(_function(each) for each in functions)
    texts = [
        text
        for each in views
        for text in (each.signature, each.result, *each.statements, each.body)
    ]
    return CalculationsModule(
        path=f"{system.name}/{module}.py",
        origins=tuple(each.definition.qualified_name for each in functions),
        doc=_DOCS[module].format(system.title),
        imports=import_blocks([], _mentioned(functions, texts, module), package=""),
        functions=views,
    )


def _mentioned(
    functions: Sequence[FunctionCode], texts: Sequence[str], module: str
) -> set[ImportName]:
    names = names_in(texts)
    known = {each for function in functions for each in function.imports}
    return {each for each in known if each.bound in names and each.module != module}


def _function(function: FunctionCode) -> FunctionView:
    shown = [
        f"{each.name}: {each.annotation}" + (f" = {each.default}" if each.default else "")
        for each in function.parameters
    ]
    name = function.definition.name or function.name
    return FunctionView(
        function.name,
        ", ".join(["*", *shown]) if shown else "",
        function.result,
        function.definition.doc or f"{name} of the model.",
        function.statements,
        function.body or "",
        f"the model does not say how {name} is computed",
    )


def _test(
    model: Model, system: System, module: str, functions: Sequence[FunctionCode]
) -> Iterator[CalculationsTest]:
    defined = [each for each in functions if each.body is not None and each.is_pure]
    if not defined:
        return
    views = []
    imports = {
        ImportName("collections.abc", "Callable"),
        ImportName("typing", "Any"),
        ImportName("", module, is_local=True),
    }
    texts = []
    for function in defined:
        view = _function_test(model, module, function, imports)
        views.append(view)
        # A parameter stands before a function of the same name.
        parameters = {each.name for each in function.parameters}
        free = names_in((*view.statements, view.expected)) - parameters
        texts += [*(each.annotation for each in function.parameters), *free]
        own = ImportName(module, function.name, is_local=True)
        imports |= {own} if function.name in free else set()
    imports |= _mentioned(defined, texts, "")
    if any(each.strategies for each in views):
        imports |= {ImportName("hypothesis", "given"), ImportName("hypothesis", "strategies as st")}
    yield CalculationsTest(
        path=f"{system.name}/tests/test_{module}.py",
        origins=tuple(each.definition.qualified_name for each in defined),
        doc=f"Tests of the {module} of {system.title}, over values near the limits of the model.",
        imports=import_blocks([], imports, package=system.name, is_absolute=True),
        functions=tuple(views),
    )


def _function_test(
    model: Model, module: str, function: FunctionCode, imports: set[ImportName]
) -> FunctionTestView:
    near = literals(function.expression)
    strategies = []
    for parameter in function.parameters:
        strategy = strategy_of(model, parameter.feature, near)
        imports.update(strategy.imports)
        strategies.append(StrategyView(parameter.name, strategy.text))
    return FunctionTestView(
        function.name,
        module,
        ", ".join(f"{each.name}: {each.annotation}" for each in function.parameters),
        ", ".join(f"{each.name}={each.name}" for each in function.parameters),
        f"In the model: {function.source}",
        function.statements,
        function.body or "",
        tuple(strategies),
    )
