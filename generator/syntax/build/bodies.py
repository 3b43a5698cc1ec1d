"""What a body may hold, and what its members mean there.

The grammar has one kind of body. Here each owner gets what the standard gives it: values of
enumerations, ends of interfaces and features of metadata become what they are, and members that
belong elsewhere are reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from generator.syntax import ast
from generator.syntax.ast import Element
from generator.syntax.build.kinds import describe
from generator.syntax.build.order import check_action, check_state
from generator.syntax.words import is_borrowed

if TYPE_CHECKING:
    from generator.syntax.build.core import Core

__all__ = ["settle", "settle_kernel"]

_Owners: TypeAlias = tuple[type[Element], ...]

_REQUIREMENTS: _Owners = (ast.RequirementDefinition, ast.RequirementUsage)
_CASES: _Owners = (ast.CaseDefinition, ast.CaseUsage)
_CALCULATIONS: _Owners = (
    ast.CalculationDefinition,
    ast.CalculationUsage,
    ast.ConstraintDefinition,
    ast.ConstraintUsage,
)
_STATES: _Owners = (ast.StateDefinition, ast.StateUsage)
_ACTIONS: _Owners = (ast.ActionDefinition, ast.ActionUsage, *_CALCULATIONS)
_VIEWS: _Owners = (ast.ViewDefinition, ast.ViewUsage)
_PACKAGES: _Owners = (ast.Package, ast.RootNamespace)
_TYPES: _Owners = (ast.Type,)

_HOMES: dict[str, tuple[_Owners, str]] = {
    "subject": (_REQUIREMENTS + _CASES, "a requirement or a case"),
    "actor": (_REQUIREMENTS + _CASES, "a requirement or a case"),
    "stakeholder": (_REQUIREMENTS, "a requirement"),
    "assume": (_REQUIREMENTS, "a requirement"),
    "require": (_REQUIREMENTS, "a requirement"),
    "frame": (_REQUIREMENTS, "a requirement"),
    "verify": (_REQUIREMENTS, "the objective of a verification"),
    "objective": (_CASES, "a case"),
    "return": (_CALCULATIONS, "a calculation, a constraint or a case"),
    "entry": (_STATES, "a state"),
    "do": (_STATES, "a state"),
    "exit": (_STATES, "a state"),
    "render": (_VIEWS, "a view"),
    "variant": (_TYPES, "a definition or a usage"),
    "expose": ((ast.ViewUsage,), "a view"),
    "filter": (_PACKAGES + _VIEWS, "a package or a view"),
    "first": (_ACTIONS, "an action"),
    "then": (_ACTIONS, "an action or a state"),
    "if": (_ACTIONS, "an action or a state"),
    "transition": (_STATES, "a state"),
    "node": (_ACTIONS, "an action"),
    "result": (_CALCULATIONS, "a calculation, a constraint or a case"),
    "following": (_TYPES, "a definition or a usage"),
}
_NODES: dict[type[Element], str] = {
    ast.ForkNode: "fork",
    ast.JoinNode: "join",
    ast.MergeNode: "merge",
    ast.DecisionNode: "decide",
    ast.AcceptActionUsage: "accept",
    ast.SendActionUsage: "send",
    ast.AssignmentActionUsage: "assign",
    ast.TerminateActionUsage: "terminate",
    ast.IfActionUsage: "if",
    ast.WhileLoopActionUsage: "while",
    ast.ForLoopActionUsage: "for",
}
_ANNOTATIONS = (ast.Comment, ast.Documentation, ast.TextualRepresentation, ast.MetadataUsage)
_ANNOTATED_ONLY = (ast.Import, ast.AliasMember, ast.Dependency, ast.InitialNodeMember)
_REFERENCES = (ast.ReferenceUsage, ast.Feature)
_IN_METADATA = (
    ast.Definition,
    ast.Classifier,
    ast.Package,
    ast.Namespace,
    ast.Multiplicity,
    ast.RelationshipMember,
    ast.AliasMember,
    ast.Import,
    ast.Dependency,
)


def settle(builder: Core, owner: Element) -> None:
    """Make the members of an owner what they are in its body; report what does not belong there."""
    if isinstance(owner, ast.EnumerationDefinition):
        _settle_enumeration(builder, owner)
    elif isinstance(owner, ast.MetadataUsage):
        _settle_metadata(builder, owner)
    elif isinstance(owner, _ANNOTATED_ONLY):
        for each in owner.members:
            if not isinstance(each, (*_ANNOTATIONS, ast.MalformedElement)):
                _report(builder, each, "only comments and metadata can stand here")
    else:
        if isinstance(owner, ast.InterfaceDefinition | ast.InterfaceUsage):
            owner.members = tuple(_in_interface(builder, each) for each in owner.members)
        elif isinstance(owner, _STATES):
            check_state(builder, owner.members)
            owner.members = _transitions(owner.members)
        elif isinstance(owner, _ACTIONS):
            check_action(builder, owner.members)
        for each in owner.members:
            _doubt(builder, each)
            category = _category(each)
            if category is not None:
                _check_home(builder, owner, each, category)


def _doubt(builder: Core, member: Element) -> None:
    """Warn of `par {…}`: right, but most likely not what is meant."""
    name = member.declared_name
    if name is None or not member.members or not _is_plain(member) or not is_borrowed(name.text):
        return
    if isinstance(member, ast.Usage) and not member.specializations and member.value is None:
        hint = f"write a keyword before it, or '{name.text} : Type'"
        if name.text == "par":
            hint = "actions run side by side as they are, unless a succession orders them"
        builder.warn(
            "syntax-borrowed-word",
            f"'{name.text}' is not a word of SysML; this declares something of that name",
            name.start,
            name.end,
            hint,
        )


def settle_kernel(builder: Core, owner: Element) -> None:
    """The same for KerML, where only metadata and results depend on the owner."""
    if isinstance(owner, ast.MetadataUsage):
        _settle_metadata(builder, owner)
        return
    for each in owner.members:
        result = isinstance(each, ast.ResultExpressionMembership)
        if result or each.role == "return":
            if not isinstance(owner, ast.Function | ast.ExpressionFeature):
                what = "an expression without ';'" if result else "'return'"
                message = f"{what} belongs in a function or an expression, not in {describe(owner)}"
                _report(builder, each, message)
        elif isinstance(each, ast.ElementFilterMembership) and not isinstance(owner, ast.Package):
            _report(builder, each, f"'filter' belongs in a package, not in {describe(owner)}")
        elif each.role == "owning" and isinstance(owner, (*_PACKAGES, ast.Namespace)):
            _report(builder, each, f"'member' belongs in a type, not in {describe(owner)}")


def _category(member: Element) -> str | None:
    if member.role != "member":
        return member.role
    if not isinstance(member, ast.Usage):
        return _other_category(member)
    if isinstance(member, ast.SuccessionAsUsage):
        if member.source is None or member.source.reference is not None:
            return None
        has_target = member.target is not None and member.target.reference is not None
        return "then" if has_target else "following"
    if isinstance(member, ast.TransitionUsage):
        if member.accepter or member.effect or not (member.guard or member.is_else):
            return "transition"
        return "if"
    return "node" if type(member) in _NODES else None


def _other_category(member: Element) -> str | None:
    if isinstance(member, ast.ResultExpressionMembership):
        return "result"
    if isinstance(member, ast.Expose):
        return "expose"
    if isinstance(member, ast.ElementFilterMembership):
        return "filter"
    return "first" if isinstance(member, ast.InitialNodeMember) else None


def _has_requirement_body(owner: Element) -> bool:
    """Whether the body is that of a requirement: `frame` has that of a calculation, and `require c`
    that of a requirement, though it is a constraint."""
    if owner.role in ("assume", "require") and isinstance(owner, ast.ConstraintUsage):
        return any(isinstance(each, ast.ReferenceSubsetting) for each in owner.specializations[:1])
    return isinstance(owner, _REQUIREMENTS) and owner.role != "frame"


def _check_home(builder: Core, owner: Element, member: Element, category: str) -> None:
    homes, place = _HOMES[category]
    if homes is _TYPES:
        fits = isinstance(owner, homes)
    elif _has_requirement_body(owner):
        fits = _REQUIREMENTS[0] in homes
    elif isinstance(owner, _REQUIREMENTS):
        fits = _CALCULATIONS[0] in homes
    else:
        fits = isinstance(owner, homes) and not (category == "node" and isinstance(owner, _STATES))
    if fits:
        return
    what = {
        "result": "an expression without ';'",
        "node": f"'{_NODES.get(type(member), '')}'",
        "following": "'then'",
    }.get(category, f"'{category}'")
    hint = None
    if category == "result":
        hint = "a member ends with ';' or a body in braces"
    elif category == "return":
        hint = "an action gives its results as 'out' parameters"
    _report(builder, member, f"{what} belongs in {place}, not in {describe(owner)}", hint)


def _report(builder: Core, member: Element, message: str, hint: str | None = None) -> None:
    text = builder.tokens.text
    end = min(member.end, text.find("\n", member.start) % (len(text) + 1))
    builder.report("syntax-misplaced-member", message, member.start, max(end, member.start), hint)


def _is_plain(member: Element) -> bool:
    """Whether a usage is written without a keyword and without a prefix."""
    return type(member) is ast.ReferenceUsage and not (
        member.is_reference or member.is_end or member.direction or member.role != "member"
    )


def _settle_enumeration(builder: Core, owner: ast.EnumerationDefinition) -> None:
    members: list[Element] = []
    for each in owner.members:
        if isinstance(each, ast.ResultExpressionMembership):
            each = _last_value(builder, owner, each)
        if _is_plain(each) and isinstance(each, ast.Usage):
            if each.value is not None:
                builder.trust(each)
            each = _converted(each, ast.EnumerationUsage)
        elif type(each) is ast.Usage and not (each.direction or each.is_end or each.is_reference):
            each = _converted(each, ast.EnumerationUsage)
        if type(each) is ast.EnumerationUsage and each.role == "member":
            each.role = "variant"
        elif not isinstance(each, (*_ANNOTATIONS, ast.MalformedElement)):
            _report(
                builder,
                each,
                "an enumeration holds only its values",
                "write each value as a name with ';', for example 'red;'",
            )
        members.append(each)
    owner.members = tuple(members)


def _last_value(
    builder: Core, owner: ast.EnumerationDefinition, member: ast.ResultExpressionMembership
) -> Element:
    """The last value of `enum def E { a; b }`: it lacks its `;` and looks like an expression."""
    value = member.expression
    reference = value.reference if isinstance(value, ast.FeatureReferenceExpression) else None
    if not isinstance(reference, ast.QualifiedName) or len(reference.segments) != 1:
        return member
    name = reference.segments[0]
    if not any(
        each.code == "syntax-wrong-symbol" and owner.start <= each.span.start < owner.end
        for each in builder.diagnostics
    ):
        message = f"';' is missing after '{name.text}'"
        fix = ("Insert ';'", ";")
        builder.report("syntax-missing-semicolon", message, name.end, name.end, None, fix)
    usage = ast.ReferenceUsage(member.start, member.end, visibility=member.visibility)
    usage.declared_name = name
    return usage


def _settle_metadata(builder: Core, owner: ast.MetadataUsage) -> None:
    pending: list[ast.Usage] = [owner]
    while pending:
        for each in pending.pop().members:
            if type(each) in _REFERENCES and isinstance(each, ast.Usage) and _is_bare(each):
                builder.trust(each)
                _redefine(each)
                pending.append(each)
                if not any(isinstance(one, ast.Redefinition) for one in each.specializations[:1]):
                    _report(builder, each, *_UNNAMED)
            elif not isinstance(
                each, (*_IN_METADATA, *_ANNOTATIONS, ast.MalformedElement)
            ):
                _report(builder, each, *_UNNAMED)


def _is_bare(usage: ast.Usage) -> bool:
    """Whether nothing but `ref` stands before a usage."""
    if isinstance(usage, ast.Feature) and (
        usage.is_composite or usage.is_portion or usage.is_variable
    ):
        return False
    return not (
        usage.direction
        or usage.visibility
        or usage.is_abstract
        or usage.is_variation
        or usage.is_derived
        or usage.is_constant
        or usage.is_end
        or usage.prefix_metadata
        or usage.role != "member"
    )


_UNNAMED = (
    "metadata gives values to the features of its definition",
    "write the name of the feature and its value, for example 'level = 3;'",
)


def _redefine(usage: ast.Usage) -> None:
    name = usage.declared_name
    if name is not None:
        target = ast.QualifiedName(name.start, name.end, (name,))
        relation = ast.Redefinition(name.start, name.end, target)
        usage.declared_name = None
        usage.specializations = (relation, *usage.specializations)


_KEYWORD = (
    "a member of an interface has a keyword",
    "write for example 'attribute x;', 'ref x;' or 'end x;'",
)


def _in_interface(builder: Core, member: Element) -> Element:
    """An end without a keyword is a port; nothing else goes without one."""
    if type(member) is ast.ReferenceUsage and not member.is_reference and member.role == "member":
        if member.is_end:
            builder.trust(member)
            return _converted(member, ast.PortUsage)
        _report(builder, member, *_KEYWORD)
    elif type(member) is ast.Usage:
        _report(builder, member, *_KEYWORD)
    return member


def _converted(usage: ast.Usage, kind: type[ast.Usage]) -> ast.Usage:
    """The same usage as another class that has all its fields."""
    result = kind(usage.start, usage.end)
    for cls in ast.Usage.__mro__:
        for slot in getattr(cls, "__slots__", ()):
            setattr(result, slot, getattr(usage, slot))
    return result


def _transitions(members: tuple[Element, ...]) -> tuple[Element, ...]:
    """In a state `then x;` is a transition, except after `entry`."""
    result: list[Element] = []
    after_entry = False
    for each in members:
        if each.role == "entry":
            after_entry = True
        elif isinstance(each, ast.Usage) and not isinstance(
            each, ast.SuccessionAsUsage | ast.TransitionUsage
        ):
            after_entry = False
        if (
            isinstance(each, ast.SuccessionAsUsage)
            and not after_entry
            and _category(each) == "then"
        ):
            transition = ast.TransitionUsage(each.start, each.end)
            transition.visibility, transition.members = each.visibility, each.members
            transition.target = each.target
            each = transition
        result.append(each)
    return tuple(result)
