"""Notes that allow findings, severities of a project, and baselines."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from tests.cli.project import Project
from tests.cli.test_check import codes, validated

IMPORT = "validateImportExplicitVisibility"
LEGACY = """package Hive {
    part def Scout;
    import Other::*;{note}
}
package Other;
"""


def project(root: Path, note: str = "", before: str = "", settings: str = "") -> Project:
    """A project with one import without visibility and a note about it."""
    return Project.make(root, before + LEGACY.replace("{note}", note), settings)


@pytest.mark.parametrize(
    "note",
    [
        f" // ssot: allow {IMPORT} — the old tool wants it",
        f" //ssot: allow {IMPORT} -- the old tool wants it",
        f" // ssot: allow unresolved-name, {IMPORT}: because of the old tool",
    ],
)
def test_a_note_on_the_line(tmp_path: Path, note: str) -> None:
    found = codes(project(tmp_path, note).ssot("check", "--format", "json"))
    assert found == (["unused-suppression"] if "unresolved-name" in note else [])


def test_a_note_on_the_line_before_and_for_the_file(tmp_path: Path) -> None:
    text = LEGACY.replace("{note}", "").replace(
        "    import", f"    // ssot: allow {IMPORT} — old\n    // another note\n    import"
    )
    here = Project.make(tmp_path, text)
    assert codes(here.ssot("check", "--format", "json")) == []
    assert "1 suppressed" in here.ssot("check").out
    here.model.write_text(
        f"/* A comment. */\n// ssot: allow-file {IMPORT} — old\n" + LEGACY.replace("{note}", "")
    )
    assert codes(here.ssot("check", "--format", "json")) == []


def test_a_note_before_a_declaration_of_several_lines(tmp_path: Path) -> None:
    text = "package P {\n    // ssot: allow unresolved-name — later\n    part a :\n        Gone;\n    part b : Gone;\n}\n"
    found = Project.make(tmp_path, text).ssot("check", "--format", "json", code=1).json
    assert [each["line"] for each in found["diagnostics"]] == [5]


def test_sarif_keeps_what_is_suppressed_with_its_reason(tmp_path: Path) -> None:
    here = project(tmp_path, f" // ssot: allow {IMPORT} — the old tool wants it")
    (result,) = validated(here.ssot("check", "--format", "sarif").out)["results"]
    assert result["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "the old tool wants it"}
    ]


@pytest.mark.parametrize(
    ("note", "wanted"),
    [
        (f" // ssot: allow {IMPORT}", {IMPORT, "suppression-without-reason"}),
        (f" // ssot: allow {IMPORT} — ", {IMPORT, "suppression-without-reason"}),
        (" // ssot: allow", {IMPORT, "suppression-form"}),
        (f" // ssot: alow {IMPORT} — x", {IMPORT, "suppression-form"}),
        (f" // ssot: allow-file {IMPORT} — x", {IMPORT, "suppression-form"}),
        (" // ssot: allow validateImport — x", {IMPORT, "unknown-code"}),
        (" // ssot: allow unresolved-name — x", {IMPORT, "unused-suppression"}),
        (' // see "ssot: allow"', {IMPORT}),
        (f" doc /* // ssot: allow {IMPORT} — x */", {IMPORT}),
    ],
)
def test_notes_that_do_not_count(tmp_path: Path, note: str, wanted: set[str]) -> None:
    assert set(codes(project(tmp_path, note).ssot("check", "--format", "json", code=1))) == wanted


def test_an_unknown_code_is_told_what_it_may_be(tmp_path: Path) -> None:
    here = project(tmp_path, " // ssot: allow validateImportExplicitVisbility — x")
    assert f"did you mean `{IMPORT}`?" in here.ssot("check", code=1).out


def test_errors_of_the_notation_cannot_be_allowed(tmp_path: Path) -> None:
    here = Project.make(tmp_path, "part a : ; // ssot: allow-file syntax-missing-name — no\n")
    assert "syntax-missing-name" in codes(here.ssot("check", "--format", "json", code=1))
    here.model.write_text("// ssot: allow-file syntax-missing-name — no\npart a : ;\n")
    assert "syntax-missing-name" in codes(here.ssot("check", "--format", "json", code=1))


def test_names_that_are_allowed_to_lead_nowhere_are_not_compiled(tmp_path: Path) -> None:
    here = Project.make(
        tmp_path, "package Hive { part a : Gone; } // ssot: allow unresolved-name — later\n"
    )
    assert codes(here.ssot("check", "--format", "json")) == []
    assert "unresolved-name" in here.ssot("generate", code=1).err


def test_severities_of_a_project_and_of_its_paths(tmp_path: Path) -> None:
    settings = f"[tool.ssot.severity]\n{IMPORT} = 'warning'\n"
    here = project(tmp_path / "a", settings=settings)
    assert "1 warning" in here.ssot("check").out
    settings += f"[tool.ssot.severity.'ssot/hive/*']\n{IMPORT} = 'off'\n"
    assert "nothing to complain" in project(tmp_path / "b", settings=settings).ssot("check").out


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("validateImportExplicitVisbility = 'off'", "did you mean"),
        ("unresolved-name = 'off'", "always an error"),
        ("ambiguous-name = 'loud'", "must be one of"),
        ("syntax-too-deep = 'warning'", "always an error"),
    ],
)
def test_severities_that_are_refused(tmp_path: Path, line: str, message: str) -> None:
    here = project(tmp_path, settings=f"[tool.ssot.severity]\n{line}\n")
    assert message in here.ssot("check", code=2).err


# -- baselines ------------------------------------------------------------------------------------

OLD = """package Old {
    part a : Gone;
    part b : Gone;
    part def C { part d : Lost; }
    import Old::*;
}
"""


def test_only_new_findings_count(tmp_path: Path) -> None:
    here = Project.make(tmp_path, OLD)
    here.ssot("check", "--write-baseline", "known.json")
    answer = here.ssot("check", "--baseline", "known.json")
    assert "4 in the baseline" in answer.out
    here.model.write_text("// moved down\n\n" + OLD)
    here.ssot("check", "--baseline", "known.json")
    here.edit("part b : Gone;", "part b : Gone; part e : Never;")
    found = here.ssot("check", "--baseline", "known.json", "--format", "json", code=1)
    assert "Never" in json.dumps(found.json)


def test_white_space_does_not_make_a_finding_new(tmp_path: Path) -> None:
    here = Project.make(tmp_path, OLD)
    here.ssot("check", "--write-baseline", "known.json")
    here.edit("    part b : Gone;", "\t\tpart  b : Gone;  ")
    assert "4 in the baseline" in here.ssot("check", "--baseline", "known.json").out


def test_what_is_mended_is_stale_until_it_is_pruned(tmp_path: Path) -> None:
    here = Project.make(tmp_path, OLD)
    here.ssot("check", "--write-baseline", "known.json")
    here.edit("part a : Gone;", "part a;")
    assert "1 stale in the baseline" in here.ssot("check", "--baseline", "known.json").out
    run = validated(here.ssot("check", "--baseline", "known.json", "--format", "sarif").out)
    states = sorted(each["baselineState"] for each in run["results"])
    assert states == ["absent", "unchanged", "unchanged", "unchanged"]
    here.ssot("check", "--baseline", "known.json", "--prune-baseline")
    assert "stale" not in here.ssot("check", "--baseline", "known.json").out
    here.edit("part a;", "part a : Gone;")
    here.ssot("check", "--baseline", "known.json", code=1)


def test_one_more_of_the_same_is_new(tmp_path: Path) -> None:
    here = Project.make(tmp_path, "package P { part a : Gone; }\n")
    here.ssot("check", "--write-baseline", "known.json")
    here.model.write_text("package P { part a : Gone; part c : Gone; }\n")
    here.ssot("check", "--baseline", "known.json", code=1)


def test_a_baseline_is_stable_and_has_one_finding_on_a_line(tmp_path: Path) -> None:
    here = Project.make(tmp_path, OLD)
    here.ssot("check", "--write-baseline", "one.json")
    lines = OLD.splitlines()
    parts = lines[1:-1]
    random.Random(3).shuffle(parts)
    here.model.write_text("\n".join([lines[0], "", *parts, lines[-1]]) + "\n")
    here.ssot("check", "--write-baseline", "two.json")
    one, two = ((tmp_path / name).read_text() for name in ("one.json", "two.json"))
    assert one == two
    assert len([line for line in one.splitlines() if '"code"' in line]) == 4


def test_errors_of_the_notation_are_no_part_of_a_baseline(tmp_path: Path) -> None:
    here = Project.make(tmp_path, "package P { part a : ; }\n")
    here.ssot("check", "--write-baseline", "known.json", code=1)
    here.ssot("check", "--baseline", "known.json", code=1)


@pytest.mark.parametrize("text", ["", "[]", '{"version": 9, "findings": []}', '{"version": 1}'])
def test_a_file_that_is_no_baseline(tmp_path: Path, text: str) -> None:
    here = Project.make(tmp_path, OLD)
    (tmp_path / "known.json").write_text(text)
    assert "no baseline" in here.ssot("check", "--baseline", "known.json", code=2).err
    assert "cannot read" in here.ssot("check", "--baseline", "gone.json", code=2).err
