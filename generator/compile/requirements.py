"""What a requirement says and what it is called, however its author wrote it down.

Knows the ways people write requirements. Must not know who satisfies or checks them.
"""

from __future__ import annotations

from generator.ir import Comment, Element, Feature, LiteralString, Model

__all__ = ["own_text", "requirement_id", "requirement_text"]

_DEEPEST = 20


def requirement_id(model: Model, requirement: Element) -> str:
    """The id of a requirement: its short name, else the text of its feature `id` or `reqId`, else ""."""
    return requirement.short_name or _string_feature(model, requirement, "id", "reqId")


def requirement_text(model: Model, requirement: Element) -> str:
    """What a requirement demands, on one line.

    Its documentation, else the text of its feature `text`, else a comment in its body; a requirement without
    any of them says what the requirement it is typed by or specialises says.
    """
    return " ".join(_text(model, requirement, 0).split())


def _text(model: Model, requirement: Element, depth: int) -> str:
    own = own_text(model, requirement)
    if own or depth > _DEEPEST:
        return own
    generals = (each for each in model.generals(requirement) if each.library is None)
    return next((found for each in generals if (found := _text(model, each, depth + 1))), "")


def own_text(model: Model, requirement: Element) -> str:
    """What is written at a requirement itself; "" when it only repeats another one."""
    if requirement.doc:
        return requirement.doc
    said = _string_feature(model, requirement, "text")
    comments = (each.body for each in model.annotating(requirement, Comment))
    return said or next((body for body in comments if body.strip()), "")


def _string_feature(model: Model, element: Element, *names: str) -> str:
    for feature in model.owned(element, Feature):
        expression = feature.value.expression if feature.value is not None else None
        if feature.name in names and isinstance(expression, LiteralString):
            return expression.value
    return ""
