"""Formatting by logical lines gives the bytes black gives for the whole file, and asks black as little as possible."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.emit import framing
from generator.emit.format import FormatFault, Formatter, format_whole

FORMATTER = Formatter()
ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "generator").rglob("*.py")) + sorted((ROOT / "tests").rglob("*.py"))
GENERATED = sorted((ROOT / "generated").rglob("*.py"))

STATEMENTS = [
    "x = 1", "y: int = 2", "name: str | None = None", "z = f(1, 2)", "a = (1, 2)", "b = [1, 2,]", "c = {'k': 1}",
    "import os", "from a import b", "from a import (\n    b,\n    c,\n)", "from a import (b, c)", "return_ = not (a)",
    "value = some_function(argument_number_one, argument_number_two, argument_number_three, four)",
    "value = g(\n    1,\n    a=2,\n)", "value = g(\n  1, 2\n)", "value = g(\n    h(\n        1,\n    ),\n    [\n        2,\n    ],\n)",
    'text = "it\'s"', "text = 'a'", 'text = "a\\n"', "text = f\"{a!r} {b:>{w}}\"", "# a comment", "#no space", "x = 1 # c",
    '"""A text."""', "pass", "assert x, (\n    y\n)", "del (a), b", "print((1))", "lambda x: x", "x = y if z else w",
    "T = dict[str, tuple[int, ...]]", "m = {\n    'a': 1,\n    \"b\": f(\n        2,\n    ),\n}", "t = (\n    1,\n)",
    "n: Annotated[str, Field(min_length=1)] = Field(\n    alias=\"n\",\n)", "x = a[1:2, ::3]", "p = -1 ** 2", "i = 0XFF",
    "q = a.b(1).c(2).d(3)", "e = (\n    'one '\n    'two'\n)", "x = [\n    i\n    for i in j\n]",
]  # fmt: skip
HEADERS = [
    "class A:", "class B(C):", "class D():", "def f():", "def g(a, b=1, *c, **d) -> int:", "async def h():",
    "def k(\n    a: int,\n    b: str = 'x',\n) -> None:", "if a:", "for x in (1, 2):", "while (a):", "with a as b:",
    "@decorated\ndef f():", "@decorated(\n    1,\n)\nclass E:", "@property\ndef p(self):", "if (\n    a\n):",
]  # fmt: skip
DOCS = [
    '"""Doc."""',
    '""" Doc. """',
    '"""Doc.\n\nMore.\n"""',
    '"""Say "x" """',
    "'''Doc'''",
    '"""a\n    b\n  c"""',
]


@st.composite
def blocks(draw: st.DrawFn, depth: int = 0) -> list[str]:
    """Lines of a block with blank lines where nobody asked for them."""
    pad = "    " * depth
    lines: list[str] = []
    if draw(st.booleans()) and (depth or draw(st.booleans())):
        lines += [
            pad + each if number == 0 else each
            for number, each in enumerate(draw(st.sampled_from(DOCS)).split("\n"))
        ]
    for _ in range(draw(st.integers(1, 4))):
        lines += [""] * draw(st.sampled_from([0, 0, 0, 1, 2, 3]))
        if depth < 3 and draw(st.integers(0, 3)) == 0:
            lines += [pad + each for each in draw(st.sampled_from(HEADERS)).split("\n")]
            lines += [""] * draw(st.sampled_from([0, 0, 0, 1]))
            lines += draw(blocks(depth + 1))
            if draw(st.booleans()) and lines[-1].strip() and "if a:" in lines:
                lines += ["if b:", "    pass", "elif c:", "    x = 1", "else:", "    y = 2"]
        else:
            lines += [pad + each for each in draw(st.sampled_from(STATEMENTS)).split("\n")]
    lines.append(pad + "pass")
    return lines


@settings(max_examples=300, deadline=None)
@given(blocks())
def test_any_module_is_what_black_makes_of_it(lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    try:
        expected = format_whole(text)
    except FormatFault:
        with pytest.raises(FormatFault):
            FORMATTER.format(text)
        return
    assert FORMATTER.format(text) == expected


def test_our_own_sources_are_what_black_makes_of_them() -> None:
    chance = random.Random(7)
    for path in chance.sample(SOURCES, min(12, len(SOURCES))):
        text = path.read_text(encoding="utf-8")
        assert FORMATTER.format(text) == format_whole(text), path
        messy = _messed(text, chance)
        assert FORMATTER.format(messy) == format_whole(messy), path


def _messed(text: str, chance: random.Random) -> str:
    """The text with blank lines lost and added, where that keeps it Python."""
    lines: list[str] = []
    for line in text.split("\n"):
        luck = chance.random()
        if not line.strip() and luck < 0.3:
            continue
        lines += [line] + [""] * (luck > 0.93) + [""] * 2 * (luck > 0.98)
    return "\n".join(lines)


@pytest.mark.skipif(not GENERATED, reason="nothing is generated in this checkout")
def test_the_committed_outputs_are_what_black_makes_of_them() -> None:
    for path in random.Random(3).sample(GENERATED, min(20, len(GENERATED))):
        text = path.read_text(encoding="utf-8")
        assert format_whole(text) == text, path
        assert FORMATTER.format(text) == text, path


@pytest.mark.parametrize(
    "text",
    [
        "x = (\n",
        "def f(:\n    pass\n",
        "else:\n    pass\n",
        "if a:\nx = 1\n",
        "x = 1\n    y = 2\n",
        "class A:\n",
        "a b\n",
    ],
)
def test_what_is_no_python_is_refused(text: str) -> None:
    with pytest.raises(FormatFault):
        FORMATTER.format(text)


@pytest.mark.parametrize(
    "text", ["", "\n", "# only\n", "x = 1", "# fmt: off\nx=1\n# fmt: on\ny=1\n", "x = '''a\n'''\n"]
)
def test_odd_texts(text: str) -> None:
    assert FORMATTER.format(text) == format_whole(text)


class _Answers(dict[bytes, str]):
    """A store of answers."""

    def put(self, key: bytes, text: str) -> None:
        self[key] = text


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What black is asked to format."""
    texts: list[str] = []
    real = framing.format_whole

    def spy(text: str) -> str:
        texts.append(text)
        return real(text)

    monkeypatch.setattr(framing, "format_whole", spy)
    return texts


def _types(names: list[str]) -> str:
    classes = [
        f'class {name}(Base):\n    """What {name} is."""\n\n    first_{name}: str\n    second: int | None = None\n'
        for name in names
    ]
    return '"""Types."""\n\nfrom .base import Base\n\n\n' + "\n\n".join(classes)


def test_a_thousand_classes_of_one_shape_ask_black_a_handful_of_times(asked: list[str]) -> None:
    text = _types([f"Type{number}" for number in range(1000)])
    assert Formatter().format(text) == text
    assert len(asked) < 10
    assert sum(map(len, asked)) < 1000


def test_nothing_is_formatted_twice(asked: list[str]) -> None:
    answers = _Answers()
    long = "value = some_function(argument_number_one, argument_number_two, argument_number_three, four)\n"
    text = _types(["A", "B"]) + "\n\n" + long
    first = Formatter(answers).format(text)
    count = len(asked)
    assert Formatter(answers).format(text) == first
    assert Formatter(answers).format(_types(["A", "B", "C"]) + "\n\n" + long).endswith(first[-40:])
    assert len(asked) == count


def test_another_salt_asks_again(asked: list[str]) -> None:
    answers = _Answers()
    Formatter(answers, b"1").format("x = 1\n")
    Formatter(answers, b"2").format("x = 1\n")
    assert len(asked) == 2
