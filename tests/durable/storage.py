"""What a durable run stores while it is killed: a package with a database of its own, and a proof."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from generator.schema.build import build_schema
from generator.schema.live import differences, open_engine
from tests.durable.yard import PASSES
from tests.passes.generated import artifacts_of, model_of, write

TEXT = """
package Quay {
    private import ScalarValues::*;
    private import AgentSystems::*;

    item def Entry :> Entity { attribute text : String; }

    action def Enter :> Workflow {
        doc /* Two entries, a step that may take long, two entries more. Nothing but their number says if one was made twice. */
        @Durable;
        in text : String;
        out last : String;
        action one : Store { in item entity : Entry = new Entry(text = "first"); }
        then action two : Store { in item entity : Entry = new Entry(text = "second"); }
        then action think { in text : String = Enter::text; out word : String; }
        then action three : Store { in item entity : Entry = new Entry(text = "third"); }
        then action four : Store { in item entity : Entry = new Entry(text = think.word); }
        then if text == "no" { action no : Refuse { in reason = "it is not wanted"; } }
        then assign last := think.word;
    }
}
"""
# Kills its process once at each of some places, and says what the storage has in between.
HANDS = """
import os, signal
from pathlib import Path
from quay.persistence.repository import Repository
from quay.types.quay import Entry


def dies(place):
    mark = Path(os.environ["QUAY_MARKS"]) / place
    if place in os.environ["QUAY_DIES"].split() and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)


class Hands:
    async def think(self, *, text):
        dies("before thinking")
        return "thought"

    async def store_entry(self, *, entity):
        dies(f"before-{entity.text}")
        await Repository().store_entry(entity=entity)
        dies(f"after-{entity.text}")
"""
# Runs are forked from a process that has imported everything, again and again until they do not die.
RUN = """
import json, os, sys
from quay.durable import engine, operate, runs as _, worker
import hands


def once(text, runs):
    with engine.client() as client:
        for each in runs[1:]:
            engine.enqueue(client, "enter", {"text": text}, each)
    said = []
    for each in runs:
        try:
            said.append(operate.execute("enter", {"text": text}, each, "hands:Hands"))
        except engine.RunFailed as fault:
            said.append(str(fault))
    print(json.dumps(said), flush=True)


for text, runs in json.loads(sys.argv[1]):
    status = 9
    while os.WIFSIGNALED(status):
        child = os.fork()
        if not child:
            once(text, runs)
            os._exit(0)
        status = os.waitpid(child, 0)[1]
        print(status, flush=True)
"""


class Quay:
    """The package in a folder, its database, and the database of its durable runs."""

    def __init__(self, folder: Path, url: str, durable_url: str) -> None:
        model = model_of({"quay.sysml": TEXT})
        self._schema, _ = build_schema(model)
        artifacts, found = artifacts_of(
            model,
            (*PASSES, "files", "persistence", "migrations"),
            system="quay",
        )
        assert not [each for each in found if each.severity == "error"], found
        self.folder = write(artifacts, folder)
        (self.folder / "hands.py").write_text(HANDS, encoding="utf-8")
        self.url, self._durable_url = url, durable_url

    def run(self, runs: list[tuple[str, list[str]]], dies: str) -> list[Any]:
        """Run some side by side, then others: their results, and 9 for each time the process was killed."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        environment = {
            **kept,
            "PYTHONPATH": str(self.folder),
            "DATABASE_URL": self.url,
            "DATABASE_UPGRADE": "1",
            "QUAY_DURABLE_URL": self._durable_url,
            "QUAY_DIES": dies,
            "QUAY_MARKS": str(self.folder),
            "OTEL_TRACES_EXPORTER": "none",
        }
        done = subprocess.run(
            [sys.executable, "-c", RUN, json.dumps(runs)],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=1800,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        return [json.loads(each) for each in done.stdout.splitlines()]

    def differences(self) -> list[str]:
        """How the database differs from the model, the runs' own table left out."""
        engine = open_engine(self.url)
        with engine.connect() as made:
            assert sa.inspect(made).has_table("durable_steps")
            return [each.message for each in differences(made, self._schema)]

    def entries(self) -> list[str]:
        """What is stored."""
        url = sa.make_url(self.url)
        if url.get_backend_name() != "sqlite":
            url = url.set(drivername="postgresql+psycopg")
        engine = sa.create_engine(url, poolclass=sa.NullPool)
        with engine.connect() as made:
            return list(made.exec_driver_sql("SELECT text FROM entries ORDER BY id").scalars())


def storage(folder: Path, url: str, durable_url: str) -> dict[str, object]:
    """Runs that die before and after what they store store each thing once; a refusal takes back what came last."""
    quay = Quay(folder, url, durable_url)
    places = "after-second before-thought after-thought"
    said = quay.run([("yes", ["a", "b", "c"]), ("no", ["d"])], places)
    stored = quay.entries()
    refusal = "Refused: it is not wanted (run d)"
    assert said == [9, 9, 9, ["thought"] * 3, 0, [refusal], 0]
    assert Counter(stored[:12]) == dict.fromkeys(("first", "second", "third", "thought"), 3)
    assert stored[12:] == ["first", "second"]
    if url != durable_url:
        assert quay.differences() == []
    return {"runs": 3, "deaths": said.count(9), "stored": dict(Counter(stored)), "refused": refusal}
