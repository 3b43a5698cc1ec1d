"""A library from somewhere else is read whole or refused with a reason, and never trusted."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import library
from generator.library import loading

TEXT = "standard library package P;"


def archive(path: Path, *entries: tuple[zipfile.ZipInfo | str, bytes | str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for entry, content in entries:
            out.writestr(entry, content)
    return path


def reason(path: Path) -> str:
    sources, diagnostics = library.load(path)
    assert sources == ()
    (diagnostic,) = diagnostics
    assert diagnostic.code == "library-unreadable"
    assert diagnostic.span.path == path.as_posix()
    return diagnostic.message


def test_a_folder_is_read_with_its_subfolders_and_archives(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "Q.kerml").write_text("﻿package Q;", encoding="utf-8")
    (tmp_path / "a.sysml").write_text(TEXT, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not a model", encoding="utf-8")
    archive(tmp_path / "c.kpar", (".project.json", "{}"), ("R.sysml", "package R;"))
    sources, diagnostics = library.load(tmp_path)
    assert diagnostics == ()
    assert [(Path(each.path).name, each.text) for each in sources] == [
        ("a.sysml", TEXT),
        ("Q.kerml", "package Q;"),
        ("R.sysml", "package R;"),
    ]


def test_an_archive_shows_where_its_files_are(tmp_path: Path) -> None:
    path = archive(tmp_path / "lib.kpar", ("systems/Parts.sysml", TEXT), (".meta.json", "{}"))
    (source,), diagnostics = library.load(path)
    assert diagnostics == ()
    assert source.path == f"{path.as_posix()}/systems/Parts.sysml"


def link() -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo("Parts.sysml")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


HOSTILE: dict[str, tuple[zipfile.ZipInfo | str, str]] = {
    "parent": ("../Parts.sysml", "leads out of the archive"),
    "hidden parent": ("a/../../Parts.sysml", "leads out of the archive"),
    "absolute": ("/etc/Parts.sysml", "leads out of the archive"),
    "drive": ("C:/Parts.sysml", "leads out of the archive"),
    "backslash": ("..\\Parts.sysml", "leads out of the archive"),
    "deep": ("a/" * 40 + "Parts.sysml", "nested too deeply"),
    "link": (link(), "is a link"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_one_hostile_entry_refuses_the_archive(case: str, tmp_path: Path) -> None:
    entry, expected = HOSTILE[case]
    path = archive(tmp_path / "lib.kpar", ("Good.sysml", TEXT), (entry, TEXT))
    assert expected in reason(path)


def test_entries_with_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = archive(tmp_path / "lib.kpar", ("P.sysml", TEXT), ("P.sysml", TEXT))
    assert "the same name" in reason(path)


def test_a_bomb_is_refused_by_what_it_declares(tmp_path: Path) -> None:
    path = archive(tmp_path / "lib.kpar", ("P.sysml", b" " * (33 * 1024 * 1024)))
    assert path.stat().st_size < 100_000
    assert "is larger than" in reason(path)


def test_a_bomb_that_lies_about_its_size_is_not_unpacked(tmp_path: Path) -> None:
    path = archive(tmp_path / "lib.kpar", ("P.sysml", b" " * 5_000_000))
    content = path.read_bytes()
    path.write_bytes(content.replace((5_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little")))
    assert "cannot be used" in reason(path)


def corrupt(path: Path) -> Path:
    path.write_bytes(b"PK not a zip file")
    return path


def latin(path: Path) -> Path:
    return archive(path, ("P.sysml", "package é;".encode("latin-1")))


def empty(path: Path) -> Path:
    return archive(path, ("readme.txt", "nothing"))


UNREADABLE: dict[str, tuple[Callable[[Path], Path], str]] = {
    "not there": (lambda path: path, "is not there|No such file"),
    "not a zip file": (corrupt, "not a zip file"),
    "not UTF-8": (latin, "is not UTF-8 text"),
    "without models": (empty, "no .sysml or .kerml file"),
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_what_cannot_be_read_says_why(case: str, tmp_path: Path) -> None:
    make, expected = UNREADABLE[case]
    assert any(part in reason(make(tmp_path / "lib.kpar")) for part in expected.split("|"))


def test_a_single_file_is_no_library(tmp_path: Path) -> None:
    path = tmp_path / "P.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert "neither a folder nor a .kpar archive" in reason(path)


def test_links_in_a_folder_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "Secret.sysml").write_text(TEXT, encoding="utf-8")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "Linked.sysml").symlink_to(outside / "Secret.sysml")
    (inside / "folder").symlink_to(outside)
    assert "no .sysml or .kerml file" in reason(inside)


def test_an_absurd_number_of_files_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "_MOST_FILES", 3)
    path = archive(tmp_path / "lib.kpar", *((f"P{number}.sysml", TEXT) for number in range(4)))
    assert "more than 3 entries" in reason(path)


def test_an_encrypted_entry_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path / "lib.kpar", ("P.sysml", TEXT))
    content = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + at] |= 1
    path.write_bytes(bytes(content))
    assert "is encrypted" in reason(path)


def test_a_truncated_archive_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path / "lib.kpar", ("P.sysml", TEXT * 100))
    whole = path.read_bytes()
    for length in (0, 10, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:length])
        assert "cannot be used" in reason(path)


def test_an_archive_in_an_archive_is_not_opened(tmp_path: Path) -> None:
    inner = archive(tmp_path / "inner.kpar", ("Hidden.sysml", TEXT)).read_bytes()
    path = archive(tmp_path / "lib.kpar", ("P.sysml", "package P;"), ("inner.kpar", inner))
    sources, diagnostics = library.load(path)
    assert diagnostics == ()
    assert [each.text for each in sources] == ["package P;"]
