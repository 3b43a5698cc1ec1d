"""The names of a model by where they stand, and by what they mean.

Offsets count characters. Must not look anything up in scopes: resolving is done.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.ir import Element, ElementId, Model, Namespace, SpecializationKind
from generator.source import SourceFile, Span

__all__ = ["NameIndex", "Occurrence", "declaring_span"]

_LAST_NAME = re.compile(r"(?:'(?:\\.|[^'\\])*'|\w+)$")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A name in the text that refers to an element: one segment of a qualified name or chain."""

    span: Span
    target: ElementId


class NameIndex:
    """Everything that is named in the files of a model: references and declarations.

    `names` are by file and offset, each with the offset of its end and the id of what it means.
    """

    def __init__(
        self, model: Model, names: Mapping[tuple[str, int], tuple[int, ElementId]]
    ) -> None:
        self.model = model
        self._sources = {source.path: source for source in model.sources}
        self._names: dict[str, list[Occurrence]] = {}
        for (path, start), (end, target) in sorted(names.items()):
            source = self._sources[path]
            self._names.setdefault(path, []).append(Occurrence(Span(source, start, end), target))

    def source(self, path: str) -> SourceFile | None:
        """The file with a path, or None."""
        return self._sources.get(path)

    def occurrences(self, path: str) -> tuple[Occurrence, ...]:
        """All references in a file, in the order of the text."""
        return tuple(self._names.get(path, ()))

    def reference_at(self, path: str, offset: int) -> Occurrence | None:
        """The reference at an offset; right after its last character it still counts."""
        found = self._names.get(path, [])
        at = bisect_right(found, offset, key=lambda each: each.span.start) - 1
        if at >= 0 and found[at].span.start <= offset <= found[at].span.end:
            return found[at]
        return None

    def declaration_at(self, path: str, offset: int) -> Element | None:
        """The element whose declared name is at an offset; right after it still counts."""
        found = self._declared.get(path, [])
        at = bisect_right(found, offset, key=lambda each: each[0]) - 1
        if at >= 0 and found[at][0] <= offset <= found[at][1]:
            return found[at][2]
        return None

    def namespaces_around(self, span: Span) -> tuple[Namespace, ...]:
        """The namespaces around a place, the innermost first; what a declaration itself is called comes from outside."""
        found = self._namespaces.get(span.path, [])
        before = found[: bisect_right(found, span.start, key=lambda each: each.span.start)]
        return tuple(each for each in reversed(before) if span.end <= each.span.end)

    @cached_property
    def _namespaces(self) -> dict[str, list[Namespace]]:
        found: dict[str, list[Namespace]] = {}
        for element in self.model.user_elements:
            if isinstance(element, Namespace):
                found.setdefault(element.span.path, []).append(element)
        for namespaces in found.values():
            namespaces.sort(key=lambda each: (each.span.start, -each.span.end, each.id))
        return found

    @cached_property
    def _declared(self) -> dict[str, list[tuple[int, int, Element]]]:
        declared: dict[str, list[tuple[int, int, Element]]] = {}
        for element in self.model.user_elements:
            for span in _name_spans(element):
                declared.setdefault(span.path, []).append((span.start, span.end, element))
        for found in declared.values():
            found.sort(key=lambda each: each[:2])
        return declared

    @cached_property
    def _by_target(self) -> dict[ElementId, list[Occurrence]]:
        found: dict[ElementId, list[Occurrence]] = {}
        for occurrences in self._names.values():
            for each in occurrences:
                found.setdefault(each.target, []).append(each)
        return found

    def references_to(self, element: Element) -> tuple[Occurrence, ...]:
        """Where an element is referred to in the files of the model, in the order of files and text."""
        return tuple(self._by_target.get(element.id, ()))

    def previous(self, occurrence: Occurrence) -> Occurrence | None:
        """The name before the `::` or `.` that an occurrence stands after, or None."""
        text = occurrence.span.source.text
        before = text[: occurrence.span.start].rstrip()
        if not before.endswith(("::", ".")) or before.endswith(".."):
            return None
        end = len(before.removesuffix("::").removesuffix(".").rstrip())
        found = self.reference_at(occurrence.span.path, max(0, end - 1))
        return found if found is not None and found.span.end == end else None


def declaring_span(model: Model, element: Element) -> Span:
    """Where an element gets its name: its declared name, else the name it takes from what it redefines or refers to.

    The whole declaration for an element without a name.
    """
    if element.name_span is not None or element.name is None:
        return element.name_span or element.span
    for each in model.specializations(
        element, SpecializationKind.REDEFINITION, SpecializationKind.REFERENCE
    ):
        span = each.reference.span
        if not each.is_implied and span.path == element.span.path:
            name = _LAST_NAME.search(span.text)
            if name is not None:
                return Span(span.source, span.start + name.start(), span.end)
    return element.span


def _name_spans(element: Element) -> list[Span]:
    """Where an element is named: its name, and its short name before it."""
    span = element.name_span
    if span is None:
        return []
    found = [span]
    if element.short_name is not None and element.declared_name is not None:
        text = element.span.source.text
        closer = text.rfind(">", element.span.start, span.start)
        opener = text.rfind("<", element.span.start, max(closer, element.span.start))
        if opener >= 0:
            inside = text[opener + 1 : closer]
            start = opener + 1 + len(inside) - len(inside.lstrip())
            found.append(Span(span.source, start, start + len(inside.strip())))
    return found
