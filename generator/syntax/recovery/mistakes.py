"""Mistakes that people make, each recognised at the token that does not fit, mended and explained.

Each function looks at the place, and when it knows the mistake reports it, mends the state of the
parse and returns True. They are tried in the order of `MISTAKES`.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.syntax.recovery.behaviors import (
    assignment,
    bound_value,
    constructor,
    loop_while,
    parameter_list,
    return_expression,
)
from generator.syntax.recovery.declarations import (
    alone_definition,
    borrowed_pair,
    borrowed_prefix,
    late_modifier,
    moved_definition,
    qualified_declaration,
    qualified_package,
    quoted_name,
    sized_first,
    spelt_name,
    stereotype,
    typed_first,
    visibility_section,
)
from generator.syntax.recovery.desk import Desk
from generator.syntax.recovery.expressions import (
    bare_multiplicity,
    bare_unit,
    comparison_value,
    condition_words,
    decimal_comma,
    doubled_sign,
    list_value,
    result_end,
    step_sign,
    trailing_comma,
)
from generator.syntax.recovery.messages import quoted
from generator.syntax.recovery.successions import (
    arrow_member,
    body_without_braces,
    call_statement,
    event_first,
    first_state,
    guard_or_effect,
    joining_word,
    lone_else,
    program_loop,
    unfinished_transition,
)
from generator.syntax.recovery.texts import (
    comment_inside,
    doc_string,
    doc_without_comment,
    foreign_import,
    foreign_note,
    import_path,
    listed_metadata,
    listed_values,
    prose,
    text_after_name,
)
from generator.syntax.words import instead_of

__all__ = ["KERNEL_MISTAKES", "MISTAKES"]


_REFERRING = (":", ":>", ":>>", "::", "::>", "~", "by", "of", "to", "from", "subsets")
_LITERALS = ("STRING", "INTEGER", "REAL", "true", "false")


_SYMBOLS = {
    ".": ("::", "the parts of a name are joined by '::'"),
    "=": (":=", "an assignment is written ':='"),
    "==": ("=", "a value is given with '='"),
    "->": ("to", "what is connected is joined by 'to'"),
    "=>": ("to", "what is connected is joined by 'to'"),
    ",": (";", "members end with ';'"),
    ":": ("=", None),
    "&": ("and", None),
    "|": ("or", None),
    "as": (":", "a type is given with ':'"),
    ":=": ("=", None),
    "++": ("+", None),
}


def _wrong_symbol(desk: Desk) -> bool:
    """`import A.B`, `assign x = 1`, `connect a -> b`, `enum def E { a, b }`."""
    at = desk.at
    text = desk.word(at)
    if text not in _SYMBOLS or desk.is_kind(at, "STRING", "NAME"):
        return False
    meant, hint = _SYMBOLS[text]
    if not desk.fits_from(meant, start=at + 1, count=1):
        return False
    if text != "," or desk.once("syntax-wrong-symbol", desk.opener):
        desk.report_token(
            "syntax-wrong-symbol",
            f"'{meant}' is meant where '{text}' stands",
            at,
            hint,
            (f"Write '{meant}'", meant),
        )
    desk.replace(at, meant)
    return True


def _not_equal_words(desk: Desk) -> bool:
    """`attribute x : "text"`: a value after a colon."""
    at = desk.at
    if not desk.is_kind(at, *_LITERALS):
        return False
    if not desk.is_kind(at - 1, ":") or not desk.unshift():
        return False
    if not desk.fits("="):
        return False
    desk.report_token(
        "syntax-wrong-symbol",
        "a type stands after ':'; a value is given with '='",
        at - 1,
        fix=("Write '='", "="),
    )
    desk.replace(at - 1, "=")
    return True


def _keyword_as_name(desk: Desk) -> bool:
    """`part end;`."""
    at = desk.at
    if not desk.is_keyword(at) or not desk.fits("NAME"):
        return False
    if not desk.fits_from("NAME", start=at + 1, count=1):
        return False
    if desk.starts_line(at) and not desk.is_kind(at + 1, ";", ":", "{", "=", ":>", "["):
        return False
    word = desk.word(at)
    desk.report_token(
        "syntax-keyword-as-name",
        f"'{word}' is a keyword and cannot be a name as it is",
        at,
        f"write the name in quotes: '{word}'",
        ("Put the name in quotes", f"'{word}'"),
    )
    desk.replace(at, "NAME")
    if desk.is_kind(at - 1, *_REFERRING):
        desk.blank(at)
    return True


def _unknown_keyword(desk: Desk) -> bool:
    """`block X {`, `prat def X`, `requirement def` misspelt."""
    at = desk.at
    if not desk.is_kind(at - 1, "NAME") or not desk.is_kind(at, "NAME", "def"):
        return False
    word = desk.word(at - 1)
    meant = instead_of(word)
    if meant is None or meant == ":>" or not desk.same_line(at - 1, at):
        return False
    if not desk.unshift():
        return False
    words = meant.split()
    if desk.is_kind(at, "def") and words[-1] == "def":
        words.pop()
    if not desk.fits_from(*words, start=at, count=1):
        desk.skip_to(at - 1)
        desk.driver.at = at - 1
        return _give_up(desk, word, meant)
    desk.report_token(
        "syntax-unknown-keyword",
        f"{quoted(word)} is not a word of SysML; write '{meant}'",
        at - 1,
        fix=(f"Write '{meant}'", " ".join(words)),
    )
    desk.replace(at - 1, words[0])
    if len(words) > 1:
        desk.driver.at = at
        desk.insert(*words[1:])
        desk.driver.at = at - 1
    return True


def _give_up(desk: Desk, word: str, meant: str) -> bool:
    desk.report_token(
        "syntax-unknown-keyword",
        f"{quoted(word)} is not a word of SysML; '{meant}' may be meant",
        desk.at,
    )
    desk.skip_to(desk.at + 1)
    return True


def _extends(desk: Desk) -> bool:
    """`part def A extends B`."""
    at = desk.at
    if not desk.is_kind(at, "NAME") or instead_of(desk.word(at)) != ":>":
        return False
    if not desk.fits_from(":>", start=at + 1, count=1):
        return False
    desk.report_token(
        "syntax-unknown-keyword",
        f"'{desk.word(at)}' is not a word of SysML; write ':>' or 'specializes'",
        at,
        fix=("Write ':>'", ":>"),
    )
    desk.replace(at, ":>")
    return True


def _missing_colon(desk: Desk) -> bool:
    """`attribute x String;`."""
    at = desk.at
    if not (
        desk.is_kind(at, "NAME") and desk.is_kind(at - 1, "NAME") and desk.same_line(at - 1, at)
    ):
        return False
    if not desk.is_keyword(at - 2) or not desk.fits(":", and_then=2):
        return False
    desk.report_after(
        "syntax-missing-colon",
        f"':' is missing between the name {quoted(desk.word(at - 1))} and the type "
        f"{quoted(desk.word(at))}",
        at - 1,
        fix=("Insert ':'", " :"),
    )
    desk.insert(":")
    return True


def _stray_words(desk: Desk) -> bool:
    """Words alone on their lines, such as come along with a copied text."""
    at = desk.at
    first = at - 1
    if not (_stands_alone(desk, first) and desk.starts_line(at)) or _in_enumeration(desk):
        return False
    end = at
    while _stands_alone(desk, end):
        end += 1
    if not desk.unshift():
        return False
    count = end - first
    shown = quoted(desk.word(first))
    desk.report(
        "syntax-stray-words",
        f"{shown} and the words after it are no members" if count > 1 else f"{shown} is no member",
        desk.tokens.starts[first],
        desk.tokens.ends[end - 1],
        "a member begins with a keyword and ends with ';' or a body; for a note write // …",
    )
    desk.skip_to(end)
    return True


def _stands_alone(desk: Desk, index: int) -> bool:
    return (
        desk.is_kind(index, "NAME")
        and desk.starts_line(index)
        and not desk.same_line(index, index + 1)
    )


def _in_enumeration(desk: Desk) -> bool:
    opener = desk.opener
    begin = desk.statement(opener) if opener >= 0 else 0
    return any(desk.is_kind(each, "enum") for each in range(begin, max(opener, begin)))


def _no_keyword(desk: Desk) -> bool:
    """`what is this;`: a member begins with a word that says nothing."""
    at = desk.at
    if not (desk.is_kind(at, "NAME") and desk.is_kind(at - 1, "NAME")):
        return False
    if desk.statement(at) != at - 1 or not desk.same_line(at - 1, at) or _in_enumeration(desk):
        return False
    if not desk.unshift():
        return False
    word = quoted(desk.word(at - 1))
    desk.report_token(
        "syntax-unknown-keyword",
        f"{word} is not a word of SysML and cannot begin a member that has another name",
        at - 1,
        "a member begins with a keyword such as 'part', 'attribute' or 'action'",
    )
    desk.replace(at - 1, "ref")
    return True


MISTAKES: tuple[Callable[[Desk], bool], ...] = (
    qualified_package,
    doc_string,
    doc_without_comment,
    foreign_note,
    foreign_import,
    import_path,
    listed_values,
    listed_metadata,
    comment_inside,
    visibility_section,
    stereotype,
    late_modifier,
    moved_definition,
    alone_definition,
    borrowed_pair,
    borrowed_prefix,
    sized_first,
    _extends,
    spelt_name,
    quoted_name,
    loop_while,
    program_loop,
    lone_else,
    doubled_sign,
    step_sign,
    condition_words,
    bare_unit,
    decimal_comma,
    trailing_comma,
    comparison_value,
    call_statement,
    result_end,
    list_value,
    bare_multiplicity,
    event_first,
    first_state,
    arrow_member,
    guard_or_effect,
    joining_word,
    unfinished_transition,
    body_without_braces,
    _not_equal_words,
    assignment,
    bound_value,
    constructor,
    typed_first,
    prose,
    text_after_name,
    _stray_words,
    _unknown_keyword,
    _no_keyword,
    _wrong_symbol,
    _keyword_as_name,
    _missing_colon,
    qualified_declaration,
    parameter_list,
    return_expression,
)

KERNEL_MISTAKES = (
    qualified_package,
    doc_string,
    comment_inside,
    _not_equal_words,
    _stray_words,
    _extends,
    _wrong_symbol,
    _keyword_as_name,
    _missing_colon,
    qualified_declaration,
)
"""Those that KerML shares."""
