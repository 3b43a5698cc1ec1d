"""Writing files that people asked for by name: answers into a file, mended models in place.

Each write is atomic: a temporary file beside the target takes its place, or nothing changes. What the compiler
generates is written by `apply` and never here.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

__all__ = ["WriteFault", "replace_model", "write_answer"]

_BOM = b"\xef\xbb\xbf"


class WriteFault(Exception):
    """A file that was not written; the message says why. The file is as it was."""


def write_answer(path: Path, content: str | bytes) -> None:
    """Write an answer to a file; WriteFault when that is not possible."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    _write(path, data)


def replace_model(path: Path, checked: str, text: str, *, keep_mark: bool = True) -> None:
    """Replace the text of a model file by another one, if it still has the text that was checked.

    WriteFault when somebody changed the file meanwhile. The permissions are kept, and so is a byte-order mark unless
    it is to go.
    """
    try:
        before = path.read_bytes()
    except OSError as fault:
        raise WriteFault(f"cannot read {path}: {fault.strerror}") from fault
    if before.removeprefix(_BOM) != checked.encode("utf-8"):
        raise WriteFault(f"{path} changed while it was being checked; it is left alone")
    mark = _BOM if keep_mark and before.startswith(_BOM) else b""
    _write(path, mark + text.encode("utf-8"))


def _write(path: Path, data: bytes) -> None:
    target = path.resolve()
    if target.exists() and not target.is_file():  # such as /dev/stdout
        try:
            target.write_bytes(data)
        except OSError as fault:
            raise WriteFault(f"cannot write {path}: {fault.strerror}") from fault
        return
    name = None
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.")
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
        os.replace(name, target)
    except OSError as fault:
        if name is not None:
            with contextlib.suppress(OSError):
                os.unlink(name)
        raise WriteFault(f"cannot write {path}: {fault.strerror}") from fault


def _umask() -> int:
    mask = os.umask(0o22)
    os.umask(mask)
    return mask
