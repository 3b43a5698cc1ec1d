"""Every code a diagnostic can have has a page, and every page of the notation is true."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.diagnostics.catalogue import Page, written_pages
from generator.source import SourceFile
from generator.workspace.codes import all_pages, close_codes, page_of
from tests.cli.project import ROOT, Project
from tests.resolve.workspace import expected, fences, model_of, reported

# Functions that take a code among their arguments, and words that look like codes but are none.
REPORTERS = {
    "Diagnostic",
    "fault",
    "report",
    "report_token",
    "report_after",
    "once",
    "seen",
    "rule",
}
PREFIXES = (
    "syntax-",
    "schema-",
    "emit-",
    "library-",
    "unsupported-",
    "suppression-",
    "unresolved-",
)
PAGES = [pytest.param(page, id=page.code) for page in written_pages()]


def sources() -> Iterator[Path]:
    """The modules that may report something."""
    for folder in ("generator", "templates"):
        yield from sorted((ROOT / folder).rglob("*.py"))


def used_codes() -> set[str]:
    """The codes in the source: by their beginning anywhere, by their form where something is reported."""
    found: set[str] = set()
    for file in sources():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and _is_code(node.value):
                found.add(str(node.value))
            elif isinstance(node, ast.Call) and _name(node.func) in REPORTERS:
                given = [*node.args[:1], *(k.value for k in node.keywords if k.arg == "code")]
                found |= {
                    str(each.value)
                    for each in given
                    if isinstance(each, ast.Constant)
                    and isinstance(each.value, str)
                    and re.fullmatch(
                        r"[a-z]+(-[a-z0-9]+)+|(validate|check|derive)[A-Z]\w+", each.value
                    )
                }
    return found


def _is_code(value: object) -> bool:
    return (
        isinstance(value, str)
        and value.startswith(PREFIXES)
        and re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", value) is not None
    )


def _name(function: ast.expr) -> str:
    return getattr(function, "attr", getattr(function, "id", ""))


def test_every_code_in_the_source_has_a_page() -> None:
    used = used_codes()
    assert len(used) > 60
    assert {"unresolved-name", "syntax-missing-semicolon", "schema-release"} <= used
    missing = sorted(used - set(all_pages()))
    assert not missing, f"each code needs a page in generator/diagnostics/pages: {missing}"


def test_every_page_is_about_a_code_in_the_source() -> None:
    text = "\n".join(file.read_text(encoding="utf-8") for file in sources())
    built = {"syntax-unclosed-string", "syntax-unclosed-name"}
    gone = {page.code for page in written_pages() if f'"{page.code}"' not in text} - built
    assert gone == {
        each for each in gone if re.fullmatch("syntax-(invisible|unexpected)-character", each)
    }


def test_no_code_has_two_pages() -> None:
    codes = [page.code for page in written_pages()]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("page", PAGES)
def test_page_begins_with_a_sentence(page: Page) -> None:
    assert page.headline.endswith((".", "?")) or "." in page.headline
    assert "Bad:" not in page.prose


@pytest.mark.parametrize("page", [each for each in PAGES if "Bad:" in each.values[0].text])
def test_examples_of_a_page_are_true(page: Page) -> None:
    bad, good = (
        [code for _, _, code in fences(part)]
        for part in re.split(r"^Good:$", page.text.split("Bad:", 1)[1], flags=re.M)
    )
    assert bad
    assert good
    if page.family == "suppression":
        return  # judged by the workspace: tests/cli/test_suppressions.py
    for text in bad:
        source = SourceFile("bad.sysml", text)
        assert {each for each in reported(model_of(source)[1]) if each[3] == page.code} == expected(
            source, page.code
        )
    for text in good:
        assert reported(model_of(SourceFile("good.sysml", text))[1]) == set()


def test_codes_are_found_by_what_they_are_about() -> None:
    assert page_of("UNRESOLVED-NAME") is page_of("unresolved-name")
    assert page_of("nonsense") is None
    assert "validateImportExplicitVisibility" in close_codes("import-without-visibility")
    assert "validateNamespaceDistinguishibility" in close_codes("duplicate-name")
    assert close_codes("unresolved-nme")[0] == "unresolved-name"
    assert close_codes("zzzzzz") == ()


def test_explain_lists_and_explains(tmp_path: Path) -> None:
    project = Project.make(tmp_path)
    listed = project.ssot("explain", "--list", "--format", "json").json["codes"]
    assert [each["code"] for each in listed] == list(all_pages())
    assert re.search(
        r"^syntax-missing-semicolon +error ", project.ssot("explain", "--list").out, re.M
    )
    answer = project.ssot("explain", "syntax-missing-semicolon", "--format", "json").json
    assert answer["page"].startswith("A member without a body ends with `;`.")
    assert "did you mean" in project.ssot("explain", "import-without-visibility", code=2).err
    project.ssot("explain", code=2)
