"""A tree as an indented outline: class names and what is not as by default; for tests and people.

Positions are left out, so that two outlines are equal exactly when two trees say the same.
"""

from __future__ import annotations

from dataclasses import fields

from generator.syntax.ast import FeatureChain, Name, Node, QualifiedName
from generator.syntax.printer.paper import name_text, reference_text

__all__ = ["outline"]

_DEEPEST = 60
_POSITIONS = ("start", "end")


def _margin(depth: int) -> str:
    """Spaces, or a number where the spaces would fill the memory."""
    return "  " * depth if depth <= _DEEPEST else f"{'  ' * _DEEPEST}({depth}) "


def _slots(cls: type[Node]) -> tuple[str, ...]:
    return tuple(each.name for each in fields(cls) if each.name not in _POSITIONS)


def outline(root: Node) -> str:
    """One line per node: what it is to its owner, its class, its plain values."""
    lines: list[str] = []
    stack: list[tuple[int, str, Node]] = [(0, "", root)]
    while stack:
        depth, label, node = stack.pop()
        words, inner = _described(node)
        lines.append(_margin(depth) + label + " ".join([type(node).__name__, *words]))
        stack.extend((depth + 1, name, child) for name, child in reversed(inner))
    return "\n".join(lines) + "\n"


def _described(node: Node) -> tuple[list[str], list[tuple[str, Node]]]:
    words: list[str] = []
    inner: list[tuple[str, Node]] = []
    for slot in _slots(type(node)):
        value = getattr(node, slot)
        if value is None or value is False or value == () or (slot, value) == ("role", "member"):
            continue
        if isinstance(value, Name):
            words.append(f"{slot}={name_text(value)}")
        elif isinstance(value, QualifiedName | FeatureChain):
            words.append(f"{slot}={reference_text(value)}")
        elif isinstance(value, Node):
            inner.append((f"{slot}: ", value))
        elif isinstance(value, tuple):
            if isinstance(value[0], QualifiedName):
                words.append(f"{slot}={','.join(reference_text(each) for each in value)}")
            else:
                label = "" if slot == "members" else f"{slot}: "
                inner += [(label, each) for each in value]
        else:
            words.append(f"{slot}" if value is True else f"{slot}={value!r}")
    return words, inner
