"""Small models that run: each case of `cases/*.md`, and of `docs/run.md`, is a model and what its elements give.

A file has sections. `## title` begins a case, a block ```sysml is its model (several are several files; imports of
the libraries are written out). Then blocks

    ```run P::element {"inputs": 1} events [{"signal": "S"}] steps 100
    {"kind": "calc", "result": 1}
    ```

each run an element: after its name come, as needed, the inputs as JSON, the word `events` and what happens, the word
`steps` and the budget. The body is the exact result: an integer is no float, floats agree to nine digits. Two
things are looser: of an `error` only the keys written are compared and its `message` has to contain the text; and
where an object has the key "..." the result may have other keys too. `reported: TEXT` as first line of the body means
that compiling reports a construct with that text, or that the run remarks it; `silent:` that nothing is reported.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.compile.program import compile_program
from generator.diagnostics import has_errors, render_text
from generator.ir import Model
from generator.library import bundled
from generator.resolve import LibraryModel, resolve
from generator.rules import check
from generator.source import SourceFile
from generator.syntax import parse
from generator.workspace.execute import STEPS, Run, execute
from generator.workspace.front import library_model
from generator.workspace.scope import locate
from generator.workspace.store import Store

CASES = Path(__file__).parent / "cases"
_ASKED = re.compile(r"((?:'[^']*'|[^' ])+) ?(.*)", re.DOTALL)
_BLOCK = re.compile(r"^```(\w+)[ ]*([^\n]*)\n(.*?)^```[ ]*$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Case:
    """One run of one element of a model, and what it is to give."""

    title: str
    texts: tuple[str, ...]
    asked: str
    expected: str

    @property
    def name(self) -> str:
        """What the case is called in a report."""
        return f"{self.title}: {self.asked}"


def cases_of(text: str, file: str) -> Iterator[Case]:
    """The cases of a text."""
    for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        title = f"{file}, {section.partition(chr(10))[0]}"
        blocks = _BLOCK.findall(section)
        texts = tuple(body for kind, _, body in blocks if kind == "sysml")
        yield from (
            Case(title, texts, asked, body) for kind, asked, body in blocks if kind == "run"
        )


@cache
def _library() -> LibraryModel:
    return library_model(bundled(), Store(None))


@cache
def _model(texts: tuple[str, ...]) -> Model:
    sources = [SourceFile(f"model{at or ''}.sysml", text) for at, text in enumerate(texts)]
    parsed = [(source, *parse(source)) for source in sources]
    model, unresolved = resolve([(source, tree) for source, tree, _ in parsed], _library())
    found = [each for _, _, faults in parsed for each in faults]
    found += [*unresolved, *check(model)]
    assert not has_errors(found), render_text(found)
    return model


def result_of(texts: tuple[str, ...], asked: str) -> tuple[dict[str, Any], list[str]]:
    """What an element gives, and what was reported while it was compiled."""
    parts = _ASKED.fullmatch(asked)
    assert parts is not None, asked
    element, rest = parts.groups()
    rest, _, steps = rest.partition("steps ")
    given, _, events = rest.partition("events ")
    model = _model(texts)
    inputs = json.loads(given.strip() or "{}")
    asked_for, inherited = locate(model, element)
    names = re.findall(r'"([^"]*::[^"]*)"', given)
    names += re.findall(r'"(?:signal|\$type)": *"([^"]*)"', given + events)
    program, found = compile_program(model, asked_for, names, inherited)
    run = Run(
        program,
        inputs,
        tuple(json.loads(events.strip() or "[]")),
        int(steps or STEPS),
    )
    return execute(run), [*(each.message for each in found), *run.remarks]


def agrees(found: Any, expected: Any, *, key: str = "") -> bool:
    """Whether a result is the expected one."""
    if isinstance(expected, dict) and isinstance(found, dict):
        names = set(expected) - {"..."}
        if key == "error":
            return all(str(expected[name]) in str(found.get(name)) for name in names)
        if "..." not in expected and set(found) != names:
            return False
        return all(
            name in found and agrees(found[name], expected[name], key=name) for name in names
        )
    if isinstance(expected, list) and isinstance(found, list):
        return len(found) == len(expected) and all(map(agrees, found, expected))
    if isinstance(expected, float) and isinstance(found, float):
        return math.isclose(found, expected, rel_tol=1e-9, abs_tol=1e-12)
    return type(found) is type(expected) and found == expected


_ALL = [
    case
    for path in (*sorted(CASES.glob("*.md")), Path(__file__).parents[2] / "docs" / "run.md")
    for case in cases_of(path.read_text(encoding="utf-8"), path.stem)
]


@pytest.mark.parametrize("case", _ALL, ids=lambda case: case.name)
def test_run(case: Case) -> None:
    """An element gives what the case says."""
    found, reported = result_of(case.texts, case.asked)
    first, _, rest = case.expected.partition("\n")
    expected = case.expected
    if first.startswith("reported: "):
        wanted, expected = first.removeprefix("reported: "), rest
        assert any(wanted in each for each in reported), reported
    elif first == "silent:":
        expected = rest
        assert not reported
    assert agrees(found, json.loads(expected)), json.dumps(found, indent=2, ensure_ascii=False)


def test_comparison_can_fail() -> None:
    """A result that differs in a type, a key or a digit does not agree."""
    assert agrees({"a": 1.0}, {"a": 1.0000000000001})
    assert not agrees({"a": 1}, {"a": 1.0})
    assert not agrees({"a": 1, "b": 2}, {"a": 1})
    assert not agrees({"a": True}, {"a": 1})
    assert not agrees({"error": {"code": "x"}}, {"error": {"code": "y"}})
    assert agrees({"a": 1, "b": 2}, {"a": 1, "...": 0})
