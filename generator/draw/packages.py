"""The overview of a system: its packages, what each holds, and which depends on which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.draw.drawing import (
    Compartment,
    Drawing,
    DrawingKind,
    Edge,
    Group,
    Node,
    Palette,
    Relation,
)
from generator.draw.notation import keyword, name_of
from generator.draw.scope import Keys, Scope
from generator.draw.wording import plural
from generator.ir import Definition, Element, ElementId, Package, Role, Usage

__all__ = ["draw_packages"]

_LINES = 8
_Pair = tuple[ElementId, ElementId]
# No element has this id: the package of what stands in none.
_NONE = ElementId(-1)
_UNCOUNTED = frozenset({"ref", "dependency", "satisfy"})


def draw_packages(scope: Scope, name: str) -> Drawing:
    """All packages of a system, nested ones inside their owners."""
    keys = Keys()
    packages = scope.of_kind(Package)
    holders = {package.id for package in packages if scope.model.owned(package, Package)}
    nodes, groups = [], []
    for package in packages:
        parent = scope.model.owner(package)
        inside = keys.of(parent) if isinstance(parent, Package) and parent.id in holders else ""
        if package.id in holders:
            groups.append(_group(scope, keys, package, inside))
            inside = keys.of(package)
        node = _node(scope, keys, package, inside, package.id in holders)
        if node is not None:
            nodes.append(node)
    drawn = {node.key for node in nodes} | {group.key for group in groups}
    return Drawing(
        name=name,
        kind=DrawingKind.PACKAGES,
        title=scope.title,
        caption="The packages of the model and what each holds. An arrow leads to a package that is used; "
        "what follows from two arrows has none of its own.",
        subject=packages[0].qualified_name,
        origins=tuple(package.qualified_name for package in packages),
        nodes=tuple(nodes),
        groups=tuple(groups),
        edges=tuple(_edges(scope, keys, packages, drawn)),
    )


def _group(scope: Scope, keys: Keys, package: Package, parent: str) -> Group:
    return Group(
        key=keys.of(package),
        palette=Palette.PACKAGE,
        name=name_of(package),
        stereotype="package",
        origin=package.qualified_name,
        link=scope.link(package),
        parent=parent,
    )


def _node(scope: Scope, keys: Keys, package: Package, group: str, is_holder: bool) -> Node | None:
    lines = _contents(scope, package)
    if is_holder:
        if not lines and scope.model.owned(package, Package):
            return None
        return Node(
            key=keys.of(package, "own members"),
            palette=Palette.PACKAGE,
            name="own members",
            compartments=(Compartment(lines),) if lines else (),
            origin=package.qualified_name,
            link=scope.link(package),
            group=group,
        )
    return Node(
        key=keys.of(package),
        palette=Palette.PACKAGE,
        name=name_of(package),
        stereotype="package",
        compartments=(Compartment(lines),) if lines else (),
        origin=package.qualified_name,
        doc=package.doc,
        link=scope.link(package),
        group=group,
    )


def _contents(scope: Scope, package: Package) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    for member in scope.model.owned(package):
        if isinstance(member, Definition | Usage) and member.role is not Role.PARAMETER:
            word = keyword(member)
            if word not in _UNCOUNTED and not word.startswith("metadata"):
                counts[word] += 1
    ranked = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    lines = [plural(count, word) for word, count in ranked[:_LINES]]
    if len(ranked) > _LINES:
        lines.append(f"… {plural(len(ranked) - _LINES, 'more kind')}")
    return tuple(lines)


# -- dependencies ---------------------------------------------------------------------------------


def _edges(
    scope: Scope, keys: Keys, packages: tuple[Package, ...], drawn: set[str]
) -> Iterator[Edge]:
    ids = {package.id for package in packages}
    used = {
        pair for pair in {*_imports(scope, ids), *_uses(scope, ids)} if not _is_nested(scope, *pair)
    }
    for pair in sorted(_reduced(used)):
        source, target = (scope.model.element(at) for at in pair)
        ends = [_end(keys, each, drawn) for each in (source, target)]
        if all(ends):
            yield Edge(
                source=ends[0],
                target=ends[1],
                relation=Relation.DEPENDENCY,
                origin=f"{name_of(source)} uses {name_of(target)}",
            )


def _end(keys: Keys, package: Element, drawn: set[str]) -> str:
    key = keys.of(package)
    own = keys.of(package, "own members")
    return key if key in drawn else own if own in drawn else ""


def _is_nested(scope: Scope, one: ElementId, other: ElementId) -> bool:
    """Whether one of two packages stands inside the other."""
    pairs = ((one, other), (other, one))
    return any(
        owner.id == outer
        for inner, outer in pairs
        for owner in scope.model.owners(scope.model.element(inner))
    )


def _reduced(pairs: set[_Pair]) -> set[_Pair]:
    """The pairs without those that a longer way implies; packages that use each other in a ring keep theirs."""
    targets: dict[ElementId, set[ElementId]] = {}
    for source, target in pairs:
        targets.setdefault(source, set()).add(target)
    reach = {source: _reachable(targets, source) for source in targets}
    return {
        (source, target)
        for source, target in pairs
        if source in reach.get(target, set())
        or not any(
            target in reach.get(middle, set()) and source not in reach.get(middle, set())
            for middle in targets[source]
            if middle != target
        )
    }


def _reachable(targets: dict[ElementId, set[ElementId]], start: ElementId) -> set[ElementId]:
    found: set[ElementId] = set()
    stack = [start]
    while stack:
        for target in targets.get(stack.pop(), set()) - found:
            found.add(target)
            stack.append(target)
    return found


def _imports(scope: Scope, ids: set[ElementId]) -> Iterator[_Pair]:
    for each in scope.model.imports:
        if each.importer is None:
            continue
        source = _package_id(scope, scope.model.element(each.importer))
        imported = scope.model.target(each.imported)
        target = _package_id(scope, imported) if imported is not None else _NONE
        if source in ids and target in ids and source != target:
            yield source, target


def _uses(scope: Scope, ids: set[ElementId]) -> Iterator[_Pair]:
    """A package uses another when an element of it specialises or is typed by an element of the other."""
    for element in scope.elements:
        source = _package_id(scope, element)
        for general in scope.model.generals(element):
            target = _package_id(scope, general)
            if source in ids and target in ids and source != target:
                yield source, target


def _package_id(scope: Scope, element: Element) -> ElementId:
    package = element if isinstance(element, Package) else scope.model.package(element)
    return package.id if package is not None else _NONE
