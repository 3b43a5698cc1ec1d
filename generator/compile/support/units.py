"""Units in the notation of models (`km/h`, `N*m`, `m⋅s⁻²`, `°C`): what they are made of, and how they convert.

The sizes of units come from pint, which is loaded when the first unit is needed, and from units a program
describes itself. Knows nothing of models.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import pint

__all__ = [
    "KNOWN",
    "OFFSET",
    "UnitError",
    "atoms_of",
    "define_unit",
    "dimension_of",
    "factor",
    "is_known",
    "pint_unit",
    "text_of",
]

Atoms: TypeAlias = dict[str, float]

_BASES = {
    "A": "ampere",
    "B": "byte",
    "Bq": "1/second",
    "C": "coulomb",
    "Da": "dalton",
    "F": "farad",
    "Gy": "gray",
    "H": "henry",
    "Hz": "hertz",
    "J": "joule",
    "K": "kelvin",
    "L": "liter",
    "N": "newton",
    "Pa": "pascal",
    "S": "siemens",
    "Sv": "sievert",
    "T": "tesla",
    "V": "volt",
    "W": "watt",
    "Wb": "weber",
    "bit": "bit",
    "cd": "candela",
    "eV": "electron_volt",
    "g": "gram",
    "kat": "katal",
    "lm": "lumen",
    "lx": "lux",
    "m": "meter",
    "mol": "mole",
    "rad": "radian",
    "s": "second",
    "sr": "steradian",
    "Ω": "ohm",
}
_PREFIXES = {
    "Y": "yotta",
    "Z": "zetta",
    "E": "exa",
    "P": "peta",
    "T": "tera",
    "G": "giga",
    "M": "mega",
    "k": "kilo",
    "h": "hecto",
    "da": "deca",
    "d": "deci",
    "c": "centi",
    "m": "milli",
    "µ": "micro",
    "μ": "micro",
    "n": "nano",
    "p": "pico",
    "f": "femto",
    "a": "atto",
    "z": "zepto",
    "y": "yocto",
}
_OTHERS = {
    "min": "minute",
    "h": "hour",
    "d": "day",
    "t": "metric_ton",
    "°": "degree",
    "°C": "delta_degree_Celsius",
    "°C_abs": "degree_Celsius",
}

KNOWN: Mapping[str, str] = {
    **{
        prefix + unit: (long + name if name.isidentifier() else "")
        for unit, name in _BASES.items()
        for prefix, long in _PREFIXES.items()
        if prefix + unit != "dB"  # the decibel is no tenth of a byte
    },
    **_BASES,
    **_OTHERS,
}
"""The units of the International System and those used with it, with their names in pint."""

OFFSET: Mapping[str, str] = {"°C_abs": "°C"}
"""Scales whose zero is not nothing, with the unit of their differences."""

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_SUPERSCRIPT = re.compile("[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_TOKEN = re.compile(r"\s*(?:(\*\*|\^)\s*\(?\s*(-?[0-9.]+)\s*\)?|([*/()⋅·])|([^\s*/()^⋅·]+))")
_own: dict[str, tuple[float, str]] = {}


class UnitError(ValueError):
    """A unit that is not known, or not written as units are."""


def define_unit(name: str, size: float, reference: str) -> None:
    """Make a unit known: so many of the reference; with the reference `` it measures something of its own."""
    known = _own.get(name)
    if known is not None and known != (size, reference):
        raise UnitError(f"the unit `{name}` is defined twice: {known} and {(size, reference)}")
    _own[name] = (size, reference)


def is_known(name: str) -> bool:
    """Whether a unit needs no description."""
    return bool(KNOWN.get(name)) or name in _own


@cache
def atoms_of(unit: str) -> Mapping[str, float]:
    """The units a product of units is made of, with their exponents; UnitError for what is no unit."""
    text = _SUPERSCRIPT.sub(lambda found: "^" + found[0].translate(_SUPERSCRIPTS), unit)
    found: Atoms = {}
    sign, stack, last, at, is_open = 1.0, [1.0], None, 0, True
    while at < len(text.rstrip()):
        token = _TOKEN.match(text, at)
        if token is None:
            raise UnitError(f"`{unit}` is not written as a unit")
        at = token.end()
        power, exponent, mark, name = token[1], token[2], token[3], token[4]
        if power is not None:
            if last is None:
                raise UnitError(f"`{unit}` has a power of nothing")
            found[last[0]] += last[1] * (float(exponent) - 1)
            last = None
        elif mark == "(":
            stack.append(stack[-1] * sign)
            sign = 1.0
        elif mark == ")":
            stack.pop()
        elif mark is not None:
            sign, is_open = (-1.0 if mark == "/" else 1.0), True
        else:
            amount, is_open = stack[-1] * sign, False
            if name != "1":
                if not is_known(name):
                    raise UnitError(f"`{name}` is no unit that is known here")
                found[name] = found.get(name, 0.0) + amount
                last = (name, amount)
            sign = 1.0
    if is_open or len(stack) > 1:
        raise UnitError(f"`{unit}` is not written as a unit")
    return {name: exponent for name, exponent in found.items() if exponent}


def text_of(atoms: Mapping[str, float]) -> str:
    """A product of units as a model would write it: `kg*m/s^2`; `1` for none."""
    above = [_power(name, exponent) for name, exponent in atoms.items() if exponent > 0]
    below = [(name, -exponent) for name, exponent in atoms.items() if exponent < 0]
    if not above and below:
        return "*".join(_power(name, -exponent) for name, exponent in below)
    return "*".join(above) + "".join(f"/{_power(*each)}" for each in below) or "1"


def _power(name: str, exponent: float) -> str:
    return name if exponent == 1 else f"{name}^{exponent:g}"


@cache
def _registry() -> pint.UnitRegistry[Any]:
    import pint  # it takes long to load, and many programs have no units

    return pint.UnitRegistry(autoconvert_offset_to_baseunit=True)


@cache
def _atom(name: str) -> Any:
    known = KNOWN.get(name)
    if known:
        return _registry().parse_units(known)
    size, reference = _own[name]
    if reference:
        return size * pint_unit(reference)
    dimension = f"own_{len(name)}_{name.encode().hex()}"
    _registry().define(f"{dimension} = [{dimension}]")
    return size * _registry().Unit(dimension)


@cache
def pint_unit(unit: str) -> Any:
    """A unit as one of pint's."""
    found: Any = _registry().Unit("")
    for name, exponent in atoms_of(unit).items():
        part: Any = _atom(name)
        found = part if exponent == 1 and found == _registry().Unit("") else found * part**exponent
    return found


@cache
def factor(unit: str, other: str) -> float | None:
    """How many of the other unit one of a unit is; None where they measure different things."""
    first, second = _one(unit), _one(other)
    if first.dimensionality != second.dimensionality:
        return None
    return float((first / second).to_base_units().magnitude)


def _one(unit: str) -> Any:
    found = pint_unit(OFFSET.get(unit, unit))
    return found if hasattr(found, "magnitude") else _registry().Quantity(1, found)


@cache
def dimension_of(unit: str) -> str:
    """What a unit measures, for people: `[length] / [time]`; `dimensionless` for a pure number."""
    return str(_one(unit).dimensionality)
