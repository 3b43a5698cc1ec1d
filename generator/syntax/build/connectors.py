"""Connectors, flows, messages, and what they and `accept` carry."""

from __future__ import annotations

from generator.syntax import ast
from generator.syntax.ast import ConnectorEnd, FeatureValue
from generator.syntax.build.parts import (
    Body,
    Bracket,
    Declaration,
    Multiplicity,
    Payload,
    Prefix,
    RawReference,
)
from generator.syntax.build.usages import Usages

__all__ = ["Connectors"]


class Connectors(Usages):
    """Builder methods for connectors, flows and payloads."""

    has_untyped_payload = False
    """Whether `of [2]` without a type is right."""

    # ---- connectors

    def end_plain(self, first: int, after: int, raw: RawReference) -> ConnectorEnd:
        """`a.b`."""
        reference = self.reference(raw)
        return ConnectorEnd(reference.start, reference.end, reference)

    def end_multiplicity(
        self, first: int, after: int, bracket: Bracket, raw: RawReference
    ) -> ConnectorEnd:
        """`[1] a.b`."""
        reference = self.reference(raw)
        return ConnectorEnd(
            bracket.start, reference.end, reference, multiplicity=self.range_of(bracket)
        )

    def end_named(self, first: int, after: int, name: int, raw: RawReference) -> ConnectorEnd:
        """`x ::> a.b`."""
        reference = self.reference(raw)
        return ConnectorEnd(self.start_of(first), reference.end, reference, self.name(name))

    def end_full(
        self, first: int, after: int, bracket: Bracket, name: int, raw: RawReference
    ) -> ConnectorEnd:
        """`[1] x ::> a.b`."""
        node = self.end_named(first, after, name, raw)
        node.multiplicity = self.range_of(bracket)
        return node

    def connector_usage(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        kind: int,
        declaration: Declaration | None,
        value: FeatureValue | None,
        ends: list[ConnectorEnd] | None,
        body: Body,
    ) -> ast.ConnectionUsage:
        """`connection c : C connect a to b;`."""
        usage = self.make(
            _CONNECTORS[self.text(kind)], first, after, prefix, declaration, value, body
        )
        usage.ends = tuple(ends or ())
        return usage

    def connector_ends(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        kind: int,
        ends: list[ConnectorEnd],
        body: Body,
    ) -> ast.ConnectionUsage:
        """`connect a to b;`, `interface a to b;`."""
        return self.connector_usage(first, after, prefix, kind, None, None, ends, body)

    def binding(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        declaration: Declaration | None,
        one: ConnectorEnd,
        two: ConnectorEnd,
        body: Body,
    ) -> ast.BindingConnectorAsUsage:
        """`binding n bind a = b;`."""
        kind = ast.BindingConnectorAsUsage
        node = self.make(kind, first, after, prefix, declaration, None, body)
        node.ends = (one, two)
        return node

    def bind(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        one: ConnectorEnd,
        two: ConnectorEnd,
        body: Body,
    ) -> ast.BindingConnectorAsUsage:
        """`bind a = b;`."""
        return self.binding(first, after, prefix, None, one, two, body)

    # ---- flows

    def payload_declaration(
        self, first: int, after: int, declaration: Declaration, value: FeatureValue | None
    ) -> Payload:
        """`T`, `T [2]`, `x : T`: a name alone is the type."""
        payload = Payload(
            declaration.start,
            self.end_before(after),
            declaration.name,
            declaration.short_name,
            declaration.relations,
            declaration.multiplicity,
            value,
        )
        name = declaration.name
        if name and not declaration.relations and not value and not declaration.short_name:
            type_ = ast.QualifiedName(name.start, name.end, (name,))
            payload.name = None
            payload.relations = [ast.FeatureTyping(name.start, name.end, type_)]
            mult = declaration.multiplicity
            if mult is not None and (mult.is_ordered or mult.is_nonunique):
                message = "a type alone is neither ordered nor nonunique"
                hint = f"write 'of x : {name.text} [*] ordered'"
                self.report("syntax-multiplicity", message, payload.start, payload.end, hint)
        elif not (name or value or payload.relations or self.has_untyped_payload):
            self.report(
                "syntax-missing-name",
                "the type of what is carried is missing",
                payload.start,
                payload.end,
                "write for example 'of Signal' or 'of x : Signal'",
            )
        return payload

    def payload_value(self, first: int, after: int, value: FeatureValue) -> Payload:
        """`= v`."""
        return Payload(value.start, value.end, value=value)

    def payload_type(
        self, first: int, after: int, raw: RawReference, bracket: Bracket | None
    ) -> Payload:
        """`P::T [2]`."""
        return self._payload_of(first, after, raw, bracket)

    def payload_sized(
        self, first: int, after: int, bracket: Bracket, raw: RawReference
    ) -> Payload:
        """`[2] T`."""
        return self._payload_of(first, after, raw, bracket)

    def _payload_of(
        self, first: int, after: int, raw: RawReference, bracket: Bracket | None
    ) -> Payload:
        payload = Payload(self.start_of(first), self.end_before(after))
        payload.relations = [self.typing(first, after, raw)]
        if bracket is not None:
            payload.multiplicity = Multiplicity(self.range_of(bracket))
        return payload

    def payload_feature(self, payload: Payload) -> ast.PayloadFeature:
        """The feature that a flow carries."""
        feature = ast.PayloadFeature(payload.start, payload.end)
        self.declare(feature, payload)
        feature.value = payload.value
        return feature

    def flow_usage(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        kind: int,
        declaration: Declaration | None,
        value: FeatureValue | None,
        payload: Payload | None,
        source: RawReference | None,
        target: RawReference | None,
        body: Body,
    ) -> ast.FlowUsage:
        """`flow f of T from a.x to b.y;`."""
        word = self.text(kind)
        cls = ast.SuccessionFlowUsage if word == "succession" else ast.FlowUsage
        node = self.make(cls, first, after, prefix, declaration, value, body)
        node.is_message = word == "message"
        if payload is not None:
            node.payload = self.payload_feature(payload)
        node.source = None if source is None else self.reference(source)
        node.target = None if target is None else self.reference(target)
        return node

    def flow_ends(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        kind: int,
        source: RawReference,
        target: RawReference,
        body: Body,
    ) -> ast.FlowUsage:
        """`flow a.x to b.y;`."""
        return self.flow_usage(
            first, after, prefix, kind, None, None, None, source, target, body
        )


_CONNECTORS: dict[str, type[ast.ConnectionUsage]] = {
    "connection": ast.ConnectionUsage,
    "connect": ast.ConnectionUsage,
    "interface": ast.InterfaceUsage,
    "allocation": ast.AllocationUsage,
    "allocate": ast.AllocationUsage,
}
