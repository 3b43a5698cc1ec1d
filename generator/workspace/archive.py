"""The molt shell: one archive from which a whole system regenerates, byte for byte.

It holds the models, a library and templates of the project's own, the settings, the compiler itself and the
manifest of what they generate. Archives are the same bytes for the same content; nothing in one is trusted when
it is restored.
"""

from __future__ import annotations

import io
import json
import os
import stat
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import generator
from generator import _templates
from generator.config import Config
from generator.emit.artifact import digest, path_fault
from generator.plan import MANIFEST_KEY
from generator.workspace.core import Workspace
from generator.workspace.libraries import library_path
from generator.workspace.sources import group_of

__all__ = ["ArchiveFault", "Contents", "create_archive", "regenerate", "restore_archive"]

_INDEX = "molt.json"
_FORMAT = 1
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MOST_FILES = 20_000
_LARGEST_FILE = 64_000_000
_LARGEST = 512_000_000
_SETTINGS = ("generated", "diagrams", "passes", "library", "templates")


class ArchiveFault(Exception):
    """An archive that cannot be made or restored; the message says why."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What an archive holds: digests by path inside of it, and the version of its compiler."""

    generator: str
    files: dict[str, str]
    models: tuple[str, ...]


def create_archive(workspace: Workspace, target: Path) -> Contents:
    """Write the archive of a workspace. ArchiveFault when the outputs are not what the models say."""
    plan = workspace.plan()
    if not plan.is_empty:
        raise ArchiveFault("the outputs are not what the models say; run `ssot generate` first")
    files = dict(_collected(workspace))
    files["project/generated/manifest.json"] = plan.manifest_text.encode()
    index = {
        "format": _FORMAT,
        "generator": generator.__version__,
        "models": sorted(each.label for each in workspace.files),
        "groups": {each.label: each.group for each in workspace.files},
        "files": {name: digest(files[name]) for name in sorted(files)},
    }
    files[_INDEX] = (json.dumps(index, indent=1) + "\n").encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(info, files[name])
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(target.name + ".new")
    fresh.write_bytes(buffer.getvalue())
    fresh.replace(target)
    return _contents(index)


def _collected(workspace: Workspace) -> Iterator[tuple[str, bytes]]:
    for each in workspace.files:
        yield f"project/{each.label}", each.source.text.encode()
    settings = _settings(workspace)
    yield "project/pyproject.toml", settings.encode()
    config = workspace.config
    for name, place in _places(config):
        yield from _tree(place, f"project/.molt/{name}")
    home = Path(generator.__file__).parent
    for path, data in _tree(home, "compiler/generator"):
        if not path.startswith("compiler/generator/_templates/") or path.endswith("__init__.py"):
            yield path, data
    yield from (
        (path, data)
        for path, data in _tree(_templates.ROOT, "compiler/templates")
        if path != "compiler/templates/__init__.py"
    )


def _places(config: Config) -> Iterator[tuple[str, Path]]:
    """The library and templates of a project's own, each with the setting that names it."""
    library = library_path(config)
    if library is not None:
        yield "library", library
    if config.templates is not None:
        yield "templates", config.path(config.templates)


def _settings(workspace: Workspace) -> str:
    config = workspace.config
    values: dict[str, object] = {
        "model": _model_settings(workspace),
        "generated": config.generated,
        "diagrams": config.diagrams,
        "passes": list(workspace.passes),
    }
    for name, place in _places(config):
        if place.exists():
            suffix = place.name if place.is_file() else ""
            values[name] = f".molt/{name}" + (f"/{suffix}" if suffix else "")
    lines = [f"{name} = {json.dumps(value)}" for name, value in values.items()]
    return "\n".join(["[tool.ssot]", *lines]) + "\n"


def _model_settings(workspace: Workspace) -> list[str]:
    """Model paths under which every file gets the system it has here; the deepest first."""
    found = {_model_setting(each.label, each.group) for each in workspace.files}
    settings = sorted(found, key=lambda each: (-len(PurePosixPath(each).parts), each))
    root = Path("/project")
    config = Config(root=root, is_project=True, model=tuple(settings))
    for each in workspace.files:
        if (group_of(config, root / each.label) or Path(each.label).stem) != each.group:
            raise ArchiveFault(f"{each.shown} would belong to another system in an archive")
    return settings


def _model_setting(label: str, group: str) -> str:
    folders = PurePosixPath(label).parts[:-1]
    if group in folders:
        return "/".join(folders[: folders.index(group)]) or "."
    return label


def _tree(root: Path, prefix: str) -> Iterator[tuple[str, bytes]]:
    if root.is_file():
        yield f"{prefix}/{root.name}", root.read_bytes()
        return
    for path in sorted(root.rglob("*")):
        hidden = any(
            part.startswith(".") or part == "__pycache__" for part in path.relative_to(root).parts
        )
        if path.is_file() and not hidden and path.suffix != ".pyc":
            yield f"{prefix}/{path.relative_to(root).as_posix()}", path.read_bytes()


def restore_archive(source: Path, target: Path) -> Contents:
    """Unpack the project and the compiler of an archive into an empty folder.

    ArchiveFault for anything that is no archive of ours, is damaged, or reaches out of the folder.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise ArchiveFault(f"{target} is not an empty folder")
    try:
        with zipfile.ZipFile(source) as archive:
            files = _read(archive)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, RuntimeError) as fault:
        raise ArchiveFault(f"{source} is no archive: {fault}") from fault
    index = _checked(source, files)
    for name, data in files.items():
        path = target.joinpath(*PurePosixPath(name).parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return _contents(index)


def _read(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > _MOST_FILES or sum(each.file_size for each in entries) > _LARGEST:
        raise ArchiveFault("the archive is larger than any of ours")
    files: dict[str, bytes] = {}
    for entry in entries:
        name = entry.filename
        reason = path_fault("diagrams", name)
        mode = entry.external_attr >> 16
        if reason or name in files or (mode and not stat.S_ISREG(mode)):
            raise ArchiveFault(f"the entry {name!r} is refused: {reason or 'it is no plain file'}")
        if entry.file_size > _LARGEST_FILE:
            raise ArchiveFault(f"the entry {name!r} is too large")
        with archive.open(entry) as stream:
            data = stream.read(entry.file_size + 1)
        if len(data) != entry.file_size:
            raise ArchiveFault(f"the entry {name!r} is not as long as it says")
        files[name] = data
    return files


def _checked(source: Path, files: dict[str, bytes]) -> dict[str, Any]:
    try:
        index = json.loads(files.pop(_INDEX))
        known = dict(index["files"])
        if index["format"] != _FORMAT:
            raise ValueError(f"format {index['format']!r} is not known")
    except (KeyError, TypeError, ValueError) as fault:
        raise ArchiveFault(f"{source} is no archive of ours: {fault}") from fault
    if known.keys() != files.keys():
        odd = sorted(known.keys() ^ files.keys())
        raise ArchiveFault(f"{source} does not hold what its index says: {', '.join(odd[:5])}")
    for name, data in files.items():
        if digest(data) != known[name]:
            raise ArchiveFault(f"{source} is damaged: {name} is not what its index says")
    return dict(index)


def _contents(index: dict[str, Any]) -> Contents:
    return Contents(str(index["generator"]), dict(index["files"]), tuple(index["models"]))


def regenerate(target: Path) -> int:
    """Generate a restored project with its own compiler; how many files came out as its manifest promises.

    ArchiveFault when the compiler fails or one byte differs.
    """
    project, home = target / "project", target / "compiler"
    promised = project / MANIFEST_KEY
    expected = promised.read_bytes()
    promised.unlink()
    start = "import sys; sys.path.insert(0, sys.argv.pop(1)); from generator.surfaces.cli import main; main()"
    argv = [sys.executable, "-c", start, str(home.absolute()), "generate", "--no-review"]
    environment = {**os.environ, "SSOT_CACHE": str((target / "cache").absolute())}
    done = subprocess.run(
        argv, cwd=project, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise ArchiveFault(f"the archived compiler failed: {(done.stderr or done.stdout)[-2000:]}")
    if promised.read_bytes() != expected:
        raise ArchiveFault("the archived compiler gave another manifest than the archive promises")
    return len(json.loads(expected)["files"])
