"""Models from text for the tests of resolve and rules: parsed, resolved against the bundled library, checked."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic, sort_diagnostics
from generator.ir import Model
from generator.library import bundled
from generator.resolve import LibraryModel, Tree, resolve, resolve_library
from generator.rules import check
from generator.source import SourceFile
from generator.syntax import parse

_EXPECTED = re.compile(r"//\s*(error|warning|info)(?::\s*\[([\w-]+)\])?")
_FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```", re.M | re.S)


@cache
def library() -> tuple[Tree, ...]:
    """The bundled library, parsed once per process; it has to be free of syntax errors."""
    trees = []
    for source in bundled():
        tree, diagnostics = parse(source)
        assert not diagnostics, diagnostics
        trees.append((source, tree))
    return tuple(trees)


@cache
def library_model() -> LibraryModel:
    """The bundled library, resolved once per process; it has to be free of errors."""
    model, diagnostics = resolve_library(library())
    assert not diagnostics, [(each.span.location(), each.message) for each in diagnostics]
    return model


def model_of(*sources: SourceFile | str) -> tuple[Model, tuple[Diagnostic, ...]]:
    """The model of some texts as one workspace, and everything that is wrong with it."""
    found: list[Diagnostic] = []
    trees: list[Tree] = []
    for number, each in enumerate(sources):
        source = each if isinstance(each, SourceFile) else SourceFile(f"{number}.sysml", each)
        tree, diagnostics = parse(source)
        trees.append((source, tree))
        found += diagnostics
    model, unresolved = resolve(trees, library_model())
    return model, sort_diagnostics([*found, *unresolved, *check(model)])


def fences(markdown: str) -> list[tuple[str, str, str]]:
    """The fenced blocks of a Markdown text as (language, argument, content)."""
    return [(m[1], m[2] or "", m[3]) for m in _FENCE.finditer(markdown)]


def expected(source: SourceFile, code: str | None = None) -> set[tuple[str, int, str, str]]:
    """What a text expects: `// error: [code]` on a line; a bare `// error` means the given code."""
    found = set()
    for number, line in enumerate(source.text.split("\n"), start=1):
        for severity, named in _EXPECTED.findall(line):
            wanted = named or code
            assert wanted, f"{source.path}:{number}: say which {severity}"
            found.add((source.path, number, severity, wanted))
    return found


def reported(diagnostics: tuple[Diagnostic, ...]) -> set[tuple[str, int, str, str]]:
    """What was reported, in the shape of `expected`."""
    return {(d.span.path, d.span.line, str(d.severity), d.code) for d in diagnostics}


def corpus(*parts: str) -> Path:
    """A folder of the model corpus; the test is skipped where there is none."""
    root = Path(__file__).parents[2]
    base = Path(os.environ.get("SSOT_CORPUS", root.parent / "shared" / "corpus"))
    folder = base.joinpath(*parts)
    if not folder.is_dir():
        pytest.skip("the model corpus is not here: set SSOT_CORPUS or provide ../shared/corpus")
    return folder
