"""Calls in expressions: of library functions, of the user's calculations, of values that are functions; and `new`.

Knows how arguments meet parameters. Must not know operators, nor what the library's functions do.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.compile.behavior_names import behavior_names
from generator.compile.body_functions import Body, lambda_of
from generator.compile.code import Shape, Value, attribute, call, constant, name
from generator.compile.context import Context, Unsupported
from generator.compile.functions import body_function, library_function, operator_of
from generator.compile.operators import lifted
from generator.compile.quantity_functions import quantity_function
from generator.compile.references import (
    Compile,
    fitted,
    inlined,
    python_class,
    reference,
    result_expression,
    result_shape,
    same_features,
)
from generator.compile.scope import Scope, shape_of
from generator.compile.units import unit_text
from generator.emit.names import snake
from generator.ir import (
    Argument,
    BodyExpression,
    CalculationUsage,
    ConstructorExpression,
    Direction,
    Element,
    ElementId,
    Expression,
    ExpressionFeature,
    Feature,
    FeatureReferenceExpression,
    InvocationExpression,
    Library,
    Model,
    Reference,
    Type,
)

__all__ = ["body_of", "constructor", "invocation"]


def invocation(
    context: Context, expression: InvocationExpression, scope: Scope, compile_: Compile
) -> Value:
    """A call of whatever the name leads to."""
    target = context.model.target(expression.function)
    if target is None:
        raise Unsupported(expression.span, f"the unresolved function `{expression.function.text}`")
    if target.library is not None:
        found = _library_call(context, target, expression, scope, compile_)
        if found is not None:
            return found
    if scope.world is not None and target.library is not Library.STANDARD:
        return _program_call(context, target, expression, scope, compile_)
    return _user_call(context, target, expression, scope, compile_)


# -- functions of the libraries -------------------------------------------------------------------


def _library_call(
    context: Context,
    target: Element,
    expression: InvocationExpression,
    scope: Scope,
    compile_: Compile,
) -> Value | None:
    """The call of a function of the library; None for a function of the domain library that is not known."""
    function = target.qualified_name
    arguments = _in_order(context.model, target, expression.arguments)
    with_body = body_function(function)
    if with_body is not None and len(arguments) == 2:
        source = compile_(context, arguments[0], scope)
        found = with_body(context, source, body_of(context, arguments[1], scope, compile_))
        if found is None:
            raise Unsupported(expression.span, f"this use of `{target.name}`")
        return found
    if function == _CONVERSION and len(arguments) == 2:
        return _conversion(context, arguments, scope, compile_)
    entry = quantity_function(context, function, arguments) or library_function(function)
    if entry is not None:
        counts, build = entry
        values = [compile_(context, each, scope) for each in arguments]
        value = build(context, values) if len(values) in counts else None
        if value is None:
            raise Unsupported(expression.span, f"this use of `{target.name}`")
        return value
    if isinstance(target, Type) and result_expression(context.model, target) is not None:
        values = [compile_(context, each, scope) for each in arguments]
        return inlined(context, target, values, scope, compile_)
    if target.library is Library.DOMAIN:
        return None
    raise Unsupported(expression.span, f"the function `{function.replace(chr(39), '')}`")


_CONVERSION = "QuantityCalculations::ConvertQuantity"


def _conversion(
    context: Context, arguments: Sequence[Expression], scope: Scope, compile_: Compile
) -> Value:
    """A quantity in another unit."""
    source = compile_(context, arguments[0], scope)
    unit = constant(unit_text(context, arguments[1]))
    return lifted(context, [source], lambda nodes: Value(call(attribute(nodes[0], "to"), unit)))


def _in_order(model: Model, target: Element, arguments: Sequence[Argument]) -> list[Expression]:
    """The arguments in the order of the parameters, whether they are named or not."""
    if all(each.name is None for each in arguments) or not isinstance(target, Type):
        return [each.value for each in arguments]
    parameters = _inputs(model, target)
    placed = {
        parameters.index(parameter): argument.value
        for position, argument in enumerate(arguments)
        for parameter in [_parameter(model, argument, position, parameters)]
        if parameter is not None
    }
    return [placed[at] for at in sorted(placed)]


def _inputs(model: Model, behavior: Type) -> list[Feature]:
    return [each for each in model.features(behavior) if each.direction is Direction.IN]


# -- bodies ---------------------------------------------------------------------------------------


def body_of(context: Context, body: Expression, scope: Scope, compile_: Compile) -> Body:
    """What a function is given to apply: a body, or the name of a function (`->reduce '+'`)."""
    if isinstance(body, BodyExpression) and body.result is not None:
        variables, inner = _parameters(context, body, scope)
        if not variables:
            raise Unsupported(body.span, "a body without a parameter")
        return Body(variables, compile_(context, body.result, inner))
    if isinstance(body, FeatureReferenceExpression):
        return _named_body(context, body, scope, compile_)
    raise Unsupported(body.span, "a function value that is not written as a body")


def _parameters(
    context: Context, body: BodyExpression, scope: Scope
) -> tuple[tuple[str, ...], Scope]:
    variables = []
    for at in body.parameters:
        parameter = context.model.element(at)
        if not isinstance(parameter, Feature):
            raise Unsupported(body.span, "this kind of parameter")
        variables.append(context.names.unique(snake(parameter.name or "each")))
        scope = scope.bind(context.model, parameter, variables[-1], Shape.ONE)
    return tuple(variables), scope


def _named_body(
    context: Context, body: FeatureReferenceExpression, scope: Scope, compile_: Compile
) -> Body:
    target = context.model.target(body.reference)
    if target is None or not isinstance(target, Type):
        raise Unsupported(body.span, f"the unresolved function `{body.reference.text}`")
    count = max(1, len(_inputs(context.model, target)))
    if operator_of(target.qualified_name) is not None:
        count = 2
    wanted = ("left", "right") if count == 2 else ("each", *["other"] * (count - 1))
    variables = tuple(context.names.unique(each) for each in wanted)
    values = [Value(name(each)) for each in variables]
    entry = library_function(target.qualified_name) if target.library is not None else None
    if entry is not None:
        result = entry[1](context, values)
    else:
        result = _called(context, target, values, scope, compile_)
    if result is None:
        raise Unsupported(body.span, f"`{body.reference.text}` as a function value")
    return Body(variables, result)


def _called(
    context: Context, target: Type, values: Sequence[Value], scope: Scope, compile_: Compile
) -> Value | None:
    """A call of a calculation of the user's with values for its parameters, in order."""
    bound = scope.bindings.get((target.id,))
    if bound is not None:
        return Value(call(bound.node, *(each.node for each in values)), bound.shape)
    parameters = _inputs(context.model, target)
    if scope.world is not None:
        callee = scope.world.callee(context, _path_to(target), None, scope)
        names: Mapping[ElementId, str] = {} if callee is None else callee.names
        keywords = _keywords(context, parameters, values, names)
        return None if callee is None else callee.call(keywords)
    function = behavior_names(context.model).function(target)
    if function is None:
        return inlined(context, target, values, scope, compile_)
    names = behavior_names(context.model).parameters(target)
    node = name(context.use(function.module, function.name, local=True))
    keywords = _keywords(context, parameters, values, names)
    return Value(call(node, **keywords), result_shape(context.model, target, compile_))


def _keywords(
    context: Context,
    parameters: Sequence[Feature],
    values: Sequence[Value],
    names: Mapping[ElementId, str],
) -> dict[str, ast.expr]:
    return {
        names[parameter.id]: fitted(value, shape_of(context.model, parameter), context)
        for parameter, value in zip(parameters, values, strict=False)
        if parameter.id in names
    }


# -- calculations of the user's -------------------------------------------------------------------


def _user_call(
    context: Context,
    target: Element,
    expression: InvocationExpression,
    scope: Scope,
    compile_: Compile,
) -> Value:
    bound = scope.bindings.get((target.id,))
    if bound is not None and isinstance(target, Feature):
        values = [compile_(context, each.value, scope) for each in expression.arguments]
        given = call(bound.node, *(each.node for each in values))
        return Value(given, result_shape(context.model, target, compile_))
    if not isinstance(target, Type):
        raise Unsupported(expression.span, f"a call of `{expression.function.text}`")
    function = behavior_names(context.model).function(target)
    if function is None:
        if result_expression(context.model, target) is None:
            raise Unsupported(expression.span, f"a call of `{expression.function.text}`")
        arguments = _in_order(context.model, target, expression.arguments)
        values = [compile_(context, each, scope) for each in arguments]
        return inlined(context, target, values, scope, compile_)
    names = behavior_names(context.model).parameters(target)
    parameters = _inputs(context.model, target)
    keywords = _matched(context, expression.arguments, parameters, names, scope, compile_)
    node = name(context.use(function.module, function.name, local=True))
    return Value(call(node, **keywords), result_shape(context.model, target, compile_))


def _program_call(
    context: Context,
    target: Element,
    expression: InvocationExpression,
    scope: Scope,
    compile_: Compile,
) -> Value:
    world, function = scope.world, expression.function
    receiver = None
    if len(function.path) > 1:
        receiver = reference(context, replace(function, path=function.path[:-1]), scope, compile_)
    callee = None if world is None else world.callee(context, function, receiver, scope)
    if callee is None or not isinstance(target, Type):
        raise Unsupported(expression.span, f"a call of `{function.text}`")
    parameters = [each for each in context.model.features(target) if each.id in callee.names]
    keywords = _matched(context, expression.arguments, parameters, callee.names, scope, compile_)
    return callee.call(keywords)


def constructor(
    context: Context, expression: ConstructorExpression, scope: Scope, compile_: Compile
) -> Value:
    """`new T(…)`: arguments meet the features of the type."""
    type_ = context.model.target(expression.type)
    class_ = None if type_ is None else python_class(context, type_)
    if type_ is None or not isinstance(class_, ast.Name) or not isinstance(type_, Type):
        raise Unsupported(expression.span, f"a new `{expression.type.text}`")
    features = list(context.model.features(type_))
    fields = context.types.members(type_)
    keywords = _matched(context, expression.arguments, features, fields, scope, compile_)
    return Value(call(class_, **keywords))


def _matched(
    context: Context,
    arguments: Sequence[Argument],
    parameters: Sequence[Feature],
    names: Mapping[ElementId, str],
    scope: Scope,
    compile_: Compile,
) -> dict[str, ast.expr]:
    """Arguments by the Python name of their parameter, in the shape the parameter has."""
    found: dict[str, ast.expr] = {}
    for position, argument in enumerate(arguments):
        parameter = _parameter(context.model, argument, position, parameters)
        if parameter is None or parameter.id not in names:
            raise Unsupported(argument.value.span, "an argument without a parameter")
        if isinstance(parameter, CalculationUsage | ExpressionFeature):
            function = _function_value(context, argument.value, scope, compile_)
            if scope.world is not None:
                function = _by_keyword(context, parameter, function)
            found[names[parameter.id]] = function
            continue
        value = compile_(context, argument.value, scope)
        found[names[parameter.id]] = fitted(value, shape_of(context.model, parameter), context)
    return found


def _function_value(
    context: Context, value: Expression, scope: Scope, compile_: Compile
) -> ast.expr:
    """An argument that is a function: a parameter that holds one, or a lambda."""
    if isinstance(value, FeatureReferenceExpression):
        bound = scope.bindings.get(value.reference.path)
        if bound is not None:
            return bound.node
    body = body_of(context, value, scope, compile_)
    return lambda_of(body.variables, body.result.node)


def _by_keyword(context: Context, parameter: Type, function: ast.expr) -> ast.expr:
    """A function that takes what the parameter says by name, as calculations of a program are called."""
    inputs = tuple(context.types.field_name(each) for each in _inputs(context.model, parameter))
    if not isinstance(function, ast.Lambda) or not inputs:
        return function
    return lambda_of(inputs, call(function, *(name(each) for each in inputs)))


def _parameter(
    model: Model, argument: Argument, position: int, parameters: Sequence[Feature]
) -> Feature | None:
    if argument.parameter is not None:
        for each in parameters:
            if argument.parameter in same_features(model, each):
                return each
    if argument.name is not None:
        return next((each for each in parameters if each.name == argument.name), None)
    return parameters[position] if position < len(parameters) else None


def _path_to(target: Type) -> Reference:
    """A reference to a calculation, as if its name had been written."""
    return Reference((target.id,), target.name or "", target.span)
