"""Mistakes in actions and expressions; see `mistakes`."""

from __future__ import annotations

from generator.syntax.recovery.desk import Desk
from generator.syntax.recovery.messages import quoted

__all__ = [
    "assignment",
    "bound_value",
    "constructor",
    "loop_while",
    "parameter_list",
    "return_expression",
]

_VALUES = ("STRING", "INTEGER", "REAL", "true", "false", "null", "(", "-", "new")


def loop_while(desk: Desk) -> bool:
    """`loop while c {`."""
    at = desk.at
    if not (desk.is_kind(at, "while", "until", "for") and desk.is_kind(at - 1, "loop")):
        return False
    if not desk.unshift():
        return False
    desk.report(
        "syntax-loop",
        f"a loop begins with 'loop' or with '{desk.word(at)}', not with both",
        desk.tokens.starts[at - 1],
        desk.tokens.ends[at],
        "write while condition { … }, or loop { … } until condition;",
    )
    desk.skip_to(at)
    if desk.is_kind(at, "until"):
        desk.replace(at, "while")
    return True


def return_expression(desk: Desk) -> bool:
    """`return x + 1;`."""
    at = desk.at
    begin = at - 1
    while begin > 0 and at - begin < 12 and not desk.is_kind(begin, ";", "{", "}", "return"):
        begin -= 1
    if not desk.is_kind(begin, "return"):
        return False
    end = at
    while not desk.is_kind(end, ";", "{", "}", "$END"):
        end += 1
    if not desk.is_kind(end, ";"):
        return False
    if end == begin + 1:
        desk.report(
            "syntax-return",
            "'return' declares the result; it does not end an action",
            desk.tokens.starts[begin],
            desk.tokens.ends[end],
            "an action ends after its last step; to end it before that write 'terminate;'",
        )
        desk.unwind(begin)
        desk.skip_to(end + 1)
        return True
    text = desk.tokens.text[desk.tokens.starts[begin + 1] : desk.tokens.ends[end - 1]]
    desk.report(
        "syntax-return",
        "'return' declares the result; it does not take an expression",
        desk.tokens.starts[begin],
        desk.tokens.ends[end],
        f"write 'return result : T = {text};', or the expression alone at the end without ';'",
    )
    desk.unwind(begin)
    desk.skip_to(end + 1)
    return True


def assignment(desk: Desk) -> bool:
    """`x.y := e;`, `send x := e;`."""
    at = desk.at
    begin = desk.statement(at)
    if not desk.is_kind(at, ":=") or desk.is_kind(begin, "assign"):
        return False
    is_send = desk.is_kind(begin, "send")
    if not is_send and not desk.is_kind(begin, "NAME"):
        return False
    said = "'send' gives a value to a receiver; " if is_send else ""
    first = desk.tokens.starts[begin]
    text = desk.tokens.text[desk.tokens.starts[begin + is_send] : desk.tokens.ends[at]]
    desk.report(
        "syntax-assignment",
        f"{said}an assignment begins with 'assign'",
        first,
        desk.tokens.ends[at],
        fix=("Write 'assign'", f"assign {text}"),
    )
    _again_from(desk, begin, "assign" if is_send else None)
    if not is_send:
        desk.insert("assign")
    return True


def bound_value(desk: Desk) -> bool:
    """`bind x = 1;`."""
    at = desk.at
    begin = desk.statement(at)
    if not (desk.is_kind(begin, "bind") and desk.is_kind(at - 1, "=")):
        return False
    if not desk.is_kind(at, *_VALUES):
        return False
    name = desk.tokens.text[desk.tokens.starts[begin + 1] : desk.tokens.ends[at - 2]]
    desk.report(
        "syntax-bind-value",
        "'bind' joins two features; it does not give a value",
        desk.tokens.starts[begin],
        desk.tokens.ends[at],
        f"write 'assign {name} := …;' in an action, or give the value where it is declared",
    )
    desk.replace(at - 1, ":=")
    _again_from(desk, begin, "assign")
    return True


def _again_from(desk: Desk, begin: int, kind: str | None) -> None:
    """Read a member again, its first word taken as another."""
    desk.unwind(begin)
    desk.driver.at = begin
    if kind is not None:
        desk.replace(begin, kind)


def constructor(desk: Desk) -> bool:
    """`x = T { a = 1, b = 2 };`."""
    at = desk.at
    opener = desk.opener
    if not (desk.is_kind(at, ",", ":") and desk.is_kind(opener - 1, "NAME")):
        return False
    if not desk.is_kind(opener - 2, "=", ":="):
        return False
    name = desk.word(opener - 1)
    desk.report(
        "syntax-constructor",
        f"a value of {quoted(name)} is made with 'new' and its features in parentheses",
        desk.tokens.starts[opener - 1],
        desk.tokens.ends[opener],
        f"write new {name}(a = …, b = …)",
    )
    desk.unwind(opener)
    desk.skip_to(desk.closer(opener))
    return True


def parameter_list(desk: Desk) -> bool:
    """`action def f(in x : T) {`."""
    at = desk.at
    if not (desk.is_kind(at, "(") and desk.is_kind(at - 1, "NAME")):
        return False
    if not (desk.fits("{") and desk.fits(";")):
        return False
    end, depth = at, 0
    while not desk.is_kind(end, "$END", ";", "{", "}"):
        depth += desk.is_kind(end, "(") - desk.is_kind(end, ")")
        end += 1
        if depth == 0:
            break
    desk.report(
        "syntax-parameter-list",
        "parameters are members of the body, not a list in parentheses",
        desk.tokens.starts[at],
        desk.tokens.ends[end - 1],
        "write { in x : Real; out y : Real; … }",
    )
    desk.skip_to(end)
    return True
