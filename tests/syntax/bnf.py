"""The grammar of the standard as published, made to work: a recogniser and a writer of sentences.

`corpus/official/bnf/*.kebnf` is read as it is; what its text gets wrong is corrected by `ERRATA`,
one entry per slip. Words of a sentence are keywords and symbols by their text, other tokens by
their class (`NAME`, `STRING`, `INTEGER`, `REAL`, `BLOCK_COMMENT`).
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TypeAlias

from tests.syntax.corpus import OFFICIAL

__all__ = ["BNF", "ERRATA", "TEXTS", "Grammar", "grammar"]

BNF = OFFICIAL / "bnf"
TEXTS = {
    "NAME": ("a", "b1", "'c d'"),
    "STRING": ('"s"',),
    "INTEGER": ("7",),
    "REAL": ("1.5", "2e3"),
    "BLOCK_COMMENT": ("/* c */",),
}
_CLASSES = {
    "NAME": "NAME",
    "STRING_VALUE": "STRING",
    "DECIMAL_VALUE": "INTEGER",
    "RealValue": "REAL",
    "REGULAR_COMMENT": "BLOCK_COMMENT",
}
_PART = re.compile(
    r"\s+|(?P<text>'[^']*')|(?P<name>[A-Za-z_][\w.]*)|(?P<sign>\+=|\?=|[=|()*+?\[\]~{}])|(?P<odd>.)"
)
_HEAD = re.compile(r"^([A-Za-z_]+)\s*(?::\s*[A-Za-z]+)?\s*=", re.M)

Expr: TypeAlias = tuple[str, tuple["Expr", ...]] | tuple[str, str]
"""`("text", word)`, `("rule", name)`, or `seq`, `alt`, `?`, `*`, `+` over other expressions."""

_DECLARED = "FeatureIdentification FeatureSpecializationPart? | FeatureSpecializationPart"
ERRATA: dict[str, dict[str, str]] = {
    "kerml": {
        # mentioned, not defined
        "InvocationTypeMember": "InstantiatedTypeMember",
        # the library of the standard itself has steps and expressions without a declaration
        "Step": "FeaturePrefix 'step' FeatureDeclaration? ValuePart? TypeBody",
        "Expression": "FeaturePrefix 'expr' FeatureDeclaration? ValuePart? FunctionBody",
        "BooleanExpression": "FeaturePrefix 'bool' FeatureDeclaration? ValuePart? FunctionBody",
        "Invariant": """FeaturePrefix 'inv' ( 'true' | 'false' )? FeatureDeclaration? ValuePart?
            FunctionBody""",
        "FlowDeclaration": """FeatureDeclaration? ValuePart? ( 'of' PayloadFeatureMember )?
            ( 'from' FlowEndMember 'to' FlowEndMember )?
            | 'all'? FlowEndMember 'to' FlowEndMember""",
        # `@@` is defined and never used
        "MetaclassificationExpression": """MetadataArgumentMember
            ( ClassificationTestOperator TypeReferenceMember | '@@' TypeReferenceMember
            | MetaCastOperator TypeResultMember ) EmptyResultMember""",
        # `library package` without `standard` is in the library of the standard itself
        "LibraryPackage": "'standard'? 'library' PrefixMetadataMember* PackageDeclaration PackageBody",
    },
    "sysml": {
        # mentioned, not defined
        "FilterPackageImport": "ImportDeclaration",
        "CalculationUsageDeclaration": "ActionUsageDeclaration",
        "LibraryPackage": "'standard'? 'library' PrefixMetadataMember* PackageDeclaration PackageBody",
        "AnnotatingElement": "Comment | Documentation | TextualRepresentation | MetadataUsage",
        # a node is named after `action`
        "SendNode": """OccurrenceUsagePrefix ActionNodeUsageDeclaration? 'send'
            ( NodeParameterMember SenderReceiverPart? | SenderReceiverPart )? ActionBody""",
        # the body of an expression holds SysML, not KerML (clause 8.2.2.19)
        "ExpressionBody": "'{' CalculationBodyPart '}'",
        # `typed` is no word of SysML
        "MetadataUsageDeclaration": "( Identification DEFINED_BY )? OwnedFeatureTyping",
        # `assert` and `not` may be left out, as in the examples of the clause
        "SatisfyRequirementUsage": """OccurrenceUsagePrefix 'assert'? 'not'? 'satisfy'
            ( OwnedReferenceSubsetting FeatureSpecializationPart? | 'requirement' UsageDeclaration )
            ValuePart? ( 'by' SatisfactionSubjectMember )? RequirementBody""",
        # TargetSuccession begins with `then` already
        "EntryTransitionMember": """MemberPrefix ( GuardedTargetSuccession | TargetSuccession ) ';'""",
        # the dot between an end and its feature
        "FlowEndSubsetting": "QualifiedName '.' | FeatureChainPrefix",
        # ends of definitions are the point of `end`
        "OccurrenceUsagePrefix": """( EndUsagePrefix
            | BasicUsagePrefix 'individual'? PortionKind? ) UsageExtensionKeyword*""",
        # an enumeration of `;` has no values
        "EnumeratedValue": """UsageExtensionKeyword*
            ( 'enum' Usage | DeclaredUsage UsageCompletion | ValuePart UsageBody )
            | UsageExtensionKeyword+ UsageBody""",
        # in the list of definitions one is missing
        "DefinitionElement": """Package | LibraryPackage | AnnotatingElement | Dependency
            | AttributeDefinition | EnumerationDefinition | OccurrenceDefinition
            | IndividualDefinition | ItemDefinition | PartDefinition | ConnectionDefinition
            | FlowDefinition | InterfaceDefinition | AllocationDefinition | PortDefinition
            | ActionDefinition | CalculationDefinition | StateDefinition | ConstraintDefinition
            | RequirementDefinition | ConcernDefinition | CaseDefinition | AnalysisCaseDefinition
            | VerificationCaseDefinition | UseCaseDefinition | ViewDefinition
            | ViewpointDefinition | RenderingDefinition | MetadataDefinition
            | ExtendedDefinition""",
        "AnnotatingMember": "MemberPrefix AnnotatingElement",
        # a case is a calculation
        "CaseBodyItem": """ActionBodyItem | ReturnParameterMember | SubjectMember | ActorMember
            | ObjectiveMember""",
        # what is carried may be given by a value alone
        "PayloadFeature": """Identification? PayloadFeatureSpecializationPart ValuePart?
            | Identification? ValuePart | OwnedFeatureTyping OwnedMultiplicity?
            | OwnedMultiplicity OwnedFeatureTyping""",
        # nothing at all declares nothing
        "DefaultReferenceUsage": "'end'? RefPrefix DeclaredUsage ValuePart? UsageBody",
        "OwnedCrossFeature": "BasicUsagePrefix DeclaredUsage",
        "ForVariableDeclarationMember": "DeclaredUsage",
        "DeclaredUsage": _DECLARED,
    },
}
"""What the published text gets wrong, by production; the reference implementation agrees."""


class _Reader:
    """One right-hand side on its way to an expression."""

    def __init__(self, text: str) -> None:
        self._parts = [(m.lastgroup, m[0]) for m in _PART.finditer(text) if m.lastgroup]
        self._at = 0

    def expression(self) -> Expr:
        """The whole of it."""
        result = self._choice()
        assert self._at == len(self._parts), self._parts[self._at :]
        return result

    def _sign(self) -> str:
        return self._parts[self._at][1] if self._at < len(self._parts) else ""

    def _choice(self) -> Expr:
        options = [self._row()]
        while self._sign() == "|":
            self._at += 1
            options.append(self._row())
        return ("alt", tuple(options)) if len(options) > 1 else options[0]

    def _row(self) -> Expr:
        items: list[Expr] = []
        while self._at < len(self._parts) and self._sign() not in ("|", ")"):
            if self._sign() == "{":
                self._skip_action()
                continue
            item = self._item()
            while self._sign() in ("?", "*", "+"):
                item = (self._sign(), (item,))
                self._at += 1
            items.append(item)
        return items[0] if len(items) == 1 else ("seq", tuple(items))

    def _skip_action(self) -> None:
        depth = 0
        while True:
            depth += {"{": 1, "}": -1}.get(self._sign(), 0)
            self._at += 1
            if depth == 0:
                return

    def _item(self) -> Expr:
        kind, text = self._parts[self._at]
        self._at += 1
        if kind == "text":
            return ("text", text[1:-1])
        if text == "(":
            inner = self._choice()
            self._at += 1
            return inner
        if text == "~":
            return self._item()
        if text == "[":
            name = self._parts[self._at][1]
            self._at += 2
            return ("rule", name)
        if self._sign() in ("=", "+=", "?="):
            self._at += 1
            return self._item()
        return ("text", _CLASSES[text]) if text in _CLASSES else ("rule", text)


def _read(dialect: str) -> dict[str, Expr]:
    name = {"kerml": "KerML", "sysml": "SysML"}[dialect]
    text = (BNF / f"{name}-textual-bnf.kebnf").read_text(encoding="utf-8")
    text = re.sub(r"^//.*$", "", text, flags=re.M)
    heads = list(_HEAD.finditer(text))
    rules: dict[str, Expr] = {}
    for at, head in enumerate(heads):
        end = heads[at + 1].start() if at + 1 < len(heads) else len(text)
        body = ERRATA[dialect].get(head[1], text[head.end() : end])
        if head[1] not in _CLASSES and "#x" not in body and "\\" not in body:
            rules[head[1]] = _Reader(body).expression()
    extra = ERRATA[dialect].keys() - rules.keys()
    return rules | {name: _Reader(ERRATA[dialect][name]).expression() for name in sorted(extra)}


@dataclass
class Grammar:
    """The productions of one dialect; those of SysML go on where they use those of KerML."""

    rules: dict[str, Expr]
    costs: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.costs = self._costs()

    # ---- recognising

    def accepts(self, words: Sequence[str], start: str = "RootNamespace") -> bool:
        """Whether the words are a sentence."""
        return len(words) in _Match(self, words).ends(start)

    def used(self, words: Sequence[str], start: str = "RootNamespace") -> set[str]:
        """The productions that take part in some derivation of a sentence."""
        return _Match(self, words).used(start)

    # ---- writing

    def _costs(self) -> dict[str, int]:
        costs = dict.fromkeys(self.rules, 1000)
        changed = True
        while changed:
            changed = False
            for name, body in self.rules.items():
                cost = min(1000, self._cost(body, costs) + 1)
                if cost < costs[name]:
                    costs[name] = cost
                    changed = True
        return costs

    def _cost(self, expr: Expr, costs: dict[str, int]) -> int:
        kind, inner = expr
        if isinstance(inner, str):
            return 1 if kind == "text" else costs.get(inner, 1000)
        if kind == "seq":
            return sum(self._cost(each, costs) for each in inner)
        if kind == "alt":
            return min(self._cost(each, costs) for each in inner)
        return self._cost(inner[0], costs) if kind == "+" else 0

    def reachable(self, start: str = "RootNamespace") -> dict[str, tuple[str, ...]]:
        """Per production the way to it from the start, shortest first."""
        ways: dict[str, tuple[str, ...]] = {start: (start,)}
        order = [start]
        for name in order:
            for each in sorted(set(_mentions(self.rules[name]))):
                if each not in ways and each in self.rules:
                    ways[each] = (*ways[name], each)
                    order.append(each)
        return ways

    def sentence(self, way: tuple[str, ...], pick: random.Random, budget: int = 40) -> list[str]:
        """Words of a sentence whose derivation goes along a way; random where the way is free."""
        words: list[str] = []
        _Writer(self, pick, words, budget).rule(way[0], list(way[1:]))
        return words


def _mentions(expr: Expr) -> Iterator[str]:
    kind, inner = expr
    if isinstance(inner, str):
        if kind == "rule":
            yield inner
    else:
        for each in inner:
            yield from _mentions(each)


class _Writer:
    def __init__(
        self, grammar: Grammar, pick: random.Random, words: list[str], budget: int
    ) -> None:
        self.grammar, self.pick, self.words, self.budget = grammar, pick, words, budget

    def rule(self, name: str, way: list[str]) -> None:
        """Write what a production derives."""
        self.budget -= 1
        self._write(self.grammar.rules[name], way)

    def _write(self, expr: Expr, way: list[str]) -> bool:
        """Write an expression; whether it took the next step of the way."""
        kind, inner = expr
        if isinstance(inner, str):
            if kind == "text":
                self.words.append(inner)
                return False
            on_way = bool(way) and way[0] == inner
            self.rule(inner, way[1:] if on_way else [])
            return on_way
        towards = [each for each in inner if way and way[0] in _mentions(each)]
        if kind == "alt":
            return self._write(self._choose(towards or list(inner)), way)
        if kind == "seq":
            taken = False
            goal = self.pick.choice(towards) if towards else None
            for each in inner:
                taken |= self._write(each, way if each is goal else [])
            return taken
        least = 1 if kind == "+" or towards else 0
        most = 1 if kind == "?" else 2
        count = self.pick.randint(least, most) if self.budget > 0 else least
        for each in range(count):
            self._write(inner[0], way if towards and each == 0 else [])
        return bool(towards)

    def _choose(self, options: list[Expr]) -> Expr:
        if self.budget > 0:
            return self.pick.choice(options)
        return min(options, key=lambda each: self.grammar._cost(each, self.grammar.costs))


class _Match:
    """Which ends a production can have from which begins: a set per pair, grown until it is stable,
    so that left recursion needs no care."""

    def __init__(self, grammar: Grammar, words: Sequence[str]) -> None:
        self.rules, self.words = grammar.rules, words
        self.found: dict[tuple[str, int], frozenset[int]] = {}
        self.done: set[tuple[str, int]] = set()
        self.grew = True

    def ends(self, start: str, begin: int = 0) -> frozenset[int]:
        """Where what the start derives can end."""
        while self.grew:
            self.grew = False
            self.done.clear()
            self._rule(start, begin)
        return self.found.get((start, begin), frozenset())

    def _rule(self, name: str, begin: int) -> frozenset[int]:
        key = (name, begin)
        if key in self.done:
            return self.found.get(key, frozenset())
        self.done.add(key)
        known = self.found.get(key, frozenset())
        ends = self._expr(self.rules[name], begin) if name in self.rules else frozenset()
        if not ends <= known:
            self.found[key] = known | ends
            self.grew = True
        return self.found.get(key, frozenset())

    def _expr(self, expr: Expr, begin: int) -> frozenset[int]:
        kind, inner = expr
        if isinstance(inner, str):
            if kind == "rule":
                return self._rule(inner, begin)
            fits = begin < len(self.words) and self.words[begin] == inner
            return frozenset((begin + 1,)) if fits else frozenset()
        if kind == "alt":
            return frozenset().union(*(self._expr(each, begin) for each in inner))
        if kind == "seq":
            ends = frozenset((begin,))
            for each in inner:
                ends = frozenset().union(*(self._expr(each, end) for end in ends))
                if not ends:
                    break
            return ends
        first = self._expr(inner[0], begin)
        if kind == "?":
            return first | {begin}
        all_ends = fresh = first
        while fresh:
            fresh = frozenset().union(*(self._expr(inner[0], end) for end in fresh)) - all_ends
            all_ends |= fresh
        return all_ends if kind == "+" else all_ends | {begin}

    # ---- which productions take part

    def used(self, start: str) -> set[str]:
        """The productions in some derivation of all the words."""
        self.ends(start)
        self.spans: set[tuple[str, int, int]] = set()
        pending = [(start, 0, len(self.words))]
        while pending:
            name, begin, end = span = pending.pop()
            if span in self.spans or end not in self.found.get((name, begin), ()):
                continue
            self.spans.add(span)
            pending.extend(self._inside(self.rules[name], begin, end))
        return {name for name, _, _ in self.spans}

    def _inside(self, expr: Expr, begin: int, end: int) -> Iterator[tuple[str, int, int]]:
        kind, inner = expr
        if isinstance(inner, str):
            if kind == "rule":
                yield inner, begin, end
            return
        if kind == "alt" or kind == "?":
            for each in inner:
                if end in self._expr(each, begin):
                    yield from self._inside(each, begin, end)
            return
        if kind == "seq":
            yield from self._inside_row(inner, begin, end)
            return
        ends = sorted({begin} | self._expr(("*", inner), begin))
        for one in ends:
            for two in self._expr(inner[0], one):
                if end in self._expr(("*", inner), two):
                    yield from self._inside(inner[0], one, two)

    def _inside_row(
        self, row: tuple[Expr, ...], begin: int, end: int
    ) -> Iterator[tuple[str, int, int]]:
        ends = frozenset((begin,))
        for at, each in enumerate(row):
            following: set[int] = set()
            for one in ends:
                for two in self._expr(each, one):
                    if end in self._expr(("seq", row[at + 1 :]), two):
                        following.add(two)
                        yield from self._inside(each, one, two)
            ends = frozenset(following)


@cache
def grammar(dialect: str) -> Grammar:
    """The grammar of a dialect."""
    rules = _read("kerml")
    if dialect == "sysml":
        rules = rules | _read("sysml")
    return Grammar(rules)
