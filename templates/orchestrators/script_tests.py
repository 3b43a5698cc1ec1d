from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScriptTest:
    path: str
    origins: tuple[str, ...]


def script_test(model, system, workflow):
    yield from ()
