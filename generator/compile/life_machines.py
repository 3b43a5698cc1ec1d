"""The transitions of an entity's life: the states it exhibits as a table over the frozen item that holds them.

Guards and effects read and change the item's fields; an attribute of the state definition is the field with its
name, a parameter typed by the entity is the item. Knows states and lives; must not know how a module is laid out,
nor what a database is.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from generator.compile.code import Value, attribute, call, constant, name
from generator.compile.lives import Life, fault
from generator.compile.references import same_features
from generator.compile.scope import Scope, shape_of
from generator.compile.states import StateMachine, Subject, compile_states
from generator.compile.types import python_types
from generator.diagnostics import Diagnostic, has_errors
from generator.emit.names import snake
from generator.ir import (
    ActionUsage,
    ElementId,
    EnumerationUsage,
    Feature,
    Model,
    Role,
    Type,
    effective_value,
)
from generator.ir import constant as folded

__all__ = ["LifeMachine", "compile_life"]


@dataclass(frozen=True, slots=True)
class LifeMachine:
    """A compiled life. `literals` are the enumeration members of the machine's states, `watched` the fields that
    transitions depend on or change: who finds them changed has been overtaken."""

    life: Life
    machine: StateMachine
    item: str
    enumeration: str
    field: str
    literals: dict[str, str]
    watched: tuple[str, ...]


def compile_life(model: Model, life: Life) -> tuple[LifeMachine | None, tuple[Diagnostic, ...]]:
    """The transitions of an entity; None, with `status-of` or `unsupported-state`, where they do not fit it."""
    types = python_types(model)
    found = list(_without_field(model, life))
    if len(tuple(_parameters(model, life))) > 1:
        found.append(fault(life.status, f"several parameters may be the `{life.entity.name}`"))
    if found:
        return None, tuple(found)
    machine, faults = compile_states(model, life.exhibited, _subject(model, life))
    found += faults
    if machine is None:
        return None, tuple(found)
    literals, missing = _literals(model, life, machine)
    found += [fault(life.status, each) for each in missing]
    found += _initial(model, life, machine, literals)
    field = types.field_name(life.status)
    item, enumeration = types.class_name(life.entity), types.class_name(life.enumeration)
    if has_errors(found) or item is None or enumeration is None:
        return None, tuple(found)
    watched = tuple(sorted(_watched(machine) | {field}))
    return LifeMachine(life, machine, item, enumeration, field, literals, watched), tuple(found)


# -- what the states are about ------------------------------------------------------------------------


def _subject(model: Model, life: Life) -> Subject:
    """The item: its own features, the attributes of the states with their names, and the parameters for it."""
    members = python_types(model).members(life.entity)
    scope, fields = Scope().within(life.entity, "item"), dict(members)
    for feature in _attributes(model, life):
        counterpart = _counterpart(model, life, feature)
        if counterpart is not None:
            variable = members[counterpart.id]
            shape = shape_of(model, counterpart)
            for at in same_features(model, feature):
                fields[at] = variable
            scope = scope.bind_path((feature.id,), Value(attribute(name("item"), variable), shape))
    aliases: set[ElementId] = set()
    for parameter in _parameters(model, life):
        scope = scope.bind(model, parameter, "item")
        aliases |= same_features(model, parameter)

    def revised(field: str, value: ast.expr) -> ast.expr:
        update = ast.Dict(keys=[constant(field)], values=[value])
        return call(attribute(name("item"), "model_copy"), update=update)

    return Subject(scope, fields, revised, "item", frozenset(aliases))


def _attributes(model: Model, life: Life) -> Iterator[Feature]:
    """The attributes the states keep."""
    for each in model.features(life.exhibited):
        if each.name is None or each.library is not None or isinstance(each, ActionUsage):
            continue
        if each.direction is None and each.role in (Role.MEMBER, Role.FEATURE):
            yield each


def _parameters(model: Model, life: Life) -> Iterator[Feature]:
    """The parameters of the states that stand for the entity."""
    for each in model.features(life.exhibited):
        type_ = model.type_of(each)
        is_parameter = each.direction is not None and each.library is None
        if is_parameter and isinstance(type_, Type):
            yield from [each] if model.specializes(life.entity, type_.qualified_name) else []


def _counterpart(model: Model, life: Life, feature: Feature) -> Feature | None:
    found = (each for each in model.features(life.entity) if each.name == feature.name)
    return next((each for each in found if not isinstance(each, ActionUsage)), None)


def _without_field(model: Model, life: Life) -> Iterator[Diagnostic]:
    for each in _attributes(model, life):
        if _counterpart(model, life, each) is None:
            owner = model.owner(each) or life.exhibited
            yield fault(
                each,
                f"`{life.entity.name}` has no attribute `{each.name}` that keeps that of `{owner.name}`",
            )


# -- states and literals ------------------------------------------------------------------------------


def _literals(
    model: Model, life: Life, machine: StateMachine
) -> tuple[dict[str, str], tuple[str, ...]]:
    """The literal of each state by their Python names, and what is wrong."""
    members = python_types(model).literals(life.enumeration)
    named: dict[str, str] = {}
    for at, member in members.items():
        named[snake(model.element(at).name or "")] = member
    found: dict[str, str] = {}
    wrong: list[str] = []
    for state in machine.states:
        whole, last = snake(state.value.replace(".", "_")), snake(state.value.rpartition(".")[2])
        literal = named.get(whole) or named.get(last)
        if literal is None:
            wrong.append(f"`{life.enumeration.name}` has no literal for the state `{state.value}`")
        elif literal in found.values():
            wrong.append(
                f"two states of `{life.exhibited.name}` have the literal of `{state.value}`"
            )
        else:
            found[state.member] = literal
    idle = [each for each in members.values() if each not in found.values()]
    if idle and not wrong:
        wrong.append(f"no state of `{life.exhibited.name}` has the literal `{idle[0].lower()}`")
    return found, tuple(wrong)


def _initial(
    model: Model, life: Life, machine: StateMachine, literals: dict[str, str]
) -> Iterator[Diagnostic]:
    """A default other than the state an entity begins in."""
    value = effective_value(model, life.status)
    default = None if value is None else folded(model, value.expression)
    if not isinstance(default, EnumerationUsage):
        return
    member = python_types(model).literals(life.enumeration).get(default.id)
    wanted = literals.get(machine.initial, member)
    if member != wanted:
        begin = next(s.value for s in machine.states if s.member == machine.initial)
        yield fault(life.status, f"`{life.status.name}` does not begin as `{begin}`")


def _watched(machine: StateMachine) -> set[str]:
    """The fields of the item that guards and effects mention."""
    found: set[str] = set()
    for each in machine.transitions:
        for text in (each.guard or "None", *each.changes):
            for node in ast.walk(ast.parse(text, mode="eval")):
                if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                    found |= {node.attr} if node.value.id == "item" else set()
                elif isinstance(node, ast.Dict):
                    keys = (key.value for key in node.keys if isinstance(key, ast.Constant))
                    found |= {key for key in keys if isinstance(key, str)}
    return found - {"model_copy"}
