"""Python expressions under construction: nodes of the standard `ast`, with what is known of their value.

Knows Python's syntax tree. Must not know models beyond the type a value has. Code is never made by joining
strings: nodes are combined and written by `ast.unparse`, so precedence and quoting are always right.
"""

from __future__ import annotations

import ast
import io
import keyword
import tokenize
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from generator.compile.types import ImportName

__all__ = [
    "Compiled",
    "Shape",
    "Value",
    "attribute",
    "binary",
    "call",
    "comparison",
    "conditional",
    "constant",
    "fresh",
    "generator",
    "is_repeatable",
    "iterable",
    "loops",
    "name",
    "negate",
    "none",
    "sequence",
    "tuple_of",
    "unparse",
]


class Shape(Enum):
    """How many values a Python expression stands for, and how they are held."""

    ONE = "one"  # the value itself
    OPTIONAL = "optional"  # the value, or None for the empty sequence
    MANY = "many"  # a tuple
    NULL = "null"  # always None


@dataclass(frozen=True, slots=True)
class Value:
    """A Python expression and its shape.

    `needed` makes the expression to use where there has to be one value: it fails where the value is missing.
    """

    node: ast.expr
    shape: Shape = Shape.ONE
    needed: Callable[[], ast.expr] | None = field(default=None, compare=False)

    def but(self, node: ast.expr) -> Value:
        """Another expression of the same shape."""
        return replace(self, node=node)


@dataclass(frozen=True, slots=True)
class Compiled:
    """A finished Python expression: its text, shape and the imports it needs."""

    node: ast.expr
    shape: Shape
    imports: tuple[ImportName, ...] = ()

    @property
    def code(self) -> str:
        """The expression as Python text on one line."""
        return unparse(self.node)

    @property
    def names(self) -> tuple[str, ...]:
        """The free variables of the expression, sorted."""
        bound = {each.arg for each in ast.walk(self.node) if isinstance(each, ast.arg)}
        found = {each for each in ast.walk(self.node) if isinstance(each, ast.Name)}
        bound |= {each.id for each in found if isinstance(each.ctx, ast.Store)}
        return tuple(sorted({each.id for each in found} - bound))


def unparse(node: ast.AST) -> str:
    """Python text of a node; `f((x for x in y))` is written with one pair of parentheses, as people do."""
    text = ast.unparse(ast.fix_missing_locations(node))
    return _without_doubled(text) if " for " in text and "((" in text else text


def _without_doubled(text: str) -> str:
    """The text without the inner parentheses of a generator that is the only argument of a call.

    Parentheses are paired by the tokenizer, so brackets in strings do not count.
    """
    tokens = [
        each
        for each in tokenize.generate_tokens(io.StringIO(text).readline)
        if each.type in (tokenize.OP, tokenize.NAME, tokenize.NUMBER, tokenize.STRING)
    ]
    pairs: dict[int, int] = {}
    generators: set[int] = set()
    stack: list[int] = []
    for at, token in enumerate(tokens):
        if token.type == tokenize.OP and token.string in "([{":
            stack.append(at)
        elif token.type == tokenize.OP and token.string in ")]}":
            pairs[stack.pop()] = at
        elif token.string == "for" and stack:
            generators.add(stack[-1])
    dropped = [
        tokens[edge].start
        for begin, end in pairs.items()
        if begin in generators
        and tokens[begin].string == tokens[begin - 1].string == "("
        and tokens[begin - 2].type == tokenize.NAME
        and not keyword.iskeyword(tokens[begin - 2].string)
        and pairs.get(begin - 1) == end + 1
        for edge in (begin, end)
    ]
    lines = [list(line) for line in text.split("\n")]
    for row, column in dropped:
        lines[row - 1][column] = ""
    return "\n".join("".join(line) for line in lines)


def name(text: str) -> ast.Name:
    """A variable that is read."""
    return ast.Name(id=text, ctx=ast.Load())


def constant(value: bool | int | float | str | None) -> ast.Constant:
    """A literal."""
    return ast.Constant(value=value)


def none() -> ast.Constant:
    """`None`."""
    return constant(None)


def attribute(node: ast.expr, field: str) -> ast.Attribute:
    """`node.field`."""
    return ast.Attribute(value=node, attr=field, ctx=ast.Load())


def call(function: ast.expr | str, *arguments: ast.expr, **keywords: ast.expr) -> ast.Call:
    """`function(arguments, keyword=…)`."""
    return ast.Call(
        func=name(function) if isinstance(function, str) else function,
        args=list(arguments),
        keywords=[ast.keyword(arg=key, value=value) for key, value in keywords.items()],
    )


def binary(left: ast.expr, operator: ast.operator, right: ast.expr) -> ast.BinOp:
    """`left operator right`."""
    return ast.BinOp(left=left, op=operator, right=right)


def comparison(left: ast.expr, operator: ast.cmpop, right: ast.expr) -> ast.Compare:
    """`left operator right`."""
    return ast.Compare(left=left, ops=[operator], comparators=[right])


def conditional(test: ast.expr, then: ast.expr, otherwise: ast.expr) -> ast.IfExp:
    """`then if test else otherwise`."""
    return ast.IfExp(test=test, body=then, orelse=otherwise)


def negate(node: ast.expr) -> ast.expr:
    """`not node`, with a test for None or for membership turned around."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return call("bool", node.operand)
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        return constant(not node.value)
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        turned: dict[type[ast.cmpop], type[ast.cmpop]] = {
            ast.Is: ast.IsNot,
            ast.IsNot: ast.Is,
            ast.In: ast.NotIn,
            ast.NotIn: ast.In,
            ast.Eq: ast.NotEq,
            ast.NotEq: ast.Eq,
        }
        other = turned.get(type(node.ops[0]))
        if other is not None:
            return comparison(node.left, other(), node.comparators[0])
    return ast.UnaryOp(op=ast.Not(), operand=node)


def tuple_of(nodes: Iterable[ast.expr]) -> ast.Tuple:
    """`(a, b, …)`."""
    return ast.Tuple(elts=list(nodes), ctx=ast.Load())


def generator(
    element: ast.expr, variable: str, source: ast.expr, conditions: Sequence[ast.expr] = ()
) -> ast.GeneratorExp:
    """`(element for variable in source if conditions)`."""
    loop = ast.comprehension(
        target=ast.Name(id=variable, ctx=ast.Store()),
        iter=source,
        ifs=list(conditions),
        is_async=0,
    )
    return ast.GeneratorExp(elt=element, generators=[loop])


def loops(
    element: ast.expr,
    bound: Sequence[tuple[str, ast.expr]],
    conditions: Sequence[ast.expr] = (),
) -> ast.GeneratorExp:
    """`(element for variable in source for … if conditions)`."""
    parts = [
        ast.comprehension(
            target=ast.Name(id=variable, ctx=ast.Store()), iter=source, ifs=[], is_async=0
        )
        for variable, source in bound
    ]
    parts[-1].ifs = list(conditions)
    return ast.GeneratorExp(elt=element, generators=parts)


def fresh(base: str, *nodes: ast.expr) -> str:
    """A variable that none of some expressions mentions: the base, or the base with a number."""
    taken = {each.id for node in nodes for each in ast.walk(node) if isinstance(each, ast.Name)}
    found, number = base, 1
    while found in taken:
        number += 1
        found = f"{base}_{number}"
    return found


def is_repeatable(node: ast.expr) -> bool:
    """Whether an expression may be written twice: a name, a literal, or a chain of attributes of one."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name | ast.Constant)


def sequence(value: Value) -> ast.expr:
    """A tuple of the values an expression stands for: a value and the sequence of just it are one."""
    if value.shape is Shape.MANY:
        return value.node
    if value.shape is Shape.NULL:
        return tuple_of(())
    if value.shape is Shape.ONE:
        return tuple_of((value.node,))
    if is_repeatable(value.node):
        empty = comparison(value.node, ast.Is(), none())
        return conditional(empty, tuple_of(()), tuple_of((value.node,)))
    present = comparison(name("each"), ast.IsNot(), none())
    return call("tuple", generator(name("each"), "each", tuple_of((value.node,)), (present,)))


def iterable(value: Value) -> ast.expr:
    """The values an expression stands for, for a function that goes over them once: a generator will do."""
    node = sequence(value)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tuple":
        (only,) = node.args
        if isinstance(only, ast.GeneratorExp):
            return only
    return node
