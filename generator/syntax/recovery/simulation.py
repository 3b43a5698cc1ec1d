"""What the automaton would do, without doing it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.syntax.driver import Driver
from generator.syntax.tables import Tables

__all__ = ["expected", "fits", "item_depth"]


def fits(driver: Driver, kinds: Sequence[int], depth: int | None = None) -> bool:
    """Whether tokens of these kinds would be taken next.

    `depth` is the length of the stack to begin with, all of it by default. The stack is not copied:
    `above` holds what is pushed, the rest is read in place.
    """
    tables, states = driver.tables, driver.states
    at = len(states) if depth is None else depth
    above: list[int] = []
    start = tables.nonterminal("start")
    for kind in kinds:
        while True:
            state = above[-1] if above else states[at - 1]
            action = tables.rows[state].get(kind)
            if action is None:
                return False
            if action >= 0:
                above.append(action)
                break
            lhs, length, _, _ = tables.productions[~action]
            if length > len(above):
                at -= length - len(above)
                above.clear()
            elif length:
                del above[-length:]
            state = above[-1] if above else states[at - 1]
            target = tables.rows[state].get(lhs)
            if lhs == start:
                return True
            if target is None:
                return False
            above.append(target)
    return True


def expected(driver: Driver) -> frozenset[str]:
    """The names of the terminals that would be taken next; exact, not the row of the table."""
    terminals = driver.tables.terminals
    return frozenset(name for kind, name in enumerate(terminals) if fits(driver, (kind,)))


def item_depth(tables: Tables, states: list[int]) -> int:
    """The length of the shortest tail to cut so that a member can begin; what remains is returned."""
    item = tables.nonterminal("item")
    for depth in range(len(states), 0, -1):
        if item in tables.rows[states[depth - 1]]:
            return depth
    return 1
