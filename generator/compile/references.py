"""Names in expressions become Python variables, attributes, enumeration members and classes.

Knows how features are held in generated classes. Must not know operators or functions.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from typing import TypeAlias

from generator.compile.code import Shape, Value, attribute, call, name, none, sequence, tuple_of
from generator.compile.context import Context, Unsupported
from generator.compile.operators import chain
from generator.compile.scope import Scope, shape_of
from generator.ir import (
    ConstraintDefinition,
    Element,
    ElementId,
    EnumerationDefinition,
    EnumerationUsage,
    Expression,
    Feature,
    Model,
    Reference,
    Role,
    Type,
)

__all__ = [
    "fitted",
    "python_class",
    "reference",
    "result_parameter",
    "result_shape",
    "same_features",
    "steps",
]

Compile: TypeAlias = Callable[[Context, Expression, Scope], Value]


def reference(context: Context, found: Reference, scope: Scope, compile_: Compile) -> Value:
    """The value of a name or feature chain; the longest chain the scope binds is taken first."""
    if not found.path:
        raise Unsupported(found.span, f"the unresolved name `{found.text}`")
    value = _referred(context, found, scope, compile_)
    if scope.world is not None:
        value = scope.world.read(context.model.element(found.path[-1]), value)
    return value


def _referred(context: Context, found: Reference, scope: Scope, compile_: Compile) -> Value:
    path = found.path
    while True:
        for length in range(len(path), 0, -1):
            bound = scope.bindings.get(path[:length])
            if bound is not None:
                return steps(context, bound, path[length:], found)
        if len(path) == 1 or path[0] not in scope.enclosing:
            break
        path = path[1:]
    first = context.model.element(path[0])
    return steps(context, _start(context, first, scope, found, compile_), path[1:], found)


def _start(
    context: Context, first: Element, scope: Scope, found: Reference, compile_: Compile
) -> Value:
    literal = _literal(context, first) if isinstance(first, EnumerationUsage) else None
    if literal is not None:
        return literal
    if not isinstance(first, Feature):
        raise Unsupported(found.span, f"`{found.text}` as a value")
    held = _bound(context.model, first, scope) or _member(context, first, scope)
    if held is None and scope.world is not None:
        held = scope.world.start(context, first, scope)
    if held is not None:
        return held
    value = first.value
    if value is not None and not value.is_initial and first.direction is None:
        return compile_(context, value.expression, scope)
    raise Unsupported(found.span, f"`{found.text}`, which has no value here,")


def _bound(model: Model, first: Feature, scope: Scope) -> Value | None:
    same = same_features(model, first)
    for path, value in scope.bindings.items():
        known = model.element(path[0])
        if len(path) == 1 and (path[0] in same or first.id in same_features(model, known)):
            return value
    return None


def _member(context: Context, first: Feature, scope: Scope) -> Value | None:
    """A feature of the innermost owner that has it; one that has it under this name goes before its redefinitions."""
    model = context.model
    same = same_features(model, first)
    for owner, node in reversed(scope.owners):
        if scope.world is not None and any(each is first for each in model.features(owner)):
            field = context.types.members(owner).get(first.id)
            if field is not None:
                return Value(attribute(node, field), shape_of(model, first))
    for owner, node in reversed(scope.owners):
        for feature in model.features(owner):
            if feature.id in same or first.id in same_features(model, feature):
                field = context.types.members(owner).get(feature.id)
                if field is not None:
                    return Value(attribute(node, field), shape_of(model, feature))
    return None


def same_features(model: Model, element: Element) -> frozenset[ElementId]:
    """The ids of a feature and of all it redefines."""
    if not isinstance(element, Feature):
        return frozenset((element.id,))
    return frozenset((element.id, *(each.id for each in model.redefined(element))))


def _literal(context: Context, literal: EnumerationUsage) -> Value | None:
    owner = context.model.owner(literal)
    if not isinstance(owner, EnumerationDefinition):
        return None
    member = context.types.literals(owner).get(literal.id)
    class_ = python_class(context, owner)
    return None if member is None or class_ is None else Value(attribute(class_, member))


def python_class(context: Context, type_: Element) -> ast.expr | None:
    """The Python class of a data definition or scalar type, imported; a tuple where several classes are meant."""
    module, class_ = context.types.module(type_), context.types.class_name(type_)
    if module is not None and class_ is not None:
        return name(context.use(f"types.{module}", class_, local=True))
    annotation = context.types.of_type(type_)
    if annotation.text in ("bool", "int", "str"):
        return name(annotation.text)
    if annotation.text == "float":
        return tuple_of((name("int"), name("float")))
    return None


def steps(context: Context, value: Value, path: Sequence[ElementId], found: Reference) -> Value:
    """The features of a chain taken one after the other from a value."""
    for at in path:
        feature = context.model.element(at)
        if not isinstance(feature, Feature) or feature.name is None:
            raise Unsupported(found.span, f"the feature chain `{found.text}`")
        field = context.types.field_name(feature)
        value = chain(value, field, shape_of(context.model, feature))
    return value


def result_parameter(model: Model, calculation: Type) -> Feature | None:
    """The return parameter of a calculation, owned or inherited."""
    for each in reversed(model.features(calculation)):
        if each.role is Role.RETURN:
            return each
    return None


def result_shape(model: Model, calculation: Type) -> Shape:
    """The shape of what a calculation gives, from the multiplicity of its return parameter."""
    if isinstance(calculation, ConstraintDefinition):
        return Shape.ONE
    found = result_parameter(model, calculation)
    return Shape.ONE if found is None else shape_of(model, found)


def fitted(value: Value, shape: Shape) -> ast.expr:
    """A value as it must be held to have a shape; of more than one value the first is taken."""
    if shape is Shape.MANY:
        return sequence(value)
    if value.shape is Shape.MANY:
        return call("next", call("iter", value.node), none())
    return value.node
