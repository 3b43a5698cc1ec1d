"""Turns the grammar files into parse tables: `python -m generator.syntax.table_builder`.

The only module that knows Lark, and one that is not imported at run time. Lark reads
`grammar/common.lark` with a dialect and computes the LALR(1) automaton; the result is written
beside the grammar as data (format: `tables.py`).
"""

from __future__ import annotations

import hashlib
import logging
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

import lark
from lark.grammar import Rule

from generator.syntax.tables import DIALECTS, GRAMMAR, HAND_ON, Recipe, Tables, encode

__all__ = ["build", "conflicts", "digest", "grammar_text", "main"]


def grammar_text(dialect: str) -> str:
    """The text of a dialect's grammar, the shared part first."""
    parts = (GRAMMAR / f"{name}.lark" for name in ("common", dialect))
    return "\n".join(part.read_text(encoding="utf-8") for part in parts)


def _analyse(dialect: str) -> lark.Lark:
    return lark.Lark(
        grammar_text(dialect), parser="lalr", lexer="basic", maybe_placeholders=True, debug=False
    )


def digest(grammar: str) -> str:
    """What ties tables to the text of their grammar."""
    return hashlib.sha256(grammar.encode()).hexdigest()


def build(dialect: str) -> Tables:
    """The tables of a dialect, computed from its grammar."""
    return _Translation(_analyse(dialect)).tables(digest(grammar_text(dialect)))


@contextmanager
def _lark_messages() -> Iterator[list[str]]:
    messages: list[str] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            messages.append(record.getMessage())

    handler, level = Keep(), lark.logger.level
    others, lark.logger.handlers = lark.logger.handlers, [handler]
    lark.logger.setLevel(logging.DEBUG)
    try:
        yield messages
    finally:
        lark.logger.handlers = others
        lark.logger.setLevel(level)


def conflicts(dialect: str) -> tuple[str, ...]:
    """Each shift/reduce conflict that Lark resolves as a shift: `token: rule`, sorted.

    Reduce/reduce conflicts are errors to Lark unless a rule has a priority in the grammar.
    """
    with _lark_messages() as messages:
        _analyse(dialect)
    found = []
    for head, rule in pairwise(messages):
        if head.startswith("Shift/Reduce"):
            token = head.split("terminal ")[1].split(":")[0]
            found.append(f"{token}: {rule.strip(' *')}")
    return tuple(sorted(found))


class _Translation:
    """One Lark parser on its way to tables."""

    def __init__(self, parser: lark.Lark) -> None:
        inner: Any = parser.parser
        self.table = inner.parser._parse_table
        self.texts: dict[str, str] = {
            terminal.name: terminal.pattern.value if terminal.pattern.type == "str" else ""
            for terminal in parser.terminals
        }
        self.rules: list[Rule] = sorted(
            {rule for row in self.table.states.values() for _, rule in _reductions(row)},
            key=lambda rule: (str(rule.origin), [str(s) for s in rule.expansion], rule.order),
        )
        symbols = {name for row in self.table.states.values() for name in row}
        self.terminals = sorted(name for name in symbols if name == "$END" or name in self.texts)
        self.nonterminals = sorted(symbols - set(self.terminals))
        self.symbol = {name: i for i, name in enumerate(self.terminals + self.nonterminals)}

    def tables(self, grammar_digest: str) -> Tables:
        number = {rule: i for i, rule in enumerate(self.rules)}
        rows: list[dict[int, int]] = []
        for state in range(len(self.table.states)):
            row = self.table.states[state]
            reduces = {self.symbol[name]: ~number[rule] for name, rule in _reductions(row)}
            shifts = {
                self.symbol[name]: target
                for name, (kind, target) in row.items()
                if name in self.symbol and kind.name == "Shift"
            }
            rows.append({**shifts, **reduces})
        self._skip_unit_states(rows)
        rows = _renumbered(rows, self.table.start_states["start"])
        return Tables(
            digest=grammar_digest,
            terminals=tuple(self.terminals),
            texts=tuple(self.texts.get(name, "") for name in self.terminals),
            nonterminals=tuple(self.nonterminals),
            productions=tuple(self._production(rule) for rule in self.rules),
            rows=tuple(rows),
            start=0,
        )

    def _production(self, rule: Rule) -> tuple[int, int, str, Recipe]:
        recipe = _recipe(rule)
        action = rule.alias or str(rule.origin.name)
        if action == "pass_" or (rule.options.expand1 and not rule.alias and len(recipe) == 1):
            action = HAND_ON
            if len(recipe) != 1 or recipe[0] < 0:
                raise ValueError(f"{rule} hands on no single value")
        return self.symbol[rule.origin.name], len(rule.expansion), action, recipe

    def _skip_unit_states(self, rows: list[dict[int, int]]) -> None:
        """Let a goto jump over states whose only use is to rename one symbol into another."""
        renames: dict[int, int] = {}
        for state, row in enumerate(rows):
            if len(set(row.values())) == 1 and (action := next(iter(row.values()))) < 0:
                lhs, length, name, _ = self._production(self.rules[~action])
                if length == 1 and name == HAND_ON:
                    renames[state] = lhs
        first = len(self.terminals)
        for row in rows:
            for symbol in [s for s in row if s >= first]:
                target = row[symbol]
                while target in renames:
                    target = row[renames[target]]
                row[symbol] = target


def _renumbered(rows: list[dict[int, int]], start: int) -> list[dict[int, int]]:
    """States in the order in which they are reached, so that equal grammars give equal tables."""
    number = {start: 0}
    order = [start]
    for state in order:
        for _, action in sorted(rows[state].items()):
            if action >= 0 and action not in number:
                number[action] = len(order)
                order.append(action)
    return [
        {
            symbol: number[action] if action >= 0 else action
            for symbol, action in rows[state].items()
        }
        for state in order
    ]


def _reductions(row: dict[str, Any]) -> Iterator[tuple[str, Rule]]:
    for name, (kind, argument) in row.items():
        if kind.name != "Shift":
            yield name, argument


def _recipe(rule: Rule) -> Recipe:
    """Which parts of a right-hand side the builder is given; -1 where an optional part is absent."""
    empty = rule.options.empty_indices
    gaps = [len(ones) for ones in "".join(str(int(b)) for b in empty).split("0")] if empty else []
    recipe: list[int] = []
    for at, symbol in enumerate(rule.expansion):
        recipe += [-1] * (gaps[at] if gaps else 0)
        filtered = symbol.is_term and getattr(symbol, "filter_out", False)
        if rule.options.keep_all_tokens or not filtered:
            recipe.append(at)
    recipe += [-1] * (gaps[-1] if gaps else 0)
    return tuple(recipe)


def main() -> int:
    """Write the tables of every dialect whose grammar exists; print their sizes."""
    for dialect in DIALECTS:
        if not Path(GRAMMAR / f"{dialect}.lark").exists():
            continue
        tables = build(dialect)
        data = encode(tables)
        (GRAMMAR / f"{dialect}.tables").write_bytes(data)
        kinds = Counter(action == HAND_ON for _, _, action, _ in tables.productions)
        print(
            f"{dialect}: {len(tables.rows)} states, {kinds.total()} productions, {len(data)} bytes"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
