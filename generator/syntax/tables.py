"""Parse tables: the automaton as plain data, its file format, and how it is read.

Knows states, symbols and productions. Must not know Lark, a particular notation or the tree.

File format, all of it zlib-compressed: the length of the header in four little-endian bytes, the
header (JSON), then little-endian 16-bit integers: per state the number of its row; per row the
number of its entries, their symbols and their actions. Equal rows are stored once. An action
`>= 0` shifts (or goes) to that state, `< 0` reduces by production `~action`.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

__all__ = [
    "DIALECTS",
    "GRAMMAR",
    "HAND_ON",
    "Recipe",
    "Tables",
    "decode",
    "encode",
    "load",
]

DIALECTS = ("sysml", "kerml")
GRAMMAR = Path(__file__).parent / "grammar"
HAND_ON = "="
"""The action of a production that only hands its one value on."""

Recipe: TypeAlias = tuple[int, ...]
"""Positions in the right-hand side that become arguments of the action; -1 stands for None."""


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """An LALR(1) automaton.

    Symbols are numbered, terminals first. `texts` has the text of each keyword and symbol, "" for
    tokens that have many texts. A production is (left side, length, action, recipe).
    `rows[state]` maps a symbol to an action. `default[state]` is the production of a state that
    can do nothing but reduce by it, else -1.
    """

    digest: str
    terminals: tuple[str, ...]
    texts: tuple[str, ...]
    nonterminals: tuple[str, ...]
    productions: tuple[tuple[int, int, str, Recipe], ...]
    rows: tuple[dict[int, int], ...]
    start: int
    default: tuple[int, ...] = ()

    def terminal(self, name: str) -> int:
        """The number of a terminal by its name or, for keywords and symbols, its text."""
        return self.terminals.index(name) if name in self.terminals else self.texts.index(name)

    def nonterminal(self, name: str) -> int:
        """The number of a nonterminal."""
        return len(self.terminals) + self.nonterminals.index(name)


def encode(tables: Tables) -> bytes:
    """The file content for tables; equal tables give equal bytes."""
    header = {
        "digest": tables.digest,
        "terminals": tables.terminals,
        "texts": tables.texts,
        "nonterminals": tables.nonterminals,
        "productions": tables.productions,
        "start": tables.start,
    }
    text = json.dumps(header, separators=(",", ":")).encode()
    numbers = array("h")
    distinct: dict[tuple[tuple[int, int], ...], int] = {}
    keys = [tuple(sorted(row.items())) for row in tables.rows]
    for key in keys:
        numbers.append(distinct.setdefault(key, len(distinct)))
    for key in distinct:
        numbers.append(len(key))
        numbers.extend(symbol for symbol, _ in key)
        numbers.extend(action for _, action in key)
    if sys.byteorder == "big":
        numbers.byteswap()
    lengths = len(text).to_bytes(4, "little") + len(keys).to_bytes(4, "little")
    return zlib.compress(lengths + text + numbers.tobytes(), 9)


def decode(data: bytes) -> Tables:
    """Tables from the content of their file."""
    raw = zlib.decompress(data)
    size = int.from_bytes(raw[:4], "little")
    states = int.from_bytes(raw[4:8], "little")
    header = json.loads(raw[8 : 8 + size])
    numbers = array("h")
    numbers.frombytes(raw[8 + size :])
    if sys.byteorder == "big":
        numbers.byteswap()
    values = numbers.tolist()
    distinct: list[dict[int, int]] = []
    at = states
    while at < len(values):
        middle = at + 1 + values[at]
        end = middle + values[at]
        distinct.append(dict(zip(values[at + 1 : middle], values[middle:end], strict=True)))
        at = end
    only = [_only_reduction(row) for row in distinct]
    return Tables(
        digest=header["digest"],
        terminals=tuple(header["terminals"]),
        texts=tuple(header["texts"]),
        nonterminals=tuple(header["nonterminals"]),
        productions=tuple((a, b, c, tuple(d)) for a, b, c, d in header["productions"]),
        rows=tuple(distinct[row] for row in values[:states]),
        start=header["start"],
        default=tuple(only[row] for row in values[:states]),
    )


def _only_reduction(row: dict[int, int]) -> int:
    actions = set(row.values())
    action = actions.pop() if len(actions) == 1 else 0
    return ~action if action < 0 else -1


@cache
def load(dialect: str) -> Tables:
    """The shipped tables of a dialect."""
    return decode((GRAMMAR / f"{dialect}.tables").read_bytes())
