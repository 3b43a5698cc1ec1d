"""Which drawings a system has, in reading order: the overview first, then each package, then the details.

A drawing shows one thing and stays small; what is too large for one is split into pages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from generator.draw.actions import draw_action, is_flow
from generator.draw.definitions import definitions_of, draw_definitions, pages
from generator.draw.drawing import Drawing, DrawingKind
from generator.draw.interconnection import draw_interconnection, is_assembly
from generator.draw.packages import draw_packages
from generator.draw.requirements import (
    draw_requirements,
    requirement_pages,
    requirements_of,
)
from generator.draw.scope import Scope
from generator.draw.states import draw_state, is_machine
from generator.draw.usecases import draw_use_cases, use_case_pages, use_cases_of
from generator.draw.wording import slug
from generator.ir import Element, ElementId, Model, Package, Type

__all__ = ["drawings"]


@dataclass(frozen=True)
class _Entry:
    """A drawing to be made: what it is about, its name, and how to make it once all names are known."""

    subject: Element
    name: str
    draw: Callable[[Scope], Drawing]


def drawings(model: Model, title: str, elements: Sequence[Element]) -> tuple[Drawing, ...]:
    """The drawings of the elements of one system, in reading order, their names unique ignoring case."""
    return _drawings(model, title, tuple(elements))


@lru_cache(maxsize=8)
def _drawings(model: Model, title: str, elements: tuple[Element, ...]) -> tuple[Drawing, ...]:
    """Made once for the passes that show them."""
    scope = Scope(model, title, elements)
    entries = _entries(scope)
    links: dict[ElementId, str] = {}
    for entry in entries:
        links.setdefault(entry.subject.id, entry.name)
    linked = Scope(model, title, scope.elements, links)
    drawn = [entry.draw(linked) for entry in entries]
    return tuple(sorted(drawn, key=lambda each: each.kind is not DrawingKind.PACKAGES))


def _entries(scope: Scope) -> list[_Entry]:
    found = []
    taken: set[str] = set()
    packages = scope.of_kind(Package)
    for package in packages:
        found += _of_package(scope, package, taken)
    for element in scope.elements:
        if not isinstance(element, Type):
            continue
        if is_assembly(scope, element):
            name = _name(scope, DrawingKind.INTERCONNECTION, element, taken)
            found.append(_Entry(element, name, partial(_interconnection, element, name)))
        if is_flow(scope, element):
            name = _name(scope, DrawingKind.ACTION, element, taken)
            found.append(_Entry(element, name, partial(_action, element, name)))
        if is_machine(scope, element):
            name = _name(scope, DrawingKind.STATE, element, taken)
            found.append(_Entry(element, name, partial(_state, element, name)))
    if packages:
        name = DrawingKind.PACKAGES.value
        overview = _Entry(packages[0], name, partial(draw_packages, name=name))
        # Last to be linked: a package's link leads to its definitions, not to the overview it stands on.
        found.append(overview)
    return found


_Page = Callable[..., Drawing]


def _of_package(scope: Scope, package: Package, taken: set[str]) -> list[_Entry]:
    return [
        *_paged(scope, DrawingKind.DEFINITIONS, package, _definition_pages(scope, package), taken),
        *_paged(
            scope, DrawingKind.REQUIREMENTS, package, _requirement_pages(scope, package), taken
        ),
        *_paged(scope, DrawingKind.USE_CASES, package, _use_case_pages(scope, package), taken),
    ]


def _paged(
    scope: Scope, kind: DrawingKind, package: Package, found: Sequence[_Page], taken: set[str]
) -> list[_Entry]:
    """The pages of one kind: the first has the name, the others a number after it."""
    base = _name(scope, kind, package, taken) if found else ""
    entries = []
    for at, make in enumerate(found):
        name = base if at == 0 else f"{base}-{at + 1}"
        page = f"{at + 1} of {len(found)}" if len(found) > 1 else ""
        entries.append(_Entry(package, name, partial(make, name=name, page=page)))
    return entries


def _definition_pages(scope: Scope, package: Package) -> list[_Page]:
    return [
        partial(draw_definitions, package=package, shown=shown)
        for shown in pages(scope, definitions_of(scope, package))
    ]


def _requirement_pages(scope: Scope, package: Package) -> list[_Page]:
    return [
        partial(draw_requirements, package=package, shown=shown)
        for shown in requirement_pages(requirements_of(scope, package))
    ]


def _use_case_pages(scope: Scope, package: Package) -> list[_Page]:
    return [
        partial(draw_use_cases, package=package, shown=shown)
        for shown in use_case_pages(use_cases_of(scope, package))
    ]


def _interconnection(element: Type, name: str, scope: Scope) -> Drawing:
    return draw_interconnection(scope, element, name)


def _action(element: Type, name: str, scope: Scope) -> Drawing:
    return draw_action(scope, element, name)


def _state(element: Type, name: str, scope: Scope) -> Drawing:
    return draw_state(scope, element, name)


def _name(scope: Scope, kind: DrawingKind, element: Element, taken: set[str]) -> str:
    """`action-Name`; with names of owners before it, then a number, when that is taken."""
    parts = [element.name or element.qualified_name.rpartition("::")[2]]
    owners = [each.name for each in scope.model.owners(element) if each.name]
    while True:
        name = f"{kind.value}-{slug('::'.join(parts))}"
        if name.casefold() not in taken:
            break
        if not owners:
            name = f"{name}-{sum(each.startswith(name.casefold()) for each in taken) + 1}"
            break
        parts.insert(0, owners.pop(0))
    taken.add(name.casefold())
    return name
