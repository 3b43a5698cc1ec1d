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
from generator.syntax.build.prefixes import END_CROSSED, END_REFERENCE, check_end

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
        raw: RawReference,
        specs: Specs | None,
        value: FeatureValue | None,
        body: Body,
    ) -> ast.Usage:
        """`P::x = v;` in the body of a metadata usage."""
        declaration = self.redefining(raw, specs)
        node = self.make(ast.ReferenceUsage, first, after, None, declaration, value, body)
        self.doubt_path(node, declaration)
        return node

    def prefixed_qualified(
        self,
        first: int,
        after: int,
        words: list[Word],
        raw: RawReference,
        specs: Specs | None,
        value: FeatureValue | None,
        body: Body,
    ) -> ast.Usage:
        """`ref P::x = v;` in the body of a metadata usage."""
        declaration = self.redefining(raw, specs)
        kind, prefix = self._kind_by_words(words), Prefix(words)
        node = self.make(kind, first, after, prefix, declaration, value, body)
        self.doubt_path(node, declaration)
        return node

    def redefining(self, raw: RawReference, specs: Specs | None) -> Declaration:
        """The declaration of `P::x :> y` in metadata: its first relation is a Redefinition."""
        reference = self.reference(raw)
        more = specs or Specs()
        relations = [
            ast.Redefinition(reference.start, reference.end, reference),
            *more.relations,
        ]
        return Declaration(
            reference.start, reference.end, relations=relations, multiplicity=more.multiplicity
        )

    def doubt_path(self, node: ast.Usage, declaration: Declaration) -> None:
        """Outside metadata a path declares nothing."""
        if node.value is not None and node.value.is_initial:
            text = self.tokens.text[node.start : node.value.start]
            end = node.value.start + len(":=")
            fix = (node.start, end, "Write 'assign'", f"assign {text}:=")
            message = "an assignment begins with 'assign'"
            self.doubt(node, "syntax-assignment", message, None, fix)
            return
        self.doubt(
            node,
            "syntax-qualified-declaration",
            "what is declared here has a simple name, not a path",
            "declare it inside the element it belongs to; to redefine it write ':>> path'",
        )

    def default_value(self, first: int, after: int, value: FeatureValue, body: Body) -> ast.Usage:
        """`= v;`, a value of an enumeration."""
        node = self.make(ast.ReferenceUsage, first, after, None, None, value, body)
        self.doubt(
            node,
            "syntax-missing-name",
            "a name is missing before the value",
            "write what has the value, for example 'attribute x = 1;'",
        )
        return node

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
        check_end(self, prefix.words, END_REFERENCE)
        kind = self._kind_by_words(prefix.words)
        return self.make(kind, first, after, prefix, declaration, value, body)

    def end_bare(
        self,
        first: int,
        after: int,
        words: list[Word] | None,
        value: FeatureValue | None,
        body: Body,
    ) -> ast.Usage:
        """`end;`, `end #m;`, `end ref = v;`."""
        prefix = Prefix(words or [], end=first)
        check_end(self, prefix.words, END_REFERENCE)
        kind = self._kind_by_words(prefix.words)
        node = self.make(kind, first, after, prefix, None, value, body)
        if kind is ast.ReferenceUsage and not node.is_reference:
            code, message = "syntax-missing-name", "an end has a name, a type or a keyword"
            hint = "write for example 'end part x : T;'"
            if words:
                self.report(code, message, node.start, node.end, hint)
            else:
                self.doubt(node, code, message, hint)
        return node

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
        prefix = self.cross_end(first, cross_words, cross, words)
        check_end(self, words, END_CROSSED)
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
        if isinstance(item, ast.Usage):
            bare = type(item) is ast.ReferenceUsage and not item.is_reference
            if bare or type(item) in (ast.Usage, ast.EnumerationUsage):
                self.report(
                    "syntax-misplaced-modifier",
                    "a variant is a name, or has a keyword that is not 'enum'",
                    self.start_of(first),
                    self.end_before(first + 1),
                    "write 'variant x;' or 'variant part x;'",
                )
        return self.with_role("variant", first, item)

    def variant_reference(
        self, first: int, after: int, raw: RawReference, specs: Specs | None, body: Body
    ) -> Item:
        """`variant x;`."""
        declaration = self.referring(raw, specs)
        self.no_multiplicity_of_reference(declaration)
        usage = self.make(ast.ReferenceUsage, first, after, None, declaration, None, body)
        return self.with_role("variant", first, usage)

    def with_role(self, role: str, first: int, item: Item) -> Item:
        """An item held by a particular membership."""
        element = item[0] if isinstance(item, list) else item
        plain = element.role == "member" and not isinstance(element, ast.MetadataUsage)
        if not isinstance(element, ast.Usage) or not plain:
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
