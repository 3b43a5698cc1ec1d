"""Printing of expressions: parentheses only where precedence needs them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from generator.syntax import ast
from generator.syntax.ast import Expression, Node
from generator.syntax.build.expressions import PRECEDENCE
from generator.syntax.printer.paper import (
    Mark,
    Piece,
    name_text,
    reference_text,
    string_text,
)

__all__ = ["FLAT", "PRIMARY", "expression", "level_of"]

_CONDITIONAL = -1
FLAT = 0
"""The level of an expression that is not a bare `if`."""
_UNARY = 90
PRIMARY = 100
"""The level of what `.`, `[` and `->` can follow."""
_POWER = PRECEDENCE["**"]


def level_of(node: Expression) -> int:
    """How tightly an expression holds together when it is printed without parentheses."""
    if not isinstance(node, ast.OperatorExpression):
        return PRIMARY
    if node.operator == "if":
        return _CONDITIONAL
    if node.operator in (",", "[", "#"):
        return PRIMARY
    if len(node.operands) == 2:
        return PRECEDENCE[node.operator]
    return _UNARY


def _operand(node: Expression, least: int) -> list[Piece]:
    return [node] if level_of(node) >= least else ["(", node, ")"]


def _operator(node: ast.OperatorExpression) -> list[Piece]:
    operator, operands = node.operator, node.operands
    if operator == "if":
        return ["if ", *_operand(operands[0], FLAT), " ? ", operands[1], " else ", operands[2]]
    if operator == ",":
        return ["(", *_separated(operands), ")"]
    if operator == "[":
        inner = operands[1]
        return [*_operand(operands[0], PRIMARY), " [", *_inside(inner), "]"]
    if operator == "#":
        return [*_operand(operands[0], PRIMARY), "#(", operands[1], ")"]
    space = " " if operator[-1].isalpha() else ""
    if len(operands) == 1:
        return [operator, space, *_operand(operands[0], _UNARY)]
    level = PRECEDENCE[operator]
    left = level + 1 if level == _POWER else level
    right = level if level == _POWER else level + 1
    return [*_left(node, left), f" {operator} ", *_operand(operands[1], right)]


def _inside(node: Expression) -> list[Piece]:
    """A sequence inside brackets needs no parentheses of its own."""
    if isinstance(node, ast.OperatorExpression) and node.operator == ",":
        return _separated(node.operands)
    return [node]


def _left(node: ast.OperatorExpression, least: int) -> list[Piece]:
    operand = node.operands[0]
    if node.operator in ("@@", "meta") and isinstance(operand, ast.MetadataAccessExpression):
        return [reference_text(operand.reference)]
    return _operand(operand, least)


def _separated(nodes: tuple[Node, ...]) -> list[Piece]:
    pieces: list[Piece] = []
    for node in nodes:
        pieces += [", ", node] if pieces else [node]
    return pieces


def _argument(node: ast.Argument) -> list[Piece]:
    return [f"{reference_text(node.name)} = " if node.name else "", node.value]


def _invocation(node: ast.InvocationExpression) -> list[Piece]:
    function = reference_text(node.function)
    if not node.is_arrow:
        return [function, "(", *_separated(node.arguments), ")"]
    source, *rest = node.arguments
    before = [*_operand(source.value, PRIMARY), "->", function]
    value = rest[0].value if rest else None
    if isinstance(value, ast.BodyExpression) and len(rest) == 1 and rest[0].name is None:
        return [*before, " ", value]
    if isinstance(value, ast.FunctionReferenceExpression):
        return [*before, " ", reference_text(value.reference)]
    return [*before, "(", *_separated(tuple(rest)), ")"]


def _chain(node: ast.FeatureChainExpression) -> list[Piece]:
    source: list[Piece] = [node.source]
    if isinstance(node.source, ast.FeatureReferenceExpression) or level_of(node.source) < PRIMARY:
        source = ["(", node.source, ")"]
    return [*source, ".", reference_text(node.target)]


def _body(node: ast.BodyExpression) -> list[Piece]:
    if not node.members:
        return ["{}"]
    pieces: list[Piece] = ["{", Mark.IN]
    for each in node.members:
        pieces += [Mark.LINE, each]
    return [*pieces, Mark.OUT, Mark.LINE, "}"]


def _over_body(sign: str, node: ast.CollectExpression | ast.SelectExpression) -> list[Piece]:
    return [*_operand(node.source, PRIMARY), sign, node.body]


_PRINTERS: dict[type[Node], Callable[..., list[Piece]]] = {
    ast.LiteralBoolean: lambda node: ["true" if node.value else "false"],
    ast.LiteralInteger: lambda node: [str(node.value)],
    ast.LiteralRational: lambda node: [node.text],
    ast.LiteralString: lambda node: [string_text(node.value)],
    ast.LiteralInfinity: lambda node: ["*"],
    ast.NullExpression: lambda node: ["null"],
    ast.MalformedExpression: lambda node: [name_text(None)],
    ast.FeatureReferenceExpression: lambda node: [reference_text(node.reference)],
    ast.FunctionReferenceExpression: lambda node: [reference_text(node.reference)],
    ast.TypeReference: lambda node: [reference_text(node.reference)],
    ast.MetadataAccessExpression: lambda node: [reference_text(node.reference), ".metadata"],
    ast.TriggerInvocationExpression: lambda node: [f"{node.kind} ", node.argument],
    ast.ConstructorExpression: lambda node: [
        f"new {reference_text(node.type)}(",
        *_separated(node.arguments),
        ")",
    ],
    ast.OperatorExpression: _operator,
    ast.Argument: _argument,
    ast.InvocationExpression: _invocation,
    ast.FeatureChainExpression: _chain,
    ast.BodyExpression: _body,
    ast.CollectExpression: partial(_over_body, "."),
    ast.SelectExpression: partial(_over_body, ".?"),
}


def expression(node: Node) -> list[Piece] | None:
    """The pieces of an expression; None for other nodes."""
    printer = _PRINTERS.get(type(node))
    return None if printer is None else printer(node)
