"""An unchanged workspace is judged from the store, and by nothing else than what was found."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostic
from generator.diagnostics.records import render_json
from generator.workspace import Workspace, findings
from generator.workspace.store import Store

MODEL = """package Kitchen {
    part def Oven;
    part oven : Ovn;
    part oven;
    import Pantry::*;
}
"""
OTHER = "package Pantry { attribute def Shelf; part shelf : Shelf; }\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "kitchen.sysml").write_text(MODEL)
    (tmp_path / "models" / "pantry.sysml").write_text(OTHER)
    return tmp_path


def opened(folder: Path) -> Workspace:
    config = Config(root=folder, cache=str(folder / "cache"), library="bundled")
    return Workspace.open(folder / "models", config=config)


def judged(folder: Path) -> tuple[Workspace, str]:
    workspace = opened(folder)
    found: list[Diagnostic] = [each.diagnostic for each in workspace.judged]
    return workspace, render_json(found, 2)


def test_what_was_found_is_found_again_without_a_model(folder: Path) -> None:
    first, wanted = judged(folder)
    second, found = judged(folder)
    assert '"severity": "error"' in wanted
    assert found == wanted
    assert "_front" in vars(first)
    assert "_front" not in vars(second)


def test_a_changed_text_is_judged_anew(folder: Path) -> None:
    judged(folder)
    file = folder / "models" / "kitchen.sysml"
    file.write_text(MODEL.replace("Ovn", "Oven"))
    found = judged(folder)[1]
    assert "Ovn" not in found
    shutil.rmtree(folder / "cache")
    assert found == judged(folder)[1]


def test_other_rules_judge_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    judged(folder)
    monkeypatch.setattr("generator.workspace.keys._code", lambda rooms: "another version")
    assert "_front" in vars(judged(folder)[0])


@pytest.mark.parametrize("entry", [b"", b"[[1]]", b'[["c","error","m",[999,0,1],[],null,null]]'])
def test_a_damaged_entry_is_not_trusted(folder: Path, entry: bytes) -> None:
    _, wanted = judged(folder)
    workspace = opened(folder)
    own = [each.source for each in workspace.files]
    with Store(folder / "cache") as store:
        store.put_bytes(findings._key(own, workspace.library_sources), entry)
    assert judged(folder)[1] == wanted


def test_an_unchanged_workspace_needs_neither_parser_nor_resolver(folder: Path) -> None:
    judged(folder)
    program = (
        "import sys; from tests.workspace.test_findings import judged; from pathlib import Path\n"
        f"judged(Path({str(folder)!r}))\n"
        "print([n for n in sys.modules if n.startswith(('generator.syntax', 'generator.resolve'))])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout == "[]\n", done.stderr
