# Generated from AIOS_Agents (ssot/aios/agents.sysml) and 27 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Files are where they should be, hold what they were given, and become visible all at once."""

from __future__ import annotations

import datetime as dt
import threading
from pathlib import Path

import pytest
from pydantic import BaseModel, Field, ValidationError

from aios import files


class Sample(BaseModel):
    """A value with a field that has another name in files."""

    one: int = Field(serialization_alias="theOne")
    two: str | None = None
    day: dt.date = dt.date(2024, 2, 29)


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty root folder."""
    monkeypatch.setenv(files.ROOT, str(tmp_path))
    return tmp_path


def test_root(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It is what the environment says, else the working folder, and never the folder of the code."""
    assert files.ROOT == "AIOS_ROOT"
    assert files.place("a/b") == tmp_path / "a" / "b"
    assert files.place("/c") == Path("/c")
    monkeypatch.delenv(files.ROOT)
    other = tmp_path / "other"
    other.mkdir()
    monkeypatch.chdir(other)
    assert files.root() == other
    package = Path(files.__file__).resolve().parent
    for inside in (package.parent, package, package / "types"):
        if inside.is_dir():
            monkeypatch.chdir(inside)
            assert files.root() == package.parent.parent


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("json", '{\n  "theOne": 1,\n  "day": "2024-02-29"\n}\n'),
        ("yaml", "theOne: 1\nday: '2024-02-29'\n"),
        ("jsonl", '{"theOne": 1, "day": "2024-02-29"}\n'),
        ("text", "ö"),
    ],
)
def test_texts(form: str, text: str) -> None:
    """Values become text with their names in files, without what is absent."""
    assert files.text_of("ö" if form == "text" else Sample(one=1), form) == text


def test_text_of_nothing_and_of_many() -> None:
    """No text is empty, many values are many lines."""
    assert files.text_of(None, "text") == ""
    assert files.text_of(7, "text") == "7"
    assert files.text_of((1, "ü"), "jsonl") == '1\n"ü"\n'
    assert files.text_of((1, "ü"), "yaml") == "- 1\n- ü\n"


@pytest.mark.parametrize("name", ["a.json", "b/c.yaml", "d.yml", "e.jsonl"])
def test_values_are_read_back(folder: Path, name: str) -> None:
    """What was written to a file is read from it, as the type that is asked for."""
    files.write_file(name, ({"two": "2024-01-01"}, {"two": "ß"}))
    assert (folder / name).is_file()
    assert files.read_file(name, tuple[dict[str, str], ...]) == (
        {"two": "2024-01-01"},
        {"two": "ß"},
    )
    with pytest.raises(ValidationError):
        files.read_file(name, int)


def test_dates_of_yaml(folder: Path) -> None:
    """A date that is not quoted is one for whoever asks for one."""
    (folder / "a.yaml").write_text("one: 1\nday: 2024-01-02\n", encoding="utf-8")
    assert files.read_file("a.yaml", dict[str, object])["day"] == "2024-01-02"


def test_text_is_read_back() -> None:
    """Any other file is text."""
    files.write_file("note.md", "# ä\n")
    assert files.read_file("note.md", str) == "# ä\n"
    with pytest.raises(FileNotFoundError):
        files.read_file("none.md", str)


def test_listing(folder: Path) -> None:
    """Files below a folder by pattern, sorted, as paths from the root."""
    for name in ("b/z.md", "b/a.md", "b/deep/c.md", "b/d.txt", "e.md"):
        files.write_file(name, "")
    assert files.list_files("b", "*.md") == ("b/a.md", "b/deep/c.md", "b/z.md")
    assert files.list_files("b") == ("b/a.md", "b/d.txt", "b/deep/c.md", "b/z.md")
    assert files.list_files("none") == ()


def test_held_writes_become_visible_at_the_end(folder: Path) -> None:
    """Nothing is seen before `settle`; the last text of a file counts, lines stay in order."""
    (folder / "a.txt").write_text("old", encoding="utf-8")
    with files.held() as writes:
        files.write_file("a.txt", "new")
        files.write_file("a.txt", "newest")
        files.append_line("log/l.jsonl", 1, always=False)
        files.append_line("log/l.jsonl", 2, always=False)
        files.append_line("log/m.jsonl", 3, always=True)
        assert (folder / "a.txt").read_text(encoding="utf-8") == "old"
        assert not (folder / "log/l.jsonl").exists()
        assert (folder / "log/m.jsonl").read_text(encoding="utf-8") == "3\n"
        writes.prepare()
        assert (folder / "a.txt").read_text(encoding="utf-8") == "old"
        assert (folder / ".a.txt.new").read_text(encoding="utf-8") == "newest"
        writes.settle()
    assert (folder / "a.txt").read_text(encoding="utf-8") == "newest"
    assert (folder / "log/l.jsonl").read_text(encoding="utf-8") == "1\n2\n"
    assert sorted(each.name for each in folder.iterdir()) == ["a.txt", "log"]
    files.append_line("log/l.jsonl", 4, always=False)
    assert (folder / "log/l.jsonl").read_text(encoding="utf-8") == "1\n2\n4\n"


def test_forgotten_writes_leave_nothing(folder: Path) -> None:
    """What was held or prepared is gone, and a later `settle` does nothing."""
    with files.held() as writes:
        files.write_file("a.txt", "new")
        files.append_line("l.jsonl", 1, always=False)
        writes.prepare()
        writes.forget()
        writes.settle()
    assert list(folder.iterdir()) == []
    with files.held() as writes:
        files.write_file("a.txt", "new")
        writes.forget()
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    "value", ["..", "../up", "/root", "a/b", "", ".hidden", "a\\b", "-a"]
)
def test_a_value_that_leads_elsewhere_is_no_part_of_a_path(value: str) -> None:
    """Nothing but a plain name is."""
    with pytest.raises(ValueError) as caught:
        files.filled("a/{name}.md", {"name": value})
    assert str(caught.value) == f"{value!r} cannot be a part of the path a/{{name}}.md"
    assert (
        files.filled("a/{name}/{other}.md", {"name": "b.2", "other": 7}) == "a/b.2/7.md"
    )


def test_exclusive(folder: Path) -> None:
    """One at a time, whoever comes second waits; the lock is a file of the root folder."""
    order: list[str] = []

    def second() -> None:
        with files.exclusive():
            order.append("second")

    with files.exclusive():
        other = threading.Thread(target=second)
        other.start()
        other.join(0.05)
        order.append("first")
        assert [each.name for each in folder.iterdir()] == [".aios.lock"]
    other.join()
    assert order == ["first", "second"]
