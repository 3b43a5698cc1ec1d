"""Verification cases that perform workflows become tests: they pass, notice sabotage, and say what they cannot do."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.emit.artifact import ArtifactSet
from tests.passes.generated import (
    artifacts_of,
    broken,
    model_of,
    run_failing_tests,
    run_tests,
    write,
)

PASSES = (
    *("package", "data_types", "calculations", "telemetry", "orchestrators", "support", "files"),
    *("persistence", "migrations", "settings", "verifications"),
)
FOLDER = "generated/lending/tests/verifications"
FRAME = """
    private import ScalarValues::*;
    private import AgentSystems::*;
    private import SequenceFunctions::*;
    private import VerificationCases::*;
"""
LENDING = f"""
package Lending {{
    {FRAME}
    item def Book :> Entity {{ #key attribute title : String; attribute lentTo : String [0..1]; }}
    action def Known :> Workflow {{
        in attribute title : String;
        out attribute count : Natural;
        assign count := size((all Book)->ControlFunctions::select {{ in each : Book; each.title == title }});
    }}
    action def Buy :> Workflow {{
        in attribute title : String;
        out attribute report : String;
        action known : Known {{ in :>> title = Buy::title; }}
        assert constraint isNew {{ doc /* There is such a book. */ known.count == 0 }}
        action keep : Store {{ in item entity : Book = new Book(title = title); }}
        then assign report := "bought " + title;
    }}
    action def Ask {{ in attribute title : String; in attribute days : Natural; out attribute agreed : Boolean; }}
    action def Lend :> Workflow {{
        in attribute title : String;
        in attribute reader : String default "somebody";
        in attribute days : Natural default 7;
        out attribute text : String;
        out attribute isLent : Boolean;
        action ask : Ask {{ in attribute title = Lend::title; in attribute days = Lend::days; out attribute agreed; }}
        then assign isLent := ask.agreed;
        then assign text := "no";
        then if ask.agreed {{
            action keep : Store {{ in item entity : Book = new Book(title = title, lentTo = reader); }}
            then assign text := "until day " + BaseFunctions::ToString(days);
        }}
    }}
    requirement <'R-1'> once {{ doc /* A book is bought once. */ }}

    verification def BuyTest {{
        doc /* A book is bought once. */
        objective {{ verify once; }}
        action one : Buy {{ in :>> title = "Emma"; }}
        item early : Book [0..*] := all Book;
        then action same : Buy {{ @Refused {{ reason = "such a book"; }} in :>> title = "Emma"; }}
        then action other : Buy {{ in :>> title = "Persuasion"; }}
        assert constraint {{ doc /* Nothing was kept yet. */ size(early) == 1 }}
        item books : Book [0..*] = all Book;
        return : VerdictKind = PassIf(
            one.report == "bought Emma" and books.title == ("Emma", "Persuasion")
        );
    }}
    verification def LendTest {{
        doc /* A book is lent to whom it was said, for as long as it was said. */
        in attribute reader : String default "Ann";
        action one : Buy {{ in :>> title = "Emma"; }}
        then action lent : Lend {{
            in :>> title = "Emma";
            in :>> reader = LendTest::reader;
            #StandIn action ask : Ask {{ out :>> agreed = days < 8; }}
        }}
        then action longer : Lend {{
            in :>> title = "Emma";
            in :>> days = 8;
            #StandIn action anybody : Ask {{ out :>> agreed = days < 8; }}
        }}
        then action shorten {{ in text : String = lent.text; out said : String = "lent " + text; }}
        item books : Book [0..*] = all Book;
        return : VerdictKind = if lent.isLent and not longer.isLent and books.lentTo == "Ann"
            and shorten.said == "lent until day 7" ? VerdictKind::pass else VerdictKind::fail;
    }}
    verification lendToBob : LendTest {{ in :>> reader = "Ann"; }}
    verification looked {{ subject s : Book; }}
}}
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ArtifactSet]:
    artifacts, found = artifacts_of(model_of({"lending.sysml": LENDING}), PASSES, system="lending")
    assert not [each.message for each in found]
    return write(artifacts, tmp_path_factory.mktemp("lending")), artifacts


def cases_of(artifacts: ArtifactSet) -> list[str]:
    """The tests of cases that were made."""
    return sorted(
        each.rpartition("/")[2] for each in artifacts if each.startswith(f"{FOLDER}/test")
    )


def test_each_case_that_performs_something_is_a_test(made: tuple[Path, ArtifactSet]) -> None:
    _, artifacts = made
    assert cases_of(artifacts) == ["test_buy.py", "test_lend.py", "test_lend_to_bob.py"]
    buy = artifacts[f"{FOLDER}/test_buy.py"].text
    assert '"""A book is bought once.\n\nVerifies R-1.\n"""' in buy
    assert '    one = perform(buy, title="Emma")\n' in buy
    assert '    with pytest.raises(Refused, match=re.escape("such a book")):\n' in buy
    assert '    assert len(early) == 1, "Nothing was kept yet."\n' in buy
    lend = artifacts[f"{FOLDER}/test_lend.py"].text
    assert (
        'perform(lend, LentStandIn(), title="Emma", reader=reader)' in lend
    )  # days: its own default
    assert "def do_shorten(*, text: str) -> str:" in lend


def test_the_page_tells_tests_from_inspections() -> None:
    text = LENDING.replace(
        "subject s : Book;",
        "subject s : Book; objective { verify twice; }"
        " @VerificationMethod { kind = VerificationMethodKind::inspect; }",
    ).replace("verification looked", "requirement twice; verification looked")
    artifacts, _ = artifacts_of(model_of({"lending.sysml": text}), ("docs",), system="lending")
    page = artifacts["generated/lending/docs/requirements.md"].text
    assert "2 verified: 1 by inspection, 1 by test." in page
    assert "(<elements.md#lending_looked>) (verification, inspection)" in page
    assert "tested in [`tests/verifications/test_buy.py`]" in page


def test_the_tests_pass(made: tuple[Path, ArtifactSet]) -> None:
    folder, _ = made
    assert "3 passed" in run_tests(folder, "lending/tests/verifications")


@pytest.mark.parametrize(
    ("module", "before", "after", "failing"),
    [
        ("buy", "if known != 0:", "if False:", "DID NOT RAISE"),
        ("buy", "entity=Book(title=title)", 'entity=Book(title="Emma")', "Persuasion"),
        ("lend", "lent_to=reader", 'lent_to="Bob"', "Bob"),
    ],
)
def test_broken_behaviour_is_noticed(
    made: tuple[Path, ArtifactSet], module: str, before: str, after: str, failing: str
) -> None:
    folder, _ = made
    path = folder / f"lending/workflows/{module}.py"
    assert path.read_text(encoding="utf-8").count(before) == 1
    with broken(path, before, after):
        found = run_failing_tests(folder, f"lending/tests/verifications/test_{module}.py")
    assert failing in found


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            'action a : Echo { in :>> x = "a"; }',
            "`Case`, which performs workflows and has no verdict,",
        ),
        (
            'action a : Echo { in :>> x = "a"; } return v : VerdictKind = VerdictKind::pass;',
            "a verdict that is not PassIf(…)",
        ),
        (
            'action a : Echo; return v : VerdictKind = PassIf(a.y == "");',
            "`x` of `a`, given no value,",
        ),
        (
            "in w : String; action a : Echo { in :>> x = w; } return v : VerdictKind = PassIf(a.y == w);",
            "`w`, which has no value,",
        ),
        (
            'action a : Echo { @Refused; in :>> x = "a"; } return v : VerdictKind = PassIf(a.y == "a");',
            "what `a` gives, which has to be refused,",
        ),
        (
            'action a : Echo { in :>> x = "a"; } action b { @Refused; out z : String = "a"; }'
            ' return v : VerdictKind = PassIf(a.y == "a");',
            "the refusal of `b`, which is no workflow,",
        ),
        (
            'action a : Echo { in :>> x = "a"; } then action b { in q : String = a.y; out z : String; }'
            ' return v : VerdictKind = PassIf(b.z == "a");',
            "`b`, which a test cannot do,",
        ),
        (
            'action a : Echo { in :>> x = "a"; #StandIn action other { out z : String = ""; } }'
            ' return v : VerdictKind = PassIf(a.y == "a");',
            "`other`, a step that `Echo` does not leave to others,",
        ),
    ],
)
def test_what_a_test_cannot_do_is_said(body: str, said: str) -> None:
    text = f"""package Small {{ {FRAME}
        action def Echo :> Workflow {{ in attribute x : String; out attribute y : String; assign y := x; }}
        verification def Case {{ {body} }} }}"""
    artifacts, found = artifacts_of(model_of({"small.sysml": text}), PASSES, system="lending")
    assert [(each.code, each.message) for each in found] == [
        ("unsupported-verification", f"{said} is not compiled")
    ]
    assert not cases_of(artifacts)
