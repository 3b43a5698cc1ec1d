"""The metaclasses of the OMG's metamodel: their generals and their attributes that are not derived.

Source: KerML 1.0 and SysML 2.0, clauses 8.3. Must not know elements of a model.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

__all__ = ["Attribute", "attributes_of", "is_a", "metaclasses"]


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute: `refers` to elements, `is_many` is a list, `is_optional` may be null; `default` or None."""

    name: str
    refers: bool
    is_many: bool
    is_optional: bool
    default: bool | str | None


@cache
def metaclasses() -> dict[str, tuple[tuple[str, ...], tuple[Attribute, ...]]]:
    """Every metaclass with its direct generals and its own attributes."""
    text = (resources.files(__package__) / "metaclasses.txt").read_text(encoding="utf-8")
    found = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, _, rest = line.partition(":")
            generals, _, attributes = rest.partition("|")
            found[name] = (
                tuple(generals.split()),
                tuple(_attribute(each) for each in attributes.split()),
            )
    return found


def _attribute(text: str) -> Attribute:
    text, _, default = text.partition("=")
    value: bool | str | None = {"true": True, "false": False}.get(default, default or None)
    return Attribute(text.rstrip(">?*"), ">" in text, "*" in text, "?" in text, value)


@cache
def attributes_of(metaclass: str) -> dict[str, Attribute]:
    """All attributes of a metaclass, inherited ones first; a redefined default replaces the inherited one."""
    generals, own = metaclasses()[metaclass]
    found: dict[str, Attribute] = {}
    for general in generals:
        for name, attribute in attributes_of(general).items():
            known = found.get(name)
            if known is None or known.default is None or attribute.default not in (None, False):
                found[name] = attribute
    found.update({each.name: each for each in own})
    return found


@cache
def is_a(metaclass: str, general: str) -> bool:
    """Whether a metaclass is, or specialises, another one."""
    if metaclass == general:
        return True
    generals = metaclasses().get(metaclass, ((), ()))[0]
    return any(is_a(each, general) for each in generals)
