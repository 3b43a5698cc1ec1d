"""Systems: which root elements of a model become which generated package.

`@System { name = …; title = …; }` on a root package names its system; without it the system has
the name of its folder or file, which the workspace hands over. Knows the model; must not know passes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import TypeVar

from generator.diagnostics import Diagnostic
from generator.emit import names
from generator.ir import Element, FeatureValue, LiteralString, Model, Package, metadata_values

__all__ = ["PassContext", "System", "systems_of"]

E = TypeVar("E", bound=Element)
SYSTEM = "AgentSystems::Systems::System"


@dataclass(frozen=True, eq=False)
class System:
    """One generated package: its import name, a title for people, and the root elements it is made from."""

    name: str
    title: str
    roots: tuple[Element, ...]
    model: Model = field(repr=False)

    @cached_property
    def _elements(self) -> tuple[Element, ...]:
        found: list[Element] = []
        for root in self.roots:
            found.append(root)
            found.extend(self.model.descendants(root))
        return tuple(found)

    @cached_property
    def _ids(self) -> frozenset[int]:
        return frozenset(element.id for element in self._elements)

    @cached_property
    def annotated(self) -> tuple[Element, ...]:
        """The roots that carry the annotation of the system: they say what it is."""
        return tuple(root for root in self.roots if self.model.metadata(root, SYSTEM))

    @cached_property
    def version(self) -> str:
        """What the annotation of one of its roots gives as `version`; `0` without one."""
        for root in self.annotated:
            for usage in self.model.metadata(root, SYSTEM):
                given = metadata_values(self.model, usage).get("version")
                if isinstance(given, str) and given:
                    return given
        return "0"

    def elements(self) -> tuple[Element, ...]:
        """Every element of the system: each root and all below it, in source order."""
        return self._elements

    def of_kind(self, kind: type[E]) -> tuple[E, ...]:
        """The elements of the system of a metaclass or one below it, in source order."""
        return tuple(element for element in self._elements if isinstance(element, kind))

    def __contains__(self, element: object) -> bool:
        return isinstance(element, Element) and element.id in self._ids


@dataclass(frozen=True)
class PassContext:
    """What a pass is told beside the model: the systems, in order of their names.

    `texts` has the texts made so far by path; only a pass that asks to be the last one may rely on it.
    """

    systems: tuple[System, ...]
    reported: list[Diagnostic] = field(default_factory=list, compare=False)
    texts: dict[str, str] = field(default_factory=dict, compare=False)

    def report(self, *diagnostics: Diagnostic) -> None:
        """Tell the user about elements the pass has no output for: unsupported is a finding, never silence."""
        self.reported.extend(diagnostics)

    def system_of(self, element: Element) -> System | None:
        """The system an element belongs to; None for an element of a library."""
        return next((system for system in self.systems if element in system), None)


def systems_of(model: Model, groups: Mapping[str, str] | None = None) -> tuple[System, ...]:
    """The systems of a model, sorted by name.

    `groups` maps the path of each model file to the name of the folder or file that stands for its system;
    without it each file is a system of its own. Roots of one group stay together unless they are annotated
    with different names.
    """
    groups = groups or {}
    members: dict[str, list[Element]] = {}
    for root in model.roots:
        group = groups.get(root.span.path) or PurePosixPath(root.span.path).stem
        members.setdefault(group, []).append(root)
    parts: dict[str, tuple[str | None, list[Element]]] = {}
    for group in sorted(members):
        for wanted, title, roots in _split(model, group, members[group]):
            known_title, known = parts.setdefault(wanted, (title, []))
            parts[wanted] = (known_title or title, known + roots)
    taken = names.Names(ignore_case=True)
    found = []
    for wanted in sorted(parts):
        title, roots = parts[wanted]
        system = System(taken.unique(names.package(wanted)), title or wanted, tuple(roots), model)
        found.append(system)
    return tuple(sorted(found, key=lambda each: each.name))


def _split(
    model: Model, group: str, roots: list[Element]
) -> Iterator[tuple[str, str | None, list[Element]]]:
    named = [(root, _annotated(model, root)) for root in roots]
    wanted = {name for _, (name, _) in named if name}
    if len(wanted) <= 1:
        titles = [title for _, (_, title) in named if title]
        yield next(iter(wanted), group), titles[0] if titles else None, roots
        return
    for name in sorted(wanted):
        own = [(root, title) for root, (at, title) in named if at == name]
        titles = [title for _, title in own if title]
        yield name, titles[0] if titles else None, [root for root, _ in own]
    rest = [root for root, (name, _) in named if not name]
    if rest:
        yield group, None, rest


def _annotated(model: Model, root: Element) -> tuple[str | None, str | None]:
    if not isinstance(root, Package):
        return None, None
    for usage in model.metadata(root, SYSTEM):
        values = {}
        for feature in model.features(usage):
            value: FeatureValue | None = feature.value
            if value is not None and isinstance(value.expression, LiteralString):
                values[feature.name] = value.expression.value
        return values.get("name") or None, values.get("title") or None
    return None, None
