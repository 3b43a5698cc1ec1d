"""The definitions of a package: boxes with their features, what specialises what, what consists of what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.draw.drawing import (
    Compartment,
    Drawing,
    DrawingKind,
    Edge,
    Node,
    Palette,
    Relation,
)
from generator.draw.notation import (
    explicit_generals,
    expression_text,
    feature_text,
    keyword,
    name_of,
)
from generator.draw.scope import Keys, Scope
from generator.draw.wording import plural
from generator.ir import (
    ActionDefinition,
    ActionUsage,
    AttributeDefinition,
    AttributeUsage,
    CaseDefinition,
    ConnectorAsUsage,
    ConstraintDefinition,
    ConstraintUsage,
    Definition,
    ElementId,
    EnumerationDefinition,
    Feature,
    ItemDefinition,
    MetadataUsage,
    OccurrenceUsage,
    Package,
    PartDefinition,
    PortDefinition,
    PortUsage,
    ReferenceUsage,
    RequirementDefinition,
    RequirementUsage,
    Role,
    SpecializationKind,
    StateDefinition,
    StateUsage,
    Type,
    Usage,
)

__all__ = ["definitions_of", "draw_definitions", "pages"]

# A drawing of more boxes than this is a wall, not a picture.
LIMIT = 22
_LINES = 12
_PARAMETERS = (Role.PARAMETER, Role.RETURN, Role.SUBJECT)


def definitions_of(scope: Scope, package: Package) -> tuple[Definition, ...]:
    """The definitions a package's drawing shows: all but those that have a kind of drawing of their own."""
    return tuple(
        each
        for each in scope.of_kind(Definition)
        if _is_shown(each) and _package_of(scope, each) == package.id
    )


def _is_shown(definition: Definition) -> bool:
    others = (RequirementDefinition, CaseDefinition, StateDefinition)
    return not isinstance(definition, others)


def _package_of(scope: Scope, definition: Definition) -> int | None:
    package = scope.model.package(definition)
    return package.id if package is not None else None


def pages(scope: Scope, shown: Sequence[Definition]) -> list[tuple[Definition, ...]]:
    """The definitions in groups of at most the limit; what is connected stays together where it can.

    Definitions that are only a name count as one box together.
    """
    plain = [each for each in shown if _is_plain(scope, each)]
    boxes = [each for each in shown if not _is_plain(scope, each)]
    found: list[list[Definition]] = [[]]
    for component in _components(scope, boxes):
        for at in range(0, len(component), LIMIT):
            piece = component[at : at + LIMIT]
            if found[-1] and len(found[-1]) + len(piece) > LIMIT:
                found.append([])
            found[-1].extend(piece)
    found[0].extend(plain)
    order = {each.id: at for at, each in enumerate(shown)}
    return [tuple(sorted(page, key=lambda each: order[each.id])) for page in found if page]


def _components(scope: Scope, boxes: Sequence[Definition]) -> list[list[Definition]]:
    ids = {each.id for each in boxes}
    near: dict[ElementId, set[ElementId]] = {each.id: set() for each in boxes}
    for each in boxes:
        for other in _related(scope, each):
            if other.id in ids and other.id != each.id:
                near[each.id].add(other.id)
                near[other.id].add(each.id)
    seen: set[ElementId] = set()
    found = []
    for each in boxes:
        if each.id in seen:
            continue
        seen.add(each.id)
        members, stack = {each.id}, [each.id]
        while stack:
            for other_id in sorted(near[stack.pop()] - seen):
                seen.add(other_id)
                members.add(other_id)
                stack.append(other_id)
        found.append([box for box in boxes if box.id in members])
    return found


def _related(scope: Scope, definition: Definition) -> Iterator[Definition]:
    for general in explicit_generals(scope.model, definition):
        if isinstance(general, Definition):
            yield general
    for feature in scope.model.owned(definition, Feature):
        for typed in scope.model.types(feature):
            if isinstance(typed, Definition):
                yield typed


def _is_plain(scope: Scope, definition: Type) -> bool:
    """Whether there is nothing to show but a name: a data type without features, base or literals."""
    return (
        isinstance(definition, AttributeDefinition)
        and not scope.model.owned(definition, Usage)
        and not explicit_generals(scope.model, definition)
    )


# -- one drawing ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Page:
    scope: Scope
    keys: Keys
    shown: frozenset[ElementId]


def draw_definitions(
    scope: Scope, package: Package, shown: Sequence[Definition], name: str, page: str
) -> Drawing:
    """The definitions of a package, or one page of them; `page` says which (`1 of 2`) or is empty."""
    at = _Page(scope, Keys(), frozenset(each.id for each in shown))
    nodes: list[Node] = []
    edges: list[Edge] = []
    plain = [each for each in shown if _is_plain(scope, each)]
    listed = plain if len(plain) > 2 else []
    for each in shown:
        if each not in listed:
            nodes.append(_box(at, each))
            edges.extend(_edges(at, each))
    if listed:
        nodes.append(_list_box(at, package, listed))
    title = f"{name_of(package)}: definitions"
    return Drawing(
        name=name,
        kind=DrawingKind.DEFINITIONS,
        title=f"{title} ({page})" if page else title,
        caption="What kinds of things there are, what each is made of, and what each specialises.",
        subject=package.qualified_name,
        origins=(package.qualified_name, *(each.qualified_name for each in shown)),
        nodes=tuple(nodes),
        edges=tuple(edges),
        left_to_right=True,
    )


def _box(page: _Page, definition: Definition) -> Node:
    generals = explicit_generals(page.scope.model, definition, SpecializationKind.SUBCLASSIFICATION)
    outside = [name_of(each) for each in generals if each.id not in page.shown]
    return Node(
        key=page.keys.of(definition),
        palette=palette_of(definition),
        name=name_of(definition),
        stereotype=("abstract " if definition.is_abstract else "") + keyword(definition),
        detail=":> " + ", ".join(outside) if outside else "",
        compartments=tuple(_compartments(page.scope, definition)),
        origin=definition.qualified_name,
        doc=definition.doc,
        link=page.scope.link(definition),
    )


def _list_box(page: _Page, package: Package, listed: Sequence[Definition]) -> Node:
    names = sorted((name_of(each) for each in listed), key=str.casefold)
    columns = 1 if len(names) <= 14 else 2 if len(names) <= 30 else 3
    rows = -(-len(names) // columns)
    lines = ["   ·   ".join(names[at::rows]) for at in range(rows)] if columns > 1 else names
    return Node(
        key=page.keys.of(package, "data types"),
        palette=Palette.DATA,
        name=plural(len(listed), "data type") + " without features",
        stereotype="attribute defs",
        compartments=(Compartment(tuple(lines)),),
        origin=package.qualified_name,
    )


def palette_of(definition: Definition) -> Palette:
    """The family of colours of a definition."""
    families: tuple[tuple[type[Definition], Palette], ...] = (
        (PartDefinition, Palette.PART),
        (ItemDefinition, Palette.ITEM),
        (PortDefinition, Palette.PORT),
        (AttributeDefinition, Palette.DATA),
        (ActionDefinition, Palette.ACTION),
        (ConstraintDefinition, Palette.REQUIREMENT),
    )
    return next(
        (palette for kind, palette in families if isinstance(definition, kind)), Palette.ITEM
    )


# -- compartments ---------------------------------------------------------------------------------


def _compartments(scope: Scope, definition: Definition) -> Iterator[Compartment]:
    sorted_lines: dict[str, list[str]] = {}
    for feature in scope.model.owned(definition, Usage):
        title = _title(definition, feature)
        if title:
            sorted_lines.setdefault(title, []).append(_line(scope, feature))
    result = getattr(definition, "result", None)
    if result is not None:
        sorted_lines.setdefault("result", []).append(expression_text(result, 60))
    for title in _TITLES:
        lines = sorted_lines.get(title, [])
        if len(lines) > _LINES:
            lines = [*lines[: _LINES - 1], f"… {len(lines) - _LINES + 1} more"]
        if lines:
            yield Compartment(tuple(lines), title)


_TITLES = (
    "literals",
    "parameters",
    "features",
    "attributes",
    "items",
    "parts",
    "ports",
    "references",
    "actions",
    "states",
    "constraints",
    "requirements",
    "result",
)


def _title(definition: Definition, feature: Usage) -> str:
    if isinstance(feature, ConnectorAsUsage | MetadataUsage):
        return ""
    if feature.role is Role.VARIANT or isinstance(definition, EnumerationDefinition):
        return "literals"
    if feature.role in _PARAMETERS and not isinstance(definition, PortDefinition):
        return "parameters"
    if isinstance(definition, PortDefinition) and feature.direction is not None:
        return "features"
    kinds: tuple[tuple[tuple[type[Usage], ...], str], ...] = (
        ((RequirementUsage,), "requirements"),
        ((ConstraintUsage,), "constraints"),
        ((StateUsage,), "states"),
        ((ActionUsage,), "actions"),
        ((PortUsage,), "ports"),
        ((AttributeUsage,), "attributes"),
    )
    for classes, title in kinds:
        if isinstance(feature, classes):
            return title
    if isinstance(feature, OccurrenceUsage):
        if feature.is_reference:
            return "references"
        return "parts" if keyword(feature) == "part" else "items"
    return "attributes" if isinstance(feature, ReferenceUsage) and feature.value else "references"


def _line(scope: Scope, feature: Usage) -> str:
    if isinstance(feature, ConstraintUsage) and feature.result is not None:
        name = f"{name_of(feature)}: " if feature.declared_name else ""
        return name + expression_text(feature.result, 52)
    if feature.role is Role.VARIANT:
        return name_of(feature) if feature.value is None else _valued(feature)
    return feature_text(scope.model, feature)


def _valued(literal: Usage) -> str:
    value = literal.value
    return f"{name_of(literal)} = {expression_text(value.expression, 40)}" if value else ""


# -- edges ----------------------------------------------------------------------------------------


def _edges(page: _Page, definition: Definition) -> Iterator[Edge]:
    model = page.scope.model
    for general in explicit_generals(model, definition, SpecializationKind.SUBCLASSIFICATION):
        if general.id in page.shown and general.id != definition.id:
            yield Edge(
                source=page.keys.of(general),
                target=page.keys.of(definition),
                relation=Relation.SPECIALIZATION,
                origin=f"{name_of(definition)} specialises {name_of(general)}",
            )
    lines: dict[tuple[str, Relation], list[str]] = {}
    for feature in model.owned(definition, Usage):
        other = isinstance(feature, ConnectorAsUsage | ActionUsage | ConstraintUsage | PortUsage)
        if other or feature.role is Role.VARIANT:
            continue
        whole = isinstance(feature, OccurrenceUsage) and not feature.is_reference
        relation = Relation.COMPOSITION if whole else Relation.REFERENCE
        for typed in model.types(feature):
            shown = isinstance(typed, Definition) and typed.id in page.shown
            if shown and not _is_plain(page.scope, typed):
                label = name_of(feature)
                lines.setdefault((page.keys.of(typed), relation), []).append(label)
    for (target, relation), labels in lines.items():
        yield Edge(
            source=page.keys.of(definition),
            target=target,
            relation=relation,
            labels=tuple(labels),
            origin=definition.qualified_name,
        )
