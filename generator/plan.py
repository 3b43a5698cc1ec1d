"""The plan: what would have to change on disk, decided without touching it.

Pure: artifacts, the state of the disk and the manifest of the last run go in, changes come out. A file that is
not as the last run left it is a conflict that names itself, never silently overwritten. Must not do I/O.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from generator.emit.artifact import MANIFEST, Artifact, ArtifactSet, Origin

__all__ = [
    "MANIFEST_KEY",
    "Action",
    "Change",
    "DiskState",
    "Entry",
    "Manifest",
    "Plan",
    "Scope",
    "make_plan",
]

MANIFEST_KEY = f"generated/{MANIFEST}"
_FORMAT = 1


class Action(StrEnum):
    """What happens to one file."""

    CREATE = "create"
    UPDATE = "update"
    DELETE = "delete"
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Entry:
    """What the manifest says of one file."""

    digest: str
    pass_name: str
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of a generated tree by key, and the digests of the model files they come from."""

    generator: str
    sources: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, Entry] = field(default_factory=dict)

    def to_json(self) -> str:
        """The text of `manifest.json`: sorted, one line per file, without clock or machine."""
        lines = [
            f"  {json.dumps(key)}: {json.dumps(_record(self.files[key]))}"
            for key in sorted(self.files)
        ]
        head = json.dumps(
            {
                "format": _FORMAT,
                "generator": self.generator,
                "sources": dict(sorted(self.sources.items())),
            },
            indent=1,
        )
        files = ",\n".join(lines)
        return f'{head[:-2]},\n "files": {{\n{files}\n }}\n}}\n'

    @classmethod
    def from_json(cls, text: str) -> Manifest:
        """The manifest in a text; ValueError when it is none."""
        try:
            body = json.loads(text)
            if body["format"] != _FORMAT:
                raise ValueError(f"manifest format {body['format']!r} is not known")
            files = {str(key): _entry(record) for key, record in body["files"].items()}
            sources = {str(path): str(value) for path, value in body["sources"].items()}
            return cls(str(body["generator"]), sources, files)
        except (KeyError, TypeError, AttributeError) as fault:
            raise ValueError(f"not a manifest: {type(fault).__name__}: {fault}") from fault


def _record(entry: Entry) -> dict[str, object]:
    origins = [
        {"element": each.qualified_name, "file": each.file, "line": each.line}
        for each in entry.origins
    ]
    return {"digest": entry.digest, "pass": entry.pass_name, "origins": origins}


def _entry(record: Mapping[str, object]) -> Entry:
    origins = record["origins"]
    if not isinstance(origins, list):
        raise TypeError("origins is no list")
    found = tuple(Origin(str(o["element"]), str(o["file"]), int(o["line"])) for o in origins)
    return Entry(str(record["digest"]), str(record["pass"]), found)


@dataclass(frozen=True, slots=True)
class DiskState:
    """What is on disk below the roots: digests by key, things that are no regular files, the manifest.

    `odd` maps the key of a symbolic link, device or unreadable file to what it is. `manifest` is None when
    there is none; `manifest_fault` says why one that exists cannot be read.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    odd: Mapping[str, str] = field(default_factory=dict)
    manifest: Manifest | None = None
    manifest_fault: str | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """The part of the tree a run is about; what lies outside stays as it is.

    `accepts` says of a key, its pass and its origins whether it belongs to the run; without it all do.
    """

    accepts: Callable[[str, str, tuple[Origin, ...]], bool] | None = None

    def covers(self, key: str, pass_name: str, origins: tuple[Origin, ...]) -> bool:
        """Whether a file belongs to the run."""
        return self.accepts is None or self.accepts(key, pass_name, origins)


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to one file and why; digests are None where there is no file."""

    key: str
    action: Action
    reason: str
    before: str | None = None
    after: str | None = None
    pass_name: str = ""
    origins: tuple[Origin, ...] = ()
    hint: str = ""


@dataclass(frozen=True)
class Plan:
    """All changes in order of their keys, the artifacts behind them and the manifest of the tree to be."""

    changes: tuple[Change, ...]
    artifacts: ArtifactSet
    manifest: Manifest
    disk: DiskState

    def of(self, *actions: Action) -> tuple[Change, ...]:
        """The changes of some actions."""
        return tuple(each for each in self.changes if each.action in actions)

    @property
    def conflicts(self) -> tuple[Change, ...]:
        """The files that stand in the way."""
        return self.of(Action.CONFLICT)

    @cached_property
    def manifest_text(self) -> str:
        """The text of the manifest to be."""
        return self.manifest.to_json()

    @property
    def is_empty(self) -> bool:
        """True when the disk is exactly as the model says, the manifest included."""
        done = all(each.action is Action.UNCHANGED for each in self.changes)
        if not self.manifest.files and self.disk.manifest is None:
            return done
        return done and self.disk.manifest == self.manifest

    def counts(self) -> dict[str, int]:
        """How many files each action touches."""
        return {action.value: len(self.of(action)) for action in Action}

    def forced(self) -> Plan:
        """The same plan with every conflict decided for the model: the file on disk is discarded."""
        return replace(self, changes=tuple(_decide(each) for each in self.changes))


def _decide(change: Change) -> Change:
    if change.action is not Action.CONFLICT:
        return change
    action = Action.UPDATE if change.after is not None else Action.DELETE
    return replace(change, action=action, reason=f"forced: {change.reason}")


def make_plan(
    artifacts: ArtifactSet,
    disk: DiskState,
    *,
    generator: str,
    sources: Mapping[str, str],
    scope: Scope | None = None,
) -> Plan:
    """Compare what should be with what is. `sources` maps each model file to its digest."""
    scope = scope or Scope()
    known = disk.manifest.files if disk.manifest else {}
    wanted = {
        key: each
        for key, each in artifacts.items()
        if scope.covers(key, each.pass_name, each.origins)
    }
    kept = {
        key: entry
        for key, entry in known.items()
        if key not in wanted and not scope.covers(key, entry.pass_name, entry.origins)
    }
    changes = [_wanted(each, disk, known.get(key)) for key, each in wanted.items()]
    changes += [_stale(key, disk, known[key]) for key in known if key not in wanted | kept]
    changes += _strangers(disk, wanted.keys() | known.keys())
    if disk.manifest_fault is not None:
        changes.append(_bad_manifest(disk.manifest_fault))
    entries = dict(kept)
    for key, each in wanted.items():
        entries[key] = Entry(each.digest, each.pass_name, each.origins)
    manifest = Manifest(generator, _sources(sources, disk, kept), entries)
    ordered = tuple(sorted(changes, key=lambda each: each.key))
    return Plan(ordered, ArtifactSet(wanted.values()), manifest, disk)


def _sources(
    sources: Mapping[str, str], disk: DiskState, kept: Mapping[str, Entry]
) -> Mapping[str, str]:
    if disk.manifest is None or not kept:
        return dict(sources)
    needed = {origin.file for entry in kept.values() for origin in entry.origins}
    old = {path: value for path, value in disk.manifest.sources.items() if path in needed}
    return {**old, **sources}


def _wanted(artifact: Artifact, disk: DiskState, known: Entry | None) -> Change:
    key = artifact.key
    before = disk.files.get(key)
    change = Change(
        key, Action.UNCHANGED, "", before, artifact.digest, artifact.pass_name, artifact.origins
    )
    if key in disk.odd:
        return _conflict(change, f"{key} is {disk.odd[key]}, not a file written by a run")
    if before is None:
        lost = known is not None
        return replace(
            change, action=Action.CREATE, reason="it was removed by hand" if lost else "new"
        )
    if before == artifact.digest:
        return change
    if known is None:
        return _conflict(change, f"{key} exists and no run wrote it")
    if before != known.digest:
        return _conflict(change, f"{key} was edited by hand since it was generated")
    return replace(
        change, action=Action.UPDATE, reason="the model, a template or the generator changed"
    )


def _stale(key: str, disk: DiskState, known: Entry) -> Change:
    before = disk.files.get(key)
    change = Change(
        key, Action.UNCHANGED, "already gone", before, None, known.pass_name, known.origins
    )
    if key in disk.odd:
        return _conflict(change, f"{key} is {disk.odd[key]}, not the file a run wrote")
    if before is None:
        return change
    if before != known.digest:
        return _conflict(change, f"{key} was edited by hand, and the model no longer asks for it")
    return replace(change, action=Action.DELETE, reason="nothing in the model asks for it")


def _strangers(disk: DiskState, accounted: Iterable[str]) -> list[Change]:
    seen = {*accounted, MANIFEST_KEY}
    found = [
        _conflict(
            Change(key, Action.UNCHANGED, "", value, None),
            f"{key} is in the generated tree and the model does not account for it",
        )
        for key, value in disk.files.items()
        if key not in seen
    ]
    found += [
        _conflict(
            Change(key, Action.UNCHANGED, ""),
            f"{key} is {kind}, and the model does not account for it",
        )
        for key, kind in disk.odd.items()
        if key not in seen
    ]
    return found


def _conflict(change: Change, reason: str) -> Change:
    if change.after is None:
        hint = "move it out of the tree if you need it, or discard it with --force"
    else:
        hint = "carry the change into the model and undo it here, or discard it with --force"
    return replace(change, action=Action.CONFLICT, reason=reason, hint=hint)


def _bad_manifest(fault: str) -> Change:
    change = Change(MANIFEST_KEY, Action.CONFLICT, f"{MANIFEST_KEY} cannot be read: {fault}")
    return replace(
        change,
        after="",
        hint="restore it from version control, or start afresh with --force",
    )
