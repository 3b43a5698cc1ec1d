"""The long run: `scripts/fuzz --seconds 600`. Prints counts per kind of change and what was found."""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections import Counter
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from tests.fuzz.front import Finding, examine, examine_notation
from tests.fuzz.mutations import MUTATIONS
from tests.fuzz.seeds import texts
from tests.fuzz.sequence import Hostile, hostile
from tests.resolve.workspace import library_model

__all__ = ["main"]

_MEMORY = 3 << 30


def _worker(
    pipe: Connection,
    seed: int,
    start: int,
    step: int,
    seconds: float,
    corpora: bool,
    notation: bool,
) -> None:
    """Examine inputs in a process of bounded memory; send each result."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    sources = texts(corpora)
    look = examine_notation if notation else examine
    if not notation:
        library_model()
    end, number = time.monotonic() + seconds, start
    while time.monotonic() < end:
        each = hostile(seed, number, sources)
        pipe.send((each, None))
        pipe.send((each, look(each.name, each.data, each.original) or True))
        number += step
    pipe.send(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


class _Tally:
    """What was examined and found."""

    def __init__(self, folder: Path) -> None:
        self.counts: Counter[str] = Counter()
        self.findings: Counter[str] = Counter()
        self.folder = folder

    def add(self, each: Hostile, found: Finding | bool) -> None:
        """Count an input; print and save the first of each finding."""
        self.counts[each.kind] += 1
        if not isinstance(found, Finding):
            return
        self.findings[found.what] += 1
        if self.findings[found.what] <= 3:
            self.folder.mkdir(parents=True, exist_ok=True)
            file = self.folder / f"{each.number}-{each.kind}-{each.name}"
            file.write_bytes(each.data)
            print(f"{found.what}: {found.detail}\n    {file}", flush=True)


def main() -> int:
    """Run until the time is over; 1 when something was found."""
    parser = argparse.ArgumentParser(prog="scripts/fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--save", type=Path, default=Path(".fuzz"), help="folder for reproducers")
    parser.add_argument("--no-corpora", action="store_true", help="only models of the project")
    parser.add_argument("--notation", action="store_true", help="only parse and print")
    parser.add_argument("files", nargs="*", type=Path, help="examine these files instead")
    options = parser.parse_args()
    if options.files:
        return _examine_files(options.files)
    tally, peak = _Tally(options.save), 0
    context = get_context("fork")
    pipes = []
    for job in range(options.jobs):
        ours, theirs = context.Pipe(duplex=False)
        arguments = (
            theirs,
            options.seed,
            job,
            options.jobs,
            options.seconds,
            not options.no_corpora,
            options.notation,
        )
        process = context.Process(target=_worker, args=arguments, daemon=True)
        process.start()
        theirs.close()
        pipes.append((process, ours))
    for process, pipe in pipes:
        peak = max(peak, _drain(pipe, tally))
        process.join()
    for kind in sorted(MUTATIONS):
        print(f"{kind:18} {tally.counts[kind]:7}")
    print(f"{'in all':18} {tally.counts.total():7}   peak memory {peak} MB of {_MEMORY >> 20}")
    for what, count in tally.findings.most_common():
        print(f"FOUND {count:5}  {what}")
    return 1 if tally.findings else 0


def _drain(pipe: Connection, tally: _Tally) -> int:
    """Take what a worker sends; a worker that dies leaves its last input as a finding."""
    pending: Hostile | None = None
    while True:
        try:
            message = pipe.recv()
        except EOFError:
            if pending is not None:
                tally.add(pending, Finding("the process died", "memory or a crash"))
            return 0
        if isinstance(message, int):
            return message
        pending, found = message
        if found is not None:
            tally.add(pending, found)
            pending = None


def _examine_files(files: list[Path]) -> int:
    bad = 0
    for file in files:
        found = examine(file.name.split("-")[-1], file.read_bytes())
        print(f"{file}: {found or 'nothing found'}")
        bad += found is not None
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
