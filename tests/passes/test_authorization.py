"""Authorization and the MCP server: a generated system is asked over both of its surfaces."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.passes.generated import artifacts_of, model_of, run_python, run_tests, write

PASSES = (
    *("package", "data_types", "support", "calculations", "orchestrators", "telemetry", "settings"),
    *("files", "persistence", "migrations", "authorization", "command_line", "mcp_server"),
)
TEXT = """
package Shop {
    private import AgentSystems::*;
    private import ScalarValues::*;

    enum def Permission { enum read; enum write; }
    enum def Role {
        enum clerk { @Grants { permissions = (Permission::read, Permission::write); } }
        enum guest { @Grants { permissions = Permission::read; } }
        enum nobody;
    }
    item def Visit :> Entity {
        #key attribute visitId : Identifier;
        #sessionToken attribute tokenDigest : String;
        #sessionRole attribute role : Role;
        #sessionScope attribute shelves : String [0..*];
        #sessionExpiry attribute expiresAt : Timestamp;
        #sessionEnd attribute endedAt : Timestamp [0..1];
    }
    item def Denial :> Refusal;
    item def Book :> Entity { #key attribute title : String; attribute shelf : String; }
    action def Find :> Workflow {
        doc /* The books of a shelf. */
        @Command { name = "book find"; }
        @McpTool { name = "book_find"; }
        @Requires { permission = Permission::read; scope = "shelf"; }
        in attribute shelf : String;
        in attribute limit : Positive default 5;
        in #caller item visit : Visit;
        out item books : Book [0..*] = (all Book)->ControlFunctions::select { in item each : Book; each.shelf == shelf };
        out attribute asker : Role = visit.role;
    }
    action def Sell :> Workflow {
        @McpTool;
        @Requires { permission = Permission::write; }
        in attribute title : String;
        out attribute sold : String = title;
    }
    action def Move :> Workflow {
        @McpTool;
        @Requires { permission = Permission::read; }
        in attribute 'from' : String;
        in attribute 'in' : String default "novels";
        out attribute 'class' : String = 'from';
        out attribute 'pass' : String = 'in';
    }
    action def OpenShop :> Workflow {
        @McpTool;
        @Command;
        out attribute token : String;
        out attribute digest : String;
        action issue : IssueToken { out attribute token; out attribute digest; }
        bind issue.token = token;
        bind issue.digest = digest;
    }
}
"""
FILL = """
import datetime as dt, json, sys
from shop import security
from shop.persistence import session, models
now = dt.datetime.now(dt.UTC)
hour = dt.timedelta(hours=1)
def visit(token, role, shelves, expires, ended=None):
    return models.VisitRow(token_digest=security.digest(token), role=role, shelves=shelves, expires_at=expires, ended_at=ended)
with session.session(session.create_engine()) as s:
    s.add(models.BookRow(title="Emma", shelf="novels"))
    s.add(visit("clerk", "clerk", ["*"], now + hour))
    s.add(visit("guest", "guest", ["novels"], now + hour))
    s.add(visit("nobody", "nobody", ["*"], now + hour))
    s.add(visit("late", "clerk", ["*"], now - hour))
    s.add(visit("gone", "clerk", ["*"], now + hour, now))
"""
CLIENT = """
import asyncio, json, sys
from mcp import Client, StdioServerParameters
async def main():
    server = StdioServerParameters(command=sys.executable, args=["-m", "shop", "mcp"], env={env})
    async with Client(server) as client:
        for name, given in {calls}:
            found = await client.call_tool(name, given)
            print(json.dumps([found.is_error, found.structured_content or found.content[0].text]))
asyncio.run(main())
"""


@pytest.fixture(scope="module")
def code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    artifacts, found = artifacts_of(model_of({"shop.sysml": TEXT}), PASSES, system="shop")
    assert [each.code for each in found] == ["authorization-open"], found
    return write(artifacts, tmp_path_factory.mktemp("code"))


@pytest.fixture(scope="module")
def database(code: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    url = f"sqlite:///{tmp_path_factory.mktemp('data') / 'shop.db'}"
    quiet = {"OTEL_TRACES_EXPORTER": "none", "DATABASE_URL": url}
    assert run_python("", code, "-m", "shop", "db", "upgrade", **quiet).returncode == 0
    assert run_python(FILL, code, **quiet).returncode == 0
    return quiet


REFUSED = [
    ([], "needs the token"),
    (["--session", "wrong"], "no session has this token"),
    (["--session", "late"], "has expired"),
    (["--session", "gone"], "was ended"),
    (["--session", "nobody"], "does not have the permission read"),
]


@pytest.mark.parametrize(("words", "reason"), REFUSED)
def test_the_command_line_refuses(
    code: Path, database: dict[str, str], words: list[str], reason: str
) -> None:
    done = run_python(
        "", code, "-m", "shop", "book", "find", "--shelf", "novels", *words, **database
    )
    assert done.returncode == 1
    assert reason in done.stderr


def test_the_command_line_admits(code: Path, database: dict[str, str]) -> None:
    command = ("-m", "shop", "book", "find", "--shelf")
    done = run_python("", code, *command, "novels", "--session", "guest", "--json", **database)
    assert json.loads(done.stdout)["books"] == [{"title": "Emma", "shelf": "novels"}]
    assert json.loads(done.stdout)["asker"] == "guest"
    done = run_python("", code, *command, "poems", **database, SHOP_SESSION="guest")
    assert done.returncode == 1
    assert "shelf poems is not in the scope" in done.stderr
    rows = run_python("", code, "-m", "shop", "denial", "list", "--json", **database).stdout
    assert {"find"} == {each["operation"] for each in json.loads(rows)}
    assert "poems" in {each["resource"] for each in json.loads(rows)}


def test_a_client_over_standard_streams(code: Path, database: dict[str, str]) -> None:
    calls = [
        ("book_find", {"shelf": "novels", "session_token": "clerk"}),
        ("book_find", {"shelf": "novels"}),
        ("sell", {"title": "Emma"}),
        ("sell", {"title": "Emma", "session_token": "late"}),
        ("open_shop", {}),
        ("move", {"from": "poems"}),
        ("move", {"from": "poems", "in": "letters"}),
    ]
    environment = {**database, "SHOP_SESSION": "guest", "PYTHONPATH": str(code)}
    program = CLIENT.replace("{env}", repr(environment)).replace("{calls}", repr(calls))
    done = run_python(program, code)
    assert done.returncode == 0, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert found[0] == [
        False,
        {"books": [{"title": "Emma", "shelf": "novels"}], "asker": "clerk"},
    ]
    assert found[1][1]["asker"] == "guest"
    assert [each[0] for each in found] == [False, False, True, True, False, False, False]
    assert "does not have the permission write" in found[2][1]
    assert "has expired" in found[3][1]
    assert len(found[4][1]["token"]) > 40
    assert found[4][1]["digest"] != found[4][1]["token"]
    assert found[5][1] == {"class": "poems", "pass": "novels"}
    assert found[6][1] == {"class": "poems", "pass": "letters"}


def test_generated_tests_pass_and_fail_with_the_code(code: Path) -> None:
    suites = ("shop/tests/test_security.py", "shop/tests/test_mcp_server.py")
    assert "passed" in run_tests(code, *suites, "shop/tests/test_cli.py")
    module = code / "shop" / "security.py"
    right = module.read_text(encoding="utf-8")
    for old, new in (
        ("Role.NOBODY: frozenset()", "Role.NOBODY: frozenset({Permission.READ})"),
        ("expires_at <= now", "expires_at < now"),
        ("value not in scope", "value in scope"),
    ):
        assert right.count(old) == 1, old
        module.write_text(right.replace(old, new), encoding="utf-8")
        with pytest.raises(AssertionError, match="failed"):
            run_tests(code, "-x", "shop/tests/test_security.py")
    module.write_text(right, encoding="utf-8")


def test_rules_that_cannot_be_kept_are_reported() -> None:
    without = TEXT.replace("#sessionToken", "")
    found = artifacts_of(model_of({"shop.sysml": without}), ("authorization",))[1]
    assert {each.code for each in found} == {"authorization-session"}
    wrong = TEXT.replace('scope = "shelf"', 'scope = "shelve"').replace(
        "permissions = (Permission::read, Permission::write)", "permissions = Permission::read"
    )
    found = artifacts_of(model_of({"shop.sysml": wrong}), ("authorization",))[1]
    assert {each.code for each in found} == {"authorization-scope", "authorization-nobody"}
