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
    async def sign(self, *, weight, sum):
        note("begin")
        found = store.scope.get()
        store.connection().execute(sa.insert(LEDGER).values(run=found.run, step=found.step))
        return Receipt(number=sum)


def prepare():
    LEDGER.create(store.engine(), checkfirst=True)
"""

# Workers are forked from a process that has imported everything: what is proven is no matter of imports.
FORGE = """
import os, signal, sys
import croniter, hands, yard.cli
from yard.durable import engine, operate, runs, worker
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
for _ in sys.stdin:
    if os.fork() == 0:
        with worker.stopping() as until:
            worker.work(None, lambda text: print(os.getpid(), text, flush=True), until)
        os._exit(0)
"""


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

    def size(self) -> int:
        """How much is in the log."""
        return self.log.stat().st_size if self.log.exists() else 0

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

    def run(self, code: str) -> Any:
        """What a program beside the package prints last, as JSON."""
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=self.folder,
            env=self.environment(),
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        return json.loads(done.stdout.splitlines()[-1])

    def command(self, *words: str) -> Any:
        """What a command prints as JSON."""
        done = subprocess.run(
            [sys.executable, "-m", "yard", "workflow", *words, "--json"],
            cwd=self.folder,
            env=self.environment(),
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        return json.loads(done.stdout)

    def start_many(self, workflow: str, given: list[dict[str, object]], prefix: str) -> None:
        """Put many runs into their queue at once."""
        self.run(
            "import hands, json; from yard.durable import engine\n"
            f"with engine.client() as client:\n hands.prepare()\n for at, each in enumerate({given!r}):\n"
            f"  engine.enqueue(client, {workflow!r}, each, f'{prefix}{{at}}')\nprint(1)"
        )

    def worker(self) -> int:
        """The process of a new worker that has begun to work."""
        if self.forge is None:
            self.forge = subprocess.Popen(
                [sys.executable, "-c", FORGE],
                cwd=self.folder,
                env=self.environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
        assert self.forge.stdin is not None
        assert self.forge.stdout is not None
        self.forge.stdin.write("\n")
        self.forge.stdin.flush()
        made = int(self.forge.stdout.readline().split()[0])
        self.workers.append(made)
        return made

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
        url = sa.make_url(self.url)
        is_file = url.get_backend_name() == "sqlite"
        table = "workflow_status" if is_file else "dbos.workflow_status"
        query = f"SELECT count(*) FROM {table} WHERE status IN ('PENDING', 'ENQUEUED')"
        engine = sa.create_engine(url if is_file else url.set(drivername="postgresql+psycopg"))
        try:
            with engine.connect() as connection:
                return int(connection.exec_driver_sql(query).scalar_one())
        finally:
            engine.dispose()

    def finish(self, seconds: float = 300.0) -> None:
        """Wait until every run has ended."""
        end = time.monotonic() + seconds
        while self.unfinished():
            assert time.monotonic() < end, "runs that do not end"
            time.sleep(0.5)

    def events(self) -> list[Event]:
        """What steps did, in order."""
        lines = self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []
        parts = [each.split() for each in lines]
        return [Event(a, b, c, int(d), float(e)) for a, b, c, d, e in parts]


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
