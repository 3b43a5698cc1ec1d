"""Actions and action nodes."""

from __future__ import annotations

from typing import TypeVar, cast

from generator.syntax import ast
from generator.syntax.ast import ConnectorEnd, Expression, FeatureValue
from generator.syntax.build.connectors import Connectors
from generator.syntax.build.kinds import CONTROL_NODES
from generator.syntax.build.parts import (
    Block,
    Body,
    Declaration,
    Head,
    Item,
    Payload,
    Performed,
    Prefix,
    RawReference,
    Specs,
)

__all__ = ["Actions"]


N = TypeVar("N", bound=ast.ActionUsage)


class Actions(Connectors):
    """Builder methods for actions and action nodes."""

    # ---- actions

    def action_usage(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        declaration: Declaration | None,
        value: FeatureValue | None,
        body: Body,
    ) -> ast.ActionUsage:
        """`action a : A {…}`."""
        return self.make(ast.ActionUsage, first, after, prefix, declaration, value, body)

    def performed_reference(
        self,
        first: int,
        after: int,
        raw: RawReference,
        specs: Specs | None,
        value: FeatureValue | None,
    ) -> Performed:
        """`a.b :> c`."""
        return Performed(self.referring(raw, specs), value)

    def performed_action(
        self,
        first: int,
        after: int,
        declaration: Declaration | None,
        value: FeatureValue | None,
    ) -> Performed:
        """`action a : A`."""
        start = self.start_of(first)
        return Performed(declaration or Declaration(start, self.end_before(after)), value)

    def perform(
        self, first: int, after: int, prefix: Prefix | None, performed: Performed, body: Body
    ) -> ast.PerformActionUsage:
        """`perform a;`."""
        declaration, value = performed.declaration, performed.value
        kind = ast.PerformActionUsage
        return self.make(kind, first, after, prefix, declaration, value, body)

    def control_node(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        kind: int,
        declaration: Declaration | None,
        value: FeatureValue | None,
        body: Body,
    ) -> ast.ControlNode:
        """`fork f;`."""
        cls = CONTROL_NODES[self.text(kind)]
        return self.make(cls, first, after, prefix, declaration, value, body)

    # ---- nodes with a head

    def node_prefix(self, first: int, after: int, prefix: Prefix) -> Head:
        """Words before `send`, `if` …"""
        return Head(prefix)

    def node_action(
        self, first: int, after: int, prefix: Prefix | None, declaration: Declaration | None
    ) -> Head:
        """`action x` before `send`, `if` …"""
        return Head(prefix, declaration)

    def node(
        self, kind: type[N], first: int, after: int, head: Head | None, body: Body = None
    ) -> N:
        """An action node."""
        head = head or Head(None)
        return self.make(kind, first, after, head.prefix, head.declaration, None, body)

    def accepted(
        self, first: int, after: int, payload: Payload, via: Expression | None
    ) -> ast.AcceptActionUsage:
        """`x : T via p`."""
        node = self.place(ast.AcceptActionUsage, first, after)
        node.payload = ast.ReferenceUsage(payload.start, payload.end)
        self.declare(node.payload, payload)
        node.payload.value = payload.value
        node.receiver = via
        return node

    def accepted_trigger(
        self,
        first: int,
        after: int,
        declaration: Declaration | None,
        kind: int,
        argument: Expression,
        via: Expression | None,
    ) -> ast.AcceptActionUsage:
        """`after 5 [s]`."""
        start = self.start_of(kind)
        trigger = ast.TriggerInvocationExpression(
            start, argument.end, self.text(kind), argument
        )
        payload = Payload(self.start_of(first), argument.end)
        if declaration is not None:
            payload.name, payload.short_name = declaration.name, declaration.short_name
            payload.relations, payload.multiplicity = (
                declaration.relations,
                declaration.multiplicity,
            )
        payload.value = FeatureValue(start, argument.end, trigger)
        return self.accepted(first, after, payload, via)

    def accept_node(
        self,
        first: int,
        after: int,
        head: Head | None,
        accepted: ast.AcceptActionUsage,
        body: Body,
    ) -> ast.AcceptActionUsage:
        """`accept x : T via p;`."""
        node = self.node(ast.AcceptActionUsage, first, after, head, body)
        node.payload, node.receiver = accepted.payload, accepted.receiver
        return node

    def send_node(
        self,
        first: int,
        after: int,
        head: Head | None,
        payload: Expression | None,
        via: Expression | None,
        to: Expression | None,
        body: Body,
    ) -> ast.SendActionUsage:
        """`send e via p to q;`."""
        node = self.node(ast.SendActionUsage, first, after, head, body)
        node.payload, node.sender, node.receiver = payload, via, to
        return node

    def send_via(
        self,
        first: int,
        after: int,
        head: Head | None,
        via: Expression,
        to: Expression | None,
        body: Body,
    ) -> ast.SendActionUsage:
        """`send via p to q {…}`."""
        return self.send_node(first, after, head, None, via, to, body)

    def send_to(
        self, first: int, after: int, head: Head | None, to: Expression, body: Body
    ) -> ast.SendActionUsage:
        """`send to q {…}`."""
        return self.send_node(first, after, head, None, None, to, body)

    def send_bare(
        self, first: int, after: int, head: Head | None, body: Body = None
    ) -> ast.SendActionUsage:
        """`send {…}`."""
        return self.send_node(first, after, head, None, None, None, body)

    def assign_node(
        self,
        first: int,
        after: int,
        head: Head | None,
        target: RawReference | Expression,
        value: Expression,
        body: Body,
    ) -> ast.AssignmentActionUsage:
        """`assign a.b := e;`."""
        node = self.node(ast.AssignmentActionUsage, first, after, head, body)
        if not isinstance(target, Expression):
            node.referent = self.reference(target)
        elif isinstance(target, ast.FeatureChainExpression):
            node.target, node.referent = target.source, target.target
        else:
            self.report(
                "syntax-assignment-target",
                "only a feature can be assigned",
                target.start,
                target.end,
                "write a name, or a chain that ends with one: 'assign a.b := …'",
            )
            node.target = target
        node.assigned = value
        return node

    def terminate_node(
        self, first: int, after: int, head: Head | None, value: Expression | None, body: Body
    ) -> ast.TerminateActionUsage:
        """`terminate x;`."""
        node = self.node(ast.TerminateActionUsage, first, after, head, body)
        node.terminated = value
        return node

    def terminate_bare(
        self, first: int, after: int, head: Head | None, body: Body = None
    ) -> ast.TerminateActionUsage:
        """`terminate;`."""
        return self.terminate_node(first, after, head, None, body)

    # ---- structured actions

    def bare_body(self, first: int, after: int, block: Block) -> ast.ActionUsage:
        """`{…}` of an `if` or a loop."""
        return self.make(ast.ActionUsage, first, after, None, None, None, block)

    def named_body(
        self, first: int, after: int, declaration: Declaration | None, block: Block
    ) -> ast.ActionUsage:
        """`action a {…}` of an `if` or a loop."""
        return self.make(ast.ActionUsage, first, after, None, declaration, None, block)

    def if_then(
        self,
        first: int,
        after: int,
        head: Head | None,
        condition: Expression,
        then: ast.ActionUsage,
    ) -> ast.IfActionUsage:
        """`if c {…}`."""
        node = self.node(ast.IfActionUsage, first, after, head)
        node.condition, node.then = condition, then
        return node

    def if_else(
        self, first: int, after: int, node: ast.IfActionUsage, other: Item
    ) -> Item:
        """`… else {…}`, `… else if …`; an `else x;` at its end stands for itself."""
        inner, *rest = other if isinstance(other, list) else [other]
        node.otherwise, node.end = cast(ast.ActionUsage, inner), inner.end
        return [node, *rest] if rest else node

    def if_else_target(
        self, first: int, after: int, node: ast.IfActionUsage, target: ConnectorEnd, body: Body
    ) -> Item:
        """`if c {…} else x;`: an `if` and, after it, a default succession."""
        other = self.else_target(first, after, target, body)
        other.start = target.start
        return [node, other]

    def else_target(
        self, first: int, after: int, target: ConnectorEnd, body: Body
    ) -> ast.TransitionUsage:
        """`else x;`."""
        node = self.make(ast.TransitionUsage, first, after, None, None, None, body)
        node.target, node.is_else = target, True
        return node

    def while_loop(
        self,
        first: int,
        after: int,
        head: Head | None,
        condition: Expression | None,
        body: ast.ActionUsage,
        until: Expression | None,
    ) -> ast.WhileLoopActionUsage:
        """`while c {…} until e;`."""
        node = self.node(ast.WhileLoopActionUsage, first, after, head)
        node.condition, node.body, node.until = condition, body, until
        return node

    def loop(
        self,
        first: int,
        after: int,
        head: Head | None,
        body: ast.ActionUsage,
        until: Expression | None,
    ) -> ast.WhileLoopActionUsage:
        """`loop {…} until e;`."""
        return self.while_loop(first, after, head, None, body, until)

    def for_loop(
        self,
        first: int,
        after: int,
        head: Head | None,
        variable: Declaration,
        sequence: Expression,
        body: ast.ActionUsage,
    ) -> ast.ForLoopActionUsage:
        """`for x in s {…}`."""
        node = self.node(ast.ForLoopActionUsage, first, after, head)
        node.variable = ast.ReferenceUsage(variable.start, variable.end)
        self.declare(node.variable, variable)
        node.sequence, node.body = sequence, body
        return node
