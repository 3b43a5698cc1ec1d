"""The steps of an action as Python statements: one after the other, or as the nodes of a graph.

Knows the structure of bodies and what surrounds a single step. Must not know how messages are lowered beyond
whom to ask, nor how a class is written.
"""

from __future__ import annotations

import ast
from collections.abc import Collection
from dataclasses import dataclass, field

from generator.compile.actions import REFUSED, effective_value, inputs, metadata_values
from generator.compile.assertions import asserted_text, assertions, reads_inputs_only
from generator.compile.code import Shape, Value, attribute, call, constant, name, sequence
from generator.compile.operators import truth
from generator.compile.program import bodies_messages as messages
from generator.compile.program.bodies_assigning import assignment
from generator.compile.program.bodies_frames import forwarded, is_control, performed_by
from generator.compile.program.bodies_graph import graph_statements
from generator.compile.program.bodies_order import Body, body_of
from generator.compile.program.building import Building
from generator.compile.scope import Scope, shape_of
from generator.compile.services import Service
from generator.compile.statements import awaited, expression
from generator.emit.names import Names
from generator.ir import (
    AcceptActionUsage,
    ActionUsage,
    AssertConstraintUsage,
    AssignmentActionUsage,
    CalculationDefinition,
    CalculationUsage,
    CaseDefinition,
    CaseUsage,
    ControlNode,
    Direction,
    Element,
    Expression,
    Feature,
    FeatureReferenceExpression,
    ForLoopActionUsage,
    IfActionUsage,
    Reference,
    Role,
    SendActionUsage,
    StateUsage,
    TerminateActionUsage,
    Type,
    WhileLoopActionUsage,
)
from generator.source import Span

__all__ = ["RESERVED", "Lowering"]

RESERVED = (
    "accept",
    "after",
    "assure",
    "at",
    "evaluate",
    "flow",
    "forget",
    "give",
    "perform_steps",
    "refuse",
    "refused",
    "send",
    "terminate",
    "tick",
    "until",
)
"""The functions that bodies are written with; those in a body are called otherwise."""


@dataclass(slots=True)
class Lowering:
    """One body under construction: the action whose class it is in, and what names mean there."""

    building: Building
    action: Type
    scope: Scope
    names: Names = field(default_factory=lambda: Names((*RESERVED, "body", "self", "unsupported")))

    # -- what everything needs --------------------------------------------------------------------

    def value(self, expression_: Expression, construct: str) -> Value:
        """A compiled expression; where that is not possible, one that fails by name when the run gets there."""
        known = len(self.building.diagnostics)
        found = self.building.value(expression_, self.scope)
        if found is None:
            found = Value(self.building.missing(known, expression_.span, construct))
        return found

    def referred(self, reference: Reference) -> Value:
        """What a name or feature chain stands for."""
        whole = FeatureReferenceExpression(span=reference.span, reference=reference)
        return self.value(whole, f"`{reference.text}`")

    def held(self, feature: Feature) -> ast.Attribute:
        """The attribute of the performance that holds a feature of its own."""
        return attribute(name("self"), self.building.types.attribute(feature))

    def unsupported(self, span: Span, construct: str) -> ast.stmt:
        """A statement that fails: the construct has no meaning here, which is reported too."""
        return expression(call("unsupported", constant(self.building.report(span, construct))))

    def store(self, feature: Feature, value: ast.expr) -> ast.stmt:
        """Give a feature of the performance a value."""
        target = ast.Attribute(
            value=name("self"), attr=self.building.types.attribute(feature), ctx=ast.Store()
        )
        return ast.Assign(targets=[target], value=value)

    # -- bodies -----------------------------------------------------------------------------------

    def statements(self, container: Type) -> list[ast.stmt]:
        """The steps of the action, or of a branch or loop body in it."""
        model = self.building.model
        found: list[ast.stmt] = []
        if is_control(container):
            for each in model.owned(container, Feature):
                if each.value is not None and each.value.is_initial and each.direction is None:
                    node = self.building.fitted(each.value.expression, self.scope, each)
                    found += [] if node is None else [self.store(each, node)]
        found += [
            self.unsupported(each.span, f"the state `{each.name or ''}` as a step of an action")
            for each in model.features(container)
            if isinstance(each, StateUsage) and each.direction is None
        ]
        body = body_of(model, container)
        checks = list(assertions(model, container))
        if body.order is None:
            early = [each for each in checks if reads_inputs_only(model, container, each)]
            found += [self._assertion(each) for each in early]
            found += graph_statements(self, body)
            return found + [self._assertion(each) for each in checks if each not in early]
        waiting = dict(body.steps)
        for label in body.order:
            found += self._due(checks, waiting.values())
            found += self.step(body, waiting.pop(label))
        return found + [self._assertion(each) for each in checks]

    def checks(self, container: Type) -> list[ast.stmt]:
        """All constraints that are asserted."""
        return [self._assertion(each) for each in assertions(self.building.model, container)]

    def _due(
        self, checks: list[AssertConstraintUsage], waiting: Collection[ActionUsage]
    ) -> list[ast.stmt]:
        """Constraints are checked once all steps that are written before them are done."""
        found: list[ast.stmt] = []
        while checks and all(each.id > checks[0].id for each in waiting):
            found.append(self._assertion(checks.pop(0)))
        return found

    def step(self, body: Body, step: ActionUsage) -> list[ast.stmt]:
        """One step."""
        match step:
            case ControlNode():
                return []
            case AssignmentActionUsage():
                return assignment(self, step)
            case IfActionUsage():
                return self._condition(step)
            case WhileLoopActionUsage():
                return self._repetition(step)
            case ForLoopActionUsage():
                return self._iteration(step)
            case SendActionUsage():
                return messages.sending(self, step)
            case AcceptActionUsage():
                return messages.accepting(self, step)
            case TerminateActionUsage():
                return messages.terminating(self, step)
            case ActionUsage() if self._is_calculated(step):
                return [*self._flowing(body, step), expression(call("evaluate", self.held(step)))]
        if is_control(step):
            return self.statements(step)
        return self._performing(body, step)

    def _is_calculated(self, step: ActionUsage) -> bool:
        """Whether a step is a calculation, or an action whose type is one."""
        types = (step, *self.building.model.types(step))
        return any(
            isinstance(each, CalculationUsage | CalculationDefinition)
            and not isinstance(each, CaseUsage | CaseDefinition)
            for each in types
        )

    # -- performing actions -----------------------------------------------------------------------

    def _performing(self, body: Body, step: ActionUsage) -> list[ast.stmt]:
        performed: ast.expr = self.held(step)
        found: list[ast.stmt] = []
        target = performed_by(self.building.model, step)
        if target is not None:
            found += self._given(step, performed)
        found += self._flowing(body, step)
        shape = shape_of(self.building.model, step)
        if shape is Shape.MANY and target is None:
            each = self.names.unique("each")
            work = expression(awaited(call(attribute(name(each), "perform"))))
            loop = ast.For(
                target=ast.Name(id=each, ctx=ast.Store()), iter=performed, body=[work], orelse=[]
            )
            return [*found, loop]
        has_refusal = metadata_values(self.building.model, step, REFUSED)
        if has_refusal is not None:
            reason = constant(str(has_refusal.get("reason", "")))
            return [*found, expression(awaited(call("refused", performed, reason)))]
        work = expression(awaited(call(attribute(performed, "perform"))))
        return [*found, work, *self._refusal(step), *self._forwarding(step, performed)]

    def _refusal(self, step: ActionUsage) -> list[ast.stmt]:
        """The end of the run, when the step is `Refuse`."""
        if not self.building.model.specializes(step, Service.REFUSE.value):
            return []
        ports = inputs(self.building.model, step)
        held: ast.expr = constant(step.doc or step.name or "refused")
        if ports and effective_value(self.building.model, ports[0].feature) is not None:
            named = self.building.types.attribute(ports[0].feature)
            held = attribute(self.held(step), named)
        return [expression(call("refuse", held))]

    def _forwarding(self, step: ActionUsage, performed: ast.expr) -> list[ast.stmt]:
        """Outputs of the step that are bound to outputs of an action around it."""
        found: list[ast.stmt] = []
        for each in self.building.model.owned(step, Feature):
            target = forwarded(self.building.model, each)
            if target is not None:
                value = attribute(performed, self.building.types.attribute(each))
                reference = Reference((target.id,), target.name or "", each.span)
                node = self.referred(reference).node
                if isinstance(node, ast.Attribute):
                    found.append(_flow(node.value, node.attr, value))
        return found

    def _given(self, step: ActionUsage, performed: ast.expr) -> list[ast.stmt]:
        """What a usage that performs another action gives its parameters."""
        found: list[ast.stmt] = []
        if any(each.direction is Direction.IN for each in self.building.model.features(step)):
            found.append(expression(call("forget", performed)))
        for each in self.building.model.owned(step, Feature):
            if each.direction in (Direction.IN, Direction.INOUT) and each.value is not None:
                node = self.building.fitted(each.value.expression, self.scope, each)
                target = ast.Attribute(
                    value=performed, attr=self.building.types.attribute(each), ctx=ast.Store()
                )
                if node is not None:
                    found.append(ast.Assign(targets=[target], value=node))
        return found

    def _flowing(self, body: Body, step: ActionUsage) -> list[ast.stmt]:
        """What flows into a step when it begins."""
        model = self.building.model
        found: list[ast.stmt] = []
        for each in model.features(step):
            if each.direction not in (Direction.IN, Direction.INOUT):
                continue
            transfer = body.into(model, step, each)
            if transfer is not None and transfer.is_flow:
                parameter = self.building.types.attribute(each)
                source = self.referred(transfer.source).node
                found.append(_flow(self.held(step), parameter, source))
        return found

    # -- structures -------------------------------------------------------------------------------

    def _parts(self, step: Element, role: Role) -> list[ast.stmt]:
        found: list[ast.stmt] = []
        for each in self.building.model.owned_with_role(step, role):
            if isinstance(each, IfActionUsage):
                found += self._condition(each)
            elif isinstance(each, Type):
                found += self.statements(each)
        return found

    def _condition(self, step: IfActionUsage) -> list[ast.stmt]:
        if step.condition is None:
            return []
        test = truth(self.value(step.condition, "this condition"))
        then = self._parts(step, Role.THEN) or [ast.Pass()]
        return [ast.If(test=test, body=then, orelse=self._parts(step, Role.ELSE))]

    def _repetition(self, step: WhileLoopActionUsage) -> list[ast.stmt]:
        test: ast.expr = constant(True)
        if step.condition is not None:
            test = truth(self.value(step.condition, "this condition"))
        inside: list[ast.stmt] = [expression(call("tick")), *self._parts(step, Role.BODY)]
        if step.until is not None:
            until = truth(self.value(step.until, "this condition"))
            inside.append(ast.If(test=until, body=[ast.Break()], orelse=[]))
        return [ast.While(test=test, body=inside, orelse=[])]

    def _iteration(self, step: ForLoopActionUsage) -> list[ast.stmt]:
        model = self.building.model
        variables = model.owned_with_role(step, Role.LOOP_VARIABLE)
        if step.sequence is None or not variables or not isinstance(variables[0], Feature):
            return [self.unsupported(step.span, "this loop")]
        source = sequence(self.value(step.sequence, "this sequence"))
        each = self.names.unique(self.building.types.attribute(variables[0]))
        inside = [self.store(variables[0], name(each)), *self._parts(step, Role.BODY)]
        target = ast.Name(id=each, ctx=ast.Store())
        return [ast.For(target=target, iter=source, body=inside, orelse=[])]

    # -- assertions -------------------------------------------------------------------------------

    def _assertion(self, constraint: AssertConstraintUsage) -> ast.stmt:
        path = Reference((constraint.id,), constraint.name or "", constraint.span)
        holds = truth(self.referred(path))
        text = asserted_text(self.building.model, constraint)
        return expression(call("assure", holds, constant(text)))


def _flow(target: ast.expr, parameter: str, source: ast.expr) -> ast.stmt:
    """`flow(target, "parameter", lambda: source)`."""
    nothing = ast.arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[])
    thunk = ast.Lambda(args=nothing, body=source)
    return expression(call("flow", target, constant(parameter), thunk))
