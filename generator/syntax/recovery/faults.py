"""Diagnostics for characters that are no token."""

from __future__ import annotations

import unicodedata

from generator.diagnostics import Diagnostic, Edit, Fix, Severity
from generator.source import SourceFile, Span
from generator.syntax.scanner import LexicalFault

__all__ = ["fault_diagnostic"]

_MEANT = {
    "\u2018": "'",
    "\u2019": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u2192": "->",
    "\u21d2": "=>",
    "\u2264": "<=",
    "\u2265": ">=",
    "\u2260": "!=",
    "\u2212": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u00d7": "*",
    "\u00b7": "*",
    "\u00f7": "/",
    "\u2026": "..",
    "\u00a0": " ",
    "\u3000": " ",
    "\uff1a": ":",
    "\uff1b": ";",
    "`": "'",
    "!": "not",
}
_DIRECTION = "syntax-reading-direction"


def fault_diagnostic(source: SourceFile, fault: LexicalFault) -> Diagnostic:
    """The diagnostic for a fault found by the scanner."""
    span = Span(source, fault.start, fault.end)
    message, hint, fix = _WORDS[fault.code](span)
    severity = Severity.WARNING if fault.code == _DIRECTION else Severity.ERROR
    return Diagnostic(fault.code, severity, message, span, hint=hint, fix=fix)


_Words = tuple[str, str | None, Fix | None]


def _unclosed_comment(span: Span) -> _Words:
    note = span.text.startswith("//")
    kind = "note" if note else "comment"
    return f"this {kind} is never closed", "write */ where it ends", None


def _unclosed_string(span: Span) -> _Words:
    fix = Fix("Close the text", (Edit(Span(span.source, span.end, span.end), '"'),))
    return "this text is never closed", 'write " at its end; a text stands on one line', fix


def _unclosed_name(span: Span) -> _Words:
    fix = Fix("Close the name", (Edit(Span(span.source, span.end, span.end), "'"),))
    return "this name is never closed", "write ' at its end; for a text use double quotes", fix


def _foreign_letters(span: Span) -> _Words:
    fix = Fix("Put the name in quotes", (Edit(span, f"'{span.text}'"),))
    return (
        f"the name {span.text} needs quotes",
        "a name without quotes has letters a to z, digits and _ only",
        fix,
    )


def _code_points(span: Span) -> str:
    return " ".join(f"U+{ord(each):04X}" for each in span.text[:4])


def _invisible(span: Span) -> _Words:
    message = f"characters that cannot be seen stand here ({_code_points(span)})"
    return message, "remove them", Fix("Remove them", (Edit(span, ""),))


def _direction(span: Span) -> _Words:
    message = f"characters that change the reading direction stand here ({_code_points(span)})"
    hint = "they can make a model look other than it is"
    return message, hint, Fix("Remove them", (Edit(span, ""),))


def _unexpected(span: Span) -> _Words:
    first = span.text[0]
    meant = _MEANT.get(first)
    name = unicodedata.name(first, f"U+{ord(first):04X}").lower()
    shown = first if first.isprintable() and not first.isspace() else name
    message = f"the character {shown} has no meaning here"
    if meant is None:
        return message, "text with any characters goes in quotes or in a comment", None
    hint = f"write {meant}" if meant != " " else "use an ordinary space"
    if len(span.text) > 1:
        return message, hint, None
    follows = span.source.text[span.end : span.end + 1]
    written = f"{meant} " if meant.isalpha() and not follows.isspace() else meant
    return message, hint, Fix(f"Replace it by {meant}", (Edit(span, written),))


def _typographic(span: Span) -> _Words:
    inner = span.text[1:-1]
    if span.text[0] in "\u201c\u201d\u201e":
        fix, hint = f'"{inner}"', 'a text stands between " and "'
    elif inner.isidentifier() and inner.isascii():
        fix, hint = inner, "this name needs no quotes"
    else:
        fix, hint = f"'{inner}'", "a name stands between ' and '"
    message = f"the quotes of {span.text} are not those of the notation"
    return message, hint, Fix(f"Write {fix}", (Edit(span, fix),))


def _guillemets(span: Span) -> _Words:
    name = span.text[1:-1].strip()
    message = f"a stereotype {span.text} is not SysML v2; write '#{name}' or a keyword"
    hint = f"declare it with 'metadata def {name};'"
    return message, hint, Fix("Remove it", (Edit(span, ""),))


_WORDS = {
    "syntax-typographic-quotes": _typographic,
    "syntax-guillemets": _guillemets,
    "syntax-unclosed-comment": _unclosed_comment,
    "syntax-unclosed-string": _unclosed_string,
    "syntax-unclosed-name": _unclosed_name,
    "syntax-foreign-letters": _foreign_letters,
    "syntax-invisible-character": _invisible,
    _DIRECTION: _direction,
    "syntax-unexpected-character": _unexpected,
}
