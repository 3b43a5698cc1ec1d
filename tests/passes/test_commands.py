"""The command line pass: the generated command line is run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.passes.generated import artifacts_of, model_of, run_python, run_tests, write

PASSES = (
    *("package", "data_types", "calculations", "orchestrators", "telemetry", "settings"),
    *("files", "persistence", "migrations", "command_line"),
)
TEXT = r'''
package Shop {
    private import AgentSystems::*;
    private import ScalarValues::*;
    enum def Size { enum small; enum large; }
    item def Order :> Entity { #key attribute code : Identifier; attribute size : Size = Size::small; attribute note : String [0..1]; }
    item def Line :> Entity { ref item order : Order; attribute count : Positive; }
    action def Price :> Workflow {
        doc /* What an order costs. """ {{ x }} */
        @Command { name = "order price"; help = "Say what it [red]costs[/red]."; }
        in attribute count : Natural;
        in attribute size : Size default Size::small;
        in attribute 'class' : String [0..1];
        in attribute tags : String [0..*];
        out attribute total : Natural = count * (if size == Size::large ? 3 else 2);
    }
    action def Many :> Workflow {
        @Command { name = "order many"; script = "scripts/many.py"; }
        in attribute size : Size [0..1];
        out item orders : Order [0..*] = (all Order)->ControlFunctions::select { in item each : Order; size == null or each.size == size };
    }
    item def Try { @Journal { path = "shop/tried.jsonl"; always = true; } attribute code : String { @Label { name = "theCode"; } } }
    action def Add :> Workflow {
        @Command { name = "order add"; }
        in attribute code : String { @Argument; }
        in attribute size : Size default Size::small { @Argument; }
        out attribute report : String;
        action tried : Append { in item record : Try = new Try(code = code); }
        item same : Order [0..*] := (all Order)->ControlFunctions::select { in item each : Order; each.code == code };
        assert constraint isNew { doc /* There is such an order. */ SequenceFunctions::isEmpty(same) }
        action keep : Store { in item entity : Order = new Order(code = code, size = size); }
        then if code == "" { action no : Refuse { in reason = "a code is needed"; } }
        then assign report := "added " + code;
    }
    action def Book {
        @Mirror { path = "shop/orders.yaml"; format = "yaml"; }
        out item orders : Order [0..*] = all Order;
    }
    action def Ask :> Workflow {
        @Command;
        in attribute question : String;
        out attribute answer : String;
        action think { in attribute q : String = question; out attribute a : String; }
        bind think.a = answer;
    }
}
'''
STEPS = """
class Steps:
    async def think(self, *, q):
        return q.upper()
"""


@pytest.fixture(scope="module")
def code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    artifacts, found = artifacts_of(model_of({"shop.sysml": TEXT}), PASSES, system="shop")
    assert not [each for each in found if each.severity == "error"], found
    folder = write(artifacts, tmp_path_factory.mktemp("code"))
    (folder / "thinking.py").write_text(STEPS, encoding="utf-8")
    return folder


def run(code: Path, *words: str, **environment: str) -> tuple[int, str, str]:
    quiet = {"OTEL_TRACES_EXPORTER": "none", **environment}
    done = run_python("", code, "-m", "shop", *words, **quiet)
    return done.returncode, done.stdout, done.stderr


def test_a_command_runs_its_workflow(code: Path) -> None:
    assert run(code, "order", "price", "--count", "4", "--size", "large")[:2] == (0, "12\n")
    assert run(code, "order", "price", "--count", "4")[:2] == (0, "8\n")
    status, _, said = run(code, "order", "price", "--count", "-4")
    assert status == 0 or "count" in said
    assert run(code, "order", "price")[0] == 2
    assert run(code, "order", "price", "--count", "4", "--size", "tiny")[0] == 2


def test_help_says_what_the_model_says(code: Path) -> None:
    status, shown, _ = run(code, "order", "price", "--help")
    assert status == 0
    assert "Say what it [red]costs[/red]." in shown
    assert "--class" in shown
    assert "order" in run(code)[1] + run(code)[2]


def test_instances_are_read_from_the_database(code: Path, tmp_path: Path) -> None:
    url = {"DATABASE_URL": f"sqlite:///{tmp_path / 'test.db'}"}
    assert run(code, "order", "many", DATABASE_UPGRADE="0", **url)[0] == 1
    assert run(code, "order", "many", **url)[:2] == (0, "")
    status, shown, _ = run(code, "db", "status", "--json", **url)
    told = json.loads(shown)
    assert (status, list(told)) == (0, ["current", "newest"])
    assert told["current"] == told["newest"]
    insert = (
        "from shop.persistence import session, models; e = session.create_engine()\n"
        "with session.session(e) as s: s.add(models.OrderRow(code='a')); s.add(models.OrderRow(code='b', size='large'))"
    )
    assert run_python(insert, code, **url).returncode == 0
    status, shown, said = run(code, "order", "many", "--size", "large", "--json", **url)
    assert status == 0, said
    assert json.loads(shown) == [{"code": "b", "size": "large", "note": None}]
    assert len(json.loads(run(code, "order", "many", "--json", **url)[1])) == 2
    assert json.loads(run(code, "order", "show", "a", **url)[1])["size"] == "small"
    assert run(code, "line", "list", **url)[1].split() == ["id", "count", "order_code"]


def test_steps_the_model_leaves_open(code: Path) -> None:
    status, _, said = run(code, "ask", "--question", "why")
    assert status == 1
    assert "--steps" in said
    assert run(code, "ask", "--question", "why", "--steps", "thinking:Steps")[1] == "WHY\n"
    assert (
        run(code, "run", "ask", "--inputs", '{"question": "why"}', SHOP_STEPS="thinking:Steps")[1]
        == '"WHY"\n'
    )


def test_help_is_quick(code: Path) -> None:
    """Neither the database nor agents nor traces are imported before a command needs them."""
    program = (
        "import sys; from shop import cli; "
        "print([m for m in ('sqlalchemy', 'alembic', 'opentelemetry', 'pydantic_ai') if m in sys.modules])"
    )
    assert run_python(program, code).stdout.strip() == "[]"


def test_rows_are_changed_in_one_transaction(code: Path, tmp_path: Path) -> None:
    """A run that refuses keeps nothing; the mirror shows what is kept, the journal what was tried."""
    here = {"SHOP_ROOT": str(tmp_path)}
    assert run(code, "order", "add", "a1", "large", **here)[:2] == (0, "added a1\n")
    assert run(code, "order", "add", "a1", **here) == (1, "", "error: There is such an order.\n")
    assert run(code, "order", "add", "", **here) == (1, "", "error: a code is needed\n")
    assert run(code, "order", "add", "a2", "tiny", **here)[0] == 2
    mirror = tmp_path / "shop" / "orders.yaml"
    assert mirror.read_text(encoding="utf-8") == "- code: a1\n  size: large\n"
    tried = (tmp_path / "shop" / "tried.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in tried] == [{"theCode": each} for each in ("a1", "a1", "")]
    mirror.write_text("touched", encoding="utf-8")
    assert run(code, "order", "many", **here)[0] == 0
    assert "a1" in mirror.read_text(encoding="utf-8")


def test_the_command_line_is_a_script(code: Path, tmp_path: Path) -> None:
    """It runs as a file from any folder, although its folder holds modules called like those of Python."""
    for script in ("cli.py", "scripts/many.py"):
        words = ["order", "many"] if script == "cli.py" else []
        done = run_python(
            "", tmp_path, str(code / "shop" / script), *words, SHOP_ROOT=str(tmp_path)
        )
        assert done.returncode == 0, done.stderr
    assert (
        (code / "shop" / "cli.py")
        .read_text(encoding="utf-8")
        .startswith("#!/usr/bin/env python3\n")
    )


def test_generated_tests_pass(code: Path) -> None:
    assert "passed" in run_tests(code, "shop/tests/test_cli.py")


def test_commands_never_hide_each_other(tmp_path: Path) -> None:
    text = """package P { private import AgentSystems::*; private import ScalarValues::*;
        item def Db :> Entity { attribute n : Real; }
        item def Run :> Entity { attribute n : Real; }
        action def A :> Workflow { @Command { name = "db"; } out attribute x : Real = 1.0; }
        action def B :> Workflow { @Command { name = "a b"; } out attribute x : Real = 2.0; }
        action def C :> Workflow { @Command { name = "a b"; } out attribute x : Real = 3.0; }
        action def D :> Workflow { @Command { name = "a"; } out attribute x : Real = 4.0; }
        action def E :> Workflow { @Command { name = "a b c; rm -rf /"; } out attribute x : Real = 5.0; } }"""
    artifacts, _ = artifacts_of(model_of({"p.sysml": text}), PASSES, system="shop")
    code = write(artifacts, tmp_path)
    assert "passed" in run_tests(code, "shop/tests/test_cli.py")
    answers = {
        " ".join(words): run(code, *words)[1].strip()
        for words in (("db-2",), ("a", "b"), ("a", "b-2"), ("a-2",), ("a", "b-3", "c", "rm", "rf"))
    }
    assert sorted(answers.values()) == ["1.0", "2.0", "3.0", "4.0", "5.0"], answers


def test_nothing_to_command_no_files() -> None:
    text = "package P { part def Q { attribute n : ScalarValues::Real; } }"
    artifacts, _ = artifacts_of(model_of({"p.sysml": text}), ("command_line",))
    assert list(artifacts) == []
