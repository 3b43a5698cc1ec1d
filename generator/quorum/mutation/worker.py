"""Runs tests on broken modules, one mutant after the other, in one warm process that forks for each.

A program of its own (`python -P worker.py JOB ANSWER`): it runs in the interpreter of the generated packages and
knows pytest and the standard library only. What the packages stand on is imported once; each mutant is a fork
that imports the package anew, so nothing of one mutant reaches the next.

A test may run as long as a multiple of what it takes on the unbroken package. A mutant counts as killed only by a
test that passes on the unbroken package.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import select
import shutil
import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FACTOR = 5.0
"""How many times longer than on the unbroken package a test may run."""

_LEAST = 1.0  # seconds; what takes less is taken for this long, because below the clock is noise


class Recorder:
    """A pytest plug-in that tells the other end of a pipe which test runs and which one fails."""

    def __init__(self, pipe: int) -> None:
        self._pipe = pipe

    def tell(self, what: str, name: str) -> None:
        """Send one event."""
        os.write(self._pipe, (json.dumps([what, name]) + "\n").encode())

    def pytest_plugin_registered(self, plugin: object) -> None:
        """A file of settings was read, which may have loaded a profile of its own."""
        if getattr(plugin, "__file__", "").endswith("conftest.py"):
            _hasten()

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """A test begins."""
        self.tell("begins", nodeid)

    def pytest_runtest_logreport(self, report: Any) -> None:
        """A phase of a test has ended."""
        if report.failed:
            self.tell("fails", report.nodeid)

    def pytest_collectreport(self, report: Any) -> None:
        """A file of tests was read, or could not be."""
        if report.failed:
            self.tell("fails", report.nodeid)


@dataclass(slots=True)
class Run:
    """One run of tests in a fork: the first test that failed or ran too long, how it ended, and how long the last
    test and the whole took.
    """

    failed: str | None = None
    late: bool = False
    code: int = 0
    seconds: float = 0.0
    total: float = 0.0
    running: str = ""
    since: float = field(default_factory=time.monotonic)

    def hear(self, line: bytes) -> None:
        """Take one event."""
        what, name = json.loads(line)
        if what == "begins":
            self.running, self.since = name, time.monotonic()
        elif self.failed is None:
            self.failed = name


@dataclass(slots=True)
class Bench:
    """The unbroken and the broken tree, and what tests take on the unbroken one by their node id."""

    clean: Path
    broken: Path
    taken: dict[str, Run] = field(default_factory=dict)

    def unbroken(self, test: str) -> Run:
        """A test (or a file of tests, for what is not found there by its id) on the unbroken tree."""
        if test not in self.taken:
            run = _tests(self.clean, [test])
            if (
                run.code == 4 and "::" in test
            ):  # pytest: no such test, its parameters are the mutant's
                run = self.unbroken(test.partition("::")[0])
            self.taken[test] = run
        return self.taken[test]

    def limit(self, test: str) -> float:
        """How long a test, or all before the first test of a file, may run on a broken tree."""
        run = self.unbroken(test)
        return FACTOR * max(_LEAST, run.seconds if "::" in test else run.total)


def judge(bench: Bench, job: dict[str, Any], number: int) -> dict[str, Any]:
    """Break one module, run its tests, mend it."""
    begin = time.monotonic()
    place = bench.broken / job["module"]
    place.write_text(job["text"], encoding="utf-8")
    # A time of its own, so that no bytecode of another mutant with as many bytes is taken for this one's.
    os.utime(place, (1_000_000_000 + number,) * 2)
    try:
        run = _tests(bench.broken, job["tests"], bench)
    finally:
        shutil.copy2(bench.clean / job["module"], place)
    # 0: all passed; 5: there were none. Anything else without a failed test is a crash of the mutant.
    by = run.failed or (None if run.code in (0, 5) else run.running or job["tests"][0])
    sound = by is None or bench.unbroken(by).code == 0
    seconds = round(time.monotonic() - begin, 2)
    return {"by": by, "late": run.late, "sound": sound, "seconds": seconds}


def _tests(root: Path, tests: Sequence[str], bench: Bench | None = None) -> Run:
    """Run tests of a tree in a fork; with a bench, no test longer than it allows."""
    begin = time.monotonic()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _child(root, tests, writer)
    os.close(writer)
    run = Run()
    try:
        _listen(reader, child, run, bench, tests[0])
    finally:
        os.close(reader)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)  # what a test started and left behind
        _, status = os.waitpid(child, 0)
    run.code = os.waitstatus_to_exitcode(status)
    run.seconds, run.total = time.monotonic() - run.since, time.monotonic() - begin
    return run


def _listen(reader: int, child: int, run: Run, bench: Bench | None, first: str) -> None:
    rest = b""
    while True:
        ready, _, _ = select.select([reader], [], [], 0.5)
        if ready:
            read = os.read(reader, 65536)
            if not read:
                return
            *lines, rest = (rest + read).split(b"\n")
            for line in lines:
                run.hear(line)
        spent = time.monotonic() - run.since
        if bench and spent > _LEAST and spent > bench.limit(run.running or first):
            run.failed, run.late = run.failed or run.running or first, True
            os.killpg(child, signal.SIGKILL)
            return


def _child(root: Path, tests: Sequence[str], pipe: int) -> None:
    """Run pytest and leave; never returns."""
    code = 3
    try:
        os.setsid()
        os.chdir(root)
        silence = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(silence, stream)
        os.environ["PYTHONPATH"] = str(root)
        sys.path.insert(0, str(root))
        import pytest

        code = pytest.main(
            [
                *("-x", "-q", "-p", "no:cacheprovider", "--import-mode=importlib"),
                *("-o", "addopts=", f"--rootdir={root}", *tests),
            ],
            plugins=[Recorder(pipe)],
        )
    finally:
        os._exit(int(code))


def _warm(modules: Sequence[str]) -> None:
    """Import what the packages stand on, and have the tests of properties end early and alike on every run."""
    for name in ("_pytest.assertion.rewrite", *modules):
        with contextlib.suppress(Exception):
            importlib.import_module(name)
    _hasten()
    gc.collect()
    gc.freeze()


def _hasten() -> None:
    """Keep hypothesis from shrinking what it finds, for found is enough, and from trying other values each time."""
    from hypothesis import Phase, settings

    settings.register_profile(
        "mutation",
        settings.default,
        phases=(Phase.explicit, Phase.generate),
        report_multiple_bugs=False,
        derandomize=True,
        database=None,
    )
    settings.load_profile("mutation")


def main(job: Path, answer: Path) -> int:
    """Judge all mutants of a job file and write a line of JSON for each."""
    sys.dont_write_bytecode = False  # each fork would compile the whole package again
    work = json.loads(job.read_text(encoding="utf-8"))
    _warm(work["warm"])
    bench = Bench(Path(work["clean"]), Path(work["broken"]))
    caller = os.getppid()
    with answer.open("w", encoding="utf-8") as answers:
        for number, each in enumerate(work["jobs"]):
            print(json.dumps(judge(bench, each, number)), file=answers, flush=True)
            if os.getppid() != caller:
                return 1  # nobody waits for the answers any more
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
