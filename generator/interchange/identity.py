"""Identities of elements: UUIDs that follow from where an element stands.

Source: KerML 1.0, clause 9.1 (name-based UUIDs of library elements) and 8.3.2.1.2 (paths). Elements of other
models get theirs in the same way, from a URL of the project. Must not know what an element is.
"""

from __future__ import annotations

import re
from functools import cache
from uuid import NAMESPACE_URL, UUID, uuid5

__all__ = ["base_of_library", "base_of_project", "escaped", "identity"]

_BASIC = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
_KERNEL = frozenset(
    {
        "Base",
        "BaseFunctions",
        "BooleanFunctions",
        "Clocks",
        "CollectionFunctions",
        "Collections",
        "ComplexFunctions",
        "ControlFunctions",
        "ControlPerformances",
        "DataFunctions",
        "FeatureReferencingPerformances",
        "IntegerFunctions",
        "KerML",
        "Links",
        "Metaobjects",
        "NaturalFunctions",
        "NumericalFunctions",
        "Objects",
        "Observation",
        "OccurrenceFunctions",
        "Occurrences",
        "Performances",
        "RationalFunctions",
        "RealFunctions",
        "ScalarFunctions",
        "ScalarValues",
        "SequenceFunctions",
        "SpatialFrames",
        "StatePerformances",
        "StringFunctions",
        "Transfers",
        "TransitionPerformances",
        "TrigFunctions",
        "Triggers",
        "VectorFunctions",
        "VectorValues",
    }
)


@cache
def base_of_library(package: str) -> UUID:
    """The UUID of a top-level package of the standard library, which is the name space of all that is in it."""
    language = "KerML" if package in _KERNEL else "SysML"
    return uuid5(NAMESPACE_URL, f"https://www.omg.org/spec/{language}/{package}")


def base_of_project(name: str) -> UUID:
    """The name space of the elements of a project; it depends on the project's name alone."""
    return uuid5(NAMESPACE_URL, f"urn:ssot:{name}")


def identity(base: UUID, path: str) -> str:
    """The identity of the element with a path below a base."""
    return str(uuid5(base, path))


def escaped(name: str) -> str:
    """A name as it is written in a qualified name: in single quotes where it is not a basic name."""
    if _BASIC.match(name):
        return name
    characters = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return "'" + "".join(characters.get(each, each) for each in name) + "'"
