"""What the names in an expression stand for in Python: parameters, fields of `self`, results of steps.

Knows model features and Python expressions. Must not know how expressions are compiled.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from generator.compile.code import Shape, Value, name
from generator.ir import ElementId, Feature, Model, Type

__all__ = ["Scope", "shape_of"]


def shape_of(model: Model, feature: Feature) -> Shape:
    """How the values of a feature are held, from its multiplicity."""
    multiplicity = model.multiplicity(feature)
    if multiplicity.is_many:
        return Shape.MANY
    return Shape.OPTIONAL if multiplicity.is_optional else Shape.ONE


@dataclass(frozen=True, slots=True)
class Scope:
    """Bindings of features, or of chains of features, to Python expressions.

    `owners` are types whose features are attributes of a Python object, innermost last. `enclosing` are actions
    whose features are bound as if they were ours: `outer.step.x` means what `step.x` means.
    """

    bindings: Mapping[tuple[ElementId, ...], Value] = field(default_factory=dict)
    owners: tuple[tuple[Type, ast.expr], ...] = ()
    enclosing: frozenset[ElementId] = frozenset()

    def bind(
        self, model: Model, feature: Feature, variable: str, shape: Shape | None = None
    ) -> Scope:
        """The scope in which a feature is held by a Python variable."""
        value = Value(name(variable), shape or shape_of(model, feature))
        return self.bind_path((feature.id,), value)

    def bind_path(self, path: tuple[ElementId, ...], value: Value) -> Scope:
        """The scope in which a feature or chain of features stands for a Python expression."""
        return replace(self, bindings={**self.bindings, path: value})

    def inside(self, *enclosing: ElementId) -> Scope:
        """The scope in which chains may begin with an enclosing action."""
        return replace(self, enclosing=self.enclosing.union(enclosing))

    def within(self, owner: Type, variable: str = "self") -> Scope:
        """The scope inside an object: the features of its type are attributes of a Python variable."""
        return replace(self, owners=(*self.owners, (owner, name(variable))))

    def variables(self) -> frozenset[str]:
        """The Python variables the scope gives a meaning."""
        nodes = [value.node for value in self.bindings.values()]
        nodes += [node for _, node in self.owners]
        return frozenset(
            each.id for node in nodes for each in ast.walk(node) if isinstance(each, ast.Name)
        )
