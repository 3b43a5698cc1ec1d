"""What stands between the steps of an action: its variables, and the constraints it asserts.

Both have no place among the successions of steps, so they stand where the model writes them: behind the steps declared
before them. Knows features and Python statements; must not know graphs.
"""

from __future__ import annotations

import ast
from collections.abc import Container, Iterable

from generator.compile.building import Building
from generator.compile.code import Shape, constant, negate, none, tuple_of
from generator.compile.constraints import compile_constraint
from generator.compile.control import Block
from generator.compile.references import fitted
from generator.compile.scope import Scope, shape_of
from generator.compile.services import raise_refused
from generator.compile.statements import assign
from generator.compile.types import python_types
from generator.emit.names import snake
from generator.ir import (
    ActionUsage,
    AssertConstraintUsage,
    AssignmentActionUsage,
    AttributeUsage,
    ElementId,
    Feature,
    ItemUsage,
    Model,
    ReferenceUsage,
    RequirementUsage,
    Role,
    Type,
)

__all__ = ["Interludes", "assigned_features", "interludes_of"]


class Interludes:
    """The variables and assertions of one body that have not been written yet, in the order of the model."""

    def __init__(
        self, building: Building, action: Type, scope: Scope, steps: Iterable[ActionUsage]
    ):
        self._building = building
        self._assigned = assigned_features(building.model, action)
        self._steps = sorted(each.id for each in steps)
        self._waiting = [
            each for each in building.model.features(action) if self._is_interlude(each, scope)
        ]

    @property
    def are_among_steps(self) -> bool:
        """Whether one of them stands behind a step, or checks something: then steps follow the text."""
        first = self._steps[0] if self._steps else None
        return any(
            isinstance(each, AssertConstraintUsage) or (first is not None and each.id > first)
            for each in self._waiting
        )

    def _is_interlude(self, feature: Feature, scope: Scope) -> bool:
        if isinstance(feature, AssertConstraintUsage):
            return feature.library is None and not isinstance(feature, RequirementUsage)
        is_local = isinstance(feature, AttributeUsage | ItemUsage | ReferenceUsage)
        if feature.name is None or isinstance(feature, ActionUsage) or not is_local:
            return False
        if (feature.id,) in scope.bindings or feature.role is Role.LOOP_VARIABLE:
            return False
        initial = feature.value is not None and feature.value.is_initial
        return initial or feature.id in self._assigned

    def ready(self, done: Container[ElementId], scope: Scope, *, is_last: bool = False) -> Block:
        """The statements of those whose steps before are done; of all that are left when nothing follows."""
        statements: list[ast.stmt] = []
        while self._waiting:
            first = self._waiting[0]
            if not is_last and any(at < first.id and at not in done for at in self._steps):
                break
            self._waiting.pop(0)
            if isinstance(first, AssertConstraintUsage):
                statements += self._check(first, scope)
            else:
                more, scope = self._variable(first, scope)
                statements += more
        return statements, scope

    def _check(self, constraint: AssertConstraintUsage, scope: Scope) -> list[ast.stmt]:
        building = self._building
        compiled, found = compile_constraint(building.model, constraint, scope)
        building.diagnostics.extend(found)
        if compiled is None:
            return []
        building.imports.update(compiled.imports)
        reads = building.reads(compiled.node)
        said = " ".join(
            (constraint.doc or (constraint.result or constraint).span.flat_text).split()
        )
        refused = raise_refused(building, constant(said))
        return [*reads, ast.If(test=negate(compiled.node), body=[refused], orelse=[])]

    def _variable(self, feature: Feature, scope: Scope) -> Block:
        building, model = self._building, self._building.model
        variable = building.names.unique(snake(feature.name or ""))
        shape = shape_of(model, feature)
        annotation = None
        if feature.id in self._assigned and shape is not Shape.ONE:
            found = python_types(model).of_feature(feature)
            building.imports.update(found.imports)
            annotation = ast.parse(found.text, mode="eval").body
        statements: list[ast.stmt] = []
        if feature.value is not None:
            value = building.value(feature.value.expression, scope)
            if value is not None:
                node = fitted(value, shape)
                statements += [*building.reads(node), assign(variable, node, annotation)]
        elif annotation is not None:
            empty = tuple_of(()) if shape is Shape.MANY else none()
            statements.append(assign(variable, empty, annotation))
        return statements, scope.bind(model, feature, variable)


def interludes_of(
    building: Building, action: Type, scope: Scope, steps: Iterable[ActionUsage]
) -> Interludes:
    """The variables and assertions of an action's body."""
    return Interludes(building, action, scope, steps)


def assigned_features(model: Model, action: Type) -> frozenset[ElementId]:
    """What is assigned somewhere inside an action, whole or in part."""
    return frozenset(
        at
        for each in model.descendants(action)
        if isinstance(each, AssignmentActionUsage) and each.target is not None
        for at in each.target.path[:1]
    )
