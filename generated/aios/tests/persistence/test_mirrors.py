# Generated from AIOS_Views::TasksMirror (ssot/aios/views.sysml) and 10 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Files hold what the database holds: after a change, after somebody touched them, and not before."""

from __future__ import annotations

import asyncio
from pathlib import Path
from types import SimpleNamespace

import pytest

from aios import files
from aios.persistence import mirrors
from aios.persistence.transaction import problems, run, transaction
from aios.workflows import stepping

SINGLE = [each for each in mirrors.MIRRORS if not each.fields]
"""Those that are one file."""


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty root folder and a database of its own; nothing has been seen."""
    monkeypatch.setenv(files.ROOT, str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", "sqlite:///test.db")
    monkeypatch.setattr(mirrors, "_seen", set())
    return tmp_path


async def use() -> None:
    """A transaction that changes nothing."""
    async with transaction():
        await asyncio.to_thread(run, problems)


def test_mirrors() -> None:
    """These files, written in these forms, from these tables."""
    found = [
        (each.path, each.form, each.workflow, sorted(each.tables), list(each.fields))
        for each in mirrors.MIRRORS
    ]
    assert found == [
        (
            "state/tasks.yaml",
            "yaml",
            "tasks_mirror",
            [
                "queues",
                "tasks",
            ],
            [],
        ),
        (
            "tasks/inbox/INBOX.yaml",
            "yaml",
            "inbox_mirror",
            [
                "tasks",
            ],
            [],
        ),
        (
            "state/agents.yaml",
            "yaml",
            "agents_mirror",
            [
                "agents",
            ],
            [],
        ),
        (
            "state/sessions.yaml",
            "yaml",
            "sessions_mirror",
            [
                "sessions",
            ],
            [],
        ),
        (
            "state/project.yaml",
            "yaml",
            "project_mirror",
            [
                "project",
            ],
            [],
        ),
        (
            "ops/audit/{name}.md",
            "text",
            "audit_mirror",
            [
                "access_refusals",
                "audit_entries",
                "tasks",
            ],
            ["name"],
        ),
        (
            "ops/audit/SYSTEM.md",
            "text",
            "system_audit_mirror",
            [
                "access_refusals",
                "audit_entries",
            ],
            [],
        ),
        (
            "ops/freeze/{name}.md",
            "text",
            "freeze_mirror",
            [
                "freezes",
            ],
            ["name"],
        ),
        (
            "ops/proposals/{name}.md",
            "text",
            "proposals_mirror",
            [
                "proposals",
            ],
            ["name"],
        ),
        (
            "ops/decision-log/{name}.md",
            "text",
            "decisions_mirror",
            [
                "proposals",
            ],
            ["name"],
        ),
        (
            "ops/deviations/{name}.md",
            "text",
            "deviations_mirror",
            [
                "deviations",
            ],
            ["name"],
        ),
    ]


def test_every_mirror_is_written_and_mended() -> None:
    """The first transaction of a process makes every file what it should be; seen ones are left alone."""
    asyncio.run(use())
    texts = {}
    for mirror in SINGLE:
        texts[mirror.path] = files.place(mirror.path).read_text(encoding="utf-8")
        files.place(mirror.path).write_text("touched", encoding="utf-8")
    asyncio.run(use())
    assert {
        each.path: files.place(each.path).read_text(encoding="utf-8") for each in SINGLE
    } == texts
    asyncio.run(use())
    for mirror in SINGLE:
        files.place(mirror.path).write_text("touched", encoding="utf-8")
    asyncio.run(use())
    assert {files.place(each.path).read_text(encoding="utf-8") for each in SINGLE} == {
        "touched"
    }


@pytest.mark.parametrize("mirror", SINGLE, ids=lambda each: each.path)
def test_a_change_writes_what_depends_on_it(
    mirror: mirrors.Mirror, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only mirrors of the changed table are written anew."""
    monkeypatch.setattr(
        mirrors, "_seen", {files.place(each.path) for each in mirrors.MIRRORS}
    )

    async def work() -> None:
        async with transaction() as unit:
            await asyncio.to_thread(run, problems)
            unit.changed.update(sorted(mirror.tables)[:1])

    asyncio.run(work())
    written = {each.path for each in SINGLE if files.place(each.path).exists()}
    table = sorted(mirror.tables)[0]
    assert written == {each.path for each in SINGLE if table in each.tables}


@pytest.mark.parametrize(
    "mirror",
    [each for each in mirrors.MIRRORS if each.fields],
    ids=lambda each: each.path,
)
def test_each_item_is_a_file(
    mirror: mirrors.Mirror, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Attributes of an item say where its file is; one that leads elsewhere writes nothing."""
    items: list[SimpleNamespace] = []

    async def given(name: str) -> list[SimpleNamespace]:
        return items

    def item(value: str) -> SimpleNamespace:
        return SimpleNamespace(
            content=f"about {value}", **dict.fromkeys(mirror.fields, value)
        )

    monkeypatch.setattr(stepping, "perform", given)
    monkeypatch.setattr(mirrors, "MIRRORS", (mirror,))
    items[:] = [item("a-1"), item("b.2")]
    asyncio.run(use())
    for name in ("a-1", "b.2"):
        path = files.filled(mirror.path, dict.fromkeys(mirror.fields, name))
        assert files.place(path).read_text(encoding="utf-8") == files.text_of(
            f"about {name}", mirror.form
        )
    before = sorted(folder.rglob("*"))
    for bad in ("..", "../up", "/root", "a/b", "", ".hidden", "a\\b"):
        items[:] = [item(bad)]
        with pytest.raises(ValueError, match="cannot be a part of the path"):
            asyncio.run(use())
    assert sorted(folder.rglob("*")) == before
