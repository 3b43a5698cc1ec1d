"""A type becomes a Python class: its bases, its features, and what is special about its kind.

Knows the kinds of types. Must not know single features, bodies of actions or states.
"""

from __future__ import annotations

import ast

from generator.compile.code import constant, name, tuple_of
from generator.compile.program.bodies import action_base, action_code, has_body, step_code
from generator.compile.program.building import Building, is_behavior, is_evaluated
from generator.compile.program.enumerations import enumeration_code
from generator.compile.program.features import feature_code, own_features
from generator.compile.program.machines import exhibited_code, state_base, state_code
from generator.compile.program.requirements import is_requirement
from generator.compile.program.results import result_code
from generator.ir import (
    ActionDefinition,
    ActionUsage,
    AttributeDefinition,
    AttributeUsage,
    BindingConnectorAsUsage,
    CalculationDefinition,
    CalculationUsage,
    CaseDefinition,
    CaseUsage,
    ConnectionUsage,
    ConnectorAsUsage,
    ConstraintDefinition,
    ConstraintUsage,
    EnumerationDefinition,
    Feature,
    FlowUsage,
    Library,
    Namespace,
    Reference,
    Role,
    StateDefinition,
    StateUsage,
    Type,
)

__all__ = ["bases", "class_code"]


def class_code(building: Building, type_: Namespace) -> ast.ClassDef:
    """The class of a type, or of the plain values of a package."""
    if isinstance(type_, EnumerationDefinition):
        return enumeration_code(building, type_)
    own = building.classes[type_.id]
    above = bases(building, type_) if isinstance(type_, Type) else ["Occurrence"]
    body: list[ast.stmt] = [ast.Expr(value=constant(type_.doc))] if type_.doc else []
    body += _names(building, type_)
    for feature in own_features(building, type_):
        body += feature_code(building, type_, feature)
    if isinstance(type_, Type):
        body += _behavior(building, type_, above[0])
    return class_definition(own, above, body)


def _behavior(building: Building, type_: Type, base: str) -> list[ast.stmt]:
    """What the class of a type has beyond its features."""
    body: list[ast.stmt] = []
    if is_evaluated(type_):
        body += result_code(building, type_, base)
    body += _ways(building, type_, "bindings", (BindingConnectorAsUsage,))
    body += _ways(building, type_, "connections", (ConnectionUsage, FlowUsage))
    if isinstance(type_, StateDefinition | StateUsage):
        body += state_code(building, type_, building.scope(type_))
    elif isinstance(type_, ActionDefinition | ActionUsage):
        body += action_code(building, type_, building.scope(type_))
    else:
        body += [*step_code(building, type_), *exhibited_code(building, type_)]
    return body


def class_definition(own: str, above: list[str], body: list[ast.stmt]) -> ast.ClassDef:
    """`class own(above): body`."""
    return ast.ClassDef(
        name=own, bases=[name(each) for each in above], keywords=[], body=body, decorator_list=[]
    )


def bases(building: Building, type_: Type) -> list[str]:
    """The classes of the generals of a type, nearest first; else the support class for its kind."""
    own = building.classes[type_.id]
    above = {class_: _above(building, class_) for class_ in _direct(building, type_)}
    found = [each for each in above if own not in above[each]]  # not around a circle
    kept = [
        class_
        for class_ in found
        if not any(class_ in above[other] for other in found if other != class_)
    ]
    return kept or [_base(building, type_)]


def _above(building: Building, class_: str) -> frozenset[str]:
    """The classes above a class."""
    found: set[str] = set()
    stack = [class_]
    while stack:
        type_ = building.written.get(stack.pop())
        if isinstance(type_, Type) and not isinstance(type_, EnumerationDefinition):
            new = [each for each in _direct(building, type_) if each not in found]
            found.update(new)
            stack += new
    return frozenset(found)


def _direct(building: Building, type_: Type) -> list[str]:
    own = building.classes[type_.id]
    found = [
        building.class_of(each)
        for each in building.model.generals(type_)
        if isinstance(each, Type)
        and not isinstance(each, EnumerationDefinition)
        and each.library is not Library.STANDARD
    ]
    return [each for each in dict.fromkeys(found) if each is not None and each != own]


def _base(building: Building, type_: Type) -> str:
    if is_requirement(building, type_):
        return "Requirement"
    if isinstance(type_, ConstraintDefinition | ConstraintUsage):
        return "Constraint"
    if isinstance(type_, CaseDefinition | CaseUsage):
        return "Case"
    if isinstance(type_, CalculationDefinition | CalculationUsage):
        return "SteppedCalculation" if has_body(building, type_) else "Calculation"
    if isinstance(type_, StateDefinition | StateUsage):
        return state_base(building, type_)
    if isinstance(type_, ActionDefinition | ActionUsage):
        return action_base(building, type_)
    is_data = isinstance(type_, AttributeDefinition | AttributeUsage)
    return "Data" if is_data else "Occurrence"


def _names(building: Building, type_: Namespace) -> list[ast.stmt]:
    """What the class is called in the model, and what its occurrences belong to."""
    shown: Namespace = type_
    if isinstance(type_, Feature):
        types = building.model.types(type_)
        shown = next((each for each in types if each.library is not Library.STANDARD), type_)
    found = [_assign("type_name", constant(shown.qualified_name))]
    if isinstance(type_, Feature):
        found.append(_assign("element", constant(type_.qualified_name)))
    if type_.role is Role.VARIANT:
        found.append(_assign("is_variant", constant(True)))
    outer = building.outer(type_) if isinstance(type_, Type) else ()
    class_ = building.class_of(outer[0]) if outer else None
    if class_ is not None:
        owner = ast.Name(id="owner", ctx=ast.Store())
        found.append(ast.AnnAssign(target=owner, annotation=name(class_), value=None, simple=1))
    return found


def _assign(variable: str, node: ast.expr) -> ast.stmt:
    return ast.Assign(targets=[ast.Name(id=variable, ctx=ast.Store())], value=node)


def _ways(
    building: Building, type_: Type, attribute: str, kinds: tuple[type[ConnectorAsUsage], ...]
) -> list[ast.stmt]:
    """`bind a = b.c`, `connect a to b.c`: pairs of ways to features."""
    pairs: list[ast.expr] = []
    for each in building.model.owned(type_, ConnectorAsUsage):
        if not isinstance(each, kinds) or (is_behavior(type_) and isinstance(each, FlowUsage)):
            continue
        ends = [_way(building, type_, end) for end in each.ends]
        found = [end for end in ends if end is not None]
        if len(found) > 1 and len(found) == len(ends):
            pairs += [tuple_of((found[0], other)) for other in found[1:]]
        elif isinstance(each, BindingConnectorAsUsage):
            building.report(each.span, "this binding")
    return [_assign(attribute, tuple_of(pairs))] if pairs else []


def _way(building: Building, type_: Type, end: Reference) -> ast.expr | None:
    path = end.path[1:] if end.path and end.path[0] == type_.id else end.path
    steps = [building.model.element(at) for at in path]
    attributes = [building.types.attribute(each) for each in steps if isinstance(each, Feature)]
    if not attributes or len(attributes) != len(steps):
        return None
    return tuple_of(constant(each) for each in attributes)
