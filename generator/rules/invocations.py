"""Rules about what expressions name and invoke (KerML 1.0, clause 8.3.4.8)."""

from __future__ import annotations

from collections.abc import Iterator

from generator import ir
from generator.diagnostics import Related
from generator.ir import Direction, Element, Feature, Model, Role, Type
from generator.rules.featuring import direction_in, featuring
from generator.rules.fixes import dot_instead_of_colons, insert_word
from generator.rules.metaclasses import BEHAVIORS, CASES, METADATA, REQUIREMENTS, described, named
from generator.rules.registry import Finding, expression_rule
from generator.rules.typing import all_types


def _declared(element: Element) -> tuple[Related, ...]:
    return (Related("it is declared here", element.name_span or element.span),)


def _is_about_models(place: Element, model: Model) -> bool:
    """Whether an expression is evaluated on the model itself: a filter, or the body of metadata."""
    if place.role is Role.FILTER or isinstance(place, METADATA):
        return True
    return any(
        isinstance(each, METADATA) or each.role is Role.FILTER for each in model.owners(place)
    )


@expression_rule(
    "validateFeatureReferenceExpressionReferentIsFeature", ir.FeatureReferenceExpression
)
def referent_is_feature(
    expression: ir.FeatureReferenceExpression, place: Element, model: Model
) -> Iterator[Finding]:
    """An expression names something that is not a feature, so it has no value.

    An expression is evaluated to the values of the features it names (KerML 1.0, 8.3.4.8.5); a definition or a
    package has none. In the body of metadata a type may stand for itself.

    Bad:
    ```sysml
    part def Engine;
    part spare = Engine;                        // error
    ```
    Good:
    ```sysml
    part def Engine;
    part engine : Engine;
    part spare = engine;
    ```
    """
    path = expression.reference.path
    target = model.element(path[0]) if path else None
    if target is None or isinstance(target, (Feature, *BEHAVIORS)):
        return  # a function may be handed over by its name, as in `values->reduce '+'`
    if _is_about_models(place, model):
        return
    yield Finding(
        expression.span,
        f"{named(target)} is {described(target)}, so it has no value",
        hint="name a usage of it" if isinstance(target, Type) else "name a feature",
        related=_declared(target),
    )


@expression_rule("checkFeatureReferenceExpressionBindingConnector", ir.FeatureReferenceExpression)
def referent_is_reachable(
    expression: ir.FeatureReferenceExpression, place: Element, model: Model
) -> Iterator[Finding]:
    """An expression names a feature of something that is not around it.

    The result of the expression is bound to the feature it names (KerML 1.0, 8.4.4.9.4), so this has to be a
    feature of what the expression stands in. What is inside another feature is reached with dots; `::` does
    not say whose feature is meant.

    Bad:
    ```sysml
    part def Engine { attribute power; }
    part engine : Engine;
    attribute strength = engine::power;         // error
    ```
    Good:
    ```sysml
    part def Engine { attribute power; }
    part engine : Engine;
    attribute strength = engine.power;
    ```
    """
    path = expression.reference.path
    target = model.element(path[0]) if path else None
    if not isinstance(target, Feature) or _is_about_models(place, model):
        return
    if not featuring(model).is_reachable(place, target):
        owner = model.owner(target)
        where = f" of {named(owner)}" if owner is not None and owner.name else ""
        yield Finding(
            expression.span,
            f"`{expression.reference.text}` is a feature{where}, which is not around here",
            hint="write the feature that has it, a dot, and its name",
            fix=dot_instead_of_colons(expression.reference, model),
            related=_declared(target),
        )


@expression_rule("validateInvocationExpressionInstantiatedType", ir.InvocationExpression)
def invoked_type(
    expression: ir.InvocationExpression, place: Element, model: Model
) -> Iterator[Finding]:
    """An expression invokes something that is no behaviour.

    A function, a calculation or an action can be performed (KerML 1.0, 8.3.4.8.8), and a feature that is typed by
    one. Values and parts are constructed, with `new`.

    Bad:
    ```sysml
    part def Engine;
    part engine = Engine();                     // error
    ```
    Good:
    ```sysml
    part def Engine;
    part engine = new Engine();
    ```
    """
    target = model.target(expression.function)
    if target is None or isinstance(target, BEHAVIORS):
        return
    if isinstance(target, Feature):
        types = all_types(model, target)
        if not types or (len(types) == 1 and isinstance(types[0], BEHAVIORS)):
            return
    constructible = isinstance(target, Type) and not isinstance(target, Feature)
    yield Finding(
        expression.function.span,
        f"{named(target)} is {described(target)}, which cannot be invoked",
        hint=(
            f"to construct one, write `new {expression.function.text}(…)`"
            if constructible
            else None
        ),
        fix=insert_word(expression.function.span, "new") if constructible else None,
        related=_declared(target),
    )


@expression_rule("validateInstantiationExpressionInstantiatedType", ir.ConstructorExpression)
def constructed_type(
    expression: ir.ConstructorExpression, place: Element, model: Model
) -> Iterator[Finding]:
    """An expression constructs something that is no type.

    Only a type has instances (KerML 1.0, 8.3.4.8.6).

    Bad:
    ```sysml
    package Engines;
    part engine = new Engines();                // error
    ```
    Good:
    ```sysml
    part def Engine;
    part engine = new Engine();
    ```
    """
    target = model.target(expression.type)
    if target is not None and not isinstance(target, Type):
        yield Finding(
            expression.type.span,
            f"{named(target)} is {described(target)}, of which there are no instances",
            related=_declared(target),
        )


@expression_rule("validateInvocationExpressionParameterRedefinition", ir.InvocationExpression)
def argument_has_parameter(
    expression: ir.InvocationExpression, place: Element, model: Model
) -> Iterator[Finding]:
    """An argument belongs to no input of what is invoked.

    Arguments stand in the order of the input parameters, or name them (KerML 1.0, 8.3.4.8.8).

    Bad:
    ```sysml
    calc def Half { in amount; return half; }
    attribute share = Half(4, 5);               // error
    ```
    Good:
    ```sysml
    calc def Half { in amount; return half; }
    attribute share = Half(4);
    attribute other = Half(amount = 5);
    ```
    """
    target = model.target(expression.function)
    if not isinstance(target, Type) or target.library is not None:
        return
    if isinstance(target, (*REQUIREMENTS, *CASES)):
        return  # their subjects and actors are inputs as well
    is_full = False
    for each in expression.arguments:
        parameter = None if each.parameter is None else model.element(each.parameter)
        if each.name is None and parameter is None:
            if is_full:  # the first one that is too many says it for those after it
                continue
            is_full = True
            yield Finding(
                each.value.span,
                f"{named(target)} has no input for this argument",
                related=_declared(target),
            )
        elif isinstance(parameter, Feature) and not _is_input(parameter, target, model):
            yield Finding(
                each.value.span,
                f"{named(parameter)} is no input of {named(target)}",
                related=_declared(parameter),
            )


def _is_input(parameter: Feature, invoked: Type, model: Model) -> bool:
    return direction_in(model, invoked, parameter) in (Direction.IN, Direction.INOUT)


def _twice(arguments: tuple[ir.Argument, ...], what: str, model: Model) -> Iterator[Finding]:
    seen: set[int] = set()
    for each in arguments:
        if each.parameter is None:
            continue
        if each.parameter in seen:
            target = model.element(each.parameter)
            yield Finding(
                each.value.span,
                f"the {what} {named(target)} has a value already",
                related=_declared(target),
            )
        seen.add(each.parameter)


@expression_rule(
    "validateInvocationExpressionNoDuplicateParameterRedefinition", ir.InvocationExpression
)
def no_duplicate_parameter(
    expression: ir.InvocationExpression, place: Element, model: Model
) -> Iterator[Finding]:
    """Two arguments are for the same parameter.

    A parameter has one argument (KerML 1.0, 8.3.4.8.8), which may be a sequence.

    Bad:
    ```sysml
    calc def Share { in amount; in count; return share; }
    attribute share = Share(amount = 4, amount = 5); // error
    ```
    Good:
    ```sysml
    calc def Share { in amount; in count; return share; }
    attribute share = Share(amount = 4, count = 5);
    ```
    """
    return _twice(expression.arguments, "parameter", model)


@expression_rule(
    "validateConstructorExpressionNoDuplicateFeatureRedefinition", ir.ConstructorExpression
)
def no_duplicate_feature(
    expression: ir.ConstructorExpression, place: Element, model: Model
) -> Iterator[Finding]:
    """Two arguments of a constructor are for the same feature.

    A feature of the new instance has one argument (KerML 1.0, 8.3.4.8.3), which may be a sequence.

    Bad:
    ```sysml
    attribute def Colour { attribute red; attribute blue; }
    attribute colour = new Colour(red = 1, red = 2); // error
    ```
    Good:
    ```sysml
    attribute def Colour { attribute red; attribute blue; }
    attribute colour = new Colour(red = 1, blue = 2);
    ```
    """
    return _twice(expression.arguments, "feature", model)
