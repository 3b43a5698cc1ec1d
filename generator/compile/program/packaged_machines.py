"""A program as a module of a generated package: its imports lead to the support modules the package carries.

Knows what a program's text looks like. Must not know templates.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass

from generator.compile.code import attribute, call, constant, name, unparse
from generator.compile.entry import Program

__all__ = ["PackagedMachine", "packaged_machine"]


@dataclass(frozen=True, slots=True)
class PackagedMachine:
    """The text of a module with a machine: `root` is the class of what it belongs to, `state` that of the state."""

    text: str
    root: str
    state: str


def packaged_machine(program: Program, doc: str) -> PackagedMachine:
    """The module of a program whose element is a state, with a function `started` that gives a running machine."""
    module = ast.parse(program.text)
    classes = {each.name: each for each in module.body if isinstance(each, ast.ClassDef)}
    imports: dict[str, list[str]] = {"..support.state_machines": ["StateMachine"]}
    body: list[ast.stmt] = []
    for each in module.body:
        if isinstance(each, ast.ImportFrom) and (each.module or "").startswith("support."):
            found = imports.setdefault(f"..{each.module}", [])
            found += [alias.name for alias in each.names]
        elif isinstance(each, ast.ImportFrom) and each.module == "__future__":
            continue
        else:
            body.append(each)
    state = _kind(classes, program)
    future = ast.ImportFrom(module="__future__", names=[ast.alias(name="annotations")], level=0)
    outside = [each for each in body if isinstance(each, ast.Import | ast.ImportFrom)]
    own = [
        ast.ImportFrom(
            module=at.removeprefix(".."),
            names=[ast.alias(name=each) for each in sorted(set(found))],
            level=2,
        )
        for at, found in sorted(imports.items())
    ]
    inside = [each for each in body if each not in outside]
    function = _started(program, state)
    lines = [ast.Expr(value=constant(doc)), future, *outside, *own, *inside, function]
    text = unparse(ast.Module(body=lines, type_ignores=[])) + "\n"
    return PackagedMachine(text, program.entry.root, state)


def _kind(classes: dict[str, ast.ClassDef], program: Program) -> str:
    """The class of the state a program is about."""
    at = program.entry.root
    for attribute_ in program.entry.path:
        at = next(
            value.body.id
            for each in classes[at].body
            if isinstance(each, ast.Assign)
            and isinstance(each.targets[0], ast.Name)
            and each.targets[0].id == attribute_
            and isinstance(each.value, ast.Call)
            for value in each.value.args
            if isinstance(value, ast.Lambda) and isinstance(value.body, ast.Name)
        )
    return at


def _started(program: Program, state: str) -> ast.stmt:
    """`def started(subject: Root | None = None) -> StateMachine[State]:`."""
    root = program.entry.root
    made: ast.expr = ast.BoolOp(op=ast.Or(), values=[name("subject"), call(root)])
    for each in program.entry.path:
        made = attribute(made, each)
    doc = "A machine in the state it begins in; without a subject, that of a new one."
    argument = ast.arg(arg="subject", annotation=ast.parse(f"{root} | None", mode="eval").body)
    return ast.FunctionDef(
        name="started",
        args=ast.arguments(
            posonlyargs=[],
            args=[argument],
            kwonlyargs=[],
            kw_defaults=[],
            defaults=[constant(None)],
        ),
        body=[ast.Expr(value=constant(doc)), ast.Return(value=call("StateMachine", made))],
        decorator_list=[],
        returns=ast.parse(f"StateMachine[{state}]", mode="eval").body,
    )
