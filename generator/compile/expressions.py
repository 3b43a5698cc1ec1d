"""Expressions of the model become Python expressions with the same meaning.

Absent values are None or the empty tuple by the multiplicity of what is referred to; see `operators` for what
an operation on an absent value gives. What has no Python meaning yet is reported by name, never dropped.
Knows IR expressions and scopes; must not know templates or systems.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.compile.behavior_names import behavior_names
from generator.compile.code import (
    Compiled,
    Shape,
    Value,
    call,
    constant,
    name,
    none,
    sequence,
    tuple_of,
)
from generator.compile.context import Context, Unsupported, unsupported
from generator.compile.functions import BODY_FUNCTIONS, FUNCTIONS, Body, collected
from generator.compile.operators import BINARY, UNARY, alternative, truth
from generator.compile.references import (
    fitted,
    python_class,
    reference,
    result_shape,
    same_features,
    steps,
)
from generator.compile.scope import Scope, shape_of
from generator.diagnostics import Diagnostic
from generator.emit.names import Names, snake
from generator.ir import (
    Argument,
    BodyExpression,
    CollectExpression,
    ConstructorExpression,
    Direction,
    Element,
    ElementId,
    Expression,
    Feature,
    FeatureChainExpression,
    FeatureReferenceExpression,
    InvocationExpression,
    Library,
    LiteralBoolean,
    LiteralInfinity,
    LiteralInteger,
    LiteralRational,
    LiteralString,
    Model,
    NullExpression,
    OperatorExpression,
    SelectExpression,
    Type,
    TypeReference,
)
from generator.source import Span

__all__ = ["compile_expression"]

_DEEPEST = 60


def compile_expression(
    model: Model, expression: Expression, scope: Scope
) -> tuple[Compiled | None, tuple[Diagnostic, ...]]:
    """A Python expression with the meaning of a model expression, or why there is none.

    The free variables of the result are those the scope binds; `unsupported-expression` names a construct
    that is not compiled. KerML 1.0, clause 8.4.4.9.
    """
    context = Context(model, Names(scope.variables()), scope.world)
    try:
        value = _compile(context, expression, scope)
    except Unsupported as fault:
        return None, (unsupported(fault),)
    return Compiled(value.node, value.shape, tuple(sorted(context.imports))), ()


def _compile(context: Context, expression: Expression, scope: Scope) -> Value:
    context.depth += 1
    if context.depth > _DEEPEST:
        raise Unsupported(expression.span, "an expression nested this deeply, or bound to itself,")
    try:
        return _dispatch(context, expression, scope)
    finally:
        context.depth -= 1


def _dispatch(context: Context, expression: Expression, scope: Scope) -> Value:
    match expression:
        case LiteralBoolean() | LiteralInteger() | LiteralString():
            return Value(constant(expression.value))
        case LiteralRational():
            return Value(constant(expression.value))
        case LiteralInfinity():
            return Value(name(context.use("math", "inf")))
        case NullExpression():
            return Value(none(), Shape.NULL)
        case FeatureReferenceExpression():
            return reference(context, expression.reference, scope, _compile)
        case FeatureChainExpression():
            source = _compile(context, expression.source, scope)
            value = steps(context, source, expression.reference.path, expression.reference)
            if scope.world is None:
                return value
            return scope.world.read(context.model.element(expression.reference.path[-1]), value)
        case OperatorExpression():
            return _operator(context, expression, scope)
        case InvocationExpression():
            return _invocation(context, expression, scope)
        case ConstructorExpression():
            return _constructor(context, expression, scope)
        case CollectExpression():
            source = _compile(context, expression.source, scope)
            return collected(context, source, _body(context, expression.body, scope))
        case SelectExpression():
            source = _compile(context, expression.source, scope)
            found = BODY_FUNCTIONS["select"](
                context, source, _body(context, expression.body, scope)
            )
            assert found is not None  # noqa: S101 - select is total
            return found
        case BodyExpression():
            raise Unsupported(expression.span, "an expression body outside a function")
        case _:
            raise Unsupported(expression.span, f"a {type(expression).__name__}")


# -- operators ------------------------------------------------------------------------------------


def _operator(context: Context, expression: OperatorExpression, scope: Scope) -> Value:
    operator, operands = expression.operator, expression.operands
    if operator == "if" and len(operands) == 3:
        test = truth(_compile(context, operands[0], scope))
        then = _compile(context, operands[1], scope)
        return alternative(context, test, then, _compile(context, operands[2], scope))
    if operator in ("istype", "hastype", "as", "@") and len(operands) == 2:
        return _classification(context, operator, operands, scope, expression.span)
    if operator == "all" and isinstance(operands[-1], TypeReference):
        return _extent(operands[-1], scope)
    if operator == ",":
        values = [_compile(context, each, scope) for each in _flat(operands)]
        return _sequence(values)
    if operator == "#" and len(operands) == 2:
        values = [_compile(context, each, scope) for each in operands]
        return _apply(context, "#", values, expression.span)
    if len(operands) == 1 and operator in UNARY:
        return UNARY[operator](context, _compile(context, operands[0], scope))
    if len(operands) == 2 and operator in BINARY:
        left = _compile(context, operands[0], scope)
        return BINARY[operator](context, left, _compile(context, operands[1], scope))
    shown = "a quantity with a unit" if operator == "[" else f"the operator `{operator}`"
    raise Unsupported(expression.span, shown)


def _extent(operand: TypeReference, scope: Scope) -> Value:
    """`all T`: the instances that exist, where the scope says what holds them."""
    found = scope.bindings.get(operand.reference.path[-1:])
    if found is None:
        raise Unsupported(operand.span, f"`all {operand.reference.text}` here")
    return found


def _flat(operands: Sequence[Expression]) -> list[Expression]:
    found: list[Expression] = []
    for each in operands:
        nested = isinstance(each, OperatorExpression) and each.operator == ","
        found += _flat(each.operands) if nested and isinstance(each, OperatorExpression) else [each]
    return found


def _sequence(values: Sequence[Value]) -> Value:
    nodes: list[ast.expr] = []
    for value in values:
        if value.shape is Shape.ONE:
            nodes.append(value.node)
        elif value.shape is not Shape.NULL:
            nodes.append(ast.Starred(value=sequence(value), ctx=ast.Load()))
    return Value(tuple_of(nodes), Shape.MANY)


def _classification(
    context: Context, operator: str, operands: Sequence[Expression], scope: Scope, span: Span
) -> Value:
    target = operands[1]
    type_ = context.model.target(target.reference) if isinstance(target, TypeReference) else None
    class_ = None if type_ is None else python_class(context, type_)
    if class_ is None:
        raise Unsupported(span, f"the operator `{operator}` with this type")
    value = _compile(context, operands[0], scope)
    if operator == "as":
        test = call("isinstance", name("each"), class_)
        node = ast.GeneratorExp(
            elt=name("each"),
            generators=[
                ast.comprehension(
                    target=ast.Name(id="each", ctx=ast.Store()),
                    iter=sequence(value),
                    ifs=[test],
                    is_async=0,
                )
            ],
        )
        if value.shape is Shape.MANY:
            return Value(call("tuple", node), Shape.MANY)
        return Value(call("next", node, none()), Shape.OPTIONAL)
    if value.shape is Shape.MANY:
        raise Unsupported(span, f"the operator `{operator}` on a sequence")
    if operator == "hastype":
        classes = class_ if isinstance(class_, ast.Tuple) else tuple_of((class_,))
        exact = ast.Compare(left=call("type", value.node), ops=[ast.In()], comparators=[classes])
        return Value(exact)
    return Value(call("isinstance", value.node, class_))


# -- invocations ----------------------------------------------------------------------------------


def _invocation(context: Context, expression: InvocationExpression, scope: Scope) -> Value:
    target = context.model.target(expression.function)
    if scope.world is not None and target is not None and target.library is not Library.STANDARD:
        return _program_call(context, target, expression, scope)
    if target is not None and target.library is None:
        return _user_call(context, target, expression, scope)
    function = expression.function.text.rpartition("::")[2].strip("'")
    if target is not None and target.name is not None:
        function = target.name
    arguments = expression.arguments
    if len(arguments) == 2 and function in BODY_FUNCTIONS:
        source = _compile(context, arguments[0].value, scope)
        found = BODY_FUNCTIONS[function](context, source, _body(context, arguments[1].value, scope))
        if found is not None:
            return found
        raise Unsupported(expression.span, f"this use of `{function}`")
    values = [_compile(context, each.value, scope) for each in arguments]
    if function in BINARY and len(values) == 2:
        return BINARY[function](context, *values)
    if function == "if" and len(values) == 3:
        return alternative(context, truth(values[0]), values[1], values[2])
    return _apply(context, function, values, expression.span)


def _apply(context: Context, function: str, values: Sequence[Value], span: Span) -> Value:
    found = FUNCTIONS.get(function)
    if found is None:
        raise Unsupported(span, f"the function `{function}`")
    counts, build = found
    value = build(context, values) if len(values) in counts else None
    if value is None:
        raise Unsupported(span, f"this use of `{function}`")
    return value


def _body(context: Context, body: Expression, scope: Scope) -> Body:
    """The body of a `->` function; a function that is only named (`->reduce '+'`) gets variables of its own."""
    if isinstance(body, FeatureReferenceExpression):
        operator = body.reference.text.rpartition("::")[2].strip("'")
        if operator in BINARY or operator in ("min", "max"):
            first, second = context.names.unique("left"), context.names.unique("right")
            left, right = Value(name(first)), Value(name(second))
            if operator in BINARY:
                return Body((first, second), BINARY[operator](context, left, right))
            return Body((first, second), _apply(context, operator, (left, right), body.span))
    if not isinstance(body, BodyExpression) or body.result is None:
        raise Unsupported(body.span, "a function value that is not written as a body")
    variables = []
    inner = scope
    for at in body.parameters:
        parameter = context.model.element(at)
        if not isinstance(parameter, Feature):
            raise Unsupported(body.span, "this kind of parameter")
        variables.append(context.names.unique(snake(parameter.name or "each")))
        inner = inner.bind(context.model, parameter, variables[-1], Shape.ONE)
    if not variables:
        raise Unsupported(body.span, "a body without a parameter")
    return Body(tuple(variables), _compile(context, body.result, inner))


def _user_call(
    context: Context, target: Element, expression: InvocationExpression, scope: Scope
) -> Value:
    function = behavior_names(context.model).function(target)
    if function is None or not isinstance(target, Type):
        raise Unsupported(expression.span, f"a call of `{expression.function.text}`")
    parameters = [each for each in context.model.features(target) if each.direction is Direction.IN]
    names = behavior_names(context.model).parameters(target)
    keywords = _matched(context, expression.arguments, parameters, names, scope, expression.span)
    node = name(context.use(function.module, function.name, local=True))
    return Value(call(node, **keywords), result_shape(context.model, target))


def _program_call(
    context: Context, target: Element, expression: InvocationExpression, scope: Scope
) -> Value:
    world, function = scope.world, expression.function
    receiver = None
    if len(function.path) > 1:
        receiver = reference(context, replace(function, path=function.path[:-1]), scope, _compile)
    callee = None if world is None else world.callee(context, function, receiver, scope)
    if callee is None or not isinstance(target, Type):
        raise Unsupported(expression.span, f"a call of `{function.text}`")
    parameters = [each for each in context.model.features(target) if each.id in callee.names]
    keywords = _matched(
        context, expression.arguments, parameters, callee.names, scope, expression.span
    )
    return callee.call(keywords)


def _constructor(context: Context, expression: ConstructorExpression, scope: Scope) -> Value:
    type_ = context.model.target(expression.type)
    class_ = None if type_ is None else python_class(context, type_)
    if type_ is None or not isinstance(class_, ast.Name) or not isinstance(type_, Type):
        raise Unsupported(expression.span, f"a new `{expression.type.text}`")
    features = list(context.model.features(type_))
    fields = context.types.members(type_)
    keywords = _matched(context, expression.arguments, features, fields, scope, expression.span)
    return Value(call(class_, **keywords))


def _matched(
    context: Context,
    arguments: Sequence[Argument],
    parameters: Sequence[Feature],
    names: Mapping[ElementId, str],
    scope: Scope,
    span: Span,
) -> dict[str, ast.expr]:
    """Arguments by the Python name of their parameter, in the shape the parameter has."""
    found: dict[str, ast.expr] = {}
    for position, argument in enumerate(arguments):
        parameter = _parameter(context.model, argument, position, parameters)
        if parameter is None or parameter.id not in names:
            raise Unsupported(span, "an argument without a parameter")
        value = _compile(context, argument.value, scope)
        found[names[parameter.id]] = fitted(value, shape_of(context.model, parameter))
    return found


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
