"""Black asked about single logical lines: each in a frame that lets it stand alone, many in one text.

Knows Python's block structure and black. Must not know where the lines come from.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["ELEMENTS", "FormatFault", "Question", "answers", "format_whole"]

_MARK = "_between_{}_and_the_next_line_"


class FormatFault(Exception):
    """Text that is not Python: a fault of a template, with the line it shows in."""


class Question(NamedTuple):
    """A logical line, indented to its depth, and the kind of frame it needs."""

    frame: str
    depth: int
    text: str


def format_whole(text: str) -> str:
    """The text as black writes it; raises FormatFault if it is no Python."""
    import black  # heavy, and a run without change never formats
    from black.mode import TargetVersion
    from black.parsing import InvalidInput

    try:
        return black.format_str(text, mode=black.Mode(target_versions={TargetVersion.PY311}))
    except InvalidInput as fault:
        raise FormatFault(str(fault)) from fault


#: What stands before and after a line of a kind so that black can read it: lines before, lines after.
_FRAMES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "": ((), ()),
    "block": ((), ("    pass",)),
    "decorator": ((), ("def f():", "    pass")),
    "else": (("if 1:", "    pass"), ("    pass",)),
    "except": (("try:", "    pass"), ("    pass",)),
    "try": ((), ("    pass", "finally:", "    pass")),
    "(": (("f(",), (")",)),
    "[": (("[",), ("]",)),
    "{": (("{",), ("}",)),
    "def(": (("def f(",), ("):", "    pass")),
    "import(": (("from m import (",), (")",)),
}
ELEMENTS = frozenset({"(", "[", "{", "def(", "import("})


def answers(questions: Sequence[Question]) -> dict[Question, str]:
    """The lines as black writes them; a line it cannot read in its frame has no answer."""
    found: dict[Question, str] = {}
    together = [each for each in questions if each.frame != "module docstring"]
    for group in ([each] for each in questions if each.frame == "module docstring"):
        found |= _together(group)
    return found | _together(together)


def _together(questions: Sequence[Question]) -> dict[Question, str]:
    """Ask in one text; when black cannot read it, look for the reason in its halves."""
    if not questions:
        return {}
    frames = [_frame_lines(each.frame, each.depth) for each in questions]
    lines: list[str] = []
    for number, (question, (before, after)) in enumerate(zip(questions, frames, strict=True)):
        lines += [*before, question.text, *after, _MARK.format(number)]
    try:
        formatted = format_whole("\n".join(lines) + "\n")
    except FormatFault:
        if len(questions) == 1:
            return {}
        half = len(questions) // 2
        return _together(questions[:half]) | _together(questions[half:])
    found: dict[Question, str] = {}
    rest = formatted
    for number, (question, (before, after)) in enumerate(zip(questions, frames, strict=True)):
        part, mark, rest = rest.partition(_MARK.format(number) + "\n")
        inner = _inside(part.strip("\n").split("\n"), before, after) if mark else None
        if inner is not None:
            found[question] = inner
    return found


def _inside(lines: list[str], before: Sequence[str], after: Sequence[str]) -> str | None:
    """What stands in a frame; None when the frame did not hold."""
    end = len(lines) - len(after)
    inner = lines[len(before) : end]
    if lines[: len(before)] != list(before) or lines[end:] != list(after):
        return None
    return "\n".join(inner) if inner and inner[0] and inner[-1] else None


def _frame_lines(frame: str, depth: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines before and after; blocks around them give the line its indentation."""
    if frame == "module docstring":
        return (), ()
    if frame.endswith(" docstring"):
        opener = "class C:" if frame == "class docstring" else "def f():"
        heads: tuple[str, ...] = (opener,)
        tails: tuple[str, ...] = () if frame == "class docstring" else ("    pass",)
        depth -= 1
    else:
        heads, tails = _FRAMES[frame]
        depth -= frame in ELEMENTS
    pad = "    " * depth
    blocks = tuple("    " * at + "if 1:" for at in range(depth))
    return (
        (*blocks, *(pad + each for each in heads)),
        tuple(pad + each for each in tails),
    )
