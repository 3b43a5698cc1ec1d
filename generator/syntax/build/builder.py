"""Usages that refer to another, requirements, cases: the top of the tree builder."""

from __future__ import annotations

from generator.syntax import ast
from generator.syntax.ast import FeatureValue
from generator.syntax.build.kinds import USAGES
from generator.syntax.build.parts import Body, Declaration, Prefix, RawReference, Specs, Word
from generator.syntax.build.states import States

__all__ = ["Builder"]


_ROLE_KINDS: dict[str, type[ast.Usage]] = {
    "assume": ast.ConstraintUsage,
    "require": ast.ConstraintUsage,
    "frame": ast.ConcernUsage,
    "verify": ast.RequirementUsage,
    "render": ast.RenderingUsage,
    "subject": ast.ReferenceUsage,
    "actor": ast.PartUsage,
    "stakeholder": ast.PartUsage,
    "objective": ast.RequirementUsage,
}


class Builder(States):
    """The tree builder for SysML: one method per rule or alias of the grammar."""

    def settle_body(
        self, start: int, end: int, members: tuple[ast.Element, ...]
    ) -> tuple[ast.Element, ...]:
        """The body of an expression is that of a calculation."""
        owner = ast.CalculationUsage(start, end, members=members)
        if members:
            self.settle(owner)
        return owner.members

    # ---- usages that refer to another

    def exhibit(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        raw: RawReference,
        specs: Specs | None,
        value: FeatureValue | None,
        parallel: int | None,
        body: Body,
    ) -> ast.ExhibitStateUsage:
        """`exhibit s;`."""
        declaration = self.referring(raw, specs)
        return self.exhibit_state(first, after, prefix, declaration, value, parallel, body)

    def exhibit_state(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        declaration: Declaration | None,
        value: FeatureValue | None,
        parallel: int | None,
        body: Body,
    ) -> ast.ExhibitStateUsage:
        """`exhibit state s {…}`."""
        kind = ast.ExhibitStateUsage
        node = self.make(kind, first, after, prefix, declaration, value, body)
        node.is_parallel = self.parallel(parallel, body)
        return node

    def include(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        raw: RawReference,
        specs: Specs | None,
        value: FeatureValue | None,
        body: Body,
    ) -> ast.IncludeUseCaseUsage:
        """`include u;`."""
        return self.include_use_case(
            first, after, prefix, self.referring(raw, specs), value, body
        )

    def include_use_case(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        declaration: Declaration | None,
        value: FeatureValue | None,
        body: Body,
    ) -> ast.IncludeUseCaseUsage:
        """`include use case u;`."""
        kind = ast.IncludeUseCaseUsage
        return self.make(kind, first, after, prefix, declaration, value, body)

    def assert_reference(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        negation: int | None,
        raw: RawReference,
        specs: Specs | None,
        body: Body,
    ) -> ast.AssertConstraintUsage:
        """`assert c;`."""
        declaration = self.referring(raw, specs)
        return self.assert_constraint(first, after, prefix, negation, declaration, None, body)

    def assert_constraint(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        negation: int | None,
        declaration: Declaration | None,
        value: FeatureValue | None,
        body: Body,
    ) -> ast.AssertConstraintUsage:
        """`assert not constraint c {…}`."""
        kind = ast.AssertConstraintUsage
        node = self.make(kind, first, after, prefix, declaration, value, body)
        node.is_negated = negation is not None
        return node

    def satisfy(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        negation: int | None,
        raw: RawReference,
        specs: Specs | None,
        value: FeatureValue | None,
        by: RawReference | None,
        body: Body,
    ) -> ast.SatisfyRequirementUsage:
        """`satisfy r by p;`."""
        declaration = self.referring(raw, specs)
        return self.satisfy_requirement(
            first, after, prefix, negation, declaration, value, by, body
        )

    def satisfy_requirement(
        self,
        first: int,
        after: int,
        prefix: Prefix | None,
        negation: int | None,
        declaration: Declaration | None,
        value: FeatureValue | None,
        by: RawReference | None,
        body: Body,
    ) -> ast.SatisfyRequirementUsage:
        """`satisfy requirement r : R by p;`."""
        kind = ast.SatisfyRequirementUsage
        node = self.make(kind, first, after, prefix, declaration, value, body)
        node.is_negated = negation is not None
        node.by = None if by is None else self.reference(by)
        return node

    # ---- roles in requirements, cases and views

    def role_parameter(
        self,
        first: int,
        after: int,
        role: int,
        words: list[Word] | None,
        declaration: Declaration | None,
        value: FeatureValue | None,
        body: Body,
    ) -> ast.Usage:
        """`subject x : T;`, `actor a;`."""
        word = self.text(role)
        prefix = self._metadata_only(words)
        node = self.make(_ROLE_KINDS[word], first, after, prefix, declaration, value)
        node.role = word
        return self.fill(node, body)

    def role_reference(
        self,
        first: int,
        after: int,
        role: int,
        raw: RawReference,
        specs: Specs | None,
        body: Body,
    ) -> ast.Usage:
        """`require c;`, `verify r;`."""
        declaration = self.referring(raw, specs)
        if self.text(role) == "verify":
            self.no_multiplicity_of_reference(declaration)
        return self.role_parameter(first, after, role, None, declaration, None, body)

    def role_extended(
        self,
        first: int,
        after: int,
        role: int,
        words: list[Word],
        declaration: Declaration | None,
        value: FeatureValue | None,
        body: Body,
    ) -> ast.Usage:
        """`require #goal g;`."""
        return self.role_parameter(first, after, role, words, declaration, value, body)

    def role_usage(
        self,
        first: int,
        after: int,
        role: int,
        words: list[Word] | None,
        kind: int,
        declaration: Declaration | None,
        value: FeatureValue | None,
        body: Body,
    ) -> ast.Usage:
        """`require constraint c {…}`."""
        node = self.role_parameter(first, after, role, words, declaration, value, body)
        if USAGES[self.text(kind)] is not _ROLE_KINDS[self.text(role)]:
            start, end = self.tokens.starts[kind], self.tokens.ends[kind]
            wanted = next(w for w, cls in USAGES.items() if cls is _ROLE_KINDS[self.text(role)])
            self.report(
                "syntax-unexpected-token",
                f"'{self.text(role)}' goes with '{wanted}', not with '{self.text(kind)}'",
                start,
                end,
                fix=(f"Write '{wanted}'", wanted),
            )
        return node

    def _metadata_only(self, words: list[Word] | None) -> Prefix | None:
        for word in words or ():
            if isinstance(word, int):
                start, end = self.tokens.starts[word], self.tokens.ends[word]
                text = self.text(word)
                self.report(
                    "syntax-misplaced-modifier", f"'{text}' cannot be said here", start, end
                )
        return Prefix(words) if words else None
