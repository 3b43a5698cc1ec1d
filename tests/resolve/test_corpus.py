"""Models that were written elsewhere: HFO's have to be valid, of the official ones no fewer than recorded."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic, Severity
from generator.ir import ActionUsage, PartDefinition, SuccessionFlowUsage
from generator.resolve import LibraryModel, resolve, resolve_library
from generator.rules import check
from generator.source import SourceFile
from generator.syntax import RootNamespace, parse
from tests.resolve.workspace import corpus, library_model, model_of

RATCHET: dict[str, dict[str, int]] = json.loads(
    (Path(__file__).parent / "ratchet.json").read_text()
)
VALID = [
    "HFO_SSOT.sysml",
    "Obsidian_Hourglass.sysml",
    "gen_33_sysml_HFO_CANON.sysml",
    "gen_34_sysml_HFO_FRACTAL_HOLONS.sysml",
]


@pytest.mark.parametrize("name", VALID)
def test_hfo_model_is_valid(name: str) -> None:
    path = corpus("hfo") / name
    _, diagnostics = model_of(SourceFile(name, path.read_text(encoding="utf-8")))
    assert [(d.span.location(), d.code) for d in diagnostics if d.severity is Severity.ERROR] == []


def test_hfo_model_has_its_lifecycle() -> None:
    path = corpus("hfo") / "HFO_SSOT.sysml"
    model, _ = model_of(SourceFile(path.name, path.read_text(encoding="utf-8")))
    lifecycle = model["G28_HFO_SSOT::MissionLifecycle"]
    assert len(model.owned(lifecycle, ActionUsage)) == 10
    flows = model.owned(lifecycle, SuccessionFlowUsage)
    assert len(flows) == 11
    assert all(len(end.path) == 2 for flow in flows for end in flow.ends)
    assert len(model.of_kind(PartDefinition)) == 17


@pytest.mark.parametrize("folder", sorted(RATCHET["bundled"]))
def test_official_models_with_the_bundled_library(folder: str) -> None:
    files = sorted(corpus("official", folder).rglob("*.sysml"))
    refused = [path.name for path in files if _errors(path, tuple(files), library_model())]
    assert len(files) - len(refused) >= RATCHET["bundled"][folder], refused


@pytest.mark.parametrize("folder", sorted(RATCHET["official"]))
def test_official_models_with_the_official_library(folder: str) -> None:
    library = _official_library()[0]
    files = sorted(corpus("official", folder).rglob("*.sysml"))
    refused = [path.name for path in files if _errors(path, tuple(files), library)]
    assert len(files) - len(refused) >= RATCHET["official"][folder], refused


def test_official_library_has_no_error() -> None:
    library, diagnostics = _official_library()
    assert [(each.span.location(), each.message) for each in diagnostics] == []
    assert len(library.symbols) > 10_000


@cache
def _official_library() -> tuple[LibraryModel, tuple[Diagnostic, ...]]:
    files = sorted(corpus("official", "library").rglob("*ml"))
    return resolve_library([_parsed(path)[:2] for path in files])


@cache
def _parsed(path: Path) -> tuple[SourceFile, RootNamespace, bool]:
    source = SourceFile(path.as_posix(), path.read_text(encoding="utf-8"))
    tree, diagnostics = parse(source)
    return source, tree, any(each.severity is Severity.ERROR for each in diagnostics)


@cache
def _declaring(files: tuple[Path, ...]) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for path in files:
        for member in _parsed(path)[1].members:
            if member.declared_name is not None:
                found.setdefault(member.declared_name.text, path)
    return found


def _imported(path: Path, files: tuple[Path, ...]) -> Iterator[Path]:
    own = {each.declared_name.text for each in _parsed(path)[1].members if each.declared_name}
    for name in re.findall(r"import\s+(?:all\s+)?(\w+|'[^']*')", _parsed(path)[0].text):
        declaring = _declaring(files).get(name.strip("'"))
        if declaring is not None and name.strip("'") not in own:
            yield declaring


def _errors(path: Path, files: tuple[Path, ...], library: LibraryModel) -> bool:
    """Whether a file has an error, in a workspace of the files it imports from, directly or not."""
    workspace = [path]
    for each in workspace:
        workspace += [other for other in _imported(each, files) if other not in workspace]
    model, diagnostics = resolve([_parsed(each)[:2] for each in workspace], library)
    name = path.as_posix()
    return _parsed(path)[2] or any(
        each.span.path == name and each.severity is Severity.ERROR
        for each in (*diagnostics, *check(model))
    )
