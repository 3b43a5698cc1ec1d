"""The language of `ssot query`: from text to a tree of tests. Must not know a model.

    query    = part ("or" part)*
    part     = test ("and" test)*
    test     = "not" test | "(" query ")" | field operator value | relation "(" query ")" | word
    operator = "=" | "!=" | "~" | "!~"                 (~ is a shell pattern)
    word     = a metaclass, a property, or the name of an element

Names are written as in a model: `A::b`, `'with spaces'`; values are names, patterns or "texts".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

__all__ = [
    "And",
    "Comparison",
    "Not",
    "Or",
    "QueryFault",
    "Relation",
    "Test",
    "Word",
    "parse_query",
]


class QueryFault(Exception):
    """A query that cannot be understood; the message says where and what is meant."""


@dataclass(frozen=True, slots=True)
class Word:
    """A metaclass, a property or an element; `at` is the offset in the query."""

    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """A field of an element compared with a value."""

    field: str
    operator: str
    value: str
    at: int


@dataclass(frozen=True, slots=True)
class Relation:
    """Elements that stand in a relation to some that a query finds."""

    name: str
    of: Test
    at: int


@dataclass(frozen=True, slots=True)
class Not:
    """What a test does not find."""

    test: Test


@dataclass(frozen=True, slots=True)
class And:
    """What all tests find."""

    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """What any test finds."""

    tests: tuple[Test, ...]


Test: TypeAlias = Word | Comparison | Relation | Not | And | Or

_TOKEN = re.compile(
    r"""\s*(?:(?P<operator>!=|!~|=|~)|(?P<bracket>[()])|(?P<string>"(?:\\.|[^"\\])*")
    |(?P<word>(?:'(?:\\.|[^'\\])*'|[^\s()=~!"'])+(?:'(?:\\.|[^'\\])*'|[^\s()=~!"'])*)|(?P<bad>\S))""",
    re.VERBOSE,
)
_JOINTS = ("and", "or", "not")
_DEEPEST = 100


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    at: int


def parse_query(text: str) -> Test:
    """The tree of a query; QueryFault, with the place, for one that cannot be understood."""
    return _Parser(text).parse()


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens: list[_Token] = []
        for match in _TOKEN.finditer(text):
            kind = match.lastgroup or ""
            token = _Token(kind, match[kind], match.start(kind))
            if kind == "bad":
                raise self._fault(f"`{token.text}` means nothing here", token.at)
            self._tokens.append(token)
        self._at = 0
        self._depth = 0

    def parse(self) -> Test:
        """The whole text as one query."""
        if not self._tokens:
            raise QueryFault("the query is empty; `ssot query --help` has examples")
        found = self._query()
        if (token := self._next) is not None:
            raise self._fault(
                f"`{token.text}` cannot stand here; `and` or `or` joins tests", token.at
            )
        return found

    def _fault(self, message: str, at: int) -> QueryFault:
        return QueryFault(f"{message}\n  {self._text}\n  {' ' * at}^")

    @property
    def _next(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _accept(self, text: str) -> bool:
        token = self._next
        if token is not None and token.kind != "string" and token.text == text:
            self._at += 1
            return True
        return False

    def _query(self) -> Test:
        return self._joined("or", lambda: self._joined("and", self._test, And), Or)

    def _joined(self, joint: str, parse: Callable[[], Test], kind: type[And] | type[Or]) -> Test:
        tests = [parse()]
        while self._accept(joint):
            tests.append(parse())
        return tests[0] if len(tests) == 1 else kind(tuple(tests))

    def _test(self) -> Test:
        self._depth += 1
        try:
            if self._depth > _DEEPEST:
                raise QueryFault("the query is nested too deeply")
            if self._accept("not"):
                return Not(self._test())
            if self._accept("("):
                return self._closed(self._query())
            return self._single()
        finally:
            self._depth -= 1

    def _closed(self, found: Test) -> Test:
        if not self._accept(")"):
            at = len(self._text) if self._next is None else self._next.at
            raise self._fault("`)` is missing", at)
        return found

    def _single(self) -> Test:
        token = self._next
        if token is None:
            raise self._fault("something is missing at the end", len(self._text))
        if token.kind != "word" or token.text in _JOINTS:
            raise self._fault(
                f"a metaclass, field, relation or name is expected, not `{token.text}`", token.at
            )
        self._at += 1
        following = self._next
        if following is not None and following.kind == "operator":
            self._at += 1
            return Comparison(token.text, following.text, self._value(), token.at)
        if self._accept("("):
            return Relation(token.text, self._closed(self._query()), token.at)
        return Word(token.text, token.at)

    def _value(self) -> str:
        token = self._next
        if token is None or token.kind not in ("word", "string"):
            at = len(self._text) if token is None else token.at
            raise self._fault("a value is missing", at)
        self._at += 1
        if token.kind == "string":
            return re.sub(r"\\(.)", r"\1", token.text[1:-1])
        return token.text
