"""Tokens: what is a name, a number, a text, and what is none of them."""

from __future__ import annotations

import pytest

from generator.syntax.scanner import Tokens, scan
from generator.syntax.tables import load


def _scan(text: str) -> Tokens:
    return scan(text, load("sysml"))


def _words(text: str) -> list[str]:
    tokens = _scan(text)
    pairs = zip(tokens.starts, tokens.ends, strict=True)
    return [text[start:end] for start, end in pairs][:-1]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a::b", ["a", "::", "b"]),
        (":>>:>::>:::=", [":>>", ":>", "::>", "::", ":="]),
        ("a**b*c", ["a", "**", "b", "*", "c"]),
        ("=====>==", ["===", "==", ">=", "="]),
        ("!==!=", ["!==", "!="]),
        ("1..5", ["1", "..", "5"]),
        ("1.5..2", ["1.5", "..", "2"]),
        (".5", [".5"]),
        ("1e3 1E-3 1.5e+2", ["1e3", "1E-3", "1.5e+2"]),
        ("a.?{}a.b", ["a", ".?", "{", "}", "a", ".", "b"]),
        ("->-@@@??", ["->", "-", "@@", "@", "??"]),
        ("a // note\nb //* long\nnote */ c", ["a", "b", "c"]),
        ("/* c */ a /**/", ["/* c */", "a", "/**/"]),
        ("'a b' 'c\\'d' \"e\\\"f\"", ["'a b'", "'c\\'d'", '"e\\"f"']),
        ("partx part_ part", ["partx", "part_", "part"]),
        ("a/b", ["a", "/", "b"]),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    assert _words(text) == words
    assert _scan(text).faults == []


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("a ` b", [("syntax-unexpected-character", 2, 3)]),
        ("a → → b", [("syntax-unexpected-character", 2, 3), ("syntax-unexpected-character", 4, 5)]),
        ("“a”", [("syntax-typographic-quotes", 0, 3)]),
        ("«a» b", [("syntax-guillemets", 0, 3)]),
        ("a ’ b", [("syntax-unexpected-character", 2, 3)]),
        ("größe : T", [("syntax-foreign-letters", 0, 5)]),
        ("été", [("syntax-foreign-letters", 0, 3)]),
        ("a \x00\x00 b", [("syntax-invisible-character", 2, 4)]),
        ("a\u200bb", [("syntax-invisible-character", 1, 2)]),
        ("'a\u200bb'", [("syntax-invisible-character", 2, 3)]),
        ('/* a\u200bb */ "\u200d"', []),
        ("/* \u202e */", [("syntax-reading-direction", 3, 4)]),
        ("// \u202e", [("syntax-reading-direction", 3, 4)]),
        ('"abc;', [("syntax-unclosed-string", 0, 4)]),
        ("'abc;\nx", [("syntax-unclosed-name", 0, 4)]),
        ("a /* b", [("syntax-unclosed-comment", 2, 6)]),
        ("a //* b", [("syntax-unclosed-comment", 2, 7)]),
        ("\ufeffa", []),
    ],
)
def test_faults(text: str, faults: list[tuple[str, int, int]]) -> None:
    found = [(fault.code, fault.start, fault.end) for fault in _scan(text).faults]
    assert found == faults


def test_keywords_are_reserved() -> None:
    tables = load("sysml")
    name = tables.terminal("NAME")
    for word in (text for text in tables.texts if text[:1].isalpha()):
        tokens = _scan(f"{word} '{word}' {word}x")
        assert tokens.types[0] == tables.terminal(word)
        assert tokens.types[1:3] == [name, name]
