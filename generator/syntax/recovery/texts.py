"""Mistakes in imports, documentation and notes; see `mistakes`."""

from __future__ import annotations

from generator.syntax.recovery.desk import Desk
from generator.syntax.recovery.messages import quoted
from generator.syntax.recovery.rewrite import Part, rewrite

__all__ = [
    "comment_inside",
    "doc_string",
    "doc_without_comment",
    "foreign_import",
    "foreign_note",
    "import_path",
    "listed_metadata",
    "listed_values",
    "prose",
    "text_after_name",
]

_IMPORTING = ("using", "include", "uses", "use", "require", "requires", "load")


def import_path(desk: Desk) -> bool:
    """`import A/B`, `import "a.sysml"`, `import *`, `import A.*`."""
    at = desk.at
    begin = at
    while begin > 0 and at - begin < 12 and not desk.is_kind(begin, "import", ";", "{", "}"):
        begin -= 1
    if not desk.is_kind(begin, "import"):
        return False
    if desk.is_kind(at, "/", "."):
        message = "the parts of a name are joined by '::'"
        return rewrite(desk, at, at + 1, ["::"], "syntax-import", message, and_then=1)
    if not desk.is_kind(at, "STRING", "*", "**"):
        return False
    is_file = desk.is_kind(at, "STRING")
    desk.report_token(
        "syntax-import",
        (
            "what is imported is a package or an element, not a file"
            if is_file
            else "'*' stands behind the name of a package"
        ),
        at,
        "write private import PackageName::*; all files of a workspace are read",
    )
    desk.replace(at, "NAME")
    desk.blank(at)
    return True


def foreign_import(desk: Desk) -> bool:
    """`from A import B;`, `using A::B;`, `#include "a.sysml"`."""
    at = desk.at
    begin = desk.statement(at)
    message = "other packages are imported with 'private import'"
    code = "syntax-import"
    if desk.is_kind(begin, "from") and desk.is_kind(begin + 2, "import"):
        parts: list[Part] = ["private", begin + 2, begin + 1, "::", begin + 3]
        return rewrite(desk, begin, begin + 4, parts, code, message, and_then=1)
    if desk.is_kind(begin, "#") and desk.word(begin + 1) in ("include", "import"):
        end = begin + 2 + desk.is_kind(begin + 2, "STRING")
        hint = "all files of a workspace are read; import the package by its name"
        return rewrite(desk, begin, end, [], code, message, hint, says="Remove it", and_then=1)
    if desk.word(begin) in _IMPORTING and desk.is_kind(begin + 1, "NAME"):
        return rewrite(desk, begin, begin + 1, ["private", "import"], code, message)
    return False


def doc_string(desk: Desk) -> bool:
    """`doc "…";`."""
    at = desk.at
    if not (desk.is_kind(at, "STRING") and desk.fits("BLOCK_COMMENT")):
        return False
    word = desk.word(at - 1)
    closes = desk.is_kind(at + 1, ";")
    start, end = desk.tokens.starts[at], desk.tokens.ends[at + 1 if closes else at]
    inner = desk.word(at)[1:-1].replace("*/", "* /")
    desk.report(
        "syntax-doc-string",
        (
            f"the text of '{word}' is written as a comment, not in double quotes"
            if desk.is_keyword(at - 1)
            else "this text is written as a comment, not in double quotes"
        ),
        start,
        end,
        "write /* … */ without ';'",
        ("Write it as a comment", f"/* {inner} */"),
    )
    if closes:
        desk.delete(at + 1)
    desk.replace(at, "BLOCK_COMMENT")
    return True


def comment_inside(desk: Desk) -> bool:
    """`attribute x /* note */ : T`."""
    if not desk.is_kind(desk.at, "BLOCK_COMMENT") or not desk.fits_from(start=desk.at + 1):
        return False
    desk.report_token(
        "syntax-misplaced-comment",
        "a comment /*…*/ is a member of the model and cannot stand inside another",
        desk.at,
        "for a note that is not part of the model write // … or //* … */",
    )
    desk.skip_to(desk.at + 1)
    return True


def doc_without_comment(desk: Desk) -> bool:
    """`doc = "…";`, `doc;`, `doc // …`."""
    at = desk.at
    if not desk.is_kind(at - 1, "doc", "comment") or desk.is_kind(at, "STRING", "NAME"):
        return False
    if desk.is_kind(at, "=", ":") and desk.is_kind(at + 1, "STRING"):
        parts: list[Part] = ["BLOCK_COMMENT"]
        inner = desk.word(at + 1)[1:-1].replace("*/", "* /")
        end = at + 2 + desk.is_kind(at + 2, ";")
        return rewrite(
            desk,
            at,
            end,
            parts,
            "syntax-doc-string",
            f"the text of '{desk.word(at - 1)}' is written as a comment, not in double quotes",
            "write /* … */ without ';'",
            says="Write it as a comment",
            texts={0: f"/* {inner} */"},
            and_then=1,
        )
    if not desk.fits("BLOCK_COMMENT"):
        return False
    end = desk.tokens.ends[at - 1]
    rest = desk.tokens.text[end : desk.tokens.starts[at]].strip()
    word = desk.word(at - 1)
    message = f"the text of '{word}' is missing"
    hint = f"write {word} /* … */"
    if rest.startswith("//"):
        message = (
            f"the text of '{word}' is a comment /*…*/; what follows // is no part of the model"
        )
    desk.report_after("syntax-doc-string", message, at - 1, hint)
    if desk.is_kind(at, ";"):
        desk.skip_to(at + 1)
    desk.insert("BLOCK_COMMENT")
    return True


def foreign_note(desk: Desk) -> bool:
    """`# a note`, `-- a note`."""
    begin = desk.statement(desk.at)
    if not desk.starts_line(begin):
        return False
    sign = "#" if desk.is_kind(begin, "#") else "--"
    if sign == "--" and not (desk.is_kind(begin, "-") and desk.is_kind(begin + 1, "-")):
        return False
    end = begin
    while desk.same_line(begin, end) and not desk.is_kind(end, "$END"):
        end += 1
    words = sum(desk.is_kind(each, "NAME") for each in range(begin, end))
    if words < 2 or any(desk.is_kind(each, ";", "{", "}") for each in range(begin, end - 1)):
        return False
    stop = desk.tokens.ends[begin + len(sign) - 1]
    return rewrite(
        desk,
        begin,
        end,
        [],
        "syntax-foreign-note",
        f"a note begins with '//', not with '{sign}'",
        says="Write '//'",
        instead=(desk.tokens.starts[begin], stop, "//"),
        and_then=1,
    )


def listed_values(desk: Desk) -> bool:
    """`enum def E { red green blue }`: one report for the list."""
    at = desk.at
    opener = desk.opener
    if opener < 0 or not desk.is_kind(at, "NAME", ",") or not desk.is_kind(at - 1, "NAME"):
        return False
    head = range(desk.statement(opener), opener)
    if not any(desk.is_kind(each, "enum") for each in head):
        return False
    end = at
    while desk.is_kind(end, "NAME", ","):
        end += 1
    begin = at - 1
    names = (each for each in range(begin, end) if desk.is_kind(each, "NAME"))
    parts: list[Part] = [part for each in names for part in (each, ";")]
    if desk.is_kind(end, ";"):
        parts.pop()
    message = "each value of an enumeration ends with ';'"
    return rewrite(desk, begin, end, parts, "syntax-missing-semicolon", message, and_then=1)


def listed_metadata(desk: Desk) -> bool:
    """`@M(a = 1, b = 2);`, `@M(a = 1) part x;`."""
    at = desk.at
    if not desk.is_kind(at, "(") or not desk.is_kind(desk.statement(at), "@", "#", "metadata"):
        return False
    end, depth = at, 0
    parts: list[Part] = ["{"]
    while not desk.is_kind(end, "$END", "{", "}", ";"):
        depth += desk.is_kind(end, "(") - desk.is_kind(end, ")")
        if depth == 0:
            break
        if end > at:
            parts.append(";" if desk.is_kind(end, ",") and depth == 1 else end)
        end += 1
    if len(parts) > 1:
        parts.append(";")
    parts.append("}")
    end += 1
    end += desk.is_kind(end, ";")
    message = "the values of metadata stand in braces: @M { a = 1; }"
    return rewrite(desk, at, end, parts, "syntax-metadata-list", message, and_then=1)


def prose(desk: Desk) -> bool:
    """`The system shall start;`: words that are no member, reported once."""
    begin = desk.statement(desk.at)
    end = begin
    while desk.is_kind(end, "NAME", ",", ".") or (end > begin and desk.is_keyword(end)):
        end += 1
    names = sum(desk.is_kind(each, "NAME") for each in range(begin, begin + 2))
    if not names or end - begin < 6 - names or desk.at >= end + 1:
        return False
    if names < 2 and not desk.word(begin).istitle():
        return False
    end += desk.is_kind(end, ";")
    text = desk.tokens.text[desk.tokens.starts[begin] : desk.tokens.ends[end - 1]]
    return rewrite(
        desk,
        begin,
        end,
        [],
        "syntax-prose",
        f"{quoted(text)} is a sentence, not a member",
        "a text about an element is written doc /* … */",
        says="Write it as documentation",
        instead=(desk.tokens.starts[begin], desk.tokens.ends[end - 1], f"doc /* {text} */"),
        and_then=1,
    )


def text_after_name(desk: Desk) -> bool:
    """`requirement def R1 "Start" {`."""
    at = desk.at
    if not (desk.is_kind(at, "STRING") and desk.is_kind(at - 1, "NAME")):
        return False
    message = "a text does not stand behind the name"
    inner = desk.word(at)[1:-1]
    hint = f"write doc /* {inner} */ in the body, or take the text for the name: '{inner}'"
    return rewrite(desk, at, at + 1, [], "syntax-text-after-name", message, hint, and_then=1)
