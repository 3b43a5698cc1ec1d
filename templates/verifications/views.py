"""Verifications: each case that performs workflows becomes a test that performs them on a fresh database.

Knows how a test of a case is laid out. Must not know how cases are compiled.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compile.import_blocks import import_blocks, names_in
from generator.compile.requirements import requirement_id
from generator.compile.stand_ins import Helper, StandIn
from generator.compile.verification_names import verification_names
from generator.compile.verifications import Verification, compile_verification
from generator.emit.passes import PassContext, System
from generator.ir import Element, Model, RequirementUsage, Role, Type
from generator.schema.build import build_schema
from generator.schema.recording import recordings

__all__ = ["select"]


@dataclass(frozen=True, slots=True)
class TestsPackage:
    """`tests/verifications/__init__.py`."""

    path: str
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PerformingModule:
    """`tests/verifications/performing.py`: how a workflow is run for a case."""

    path: str
    origins: tuple[str, ...]
    system: str
    has_database: bool
    has_recording: bool


@dataclass(frozen=True, slots=True)
class VerificationFixtures:
    """`tests/verifications/conftest.py`: a fresh folder for each test."""

    path: str
    origins: tuple[str, ...]
    system: str
    has_database: bool


@dataclass(frozen=True, slots=True)
class VerificationTest:
    """`tests/verifications/test_<case>.py`."""

    path: str
    origins: tuple[str, ...]
    doc: str
    imports: tuple[tuple[str, ...], ...]
    function: str
    stand_ins: tuple[StandIn, ...]
    helpers: tuple[Helper, ...]
    body: tuple[str, ...]


View = TestsPackage | PerformingModule | VerificationFixtures | VerificationTest


def select(model: Model, context: PassContext) -> Iterator[View]:
    """The tests of the cases of each system that perform something."""
    names = verification_names(model)
    for system in context.systems:
        tests = []
        for case in system.of_kind(Type):
            name = names.test(case)
            if name is not None:
                found, faults = compile_verification(model, case)
                context.report(*faults)
                if found is not None:
                    tests.append(_test(model, system, found, name))
        if tests:
            yield from _shared(model, system, tuple(test.origins[0] for test in tests))
            yield from tests


def _shared(model: Model, system: System, origins: tuple[str, ...]) -> Iterator[View]:
    schema, _ = build_schema(model, system.elements())
    has_database = bool(schema.tables)
    recorded = bool(recordings(model, system.elements(), schema)[0])
    folder = f"{system.name}/tests/verifications"
    performing = f"{folder}/performing.py"
    yield TestsPackage(f"{folder}/__init__.py", origins)
    yield PerformingModule(performing, origins, system.name, has_database, recorded)
    yield VerificationFixtures(f"{folder}/conftest.py", origins, system.name, has_database)


def _test(model: Model, system: System, found: Verification, name: str) -> VerificationTest:
    case = found.case
    return VerificationTest(
        path=f"{system.name}/tests/verifications/test_{name}.py",
        origins=(case.qualified_name, *(each.qualified_name for each in found.performs)),
        doc=_doc(model, case),
        imports=_imports(system, found),
        function=f"test_{name}",
        stand_ins=found.stand_ins,
        helpers=found.helpers,
        body=found.body,
    )


def _doc(model: Model, case: Element) -> str:
    """What a case shows: its own words, and the requirements it verifies."""
    said = " ".join(case.doc.split()) or f"The case {case.name} passes."
    verified = [requirement_id(model, each) or each.name or "" for each in _verified(model, case)]
    return f"{said}\n\nVerifies {', '.join(verified)}." if verified else said


def _verified(model: Model, case: Element) -> tuple[Element, ...]:
    """The requirements that the objective of a case verifies."""
    found: dict[int, Element] = {}
    for each in model.descendants(case):
        if isinstance(each, RequirementUsage) and each.role is Role.VERIFY:
            known = (one for one in model.generals(each) if one.library is None and one.name)
            for one in list(known)[:1]:
                found.setdefault(one.id, one)
    return tuple(found.values())


def _imports(system: System, found: Verification) -> tuple[tuple[str, ...], ...]:
    helpers = (*found.helpers, *(each for one in found.stand_ins for each in one.methods))
    texts = [*found.body]
    for helper in helpers:
        texts += [*helper.body, helper.result, *(type_ for _, type_ in helper.parameters)]
    mentioned = names_in(texts)
    modules = [each for each in ("pytest", "re") if any(f"{each}." in text for text in texts)]
    known = {each for each in found.imports if each.bound in mentioned}
    return import_blocks(modules, known, system.name, is_absolute=True)
