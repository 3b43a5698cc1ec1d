"""Values a calculation computes on its way: `attribute y = …` becomes a variable where that saves work.

A value used once, or only in some cases, stands where it is used: what is not needed is not computed. Knows
features with values and Python expressions; must not know what the calculation is for.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass

from generator.compile.code import Compiled, unparse
from generator.compile.expressions import compile_expression
from generator.compile.scope import Scope, has_multiplicity, shape_of
from generator.compile.types import ImportName
from generator.emit.names import Names, snake
from generator.ir import (
    AttributeUsage,
    Feature,
    ItemUsage,
    Model,
    ReferenceUsage,
    Role,
    Type,
    effective_value,
)

__all__ = ["Locals", "local_values"]


@dataclass(frozen=True, slots=True)
class Locals:
    """Local values in the order of the model, and the scope in which they are variables."""

    scope: Scope
    values: tuple[tuple[str, Compiled], ...]

    def placed(self, result: ast.expr) -> tuple[tuple[str, ...], ast.expr]:
        """Assignments as text, and the result after them."""
        kept: list[tuple[str, ast.expr]] = []
        for variable, value in reversed(self.values):
            users = [result, *(node for _, node in kept)]
            count = sum(_count(node, variable) for node in users)
            if count > 1 and any(_is_sure(node, variable) for node in users):
                kept.insert(0, (variable, value.node))
            elif count:
                swap = _Swap(variable, value.node)
                kept = [(each, swap.visit(node)) for each, node in kept]
                result = swap.visit(result)
        return tuple(f"{variable} = {unparse(node)}" for variable, node in kept), result

    @property
    def imports(self) -> frozenset[ImportName]:
        """What the values need."""
        return frozenset(each for _, value in self.values for each in value.imports)


def local_values(model: Model, calculation: Type, scope: Scope) -> Locals:
    """The local values of a calculation; what cannot be compiled is left to whoever uses it."""
    names = Names(scope.variables())
    found: list[tuple[str, Compiled]] = []
    for feature in _locals(model, calculation):
        value = effective_value(model, feature)
        if value is None or value.is_initial:
            continue
        shape = shape_of(model, feature) if has_multiplicity(model, feature) else None
        compiled, _ = compile_expression(model, value.expression, scope, shape)
        if compiled is not None and not isinstance(compiled.node, ast.Constant | ast.Name):
            variable = names.unique(snake(feature.name or ""))
            scope = scope.bind(model, feature, variable, compiled.shape)
            found.append((variable, compiled))
    return Locals(scope, tuple(found))


def _locals(model: Model, calculation: Type) -> Sequence[Feature]:
    return [
        each
        for each in model.features(calculation)
        if isinstance(each, AttributeUsage | ItemUsage | ReferenceUsage)
        and each.direction is None
        and each.role is not Role.RETURN
        and each.library is None
        and each.name is not None
    ]


class _Swap(ast.NodeTransformer):
    """Puts an expression in place of a variable."""

    def __init__(self, variable: str, node: ast.expr) -> None:
        self._variable = variable
        self._node = node

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._node if node.id == self._variable else node


def _count(node: ast.expr, variable: str) -> int:
    return sum(isinstance(each, ast.Name) and each.id == variable for each in ast.walk(node))


def _is_sure(node: ast.AST, variable: str) -> bool:
    """Whether a variable is read whatever happens."""
    if isinstance(node, ast.Name):
        return node.id == variable
    if isinstance(node, ast.IfExp):
        return _is_sure(node.test, variable)
    if isinstance(node, ast.BoolOp):
        return _is_sure(node.values[0], variable)
    if isinstance(node, ast.GeneratorExp):
        return _is_sure(node.generators[0].iter, variable)
    if isinstance(node, ast.Lambda):
        return False
    return any(_is_sure(each, variable) for each in ast.iter_child_nodes(node))
