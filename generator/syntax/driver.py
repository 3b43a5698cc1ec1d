"""The LALR(1) automaton at work on tokens.

Knows tables, stacks and the protocol of a tree builder: per production one method, called with the
index of its first token, the index after its last one, and the values its recipe picks. Tokens are
values by their index. Must not know the notation; what happens at an error is `recovery`'s matter.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import cache
from operator import itemgetter
from typing import Any, Protocol, TypeAlias

from generator.syntax.scanner import Tokens
from generator.syntax.tables import HAND_ON, Recipe, Tables

__all__ = ["DEEPEST", "Driver", "Mender"]

DEEPEST = 2600
"""The height of the stack from which on nothing is read that leads deeper: about 650 bodies in one
another. What comes after the parser may walk trees by recursion."""

_HAND_ON, _ONE, _MORE, _CALL, _CALL_ONE, _CALL_MANY = range(6)
_Compiled: TypeAlias = tuple[int, int, int, Callable[..., Any], Any]
"""Left side, length, what to do, the builder's method, what to pick from the values."""


class Mender(Protocol):
    """What the driver asks when a token does not fit: mend its state, then it goes on."""

    def mend(self, driver: Driver) -> None:
        """Change the stacks, the tokens or the position so that the parse comes nearer to its end."""

    def stop_descent(self, driver: Driver) -> bool:
        """Asked when the stack is deep: whether the next token would lead deeper and was dealt with."""


class Driver:
    """One parse. `states`, `values` and `firsts` are parallel stacks; `at` is the index of the next token."""

    def __init__(self, tables: Tables, tokens: Tokens, builder: object) -> None:
        self.tables = tables
        self.tokens = tokens
        self.builder = builder
        self.states: list[int] = [tables.start]
        self.values: list[Any] = [None]
        self.firsts: list[int] = [0]
        self.at = 0

    def run(self, mender: Mender) -> Any:
        """The value of the start symbol."""
        rows, defaults = self.tables.rows, self.tables.default
        kind_of_builder: Any = type(self.builder)
        productions = _compiled(self.tables, kind_of_builder)
        states, values, firsts = self.states, self.values, self.firsts
        types, builder = self.tokens.types, self.builder
        accepting = self.tables.nonterminal("start")
        at, state = self.at, states[-1]
        while True:
            production = defaults[state]
            if production < 0:
                action = rows[state].get(types[at])
                if action is None:
                    self.at = at
                    mender.mend(self)
                    at, state = self.at, states[-1]
                    continue
                if action >= 0:
                    if len(states) > DEEPEST:
                        self.at = at
                        if mender.stop_descent(self):
                            at, state = self.at, states[-1]
                            continue
                    states.append(action)
                    values.append(at)
                    firsts.append(at)
                    at += 1
                    state = action
                    continue
                production = ~action
            lhs, length, kind, call, pick = productions[production]
            if kind == _ONE:
                values[-1] = [values[-1]]
                states.pop()
            elif kind == _MORE:
                values[-length].append(values[-1])
                del states[-length:], values[1 - length :], firsts[1 - length :]
            elif kind == _HAND_ON:
                if length > 1:
                    values[-length] = values[pick]
                    del values[1 - length :], firsts[1 - length :]
                del states[-length:]
            else:
                if kind == _CALL_MANY:
                    parts = values[-length:]
                    parts.append(None)
                    value = call(builder, firsts[-length], at, *pick(parts))
                elif kind == _CALL_ONE:
                    part = values[pick] if pick < 0 else None
                    value = call(builder, firsts[-length] if length else at, at, part)
                else:
                    value = call(builder, firsts[-length], at)
                if kind == _CALL_ONE and lhs == accepting:
                    return value
                if length > 1:
                    del values[1 - length :], firsts[1 - length :]
                values[-1] = value
                del states[-length:]
            state = rows[states[-1]][lhs]
            states.append(state)


@cache
def _compiled(tables: Tables, builder: Hashable) -> list[_Compiled]:
    """The productions as the driver wants them; positions count from the end of the stack."""
    productions: list[_Compiled] = []
    for lhs, length, action, recipe in tables.productions:
        if action == HAND_ON:
            entry: tuple[int, Any, Any] = (_HAND_ON, _nothing, recipe[0] - length)
        elif action == "one" and length == 1:
            entry = (_ONE, _nothing, None)
        elif action == "more":
            entry = (_MORE, _nothing, None)
        else:
            entry = _call(getattr(builder, action), length, recipe)
        productions.append((lhs, length, *entry))
    return productions


def _call(method: Callable[..., Any], length: int, recipe: Recipe) -> tuple[int, Any, Any]:
    if not recipe:
        return _CALL, method, None
    if len(recipe) == 1:
        return _CALL_ONE, method, recipe[0] - length if recipe[0] >= 0 else 0
    return _CALL_MANY, method, itemgetter(*recipe)


def _nothing() -> None:
    """Stands where no method is called."""
