"""Python text cut into logical lines, each with what its formatting depends on.

Works on lines with regular expressions and does not parse: what it is not sure about it refuses (`Unsuitable`),
and the whole text goes to black. Must not know how lines are formatted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.emit.spacing import Line

__all__ = ["Piece", "Unsuitable", "cut"]

_WIDTH = 88
_KEPT_TEXT = (
    "False None True and as assert async await break class continue def del elif else except finally for from "
    "global if import in is lambda nonlocal not or pass raise return try while with yield "
    "match case type _ print exec tuple Tuple"
)
_KEPT = _KEPT_TEXT.split()
_STRING = re.compile(r'"[^"\\\n]*"')
_ANY_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|#.*')
_NAME = re.compile(rf"\b(?!(?:{'|'.join(_KEPT)})\b)[A-Za-z_][A-Za-z0-9_]*\b(?![\"'])")
_NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?![\w.])")
_QUOTED = re.compile(r"[a-zA-Z]{0,2}[\"']")
_WORD = re.compile(r"[a-z]+\b")
_HEADER_TEXT = "class def if elif else for while with try except finally async"
_HEADERS = frozenset(_HEADER_TEXT.split())
_REFUSED = re.compile(
    r"fmt:|yapf:|\t|\f|\\\n|\r|'''|^\s*\.\.\.$|^\s*(?:match|case)\b.*:$|^\s*type \w", re.MULTILINE
)


class Unsuitable(Exception):
    """Text that is better given to black whole."""


@dataclass(slots=True)
class Piece:
    """A logical line. `shape` is its text without what cannot matter while it fits in the width, or None.

    `frame` says what black needs to see around it; `is_settled` that it is known to be as black writes it.
    """

    line: Line
    frame: str = ""
    shape: str | None = None
    is_settled: bool = False
    body: Body | None = None


@dataclass(slots=True)
class Body:
    """What stands between the brackets of a logical line that opens one at the end of its first line.

    Every element has a line of its own and ends with a comma, so black keeps them apart whatever their width.
    `skeleton` is the shape of the line around two plain elements.
    """

    head: str
    elements: list[Piece]
    tail: str
    skeleton: str


@dataclass(frozen=True, slots=True)
class _Facts:
    """What one shape says: how many brackets stay open, how it starts and ends."""

    open: int
    start: str
    opens_block: bool
    is_stub: bool


def cut(text: str) -> list[Piece]:
    """The logical lines of a module; Unsuitable when that is not certain."""
    if _REFUSED.search(text) or not text.strip():
        raise Unsuitable("it holds something rare")
    pieces = list(_pieces(text.split("\n")))
    _check_blocks(pieces)
    return pieces


def _pieces(lines: list[str]) -> Iterator[Piece]:
    blanks, at, count = 0, 0, len(lines)
    opener: Line | None = None
    is_first = True
    while at < count:
        physical = lines[at].rstrip(" ")
        stripped = physical.lstrip(" ")
        if not stripped:
            blanks += 1
            at += 1
            continue
        indent = len(physical) - len(stripped)
        if indent % 4:
            raise Unsuitable("an indentation that is no multiple of four")
        line = Line(physical, indent // 4, blanks)
        if stripped[0] == "#":
            piece = _comment(line, stripped)
        elif '"""' in stripped:
            docstring = is_first or opener is not None
            piece, at = _triple_quoted(lines, at, line, stripped, docstring, opener)
        else:
            piece, at = _code(lines, at, line, stripped)
            if (is_first or opener is not None) and _QUOTED.match(stripped):
                raise Unsuitable("a docstring in single quotes")
        at += 1
        blanks = 0
        if not line.is_comment:
            is_first = False
            opener = line if line.opens_block and (line.is_class or line.is_def) else None
        yield piece


def _comment(line: Line, stripped: str) -> Piece:
    line.is_comment = True
    settled = stripped.startswith("# ") and stripped.isascii() and "type:" not in stripped
    return Piece(line, is_settled=settled)


@dataclass(slots=True)
class _Physical:
    """A physical line without indentation, its shape and how many brackets it leaves open."""

    text: str
    shape: str
    open: int


def _code(lines: list[str], at: int, line: Line, stripped: str) -> tuple[Piece, int]:
    shape = _shape(stripped)
    facts = last = _facts(shape)
    if facts.open < 0:
        raise Unsuitable("a bracket closes that was not opened")
    piece = Piece(line)
    if facts.open == 0:
        piece.shape = shape if stripped.isascii() else None
    else:
        parts = _gather(lines, at, _Physical(stripped, shape, facts.open))
        line.text = "\n".join((line.text, *lines[at + 1 : at + len(parts)])).rstrip(" ")
        at += len(parts) - 1
        last = _facts(parts[-1].shape)
        piece.body = _body(parts, line.depth) if facts.open == 1 else None
    start = line.start = facts.start
    line.opens_block = last.opens_block
    line.is_stub = last.is_stub
    line.is_decorator = stripped[0] == "@"
    line.is_class = start == "class"
    line.is_def = start == "def" or (start == "async" and stripped[5:].lstrip().startswith("def"))
    line.is_import = start in ("import", "from")
    defines = line.is_def or line.is_class
    if start in _HEADERS and not line.opens_block and not (line.is_stub and defines):
        raise Unsuitable("a block on the line of its header")
    piece.frame = _frame(line)
    return piece, at


def _frame(line: Line) -> str:
    if line.is_decorator:
        return "decorator"
    if not line.opens_block:
        return ""
    return {
        "elif": "else",
        "else": "else",
        "except": "except",
        "finally": "except",
        "try": "try",
    }.get(line.start, "block")


def _gather(lines: list[str], at: int, first: _Physical) -> list[_Physical]:
    """The physical lines from one that opens brackets to the one that closes the last of them."""
    parts, opened = [first], first.open
    while opened > 0:
        at += 1
        if at >= len(lines):
            raise Unsuitable("a bracket stays open")
        text = lines[at].strip(" ")
        if '"""' in text:
            raise Unsuitable("a text of several lines in brackets")
        shape = _shape(text)
        facts = _facts(shape)
        parts.append(_Physical(text, shape, facts.open))
        opened += facts.open
    return parts


_HEAD = re.compile(
    r"(?:(?:N(?:: [^=()]*)? = |return |raise |await |@|N=|\"S\": )?(?:N\.)*N\("
    r"|(?:async )?def N\(|class N\(|from [N.]+ import \("
    r"|(?:N(?:: [^=()]*)? = |return |N=|\"S\": )?[\[{(])$"
)
_TAIL = re.compile(r"[)\]}](?:,|:| -> [^()]*:)?$")


def _body(parts: list[_Physical], depth: int) -> Body | None:
    """The elements of a bracket that is laid out one to a line, or None."""
    first, last, pad = parts[0], parts[-1], "    " * depth
    if not _HEAD.match(first.shape) or not _TAIL.match(last.shape):
        return None
    if len(pad) + max(len(first.text), len(last.text)) > _WIDTH:
        return None
    head, bracket = first.shape, first.shape[-1]
    frame = "def(" if "def " in head else "import(" if head.startswith("from ") else bracket
    elements = _elements(parts[1:-1], depth + 1, frame)
    is_tuple = bracket == "(" and not head[:-1].endswith(("N", "import "))
    if not elements or (len(elements) < 2 and is_tuple):
        return None
    is_mapping = bracket == "{" and ":" in elements[0].line.text
    plain = "    N: N,\n" if is_mapping else "    N,\n"
    skeleton = f"{head}\n{plain}{plain}{last.shape}"
    return Body(pad + first.text, elements, pad + last.text, skeleton)


def _elements(parts: list[_Physical], depth: int, frame: str) -> list[Piece]:
    """The elements on some lines; none when they do not begin and end with a line each."""
    found: list[Piece] = []
    begin, opened, pad = 0, 0, "    " * depth
    for number, part in enumerate(parts):
        if not part.text or "#" in part.text or not part.text.isascii():
            return []
        opened += part.open
        if opened < 0:
            return []
        if opened or part.text[-1] != ",":
            continue
        own = parts[begin : number + 1]
        piece = Piece(Line("\n".join(pad + each.text for each in own), depth, 0), frame)
        if len(own) == 1:
            piece.shape = part.shape
        elif own[0].open == 1 and frame not in ("def(", "import("):
            piece.body = _body(own, depth)
        found.append(piece)
        begin = number + 1
    return found if begin == len(parts) else []


def _triple_quoted(
    lines: list[str], at: int, line: Line, stripped: str, is_docstring: bool, opener: Line | None
) -> tuple[Piece, int]:
    """A statement that is nothing but a text in triple quotes."""
    if not stripped.startswith('"""') or stripped.count('"""') > 2:
        raise Unsuitable("triple quotes inside a statement")
    parts = [line.text]
    while '"""' not in (stripped[3:] if len(parts) == 1 else parts[-1]):
        at += 1
        if at >= len(lines):
            raise Unsuitable("a text that does not end")
        parts.append(lines[at])
    if not parts[-1].rstrip(" ").endswith('"""') or (len(parts) > 1 and parts[-1].count('"""') > 1):
        raise Unsuitable("code behind a text")
    parts[-1] = parts[-1].rstrip(" ")
    line.text = "\n".join(parts)
    line.is_docstring = is_docstring
    piece = Piece(line, is_settled=_is_plain_docstring(parts, line.depth))
    if is_docstring:
        kind = "module" if opener is None else "class" if opener.is_class else "def"
        piece.frame = f"{kind} docstring"
        if (opener is None) != (line.depth == 0):
            raise Unsuitable("a docstring at an odd depth")
    return piece, at


def _is_plain_docstring(parts: list[str], depth: int) -> bool:
    """Whether black leaves a docstring alone: nothing to escape, trim, wrap or move."""
    text = "\n".join(parts)
    inner = text.strip(" ")[3:-3]
    if not text.isascii() or "\\" in inner or not inner or inner[0] in ' "' or inner[-1] in ' "':
        return False
    if len(parts) == 1:
        return len(text) <= _WIDTH
    if len(parts) == 2:
        return False  # black puts the quotes behind a single line when they fit
    margin = "    " * depth
    if parts[-1] != f'{margin}"""' or parts[-2] == "" or inner[0] == "\n":
        return False
    body = [each for each in parts[1:-1] if each]
    if any(not each.startswith(margin) or each[-1] == " " for each in (parts[0], *body)):
        return False
    return not body or any(len(each) - len(each.lstrip(" ")) == len(margin) for each in body)


def _shape(stripped: str) -> str:
    """The line with one name for all names, one text for all texts and one number for all numbers."""
    if "'" in stripped or "\\" in stripped:
        found = _ANY_STRING.sub(_shape_of_string, stripped)
        if "'" in found or "\\" in found:
            return found  # kept as it is: names in it are not replaced
    elif "#" in stripped:
        found = _ANY_STRING.sub(_shape_of_string, stripped)
        code, mark, comment = found.partition("#")
        return _NUMBER.sub("1", _NAME.sub("N", code)) + mark + comment
    else:
        found = _STRING.sub('"S"', stripped)
    return _NUMBER.sub("1", _NAME.sub("N", found))


def _shape_of_string(found: re.Match[str]) -> str:
    text = found.group()
    return '"S"' if text[0] == '"' and "\\" not in text else text


@lru_cache(maxsize=65536)
def _facts(shape: str) -> _Facts:
    code = _ANY_STRING.sub(lambda found: "" if found.group()[0] == "#" else "S", shape).rstrip()
    if '"' in code or "'" in code or ";" in code or "\\" in code:
        raise Unsuitable("a text that does not end, or several statements on a line")
    opened = sum(map(code.count, "([{")) - sum(map(code.count, ")]}"))
    word = _WORD.match(shape)
    return _Facts(
        opened,
        word.group() if word else "",
        code.endswith(":"),
        code.endswith(": ..."),
    )


_CONTINUES = {
    "elif": {"if", "elif"},
    "else": {"if", "elif", "for", "while", "async", "except"},
    "except": {"try", "except"},
    "finally": {"try", "except", "else"},
}


def _check_blocks(pieces: list[Piece]) -> None:
    """Refuse text whose indentation is not exactly its block structure, or whose comments do not follow it.

    After this the text is Python if each of its logical lines is.
    """
    expected, must = 0, False
    siblings: list[str] = [""]
    for number, piece in enumerate(pieces):
        line = piece.line
        if line.is_comment:
            following = next((p.line for p in pieces[number + 1 :] if not p.line.is_comment), None)
            if line.depth != (following.depth if following else 0):
                raise Unsuitable("a comment that does not stand with its code")
            continue
        if line.depth > expected or (must and line.depth < expected):
            raise Unsuitable("an unexpected indentation")
        must = line.opens_block
        expected = line.depth + 1 if must else line.depth
        del siblings[line.depth + 1 :]
        siblings += [""] * (line.depth + 1 - len(siblings))
        if line.start in _CONTINUES and siblings[line.depth] not in _CONTINUES[line.start]:
            raise Unsuitable("a clause without its statement")
        siblings[line.depth] = line.start if line.opens_block else ""
        if line.is_decorator:
            siblings[line.depth] = "@"
    if must:
        raise Unsuitable("a block without a body")
