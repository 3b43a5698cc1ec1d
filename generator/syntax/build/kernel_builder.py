"""Connectors, flows and relationships of KerML: the top of its tree builder."""

from __future__ import annotations

from generator.syntax import ast
from generator.syntax.ast import ConnectorEnd, FeatureValue
from generator.syntax.build.kernel import KernelFeatures
from generator.syntax.build.parts import (
    Body,
    Bracket,
    Declaration,
    Payload,
    Prefix,
    RawReference,
)

__all__ = ["KernelBuilder"]


class KernelBuilder(KernelFeatures):
    """The tree builder for KerML: one method per rule or alias of its grammar."""

    has_untyped_payload = True

    # ---- connectors

    def kernel_connector(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        declaration: Declaration | None,
        value: FeatureValue | None,
        body: Body,
    ) -> ast.Connector:
        """`connector c : C;`."""
        cls = ast.Connector
        return self.make_feature(cls, first, after, prefix, declaration, value, body)

    def kernel_connector_list(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        declaration: Declaration | None,
        ends: list[ConnectorEnd],
        body: Body,
    ) -> ast.Connector:
        """`connector c (a, b);`."""
        node = self.kernel_connector(first, after, prefix, declaration, None, body)
        node.ends = tuple(ends)
        return node

    def kernel_connector_from(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        declaration: Declaration,
        source: ConnectorEnd,
        target: ConnectorEnd,
        body: Body,
    ) -> ast.Connector:
        """`connector c from a to b;`."""
        ends = [source, target]
        return self.kernel_connector_list(first, after, prefix, declaration, ends, body)

    def kernel_connector_ends(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        source: ConnectorEnd,
        target: ConnectorEnd,
        body: Body,
    ) -> ast.Connector:
        """`connector from a to b;`."""
        ends = [source, target]
        return self.kernel_connector_list(first, after, prefix, None, ends, body)

    def kernel_connector_all(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        all_: int | None,
        source: ConnectorEnd,
        target: ConnectorEnd,
        body: Body,
    ) -> ast.Connector:
        """`connector a to b;`, `connector all a to b;`."""
        node = self.kernel_connector_ends(first, after, prefix, source, target, body)
        node.is_sufficient = all_ is not None
        return node

    def kernel_binding(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        declaration: Declaration | None,
        one: ConnectorEnd | None,
        two: ConnectorEnd | None,
        body: Body,
    ) -> ast.BindingConnector:
        """`binding b of x = y;`."""
        cls = ast.BindingConnector
        node = self.make_feature(cls, first, after, prefix, declaration, None, body)
        node.ends = () if one is None or two is None else (one, two)
        return node

    def kernel_binding_ends(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        all_: int | None,
        one: ConnectorEnd,
        two: ConnectorEnd,
        body: Body,
    ) -> ast.BindingConnector:
        """`binding x = y;`."""
        node = self.kernel_binding(first, after, prefix, None, one, two, body)
        node.is_sufficient = all_ is not None
        return node

    def kernel_succession(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        declaration: Declaration | None,
        source: ConnectorEnd | None,
        target: ConnectorEnd | None,
        body: Body,
    ) -> ast.Succession:
        """`succession s first a then b;`."""
        node = self.make_feature(ast.Succession, first, after, prefix, declaration, None, body)
        node.ends = () if source is None or target is None else (source, target)
        return node

    def kernel_succession_ends(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        all_: int | None,
        source: ConnectorEnd,
        target: ConnectorEnd,
        body: Body,
    ) -> ast.Succession:
        """`succession a then b;`."""
        node = self.kernel_succession(first, after, prefix, None, source, target, body)
        node.is_sufficient = all_ is not None
        return node

    # ---- flows

    def kernel_flow(
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
    ) -> ast.Flow:
        """`flow f of T from a.x to b.y;`."""
        cls = ast.SuccessionFlow if self.text(kind) == "succession" else ast.Flow
        node = self.make_feature(cls, first, after, prefix, declaration, value, body)
        node.payload = None if payload is None else self.payload_feature(payload)
        node.source = None if source is None else self.reference(source)
        node.target = None if target is None else self.reference(target)
        return node

    def kernel_flow_ends(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        kind: int,
        all_: int | None,
        source: RawReference,
        target: RawReference,
        body: Body,
    ) -> ast.Flow:
        """`flow a.x to b.y;`."""
        node = self.kernel_flow(
            first, after, prefix, kind, None, None, None, source, target, body
        )
        node.is_sufficient = all_ is not None
        return node

    # ---- multiplicities

    def multiplicity_range(
        self, first: int, after: int, ident: Declaration | None, bracket: Bracket, body: Body
    ) -> ast.Multiplicity:
        """`multiplicity m [1..2];`."""
        node = self.place(ast.Multiplicity, first, after)
        self.identify(node, ident)
        node.range = self.range_of(bracket)
        return self.fill(node, body)

    def multiplicity_subset(
        self, first: int, after: int, ident: Declaration | None, raw: RawReference, body: Body
    ) -> ast.Multiplicity:
        """`multiplicity m :> n;`."""
        node = self.place(ast.Multiplicity, first, after)
        self.identify(node, ident)
        node.subsets = self.reference(raw)
        return self.fill(node, body)

    # ---- relationships as members

    def _relationship(
        self,
        metaclass: str,
        first: int,
        after: int,
        ident: Declaration | None,
        specific: RawReference,
        general: RawReference,
        body: Body,
    ) -> ast.RelationshipMember:
        node = self.place(ast.RelationshipMember, first, after)
        self.identify(node, ident)
        node.metaclass = metaclass
        node.specific, node.general = self.reference(specific), self.reference(general)
        return self.fill(node, body)

    def r_specialization(
        self,
        first: int,
        after: int,
        ident: Declaration | None,
        one: RawReference,
        two: RawReference,
        body: Body,
    ) -> ast.RelationshipMember:
        """`specialization s subtype a :> b;`."""
        return self._relationship("Specialization", first, after, ident, one, two, body)

    def r_subclassification(
        self,
        first: int,
        after: int,
        ident: Declaration | None,
        one: RawReference,
        two: RawReference,
        body: Body,
    ) -> ast.RelationshipMember:
        """`subclassifier a :> b;`."""
        return self._relationship("Subclassification", first, after, ident, one, two, body)

    def r_typing(
        self,
        first: int,
        after: int,
        ident: Declaration | None,
        one: RawReference,
        two: RawReference,
        body: Body,
    ) -> ast.RelationshipMember:
        """`typing f : T;`."""
        return self._relationship("FeatureTyping", first, after, ident, one, two, body)

    def r_subsetting(
        self,
        first: int,
        after: int,
        ident: Declaration | None,
        one: RawReference,
        two: RawReference,
        body: Body,
    ) -> ast.RelationshipMember:
        """`subset f :> g;`."""
        return self._relationship("Subsetting", first, after, ident, one, two, body)

    def r_redefinition(
        self,
        first: int,
        after: int,
        ident: Declaration | None,
        one: RawReference,
        two: RawReference,
        body: Body,
    ) -> ast.RelationshipMember:
        """`redefinition f :>> g;`."""
        return self._relationship("Redefinition", first, after, ident, one, two, body)

    def r_conjugation(
        self,
        first: int,
        after: int,
        ident: Declaration | None,
        one: RawReference,
        two: RawReference,
        body: Body,
    ) -> ast.RelationshipMember:
        """`conjugate a ~ b;`."""
        return self._relationship("Conjugation", first, after, ident, one, two, body)

    def r_disjoining(
        self,
        first: int,
        after: int,
        ident: Declaration | None,
        one: RawReference,
        two: RawReference,
        body: Body,
    ) -> ast.RelationshipMember:
        """`disjoint a from b;`."""
        return self._relationship("Disjoining", first, after, ident, one, two, body)

    def r_inverting(
        self,
        first: int,
        after: int,
        ident: Declaration | None,
        one: RawReference,
        two: RawReference,
        body: Body,
    ) -> ast.RelationshipMember:
        """`inverse f of g;`."""
        return self._relationship("FeatureInverting", first, after, ident, one, two, body)

    def r_featuring(
        self, first: int, after: int, one: RawReference, two: RawReference, body: Body
    ) -> ast.RelationshipMember:
        """`featuring f by T;`."""
        return self._relationship("TypeFeaturing", first, after, None, one, two, body)

    def r_featuring_named(
        self,
        first: int,
        after: int,
        ident: Declaration,
        one: RawReference,
        two: RawReference,
        body: Body,
    ) -> ast.RelationshipMember:
        """`featuring n of f by T;`."""
        return self._relationship("TypeFeaturing", first, after, ident, one, two, body)
