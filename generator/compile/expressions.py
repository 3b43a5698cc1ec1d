"""Expressions of the model become Python expressions with the same meaning.

Absent values are None or the empty tuple by the multiplicity of what is referred to; see `operators` for what
an operation on an absent value gives. What has no Python meaning yet is reported by name, never dropped.
Knows IR expressions and scopes; must not know templates or systems.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from generator.compile.body_functions import collected, selected
from generator.compile.classification import cast, classified
from generator.compile.code import (
    Compiled,
    Shape,
    Value,
    constant,
    name,
    none,
    sequence,
    tuple_of,
)
from generator.compile.context import Context, Unsupported, unsupported
from generator.compile.functions import library_function
from generator.compile.invocations import body_of, constructor, invocation
from generator.compile.operators import BINARY, UNARY, alternative, chain, truth
from generator.compile.quantity_functions import loses_its_unit
from generator.compile.references import fitted, reference, result_shape, steps
from generator.compile.scope import Scope
from generator.compile.units import measured
from generator.diagnostics import Diagnostic
from generator.emit.names import Names
from generator.ir import (
    BodyExpression,
    CollectExpression,
    ConstructorExpression,
    EnumerationDefinition,
    EnumerationUsage,
    Expression,
    Feature,
    FeatureChainExpression,
    FeatureReferenceExpression,
    InvocationExpression,
    LiteralBoolean,
    LiteralInfinity,
    LiteralInteger,
    LiteralRational,
    LiteralString,
    MetadataAccessExpression,
    Model,
    NullExpression,
    OperatorExpression,
    Role,
    SelectExpression,
    Type,
    TypeReference,
    effective_value,
)
from generator.ir import constant as folded

__all__ = ["calculation_shape", "compile_condition", "compile_expression"]

_DEEPEST = 60


def compile_expression(
    model: Model, expression: Expression, scope: Scope, shape: Shape | None = None
) -> tuple[Compiled | None, tuple[Diagnostic, ...]]:
    """A Python expression with the meaning of a model expression, or why there is none.

    The free variables of the result are those the scope binds; `unsupported-expression` names a construct
    that is not compiled. With a shape the value is held as that shape says: too many or too few are an error
    when the code runs. KerML 1.0, clause 8.4.4.9.
    """
    context = Context(model, Names(scope.variables()), scope.world)
    try:
        value = _compile(context, expression, scope)
    except Unsupported as fault:
        return None, (unsupported(fault),)
    if shape is not None:
        value = Value(fitted(value, shape, context), shape)
    return _finished(context, value), ()


def compile_condition(
    model: Model, expression: Expression, scope: Scope
) -> tuple[Compiled | None, tuple[Diagnostic, ...]]:
    """As `compile_expression`, as a plain Python bool: what is absent does not hold."""
    context = Context(model, Names(scope.variables()), scope.world)
    try:
        node = truth(_compile(context, expression, scope), context)
    except Unsupported as fault:
        return None, (unsupported(fault),)
    return _finished(context, Value(node)), ()


def _finished(context: Context, value: Value) -> Compiled:
    """The expression with the imports it really needs."""
    used = {each.id for each in ast.walk(value.node) if isinstance(each, ast.Name)}
    imports = sorted(each for each in context.imports if each.bound in used)
    return Compiled(value.node, value.shape, tuple(imports))


def calculation_shape(model: Model, calculation: Type) -> Shape:
    """The shape of what a calculation gives, from its return parameter or else from its expression."""
    return result_shape(model, calculation, _compile)


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
            return invocation(context, expression, scope, _compile)
        case ConstructorExpression():
            return constructor(context, expression, scope, _compile)
        case CollectExpression():
            source = _compile(context, expression.source, scope)
            return collected(context, source, body_of(context, expression.body, scope, _compile))
        case SelectExpression():
            source = _compile(context, expression.source, scope)
            return selected(context, source, body_of(context, expression.body, scope, _compile))
        case BodyExpression():
            raise Unsupported(expression.span, "an expression body outside a function")
        case MetadataAccessExpression():
            shown = f"`{expression.reference.text}.metadata`"
            raise Unsupported(expression.span, shown)
        case _:
            raise Unsupported(expression.span, f"a {type(expression).__name__}")


# -- operators ------------------------------------------------------------------------------------

_CLASSIFYING = ("istype", "hastype", "as", "@")


def _operator(context: Context, expression: OperatorExpression, scope: Scope) -> Value:
    operator, operands = expression.operator, expression.operands
    if operator == "if" and len(operands) == 3:
        test = truth(_compile(context, operands[0], scope), context)
        then = _compile(context, operands[1], scope)
        return alternative(context, test, then, _compile(context, operands[2], scope))
    if operator in _CLASSIFYING and isinstance(operands[-1], TypeReference):
        return _classification(context, operator, expression, scope)
    if operator == "all" and isinstance(operands[-1], TypeReference):
        return _extent(operands[-1], scope)
    if operator == ",":
        return _sequence([_compile(context, each, scope) for each in _flat(operands)])
    if operator == "#" and len(operands) == 2:
        return _indexed(context, operands, scope)
    if operator == "[" and len(operands) == 2:
        return measured(context, _compile(context, operands[0], scope), operands[1])
    if len(operands) == 1:
        return _unary(context, expression, scope)
    if len(operands) == 2 and operator in BINARY:
        return _binary(context, expression, scope)
    raise Unsupported(expression.span, f"the operator `{operator}`")


def _unary(context: Context, expression: OperatorExpression, scope: Scope) -> Value:
    operator, (operand,) = expression.operator, expression.operands
    if operator == "~" and _is(context, operand, "Boolean"):
        operator = "not"
    if operator not in UNARY:
        raise Unsupported(expression.span, f"the operator `{operator}`")
    return UNARY[operator](context, _compile(context, operand, scope))


def _binary(context: Context, expression: OperatorExpression, scope: Scope) -> Value:
    operator, (first, second) = expression.operator, expression.operands
    if operator in _EQUALITY and _are_apart(context, first, second):
        return Value(constant(operator not in ("==", "===")))
    if scope.world is None and _takes_scalars(context, operator, first, second):
        left, right = (_scalar(context, operator, each, scope) for each in (first, second))
    else:
        left, right = _compile(context, first, scope), _compile(context, second, scope)
    found = BINARY[operator](context, left, right)
    if operator in _SCALING and loses_its_unit(context, expression, expression.operands):
        return chain(found, "number", Shape.ONE)
    return found


_SCALING = ("*", "/", "**", "^")
_ON_SCALARS = ("+", "-", "*", "/", "%", "**", "^", "<", ">", "<=", ">=")
_EQUALITY = ("==", "!=", "===", "!==")


def _takes_scalars(context: Context, operator: str, first: Expression, second: Expression) -> bool:
    """Whether an enumeration literal among the operands stands for the value it is bound to."""
    if operator not in _EQUALITY:
        return operator in _ON_SCALARS
    kinds = [_enumeration(context, each) is not None for each in (first, second)]
    return kinds[0] is not kinds[1] and all(
        context.model.inference.of(each).types for each in (first, second)
    )


def _enumeration(context: Context, expression: Expression) -> Type | None:
    types = context.model.inference.of(expression).types
    return next((each for each in types if isinstance(each, EnumerationDefinition)), None)


def _scalar(context: Context, operator: str, expression: Expression, scope: Scope) -> Value:
    """An operand as a scalar: packages hold literals by their names, and know the values of those written out."""
    enumeration = _enumeration(context, expression)
    if enumeration is None:
        return _compile(context, expression, scope)
    if isinstance(expression, FeatureReferenceExpression):
        literal = context.model.target(expression.reference)
        value = effective_value(context.model, literal) if isinstance(literal, Feature) else None
        found = None if value is None else folded(context.model, value.expression)
        is_literal = isinstance(literal, EnumerationUsage) and literal.role is Role.VARIANT
        if is_literal and isinstance(found, bool | int | float | str):
            return Value(constant(found))
    shown = f"`{operator}` on values of the enumeration `{enumeration.name}`"
    raise Unsupported(expression.span, shown)


def _is(context: Context, expression: Expression, scalar: str) -> bool | None:
    """Whether a value is known to be of a scalar type, or known not to be."""
    inference = context.model.inference
    return inference.scalars.conforms(inference.of(expression), scalar)


def _are_apart(context: Context, first: Expression, second: Expression) -> bool:
    """Whether one is a Boolean and the other a number: never equal, though Python's may be."""
    return any(
        _is(context, one, "Boolean") is True and _is(context, other, "NumericalValue") is True
        for one, other in ((first, second), (second, first))
    )


def _indexed(context: Context, operands: Sequence[Expression], scope: Scope) -> Value:
    source, index = (_compile(context, each, scope) for each in operands)
    if index.shape is Shape.MANY:
        raise Unsupported(operands[1].span, "an index of several positions")
    types = context.model.inference.of(operands[0]).types
    if any(context.model.specializes(each, "Collections::Collection") for each in types):
        source = chain(source, "elements", Shape.MANY)
    entry = library_function("SequenceFunctions::#")
    found = None if entry is None else entry[1](context, (source, index))
    assert found is not None  # noqa: S101 - the table has it
    return found


def _extent(operand: TypeReference, scope: Scope) -> Value:
    """`all T`: the instances that exist, where the scope says what holds them."""
    found = scope.bindings.get(operand.reference.path[-1:])
    if found is None:
        said = f"`all {operand.reference.text}` here, which generated workflows read from their database,"
        raise Unsupported(operand.span, said)
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
    context: Context, operator: str, expression: OperatorExpression, scope: Scope
) -> Value:
    *operands, target = expression.operands
    type_ = context.model.target(target.reference) if isinstance(target, TypeReference) else None
    if operands:
        value = _compile(context, operands[0], scope)
    elif scope.owners:
        value = Value(scope.owners[-1][1])
    else:
        raise Unsupported(expression.span, f"the operator `{operator}` without an operand here")
    found = None
    if type_ is not None and operator == "as":
        found = cast(context, value, type_)
    elif type_ is not None:
        found = classified(context, value, type_, exact=operator == "hastype")
    if found is None:
        raise Unsupported(expression.span, f"the operator `{operator}` with this type")
    return found
