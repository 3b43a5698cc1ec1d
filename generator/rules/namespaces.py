"""Rules about packages, imports and names (KerML 1.0, clause 8.3.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.diagnostics import Edit, Fix, Related, Severity
from generator.ir import (
    Element,
    ElementId,
    Library,
    Membership,
    Model,
    Role,
    SpecializationKind,
    Type,
    Visibility,
)
from generator.rules.membership import by_name, names_of
from generator.rules.metaclasses import named
from generator.rules.registry import Finding, model_rule
from generator.source import Span


@model_rule("validateImportExplicitVisibility")
def import_without_visibility(model: Model) -> Iterator[Finding]:
    """An import does not say whether what it brings in is passed on.

    The standard requires `private`, `protected` or `public` before every import (SysML 2.0, 8.2.2.5). An
    import that says nothing is taken to be private.

    Bad:
    ```sysml
    package Colours { enum def Colour { red; } }
    package Paint {
        import Colours::*;                      // error
        attribute colour : Colour;
    }
    ```
    Good:
    ```sysml
    package Colours { enum def Colour { red; } }
    package Paint {
        private import Colours::*;
        attribute colour : Colour;
    }
    ```
    """
    for each in model.imports:
        if each.visibility is None:
            start = Span(each.span.source, each.span.start, each.span.start)
            yield Finding(
                each.span,
                f"the import of `{each.imported.text}` has no visibility",
                hint="write `private import`, or `public import` to pass the names on",
                fix=Fix("write `private` before the import", (Edit(start, "private "),)),
            )


@model_rule("validateImportTopLevelVisibility")
def top_level_visibility(model: Model) -> Iterator[Finding]:
    """An import at the top of a file is not private.

    Nobody can import from a file as such, so there is nobody to pass the names on to (KerML 1.0, 8.3.2.4.3).

    Bad:
    ```sysml
    public import Paints::*;                    // error
    package Paints { enum def Colour { red; } }
    ```
    Good:
    ```sysml
    private import Paints::*;
    package Paints { enum def Colour { red; } }
    ```
    """
    for each in model.imports:
        if each.importer is None and each.visibility not in (None, Visibility.PRIVATE):
            word = f"{each.visibility}"
            start, fix = each.span.start, None
            if each.span.text.startswith(word):
                place = Span(each.span.source, start, start + len(word))
                fix = Fix("write `private`", (Edit(place, "private"),))
            yield Finding(
                each.span,
                f"the import of `{each.imported.text}` stands at the top of a file, so it is private",
                hint=f"write `private` instead of `{word}`, or move it into a package",
                fix=fix,
            )


@model_rule("validateNamespaceDistinguishibility", Severity.WARNING)
def distinguishable_names(model: Model) -> Iterator[Finding]:
    """Two members of a namespace have the same name.

    A name or short name must tell the members of a namespace apart, aliases and inherited members included
    (KerML 1.0, 8.3.2.4.5). What redefines a feature takes its place, and may take its name. The specification
    demands it; like the reference implementation we warn, for the model means something all the same: the first
    of two members is found by the name, an own one before an inherited one. Files are namespaces of their own.

    Bad:
    ```sysml
    part def Pump {
        attribute pressure;
        port pressure;                          // warning
    }
    part def FastPump :> Pump {
        attribute rate;
        alias rate for Pump;                    // warning
        attribute pressure;                     // warning
    }
    part def Dam { port inlet; }
    part def Weir { port inlet; }
    part def Lock :> Dam, Weir;                 // warning
    ```
    Good:
    ```sysml
    part def Pump { attribute rate; port outlet; }
    part def FastPump :> Pump { attribute :>> rate = 3; port drain; }
    action def Fill { in level; }
    action def Heat { in level; }
    action def Boil :> Fill, Heat { in :>> level; }
    ```
    """
    aliases: dict[ElementId | None, list[Membership]] = {}
    for alias in model.memberships:
        aliases.setdefault(alias.owner, []).append(alias)
    files: dict[str, list[Element]] = {}
    for root in model.roots:
        files.setdefault(root.span.path, []).append(root)
    for members in files.values():
        yield from _own_names(None, by_name(members, model), ())
    for owner in model.user_elements:
        others = aliases.get(owner.id, ())
        owned = model.owned(owner)
        if owned or others:
            own = by_name(owned, model)
            yield from _own_names(owner, own, others)
            if own and isinstance(owner, Type):
                yield from _inherited_names(owner, own, model)
        if isinstance(owner, Type):
            for name, first, second in names_of(model).clashes(owner):
                yield _twice(owner, owner, name, "is inherited twice", (first, second))


def _own_names(
    owner: Element | None, own: Mapping[str, Sequence[Element]], aliases: Sequence[Membership]
) -> Iterator[Finding]:
    for name, members in own.items():
        for member in members[1:]:
            yield _twice(member, owner, name, "is declared twice", members[:1])
    if not aliases:
        return
    known: dict[str, ElementId | None] = {name: each[0].id for name, each in own.items()}
    for alias in aliases:
        target = alias.member.target
        for given in dict.fromkeys((alias.name, alias.short_name)):
            if given is not None and known.setdefault(given, target) != target:
                place = f" in {_whole(owner)}" if owner is not None else ""
                yield Finding(alias.span, f"`{given}` is the name of something else{place}")


# Parameters that take the place of those before them in the same role; the notation names them anyway.
_BY_PLACE = frozenset({Role.ACTOR, Role.STAKEHOLDER})


def _inherited_names(
    owner: Type, own: Mapping[str, Sequence[Element]], model: Model
) -> Iterator[Finding]:
    for name, inherited in names_of(model).inherited(owner, own):
        for member in own[name]:
            if member.id == inherited.id:
                continue  # a type that specialises itself inherits its own members
            if member.role in _BY_PLACE and member.role is inherited.role:
                continue
            hint = _remedy(member, inherited, model)
            yield _twice(member, owner, name, "is inherited", (inherited,), hint)


def _twice(
    at: Element,
    owner: Element | None,
    name: str | None,
    what: str,
    others: Sequence[Element],
    hint: str | None = None,
) -> Finding:
    return Finding(
        at.name_span or at.span,
        f"`{name}` {what}" + (f" in {_whole(owner)}" if owner is not None else ""),
        hint=hint,
        related=tuple(Related("it is declared here", _place(each)) for each in others),
    )


def _remedy(member: Element, inherited: Element, model: Model) -> str:
    """What to do about a member that has the name of an inherited one, which it does not redefine."""
    redefined = [
        target
        for each in model.specializations(member, SpecializationKind.REDEFINITION)
        if (target := model.target(each.reference)) is not None and not each.is_implied
    ]
    if not redefined and inherited.library is Library.STANDARD:
        owner = model.owner(inherited)
        kind = (
            f"every {owner.name.lower()} has a"
            if owner is not None and owner.name
            else "there is a"
        )
        return f"{kind} `{inherited.name}`: take another name, or redefine it with `:>>`"
    if not redefined:
        return "redefine it with `:>>`, or take another name"
    both = ", ".join(each.qualified_name for each in (*redefined, inherited))
    return f"two of that name are inherited; redefine both: `:>> {both}`"


def _whole(element: Element) -> str:
    """A namespace by its qualified name; where something around it has no name, by its own name and line."""
    if "@" not in element.qualified_name:
        return f"`{element.qualified_name}`"
    where = f" in line {element.span.line}" if element.name else ""
    return named(element) + where


def _place(element: Element) -> Span:
    return element.name_span or element.span
