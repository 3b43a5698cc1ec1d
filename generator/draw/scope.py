"""What the modules that draw a subject share: the model, the elements to draw, and where each has its own drawing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from generator.draw.wording import slug
from generator.ir import Element, ElementId, Model

__all__ = ["Keys", "Scope"]

E = TypeVar("E", bound=Element)


@dataclass(frozen=True)
class Scope:
    """The elements of one system.

    `links` maps an element to the name of the drawing that is about it.
    """

    model: Model
    title: str
    elements: tuple[Element, ...]
    links: Mapping[ElementId, str] = field(default_factory=dict)

    def of_kind(self, kind: type[E]) -> tuple[E, ...]:
        """The elements of the system of a metaclass or one below it, in source order."""
        return tuple(element for element in self.elements if isinstance(element, kind))

    def link(self, element: Element | None, apart_from: Element | None = None) -> str:
        """The name of the drawing about an element, or ""; never the one being drawn."""
        if element is None or (apart_from is not None and element.id == apart_from.id):
            return ""
        return self.links.get(element.id, "")


class Keys:
    """Keys of one drawing: plain ASCII words made from qualified names, each given to one thing only."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._known: dict[str, str] = {}

    def of(self, element: Element, part: str = "") -> str:
        """The key of an element, or of a part of it such as one of its pins; the same on every call."""
        return self.named(f"{element.qualified_name} {part}" if part else element.qualified_name)

    def named(self, name: str) -> str:
        """The key of anything with a name."""
        if name not in self._known:
            wanted = f"n_{slug(name)}"
            key, count = wanted, 1
            while key in self._taken:
                count += 1
                key = f"{wanted}_{count}"
            self._taken.add(key)
            self._known[name] = key
        return self._known[name]
