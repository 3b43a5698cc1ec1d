"""What a state definition or usage becomes: a class that says which states are in it and what leads where.

Knows classes under construction; must not know how a machine is executed.
"""

from __future__ import annotations

import ast

from generator.compile.code import attribute, call, constant, name, tuple_of
from generator.compile.operators import truth
from generator.compile.program.bodies import held_step
from generator.compile.program.bodies_steps import Lowering
from generator.compile.program.building import Building
from generator.compile.program.features import feature_code
from generator.compile.program.machines_parts import (
    beginnings,
    is_plain,
    label_of,
    payload_attribute,
    payloads,
    successions_of,
    target_path,
    transitions_of,
)
from generator.compile.program.machines_steps import (
    Effects,
    action_statements,
    function,
    has_performance,
)
from generator.compile.program.machines_triggers import accepting, trigger_code
from generator.compile.scope import Scope
from generator.compile.state_names import substates
from generator.ir import (
    ActionUsage,
    CalculationUsage,
    Feature,
    Role,
    StateDefinition,
    StateUsage,
    SuccessionAsUsage,
    TransitionUsage,
    Type,
)

__all__ = ["STATES", "exhibited_code", "state_base", "state_code"]

STATES = (
    *("Accept", "After", "At", "State", "StateOccurrence", "Substate", "Transition", "When"),
    *("instant", "seconds"),
)
"""What classes of states are written with, from the support module of that name."""

_METHODS = ((Role.ENTRY, "enter"), (Role.DO, "act"), (Role.EXIT, "leave"))


def state_base(building: Building, state: Type) -> str:
    """The support class that the class of a state without other base stands on."""
    return "StateOccurrence"


def state_code(building: Building, state: Type, scope: Scope) -> list[ast.stmt]:
    """The statements that the class of a state definition or usage has beyond its parameters and attributes."""
    model = building.model
    found: list[ast.stmt] = []
    if getattr(state, "is_parallel", False):
        found.append(_assign("is_parallel", constant(True)))
    for attribute_ in sorted({payload_attribute(each) for each in payloads(model, state)}):
        found.append(_declared(attribute_))
    found += _features(building, state)
    lowering = Lowering(building, state, scope)
    for role, method in _METHODS:
        body = []
        for each in model.owned_with_role(state, role):
            if isinstance(each, ActionUsage):
                body += action_statements(lowering, each)
        if body:
            found.append(function(method, body))
    if not _has_ways(building, state):
        return found
    inner = substates(model, state)
    if inner:
        parts = [_substate(building, each) for each in inner]
        found.append(_giving("substates", "tuple[Substate, ...]", parts))
    return found + _ways(building, state, lowering)


def _has_ways(building: Building, state: Type) -> bool:
    """Whether a state says itself which states and transitions it has; else they are those of its general."""
    own = (StateUsage, TransitionUsage, SuccessionAsUsage)
    is_mixed = len([each for each in building.model.generals(state) if each.library is None]) > 1
    return is_mixed or any(isinstance(each, own) for each in building.model.owned(state, Feature))


def exhibited_code(building: Building, type_: Type) -> list[ast.stmt]:
    """The features of a class for the states its type owns: those it exhibits and any others."""
    found: list[ast.stmt] = []
    for each in building.model.owned(type_, StateUsage):
        if each.role is not Role.MEMBER and each.direction is None:
            found += feature_code(building, type_, each)
    return found


def _features(building: Building, state: Type) -> list[ast.stmt]:
    """The features of the class for the states and actions that its type owns."""
    model = building.model
    found: list[ast.stmt] = []
    for inner in model.owned(state, StateUsage):
        if inner in substates(model, state) and not is_plain(model, inner):
            found += feature_code(building, state, inner)
    for each in model.owned(state, ActionUsage):
        if isinstance(each, StateUsage | TransitionUsage | CalculationUsage):
            continue
        if each.role in (Role.ENTRY, Role.DO, Role.EXIT):
            found += held_step(building, state, each) if has_performance(model, each) else []
        elif each.direction is None and each.role is Role.FEATURE:
            building.report(
                each.span, f"the action `{each.name}` beside the states of a state", _CODE
            )
    for transition in model.owned(state, TransitionUsage):
        for effect in model.owned_with_role(transition, Role.EFFECT):
            if isinstance(effect, ActionUsage) and has_performance(model, effect):
                found += held_step(building, state, effect)
    return found


_CODE = "unsupported-state"


def _substate(building: Building, state: StateUsage) -> ast.expr:
    if is_plain(building.model, state):
        return call("State", constant(label_of(state)))
    held = attribute(name("self"), building.types.attribute(state))
    return tuple_of((constant(label_of(state)), held))


def _ways(building: Building, state: Type, lowering: Lowering) -> list[ast.stmt]:
    """The transitions of a state, those it begins with, and their effects."""
    model = building.model
    around = (state, *building.outer(state))
    effects = Effects(lowering, _number(building, state))
    begins: list[ast.expr] = []
    found: list[ast.expr] = []
    for reference, guard, transition in beginnings(model, state):
        target = target_path(model, around, reference)
        if target is None:
            building.report(reference.span, f"the beginning `{reference.text}`", _CODE)
            continue
        more = _conditions(lowering, guard)
        if transition is not None:
            more |= effects.of(transition, None)
        begins.append(call("Transition", constant(""), constant(target), **more))
    for each in transitions_of(model, state):
        node = _transition(building, around, lowering, effects, each)
        found += [] if node is None else [node]
    for succession in successions_of(model, state):
        node = _succession(building, around, lowering, succession)
        found += [] if node is None else [node]
    written = effects.methods
    kind = "tuple[Transition[Any], ...]"
    written += [_giving("begins", kind, begins)] if begins else []
    return written + ([_giving("transitions", kind, found)] if found else [])


def _number(building: Building, state: Type) -> int:
    """How many classes of states are above one, so that its methods do not replace theirs."""
    above = (building.model.element(at) for at in building.model.all_generals(state))
    return sum(
        isinstance(each, StateDefinition | StateUsage) and each.library is None for each in above
    )


def _conditions(lowering: Lowering, guard: object) -> dict[str, ast.expr]:
    if guard is None:
        return {}
    value = lowering.value(guard, "this guard")  # type: ignore[arg-type]
    return {"guard": _reacting(truth(value))}


def _transition(
    building: Building,
    around: tuple[Type, ...],
    lowering: Lowering,
    effects: Effects,
    transition: TransitionUsage,
) -> ast.expr | None:
    model = building.model
    source = target_path(model, around, transition.source)
    target = target_path(model, around, transition.target)
    shown = transition.name or transition.span.flat_text
    if source is None or target is None:
        building.report(transition.span, f"the transition `{shown}`", _CODE)
        return None
    inside, payload = accepting(lowering, transition)
    more: dict[str, ast.expr] = {}
    trigger = trigger_code(lowering, transition)
    if trigger is not None:
        more["trigger"] = trigger
    more |= _conditions(inside, transition.guard)
    more |= effects.of(transition, payload)
    if transition.declared_name:
        more["label"] = constant(transition.declared_name)
    return call("Transition", constant(source), constant(target), **more)


def _succession(
    building: Building, around: tuple[Type, ...], lowering: Lowering, succession: SuccessionAsUsage
) -> ast.expr | None:
    source, target = (target_path(building.model, around, each) for each in succession.ends)
    if source is None or target is None:
        building.report(succession.span, f"the succession `{succession.span.flat_text}`", _CODE)
        return None
    more = _conditions(lowering, succession.guard)
    return call("Transition", constant(source), constant(target), **more)


def _reacting(node: ast.expr) -> ast.Lambda:
    """`lambda machine, event: node`."""
    arguments = ast.arguments(
        posonlyargs=[],
        args=[ast.arg(arg="machine"), ast.arg(arg="event")],
        kwonlyargs=[],
        kw_defaults=[],
        defaults=[],
    )
    return ast.Lambda(args=arguments, body=node)


def _giving(method: str, returns: str, nodes: list[ast.expr]) -> ast.stmt:
    """`def method(self) -> returns: return (nodes)`."""
    return ast.FunctionDef(
        name=method,
        args=ast.arguments(
            posonlyargs=[], args=[ast.arg(arg="self")], kwonlyargs=[], kw_defaults=[], defaults=[]
        ),
        body=[ast.Return(value=tuple_of(nodes))],
        decorator_list=[],
        returns=ast.parse(returns, mode="eval").body,
    )


def _assign(variable: str, node: ast.expr) -> ast.stmt:
    return ast.Assign(targets=[ast.Name(id=variable, ctx=ast.Store())], value=node)


def _declared(variable: str) -> ast.stmt:
    target = ast.Name(id=variable, ctx=ast.Store())
    return ast.AnnAssign(target=target, annotation=name("Any"), value=constant(None), simple=1)
