"""The grammar against the one the standard publishes: what that derives is taken, what it does not
derive is refused."""

from __future__ import annotations

import random

import pytest

from generator.diagnostics import Severity
from generator.source import SourceFile
from generator.syntax import parse
from generator.syntax.outline import outline
from generator.syntax.printer import to_text
from generator.syntax.scanner import scan
from generator.syntax.tables import DIALECTS, load
from tests.syntax.bnf import BNF, TEXTS, Grammar, grammar
from tests.syntax.sheets import lines

pytestmark = pytest.mark.skipif(
    not BNF.exists(), reason="the grammar of the standard is not here (SSOT_CORPUS)"
)
_PER_PRODUCTION = 6
_NEAR_MISSES = 800
_LONGEST = 120
_BEYOND_GRAMMAR = ("syntax-metaclassification", "syntax-mixed-arguments")
"""What is asked for beside the grammar: precedence makes `not a @@ T` a question about `not a`."""


def _text(words: list[str], pick: random.Random) -> str:
    return " ".join(pick.choice(TEXTS[word]) if word in TEXTS else word for word in words)


def _words(dialect: str, text: str) -> list[str]:
    tables = load(dialect)
    return [tables.texts[kind] or tables.terminals[kind] for kind in scan(text, tables).types[:-1]]


def _errors(dialect: str, text: str) -> list[str]:
    _, found = parse(SourceFile(f"x.{dialect}", text))
    return [d.code for d in found if d.severity is Severity.ERROR]


def _statements(words: list[str]) -> list[list[str]]:
    """A line cut after each `;` and `}` of its top level."""
    parts: list[list[str]] = [[]]
    depth = 0
    for word in words:
        parts[-1].append(word)
        depth += (word == "{") - (word == "}")
        if depth == 0 and word in (";", "}", "BLOCK_COMMENT"):
            parts.append([])
    return [part for part in parts if part]


def _used(rules: Grammar, words: list[str]) -> set[str]:
    """The productions of a line; a statement may go on after a `}` or a comment."""
    used: set[str] = set()
    held: list[str] = []
    for part in _statements(words):
        held += part
        if found := rules.used(held):
            used |= found
            held = []
    assert not held, " ".join(held)
    return used


@pytest.mark.parametrize("dialect", DIALECTS)
def test_what_the_standard_derives_is_taken_and_printed(dialect: str) -> None:
    rules, pick = grammar(dialect), random.Random(10)
    for name, way in sorted(rules.reachable().items()):
        for _ in range(_PER_PRODUCTION):
            words = rules.sentence(way, pick, pick.choice((6, 12, 24)))
            if len(words) > _LONGEST:
                continue
            text = _text(words, pick)
            root, found = parse(SourceFile(f"x.{dialect}", text))
            assert [d.message for d in found if d.code not in _BEYOND_GRAMMAR] == [], (name, text)
            again, more = parse(SourceFile(f"x.{dialect}", to_text(root)))
            assert [d.message for d in more if d.code not in _BEYOND_GRAMMAR] == [], (name, text)
            assert outline(again) == outline(root), (name, text)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_production_is_on_a_sheet(dialect: str) -> None:
    rules = grammar(dialect)
    used: set[str] = set()
    for line in lines(f"accepted.{dialect}"):
        used |= _used(rules, _words(dialect, line))
    assert sorted(rules.reachable().keys() - used) == []


@pytest.mark.parametrize("dialect", DIALECTS)
def test_refused_sheets_are_not_derived(dialect: str) -> None:
    rules = grammar(dialect)
    derived = [
        line
        for line in lines(f"rejected.{dialect}")
        if not set(line) & set("ö'\"") and "/*" not in line and rules.accepts(_words(dialect, line))
    ]
    assert derived == []


def _changed(words: list[str], alphabet: list[str], pick: random.Random) -> list[str]:
    """Words with one taken out, doubled, moved, replaced or put in."""
    changed, at = list(words), pick.randrange(len(words))
    match pick.randrange(5):
        case 0:
            del changed[at]
        case 1:
            changed.insert(at, changed[at])
        case 2 if at:
            changed[at - 1], changed[at] = changed[at], changed[at - 1]
        case 3:
            changed[at] = pick.choice(alphabet)
        case _:
            changed.insert(at, pick.choice(alphabet))
    return changed


@pytest.mark.parametrize("dialect", DIALECTS)
def test_near_misses_are_judged_as_the_standard_does(dialect: str) -> None:
    """An import without a visibility is left to a rule, which can mend it."""
    rules, pick = grammar(dialect), random.Random(10)
    alphabet = [text for text in load(dialect).texts if text] + ["NAME"] * 30
    ways = sorted(rules.reachable().values())
    for _ in range(_NEAR_MISSES):
        words = rules.sentence(pick.choice(ways), pick, pick.choice((4, 8, 16)))
        if not words or len(words) > 30:
            continue
        words = _changed(words, alphabet, pick)
        text = _text(words, pick)
        errors = _errors(dialect, text)
        if "import" in words or set(errors) & set(_BEYOND_GRAMMAR):
            continue
        assert rules.accepts(words) == (not errors), text
