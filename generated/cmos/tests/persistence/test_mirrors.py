# Generated from CMOS_Views::BacklogMirror (ssot/cmos/views.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Files hold what the database holds: after a change, after somebody touched them, and not before."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from cmos import files
from cmos.persistence import mirrors
from cmos.persistence.transaction import problems, run, transaction

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
            "cmos/missions/backlog.yaml",
            "yaml",
            "backlog_mirror",
            [
                "mission_dependencies",
                "missions",
                "sprints",
            ],
            [],
        ),
        (
            "cmos/SESSIONS.jsonl",
            "jsonl",
            "sessions_mirror",
            [
                "session_events",
            ],
            [],
        ),
        (
            "cmos/PROJECT_CONTEXT.json",
            "json",
            "project_context_mirror",
            [
                "contexts",
                "missions",
                "sprints",
            ],
            [],
        ),
        (
            "cmos/MASTER_CONTEXT.json",
            "json",
            "master_context_mirror",
            [
                "contexts",
                "decisions",
            ],
            [],
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
