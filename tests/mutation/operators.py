"""Small ways to break a Python module: each mutant differs from the original in one place."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass

__all__ = ["Mutant", "mutants"]


@dataclass(frozen=True, slots=True)
class Mutant:
    """The text of a broken module, the line that was broken and what was done to it."""

    text: str
    line: int
    change: str


_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.GtE,
    ast.GtE: ast.Lt,
    ast.Gt: ast.LtE,
    ast.LtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
}


def _compare(node: ast.Compare) -> str | None:
    swap = _COMPARISONS.get(type(node.ops[0]))
    if swap is None:
        return None
    old = type(node.ops[0]).__name__
    node.ops[0] = swap()
    return f"{old} became {swap.__name__}"


def _arithmetic(node: ast.BinOp) -> str | None:
    swap = _ARITHMETIC.get(type(node.op))
    if swap is None:
        return None
    old = type(node.op).__name__
    node.op = swap()
    return f"{old} became {swap.__name__}"


def _boolean(node: ast.BoolOp) -> str | None:
    node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    return "and and or changed places"


def _not(node: ast.UnaryOp) -> str | None:
    if not isinstance(node.op, ast.Not):
        return None
    node.op = ast.UAdd()
    return "not was dropped"


def _constant(node: ast.Constant) -> str | None:
    value = node.value
    if isinstance(value, bool):
        node.value = not value
    elif isinstance(value, int | float):
        node.value = value + 1
    elif isinstance(value, str) and value:
        node.value = value + "!"
    else:
        return None
    return f"{value!r} became {node.value!r}"[:100]


def _call(node: ast.Call) -> str | None:
    if len(node.args) >= 2 and ast.dump(node.args[0]) != ast.dump(node.args[1]):
        node.args[0], node.args[1] = node.args[1], node.args[0]
        return "two arguments changed places"
    if len(node.keywords) >= 2 and all(each.arg for each in node.keywords[:2]):
        first, second = node.keywords[:2]
        if ast.dump(first.value) != ast.dump(second.value):
            first.value, second.value = second.value, first.value
            return "two keyword arguments changed places"
    if node.keywords and node.keywords[-1].arg:
        dropped = node.keywords.pop()
        return f"argument {dropped.arg} was dropped"
    return None


def _return(node: ast.Return) -> str | None:
    if node.value is None or (isinstance(node.value, ast.Constant) and node.value.value is None):
        return None
    node.value = ast.Constant(None)
    return "a result became None"


def _if(node: ast.If) -> str | None:
    node.test = ast.UnaryOp(ast.Not(), node.test)
    return "a condition was turned round"


_OPERATORS: dict[type[ast.AST], Callable[..., str | None]] = {
    ast.Compare: _compare,
    ast.BinOp: _arithmetic,
    ast.BoolOp: _boolean,
    ast.UnaryOp: _not,
    ast.Constant: _constant,
    ast.Call: _call,
    ast.Return: _return,
    ast.If: _if,
}


def mutants(text: str) -> Iterator[Mutant]:
    """All mutants of a module in the order of its text, one change each.

    Left alone: docstrings, annotations, `__all__`, imports, and what stands under `if TYPE_CHECKING`: no test
    can or should see them. A statement that is only a call is also dropped as a whole.
    """
    original = ast.parse(text)
    for at in _places(original):
        yield from _mutants_at(original, at)


def _mutants_at(original: ast.Module, at: int) -> Iterator[Mutant]:
    tree = copy.deepcopy(original)
    node = _nodes(tree)[at]
    line = getattr(node, "lineno", 0)
    if isinstance(node, ast.Expr):
        change: str | None = "a statement was dropped"
        _replace(tree, node, ast.Pass())
    else:
        change = _OPERATORS[type(node)](node)
    if change is not None:
        yield Mutant(ast.unparse(ast.fix_missing_locations(tree)) + "\n", line, change)


def _nodes(tree: ast.Module) -> list[ast.AST]:
    return list(ast.walk(tree))


def _places(tree: ast.Module) -> list[int]:
    """Indexes into `ast.walk` of the nodes that may be changed, in the order of the text."""
    hidden = {id(below) for node in _hidden(tree) for below in ast.walk(node)}
    found = [
        (node.lineno, node.col_offset, index)
        for index, node in enumerate(_nodes(tree))
        if id(node) not in hidden
        and (type(node) in _OPERATORS or (isinstance(node, ast.Expr) and _is_call(node.value)))
        and isinstance(node, ast.stmt | ast.expr)
    ]
    return [index for _, _, index in sorted(found)]


def _is_call(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) or (isinstance(node, ast.Await) and _is_call(node.value))


def _hidden(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom) or (
            isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        ):
            yield node
        elif isinstance(node, ast.AnnAssign) or (isinstance(node, ast.arg) and node.annotation):
            yield node.annotation
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.returns:
            yield node.returns
        elif (
            isinstance(node, ast.Assign)
            and any(
                isinstance(target, ast.Name) and target.id.startswith("__")
                for target in node.targets
            )
        ) or (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)):
            yield node


def _replace(tree: ast.Module, old: ast.stmt, new: ast.stmt) -> None:
    for parent in ast.walk(tree):
        for field in ("body", "orelse", "finalbody"):
            block = getattr(parent, field, None)
            if isinstance(block, list) and old in block:
                block[block.index(old)] = ast.copy_location(new, old)
