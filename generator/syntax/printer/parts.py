"""Printing of what members are made of: prefixes, declarations, bodies."""

from __future__ import annotations

from itertools import groupby

from generator.syntax import ast
from generator.syntax.ast import Element, Expression, Specialization, Usage
from generator.syntax.build.expressions import PRECEDENCE
from generator.syntax.printer.expressions import level_of
from generator.syntax.printer.paper import Mark, Piece, name_text, reference_text

__all__ = [
    "block",
    "body",
    "connector_end",
    "declaration",
    "identification",
    "multiplicity",
    "prefix",
    "reference_or_declaration",
    "value",
    "wrapped",
]

_SYMBOLS: dict[type[Specialization], str] = {
    ast.Subclassification: ":>",
    ast.FeatureTyping: ":",
    ast.Subsetting: ":>",
    ast.Redefinition: ":>>",
    ast.ReferenceSubsetting: "::>",
    ast.CrossSubsetting: "=>",
    ast.Conjugation: "~",
    ast.Disjoining: "disjoint from",
    ast.Unioning: "unions",
    ast.Intersecting: "intersects",
    ast.Differencing: "differences",
    ast.FeatureChaining: "chains",
    ast.FeatureInverting: "inverse of",
    ast.TypeFeaturing: "featured by",
}
_LISTED = (
    ast.Subclassification,
    ast.FeatureTyping,
    ast.Subsetting,
    ast.Redefinition,
    ast.Disjoining,
    ast.Unioning,
    ast.Intersecting,
    ast.Differencing,
    ast.TypeFeaturing,
)
_AFTER_ALL = (
    ast.Conjugation,
    ast.Disjoining,
    ast.Unioning,
    ast.Intersecting,
    ast.Differencing,
    ast.FeatureChaining,
    ast.FeatureInverting,
    ast.TypeFeaturing,
)
"""Relations of KerML that stand behind the multiplicity."""


def wrapped(node: Expression | None, least: int) -> list[Piece]:
    """An expression, in parentheses where it holds together less tightly than is needed."""
    if node is None:
        return []
    return [node] if level_of(node) >= least else ["(", node, ")"]


def identification(element: Element) -> list[str]:
    """`<s> n`."""
    words = []
    if element.declared_short_name is not None:
        words.append(f"<{name_text(element.declared_short_name)}>")
    if element.declared_name is not None:
        words.append(name_text(element.declared_name))
    return words


def _relations(relations: tuple[Specialization, ...]) -> list[str]:
    words = []
    for kind, group in groupby(relations, type):
        targets = [
            ("~" if isinstance(each, ast.FeatureTyping) and each.is_conjugated else "")
            + reference_text(each.target)
            for each in group
        ]
        if kind in _LISTED:
            words.append(f"{_SYMBOLS[kind]} {', '.join(targets)}")
        else:
            words += [f"{_SYMBOLS[kind]} {target}" for target in targets]
    return words


def multiplicity(node: ast.MultiplicityRange | None) -> list[Piece]:
    """`[0..1]`."""
    if node is None:
        return []
    level = PRECEDENCE[".."]
    if node.lower is None:
        return ["[", *wrapped(node.upper, level + 1), "]"]
    return ["[", *wrapped(node.lower, level), "..", *wrapped(node.upper, level + 1), "]"]


def declaration(element: ast.Type, *, skip: int = 0) -> list[Piece]:
    """Names, relations and multiplicity, each with a space before it."""
    relations = element.specializations[skip:]
    late = (at for at, each in enumerate(relations) if isinstance(each, _AFTER_ALL))
    before = relations[: next(late, len(relations))]
    pieces: list[Piece] = []
    for word in identification(element) + _relations(before):
        pieces += [" ", word]
    if isinstance(element, Usage):
        if element.multiplicity is not None:
            pieces += [" ", *multiplicity(element.multiplicity)]
        pieces += [" ", "ordered"] if element.is_ordered else []
        pieces += [" ", "nonunique"] if element.is_nonunique else []
    for word in _relations(relations[len(before) :]):
        pieces += [" ", word]
    return pieces


def reference_or_declaration(element: Usage, keyword: str) -> list[Piece]:
    """`a.b` when the usage begins with a reference, else its keyword and declaration."""
    first = element.specializations[:1]
    if not identification(element) and first and isinstance(first[0], ast.ReferenceSubsetting):
        return [" ", reference_text(first[0].target), *declaration(element, skip=1)]
    return [f" {keyword}" if keyword else "", *declaration(element)]


def value(element: Usage) -> list[Piece]:
    """`= v`."""
    node = element.value
    if node is None:
        return []
    sign = {
        (False, False): "=",
        (True, False): ":=",
        (False, True): "default =",
        (True, True): "default :=",
    }[(node.is_initial, node.is_default)]
    return [f" {sign} ", node.value]


def _words(element: ast.Type) -> list[str]:
    words = []
    if isinstance(element, Usage):
        words += [element.direction] if element.direction else []
        words += ["derived"] if element.is_derived else []
    words += ["abstract"] if element.is_abstract else []
    words += ["variation"] if element.is_variation else []
    if isinstance(element, ast.Feature):
        words += ["composite"] if element.is_composite else []
        words += ["portion"] if element.is_portion else []
        words += ["var"] if element.is_variable else []
        words += ["const"] if element.is_constant and not element.is_end else []
    elif isinstance(element, Usage):
        words += ["constant"] if element.is_constant else []
        words += ["ref"] if element.is_reference else []
    words += ["individual"] if element.is_individual else []
    if isinstance(element, Usage) and element.portion_kind:
        words.append(element.portion_kind)
    return words


def prefix(element: Element) -> list[Piece]:
    """Everything before the keyword, each word with a space after it."""
    pieces: list[Piece] = []
    if isinstance(element, Usage) and element.is_end:
        is_const = isinstance(element, ast.Feature) and element.is_constant
        pieces.append("const end " if is_const else "end ")
        if element.cross_feature is not None:
            cross = element.cross_feature
            pieces += [f"{word} " for word in _words(cross)]
            is_all = isinstance(cross, ast.Feature) and cross.is_sufficient
            pieces += [*(["all "] if is_all else []), *declaration(cross)[1:], " "]
    if isinstance(element, ast.Type):
        pieces += [f"{word} " for word in _words(element)]
    pieces += [f"#{reference_text(each.type)} " for each in element.prefix_metadata]
    return pieces


def block(element: Element) -> list[Piece]:
    """Members in braces."""
    if not element.members:
        return ["{}"]
    pieces: list[Piece] = ["{", Mark.IN]
    previous: Element | None = None
    for each in element.members:
        pieces.append(" " if _continues(previous) else Mark.LINE)
        pieces.append(each)
        previous = each
    return [*pieces, Mark.OUT, Mark.LINE, "}"]


def _continues(previous: Element | None) -> bool:
    """Whether the next member stands on the line of this one: `then` before `action a`."""
    return (
        isinstance(previous, ast.SuccessionAsUsage)
        and previous.source is not None
        and previous.target is not None
        and previous.source.reference is None
        and previous.target.reference is None
    )


def body(element: Element) -> list[Piece]:
    """`;` or members in braces."""
    if isinstance(element, ast.Type) and element.is_parallel:
        return [" parallel ", *block(element)]
    return [" ", *block(element)] if element.members else [";"]


def connector_end(node: ast.ConnectorEnd) -> list[Piece]:
    """`[1] x ::> a.b`."""
    pieces: list[Piece] = []
    if node.multiplicity is not None:
        pieces += [*multiplicity(node.multiplicity), " "]
    if node.declared_name is not None:
        pieces.append(f"{name_text(node.declared_name)} ::> ")
    return [*pieces, reference_text(node.reference)]
