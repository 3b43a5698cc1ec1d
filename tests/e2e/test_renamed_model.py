"""No pass knows a name: a model with every element renamed generates a system of the same shape that passes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.workspace import Workspace
from tests.e2e.renaming import renamed, renaming

ROOT = Path(__file__).parents[2]
MODELS = sorted(path.parent for path in (ROOT / "ssot").glob("*/*.sysml"))


@pytest.mark.parametrize("folder", sorted(set(MODELS)), ids=lambda folder: folder.name)
def test_a_renamed_model_generates_and_passes(folder: Path, tmp_path: Path) -> None:
    model, found = Workspace.open(folder).check()
    assert not [each for each in found if each.severity == "error"]
    names = renaming(model)
    assert len(names) > 100
    copy = tmp_path / "ssot" / "zulu"
    copy.mkdir(parents=True)
    for number, path in enumerate(sorted(folder.glob("*.sysml"))):
        text = path.read_text(encoding="utf-8")
        (copy / f"part{number}.sysml").write_text(renamed(text, names), encoding="utf-8")

    done = subprocess.run(
        [
            *(sys.executable, "-m", "generator.surfaces.cli", "generate", "--format", "json"),
            *("--model", str(copy), "--out", str(tmp_path / "out")),
        ],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    theirs = _shape(tmp_path / "out" / "generated" / "manifest.json")
    ours = _shape(ROOT / "generated" / "manifest.json", folder.name)
    assert theirs == ours


def _shape(manifest: Path, system: str | None = None) -> dict[str, int]:
    """How many files each pass made of a system (of all, without a name)."""
    files = json.loads(manifest.read_text(encoding="utf-8"))["files"]
    shape: dict[str, int] = {}
    for path, entry in files.items():
        if system is None or path.split("/")[1] == system:
            shape[entry["pass"]] = shape.get(entry["pass"], 0) + 1
    return shape
