"""Traces through the model and its outputs: what an element is, what depends on it, which files come from it.

Knows the model and artifacts; must not know how the answer is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.emit.artifact import Artifact, ArtifactSet
from generator.ir import (
    ConnectorAsUsage,
    Element,
    Feature,
    Model,
    Type,
)
from generator.workspace.scope import find_element

__all__ = ["Description", "Impact", "describe", "impact_of"]


@dataclass(frozen=True, slots=True)
class Description:
    """What is known of one element."""

    name: str
    kind: str
    location: str
    doc: str
    generals: tuple[str, ...]
    members: tuple[tuple[str, str], ...]
    satisfied_by: tuple[str, ...]
    verified_by: tuple[str, ...]
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Impact:
    """What a change of an element reaches: elements that depend on it with the reason, and files."""

    element: str
    dependents: tuple[tuple[str, str], ...]
    files: tuple[str, ...]


def describe(model: Model, artifacts: ArtifactSet, name: str) -> Description:
    """One element and the files that come from it; ElementFault when there is no such element."""
    element = find_element(model, name)
    return Description(
        element.qualified_name,
        element.kind,
        element.span.location(),
        element.doc,
        tuple(each.qualified_name for each in model.generals(element)),
        tuple((each.kind, each.name or "") for each in model.owned(element) if each.name),
        tuple(each.qualified_name for each in model.satisfied_by(element)),
        tuple(each.qualified_name for each in model.verified_by(element)),
        _files(artifacts, [element.qualified_name]),
    )


def impact_of(model: Model, artifacts: ArtifactSet, name: str) -> Impact:
    """Everything a change of an element reaches.

    Dependents are what specialises, is typed by, satisfies, verifies or connects it or a member of it,
    and in turn what depends on those; an owner depends on what it owns.
    """
    start = find_element(model, name)
    reasons: dict[int, str] = {}
    edges = _reverse_edges(model)
    stack: list[Element] = [start, *model.descendants(start)]
    inside = {each.id for each in stack}
    while stack:
        at = stack.pop()
        for dependent, reason in edges.get(at.id, ()):
            if dependent.id not in inside and dependent.id not in reasons:
                reasons[dependent.id] = f"{reason} {at.qualified_name}"
                stack.append(dependent)
    found = sorted(
        ((model.elements[at].qualified_name, reason) for at, reason in reasons.items()),
    )
    names = [model.elements[at].qualified_name for at in (*inside, *reasons)]
    return Impact(start.qualified_name, tuple(found), _files(artifacts, names))


def _reverse_edges(model: Model) -> dict[int, list[tuple[Element, str]]]:
    edges: dict[int, list[tuple[Element, str]]] = {}
    for element in model.user_elements:
        for general in model.generals(element):
            edges.setdefault(general.id, []).append((element, "specialises"))
        if isinstance(element, ConnectorAsUsage):
            for end in element.ends:
                for each in model.path(end):
                    edges.setdefault(each.id, []).append((element, "connects"))
        owner = model.owner(element)
        if owner is not None and isinstance(element, Feature) and isinstance(owner, Type):
            edges.setdefault(element.id, []).append((owner, "owns"))
    return edges


def _files(artifacts: ArtifactSet, names: Iterable[str]) -> tuple[str, ...]:
    wanted = set(names)
    return tuple(key for key, each in artifacts.items() if _comes_from(each, wanted))


def _comes_from(artifact: Artifact, names: set[str]) -> bool:
    return any(origin.qualified_name in names for origin in artifact.origins)
