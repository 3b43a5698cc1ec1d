"""Finding and reading model files.

A file has three names: where it is, the path shown to people (as they gave it), and its label: the path that
enters outputs, which does not depend on the working folder. Knows the disk; must not know the notation.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.config import Config
from generator.library import load
from generator.source import SourceFile

__all__ = ["SUFFIXES", "ModelFile", "SourceFault", "find_models", "group_of"]

SUFFIXES = (".sysml", ".kerml")
_LARGEST = 64_000_000


class SourceFault(Exception):
    """A model path that does not exist, cannot be read or holds no model."""


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One model file. `group` is the folder or file name that stands for its system.

    `bad_byte` is the offset (in characters) of the first bytes that are no UTF-8, or None.
    """

    location: Path
    shown: str
    group: str
    source: SourceFile
    bad_byte: int | None = None

    @property
    def label(self) -> str:
        """The path in outputs: relative to the project, or to the given folder when outside of it."""
        return self.source.path


@dataclass(frozen=True, slots=True)
class _Found:
    location: Path
    shown: str
    label: str
    group: str


def find_models(config: Config, paths: Sequence[str] = ()) -> tuple[ModelFile, ...]:
    """The model files at some paths (those of the configuration, when none is given), sorted by label."""
    given = [(each, Path(each).absolute()) for each in paths] or [
        (_near(config.path(each)), config.path(each)) for each in config.model
    ]
    found: dict[Path, _Found] = {}
    packed: list[ModelFile] = []
    for shown, location in given:
        if location.suffix == ".kpar" and location.is_file():
            packed += _unpacked(config, shown, location)
            continue
        for each in _found(config, shown, Path(os.path.normpath(location))):
            found.setdefault(each.location, each)
    if not found and not packed:
        where = ", ".join(shown for shown, _ in given)
        raise SourceFault(f"no model ({' or '.join(SUFFIXES)} file) in {where}")
    labels: dict[str, int] = {}
    files = []
    for each in sorted(found.values(), key=lambda f: (f.label, str(f.location))):
        number = labels[each.label] = labels.get(each.label, 0) + 1
        label = each.label if number == 1 else f"{number}/{each.label}"
        files.append(_read(each, label))
    return tuple(sorted((*files, *packed), key=lambda f: f.label))


def _unpacked(config: Config, shown: str, location: Path) -> Iterator[ModelFile]:
    """The models in a project archive, as if it were a folder; SourceFault for one that is refused."""
    sources, faults = load(location)
    for fault in faults:
        raise SourceFault(fault.message.replace("the library", "the archive", 1))
    label = _label(config, location, location.parent)
    for source in sources:
        inside = source.path.removeprefix(f"{location.as_posix()}/")
        yield ModelFile(
            location,
            f"{shown}/{inside}",
            location.stem,
            SourceFile(f"{label}/{inside}", source.text),
        )


def _near(path: Path) -> str:
    """A path as people like to see it: relative when it lies below the working folder."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)


def _found(config: Config, shown: str, location: Path) -> Iterator[_Found]:
    if location.is_file():
        label = _label(config, location, location.parent)
        yield _Found(location, shown, label, group_of(config, location) or location.stem)
        return
    if not location.is_dir():
        reason = "is neither a file nor a folder" if location.exists() else "does not exist"
        raise SourceFault(f"{shown} {reason}")
    files = _files(location)
    nested = any(path.parent != location for path in files)
    for path in files:
        below = path.relative_to(location)
        if len(below.parts) > 1:
            group = below.parts[0]
        else:
            group = path.stem if nested else location.name
        yield _Found(
            path,
            (PurePosixPath(shown) / below.as_posix()).as_posix(),
            _label(config, path, location.parent),
            group_of(config, path) or group,
        )


def _files(folder: Path) -> list[Path]:
    found = []
    for at, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(at, name) for name in files if name.endswith(SUFFIXES) and name[0] != "."]
    return sorted(path for path in found if path.is_file())


def _label(config: Config, path: Path, base: Path) -> str:
    for root in (config.root, base) if config.is_project else (base,):
        try:
            return path.relative_to(root).as_posix()
        except ValueError:
            continue
    return path.name


def group_of(config: Config, path: Path) -> str | None:
    """The folder below a model root of the project, or the file itself when it lies in the root."""
    for setting in config.model if config.is_project else ():
        root = config.path(setting)
        try:
            below = path.relative_to(root)
        except ValueError:
            continue
        if below.parts:
            return below.parts[0] if len(below.parts) > 1 else path.stem
    return None


def _read(found: _Found, label: str) -> ModelFile:
    try:
        size = found.location.stat().st_size
        if size > _LARGEST:
            raise SourceFault(
                f"{found.shown} has {size:,} bytes; a model file may have {_LARGEST:,}"
            )
        data = found.location.read_bytes()
    except OSError as fault:
        raise SourceFault(f"cannot read {found.shown}: {fault.strerror}") from fault
    bad = None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        bad = len(data[: fault.start].decode("utf-8-sig", "replace"))
        text = data.decode("utf-8-sig", "replace")
    return ModelFile(found.location, found.shown, found.group, SourceFile(label, text), bad)
