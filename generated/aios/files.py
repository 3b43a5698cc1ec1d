# Generated from AIOS_Agents (ssot/aios/agents.sysml) and 27 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Files of the system: where they are, how values are written, and what becomes visible when a transaction ends."""

from __future__ import annotations

import contextlib
import json
import os
import re
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

__all__ = [
    "Writes",
    "append_line",
    "exclusive",
    "filled",
    "held",
    "list_files",
    "place",
    "read_file",
    "root",
    "text_of",
    "write_file",
]

ROOT = "AIOS_ROOT"
_SUFFIXES = {".json": "json", ".jsonl": "jsonl", ".yaml": "yaml", ".yml": "yaml"}


def root() -> Path:
    """The folder that relative paths are about: what the variable `ROOT` says, else the working folder.

    Files of the system never go among its code: from the folder that holds the package, or from inside of it,
    the folder above is meant.
    """
    given = os.environ.get(ROOT)
    if given:
        return Path(given).expanduser().resolve()
    here, package = Path.cwd(), Path(__file__).resolve().parent
    if here == package.parent or here == package or package in here.parents:
        return package.parent.parent
    return here


def place(path: str) -> Path:
    """Where a file of the system is."""
    return root() / path


def filled(path: str, values: Mapping[str, object]) -> str:
    """A path with values in the places of their names; ValueError for a value that is more than a name of a file."""
    for name, value in values.items():
        if not re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_.-]*", str(value)):
            raise ValueError(f"{value!r} cannot be a part of the path {path}")
        path = path.replace("{" + name + "}", str(value))
    return path


def text_of(content: object, form: str) -> str:
    """A value as the text of a file: `text`, `json`, `yaml` or `jsonl`."""
    if form == "text":
        return (
            content
            if isinstance(content, str)
            else "" if content is None else str(content)
        )
    from pydantic_core import to_jsonable_python

    plain = to_jsonable_python(content, by_alias=True, exclude_none=True, fallback=str)
    if form == "yaml":
        import yaml

        return yaml.safe_dump(plain, sort_keys=False, allow_unicode=True, width=120)
    if form == "jsonl":
        lines = plain if isinstance(plain, list) else [plain]
        return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in lines)
    return json.dumps(plain, indent=2, ensure_ascii=False) + "\n"


class Writes:
    """Files and lines that become visible together, after whatever they depend on is certain.

    `prepare` writes the files beside their places, `settle` puts them there and appends the lines, `forget` removes
    what was prepared.
    """

    def __init__(self) -> None:
        self._texts: dict[Path, str] = {}
        self._lines: list[tuple[Path, str]] = []

    def write(self, path: Path, text: str) -> None:
        """Hold a text for a file; the last one counts."""
        self._texts[path] = text

    def append(self, path: Path, line: str) -> None:
        """Hold a line for a file."""
        self._lines.append((path, line))

    def prepare(self) -> None:
        """Write every file, complete and on the disk, under another name."""
        for path, text in self._texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with open(_beside(path), "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())

    def settle(self) -> None:
        """Put the prepared files in place, each at once, and append the lines."""
        for path in self._texts:
            os.replace(_beside(path), path)
        for path, line in self._lines:
            _append(path, line)
        self._texts.clear()
        self._lines.clear()

    def forget(self) -> None:
        """Remove what was prepared."""
        for path in self._texts:
            with contextlib.suppress(OSError):
                _beside(path).unlink()
        self._texts.clear()
        self._lines.clear()


_held: ContextVar[Writes | None] = ContextVar("_held", default=None)


@contextmanager
def held() -> Iterator[Writes]:
    """Inside, files are written and lines appended to what is given, not to the disk."""
    writes = Writes()
    token = _held.set(writes)
    try:
        yield writes
    finally:
        _held.reset(token)


def read_file(path: str, type_: Any) -> Any:
    """A file as values of a type: text as it is, JSON, YAML and lines of JSON as what they hold."""
    from pydantic import TypeAdapter

    file = place(path)
    text = file.read_text(encoding="utf-8")
    form = _SUFFIXES.get(file.suffix, "text")
    if form == "text":
        return TypeAdapter(type_).validate_python(text)
    return TypeAdapter(type_).validate_json(
        json.dumps(_values(text, form), default=str)
    )


def _values(text: str, form: str) -> object:
    if form == "yaml":
        import yaml

        return yaml.safe_load(text)
    if form == "jsonl":
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    return json.loads(text)


def write_file(path: str, content: object) -> None:
    """Write a value to a file by the suffix of its name, at once or when the transaction around ends."""
    file = place(path)
    text = text_of(content, _SUFFIXES.get(file.suffix, "text"))
    writes = _held.get()
    if writes is not None:
        writes.write(file, text)
        return
    alone = Writes()
    alone.write(file, text)
    alone.prepare()
    alone.settle()


def list_files(folder: str, pattern: str = "*") -> tuple[str, ...]:
    """The files below a folder whose names match a pattern, relative to the root, sorted."""
    top, above = place(folder), root()
    found = (each for each in top.rglob(pattern) if each.is_file())
    return tuple(
        sorted(
            each.relative_to(above).as_posix() if above in each.parents else str(each)
            for each in found
        )
    )


def append_line(path: str, record: object, *, always: bool) -> None:
    """Append a value as one line of JSON: at once if it has to be kept always, else when the transaction around ends."""
    line = text_of((record,), "jsonl")
    writes = _held.get()
    if writes is None or always:
        _append(place(path), line)
    else:
        writes.append(place(path), line)


def _append(path: Path, line: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "a", encoding="utf-8", newline="\n") as file:
        file.write(line)
        file.flush()
        os.fsync(file.fileno())


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")


_mutex = threading.Lock()


@contextmanager
def exclusive() -> Iterator[None]:
    """Hold the right to replace files of the root folder: one thread of one process at a time."""
    with _mutex:
        folder = root()
        folder.mkdir(parents=True, exist_ok=True)
        with open(folder / ".aios.lock", "a", encoding="utf-8") as file:
            if sys.platform != "win32":
                import fcntl

                fcntl.flock(file, fcntl.LOCK_EX)
            yield
