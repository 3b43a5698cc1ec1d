"""Steps without steps of their own whose work the model states: by values of their outputs, or in Python.

Knows expressions and textual representations. Must not know the workflow around a step.
"""

from __future__ import annotations

import ast
import textwrap

from generator.compile.actions import effective_value, outputs, python_body
from generator.compile.building import Building, StepUse
from generator.compile.code import call, name
from generator.compile.references import fitted
from generator.compile.scope import Scope
from generator.compile.statements import assign, give_back, unparse_block
from generator.diagnostics import Diagnostic, Severity
from generator.ir import Element, ElementId, Model, OperatorExpression, Type, TypeReference

__all__ = ["computed_body", "extents", "parsed_body", "python_statements"]


def computed_body(building: Building, use: StepUse) -> str | None:
    """The statements of a step whose outputs have values; None, and a diagnostic, if one cannot be compiled."""
    scope = Scope().inside(use.usage.id)
    for port in use.inputs:
        scope = scope.bind(building.model, port.feature, port.name)
    statements: list[ast.stmt] = []
    values: dict[str, ast.expr] = {}
    for port in use.outputs:
        expression = effective_value(building.model, port.feature)
        value = None if expression is None else building.value(expression, scope)
        if value is None:
            return None
        node = fitted(value, port.shape)
        values[port.name] = node
        if len(use.outputs) > 1:
            statements.append(assign(port.name, node))
            values[port.name] = name(port.name)
            scope = scope.bind(building.model, port.feature, port.name)
    if use.result_class is None:
        return unparse_block([give_back(*values.values())])
    return unparse_block([*statements, give_back(call(use.result_class, **values))])


def python_statements(building: Building, use: StepUse) -> str | None:
    """The statements of a step with a body in Python, checked; outputs it assigns are given back at the end."""
    found = python_body(building.model, use.usage)
    if found is None:
        return None
    try:
        module = parsed_body(found.body)
    except (SyntaxError, ValueError) as fault:
        message = f"the Python body of `{use.usage.name}` cannot be parsed: {fault.args[0]}"
        building.diagnostics.append(
            Diagnostic("invalid-python", Severity.ERROR, message, found.span)
        )
        return None
    function = module.body[0]
    if len(module.body) != 1 or not isinstance(function, ast.AsyncFunctionDef):
        building.report(found.span, f"a Python body of `{use.usage.name}` that ends its function")
        return None
    body = list(function.body)
    if use.outputs and not any(isinstance(each, ast.Return) for each in ast.walk(function)):
        values = {port.name: name(port.name) for port in use.outputs}
        single = next(iter(values.values()))
        body.append(give_back(call(use.result_class, **values) if use.result_class else single))
    return unparse_block(body)


def parsed_body(body: str) -> ast.Module:
    """The body of a function; its first line may stand behind the comment mark, the others be indented."""
    first, _, rest = body.strip("\n").partition("\n")
    candidates = [
        textwrap.dedent(body.strip("\n")),
        f"{first.strip()}\n{textwrap.dedent(rest)}",
        f"{first.strip()}\n{textwrap.indent(textwrap.dedent(rest), '    ')}",
    ]
    for candidate in candidates[:-1]:
        try:
            return _function(candidate)
        except SyntaxError:
            continue
    return _function(candidates[-1])


def _function(body: str) -> ast.Module:
    return ast.parse("async def body():\n" + textwrap.indent(body, "    ") + "\n")


def extents(model: Model, action: Type) -> tuple[Element, ...]:
    """The types whose instances the outputs of an action are computed from (`all T`)."""
    found: dict[ElementId, Element] = {}
    for port in outputs(model, action):
        stack: list[object] = [effective_value(model, port.feature)]
        while stack:
            each = stack.pop()
            if isinstance(each, OperatorExpression) and each.operator == "all":
                operand = each.operands[-1]
                if isinstance(operand, TypeReference):
                    target = model.target(operand.reference)
                    if target is not None:
                        found.setdefault(target.id, target)
            if isinstance(each, tuple):
                stack.extend(each)
            elif hasattr(each, "__dataclass_fields__") and not isinstance(each, Element):
                stack.extend(
                    getattr(each, key) for key in each.__dataclass_fields__ if key != "span"
                )
    return tuple(found[at] for at in sorted(found))
