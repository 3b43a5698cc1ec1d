"""What several rules ask: what a usage refers to, which members have a role, whether a subject comes first.

Must not know particular rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator import ir
from generator.diagnostics import Related
from generator.ir import Model, Role, SpecializationKind
from generator.rules.metaclasses import CONNECTORS_ONLY, Kinds, described, named
from generator.rules.registry import Finding

__all__ = [
    "composites",
    "misplaced",
    "misreferenced",
    "not_first",
    "reference_subsetting",
    "repeated",
]

_PARAMETERS = frozenset({Role.PARAMETER, Role.SUBJECT, Role.ACTOR, Role.STAKEHOLDER})


def reference_subsetting(usage: ir.Usage, model: Model) -> ir.Specialization | None:
    """What a usage stands for, as in `perform a.b`; None if it declares something of its own."""
    found = model.specializations(usage, SpecializationKind.REFERENCE)
    return next((each for each in found if not each.is_implied), None)


def misreferenced(usage: ir.Usage, model: Model, allowed: Kinds, wanted: str) -> Iterator[Finding]:
    """A finding when a usage stands for something that is none of the metaclasses allowed."""
    each = reference_subsetting(usage, model)
    target = None if each is None else model.target(each.reference)
    if each is None or target is None:
        return
    if not isinstance(target, allowed) or isinstance(target, CONNECTORS_ONLY):
        yield Finding(
            each.reference.span,
            f"{described(usage)} refers to {wanted}, and `{each.reference.text}` is"
            f" {described(target)}",
            related=(Related("it is declared here", target.name_span or target.span),),
        )


def misplaced(
    member: ir.Element, model: Model, owners: Kinds, message: str, hint: str | None = None
) -> Iterator[Finding]:
    """A finding when the owner of a member is none of some metaclasses."""
    owner = model.owner(member)
    if owner is None or not isinstance(owner, owners):
        yield Finding(member.name_span or member.span, message, hint=hint)


def composites(owner: ir.Type, model: Model, but: Kinds) -> Iterator[ir.Usage]:
    """The usages that belong to their owner, other than those of some metaclasses."""
    for usage in model.owned(owner, ir.Usage):
        is_feature = usage.role not in (Role.MEMBER, Role.VARIANT)
        if usage.is_composite and is_feature and not isinstance(usage, (*but, *CONNECTORS_ONLY)):
            yield usage


def repeated(
    owner: ir.Type, model: Model, role: Role, what: str, *, inherits: bool = False
) -> Iterator[Finding]:
    """A finding for each further member with a role that there may be one of.

    With `inherits`, members that are inherited and not redefined count as well: each member that comes besides
    them is a finding, and a type that has too many by inheritance alone is one itself.
    """
    own = model.owned_with_role(owner, role)
    inherited: list[ir.Feature] = []
    if inherits:
        everything = model.features(owner)
        inherited = [each for each in everything if each.role is role and each not in own]
    if len(own) + len(inherited) < 2:
        return
    first = (inherited or own)[0]
    related = (Related("the first one is here", first.name_span or first.span),)
    for each in own if inherited else own[1:]:
        yield Finding(
            each.name_span or each.span,
            f"{described(owner)} has one {what}, and this is another one",
            hint="take one of them away" if not inherited else f"redefine {named(first)}",
            related=related,
        )
    if not own:
        yield Finding(
            owner.name_span or owner.span,
            f"{described(owner)} has one {what}, and this one inherits {len(inherited)}",
            related=related,
        )


def not_first(owner: ir.Type, model: Model) -> Iterator[Finding]:
    """A finding when the subject of a requirement or case does not come before its other inputs."""
    own = _inputs(owner, model)
    subject = next((each for each in own if each.role is Role.SUBJECT), None)
    if subject is not None:
        if own[0] is not subject:
            yield Finding(
                subject.name_span or subject.span,
                "the subject comes before every other parameter",
                hint="move it up",
                related=(Related("this one comes first", own[0].name_span or own[0].span),),
            )
        return
    if own:
        return
    for general in model.generals(owner):
        if not isinstance(general, ir.Type) or general.library is not None:
            continue
        inherited = _inputs(general, model)
        roles = [each.role for each in inherited]
        if Role.SUBJECT in roles and roles[0] is not Role.SUBJECT:
            yield Finding(
                owner.name_span or owner.span,
                f"the subject comes before every other parameter, but not in {named(general)}",
            )
            return


def _inputs(owner: ir.Type, model: Model) -> list[ir.Feature]:
    return [
        each
        for each in model.owned(owner, ir.Feature)
        if each.role in _PARAMETERS and each.direction is not ir.Direction.OUT
    ]
