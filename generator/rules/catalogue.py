"""Every constraint of the specification, and whether it is checked.

`constraints.toml` holds the names with their metaclasses, and why those that no rule checks are not checked; which
are checked is known from the rules. Must not know particular rules.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

__all__ = ["AREAS", "FAMILIES", "Constraint", "State", "constraints", "ours"]

FAMILIES = ("validate", "check", "derive")
"""What the names of constraints begin with: conditions, implied relationships, computed properties."""

AREAS = ("Root", "Core", "Kernel", "Systems")
"""The packages of the metamodel, the first three being KerML."""

_FAMILY = re.compile(r"[a-z]+")


class State(StrEnum):
    """What the compiler does about a constraint."""

    CHECKED = "checked"
    NEVER = "cannot be violated"
    MISSING = "not yet"


@dataclass(frozen=True, slots=True)
class Constraint:
    """One constraint; `reason` says why it cannot be violated or what is missing, and is empty where it is checked."""

    name: str
    metaclass: str
    area: str
    state: State
    reason: str

    @property
    def family(self) -> str:
        """One of FAMILIES."""
        found = _FAMILY.match(self.name)
        return found[0] if found else ""


def constraints(codes: Collection[str]) -> tuple[Constraint, ...]:
    """All constraints in the order of the metamodel's packages, metaclasses and names; `codes` are those of the rules.

    Raises ValueError for a constraint that is checked and has a reason not to be, or has neither.
    """
    data = _data()
    reasons = data["reasons"]
    found = []
    for area in AREAS:
        for metaclass, names in data[area].items():
            for name, text in names.items():
                state, reason = _state(name, text, name in codes, reasons)
                found.append(Constraint(name, metaclass, area, state, reason))
    return tuple(found)


def ours() -> dict[str, str]:
    """The rules that are no constraints: `reference` for names of the reference implementation, else `own`."""
    return dict(_data()["ours"])  # type: ignore[arg-type]  # a table of texts


def _state(
    name: str, text: str, is_checked: bool, reasons: dict[str, dict[str, str]]
) -> tuple[State, str]:
    if is_checked == bool(text):
        raise ValueError(f"{name} " + ("has a rule and a reason" if text else "has neither"))
    if is_checked:
        return State.CHECKED, ""
    if text in reasons["never"]:
        return State.NEVER, reasons["never"][text]
    return State.MISSING, reasons["missing"].get(text, text[:1].upper() + text[1:] + ".")


@cache
def _data() -> dict[str, dict[str, dict[str, str]]]:
    file = resources.files(__name__.rpartition(".")[0]) / "constraints.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
