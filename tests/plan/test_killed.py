"""A process killed at any instant leaves the old tree or the new one: killed at every step, and at random."""

from __future__ import annotations

import errno
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.apply import Layout, journal, locked
from generator.apply.journal import JOURNAL
from tests.plan.trees import NEW, OLD, bring, complete, nothing, texts_on

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")


def _no_exchange(one: Path, other: Path) -> bool:
    return False


def _other_device(one: Path, other: Path) -> bool:
    raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), str(other))


SYSTEMS: dict[str, Callable[[Path, Path], bool]] = {
    "atomic exchange": journal.exchange,
    "two renames": _no_exchange,
    "file by file": _other_device,
}


def _forked(work: Callable[[], object]) -> int:
    """Run in a child process; the exit code, negative for a signal."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:
            os._exit(9)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _steps(layout: Layout) -> list[str]:
    """The steps of applying the new tree over the old one, found by doing it elsewhere."""
    elsewhere = Layout(layout.out / "rehearsal")
    bring(OLD, elsewhere)
    seen: list[str] = []
    bring(NEW, elsewhere, seen.append)
    return seen


def _killer(at: str) -> Callable[[str], None]:
    def probe(step: str) -> None:
        if step == at:
            os.kill(os.getpid(), signal.SIGKILL)

    return probe


def _recovered(layout: Layout, probe: Callable[[str], None] = nothing) -> None:
    with locked(layout, timeout=30, probe=probe):
        pass


@pytest.mark.parametrize("system", SYSTEMS)
def test_killed_at_every_step(tmp_path: Path, system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "exchange", SYSTEMS[system])
    steps = _steps(Layout(tmp_path))
    assert "journal" in steps
    assert "end" in steps
    decided = False
    for number, step in enumerate(steps):
        layout = Layout(tmp_path / str(number))
        bring(OLD, layout)
        assert _forked(lambda at=step, to=layout: bring(NEW, to, _killer(at))) == -signal.SIGKILL
        decided = decided or (layout.private / JOURNAL).exists() or step == "clean"
        _recovered(layout)
        expected = NEW if decided else OLD
        assert texts_on(layout) == complete(expected, layout), step
        assert sorted(each.name for each in layout.private.iterdir()) == ["lock"]
        bring(NEW, layout)
        assert texts_on(layout) == complete(NEW, layout)
    assert decided


@pytest.mark.parametrize("system", SYSTEMS)
def test_killed_while_recovering_from_being_killed(
    tmp_path: Path, system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "exchange", SYSTEMS[system])
    steps = [
        each
        for each in _steps(Layout(tmp_path))
        if not each.startswith(("stage ", "journal", "clean"))
    ]
    for first in steps:
        for second in steps:
            layout = Layout(tmp_path / f"{first}-{second}".replace("/", "_").replace(" ", "_"))
            bring(OLD, layout)
            _forked(lambda at=first, to=layout: bring(NEW, to, _killer(at)))
            _forked(lambda at=second, to=layout: _recovered(to, _killer(at)))
            _recovered(layout)
            assert texts_on(layout) == complete(NEW, layout), (first, second)


def test_readers_in_between_see_whole_roots(tmp_path: Path) -> None:
    """With the atomic exchange each root is wholly old or wholly new even before the recovery."""
    for number, step in enumerate(_steps(Layout(tmp_path))):
        layout = Layout(tmp_path / str(number))
        bring(OLD, layout)
        _forked(lambda at=step, to=layout: bring(NEW, to, _killer(at)))
        found = texts_on(layout)
        for root in ("generated/", "diagrams/"):
            part = {key: text for key, text in found.items() if key.startswith(root)}
            wholes = [
                {key: text for key, text in complete(tree, layout).items() if key.startswith(root)}
                for tree in (OLD, NEW)
            ]
            assert part in wholes, step


def test_killed_at_random_instants(tmp_path: Path) -> None:
    layout = Layout(tmp_path)
    big_old = {f"generated/hive/m{n}.py": f"x = {n}\n" for n in range(120)} | OLD
    big_new = {f"generated/hive/m{n}.py": f"x = {n * (n % 3)}\n" for n in range(120)} | NEW
    trees = {"old": big_old, "new": big_new}
    bring(big_old, layout)
    begin = time.perf_counter()
    bring(big_new, layout)
    whole = time.perf_counter() - begin
    chance = random.Random(28)
    now, killed = "new", 0
    for _ in range(40):
        other = "old" if now == "new" else "new"
        child = os.fork()
        if child == 0:
            try:
                bring(trees[other], layout)
            finally:
                os._exit(0)
        time.sleep(chance.uniform(0, whole * 1.2))
        os.kill(child, signal.SIGKILL)
        killed += os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) < 0
        _recovered(layout)
        found = texts_on(layout)
        wholes = {name: complete(tree, layout) for name, tree in trees.items()}
        assert found in wholes.values()
        now = next(name for name, tree in wholes.items() if tree == found)
    assert killed > 5


def test_a_damaged_journal_is_a_message(tmp_path: Path) -> None:
    layout = Layout(tmp_path)
    bring(OLD, layout)
    (layout.private / JOURNAL).write_text("{")
    with pytest.raises(journal.ApplyFault, match="is damaged"):
        _recovered(layout)
    assert texts_on(layout) == complete(OLD, layout)


def test_a_moved_project_recovers_too(tmp_path: Path) -> None:
    layout = Layout(tmp_path / "here")
    layout.out.mkdir()
    bring(OLD, layout)
    _forked(lambda: bring(NEW, layout, _killer("0-exchange")))
    layout.out.rename(tmp_path / "there")
    moved = Layout(tmp_path / "there")
    _recovered(moved)
    assert texts_on(moved) == complete(NEW, moved)
