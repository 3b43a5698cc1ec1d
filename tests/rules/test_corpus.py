"""No rule finds fault with what is known to be right: the official models and library, and our own library."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic, Severity
from generator.ir import Model
from generator.resolve import LibraryModel, Tree, resolve, resolve_library
from generator.rules import check, run_rules
from generator.source import SourceFile
from generator.syntax import parse
from tests.resolve.workspace import corpus, library_model

SYSTEMS = Path(__file__).parents[2] / "ssot"
OFFICIAL = ("training", "examples")


def _trees(files: list[Path]) -> list[Tree]:
    sources = [SourceFile(each.name, each.read_text(encoding="utf-8")) for each in files]
    return [(source, parse(source)[0]) for source in sources]


def _models(folder: Path) -> list[Path]:
    return sorted((*folder.rglob("*.sysml"), *folder.rglob("*.kerml")))


@cache
def _official() -> LibraryModel:
    return resolve_library(_trees(_models(corpus("official", "library"))))[0]


def _errors(found: Iterator[Diagnostic] | tuple[Diagnostic, ...]) -> list[str]:
    return [
        f"{each.span.location()}: [{each.code}] {each.message}"
        for each in found
        if each.severity is Severity.ERROR
    ]


def _library_as_model(library: LibraryModel) -> list[str]:
    model = Model([], [], {}, [], libraries=library.records)
    return _errors(run_rules(model, model.elements))


@pytest.mark.parametrize("folder", OFFICIAL)
def test_official_models_are_valid(folder: str) -> None:
    model, _ = resolve(_trees(_models(corpus("official", folder))), _official())
    assert len(model.user_elements) > 1000
    assert _errors(check(model)) == []


@pytest.mark.parametrize("folder", OFFICIAL)
def test_no_rule_objects_to_official_models_with_our_library(folder: str) -> None:
    """Our library does not have every name: what is not found is no business of the rules."""
    model, _ = resolve(_trees(_models(corpus("official", folder))), library_model())
    assert _errors(check(model)) == []


def test_official_library_is_valid() -> None:
    assert _library_as_model(_official()) == []


def test_bundled_library_is_valid() -> None:
    assert _library_as_model(library_model()) == []


@pytest.mark.parametrize("name", [each.name for each in sorted(SYSTEMS.iterdir()) if each.is_dir()])
def test_our_systems_are_valid(name: str) -> None:
    files = _models(SYSTEMS / name)
    model, unresolved = resolve(_trees(files), library_model())
    assert _errors((*unresolved, *check(model))) == []
