# Generated from AIOS_Views::TasksMirror (ssot/aios/views.sysml) and 10 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Files that hold what the database holds."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from pathlib import Path

from .. import files

__all__ = ["MIRRORS", "Mirror", "refresh"]


@dataclass(frozen=True, slots=True)
class Mirror:
    """A file, how values are written to it, the workflow that gives them, and the tables they depend on.

    With `fields` it is a file for each item: these attributes of the item stand in the path.
    """

    path: str
    form: str
    workflow: str
    tables: frozenset[str]
    fields: tuple[str, ...] = ()

    async def texts(self) -> dict[Path, str]:
        """The files, and what each of them should hold."""
        from ..workflows.stepping import perform

        found = await perform(self.workflow)
        if not self.fields:
            return {files.place(self.path): files.text_of(found, self.form)}
        return {
            files.place(
                files.filled(
                    self.path, {name: getattr(each, name) for name in self.fields}
                )
            ): files.text_of(each.content, self.form)
            for each in found
        }


MIRRORS = (
    Mirror(
        "state/tasks.yaml",
        "yaml",
        "tasks_mirror",
        frozenset(
            {
                "queues",
                "tasks",
            }
        ),
    ),
    Mirror(
        "tasks/inbox/INBOX.yaml",
        "yaml",
        "inbox_mirror",
        frozenset(
            {
                "tasks",
            }
        ),
    ),
    Mirror(
        "state/agents.yaml",
        "yaml",
        "agents_mirror",
        frozenset(
            {
                "agents",
            }
        ),
    ),
    Mirror(
        "state/sessions.yaml",
        "yaml",
        "sessions_mirror",
        frozenset(
            {
                "sessions",
            }
        ),
    ),
    Mirror(
        "state/project.yaml",
        "yaml",
        "project_mirror",
        frozenset(
            {
                "project",
            }
        ),
    ),
    Mirror(
        "ops/audit/{name}.md",
        "text",
        "audit_mirror",
        frozenset(
            {
                "access_refusals",
                "audit_entries",
                "tasks",
            }
        ),
        ("name",),
    ),
    Mirror(
        "ops/audit/SYSTEM.md",
        "text",
        "system_audit_mirror",
        frozenset(
            {
                "access_refusals",
                "audit_entries",
            }
        ),
    ),
    Mirror(
        "ops/freeze/{name}.md",
        "text",
        "freeze_mirror",
        frozenset(
            {
                "freezes",
            }
        ),
        ("name",),
    ),
    Mirror(
        "ops/proposals/{name}.md",
        "text",
        "proposals_mirror",
        frozenset(
            {
                "proposals",
            }
        ),
        ("name",),
    ),
    Mirror(
        "ops/decision-log/{name}.md",
        "text",
        "decisions_mirror",
        frozenset(
            {
                "proposals",
            }
        ),
        ("name",),
    ),
    Mirror(
        "ops/deviations/{name}.md",
        "text",
        "deviations_mirror",
        frozenset(
            {
                "deviations",
            }
        ),
        ("name",),
    ),
)

_seen: set[Path] = set()


async def refresh(changed: Set[str], writes: files.Writes) -> None:
    """Write each mirror whose tables have changed; one that this process has not seen yet is compared first."""
    for mirror in MIRRORS:
        place = files.place(mirror.path)
        if place in _seen and not mirror.tables & changed:
            continue
        is_same = True
        for file, text in (await mirror.texts()).items():
            if not file.is_file() or file.read_text(encoding="utf-8") != text:
                writes.write(file, text)
                is_same = False
        if is_same:
            _seen.add(place)
