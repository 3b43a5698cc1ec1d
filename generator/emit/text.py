"""Filters that carry text from a model into another notation without letting it mean anything there.

Each filter takes any text (quotes, backslashes, newlines, NUL, bidirectional controls, lone surrogates) and
gives a complete, inert token of its notation. Knows the lexical rules of the notations; must not know
templates or models.
"""

from __future__ import annotations

import html
import re
import textwrap
import unicodedata
from collections.abc import Callable, Mapping

__all__ = ["FILTERS", "comment", "docstring", "plain", "pystr"]

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
# Words that tools obey when they stand in a comment.
_OBEYED = re.compile(
    r"(?i)\b(type|fmt|noqa|nosec|nosemgrep|nosonar|ruff|flake8|mypy|pyright|pyre|pyrefly|isort|yapf|pylint"
    r"|pragma|coding|lint|skip|region|endregion)\b(?=\s*[:=\[]|\s*$|\s+no\b)|\b(noqa|nosec)\b|-\*-"
)


def _is_hidden(char: str) -> bool:
    return unicodedata.category(char) in _HIDDEN


def plain(text: str, *, keep: str = "") -> str:
    """Text without characters a reader cannot see; line ends become `\\n` when kept, spaces otherwise."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        (
            char
            if char in keep or not _is_hidden(char)
            else (
                " "
                if char in "\n\v\f\x85\u2028\u2029"
                else (
                    "\N{REPLACEMENT CHARACTER}"
                    if unicodedata.category(char) == "Cs" or char == "\0"
                    else ""
                )
            )
        )
        for char in text
    )


def _escape_python(char: str) -> str:
    code = ord(char)
    if char in _NAMED:
        return _NAMED[char]
    return (
        f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"
    )


def pystr(value: str) -> str:
    """A Python string literal in double quotes, as black writes it (single ones where that saves escapes)."""
    quote = "'" if '"' in value and "'" not in value else '"'
    body = value.replace("\\", "\\\\").replace(quote, "\\" + quote)
    if not (body.isascii() and body.isprintable()):
        body = "".join(_escape_python(char) if _is_hidden(char) else char for char in body)
    return f"{quote}{body}{quote}"


def docstring(text: str, indent: int = 4, width: int = 88) -> str:
    """A Python docstring with its quotes, wrapped; lines after the first begin with `indent` spaces."""
    lines = _paragraph_lines(text, width - indent)
    body = "\n".join(lines).strip() or "Not described in the model."
    body = body.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    if body.endswith('"'):
        body += " "
    pad = " " * indent
    shown = "\n".join(pad + line if line else "" for line in body.split("\n"))[indent:]
    longest = len(shown.rsplit("\n", 1)[-1]) + (indent if "\n" not in shown else 0)
    last = f"\n{pad}" if "\n" in shown or longest + 6 > width else ""
    return f'"""{shown}{last}"""'


def _paragraph_lines(text: str, width: int) -> list[str]:
    cleaned = plain(text, keep="\n").strip("\n")
    lines: list[str] = []
    for line in textwrap.dedent(cleaned).split("\n"):
        line = line.rstrip()
        room = width - 3 if not lines else width
        if len(line) <= room:
            lines.append(line)
            continue
        margin = line[: len(line) - len(line.lstrip())]
        lines += textwrap.wrap(
            line.lstrip(),
            max(20, width - 3),
            initial_indent=margin,
            subsequent_indent=margin,
            break_long_words=False,
            break_on_hyphens=False,
        )
    return lines


def comment(text: str, mark: str = "#", indent: int = 0, width: int = 88) -> str:
    """Comment lines, each begun with `mark`; words that tools obey in comments lose their power."""
    room = max(20, width - indent - len(mark) - 1)
    lines = []
    for line in plain(text, keep="\n").split("\n"):
        inert = _OBEYED.sub(lambda found: f"'{found.group(0)}'", line.strip())
        inert = inert.replace("*/", "* /").replace("-->", "-- >")
        lines += textwrap.wrap(inert, room, break_long_words=False, break_on_hyphens=False) or [""]
    pad = " " * indent
    return ("\n" + pad).join(f"{mark} {line.replace('#', '＃')}".rstrip() for line in lines)


_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-!|~$^=:@])")
_MARKDOWN_START = re.compile(r"^(\s*\d+)([.)])")


def mdtext(text: str) -> str:
    """One line of Markdown that shows the text as it is: no markup, no HTML, no link, no table cell end."""
    line = " ".join(plain(text, keep="").split())
    escaped = _MARKDOWN.sub(r"\\\1", html.escape(line, quote=False).replace("&", "\0"))
    return _MARKDOWN_START.sub(r"\1\\\2", escaped.replace("\0", "&")).replace("{{", "{\u200b{")


def mdblock(text: str) -> str:
    """Paragraphs of Markdown that show the text as it is; an empty line stays a paragraph break."""
    paragraphs = re.split(r"\n\s*\n", plain(text, keep="\n").strip())
    return "\n\n".join(mdtext(each) for each in paragraphs)


def mdcode(text: str) -> str:
    """A Markdown code span on one line, fenced with enough backticks."""
    line = " ".join(plain(text).split()) or " "
    longest = max((len(run) for run in re.findall(r"`+", line)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line.replace('|', '¦')}{pad}{fence}"


def _double_quoted(text: str, escape: Callable[[str], str]) -> str:
    body = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(escape(c) if _is_hidden(c) or c == "\x7f" else c for c in body) + '"'


def _escape_wide(char: str) -> str:
    code = ord(char)
    if char in _NAMED:
        return _NAMED[char]
    if 0xD800 <= code < 0xE000:
        return "\\uFFFD"
    return f"\\u{code:04X}" if code < 65536 else f"\\U{code:08X}"


def _escape_json(char: str) -> str:
    code = ord(char)
    if char in _NAMED:
        return _NAMED[char]
    if code < 65536:
        return "\\ufffd" if 0xD800 <= code < 0xE000 else f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


def yamlstr(text: str) -> str:
    """A double-quoted YAML scalar."""
    return _double_quoted(text, _escape_wide)


def composestr(text: str) -> str:
    """A double-quoted YAML scalar for a compose file, where `$` would start an interpolation."""
    return yamlstr(text).replace("$", "$$")


def tomlstr(text: str) -> str:
    """A TOML basic string."""
    return _double_quoted(text, _escape_wide)


def jsonstr(text: str) -> str:
    """A JSON string."""
    return _double_quoted(text, _escape_json)


def htmltext(text: str) -> str:
    """Text or an attribute value in HTML, XML and SVG."""
    return html.escape(plain(text, keep="\n"), quote=True)


def dotstr(text: str) -> str:
    """A quoted string of the DOT language; a line end shows as a line end."""
    body = plain(text, keep="\n").replace("\\", "\\\\").replace('"', '\\"')
    return '"' + body.replace("\n", "\\n") + '"'


def mermaidstr(text: str) -> str:
    """A quoted label of a Mermaid diagram, with everything special as an entity."""
    shown = []
    for char in " ".join(plain(text).split()):
        inert = char.isalnum() or char in " .,-_/"
        shown.append(char if inert else f"#{ord(char)};")
    return '"' + "".join(shown) + '"'


def envstr(text: str) -> str:
    """A value in a dotenv file, on one line, in single quotes when it is not plain."""
    line = " ".join(plain(text).split())
    if re.fullmatch(r"[A-Za-z0-9_./:@%+,=-]*", line):
        return line
    return "'" + line.replace("\\", "/").replace("'", "\N{RIGHT SINGLE QUOTATION MARK}") + "'"


def shellstr(text: str) -> str:
    """A single-quoted word of a POSIX shell, on one line."""
    return "'" + " ".join(plain(text).split()).replace("'", "'\"'\"'") + "'"


def sqlstr(text: str) -> str:
    """A standard SQL string literal."""
    return "'" + plain(text, keep="\n").replace("'", "''") + "'"


FILTERS: Mapping[str, Callable[..., str]] = {
    each.__name__: each
    for each in (
        comment,
        composestr,
        docstring,
        dotstr,
        envstr,
        htmltext,
        jsonstr,
        mdblock,
        mdcode,
        mdtext,
        mermaidstr,
        plain,
        pystr,
        shellstr,
        sqlstr,
        tomlstr,
        yamlstr,
    )
}
