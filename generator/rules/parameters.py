"""Rules about parameters and the ones they redefine by their place (KerML 1.0, clause 8.4.4.6.1)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Edit, Fix, Related, Severity
from generator.ir import Direction, Feature, Library, Model, Role, SpecializationKind, Type
from generator.rules.featuring import direction_in
from generator.rules.metaclasses import named
from generator.rules.registry import Finding, rule
from generator.source import Span

__all__ = ["displaced", "parameter_by_position"]


def displaced(parameter: Feature, model: Model) -> Feature | None:
    """The inherited parameter of another name that one redefines only by its place, None if there is none.

    Parameters of the standard library are named again everywhere, so they do not count.
    """
    name = parameter.declared_name or parameter.short_name
    if parameter.role is not Role.PARAMETER or name is None:
        return None
    found: list[Feature] = []
    for each in model.specializations(parameter, SpecializationKind.REDEFINITION):
        target = model.target(each.reference)
        if not isinstance(target, Feature):
            continue
        if not each.is_implied or name in (target.name, target.short_name):
            return None
        if target.name is not None and target.library is not Library.STANDARD:
            found.append(target)
    return found[0] if found else None


@rule("parameter-by-position", Type, severity=Severity.WARNING)
def parameter_by_position(type_: Type, model: Model) -> Iterator[Finding]:
    """A parameter takes the place of an inherited one that has another name.

    The first parameter of a behaviour redefines the first one of what it specialises, the second one the second,
    whatever their names are (KerML 1.0, 8.4.4.6.1): the inherited parameter is gone. Who wants another parameter
    besides begins with those that are inherited; who means the inherited one uses its name, or writes `:>>`. Of
    several in one behaviour the first is told. A usage that names all parameters again may call them as it likes.

    Bad:
    ```sysml
    action def Step { in caller; in token; }
    action def Special :> Step { in user; in note; } // warning
    action run : Step { in note = 3; }               // warning
    ```
    Good:
    ```sysml
    action def Step { in caller; in token; }
    action def Special :> Step { in :>> caller; in :>> token; in note; }
    action run : Step { in :>> token = 3; }
    action ran : Step { in user = "me"; in key = 3; }
    action def Renamed :> Step { in user :>> caller; }
    ```
    """
    own = [each for each in model.owned(type_, Feature) if each.role is Role.PARAMETER]
    for each in own:
        lost = displaced(each, model)
        if lost is None or _is_renamed(each, own, lost, model):
            continue
        direction = direction_in(model, type_, lost)
        if direction not in (each.direction, Direction.INOUT):
            return  # which is an error of its own
        yield _finding(each, lost, own, model)
        return


def _is_renamed(parameter: Feature, own: list[Feature], lost: Feature, model: Model) -> bool:
    """Whether a usage names all inherited parameters again, and none of them as another one is called."""
    if not isinstance(model.owner(parameter), Feature):
        return False
    inherited = _beside(lost, model)
    if any(parameter.name == each.name for each in inherited):
        return False
    return len(own) >= sum(1 for each in inherited if each.library is not Library.STANDARD)


def _beside(lost: Feature, model: Model) -> list[Feature]:
    """The parameters of the behaviour that owns one, inherited ones included."""
    behavior = model.owner(lost)
    if not isinstance(behavior, Type):
        return [lost]
    return [each for each in model.features(behavior) if each.role is Role.PARAMETER]


def _finding(parameter: Feature, lost: Feature, own: list[Feature], model: Model) -> Finding:
    owner = model.owner(lost)
    whose = f"`{owner.name}::{lost.name}`" if owner is not None and owner.name else named(lost)
    missing = _missing(parameter, lost, own, model)
    written = " ".join(f"{each.direction or 'in'} :>> {_quoted(each.name)};" for each in missing)
    start = Span(parameter.span.source, parameter.span.start, parameter.span.start)
    return Finding(
        parameter.name_span or parameter.span,
        f"{named(parameter)} takes the place of {whose}: parameters redefine by position",
        hint=(
            f"write `{written}` before it, or redefine what is meant with `:>>`"
            if missing
            else "move it behind those that are inherited"
        ),
        related=(Related("this one is redefined", lost.name_span or lost.span),),
        fix=Fix(f"write `{written}` before it", (Edit(start, f"{written} "),)) if missing else None,
    )


def _quoted(name: str | None) -> str:
    text = name or ""
    return text if text.isascii() and text.isidentifier() else f"'{text}'"


def _missing(
    parameter: Feature, lost: Feature, own: list[Feature], model: Model
) -> tuple[Feature, ...]:
    """The inherited parameters to write before one; none where those that follow are written already."""
    inherited = _beside(lost, model)
    rest = inherited[inherited.index(lost) :] if lost in inherited else [lost]
    names = [each.name for each in rest]
    if parameter.name in names:
        rest = rest[: names.index(parameter.name)]
    after = own[own.index(parameter) + 1 :]
    taken = {each.name for each in after}
    for each in own:
        for redefinition in model.specializations(each, SpecializationKind.REDEFINITION):
            target = None if redefinition.is_implied else model.target(redefinition.reference)
            taken.update(() if target is None else (target.name,))
    is_open = all(each.name is not None and each.name not in taken for each in rest)
    return tuple(rest) if is_open else ()
