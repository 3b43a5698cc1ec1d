"""Where an element is described in the pages, and where the code made from it is.

The one place that knows file names and anchors, so that every link leads somewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compile.agents import agent_names
from generator.compile.behavior_names import behavior_names
from generator.compile.state_names import state_names
from generator.compile.types import python_types
from generator.compile.verification_names import verification_names
from generator.compile.verifications import compile_verification
from generator.compile.workflow_names import workflow_names
from generator.draw.notation import keyword, name_of
from generator.draw.wording import shorten, slug, visible
from generator.emit.passes import System
from generator.ir import (
    Definition,
    Element,
    ElementId,
    Model,
    Package,
    Role,
    SatisfyRequirementUsage,
    Type,
    Usage,
)

__all__ = ["Link", "Places", "sentence"]


@dataclass(frozen=True, slots=True)
class Link:
    """A word or two that lead somewhere; `href` may be "" for text without a link."""

    text: str
    href: str = ""


def sentence(doc: str, limit: int = 160) -> str:
    """The first sentence of a documentation text."""
    text = visible(doc)
    end = text.find(". ")
    return shorten(text if end < 0 else text[: end + 1], limit)


class Places:
    """The pages of one system and the modules generated from its elements."""

    def __init__(self, model: Model, system: System) -> None:
        self.model = model
        self.system = system
        #: The elements with a row in the glossary, in source order.
        self.listed = tuple(each for each in system.elements() if is_listed(each))
        self._anchors: dict[ElementId, str] = {}
        taken: set[str] = set()
        for element in self.listed:
            wanted = slug(element.qualified_name).lower()
            anchor, count = wanted, 1
            while anchor in taken:
                count += 1
                anchor = f"{wanted}-{count}"
            taken.add(anchor)
            self._anchors[element.id] = anchor

    def anchor(self, element: Element) -> str:
        """The anchor of an element on its page; "" for one that is on none."""
        return self._anchors.get(element.id, "")

    def link(self, element: Element) -> Link:
        """An element by its name, leading to its row in the glossary, or to that of what it is a part of."""
        near = (element, *(each for each in self.model.owners(element) if isinstance(each, Type)))
        anchor = next((found for each in near if (found := self.anchor(each))), "")
        return Link(self.label(element), f"elements.md#{anchor}" if anchor else "")

    def label(self, element: Element) -> str:
        """The name of an element, with its owner when that is no package."""
        owner = self.model.owner(element)
        if isinstance(owner, Definition | Usage) and isinstance(element, Usage):
            return f"{name_of(owner)}.{name_of(element)}"
        return name_of(element)

    def code(self, element: Element) -> tuple[Link, ...]:
        """The names in the generated package that stand for an element, each leading to its module."""
        return tuple(Link(name, f"../{path}.py") for name, path in self._modules(element))

    def tests(self, element: Element) -> tuple[Link, ...]:
        """The test modules of the code made from an element."""
        found = []
        for _, path in self._modules(element):
            folder, _, module = path.rpartition("/")
            if folder in ("agents", "states", "workflows"):
                name = f"tests/{folder}/test_{module}.py"
                found.append(Link(name, f"../{name}"))
        performed = verification_names(self.model).test(element)
        is_case = performed is not None and isinstance(element, Type)
        if is_case and compile_verification(self.model, element)[0] is not None:
            name = f"tests/verifications/test_{performed}.py"
            found.append(Link(name, f"../{name}"))
        return tuple(found)

    def _modules(self, element: Element) -> Iterator[tuple[str, str]]:
        types = python_types(self.model)
        module = types.module(element)
        if module is not None:
            yield f"{types.class_name(element)}", f"types/{module}"
        function = workflow_names(self.model).function(element)
        if function is not None:
            yield f"{function}()", f"workflows/{function}"
        agent = agent_names(self.model).of(element) if isinstance(element, Type) else None
        if agent is not None:
            yield agent.name, agent.module.replace(".", "/")
        machine = state_names(self.model).of(element)
        if machine is not None:
            yield machine[1], f"states/{machine[0]}"
        behavior = behavior_names(self.model).function(element)
        if behavior is not None:
            yield f"{behavior.name}()", behavior.module

    def made_from(self, element: Element) -> Element:
        """The element whose code stands for another one: itself, one of its types, or its owner."""
        if self.code(element) or not isinstance(element, Usage):
            return element
        owner = self.model.owner(element)
        near = [*self.model.types(element), *([owner] if isinstance(owner, Type) else [])]
        return next((each for each in near if self.code(each)), element)


def is_listed(element: Element) -> bool:
    """Whether an element has a row in the glossary: packages, definitions, and named usages that stand in packages."""
    if isinstance(element, Package | Definition):
        return bool(element.name)
    if not isinstance(element, Usage) or isinstance(element, SatisfyRequirementUsage):
        return False
    if not (element.name or element.short_name):
        return False
    inside = element.role is Role.FEATURE and keyword(element) in _INSIDE
    return element.role is Role.MEMBER or inside


_INSIDE = frozenset(
    {"requirement", "part", "item", "port", "action", "state", "use case", "verification"}
)
