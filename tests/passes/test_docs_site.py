"""The site built from pages, diagrams and modules."""

from __future__ import annotations

import json
import re
import threading
import urllib.request
from pathlib import Path

import pytest

pytest.importorskip("mkdocs", reason="the extra `docs` is not installed")

from generator.surfaces.site import SiteFault, build_site
from generator.surfaces.site import serve as serving
from generator.surfaces.site.pages import (
    diagram_for_site,
    first_heading,
    page_for_site,
    source_page,
)
from tests.passes.diagram_models import HARBOUR, rendered


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with everything a run writes, and a page written by hand."""
    folder = tmp_path_factory.mktemp("project")
    for path, artifact in rendered(folder, {"harbour": HARBOUR}).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(artifact.text, encoding="utf-8")
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text(
        "# By hand\n\nSee [the harbour](../generated/harbour/docs/index.md).\n", encoding="utf-8"
    )
    return folder


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    out = project / "site"
    models = {"ssot/harbour/model.sysml": HARBOUR, "../outside.sysml": "package Outside;"}
    assert build_site(project, out, models=models).pages > 10
    return out


def test_pages_show_pictures_and_lead_to_modules(site: Path) -> None:
    page = (site / "generated/harbour/docs/behavior.html").read_text(encoding="utf-8")
    assert 'data="../../../diagrams/harbour/action-Unload.svg"' in page
    assert "flowchart" not in page
    assert 'href="../workflows/unload.py.html"' in page
    module = (site / "generated/harbour/workflows/unload.py.html").read_text(encoding="utf-8")
    assert "codehilite" in module
    picture = (site / "diagrams/harbour/definitions-Quay.svg").read_text(encoding="utf-8")
    assert "prefers-color-scheme" not in picture
    target = "../../generated/harbour/docs/architecture.html#diagram-interconnection-Terminal"
    assert f'href="{target}" target="_top"' in picture


def test_elements_lead_to_their_model_file(site: Path) -> None:
    page = (site / "generated/harbour/docs/elements.html").read_text(encoding="utf-8")
    assert 'href="../../../models/ssot/harbour/model.sysml.html"' in page
    model = (site / "models/ssot/harbour/model.sysml.html").read_text(encoding="utf-8")
    assert "part def Terminal" in model
    assert not [path for path in site.rglob("*") if "outside" in path.name]


def test_everything_can_be_searched(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    texts = " ".join(f"{each['title']} {each['text']}" for each in index["docs"])
    for word in ("keepDry", "keep dry", "Terminal", "WetTest", "By hand", "def unload"):
        assert word in texts


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        loaded = re.findall(
            r'<(?:script|link|img|object|iframe)[^>]+?(?:src|href|data)="([^"]+)"', text
        )
        assert [each for each in loaded if each.startswith(("http:", "https:", "//"))] == []


def test_a_link_that_leads_nowhere_fails_the_build(project: Path, tmp_path: Path) -> None:
    guide = tmp_path / "docs"
    guide.mkdir()
    (guide / "index.md").write_text("# Bad\n\n[gone](missing.md)\n", encoding="utf-8")
    with pytest.raises(SiteFault, match=r"missing\.md"):
        build_site(project, tmp_path / "site", guide=guide)
    (guide / "index.md").write_text(
        "# Bad\n\n[gone](../generated/harbour/docs/elements.md#nothing)\n", encoding="utf-8"
    )
    with pytest.raises(SiteFault, match="nothing"):
        build_site(project, tmp_path / "site", guide=guide)
    assert not (tmp_path / "site").exists()


def test_a_missing_picture_fails_the_build(project: Path, tmp_path: Path) -> None:
    with pytest.raises(SiteFault, match="no picture of action-Unload"):
        build_site(project, tmp_path / "site", diagrams="elsewhere")


def test_a_folder_that_is_no_site_is_left_alone(project: Path, tmp_path: Path) -> None:
    keep = tmp_path / "keep.txt"
    keep.write_text("mine", encoding="utf-8")
    with pytest.raises(SiteFault, match="not a site"):
        build_site(project, tmp_path)
    assert keep.read_text(encoding="utf-8") == "mine"


def test_an_empty_project_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SiteFault, match="ssot generate"):
        build_site(tmp_path, tmp_path / "site")


def test_a_second_build_replaces_the_first(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    build_site(project, out)
    (out / "stale.html").write_text("old", encoding="utf-8")
    build_site(project, out)
    assert not (out / "stale.html").exists()


def test_the_site_is_served_on_loopback(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    servers: list[serving.ThreadingHTTPServer] = []

    class Noted(serving.ThreadingHTTPServer):
        def __init__(self, *arguments: object) -> None:
            super().__init__(*arguments)  # type: ignore[arg-type]
            servers.append(self)

    monkeypatch.setattr(serving, "ThreadingHTTPServer", Noted)
    addresses: list[str] = []
    ready = threading.Event()

    def started(address: str) -> None:
        addresses.append(address)
        ready.set()

    thread = threading.Thread(target=serving.serve_site, args=(site, 0, started))
    thread.start()
    try:
        assert ready.wait(10)
        assert addresses[0].startswith("http://127.0.0.1:")
        with urllib.request.urlopen(addresses[0], timeout=10) as answer:
            assert "Harbour" in answer.read().decode() or answer.status == 200
    finally:
        servers[0].shutdown()
        thread.join(10)


# -- texts ----------------------------------------------------------------------------------------


def test_escapes_of_markdown_become_characters_but_not_in_code() -> None:
    assert page_for_site(r"a\: b `c\: d` \| e", {}) == r"a&#58; b `c\: d` &#124; e"


def test_a_picture_takes_the_place_of_mermaid() -> None:
    text = "```mermaid\nflowchart TB\n```\n\nSaid.\n[Picture](<d/x.svg>) · [DOT](<d/x.dot>)\n"
    shown = page_for_site(text, {"d/x": (300.0, 200.0)})
    assert "flowchart" not in shown
    assert "Said." not in shown
    assert 'data="d/x.svg"' in shown
    assert "aspect-ratio: 300 / 200" in shown


def test_words_inside_names_can_be_found() -> None:
    heading = page_for_site("## H-1 keepDry\n\ntext\n", {})
    assert heading.startswith("## H-1 keepDry\n\n<span")
    assert "h 1 keep dry" in heading
    row = page_for_site('| <a id="x"></a>WetTest | part |\n', {})
    assert "wet test" in row
    assert page_for_site("## Crate\n", {}) == "## Crate\n"


def test_links_of_a_picture_lead_to_pages() -> None:
    text = '<a href="one.svg"><title>1</title></a><a href="two.svg"></a>'
    shown = diagram_for_site(text, {"one": "../page.html#one"})
    assert '<a href="../page.html#one" target="_top">' in shown
    assert '<a href="two.svg">' in shown


def test_a_module_with_fences_stays_in_its_fence() -> None:
    page = source_page("a/b.py", 'X = """\n```\n"""\n', "python")
    assert page.startswith("# `a/b.py`\n\n````python\n")
    assert page.endswith("\n````\n")


def test_the_first_heading_is_the_title() -> None:
    assert first_heading("<!-- x -->\n# A\\_b\\: c\n", "other") == "A_b: c"
    assert first_heading("no heading", "other") == "other"
