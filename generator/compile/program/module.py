"""A program: one Python module with the classes of an element and of everything it needs, and where it begins.

Knows how a module is put together. Must not know how a class comes about, nor who runs it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator.compile.code import unparse
from generator.compile.entry import Entry, Program
from generator.compile.program.bodies import PERFORMANCES
from generator.compile.program.building import Building
from generator.compile.program.classes import class_code
from generator.compile.program.machines import STATES
from generator.diagnostics import Diagnostic
from generator.ir import (
    ActionDefinition,
    ActionUsage,
    AnalysisCaseDefinition,
    AnalysisCaseUsage,
    AttributeDefinition,
    AttributeUsage,
    CalculationDefinition,
    CalculationUsage,
    CaseDefinition,
    CaseUsage,
    ConnectionDefinition,
    ConnectorAsUsage,
    ConstraintDefinition,
    ConstraintUsage,
    Element,
    EnumerationDefinition,
    EventOccurrenceUsage,
    Feature,
    FlowDefinition,
    MetadataDefinition,
    MetadataUsage,
    Model,
    OccurrenceDefinition,
    OccurrenceUsage,
    Package,
    ReferenceUsage,
    RenderingDefinition,
    RenderingUsage,
    RequirementDefinition,
    RequirementUsage,
    Role,
    SatisfyRequirementUsage,
    StateDefinition,
    StateUsage,
    Type,
    UseCaseDefinition,
    UseCaseUsage,
    VerificationCaseDefinition,
    VerificationCaseUsage,
    ViewDefinition,
    ViewUsage,
)

__all__ = ["NotRunnableFault", "compile_program", "kind_of_run"]

_NEVER = (
    ConnectionDefinition,
    ConnectorAsUsage,
    EventOccurrenceUsage,
    FlowDefinition,
    MetadataDefinition,
    MetadataUsage,
    RenderingDefinition,
    RenderingUsage,
    ViewDefinition,
    ViewUsage,
)
_KINDS: tuple[tuple[tuple[type[Element], ...], str], ...] = (
    ((RequirementDefinition, RequirementUsage), "requirement"),
    ((ConstraintDefinition, ConstraintUsage), "constraint"),
    ((VerificationCaseDefinition, VerificationCaseUsage), "verification"),
    ((AnalysisCaseDefinition, AnalysisCaseUsage), "analysis"),
    ((UseCaseDefinition, UseCaseUsage), "action"),
    ((CaseDefinition, CaseUsage), "case"),
    ((CalculationDefinition, CalculationUsage), "calc"),
    ((StateDefinition, StateUsage), "state"),
    ((ActionDefinition, ActionUsage), "action"),
    ((AttributeDefinition, AttributeUsage, OccurrenceDefinition, OccurrenceUsage), "instance"),
    ((ReferenceUsage,), "instance"),
)
_SUPPORT: Mapping[str, tuple[str, ...]] = {
    "literals": ("IntegerLiteral", "Literal", "RealLiteral", "TextLiteral"),
    "occurrences": (
        "Data",
        "Feature",
        "Occurrence",
        "Same",
        "feature",
        "many",
        "optional",
        "value",
    ),
    "cases": ("Calculation", "Constraint", "Requirement"),
    "stepped": ("Case", "SteppedCalculation"),
    "failures": ("missing_value", "unsupported"),
    "performances": PERFORMANCES,
    "states": STATES,
}
_STANDARD = (("typing", ("Any",)),)


class NotRunnableFault(Exception):
    """An element of a kind that does nothing and has no instances."""


def kind_of_run(element: Element) -> str | None:
    """The word for what running an element gives; None for what cannot be run."""
    if isinstance(element, _NEVER):
        return None
    return next((kind for classes, kind in _KINDS if isinstance(element, classes)), None)


def compile_program(
    model: Model, element: Element, names: Iterable[str] = (), inherited: Sequence[Feature] = ()
) -> tuple[Program, tuple[Diagnostic, ...]]:
    """The program that runs an element; NotRunnableFault for one that cannot be run.

    It has the classes of what some names lead to as well. With inherited features the last of them
    is run, in the context of the element. What has no meaning in a program is reported, and fails by name when the run gets there.
    """
    asked = inherited[-1] if inherited else element
    kind = kind_of_run(asked)
    if kind is None or not isinstance(element, Type):
        raise NotRunnableFault(f"`{asked.qualified_name}` is a {asked.kind}, which cannot be run")
    building = Building(model)
    entry = entry_of(building, element, kind)
    steps = tuple(building.types.attribute(each) for each in inherited)
    entry = replace(entry, path=(*entry.path, *steps))
    satisfactions = () if inherited else _satisfactions(building, element)
    for each in names:
        named = _named(model, each)
        if isinstance(named, Type) and kind_of_run(named) is not None:
            building.class_of_named(named)
    classes = classes_of(building)
    body = [*imports_of(building, classes), *classes]
    module = ast.Module(body=body, type_ignores=[])
    found = tuple(dict.fromkeys(building.diagnostics))
    return Program(unparse(module) + "\n", entry, satisfactions), found


def _named(model: Model, name: str) -> Element | None:
    """What a run means by a name: a qualified one, or that of a definition of the user's."""
    found = model.find(name)
    if found is not None or "::" in name:
        return found
    kinds = (OccurrenceDefinition, AttributeDefinition)
    definitions = (each for kind in kinds for each in model.of_kind(kind))
    return next((each for each in definitions if each.name == name and not each.library), None)


def _satisfactions(building: Building, element: Type) -> tuple[tuple[str, Entry], ...]:
    if not isinstance(element, RequirementDefinition | RequirementUsage):
        return ()
    found = []
    said = building.model.satisfactions(element) or _dissatisfactions(building.model, element)
    for each in said:
        by = building.model.target(each.satisfying) or building.model.owner(each)
        shown = each.satisfying.text if each.satisfying is not None else by and by.qualified_name
        found.append((shown or "", entry_of(building, each, "requirement")))
    return tuple(found)


def _dissatisfactions(model: Model, requirement: Type) -> tuple[SatisfyRequirementUsage, ...]:
    """What is said not to satisfy a requirement: that tells whom it is about, too."""
    return tuple(
        each
        for each in model.of_kind(SatisfyRequirementUsage)
        if each.is_negated and each.id != requirement.id and model.specializes(each, requirement)
    )


def entry_of(building: Building, element: Type, kind: str) -> Entry:
    """An enumeration has literals and no occurrence; a value of a package is held by the package."""
    chain: list[Type] = [element, *building.outer(element)]
    path: list[str] = []
    while len(chain) > 1 and isinstance(chain[0], Feature) and chain[0].role is not Role.VARIANT:
        path.insert(0, building.types.attribute(chain[0]))
        building.class_of(chain[0])
        chain.pop(0)
    top, root = chain[0], None
    owner = building.model.owner(top)
    if isinstance(owner, EnumerationDefinition) and isinstance(top, Feature):
        literal = building.types.literals(owner)[top.id]
        return Entry(kind, building.class_of(owner) or "", (literal,))
    if not isinstance(top, EnumerationDefinition):
        root = building.class_of_named(top)
    if isinstance(building.written.get(root or ""), EnumerationDefinition):
        root = None
    is_plain = isinstance(top, Feature) and (root is None or top.value is not None)
    if is_plain and isinstance(top, Feature) and isinstance(owner, Package):
        path.insert(0, building.types.attribute(top))
        return Entry(kind, building.class_of_package(owner, top), tuple(path))
    if root is None:
        raise NotRunnableFault(f"`{element.qualified_name}` has plain values and no features")
    return Entry(kind, root, tuple(path), isinstance(top, Feature))


def classes_of(building: Building) -> list[ast.ClassDef]:
    """The classes asked for, each after its bases."""
    found: dict[str, ast.ClassDef] = {}
    while building.waiting:
        type_ = building.waiting.pop(0)
        written = class_code(building, type_)
        found[written.name] = written
    order: dict[str, ast.ClassDef] = {}
    for each in found:
        _after_bases(each, found, order)
    return list(order.values())


def _after_bases(
    class_: str, found: Mapping[str, ast.ClassDef], order: dict[str, ast.ClassDef]
) -> None:
    stack = [class_]
    while stack:
        at = stack[-1]
        waiting = [
            each.id
            for each in found[at].bases
            if isinstance(each, ast.Name) and each.id in found and each.id not in order
        ]
        waiting = [each for each in waiting if each not in stack]
        if waiting:
            stack.append(waiting[0])
            continue
        order.setdefault(stack.pop(), found[at])


def imports_of(building: Building, classes: Sequence[ast.ClassDef]) -> list[ast.stmt]:
    used = {
        each.id for class_ in classes for each in ast.walk(class_) if isinstance(each, ast.Name)
    }
    found: dict[str, set[str]] = {}
    for module, names in (*_STANDARD, *_SUPPORT.items()):
        prefix = "" if (module, names) in _STANDARD else "support."
        found[prefix + module] = set(names) & used
    for needed in building.imports:
        found.setdefault(needed.module, set()).add(needed.name)
    lines: list[ast.stmt] = [
        ast.ImportFrom(module="__future__", names=[ast.alias(name="annotations")], level=0)
    ]
    for module, wanted in sorted(found.items()):
        if wanted:
            aliases = [ast.alias(name=each) for each in sorted(wanted)]
            lines.append(ast.ImportFrom(module=module, names=aliases, level=0))
    return lines
