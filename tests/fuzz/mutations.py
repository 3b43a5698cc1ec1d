"""Ways to make a text hostile. Each takes a source of chance, a text and another text, and gives the
bytes of a file; every one is named in what the fuzzer prints."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

__all__ = ["LOCAL", "MUTATIONS"]

_TOKEN = re.compile(r"\w+|'[^'\n]*'|\"[^\"\n]*\"|/\*.*?\*/|//[^\n]*|\s+|.", re.S)
_SIGNS = "{}()[]<>;:=,.#@~*+-/%^&|?!$\\'\"`"
_WORDS = [
    "part",
    "def",
    "attribute",
    "action",
    "state",
    "then",
    "first",
    "if",
    "else",
    "accept",
    "send",
    "do",
    "entry",
    "exit",
    "in",
    "out",
    "end",
    "ref",
    "abstract",
    "import",
    "alias",
    "for",
    "enum",
    "calc",
    "return",
    "requirement",
    "subject",
    "connect",
    "to",
    "bind",
    "flow",
    "succession",
    "package",
    "doc",
    "comment",
    "rep",
    "language",
    "filter",
    "view",
    "expose",
    "class",
    "feature",
    "type",
    "member",
    "chains",
    "of",
]
_HIDDEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u00a0\u3000"
_TURNING = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u202c\u2069"
_Change = Callable[[random.Random, str, str], "str | bytes"]


def _parts(text: str) -> list[str]:
    return _TOKEN.findall(text)


def _words_at(parts: list[str]) -> list[int]:
    return [at for at, part in enumerate(parts) if not part.isspace()] or [0]


def delete(pick: random.Random, text: str, other: str) -> str:
    """One to three tokens are gone."""
    parts = _parts(text) or [""]
    for _ in range(pick.randint(1, 3)):
        parts[pick.choice(_words_at(parts))] = ""
    return "".join(parts)


def double(pick: random.Random, text: str, other: str) -> str:
    """A token stands twice."""
    parts = _parts(text) or [""]
    at = pick.choice(_words_at(parts))
    return "".join([*parts[: at + 1], " ", *parts[at:]])


def swap(pick: random.Random, text: str, other: str) -> str:
    """Two tokens have changed places."""
    parts = _parts(text) or [""]
    one, two = pick.choice(_words_at(parts)), pick.choice(_words_at(parts))
    parts[one], parts[two] = parts[two], parts[one]
    return "".join(parts)


def replace(pick: random.Random, text: str, other: str) -> str:
    """A token is another word or sign."""
    parts = _parts(text) or [""]
    at = pick.choice(_words_at(parts))
    parts[at] = pick.choice([*_WORDS, *_SIGNS])
    return "".join(parts)


def insert(pick: random.Random, text: str, other: str) -> str:
    """Words and signs come in between."""
    parts = _parts(text) or [""]
    at = pick.choice(_words_at(parts))
    parts[at] += "".join(f" {pick.choice([*_WORDS, *_SIGNS])} " for _ in range(pick.randint(1, 4)))
    return "".join(parts)


def truncate(pick: random.Random, text: str, other: str) -> str:
    """The text ends somewhere, or begins there."""
    at = pick.randrange(len(text) + 1)
    return text[:at] if pick.random() < 0.7 else text[at:]


def splice(pick: random.Random, text: str, other: str) -> str:
    """The beginning of one text and the end of another."""
    return text[: pick.randrange(len(text) + 1)] + other[pick.randrange(len(other) + 1) :]


def random_bytes(pick: random.Random, text: str, other: str) -> bytes:
    """A run of bytes of any value."""
    data = bytearray(text.encode())
    at = pick.randrange(len(data) + 1)
    data[at : at + pick.choice((0, 5))] = pick.randbytes(pick.randint(1, 40))
    return bytes(data)


def invalid_utf8(pick: random.Random, text: str, other: str) -> bytes:
    """Bytes that UTF-8 does not know."""
    data = bytearray(text.encode())
    for _ in range(pick.randint(1, 5)):
        at = pick.randrange(len(data) + 1)
        data[at:at] = pick.choice((b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\x80"))
    return bytes(data)


def other_encoding(pick: random.Random, text: str, other: str) -> bytes:
    """A file in another encoding."""
    return text[:2000].encode(pick.choice(("utf-16", "utf-32", "utf-16-le", "utf-8-sig")))


def nul(pick: random.Random, text: str, other: str) -> str:
    """NUL and other control characters."""
    return _sprinkled(pick, text, "\x00\x01\x07\x08\x0b\x1b\x7f\x85")


def hidden(pick: random.Random, text: str, other: str) -> str:
    """Characters without width, byte order marks, odd spaces."""
    return _sprinkled(pick, text, _HIDDEN)


def turning(pick: random.Random, text: str, other: str) -> str:
    """Characters that change the reading direction."""
    return _sprinkled(pick, text, _TURNING)


def _sprinkled(pick: random.Random, text: str, characters: str) -> str:
    for _ in range(pick.randint(1, 6)):
        at = pick.randrange(len(text) + 1)
        text = text[:at] + pick.choice(characters) + text[at:]
    return text


def line_ends(pick: random.Random, text: str, other: str) -> str:
    """CR LF, CR alone, or all of them."""
    end = pick.choice(("\r\n", "\r", "\n\r", "\u2028"))
    return re.sub("\n", lambda _: end if pick.random() < 0.8 else "\n", text)


def byte_order_mark(pick: random.Random, text: str, other: str) -> str:
    """A byte order mark in front, and maybe one more."""
    return "\ufeff" * pick.randint(1, 2) + text


_OPENINGS = (
    ("part a {", "}"),
    ("package p {", "}"),
    ("action a { if x {", "}}"),
    ("state s {", "}"),
    ("attribute x = (", ");"),
    ("attribute x = {in y; ", "};"),
    ("@M {", "}"),
    ("(", ")"),
    ("[", "]"),
    ("- ", ""),
    ("a.", ""),
    ("if a ? b else ", ""),
    ("->f()", ""),
    ("1 + ", ""),
    ("{", "}"),
    ("/*", ""),
    ("#m ", ""),
    ("::", ""),
)


def deep(pick: random.Random, text: str, other: str) -> str:
    """Something in itself, hundreds to thousands of times."""
    opening, closing = pick.choice(_OPENINGS)
    count = pick.choice((60, 300, 1500))
    at = pick.randrange(len(text) + 1)
    closed = closing * pick.choice((count, count, count - 1, 0))
    return text[:at] + opening * count + closed + text[at:]


def huge_number(pick: random.Random, text: str, other: str) -> str:
    """Numbers beyond all measure."""
    number = pick.choice(("9" * 5000, "1e999999", "0." + "0" * 400 + "1", "1E-400", "9" * 30))
    return (
        re.sub(r"\b\d+\b", lambda _: number, text, count=2)
        + f"\nattribute n : T[{number}] = {number};"
    )


def cyclic_import(pick: random.Random, text: str, other: str) -> str:
    """Packages that import one another, or themselves."""
    count = pick.randint(1, 5)
    star = pick.choice(("::*", "::**", "::*::**"))
    return text + "".join(
        f"\npackage Z{at} {{ {pick.choice(('public', 'private'))} import Z{(at + 1) % count}{star};"
        f" alias q for Z{(at + 1) % count}; part z{at} : Q{at}; }}"
        for at in range(count)
    )


def cyclic_type(pick: random.Random, text: str, other: str) -> str:
    """Definitions and features that specialise, type, redefine or feature one another."""
    count = pick.randint(1, 4)
    lines = []
    for at in range(count):
        to = (at + 1) % count
        lines += [
            f"part def C{at} :> C{to} {{ part p : C{to} :> p; attribute a :>> C{to}::a; }}",
            f"part c{at} :> c{to} {{ part d :>> c{to}.d; }}",
            f"attribute v{at} = v{to} + c{to}.d.p;",
            f"action s{at} : s{to} {{ perform s{to}; }}",
            f"alias k{at} for k{to};",
        ]
    pick.shuffle(lines)
    return text + "\n" + "\n".join(lines)


def long_name(pick: random.Random, text: str, other: str) -> str:
    """A name, a path or a text without end."""
    long = pick.choice(("x" * 20_000, "'" + "y " * 9000 + "'", "a::" * 4000 + "b", "é" * 5000))
    return text + f"\npart {long} : {long};"


def quotes(pick: random.Random, text: str, other: str) -> str:
    """Quotes and comments are opened and not closed."""
    at = pick.randrange(len(text) + 1)
    return text[:at] + pick.choice(("'", '"', "/*", "//*", "*/", "“", "`", "«")) + text[at:]


def words(pick: random.Random, text: str, other: str) -> str:
    """Nothing but words and signs."""
    return " ".join(pick.choice([*_WORDS, *_SIGNS, "a", "b", "1"]) for _ in range(200))


MUTATIONS: dict[str, _Change] = {
    each.__name__: each
    for each in (
        delete, double, swap, replace, insert, truncate, splice, random_bytes, invalid_utf8,
        other_encoding, nul, hidden, turning, line_ends, byte_order_mark, deep, huge_number,
        cyclic_import, cyclic_type, long_name, quotes, words,
    )
}  # fmt: skip
LOCAL = frozenset(("delete", "double", "replace", "insert"))
"""Those that touch one place, so that most of the model has to survive."""
