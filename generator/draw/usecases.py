"""Use cases: who takes part in which, what includes what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.draw.drawing import (
    Drawing,
    DrawingKind,
    Edge,
    Group,
    Node,
    Palette,
    Relation,
    Shape,
)
from generator.draw.notation import explicit_generals, name_of, types_text
from generator.draw.scope import Keys, Scope
from generator.ir import (
    Element,
    ElementId,
    Feature,
    IncludeUseCaseUsage,
    Package,
    Role,
    Type,
    Usage,
    UseCaseDefinition,
    UseCaseUsage,
)

__all__ = ["draw_use_cases", "use_case_pages", "use_cases_of"]

LIMIT = 16


def use_cases_of(scope: Scope, package: Package) -> tuple[Type, ...]:
    """The use cases declared in a package, without inclusions of others."""
    return tuple(
        each
        for each in scope.elements
        if isinstance(each, UseCaseDefinition | UseCaseUsage)
        and not isinstance(each, IncludeUseCaseUsage)
        and _package_id(scope, each) == package.id
    )


def _package_id(scope: Scope, element: Element) -> ElementId | None:
    package = scope.model.package(element)
    return package.id if package is not None else None


def use_case_pages(cases: Sequence[Type]) -> list[tuple[Type, ...]]:
    """The use cases in groups of at most the limit, in order."""
    return [tuple(cases[at : at + LIMIT]) for at in range(0, len(cases), LIMIT)]


@dataclass
class _Page:
    scope: Scope
    keys: Keys = field(default_factory=Keys)
    nodes: dict[str, Node] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)


def draw_use_cases(
    scope: Scope, package: Package, shown: Sequence[Type], name: str, page: str
) -> Drawing:
    """The use cases of a package, or one page of them, with actors and subjects."""
    at = _Page(scope)
    for case in shown:
        _case(at, case, _subject(at, case))
    for case in shown:
        _actors(at, case)
        _relations(at, case)
    title = f"{name_of(package)}: use cases"
    return Drawing(
        name=name,
        kind=DrawingKind.USE_CASES,
        title=f"{title} ({page})" if page else title,
        caption="Who uses the system and what for. A frame is the subject of the use cases inside.",
        subject=package.qualified_name,
        origins=(package.qualified_name, *(each.qualified_name for each in shown)),
        nodes=tuple(at.nodes.values()),
        edges=tuple(at.edges),
        groups=tuple(at.groups.values()),
        left_to_right=True,
    )


def _members(page: _Page, case: Type, role: Role) -> Iterator[Feature]:
    for each in page.scope.model.features(case):
        if each.role is role:
            yield each


def _subject(page: _Page, case: Type) -> str:
    """The frame of the subject of a use case; "" when it has none."""
    for subject in _members(page, case, Role.SUBJECT):
        type_ = page.scope.model.type_of(subject)
        drawn = type_ if type_ is not None and type_.library is None else subject
        key = page.keys.of(drawn, "subject")
        page.groups.setdefault(
            key,
            Group(
                key=key,
                palette=Palette.FRAME,
                name=name_of(drawn),
                stereotype="subject",
                origin=drawn.qualified_name,
                link=page.scope.link(drawn),
            ),
        )
        return key
    return ""


def _case(page: _Page, case: Element, group: str) -> str:
    key = page.keys.of(case)
    if key not in page.nodes:
        page.nodes[key] = Node(
            key=key,
            palette=Palette.USE_CASE,
            name=name_of(case),
            shape=Shape.ELLIPSE,
            origin=case.qualified_name,
            doc=case.doc,
            link=page.scope.link(case),
            group=group,
        )
    return key


def _actors(page: _Page, case: Type) -> None:
    for actor in _members(page, case, Role.ACTOR):
        types = types_text(page.scope.model, actor)
        type_ = page.scope.model.type_of(actor)
        named = type_ is not None and type_.library is None
        # An actor of no type of the user's is known by its name alone, in every use case.
        key = page.keys.of(type_, "actor") if named and type_ else page.keys.named(name_of(actor))
        page.nodes.setdefault(
            key,
            Node(
                key=key,
                palette=Palette.ACTOR,
                name=types or name_of(actor),
                shape=Shape.ACTOR,
                origin=type_.qualified_name if named and type_ else actor.qualified_name,
                doc=actor.doc,
            ),
        )
        page.edges.append(
            Edge(
                source=key,
                target=page.keys.of(case),
                relation=Relation.ASSOCIATION,
                origin=f"{name_of(actor)} takes part in {name_of(case)}",
            )
        )


def _relations(page: _Page, case: Type) -> None:
    model = page.scope.model
    for each in model.owned(case, IncludeUseCaseUsage):
        included = _included(page, each)
        page.edges.append(
            Edge(
                source=page.keys.of(case),
                target=_case(page, included, ""),
                relation=Relation.DEPENDENCY,
                labels=("«include»",),
                origin=each.qualified_name,
            )
        )
    for general in explicit_generals(model, case):
        if page.keys.of(general) in page.nodes:
            page.edges.append(
                Edge(
                    source=page.keys.of(general),
                    target=page.keys.of(case),
                    relation=Relation.SPECIALIZATION,
                    origin=general.qualified_name,
                )
            )


def _included(page: _Page, include: IncludeUseCaseUsage) -> Usage | Element:
    target = page.scope.model.target(include.reference)
    if target is not None:
        return target
    types = [
        each
        for each in page.scope.model.types(include)
        if isinstance(each, UseCaseDefinition) and each.library is None
    ]
    return types[0] if types else include
