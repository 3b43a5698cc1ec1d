"""The generated pages: complete, traceable, and without a link that leads nowhere."""

from __future__ import annotations

import posixpath
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt

from generator.emit.artifact import Artifact
from tests.passes.diagram_models import HARBOUR, HOSTILE, rendered

LINK = re.compile(r"(?<!\\)\]\(<?(?P<href>[^()<>\s]+)>?\)")
FENCE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
ANCHOR = re.compile(r'<a id="([^"]+)"></a>')
DOCS = "generated/harbour/docs"


@pytest.fixture(scope="module")
def artifacts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Artifact]:
    return rendered(tmp_path_factory.mktemp("docs"), {"harbour": HARBOUR})


def links(path: str, text: str) -> list[tuple[str, str]]:
    """The relative links of a page: the file, then the anchor or ""."""
    found = []
    for match in LINK.finditer(FENCE.sub("", text)):
        href, _, anchor = unquote(match["href"]).partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), href)) if href else path
        found.append((target, anchor))
    return found


def broken(artifacts: dict[str, Artifact]) -> list[str]:
    pages = {path: each.text for path, each in artifacts.items() if path.endswith(".md")}
    faults = []
    for path, text in pages.items():
        for target, anchor in links(path, text):
            if target not in artifacts:
                faults.append(f"{path}: {target}")
            elif anchor and anchor not in ANCHOR.findall(pages.get(target, "")):
                faults.append(f"{path}: {target}#{anchor}")
    return faults


def test_every_link_leads_somewhere(artifacts: dict[str, Artifact]) -> None:
    assert broken(artifacts) == []
    linked = {
        target
        for path, each in artifacts.items()
        if path.startswith(DOCS)
        for target, _ in links(path, each.text)
    }
    assert {"diagrams/harbour/packages.svg", "generated/harbour/workflows/unload.py"} <= linked


def test_the_check_of_links_sees_a_broken_one(artifacts: dict[str, Artifact]) -> None:
    without = {path: each for path, each in artifacts.items() if not path.endswith("packages.svg")}
    assert broken(without)
    moved = dict(artifacts)
    page = moved[f"{DOCS}/elements.md"]
    text = page.text.replace('<a id="harbour_quay_terminal">', '<a id="elsewhere">')
    moved[f"{DOCS}/elements.md"] = Artifact(
        page.path, text, page.into, page.pass_name, page.origins
    )
    assert any("#harbour_quay_terminal" in fault for fault in broken(moved))


def test_a_system_has_its_pages(artifacts: dict[str, Artifact]) -> None:
    pages = {path for path in artifacts if path.startswith(f"{DOCS}/")}
    names = ("index", "architecture", "behavior", "requirements", "code", "elements")
    assert pages == {f"{DOCS}/{name}.md" for name in names}
    assert "A harbour where ships are unloaded." in artifacts[f"{DOCS}/index.md"].text


def test_a_requirement_leads_to_part_code_and_test(artifacts: dict[str, Artifact]) -> None:
    text = artifacts[f"{DOCS}/requirements.md"].text
    assert "2 requirements: 1 satisfied, 1 verified." in text
    section = text.split("## H\\-1 keepDry")[1].split('<a id="requirement')[0]
    assert "Cargo stays dry on its way into the store." in section
    assert "[Terminal](<elements.md#harbour_quay_terminal>) (part def)" in section
    assert "[WetTest](<elements.md#harbour_needs_wettest>) (verification def)" in section
    assert "Satisfied by: nothing in the model." in text.split("## H\\-2 notObserved")[1]


def test_code_names_what_is_generated(artifacts: dict[str, Artifact]) -> None:
    text = artifacts[f"{DOCS}/code.md"].text
    assert "[`unload`](<../workflows/unload.py>)" in text
    assert "- takes `load: Load`" in text
    assert "- gives `heavy: bool`" in text
    assert "| `Crate` | `label: str`<br>`weight: float \\| None`" in text.replace("¦", "\\|")
    for module in re.findall(r"\]\(<\.\./(types/\w+\.py)>\)", text):
        assert f"generated/harbour/{module}" in artifacts


def test_diagrams_are_in_the_text_and_linked(artifacts: dict[str, Artifact]) -> None:
    text = artifacts[f"{DOCS}/behavior.md"].text
    assert text.count("```mermaid\nflowchart") == 2
    assert '<a id="diagram-action-Unload"></a>' in text
    assert "[Picture](<../../../diagrams/harbour/action-Unload.svg>)" in text


class Tags(HTMLParser):
    """The tags of a page and where its links lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.hrefs: list[str] = []
        self.feed(MarkdownIt("commonmark").enable("table").render(text))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.hrefs += [value or "" for name, value in attrs if name == "href"]


def test_hostile_texts_are_only_text(tmp_path: Path) -> None:
    artifacts = rendered(tmp_path, {"hostile": HOSTILE}, ("docs", "diagrams"))
    pages = {path: each.text for path, each in artifacts.items() if path.endswith(".md")}
    assert len(pages) == 6
    block = {"h1", "h2", "h3", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "pre"}
    for path, text in pages.items():
        page = Tags(text)
        assert page.tags <= block | {"a", "code", "br"}, path
        assert [each for each in page.hrefs if ":" in each] == [], path
    # Modules come from other passes, which did not run.
    own = [fault for fault in broken(artifacts) if not fault.endswith(".py")]
    assert own == []


def test_a_model_without_our_library_has_pages(tmp_path: Path) -> None:
    text = "package Small { part def Wheel { doc /* Round. */ } part def Cart { part wheels : Wheel [4]; } }"
    artifacts = rendered(tmp_path, {"small": text})
    pages = {path for path in artifacts if path.startswith("generated/small/docs/")}
    folder = "generated/small/docs"
    assert pages >= {f"{folder}/{name}.md" for name in ("index", "architecture", "elements")}
    assert f"{folder}/requirements.md" not in pages
    assert broken(artifacts) == []
