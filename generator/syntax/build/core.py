"""The tree builder's ground floor: positions, names, references, declarations, reports."""

from __future__ import annotations

import re

from generator.syntax.ast import (
    CrossSubsetting,
    Expression,
    FeatureChain,
    FeatureReferenceExpression,
    FeatureTyping,
    FeatureValue,
    LiteralBoolean,
    LiteralInfinity,
    LiteralInteger,
    LiteralRational,
    LiteralString,
    MalformedExpression,
    MultiplicityRange,
    Name,
    OperatorExpression,
    QualifiedName,
    Redefinition,
    Reference,
    ReferenceSubsetting,
    Specialization,
    Subclassification,
    Subsetting,
)
from generator.syntax.build.parts import (
    Bracket,
    Declaration,
    Multiplicity,
    RawName,
    RawReference,
    Specs,
)
from generator.syntax.build.reports import Reports

__all__ = ["Core", "unescape"]

_MOST_SEGMENTS = 1000
_QUOTES = "'\"`\u2018\u2019\u201a\u201c\u201d\u201e"
_CLOSING = "\u2018\u2019\u201c\u201d"
_ESCAPE = re.compile(r"\\(.)", re.S)
_ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


def unescape(text: str) -> str:
    """A quoted text without its quotes, escape sequences replaced by what they mean."""
    closed = len(text) > 1 and (text[-1] == text[0] or text[-1] in _CLOSING)
    inner = text[1:-1] if closed else text[1:]
    if "\\" not in inner:
        return inner
    return _ESCAPE.sub(lambda match: _ESCAPES.get(match[1], match[1]), inner)


_BOUNDS = (
    LiteralBoolean,
    LiteralInfinity,
    LiteralInteger,
    LiteralRational,
    LiteralString,
    MalformedExpression,
)


def _is_bound(node: Expression, text: str) -> bool:
    if isinstance(node, FeatureReferenceExpression):
        return isinstance(node.reference, QualifiedName) and text[:1] != "("
    return isinstance(node, _BOUNDS) and text[:1] != "("


class Core(Reports):
    """Methods named after rules and aliases of the grammar take the index of the first token of the
    production and the index after its last one, then the values of its parts."""

    # ---- names and references

    def name(self, token: int) -> Name:
        """The Name a NAME token stands for."""
        start, end = self.tokens.starts[token], self.tokens.ends[token]
        text = self.tokens.text[start:end]
        return Name(start, end, unescape(text) if text and text[0] in _QUOTES else text)

    def qualified(self, raw: RawName) -> QualifiedName:
        """A qualified name, also of one segment."""
        if isinstance(raw, QualifiedName):
            return raw
        name = self.name(raw)
        return QualifiedName(name.start, name.end, (name,))

    def reference(self, raw: RawReference) -> Reference:
        """A qualified name or a feature chain."""
        if isinstance(raw, list):
            links = tuple(self.qualified(link) for link in raw)
            return FeatureChain(links[0].start, links[-1].end, links)
        return self.qualified(raw)

    def value_of(self, raw: RawReference | Expression) -> Expression:
        """An expression; a bare reference becomes one."""
        if isinstance(raw, Expression):
            return raw
        reference = self.reference(raw)
        return FeatureReferenceExpression(reference.start, reference.end, reference)

    def mq_first(self, first: int, after: int, one: int, two: int) -> QualifiedName:
        """`A::b`."""
        names = (self.name(one), self.name(two))
        return QualifiedName(names[0].start, names[1].end, names)

    def mq_global(self, first: int, after: int, one: int) -> QualifiedName:
        """`$::A`."""
        name = self.name(one)
        return QualifiedName(self.start_of(first), name.end, (name,), is_global=True)

    def mq_more(self, first: int, after: int, head: QualifiedName, last: int) -> QualifiedName:
        """`A::b::c`."""
        name = self.name(last)
        if len(head.segments) >= _MOST_SEGMENTS:
            message = f"a path has at most {_MOST_SEGMENTS} names; the rest is left out"
            if len(head.segments) == _MOST_SEGMENTS and head.end == head.segments[-1].end:
                self.report("syntax-too-deep", message, name.start, name.end)
            head.end = name.end
            return head
        head.segments += (name,)
        head.end = name.end
        return head

    def one(self, first: int, after: int, item: object) -> list[object]:
        """The first item of a list."""
        return [item]

    def one_two(self, first: int, after: int, one: object, two: object) -> list[object]:
        """The first two items of a list."""
        return [one, two]

    def ident_name(self, first: int, after: int, name: int) -> Declaration:
        """`n`."""
        return self.declaration_named(first, after, name, None)

    def ident_short(self, first: int, after: int, short: int, name: int | None) -> Declaration:
        """`<s> n`."""
        return self.declaration_short(first, after, short, name, None)

    # ---- declarations

    def declaration_named(
        self, first: int, after: int, name: int, specs: Specs | None
    ) -> Declaration:
        """`x : T [1]`."""
        result = self.declaration_nameless(first, after, specs or Specs())
        result.name = self.name(name) if self.text(name) else None
        return result

    def declaration_short(
        self, first: int, after: int, short: int, name: int | None, specs: Specs | None
    ) -> Declaration:
        """`<s> x : T [1]`."""
        result = self.declaration_nameless(first, after, specs or Specs())
        result.short_name = self.name(short)
        result.name = None if name is None else self.name(name)
        return result

    def declaration_nameless(self, first: int, after: int, specs: Specs) -> Declaration:
        """`: T [1]`."""
        return Declaration(
            self.start_of(first),
            self.end_before(after),
            relations=specs.relations,
            multiplicity=specs.multiplicity,
        )

    def specs_relations(self, first: int, after: int, rels: list[list[Specialization]]) -> Specs:
        """Specialisations only."""
        return Specs([each for group in rels for each in group])

    def specs_around(
        self,
        first: int,
        after: int,
        before: list[list[Specialization]],
        mult: Multiplicity,
        rels: list[list[Specialization]] | None,
    ) -> Specs:
        """`: T [1] :> x`."""
        return Specs([each for group in before + (rels or []) for each in group], mult)

    def specs_multiplicity(
        self, first: int, after: int, mult: Multiplicity, rels: list[list[Specialization]] | None
    ) -> Specs:
        """`[1] : T`."""
        return Specs([each for group in rels or [] for each in group], mult)

    def typing(self, first: int, after: int, raw: RawReference) -> FeatureTyping:
        """The type after `:`."""
        reference = self.reference(raw)
        return FeatureTyping(reference.start, reference.end, reference)

    def conjugated_typing(self, first: int, after: int, raw: RawReference) -> FeatureTyping:
        """`~P`."""
        reference = self.reference(raw)
        return FeatureTyping(self.start_of(first), reference.end, reference, is_conjugated=True)

    def typings(
        self, first: int, after: int, one: FeatureTyping | RawReference
    ) -> list[Specialization]:
        """`: T`."""
        typing = one if isinstance(one, FeatureTyping) else self.typing(first, after, one)
        typing.start = self.start_of(first)
        return [typing]

    def more_relations(
        self, first: int, after: int, rels: list[Specialization], one: FeatureTyping | RawReference
    ) -> list[Specialization]:
        """`: T, U`."""
        rels.append(one if isinstance(one, FeatureTyping) else self.typing(first, after, one))
        return rels

    def _relation(
        self, kind: type[Specialization], first: int, raw: RawReference
    ) -> list[Specialization]:
        reference = self.reference(raw)
        return [kind(self.start_of(first), reference.end, reference)]

    def _one_more(
        self, kind: type[Specialization], rels: list[Specialization], raw: RawReference
    ) -> list[Specialization]:
        reference = self.reference(raw)
        rels.append(kind(reference.start, reference.end, reference))
        return rels

    def subsettings(self, first: int, after: int, raw: RawReference) -> list[Specialization]:
        """`:> f`."""
        return self._relation(Subsetting, first, raw)

    def more_subsettings(
        self, first: int, after: int, rels: list[Specialization], raw: RawReference
    ) -> list[Specialization]:
        """`:> f, g`."""
        return self._one_more(type(rels[0]), rels, raw)

    def specializes(self, first: int, after: int, raw: RawReference) -> list[Specialization]:
        """`specializes T`."""
        return self._relation(Subclassification, first, raw)

    def redefinitions(self, first: int, after: int, raw: RawReference) -> list[Specialization]:
        """`:>> f`."""
        return self._relation(Redefinition, first, raw)

    def more_redefinitions(
        self, first: int, after: int, rels: list[Specialization], raw: RawReference
    ) -> list[Specialization]:
        """`:>> f, g`."""
        return self._one_more(Redefinition, rels, raw)

    def references(self, first: int, after: int, raw: RawReference) -> list[Specialization]:
        """`::> f`."""
        return self._relation(ReferenceSubsetting, first, raw)

    def crosses(self, first: int, after: int, raw: RawReference) -> list[Specialization]:
        """`=> f`."""
        return self._relation(CrossSubsetting, first, raw)

    # ---- multiplicities and values

    def bracket(self, first: int, after: int, items: list[Expression]) -> Bracket:
        """`[…]`."""
        return Bracket(self.start_of(first), self.end_before(after), items)

    def order(self, first: int, after: int, one: int, two: int | None) -> Multiplicity:
        """`ordered`, `nonunique` or both."""
        words = {self.text(token) for token in (one, two) if token is not None}
        return Multiplicity(None, "ordered" in words, "nonunique" in words)

    def mult(
        self, first: int, after: int, bracket: Bracket, order: Multiplicity | None
    ) -> Multiplicity:
        """`[0..1] ordered`."""
        result = order or Multiplicity()
        result.range = self.range_of(bracket)
        return result

    def mult_order(self, first: int, after: int, order: Multiplicity) -> Multiplicity:
        """`ordered` without bounds."""
        return order

    def range_of(self, bracket: Bracket) -> MultiplicityRange:
        """A bracket read as a multiplicity."""
        if self._is_hyphened(bracket):
            return self._hyphened(bracket)
        if len(bracket.items) > 1:
            self.report(
                "syntax-multiplicity",
                "a multiplicity has one range",
                bracket.items[1].start,
                bracket.items[-1].end,
                "write a range as [1..3], any number as [*]",
            )
        last = bracket.items[-1].end
        if self.tokens.text[last : bracket.end].lstrip()[:1] == ",":
            self.report("syntax-multiplicity", "a multiplicity has one range", last, bracket.end)
        bounds: tuple[Expression, ...] = (bracket.items[0],)
        if isinstance(bounds[0], OperatorExpression) and bounds[0].operator == "..":
            bounds = bounds[0].operands
        for bound in bounds:
            if not _is_bound(bound, self.tokens.text[bound.start : bound.start + 1]):
                self.report(
                    "syntax-multiplicity",
                    "a bound of a multiplicity is a number, '*' or a name",
                    bound.start,
                    bound.end,
                    "give a computed bound a name: attribute n = …; part x [n];",
                )
        lower = bounds[0] if len(bounds) == 2 else None
        return MultiplicityRange(bracket.start, bracket.end, lower, bounds[-1])

    def _is_hyphened(self, bracket: Bracket) -> bool:
        one = bracket.items[0]
        if not isinstance(one, OperatorExpression) or one.operator not in ("-", ","):
            return len(bracket.items) == 2 and all(
                isinstance(each, _BOUNDS) for each in bracket.items
            )
        return len(one.operands) == 2 and all(isinstance(each, _BOUNDS) for each in one.operands)

    def _hyphened(self, bracket: Bracket) -> MultiplicityRange:
        """`[1-3]` and `[1,3]`, read as `[1..3]`."""
        one = bracket.items[0]
        ends = one.operands if isinstance(one, OperatorExpression) else tuple(bracket.items)
        self.report(
            "syntax-multiplicity",
            "a range is written with '..'",
            ends[0].end,
            ends[1].start,
            fix=("Write '..'", ".."),
        )
        return MultiplicityRange(bracket.start, bracket.end, ends[0], ends[1])

    def value_bound(self, first: int, after: int, value: Expression) -> FeatureValue:
        """`= e`."""
        return FeatureValue(self.start_of(first), self.end_before(after), value)

    def value_initial(self, first: int, after: int, value: Expression) -> FeatureValue:
        """`:= e`."""
        return FeatureValue(self.start_of(first), self.end_before(after), value, is_initial=True)

    def value_default(self, first: int, after: int, value: Expression) -> FeatureValue:
        """`default e`, `default = e`."""
        return FeatureValue(self.start_of(first), self.end_before(after), value, is_default=True)

    def value_default_initial(self, first: int, after: int, value: Expression) -> FeatureValue:
        """`default := e`."""
        return FeatureValue(
            self.start_of(first), self.end_before(after), value, is_initial=True, is_default=True
        )

    def literal_infinity(self, first: int, after: int, token: int) -> LiteralInfinity:
        """`*`."""
        return LiteralInfinity(self.start_of(token), self.end_before(token + 1))
