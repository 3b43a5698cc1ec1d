"""Mistakes in what joins: connections, successions, transitions, loops, calls; see `mistakes`."""

from __future__ import annotations

from generator.syntax.recovery.desk import Desk
from generator.syntax.recovery.rewrite import Part, rewrite

__all__ = [
    "arrow_member",
    "body_without_braces",
    "call_statement",
    "event_first",
    "first_state",
    "guard_or_effect",
    "joining_word",
    "lone_else",
    "program_loop",
    "unfinished_transition",
]

_JOINED = {
    "connect": ("to",),
    "connection": ("connect", "to"),
    "interface": ("to",),
    "allocate": ("to",),
    "allocation": ("to",),
    "flow": ("to",),
    "message": ("to",),
    "bind": ("=",),
    "binding": ("=",),
    "first": ("then",),
    "succession": ("then",),
    "transition": ("then", "first"),
    "send": ("to", "via"),
    "accept": ("via",),
    "dependency": ("to",),
    "alias": ("for",),
    "for": ("in",),
    "satisfy": ("by",),
}
_SAID = (
    "and",
    "to",
    "=",
    "->",
    "=>",
    ",",
    "from",
    "of",
    "in",
    "with",
    "at",
    "via",
    ":",
    "for",
    "as",
)


def joining_word(desk: Desk) -> bool:
    """`connect a and b`, `connect a, b`, `bind a to b`, `first a b`, `for x of y`, `send x p`."""
    at = desk.at
    begin = _verb(desk)
    wanted = _JOINED.get(desk.word(begin), ())
    for meant in wanted:
        if desk.word(at) in _SAID and desk.word(at) != meant and not desk.is_kind(at, "STRING"):
            message = f"'{meant}' is meant where '{desk.word(at)}' stands"
            code, hint = "syntax-wrong-symbol", f"write {desk.word(begin)} a {meant} b"
            if rewrite(desk, at, at + 1, [meant], code, message, hint, and_then=2):
                return True
        if desk.is_kind(at, "NAME") and desk.same_line(at - 1, at):
            message = f"'{meant}' is missing after '{desk.word(at - 1)}'"
            if rewrite(desk, at, at, [meant], "syntax-missing-word", message, and_then=2):
                return True
    if desk.is_kind(begin, "succession") and desk.is_kind(begin + 1, "NAME"):
        joint = at if desk.is_kind(at, "NAME") else at + 1
        parts: list[Part] = [begin, "first", *range(begin + 1, at), "then", joint]
        message = "a succession is written 'first a then b'"
        return rewrite(desk, begin, joint + 1, parts, "syntax-missing-word", message, and_then=1)
    return False


def _verb(desk: Desk) -> int:
    """The last word of the member before the fault that says what is joined."""
    begin = desk.statement(desk.at)
    for each in range(desk.at - 1, begin - 1, -1):
        if desk.word(each) in _JOINED and desk.is_keyword(each):
            return each
    return begin


def arrow_member(desk: Desk) -> bool:
    """`a -> b;` among states or actions."""
    at = desk.at
    begin = desk.statement(at)
    arrow = next((i for i in range(begin, at + 1) if desk.is_kind(i, "->", "=>")), -1)
    if arrow <= begin or not desk.is_kind(begin, "NAME") or not desk.is_kind(arrow + 1, "NAME"):
        return False
    source, end = list(range(begin, arrow)), arrow + 2
    for lead, said in (("transition", "transition a then b"), ("first", "first a then b")):
        if lead == "transition" and not _in_state(desk):
            continue
        parts: list[Part] = [lead, *source, "then", arrow + 1]
        message = f"what leads from one to the other is written '{said}'"
        if rewrite(desk, begin, end, parts, "syntax-arrow", message, and_then=1):
            return True
    return False


def _in_state(desk: Desk) -> bool:
    opener = desk.opener
    head = range(desk.statement(opener), opener) if opener >= 0 else range(0)
    return any(desk.is_kind(each, "state") for each in head)


def event_first(desk: Desk) -> bool:
    """`on go then b`, `when go then b`."""
    begin = desk.statement(desk.at)
    if desk.word(begin) not in ("on", "when", "trigger", "upon") or not _in_state(desk):
        return False
    message = f"an event is awaited with 'accept', not with '{desk.word(begin)}'"
    return rewrite(desk, begin, begin + 1, ["accept"], "syntax-unknown-keyword", message)


def first_state(desk: Desk) -> bool:
    """`initial a;`, `final b;` in a state."""
    begin = desk.statement(desk.at)
    word = desk.word(begin)
    if word not in ("initial", "start", "final") or not _in_state(desk):
        return False
    name = begin + 1 + desk.is_kind(begin + 1, "state")
    if not desk.is_kind(name, "NAME"):
        return False
    if word == "final":
        message = "a state machine ends at 'done'"
        hint = "write 'then done;' where it ends, and declare the state without 'final'"
        return rewrite(
            desk, begin, name + 1, ["state", name], "syntax-final-state", message, hint, and_then=1
        )
    parts: list[Part] = ["entry", ";", "then", name]
    message = "the first state is the one after 'entry'"
    return rewrite(desk, begin, name + 1, parts, "syntax-initial-state", message, and_then=1)


def guard_or_effect(desk: Desk) -> bool:
    """`transition first a [x > 1] / act then b`, `when x`, `entry / a`, `entry: a`."""
    at = desk.at
    begin = desk.statement(at)
    if desk.is_kind(begin, "entry", "do", "exit") and desk.is_kind(at, "/", ":"):
        message = f"the action stands right behind '{desk.word(begin)}'"
        return rewrite(desk, at, at + 1, [], "syntax-wrong-symbol", message, says="Remove it")
    if not desk.is_kind(begin, "transition", "accept", "first"):
        return False
    if desk.is_kind(at, "when", "/"):
        meant = "if" if desk.is_kind(at, "when") else "do"
        what = "condition" if meant == "if" else "effect"
        message = f"the {what} of a transition follows '{meant}'"
        return rewrite(desk, at, at + 1, [meant], "syntax-wrong-symbol", message, and_then=2)
    if not desk.is_kind(at, "["):
        return False
    end = at
    while not desk.is_kind(end, "]", ";", "{", "}", "$END"):
        end += 1
    parts: list[Part] = ["if", *range(at + 1, end)]
    message = "the condition of a transition follows 'if'"
    return rewrite(desk, at, end + 1, parts, "syntax-wrong-symbol", message, and_then=1)


def unfinished_transition(desk: Desk) -> bool:
    """`transition first a accept go;`."""
    at = desk.at
    if not desk.is_kind(at, ";", "}") or not desk.fits_from("then", "NAME", start=at, count=1):
        return False
    if not desk.is_kind(desk.statement(at), "transition", "accept", "first", "succession", "if"):
        return False
    desk.report_after(
        "syntax-missing-word",
        "'then' and where it leads are missing",
        at - 1,
        "write 'then' and the name of the next state or action",
    )
    desk.insert("then", "NAME")
    return True


def call_statement(desk: Desk) -> bool:
    """`act();`, `perform act();`, `act(x);` in an action."""
    at = desk.at
    begin = desk.statement(at)
    opener = next((i for i in range(begin, at + 1) if desk.is_kind(i, "(")), -1)
    is_performed = desk.is_kind(begin, "perform")
    first = begin + is_performed
    if opener <= first or not all(desk.is_kind(i, "NAME", ".", "::") for i in range(first, opener)):
        return False
    end, depth = opener, 0
    while not desk.is_kind(end, "$END", ";", "{", "}"):
        depth += desk.is_kind(end, "(") - desk.is_kind(end, ")")
        end += 1
        if depth == 0:
            break
    if not desk.is_kind(end, ";"):
        return False
    name = desk.tokens.text[desk.tokens.starts[first] : desk.tokens.ends[opener - 1]]
    hint = None
    if end - opener > 2:
        hint = f"bind its parameters in a body: perform {name} {{ in x = …; }}"
    parts: list[Part] = ["perform", *range(first, opener)]
    message = f"an action is not called; write 'perform {name}'"
    return rewrite(desk, begin, end, parts, "syntax-call", message, hint, and_then=1)


def body_without_braces(desk: Desk) -> bool:
    """`if x b();`, `while x assign y := 1;`."""
    at = desk.at
    if not desk.fits("{") or desk.fits(";") or desk.starts_line(at):
        return False
    begin = desk.statement(at)
    if not desk.is_kind(begin, "if", "while", "for", "loop", "else"):
        return False
    end = at
    while not desk.is_kind(end, ";", "{", "}", "$END"):
        end += 1
    if not desk.is_kind(end, ";"):
        return False
    text = desk.tokens.text[desk.tokens.starts[at] : desk.tokens.ends[end]]
    desk.report(
        "syntax-missing-brace",
        "what is done stands in braces",
        desk.tokens.starts[at],
        desk.tokens.ends[end],
        fix=("Put it in braces", f"{{ {text} }}"),
    )
    desk.insert_at(end + 1, "}")
    desk.insert("{")
    return True


def lone_else(desk: Desk) -> bool:
    """`else { … }` that follows no `if`."""
    at = desk.at
    if not (desk.is_kind(at, "{") and desk.is_kind(at - 1, "else")):
        return False
    if desk.statement(at) != at - 1 or desk.fits("{"):
        return False
    if not desk.unshift():
        return False
    desk.report_token(
        "syntax-lone-else",
        "this 'else' follows no 'if'",
        at - 1,
        "write if c { … } else { … }, the 'else' right behind the '}'",
    )
    desk.skip_to(desk.closer(at))
    return True


def program_loop(desk: Desk) -> bool:
    """`for (i = 0; i < 3; i++) {`."""
    at = desk.at
    if not (desk.is_kind(at, "(") and desk.is_kind(at - 1, "for")):
        return False
    end, depth = at, 0
    while end - at < 60 and not desk.is_kind(end, "$END", "{", "}"):
        depth += desk.is_kind(end, "(") - desk.is_kind(end, ")")
        end += 1
        if depth == 0:
            break
    return rewrite(
        desk,
        at,
        end,
        ["NAME", "in", "null"],
        "syntax-loop",
        "a 'for' goes through the values of a sequence",
        "write for i in 1..3 { … }",
        says="Go through a range",
        texts={0: "i", 2: "1..3"},
        and_then=1,
    )
