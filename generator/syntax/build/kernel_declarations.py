"""Prefixes, declarations and classifiers of KerML."""

from __future__ import annotations

from typing import TypeVar

from generator.syntax import ast
from generator.syntax.ast import Element, FeatureValue, Specialization
from generator.syntax.build.bodies import settle_kernel
from generator.syntax.build.builder import Builder
from generator.syntax.build.parts import (
    Body,
    Declaration,
    Prefix,
    RawReference,
    Specs,
    Word,
)
from generator.syntax.build.prefixes import (
    END_KEYWORD,
    apply_prefix,
    apply_words,
    check_cross,
    check_end,
    check_lead,
)

__all__ = ["KernelDeclarations"]

F = TypeVar("F", bound=ast.Feature)
_Tails = list[list[Specialization]]
_OF_FEATURES = (
    ast.FeatureTyping,
    ast.Redefinition,
    ast.ReferenceSubsetting,
    ast.CrossSubsetting,
)
_GENERAL = (ast.Subclassification, ast.Conjugation)
_CLASSIFIERS: dict[str, type[ast.Classifier]] = {
    "type": ast.GeneralType,
    "classifier": ast.Classifier,
    "datatype": ast.DataType,
    "class": ast.Class,
    "struct": ast.Structure,
    "metaclass": ast.Metaclass,
    "assoc": ast.Association,
    "interaction": ast.Interaction,
    "behavior": ast.Behavior,
    "function": ast.Function,
    "predicate": ast.Predicate,
}


class KernelDeclarations(Builder):
    """Builder methods for KerML's own prefixes, declarations and classifiers."""

    def settle(self, owner: Element) -> None:
        """Make the members of an owner what they are in its body."""
        settle_kernel(self, owner)

    def settle_body(
        self, start: int, end: int, members: tuple[Element, ...]
    ) -> tuple[Element, ...]:
        """The body of an expression is that of a function."""
        owner = ast.ExpressionFeature(start, end, members=members)
        self.settle(owner)
        return owner.members

    # ---- prefixes and declarations

    def kernel_end_prefix(
        self, first: int, after: int, lead: list[Word] | None, words: list[Word] | None
    ) -> Prefix:
        """`const end …`."""
        check_lead(self, lead or [])
        check_end(self, words or [], END_KEYWORD)
        return Prefix([*(lead or []), *(words or [])], end=first)

    def kernel_cross_prefix(
        self,
        first: int,
        after: int,
        lead: list[Word] | None,
        cross_words: list[Word] | None,
        cross: Declaration,
        words: list[Word] | None,
    ) -> Prefix:
        """`end [0..1] …`."""
        check_lead(self, lead or [])
        check_cross(self, cross_words or [])
        check_end(self, words or [], END_KEYWORD)
        feature = ast.Feature(cross.start, cross.end)
        self.declare_feature(feature, cross)
        apply_words(self, feature, cross_words or [])
        return Prefix([*(lead or []), *(words or [])], end=first, cross=feature)

    def kernel_declaration(
        self,
        first: int,
        after: int,
        all_: int | None,
        declaration: Declaration,
        tails: _Tails | None = None,
    ) -> Declaration:
        """`all x : T unions a, b`."""
        declaration.is_sufficient = all_ is not None
        declaration.relations = [*declaration.relations, *_flat(tails)]
        return declaration

    def conjugated_declaration(
        self,
        first: int,
        after: int,
        all_: int | None,
        declaration: Declaration,
        conjugation: Specialization,
        generals: _Tails | None,
        tails: _Tails | None = None,
    ) -> Declaration:
        """`x ~ T`, `x ~ T :> U`."""
        declaration.relations = [*declaration.relations, conjugation, *_flat(generals)]
        return self.kernel_declaration(first, after, all_, declaration, tails)

    def conjugated_nameless(
        self,
        first: int,
        after: int,
        all_: int | None,
        conjugation: Specialization,
        generals: _Tails | None,
        tails: _Tails | None = None,
    ) -> Declaration:
        """`~ T`, `~ T :> U`."""
        relations = [conjugation, *_flat(generals)]
        declaration = self.declaration_nameless(first, after, Specs(relations))
        return self.kernel_declaration(first, after, all_, declaration, tails)

    def all_nameless(self, first: int, after: int, all_: int) -> Declaration:
        """`all`."""
        declaration = self.declaration_nameless(first, after, Specs())
        return self.kernel_declaration(first, after, all_, declaration)

    def related_nameless(
        self, first: int, after: int, all_: int | None, tails: _Tails
    ) -> Declaration:
        """`chains a.b`."""
        declaration = self.declaration_nameless(first, after, Specs())
        return self.kernel_declaration(first, after, all_, declaration, tails)

    def conjugated(self, first: int, after: int, raw: RawReference) -> Specialization:
        """`~ T`, `conjugates T`."""
        return self._relation(ast.Conjugation, first, raw)[0]

    def chains(self, first: int, after: int, raw: RawReference) -> list[Specialization]:
        """`chains a.b`."""
        return self._relation(ast.FeatureChaining, first, raw)

    def inverse_of(self, first: int, after: int, raw: RawReference) -> list[Specialization]:
        """`inverse of f`."""
        return self._relation(ast.FeatureInverting, first, raw)

    def disjoint_from(self, first: int, after: int, raw: RawReference) -> list[Specialization]:
        """`disjoint from T`."""
        return self._relation(ast.Disjoining, first, raw)

    def unions(self, first: int, after: int, raw: RawReference) -> list[Specialization]:
        """`unions T`."""
        return self._relation(ast.Unioning, first, raw)

    def intersects(self, first: int, after: int, raw: RawReference) -> list[Specialization]:
        """`intersects T`."""
        return self._relation(ast.Intersecting, first, raw)

    def differences(self, first: int, after: int, raw: RawReference) -> list[Specialization]:
        """`differences T`."""
        return self._relation(ast.Differencing, first, raw)

    def featured_by(self, first: int, after: int, raw: RawReference) -> list[Specialization]:
        """`featured by T`."""
        return self._relation(ast.TypeFeaturing, first, raw)

    def more_tail(
        self, first: int, after: int, tail: list[Specialization], raw: RawReference
    ) -> list[Specialization]:
        """`unions T, U`."""
        return self._one_more(type(tail[0]), tail, raw)

    # ---- classifiers

    def namespace(
        self, first: int, after: int, prefix: Prefix | None, ident: Declaration | None, body: Body
    ) -> ast.Namespace:
        """`namespace N {…}`."""
        node = self.place(ast.Namespace, first, after)
        apply_prefix(self, node, prefix)
        self.identify(node, ident)
        return self.fill(node, body)

    def classifier(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        kind: int,
        declaration: Declaration | None,
        body: Body,
    ) -> ast.Classifier:
        """`class C :> D {…}`."""
        cls = _CLASSIFIERS[self.text(kind)]
        if cls is ast.Structure and kind and self.text(kind - 1) == "assoc":
            cls = ast.AssociationStructure
        node = self.place(cls, first, after)
        apply_prefix(self, node, prefix)
        self.identify(node, declaration)
        if declaration is not None:
            node.is_sufficient = declaration.is_sufficient
            node.specializations = tuple(self._classified(each) for each in declaration.relations)
            if declaration.multiplicity is not None:
                node.multiplicity = declaration.multiplicity.range
            self._check_classifier(node, declaration)
        if cls is ast.GeneralType and not any(
            isinstance(each, _GENERAL) for each in node.specializations
        ):
            self.report(
                "syntax-missing-relation",
                "a type says what it specializes or conjugates",
                node.start,
                self.end_before(kind + 1) if declaration is None else declaration.end,
                "write for example 'type T :> Base::Anything'",
            )
        return self.fill(node, body)

    def _check_classifier(self, node: ast.Classifier, declaration: Declaration) -> None:
        if not isinstance(node, ast.GeneralType):
            self.one_list(declaration)
        mult = declaration.multiplicity
        if mult is not None and (mult.is_ordered or mult.is_nonunique):
            message = "only a feature is ordered or nonunique"
            self.report("syntax-definition-multiplicity", message, node.start, declaration.end)
        for each in declaration.relations:
            if isinstance(each, ast.FeatureChaining | ast.FeatureInverting | ast.TypeFeaturing):
                message = "only a feature has a chain, an inverse or featuring types"
                self.report("syntax-definition-relation", message, each.start, each.end)

    def _classified(self, relation: Specialization) -> Specialization:
        if isinstance(relation, _OF_FEATURES):
            return self._classification(relation)
        if isinstance(relation, ast.Subsetting):
            self.no_subsetting(relation)
            return ast.Subclassification(relation.start, relation.end, relation.target)
        return relation

    # ---- what features share

    def declare_feature(self, node: ast.Feature, declaration: Declaration) -> None:
        """Give a feature its declaration."""
        self.declare(node, declaration)
        conjugations = [x for x in declaration.relations if isinstance(x, ast.Conjugation)]
        if conjugations and (
            conjugations[0] is not declaration.relations[0] or declaration.multiplicity
        ):
            one = conjugations[0]
            message = "a feature is conjugated or specializes others, not both"
            self.report("syntax-conjugation", message, one.start, one.end)
        node.is_sufficient = declaration.is_sufficient

    def make_feature(
        self,
        kind: type[F],
        first: int,
        after: int,
        prefix: Prefix | None,
        declaration: Declaration | None,
        value: FeatureValue | None = None,
        body: Body = None,
    ) -> F:
        """A feature from its usual parts."""
        node = self.place(kind, first, after)
        apply_prefix(self, node, prefix)
        if declaration is not None:
            self.declare_feature(node, declaration)
        node.value = value
        return self.fill(node, body)


def _flat(tails: _Tails | None) -> list[Specialization]:
    return [each for tail in tails or () for each in tail]
