"""Artifacts: a path is claimed once, stays inside its root and is a file name on every system."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.emit.artifact import Artifact, ArtifactSet, Origin, digest, path_fault

ORIGIN = Origin("Hive::Scout", "hive.sysml", 1)


def artifact(path: str, pass_name: str = "one", into: str = "generated") -> Artifact:  # noqa: S107
    """An artifact with a path."""
    return Artifact(path, "text\n", into, pass_name, (ORIGIN,))


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "../up.py",
        "a/../../up.py",
        "a//b.py",
        "./a.py",
        "a/./b.py",
        "a/",
        "a\\b.py",
        "C:/a.py",
        "C:a.py",
        "a\0b.py",
        "a\nb.py",
        "a\u202eb.py",
        "a\ud800.py",
        "con",
        "hive/NUL.py",
        "aux.txt",
        "a/com1.tar.gz",
        "a./b.py",
        "a /b.py",
        "a?.py",
        "a*.py",
        'a".py',
        "a|b",
        "<a>",
        "manifest.json",
        "MANIFEST.json",
        "x" * 300,
    ],
)
def test_bad_paths_are_refused_and_name_their_pass(path: str) -> None:
    found, faults = ArtifactSet.collect([artifact(path)])
    assert not found
    assert [fault.code for fault in faults] == ["emit-bad-path"]
    assert "`one`" in faults[0].message


@pytest.mark.parametrize(
    "path", ["hive/__init__.py", "hive/docs/größe.md", "hive/.env.template", "hive/a b.txt"]
)
def test_good_paths_are_accepted(path: str) -> None:
    found, faults = ArtifactSet.collect([artifact(path)])
    assert not faults
    assert list(found) == [f"generated/{path}"]


@given(st.text(st.sampled_from("ab./\\: \0\n~é*C")) | st.text())
def test_an_accepted_path_never_leaves_its_root(path: str) -> None:
    if path_fault("generated", path) is None:
        root = Path("/root/of/it")
        resolved = Path(os.path.normpath(root / path))
        assert root in resolved.parents
        assert not PurePosixPath(path).is_absolute()
        assert not PureWindowsPath(path).is_absolute()
        assert ".." not in PureWindowsPath(path).parts


def test_an_unknown_root_is_refused() -> None:
    _, faults = ArtifactSet.collect([artifact("a.py", into="elsewhere")])
    assert "elsewhere" in faults[0].message


def test_two_passes_on_one_path_are_both_named() -> None:
    found, faults = ArtifactSet.collect([artifact("a.py", "one"), artifact("a.py", "two")])
    (fault,) = faults
    assert fault.code == "emit-path-claimed-twice"
    assert "`one`" in fault.message
    assert "`two`" in fault.message
    assert "Hive::Scout" in fault.hint
    assert len(found) == 1


@pytest.mark.parametrize(("one", "other"), [("a/B.py", "A/b.py"), ("é.py", "e\u0301.py")])
def test_paths_some_systems_cannot_tell_apart_collide(one: str, other: str) -> None:
    _, faults = ArtifactSet.collect([artifact(one), artifact(other)])
    assert [fault.code for fault in faults] == ["emit-path-claimed-twice"]


@pytest.mark.parametrize("order", [("a", "a/b.py"), ("a/b.py", "a")])
def test_a_file_cannot_be_a_folder_too(order: tuple[str, str]) -> None:
    _, faults = ArtifactSet.collect([artifact(path) for path in order])
    assert [fault.code for fault in faults] == ["emit-path-claimed-twice"]


def test_equal_paths_in_different_roots_are_different_files() -> None:
    found, faults = ArtifactSet.collect([artifact("a/b"), artifact("a/b", into="diagrams")])
    assert not faults
    assert list(found) == ["diagrams/a/b", "generated/a/b"]


def test_a_set_is_sorted_and_digests_its_texts() -> None:
    found = ArtifactSet([artifact("b.py"), artifact("a.py")])
    assert list(found) == ["generated/a.py", "generated/b.py"]
    assert found["generated/a.py"].digest == digest("text\n")
