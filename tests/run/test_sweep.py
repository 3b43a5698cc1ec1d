"""The sweep of a corpus counts how runs end; a small sample of what `tests.run.sweep` does with a whole corpus."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.library import bundled
from generator.workspace import execute
from tests.run import sweep

MODEL = """
package P {
    private import ScalarValues::*;
    enum def Color { red; }
    calc def Double { in x : Integer; return : Integer = 2 * x; }
    calc def Two { return : Integer = 2; }
    part def Box { attribute n : Integer = 3; }
    action def Wait { accept s : Color; }
}
"""


def test_every_run_ends_with_a_result_or_a_named_error(tmp_path: Path) -> None:
    (tmp_path / "model.sysml").write_text(MODEL, encoding="utf-8")
    found = {each.element: each.code for each in sweep.sweep(tmp_path, list(bundled()), 1_000)}
    assert found["P::Two"] == found["P::Box"] == ""
    assert found["P::Double"] == "missing-input"
    assert found["P::Wait"] == "deadlock"
    assert found["P::Color"] == "not-runnable"
    assert not Counter(found.values()).keys() & set(sweep.NAMELESS)


def test_a_run_that_ends_without_a_name_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("lost")

    monkeypatch.setattr(execute, "_perform", broken)
    (tmp_path / "model.sysml").write_text("part def Box;", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["sweep", str(tmp_path)])
    assert sweep.main() == 1
    assert "Box (instance): run-failed: KeyError: 'lost'" in capsys.readouterr().out
