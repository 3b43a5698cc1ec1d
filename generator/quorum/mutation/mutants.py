"""The mutants of one module: where it may be broken, and its text when it is.

Knows Python syntax only. A mutant differs from its module in one place.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.quorum.mutation.operators import changes

__all__ = ["Mutant", "mutants"]


@dataclass(frozen=True, slots=True)
class Mutant:
    """One way to break a module: the line, what is done there, and within which function or class.

    `around` are the nodes from the module down to the one that is changed, `replacement` stands in its place then.
    """

    line: int
    change: str
    scope: str
    around: tuple[ast.AST, ...] = field(repr=False, compare=False)
    replacement: ast.AST = field(repr=False, compare=False)

    @property
    def node(self) -> ast.AST:
        """The node that is changed, as it was."""
        return self.around[-1]

    @property
    def text(self) -> str:
        """The text of the broken module."""
        parent, node = self.around[-2], self.around[-1]
        where, at = _slot(parent, node)
        held = getattr(parent, where)
        replaced = (
            self.replacement if at is None else [*held[:at], self.replacement, *held[at + 1 :]]
        )
        try:
            setattr(parent, where, replaced)
            return ast.unparse(ast.fix_missing_locations(self.around[0])) + "\n"
        finally:
            setattr(parent, where, held)


def mutants(text: str) -> Iterator[Mutant]:
    """All mutants of a module in the order of its text.

    Left alone: docstrings, annotations, `__all__` and other names with two underscores, imports, and what
    stands under `if TYPE_CHECKING`: no test can or should see them.
    """
    tree = ast.parse(text)
    yield from sorted(_below((tree,), ""), key=lambda each: each.line)


def _below(around: tuple[ast.AST, ...], scope: str) -> Iterator[Mutant]:
    node = around[-1]
    if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        scope = f"{scope}.{node.name}" if scope else node.name
    if len(around) > 1:
        for change in changes(node):
            line = next((each.lineno for each in reversed(around) if hasattr(each, "lineno")), 0)
            yield Mutant(line, change.what, scope, around, change.node)
    for child in _children(node):
        yield from _below((*around, child), scope)


def _children(node: ast.AST) -> Iterator[ast.AST]:
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_hidden(child):
                yield child


def _is_hidden(node: ast.AST) -> bool:
    match node:
        case ast.Import() | ast.ImportFrom() | ast.FormattedValue(format_spec=ast.JoinedStr()):
            return True
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.Assign(targets=[ast.Name(id=name)]) if name in ("__all__", "revision"):
            return True
        case ast.If(test=test):
            return "TYPE_CHECKING" in ast.unparse(test)
    return False


def _slot(parent: ast.AST, node: ast.AST) -> tuple[str, int | None]:
    """The field of a parent that holds a node, and the node's place when the field is a list."""
    for name, value in ast.iter_fields(parent):
        if value is node:
            return name, None
        if isinstance(value, list):
            for at, each in enumerate(value):
                if each is node:
                    return name, at
    raise LookupError(f"{type(node).__name__} is not in {type(parent).__name__}")
