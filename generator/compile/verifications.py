"""Verification cases that perform workflows become tests: the steps in their order, then what the verdict asks for.

A case is an action (SysML 2.0, clause 7.24): its steps are compiled as those of a workflow are, and then written as
calls that run whole workflows. Knows cases, steps and Python statements. Must not know how a test is laid out.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from generator.compile.actions import REFUSED, Port, effective_value, inputs, is_stand_in, steps_of
from generator.compile.blocks import compile_body
from generator.compile.building import Building, Extent, StepUse
from generator.compile.code import Shape, Value, name
from generator.compile.expressions import compile_condition
from generator.compile.graph import graph_of
from generator.compile.leaves import extents
from generator.compile.performing import Performing
from generator.compile.program.packaged import needs_engine
from generator.compile.references import fitted
from generator.compile.scope import Scope
from generator.compile.stand_ins import Helper, StandIn, stand_in
from generator.compile.statements import assign, loads, unparse_block, without_unused
from generator.compile.types import ImportName
from generator.compile.verdicts import UNSUPPORTED, conjuncts, passing
from generator.compile.workflow_names import workflow_names, workflow_of
from generator.compile.workflows import StepCode, compile_workflow, step_code
from generator.diagnostics import Diagnostic
from generator.emit.names import Names, snake
from generator.ir import (
    ActionUsage,
    Element,
    Expression,
    Feature,
    FeatureReferenceExpression,
    Model,
    OperatorExpression,
    Role,
    Type,
    VerificationCaseDefinition,
    VerificationCaseUsage,
)
from generator.source import Span

__all__ = ["Verification", "compile_verification", "is_performed", "performed_by"]

_PASSED = "VerificationCases::VerdictKind::pass"
_RESERVED = ("Any", "Refused", "Repository", "ask", "perform", "pytest", "re", "self", "steps")


@dataclass(frozen=True, slots=True)
class Verification:
    """A compiled case: the statements that perform it and assert that it passes; `performs` are its workflows."""

    case: Type
    stand_ins: tuple[StandIn, ...]
    helpers: tuple[Helper, ...]
    body: tuple[str, ...]
    imports: tuple[ImportName, ...]
    performs: tuple[Element, ...]


def is_performed(model: Model, case: Element) -> bool:
    """Whether an element is a verification case of its own that performs a workflow and can be begun as it is."""
    if not isinstance(case, VerificationCaseDefinition | VerificationCaseUsage):
        return False
    if case.library is not None or case.name is None or getattr(case, "is_abstract", False):
        return False
    if isinstance(case, VerificationCaseUsage):
        types = [each for each in model.types(case) if is_performed(model, each)]
        says_nothing = not model.owned(case, Feature)
        if case.role is not Role.MEMBER or (types and says_nothing):
            return False
    return bool(performed_by(model, case))


def performed_by(model: Model, case: Type) -> tuple[Element, ...]:
    """The workflows a case performs, in the order of their first step."""
    steps = [*steps_of(model, case)]
    for each in steps_of(model, case):
        steps += [inner for inner in model.descendants(each) if isinstance(inner, ActionUsage)]
    found = (workflow_of(model, each) for each in steps)
    return tuple({each.id: each for each in found if each is not None}.values())


@lru_cache(maxsize=256)
def compile_verification(
    model: Model, case: Type
) -> tuple[Verification | None, tuple[Diagnostic, ...]]:
    """The test of a case; None, and why, when a part of it has no meaning there."""
    building = _Building.of(model, case)
    statements, scope = _begin(building, case)
    more, scope = compile_body(building, case, scope)
    asked = _conditions(building, case, scope)
    work: list[ast.stmt] = [*statements, *more, *building.reads(*asked)]
    work += [ast.Assert(test=each, msg=None) for each in asked]
    body = without_unused(work, frozenset())
    _check(building, case, body)
    codes = {each.method: step_code(building, each) for each in building.uses}
    doing = _stand_ins(building, codes)
    performing = Performing(
        building, codes, building.extents, {method: each.name for method, each in doing.items()}
    )
    written = performing.statements(body)
    helpers = tuple(
        _helper(codes[method], function) for method, function in performing.helpers.items()
    )
    if building.diagnostics:
        return None, tuple(dict.fromkeys(building.diagnostics))
    found = Verification(
        case,
        tuple(doing.values()),
        helpers,
        tuple(unparse_block(written).split("\n")),
        tuple(sorted(building.imports)),
        performed_by(model, case),
    )
    return found, ()


def _begin(building: _Building, case: Type) -> tuple[list[ast.stmt], Scope]:
    """The subject and other inputs of a case as variables, and the rows it may read."""
    model = building.model
    scope = Scope().inside(case.id)
    statements: list[ast.stmt] = []
    for port in inputs(model, case):
        expression = effective_value(model, port.feature)
        variable = building.names.unique(port.name)
        value = None if expression is None else building.value(expression, scope)
        if value is None:
            building.lacking[variable] = port
        else:
            statements.append(assign(variable, fitted(value, port.shape)))
        scope = scope.bind(model, port.feature, variable)
    read = {each.id: each for one in _general(model, case) for each in extents(model, one)}
    for element in read.values():
        method = building.methods.unique(f"all_{snake(element.name or '')}")
        variable = building.names.unique(method)
        building.extents[variable] = Extent(element, method)
        scope = scope.bind_path((element.id,), Value(name(variable), Shape.MANY))
    return statements, scope


def _general(model: Model, case: Type) -> tuple[Type, ...]:
    """A case and the cases whose steps it inherits."""
    kinds = VerificationCaseDefinition | VerificationCaseUsage
    found = (model.element(at) for at in sorted(model.all_generals(case) - {case.id}))
    return (case, *(each for each in found if isinstance(each, kinds) and each.library is None))


# -- the verdict ----------------------------------------------------------------------------------


def _conditions(building: _Building, case: Type, scope: Scope) -> list[ast.expr]:
    """What has to hold for the verdict of a case to be `pass`, one condition for each `and`."""
    model = building.model
    returned = [each for each in model.features(case) if each.role is Role.RETURN]
    verdict = next((each for each in reversed(returned) if effective_value(model, each)), None)
    expression = None if verdict is None else effective_value(model, verdict)
    if expression is None:
        building.fault(case.span, f"`{case.name}`, which performs workflows and has no verdict,")
        return []
    asked = _asked(model, expression)
    if asked is None:
        building.fault(expression.span, "a verdict that is not PassIf(…)")
        return []
    found = []
    for each in conjuncts(asked):
        compiled, faults = compile_condition(model, each, scope)
        building.diagnostics += faults
        if compiled is not None:
            building.imports.update(compiled.imports)
            found.append(compiled.node)
    return found


def _asked(model: Model, verdict: Expression) -> Expression | None:
    """The condition of `PassIf(condition)`, or of `if condition ? VerdictKind::pass else …`."""
    if isinstance(verdict, OperatorExpression) and verdict.operator == "if":
        condition, passed, failed = verdict.operands
        if _is_pass(model, passed) and not _is_pass(model, failed):
            return condition
    return passing(model, verdict)


def _is_pass(model: Model, expression: Expression) -> bool:
    if not isinstance(expression, FeatureReferenceExpression):
        return False
    target = model.target(expression.reference)
    return target is not None and target.qualified_name == _PASSED


# -- what a test cannot do, and what it needs beside the steps ------------------------------------


def _check(building: _Building, case: Type, body: list[ast.stmt]) -> None:
    """Report what the statements read and nothing gives, and refusals of what is no workflow."""
    model = building.model
    read = loads(body)
    for variable, port in building.lacking.items():
        if variable in read:
            building.fault(port.feature.span, f"`{port.feature.name}`, which has no value,")
    for method, port, _, _ in building.open:
        building.fault(port.feature.span, f"`{port.feature.name}` of `{method}`, given no value,")
    for each in (inner for one in _general(model, case) for inner in model.descendants(one)):
        is_step = isinstance(each, ActionUsage) and workflow_of(model, each) is not None
        if model.metadata(each, REFUSED) and not is_step:
            building.fault(each.span, f"the refusal of `{each.name or ''}`, which is no workflow,")


def _stand_ins(building: _Building, codes: Mapping[str, StepCode]) -> dict[str, StandIn]:
    """Who does the open steps of workflows, by the method of the step of the case."""
    model = building.model
    found: dict[str, StandIn] = {}
    for method, code in codes.items():
        doing = [
            each for each in model.owned(code.element, ActionUsage) if is_stand_in(model, each)
        ]
        if isinstance(code.workflow, Type):
            made = stand_in(building, code, code.workflow, doing)
            found |= {} if made is None else {method: made}
    return found


def _helper(code: StepCode, function: str) -> Helper:
    doc = code.element.doc or f"The step {code.label}."
    return Helper.of(code, doc, code.body or "", function)


@dataclass(slots=True)
class _Building(Building):
    """A case under construction; `lacking` are inputs of the case without a value, by variable."""

    lacking: dict[str, Port] = field(default_factory=dict)

    @classmethod
    def of(cls, model: Model, case: Type) -> _Building:
        """A new one: no variable hides a workflow that the case performs."""
        names = workflow_names(model)
        functions = [names.function(each) or "" for each in performed_by(model, case)]
        return cls(
            model,
            in_sequence=True,
            names=Names((*_RESERVED, *functions)),
        )

    def fault(self, span: Span, construct: str) -> None:
        """Say that a test of the case cannot do something."""
        self.report(span, construct, UNSUPPORTED)

    def use(self, step: ActionUsage) -> StepUse:
        """As ever; a workflow is given what the case says, the rest has the defaults of the workflow."""
        found = Building.use(self, step)
        if found.workflow is None or not isinstance(found.workflow, Type):
            return found
        given = _arguments(self, step, found.workflow, found.inputs)
        self.uses[-1] = replace(found, inputs=given)
        return self.uses[-1]


def _arguments(
    building: _Building, step: ActionUsage, workflow: Type, ports: tuple[Port, ...]
) -> tuple[Port, ...]:
    """The inputs a case gives to a workflow, under the names its function has for them."""
    model = building.model
    if needs_engine(model, workflow):
        building.fault(step.span, f"`{workflow.name}`, which waits for messages,")
        return ()
    compiled, _ = compile_workflow(model, workflow)
    called = {each.label: each for each in compiled.parameters}
    owner = model.owner(step)
    sources = graph_of(model, owner).sources if isinstance(owner, Type) else {}
    found = []
    for port in ports:
        label = port.feature.name or port.name
        is_said = _is_said(model, workflow, port) or (step.id, port.feature.id) in sources
        parameter = called.get(label)
        if is_said and parameter is not None:
            found.append(Port(port.feature, parameter.name, port.annotation, port.shape))
        elif is_said or (parameter is not None and parameter.default is None):
            building.fault(step.span, f"`{label}` of `{step.name}`, given no value,")
    return tuple(found)


def _is_said(model: Model, workflow: Type, port: Port) -> bool:
    """Whether the case gives a parameter its value, not the workflow or what it specialises."""
    owner = model.owner(port.feature)
    is_inherited = owner is not None and model.specializes(workflow, owner)
    return not is_inherited and effective_value(model, port.feature) is not None
