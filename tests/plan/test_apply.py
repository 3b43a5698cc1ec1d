"""Apply on a real disk: what changes, what is left alone, and what happens when the disk refuses."""

from __future__ import annotations

import errno
import json
import os
import resource
import signal
import sys
import tempfile
from pathlib import Path

import pytest

from generator.apply import ApplyFault, Layout, locked, observe, stage
from generator.apply import staging as staging_module
from generator.plan import Action
from tests.plan.trees import (
    NEW,
    OLD,
    bring,
    complete,
    plan_of,
    read_only,
    texts_on,
)


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    """A project with the old tree applied."""
    found = Layout(tmp_path)
    bring(OLD, found)
    return found


def test_a_tree_is_exactly_what_was_planned(layout: Layout) -> None:
    assert texts_on(layout) == complete(OLD, layout)
    receipt = bring(NEW, layout)
    assert texts_on(layout) == complete(NEW, layout)
    assert receipt.created == ("diagrams/hive/new.svg", "generated/hive/fresh/new.py")
    assert receipt.updated == ("generated/hive/edited.py",)
    assert receipt.deleted == ("diagrams/hive/old.svg", "generated/hive/deep/stale.py")
    assert plan_of(NEW, layout).is_empty


@pytest.mark.parametrize("reviewed", [False, True])
def test_unchanged_files_keep_inode_and_time(layout: Layout, reviewed: bool) -> None:
    paths = [layout.path("generated/hive/kept.py"), layout.path("diagrams/hive/kept.svg")]
    before = [(os.stat(path).st_ino, os.stat(path).st_mtime_ns) for path in paths]
    bring(NEW, layout, reviewed=reviewed)
    assert [(os.stat(path).st_ino, os.stat(path).st_mtime_ns) for path in paths] == before
    assert all(os.stat(path).st_nlink == 1 for path in paths)


def test_emptied_folders_are_pruned_and_nothing_is_left_behind(layout: Layout) -> None:
    bring(NEW, layout)
    assert not layout.path("generated/hive/deep").exists()
    assert sorted(each.name for each in layout.private.iterdir()) == ["lock"]


def test_a_root_without_files_goes_away_and_comes_back(layout: Layout) -> None:
    only = {key: text for key, text in OLD.items() if key.startswith("generated/")}
    bring(only, layout)
    assert not layout.roots["diagrams"].exists()
    bring(OLD, layout)
    assert texts_on(layout) == complete(OLD, layout)


def test_conflicts_stop_everything(layout: Layout) -> None:
    layout.path("generated/hive/edited.py").write_text("by hand\n")
    layout.path("generated/hive/mine.py").write_text("mine\n")
    before = texts_on(layout)
    with pytest.raises(ApplyFault, match=r"edited\.py was edited by hand.*mine\.py is in the"):
        bring(NEW, layout)
    assert texts_on(layout) == before
    bring(NEW, layout, force=True)
    assert texts_on(layout) == complete(NEW, layout)


def test_a_file_where_a_folder_must_be_is_a_conflict(layout: Layout) -> None:
    layout.path("generated/hive/fresh").write_text("in the way\n")
    plan = plan_of(NEW, layout)
    assert [each.key for each in plan.conflicts] == ["generated/hive/fresh"]


def test_links_are_conflicts_and_never_followed(layout: Layout, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret\n")
    path = layout.path("generated/hive/edited.py")
    path.unlink()
    path.symlink_to(secret)
    with pytest.raises(ApplyFault, match="symbolic link"):
        bring(NEW, layout)
    bring(NEW, layout, force=True)
    assert secret.read_text() == "secret\n"
    assert not path.is_symlink()


def test_a_linked_root_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "generated").symlink_to("elsewhere")
    with pytest.raises(ApplyFault, match="is a symbolic link"):
        bring(OLD, Layout(tmp_path))


def test_caches_of_tools_are_nobodys_conflict(layout: Layout) -> None:
    cache = layout.path("generated/hive/__pycache__")
    cache.mkdir()
    (cache / "x.cpython-311.pyc").write_bytes(b"x")
    assert plan_of(OLD, layout).is_empty


def test_an_edit_that_keeps_size_and_time_is_seen(layout: Layout) -> None:
    remembered: dict[str, tuple[tuple[int, int, int, int], int, str]] = {}
    observe(layout, remembered)
    path = layout.path("generated/hive/kept.py")
    before = path.stat()
    path.write_text("kept = 9\n")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    plan = plan_of(OLD, layout)
    assert [each.key for each in plan.conflicts] == ["generated/hive/kept.py"]
    assert observe(layout, remembered).files["generated/hive/kept.py"] == plan.conflicts[0].before


def test_what_reviewers_do_to_the_staged_tree_does_not_get_through(layout: Layout) -> None:
    with locked(layout):
        staging = stage(plan_of(NEW, layout), layout, reviewed=True)
        root = staging.root / "generated" / "hive"
        (root / "kept.py").write_text("tampered\n")
        (root / "edited.py").write_text("tampered\n")
        (root / "fresh" / "new.py").unlink()
        (root / "left_behind.py").write_text("x\n")
        (root / "__pycache__").mkdir()
        assert texts_on(layout) == complete(OLD, layout)
        staging.commit()
    found = texts_on(layout)
    assert found == complete(NEW, layout)


def test_a_discarded_tree_leaves_no_trace(layout: Layout) -> None:
    with locked(layout):
        staging = stage(plan_of(NEW, layout), layout, reviewed=True)
        staging.discard()
    assert texts_on(layout) == complete(OLD, layout)
    assert not list(layout.private.glob("staging-*"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_a_message(layout: Layout) -> None:
    with read_only(layout.out), pytest.raises(ApplyFault, match="permission denied"):
        bring(NEW, layout)
    assert texts_on(layout) == complete(OLD, layout)


@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS, errno.ENOSPC, errno.EIO])
def test_a_swap_the_disk_refuses_is_taken_back(
    layout: Layout, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = staging_module.carry_out.__globals__["exchange"], []

    def refuse(one: Path, other: Path) -> bool:
        calls.append(other)
        if len(calls) == 2:
            raise OSError(code, os.strerror(code), str(other))
        return bool(real(one, other))

    monkeypatch.setitem(staging_module.carry_out.__globals__, "exchange", refuse)
    with pytest.raises(ApplyFault, match="cannot put the new tree in place"):
        bring(NEW, layout)
    assert texts_on(layout) == complete(OLD, layout)
    assert not list(layout.private.glob("staging-*"))


def _in_child(limit: int, layout: Layout) -> int:
    """Apply in a process whose files may not grow beyond a limit; 3 stands for an ApplyFault."""
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        try:
            bring(NEW, layout)
        except ApplyFault as fault:
            os._exit(3 if "larger than allowed" in str(fault) else 4)
        except BaseException:
            os._exit(5)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_a_disk_without_room_is_a_message_and_the_tree_is_as_it_was(layout: Layout) -> None:
    for limit in (0, 5, 11, 64, 400):
        assert _in_child(limit, layout) == 3, limit
        assert texts_on(layout) == complete(OLD, layout)
        assert not list(layout.private.glob("staging-*"))
    assert _in_child(1_000_000, layout) == 0
    assert texts_on(layout) == complete(NEW, layout)


def test_the_manifest_tells_pass_and_origin_of_every_file(layout: Layout) -> None:
    body = json.loads(layout.path("generated/manifest.json").read_text())
    assert sorted(body["files"]) == sorted(OLD)
    entry = body["files"]["generated/hive/kept.py"]
    assert entry["pass"] == "shelf"
    assert entry["origins"] == [
        {"element": "Hive::Scout", "file": "ssot/hive/hive.sysml", "line": 3}
    ]


def test_a_lost_file_is_made_again(layout: Layout) -> None:
    layout.path("generated/hive/kept.py").unlink()
    plan = plan_of(OLD, layout)
    assert [each.key for each in plan.of(Action.CREATE)] == ["generated/hive/kept.py"]
    bring(OLD, layout)
    assert texts_on(layout) == complete(OLD, layout)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become nobody")
def test_a_tree_of_somebody_else_is_a_message() -> None:
    with tempfile.TemporaryDirectory() as folder:
        layout = Layout(Path(folder))
        bring(OLD, layout)
        for path in (layout.out, *layout.out.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
        for own in (False, True):
            if own:  # may stage, but may not put anything in place
                for path in (layout.private, *layout.private.iterdir()):
                    os.chown(path, 65534, 65534)
            assert _as_nobody(layout) == 3
            assert texts_on(layout) == complete(OLD, layout)
            assert not list(layout.private.glob("staging-*"))
            assert not (layout.private / "journal.json").exists()


def _as_nobody(layout: Layout) -> int:
    child = os.fork()
    if child == 0:
        os.setgid(65534)
        os.setuid(65534)
        try:
            bring(NEW, layout)
        except ApplyFault as fault:
            os._exit(3 if "permission denied" in str(fault) else 4)
        except BaseException:
            os._exit(5)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
