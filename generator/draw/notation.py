"""Elements in the words of the textual notation: keywords, features, types, multiplicities, values.

Knows the model. Text is cut to what fits in a box; the model keeps the rest.
"""

from __future__ import annotations

import re
from functools import cache

from generator.draw.wording import shorten, visible
from generator.ir import (
    Definition,
    Direction,
    Element,
    Expression,
    Feature,
    Model,
    Multiplicity,
    Specialization,
    SpecializationKind,
    Type,
    Usage,
)

__all__ = [
    "direction_of_port",
    "explicit_generals",
    "expression_text",
    "feature_text",
    "keyword",
    "name_of",
    "signature",
    "typed_name",
    "types_text",
]

_SHORT = {
    "Enumeration": "enum",
    "Calculation": "calc",
    "UseCase": "use case",
    "IncludeUseCase": "include use case",
    "VerificationCase": "verification",
    "AnalysisCase": "analysis",
    "PerformAction": "perform",
    "ExhibitState": "exhibit state",
    "Reference": "ref",
    "AssertConstraint": "assert constraint",
    "SatisfyRequirement": "satisfy",
    "AcceptAction": "accept",
    "SendAction": "send",
    "AssignmentAction": "assign",
    "TerminateAction": "terminate",
    "EventOccurrence": "event",
    "IfAction": "if",
    "WhileLoopAction": "loop",
    "ForLoopAction": "for",
}
_VALUE = 32
_LINE = 64


def keyword(element: Element) -> str:
    """The keyword of an element: `part def`, `enum def`, `use case`, `package`."""
    return _keyword(type(element).__name__)


@cache
def _keyword(metaclass: str) -> str:
    stem, _, suffix = re.sub(r"(Definition|Usage|AsUsage)$", r" \1", metaclass).partition(" ")
    word = _SHORT.get(stem) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", stem).lower()
    return f"{word} def" if suffix == "Definition" else word


def name_of(element: Element) -> str:
    """The name people know an element by; its keyword in brackets when it has none."""
    return visible(element.name or element.short_name or "") or f"({keyword(element)})"


def explicit_generals(
    model: Model, element: Element, *kinds: SpecializationKind
) -> tuple[Element, ...]:
    """The general types the author wrote, without those the specification adds."""
    found: dict[int, Element] = {}
    for each in model.specializations(element, *kinds):
        if each.general is not None and not each.is_implied:
            found.setdefault(each.general, model.element(each.general))
    return tuple(found.values())


def types_text(model: Model, feature: Feature) -> str:
    """The types of a feature as written, in its declaration or in one it redefines, or ""."""
    for declaration in (feature, *model.redefined(feature)):
        written = model.specializations(declaration, SpecializationKind.TYPING)
        names = [_general_name(model, each) for each in written if not each.is_implied]
        if names:
            return ", ".join(names)
    subsetted = (
        name_of(each)
        for each in model.types(feature)
        if isinstance(each, Definition) and each.library is None
    )
    return ", ".join(subsetted)


def _general_name(model: Model, specialization: Specialization) -> str:
    general = model.target(specialization.reference)
    name = name_of(general) if general is not None else visible(specialization.reference.text)
    return f"~{name}" if specialization.is_conjugated else name


def typed_name(model: Model, feature: Feature) -> str:
    """`name : Type [0..*]`."""
    types = types_text(model, feature)
    text = name_of(feature) + (f" : {types}" if types else "")
    return shorten(text + _multiplicity(feature.multiplicity), _LINE)


def feature_text(model: Model, feature: Feature) -> str:
    """A feature as one line of a compartment: direction, name, type, multiplicity, value."""
    prefix = f"{feature.direction.value} " if feature.direction is not None else ""
    redefined = explicit_generals(model, feature, SpecializationKind.REDEFINITION)
    mark = ":>> " if redefined and feature.declared_name is None else ""
    text = f"{prefix}{mark}{typed_name(model, feature)}"
    if feature.value is not None:
        sign = ":=" if feature.value.is_initial else "="
        value = expression_text(feature.value.expression, _LINE)
        # What a parameter is computed from is behaviour; a box of many parameters has no room for it.
        limit = _VALUE if feature.direction is None else _VALUE // 2
        text += f" {sign} {value if len(value) <= limit else '…'}"
    return shorten(text, _LINE)


def _multiplicity(multiplicity: Multiplicity | None) -> str:
    if multiplicity is None or (multiplicity.lower, multiplicity.upper) == (1, 1):
        return ""
    lower = _bound(multiplicity.lower, multiplicity.lower_expression)
    upper = _bound(multiplicity.upper, multiplicity.upper_expression)
    if lower == upper or (lower == "0" and upper == "*"):
        return f" [{upper}]"
    return f" [{lower}..{upper}]"


def _bound(value: int | None, expression: Expression | None) -> str:
    if value is not None:
        return str(value)
    return expression_text(expression, 16) if expression is not None else "*"


def expression_text(expression: Expression, limit: int) -> str:
    """An expression as its author wrote it, shortened."""
    return shorten(expression.span.flat_text, limit)


def signature(model: Model, element: Element) -> tuple[str, ...]:
    """The directed features of a type, one line each, in order."""
    if not isinstance(element, Type):
        return ()
    return tuple(
        feature_text(model, each) for each in model.features(element) if each.direction is not None
    )


# -- ports ----------------------------------------------------------------------------------------


def direction_of_port(model: Model, port: Usage) -> Direction | None:
    """The direction all directed features of a port share, seen from its part; None when they differ."""
    if port.direction is not None:
        return port.direction
    found = {each.direction for each in model.features(port) if each.direction is not None}
    if len(found) != 1:
        return None
    direction = found.pop()
    if direction is Direction.INOUT or not model.is_conjugated(port):
        return direction
    return Direction.OUT if direction is Direction.IN else Direction.IN
