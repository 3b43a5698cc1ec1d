"""Rules about metadata (KerML 1.0, clause 8.3.4.12; SysML 2.0, clause 8.3.27)."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary

from generator.diagnostics import Related
from generator.ir import (
    Element,
    ExpressionFeature,
    Feature,
    MetadataFeature,
    MetadataUsage,
    Model,
    Relationship,
    Role,
    SpecializationKind,
    Type,
)
from generator.rules.evaluable import is_evaluable
from generator.rules.metaclasses import METACLASSES, described, named
from generator.rules.registry import Finding, rule
from generator.rules.typing import all_types

_ANNOTATED = "Metaobjects::Metaobject::annotatedElement"
# What a metadata usage is typed by when nothing is written, and besides what is.
_IMPLIED = "Metadata::MetadataItem"
_PACKAGES = ("SysML::Systems", "SysML", "KerML::Root", "KerML::Core", "KerML::Kernel", "KerML")
# What can be annotated with metadata of some generals; annotations of one kind are many.
_allowed_by: WeakKeyDictionary[Model, dict[tuple[int, ...], list[tuple[Type, ...]]]] = (
    WeakKeyDictionary()
)


def _written_types(metadata: Feature, model: Model) -> list[Type]:
    written = [
        model.target(each.reference)
        for each in model.specializations(metadata, SpecializationKind.TYPING)
        if not each.is_implied
    ]
    if not written:
        return [each for each in all_types(model, metadata) if each.qualified_name != _IMPLIED]
    return [each for each in written if isinstance(each, Type)]


def _place(metadata: Feature, model: Model) -> Element | None:
    """What is written as the type of metadata, for a note that leads there."""
    found = model.generals(metadata, SpecializationKind.TYPING)
    return found[0] if found else None


@rule("validateMetadataFeatureMetaclass", MetadataUsage, MetadataFeature)
def one_metaclass(metadata: Feature, model: Model) -> Iterator[Finding]:
    """Metadata is typed by something that is no metadata definition, or by several.

    Metadata is an instance of one metaclass (KerML 1.0, 8.3.4.12.3), in SysML of one metadata definition.

    Bad:
    ```sysml
    item def Sticker;
    part def Suitcase { @Sticker; }             // error
    ```
    ```kerml
    class Sticker;
    class Suitcase { @Sticker; }                // error
    ```
    Good:
    ```sysml
    metadata def Sticker;
    part def Suitcase { @Sticker; }
    ```
    """
    types = _written_types(metadata, model)
    metaclasses = [each for each in types if isinstance(each, METACLASSES)]
    if not types or len(metaclasses) == 1:
        return
    wrong = types[0]
    names = " and ".join(named(each) for each in metaclasses)
    yield Finding(
        metadata.span,
        (
            f"metadata is typed by one metadata definition, and this is typed by {names}"
            if metaclasses
            else f"{named(wrong)} is {described(wrong)}, not a metadata definition"
        ),
        hint=(
            "declare it with `metadata def` (in KerML with `metaclass`)"
            if not metaclasses
            else None
        ),
        related=(Related("it is declared here", wrong.name_span or wrong.span),),
    )


@rule("validateMetadataFeatureMetaclassNotAbstract", MetadataUsage, MetadataFeature)
def metaclass_not_abstract(metadata: Feature, model: Model) -> Iterator[Finding]:
    """Metadata is typed by an abstract definition.

    Metadata is an instance (KerML 1.0, 8.3.4.12.3), and an abstract definition has none of its own.

    Bad:
    ```sysml
    abstract metadata def Label;
    part def Suitcase { @Label; }               // error
    ```
    Good:
    ```sysml
    abstract metadata def Label;
    metadata def Sticker :> Label;
    part def Suitcase { @Sticker; }
    ```
    """
    for each in _written_types(metadata, model):
        if each.is_abstract:
            yield Finding(
                metadata.span,
                f"{named(each)} is abstract, so there is no metadata of it",
                hint="use a definition that specialises it",
                related=(Related("it is declared here", each.name_span or each.span),),
            )
            return


@rule("validateMetadataFeatureAnnotatedElement", MetadataUsage, MetadataFeature)
def annotated_element(metadata: Feature, model: Model) -> Iterator[Finding]:
    """Metadata annotates an element of a kind that its definition does not allow.

    A metadata definition that redefines `annotatedElement` says what it can be applied to (KerML 1.0, 8.3.4.12.3).

    Bad:
    ```sysml
    metadata def Fragile { ref :>> annotatedElement : SysML::PartUsage; }
    action def Pack { @Fragile; }               // error
    ```
    Good:
    ```sysml
    metadata def Fragile { ref :>> annotatedElement : SysML::PartUsage; }
    part vase { @Fragile; }
    ```
    """
    allowed = _allowed(metadata, model)
    if not allowed or not isinstance(metadata, MetadataUsage | MetadataFeature):
        return
    about = [model.target(each) for each in metadata.about] or [model.owner(metadata)]
    for element in about:
        metaclass = None if element is None else _metaclass(element, model)
        if metaclass is None or element is None:
            continue
        if not any(all(model.specializes(metaclass, t) for t in types) for types in allowed):
            wanted = " or ".join(sorted({f"{named(t)}" for types in allowed for t in types}))
            yield Finding(
                metadata.span,
                f"this metadata is for {wanted}, and {named(element)} is {described(element)}",
            )


def _allowed(metadata: Feature, model: Model) -> list[tuple[Type, ...]]:
    """The types of each feature that says what can be annotated; empty where anything can."""
    root = model.find(_ANNOTATED)
    if root is None:
        return []
    known = _allowed_by.setdefault(model, {})
    key = tuple(each.id for each in model.generals(metadata))
    if key not in known:
        known[key] = _find_allowed(metadata, root, model)
    return known[key]


def _find_allowed(metadata: Feature, root: Element, model: Model) -> list[tuple[Type, ...]]:
    features = [
        each
        for at in sorted(model.all_generals(metadata) - {metadata.id})
        for each in model.owned(model.element(at), Feature)
        if model.specializes(each, root)
    ]
    redefined = {one.id for each in features for one in model.redefined(each)}
    left = [each for each in features if each.id not in redefined]
    concrete = [each for each in left if not each.is_abstract] or left
    if any(each.id == root.id for each in concrete):
        return []
    return [all_types(model, each) for each in concrete]


def _metaclass(element: Element, model: Model) -> Element | None:
    """The library's metaclass of an element, if the library has it."""
    name = element.kind
    if isinstance(element, Relationship):
        name = element.metaclass
    elif type(element) is ExpressionFeature:
        name = "Expression"
    for package in _PACKAGES:
        found = model.find(f"{package}::{name}")
        if found is not None:
            return found
    return None


@rule("validateMetadataFeatureBody", MetadataUsage, MetadataFeature)
def metadata_body(metadata: Feature, model: Model) -> Iterator[Finding]:
    """The body of metadata declares something new, or gives a value that is not known before anything runs.

    A body fills in the features of the metadata definition (KerML 1.0, 8.3.4.12.3), with values that can be evaluated on
    the model.

    Bad:
    ```sysml
    metadata def Sticker { attribute weight; }
    calc def estimate { return weight; }
    part def Suitcase {
        @Sticker { weight = estimate(); }       // error
    }
    ```
    Good:
    ```sysml
    metadata def Sticker { attribute weight; }
    part def Suitcase {
        @Sticker { weight = 20 + 3; }
    }
    ```
    """
    stack: list[Feature] = [metadata]
    while stack:
        owner = stack.pop()
        for each in model.owned(owner, Feature):
            if each.role is Role.MEMBER:
                continue
            stack.append(each)
            if not _fills_in(each, owner, model):
                yield Finding(
                    each.name_span or each.span,
                    f"{named(each)} is no feature of `{owner.name or _name(metadata, model)}`",
                    hint="name a feature of the metadata definition",
                )
            if each.value is not None and not is_evaluable(model, each.value.expression):
                yield Finding(
                    each.value.expression.span,
                    f"the value of {named(each)} cannot be evaluated on the model",
                    hint="use literals, metadata, and features that belong to a package",
                )


def _fills_in(feature: Feature, owner: Feature, model: Model) -> bool:
    written = model.specializations(feature, SpecializationKind.REDEFINITION)
    if any(not each.reference.path for each in written):
        return True  # reported already
    general = model.all_generals(owner)
    return any(
        model.element(each.reference.path[-1]).owner in general - {owner.id} for each in written
    )


def _name(metadata: Feature, model: Model) -> str | None:
    definition = _place(metadata, model)
    return None if definition is None else definition.name
