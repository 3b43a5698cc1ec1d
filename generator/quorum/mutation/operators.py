"""The operators: what may be done to one node of a module so that it means something else.

Knows Python syntax only. An operator never changes the tree it is given: it offers replacements that share
the children of the original.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

__all__ = ["Change", "changes"]

_Node = TypeVar("_Node", bound=ast.AST)


@dataclass(frozen=True, slots=True)
class Change:
    """A replacement for a node and what it does, in a few words."""

    what: str
    node: ast.AST


_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
}
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
}


def changes(node: ast.AST) -> Iterator[Change]:
    """Everything the operators can do to a node."""
    operator = _OPERATORS.get(type(node))
    if operator is not None:
        yield from operator(node)


def _with(node: _Node, **fields: object) -> _Node:
    """A node with some fields set anew; everything else is shared with the original."""
    made = copy.copy(node)
    for name, value in fields.items():
        setattr(made, name, value)
    return made


def _compare(node: ast.Compare) -> Iterator[Change]:
    old = type(node.ops[0])
    for table in (_COMPARISONS, _TURNED):
        if old in table:
            new = table[old]
            yield Change(
                f"{old.__name__} became {new.__name__}",
                _with(node, ops=[new(), *node.ops[1:]]),
            )


def _arithmetic(node: ast.BinOp | ast.AugAssign) -> Iterator[Change]:
    new = _ARITHMETIC.get(type(node.op))
    if new is not None:
        yield Change(f"{type(node.op).__name__} became {new.__name__}", _with(node, op=new()))


def _boolean(node: ast.BoolOp) -> Iterator[Change]:
    swapped = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    yield Change("and and or changed places", _with(node, op=swapped))
    for at in range(len(node.values)):
        left = [*node.values[:at], *node.values[at + 1 :]]
        yield Change(
            f"condition {at + 1} was dropped",
            left[0] if len(left) == 1 else _with(node, values=left),
        )


def _not(node: ast.UnaryOp) -> Iterator[Change]:
    if isinstance(node.op, ast.Not):
        yield Change("not was dropped", node.operand)
    elif isinstance(node.op, ast.USub):
        yield Change("a sign was dropped", node.operand)


def _constant(node: ast.Constant) -> Iterator[Change]:
    value, new = node.value, node.value
    if isinstance(value, bool):
        new = not value
    elif isinstance(value, int | float):
        new = value + 1
    elif isinstance(value, str) and value:
        new = value + "!"
    if new is not value:
        yield Change(f"{value!r} became {new!r}"[:100], _with(node, value=new))


def _call(node: ast.Call) -> Iterator[Change]:
    if len(node.args) >= 2 and ast.dump(node.args[0]) != ast.dump(node.args[1]):
        swapped = [node.args[1], node.args[0], *node.args[2:]]
        yield Change("two arguments changed places", _with(node, args=swapped))
    named = [each for each in node.keywords if each.arg]
    if len(named) == len(node.keywords) >= 2:
        first, second = named[:2]
        if ast.dump(first.value) != ast.dump(second.value):
            crossed = [
                _with(first, value=second.value),
                _with(second, value=first.value),
                *named[2:],
            ]
            yield Change("two keyword arguments changed places", _with(node, keywords=crossed))
    if named:
        left = [each for each in node.keywords if each is not named[-1]]
        yield Change(f"argument {named[-1].arg} was dropped", _with(node, keywords=left))


def _return(node: ast.Return) -> Iterator[Change]:
    if node.value is not None and not _is_none(node.value):
        yield Change("a result became None", _with(node, value=ast.Constant(None)))


def _turned(node: ast.If | ast.IfExp | ast.While) -> Iterator[Change]:
    yield Change(
        "a condition was turned round", _with(node, test=ast.UnaryOp(ast.Not(), node.test))
    )


def _filter(node: ast.comprehension) -> Iterator[Change]:
    for at in range(len(node.ifs)):
        yield Change(
            f"filter {at + 1} was dropped", _with(node, ifs=[*node.ifs[:at], *node.ifs[at + 1 :]])
        )


def _statement(node: ast.Expr) -> Iterator[Change]:
    value = node.value
    if isinstance(value, ast.Await):
        yield Change("an awaited step was skipped", ast.Pass())
    elif isinstance(value, ast.Call):
        yield Change("a statement was dropped", ast.Pass())


def _assignment(node: ast.Assign) -> Iterator[Change]:
    if isinstance(node.value, ast.Await):
        yield Change("an awaited step was skipped", _with(node, value=ast.Constant(None)))


def _jump(node: ast.Break | ast.Continue | ast.Raise) -> Iterator[Change]:
    what = {ast.Break: "break", ast.Continue: "continue", ast.Raise: "raise"}[type(node)]
    yield Change(f"{what} was dropped", ast.Pass())


def _entries(node: ast.Dict) -> Iterator[Change]:
    if len(node.values) >= 2:
        yield Change(
            "the last entry of a table was dropped",
            _with(node, keys=node.keys[:-1], values=node.values[:-1]),
        )
        if ast.dump(node.values[0]) != ast.dump(node.values[1]):
            swapped = [node.values[1], node.values[0], *node.values[2:]]
            yield Change("two entries of a table changed places", _with(node, values=swapped))


def _elements(node: ast.Tuple | ast.List | ast.Set) -> Iterator[Change]:
    if not isinstance(getattr(node, "ctx", ast.Load()), ast.Load) or len(node.elts) < 2:
        return
    yield Change("the last element was dropped", _with(node, elts=node.elts[:-1]))
    if not isinstance(node, ast.Set) and ast.dump(node.elts[0]) != ast.dump(node.elts[1]):
        swapped = [node.elts[1], node.elts[0], *node.elts[2:]]
        yield Change("two elements changed places", _with(node, elts=swapped))


def _class(node: ast.ClassDef) -> Iterator[Change]:
    """An enumeration loses its last member."""
    members = [each for each in node.body if isinstance(each, ast.Assign)]
    if len(members) >= 2 and any("Enum" in ast.unparse(base) for base in node.bases):
        left = [each for each in node.body if each is not members[-1]]
        yield Change("the last member of an enumeration was dropped", _with(node, body=left))


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


_OPERATORS: dict[type[ast.AST], Callable[..., Iterator[Change]]] = {
    ast.Assign: _assignment,
    ast.AugAssign: _arithmetic,
    ast.BinOp: _arithmetic,
    ast.BoolOp: _boolean,
    ast.Break: _jump,
    ast.Call: _call,
    ast.ClassDef: _class,
    ast.Compare: _compare,
    ast.Constant: _constant,
    ast.Continue: _jump,
    ast.Dict: _entries,
    ast.Expr: _statement,
    ast.If: _turned,
    ast.IfExp: _turned,
    ast.List: _elements,
    ast.Raise: _jump,
    ast.Return: _return,
    ast.Set: _elements,
    ast.Tuple: _elements,
    ast.UnaryOp: _not,
    ast.While: _turned,
    ast.comprehension: _filter,
}
