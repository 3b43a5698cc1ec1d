"""Groups become lines.

Knows widths, indents and what to do with notes. Must not know the grammar. Each group is measured once, by sums
over its tokens, so that the time is proportional to the text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from generator.syntax.format.comments import moved
from generator.syntax.format.group import STEP, Group, Kind
from generator.syntax.format.plan import Plan
from generator.syntax.format.trivia import NOTHING, Gap, Note, column

__all__ = ["Layout"]

_FREE: Mapping[int, int] = {}
_NO_BLANKS = (False, False)
_BRANCHED = (Kind.BODY, Kind.BRANCHES)
_CLOSE_UP = (",", ";")
"""What stands close to a note before it."""


class Layout:
    """One text on its way out. `column` and `indent` are those of the line being written."""

    def __init__(self, plan: Plan, width: int) -> None:
        self.plan = plan
        self.texts = plan.texts
        self.trivia = list(plan.trivia)
        self.spaces = plan.spacing.before
        self.width = width
        self.out: list[str] = []
        self.column = 0
        self.indent = 0
        self.member = 0
        self._measure()

    # ---- widths

    def _measure(self) -> None:
        """Sums: where each token ends on one endless line, and how many forced breaks stand before it."""
        ends: list[int] = []
        forced = [0]
        at = 0
        for text, gap, space, force in zip(
            self.texts, self.trivia, self.spaces, self.plan.forced, strict=True
        ):
            if gap is not NOTHING and gap.has_notes:
                at += text not in _CLOSE_UP
                at += sum(len(note.text) + 1 for note in (*gap.behind, *gap.ahead))
            else:
                at += space
            at += len(text) if "\n" not in text else text.index("\n")
            ends.append(at)
            forced.append(forced[-1] + force)
        self.ends = ends
        self.forced_before = forced
        self.next_break = self._next_breaks(self.plan.members)

    def _next_breaks(self, members: list[Group]) -> list[int]:
        """For each token the first one from there on that may begin a line."""
        may = bytearray(self.plan.forced)
        stack = list(members)
        while stack:
            group = stack.pop()
            if group.kind is Kind.MEMBER:
                may[group.first] = may[group.after] = 1
            for at in group.breaks:
                may[at] = 1
            stack += group.children
        count = len(may)
        following = [count - 1] * (count + 1)
        for at in range(count - 2, -1, -1):
            following[at] = at if may[at] else following[at + 1]
        return following

    def _start(self, at: int) -> int:
        """Where a token begins on the one endless line."""
        text = self.texts[at]
        return self.ends[at] - (len(text) if "\n" not in text else text.index("\n"))

    def _flat_width(self, first: int, after: int) -> int:
        return self.ends[after - 1] - self._start(first)

    def _column_of(self, at: int) -> int:
        """The column of the next token, if it stays on the line."""
        return self.column + self._start(at) - self.ends[at - 1]

    def _tail(self, after: int) -> int:
        """The width of what cannot be parted from the token before `after`."""
        return self.ends[self.next_break[after] - 1] - self.ends[after - 1]

    def _is_forced(self, first: int, after: int) -> bool:
        return self.forced_before[after] > self.forced_before[first + 1]

    def _fits(self, first: int, after: int, column: int) -> bool:
        if self._is_forced(first, after):
            return False
        return column + self._flat_width(first, after) + self._tail(after) <= self.width

    # ---- tokens and what stands between them

    def text(self) -> str:
        """The whole text."""
        last = len(self.texts) - 1
        self._lines(self.plan.members, 0, last)
        self._newline(last, 0, 0, (bool(self.plan.members), False))
        return "".join(self.out).rstrip("\n") + "\n" if self.out else ""

    def _write(self, text: str) -> None:
        self.out.append(text)
        self.column += len(text)

    def _token(self, at: int) -> None:
        text = self.texts[at]
        if "\n" not in text:
            self.out.append(text)
            self.column += len(text)
            return
        if at not in self.plan.verbatim:
            before = column(self.plan.tokens.text, self.plan.tokens.starts[at])
            text = moved(text, before, self.column)
        self._long(text)

    def _long(self, text: str) -> None:
        self.out.append(text)
        self.column = len(text) - text.rfind("\n") - 1

    def _note(self, note: Note) -> None:
        if "\n" in note.text:
            self._long(moved(note.text, note.column, self.column))
        else:
            self._write(note.text)

    def _break(self, indent: int, blank: bool) -> None:
        if self.out:
            self.out.append("\n\n" if blank else "\n")
        self.out.append(" " * indent)
        self.column = self.indent = indent

    def _space(self, at: int, indent: int) -> None:
        """What stands before a token that need not begin a line."""
        gap = self.trivia[at]
        if gap is NOTHING:
            if self.spaces[at]:
                self._write(" ")
        elif gap.must_break:
            self._newline(at, indent, indent, _NO_BLANKS)
        elif gap.has_notes:
            for note in gap.behind:
                self._write(" ")
                self._note(note)
            if self.texts[at] not in _CLOSE_UP:
                self._write(" ")
            for note in gap.ahead:
                self._note(note)
                self._write(" ")
        elif self.spaces[at]:
            self._write(" ")

    def _newline(self, at: int, indent: int, notes: int, blanks: tuple[bool, bool]) -> None:
        """A token begins a line; notes before it have an indent of their own.

        `blanks` says whether a blank line may stand before the first of them all, and before the token.
        """
        gap = self.trivia[at]
        may_note, may_token = blanks
        self._notes(gap, notes, may_note)
        if at < len(self.texts) - 1:
            may = may_token and (may_note or bool(gap.alone))
            self._break(indent, may and gap.blank)
        for note in gap.ahead:
            self._note(note)
            self._write(" ")

    def _notes(self, gap: Gap, indent: int, may_be_blank: bool) -> None:
        """The notes behind the token before, and those on lines of their own."""
        for note in gap.behind:
            self._write(" ")
            self._note(note)
        for note in gap.alone:
            self._break(indent, may_be_blank and note.after_blank)
            self._note(note)
            may_be_blank = True

    # ---- groups

    def _group(self, group: Group) -> None:
        if self._fits(group.first, group.after, self.column):
            for at in range(group.first, group.after):
                if at > group.first:
                    self._space(at, 0)
                self._token(at)
            return
        _WRITERS[group.kind](self, group)

    def _pieces(self, group: Group, breaks: Mapping[int, int], base: int) -> None:
        """The tokens and groups of a group, with lines begun where `breaks` says."""
        children = iter(group.children)
        child = next(children, None)
        at = group.first
        while at < group.after:
            begins = child is not None and child.first == at
            if at == group.first:
                pass
            elif child is not None and begins and self._goes_below(child, group.kind):
                self._newline(at, self.member, self.member, _NO_BLANKS)
            elif at in breaks:
                indent = base + breaks[at]
                self._newline(at, indent, max(indent, base + STEP), _NO_BLANKS)
            else:
                self._space(at, base + STEP)
            if child is not None and begins:
                if group.kind is Kind.BRANCHES and child.kind in _BRANCHED:
                    _WRITERS[child.kind](self, child)
                else:
                    self._group(child)
                at = child.after
                child = next(children, None)
            else:
                self._token(at)
                at += 1

    def _goes_below(self, group: Group, parent: Kind) -> bool:
        """Whether the brace of a body stands below its head: after several lines, or a note."""
        if group.kind is not Kind.BODY:
            return False
        if self.trivia[group.first].must_break or self.indent == self.member:
            return self.trivia[group.first].must_break
        column = self._column_of(group.first)
        return parent is Kind.BRANCHES or not self._fits(group.first, group.after, column)

    def _all(self, group: Group) -> None:
        self._pieces(group, group.breaks, self.indent)

    def _chain(self, group: Group) -> None:
        base = self.indent
        starts_line = self.column == base
        self._pieces(group, dict.fromkeys(group.breaks, 0 if starts_line else STEP), base)

    def _member(self, group: Group) -> None:
        outer, self.member = self.member, self.indent
        self._pieces(group, _FREE, self.indent)
        self.member = outer

    def _fill(self, group: Group) -> None:
        base = self.indent
        children = {child.first: child for child in group.children}
        edges = sorted(group.breaks)
        ends = dict(zip(edges, [*edges, group.after][1:], strict=True))
        at = group.first
        while at < group.after:
            if at in ends and (
                self.plan.forced[at] or not self._fits(at, ends[at], self._column_of(at))
            ):
                indent = base + group.breaks[at]
                self._newline(at, indent, indent, _NO_BLANKS)
            elif at > group.first:
                self._space(at, base + STEP)
            if at in children:
                self._group(children[at])
                at = children[at].after
            else:
                self._token(at)
                at += 1

    def _hugs(self, group: Group, start: int, column: int) -> bool:
        """Whether a line can end with the opening of the last brackets of a group."""
        if not group.hug or self._is_forced(start, group.hug):
            return False
        return column + self._flat_width(start, group.hug) <= self.width

    def _value(self, group: Group) -> None:
        (start,) = group.breaks
        column = self.column + self._start(start) - self._start(group.first)
        hugs = self._hugs(group, start, column) and not self.trivia[start].must_break
        if hugs and group.is_lone and self._fits(start, group.after, self.indent + STEP):
            hugs = False
        self._pieces(group, _FREE if hugs else group.breaks, self.indent)

    def _calls(self, group: Group) -> None:
        hugs = self._hugs(group, group.first, self.column)
        self._pieces(group, _FREE if hugs else group.breaks, self.indent)

    def _block(self, group: Group) -> None:
        base, last = self.indent, group.after - 1
        self._token(group.first)
        self._lines(group.children, base + STEP, last)
        self._newline(last, base, base + STEP, (bool(group.children), False))
        self._token(last)

    def _lines(self, members: list[Group], indent: int, last: int) -> None:
        """Members, one a line; a blank line stays where one was, but not before the first.

        `last` is the token after them. What stands between the notes `fmt: off` and `fmt: on` is copied.
        """
        firsts = [*(group.first for group in members), last]
        resumed = 0
        for number, group in enumerate(members):
            if group.first < resumed:
                continue
            at = indent + group.indent
            if any(note.stops for note in self.trivia[group.first].alone):
                resumed = self._copy(firsts[number:], at, number > 0)
            if group.first < resumed:
                continue
            self._newline(group.first, at, at, (number > 0, True))
            self._group(group)

    def _copy(self, firsts: list[int], indent: int, may_be_blank: bool) -> int:
        """Copy members of the source from a note that stops formatting; the token to go on with.

        What is not copied of the notes before that token is left for it.
        """
        source = self.plan.tokens.text
        gap = self.trivia[firsts[0]]
        off = next(index for index, note in enumerate(gap.alone) if note.stops)
        until = Gap(gap.behind, gap.alone[: off + 1])
        self.trivia[firsts[0]] = Gap((), gap.alone[off + 1 :], gap.ahead, gap.blank)
        self._notes(until, indent, may_be_blank)
        start = gap.alone[off].end
        for at in firsts:
            gap = self.trivia[at]
            on = next((index for index, note in enumerate(gap.alone) if note.resumes), None)
            if on is not None:
                note = replace(gap.alone[on], after_blank=False)
                self.trivia[at] = Gap((), (note, *gap.alone[on + 1 :]), gap.ahead, gap.blank)
                self.out.append(source[start : note.start].rstrip(" \t").removesuffix("\n"))
                return at
        self.out.append(source[start : self.plan.tokens.starts[firsts[-1]]].rstrip())
        self.trivia[firsts[-1]] = NOTHING
        return firsts[-1]


_WRITERS: dict[Kind, Callable[[Layout, Group], None]] = {
    Kind.ALL: Layout._all,
    Kind.FILL: Layout._fill,
    Kind.CHAIN: Layout._chain,
    Kind.VALUE: Layout._value,
    Kind.CALLS: Layout._calls,
    Kind.MEMBER: Layout._member,
    Kind.BRANCHES: Layout._all,
    Kind.BODY: Layout._block,
    Kind.BLOCK: Layout._block,
}
