"""What may follow what in the bodies of actions and states.

`then x;`, `if g then x;`, `else x;` and, in states, `accept … then x;` go on from the member before
them, so one must be there (SysML 2.0, clauses 8.2.2.17.8 and 8.2.2.18.3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.syntax import ast
from generator.syntax.ast import Element

if TYPE_CHECKING:
    from generator.syntax.build.core import Core

__all__ = ["check_action", "check_state"]

_BEHAVIORS = (ast.ActionUsage, ast.ConstraintUsage)


def check_action(builder: Core, members: tuple[Element, ...]) -> None:
    """Report successions of an action body that have nothing to go on from."""
    follows = False
    for each in members:
        word = _target(each)
        if word is None or word == "transition":
            follows = _is_behavior(each) or isinstance(each, ast.InitialNodeMember)
        elif not follows:
            _report(builder, each, word, "an action")
            follows = True


def check_state(builder: Core, members: tuple[Element, ...]) -> None:
    """Report transitions of a state body that have nothing to go on from, or that do not fit it."""
    follows = after_entry = False
    for each in members:
        word = _target(each)
        if word is None:
            after_entry = each.role == "entry"
            follows = after_entry or _is_behavior(each)
        elif word == "else":
            _say(builder, each, "'else' belongs in an action, not in a state", None)
        elif not follows:
            _report(builder, each, word, "a state")
            follows, after_entry = True, False
        elif after_entry and isinstance(each, ast.TransitionUsage) and _has_event(each):
            message = "after 'entry' only 'then x;' and 'if c then x;' can stand"
            _say(builder, each, message, "name the state: transition a accept e then b;")


def _target(member: Element) -> str | None:
    """The word a member begins with when it goes on from the one before it."""
    if isinstance(member, ast.SuccessionAsUsage):
        source, target = member.source, member.target
        if source is None or source.reference is not None:
            return None
        return "then" if target is not None and target.reference is not None else None
    if not isinstance(member, ast.TransitionUsage) or member.source is not None:
        return None
    if member.is_else:
        return "else"
    if member.accepter is not None:
        return "accept"
    return "if" if member.guard is not None and member.effect is None else "transition"


def _has_event(transition: ast.TransitionUsage) -> bool:
    return transition.accepter is not None or transition.effect is not None


def _is_behavior(member: Element) -> bool:
    """Whether a member is one that successions go on from; what could not be read may be one."""
    if isinstance(member, ast.TransitionUsage | ast.SuccessionAsUsage):
        return False
    plain = member.role == "member"
    return (plain and isinstance(member, _BEHAVIORS)) or type(member) is ast.MalformedElement


def _report(builder: Core, member: Element, word: str, kind: str) -> None:
    message = f"'{word}' goes on from the member before it, which is not {kind}"
    hint = "write it right after the member it comes from"
    if kind == "a state":
        hint += ", or name that: transition a then b;"
    else:
        hint += ", or name that: first a then b;"
    _say(builder, member, message, hint)


def _say(builder: Core, member: Element, message: str, hint: str | None) -> None:
    text = builder.tokens.text
    end = min(member.end, text.find("\n", member.start) % (len(text) + 1))
    builder.report("syntax-misplaced-member", message, member.start, max(end, member.start), hint)
