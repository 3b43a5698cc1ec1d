"""Features of KerML."""

from __future__ import annotations

from generator.syntax import ast
from generator.syntax.ast import FeatureValue
from generator.syntax.build.kernel_declarations import KernelDeclarations
from generator.syntax.build.parts import (
    Body,
    Declaration,
    Item,
    Prefix,
    RawReference,
    Specs,
    Word,
)

__all__ = ["KernelFeatures"]

_FEATURES: dict[str, type[ast.Feature]] = {
    "feature": ast.Feature,
    "step": ast.Step,
    "expr": ast.ExpressionFeature,
    "bool": ast.BooleanExpression,
}


class KernelFeatures(KernelDeclarations):
    """Builder methods for KerML's features."""

    def feature(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        kind: int,
        declaration: Declaration | None,
        value: FeatureValue | None,
        body: Body,
    ) -> ast.Feature:
        """`feature f : T = v {…}`."""
        cls = _FEATURES[self.text(kind)]
        return self.make_feature(cls, first, after, prefix, declaration, value, body)

    def invariant(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        truth: int | None,
        declaration: Declaration | None,
        value: FeatureValue | None,
        body: Body,
    ) -> ast.Invariant:
        """`inv i {…}`."""
        node = self.make_feature(ast.Invariant, first, after, prefix, declaration, value, body)
        node.is_negated = truth is not None and self.text(truth) == "false"
        return node

    def default_feature(
        self,
        first: int,
        after: int,
        declaration: Declaration,
        value: FeatureValue | None,
        body: Body,
    ) -> ast.Feature:
        """`x : T;`."""
        return self.make_feature(ast.Feature, first, after, None, declaration, value, body)

    def default_qualified(
        self,
        first: int,
        after: int,
        raw: RawReference,
        specs: Specs | None,
        value: FeatureValue | None,
        body: Body,
    ) -> ast.Usage:
        """`P::x = v;` in the body of a metadata feature."""
        declaration = self.redefining(raw, specs)
        node = self.default_feature(first, after, declaration, value, body)
        self.doubt_path(node, declaration)
        return node

    def feature_qualified(
        self,
        first: int,
        after: int,
        keyword: int,
        raw: RawReference,
        specs: Specs | None,
        value: FeatureValue | None,
        body: Body,
    ) -> ast.Usage:
        """`feature P::x = v;` in the body of a metadata feature."""
        return self.default_qualified(first, after, raw, specs, value, body)

    def prefixed_feature(
        self,
        first: int,
        after: int,
        words: list[Word],
        declaration: Declaration | None,
        value: FeatureValue | None,
        body: Body,
    ) -> ast.Feature:
        """`in x : T;`."""
        if declaration is None and all(isinstance(each, int) for each in words):
            self.report(
                "syntax-missing-name",
                "a name is missing",
                self.start_of(first),
                self.end_before(after),
                "write what is declared here, for example 'in x : Real;'",
            )
        return self.make_feature(ast.Feature, first, after, Prefix(words), declaration, value, body)

    def end_feature(
        self,
        first: int,
        after: int,
        lead: list[Word] | None,
        words: list[Word] | None,
        declaration: Declaration,
        value: FeatureValue | None,
        body: Body,
    ) -> ast.Feature:
        """`end x : T;`."""
        prefix = self.kernel_end_prefix(first, after, lead, words)
        return self.make_feature(ast.Feature, first, after, prefix, declaration, value, body)

    def end_feature_bare(
        self,
        first: int,
        after: int,
        lead: list[Word] | None,
        words: list[Word] | None,
        value: FeatureValue | None,
        body: Body,
    ) -> ast.Feature:
        """`end #m;`, `end #m = v;`."""
        prefix = self.kernel_end_prefix(first, after, lead, words)
        if not words:
            self.report(
                "syntax-missing-name",
                "an end has a name, a type or a keyword",
                self.start_of(first),
                self.end_before(after),
                "write for example 'end x : T;' or 'end feature x;'",
            )
        return self.make_feature(ast.Feature, first, after, prefix, None, value, body)

    def end_feature_cross(
        self,
        first: int,
        after: int,
        lead: list[Word] | None,
        cross_words: list[Word] | None,
        cross: Declaration,
        words: list[Word],
        declaration: Declaration | None,
        value: FeatureValue | None,
        body: Body,
    ) -> ast.Feature:
        """`end [1] #m x;`."""
        prefix = self.kernel_cross_prefix(first, after, lead, cross_words, cross, words)
        return self.make_feature(ast.Feature, first, after, prefix, declaration, value, body)

    def type_member(self, first: int, after: int, item: Item) -> Item:
        """`member feature x;`."""
        return self.with_role("owning", first, item)

    def type_feature(
        self,
        first: int,
        after: int,
        declaration: Declaration,
        value: FeatureValue | None,
        body: Body,
    ) -> Item:
        """`member x;`."""
        feature = self.default_feature(first, after, declaration, value, body)
        return self.with_role("owning", first, feature)

    def return_feature(
        self,
        first: int,
        after: int,
        declaration: Declaration,
        value: FeatureValue | None,
        body: Body,
    ) -> Item:
        """`return x : T;`."""
        feature = self.default_feature(first, after, declaration, value, body)
        return self.with_role("return", first, feature)
