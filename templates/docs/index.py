"""The first page of a system: what it is, how large it is, where to read on, every diagram by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.draw import Drawing, DrawingKind
from generator.draw.notation import keyword
from generator.draw.wording import plural

from .places import Link, Places

__all__ = ["Gallery", "IndexPage", "index_page"]

_KINDS = {
    DrawingKind.PACKAGES: "Overview",
    DrawingKind.DEFINITIONS: "Definitions",
    DrawingKind.INTERCONNECTION: "Assemblies",
    DrawingKind.ACTION: "Action flows",
    DrawingKind.STATE: "State machines",
    DrawingKind.REQUIREMENTS: "Requirements",
    DrawingKind.USE_CASES: "Use cases",
}


@dataclass(frozen=True, slots=True)
class Gallery:
    """The diagrams of one kind."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class IndexPage:
    """`docs/index.md`."""

    path: str
    origins: tuple[str, ...]
    title: str
    system: str
    doc: str
    counts: tuple[str, ...]
    pages: tuple[Link, ...]
    galleries: tuple[Gallery, ...]


class Page(Protocol):
    """What the index asks of a page."""

    @property
    def path(self) -> str:
        """Path of the page."""

    @property
    def summary(self) -> str:
        """What stands on the page, after its link."""


def index_page(places: Places, drawn: Sequence[Drawing], pages: Sequence[Page]) -> IndexPage:
    """The first page of a system."""
    system = places.system
    return IndexPage(
        path=f"{system.name}/docs/index.md",
        origins=tuple(root.qualified_name for root in system.roots),
        title=system.title,
        system=system.name,
        doc=_doc(places),
        counts=_counts(places),
        pages=tuple(Link(page.summary, page.path.rpartition("/")[2]) for page in pages),
        galleries=_galleries(system.name, drawn),
    )


def _doc(places: Places) -> str:
    """The documentation of the package that stands for the system: the annotated one, else the only one."""
    system = places.system
    chosen = system.annotated or (system.roots if len(system.roots) == 1 else ())
    return chosen[0].doc if chosen else ""


def _counts(places: Places) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    for element in places.listed:
        counts[keyword(element)] += 1
    ranked = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return tuple(plural(count, word) for word, count in ranked[:12])


def _galleries(system: str, drawn: Sequence[Drawing]) -> tuple[Gallery, ...]:
    found = []
    for kind, title in _KINDS.items():
        links = tuple(
            Link(each.title, f"../../../diagrams/{system}/{each.name}.svg")
            for each in drawn
            if each.kind is kind
        )
        if links:
            found.append(Gallery(title, links))
    return tuple(found)
