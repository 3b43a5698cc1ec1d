"""What is done on entering, in and on leaving a state and between two: statements in methods of the state's class.

Knows single actions of states; how steps of actions are lowered is asked of `bodies_steps`.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from generator.compile.code import attribute, call, name
from generator.compile.program.bodies_frames import has_occurrence
from generator.compile.program.bodies_order import Body
from generator.compile.program.bodies_steps import Lowering
from generator.compile.program.machines_parts import payload_attribute
from generator.compile.statements import awaited, expression
from generator.ir import (
    AcceptActionUsage,
    ActionUsage,
    Element,
    Feature,
    Model,
    PerformActionUsage,
    Role,
    TransitionUsage,
)

__all__ = ["Effects", "action_statements", "function", "has_performance"]


def has_performance(model: Model, action: ActionUsage) -> bool:
    """Whether an action is an occurrence of its own and says what it does."""
    return has_occurrence(action) and _says_something(model, action)


def _says_something(model: Model, action: Element) -> bool:
    if isinstance(action, PerformActionUsage) and action.reference is not None:
        return True
    typed = any(each.library is None for each in model.generals(action))
    return typed or bool(model.owned(action, Feature)) or action.declared_name is not None


def action_statements(lowering: Lowering, action: ActionUsage) -> list[ast.stmt]:
    """The statements that perform an action of a state."""
    model = lowering.building.model
    if not has_occurrence(action):
        return lowering.step(_body(), action)
    if isinstance(action, AcceptActionUsage):
        return lowering.step(_body(), action)
    if isinstance(action, PerformActionUsage) and action.reference is not None:
        return lowering.step(_body(), action)
    if not _says_something(model, action):
        return []
    held = attribute(name("self"), lowering.building.types.attribute(action))
    return [expression(awaited(call(attribute(held, "perform"))))]


def _body() -> Body:
    """No other steps: nothing flows into an action of a state."""
    return Body({}, (), {}, (), None)


@dataclass(slots=True)
class Effects:
    """The effects of the transitions of a state, as methods; those of a class are counted from `level`."""

    lowering: Lowering
    level: int
    methods: list[ast.stmt] = field(default_factory=list)

    def of(self, transition: TransitionUsage, payload: Feature | None) -> dict[str, ast.expr]:
        """The argument `effect` of a transition, if it has an effect."""
        model = self.lowering.building.model
        body: list[ast.stmt] = []
        for each in model.owned_with_role(transition, Role.EFFECT):
            if isinstance(each, ActionUsage):
                body += action_statements(self.lowering, each)
        is_kept = payload is not None and payload.name is not None
        if not body and not (is_kept and transition.declared_name):
            return (
                {}
            )  # what is accepted can be named from elsewhere through a named transition only
        if payload is not None and is_kept:
            held = ast.Attribute(
                value=name("self"), attr=payload_attribute(payload), ctx=ast.Store()
            )
            body.insert(0, ast.Assign(targets=[held], value=name("event")))
        method = f"effect_{self.level}_{len(self.methods) + 1}"
        self.methods.append(function(method, body))
        return {"effect": attribute(name("self"), method)}


def function(method: str, body: list[ast.stmt]) -> ast.stmt:
    """`async def method(self, machine, event): body`."""
    annotated = [ast.arg(arg=each, annotation=name("Any")) for each in ("machine", "event")]
    return ast.AsyncFunctionDef(
        name=method,
        args=ast.arguments(
            posonlyargs=[],
            args=[ast.arg(arg="self"), *annotated],
            kwonlyargs=[],
            kw_defaults=[],
            defaults=[],
        ),
        body=body,
        decorator_list=[],
        returns=ast.Constant(value=None),
    )
