"""After an edit only what can have changed is checked again, and the findings are those of a full check."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.config import Config
from generator.workspace import Workspace, front, incremental
from generator.workspace.store import _checksum

FILES = {
    "base.sysml": "package Base { part def Thing { attribute size; } }",
    "middle.sysml": "package Middle { public import Base::*; part def Box :> Thing; }",
    "user.sysml": "package User { private import Middle::*; part box : Box { attribute :>> size = 1; } }",
    "alone.sysml": "package Alone { part def Stone; part pebble : Stone; }",
    "notes.sysml": "package Notes { private import Alone::*; metadata def Mark; @Mark about Alone::Stone; }",
}
EDITS = {
    "a value": ("user.sysml", "= 1", "= 2"),
    "a name nobody uses": ("alone.sysml", "pebble", "gravel"),
    "a name that others use": ("base.sysml", "size", "length"),
    "a name at the top": ("base.sysml", "package Base", "package Basis"),
    "a fault": ("user.sysml", "= 1;", "= 1"),
    "an unknown name": ("alone.sysml", "pebble : Stone", "pebble : Box"),
    "a circle": ("base.sysml", "part def Thing", "private import Middle::*; part def Thing :> Box"),
}


def _workspace(folder: Path) -> Workspace:
    return Workspace.open(
        str(folder), config=Config(root=folder, library="bundled", cache=".cache")
    )


def _findings(folder: Path) -> list[str]:
    workspace = _workspace(folder)
    found = [f"{each.diagnostic.span.location()} {each.diagnostic}" for each in workspace.judged]
    workspace.store.flush()
    return found


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("SSOT_CACHE", raising=False)
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("edit", EDITS)
def test_findings_are_those_of_a_full_check(edit: str, folder: Path) -> None:
    name, old, new = EDITS[edit]
    before = _findings(folder)
    text = FILES[name].replace(old, new)
    assert text != FILES[name]
    (folder / name).write_text(text, encoding="utf-8")
    after = _findings(folder)
    for each in (folder / ".cache").iterdir():
        each.unlink()
    assert after == _findings(folder)
    (folder / name).write_text(FILES[name], encoding="utf-8")
    assert _findings(folder) == before


def _looked_at(monkeypatch: pytest.MonkeyPatch) -> list[set[str]]:
    """What is checked again from now on, as sets of file names."""
    looked: list[set[str]] = []
    check_some = incremental.check_some

    def spy(sources: object, paths: set[str], *rest: object) -> object:
        looked.append({Path(each).name for each in paths})
        return check_some(sources, paths, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(incremental, "check_some", spy)
    return looked


def test_only_dependants_are_checked_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _findings(folder)
    looked = _looked_at(monkeypatch)
    parsed: list[str] = []
    parse = front.parse
    monkeypatch.setattr(front, "parse", lambda source: parsed.append(source.path) or parse(source))
    (folder / "user.sysml").write_text(FILES["user.sysml"].replace("1", "3"), encoding="utf-8")
    _findings(folder)
    (folder / "middle.sysml").write_text(FILES["middle.sysml"] + "\n", encoding="utf-8")
    _findings(folder)
    assert looked == [{"user.sysml"}, {"middle.sysml", "user.sysml"}]
    assert [Path(each).name for each in parsed] == ["user.sysml", "middle.sysml"]


def _truncated(value: bytes) -> bytes:
    return value[: len(value) // 2]


def _flipped(value: bytes) -> bytes:
    at = len(value) // 2
    return value[:at] + bytes([value[at] ^ 0xFF]) + value[at + 1 :]


def _emptied(value: bytes) -> bytes:
    return b""


@pytest.mark.parametrize(
    ("damage", "is_known"),
    [
        (_truncated, False),
        (_flipped, False),
        (_emptied, False),
        (_truncated, True),
        (_emptied, True),
    ],
)
def test_damaged_entries_are_made_again(
    damage: Callable[[bytes], bytes], is_known: bool, folder: Path
) -> None:
    """`is_known`: the checksum is that of the damaged entry, as only somebody with a purpose would make it."""
    (folder / "user.sysml").write_text(
        FILES["user.sysml"].replace("size", "sise"), encoding="utf-8"
    )
    expected = _findings(folder)
    assert len(expected) == 1
    with sqlite3.connect(folder / ".cache" / "store.sqlite") as connection:
        for key, value, known in connection.execute(
            "SELECT key, value, sum FROM entries"
        ).fetchall():
            value = damage(value)
            known = _checksum(value) if is_known else known
            row = (value, known, key)
            connection.execute("UPDATE entries SET value = ?, sum = ? WHERE key = ?", row)
    connection.close()
    assert _findings(folder) == expected
