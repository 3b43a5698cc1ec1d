"""Tests that what satisfies a requirement fulfils its constraints, and that the cases which calculate pass.

Both as far as the model gives values. Knows constraints of requirements, satisfy usages and verdicts. Must not know
the registry.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields

from generator.compile.calculated_cases import calculated_cases, conditions_of
from generator.compile.code import Compiled, unparse
from generator.compile.constraints import RequirementChecks, requirement_checks, subject
from generator.compile.requirements import requirement_text
from generator.compile.scope import Scope
from generator.compile.types import ImportName
from generator.diagnostics import Diagnostic
from generator.emit.imports import Imports
from generator.emit.names import Names, snake
from generator.ir import (
    Argument,
    Element,
    Expression,
    Feature,
    FeatureValue,
    Model,
    Reference,
    RequirementDefinition,
    RequirementUsage,
    SatisfyRequirementUsage,
    Type,
)

from .instances import Instances

__all__ = ["CheckTest", "check_tests"]


@dataclass(frozen=True, slots=True)
class CheckTest:
    """A test function: makes what satisfies a requirement, and asserts its constraints; for a case, `made` is ""."""

    function: str
    doc: str
    variable: str
    made: str
    conditions: tuple[str, ...]


def check_tests(
    model: Model, requirements: Sequence[Element], elements: Iterable[Element]
) -> tuple[tuple[tuple[str, ...], ...], tuple[CheckTest, ...], tuple[Diagnostic, ...]]:
    """The imports and the tests of the requirements that something satisfies and of the cases among some elements.

    The last are the faults of what was not compiled.
    """
    imports = Imports(["REQUIREMENTS", "Requirement"])
    names = Names()
    found: list[CheckTest] = []
    faults: list[Diagnostic] = []
    for requirement in requirements:
        if not isinstance(requirement, RequirementDefinition | RequirementUsage):
            continue
        for by in _satisfying(model, requirement):
            test = _test(model, requirement, by, imports, names, faults)
            if test is not None:
                found.append(test)
    found += _cases(model, elements, imports, faults)
    return imports.blocks(), tuple(found), tuple(dict.fromkeys(faults))


def _cases(
    model: Model, elements: Iterable[Element], imports: Imports, faults: list[Diagnostic]
) -> Iterator[CheckTest]:
    """The tests of the cases that calculate."""
    cases = calculated_cases(model)
    for case in (cases[each.id] for each in elements if each.id in cases):
        conditions, why = conditions_of(model, case)
        faults += why
        if not why:
            _import(imports, {each for found in conditions for each in found.imports})
            doc = " ".join(case.case.doc.split()) or f"{case.case.name} passes."
            yield CheckTest(case.function, doc, "", "", tuple(each.code for each in conditions))


def _import(imports: Imports, needed: Iterable[ImportName]) -> None:
    for wanted in sorted(needed):
        place = f"..{wanted.module}" if wanted.is_local else wanted.module
        imports.use(place, wanted.name)


def _satisfying(model: Model, requirement: Element) -> Iterator[tuple[Element, ...]]:
    """The chain of features to each thing that is said to satisfy exactly this requirement."""
    for usage in model.satisfactions(requirement):
        if requirement.id not in {each.id for each in _claimed(model, usage)}:
            continue
        if usage.satisfying is not None:
            yield model.path(usage.satisfying)
        else:
            owner = model.owner(usage)
            yield (owner,) if owner is not None else ()


def _claimed(model: Model, usage: SatisfyRequirementUsage) -> tuple[Element, ...]:
    named = model.target(usage.reference)
    return (named,) if named is not None else model.generals(usage)


def _test(
    model: Model,
    requirement: RequirementDefinition | RequirementUsage,
    by: tuple[Element, ...],
    imports: Imports,
    names: Names,
    faults: list[Diagnostic],
) -> CheckTest | None:
    about = subject(model, requirement)
    instances = Instances(model)
    made = instances.along(by) if by and about is not None else None
    if about is None or made is None:
        return None
    variable = snake(about.name or "it")
    scope = Scope()
    for each in (about, *model.redefined(about)):
        if isinstance(each, Feature):
            scope = scope.bind(model, each, variable)
    checks, found = requirement_checks(model, requirement, scope)
    faults += found
    if not checks.required or not _is_about_data(model, requirement, about, instances):
        return None
    _import(imports, {*instances.imports, *(one for each in _all(checks) for one in each.imports)})
    satisfying = by[-1].name or "it"
    return CheckTest(
        function=names.unique(
            f"test_{snake(requirement.name or '')}_holds_for_{snake(satisfying)}"
        ),
        doc=f"{requirement.short_name or requirement.name}: {requirement_text(model, requirement)}",
        variable=variable,
        made=made,
        conditions=tuple(_conditions(checks)),
    )


def _is_about_data(model: Model, requirement: Type, about: Feature, instances: Instances) -> bool:
    """Whether every feature of the subject that a constraint mentions is a field of its class."""
    subjects = {about.id, *(each.id for each in model.redefined(about))}
    for constraint in model.features(requirement):
        for reference in _references((constraint, *model.descendants(constraint))):
            path = model.path(reference)
            if len(path) > 1 and path[0].id in subjects:
                rest = path[1:]
                if len(instances.fields(model.type_of(about), rest)) < len(rest):
                    return False
    return True


def _references(elements: Iterable[object]) -> Iterator[Reference]:
    """The references in the expressions of elements."""
    stack = [
        value
        for each in elements
        for value in (getattr(each, "result", None), getattr(each, "value", None))
    ]
    while stack:
        value = stack.pop()
        if isinstance(value, Reference):
            yield value
        elif isinstance(value, tuple):
            stack.extend(value)
        elif isinstance(value, Expression | FeatureValue | Argument):
            stack.extend(getattr(value, field.name) for field in fields(value))


def _all(checks: RequirementChecks) -> tuple[Compiled, ...]:
    return (*checks.assumed, *checks.required)


def _conditions(checks: RequirementChecks) -> Iterator[str]:
    for each in checks.required:
        if checks.assumed:
            doubts = [ast.UnaryOp(op=ast.Not(), operand=a.node) for a in checks.assumed]
            yield unparse(ast.BoolOp(op=ast.Or(), values=[*doubts, each.node]))
        else:
            yield each.code
