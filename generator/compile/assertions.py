"""Asserted constraints of an action: what they are about, and what they are called where they are violated.

Knows constraints. Must not know steps or Python.
"""

from __future__ import annotations

from generator.compile.graph import expression_references
from generator.compile.references import same_features
from generator.ir import AssertConstraintUsage, Direction, Feature, Model, Type

__all__ = ["asserted_text", "assertions", "reads_inputs_only"]


def assertions(model: Model, action: Type) -> tuple[AssertConstraintUsage, ...]:
    """The constraints an action asserts, inherited ones included."""
    return tuple(each for each in model.features(action) if isinstance(each, AssertConstraintUsage))


def asserted_text(model: Model, constraint: AssertConstraintUsage) -> str:
    """What a violated constraint is called: its name and its documentation."""
    sources = [constraint, *filter(None, (model.target(constraint.reference),))]
    sources += [each for each in model.types(constraint) if each.library is None]
    name = next((each.name for each in sources if each.name), None)
    if name is None and constraint.result is not None:
        name = constraint.result.span.flat_text
    doc = next((each.doc for each in sources if each.doc), "")
    return ": ".join(filter(None, (name or "constraint", doc)))


def reads_inputs_only(model: Model, action: Type, constraint: AssertConstraintUsage) -> bool:
    """Whether a constraint can be checked before anything is done."""
    given = {
        at
        for each in model.features(action)
        if each.direction is Direction.IN
        for at in same_features(model, each)
    }
    own = {each.id for each in model.descendants(constraint)}
    named = [
        next((at for at in reference.path if at != action.id), action.id)
        for reference in expression_references(constraint.result)
    ]
    read = [at for at in named if at not in own and isinstance(model.element(at), Feature)]
    return bool(read) and all(at in given for at in read)
