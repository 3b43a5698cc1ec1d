"""What a run remembers of the last one: which inputs gave which files, so that no change costs next to nothing.

The fingerprint of the inputs covers the models, the library, the compiler, the templates and the settings.
Knows files by their status; must not know what any of them means.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import generator
from generator.apply.observe import Remembered
from generator.config import Config
from generator.emit.artifact import digest
from generator.workspace.libraries import library_path
from generator.workspace.sources import ModelFile

__all__ = ["Memory", "fingerprint", "load_memory", "rendering_salt", "save_memory"]

_FORMATTERS = ("black", "jinja2")


@dataclass
class Memory:
    """`files` are the digests of the last tree by key; `reviewed` says that the quorum approved it."""

    fingerprint: str = ""
    files: dict[str, str] = field(default_factory=dict)
    reviewed: bool = False
    observed: Remembered = field(default_factory=dict)


def _file(config: Config, out: Path) -> Path:
    return config.cache_folder / f"outputs-{digest(str(out.absolute()))[:16]}.json"


def load_memory(config: Config, out: Path) -> Memory:
    """What is remembered of an output folder; empty when there is nothing, or nothing legible."""
    try:
        text = _file(config, out).read_text(encoding="utf-8")
        sum_, body = text.split("\n", 1)
        if digest(body) != sum_:
            return Memory()
        record = json.loads(body)
        observed = {
            key: (tuple(seen), at, value) for key, (seen, at, value) in record["observed"].items()
        }
        return Memory(record["fingerprint"], record["files"], record["reviewed"], observed)
    except (OSError, ValueError, KeyError, TypeError):
        return Memory()


def save_memory(memory: Memory, config: Config, out: Path) -> None:
    """Remember; a failure to do so is no failure of the run."""
    record = {
        "fingerprint": memory.fingerprint,
        "files": memory.files,
        "reviewed": memory.reviewed,
        "observed": memory.observed,
    }
    body = json.dumps(record)
    file = _file(config, out)
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(f"{digest(body)}\n{body}", encoding="utf-8")
        fresh.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)


def fingerprint(config: Config, files: Iterable[ModelFile], extra: Iterable[str] = ()) -> str:
    """The digest of everything a generated tree depends on."""
    parts = [generator.__version__, sys.version, repr(config), *extra]
    parts += [f"{each.label}\0{each.group}\0{digest(each.source.text)}" for each in files]
    parts += _statuses(_code_roots(config))
    parts += [str(_status(Path(origin))) for origin in _origins()]
    return digest("\n".join(parts))


def _code_roots(config: Config) -> list[Path]:
    from generator import _templates

    roots = [Path(generator.__file__).parent, _templates.ROOT]
    place = library_path(config)
    roots += [place] if place is not None else []
    roots += [config.path(config.templates)] if config.templates else []
    return roots


def _statuses(roots: Iterable[Path]) -> Iterator[str]:
    for root in roots:
        if root.is_file():
            yield str(_status(root))
        stack = [str(root)] if root.is_dir() else []
        while stack:
            with os.scandir(stack.pop()) as entries:
                for entry in sorted(entries, key=lambda each: each.name):
                    if entry.is_dir():
                        if entry.name != "__pycache__":
                            stack.append(entry.path)
                    else:
                        found = entry.stat()
                        yield f"{entry.path}\0{found.st_size}\0{found.st_mtime_ns}"


def _status(path: Path) -> tuple[str, int, int]:
    found = path.stat()
    return str(path), found.st_size, found.st_mtime_ns


def _origins() -> list[str]:
    specs = (find_spec(name) for name in _FORMATTERS)
    return [spec.origin for spec in specs if spec is not None and spec.origin is not None]


@cache
def rendering_salt() -> bytes:
    """The digest of what turns a view and its template into text: emit's own code and the formatters' versions."""
    from importlib import metadata

    folder = Path(generator.__file__).parent / "emit"
    parts = [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.py"))]
    parts += [metadata.version(name) for name in _FORMATTERS]
    return digest("\0".join(parts)).encode()
