"""The swap of a staged tree for the present one, and its journal.

The journal is written when the staged tree is complete and says which folder replaces which. It is carried out
step by step; each step can be told from the disk to be done or not, so carrying it out again after a kill
continues where it stopped. The steps are atomic exchanges where the system has them. Where a folder cannot be
renamed at all (a mount point, a lower layer of a container image) its files are replaced one by one.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import json
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

__all__ = [
    "ApplyFault",
    "Swap",
    "carry_out",
    "describe",
    "is_pending",
    "recover",
    "undo",
    "write_journal",
]

JOURNAL = "journal.json"
STAGING = "staging-"

#: Called with the name of each step before it is taken; tests stop the process there.
Probe = Callable[[str], None]


class ApplyFault(Exception):
    """The disk refuses: no permission, no space, in use. The message is for people; the tree is as it was."""


@dataclass(frozen=True, slots=True)
class Swap:
    """`staged` takes the place of `target`, which is kept at `old` until the end; paths are relative to `out`.

    `identity` is the inode of the staged folder: wherever it is now, the swap knows it again. None means
    that the target is removed and nothing takes its place. `replaced` and `removed` are the files that
    differ, relative to the target.
    """

    target: str
    staged: str
    old: str
    identity: int | None
    replaced: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def describe(fault: OSError, doing: str) -> str:
    """An operating system error in a person's words, with the path and no traceback."""
    path = f" {fault.filename}" if fault.filename else ""
    reasons = {
        errno.ENOSPC: "the disk is full",
        errno.EDQUOT: "the disk quota is used up",
        errno.EFBIG: "the file would be larger than allowed",
        errno.EACCES: "permission denied",
        errno.EPERM: "permission denied",
        errno.EROFS: "the file system is read-only",
        errno.EXDEV: "it is on another file system than the project's `.ssot` folder",
        errno.EBUSY: "it is in use, for instance as a mount point",
    }
    reason = reasons.get(fault.errno or 0) or fault.strerror or str(fault)
    return f"cannot {doing}{path}: {reason}"


def write_journal(private: Path, swaps: list[Swap]) -> None:
    """From here on the new tree is what will be."""
    body = [asdict(swap) for swap in swaps]
    fresh = private / (JOURNAL + ".new")
    with fresh.open("w", encoding="utf-8") as file:
        json.dump({"format": 1, "swaps": body}, file)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(private / JOURNAL)


def carry_out(private: Path, probe: Probe = lambda step: None) -> None:
    """Take every step of the journal that is not yet taken, then remove it."""
    journal = private / JOURNAL
    for number, swap in enumerate(_read(journal)):
        _swap(private.parent, swap, f"{number}-", probe)
    probe("end")
    journal.unlink()


def undo(private: Path) -> None:
    """Take back the steps of a journal that could not be carried out to the end, then remove it."""
    journal = private / JOURNAL
    for swap in reversed(_read(journal)):
        target, staged, old = (private.parent / at for at in (swap.target, swap.staged, swap.old))
        if swap.identity is not None and _identity(target) == swap.identity:
            if _identity(staged) is not None:
                exchange(target, staged)
                continue
            target.rename(staged)
        if _identity(old) is not None and _identity(target) is None:
            old.rename(target)
    journal.unlink()


def is_pending(private: Path) -> bool:
    """Whether a killed run left a journal."""
    return (private / JOURNAL).exists()


def recover(private: Path, probe: Probe = lambda step: None) -> bool:
    """Finish what a killed run began and remove what it left; call with the lock held.

    True when there was a journal to carry out.
    """
    found = (private / JOURNAL).exists()
    if found:
        carry_out(private, probe)
    if private.is_dir():
        for left in private.glob(STAGING + "*"):
            shutil.rmtree(left, ignore_errors=True)
        (private / (JOURNAL + ".new")).unlink(missing_ok=True)
    return found


def _read(journal: Path) -> list[Swap]:
    try:
        body = json.loads(journal.read_text(encoding="utf-8"))
        return [
            Swap(**(each | {name: tuple(each[name]) for name in ("replaced", "removed")}))
            for each in body["swaps"]
        ]
    except (ValueError, KeyError, TypeError) as fault:
        raise _lost(journal, f"is damaged ({fault})") from fault


def _lost(journal: Path, what: str) -> ApplyFault:
    return ApplyFault(
        f"{journal} {what}; compare the generated tree with version control, remove that file, "
        "and run again"
    )


def _identity(path: Path) -> int | None:
    try:
        return os.lstat(path).st_ino
    except FileNotFoundError:
        return None


def _swap(out: Path, swap: Swap, number: str, probe: Probe) -> None:
    target, staged, old = out / swap.target, out / swap.staged, out / swap.old
    present = _identity(target)
    if (present is not None and present == swap.identity) or present is swap.identity:
        return
    if swap.identity is not None and _identity(staged) != swap.identity:
        raise _lost(out / swap.staged, "is not as a killed run left it")
    try:
        if swap.identity is None:
            probe(number + "remove")
            target.rename(old)
        elif present is None:
            probe(number + "place")
            staged.rename(target)
        else:
            probe(number + "exchange")
            if not exchange(staged, target):
                target.rename(old)
                probe(number + "between")
                staged.rename(target)
    except OSError as fault:
        if fault.errno not in (errno.EXDEV, errno.EBUSY):
            raise
        _merge(target, staged, swap, number, probe)


def _merge(target: Path, staged: Path, swap: Swap, number: str, probe: Probe) -> None:
    """Replace file by file; the staged tree stays whole, so that this can be done again from the start."""
    for path in swap.replaced:
        probe(f"{number}replace {path}")
        fresh = target / path
        fresh.parent.mkdir(parents=True, exist_ok=True)
        beside = fresh.with_name(f".{fresh.name}.new")
        shutil.copyfile(staged / path, beside)
        beside.replace(fresh)
    for path in swap.removed:
        probe(f"{number}remove {path}")
        gone = target / path
        gone.unlink(missing_ok=True)
        for folder in gone.parents:
            if folder == target or (folder.is_dir() and any(folder.iterdir())):
                break
            with contextlib.suppress(FileNotFoundError):
                folder.rmdir()


@cache
def _renameat2() -> Callable[[bytes, bytes], int] | None:
    if not sys.platform.startswith("linux"):
        return None
    try:
        function = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return None
    here, exchange_flag = -100, 2
    return lambda one, other: int(function(here, one, here, other, exchange_flag))


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one atomic step; False where the system cannot."""
    function = _renameat2()
    if function is None:
        return False
    if function(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(other))
