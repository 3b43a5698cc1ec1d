"""The glossary: every element that has a name of its own, in the order of the alphabet."""

from __future__ import annotations

from dataclasses import dataclass

from generator.draw.notation import keyword
from generator.draw.wording import visible

from .places import Link, Places, sentence

__all__ = ["ElementRow", "ElementsPage", "elements_page"]


@dataclass(frozen=True, slots=True)
class ElementRow:
    """One element: where it is declared, what it says of itself, the code made from it."""

    name: str
    anchor: str
    kind: str
    qualified_name: str
    file: str
    doc: str
    code: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ElementsPage:
    """`docs/elements.md`."""

    path: str
    origins: tuple[str, ...]
    title: str
    rows: tuple[ElementRow, ...]

    @property
    def summary(self) -> str:
        """What stands on the page."""
        return "Glossary: every element of the model"


def elements_page(places: Places) -> ElementsPage | None:
    """The glossary of a system; None for an empty one."""
    if not places.listed:
        return None
    rows = [
        ElementRow(
            name=places.label(each),
            anchor=places.anchor(each),
            kind=keyword(each),
            qualified_name=visible(each.qualified_name),
            file=each.span.path,
            doc=sentence(each.doc),
            code=places.code(each),
        )
        for each in places.listed
    ]
    return ElementsPage(
        path=f"{places.system.name}/docs/elements.md",
        origins=tuple(root.qualified_name for root in places.system.roots),
        title=places.system.title,
        rows=tuple(sorted(rows, key=lambda row: (row.name.casefold(), row.qualified_name))),
    )
