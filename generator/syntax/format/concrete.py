"""The text as the grammar sees it: every production with the tokens it covers.

Knows the productions of the tables. Must not know what they mean, nor how they are laid out. Made by the same
automaton as the tree, so that a text without errors always has one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeAlias

from generator.syntax.driver import Driver
from generator.syntax.scanner import Tokens
from generator.syntax.tables import HAND_ON, Tables

__all__ = ["Part", "Production", "after_of", "after_part", "concrete", "first_of", "flat"]


class Production:
    """One production: its action in the grammar, its tokens `[first, after)` and its parts in order.

    Keywords and symbols that the grammar drops are no parts. What repeats to the left is flat: all operands and
    operators of `a + b + c` are parts of one production, and so is all that follows the `a` of `a->f()->g()`.
    """

    __slots__ = ("action", "after", "first", "parts")

    def __init__(self, action: str, first: int, after: int, parts: list[Part]) -> None:
        self.action = action
        self.first = first
        self.after = after
        self.parts = parts


Part: TypeAlias = "int | Production | list[Any] | None"
"""A token by its index, a production, a list of both, or an optional part that is absent."""

_MORE = {"more_relations", "more_subsettings", "more_redefinitions", "more_tail"}
_CALCULATED = {
    "operations_begin": "operations",
    "operations_begin_classify": "operations",
    "operations_more": "operations",
    "operations_more_classify": "operations",
}
_POSTFIX = {
    "chain_expression",
    "collect_expression",
    "select_expression",
    "arrow_body",
    "arrow_function",
    "arrow_invocation",
    "index_expression",
    "bracket_expression",
}
_NAMES = {"mq_first", "mq_global", "mq_more"}


class _NeverAsked:
    """Stands where recovery stands: a text without errors never asks."""

    def mend(self, driver: Driver) -> None:
        raise AssertionError(f"no action for token {driver.at}")

    def stop_descent(self, driver: Driver) -> bool:
        return False


def concrete(tokens: Tokens, tables: Tables) -> Production:
    """The productions of a text that has no syntax errors."""
    root: Production = Driver(tables, tokens, _recorder(tables)()).run(_NeverAsked())
    return root


@cache
def _recorder(tables: Tables) -> type[object]:
    """A builder class with one method for each action of the tables."""
    actions = {action for _, _, action, _ in tables.productions if action != HAND_ON}
    return type("Recorder", (), {action: _method(action) for action in sorted(actions)})


def _method(action: str) -> Callable[..., Any]:
    if action in ("one", "one_two"):
        return lambda self, first, after, *parts: list(parts)
    if action in _NAMES:
        return lambda self, first, after, *parts: Production("name", first, after, [])
    if action in _MORE:
        return _longer
    if action in _CALCULATED or action in _POSTFIX:
        flattened = _CALCULATED.get(action, "postfix")
        return lambda self, first, after, head, *rest: _grown(flattened, first, after, head, rest)
    return lambda self, first, after, *parts: Production(action, first, after, list(parts))


def _longer(self: object, first: int, after: int, head: Production, *rest: Part) -> Production:
    head.after = after
    head.parts += rest
    return head


def _grown(action: str, first: int, after: int, head: Part, rest: tuple[Part, ...]) -> Production:
    if isinstance(head, Production) and head.action == action:
        return _longer(None, first, after, head, *rest)
    return Production(action, first, after, [head, *rest])


def flat(parts: list[Part]) -> Iterator[int | Production]:
    """The parts with the parts of lists among them, without what is absent."""
    for part in parts:
        if isinstance(part, list):
            yield from flat(part)
        elif part is not None:
            yield part


def first_of(part: int | Production) -> int:
    """The first token of a part."""
    return part if isinstance(part, int) else part.first


def after_of(part: int | Production) -> int:
    """The token after the last one of a part."""
    return part + 1 if isinstance(part, int) else part.after


def after_part(part: Part) -> int:
    """The same for a part that may be a list."""
    *_, last = flat([part])
    return after_of(last)
