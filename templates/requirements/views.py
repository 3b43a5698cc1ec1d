"""Requirements: the registry of a system, and tests that what satisfies a requirement is there and does.

Knows requirements and the Python names of what satisfies them. Must not know how those are written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compile.requirements import requirement_id, requirement_text
from generator.emit.passes import PassContext, System
from generator.ir import (
    ConcernDefinition,
    ConcernUsage,
    Element,
    Model,
    RequirementDefinition,
    RequirementUsage,
    Role,
    SatisfyRequirementUsage,
    ViewpointDefinition,
    ViewpointUsage,
)

from .checks import CheckTest, check_tests
from .places import places_of

_OTHERS = (
    SatisfyRequirementUsage,
    ConcernDefinition,
    ConcernUsage,
    ViewpointDefinition,
    ViewpointUsage,
)
_ROLES = (Role.MEMBER, Role.FEATURE, Role.VARIANT)


@dataclass(frozen=True, slots=True)
class RequirementView:
    """One requirement; `satisfied_by` and `verified_by` are qualified names, `implemented_by` Python objects."""

    id: str
    name: str
    text: str
    source: str
    satisfied_by: tuple[str, ...]
    verified_by: tuple[str, ...]
    implemented_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RequirementsModule:
    """`requirements.py`."""

    path: str
    origins: tuple[str, ...]
    doc: str
    requirements: tuple[RequirementView, ...]


@dataclass(frozen=True, slots=True)
class RequirementsTest:
    """`tests/test_requirements.py`."""

    path: str
    origins: tuple[str, ...]
    imports: tuple[tuple[str, ...], ...]
    names: tuple[tuple[str, str], ...]
    traces: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...]
    implemented: tuple[tuple[str, str], ...]
    checks: tuple[CheckTest, ...]


def select(model: Model, context: PassContext) -> Iterator[RequirementsModule | RequirementsTest]:
    """The registry of each system that has requirements, and its tests."""
    for system in context.systems:
        found = [each for each in system.elements() if is_answered_for(each)]
        if found:
            yield from _system(model, context, system, found)


def is_answered_for(element: Element) -> bool:
    """Whether an element is a requirement of its own: no part, use or verification of another one."""
    return (
        isinstance(element, RequirementDefinition | RequirementUsage)
        and not isinstance(element, _OTHERS)
        and element.role in _ROLES
        and element.name is not None
    )


def _system(
    model: Model, context: PassContext, system: System, found: list[Element]
) -> Iterator[RequirementsModule | RequirementsTest]:
    origins = tuple(each.qualified_name for each in found)
    views = tuple(_requirement(model, each) for each in found)
    yield RequirementsModule(
        path=f"{system.name}/requirements.py",
        origins=origins,
        doc=f"The requirements of {system.title}: what they say, what satisfies and what verifies them.",
        requirements=views,
    )
    imports, checks, faults = check_tests(model, found, system.elements())
    context.report(*faults)
    yield RequirementsTest(
        path=f"{system.name}/tests/test_requirements.py",
        origins=origins,
        imports=imports,
        names=tuple((view.id, view.name) for view in views),
        traces=tuple(
            (view.name, view.source, view.satisfied_by, view.verified_by) for view in views
        ),
        implemented=tuple((view.name, place) for view in views for place in view.implemented_by),
        checks=checks,
    )


def _requirement(model: Model, requirement: Element) -> RequirementView:
    satisfying = model.satisfied_by(requirement)
    places = dict.fromkeys(
        place
        for each in (*satisfying, model.owner(requirement))
        for place in places_of(model, each)
    )
    return RequirementView(
        id=requirement_id(model, requirement) or requirement.name or "",
        name=requirement.qualified_name,
        text=requirement_text(model, requirement),
        source=requirement.span.path,
        satisfied_by=tuple(each.qualified_name for each in satisfying),
        verified_by=tuple(each.qualified_name for each in model.verified_by(requirement)),
        implemented_by=tuple(places),
    )
