"""Constraints and requirements become Python predicates.

A constraint may be written out (`constraint { x > 0 }`), refer to another one, or be typed by a constraint
definition whose parameters it binds. Knows how constraints are put together; must not know who checks them.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace

from generator.compile.behavior_names import behavior_names
from generator.compile.code import Compiled, Shape, call, name, negate
from generator.compile.context import Unsupported, unsupported
from generator.compile.expressions import compile_condition, compile_expression
from generator.compile.scope import Scope, shape_of
from generator.compile.types import ImportName
from generator.diagnostics import Diagnostic
from generator.ir import (
    AssertConstraintUsage,
    ConstraintDefinition,
    ConstraintUsage,
    Element,
    ElementId,
    Expression,
    Feature,
    Model,
    RequirementDefinition,
    RequirementUsage,
    Role,
    Type,
)

__all__ = [
    "RequirementChecks",
    "asserted_constraints",
    "compile_constraint",
    "requirement_checks",
    "subject",
]

_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class RequirementChecks:
    """What a requirement demands: when all of `assumed` hold, all of `required` have to."""

    assumed: tuple[Compiled, ...] = ()
    required: tuple[Compiled, ...] = ()


def subject(model: Model, requirement: Element) -> Feature | None:
    """The subject parameter of a requirement or case, owned or inherited."""
    if isinstance(requirement, Type):
        for each in reversed(model.features(requirement)):
            if each.role is Role.SUBJECT:
                return each
    return None


def asserted_constraints(model: Model, owner: Type) -> tuple[AssertConstraintUsage, ...]:
    """The constraints a definition asserts, its own and inherited ones."""
    return tuple(
        each
        for each in model.features(owner)
        if isinstance(each, AssertConstraintUsage) and each.library is None
    )


def compile_constraint(
    model: Model, constraint: ConstraintUsage | ConstraintDefinition, scope: Scope
) -> tuple[Compiled | None, tuple[Diagnostic, ...]]:
    """A Python expression that is true when a constraint holds.

    Without any condition (`constraint c;`) there is nothing to check: None and no diagnostic. `assert not`
    is turned around.
    """
    compiled, found = _constraint(model, constraint, scope, 0)
    if compiled is None:
        return None, found
    node = compiled.node
    if isinstance(constraint, AssertConstraintUsage) and constraint.is_negated:
        node = negate(node)
    return replace(compiled, node=node, shape=Shape.ONE), found


def _constraint(
    model: Model, constraint: ConstraintUsage | ConstraintDefinition, scope: Scope, depth: int
) -> tuple[Compiled | None, tuple[Diagnostic, ...]]:
    if depth > _DEEPEST:
        fault = Unsupported(constraint.span, "a constraint that refers to itself")
        return None, (unsupported(fault),)
    if constraint.result is not None:
        return compile_condition(model, constraint.result, scope)
    if isinstance(constraint, ConstraintUsage):
        referred = model.target(constraint.reference)
        if isinstance(referred, ConstraintUsage):
            return _constraint(model, referred, scope, depth + 1)
        definition = referred if referred is not None else _definition(model, constraint)
        if isinstance(definition, ConstraintDefinition):
            return _applied(model, constraint, definition, scope)
    return None, ()


def _definition(model: Model, constraint: ConstraintUsage) -> Element | None:
    return next(
        (
            each
            for each in model.types(constraint)
            if isinstance(each, ConstraintDefinition) and each.library is None
        ),
        None,
    )


def _applied(
    model: Model, constraint: ConstraintUsage, definition: ConstraintDefinition, scope: Scope
) -> tuple[Compiled | None, tuple[Diagnostic, ...]]:
    """A call of the function made from a constraint definition, with the values the usage binds."""
    function = behavior_names(model).function(definition)
    if function is None:
        return None, ()
    bound = {
        at: each.value.expression
        for each in model.owned(constraint, Feature)
        if each.value is not None
        for at in (each.id, *(redefined.id for redefined in model.redefined(each)))
    }
    keywords: dict[str, ast.expr] = {}
    imports: set[ImportName] = {function}
    found: list[Diagnostic] = []
    for at, variable in behavior_names(model).inputs(definition).items():
        if at not in bound:
            continue
        compiled, faults = _argument(model, at, bound[at], scope)
        found += faults
        if compiled is not None:
            keywords[variable] = compiled.node
            imports.update(compiled.imports)
    if found:
        return None, tuple(found)
    node = call(name(function.name), **keywords)
    return Compiled(node, Shape.ONE, tuple(sorted(imports))), ()


def _argument(
    model: Model, parameter: ElementId, expression: Expression, scope: Scope
) -> tuple[Compiled | None, tuple[Diagnostic, ...]]:
    feature = model.element(parameter)
    if not isinstance(feature, Feature):
        return None, ()
    return compile_expression(model, expression, scope, shape_of(model, feature))


def requirement_checks(
    model: Model, requirement: RequirementDefinition | RequirementUsage, scope: Scope
) -> tuple[RequirementChecks, tuple[Diagnostic, ...]]:
    """The assumed and required constraints of a requirement, its own and inherited ones.

    The scope binds the subject. Constraints of requirements it is composed of are not included: each
    requirement is checked on its own.
    """
    parts: dict[Role, list[Compiled]] = {Role.ASSUME: [], Role.REQUIRE: []}
    found: list[Diagnostic] = []
    for each in model.features(requirement):
        if not isinstance(each, ConstraintUsage) or isinstance(each, RequirementUsage):
            continue
        if each.role not in parts:
            continue
        compiled, faults = compile_constraint(model, each, scope)
        found += faults
        if compiled is not None:
            parts[each.role].append(compiled)
    checks = RequirementChecks(tuple(parts[Role.ASSUME]), tuple(parts[Role.REQUIRE]))
    return checks, tuple(found)
