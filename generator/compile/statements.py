"""Python statements under construction, and the removal of names nobody reads.

Knows Python's syntax tree only.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence

from generator.compile.code import attribute, call, name, unparse

__all__ = [
    "assign",
    "awaited",
    "branch",
    "closure",
    "create_task",
    "directly_returned",
    "expression",
    "give_back",
    "loads",
    "task_group",
    "unpack",
    "unparse_block",
    "without_unused",
]


def assign(variable: str, value: ast.expr, annotation: ast.expr | None = None) -> ast.stmt:
    """`variable = value`, or `variable: annotation = value`."""
    target = ast.Name(id=variable, ctx=ast.Store())
    if annotation is not None:
        return ast.AnnAssign(target=target, annotation=annotation, value=value, simple=1)
    return ast.Assign(targets=[target], value=value)


def expression(value: ast.expr) -> ast.stmt:
    """An expression as a statement."""
    return ast.Expr(value=value)


def awaited(value: ast.expr) -> ast.expr:
    """`await value`."""
    return ast.Await(value=value)


def give_back(value: ast.expr) -> ast.stmt:
    """`return value`."""
    return ast.Return(value=value)


def closure(function: str, body: Sequence[ast.stmt], result: str) -> ast.stmt:
    """`async def function() -> result:` without parameters."""
    arguments = ast.arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[])
    return ast.AsyncFunctionDef(
        name=function,
        args=arguments,
        body=list(body) or [ast.Pass()],
        decorator_list=[],
        returns=ast.parse(result, mode="eval").body,
    )


def branch(function: str, body: Sequence[ast.stmt], given: Mapping[str, str]) -> ast.stmt:
    """A function without parameters that runs statements and gives some of their variables back, with types."""
    back: list[ast.stmt] = []
    result = "None"
    if given:
        values: list[ast.expr] = [name(each) for each in given]
        single = len(values) == 1
        back = [give_back(values[0] if single else ast.Tuple(elts=values, ctx=ast.Load()))]
        result = next(iter(given.values())) if single else f"tuple[{', '.join(given.values())}]"
    lines = directly_returned(without_unused([*body, *back], frozenset()))
    return closure(function, lines, result)


def unpack(variables: Sequence[str], value: ast.expr) -> list[ast.stmt]:
    """`a, b = value`; nothing without variables."""
    if len(variables) < 2:
        return [assign(each, value) for each in variables]
    targets: list[ast.expr] = [ast.Name(id=each, ctx=ast.Store()) for each in variables]
    return [ast.Assign(targets=[ast.Tuple(elts=targets, ctx=ast.Store())], value=value)]


def create_task(group: str, task: str, work: ast.expr) -> ast.stmt:
    """`task = group.create_task(work)`."""
    return assign(task, call(attribute(name(group), "create_task"), work))


def task_group(group: str, body: Sequence[ast.stmt]) -> ast.stmt:
    """`async with asyncio.TaskGroup() as group:`."""
    manager = call(attribute(name("asyncio"), "TaskGroup"))
    item = ast.withitem(context_expr=manager, optional_vars=ast.Name(id=group, ctx=ast.Store()))
    return ast.AsyncWith(items=[item], body=list(body))


def loads(nodes: Sequence[ast.AST]) -> frozenset[str]:
    """The names read in code; a name that a nested function assigns itself is its own there."""
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.AsyncFunctionDef):
            found |= loads(node.body) - _stored(node)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            found.add(node.id)
        else:
            found |= loads(list(ast.iter_child_nodes(node)))
    return frozenset(found)


def _stored(node: ast.AST) -> frozenset[str]:
    return frozenset(
        each.id
        for each in ast.walk(node)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
    )


def without_unused(body: list[ast.stmt], kept: frozenset[str]) -> list[ast.stmt]:
    """The statements with assignments to names nobody reads reduced to their effect; `kept` are read elsewhere."""
    while True:
        read = loads(body) | kept
        changed = False

        def reduced(statements: list[ast.stmt], read: frozenset[str] = read) -> list[ast.stmt]:
            nonlocal changed
            found: list[ast.stmt] = []
            for each in statements:
                for part in ("body", "orelse"):
                    inner = getattr(each, part, None)
                    if isinstance(inner, list) and not isinstance(each, ast.AsyncFunctionDef):
                        shorter = reduced(inner)
                        setattr(each, part, shorter or ([ast.Pass()] if part == "body" else []))
                unread = _unread(each, read)
                if unread is None:
                    found.append(each)
                    continue
                changed = True
                if isinstance(unread, ast.Await | ast.Call) and not _is_result(unread):
                    found.append(expression(unread))
            return found

        body = reduced(body)
        if not changed:
            return body


def _unread(statement: ast.stmt, read: frozenset[str]) -> ast.expr | None:
    if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
        return None if statement.targets[0].id in read else statement.value
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        return None if statement.target.id in read else statement.value
    return None


def _is_result(node: ast.expr) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "result"
    )


def unparse_block(body: Sequence[ast.stmt]) -> str:
    """The statements as Python text, one after the other."""
    return unparse(ast.Module(body=list(body) or [ast.Pass()], type_ignores=[]))


def directly_returned(body: list[ast.stmt]) -> list[ast.stmt]:
    """`x = value; return x` at the end as `return value`, and so on for the value; nothing is left that nobody reads."""
    if len(body) < 2:
        return body
    before, last = body[-2], body[-1]
    if (
        isinstance(last, ast.Return)
        and isinstance(last.value, ast.Name)
        and isinstance(before, ast.Assign)
        and isinstance(before.targets[0], ast.Name)
        and before.targets[0].id == last.value.id
    ):
        shorter = [*body[:-2], give_back(before.value)]
        return directly_returned(without_unused(shorter, frozenset()))
    return body
