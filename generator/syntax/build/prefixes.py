"""Prefixes: `abstract`, `in`, `ref`, `individual`, `#x` … before a keyword.

The grammar takes these words in any order before anything; here they are asked for the order of
the standard and for an element they fit (SysML 2.0, clauses 8.2.2.6 and 8.2.2.9).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.syntax import ast
from generator.syntax.ast import Element, PrefixMetadataUsage
from generator.syntax.build.kinds import describe
from generator.syntax.build.parts import Prefix, Word

if TYPE_CHECKING:
    from generator.syntax.build.core import Core

__all__ = [
    "END_CROSSED",
    "END_KEYWORD",
    "END_REFERENCE",
    "apply_prefix",
    "apply_words",
    "check_cross",
    "check_end",
    "check_lead",
]

_CROSS = frozenset(
    ("in", "out", "inout", "derived", "abstract", "variation", "constant", "ref", "composite",
     "portion", "var", "const")
)
END_KEYWORD: frozenset[str] = frozenset()
"""The words between `end` and a keyword, besides `#metadata`."""
END_CROSSED = frozenset({"ref"})
"""The words between a cross feature and a declaration without a keyword."""
END_REFERENCE = END_CROSSED | {
    "in", "out", "inout", "derived", "abstract", "variation", "constant"
}
"""The words between `end` and a declaration without a keyword."""

_RANK = {
    word: rank
    for rank, words in enumerate(
        (
            ("in", "out", "inout"),
            ("derived",),
            ("abstract", "variation"),
            ("constant", "composite", "portion"),
            ("ref", "var", "const"),
            ("individual",),
            ("snapshot", "timeslice"),
        )
    )
    for word in words
}
_ORDER = (
    "the order is: in, out or inout; derived; abstract or variation; constant; ref; individual; "
    "snapshot or timeslice; #metadata"
)
_CLASSIFIER = frozenset({"abstract", "variation"})
_OCCURRENCE = _CLASSIFIER | {"individual"}
_ANY = frozenset(_RANK)
_PLAIN_USAGE = _ANY - {"individual", "snapshot", "timeslice"}
_FEATURE = frozenset(
    {"in", "out", "inout", "derived", "abstract", "composite", "portion", "var", "const"}
)
_NONE: frozenset[str] = frozenset()
_NOT_OCCURRENCES = (ast.AttributeUsage, ast.BindingConnectorAsUsage, ast.SuccessionAsUsage)


def _allowed(element: Element) -> frozenset[str]:
    if isinstance(element, ast.MetadataUsage):
        return _NONE
    if isinstance(element, ast.Feature):
        return _FEATURE
    if isinstance(element, ast.Classifier):
        return frozenset({"abstract"})
    if isinstance(element, ast.ControlNode):
        return _ANY - {"ref"}
    if isinstance(element, ast.Usage):
        return _PLAIN_USAGE if isinstance(element, _NOT_OCCURRENCES) else _ANY
    if isinstance(element, ast.MetadataDefinition):
        return frozenset({"abstract"})
    if isinstance(element, ast.EnumerationDefinition):
        return _NONE
    if isinstance(element, ast.Definition):
        plain = isinstance(element, ast.AttributeDefinition | ast.PortDefinition)
        return _CLASSIFIER if plain else _OCCURRENCE
    return _NONE


def apply_prefix(builder: Core, element: Element, prefix: Prefix | None) -> None:
    """Put the words of a prefix on an element; report those that do not belong there."""
    if prefix is None:
        return
    if prefix.end is not None:
        if isinstance(element, ast.Usage) and not isinstance(
            element, ast.MetadataUsage | ast.ControlNode
        ):
            element.is_end = True
            element.cross_feature = prefix.cross
        else:
            _misplaced(builder, element, "end", prefix.end)
    apply_words(builder, element, prefix.words)


def apply_words(builder: Core, element: Element, words: list[Word]) -> None:
    """Put words on an element; report those that do not belong there or come too late."""
    metadata: list[PrefixMetadataUsage] = []
    allowed = _allowed(element)
    rank = -1
    for token in words:
        if isinstance(token, PrefixMetadataUsage):
            metadata.append(token)
            continue
        word = builder.text(token)
        if word not in allowed:
            _misplaced(builder, element, word, token)
        elif _RANK[word] <= rank or metadata:
            _too_late(builder, word, token, is_second=_RANK[word] == rank and not metadata)
        else:
            rank = _RANK[word]
        if isinstance(element, ast.Type):
            _set(element, word)
    element.prefix_metadata = tuple(metadata)


def check_end(builder: Core, words: list[Word], allowed: frozenset[str]) -> None:
    """Report words that cannot stand after `end`, and `ref` or `#metadata` beside another word."""
    said = [each for each in words if isinstance(each, int)]
    for each in said:
        word = builder.text(each)
        if word not in allowed or (word == "ref" and len(words) > 1 and allowed is not _CROSS):
            start, end = builder.tokens.starts[each], builder.tokens.ends[each]
            hint = "an end is written 'end part x', 'end x : T', 'end ref x' or 'end [1] part x'"
            message = f"'{word}' cannot stand after 'end' here"
            builder.report("syntax-misplaced-modifier", message, start, end, hint)
            return
    if said and len(said) < len(words):
        _report_metadata(builder, words)


def check_cross(builder: Core, words: list[Word]) -> None:
    """Report `#metadata` and words of occurrences before a cross feature."""
    if any(not isinstance(each, int) for each in words):
        _report_metadata(builder, words)
    check_end(builder, [each for each in words if isinstance(each, int)], _CROSS)


def check_lead(builder: Core, words: list[Word]) -> None:
    """Report words before `end` in KerML, but for `const`."""
    for each in words:
        if not isinstance(each, int) or builder.text(each) != "const":
            start = each.start if not isinstance(each, int) else builder.tokens.starts[each]
            end = each.end if not isinstance(each, int) else builder.tokens.ends[each]
            message = f"'{builder.tokens.text[start:end]}' cannot stand before 'end'"
            builder.report("syntax-modifier-order", message, start, end, "only 'const' can")
            return


def _report_metadata(builder: Core, words: list[Word]) -> None:
    (one, *_) = (each for each in words if not isinstance(each, int))
    builder.report(
        "syntax-modifier-order",
        "'#' metadata of an end stands right before its keyword or its name",
        one.start,
        one.end,
        "write end [1] #m part x;",
    )


def _too_late(builder: Core, word: str, token: int, is_second: bool) -> None:
    start, end = builder.tokens.starts[token], builder.tokens.ends[token]
    if is_second:
        message = f"'{word}' cannot follow another word of its kind"
        hint = "for both directions write 'inout'" if _RANK[word] == 0 else "keep one of them"
    else:
        message, hint = f"'{word}' comes too late", _ORDER
    builder.report("syntax-modifier-order", message, start, end, hint)


def _misplaced(builder: Core, element: Element, word: str, token: int) -> None:
    start, end = builder.tokens.starts[token], builder.tokens.ends[token]
    message = f"'{word}' cannot be said of {describe(element)}"
    hint = "a direction belongs to a usage" if _RANK.get(word) == 0 else "leave it out"
    builder.report("syntax-misplaced-modifier", message, start, end, hint)


def _set(element: ast.Type, word: str) -> None:
    if word == "abstract":
        element.is_abstract = True
    elif word == "variation":
        element.is_variation = True
    elif word == "individual":
        element.is_individual = True
    elif isinstance(element, ast.Usage):
        if word in ("in", "out", "inout"):
            element.direction = word
        elif word == "derived":
            element.is_derived = True
        elif word in ("constant", "const"):
            element.is_constant = True
        elif word == "ref":
            element.is_reference = True
        elif isinstance(element, ast.Feature):
            _set_kernel(element, word)
        else:
            element.portion_kind = word


def _set_kernel(element: ast.Feature, word: str) -> None:
    if word == "composite":
        element.is_composite = True
    elif word == "portion":
        element.is_portion = True
    elif word == "var":
        element.is_variable = True
