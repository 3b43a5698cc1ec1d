"""Texts that are refused, texts at the edges, and how long it takes."""

from __future__ import annotations

import pytest

from generator.source import SourceFile
from generator.syntax import parse
from generator.syntax.ast import Element
from generator.syntax.format import format_source
from generator.syntax.format.clauses import (
    BRANCHES,
    CLAUSES,
    COMMENTS,
    DECLARATIONS,
    IN_PLACE,
    RELATIONS,
    WITH_BRACES,
    WRAPPERS,
)
from generator.syntax.format.plan import Plan
from generator.syntax.format.sameness import difference
from generator.syntax.tables import DIALECTS, load
from tests.cost import calls
from tests.syntax.sheets import lines

_SHEETS = [(name, line) for name in ("accepted.sysml", "accepted.kerml") for line in lines(name)]
_DEEP = {
    "bodies": "part a {" * 500 + "}" * 500,
    "calls": "attribute x = " + "f(" * 400 + "1" + ")" * 400 + ";",
    "signs": "attribute x = " + "- " * 1000 + "1;",
    "sums": "attribute x = " + "a + " * 1500 + "1;",
    "parentheses": "attribute x = " + "(" * 600 + "1" + ")" * 600 + ";",
    "arrows": "attribute x = a" + "->f()" * 1500 + ";",
    "alternatives": "attribute x = " + "if a ? b else " * 300 + "c;",
    "else-ifs": "action a { if x { }" + " else if y { }" * 800 + "}",
    "chain": "attribute x = a" + ".b" * 3000 + ";",
    "path": "part x : a" + "::b" * 900 + ";",
    "list": "attribute x = (" + "1, " * 3000 + "1);",
}


@pytest.mark.parametrize(("name", "text"), _SHEETS)
def test_every_construct_keeps_its_meaning(name: str, text: str) -> None:
    formatted, found = format_source(SourceFile(name, text))
    assert [d.message for d in found] == []
    assert format_source(SourceFile(name, formatted.text))[0].text == formatted.text
    narrow, found = format_source(SourceFile(name, text), 1)
    assert [d.message for d in found] == []
    assert format_source(SourceFile(name, narrow.text), 1)[0].text == narrow.text


@pytest.mark.parametrize("text", _DEEP.values(), ids=_DEEP)
def test_deep_and_long_texts(text: str) -> None:
    for width in (20, 100):
        formatted, found = format_source(SourceFile("deep.sysml", text), width)
        assert [d.message for d in found] == []
        again, _ = format_source(SourceFile("deep.sysml", formatted.text), width)
        assert again.text == formatted.text


def test_a_text_with_syntax_errors_stays() -> None:
    text = "part  a  {\n  part b\n}\n"
    formatted, found = format_source(SourceFile("a.sysml", text))
    assert (formatted.text, formatted.is_changed) == (text, False)
    assert [d.code for d in found] == ["syntax-missing-semicolon"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("\n \t\n", ""),
        ("\ufeffpart a;", "part a;\n"),
        ("part a;\r\npart b;\rpart c;", "part a;\npart b;\npart c;\n"),
        ("doc /* a\r\n  b */", "doc /* a\n  b */\n"),
        ("// only\r\n", "// only\n"),
        ("part a;  \t\n\n\n", "part a;\n"),
        ("\fpart\fa;", "part a;\n"),
        ("part '漢字 😀' : \"\";", None),
        ("doc /* 漢字 😀 */", "doc /* 漢字 😀 */\n"),
    ],
)
def test_edges_of_a_file(before: str, after: str | None) -> None:
    formatted, found = format_source(SourceFile("a.sysml", before))
    if after is None:
        assert found
        assert formatted.text == before
        return
    assert found == ()
    assert formatted.text == after
    assert formatted.is_changed == (before != after)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("part a;", "part b;"),
        ("part a;", "ref part a;"),
        ("part a;", "part a; part b;"),
        ("attribute a = 1;", "attribute a = 2;"),
        ("attribute a = b + c;", "attribute a = b - c;"),
        ("attribute a = b + (c + d);", "attribute a = b + c + d;"),
        ("doc /* a */", "doc /* b */"),
        ('rep language "x" /* a\n b */', 'rep language "x" /* a\nb */'),
        ("part a : B;", "part a :> B;"),
    ],
)
def test_a_difference_is_seen(one: str, other: str) -> None:
    left, right = (parse(SourceFile("a.sysml", text))[0] for text in (one, other))
    assert difference(left, right) is not None
    assert difference(left, left) is None


def test_margins_of_comments_are_no_difference() -> None:
    left, _ = parse(SourceFile("a.sysml", "doc /* a\n     * b */"))
    right, _ = parse(SourceFile("a.sysml", "doc\n/* a\n * b */"))
    assert difference(left, right) is None


def test_a_changed_meaning_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def spoiled(self: Plan, part: int | Element) -> bool:
        self.texts[0] = "item"
        return False

    monkeypatch.setattr(Plan, "_is_decision", spoiled)
    text = "part  a;\naction b { decide; }"
    formatted, found = format_source(SourceFile("a.sysml", text))
    assert formatted.text == text
    assert [d.code for d in found] == ["format-changes-model"]
    assert found[0].span.line == 1


def test_a_lost_note_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.syntax.format.layout.Layout._note", lambda self, note: None)
    text = "part  a; // a note\n"
    formatted, found = format_source(SourceFile("a.sysml", text))
    assert formatted.text == text
    assert [d.message for d in found] == [
        "the formatted text would not hold the same notes; the file stays as it is"
    ]


def test_the_names_of_productions_are_those_of_the_grammar() -> None:
    known = {action for each in DIALECTS for _, _, action, _ in load(each).productions}
    used = {*BRANCHES, *CLAUSES, *COMMENTS, *DECLARATIONS, *IN_PLACE, *RELATIONS}
    used |= {*WITH_BRACES, *WRAPPERS, *Plan.special} - {"operations", "postfix"}
    assert used <= known


def test_the_cost_is_proportional_to_the_text() -> None:
    piece = (
        "part def P {\n  attribute a : Real = f(b, c + d);  // note\n  part q : Q [0..*];\n}\n"
        * 100
    )

    def cost(times: int) -> int:
        return calls(lambda: format_source(SourceFile("long.sysml", piece * times)))

    cost(1)
    assert cost(12) < 7 * cost(2)
