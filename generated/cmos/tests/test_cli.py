# Generated from CMOS_Contexts::Decide (ssot/cmos/contexts.sysml) and 39 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Every command is there, passes on what it is given, and fails in words."""

from __future__ import annotations

import asyncio
import json
import runpy
import sqlite3
import sys
from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol

import pytest
import typer
from pydantic import ValidationError
from typer.testing import CliRunner, Result

from cmos import cli, console

from cmos.tests.persistence import test_schema as sample
from cmos.types.cmos_domain import DecisionKind, MissionStatus, OrchestrationPattern
from cmos.types.cmos_health import Occasion

COMMANDS: list[tuple[str, ...]] = [
    (
        "checklist",
        "mission",
    ),
    (
        "checklist",
        "show",
    ),
    (
        "context",
        "decide",
    ),
    (
        "context",
        "list",
    ),
    (
        "context",
        "show",
    ),
    (
        "db",
        "downgrade",
    ),
    (
        "db",
        "export",
        "backlog",
    ),
    (
        "db",
        "export",
        "contexts",
    ),
    (
        "db",
        "show",
        "backlog",
    ),
    (
        "db",
        "show",
        "current",
    ),
    (
        "db",
        "status",
    ),
    (
        "db",
        "upgrade",
    ),
    (
        "decision",
        "list",
    ),
    (
        "decision",
        "show",
    ),
    (
        "mission",
        "add",
    ),
    (
        "mission",
        "block",
    ),
    (
        "mission",
        "complete",
    ),
    (
        "mission",
        "depends",
    ),
    (
        "mission",
        "list",
    ),
    (
        "mission",
        "next",
    ),
    (
        "mission",
        "review",
    ),
    (
        "mission",
        "run",
    ),
    (
        "mission",
        "show",
    ),
    (
        "mission",
        "start",
    ),
    (
        "mission",
        "status",
    ),
    (
        "mission",
        "update",
    ),
    (
        "mission-dependency",
        "list",
    ),
    (
        "mission-dependency",
        "show",
    ),
    (
        "research",
        "export",
    ),
    ("run",),
    ("seed",),
    (
        "session",
        "list",
    ),
    (
        "session",
        "show",
    ),
    (
        "session-event",
        "list",
    ),
    (
        "session-event",
        "show",
    ),
    (
        "sprint",
        "list",
    ),
    (
        "sprint",
        "show",
    ),
    (
        "starter",
        "package",
    ),
    (
        "starter",
        "reset",
    ),
    (
        "validate",
        "docs",
    ),
    (
        "validate",
        "health",
    ),
]


def run(*words: str) -> Result:
    """Run the command line."""
    return CliRunner().invoke(cli.app, list(words))


def paths(command: Any, above: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Every command below a group, as the words that lead to it."""
    inner = getattr(command, "commands", None)
    if inner is None:
        return [above]
    return [
        path for name, each in inner.items() for path in paths(each, (*above, name))
    ]


def test_commands() -> None:
    """These commands, and no other."""
    root = typer.main.get_command(cli.app)
    assert root.name == "cmos"
    assert sorted(paths(root)) == COMMANDS


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_help(path: tuple[str, ...]) -> None:
    """Every command explains itself."""
    result = run(*path, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.output


def test_version() -> None:
    """The version is that of the model."""
    assert run("--version").output == "cmos 1.0.0\n"


def test_unknown_command() -> None:
    """A command that does not exist is a wrong question."""
    assert run("no-such-command").exit_code == 2


def test_package_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The package itself is the command line."""
    monkeypatch.setattr(sys, "argv", ["cmos", "--help"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("cmos", run_name="__main__")
    assert ended.value.code == 0
    assert "Usage:" in capsys.readouterr().out


def test_values_without_a_form_of_their_own_are_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """As text, where JSON has nothing for them."""
    console.show({"at": Path("a", "b"), "odd": 1 + 2j})
    assert json.loads(capsys.readouterr().out) == {
        "at": str(Path("a", "b")),
        "odd": "1+2j",
    }


@dataclass
class Call:
    """What reached the runner of workflows."""

    workflow: str
    inputs: dict[str, object]
    steps: str | None
    as_json: bool = False


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[Call]:
    """The calls of workflows, which are not run."""
    found: list[Call] = []

    def note(
        name: str,
        given: Mapping[str, object],
        steps: str | None,
        *,
        as_json: bool = False,
    ) -> None:
        found.append(Call(name, dict(given), steps, as_json))

    monkeypatch.setattr(console, "run_workflow", note)
    return found


CALLS: list[tuple[str, list[str], dict[str, object], bool]] = [
    (
        "decide",
        [
            "context",
            "decide",
            "given text",
            "--kind",
            "insight",
            "--rationale",
            "given text",
            "--mission",
            "given text",
        ],
        {
            "text": "given text",
            "kind": DecisionKind.INSIGHT,
            "rationale": "given text",
            "mission": "given text",
        },
        True,
    ),
    (
        "export_contexts",
        ["db", "export", "contexts", "--output", "given text"],
        {
            "output": "given text",
        },
        True,
    ),
    (
        "export_research",
        ["research", "export", "given text"],
        {
            "id_": "given text",
        },
        True,
    ),
    (
        "seed_2",
        ["seed", "--data-root", "given text"],
        {
            "data_root": "given text",
        },
        True,
    ),
    ("validate_health", ["validate", "health"], {}, True),
    ("show_current", ["db", "show", "current"], {}, True),
    (
        "validate_docs",
        ["validate", "docs", "--folder", "given text"],
        {
            "folder": "given text",
        },
        True,
    ),
    (
        "mission_checklist",
        ["checklist", "mission", "given text"],
        {
            "id_": "given text",
        },
        True,
    ),
    (
        "duties",
        ["checklist", "show", "security"],
        {
            "occasion": Occasion.SECURITY,
        },
        False,
    ),
    ("package_starter", ["starter", "package"], {}, True),
    (
        "reset_starter",
        ["starter", "reset", "--no-confirmed"],
        {
            "confirmed": False,
        },
        True,
    ),
    (
        "add_mission",
        [
            "mission",
            "add",
            "given text",
            "given text",
            "--sprint",
            "given text",
            "--pattern",
            "boomerang",
            "--rationale",
            "given text",
            "--no-research",
            "--notes",
            "given text",
        ],
        {
            "id_": "given text",
            "name": "given text",
            "sprint": "given text",
            "pattern": OrchestrationPattern.BOOMERANG,
            "rationale": "given text",
            "research": False,
            "notes": "given text",
        },
        True,
    ),
    (
        "update_mission",
        [
            "mission",
            "update",
            "given text",
            "--status",
            "Completed",
            "--notes",
            "given text",
            "--name",
            "given text",
            "--sprint",
            "given text",
            "--pattern",
            "boomerang",
            "--rationale",
            "given text",
            "--needs",
            "given text",
            "--needs",
            "given text",
            "--details",
            "given text",
        ],
        {
            "id_": "given text",
            "status": MissionStatus.COMPLETED,
            "notes": "given text",
            "name": "given text",
            "sprint": "given text",
            "pattern": OrchestrationPattern.BOOMERANG,
            "rationale": "given text",
            "needs": ["given text", "given text"],
            "details": "given text",
        },
        True,
    ),
    (
        "add_dependency",
        ["mission", "depends", "given text", "given text", "--type", "given text"],
        {
            "from_": "given text",
            "to": "given text",
            "type_": "given text",
        },
        True,
    ),
    (
        "start_mission",
        [
            "mission",
            "start",
            "given text",
            "--summary",
            "given text",
            "--agent",
            "given text",
        ],
        {
            "id_": "given text",
            "summary": "given text",
            "agent": "given text",
        },
        True,
    ),
    (
        "complete_mission",
        [
            "mission",
            "complete",
            "given text",
            "--summary",
            "given text",
            "--notes",
            "given text",
            "--next-hint",
            "given text",
            "--agent",
            "given text",
        ],
        {
            "id_": "given text",
            "summary": "given text",
            "notes": "given text",
            "next_hint": "given text",
            "agent": "given text",
        },
        True,
    ),
    (
        "block_mission",
        [
            "mission",
            "block",
            "given text",
            "--summary",
            "given text",
            "--needs",
            "given text",
            "--needs",
            "given text",
            "--notes",
            "given text",
            "--agent",
            "given text",
        ],
        {
            "id_": "given text",
            "summary": "given text",
            "needs": ["given text", "given text"],
            "notes": "given text",
            "agent": "given text",
        },
        True,
    ),
    (
        "review_mission",
        [
            "mission",
            "review",
            "given text",
            "--by",
            "given text",
            "--notes",
            "given text",
        ],
        {
            "id_": "given text",
            "by": "given text",
            "notes": "given text",
        },
        True,
    ),
    (
        "run_mission",
        ["mission", "run", "given text", "--limit", "7"],
        {
            "id_": "given text",
            "limit": 7,
        },
        True,
    ),
    (
        "export_backlog",
        ["db", "export", "backlog", "--output", "given text"],
        {
            "output": "given text",
        },
        True,
    ),
    ("show_backlog", ["db", "show", "backlog"], {}, True),
    ("mission_overview", ["mission", "status"], {}, True),
    ("next_candidate", ["mission", "next"], {}, True),
]
FEWEST: list[tuple[str, list[str], list[str], list[str]]] = [
    (
        "decide",
        ["context", "decide"],
        ["context", "decide", "given text"],
        ["kind", "rationale", "mission"],
    ),
    (
        "export_contexts",
        ["db", "export", "contexts"],
        ["db", "export", "contexts"],
        ["output"],
    ),
    (
        "export_research",
        ["research", "export"],
        ["research", "export", "given text"],
        [],
    ),
    ("seed_2", ["seed"], ["seed"], ["data_root"]),
    ("validate_health", ["validate", "health"], ["validate", "health"], []),
    ("show_current", ["db", "show", "current"], ["db", "show", "current"], []),
    ("validate_docs", ["validate", "docs"], ["validate", "docs"], ["folder"]),
    (
        "mission_checklist",
        ["checklist", "mission"],
        ["checklist", "mission", "given text"],
        [],
    ),
    ("duties", ["checklist", "show"], ["checklist", "show", "security"], []),
    ("package_starter", ["starter", "package"], ["starter", "package"], []),
    ("reset_starter", ["starter", "reset"], ["starter", "reset"], ["confirmed"]),
    (
        "add_mission",
        ["mission", "add"],
        ["mission", "add", "given text", "given text"],
        ["sprint", "pattern", "rationale", "research", "notes"],
    ),
    (
        "update_mission",
        ["mission", "update"],
        ["mission", "update", "given text"],
        [
            "status",
            "notes",
            "name",
            "sprint",
            "pattern",
            "rationale",
            "needs",
            "details",
        ],
    ),
    (
        "add_dependency",
        ["mission", "depends"],
        ["mission", "depends", "given text", "given text"],
        ["type_"],
    ),
    (
        "start_mission",
        ["mission", "start"],
        ["mission", "start", "given text", "--summary", "given text"],
        ["agent"],
    ),
    (
        "complete_mission",
        ["mission", "complete"],
        [
            "mission",
            "complete",
            "given text",
            "--summary",
            "given text",
            "--notes",
            "given text",
        ],
        ["next_hint", "agent"],
    ),
    (
        "block_mission",
        ["mission", "block"],
        [
            "mission",
            "block",
            "given text",
            "--summary",
            "given text",
            "--needs",
            "given text",
            "--needs",
            "given text",
        ],
        ["notes", "agent"],
    ),
    (
        "review_mission",
        ["mission", "review"],
        [
            "mission",
            "review",
            "given text",
            "--by",
            "given text",
            "--notes",
            "given text",
        ],
        [],
    ),
    ("run_mission", ["mission", "run"], ["mission", "run", "given text"], ["limit"]),
    (
        "export_backlog",
        ["db", "export", "backlog"],
        ["db", "export", "backlog"],
        ["output"],
    ),
    ("show_backlog", ["db", "show", "backlog"], ["db", "show", "backlog"], []),
    ("mission_overview", ["mission", "status"], ["mission", "status"], []),
    ("next_candidate", ["mission", "next"], ["mission", "next"], []),
]


@pytest.mark.parametrize(("workflow", "words", "inputs", "takes_steps"), CALLS)
def test_command(
    calls: list[Call],
    workflow: str,
    words: list[str],
    inputs: dict[str, object],
    takes_steps: bool,
) -> None:
    """A command gives its workflow every option under its name."""
    steps = ["--steps", "some.module:name"] if takes_steps else []
    result = run(*words, *steps)
    assert result.exit_code == 0, result.output
    assert calls == [
        Call(workflow, inputs, "some.module:name" if takes_steps else None)
    ]
    run(*words, "--json")
    assert calls[1:] == [Call(workflow, inputs, None, as_json=True)]


@pytest.mark.parametrize(("workflow", "path", "words", "missing"), FEWEST)
def test_command_with_fewest_options(
    calls: list[Call],
    workflow: str,
    path: list[str],
    words: list[str],
    missing: list[str],
) -> None:
    """What may be left out is left to the workflow."""
    result = run(*words)
    assert result.exit_code == 0, result.output
    assert [call.workflow for call in calls] == [workflow]
    assert [key for key, value in calls[0].inputs.items() if value is None] == missing


@pytest.mark.parametrize(("workflow", "path", "words", "missing"), FEWEST)
def test_command_without_required_options(
    calls: list[Call],
    workflow: str,
    path: list[str],
    words: list[str],
    missing: list[str],
) -> None:
    """What is required cannot be left out."""
    if words != path:
        assert run(*path).exit_code == 2
        assert calls == []


@pytest.mark.parametrize(
    "workflow",
    [
        "add_dependency",
        "add_mission",
        "backlog_mirror",
        "block_mission",
        "boomerang",
        "close_session",
        "complete_mission",
        "decide",
        "delegate_all",
        "duties",
        "export_backlog",
        "export_contexts",
        "export_research",
        "master_context_mirror",
        "mission_checklist",
        "mission_overview",
        "next_candidate",
        "package_starter",
        "project_context_mirror",
        "promote_next",
        "record_event",
        "refine",
        "reset_starter",
        "review_mission",
        "run_mission",
        "seed_2",
        "sessions_mirror",
        "show_backlog",
        "show_current",
        "start_mission",
        "update_mission",
        "validate_docs",
        "validate_health",
    ],
)
def test_run(calls: list[Call], workflow: str, tmp_path: Path) -> None:
    """Every workflow can be run by its name, on inputs given as JSON or in a file."""
    file = tmp_path / "inputs.json"
    file.write_text('{"b": [2]}', encoding="utf-8")
    assert run("run", workflow, "--inputs", '{"a": 1}').exit_code == 0
    assert run("run", workflow, "--inputs", f"@{file}", "--steps", "m:n").exit_code == 0
    assert run("run", workflow).exit_code == 0
    given: list[Call] = [
        Call(workflow, {"a": 1}, None, True),
        Call(workflow, {"b": [2]}, "m:n", True),
        Call(workflow, {}, None, True),
    ]
    assert calls == given


@pytest.mark.parametrize(
    ("fault", "shown"),
    [
        (
            OSError(28, "No space left on device", "/full/a.txt"),
            "/full/a.txt: No space left on device",
        ),
        (OSError("odd"), "cmd: OSError: odd"),
        (
            sqlite3.OperationalError("database is locked"),
            "the database: database is locked",
        ),
        (
            ExceptionGroup("several", [ValueError("first\nsecond"), OSError()]),
            "cmd: ValueError: first",
        ),
        (KeyError(), "cmd: KeyError: "),
        (
            ValidationError.from_exception_data(
                "T", [{"type": "missing", "loc": ("a",), "input": {}}]
            ),
            "cmd: Field required",
        ),
    ],
)
def test_reason(fault: BaseException, shown: str) -> None:
    """What went wrong, on one line."""
    assert console.reason(fault, "cmd: ") == shown


@pytest.mark.parametrize(
    ("fault", "code", "shown"),
    [
        (ValueError("wrong"), 1, "error: ValueError: wrong\n"),
        (KeyboardInterrupt(), 130, "interrupted\n"),
        (SystemExit(130), 130, "interrupted\n"),
        (SystemExit(2), 2, ""),
    ],
)
def test_guarded(
    fault: BaseException, code: int, shown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A program ends with a line and a code, never with a traceback; one that goes well is left alone."""

    def program() -> None:
        raise fault

    with pytest.raises(SystemExit) as ended:
        console.guarded(program)
    assert ended.value.code == code
    assert capsys.readouterr().err == shown
    console.guarded(list)
    assert capsys.readouterr().err == ""


def test_run_refuses(calls: list[Call]) -> None:
    """A workflow that does not exist, inputs that are no JSON object."""
    assert run("run", "no_such_workflow").exit_code == 2
    for inputs in ("{", "[]", "@no-such-file"):
        assert run("run", "add_dependency", "--inputs", inputs).exit_code == 2
    assert calls == []


class OneStep(Protocol):
    """What the example workflow asks for."""

    @abstractmethod
    async def double(self, number: int) -> int:
        """A number twice."""


class DefaultOneStep(OneStep):
    """How it is done when nobody else does it."""

    async def double(self, number: int) -> int:
        return 2 * number


@dataclass
class Outcome:
    """What the example gives."""

    doubled: int
    words: tuple[str, ...]
    mark: str


class Refused(RuntimeError):
    """An answer."""


async def example(
    steps: OneStep | None = None,
    *,
    number: int,
    words: tuple[str, ...] = ("none",),
    mark: str = "",
) -> Outcome:
    """A workflow for these tests."""
    await asyncio.sleep(0)
    if number == 0:
        raise ArithmeticError("nothing to double\nsecond line")
    if number == 1:
        raise ExceptionGroup("several", [Refused("one is not doubled")])
    doubled = await (steps or DefaultOneStep()).double(number)
    return Outcome(doubled, words, mark)


@pytest.fixture
def example_module(monkeypatch: pytest.MonkeyPatch) -> None:
    """The example stands among the workflows."""
    module = ModuleType("example")
    module.__dict__.update(example=example)
    monkeypatch.setitem(sys.modules, "cmos.workflows.example", module)


@pytest.mark.usefixtures("example_module")
def test_values_are_read_and_results_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """Texts are read as the types of the parameters; None is left to the default; the result is lines or JSON."""
    console.run_workflow("example", {"number": "4"}, None)
    assert capsys.readouterr().out == "doubled: 8\nwords:\n  none\nmark:\n"
    console.run_workflow(
        "example", {"number": "4", "words": '["a"]', "mark": "5"}, None, as_json=True
    )
    assert json.loads(capsys.readouterr().out) == {
        "doubled": 8,
        "words": ["a"],
        "mark": "5",
    }
    console.run_workflow(
        "example", {"number": 4, "words": ["a", "b"]}, None, as_json=True
    )
    assert json.loads(capsys.readouterr().out)["words"] == ["a", "b"]
    console.run_workflow("example", {"number": 4, "words": None}, None, as_json=True)
    assert json.loads(capsys.readouterr().out)["words"] == ["none"]


@pytest.mark.usefixtures("example_module")
@pytest.mark.parametrize(
    "given",
    [{}, {"number": "x"}, {"number": 1, "other": 2}, {"number": 1, "words": "{"}],
)
def test_bad_inputs(given: dict[str, object]) -> None:
    """A missing input, one of another type, one the workflow does not have."""
    with pytest.raises(typer.BadParameter):
        console.run_workflow("example", given, None)


@pytest.mark.usefixtures("example_module")
def test_a_missing_input_has_its_name() -> None:
    """It is told as the model has it."""
    with pytest.raises(typer.BadParameter, match="example needs number$"):
        console.run_workflow("example", {}, None)


@pytest.mark.usefixtures("example_module")
def test_failure(capsys: pytest.CaptureFixture[str]) -> None:
    """A workflow that fails ends the command with 1 and one line that says why."""
    with pytest.raises(typer.Exit) as ended:
        console.run_workflow("example", {"number": 0}, None)
    assert ended.value.exit_code == 1
    shown = capsys.readouterr().err
    assert shown == "error: example failed: ArithmeticError: nothing to double\n"
    with pytest.raises(typer.Exit) as ended:
        console.run_workflow("example", {"number": 1}, None)
    assert ended.value.exit_code == 1
    assert capsys.readouterr().err == "error: one is not doubled\n"


@pytest.mark.usefixtures("example_module")
def test_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who does the steps is named by an option or the environment: a class or an object of a module."""
    monkeypatch.chdir(tmp_path)
    lines = [
        "class Steps:",
        "    async def double(self, number):",
        "        return -number",
        "",
        "steps = Steps()",
    ]
    (tmp_path / "own_steps_of_test.py").write_text("\n".join(lines), encoding="utf-8")
    for name in ("Steps", "steps"):
        console.run_workflow(
            "example", {"number": 4}, f"own_steps_of_test:{name}", as_json=True
        )
        assert json.loads(capsys.readouterr().out)["doubled"] == -4
    monkeypatch.setenv("CMOS_STEPS", "own_steps_of_test:steps")
    console.run_workflow("example", {"number": 5}, None, as_json=True)
    assert json.loads(capsys.readouterr().out)["doubled"] == -5
    with pytest.raises(typer.BadParameter):
        console.run_workflow("example", {"number": 5}, "own_steps_of_test:nothing")


@pytest.mark.usefixtures("example_module")
def test_open_steps(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Steps that nobody does end the command with 1; it says how to name somebody."""
    monkeypatch.delattr(sys.modules[__name__], "DefaultOneStep")
    with pytest.raises(typer.Exit) as ended:
        console.run_workflow("example", {"number": 5}, None)
    assert ended.value.exit_code == 1
    shown = capsys.readouterr().err
    assert "double" in shown
    assert "--steps" in shown


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("scripts/seed_sqlite.py", ["seed"]),
    ],
)
def test_a_script_runs_its_command(
    script: str, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the words it is given; only when it is run, and from wherever it is."""
    package = Path(str(cli.__file__)).parent
    given: list[list[str]] = []
    monkeypatch.setattr(cli, "main", lambda: given.append([sys.path[0], *sys.argv[1:]]))
    monkeypatch.setattr(sys, "argv", ["script", "--more"])
    monkeypatch.setattr(sys, "path", ["beside the script", *sys.path])
    runpy.run_path(str(package / script), run_name="imported")
    assert given == []
    runpy.run_path(str(package / script), run_name="__main__")
    assert given == [[str(package.parent), *words, "--more"]]


@pytest.fixture
def database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """A new database, as the environment names it."""
    url = f"sqlite:///{tmp_path / 'test.db'}"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", url)
    return url


@pytest.mark.usefixtures("database")
def test_migrations() -> None:
    """The status says whether the database is the newest; it can be taken forward and back."""
    assert run("db", "status").exit_code == 1
    result = run("db", "upgrade")
    assert result.exit_code == 0
    assert run("db", "status").exit_code == 0
    newest = result.output.split()[-1]
    assert result.output == f"database {newest}, newest {newest}\n"
    assert run("db", "downgrade", "base").exit_code == 0
    result = run("db", "status")
    assert result.exit_code == 1
    assert result.output == f"database empty, newest {newest}\n"
    result = run("db", "status", "--json")
    assert result.exit_code == 1
    assert json.loads(result.output) == {"current": None, "newest": newest}
    upgraded = {"current": newest, "newest": newest}
    assert json.loads(run("db", "upgrade", "--json").output) == upgraded
    result = run("db", "status", "--json")
    assert result.exit_code == 0
    assert json.loads(result.output) == upgraded
    assert json.loads(run("db", "downgrade", "base", "--json").output) == {
        "current": None,
        "newest": newest,
    }


LISTED: list[tuple[str, list[str]]] = [
    ("contexts", ["context"]),
    ("decisions", ["decision"]),
    ("mission_dependencies", ["mission-dependency"]),
    ("missions", ["mission"]),
    ("session_events", ["session-event"]),
    ("sessions", ["session"]),
    ("sprints", ["sprint"]),
]
SHOWN: list[tuple[str, list[str]]] = [
    ("contexts", ["context"]),
    ("decisions", ["decision"]),
    ("mission_dependencies", ["mission-dependency"]),
    ("missions", ["mission"]),
    ("session_events", ["session-event"]),
    ("sessions", ["session"]),
    ("sprints", ["sprint"]),
]


def fill(url: str, table: str) -> dict[str, Any]:
    """Put one row into a table, and what it refers to into others; the row as the command line shows it."""
    from pydantic_core import to_jsonable_python
    from sqlalchemy import select

    from cmos.persistence.models import Base
    from cmos.persistence.session import create_engine

    engine = create_engine(url)
    with engine.begin() as connection:
        for name, rows in sample.ROWS.items():
            sample.insert(connection, name, rows[0])
            if name == table:
                break
        found = connection.execute(select(Base.metadata.tables[table])).mappings().one()
    engine.dispose()
    shown: dict[str, Any] = to_jsonable_python(dict(found))
    return shown


@pytest.mark.parametrize(
    ("table", "path"), [(each, path) for each, path in LISTED if each in sample.ROWS]
)
def test_list(database: str, table: str, path: list[str]) -> None:
    """All rows as JSON or as lines."""
    assert json.loads(run(*path, "list", "--json").output) == []
    row = fill(database, table)
    assert json.loads(run(*path, "list", "--json").output) == [row]
    lines = run(*path, "list").output.splitlines()
    assert lines[0].split() == list(row)
    assert len(lines) == 2


@pytest.mark.parametrize(("table", "path"), LISTED)
def test_list_is_limited(
    table: str, path: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """There are not more rows than asked for, or fifty."""
    assert run(*path, "list", "--limit", "0").exit_code == 2
    asked: list[tuple[Any, ...]] = []
    monkeypatch.setattr(
        console, "list_rows", lambda *given, as_json: asked.append((*given, as_json))
    )
    run(*path, "list")
    run(*path, "list", "--limit", "7", "--json")
    assert asked == [(table, 50, False), (table, 7, True)]


@pytest.mark.parametrize(
    ("table", "path"), [(each, path) for each, path in SHOWN if each in sample.ROWS]
)
def test_show(database: str, table: str, path: list[str]) -> None:
    """One row by its key."""
    run("db", "upgrade")
    row = fill(database, table)
    key = [str(row[name]) for name in sample.KEYS[table]]
    assert json.loads(run(*path, "show", *key).output) == row
    assert run(*path, "show", *key, "too many").exit_code == 2
    assert run(*path, "show", *(["9876543"] * len(key))).exit_code == 1
