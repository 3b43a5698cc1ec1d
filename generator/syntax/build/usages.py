"""Usages without ends and without behaviour, metadata."""

from __future__ import annotations

from generator.syntax import ast
from generator.syntax.ast import FeatureValue
from generator.syntax.build.definitions import Definitions
from generator.syntax.build.kinds import USAGES
from generator.syntax.build.parts import (
    Body,
    Declaration,
    Item,
    Prefix,
    RawName,
    RawReference,
    Specs,
    Word,
)

__all__ = ["Usages"]


class Usages(Definitions):
    """Builder methods for plain usages."""

    # ---- usages

    def usage(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        kind: int,
        declaration: Declaration | None,
        value: FeatureValue | None,
        body: Body,
    ) -> ast.Usage:
        """`part x : X [2] = v {…}`."""
        return self.make(
            USAGES[self.text(kind)], first, after, prefix, declaration, value, body
        )

    def state_usage(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        kind: int,
        declaration: Declaration | None,
        value: FeatureValue | None,
        parallel: int | None,
        body: Body,
    ) -> ast.StateUsage:
        """`state s parallel {…}`."""
        node = self.make(ast.StateUsage, first, after, prefix, declaration, value, body)
        node.is_parallel = self.parallel(parallel, body)
        return node

    def event_reference(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        raw: RawReference,
        specs: Specs | None,
        value: FeatureValue | None,
        body: Body,
    ) -> ast.EventOccurrenceUsage:
        """`event a.b;`."""
        return self.event_usage(first, after, prefix, self.referring(raw, specs), value, body)

    def event_usage(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        declaration: Declaration | None,
        value: FeatureValue | None,
        body: Body,
    ) -> ast.EventOccurrenceUsage:
        """`event occurrence e;`."""
        kind = ast.EventOccurrenceUsage
        return self.make(kind, first, after, prefix, declaration, value, body)

    def default_usage(
        self,
        first: int,
        after: int,
        declaration: Declaration,
        value: FeatureValue | None,
        body: Body,
    ) -> ast.Usage:
        """`x : T = v {…}`."""
        return self.make(ast.ReferenceUsage, first, after, None, declaration, value, body)

    def default_qualified(
        self,
        first: int,
        after: int,
        name: ast.QualifiedName,
        specs: Specs | None,
        value: FeatureValue | None,
        body: Body,
    ) -> ast.Usage:
        """`P::x = v;` in the body of a metadata usage."""
        more = specs or Specs()
        relations = [ast.Redefinition(name.start, name.end, name), *more.relations]
        declaration = Declaration(
            name.start, name.end, relations=relations, multiplicity=more.multiplicity
        )
        return self.make(ast.ReferenceUsage, first, after, None, declaration, value, body)

    def default_value(
        self, first: int, after: int, value: FeatureValue, body: Body
    ) -> ast.Usage:
        """`= v;`, a value of an enumeration."""
        return self.make(ast.ReferenceUsage, first, after, None, None, value, body)

    def prefixed_usage(
        self,
        first: int,
        after: int,
        words: list[Word],
        declaration: Declaration | None,
        value: FeatureValue | None,
        body: Body,
    ) -> ast.Usage:
        """`in x : T`, `ref x`, `individual x`, `#service x`."""
        prefix = Prefix(words)
        kind = self._kind_by_words(words)
        if declaration is None and kind is ast.ReferenceUsage and not self._says(words, "ref"):
            end = self.end_before(after)
            self.report(
                "syntax-missing-name",
                "a name is missing",
                self.start_of(first),
                end,
                "write what is declared here, for example 'in x : Real;'",
            )
        return self.make(kind, first, after, prefix, declaration, value, body)

    def end_usage(
        self,
        first: int,
        after: int,
        words: list[Word] | None,
        declaration: Declaration,
        value: FeatureValue | None,
        body: Body,
    ) -> ast.Usage:
        """`end x : T;`."""
        prefix = Prefix(words or [], end=first)
        kind = self._kind_by_words(prefix.words)
        return self.make(kind, first, after, prefix, declaration, value, body)

    def end_bare(
        self, first: int, after: int, words: list[Word] | None, body: Body
    ) -> ast.Usage:
        """`end;`, `end #m;`."""
        prefix = Prefix(words or [], end=first)
        return self.make(self._kind_by_words(prefix.words), first, after, prefix, None, None, body)

    def end_cross_usage(
        self,
        first: int,
        after: int,
        cross_words: list[Word] | None,
        cross: Declaration,
        words: list[Word],
        declaration: Declaration | None,
        value: FeatureValue | None,
        body: Body,
    ) -> ast.Usage:
        """`end [1] ref x : T;`."""
        prefix = self.cross_prefix(first, after, cross_words, cross, words)
        kind = self._kind_by_words(words)
        return self.make(kind, first, after, prefix, declaration, value, body)

    def _says(self, words: list[Word], *wanted: str) -> bool:
        return any(isinstance(word, int) and self.text(word) in wanted for word in words)

    def _kind_by_words(self, words: list[Word]) -> type[ast.Usage]:
        if self._says(words, "individual", "snapshot", "timeslice"):
            return ast.OccurrenceUsage
        if any(not isinstance(word, int) for word in words):
            return ast.Usage
        return ast.ReferenceUsage

    def return_member(self, first: int, after: int, item: Item) -> Item:
        """`return attribute x;`."""
        return self.with_role("return", first, item)

    def return_default(
        self,
        first: int,
        after: int,
        declaration: Declaration,
        value: FeatureValue | None,
        body: Body,
    ) -> Item:
        """`return x : T;`."""
        usage = self.default_usage(first, after, declaration, value, body)
        return self.with_role("return", first, usage)

    def variant_member(self, first: int, after: int, item: Item) -> Item:
        """`variant part x;`."""
        return self.with_role("variant", first, item)

    def variant_reference(
        self, first: int, after: int, raw: RawReference, specs: Specs | None, body: Body
    ) -> Item:
        """`variant x;`."""
        declaration = self.referring(raw, specs)
        usage = self.make(ast.ReferenceUsage, first, after, None, declaration, None, body)
        return self.with_role("variant", first, usage)

    def with_role(self, role: str, first: int, item: Item) -> Item:
        """An item held by a particular membership."""
        element = item[0] if isinstance(item, list) else item
        if not isinstance(element, ast.Usage):
            start, end = self.tokens.starts[first], self.tokens.ends[first]
            self.report("syntax-misplaced-modifier", f"'{role}' needs a usage", start, end)
        element.role = role
        element.start = self.start_of(first)
        return item

    # ---- metadata

    def metadata_usage(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        raw: RawReference,
        about: list[RawName] | None,
        body: Body,
    ) -> ast.MetadataUsage:
        """`@M {…}`."""
        return self.metadata_named(first, after, prefix, None, raw, about, body)

    def metadata_named(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        ident: Declaration | None,
        raw: RawReference,
        about: list[RawName] | None,
        body: Body,
    ) -> ast.MetadataUsage:
        """`@n : M about a;`."""
        node = self.make(ast.MetadataUsage, first, after, prefix, ident, None, body)
        node.specializations = (self.typing(first, after, raw),)
        node.about = self.names(about)
        return node
