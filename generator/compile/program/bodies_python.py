"""Bodies of actions that are written in Python: parameters are variables in them, outputs what they assign or return.

Knows textual representations. Must not know steps.
"""

from __future__ import annotations

import ast

from generator.compile.actions import inputs, outputs
from generator.compile.code import attribute, call, constant, name, tuple_of
from generator.compile.leaves import parsed_body
from generator.compile.program.bodies_steps import Lowering
from generator.compile.program.building import is_evaluated
from generator.compile.statements import assign, awaited, expression
from generator.diagnostics import Diagnostic
from generator.ir import Model, TextualRepresentation, Type

__all__ = ["python_statements"]


def python_statements(
    lowering: Lowering, action: Type, body: TextualRepresentation
) -> list[ast.stmt]:
    """The statements of a body in Python; a body that returns becomes a function of its own."""
    building = lowering.building
    model = building.model
    ports = (*inputs(model, action), *outputs(model, action))
    module = parsed_body(body, action.name or "", ports)
    if isinstance(module, Diagnostic):
        building.diagnostics.append(module)
        return [expression(call("unsupported", constant(module.message)))]
    function = module.body[0]
    if len(module.body) != 1 or not isinstance(function, ast.AsyncFunctionDef):
        return [lowering.unsupported(body.span, "a Python body that ends its function")]
    last = function.body[-1]
    if is_evaluated(action) and isinstance(last, ast.Expr) and not _gives(model, action, function):
        function.body[-1] = ast.Return(value=last.value)
    read = [(each.name, building.types.attribute(each.feature)) for each in inputs(model, action)]
    written = [
        (each.name, building.types.attribute(each.feature)) for each in outputs(model, action)
    ]
    taken: list[ast.stmt] = [assign(each, attribute(name("self"), at)) for each, at in read]
    if any(isinstance(each, ast.Return) for each in ast.walk(function)):
        result = awaited(call("body"))
        names = tuple_of(constant(at) for _, at in written)
        given = call("give", name("self"), names, result)
        function.returns = name("Any")
        return [*taken, function, expression(given if written else result)]
    given_back: list[ast.stmt] = [
        ast.Assign(
            targets=[ast.Attribute(value=name("self"), attr=at, ctx=ast.Store())],
            value=name(each),
        )
        for each, at in written
        if each in _stored(function)
    ]
    return [*taken, *function.body, *given_back]


def _gives(model: Model, action: Type, function: ast.AsyncFunctionDef) -> bool:
    """Whether a body says what its outputs are; else they are what its last expression gives."""
    if any(isinstance(each, ast.Return) for each in ast.walk(function)):
        return True
    return not _stored(function).isdisjoint(each.name for each in outputs(model, action))


def _stored(function: ast.AsyncFunctionDef) -> frozenset[str]:
    return frozenset(
        each.id
        for each in ast.walk(function)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
    )
