"""`ssot check`: formats, filters, fixes, standard input."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import unquote

import pytest

from generator.diagnostics import Diagnostic, Edit, Fix, Judged, Related, Severity
from generator.diagnostics.records import render_github
from generator.diagnostics.sarif import render_sarif
from generator.source import SourceFile, Span
from generator.surfaces.cli.writing import WriteFault, replace_model
from generator.workspace import Workspace
from generator.workspace.codes import all_pages
from generator.workspace.mend import mend
from tests.cli.project import Project, process
from tests.cli.sarif_schema import sarif_schema

IMPORT = "validateImportExplicitVisibility"
FAULTY = """package Hive {
    import ScalarValues::*;
    part def Scout { attribute range : Intger; }
    part scout : Scoot;
}
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with an import without visibility and two unknown names."""
    return Project.make(tmp_path, FAULTY)


def codes(answer: Any) -> list[str]:
    return [each["code"] for each in answer.json["diagnostics"]]


def test_json_has_the_keys_of_the_contract(project: Project) -> None:
    found = project.ssot("check", "--format", "json", code=1).json
    assert set(found) == {"files", "diagnostics"}
    keys = {"file", "line", "column", "end_line", "end_column", "severity", "code", "message"}
    for each in found["diagnostics"]:
        assert keys <= set(each) <= keys | {"hint", "related", "fix"}
    fix = found["diagnostics"][0]["fix"]
    assert fix["edits"][0]["text"] == "private "
    assert (fix["edits"][0]["line"], fix["edits"][0]["column"]) == (2, 5)


def test_statistics_count_by_code(project: Project) -> None:
    text = project.ssot("check", "--statistics", code=1).out
    assert re.search(r"^ +2  unresolved-name\n +1  validateImport", text, re.MULTILINE)
    found = project.ssot("check", "--statistics", "--format", "json", code=1).json
    assert found["statistics"] == {"unresolved-name": 2, IMPORT: 1}


def test_select_and_ignore_by_code_and_by_beginning(project: Project) -> None:
    assert codes(project.ssot("check", "--format", "json", "--select", "validate", code=1)) == [
        IMPORT
    ]
    options = ("check", "--format", "json", "--ignore", IMPORT, "--ignore", "unres")
    assert codes(project.ssot(*options)) == []
    assert "did you mean" in project.ssot("check", "--select", "unresolved-nam_", code=2).err


def test_errors_of_the_notation_cannot_be_left_out(project: Project) -> None:
    project.edit("part scout", "part part scout")
    found = codes(project.ssot("check", "--format", "json", "--select", IMPORT, code=1))
    assert found[0].startswith(("validate", "syntax"))
    assert any(each.startswith("syntax-") for each in found)
    ignored = codes(project.ssot("check", "--format", "json", "--ignore", "syntax", code=1))
    assert any(each.startswith("syntax-") for each in ignored)


def test_at_most_so_many_are_shown(project: Project) -> None:
    answer = project.ssot("check", "--max-diagnostics", "1", code=1)
    assert "and 2 more\n1 file: 3 errors\n" in answer.out
    assert codes(project.ssot("check", "--max-diagnostics", "1", "--format", "json", code=1)) == [
        IMPORT
    ]
    project.ssot("check", "--max-diagnostics", "-1", code=2)


def test_strict_counts_warnings(project: Project) -> None:
    project.model.write_text(
        "package Hive { part def A; part def a; }  // \u202e\n", encoding="utf-8"
    )
    project.ssot("check")
    project.ssot("check", "--strict", code=1)


def test_an_answer_in_a_file(project: Project, tmp_path: Path) -> None:
    answer = project.ssot("check", "--format", "json", "--output", "found.json", code=1)
    assert answer.out == ""
    assert "3 errors" in answer.err
    assert len(json.loads((tmp_path / "found.json").read_text())["diagnostics"]) == 3
    assert "cannot write" in project.ssot("check", "--output", "no/where", code=1).err


# -- SARIF ----------------------------------------------------------------------------------------


def validated(text: str) -> dict[str, Any]:
    """The run of a log that is valid by the official schema."""
    jsonschema = pytest.importorskip("jsonschema")
    log = json.loads(text)
    jsonschema.Draft7Validator(sarif_schema()).validate(log)
    (run,) = log["runs"]
    return dict(run)


def test_sarif_by_its_schema(project: Project) -> None:
    run = validated(project.ssot("check", "--format", "sarif", code=1).out)
    rules = run["tool"]["driver"]["rules"]
    assert [each["id"] for each in rules] == ["unresolved-name", IMPORT]
    for each in rules:
        assert each["help"]["markdown"] == all_pages()[each["id"]].text
        assert each["defaultConfiguration"]["level"] == "error"
    first = run["results"][0]
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == IMPORT
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "ssot/hive/hive.sysml", "uriBaseId": "SRCROOT"}
    assert "SRCROOT" in run["originalUriBaseIds"]
    (replacement,) = first["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"] == {"text": "private "}
    assert run["invocations"] == [{"executionSuccessful": True, "exitCode": 1}]


def test_sarif_of_everything_there_is_to_say() -> None:
    text = "part '𝒳' : B; // 𝒳\n"
    source = SourceFile("a b/ü%.sysml", text)
    span = Span(source, text.index("B"), text.index("B") + 1)
    far = Span(SourceFile("/abs/c d.sysml", "x"), 0, 1)
    diagnostic = Diagnostic(
        "unresolved-name",
        Severity.WARNING,
        "100 % unknown",
        span,
        (Related("there", far),),
        "look",
        Fix("Write C", (Edit(span, "C"), Edit(far, "y"))),
    )
    log = render_sarif(
        [Judged(diagnostic, "known", "new", "abc"), Judged(diagnostic, None, "absent", "d")],
        "1.2.3",
        pages=all_pages(),
    )
    run = validated(log)
    first, second = run["results"]
    place = first["locations"][0]["physicalLocation"]
    assert unquote(place["artifactLocation"]["uri"]) == "a b/ü%.sysml"
    assert place["artifactLocation"]["uri"] == "a%20b/%C3%BC%25.sysml"
    assert place["region"]["startColumn"] == text.index("B") + 2  # 𝒳 is two UTF-16 code units
    related = first["relatedLocations"][0]["physicalLocation"]["artifactLocation"]
    assert related == {"uri": "file:///abs/c%20d.sysml"}
    assert first["suppressions"][0]["justification"] == "known"
    assert (first["level"], first["baselineState"]) == ("warning", "new")
    assert len(first["fixes"][0]["artifactChanges"]) == 2
    assert second["baselineState"] == "absent"
    assert "locations" not in second


def test_a_wrong_log_is_refused_by_the_schema() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    with pytest.raises(jsonschema.ValidationError):
        validated('{"version": "2.1.0", "runs": [{"results": []}]}')


def test_github_escapes_what_would_end_a_property() -> None:
    source = SourceFile("a,b:c%d.sysml", "x")
    diagnostic = Diagnostic(
        "unresolved-name", Severity.INFO, "50 %\nmore", Span(source, 0, 1), hint="a,b:c"
    )
    assert render_github([diagnostic]) == (
        "::notice file=a%2Cb%3Ac%25d.sysml,line=1,endLine=1,col=1,endColumn=2,"
        "title=unresolved-name::50 %25%0Amore%0Aa,b:c\n"
    )


# -- fixes ----------------------------------------------------------------------------------------


def test_fixes_are_shown_and_applied(project: Project) -> None:
    diff = project.ssot("check", "--diff", code=1)
    assert "+    private import ScalarValues::*;" in diff.out
    assert project.model.read_text() == FAULTY
    fixed = project.ssot("check", "--fix", "--select", IMPORT)
    assert "applied 1 fix in 1 file" in fixed.err
    assert project.model.read_text() == FAULTY.replace("import", "private import")
    project.ssot("check", "--diff")


def test_fixes_keep_line_ends_marks_and_permissions(project: Project) -> None:
    project.model.write_bytes(b"\xef\xbb\xbf" + FAULTY.replace("\n", "\r\n").encode())
    project.model.chmod(0o640)
    project.ssot("check", "--fix", code=1)
    data = project.model.read_bytes()
    wanted = FAULTY.replace("import", "private import").replace("\n", "\r\n").encode()
    assert data == b"\xef\xbb\xbf" + wanted
    assert project.model.stat().st_mode & 0o777 == 0o640


def test_fixes_go_on_until_nothing_is_left() -> None:
    text = "package P {\n    part def A\n    part a : A\n    enum def E { x, y }\n}\n"
    workspace = Workspace.alone(Workspace.open.__globals__["Config"]()).with_text("p.sysml", text)
    mended = mend(workspace)
    assert [each.code for each in mended.workspace.check()[1] if each.fix] == []
    assert mended.texts["p.sysml"].count(";") > text.count(";")
    again = mend(mended.workspace)
    assert not again.texts


class Bench:
    """A workspace of one text whose findings are made up: each replaces a word by another."""

    def __init__(self, text: str, *changes: tuple[str, str]) -> None:
        self.text = text
        self.changes = changes
        self.files = (SimpleNamespace(label="a.sysml", source=SourceFile("a.sysml", text)),)

    def check(self) -> tuple[None, tuple[Diagnostic, ...]]:
        """A finding for each change whose word is in the text."""
        source = SourceFile("a.sysml", self.text)
        found = []
        for old, new in self.changes:
            if old in self.text:
                at = self.text.index(old)
                span = Span(source, at, at + len(old))
                fix = Fix("Change it", (Edit(span, new),))
                found.append(Diagnostic(f"x-{old}", Severity.WARNING, "m", span, fix=fix))
        return None, tuple(found)

    def with_text(self, label: str, text: str) -> Bench:
        """The workspace with another text."""
        return Bench(text, *self.changes)


def mended(text: str, *changes: tuple[str, str]) -> str:
    found = mend(Bench(text, *changes))  # type: ignore[arg-type]
    return found.texts.get("a.sysml", text)


def test_fixes_in_one_place_are_applied_one_after_the_other() -> None:
    text = "part one; part two;"
    assert mended(text, ("part one", "item one"), ("one;", "uno;")) == "item uno; part two;"


def test_a_fix_that_breaks_the_notation_is_not_applied() -> None:
    text = "part one; part two;"
    assert mended(text, ("one;", "one {"), ("two", "duo")) == "part one; part duo;"
    assert mended(text, ("one;", "{{{")) == text


def test_fixes_that_undo_each_other_come_to_an_end() -> None:
    assert mended("part one;", ("one", "two"), ("two", "one")) in ("part one;", "part two;")


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.sysml"
    file.write_text("part a;")
    with pytest.raises(WriteFault, match="changed while it was being checked"):
        replace_model(file, "part b;", "part c;")
    assert file.read_text() == "part a;"
    assert [each.name for each in tmp_path.iterdir()] == ["a.sysml"]


# -- standard input and terminals -----------------------------------------------------------------


def with_input(project: Project, text: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator.surfaces.cli", *arguments],
        cwd=project.root,
        input=text,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        check=False,
    )


def test_standard_input_stands_for_a_file_of_the_project(project: Project) -> None:
    (project.root / "ssot" / "hive" / "other.sysml").write_text("package Other { part def Scoot; }")
    text = "package Hive { private import Other::*; part scout : Scoot; part b : Nowhere; }"
    options = ("--stdin-filename", "ssot/hive/hive.sysml", "--format", "json")
    found = with_input(project, text, "check", "-", *options)
    (diagnostic,) = json.loads(found.stdout)["diagnostics"]
    assert (found.returncode, diagnostic["file"]) == (1, "ssot/hive/hive.sysml")
    assert "Nowhere" in diagnostic["message"]
    assert project.model.read_text() == FAULTY


def test_standard_input_is_mended_to_standard_output(project: Project) -> None:
    text = "package P {\n    import ScalarValues::*;\n}\n"
    found = with_input(project, text, "check", "-", "--fix")
    assert found.stdout == text.replace("import", "private import")
    assert found.returncode == 0


def test_a_name_for_standard_input_needs_it(project: Project) -> None:
    project.ssot("check", "--stdin-filename", "a.sysml", code=2)
    project.ssot("check", "--prune-baseline", code=2)


def test_a_reader_that_goes_away_is_no_crash(project: Project) -> None:
    many = "\n".join(f"part p{n} : Q{n};" for n in range(3000))
    project.model.write_text(many)
    with process(["check"], project.root) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == ""
        assert running.wait(60) == 1


def test_colour_can_be_forced_and_forbidden(monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.surfaces.cli.console import as_text, uses_colour

    stream = io.StringIO()
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    assert not uses_colour(stream)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert uses_colour(stream)
    diagnostic = Diagnostic("x", Severity.ERROR, "m", Span(SourceFile("a", "b"), 0, 1))
    assert "\x1b[31m" in as_text([diagnostic], stream)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not uses_colour(stream)


@pytest.mark.parametrize("width", [10, 40, 80])
def test_excerpts_fit_a_narrow_terminal(width: int) -> None:
    from generator.diagnostics import render_text

    text = "part " + "x" * 300 + " : Unknown;"
    at = text.index("Unknown")
    span = Span(SourceFile("a.sysml", text), at, at + 7)
    shown = render_text(
        [Diagnostic("unresolved-name", Severity.ERROR, "m", span)], width=width
    ).splitlines()
    assert all(len(line) <= max(width, 40) for line in shown[1:])
    assert shown[1].index("Unknown") == shown[2].index("^")
