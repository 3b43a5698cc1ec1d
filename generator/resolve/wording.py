"""What to call elements in messages about names.

Must not know how names are looked up.
"""

from __future__ import annotations

from generator import ir
from generator.diagnostics import Diagnostic, Related, Severity
from generator.resolve.symbols import Symbol
from generator.source import Span

__all__ = ["described", "in_words", "wrong_kind"]

_UNNAMED = "unnamed element"
_WORDS: tuple[tuple[type[ir.Element], str], ...] = (
    (ir.Feature, "a feature"),
    (ir.Classifier, "a definition"),
    (ir.Type, "a definition or a feature"),
    (ir.Namespace, "a namespace"),
    (ir.Element, "an element"),
)


def in_words(kind: type[ir.Element]) -> str:
    """A metaclass in words: `an attribute definition`."""
    stem = kind.__name__.removesuffix("Usage").removesuffix("As")
    words = "".join(f" {each.lower()}" if each.isupper() else each for each in stem).strip()
    return ("an " if words[0] in "aeiou" else "a ") + words


def described(symbol: Symbol) -> str:
    """An element by its name in quotes; one without a name by its metaclass and line."""
    label = symbol.label()
    if label != _UNNAMED:
        return f"`{label}`"
    return f"the {in_words(symbol.kind).split(' ', 1)[1]} in line {symbol.span().line}"


def wrong_kind(name: str, found: Symbol, kind: type[ir.Element], span: Span) -> Diagnostic:
    """The report of a name that stands for something which cannot be meant in its place."""
    wanted = next(words for each, words in _WORDS if issubclass(kind, each))
    is_typing = issubclass(kind, ir.Feature) and not found.is_feature() and found.is_type()
    return Diagnostic(
        "unresolved-name",
        Severity.ERROR,
        f"`{name}` is {in_words(found.kind)}; {wanted} is needed here",
        span,
        related=(Related(f"`{name}` is declared here", found.name_span()),),
        hint=f"to give a feature this type, write `: {name}`" if is_typing else None,
    )
