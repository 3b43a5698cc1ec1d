"""The tools of recovery: look at tokens, try what would fit, mend, report."""

from __future__ import annotations

from bisect import bisect_right

from generator.syntax.build.core import Core
from generator.syntax.driver import Driver
from generator.syntax.recovery.braces import is_first_on_line
from generator.syntax.recovery.simulation import fits, item_depth

__all__ = ["Desk"]

_FAR = 200
"""How many tokens are looked back for the beginning of a member."""

_CLOSE = 3
"""An error this few tokens after a mended one, on the same line, is taken as its consequence."""


class Desk:
    """One parse under repair. Tokens are named by index; `at` is the one that does not fit."""

    def __init__(self, builder: Core, driver: Driver) -> None:
        self.builder = builder
        self.driver = driver
        self.tables = driver.tables
        self.tokens = builder.tokens
        self._kinds = {text: n for n, text in enumerate(self.tables.texts) if text}
        self._kinds |= {name: n for n, name in enumerate(self.tables.terminals)}
        self._resumed = -_CLOSE
        self._line = 0
        self._silenced: set[tuple[str, int]] = set()

    # ---- looking

    @property
    def at(self) -> int:
        """The token that does not fit."""
        return self.driver.at

    def kind(self, text: str) -> int:
        """The number of a terminal, by name or text."""
        return self._kinds[text]

    def is_kind(self, index: int, *texts: str) -> bool:
        """Whether a token is one of these terminals."""
        if not 0 <= index < len(self.tokens.types):
            return False
        kind = self.tokens.types[index]
        return any(self._kinds.get(text) == kind for text in texts)

    def is_keyword(self, index: int) -> bool:
        """Whether a token is a keyword."""
        text = self.tables.texts[self.tokens.types[index]]
        return text[:1].isalpha()

    def word(self, index: int) -> str:
        """The characters of a token; "" outside the text."""
        if not 0 <= index < len(self.tokens.types):
            return ""
        return self.tokens.text[self.tokens.starts[index] : self.tokens.ends[index]]

    def line(self, index: int) -> int:
        """The line where a token begins."""
        return self.builder.source.position(self.tokens.starts[index])[0]

    def starts_line(self, index: int) -> bool:
        """Whether a token is the first on its line."""
        return is_first_on_line(self.builder.source, self.tokens.starts[index])

    def same_line(self, one: int, two: int) -> bool:
        """Whether two tokens begin on one line."""
        return one >= 0 and two < len(self.tokens.types) and self.line(one) == self.line(two)

    def statement(self, index: int) -> int:
        """The first token of the member that a token stands in, near enough."""
        begin = index
        while begin > 0 and index - begin < _FAR and not self.is_kind(begin - 1, ";", "{", "}"):
            begin -= 1
        return begin

    @property
    def opener(self) -> int:
        """The innermost `{` that is open; -1 when there is none."""
        brace, types = self._kinds["{"], self.tokens.types
        for value in reversed(self.driver.values):
            if type(value) is int and types[value] == brace:
                return value
        return -1

    def next(self, index: int, kind: str) -> int:
        """The first token of a kind from a token on; the end of the file when there is none."""
        last = len(self.tokens.types) - 1
        while index < last and not self.is_kind(index, kind):
            index += 1
        return index

    def closer(self, opener: int) -> int:
        """The index after the `}` that matches a `{`; the end of the file when there is none."""
        depth = 0
        for each in range(opener, len(self.tokens.types)):
            depth += self.is_kind(each, "{") - self.is_kind(each, "}")
            if depth == 0:
                return each + 1
        return len(self.tokens.types) - 1

    @property
    def is_between_members(self) -> bool:
        """Whether a member could begin here."""
        return item_depth(self.tables, self.driver.states) == len(self.driver.states)

    def fits(self, *kinds: str, and_then: int = 0) -> bool:
        """Whether terminals would be taken next, and after them so many tokens from `at` on."""
        return self.fits_from(*kinds, start=self.at, count=and_then)

    def fits_from(self, *kinds: str, start: int, count: int = 2) -> bool:
        """Whether terminals would be taken next, and after them tokens from `start` on."""
        if any(kind not in self._kinds for kind in kinds):
            return False
        following = self.tokens.types[start : start + count]
        return fits(self.driver, [*(self._kinds[kind] for kind in kinds), *following])

    # ---- mending

    def insert(self, *kinds: str) -> None:
        """Put tokens without characters before the token at fault."""
        at = self.at
        end = self.tokens.ends[at - 1] if at else 0
        self.tokens.types[at:at] = [self._kinds[kind] for kind in kinds]
        self.tokens.starts[at:at] = [end] * len(kinds)
        self.tokens.ends[at:at] = [end] * len(kinds)
        self._resumed = at + len(kinds)

    def insert_at(self, index: int, kind: str) -> None:
        """Put a token without characters before a later one."""
        end = self.tokens.ends[index - 1]
        self.tokens.types.insert(index, self._kinds[kind])
        self.tokens.starts.insert(index, end)
        self.tokens.ends.insert(index, end)

    def replace(self, index: int, kind: str) -> None:
        """Take a token as another terminal."""
        self.tokens.types[index] = self._kinds[kind]
        self._resumed = max(self.at, index) + 1

    def blank(self, index: int) -> None:
        """Take the characters off a token, so that nobody looks for what it names."""
        self.tokens.ends[index] = self.tokens.starts[index]

    def delete(self, index: int) -> None:
        """Take a later token out."""
        for each in (self.tokens.types, self.tokens.starts, self.tokens.ends):
            del each[index]

    def empty(self, opener: int) -> None:
        """Take out everything between a `{` and its `}`."""
        end = self.closer(opener)
        end -= self.is_kind(end - 1, "}") and end - 1 > opener
        for each in (self.tokens.types, self.tokens.starts, self.tokens.ends):
            del each[opener + 1 : end]

    def skip_to(self, index: int) -> None:
        """Go on at a later token; never beyond the end of the file."""
        self.driver.at = min(index, len(self.tokens.types) - 1)
        self._resumed = self.driver.at

    def go_on(self, index: int, mended: int) -> None:
        """Go on at a token; what comes before `mended` was put in order."""
        self.driver.at = index
        self._resumed = mended

    def unshift(self) -> bool:
        """Take the last token off the stack again if it still lies there as it is."""
        at = self.at - 1
        if at >= 0 and self.driver.values[-1] == at and self.driver.firsts[-1] == at:
            for stack in (self.driver.states, self.driver.values, self.driver.firsts):
                stack.pop()
            self.driver.at = at
            return True
        return False

    def unwind(self, index: int) -> None:
        """Take everything from a token on off the stack again."""
        driver = self.driver
        while len(driver.states) > 1 and driver.firsts[-1] >= index:
            for stack in (driver.states, driver.values, driver.firsts):
                stack.pop()

    # ---- reporting

    def report(
        self,
        code: str,
        message: str,
        start: int,
        end: int,
        hint: str | None = None,
        fix: tuple[str, str] | None = None,
    ) -> None:
        """Report an error over a range of offsets, unless it is a consequence of one before it."""
        line = self.builder.source.position(start)[0]
        follows = self.at - self._resumed < _CLOSE and line == self._line
        if not follows and not self._at_fault():
            self.builder.report(code, message, start, end, hint, fix)
        self._line = line

    def report_token(
        self,
        code: str,
        message: str,
        index: int,
        hint: str | None = None,
        fix: tuple[str, str] | None = None,
    ) -> None:
        """Report an error at a token."""
        start, end = self.tokens.starts[index], self.tokens.ends[index]
        self.report(code, message, start, end, hint, fix)

    def report_after(
        self,
        code: str,
        message: str,
        index: int,
        hint: str | None = None,
        fix: tuple[str, str] | None = None,
    ) -> None:
        """Report an error at the place right after a token, where something is missing."""
        end = self.tokens.ends[index] if index >= 0 else 0
        self.report(code, message, end, end, hint, fix)

    def once(self, code: str, index: int) -> bool:
        """Whether this is the first time that a code is met in the construct that begins at a token."""
        key = (code, self.tokens.starts[index] if index >= 0 else -1)
        fresh = key not in self._silenced
        self._silenced.add(key)
        return fresh

    def seen(self, code: str, index: int) -> bool:
        """Whether `once` was asked this before."""
        return (code, self.tokens.starts[index] if index >= 0 else -1) in self._silenced

    def _at_fault(self) -> bool:
        """Whether the scanner has already reported what stands here."""
        start = self.tokens.starts[self.at - 1] if self.at else 0
        end = self.tokens.ends[self.at]
        faults = self.tokens.faults
        at = bisect_right(faults, end, key=lambda fault: fault.start) - 1
        while at >= 0 and faults[at].end >= start:
            if faults[at].code != "syntax-foreign-letters":
                return True
            at -= 1
        return False
