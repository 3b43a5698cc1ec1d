"""Rules about what a type may specialise (KerML 1.0, clauses 8.3.3.1, 8.3.4.1 to 8.3.4.6)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Related
from generator.ir import Classifier, Element, Model, Specialization, SpecializationKind, Type
from generator.rules.metaclasses import (
    ASSOCIATIONS,
    BEHAVIORS,
    CLASSES,
    DATA_TYPES,
    STRUCTURES,
    described,
    named,
)
from generator.rules.registry import Finding, rule

__all__ = ["owned_conjugations"]

_NO_SPECIALIZATION = frozenset({SpecializationKind.CONJUGATION, SpecializationKind.CHAINING})


def _written(model: Model, type_: Element) -> Iterator[tuple[Specialization, Element]]:
    """The specialisations of a type that somebody wrote, with the general of each."""
    for each in model.specializations(type_):
        target = model.target(each.reference)
        if not each.is_implied and target is not None and each.kind not in _NO_SPECIALIZATION:
            yield each, target


def owned_conjugations(type_: Element, model: Model) -> list[Specialization]:
    """The conjugations a type owns: those in its declaration, not those that stand by themselves."""
    span = type_.span
    return [
        each
        for each in model.specializations(type_, SpecializationKind.CONJUGATION)
        if each.reference.span.source is span.source
        and span.start <= each.reference.span.start < span.end
    ]


def _clash(type_: Element, each: Specialization, general: Element, reason: str) -> Finding:
    return Finding(
        each.reference.span,
        f"{described(type_)} cannot specialise {described(general)}: {reason}",
        related=(Related("it is declared here", general.name_span or general.span),),
    )


@rule("validateDataTypeSpecialization", Classifier)
def data_type_specialization(type_: Classifier, model: Model) -> Iterator[Finding]:
    """A data type specialises a class or an association.

    Values of a data type have no identity and no extent in time; objects and links have (KerML 1.0, 8.3.4.1).
    Nothing can be both, so a data type (in SysML an attribute definition) specialises data types only.

    Bad:
    ```sysml
    part def Tank;
    attribute def Level :> Tank;                // error
    ```
    ```kerml
    class Tank;
    datatype Level specializes Tank;            // error
    ```
    Good:
    ```sysml
    attribute def Length;
    attribute def Level :> Length;
    ```
    """
    if not isinstance(type_, DATA_TYPES):
        return
    for each, general in _written(model, type_):
        if isinstance(general, (*CLASSES, *ASSOCIATIONS)):
            yield _clash(type_, each, general, "values have no identity")


@rule("validateClassSpecialization", Classifier)
def class_specialization(type_: Classifier, model: Model) -> Iterator[Finding]:
    """A class specialises a data type, or an association without being one itself.

    What exists or happens in time is neither a value nor a link (KerML 1.0, 8.3.4.2). In SysML every definition
    but an attribute definition is a class.

    Bad:
    ```sysml
    attribute def Level;
    part def Tank :> Level;                     // error
    ```
    ```kerml
    abstract assoc Mating;
    class Bird specializes Mating;              // error
    ```
    Good:
    ```sysml
    attribute def Level;
    part def Tank { attribute level : Level; }
    ```
    """
    if not isinstance(type_, CLASSES):
        return
    for each, general in _written(model, type_):
        if isinstance(general, DATA_TYPES):
            yield _clash(type_, each, general, "what exists in time is no value")
        elif isinstance(general, ASSOCIATIONS) and not isinstance(type_, ASSOCIATIONS):
            yield _clash(type_, each, general, "it is no link")


@rule("validateStructureSpecialization", Classifier)
def structure_specialization(type_: Classifier, model: Model) -> Iterator[Finding]:
    """A structure specialises a behaviour.

    A structure is there, a behaviour takes place (KerML 1.0, 8.3.4.3): let the structure perform it instead.
    Items, parts, ports and connections are structures; actions, states, calculations and constraints behaviours.

    Bad:
    ```sysml
    action def Fly;
    part def Bird :> Fly;                       // error
    ```
    Good:
    ```sysml
    action def Fly;
    part def Bird { perform action fly : Fly; }
    ```
    """
    if not isinstance(type_, STRUCTURES):
        return
    for each, general in _written(model, type_):
        if isinstance(general, BEHAVIORS):
            yield _clash(type_, each, general, "what is there does not take place")


@rule("validateBehaviorSpecialization", Classifier)
def behavior_specialization(type_: Classifier, model: Model) -> Iterator[Finding]:
    """A behaviour specialises a structure.

    A behaviour takes place, a structure is there (KerML 1.0, 8.3.4.6). What a behaviour works on is a parameter
    of it.

    Bad:
    ```sysml
    item def Seed;
    action def Sow :> Seed;                     // error
    ```
    Good:
    ```sysml
    item def Seed;
    action def Sow { in item seed : Seed; }
    ```
    """
    if not isinstance(type_, BEHAVIORS):
        return
    for each, general in _written(model, type_):
        if isinstance(general, STRUCTURES) and not isinstance(general, BEHAVIORS):
            yield _clash(type_, each, general, "what takes place is not a thing")


@rule("validateSpecificationSpecificNotConjugated", Type, written=(SpecializationKind.CONJUGATION,))
def specific_not_conjugated(type_: Type, model: Model) -> Iterator[Finding]:
    """A conjugated type specialises another one as well.

    All features of a conjugated type come from the type it conjugates, with their directions turned round
    (KerML 1.0, 8.3.3.1.2). To add something, specialise the conjugated type by one more type.

    Bad:
    ```kerml
    classifier Socket { in current; }
    classifier Fitting;
    classifier Plug conjugates Socket;
    subclassifier Plug specializes Fitting;     // error
    ```
    Good:
    ```kerml
    classifier Socket { in current; }
    classifier Fitting;
    classifier Plug conjugates Socket;
    classifier LampPlug specializes Plug, Fitting;
    ```
    """
    if not owned_conjugations(type_, model):
        return
    for each, general in _written(model, type_):
        yield Finding(
            each.reference.span,
            f"{named(type_)} conjugates another type, so it cannot specialise {named(general)}",
            hint="declare one more type that specialises both",
        )


@rule("checkTypeSpecialization", Type, written=(SpecializationKind.CONJUGATION,))
def leads_to_anything(type_: Type, model: Model) -> Iterator[Finding]:
    """A type conjugates itself, directly or through others, so nothing says what it is.

    Every type specialises `Base::Anything` in the end (KerML 1.0, 8.4.3.1). A conjugated type does so through the
    type it conjugates.

    Bad:
    ```kerml
    classifier Plug conjugates Socket;          // error
    classifier Socket conjugates Plug;          // error
    ```
    Good:
    ```kerml
    classifier Socket { in current; }
    classifier Plug conjugates Socket;
    ```
    """
    at: Element = type_
    seen: set[int] = set()
    while at.id not in seen:
        seen.add(at.id)
        conjugated = model.generals(at, SpecializationKind.CONJUGATION)
        if not conjugated:
            return
        at = conjugated[0]
    if at.id == type_.id:
        place = model.specializations(type_, SpecializationKind.CONJUGATION)[0].reference
        yield Finding(
            place.span,
            f"{named(type_)} conjugates itself",
            hint="name the type whose directions are turned round",
        )
