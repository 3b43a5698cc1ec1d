"""What the class of a type says about a feature beside its value: scalar, unit, role, bounds, what it subsets.

Knows features and multiplicities. Must not know how a feature is written.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from generator.compile.code import Shape, constant, tuple_of
from generator.compile.program.building import Building
from generator.compile.program.composition import DONE_IN_STATES, is_composite
from generator.compile.scope import shape_of
from generator.compile.units import unit_of_type
from generator.ir import (
    ActionUsage,
    AttributeUsage,
    CalculationUsage,
    CaseUsage,
    ConstraintUsage,
    Feature,
    Library,
    Namespace,
    PerformActionUsage,
    RequirementUsage,
    Role,
    SatisfyRequirementUsage,
    SpecializationKind,
    StateUsage,
)

__all__ = ["has_features", "settings_of"]

_ROLES = {Role.ASSUME, Role.REQUIRE, Role.SUBJECT, Role.ACTOR, Role.STAKEHOLDER, Role.OBJECTIVE}
_ROLES |= {Role.FRAME, Role.VERIFY, Role.RETURN}
_SCALARS = ("Boolean", "Positive", "Natural", "Integer", "Rational", "Real", "String")


def settings_of(building: Building, owner: Namespace, feature: Feature) -> dict[str, ast.expr]:
    """What else the class says about a feature."""
    found: dict[str, ast.expr] = {}
    scalar = _scalar(building, feature)
    if scalar:
        found["of"] = constant(scalar)
    unit = _unit(building, feature)
    if unit is not None:
        found["unit"] = constant(unit)
    role = _role(feature)
    if role != "attribute":
        found["role"] = constant(role)
    if feature.direction is not None and feature.role is not Role.RETURN:
        found["direction"] = constant(feature.direction.value)
    found |= _bounds(building, owner, feature)
    if not _is_unique(building, feature):
        found["is_unique"] = constant(False)
    if is_composite(building, feature):
        found["is_composite"] = constant(True)
    subsets = _subsets(building, owner, feature)
    if subsets:
        found["subsets"] = tuple_of(constant(each) for each in subsets)
    return found


def _is_unique(building: Building, feature: Feature) -> bool:
    """Whether no value may come twice (KerML 1.0, 7.3.4.2): neither it nor what it redefines says `nonunique`."""
    redefined = building.model.redefined(feature)
    own = (each for each in redefined if each.library is not Library.STANDARD)
    return all(each.is_unique for each in (feature, *own))


def _subsets(building: Building, owner: Namespace, feature: Feature) -> list[str]:
    """The attributes of the owner whose values include those of a feature, or of one it redefines."""
    same = (feature, *building.model.redefined(feature))
    ids = {each.id for each in same}
    owners = (owner, *_generals(building, owner))
    found = [
        building.types.attribute(each)
        for one in same
        for each in building.model.generals(one, SpecializationKind.SUBSETTING)
        if isinstance(each, Feature)
        and each.library is not Library.STANDARD
        and each.id not in ids
        and building.model.owner(each) in owners
    ]
    return list(dict.fromkeys(found))


def _generals(building: Building, owner: Namespace) -> Sequence[object]:
    return [building.model.element(at) for at in building.model.all_generals(owner)]


def _role(feature: Feature) -> str:
    if feature.role in _ROLES:
        return feature.role.value
    if isinstance(feature, SatisfyRequirementUsage):
        return "satisfy"
    if isinstance(feature, RequirementUsage):
        return "requirement"
    if isinstance(feature, ConstraintUsage):
        return "assert" if hasattr(feature, "is_negated") else "constraint"
    if isinstance(feature, CaseUsage):
        return "case"
    if isinstance(feature, ActionUsage) and feature.role in DONE_IN_STATES:
        return "action"
    if isinstance(feature, PerformActionUsage):
        return "perform"
    if isinstance(feature, CalculationUsage):
        return "calculation"
    if isinstance(feature, ActionUsage):
        return "state" if isinstance(feature, StateUsage) else "action"
    return "attribute" if isinstance(feature, AttributeUsage) else "item"


def _bounds(building: Building, owner: Namespace, feature: Feature) -> dict[str, ast.expr]:
    multiplicity = building.model.multiplicity(feature)
    shape = shape_of(building.model, feature)
    if shape is Shape.MANY and _only_subsets(building, feature):
        makes = {"makes": constant(1)} if is_composite(building, feature) else {}
        return {"bounds": tuple_of((constant(0), constant(multiplicity.upper))), **makes}
    if shape is Shape.OPTIONAL and _is_said_to_be(building, feature):
        return {"bounds": tuple_of((constant(0), constant(1))), "makes": constant(1)}
    usual = {Shape.ONE: (1, 1), Shape.OPTIONAL: (0, 1), Shape.MANY: (0, None)}[shape]
    lower, upper = multiplicity.lower, multiplicity.upper
    if multiplicity.upper_expression is None and multiplicity.lower_expression is None:
        if (lower, upper) == usual:
            return {}
        return {"bounds": tuple_of((constant(lower), constant(upper)))}
    scope = building.scope(owner)
    values = []
    for number, expression in (
        (lower, multiplicity.lower_expression),
        (upper, multiplicity.upper_expression),
    ):
        compiled = None if expression is None else building.value(expression, scope)
        values.append(constant(number) if compiled is None else compiled.node)
    if multiplicity.lower_expression is None and lower is None:
        values[0] = values[1]
    itself = ast.arguments(
        posonlyargs=[], args=[ast.arg(arg="self")], kwonlyargs=[], kw_defaults=[], defaults=[]
    )
    return {"limits": ast.Lambda(args=itself, body=tuple_of(values))}


def _is_said_to_be(building: Building, feature: Feature) -> bool:
    """Whether a redefinition of what need not be there tells what it is like."""
    if feature.multiplicity is not None or not is_composite(building, feature):
        return False
    return bool(building.model.redefined(feature)) and has_features(building, feature)


def _only_subsets(building: Building, feature: Feature) -> bool:
    """Whether how many values there are is said of a larger set only: of a part of it, it is the upper bound."""
    return all(each.multiplicity is None for each in (feature, *building.model.redefined(feature)))


def _scalar(building: Building, feature: Feature) -> str:
    type_ = building.model.type_of(feature)
    if type_ is None or building.class_of(feature) is not None:
        return ""
    if building.model.specializes(type_, "Quantities::TensorQuantityValue"):
        return type_.qualified_name
    for each in _SCALARS:
        if building.model.specializes(type_, f"ScalarValues::{each}"):
            return each
    return ""


def _unit(building: Building, feature: Feature) -> str | None:
    """What the quantities of a feature have to be convertible to."""
    type_ = building.model.type_of(feature)
    if type_ is None or not building.model.specializes(type_, "Quantities::ScalarQuantityValue"):
        return None
    return unit_of_type(building.model, type_)


def has_features(building: Building, feature: Feature) -> bool:
    """Whether a feature has features of its own."""
    return any(each.role is not Role.MEMBER for each in building.model.owned(feature, Feature))
