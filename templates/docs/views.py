"""The documentation of each system: what it is made of, what it does, what it must do, and where each thing is.

Pages are Markdown that a code host shows as it is and `ssot docs` builds into a site. Every link between pages,
to diagrams and to generated modules is relative.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.draw import drawings
from generator.emit.passes import PassContext
from generator.ir import Model

from .architecture import ArchitecturePage, architecture_page
from .behavior import BehaviorPage, behavior_page
from .code import CodePage, code_page
from .elements import ElementsPage, elements_page
from .index import IndexPage, index_page
from .places import Places
from .requirements import RequirementsPage, requirements_page

__all__ = ["select"]

View = IndexPage | ArchitecturePage | BehaviorPage | CodePage | ElementsPage | RequirementsPage


def select(model: Model, context: PassContext) -> Iterator[View]:
    """The pages of each system; a page that would be empty is left out, and so are links to it."""
    for system in context.systems:
        places = Places(model, system)
        drawn = drawings(model, system.title, system.elements())
        found = [
            architecture_page(places, drawn),
            behavior_page(places, drawn),
            requirements_page(places, drawn),
            code_page(places),
            elements_page(places),
        ]
        pages = [page for page in found if page is not None]
        yield index_page(places, drawn, pages)
        yield from pages
