"""What the names in an expression stand for in Python: parameters, fields of `self`, results of steps.

Knows model features and Python expressions. Must not know how expressions are compiled.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from generator.compile.code import Shape, Value, name
from generator.compile.types import PythonTypes
from generator.ir import (
    Element,
    ElementId,
    Feature,
    Library,
    Model,
    Reference,
    SpecializationKind,
    Type,
)

if TYPE_CHECKING:
    from generator.compile.context import Context

__all__ = ["Callee", "Scope", "World", "has_multiplicity", "shape_of"]


def shape_of(model: Model, feature: Feature) -> Shape:
    """How the values of a feature are held, from its multiplicity."""
    multiplicity = model.multiplicity(feature)
    if multiplicity.is_many:
        return Shape.MANY
    return Shape.OPTIONAL if multiplicity.is_optional else Shape.ONE


def has_multiplicity(model: Model, feature: Feature) -> bool:
    """Whether a model says how many values a feature has; those of the standard library do not count."""
    seen: set[ElementId] = set()
    stack: list[Element] = [feature]
    while stack:
        at = stack.pop()
        if at.id in seen or not isinstance(at, Feature):
            continue
        seen.add(at.id)
        if at.multiplicity is not None:
            return True
        stack += [
            general
            for general in model.generals(
                at, SpecializationKind.REDEFINITION, SpecializationKind.SUBSETTING
            )
            if general.library is not Library.STANDARD
        ]
    return False


@dataclass(frozen=True, slots=True)
class Callee:
    """How a calculation is called in a program: arguments go to `function` by keyword, `result` is read from it.

    `names` has the keyword of each parameter, `shape` is that of the result; without `result` the call is it.
    """

    function: ast.expr
    receiver: ast.expr | None
    names: Mapping[ElementId, str]
    shape: Shape
    result: str | None = None

    def call(self, keywords: Mapping[str, ast.expr]) -> Value:
        """The call with its arguments."""
        given = [] if self.receiver is None else [self.receiver]
        pairs = [ast.keyword(arg=key, value=value) for key, value in keywords.items()]
        node: ast.expr = ast.Call(func=self.function, args=given, keywords=pairs)
        if self.result is not None:
            node = ast.Attribute(value=node, attr=self.result, ctx=ast.Load())
        return Value(node, self.shape)


class World(Protocol):
    """The program an expression is compiled for, where it is one module that holds all it needs.

    Without a world names are those of the generated packages.
    """

    @property
    def types(self) -> PythonTypes:
        """The names of the program's classes and of their attributes."""

    def start(self, context: Context, first: Element, scope: Scope) -> Value | None:
        """The value of an element that no enclosing object holds; None where it has none of its own."""

    def shape(self, before: Element, feature: Feature) -> Shape:
        """How the values of a feature are held by what comes before it in a chain."""

    def read(self, last: Element, value: Value) -> Value:
        """The value a name stands for that leads to an element: of a calculation its result."""

    def callee(
        self, context: Context, function: Reference, receiver: Value | None, scope: Scope
    ) -> Callee | None:
        """How to call a calculation; `receiver` is what holds it where a chain leads there."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Bindings of features, or of chains of features, to Python expressions.

    `owners` are types whose features are attributes of a Python object, innermost last. `enclosing` are actions
    whose features are bound as if they were ours: `outer.step.x` means what `step.x` means. `world` is the
    program that the expression becomes a part of.
    """

    bindings: Mapping[tuple[ElementId, ...], Value] = field(default_factory=dict)
    owners: tuple[tuple[Type, ast.expr], ...] = ()
    enclosing: frozenset[ElementId] = frozenset()
    world: World | None = None

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

    def within(self, owner: Type, variable: str | ast.expr = "self") -> Scope:
        """The scope inside an object: the features of its type are attributes of a Python variable or value."""
        node = name(variable) if isinstance(variable, str) else variable
        return replace(self, owners=(*self.owners, (owner, node)))

    def variables(self) -> frozenset[str]:
        """The Python variables the scope gives a meaning."""
        nodes = [value.node for value in self.bindings.values()]
        nodes += [node for _, node in self.owners]
        return frozenset(
            each.id for node in nodes for each in ast.walk(node) if isinstance(each, ast.Name)
        )
