"""The numbered inputs of a seed: the same for whoever asks, in whatever order."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.fuzz.mutations import LOCAL, MUTATIONS

__all__ = ["Hostile", "hostile"]


@dataclass(frozen=True, slots=True)
class Hostile:
    """One input; `original` is the text before a change at one place."""

    number: int
    kind: str
    name: str
    data: bytes
    original: str | None


def hostile(seed: int, number: int, sources: list[tuple[str, str]]) -> Hostile:
    """Input number so-and-so of a seed."""
    pick = random.Random(f"{seed}-{number}")
    kind = sorted(MUTATIONS)[number % len(MUTATIONS)]
    name, text = pick.choice(sources)
    made = MUTATIONS[kind](pick, text, pick.choice(sources)[1])
    data = made if isinstance(made, bytes) else made.encode("utf-8", "surrogatepass")
    return Hostile(number, kind, name, data, text if kind in LOCAL else None)
