"""Reads a library of model files from a folder or from a `.kpar` archive (KerML 1.0, clause 10.3: a zip file).

An archive comes from somewhere else, so nothing in it is trusted: entries that lead out of it, links, encrypted
entries and absurd sizes are refused, and nothing is ever written to the disk. Must not know what a model means.
"""

from __future__ import annotations

import os
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.diagnostics import Diagnostic, Severity
from generator.source import SourceFile, Span

__all__ = ["load"]

_SUFFIXES = (".sysml", ".kerml")
_MOST_FILES = 10_000
_LARGEST_FILE = 32 * 1024 * 1024
_LARGEST_LIBRARY = 256 * 1024 * 1024
_MOST_DEEP = 32


class _RefusedError(Exception):
    """Why a library, or a file of it, is not read."""


def load(path: Path) -> tuple[tuple[SourceFile, ...], tuple[Diagnostic, ...]]:
    """The model files of a library, sorted by path, and what could not be read.

    `path` is a folder, searched with its subfolders, or a `.kpar` archive. Archives inside the folder are read
    too. A refused archive gives no files at all: half a library would only produce misleading errors.
    """
    sources: list[SourceFile] = []
    diagnostics: list[Diagnostic] = []
    try:
        for file in _candidates(path):
            if file.suffix == ".kpar":
                sources += _archived(file)
            else:
                sources.append(SourceFile(file.as_posix(), _decoded(_read(file), file.name)))
        if sum(len(source.text) for source in sources) > _LARGEST_LIBRARY:
            raise _RefusedError("it is larger than a library can be")
        if not sources:
            raise _RefusedError("there is no .sysml or .kerml file in it")
    except _RefusedError as refused:
        diagnostics.append(_unreadable(path, str(refused)))
        sources = []
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        diagnostics.append(_unreadable(path, reason))
        sources = []
    return tuple(sorted(sources, key=lambda source: source.path)), tuple(diagnostics)


def _unreadable(path: Path, reason: str) -> Diagnostic:
    return Diagnostic(
        code="library-unreadable",
        severity=Severity.ERROR,
        message=f"the library `{path.as_posix()}` cannot be used: {reason}",
        span=Span(SourceFile(path.as_posix(), ""), 0, 0),
        hint="name a folder of .sysml and .kerml files, or a .kpar archive",
    )


def _candidates(path: Path) -> Iterator[Path]:
    """The files of a folder that belong to a library, without following links; or the archive itself."""
    if not path.is_dir():
        yield path
        return
    count = 0
    for folder, folders, names in os.walk(path, followlinks=False):
        folders.sort()
        for name in sorted(names):
            file = Path(folder, name)
            if file.suffix not in (*_SUFFIXES, ".kpar") or file.is_symlink():
                continue
            count += 1
            if count > _MOST_FILES:
                raise _RefusedError(f"it has more than {_MOST_FILES} files")
            yield file


def _read(file: Path) -> bytes:
    if not file.is_file():
        raise _RefusedError("it is not there" if not file.exists() else "it is not a file")
    if file.suffix not in _SUFFIXES:
        raise _RefusedError("it is neither a folder nor a .kpar archive")
    if file.stat().st_size > _LARGEST_FILE:
        raise _RefusedError(f"`{file.name}` is larger than {_LARGEST_FILE} bytes")
    return file.read_bytes()


def _decoded(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _RefusedError(f"`{name}` is not UTF-8 text (byte {error.start})") from error


def _archived(path: Path) -> list[SourceFile]:
    """The model files of an archive; the whole archive is refused for one hostile entry."""
    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
        if len(entries) > _MOST_FILES:
            raise _RefusedError(f"it has more than {_MOST_FILES} entries")
        for entry in entries:
            _check_entry(entry)
        wanted = [e for e in entries if PurePosixPath(e.filename).suffix in _SUFFIXES]
        if len({entry.filename for entry in wanted}) < len(wanted):
            raise _RefusedError("two entries have the same name")
        if sum(entry.file_size for entry in wanted) > _LARGEST_LIBRARY:
            raise _RefusedError("it is larger than a library can be")
        return [
            SourceFile(
                f"{path.as_posix()}/{entry.filename}",
                _decoded(_unpacked(archive, entry), entry.filename),
            )
            for entry in wanted
        ]


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    parts = PurePosixPath(name).parts
    leads_out = not parts or name.startswith("/") or ".." in parts or ":" in parts[0]
    if leads_out or "\\" in name or "\0" in getattr(entry, "orig_filename", name):
        raise _RefusedError(f"the entry {name!r} leads out of the archive")
    if len(parts) > _MOST_DEEP:
        raise _RefusedError(f"the entry {name!r} is nested too deeply")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise _RefusedError(f"the entry {name!r} is a link")
    if entry.flag_bits & 0x1:
        raise _RefusedError(f"the entry {name!r} is encrypted")
    if entry.file_size > _LARGEST_FILE:
        raise _RefusedError(f"the entry {name!r} is larger than {_LARGEST_FILE} bytes")


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The content of an entry, never more than it declares: the declared size of a zip bomb is a lie."""
    with archive.open(entry) as stream:
        content = stream.read(entry.file_size + 1)
    if len(content) != entry.file_size:
        raise _RefusedError(f"the entry {entry.filename!r} is not as long as it says")
    return content
