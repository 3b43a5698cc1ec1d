"""Text becomes tokens.

One regular expression finds every token and the spaces and notes before it. Knows the lexical
structure (KerML 1.0, clause 8.2.2); keywords and symbols come from the parse tables, so that both
dialects share the scanner. Must not know the grammar.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from generator.syntax.tables import Tables

__all__ = ["LexicalFault", "Tokens", "scan"]

# Inside a possessive group whatever fails half-way is atomic: Python before 3.11.3 does not go back otherwise.
_TOKEN = re.compile(
    r"""(?:[ \t\r\n\f]++|//(?!\*)[^\r\n]*+|(?>//\*[\s\S]*?\*/))*+(?:
    ([A-Za-z_][A-Za-z0-9_]*+)                                           # 1 word
  | (/\*[\s\S]*?\*/)                                                    # 2 block comment
  | (//?\*)                                                             # 3 comment without end
  | ([0-9]*\.[0-9]++(?:[eE][+-]?[0-9]++)?|[0-9]++[eE][+-]?[0-9]++)      # 4 real
  | (::>|:>>|===|!==|:>|::|:=|==|=>|!=|\*\*|->|\.\.|\.\?|\?\?|@@|<=|>=
    |[-;{}\[\]()<>,:~*+/%^|&?\#@$=.])                                   # 5 symbol
  | ([0-9]++)                                                           # 6 integer
  | ('(?:[^'\\\r\n]|(?>\\.))*+')                                        # 7 quoted name
  | ("(?:[^"\\\r\n]|(?>\\.))*+")                                        # 8 string
  | (['"][^\r\n]*+)                                                     # 9 quote without end
  | ([^\W\d_]\w*+)                                                      # 10 word of other letters
  | \Z
  | ([\s\S])                                                            # 11 anything else
)""",
    re.X,
)
_WORD, _COMMENT, _OPEN_COMMENT, _REAL, _SYMBOL, _INTEGER = range(1, 7)
_QUOTED, _STRING, _OPEN_QUOTE, _FOREIGN, _OTHER = range(7, 12)
_TAIL = re.compile(r"[ \t;{}),\]]*\Z")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+"
)
_TYPOGRAPHIC = re.compile(
    '(\u00ab[^\u00ab\u00bb\\r\\n;{}]*+\u00bb)|([\u201c\u201d\u201e][^\u201c\u201d"\\r\\n]*+[\u201c\u201d])'
    "|([\u2018\u2019\u201a`][^\u2018\u2019'`\\r\\n]*+[\u2018\u2019`])"
)
"""Guillemets, double and single quotes of printed texts; backquotes."""
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class LexicalFault:
    """Characters that are no token; `code` is that of the diagnostic to be made of it."""

    code: str
    start: int
    end: int


@dataclass(slots=True)
class Tokens:
    """Parallel lists: number of the terminal, start and end offset. The last token is the end of the text.

    `texts` has the text of each terminal, as in the tables. `faults` are in the order of the text. What stands at a fault is left out, or taken as the token
    it was most likely meant to be.
    """

    text: str
    texts: tuple[str, ...] = ()
    types: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    faults: list[LexicalFault] = field(default_factory=list)

    def add(self, kind: int, start: int, end: int) -> None:
        """Append a token."""
        self.types.append(kind)
        self.starts.append(start)
        self.ends.append(end)

    def fault(self, code: str, start: int, end: int) -> None:
        """Append a fault, or lengthen the one before it when they touch."""
        if self.faults and self.faults[-1].end == start and self.faults[-1].code == code:
            start = self.faults.pop().start
        self.faults.append(LexicalFault(code, start, end))


def scan(text: str, tables: Tables) -> Tokens:
    """The tokens of a text. Every text has tokens."""
    tokens = Tokens(text, tables.texts)
    pattern = _Lexicon(tables)
    at = 1 if text.startswith(_BYTE_ORDER_MARK) else 0
    while at >= 0:
        at = pattern.run(tokens, at)
    _look_for_invisible(tokens, tables)
    if len(tokens.faults) > 1:
        tokens.faults.sort(key=lambda fault: fault.start)
    return tokens


def _look_for_invisible(tokens: Tokens, tables: Tables) -> None:
    """Characters that deceive a reader: none may stand in a name; comments and texts may hold
    all but those that change the direction of reading."""
    name = tables.terminal("NAME")
    for match in _INVISIBLE.finditer(tokens.text, 1):
        index = bisect_right(tokens.starts, match.start()) - 1
        inside = index >= 0 and match.end() <= tokens.ends[index]
        if inside and tokens.types[index] == name:
            tokens.fault("syntax-invisible-character", *match.span())
        elif _DIRECTION.search(match[0]):
            tokens.fault("syntax-reading-direction", *match.span())


class _Lexicon:
    """The terminals of one dialect."""

    def __init__(self, tables: Tables) -> None:
        self.words = {text: number for number, text in enumerate(tables.texts) if text}
        self.end = tables.terminal("$END")
        self.name = tables.terminal("NAME")
        self.kinds = {
            _COMMENT: tables.terminal("BLOCK_COMMENT"),
            _REAL: tables.terminal("REAL"),
            _INTEGER: tables.terminal("INTEGER"),
            _QUOTED: self.name,
            _STRING: tables.terminal("STRING"),
        }

    def run(self, tokens: Tokens, at: int) -> int:
        """Append tokens from an offset on; the offset to go on from, or -1 at the end."""
        words, kinds, name = self.words, self.kinds, self.name
        types, starts, ends = tokens.types.append, tokens.starts.append, tokens.ends.append
        for match in _TOKEN.finditer(tokens.text, at):
            group = match.lastindex
            if group == _WORD:
                types(words.get(match[1], name))
            elif group == _SYMBOL:
                types(words[match[5]])
            elif group is None:
                break
            elif (kind := kinds.get(group)) is not None:
                types(kind)
            else:
                following = self._fault(tokens, group, match.start(group), match.end())
                if following >= 0:
                    return following
                continue
            starts(match.start(group))
            ends(match.end())
        tokens.add(self.end, len(tokens.text), len(tokens.text))
        return -1

    def _fault(self, tokens: Tokens, group: int, start: int, end: int) -> int:
        """Record what is no token; the offset to go on from when that is not `end`, else -1."""
        text = tokens.text
        if group == _OPEN_COMMENT:
            tokens.fault("syntax-unclosed-comment", start, len(text))
            if not text.startswith("//", start):
                tokens.add(self.kinds[_COMMENT], start, len(text))
            return len(text)
        if group == _OPEN_QUOTE:
            is_string = text[start] == '"'
            tail = _TAIL.search(text, start + 1, end)
            end = tail.start() if tail else end
            tokens.fault(f"syntax-unclosed-{'string' if is_string else 'name'}", start, end)
            tokens.add(self.kinds[_STRING] if is_string else self.name, start, end)
            return end
        if group == _FOREIGN:
            if tokens.ends and tokens.ends[-1] == start and text[start - 1] not in "'\"/":
                start = tokens.starts.pop()
                tokens.types.pop()
                tokens.ends.pop()
            tokens.fault("syntax-foreign-letters", start, end)
            tokens.add(self.name, start, end)
            return -1
        if (quoted := _TYPOGRAPHIC.match(text, start)) is not None:
            stop = quoted.end()
            if quoted[1]:
                tokens.fault("syntax-guillemets", start, stop)
                return stop
            tokens.fault("syntax-typographic-quotes", start, stop)
            is_string = quoted.lastindex == 2
            tokens.add(self.kinds[_STRING] if is_string else self.name, start, stop)
            return stop
        kind = "invisible" if _INVISIBLE.match(text, start, end) else "unexpected"
        tokens.fault(f"syntax-{kind}-character", start, end)
        return -1
