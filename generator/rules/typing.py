"""The types that a feature has for the rules: all of them, what the library implies included.

Source: KerML 1.0, 8.3.3.3 (Feature::type). What a general type of another one adds nothing to is left out.
Must not know particular rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary

from generator import ir
from generator.diagnostics import Related
from generator.ir import ElementId, Model, Specialization, SpecializationKind, Type
from generator.rules.metaclasses import Kinds, described, keyword, named
from generator.rules.registry import Finding

__all__ = ["all_types", "mistyped", "not_one_type"]

_Types = tuple[Type, ...]
_known: WeakKeyDictionary[Model, dict[ElementId, _Types]] = WeakKeyDictionary()


def all_types(model: Model, feature: ir.Feature) -> _Types:
    """Every type of a feature, through all it subsets, redefines and chains; without those that others imply."""
    known = _known.get(model)
    if known is None:
        known = _known[model] = {}
    stack = [feature]
    opened: set[ElementId] = set()
    while feature.id not in known:
        # What a feature subsets and redefines comes first, so that each is looked at once.
        at = stack[-1]
        below = () if at.id in opened else _features_above(model, at)
        opened.add(at.id)
        waiting = [each for each in below if each.id not in known and each.id not in opened]
        stack += waiting
        if not waiting:
            known[at.id] = _without_generals(model, _collect(model, at, known))
            stack.pop()
    return known[feature.id]


def _features_above(model: Model, feature: ir.Feature) -> list[ir.Feature]:
    found = (
        model.target(each.reference)
        for each in model.specializations(feature)
        if each.kind not in (SpecializationKind.CROSSING, SpecializationKind.TYPING)
    )
    return [each for each in found if isinstance(each, ir.Feature)]


def _collect(
    model: Model, feature: ir.Feature, known: dict[ElementId, _Types]
) -> dict[ElementId, Type]:
    found: dict[ElementId, Type] = {}
    seen = {feature.id}
    queue: list[ir.Element] = [feature]
    for at in queue:
        for each in model.specializations(at):
            general = model.target(each.reference)
            if general is None or general.id in seen or each.kind is SpecializationKind.CROSSING:
                continue
            if each.kind is SpecializationKind.TYPING or not isinstance(general, ir.Feature):
                if isinstance(general, Type):
                    found.setdefault(general.id, general)
                continue
            seen.add(general.id)
            if general.id in known:
                found.update((one.id, one) for one in known[general.id])
            else:
                queue.append(general)
    return found


def _without_generals(model: Model, types: dict[ElementId, Type]) -> _Types:
    if len(types) < 2:
        return tuple(types.values())
    implied: set[ElementId] = set()
    for at, each in types.items():
        if at not in implied:
            implied |= (model.all_generals(each) & types.keys()) - {at}
    return tuple(each for at, each in types.items() if at not in implied)


def mistyped(
    usage: ir.Usage, model: Model, allowed: Kinds, wanted: str, base: str | None = None
) -> Iterator[Finding]:
    """A finding when a type of a usage is none of the metaclasses allowed; `wanted` says which in words.

    What specialises the library type `base` is allowed too: a library can declare it by another keyword.
    """
    wrong = _others(all_types(model, usage), allowed)
    if base is not None:
        wrong = [each for each in wrong if not model.specializes(each, base)]
    if wrong:
        yield _finding(usage, model, wrong[0], wanted)


def not_one_type(usage: ir.Usage, model: Model, allowed: Kinds, wanted: str) -> Iterator[Finding]:
    """The same for a usage that must have a single type of the metaclasses allowed."""
    types = all_types(model, usage)
    wrong = _others(types, allowed)
    if wrong:
        yield _finding(usage, model, wrong[0], wanted)
    elif len(types) > 1:
        place = _leading_to(usage, model, types[1])
        names = " and ".join(named(each) for each in types)
        yield Finding(
            place.reference.span if place is not None else usage.name_span or usage.span,
            f"{described(usage)} has one type, and this one has {len(types)}: {names}",
            hint=f"let one of them specialise the other, or make it a second {keyword(type(usage))}",
        )


def _others(types: _Types, allowed: Kinds) -> list[Type]:
    """The types of other metaclasses; `Anything` is what is known about a value of which nothing is known."""
    wrong = [each for each in types if not isinstance(each, allowed)]
    return [each for each in wrong if each.qualified_name != "Base::Anything"]


def _finding(usage: ir.Usage, model: Model, wrong: Type, wanted: str) -> Finding:
    place = _leading_to(usage, model, wrong)
    span, through, hint = usage.name_span or usage.span, "", None
    if place is not None:
        target = model.target(place.reference)
        span = place.reference.span
        if target is not wrong:
            through = f"`{place.reference.text}` makes it {described(wrong)}: "
        elif isinstance(wrong, ir.Feature):
            hint = f"subset it: `:> {place.reference.text}`"
        elif isinstance(wrong, ir.Definition) and not isinstance(usage, ir.ConnectorAsUsage):
            hint = f"write `{keyword(type(wrong))}` instead of `{keyword(type(usage))}`"
    return Finding(
        span,
        f"{through}{described(usage)} is typed by {wanted}, and {named(wrong)} is {described(wrong)}",
        hint=hint,
        related=(Related("it is declared here", wrong.name_span or wrong.span),),
    )


def _leading_to(usage: ir.Usage, model: Model, wrong: Type) -> Specialization | None:
    """What is written about a usage that gives it a type; None where only the library does."""
    for each in model.specializations(usage):
        target = model.target(each.reference)
        if each.is_implied or target is None:
            continue
        if target is wrong:
            return each
        is_typing = each.kind is SpecializationKind.TYPING
        if not is_typing and isinstance(target, ir.Feature) and wrong in all_types(model, target):
            return each
    return None
