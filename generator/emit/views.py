"""Views: the complete, plain values a template shows, and their digests.

A view is a frozen dataclass with at least `path` and `origins`; its class name is the stem of its template.
Because the text of an artifact depends on nothing but the view and the template, the digest of both is the
key under which finished text is cached. Must not know models, templates or paths on disk.
"""

from __future__ import annotations

import dataclasses
import hashlib
import marshal
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, Protocol

__all__ = ["View", "ViewFault", "check_view", "view_digest"]


class View(Protocol):
    """What emit asks of a view; `text` may exist too: then it is the artifact and no template is needed."""

    @property
    def path(self) -> str:
        """POSIX path relative to the root of the pass, begins with the name of the system."""

    @property
    def origins(self) -> tuple[str, ...]:
        """Qualified names of the model elements the view comes from, the most telling one first."""


class ViewFault(Exception):
    """A view that breaks the contract: a fault of a pass, not of a model."""


def check_view(view: object) -> None:
    """Raise ViewFault unless a value is a frozen dataclass with a path and origins."""
    kind = type(view)
    parameters = getattr(kind, "__dataclass_params__", None)
    if parameters is None or not parameters.frozen:
        raise ViewFault(f"{kind.__name__} is no frozen dataclass")
    path, origins = getattr(view, "path", None), getattr(view, "origins", None)
    if not isinstance(path, str):
        raise ViewFault(f"{kind.__name__} has no `path: str`")
    if not isinstance(origins, tuple) or not all(isinstance(each, str) for each in origins):
        raise ViewFault(f"{kind.__name__} has no `origins: tuple[str, ...]`")
    if not origins:
        raise ViewFault(f"{kind.__name__} for {path} names no origin")


@cache
def _fields(kind: type) -> Any:
    names = [each.name for each in dataclasses.fields(kind)]
    if not names:
        return None, 0
    return attrgetter(*names), len(names)


_PLAIN = frozenset({str, int, bool, float, type(None), bytes})


def _flat(value: Any) -> Any:
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple:
        return tuple(map(_flat, value))
    if dataclasses.is_dataclass(kind):
        getter, count = _fields(kind)
        values = () if count == 0 else getter(value) if count > 1 else (getter(value),)
        return (kind.__qualname__, *map(_flat, values))
    if isinstance(value, Enum):
        return (kind.__qualname__, value.name, _flat(value.value))
    if isinstance(value, str):
        return (kind.__qualname__, str.__str__(value))
    raise ViewFault(
        f"a view holds a {kind.__name__}; only str, int, float, bool, None, bytes, tuples, enumerations and "
        "frozen dataclasses are plain data"
    )


def view_digest(view: object) -> bytes:
    """The SHA-256 of a view's class name and values; equal for equal views in any process."""
    # marshal in version 0 writes values only: no interning flags, no back references.
    return hashlib.sha256(marshal.dumps(_flat(view), 0)).digest()
