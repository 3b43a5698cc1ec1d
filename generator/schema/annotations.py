"""What the metadata of `AgentSystems::Persistence` says about an element, and the names it gives in the database.

Must not know tables or SQL beyond what a name may look like.
"""

from __future__ import annotations

import re

from generator.compile.constants import annotation_value
from generator.emit.names import words
from generator.ir import Element, Model
from generator.schema.tables import shorten

__all__ = [
    "INDEXED",
    "KEY",
    "LENGTH",
    "RENAMED",
    "TABLE",
    "UNIQUE",
    "former_names",
    "plural",
    "sql_name",
    "table_name",
]

_PERSISTENCE = "AgentSystems::Persistence::"
KEY = _PERSISTENCE + "key"
UNIQUE = _PERSISTENCE + "unique"
INDEXED = _PERSISTENCE + "indexed"
LENGTH = _PERSISTENCE + "Length"
TABLE = _PERSISTENCE + "Table"
RENAMED = _PERSISTENCE + "Renamed"

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")


def sql_name(name: str) -> str:
    """The name of a column: words in lower case joined by underscores, at most 63 characters."""
    found = "_".join(words(name)).lower() or "nameless"
    return shorten(f"n{found}" if found[0].isdigit() else found)


def plural(name: str) -> str:
    """The English plural of a snake-case name, by the regular rules: `quorum_vote` gives `quorum_votes`."""
    if name.endswith(("s", "x", "z", "ch", "sh")):
        return f"{name}es"
    if name.endswith("y") and name[-2:-1] not in tuple("aeiou"):
        return f"{name[:-1]}ies"
    return f"{name}s"


def table_name(model: Model, entity: Element) -> tuple[str, bool]:
    """The name of an entity's table, and whether it is just what `@Table` says (or there is no `@Table`)."""
    given = annotation_value(model, entity, TABLE, "name")
    if not isinstance(given, str):
        return shorten(plural(sql_name(entity.name or "entity"))), True
    name = shorten(given) if _PLAIN.match(given) else sql_name(given)
    return name, name == given


def former_names(model: Model, entity: Element) -> tuple[str | None, str | None]:
    """The former table of a renamed entity, and the former stem of columns called after it.

    `@Renamed` may give the former name of the definition (`Note`) or of the table (`notes`); only the former
    says the stem.
    """
    given = annotation_value(model, entity, RENAMED, "former")
    if not isinstance(given, str):
        return None, None
    if given == given.lower():
        return shorten(given), None
    return shorten(plural(sql_name(given))), sql_name(given)
