"""A feature of a type becomes a `Feature` of its class: a slot, or a method that computes its value.

Knows features, their values and multiplicities. Must not know in which order classes are written.
"""

from __future__ import annotations

import ast

from generator.compile.code import Shape, call, constant, name, tuple_of
from generator.compile.data_fields import depends_on_object
from generator.compile.program.bodies_frames import forwarded
from generator.compile.program.building import Building
from generator.compile.program.composition import DONE_IN_STATES
from generator.compile.program.features_settings import has_features, settings_of
from generator.compile.scope import shape_of
from generator.compile.statements import give_back
from generator.ir import (
    AttributeUsage,
    CalculationUsage,
    ConnectorAsUsage,
    ConstraintUsage,
    ConstructorExpression,
    EnumerationUsage,
    Expression,
    Feature,
    FeatureValue,
    ItemUsage,
    Library,
    MetadataUsage,
    Model,
    Namespace,
    OccurrenceUsage,
    PortUsage,
    ReferenceUsage,
    Role,
    Type,
    effective_value,
    expressions_in,
)

__all__ = [
    "annotation",
    "feature_code",
    "is_structural",
    "kind_of",
    "method",
    "own_features",
    "slot",
    "value_decorator",
    "value_of",
]


def own_features(building: Building, type_: Namespace) -> tuple[Feature, ...]:
    """The features a type owns itself that hold values; of a package those that are asked for."""
    found = (
        each
        for each in building.model.owned(type_, Feature)
        if each.role is not Role.VARIANT and is_structural(each)
    )
    if isinstance(type_, Type):
        return tuple(each for each in found if each.role is not Role.MEMBER)
    return tuple(each for each in found if each.id in building.asked)


def is_structural(feature: Feature) -> bool:
    """Whether a feature holds values or occurrences; steps, states and connectors are lowered elsewhere."""
    if isinstance(feature, ConnectorAsUsage | MetadataUsage):
        return False
    if isinstance(feature, CalculationUsage | ConstraintUsage):
        return True
    plain = AttributeUsage | ReferenceUsage | ItemUsage | PortUsage
    return isinstance(feature, plain) or type(feature) is OccurrenceUsage


def feature_code(building: Building, owner: Namespace, feature: Feature) -> list[ast.stmt]:
    """The statements for one feature of a class."""
    if feature.role is Role.RETURN:
        return []
    attribute = building.types.attribute(feature)
    others = [
        _assign(other, call("Same", constant(attribute)))
        for other in building.types.other_names(feature)
    ]
    expression = value_of(building, feature)
    if expression is None and _says_nothing(building, feature):
        return others
    settings = settings_of(building, owner, feature)
    if expression is None:
        return [_slot(building, feature, attribute, settings), *others]
    known = len(building.diagnostics)
    node = building.fitted(expression[0], building.scope(owner), feature)
    if node is None:
        node = building.missing(known, feature.span, f"the value of `{feature.name}`")
    shown = feature.name or attribute
    decorator = value_decorator(building, feature, shown, expression[1], settings)
    return [method(attribute, node, annotation(building, feature), decorator, feature.doc), *others]


def _assign(attribute: str, node: ast.expr) -> ast.stmt:
    return ast.Assign(targets=[ast.Name(id=attribute, ctx=ast.Store())], value=node)


def shown_name(feature: Feature, attribute: str) -> str:
    """What a feature is called for people: an unnamed constraint by its condition."""
    written = getattr(feature, "result", None)
    return feature.name or (attribute if written is None else written.span.flat_text)


def _slot(
    building: Building, feature: Feature, attribute: str, settings: dict[str, ast.expr]
) -> ast.stmt:
    """A feature without a value of its own."""
    shown = constant(shown_name(feature, attribute))
    return _assign(attribute, slot(building, feature, shown, settings))


def slot(
    building: Building, feature: Feature, shown: ast.expr, settings: dict[str, ast.expr]
) -> ast.expr:
    """A feature that has no value until it is given one."""
    makers = {Shape.MANY: "many", Shape.OPTIONAL: "optional"}
    maker = makers.get(shape_of(building.model, feature), "feature")
    return call(maker, shown, kind_of(building, feature), **settings)


# -- the parts of a feature -----------------------------------------------------------------------


def value_of(building: Building, feature: Feature) -> tuple[Expression, str] | None:
    """The value of a feature and how it is meant; that of a redefined one where this one has nothing of its own."""
    value = feature.value
    if forwarded(building.model, feature) is not None:
        return None
    if value is None and building.model.redefined(feature):
        value = (
            None if has_features(building, feature) else effective_value(building.model, feature)
        )
    return None if value is None else (value.expression, _mode(building.model, feature, value))


def _mode(model: Model, feature: Feature, value: FeatureValue) -> str:
    if value.is_initial:
        return ":="
    if value.is_default:
        return "default"
    inside = expressions_in(value.expression)
    if any(isinstance(each, ConstructorExpression) for each in inside):
        return "once"
    return "computed" if depends_on_object(model, feature) else "="


def _says_nothing(building: Building, feature: Feature) -> bool:
    """Whether a redefinition only repeats what is inherited."""
    own = [
        each for each in building.model.redefined(feature) if each.library is not Library.STANDARD
    ]
    if feature.role in DONE_IN_STATES and any(each.role is not feature.role for each in own):
        return False  # what was a step beside the states becomes what the state does itself
    return (
        bool(own)
        and feature.multiplicity is None
        and not has_features(building, feature)
        and not any(
            each.kind == "typing" and not each.is_implied
            for each in building.model.specializations(feature)
        )
    )


def kind_of(building: Building, feature: Feature) -> ast.expr:
    """`lambda: Class`: classes refer to each other."""
    class_ = building.class_of(feature)
    if class_ is not None:
        for each in variants(building, feature):
            building.class_of(each)  # a run may be given one by its name
        return _lambda(name(class_))
    found = building.types.of_type(building.model.type_of(feature))
    building.imports.update(
        each for each in found.imports if not each.is_local or each.module.startswith("support.")
    )
    text = found.text
    return _lambda(name(text) if text.isidentifier() and text != "Any" else name("object"))


def variants(building: Building, feature: Feature) -> list[Type]:
    """The variants a feature may be: its own, or those of its type."""
    holders: list[Type] = [
        feature,
        *building.model.redefined(feature),
        *building.model.types(feature),
    ]
    return [
        each
        for holder in holders
        if getattr(holder, "is_variation", False)
        for each in building.model.owned(holder, Type)
        if each.role is Role.VARIANT and not isinstance(each, EnumerationUsage)
    ]


def _lambda(node: ast.expr) -> ast.Lambda:
    nothing = ast.arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[])
    return ast.Lambda(args=nothing, body=node)


def annotation(building: Building, feature: Feature) -> ast.expr:
    """The type of what a feature gives."""
    class_ = building.class_of(feature)
    found = building.types.of_type(building.model.type_of(feature))
    building.imports.update(
        each for each in found.imports if not each.is_local or each.module.startswith("support.")
    )
    text = class_ or found.text
    shape = shape_of(building.model, feature)
    if shape is Shape.MANY:
        text = f"tuple[{text}, ...]"
    elif shape is Shape.OPTIONAL and text != "Any":
        text = f"{text} | None"
    return ast.parse(text, mode="eval").body


def value_decorator(
    building: Building, feature: Feature, shown: str, mode: str, settings: dict[str, ast.expr]
) -> ast.expr:
    """The decorator of the method that computes a feature's value."""
    if mode != "=":
        settings = {"mode": constant(mode), **settings}
    shape = shape_of(building.model, feature)
    if shape is Shape.MANY:
        settings = {**settings, "is_many": constant(True)}
        settings.setdefault("bounds", tuple_of((constant(0), constant(None))))
    elif shape is Shape.OPTIONAL:
        settings.setdefault("bounds", tuple_of((constant(0), constant(1))))
    return call("value", constant(shown), kind_of(building, feature), **settings)


def method(
    attribute: str, node: ast.expr, returns: ast.expr, decorator: ast.expr, doc: str = ""
) -> ast.FunctionDef:
    """A decorated method that gives a value."""
    body: list[ast.stmt] = [ast.Expr(value=constant(doc))] if doc else []
    return ast.FunctionDef(
        name=attribute,
        args=ast.arguments(
            posonlyargs=[], args=[ast.arg(arg="self")], kwonlyargs=[], kw_defaults=[], defaults=[]
        ),
        body=[*body, give_back(node)],
        decorator_list=[decorator],
        returns=returns,
    )
