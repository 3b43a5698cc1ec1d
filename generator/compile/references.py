"""Names in expressions become Python variables, attributes, enumeration members and classes.

Knows how features are held in generated classes. Must not know operators or functions.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeAlias

from generator.compile.behavior_names import behavior_names
from generator.compile.code import Shape, Value, attribute, call, name, none, sequence, tuple_of
from generator.compile.context import Context, Unsupported
from generator.compile.operators import chain, demanded, single
from generator.compile.scope import Scope, has_multiplicity, shape_of
from generator.emit.names import Names
from generator.ir import (
    CalculationUsage,
    ConstraintDefinition,
    ConstraintUsage,
    Direction,
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
    effective_value,
)

__all__ = [
    "Compile",
    "fitted",
    "inlined",
    "python_class",
    "reference",
    "result_expression",
    "result_parameter",
    "result_shape",
    "same_features",
    "steps",
]

# Features of the library that Python has a name for.
_CONSTANTS = {"TrigFunctions::pi": ("math", "pi")}

# The number of a quantity, without its unit.
_NUMBER = ("Quantities::TensorQuantityValue::num",)

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
    value = _start(context, first, scope, found, compile_)
    rest = path[1:]
    if scope.world is None and isinstance(first, CalculationUsage) and rest:
        # The value of a calculation is that of its result.
        is_result = getattr(context.model.element(rest[0]), "role", None) is Role.RETURN
        rest = rest[1:] if is_result else rest
    return steps(context, value, rest, found)


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
    if first.library is not None and first.qualified_name in _CONSTANTS:
        return Value(name(context.use(*_CONSTANTS[first.qualified_name])))
    if isinstance(first, CalculationUsage):
        return _of_calculation(context, first, scope, compile_)
    value = effective_value(context.model, first)
    if value is None or value.is_initial:
        raise Unsupported(found.span, f"`{found.text}`, which has no value here,")
    bound = compile_(context, value.expression, scope)
    if not has_multiplicity(context.model, first):
        return bound
    shape = shape_of(context.model, first)
    return Value(fitted(bound, shape, context), shape)


def _of_calculation(
    context: Context, calculation: CalculationUsage, scope: Scope, compile_: Compile
) -> Value:
    """The result of a calculation that is named without a call: its parameters are bound where it is declared."""
    function = behavior_names(context.model).function(calculation)
    if function is None:
        return inlined(context, calculation, (), scope, compile_)
    node = call(name(context.use(function.module, function.name, local=True)))
    return Value(node, result_shape(context.model, calculation, compile_))


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
        if any(each in _NUMBER for each in _names(context.model, feature)):
            value = chain(value, "value", Shape.ONE)
            continue
        field = context.types.field_name(feature)
        shape = shape_of(context.model, feature)
        if context.world is not None and feature.id in found.path[1:]:
            before = context.model.element(found.path[found.path.index(feature.id) - 1])
            shape = context.world.shape(before, feature)
        value = chain(value, field, shape)
    return value


def _names(model: Model, feature: Feature) -> list[str]:
    return [each.qualified_name for each in (feature, *model.redefined(feature))]


def result_parameter(model: Model, calculation: Type) -> Feature | None:
    """The return parameter of a calculation, owned or inherited."""
    for each in reversed(model.features(calculation)):
        if each.role is Role.RETURN:
            return each
    return None


def result_expression(model: Model, calculation: Type) -> Expression | None:
    """What a calculation gives: its result expression, the value of its return parameter, or those inherited."""
    stack: list[Type] = [calculation]
    seen: set[ElementId] = set()
    while stack:
        each = stack.pop(0)
        if each.id in seen:
            continue
        seen.add(each.id)
        written: Expression | None = getattr(each, "result", None)
        if written is not None:
            return written
        stack += [general for general in model.generals(each) if isinstance(general, Type)]
    result = result_parameter(model, calculation)
    value = None if result is None else effective_value(model, result)
    return None if value is None else value.expression


def inlined(
    context: Context,
    calculation: Type,
    values: Sequence[Value],
    scope: Scope,
    compile_: Compile,
) -> Value:
    """The result of a calculation in place of a call, its parameters bound to the values or to their defaults."""
    inner = scope.inside(calculation.id)
    model = context.model
    parameters = [each for each in model.features(calculation) if each.direction is Direction.IN]
    for position, parameter in enumerate(parameters):
        default = effective_value(model, parameter)
        if position < len(values):
            value = values[position]
        elif default is not None:
            value = compile_(context, default.expression, inner)
        else:
            continue
        inner = inner.bind_path((parameter.id,), value)
    result = result_expression(model, calculation)
    if result is None:
        raise Unsupported(calculation.span, f"`{calculation.name}`, which has no result,")
    return compile_(context, result, inner)


@lru_cache(maxsize=8)
def _shapes(model: Model) -> dict[ElementId, Shape]:
    """The shapes of results that had to be found out from their expressions."""
    return {}


def result_shape(model: Model, calculation: Type, compile_: Compile | None = None) -> Shape:
    """The shape of what a calculation gives: by its return parameter's multiplicity, else by its expression."""
    if isinstance(calculation, ConstraintDefinition | ConstraintUsage):
        return Shape.ONE
    found = result_parameter(model, calculation)
    expression = result_expression(model, calculation)
    if found is not None and has_multiplicity(model, found):
        return shape_of(model, found)
    if compile_ is None or expression is None or calculation.library is not None:
        return Shape.ONE
    shapes = _shapes(model)
    if calculation.id not in shapes:
        shapes[calculation.id] = Shape.ONE  # what a call of itself gives
        scope = Scope().inside(calculation.id)
        for each in model.features(calculation):
            if each.direction is not None and each.role is not Role.RETURN:
                scope = scope.bind(model, each, each.name or "value")
        try:
            value = compile_(Context(model, Names(scope.variables())), expression, scope)
            shapes[calculation.id] = value.shape
        except Unsupported:
            pass  # whoever compiles the calculation reports it
    return shapes[calculation.id]


def fitted(value: Value, shape: Shape, context: Context | None = None) -> ast.expr:
    """A value as it must be held to have a shape.

    With a context, a value too few or too many is an error when the code runs; without one, of more than one
    value the first is taken.
    """
    if shape is Shape.MANY:
        return sequence(value)
    if context is None or value.shape in (Shape.ONE, shape):
        if value.shape is Shape.MANY:
            return call("next", call("iter", value.node), none())
        return value.node
    if shape is Shape.OPTIONAL:
        return single(context, value).node
    return demanded(context, value)
