"""Any text has a tree and diagnostics, never a traceback, however deep, long or broken it is."""

from __future__ import annotations

import pickle
import random

import pytest

from generator.diagnostics import Diagnostic
from generator.recursion import deep_recursion
from generator.source import SourceFile
from generator.syntax import RootNamespace, parse
from generator.syntax.ast import Node
from generator.syntax.build.depth import LONGEST
from generator.syntax.driver import DEEPEST
from generator.syntax.outline import outline
from generator.syntax.printer import to_text
from tests.syntax.sheets import lines

_DEEP = 10_000
_DEEP_TEXTS = {
    "braces": "part a {" * _DEEP + "}" * _DEEP,
    "parentheses": "attribute x = " + "(" * _DEEP + "1" + ")" * _DEEP + ";",
    "signs": "attribute x = " + "- " * _DEEP + "1;",
    "powers": "attribute x = " + "a ** " * _DEEP + "1;",
    "sums": "attribute x = " + "a + " * _DEEP + "1;",
    "conditions": "attribute x = " + "if a ? b else " * _DEEP + "1;",
    "chain": "attribute x = a" + ".b" * _DEEP + ";",
    "path": "part x : a" + "::b" * _DEEP + ";",
    "else-ifs": "action a { if x { }" + " else if y { }" * _DEEP + "}",
    "bodies": "attribute x = " + "a.{" * _DEEP + "b" + "}" * _DEEP + ";",
    "brackets": "attribute x = " + "a[" * _DEEP + "1" + "]" * _DEEP + ";",
    "arrows": "attribute x = a" + "->f()" * _DEEP + ";",
    "metadata": "@M {" + "a {" * _DEEP + "}" * _DEEP + "}",
}
_FLAT = ("chain",)  # makes no deep tree
_BOUNDED_TEXTS = {
    "braces": "part a {" * 500 + "}" * 500,
    "parentheses": "attribute x = " + "(" * 1000 + "1" + ")" * 1000 + ";",
    "signs": "attribute x = " + "- " * 500 + "1;",
    "sums": "attribute x = " + "1 + " * 1500 + "1;",
    "powers": "attribute x = " + "1 ** " * 1500 + "1;",
    "sums of sums": "attribute x = " + ("(" + "1 + " * 300 + "1) + ") * 60 + "1;",
    "conditions": "attribute x = " + "if true ? 1 else " * 500 + "1;",
    "calls": "attribute x = " + "f(" * 500 + "1" + ")" * 500 + ";",
    "arrows": "attribute x = 1" + "->f()" * 500 + ";",
    "indexes": "attribute x = a" + "#(1)" * 500 + ";",
    "links": "attribute x = f(1)" + ".b" * 500 + ";",
    "else-ifs": "action a { if true { }" + " else if false { }" * 500 + "}",
    "bodies": "attribute x = " + "a.{in y; " * 200 + "y" + "}" * 200 + ";",
}
_HIDDEN_TEXTS = {
    "sums first": "(" * 300 + "1" + (" + 1" * 1000 + ")") * 300,
    "sums in arguments": "f(" * 300 + "1" + (" + 1" * 1000 + ")") * 300,
    "sums in bodies": "{attribute y = " * 200 + "1" + (" + 1" * 1000 + ";}") * 200,
    "calls in sums": ("(" * 300) + "1" + ("->f()" * 100 + " + 1" * 100 + ")") * 300,
    "powers last": ("1 ** " * 10 + "(") * 300 + " ** ".join(["1"] * 1000) + ")" * 300,
}
_BROKEN_TEXTS = {
    "open braces": "part a {" * _DEEP,
    "closed braces": "}" * _DEEP,
    "open parentheses": "attribute x = " + "(" * _DEEP,
    "closed parentheses": ")" * _DEEP,
    "open comments": "/*" * _DEEP,
    "quotes": "'" * _DEEP,
    "semicolons": ";" * _DEEP,
    "names": "a " * _DEEP,
    "keywords": "part " * _DEEP,
    "NUL": "\x00" * _DEEP,
    "NUL between": "part x;\x00" * 100,
    "symbols": "@#$%^&*(" * 500,
    "digits": "attribute x = " + "9" * 100_000 + ";",
    "exponent": "attribute x = 1e999999;",
    "surrogate": "part \ud800;",
    "errors on every line": "part x = = ;\n" * 500,
}


def _parse(text: str) -> tuple[RootNamespace, tuple[Diagnostic, ...]]:
    root, diagnostics = parse(SourceFile("x.sysml", text))
    for each in diagnostics:
        assert 0 <= each.span.start <= each.span.end <= len(text)
        assert each.code.startswith("syntax-")
        assert each.message
    return root, diagnostics


@pytest.mark.parametrize("name", _DEEP_TEXTS)
def test_what_is_too_deep_is_left_out(name: str) -> None:
    """Phases after this one may use recursion: a tree is never deeper than they can go."""
    root, diagnostics = _parse(_DEEP_TEXTS[name])
    expected = [] if name in _FLAT else ["syntax-too-deep"]
    assert [d.code for d in diagnostics] == expected
    with deep_recursion():
        assert pickle.loads(pickle.dumps(root, 5)) is not None
    again, found = _parse(to_text(root))
    assert found == ()
    if "Malformed" not in outline(root):
        assert outline(again) == outline(root)


@pytest.mark.parametrize("name", _BOUNDED_TEXTS)
def test_depth_that_people_use_is_taken(name: str) -> None:
    root, diagnostics = _parse(_BOUNDED_TEXTS[name])
    assert diagnostics == ()
    assert outline(_parse(to_text(root))[0]) == outline(root)


@pytest.mark.parametrize("name", _HIDDEN_TEXTS)
def test_depth_does_not_hide(name: str) -> None:
    """What nests in the tree but not in the text counts wherever it stands."""
    root, diagnostics = _parse(f"attribute x = {_HIDDEN_TEXTS[name]};")
    assert [d.code for d in diagnostics] == ["syntax-too-deep"]
    assert _levels(root) < DEEPEST + 2 * LONGEST


def _levels(root: Node) -> int:
    deepest = 0
    stack: list[tuple[Node, int]] = [(root, 1)]
    while stack:
        node, depth = stack.pop()
        deepest = max(deepest, depth)
        for cls in type(node).__mro__:
            for slot in getattr(cls, "__slots__", ()):
                value = getattr(node, slot)
                inner = value if isinstance(value, tuple) else (value,)
                stack += [(each, depth + 1) for each in inner if isinstance(each, Node)]
    return deepest


@pytest.mark.parametrize("name", _BROKEN_TEXTS)
def test_broken_texts_have_diagnostics(name: str) -> None:
    root, diagnostics = _parse(_BROKEN_TEXTS[name])
    assert diagnostics
    assert outline(root)
    assert to_text(root) is not None


@pytest.mark.parametrize("text", ["", " ", "// note", "//* note */", "\ufeff", "\r\n", "/* c */"])
def test_texts_with_nothing_wrong(text: str) -> None:
    assert _parse(text)[1] == ()


def test_one_long_line() -> None:
    count = 20_000
    root, diagnostics = _parse("".join(f"part p{i} : T;" for i in range(count)))
    assert diagnostics == ()
    assert len(root.members) == count


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_do_not_matter(line_end: str) -> None:
    text = line_end.join(["part def A {", "  // note", "  part b : B", "  part c;", "}"])
    root, (error,) = _parse(text)
    assert error.code == "syntax-missing-semicolon"
    assert error.span.start == text.index(": B") + 3
    assert len(root.members[0].members) == 2


def _mutations(seed: int, count: int) -> list[str]:
    """Accepted notation, broken at random: parts cut, moved, doubled and mixed with odd characters."""
    pick = random.Random(seed)
    sheet = lines("accepted.sysml")
    words = " ".join(sheet).split()
    odd = "{}()[];:'\"/*\\<>=.,#@\x00\u202e\ufeffé→ \n"
    texts = []
    for _ in range(count):
        text = "\n".join(pick.sample(sheet, 4))
        for _ in range(pick.randint(1, 4)):
            start = pick.randrange(len(text) + 1)
            end = min(len(text), start + pick.choice([0, 1, 3, 20]))
            put = pick.choice(
                [
                    "",
                    f" {pick.choice(words)} ",
                    "".join(pick.choice(odd) for _ in range(pick.randint(1, 6))),
                    text[start:end] * 2,
                ]
            )
            text = text[:start] + put + text[end:]
        texts.append(text)
    return texts


def test_random_mutations() -> None:
    for text in _mutations(seed=20, count=300):
        root, diagnostics = _parse(text)
        printed = to_text(root)
        if not diagnostics:
            again, found = _parse(printed)
            assert found == (), text
            assert outline(again) == outline(root), text


def test_random_mutations_do_not_depend_on_each_other() -> None:
    for text in _mutations(seed=21, count=50):
        first = [(d.span.start, d.code) for d in _parse(text)[1]]
        assert first == [(d.span.start, d.code) for d in _parse(text)[1]]
