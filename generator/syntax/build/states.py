"""Successions, transitions, and the parts of states."""

from __future__ import annotations

from typing import TypeVar

from generator.syntax import ast
from generator.syntax.ast import ConnectorEnd, Expression
from generator.syntax.build.actions import Actions
from generator.syntax.build.kinds import describe
from generator.syntax.build.parts import (
    Block,
    Body,
    Bracket,
    Declaration,
    Head,
    Item,
    Performed,
    Prefix,
    RawReference,
)

__all__ = ["States"]

_UNTIMED = (ast.MetadataUsage, ast.TransitionUsage)


A = TypeVar("A", bound=ast.ActionUsage)


class States(Actions):
    """Builder methods for what orders actions and states."""

    # ---- successions

    def then_usage(
        self,
        first: int,
        after: int,
        bracket: Bracket | None,
        visibility: int | None,
        item: Item,
    ) -> Item:
        """`then action a;`: a succession, and the action."""
        start, end = self.tokens.starts[first], self.tokens.ends[first]
        succession = ast.SuccessionAsUsage(start, end)
        succession.source = ConnectorEnd(start, end, None)
        succession.target = ConnectorEnd(start, end, None)
        if bracket is not None:
            succession.end = bracket.end
            succession.source.multiplicity = self.range_of(bracket)
        members = item if isinstance(item, list) else [item]
        if visibility is not None:
            members[0].visibility = self.text(visibility)
        self._check_next(members[0], end)
        return [succession, *members]

    def _check_next(self, element: ast.Element, end: int) -> None:
        """Report what cannot follow another in time."""
        timed = isinstance(element, ast.OccurrenceUsage | ast.FlowUsage)
        if timed and element.role == "member" and not isinstance(element, _UNTIMED):
            return
        code, start = "syntax-misplaced-member", end - len("then")
        message = f"'then' is followed by an occurrence such as an action, not by {describe(element)}"
        hint = "a reference follows 'then' by its name alone: then x;"
        if type(element) is ast.ReferenceUsage and element.is_end and not element.is_reference:
            self.doubt(element, code, message, hint)  # in an interface it is a port
        else:
            self.report(code, message, start, end, hint)

    def then_target(
        self, first: int, after: int, target: ConnectorEnd, body: Body
    ) -> ast.SuccessionAsUsage:
        """`then x;`."""
        node = self.make(ast.SuccessionAsUsage, first, after, None, None, None, body)
        start, end = self.tokens.starts[first], self.tokens.ends[first]
        node.source = ConnectorEnd(start, end, None)
        node.target = target
        return node

    def then_sized_target(
        self, first: int, after: int, bracket: Bracket, target: ConnectorEnd, body: Body
    ) -> ast.SuccessionAsUsage:
        """`[1] then x;`."""
        node = self.then_target(first, after, target, body)
        mult = self.range_of(bracket)
        node.source = ConnectorEnd(mult.start, mult.end, None, multiplicity=mult)
        return node

    def succession(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        declaration: Declaration | None,
        source: ConnectorEnd,
        target: ConnectorEnd,
        body: Body,
    ) -> ast.SuccessionAsUsage:
        """`succession s first a then b;`."""
        kind = ast.SuccessionAsUsage
        node = self.make(kind, first, after, prefix, declaration, None, body)
        node.source, node.target = source, target
        return node

    def first_then(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        source: ConnectorEnd,
        target: ConnectorEnd,
        body: Body,
    ) -> ast.SuccessionAsUsage:
        """`first a then b;`."""
        return self.succession(first, after, prefix, None, source, target, body)

    def initial_node(
        self, first: int, after: int, raw: RawReference, body: Body
    ) -> ast.InitialNodeMember:
        """`first a;`."""
        node = self.place(ast.InitialNodeMember, first, after)
        node.target = self.reference(raw)
        if isinstance(node.target, ast.FeatureChain):
            self.report(
                "syntax-initial-node",
                "'first' names a step of this action, not a feature of another",
                node.target.start,
                node.target.end,
            )
        return self.fill(node, body)

    # ---- parts of states

    def sub_empty(self, first: int, after: int, kind: int) -> ast.ActionUsage:
        """`entry;`."""
        return self._sub(self.place(ast.ActionUsage, first, after), kind)

    def sub_perform(
        self, first: int, after: int, kind: int, performed: Performed, body: Body
    ) -> ast.ActionUsage:
        """`entry a;`, `do action a {…}`."""
        return self._sub(self.perform(first, after, None, performed, body), kind)

    def sub_accept(
        self,
        first: int,
        after: int,
        kind: int,
        declaration: Declaration | None,
        accepted: ast.AcceptActionUsage,
        body: Body,
    ) -> ast.ActionUsage:
        """`do accept T;`."""
        head = Head(None, declaration)
        return self._sub(self.accept_node(first, after, head, accepted, body), kind)

    def sub_send(
        self,
        first: int,
        after: int,
        kind: int,
        declaration: Declaration | None,
        payload: Expression,
        via: Expression | None,
        to: Expression | None,
        body: Body,
    ) -> ast.ActionUsage:
        """`do send e to p;`."""
        head = Head(None, declaration)
        return self._sub(self.send_node(first, after, head, payload, via, to, body), kind)

    def sub_assign(
        self,
        first: int,
        after: int,
        kind: int,
        declaration: Declaration | None,
        target: RawReference | Expression,
        value: Expression,
        body: Body,
    ) -> ast.ActionUsage:
        """`entry assign x := e;`."""
        head = Head(None, declaration)
        return self._sub(self.assign_node(first, after, head, target, value, body), kind)

    def _sub(self, node: A, kind: int) -> A:
        node.role = self.text(kind)
        return node

    # ---- effects

    def effect_empty(self, first: int, after: int) -> ast.ActionUsage:
        """`do` with nothing after it."""
        return self.place(ast.ActionUsage, first, after)

    def effect_perform(
        self, first: int, after: int, performed: Performed, block: Block | None
    ) -> ast.ActionUsage:
        """`do a`, `do action a {…}`."""
        return self.perform(first, after, None, performed, block)

    def effect_accept(
        self,
        first: int,
        after: int,
        declaration: Declaration | None,
        accepted: ast.AcceptActionUsage,
        block: Block | None,
    ) -> ast.ActionUsage:
        """`do accept T`."""
        return self.accept_node(first, after, Head(None, declaration), accepted, block)

    def effect_send(
        self,
        first: int,
        after: int,
        declaration: Declaration | None,
        payload: Expression,
        via: Expression | None,
        to: Expression | None,
        block: Block | None,
    ) -> ast.ActionUsage:
        """`do send e to p`."""
        return self.send_node(first, after, Head(None, declaration), payload, via, to, block)

    def effect_assign(
        self,
        first: int,
        after: int,
        declaration: Declaration | None,
        target: RawReference | Expression,
        value: Expression,
        block: Block | None,
    ) -> ast.ActionUsage:
        """`do assign x := e`."""
        return self.assign_node(first, after, Head(None, declaration), target, value, block)

    # ---- transitions

    def transition_first(
        self,
        first: int,
        after: int,
        declaration: Declaration | None,
        source: RawReference | None,
        accepter: ast.AcceptActionUsage | None,
        guard: Expression | None,
        effect: ast.ActionUsage | None,
        target: ConnectorEnd,
        body: Body,
    ) -> ast.TransitionUsage:
        """`transition t first a accept e if g do f then b;`."""
        node = self.make(ast.TransitionUsage, first, after, None, declaration, None, body)
        node.source = None if source is None else self.reference(source)
        node.accepter, node.guard, node.effect, node.target = accepter, guard, effect, target
        return node

    def transition_from(
        self,
        first: int,
        after: int,
        source: RawReference,
        accepter: ast.AcceptActionUsage | None,
        guard: Expression | None,
        effect: ast.ActionUsage | None,
        target: ConnectorEnd,
        body: Body,
    ) -> ast.TransitionUsage:
        """`transition a accept e then b;`."""
        return self.transition_first(
            first, after, None, source, accepter, guard, effect, target, body
        )

    def transition_target(
        self,
        first: int,
        after: int,
        accepter: ast.AcceptActionUsage | None,
        guard: Expression | None,
        effect: ast.ActionUsage | None,
        target: ConnectorEnd,
        body: Body,
    ) -> ast.TransitionUsage:
        """`transition accept e then b;`."""
        return self.transition_first(
            first, after, None, None, accepter, guard, effect, target, body
        )

    def accept_transition(
        self,
        first: int,
        after: int,
        accepter: ast.AcceptActionUsage,
        guard: Expression | None,
        effect: ast.ActionUsage | None,
        target: ConnectorEnd,
        body: Body,
    ) -> ast.TransitionUsage:
        """`accept e if g do f then b;`."""
        return self.transition_target(first, after, accepter, guard, effect, target, body)

    def guard_transition(
        self,
        first: int,
        after: int,
        guard: Expression,
        effect: ast.ActionUsage | None,
        target: ConnectorEnd,
        body: Body,
    ) -> ast.TransitionUsage:
        """`if g then b;`."""
        return self.transition_target(first, after, None, guard, effect, target, body)

    def guarded_succession(
        self,
        first: int,
        after: int,
        declaration: Declaration | None,
        source: RawReference,
        guard: Expression,
        target: ConnectorEnd,
        body: Body,
    ) -> ast.TransitionUsage:
        """`succession s first a if g then b;`."""
        kind = ast.TransitionUsage
        node = self.make(kind, first, after, None, declaration, None, body)
        node.source, node.guard, node.target = self.reference(source), guard, target
        node.is_succession = True
        return node

    def guarded_first(
        self,
        first: int,
        after: int,
        source: RawReference,
        guard: Expression,
        target: ConnectorEnd,
        body: Body,
    ) -> ast.TransitionUsage:
        """`first a if g then b;`."""
        return self.guarded_succession(first, after, None, source, guard, target, body)
