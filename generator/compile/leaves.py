"""Steps without steps of their own whose work the model states: by values of their outputs, or in Python.

Knows expressions and textual representations. Must not know the workflow around a step.
"""

from __future__ import annotations

import ast
import builtins
import dataclasses
import re
import textwrap
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from generator.compile.actions import Port, effective_value, inputs, outputs, python_body
from generator.compile.building import Building, StepUse
from generator.compile.code import Shape, Value, attribute, call, name
from generator.compile.references import fitted
from generator.compile.scope import Scope
from generator.compile.statements import assign, awaited, give_back, unparse_block
from generator.diagnostics import Diagnostic, Severity
from generator.emit.names import Names
from generator.ir import (
    ActionDefinition,
    ActionUsage,
    Element,
    ElementId,
    Model,
    OperatorExpression,
    TextualRepresentation,
    Type,
    TypeReference,
)
from generator.source import Span

__all__ = ["computed_body", "extents", "parsed_body", "python_statements"]


def computed_body(building: Building, use: StepUse) -> str | None:
    """The statements of a step whose outputs have values; None, and a diagnostic, if one cannot be compiled."""
    scope = Scope().inside(use.usage.id)
    for port in use.inputs:
        scope = scope.bind(building.model, port.feature, port.name)
    statements, scope = _read(building, use, scope)
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
        return unparse_block([*statements, give_back(*values.values())])
    return unparse_block([*statements, give_back(call(use.result_class, **values))])


def _read(building: Building, use: StepUse, scope: Scope) -> tuple[list[ast.stmt], Scope]:
    """The statements that read the rows the outputs of a step are computed from."""
    statements: list[ast.stmt] = []
    names = Names((*(each.name for each in use.inputs), *(each.name for each in use.outputs)))
    known = {each.type.id: each for each in building.extents.values()}
    for element in extents(building.model, use.usage):
        extent = known[element.id]
        extent.is_read = True
        variable = names.unique(extent.method)
        statements.append(assign(variable, awaited(call(attribute(name("self"), extent.method)))))
        scope = scope.bind_path((element.id,), Value(name(variable), Shape.MANY))
    return statements, scope


def python_statements(building: Building, use: StepUse) -> str | None:
    """The statements of a step with a body in Python, checked; outputs it assigns are given back at the end."""
    found = python_body(building.model, use.usage)
    if found is None:
        return None
    module = parsed_body(found, use.usage.name or "", (*use.inputs, *use.outputs))
    if isinstance(module, Diagnostic):
        building.diagnostics.append(module)
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


def parsed_body(
    representation: TextualRepresentation, owner: str, ports: Iterable[Port]
) -> ast.Module | Diagnostic:
    """The body of a function, with the parameters of its owner under their Python names; else what is wrong with it.

    Wrong is what Python cannot parse, and a name that neither the body nor a parameter nor Python itself gives.
    """
    try:
        module = _parsed(representation.body)
    except (SyntaxError, ValueError) as fault:
        message = f"the Python body of `{owner}` cannot be parsed: {fault.args[0]}"
        return Diagnostic("invalid-python", Severity.ERROR, message, representation.span)
    named = {each.feature.name: each.name for each in ports}
    used = [each for each in ast.walk(module) if isinstance(each, ast.Name)]
    for each in used:
        each.id = named.get(each.id, each.id)
    given = {*named.values(), *_bound(module), *dir(builtins), "self"}
    unknown = next((each.id for each in used if each.id not in given), None)
    if unknown is None:
        return module
    near = next(iter(get_close_matches(unknown, [*filter(None, named)], 1)), None)
    return Diagnostic(
        "invalid-python",
        Severity.ERROR,
        f"the Python body of `{owner}` uses `{unknown}`, which nothing in it names",
        representation.span,
        hint=f"the parameter is called `{near}`" if near else None,
    )


def _bound(module: ast.Module) -> Iterator[str]:
    """The names that a body itself gives something, wherever in it."""
    for each in ast.walk(module):
        match each:
            case ast.Name(id=name_, ctx=ast.Store()) | ast.arg(arg=name_):
                yield name_
            case ast.FunctionDef(name=name_) | ast.AsyncFunctionDef(name=name_):
                yield name_
            case ast.ClassDef(name=name_) | ast.ExceptHandler(name=str(name_)):
                yield name_
            case ast.MatchAs(name=str(name_)) | ast.MatchStar(name=str(name_)):
                yield name_
            case ast.MatchMapping(rest=str(name_)):
                yield name_
            case ast.alias(name=path, asname=other):
                yield other or path.partition(".")[0]


def _parsed(body: str) -> ast.Module:
    """The body of a function; its first line may stand behind the comment mark, the others be indented."""
    body = _without_stars(body.strip("\n"))
    first, _, rest = body.partition("\n")
    candidates = [
        textwrap.dedent(body),
        f"{first.strip()}\n{textwrap.dedent(rest)}",
        f"{first.strip()}\n{textwrap.indent(textwrap.dedent(rest), '    ')}",
    ]
    for candidate in candidates[:-1]:
        try:
            return _function(candidate)
        except SyntaxError:
            continue
    return _function(candidates[-1])


def _without_stars(body: str) -> str:
    """A comment may begin each of its lines with a star, which is not part of its text (KerML 8.2.3.3.2)."""
    _, *rest = lines = body.split("\n")
    if lines[0].lstrip().startswith("*"):
        rest = lines
    if not any(each.strip() for each in rest) or not all(
        each.lstrip().startswith("*") for each in rest if each.strip()
    ):
        return body
    stripped = [re.sub(r"^\s*\* ?", "", each) for each in rest]
    return "\n".join([*lines[: len(lines) - len(rest)], *stripped])


def _function(body: str) -> ast.Module:
    return ast.parse("async def body():\n" + textwrap.indent(body, "    ") + "\n")


def extents(model: Model, action: Type) -> tuple[Element, ...]:
    """The types whose instances are read anywhere in an action (`all T`), its steps and their values included."""
    found: dict[ElementId, Element] = {}
    for each in _expressions(model, action):
        if isinstance(each, OperatorExpression) and each.operator == "all":
            operand = each.operands[-1]
            target = model.target(operand.reference) if isinstance(operand, TypeReference) else None
            if target is not None:
                found.setdefault(target.id, target)
    return tuple(found[at] for at in sorted(found))


def _expressions(model: Model, action: Type) -> Iterator[object]:
    """What stands in the values and conditions of an action and of everything in it, part by part."""
    stack: list[object] = []
    for element in (action, *model.descendants(action)):
        stack += [getattr(element, each.name) for each in dataclasses.fields(element)]
        if isinstance(element, ActionUsage | ActionDefinition):
            ports = (*inputs(model, element), *outputs(model, element))
            stack += [effective_value(model, port.feature) for port in ports]
    while stack:
        each = stack.pop()
        yield each
        if isinstance(each, tuple):
            stack += each
        elif dataclasses.is_dataclass(each) and not isinstance(each, Element | Span | type):
            stack += [getattr(each, one.name) for one in dataclasses.fields(each)]
