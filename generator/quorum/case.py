"""What a quorum decides about: a staged tree, the model it came from and how to make it again.

Knows paths and the manifest; must not know any reviewer.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from generator.ir import Model

__all__ = ["Case", "ManifestEntry"]

_NEVER = frozenset({"__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis"})


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """What the manifest says of one file: its pass and its model elements as `(name, file, line)`."""

    pass_name: str
    origins: tuple[tuple[str, str, int], ...]

    def origin(self) -> str | None:
        """The first model element as `qualified::name (file:line)`."""
        if not self.origins:
            return None
        name, path, line = self.origins[0]
        return f"{name} ({path}:{line})"


@dataclass(frozen=True)
class Case:
    """A staged tree under review.

    `root` holds `generated/` and `diagrams/`; `model_files` are the model's own files by the path shown
    to people; `render` is a command that writes the same tree again when a folder is appended to it;
    `scratch` is a folder reviewers may fill, one sub-folder each.
    """

    root: Path
    model: Model
    model_files: Mapping[str, Path]
    scratch: Path
    render: tuple[str, ...] = ()
    generated: str = "generated"
    diagrams: str = "diagrams"
    interpreter: str = ""

    @property
    def code(self) -> Path:
        """The folder of generated packages."""
        return self.root / self.generated

    @cached_property
    def systems(self) -> tuple[str, ...]:
        """Names of the generated packages, sorted."""
        if not self.code.is_dir():
            return ()
        return tuple(
            sorted(
                each.name
                for each in self.code.iterdir()
                if each.is_dir() and each.name not in _NEVER
            )
        )

    @cached_property
    def manifest(self) -> dict[str, ManifestEntry]:
        """The manifest of the staged tree by path below `root`; empty when there is none."""
        try:
            body = json.loads((self.code / "manifest.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return {
            path: ManifestEntry(
                pass_name=str(entry["pass"]),
                origins=tuple(
                    (str(o["element"]), str(o.get("file", "")), int(o.get("line", 0)))
                    for o in entry.get("origins", ())
                ),
            )
            for path, entry in body["files"].items()
        }

    @cached_property
    def traces(self) -> dict[str, list[str]]:
        """Paths of the manifest by the qualified name of each model element they come from."""
        found: dict[str, list[str]] = {}
        for path, entry in self.manifest.items():
            for name, _, _ in entry.origins:
                found.setdefault(name, []).append(path)
        return found

    def files(self, system: str | None = None, suffix: str = "") -> list[Path]:
        """Files of the generated packages (of one, if named), sorted, caches left out."""
        top = self.code if system is None else self.code / system
        found = [
            path
            for path in top.rglob("*" + suffix)
            if path.is_file() and not _NEVER.intersection(path.parts)
        ]
        return sorted(found)

    def shown(self, path: Path | str) -> str:
        """A path relative to the root, POSIX style; as it is when it lies elsewhere."""
        path = Path(path)
        try:
            return PurePosixPath(path.relative_to(self.root)).as_posix()
        except ValueError:
            return PurePosixPath(path).as_posix()

    def origin(self, path: str | None) -> str | None:
        """Where a generated file comes from in the model, if the manifest knows it."""
        entry = self.manifest.get(path) if path else None
        return entry.origin() if entry else None

    def digest(self, paths: Iterable[Path]) -> str:
        """A digest over names and contents of files."""
        seen = hashlib.sha256()
        for path in sorted(paths):
            content = path.read_bytes()
            seen.update(f"{self.shown(path)}\0{len(content)}\0".encode())
            seen.update(content)
        return seen.hexdigest()
