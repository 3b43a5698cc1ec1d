"""One build of the site by mkdocs, in strict mode: a link that leads nowhere fails it."""

from __future__ import annotations

import logging
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from pygments.formatters import HtmlFormatter  # type: ignore[import-untyped]

from generator.surfaces.site.collect import Contents, collect

__all__ = ["Site", "SiteFault", "build_site"]

_STYLE = """
.wy-nav-content { max-width: 1180px; }
.diagram { display: block; overflow-x: auto; padding: 4px 0; }
.diagram object { max-width: none; min-width: 0; }
.diagram-link, .words { display: none; }
.rst-content table.docutils td, .rst-content table td { white-space: normal; vertical-align: top; }
.rst-content code { white-space: normal; }
.rst-content .codehilite code, .rst-content pre code { white-space: pre; }
"""


# What parts two words in the search: white space and the marks inside names and paths.
_SEPARATOR = r"[\s\-_.,:;()\[\]/\"'`]+"


class SiteFault(Exception):
    """A site that cannot be built; the message has one line for each reason."""


@dataclass(frozen=True, slots=True)
class Site:
    """A built site: its folder and how many pages it has."""

    folder: Path
    pages: int


def build_site(
    root: Path,
    out: Path,
    *,
    guide: Path | None = None,
    models: Mapping[str, str] | None = None,
    generated: str = "generated",
    diagrams: str = "diagrams",
) -> Site:
    """Build the site of a project into a folder, whose content is replaced.

    `root` holds the generated roots under the given names, `guide` the hand-written pages (`root/docs` when not
    given), `models` the texts of model files by path. SiteFault when there is nothing to show, when a link leads nowhere, or when `out` holds something
    that is not a site.
    """
    if out.exists() and any(out.iterdir()) and not (out / "search" / "search_index.json").exists():
        raise SiteFault(f"{out} is not empty and not a site; choose another folder")
    with tempfile.TemporaryDirectory(prefix="ssot-site-") as scratch:
        source = Path(scratch) / "docs"
        source.mkdir()
        pages_by_hand = guide or root / "docs"
        contents = collect(pages_by_hand, root / generated, root / diagrams, models or {}, source)
        if not contents.guide and not contents.systems:
            raise SiteFault(f"there are no pages in {root}; run `ssot generate` first")
        if contents.faults:
            raise SiteFault("\n".join(contents.faults))
        (source / "index.md").write_text(_home(contents), encoding="utf-8")
        (source / "site.css").write_text(_STYLE + _code_style(), encoding="utf-8")
        built = Path(scratch) / "site"
        _run(Path(scratch) / "mkdocs.yml", _settings(contents, source, built))
        pages = sum(1 for _ in built.rglob("*.html"))
        if out.exists():
            shutil.rmtree(out)
        out.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(built, out)
    return Site(out, pages)


def _code_style() -> str:
    return str(HtmlFormatter(style="default").get_style_defs(".codehilite"))


def _home(contents: Contents) -> str:
    lines = ["# Documentation", ""]
    if contents.systems:
        lines += ["## Systems", ""]
        lines += [f"- [{each.title}](<{each.pages[0][0]}>)" for each in contents.systems]
    if contents.guide:
        lines += ["", "## Guide", ""]
        lines += [f"- [{title}](<{path}>)" for path, title in contents.guide]
    return "\n".join(lines) + "\n"


def _site_name(contents: Contents) -> str:
    return contents.systems[0].title if len(contents.systems) == 1 else "Documentation"


def _settings(contents: Contents, source: Path, built: Path) -> dict[str, Any]:
    nav: list[dict[str, Any]] = [{"Home": "index.md"}]
    if contents.guide:
        nav.append({"Guide": [{title: path} for path, title in contents.guide]})
    if contents.models:
        nav.append({"Models": [{path: f"models/{path}.md"} for path in contents.models]})
    for system in contents.systems:
        nav.append({system.title: [{title: path} for path, title in system.pages]})
    return {
        "site_name": _site_name(contents),
        "docs_dir": str(source),
        "site_dir": str(built),
        "nav": nav,
        "strict": True,
        "theme": {"name": "readthedocs", "highlightjs": False, "navigation_depth": 3},
        "extra_css": ["site.css"],
        "use_directory_urls": False,
        "plugins": [{"search": {"separator": _SEPARATOR}}],
        "markdown_extensions": [
            "attr_list",
            {"codehilite": {"guess_lang": False}},
            "fenced_code",
            "tables",
        ],
        "validation": {
            "nav": {"omitted_files": "ignore", "not_found": "warn", "absolute_links": "warn"},
            "links": {
                "not_found": "warn",
                "anchors": "warn",
                "absolute_links": "warn",
                "unrecognized_links": "warn",
            },
        },
    }


class _Faults(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def _run(file: Path, settings: dict[str, Any]) -> None:
    faults = _Faults()
    file.write_text("site_name: site\n", encoding="utf-8")
    logger = logging.getLogger("mkdocs")
    was = logger.propagate, logger.level
    logger.addHandler(faults)
    logger.propagate = False
    try:
        build(load_config(str(file), **settings))
    except (MkDocsException, SystemExit) as fault:
        raise SiteFault("\n".join(faults.lines) or str(fault)) from fault
    finally:
        logger.removeHandler(faults)
        logger.propagate, logger.level = was
