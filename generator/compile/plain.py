"""A workflow as a plain function: the same steps one after the other, without spans, tasks and policies.

Tests compare the generated workflow with it. Knows the Python that `workflows` makes; must not know tests.
"""

from __future__ import annotations

import ast

from generator.compile.code import unparse

__all__ = ["plain_body", "step_labels", "step_method"]


def plain_body(body: str) -> str:
    """The statements of a workflow's body, made synchronous: `await run_step("a", steps.a, x=x)` is `steps.a(x=x)`."""
    tree = _Plain().visit(ast.parse(body))
    return unparse(tree)


class _Plain(ast.NodeTransformer):
    def visit_Await(self, node: ast.Await) -> ast.AST:
        found: ast.AST = self.visit(node.value)
        return found

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        function = node.func
        if isinstance(function, ast.Name) and function.id == "run_step":
            return ast.Call(func=_method(node.args[1]), args=[], keywords=node.keywords)
        if isinstance(function, ast.Attribute) and function.attr == "create_task":
            return node.args[0]
        is_result = isinstance(function, ast.Attribute) and function.attr == "result"
        if is_result and isinstance(function, ast.Attribute) and not node.args:
            return function.value
        return node

    def visit_AsyncWith(self, node: ast.AsyncWith) -> list[ast.stmt]:
        self.generic_visit(node)
        return node.body

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        self.generic_visit(node)
        return ast.FunctionDef(
            name=node.name,
            args=node.args,
            body=node.body,
            decorator_list=[],
            returns=node.returns,
        )


def step_labels(body: str) -> frozenset[str]:
    """What the steps of a workflow's body are called in the model."""
    calls = (each for each in ast.walk(ast.parse(body)) if isinstance(each, ast.Call))
    return frozenset(
        ast.literal_eval(each.args[0])
        for each in calls
        if isinstance(each.func, ast.Name) and each.func.id == "run_step"
    )


def step_method(node: ast.Call) -> str:
    """The name of the method that `run_step("label", steps.method)` calls."""
    method = _method(node.args[1])
    return method.attr if isinstance(method, ast.Attribute) else ""


def _method(node: ast.expr) -> ast.expr:
    """The method of a step without the policies around it."""
    while isinstance(node, ast.Call):
        node = node.args[0]
    return node
