"""A generated package with durable runs on disk, workers as processes of their own, and a log of what steps did."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from tests.passes.durable_model import TEXT
from tests.passes.generated import artifacts_of, model_of, write

PASSES = (
    *("package", "data_types", "calculations", "orchestrators", "telemetry", "settings"),
    *("command_line", "durable"),
)
HANDS = """
import asyncio, os, random, time
import sqlalchemy as sa
from yard.durable import store
from yard.types.yard import Crate, Receipt

LOG = os.open(os.environ["YARD_LOG"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
PAUSE = float(os.environ.get("YARD_PAUSE", "0"))
LEDGER = sa.Table("ledger", sa.MetaData(), sa.Column("run", sa.String(200)), sa.Column("step", sa.String(200)))


def note(what):
    found = store.scope.get()
    os.write(LOG, f"{what} {found.run} {found.step.replace(' ', '_')} {os.getpid()} {time.time()}\\n".encode())


def step(give):
    async def done(self, **given):
        note("begin")
        if PAUSE:
            await asyncio.sleep(random.random() * 2 * PAUSE)
        note("end")
        return give(**given)
    return done


class Hands:
    pack = step(lambda number: Crate(number=number))
    weigh = step(lambda crate: crate.weight)
    book = step(lambda number: number)
    bill = step(lambda slot: slot)
    lift = step(lambda number: number)
    blow = step(lambda number: None)
    ring = step(lambda: 1)
    sweep = step(lambda broom: None)
    prepare = step(lambda name: name)
    leave = step(lambda papers: papers)

    @store.transactional
    async def sign(self, *, weight, total):
        note("begin")
        found = store.scope.get()
        store.connection().execute(sa.insert(LEDGER).values(run=found.run, step=found.step))
        return Receipt(number=total)


def prepare():
    LEDGER.create(store.engine(), checkfirst=True)
"""

# Everything is forked from a process that has imported everything: what is proven is no matter of imports.
FORGE = """
import json, os, signal, sys, traceback
import croniter, hands, yard.cli
from yard.durable import engine, operate, runs, worker
signal.signal(signal.SIGCHLD, signal.SIG_IGN)


def say(text):
    print(os.getpid(), text, flush=True)


def start(workflow, given, prefix):
    with engine.client() as client:
        hands.prepare()
        for at, each in enumerate(given):
            engine.enqueue(client, workflow, each, f"{prefix}{at}")
    say("started")


def work():
    with worker.stopping() as until:
        worker.work(None, say, until)


for line in sys.stdin:
    if os.fork() == 0:
        try:
            asked = json.loads(line)
            start(*asked) if asked else work()
        except BaseException:
            traceback.print_exc()
            say("failed")
        os._exit(0)
"""
# Runs of the schedule come and go while others are counted.
_OTHERS = "NOT LIKE 'bell@%'"


@dataclass
class Event:
    """What a step did, where and when."""

    what: str
    run: str
    step: str
    process: int
    at: float


@dataclass
class Yard:
    """The package in a folder, and the database its runs are kept in."""

    folder: Path
    url: str
    pause: float = 0.0
    workers: list[int] = field(default_factory=list)
    forge: subprocess.Popen[str] | None = None

    @property
    def log(self) -> Path:
        """What steps did."""
        return self.folder / "effects.log"

    def environment(self) -> dict[str, str]:
        """The environment of a process of the package."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        return {
            **kept,
            "PYTHONPATH": str(self.folder),
            "YARD_DURABLE_URL": self.url,
            "YARD_STEPS": "hands:Hands",
            "YARD_LOG": str(self.log),
            "YARD_PAUSE": str(self.pause),
            "OTEL_TRACES_EXPORTER": "none",
        }

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What a query finds; `durable.` and `dbos.` are the places of tables, which SQLite has not."""
        url = sa.make_url(self.url)
        if url.get_backend_name() == "sqlite":
            query = query.replace("durable.", "").replace("dbos.", "")
        else:
            url = url.set(drivername="postgresql+psycopg")
        engine = sa.create_engine(url, poolclass=sa.NullPool)
        with engine.connect() as connection:
            return [tuple(row) for row in connection.execute(sa.text(query))]

    def kept(self, prefix: str = "") -> dict[tuple[str, str], float]:
        """The steps that are kept, and since when."""
        query = "SELECT run, step, ended_at FROM durable.durable_steps"
        found = self.rows(f"{query} WHERE run LIKE '{prefix}%' AND run {_OTHERS}")
        return {(run, step.replace(" ", "_")): at for run, step, at in found}

    def command(self, *words: str) -> Any:
        """What a command prints as JSON."""
        done = subprocess.run(
            [sys.executable, "-m", "yard", "workflow", *words, "--json"],
            cwd=self.folder,
            env=self.environment(),
            capture_output=True,
            text=True,
            check=False,
            timeout=1800,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        return json.loads(done.stdout)

    def start_many(self, workflow: str, given: list[dict[str, object]], prefix: str) -> None:
        """Put many runs into their queue at once."""
        self._ask([workflow, given, prefix])

    def worker(self) -> int:
        """The process of a new worker that has begun to work."""
        made = self._ask([])
        self.workers.append(made)
        return made

    def _ask(self, what: list[object]) -> int:
        if self.forge is None:
            with (self.folder / "forge.log").open("w") as faults:
                self.forge = subprocess.Popen(
                    [sys.executable, "-c", FORGE],
                    cwd=self.folder,
                    env=self.environment(),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=faults,
                    text=True,
                )
        assert self.forge.stdin is not None
        assert self.forge.stdout is not None
        self.forge.stdin.write(json.dumps(what) + "\n")
        self.forge.stdin.flush()
        process, _, said = self.forge.stdout.readline().partition(" ")
        assert said not in ("", "failed\n"), (self.folder / "forge.log").read_text()[-3000:]
        return int(process)

    def kill(self, worker: int) -> None:
        """kill -9."""
        os.kill(worker, signal.SIGKILL)
        while Path(f"/proc/{worker}").exists():
            time.sleep(0.005)
        self.workers.remove(worker)

    def stop(self) -> None:
        """Kill every worker."""
        for each in list(self.workers):
            self.kill(each)

    def close(self) -> None:
        """End every process."""
        self.stop()
        if self.forge is not None:
            self.forge.kill()
            self.forge.wait()

    def unfinished(self) -> int:
        """How many runs have not ended."""
        query = "SELECT count(*) FROM dbos.workflow_status WHERE status IN ('PENDING', 'ENQUEUED')"
        return int(self.rows(f"{query} AND workflow_uuid {_OTHERS}")[0][0])

    def failures(self) -> list[str]:
        """The runs that have not ended well."""
        query = "SELECT workflow_uuid, status FROM dbos.workflow_status WHERE status NOT IN"
        found = self.rows(f"{query} ('PENDING', 'ENQUEUED', 'SUCCESS')")
        return [
            f"{run}: {status}, {self.command('show', run)['failure']}" for run, status in found[:3]
        ]

    def finish(self, seconds: float = 1800.0) -> None:
        """Wait until every run has ended; the limit is there only for runs that never do."""
        end = time.monotonic() + seconds
        while self.unfinished():
            assert time.monotonic() < end, "runs that do not end"
            time.sleep(0.2)

    def events(self) -> list[Event]:
        """What steps did, in order, without those of the schedule."""
        lines = self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []
        parts = [each.split() for each in lines]
        found = [Event(a, b, c, int(d), float(e)) for a, b, c, d, e in parts]
        return [each for each in found if not each.run.startswith("bell@")]

    def bells(self) -> list[str]:
        """The runs of the schedule that have ended, as often as they have."""
        lines = self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []
        return [each.split()[1] for each in lines if each.startswith("end bell@")]


@contextmanager
def yard(folder: Path, url: str = "", pause: float = 0.0) -> Iterator[Yard]:
    """The package in a folder; its workers are killed at the end."""
    artifacts, found = artifacts_of(model_of({"yard.sysml": TEXT}), PASSES, system="yard")
    assert found == ()
    place = write(artifacts, folder)
    (place / "hands.py").write_text(HANDS, encoding="utf-8")
    made = Yard(place, url or f"sqlite:///{folder / 'durable.db'}", pause)
    try:
        yield made
    finally:
        made.close()
