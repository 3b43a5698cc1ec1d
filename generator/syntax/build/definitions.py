"""What all usages share, and definitions."""

from __future__ import annotations

from typing import TypeVar

from generator.syntax import ast
from generator.syntax.ast import FeatureValue
from generator.syntax.build.kinds import DEFINITIONS
from generator.syntax.build.members import Members
from generator.syntax.build.parts import (
    Body,
    Declaration,
    Payload,
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
)

__all__ = ["Definitions"]


U = TypeVar("U", bound=ast.Usage)


class Definitions(Members):
    """Builder methods for definitions and for the parts of usages."""

    # ---- shared by all usages

    def make(
        self,
        kind: type[U],
        first: int,
        after: int,
        prefix: Prefix | None,
        declaration: Declaration | None,
        value: FeatureValue | None = None,
        body: Body = None,
    ) -> U:
        """A usage from its usual parts."""
        node = self.place(kind, first, after)
        if prefix is not None:
            apply_prefix(self, node, prefix)
        if declaration is not None:
            self.declare(node, declaration)
        node.value = value
        return self.fill(node, body)

    def declare(self, node: ast.Usage, declaration: Declaration | Payload) -> None:
        """Give a usage its names, specialisations and multiplicity."""
        node.declared_name = declaration.name
        node.declared_short_name = declaration.short_name
        node.specializations += tuple(declaration.relations)
        for each in declaration.relations:
            if isinstance(each, ast.Subclassification):
                end = min(each.end, each.start + len("specializes"))
                is_word = self.tokens.text[each.start : end] == "specializes"
                self.report(
                    "syntax-usage-relation",
                    "only a definition specializes; a usage subsets",
                    each.start,
                    end if is_word else each.end,
                    "write ':>' or 'subsets', and ':' before a definition",
                    ("Write ':'", ":") if is_word else None,
                )
        if (mult := declaration.multiplicity) is not None:
            node.multiplicity = mult.range
            node.is_ordered, node.is_nonunique = mult.is_ordered, mult.is_nonunique

    def referring(
        self, raw: RawReference, specs: Specs | None
    ) -> Declaration:
        """The declaration of `perform a.b :> c`: its first relation is a ReferenceSubsetting."""
        reference = self.reference(raw)
        relation = ast.ReferenceSubsetting(reference.start, reference.end, reference)
        more = specs or Specs()
        return Declaration(
            reference.start,
            reference.end,
            relations=[relation, *more.relations],
            multiplicity=more.multiplicity,
        )

    def no_multiplicity_of_reference(self, declaration: Declaration) -> None:
        """Report a multiplicity after `variant x` and `verify x`."""
        if declaration.multiplicity is not None:
            self.report(
                "syntax-multiplicity",
                "what is only named here has no multiplicity",
                declaration.relations[0].end,
                self._end_of(declaration),
                "give it where the element is declared",
            )

    def _end_of(self, declaration: Declaration) -> int:
        mult = declaration.multiplicity
        return mult.range.end if mult and mult.range else declaration.relations[0].end

    def cross_prefix(
        self,
        first: int,
        after: int,
        cross_words: list[Word] | None,
        cross: Declaration,
        words: list[Word] | None,
    ) -> Prefix:
        """`end [0..1] …`, `end x [2] #m …`."""
        check_end(self, words or [], END_KEYWORD)
        return self.cross_end(first, cross_words, cross, words)

    def cross_end(
        self,
        first: int,
        cross_words: list[Word] | None,
        cross: Declaration,
        words: list[Word] | None,
    ) -> Prefix:
        """A prefix with a cross feature."""
        feature = ast.ReferenceUsage(cross.start, cross.end)
        self.declare(feature, cross)
        check_cross(self, cross_words or [])
        apply_words(self, feature, cross_words or [])
        return Prefix(words or [], end=first, cross=feature)

    # ---- definitions

    def definition(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        kind: int,
        declaration: Declaration | None,
        body: Body,
    ) -> ast.Definition:
        """`part def X :> Y {…}`."""
        return self._define(
            DEFINITIONS[self.text(kind)], first, after, prefix, declaration, body
        )

    def state_definition(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        kind: int,
        declaration: Declaration | None,
        parallel: int | None,
        body: Body,
    ) -> ast.Definition:
        """`state def X parallel {…}`."""
        node = self._define(ast.StateDefinition, first, after, prefix, declaration, body)
        node.is_parallel = self.parallel(parallel, body)
        return node

    def parallel(self, word: int | None, body: Body) -> bool:
        """Whether `parallel` is said; it needs a body."""
        if word is not None and body is None:
            start, end = self.tokens.starts[word], self.tokens.ends[word]
            self.report("syntax-parallel", "'parallel' needs a body in braces", start, end)
        return word is not None

    def extended_definition(
        self,
        first: int,
        after: int,
        prefix: Prefix,
        declaration: Declaration | None,
        body: Body,
    ) -> ast.Definition:
        """`#service def X`, `individual def X`."""
        individual = any(isinstance(w, int) and self.text(w) == "individual" for w in prefix.words)
        if not individual and not any(not isinstance(word, int) for word in prefix.words):
            word = self.start_of(after - 1)
            self.report(
                "syntax-missing-kind",
                "a kind of definition must stand before 'def'",
                self.start_of(first),
                word if word == self.start_of(first) else self.end_before(first + 1),
                "for example 'part def', 'attribute def', 'action def'",
            )
        kind = ast.OccurrenceDefinition if individual else ast.Definition
        return self._define(kind, first, after, prefix, declaration, body)

    def _define(
        self,
        kind: type[ast.Definition],
        first: int,
        after: int,
        prefix: Prefix | None,
        declaration: Declaration | None,
        body: Body,
    ) -> ast.Definition:
        node = self.place(kind, first, after)
        apply_prefix(self, node, prefix)
        self.identify(node, declaration)
        if declaration is not None:
            node.specializations = tuple(
                self._classification(each) for each in declaration.relations
            )
            self._no_multiplicity(declaration)
            self.one_list(declaration)
        return self.fill(node, body)

    def _classification(self, relation: ast.Specialization) -> ast.Specialization:
        if not isinstance(relation, ast.Subclassification | ast.Subsetting):
            typed = isinstance(relation, ast.FeatureTyping)
            end, fix = relation.end, None
            if self.tokens.text[relation.start : relation.start + 2] in (": ", ":\n"):
                end, fix = relation.start + 1, ("Write ':>'", ":>")
            self.report(
                "syntax-definition-relation",
                "a definition has no type: it specializes another" if typed
                else "a definition can only specialize another",
                relation.start,
                end,
                "write ':>' or 'specializes'",
                fix,
            )
        self.no_subsetting(relation)
        return ast.Subclassification(relation.start, relation.end, relation.target)

    def no_subsetting(self, relation: ast.Specialization) -> None:
        """Report `subsets` of a classifier."""
        end = relation.start + len("subsets")
        if self.tokens.text[relation.start : end] == "subsets" and relation.start != (
            relation.target.start
        ):
            self.report(
                "syntax-definition-relation",
                "only a usage subsets; a definition specializes",
                relation.start,
                end,
                fix=("Write 'specializes'", "specializes"),
            )

    def one_list(self, declaration: Declaration) -> None:
        """Report a second `:>` of a classifier; what follows a comma begins with its name."""
        for each in declaration.relations[1:]:
            general = isinstance(each, ast.Subsetting | ast.Subclassification)
            if general and each.start != each.target.start:
                start, end = each.start, each.target.start
                message = "a definition says only once what it specializes"
                fix = ("Write ','", ", ")
                self.report("syntax-definition-relation", message, start, end, None, fix)

    def _no_multiplicity(self, declaration: Declaration) -> None:
        mult = declaration.multiplicity
        if mult is not None:
            start = mult.range.start if mult.range else declaration.start
            end = mult.range.end if mult.range else declaration.end
            self.report(
                "syntax-definition-multiplicity",
                "a definition has no multiplicity",
                start,
                end,
                "give it to the usages of the definition",
            )
