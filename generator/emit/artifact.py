"""Artifacts: the texts the passes made, by path, before anything is written.

Knows paths and who claims them. Must not know templates or the disk.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.emit.names import _DEVICES

__all__ = ["Artifact", "ArtifactSet", "Origin", "PathFault", "digest", "path_fault"]

ROOTS = ("generated", "diagrams")
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """The model element an artifact comes from: qualified name, model file and 1-based line."""

    qualified_name: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file to be: `path` is POSIX and relative to the root `into` (`generated` or `diagrams`)."""

    path: str
    text: str
    into: str
    pass_name: str
    origins: tuple[Origin, ...]
    digest: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if not self.digest:
            object.__setattr__(self, "digest", digest(self.text))

    @property
    def key(self) -> str:
        """The path with its root: `generated/hive/settings.py`, unique in an artifact set."""
        return f"{self.into}/{self.path}"


@dataclass(frozen=True, slots=True)
class PathFault:
    """Why an artifact cannot be accepted."""

    artifact: Artifact
    code: str
    message: str
    hint: str


class ArtifactSet(Mapping[str, Artifact]):
    """Artifacts by key, sorted. Build with `collect`, which refuses bad and doubly claimed paths."""

    __slots__ = ("_artifacts",)

    def __init__(self, artifacts: Iterable[Artifact] = ()) -> None:
        found = sorted(artifacts, key=lambda each: each.key)
        self._artifacts = MappingProxyType({each.key: each for each in found})

    @classmethod
    def collect(cls, artifacts: Iterable[Artifact]) -> tuple[ArtifactSet, tuple[PathFault, ...]]:
        """The artifacts whose paths are sound and claimed once, and what is wrong with the others."""
        accepted: dict[str, Artifact] = {}
        folded: dict[str, Artifact] = {}
        faults: list[PathFault] = []
        for artifact in artifacts:
            reason = path_fault(artifact.into, artifact.path)
            if reason:
                faults.append(
                    PathFault(
                        artifact,
                        "emit-bad-path",
                        f"pass `{artifact.pass_name}` wants to write {artifact.path!r}: {reason}",
                        "a path is relative to its root and stays inside it",
                    )
                )
                continue
            other = folded.get(_fold(artifact.key))
            if other is not None:
                faults.append(_claimed_twice(artifact, other))
                continue
            folded[_fold(artifact.key)] = artifact
            accepted[artifact.key] = artifact
        faults += _file_and_folder(accepted, folded)
        return cls(accepted.values()), tuple(faults)

    def __getitem__(self, key: str) -> Artifact:
        return self._artifacts[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._artifacts)

    def __len__(self) -> int:
        return len(self._artifacts)

    def __repr__(self) -> str:
        return f"ArtifactSet({len(self)} files)"


def digest(text: str | bytes) -> str:
    """The SHA-256 of a text (as UTF-8), in hexadecimal: how files are compared everywhere."""
    return hashlib.sha256(text.encode() if isinstance(text, str) else text).hexdigest()


def path_fault(into: str, path: str) -> str | None:
    """Why a path may not be written, or None when it is sound on Linux, macOS and Windows."""
    if into not in ROOTS:
        return f"the root {into!r} is none of {', '.join(ROOTS)}"
    if into == "generated" and path.casefold() == MANIFEST:
        return "the manifest is written by apply"
    if not path or path.startswith("/") or "\\" in path or ":" in path:
        return "it is not a relative POSIX path"
    if any(unicodedata.category(char)[0] == "C" for char in path):
        return "it holds a control, bidirectional or surrogate character"
    for part in path.split("/"):
        if part in ("", ".", ".."):
            return f"the part {part!r} would leave the root or mean nothing"
        if part.split(".")[0].casefold() in _DEVICES:
            return f"{part!r} is a device name on Windows"
        if part.endswith((".", " ")) or any(char in '<>"|?*' for char in part):
            return f"{part!r} is no file name on Windows"
        if len(part.encode()) > 255:
            return "a part is longer than 255 bytes"
    return None


def _fold(key: str) -> str:
    return unicodedata.normalize("NFC", key).casefold()


def _claimed_twice(artifact: Artifact, other: Artifact) -> PathFault:
    if artifact.pass_name == other.pass_name:
        who = f"pass `{artifact.pass_name}` claims it for two views"
    else:
        who = f"pass `{other.pass_name}` and pass `{artifact.pass_name}` both claim it"
    same = "" if artifact.key == other.key else f" (as `{other.key}`, equal but for case)"
    names = ", ".join(sorted({each.qualified_name for each in (*other.origins, *artifact.origins)}))
    return PathFault(
        artifact,
        "emit-path-claimed-twice",
        f"`{artifact.key}`{same}: {who}",
        f"the elements are {names}; a path belongs to one view",
    )


def _file_and_folder(
    accepted: Mapping[str, Artifact], folded: Mapping[str, Artifact]
) -> list[PathFault]:
    faults = []
    for key, artifact in accepted.items():
        parent = _fold(key)
        while "/" in parent:
            parent = parent.rpartition("/")[0]
            other = folded.get(parent)
            if other is not None:
                faults.append(_claimed_twice(artifact, other))
    return faults
