"""The LALR(1) automaton at work on tokens.

Knows tables, stacks and the protocol of a tree builder: per production one method, called with the
index of its first token, the index after its last one, and the values its recipe picks. Tokens are
values by their index. Must not know the notation; what happens at an error is `recovery`'s matter.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeAlias

from generator.syntax.scanner import Tokens
from generator.syntax.tables import HAND_ON, Tables

__all__ = ["Driver", "Mender"]

Action: TypeAlias = Callable[..., Any]
_PASS, _ONE, _MORE, _CALL, _ACCEPT = range(5)


class Mender(Protocol):
    """What the driver asks when a token does not fit: mend its state, then it goes on."""

    def mend(self, driver: Driver) -> None:
        """Change the stacks, the tokens or the position so that the parse comes nearer to its end."""


class Driver:
    """One parse. `states`, `values` and `firsts` are parallel stacks; `at` is the index of the next token."""

    def __init__(self, tables: Tables, tokens: Tokens, builder: object) -> None:
        self.tables = tables
        self.tokens = tokens
        self.states: list[int] = [tables.start]
        self.values: list[Any] = [None]
        self.firsts: list[int] = [0]
        self.at = 0
        self._productions = _compiled(tables, builder)

    def run(self, mender: Mender) -> Any:
        """The value of the start symbol."""
        rows, defaults, productions = self.tables.rows, self.tables.default, self._productions
        states, values, firsts = self.states, self.values, self.firsts
        types = self.tokens.types
        state = states[-1]
        while True:
            production = defaults[state]
            if production < 0:
                action = rows[state].get(types[self.at])
                if action is None:
                    mender.mend(self)
                    state = states[-1]
                    continue
                if action >= 0:
                    states.append(action)
                    values.append(self.at)
                    firsts.append(self.at)
                    self.at += 1
                    state = action
                    continue
                production = ~action
            lhs, length, kind, call, recipe = productions[production]
            if kind == _ONE:
                values[-1] = [values[-1]]
                states.pop()
            elif kind == _MORE:
                values[-length].append(values[-1])
                del states[1 - length :], values[1 - length :], firsts[1 - length :]
                states.pop()
            elif kind == _PASS:
                if length > 1:
                    values[-length] = values[recipe - length]
                    del states[1 - length :], values[1 - length :], firsts[1 - length :]
                states.pop()
            else:
                if length:
                    parts = values[-length:]
                    first = firsts[-length]
                    del states[-length:], values[-length:], firsts[-length:]
                else:
                    parts, first = [], self.at
                values.append(call(first, self.at, *[parts[i] if i >= 0 else None for i in recipe]))
                firsts.append(first)
                if kind == _ACCEPT:
                    return values[-1]
            state = rows[states[-1]][lhs]
            states.append(state)


_Compiled: TypeAlias = tuple[int, int, int, Any, Any]


def _compiled(tables: Tables, builder: object) -> list[_Compiled]:
    """Per production: left side, length, what to do, the builder's method, the recipe."""
    start = len(tables.terminals) + tables.nonterminals.index("start")
    productions: list[_Compiled] = []
    for lhs, length, action, recipe in tables.productions:
        if action == HAND_ON:
            productions.append((lhs, length, _PASS, None, recipe[0]))
        elif action == "one" and length == 1:
            productions.append((lhs, length, _ONE, None, None))
        elif action == "more":
            productions.append((lhs, length, _MORE, None, None))
        else:
            kind = _ACCEPT if lhs == start else _CALL
            productions.append((lhs, length, kind, getattr(builder, action), recipe))
    return productions
