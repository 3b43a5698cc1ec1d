"""A day of operations played on the generated system: a sprint of five missions, a block, a report, kills, recovery."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.schema.live import normal_url
from tests.passes.generated import artifacts_of, model_of, project_models, write
from tests.schema.databases import KINDS, database

PASSES = (
    *("package", "data_types", "calculations", "orchestrators", "telemetry", "settings"),
    *("support", "files", "persistence", "migrations", "command_line"),
)
# Runs many commands in one process, because starting one takes most of the time of a command.
PLAY = """
import json, sys
from typer.testing import CliRunner
from cmos import cli
found = []
for words in json.load(sys.stdin):
    result = CliRunner().invoke(cli.app, words)
    found.append([result.exit_code, result.stdout, result.stderr])
print(json.dumps(found))
"""
KILLED = """
import os, signal, sys
from cmos import cli, files
from cmos.persistence import transaction
place, name = sys.argv[1].split(".")
kill = lambda *words, **more: os.kill(os.getpid(), signal.SIGKILL)
setattr(getattr({"files": files, "transaction": transaction}[place], name), sys.argv[2], kill)
sys.argv[1:] = sys.argv[3:]
cli.main()
"""
WORKER = """
class Worker:
    async def improve(self, *, mission_id, turn):
        from cmos.workflows.refine import ImproveResult
        from cmos.types.cmos_domain import Outcome
        return ImproveResult(outcome=Outcome.NETWORK_ERRORS, accepted=False)
    improve_again = improve
    async def share(self, *, mission_id, worker): ...
    share_again = share
    async def fling(self, *, mission_id, stage): ...
    fling_again = fling
    async def save(self, *, mission_id, stage): ...
    async def linear(self, *, mission_id):
        from cmos.types.cmos_domain import Outcome
        return Outcome.OK
"""


@dataclass
class Operations:
    """The generated system, its files and its database."""

    code: Path
    root: Path
    url: str

    def environment(self, **more: str) -> dict[str, str]:
        kept = {each: os.environ[each] for each in ("PATH", "HOME") if each in os.environ}
        url = {"DATABASE_URL": self.url, "DATABASE_UPGRADE": "1"} if self.url else {}
        return {**kept, **url, "PYTHONPATH": f"{self.code}:{self.root}", **more}

    def run(self, *words: str, text: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *words],
            cwd=self.root,
            env=self.environment(**more),
            input=text,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def play(self, *commands: str, **more: str) -> list[tuple[int, str]]:
        """What commands end with and say, one after the other; words with spaces stand between bars."""
        words = [
            [
                part
                for at, piece in enumerate(each.split("|"))
                for part in ([piece] if at % 2 else piece.split())
            ]
            for each in commands
        ]
        done = self.run("-c", PLAY, text=json.dumps(words), **more)
        assert done.returncode == 0, done.stderr[-3000:]
        return [(code, out + err) for code, out, err in json.loads(done.stdout)]

    def kill(self, place: str, function: str, *words: str) -> None:
        """Run a command that is killed when it comes to a function."""
        done = self.run("-c", KILLED, place, function, *words)
        assert done.returncode == -signal.SIGKILL, done.stderr

    def text(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    @property
    def statuses(self) -> dict[str, str]:
        """The status of each mission, by the mirror of the backlog."""
        sprints = yaml.safe_load(self.text("cmos/missions/backlog.yaml"))["sprints"]
        return {each["id"]: each["status"] for sprint in sprints for each in sprint["missions"]}

    @property
    def events(self) -> list[dict[str, Any]]:
        """The lines of the mirror of the sessions."""
        return [json.loads(line) for line in self.text("cmos/SESSIONS.jsonl").splitlines()]


@pytest.fixture(scope="module")
def code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    artifacts, found = artifacts_of(model_of(project_models("cmos")), PASSES, system="cmos")
    assert [each.message for each in found] == []
    return write(artifacts, tmp_path_factory.mktemp("code"))


@pytest.fixture(params=KINDS)
def day(request: pytest.FixtureRequest, code: Path, tmp_path: Path) -> Iterator[Operations]:
    (tmp_path / "working.py").write_text(WORKER, encoding="utf-8")
    if request.param == "sqlite":
        yield Operations(code, tmp_path, "")
        return
    with database(request.param, tmp_path) as url:
        yield Operations(code, tmp_path, normal_url(url))


def test_a_day(day: Operations) -> None:
    """From the first command of a newcomer to the last mission of the sprint."""
    begun = day.run(
        str(day.code / "cmos" / "cli.py"),
        *("mission", "add", "M1", "Lay out the schema", "--sprint", "Sprint 1"),
    )
    assert (begun.returncode, begun.stdout, begun.stderr) == (0, "added M1\n", "")
    plan(day)
    work(day)
    block(day)
    fall_back(day)
    kills(day)
    if not day.url:
        ends(day)


def plan(day: Operations) -> None:
    assert day.play(
        "mission add M2 |Study the peers| --sprint |Sprint 1| --research",
        "mission add M3 |Build the store| --sprint |Sprint 1|",
        "mission add M4 |Polish the words| --sprint |Sprint 1| --pattern rsip --rationale |needs turns|",
        "mission add M5 Release --sprint |Sprint 1|",
        "mission add M5 Again",
        "mission depends M3 M1 --type Blocks",
        "mission depends M4 M2 --type Blocks",
        "mission depends M5 M3",
        "mission depends M5 M4",
        "mission depends M1 M5",
        "mission depends M1 M9",
        "mission start M5 --summary early",
    )[3:] == [
        (0, "added M5\n"),
        (1, "error: There is a mission with this id already.\n"),
        (0, "M3 waits for M1 (Blocks)\n"),
        (0, "M4 waits for M2 (Blocks)\n"),
        (0, "M5 waits for M3 (requires)\n"),
        (0, "M5 waits for M4 (requires)\n"),
        (1, "error: The missions would wait for each other in a circle.\n"),
        (1, "error: there is no mission M9\n"),
        (1, "error: M5 waits for M3, M4\n"),
    ]
    backlog = yaml.safe_load(day.text("cmos/missions/backlog.yaml"))
    assert [each["sprint"] for each in backlog["sprints"]] == ["Sprint 1"]
    assert {"from": "M3", "to": "M1", "type": "Blocks"} in backlog["mission_dependencies"]
    assert set(day.statuses.values()) == {"Queued"}


def work(day: Operations) -> None:
    answers = day.play(
        "mission start M1 --summary |first session|",
        "mission start M2 --summary |too much|",
        "mission complete M1 --summary done --notes |all tests pass|",
        "mission complete M1 --summary done --notes again",
        "research export M2",
        "mission start M2 --summary reading",
        "mission complete M2 --summary read --notes |They all use rows.| --next-hint |mind the rows|",
        "research export M2",
        "research export M1",
        "db show current",
    )
    assert answers[:-1] == [
        (0, "started M1 (session 1)\n"),
        (1, "error: Another mission is in progress; complete or block it first.\n"),
        (0, "completed M1; next is M2\n"),
        (1, "error: Only a mission in progress can be completed.\n"),
        (1, "error: A report is written after the mission is completed.\n"),
        (0, "started M2 (session 2)\n"),
        (0, "completed M2; next is M3\n"),
        (0, "cmos/research/M2.md\n"),
        (1, "error: Only a mission of research has a report (mission add --research).\n"),
    ]
    assert "They all use rows." in day.text("cmos/research/M2.md")
    assert day.statuses["M3"] == "Current"
    hints = [each.get("next_hint") for each in day.events if each["action"] == "complete"]
    assert hints == ["next is M2", "mind the rows"]
    project = json.loads(day.text("cmos/PROJECT_CONTEXT.json"))
    assert (project["active_mission"], project["session_count"]) == ("M3", 2)
    assert "health: the database is healthy\nactive_mission: M3\n" in answers[-1][1]
    health = [json.loads(line) for line in day.text(HEALTH).splitlines()]
    assert [each["status"] for each in health] == ["healthy"]


HEALTH = "cmos/telemetry/events/database-health.jsonl"


def block(day: Operations) -> None:
    answers = day.play(
        "mission start M3 --summary building",
        "mission block M3 --summary stuck",
        "mission block M3 --summary stuck --needs |a key| --needs |an answer|",
        "mission update M3 --status |In Progress|",
        "mission update M5 --status Completed",
        "mission block M3 --summary |stuck again| --needs |a key|",
        "mission status",
    )
    assert [code for code, _ in answers] == [0, 2, 0, 0, 1, 0, 0]
    assert answers[2:5] == [
        (0, "blocked M3; next is M4\n"),
        (0, "updated M3\n"),
        (
            1,
            "error: A mission does not begin or end before the missions it depends on are completed.\n",
        ),
    ]
    blocked = [each for each in day.events if each["action"] == "block"]
    assert [each["needs"] for each in blocked] == [["a key", "an answer"], ["a key"]]
    assert day.statuses == {
        "M1": "Completed",
        "M2": "Completed",
        "M3": "Blocked",
        "M4": "Current",
        "M5": "Queued",
    }


def fall_back(day: Operations) -> None:
    """A pattern that does not work: one retry for each turn, the limit, the linear way, a person."""
    answers = day.play(
        "mission start M4 --summary polishing",
        "mission run M4 --steps working:Worker --json",
        "mission complete M4 --summary done --notes polished",
        "mission review M4 --by Ann --notes |the network was down|",
        "mission complete M4 --summary done --notes polished",
        "checklist mission M4",
        "mission update M3 --status Queued --notes |the key is here|",
        "mission start M3 --summary |building on|",
        "mission complete M3 --summary built --notes |tests pass|",
        "context decide |Rows are kept in one place| --mission M3",
    )
    assert json.loads(answers[1][1]) == {
        "status": "fallback",
        "reason": "rsip: not accepted after 3 iterations",
    }
    assert [code for code, _ in answers] == [0, 0, 1, 0, 0, 0, 0, 0, 0, 0]
    assert "a person has to review it" in answers[2][1]
    assert answers[4][1] == "completed M4; no mission is ready\n"
    assert answers[8][1] == "completed M3; next is M5\n"
    told = json.loads(day.text("cmos/telemetry/events/orchestration.jsonl"))
    assert (told["status"], told["fallbackTriggered"], told["mission"]) == ("fallback", True, "M4")
    master = json.loads(day.text("cmos/MASTER_CONTEXT.json"))
    assert [each["text"] for each in master["decisions_made"]] == ["Rows are kept in one place"]


def kills(day: Operations) -> None:
    """Killed behind the commit, the files are mended by the next run; killed before it, nothing has happened."""
    start = ("mission", "start", "M5", "--summary", "releasing")
    day.kill("files.Writes", "settle", *start)
    assert day.statuses["M5"] == "Current"
    assert day.play("mission status")[0][0] == 0
    assert day.statuses["M5"] == "In Progress"
    assert day.events[-1]["action"] == "start"
    done = ("mission", "complete", "M5", "--summary", "out", "--notes", "released")
    day.kill("transaction.Unit", "close", *done)
    assert day.play("mission status")[0][0] == 0
    assert day.statuses["M5"] == "In Progress"
    assert day.play("mission complete M5 --summary out --notes released") == [
        (0, "completed M5; no mission is ready\n")
    ]
    assert set(day.statuses.values()) == {"Completed"}
    assert not list(day.root.rglob(".*.new"))


def ends(day: Operations) -> None:
    """Exports, documents, a copy of the backlog elsewhere, and a database that is damaged."""
    (day.root / "cmos" / "README.md").write_text(
        "See [all](missions/backlog.yaml) and [none](no.md)."
    )
    answers = day.play(
        "db export backlog --output out/missions/backlog.yaml",
        "db export contexts --output out",
        "validate docs",
        "validate health",
        "checklist show preflight",
    )
    assert [code for code, _ in answers] == [0, 0, 1, 0, 0]
    assert answers[2][1] == "error: broken links: cmos/README.md: no.md\n"
    assert day.text("out/missions/backlog.yaml") == day.text("cmos/missions/backlog.yaml")
    assert day.text("out/MASTER_CONTEXT.json") == day.text("cmos/MASTER_CONTEXT.json")
    other = Operations(day.code, day.root / "other", "")
    other.root.mkdir()
    seed = other.run(
        str(day.code / "cmos/scripts/seed_sqlite.py"), "--data-root", str(day.root / "out")
    )
    assert seed.stdout == "5 missions imported, 5 in the backlog\n", seed.stderr
    assert other.text("cmos/missions/backlog.yaml") == day.text("cmos/missions/backlog.yaml")
    (other.root / "cmos/db/cmos.sqlite").write_bytes(b"no database" * 999)
    for each in (other.root / "cmos/db").glob("*-wal"):
        each.unlink()
    code, said = other.play("validate health")[0]
    assert (code, "unhealthy" in said) == (1, True)
    assert json.loads(other.text(HEALTH).splitlines()[-1])["status"] == "unhealthy"
