"""The statements of a case as a test has them: workflows are run whole, rows and files are read, checks are asserted.

`x = await run_step("label", steps.method, …)` becomes `x = perform(workflow, …)`, `ask(Repository.all_…)` or a call of
a function of the test. Knows the statements that `blocks` makes. Must not know what a case is.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.compile.actions import REFUSED, StepKind, metadata_values
from generator.compile.building import Building, Extent
from generator.compile.code import attribute, call, constant, name, negate
from generator.compile.plain import step_method
from generator.compile.services import Service, service_of
from generator.compile.statements import expression, loads
from generator.compile.types import ImportName
from generator.compile.verdicts import UNSUPPORTED
from generator.compile.workflow_names import workflow_names
from generator.compile.workflows import StepCode
from generator.ir import Element

__all__ = ["ASK", "PERFORM", "Performing"]

ENTITY = "AgentSystems::Persistence::Entity"
PERFORM = ImportName("tests.verifications.performing", "perform", is_local=True)
ASK = ImportName("tests.verifications.performing", "ask", is_local=True)
_REPOSITORY = ImportName("persistence.repository", "Repository", is_local=True)
_REFUSAL = ImportName("workflows.running", "Refused", is_local=True)
_FUNCTIONS = {
    Service.READ: ImportName("files", "read_file", is_local=True),
    Service.WRITE: ImportName("files", "write_file", is_local=True),
    Service.LIST: ImportName("files", "list_files", is_local=True),
    Service.NOW: ImportName("workflows.running", "now", is_local=True),
}
_KEPT = (Service.STORE, Service.REMOVE, Service.CHECK)


@dataclass(slots=True)
class Performing:
    """One test under construction.

    `stand_ins` are the objects that do open steps, by method of the step they belong to; `helpers` the functions of
    steps that the case says how to do, by method.
    """

    building: Building
    codes: Mapping[str, StepCode]
    extents: Mapping[str, Extent]
    stand_ins: Mapping[str, str]
    helpers: dict[str, str] = field(default_factory=dict)

    def statements(self, body: Sequence[ast.stmt]) -> list[ast.stmt]:
        """The statements of the test."""
        found = [self._statement(each) for each in body]
        self._check_refused(found)
        return found

    def _statement(self, statement: ast.stmt) -> ast.stmt:
        for part in ("body", "orelse"):
            inner = getattr(statement, part, None)
            if isinstance(inner, list):
                setattr(statement, part, [self._statement(each) for each in inner])
        checked = _checked(statement)
        if checked is not None:
            return checked
        value = getattr(statement, "value", None)
        if not isinstance(value, ast.Await) or not isinstance(value.value, ast.Call):
            return statement
        method = step_method(value.value)
        done = self._call(method, value.value.keywords)
        code = self.codes.get(method)
        reason = (
            None if code is None else metadata_values(self.building.model, code.element, REFUSED)
        )
        if code is not None and reason is not None:
            return self._refused(done, reason.get("reason"))
        if isinstance(statement, ast.Assign | ast.AnnAssign | ast.Expr):
            statement.value = done
        return statement

    # -- one step ---------------------------------------------------------------------------------

    def _call(self, method: str, given: list[ast.keyword]) -> ast.expr:
        code = self.codes.get(method)
        if code is None:
            return self._rows(method)
        model, imports = self.building.model, self.building.imports
        service = service_of(model, code.element)
        if code.kind is StepKind.WORKFLOW and code.workflow is not None:
            function = workflow_names(model).function(code.workflow) or ""
            imports.update((PERFORM, ImportName(f"workflows.{function}", function, is_local=True)))
            doing = self.stand_ins.get(method)
            first: list[ast.expr] = [name(function), *([] if doing is None else [call(doing)])]
            return ast.Call(func=name("perform"), args=first, keywords=given)
        if service in _KEPT:
            return self._asked(method, given)
        if service in _FUNCTIONS:
            function_name = _FUNCTIONS[service]
            imports.add(function_name)
            arguments = [each.value for each in given]
            if service is Service.READ:
                arguments.append(ast.parse(code.result.annotation, mode="eval").body)
            return ast.Call(func=name(function_name.name), args=arguments, keywords=[])
        if code.body is not None and service is None:
            function = self.helpers.setdefault(method, self.building.names.unique(f"do_{method}"))
            return ast.Call(func=name(function), args=[], keywords=given)
        return self._left_open(code.element, f"`{code.label}`, which a test cannot do,")

    def _rows(self, method: str) -> ast.expr:
        """Everything there is of a type that is kept in the database."""
        extent = next(each for each in self.extents.values() if each.method == method)
        if not self.building.model.specializes(extent.type, ENTITY):
            return self._left_open(extent.type, f"all `{extent.type.name}`, which is no entity,")
        return self._asked(method, [])

    def _asked(self, method: str, given: list[ast.keyword]) -> ast.expr:
        self.building.imports.update((ASK, _REPOSITORY))
        asked: list[ast.expr] = [attribute(name("Repository"), method)]
        return ast.Call(func=name("ask"), args=asked, keywords=given)

    def _left_open(self, element: Element, construct: str) -> ast.expr:
        self.building.report(element.span, construct, UNSUPPORTED)
        return constant(None)

    # -- refusals and checks ----------------------------------------------------------------------

    def _refused(self, done: ast.expr, reason: object) -> ast.stmt:
        """`with pytest.raises(Refused, match=…):` around the call."""
        self.building.imports.add(_REFUSAL)
        given: dict[str, ast.expr] = {}
        if isinstance(reason, str) and reason:
            given["match"] = call(attribute(name("re"), "escape"), constant(reason))
        manager = call(attribute(name("pytest"), "raises"), name("Refused"), **given)
        item = ast.withitem(context_expr=manager, optional_vars=None)
        return ast.With(items=[item], body=[expression(done)])

    def _check_refused(self, body: list[ast.stmt]) -> None:
        """Report what is read of a step that has to be refused, and so gives nothing."""
        read = loads(body)
        for method, code in self.codes.items():
            is_refused = metadata_values(self.building.model, code.element, REFUSED) is not None
            if is_refused and method in read:
                said = f"what `{code.label}` gives, which has to be refused,"
                self._left_open(code.element, said)


def _checked(statement: ast.stmt) -> ast.stmt | None:
    """`assert condition, "why"` for `if not condition: raise Refused("why")`."""
    if not isinstance(statement, ast.If) or statement.orelse or len(statement.body) != 1:
        return None
    raised = statement.body[0]
    if not isinstance(raised, ast.Raise) or not isinstance(raised.exc, ast.Call):
        return None
    test = statement.test
    is_turned = isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)
    holds = test.operand if isinstance(test, ast.UnaryOp) and is_turned else negate(test)
    return ast.Assert(test=holds, msg=raised.exc.args[0])
