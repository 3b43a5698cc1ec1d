"""The page about structure: packages, definitions, assemblies with their parts, ports and connections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.draw import Drawing, DrawingKind
from generator.draw.notation import feature_text, keyword, name_of
from generator.draw.wording import visible
from generator.ir import (
    ConnectorAsUsage,
    Definition,
    Element,
    Feature,
    FlowUsage,
    Package,
    PartDefinition,
    PartUsage,
    PortUsage,
    SuccessionAsUsage,
    Type,
)

from .pictures import Picture, pictures
from .places import Link, Places, sentence

__all__ = ["ArchitecturePage", "Assembly", "PackagePart", "Row", "architecture_page"]

_STRUCTURE = (DrawingKind.DEFINITIONS, DrawingKind.USE_CASES)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: what, how it is declared, what it is for."""

    link: Link
    declared: str
    doc: str


@dataclass(frozen=True, slots=True)
class PackagePart:
    """The section of a package."""

    name: str
    anchor: str
    doc: str
    pictures: tuple[Picture, ...]
    definitions: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Assembly:
    """The section of an assembly: parts with their ports, then what connects them, each as a line."""

    name: str
    anchor: str
    doc: str
    pictures: tuple[Picture, ...]
    parts: tuple[Row, ...]
    connections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArchitecturePage:
    """`docs/architecture.md`."""

    path: str
    origins: tuple[str, ...]
    title: str
    overview: tuple[Picture, ...]
    packages: tuple[PackagePart, ...]
    assemblies: tuple[Assembly, ...]

    @property
    def summary(self) -> str:
        """What stands on the page."""
        return "Architecture: packages, definitions, assemblies"


def architecture_page(places: Places, drawn: Sequence[Drawing]) -> ArchitecturePage | None:
    """The page about the structure of a system; None for a system without packages."""
    system = places.system
    packages = system.of_kind(Package)
    if not packages:
        return None
    overview = [each for each in drawn if each.kind is DrawingKind.PACKAGES]
    return ArchitecturePage(
        path=f"{system.name}/docs/architecture.md",
        origins=tuple(package.qualified_name for package in packages),
        title=system.title,
        overview=pictures(system.name, overview),
        packages=tuple(_package(places, each, drawn) for each in packages),
        assemblies=tuple(_assemblies(places, drawn)),
    )


def _package(places: Places, package: Package, drawn: Sequence[Drawing]) -> PackagePart:
    shown = [
        each for each in drawn if each.kind in _STRUCTURE and each.subject == package.qualified_name
    ]
    definitions = tuple(
        Row(places.link(each), keyword(each), sentence(each.doc))
        for each in places.system.of_kind(Definition)
        if places.model.package(each) is package and each.name
    )
    return PackagePart(
        name=name_of(package),
        anchor=f"package-{places.anchor(package)}",
        doc=package.doc,
        pictures=pictures(places.system.name, shown),
        definitions=definitions,
    )


# -- assemblies -----------------------------------------------------------------------------------


def _assemblies(places: Places, drawn: Sequence[Drawing]) -> Iterator[Assembly]:
    for drawing in drawn:
        if drawing.kind is DrawingKind.INTERCONNECTION:
            element = places.model[drawing.subject]
            if isinstance(element, Type):
                yield _assembly(places, element, drawing)


def _assembly(places: Places, element: Type, drawing: Drawing) -> Assembly:
    features = places.model.features(element)
    return Assembly(
        name=places.label(element),
        anchor=f"assembly-{places.anchor(element) or drawing.name}",
        doc=element.doc,
        pictures=pictures(places.system.name, [drawing]),
        parts=tuple(_part(places, each) for each in features if isinstance(each, PartUsage)),
        connections=tuple(_connections(places, features)),
    )


def _part(places: Places, part: PartUsage) -> Row:
    type_ = next((each for each in places.model.types(part) if places.anchor(each)), None)
    ports = [
        feature_text(places.model, port)
        for port in places.model.features(part)
        if isinstance(port, PortUsage)
    ]
    doc = part.doc or (type_.doc if isinstance(type_, PartDefinition) else "")
    link = Link(name_of(part), places.link(type_).href if type_ is not None else "")
    ported = f" Ports: {', '.join(ports)}." if ports else ""
    return Row(link, feature_text(places.model, part), f"{sentence(doc)}{ported}".strip())


def _connections(places: Places, features: Sequence[Feature]) -> Iterator[str]:
    for each in features:
        if isinstance(each, ConnectorAsUsage) and not isinstance(each, SuccessionAsUsage):
            ends = [_end(places, end) for end in map(places.model.path, each.ends)]
            if len(ends) > 1 and all(ends):
                arrow = " → " if isinstance(each, FlowUsage) else " — "
                name = f"{visible(each.declared_name)}: " if each.declared_name else ""
                yield f"{name}{arrow.join(ends)} ({keyword(each)})"


def _end(places: Places, path: tuple[Element, ...]) -> str:
    return ".".join(name_of(each) for each in path)
