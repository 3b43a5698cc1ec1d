from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StepsTest:
    path: str
    origins: tuple[str, ...]


def steps_test(model, system, workflow):
    yield from ()
