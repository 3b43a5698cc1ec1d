"""Requirements: what each demands, what satisfies it, what verifies it, what it is derived from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.compile.requirements import requirement_id, requirement_text
from generator.draw.drawing import (
    Compartment,
    Drawing,
    DrawingKind,
    Edge,
    Node,
    Palette,
    Relation,
    Shape,
)
from generator.draw.notation import (
    explicit_generals,
    expression_text,
    keyword,
    name_of,
)
from generator.draw.scope import Keys, Scope
from generator.draw.wording import shorten, wrap
from generator.ir import (
    ActionDefinition,
    ActionUsage,
    ConnectionUsage,
    ConstraintUsage,
    Definition,
    Element,
    ElementId,
    Package,
    RequirementDefinition,
    RequirementUsage,
    Role,
    SatisfyRequirementUsage,
    Usage,
)

__all__ = ["draw_requirements", "requirement_pages", "requirements_of"]

LIMIT = 14
_OWN = (Role.OBJECTIVE, Role.VERIFY, Role.FRAME, Role.ASSUME, Role.PARAMETER)


def requirements_of(scope: Scope, package: Package) -> tuple[Element, ...]:
    """The requirements declared in a package, those inside its other elements too."""
    return tuple(
        each
        for each in scope.elements
        if is_requirement(each) and _package_id(scope, each) == package.id
    )


def is_requirement(element: Element) -> bool:
    """Whether an element states a requirement, rather than refers to one."""
    if isinstance(element, SatisfyRequirementUsage):
        return False
    if not isinstance(element, RequirementDefinition | RequirementUsage):
        return False
    return element.role not in _OWN


def _package_id(scope: Scope, element: Element) -> ElementId | None:
    package = scope.model.package(element)
    return package.id if package is not None else None


def requirement_pages(requirements: Sequence[Element]) -> list[tuple[Element, ...]]:
    """The requirements in groups of at most the limit, in order."""
    return [tuple(requirements[at : at + LIMIT]) for at in range(0, len(requirements), LIMIT)]


# -- one drawing ----------------------------------------------------------------------------------


@dataclass
class _Tree:
    """What is gathered while the requirements of one page are read."""

    scope: Scope
    shown: frozenset[ElementId]
    keys: Keys = field(default_factory=Keys)
    nodes: dict[str, Node] = field(default_factory=dict)
    edges: dict[tuple[str, str, Relation], Edge] = field(default_factory=dict)

    def add(self, source: str, target: str, relation: Relation, label: str, origin: str) -> None:
        """Add an edge unless there is one between the same nodes."""
        edge = Edge(
            source=source,
            target=target,
            relation=relation,
            labels=(label,) if label else (),
            origin=origin,
        )
        self.edges.setdefault((source, target, relation), edge)


def draw_requirements(
    scope: Scope, package: Package, shown: Sequence[Element], name: str, page: str
) -> Drawing:
    """The requirements of a package, or one page of them, with what satisfies and verifies each."""
    tree = _Tree(scope, frozenset(each.id for each in shown))
    for each in shown:
        node = _requirement(tree, each)
        tree.nodes[node.key] = node
    for each in shown:
        _relations(tree, each)
    title = f"{name_of(package)}: requirements"
    return Drawing(
        name=name,
        kind=DrawingKind.REQUIREMENTS,
        title=f"{title} ({page})" if page else title,
        caption="Left of a requirement what satisfies it, right of it what verifies it.",
        subject=package.qualified_name,
        origins=(package.qualified_name, *(each.qualified_name for each in shown)),
        nodes=tuple(tree.nodes.values()),
        edges=tuple(tree.edges.values()),
        left_to_right=True,
    )


def _requirement(tree: _Tree, requirement: Element) -> Node:
    model = tree.scope.model
    text = wrap(requirement_text(model, requirement), 46, 6)
    constraints = tuple(_constraints(tree, requirement))
    found = [Compartment(text)] if any(text) else []
    if constraints:
        found.append(Compartment(constraints, "constraints"))
    found.append(Compartment((_state(tree, requirement),)))
    identity = requirement_id(model, requirement)
    name = name_of(requirement)
    return Node(
        key=tree.keys.of(requirement),
        palette=Palette.REQUIREMENT,
        name=shorten(name if name == identity or not identity else f"{identity}  {name}", 60),
        stereotype=keyword(requirement),
        compartments=tuple(found),
        origin=requirement.qualified_name,
        doc=requirement_text(model, requirement),
    )


def _constraints(tree: _Tree, requirement: Element) -> Iterator[str]:
    for each in tree.scope.model.owned(requirement, ConstraintUsage):
        if each.role in (Role.REQUIRE, Role.ASSUME) and each.result is not None:
            yield shorten(f"{each.role.value} {expression_text(each.result, 44)}", 52)


def _state(tree: _Tree, requirement: Element) -> str:
    model = tree.scope.model
    satisfied = "✓ satisfied" if model.satisfied_by(requirement) else "✗ not satisfied"
    verified = "✓ verified" if model.verified_by(requirement) else "✗ not verified"
    return f"{satisfied}    {verified}"


# -- relations ------------------------------------------------------------------------------------


def _relations(tree: _Tree, requirement: Element) -> None:
    model = tree.scope.model
    key = tree.keys.of(requirement)
    for each in model.satisfied_by(requirement):
        tree.add(_other(tree, each), key, Relation.DEPENDENCY, "«satisfy»", each.qualified_name)
    for each in model.verified_by(requirement):
        tree.add(key, _other(tree, each), Relation.VERIFICATION, "«verify»", each.qualified_name)
    owner = model.owner(requirement)
    if owner is not None and not isinstance(owner, Package):
        source = tree.keys.of(owner) if owner.id in tree.shown else _other(tree, owner)
        tree.add(source, key, Relation.CONTAINMENT, "", owner.qualified_name)
    for general in explicit_generals(model, requirement):
        if general.id in tree.shown and general.id != requirement.id:
            tree.add(
                tree.keys.of(general), key, Relation.SPECIALIZATION, "", general.qualified_name
            )
    _derivations(tree, requirement, key)


def _derivations(tree: _Tree, requirement: Element, key: str) -> None:
    """Connections between requirements, such as derivations: from the first end to each of the others."""
    model = tree.scope.model
    for connection in tree.scope.of_kind(ConnectionUsage):
        ends = [model.target(end) for end in connection.ends]
        if len(ends) < 2 or ends[0] is None or ends[0].id != requirement.id:
            continue
        for end in ends[1:]:
            if end is not None and end.id in tree.shown and end.id != requirement.id:
                label = f"«{_connection_word(tree, connection)}»"
                other = tree.keys.of(end)
                tree.add(key, other, Relation.DEPENDENCY, label, connection.qualified_name)


def _connection_word(tree: _Tree, connection: ConnectionUsage) -> str:
    marks = [
        name_of(type_)
        for usage in tree.scope.model.metadata(connection)
        for type_ in tree.scope.model.types(usage)
    ]
    types = [name_of(each) for each in tree.scope.model.types(connection) if each.library is None]
    return next(iter([*marks, *types]), connection.name or "connection")


def _other(tree: _Tree, element: Element) -> str:
    """The node of what satisfies, verifies or owns a requirement."""
    key = tree.keys.of(element)
    if key not in tree.nodes:
        tree.nodes[key] = Node(
            key=key,
            palette=_palette(element),
            name=_short_path(tree, element),
            stereotype=keyword(element),
            shape=Shape.ROUNDED if isinstance(element, ActionUsage) else Shape.BOX,
            origin=element.qualified_name,
            doc=element.doc,
            link=tree.scope.link(element),
        )
    return key


def _short_path(tree: _Tree, element: Element) -> str:
    """The name of an element, with its owner when that is not a package."""
    owner = tree.scope.model.owner(element)
    if isinstance(element, Usage) and isinstance(owner, Definition | Usage):
        return f"{name_of(owner)}.{name_of(element)}"
    return name_of(element)


def _palette(element: Element) -> Palette:
    if "VerificationCase" in element.kind:
        return Palette.VERIFICATION
    if isinstance(element, RequirementDefinition | RequirementUsage):
        return Palette.REQUIREMENT
    if isinstance(element, ActionDefinition | ActionUsage):
        return Palette.ACTION
    return Palette.PART
