"""The store: what is put in comes out, damage is forgotten, size is bounded, processes may share it."""

from __future__ import annotations

import os
import pickle
import sqlite3
from pathlib import Path

import pytest

from generator.diagnostics import Severity
from generator.source import SourceFile
from generator.workspace import front
from generator.workspace.store import Store

KEY = b"k" * 32
FILE = "store.sqlite"


def filled(folder: Path, count: int = 1, size: int = 5) -> None:
    """Put some entries into the store of a folder."""
    with Store(folder) as store:
        for number in range(count):
            store.put(b"%032d" % number, "x" * size)
        store.put(KEY, "text é")


def test_what_is_put_in_comes_out_in_another_process(tmp_path: Path) -> None:
    child = os.fork()
    if child == 0:
        filled(tmp_path)
        os._exit(0)
    os.waitpid(child, 0)
    with Store(tmp_path) as store:
        assert store.get(KEY) == "text é"
        assert store.get(b"other") is None


def test_without_a_folder_it_lives_in_memory() -> None:
    store = Store(None)
    store.put(KEY, "text")
    store.flush()
    assert store.get(KEY) is None or store.get(KEY) == "text"


def test_reading_creates_nothing(tmp_path: Path) -> None:
    with Store(tmp_path / "cache") as store:
        assert store.get(KEY) is None
    assert not (tmp_path / "cache").exists()


def test_an_entry_that_was_tampered_with_is_forgotten(tmp_path: Path) -> None:
    filled(tmp_path)
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("UPDATE entries SET value = ? WHERE key = ?", (b"evil", KEY))
    connection.close()
    with Store(tmp_path) as store:
        assert store.get(KEY) is None
        assert store.get(b"%032d" % 0) == "xxxxx"


@pytest.mark.parametrize(
    "damage", [b"", b"no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 4000]
)
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    filled(tmp_path)
    for path in tmp_path.iterdir():
        path.write_bytes(damage)
    with Store(tmp_path) as store:
        assert store.get(KEY) is None
        store.put(KEY, "again")
    with Store(tmp_path) as store:
        store.put(b"second", "chance")
    with Store(tmp_path) as store:
        assert store.get(KEY) in ("again", None)
        assert store.get(b"second") == "chance"


def test_its_size_is_bounded_and_the_latest_stay(tmp_path: Path) -> None:
    filled(tmp_path, 400, 10_000)
    with Store(tmp_path, megabytes=1) as store:
        store.put(b"latest", "y" * 1000)
    size = sum(path.stat().st_size for path in tmp_path.iterdir())
    assert size < 2_000_000
    with Store(tmp_path) as store:
        assert store.get(b"latest") == "y" * 1000


def test_many_processes_write_at_once(tmp_path: Path) -> None:
    children = []
    for number in range(6):
        child = os.fork()
        if child == 0:
            with Store(tmp_path) as store:
                for each in range(50):
                    store.put(b"%d-%d" % (number, each), f"{number}-{each}")
            os._exit(0)
        children.append(child)
    assert all(os.waitpid(child, 0)[1] == 0 for child in children)
    with Store(tmp_path) as store:
        found = [store.get(b"%d-%d" % (n, e)) for n in range(6) for e in range(50)]
    assert found == [f"{n}-{e}" for n in range(6) for e in range(50)]


def test_a_folder_that_cannot_be_made_costs_nothing_but_the_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with Store(tmp_path / "file") as store:
        store.put(KEY, "text")
        assert store.get(KEY) == "text"


def test_a_tree_with_findings_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some versions of Python would write a severity as a call of `getattr`, which loading refuses."""
    monkeypatch.setattr(
        Severity, "__reduce_ex__", lambda self, _: (getattr, (type(self), self.name))
    )
    source = SourceFile("broken.sysml", "part def ;;; {")
    with Store(tmp_path) as store:
        ((_, _, found),) = front._trees([source], store)
    assert any(each.severity is Severity.ERROR for each in found)
    monkeypatch.setattr(front, "parse", None)  # asked again, it is not parsed again
    with Store(tmp_path) as store:
        again = front._trees([source], store)[0][2]
    assert [(each.severity, str(each)) for each in again] == [
        (each.severity, str(each)) for each in found
    ]


class _Evil:
    """Runs code when it is unpickled."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch evil",)


def test_a_cache_that_came_with_a_project_runs_no_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert front._loaded(pickle.dumps([_Evil()])) is None
    assert not (tmp_path / "evil").exists()
