"""Requirements that stand for others: `satisfy r by x`, `require r`, `verify r`, and whose subject they are about.

Such a usage is an occurrence of the class of the requirement it refers to. Where that one belongs to another
requirement or to a part, there is an occurrence of the owner in between. Knows requirements; must not know other
kinds of types.
"""

from __future__ import annotations

import ast

from generator.compile.code import attribute, call, constant, name
from generator.compile.constraints import subject
from generator.compile.program.building import Building
from generator.compile.program.features import annotation, method, value_decorator
from generator.compile.program.features_settings import settings_of
from generator.compile.scope import Scope
from generator.ir import (
    ConstraintUsage,
    Element,
    Expression,
    Feature,
    FeatureReferenceExpression,
    RequirementDefinition,
    RequirementUsage,
    SatisfyRequirementUsage,
    Type,
)

__all__ = ["is_requirement", "referred_requirement", "requirement_code"]

_CONTEXT = "owner"


def is_requirement(building: Building, type_: Element) -> bool:
    """Whether an element is a requirement, or a usage such as `require r` that stands for one."""
    if isinstance(type_, RequirementDefinition | RequirementUsage):
        return True
    return referred_requirement(building, type_) is not None


def referred_requirement(building: Building, type_: Element) -> Type | None:
    """The requirement a usage stands for."""
    if not isinstance(type_, ConstraintUsage):
        return None
    target = building.model.target(type_.reference)
    is_one = isinstance(target, RequirementDefinition | RequirementUsage)
    return target if is_one and isinstance(target, Type) else None


def requirement_code(building: Building, type_: Type) -> list[ast.stmt]:
    """What the class of a requirement has beyond its features."""
    body: list[ast.stmt] = []
    if getattr(type_, "is_negated", False):
        target = ast.Name(id="is_negated", ctx=ast.Store())
        body.append(ast.Assign(targets=[target], value=constant(True)))
    holder = _holder(building, type_)
    if holder is not None:
        body.append(_beginning(building, type_, holder))
    if isinstance(type_, SatisfyRequirementUsage):
        body += _subject(building, type_, is_nested=holder is not None)
    return body


def _holder(building: Building, type_: Type) -> Type | None:
    """What the requirement that a usage stands for belongs to, if that is not what the usage belongs to."""
    target = referred_requirement(building, type_)
    outer = () if target is None else building.outer(target)
    if not outer or outer[0] in building.outer(type_):
        return None
    own = building.outer(type_)
    if own and building.model.specializes(own[0], outer[0]):
        return None
    return outer[0]


def _beginning(building: Building, type_: Type, holder: Type) -> ast.stmt:
    """`__init__`: the owner is an occurrence of what the requirement belongs to, in the context of the usage."""
    class_ = building.class_of(holder) or "Occurrence"
    given: dict[str, ast.expr] = {}
    about = subject(building.model, holder)
    by = _satisfying(building, type_)
    if about is not None and by is not None:
        node = building.fitted(by, _moved(building, type_, name("owner")), about)
        if node is not None:
            given[building.types.attribute(about)] = node
    made = call(class_, name("owner"), **given)
    whole = call(attribute(call("super"), "__init__"), made)
    whole.keywords.append(ast.keyword(arg=None, value=name("given")))
    arguments = ast.arguments(
        posonlyargs=[
            ast.arg(arg="self"),
            ast.arg(arg="owner", annotation=name("Any")),
        ],
        args=[],
        kwonlyargs=[],
        kw_defaults=[],
        defaults=[constant(None)],
        kwarg=ast.arg(arg="given", annotation=name("Any")),
    )
    return ast.FunctionDef(
        name="__init__",
        args=arguments,
        body=[ast.Expr(value=whole)],
        decorator_list=[],
        returns=constant(None),
    )


def _moved(building: Building, type_: Type, node: ast.expr) -> Scope:
    """The scope of what a usage belongs to, which a Python expression leads to."""
    outer = building.outer(type_)
    return building.scope(outer[0], node) if outer else Scope(world=building)


def _satisfying(building: Building, type_: Type) -> Expression | None:
    if not isinstance(type_, SatisfyRequirementUsage):
        return None
    if type_.satisfying is not None:
        return FeatureReferenceExpression(span=type_.satisfying.span, reference=type_.satisfying)
    return None


def _subject(
    building: Building, type_: SatisfyRequirementUsage, *, is_nested: bool
) -> list[ast.stmt]:
    """The subject is what satisfies: what `by` names, else the owner."""
    target: Element | None = referred_requirement(building, type_) or type_
    about = None if target is None else subject(building.model, target)
    if about is None or about.value is not None or _is_bound(building, type_, about):
        return []
    context: ast.expr = attribute(name("self"), _CONTEXT)
    if is_nested:
        context = attribute(context, _CONTEXT)
    by = _satisfying(building, type_)
    node = context
    if by is not None:
        known = len(building.diagnostics)
        found = building.fitted(by, _moved(building, type_, context), about)
        node = found or building.missing(known, type_.span, "what satisfies")
    settings = settings_of(building, type_, about)
    decorator = value_decorator(building, about, about.name or "subject", "=", settings)
    own = building.types.attribute(about)
    return [method(own, node, annotation(building, about), decorator)]


def _is_bound(building: Building, type_: Type, about: Feature) -> bool:
    """Whether the usage itself says what its subject is."""
    owned = building.model.owned(type_, Feature)
    return any(each.id == about.id for each in owned)
