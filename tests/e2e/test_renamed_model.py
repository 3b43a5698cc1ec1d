"""No pass knows a name: a model with every element renamed generates a system of the same shape that passes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.workspace import Workspace
from tests.e2e.commands import ROOT, generate, look
from tests.e2e.renaming import renamed, renaming

FOLDERS = sorted({path.parent for path in (ROOT / "ssot").glob("*/*.sysml")})
MODEL = "ssot/zulu"
LARGEST = max(FOLDERS, key=lambda folder: sum(path.stat().st_size for path in folder.iterdir()))


@pytest.mark.parametrize(
    "folder",
    [
        pytest.param(each, marks=pytest.mark.slow if each is LARGEST else (), id=each.name)
        for each in FOLDERS
    ],
)
def test_a_renamed_model_generates_the_same_shape(folder: Path, tmp_path: Path) -> None:
    rename(folder, tmp_path)
    generate(tmp_path, MODEL, "--no-review")
    theirs = _shape(tmp_path / "out" / "generated" / "manifest.json")
    assert theirs == _shape(ROOT / "generated" / "manifest.json", folder.name)
    look(tmp_path, MODEL)


@pytest.mark.slow
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_renamed_model_passes_its_tests(folder: Path, tmp_path: Path) -> None:
    rename(folder, tmp_path)
    generate(tmp_path, MODEL)


def rename(folder: Path, tmp_path: Path) -> None:
    """Write a model with every element renamed to `ssot/zulu`."""
    model, found = Workspace.open(folder).check()
    assert not [each for each in found if each.severity == "error"]
    names = renaming(model)
    assert len(names) > 100
    copy = tmp_path / MODEL
    copy.mkdir(parents=True)
    for number, path in enumerate(sorted(folder.glob("*.sysml"))):
        text = path.read_text(encoding="utf-8")
        (copy / f"part{number}.sysml").write_text(renamed(text, names), encoding="utf-8")


def _shape(manifest: Path, system: str | None = None) -> dict[str, int]:
    """How many files each pass made of a system (of all, without a name)."""
    files = json.loads(manifest.read_text(encoding="utf-8"))["files"]
    shape: dict[str, int] = {}
    for path, entry in files.items():
        if system is None or path.split("/")[1] == system:
            shape[entry["pass"]] = shape.get(entry["pass"], 0) + 1
    return shape
