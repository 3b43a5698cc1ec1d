"""The page about requirements: each one from its text to what satisfies it, the code of that, and what verifies it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.compile.requirements import requirement_id, requirement_text
from generator.draw import Drawing, DrawingKind
from generator.draw.notation import expression_text, keyword, name_of
from generator.draw.requirements import is_requirement
from generator.draw.wording import shorten, visible
from generator.ir import (
    ConcernDefinition,
    ConcernUsage,
    ConstraintUsage,
    Dependency,
    Element,
    Role,
    Type,
    VerificationCaseDefinition,
    VerificationCaseUsage,
    ViewpointDefinition,
    ViewpointUsage,
    metadata_values,
)

from .pictures import Picture, pictures
from .places import Link, Places
from .proofs import Proofs

__all__ = ["Requirement", "RequirementsPage", "Trace", "requirements_page"]

_METHOD = "VerificationCases::VerificationMethod"
_CASES = (VerificationCaseDefinition, VerificationCaseUsage)
_WORDS = {"test": "test", "inspect": "inspection", "analyze": "analysis", "demo": "demonstration"}


@dataclass(frozen=True, slots=True)
class Trace:
    """Something that satisfies or verifies a requirement, with the code generated from it and its tests.

    `method` says how a case verifies: by a test that performs the system, by a test of values, by inspection.
    """

    link: Link
    kind: str
    code: tuple[Link, ...]
    tests: tuple[Link, ...]
    method: str = ""


@dataclass(frozen=True, slots=True)
class Requirement:
    """One requirement."""

    title: str
    anchor: str
    kind: str
    text: str
    short: str
    constraints: tuple[str, ...]
    satisfied_by: tuple[Trace, ...]
    verified_by: tuple[Trace, ...]
    carried_by: tuple[Trace, ...] = ()

    @property
    def tests(self) -> tuple[Link, ...]:
        """The tests of what satisfies, carries and verifies it, each once."""
        traces = (*self.satisfied_by, *self.carried_by, *self.verified_by)
        return tuple(dict.fromkeys(link for each in traces for link in each.tests))


@dataclass(frozen=True, slots=True)
class RequirementsPage:
    """`docs/requirements.md`."""

    path: str
    origins: tuple[str, ...]
    title: str
    code: tuple[Link, ...]
    satisfied: int
    verified: int
    methods: tuple[tuple[str, int], ...]
    requirements: tuple[Requirement, ...]
    pictures: tuple[Picture, ...]

    @property
    def is_carried(self) -> bool:
        """Whether the model says of a requirement what it depends on."""
        return any(each.carried_by for each in self.requirements)

    @property
    def summary(self) -> str:
        """What stands on the page."""
        return "Requirements: what satisfies and verifies each"


def requirements_page(places: Places, drawn: Sequence[Drawing]) -> RequirementsPage | None:
    """The page about the requirements of a system; None when it has none."""
    elements = [each for each in places.system.elements() if is_requirement(each) and _named(each)]
    if not elements:
        return None
    proofs = Proofs(places)
    requirements = tuple(_requirement(places, proofs, each) for each in elements)
    shown = [each for each in drawn if each.kind is DrawingKind.REQUIREMENTS]
    return RequirementsPage(
        path=f"{places.system.name}/docs/requirements.md",
        origins=tuple(each.qualified_name for each in elements),
        title=places.system.title,
        code=_register(elements),
        satisfied=sum(bool(each.satisfied_by) for each in requirements),
        verified=sum(bool(each.verified_by) for each in requirements),
        methods=_methods(requirements),
        requirements=requirements,
        pictures=pictures(places.system.name, shown),
    )


def _named(element: Element) -> bool:
    return bool(element.name or element.short_name)


def _register(elements: Sequence[Element]) -> tuple[Link, ...]:
    """The generated register of requirements and its tests; it leaves out concerns and viewpoints."""
    others = (ConcernDefinition, ConcernUsage, ViewpointDefinition, ViewpointUsage)
    roles = (Role.MEMBER, Role.FEATURE, Role.VARIANT)
    for each in elements:
        if each.name is not None and each.role in roles and not isinstance(each, others):
            tests = "tests/test_requirements.py"
            return Link("requirements.py", "../requirements.py"), Link(tests, f"../{tests}")
    return ()


def _requirement(places: Places, proofs: Proofs, element: Element) -> Requirement:
    model = places.model
    identity, name = requirement_id(model, element), name_of(element)
    text = requirement_text(model, element)
    return Requirement(
        title=name if not identity or identity == name else f"{identity} {name}",
        anchor=f"requirement-{places.anchor(element) or element.id}",
        kind=keyword(element),
        text=text,
        short=shorten(visible(text), 300),
        constraints=tuple(_constraints(places, element)),
        satisfied_by=tuple(_trace(places, proofs, each) for each in model.satisfied_by(element)),
        verified_by=tuple(_trace(places, proofs, each) for each in model.verified_by(element)),
        carried_by=tuple(_trace(places, proofs, each) for each in _suppliers(places, element)),
    )


def _suppliers(places: Places, requirement: Element) -> Iterator[Element]:
    """What carries a requirement: what it depends on (`dependency from requirement to action`)."""
    for each in places.model.of_kind(Dependency):
        if any(reference.target == requirement.id for reference in each.clients):
            for reference in each.suppliers:
                found = places.model.target(reference)
                if found is not None:
                    yield found


def _constraints(places: Places, requirement: Element) -> Iterator[str]:
    for each in places.model.owned(requirement, ConstraintUsage):
        if each.role in (Role.REQUIRE, Role.ASSUME) and each.result is not None:
            yield f"{each.role.value} {expression_text(each.result, 300)}"


def _trace(places: Places, proofs: Proofs, element: Element) -> Trace:
    """An element with its code and tests; a part of something else is shown by the tests of that too."""
    made_from, owner = places.made_from(element), places.model.owner(element)
    shown = (element, made_from, *([owner] if isinstance(owner, Type) else []))
    tests = dict.fromkeys(link for each in shown for link in proofs.of(each))
    method = _method(places, element, places.tests(made_from))
    code = places.code(made_from)
    return Trace(places.link(element), keyword(element), code, tuple(tests), method)


def _method(places: Places, case: Element, tests: Sequence[Link]) -> str:
    """How a case verifies; a test that performs nothing only compares values of the model."""
    for usage in places.model.metadata(case, _METHOD):
        kind = metadata_values(places.model, usage).get("kind")
        said = _WORDS.get(kind.name or "", "") if isinstance(kind, Element) else ""
        return "test of values" if said == "test" and not tests else said
    return "test" if tests and isinstance(case, _CASES) else ""


def _methods(requirements: Sequence[Requirement]) -> tuple[tuple[str, int], ...]:
    """How many requirements are verified by each method."""
    found = Counter(
        method
        for each in requirements
        for method in {trace.method for trace in each.verified_by if trace.method}
    )
    return tuple(sorted(found.items()))
