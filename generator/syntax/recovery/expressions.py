"""Mistakes in expressions and multiplicities: signs of programs, units, ranges; see `mistakes`."""

from __future__ import annotations

from generator.syntax.recovery.desk import Desk
from generator.syntax.recovery.rewrite import Part, rewrite

__all__ = [
    "bare_multiplicity",
    "bare_unit",
    "comparison_value",
    "condition_words",
    "decimal_comma",
    "doubled_sign",
    "list_value",
    "result_end",
    "step_sign",
    "trailing_comma",
]

_DOUBLED = {"&&": "and", "||": "or", "<>": "!=", "=<": "<=", "===": "==", "=>": ">="}
_NUMBERS = ("INTEGER", "REAL")


def doubled_sign(desk: Desk) -> bool:
    """`a && b`, `a || b`, `a <> b`, `a =< b`, `a => b`."""
    at = desk.at
    for begin, end in ((at - 1, at + 1), (at, at + 2), (at - 1, at), (at, at + 1)):
        if begin < 0 or end >= len(desk.tokens.types):
            continue
        said = desk.tokens.text[desk.tokens.starts[begin] : desk.tokens.ends[end - 1]]
        meant = _DOUBLED.get(said)
        if meant is None:
            continue
        message = f"'{meant}' is meant where '{said}' stands"
        if rewrite(desk, begin, end, [meant], "syntax-wrong-symbol", message, and_then=1):
            return True
    return False


def condition_words(desk: Desk) -> bool:
    """`if c then a else b`, `c ? a : b`."""
    at = desk.at
    if desk.is_kind(at, "then"):
        message = "after the condition of a value stands '?'"
        hint = "write if condition ? value else other value"
        return rewrite(desk, at, at + 1, ["?"], "syntax-condition", message, hint, and_then=1)
    if not desk.is_kind(at, "?"):
        return False
    begin = at
    while begin > 0 and not desk.is_kind(begin - 1, "=", ":=", "(", ",", "{", "}", ";", "default"):
        begin -= 1
    colon = at
    while not desk.is_kind(colon, ":", ";", "}", "$END"):
        colon += 1
    if not desk.is_kind(colon, ":"):
        return False
    parts: list[Part] = ["if", *range(begin, colon), "else"]
    message = "a condition is written 'if c ? a else b'"
    return rewrite(desk, begin, colon + 1, parts, "syntax-condition", message, and_then=1)


def bare_unit(desk: Desk) -> bool:
    """`5 kg`, `5(kg)`."""
    at = desk.at
    if not desk.is_kind(at - 1, *_NUMBERS) or not desk.is_kind(at, "NAME", "("):
        return False
    wrapped = desk.is_kind(at, "(")
    end = at + 1
    while wrapped and not desk.is_kind(end, ")", ";", "{", "}", "$END"):
        end += 1
    inner = range(at + 1, end) if wrapped else range(at, at + 1)
    end += wrapped
    message = "a unit stands in brackets behind the number"
    parts: list[Part] = ["[", *inner, "]"]
    return rewrite(desk, at, end, parts, "syntax-unit", message, "write 5 [kg]", and_then=1)


def decimal_comma(desk: Desk) -> bool:
    """`attribute m = 1,5;`."""
    at = desk.at
    if not (desk.is_kind(at, ",") and desk.is_kind(at - 1, "INTEGER")):
        return False
    if not desk.is_kind(at + 1, "INTEGER"):
        return False
    text = f"{desk.word(at - 1)}.{desk.word(at + 1)}"
    message = "a fraction is written with a point"
    code = "syntax-decimal-comma"
    return rewrite(desk, at - 1, at + 2, [at - 1], code, message, texts={0: text}, and_then=1)


def trailing_comma(desk: Desk) -> bool:
    """`f(a, b,)`, `part x : A, ;`."""
    at = desk.at
    if not desk.is_kind(at - 1, ",") or not desk.is_kind(at, ")", "]", ";", "{", "}"):
        return False
    message = "there is nothing behind this ','"
    code = "syntax-trailing-comma"
    return rewrite(desk, at - 1, at, [], code, message, says="Remove ','", and_then=1)


def result_end(desk: Desk) -> bool:
    """`calc def F { in x; x + 1; }`."""
    at = desk.at
    if not (desk.is_kind(at, ";") and desk.is_kind(at + 1, "}") and desk.fits("}")):
        return False
    if desk.is_between_members:
        return False
    message = "the expression that is the result ends without ';'"
    return rewrite(desk, at, at + 1, [], "syntax-result-end", message, says="Remove ';'")


def comparison_value(desk: Desk) -> bool:
    """`constraint { a = 1 }`."""
    at = desk.at
    opener = desk.opener
    if not desk.is_kind(at, "}") or opener < 0 or desk.fits("}"):
        return False
    head = range(desk.statement(opener), opener)
    if not any(desk.is_kind(each, "constraint", "assert", "require", "assume") for each in head):
        return False
    begin = desk.statement(at)
    sign = next((each for each in range(begin, at) if desk.is_kind(each, "=")), -1)
    if sign < 0:
        return False
    parts: list[Part] = [*range(begin, sign), "==", *range(sign + 1, at)]
    message = "'=' gives a value; two values are compared with '=='"
    return rewrite(desk, begin, at, parts, "syntax-wrong-symbol", message, and_then=1)


def step_sign(desk: Desk) -> bool:
    """`a++;`, `a += 1;`."""
    at = desk.at
    begin = desk.statement(at)
    if not desk.is_kind(begin, "NAME"):
        return False
    sign = begin
    while sign < at and not desk.is_kind(sign, "+", "-", "*", "/"):
        sign += 1
    if sign >= at and not desk.is_kind(at, "+", "-", "*", "/"):
        return False
    end = sign + 2
    amount: list[Part] = ["INTEGER"]
    if desk.is_kind(sign + 1, "="):
        while not desk.is_kind(end, ";", "{", "}", "$END"):
            end += 1
        amount = list(range(sign + 2, end))
    elif not (desk.is_kind(sign + 1, "+", "-") and desk.word(sign) == desk.word(sign + 1)):
        return False
    target: list[Part] = list(range(begin, sign))
    if amount == ["INTEGER"]:
        amount = ["NAME"]
    parts: list[Part] = ["assign", *target, ":=", *target, sign, *amount]
    texts = {len(parts) - 1: "1"} if amount == ["NAME"] else None
    message = "an assignment is written 'assign x := x + 1'"
    return rewrite(desk, begin, end, parts, "syntax-assignment", message, texts=texts, and_then=1)


def list_value(desk: Desk) -> bool:
    """`attribute x = [1, 2, 3];`."""
    at = desk.at
    if not (desk.is_kind(at, "[") and desk.is_kind(at - 1, "=", ":=", "(", ",")):
        return False
    end, depth = at, 0
    while not desk.is_kind(end, ";", "{", "}", "$END"):
        depth += desk.is_kind(end, "[") - desk.is_kind(end, "]")
        end += 1
        if depth == 0:
            break
    parts: list[Part] = ["(", *range(at + 1, end - 1), ")"]
    message = "a sequence of values stands in parentheses"
    return rewrite(desk, at, end, parts, "syntax-wrong-symbol", message, and_then=1)


def bare_multiplicity(desk: Desk) -> bool:
    """`part wheels : W 1..*`, `part wheels : W (4)`, `[1:4]`, `{0..1}`."""
    at = desk.at
    if desk.is_kind(at, ":") and desk.is_kind(at - 1, "INTEGER") and desk.is_kind(at - 2, "["):
        message = "a range is written with '..'"
        return rewrite(desk, at, at + 1, [".."], "syntax-multiplicity", message, and_then=1)
    wrapped = desk.is_kind(at, "(")
    begin = at + wrapped
    if not desk.is_kind(begin, "INTEGER", "*"):
        return False
    end = begin + 1
    if desk.is_kind(end, "..") and desk.is_kind(end + 1, "INTEGER", "*", "NAME"):
        end += 2
    if wrapped and not desk.is_kind(end, ")"):
        return False
    parts: list[Part] = ["[", *range(begin, end), "]"]
    message = "a multiplicity stands in brackets"
    code = "syntax-multiplicity"
    return rewrite(desk, at, end + wrapped, parts, code, message, and_then=1)
