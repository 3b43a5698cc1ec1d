"""What goes into the site: the folders of the project laid out beside each other, as their links expect.

Reads the project, writes into a scratch folder only.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from generator.surfaces.site.pages import (
    anchors,
    diagram_for_site,
    first_heading,
    guide_for_site,
    page_for_site,
    size_of,
    source_page,
)

__all__ = ["Contents", "System", "collect"]

_ORDER = ("index", "architecture", "behavior", "requirements", "code", "elements")
_GUIDE = (
    *("index", "getting-started", "model-to-code", "agent-systems", "durable"),
    *("quorum", "cli"),
)


@dataclass(frozen=True)
class System:
    """The pages of one generated package, as paths in the site with their titles."""

    name: str
    title: str
    pages: tuple[tuple[str, str], ...]


@dataclass
class Contents:
    """What was collected. `faults` are pictures that a page shows and that do not exist."""

    guide: list[tuple[str, str]] = field(default_factory=list)
    systems: list[System] = field(default_factory=list)
    models: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def collect(
    guide: Path, generated: Path, diagrams: Path, models: Mapping[str, str], into: Path
) -> Contents:
    """Copy everything the site is made of into a folder; `models` are the texts of the model files by path."""
    contents = Contents(models=sorted(path for path in models if _is_plain(path)))
    for path in contents.models:
        _write(into / "models" / f"{path}.md", source_page(path, models[path], "sysml"))
    for file in _in_order(guide, _GUIDE):
        text = file.read_text(encoding="utf-8")
        contents.guide.append((f"docs/{file.name}", first_heading(text, file.stem)))
        _write(into / "docs" / file.name, guide_for_site(text))
    for folder in sorted(path.parent for path in generated.glob("*/docs/index.md")):
        system = folder.parent
        contents.systems.append(_system(system, diagrams / system.name, into, contents))
    return contents


def _in_order(folder: Path, order: tuple[str, ...]) -> list[Path]:
    places = {stem: at for at, stem in enumerate(order)}
    found = sorted(folder.glob("*.md"))
    return sorted(found, key=lambda path: (places.get(path.stem, len(order)), path.stem))


def _is_plain(path: str) -> bool:
    """Whether a path stays below the folder it is put into."""
    parts = PurePosixPath(path).parts
    return ".." not in parts and not path.startswith("/")


def _system(system: Path, diagrams: Path, into: Path, contents: Contents) -> System:
    texts = {
        file.name: file.read_text(encoding="utf-8") for file in _in_order(system / "docs", _ORDER)
    }
    pictures = {file.stem: file.read_text(encoding="utf-8") for file in diagrams.glob("*.svg")}
    prefix = f"../../../diagrams/{system.name}"
    sizes = {
        f"{prefix}/{name}": size
        for name, text in pictures.items()
        if (size := size_of(text)) is not None
    }
    places = {
        anchor.removeprefix("diagram-"): f"../../generated/{system.name}/docs/{stem}.html#{anchor}"
        for stem, text in ((posixpath.splitext(name)[0], text) for name, text in texts.items())
        for anchor in anchors(text)
    }
    missing = sorted(places.keys() - pictures)
    contents.faults += [f"{system.name}: no picture of {name}" for name in missing]
    for name, text in texts.items():
        shown = page_for_site(text, sizes, contents.models)
        _write(into / "generated" / system.name / "docs" / name, shown)
    for file in sorted(diagrams.glob("*")):
        if file.suffix in (".svg", ".dot", ".mmd"):
            text = file.read_text(encoding="utf-8")
            shown = diagram_for_site(text, places) if file.suffix == ".svg" else text
            _write(into / "diagrams" / system.name / file.name, shown)
    modules = _modules(system, into)
    pages = [
        (
            f"generated/{system.name}/docs/{name}",
            _capital(first_heading(text, name).rpartition(": ")[2]),
        )
        for name, text in texts.items()
    ]
    title = first_heading(texts["index.md"], system.name)
    return System(system.name, title, ((pages[0][0], "Overview"), *pages[1:], (modules, "Modules")))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _modules(system: Path, into: Path) -> str:
    """A page for each module, and one that lists them."""
    lines = [f"# {system.name}: modules", ""]
    for file in sorted(system.rglob("*.py")):
        path = file.relative_to(system).as_posix()
        text = file.read_text(encoding="utf-8")
        if "__pycache__" in path or not text.strip():
            continue
        _write(
            into / "generated" / system.name / f"{path}.md",
            source_page(f"{system.name}/{path}", text, "python"),
        )
        lines.append(f"- [`{path}`](<{path}.md>)")
    _write(into / "generated" / system.name / "modules.md", "\n".join(lines) + "\n")
    return f"generated/{system.name}/modules.md"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
