"""Staging: the tree to be, complete, beside the tree that is.

`stage` builds it, `Staging.commit` swaps it in, `Staging.discard` forgets it. Between the two the quorum may
look at it. Hold the lock (`locked`) from before the disk is observed until after the commit.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from generator.apply.journal import (
    STAGING,
    ApplyFault,
    Probe,
    Swap,
    carry_out,
    describe,
    recover,
    undo,
    write_journal,
)
from generator.apply.observe import Layout, Signature, signature, walk
from generator.plan import MANIFEST_KEY, Action, Plan

__all__ = ["Receipt", "Staging", "locked", "stage"]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an apply did: keys by action, in order."""

    created: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    unchanged: int = 0

    @property
    def touched(self) -> int:
        """How many files were written or removed."""
        return len(self.created) + len(self.updated) + len(self.deleted)


@contextlib.contextmanager
def locked(
    layout: Layout,
    *,
    timeout: float = 600.0,
    waiting: Callable[[], None] = lambda: None,
    probe: Probe = lambda step: None,
) -> Iterator[None]:
    """Hold the lock of a project and recover from a killed run first.

    `waiting` is called once when another run holds the lock. ApplyFault after `timeout` seconds.
    """
    from filelock import FileLock, Timeout  # only runs that write need it

    try:
        layout.private.mkdir(parents=True, exist_ok=True)
        lock = FileLock(layout.private / "lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            waiting()
            lock.acquire(timeout=timeout)
    except Timeout as fault:
        message = f"another run has held {layout.private / 'lock'} for {timeout:.0f} s"
        raise ApplyFault(message) from fault
    except OSError as fault:
        raise ApplyFault(describe(fault, "lock the project with")) from fault
    try:
        try:
            recover(layout.private, probe)
        except OSError as fault:
            raise ApplyFault(describe(fault, "finish the run that was killed:")) from fault
        yield
    finally:
        lock.release()


@dataclass
class Staging:
    """A staged tree; `root` holds `generated/` and `diagrams/` under the names of the layout."""

    root: Path
    layout: Layout
    plan: Plan
    _written: dict[str, Signature] = field(default_factory=dict)
    _unchanged: list[str] = field(default_factory=list)

    def commit(self, probe: Probe = lambda step: None) -> Receipt:
        """Make the staged tree the tree. ApplyFault, with the tree as it was, when the disk refuses."""
        try:
            self._settle()
            swaps = [self._swap(name) for name in self.layout.roots]
            probe("journal")
            write_journal(self.layout.private, swaps)
        except OSError as fault:
            self.discard()
            raise ApplyFault(describe(fault, "stage")) from fault
        try:
            carry_out(self.layout.private, probe)
        except OSError as fault:
            self._take_back(fault)
        probe("clean")
        self.discard()
        return _receipt(self.plan)

    def _take_back(self, fault: OSError) -> NoReturn:
        message = describe(fault, "put the new tree in place:")
        try:
            undo(self.layout.private)
        except (OSError, ApplyFault):
            raise ApplyFault(f"{message}; the next run will finish it") from fault
        self.discard()
        raise ApplyFault(message) from fault

    def discard(self) -> None:
        """Forget the staged tree, or after a commit the tree it replaced."""
        shutil.rmtree(self.root, ignore_errors=True)

    def fill(self, probe: Probe, *, reviewed: bool) -> None:
        """Write the tree; unchanged files are links, or copies where reviewers could write into them."""
        plan = self.plan
        fresh = {each.key for each in plan.of(Action.CREATE, Action.UPDATE)}
        for key in sorted(plan.manifest.files):
            probe(f"stage {key}")
            if key in fresh or key not in plan.disk.files:
                if key in plan.artifacts:
                    self._write(key)
                continue
            self._unchanged.append(key)
            if reviewed:
                self._write(key)
        same = plan.disk.manifest == plan.manifest and MANIFEST_KEY in plan.disk.files
        if same:
            self._unchanged.append(MANIFEST_KEY)
        if plan.manifest.files and (reviewed or not same):
            self._write(MANIFEST_KEY)

    def _settle(self) -> None:
        """Undo what reviewers did to the staged tree, and link every file that does not change."""
        unchanged = set(self._unchanged)
        intact = set()
        for name, root in self._roots().items():
            for key, entry, status in list(walk(root, name)) if root.is_dir() else ():
                if key in unchanged or self._written.get(key) != signature(status):
                    os.unlink(entry.path)
                else:
                    intact.add(key)
        for key in self._unchanged:
            self._link(key)
        for key in self._written.keys() - unchanged - intact:
            self._write(key)

    def _roots(self) -> dict[str, Path]:
        names = {"generated": self.layout.generated, "diagrams": self.layout.diagrams}
        return {name: self.root / folder for name, folder in names.items()}

    def _path(self, key: str) -> Path:
        name, _, rest = key.partition("/")
        return self._roots()[name] / rest

    def _write(self, key: str) -> None:
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        if key == MANIFEST_KEY or key in self.plan.artifacts:
            text = self.plan.manifest_text if key == MANIFEST_KEY else self.plan.artifacts[key].text
            with open(path, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            if text.startswith("#!"):
                path.chmod(0o755)  # a script is run by its name
        else:  # outside the scope of this run
            shutil.copy(self.layout.path(key), path)
        self._written[key] = signature(os.lstat(path))

    def _link(self, key: str) -> None:
        path = self._path(key)
        try:
            os.link(self.layout.path(key), path)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            os.link(self.layout.path(key), path)

    def _swap(self, name: str) -> Swap:
        staged = self._roots()[name]
        out = self.layout.out

        def below(*actions: Action) -> tuple[str, ...]:
            keys = [each.key for each in self.plan.of(*actions)]
            if self.plan.disk.manifest != self.plan.manifest:
                keys += [MANIFEST_KEY] if Action.UPDATE in actions else []
            return tuple(k.partition("/")[2] for k in keys if k.startswith(name + "/"))

        exists = staged.is_dir()
        return Swap(
            target=os.path.relpath(self.layout.roots[name], out),
            staged=os.path.relpath(staged, out),
            old=os.path.relpath(self.root / f"old-{name}", out),
            identity=os.lstat(staged).st_ino if exists else None,
            replaced=below(Action.CREATE, Action.UPDATE) if exists else (),
            removed=below(Action.DELETE),
        )


def stage(
    plan: Plan,
    layout: Layout,
    *,
    reviewed: bool = False,
    probe: Probe = lambda step: None,
) -> Staging:
    """Build the tree a plan describes in a folder of its own; call with the lock held.

    `reviewed` says that others will look at it before the commit. ApplyFault when the plan has conflicts
    (decide them with `Plan.forced`) or the disk refuses.
    """
    if plan.conflicts:
        raise ApplyFault("; ".join(each.reason for each in plan.conflicts))
    _check_roots(layout)
    try:
        root = Path(tempfile.mkdtemp(prefix=STAGING, dir=layout.private))
    except OSError as fault:
        raise ApplyFault(describe(fault, "write to")) from fault
    staging = Staging(root, layout, plan)
    try:
        staging.fill(probe, reviewed=reviewed)
    except OSError as fault:
        staging.discard()
        raise ApplyFault(describe(fault, "stage")) from fault
    except BaseException:
        staging.discard()
        raise
    return staging


def _check_roots(layout: Layout) -> None:
    for root in layout.roots.values():
        if root.is_symlink():
            raise ApplyFault(
                f"{root} is a symbolic link; name the folder it points to in [tool.ssot] instead"
            )
        if root.exists() and not root.is_dir():
            raise ApplyFault(f"{root} is in the way: it is not a folder")


def _receipt(plan: Plan) -> Receipt:
    return Receipt(
        tuple(each.key for each in plan.of(Action.CREATE)),
        tuple(each.key for each in plan.of(Action.UPDATE)),
        tuple(each.key for each in plan.of(Action.DELETE)),
        len(plan.of(Action.UNCHANGED)),
    )
