# Generated from AIOS_Agents (ssot/aios/agents.sysml) and 27 more elements.
# Do not edit: change the model and run `generate_from_ssot`.
"""Texts for values and values for texts, as the string functions of the model's library give them.

Knows nothing of models: plain values, enumerations, dates, and objects that say what their JSON is.
"""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Any, TypeAlias

__all__ = ["Json", "from_json", "to_boolean", "to_json", "to_string"]

Json: TypeAlias = "list[Json] | dict[str, Json] | str | bool | int | float | None"


def to_string(value: object) -> str:
    """The text of a value in the notation of the model: `true`, `1.5`, an enumeration literal by its name."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Enum):
        return str(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)


def to_boolean(text: str) -> bool:
    """`true` or `false` as a Boolean; ValueError for any other text."""
    if text not in ("true", "false"):
        raise ValueError(f"`{text}` is neither `true` nor `false`")
    return text == "true"


def _plain(value: object) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    for method in ("model_dump", "to_json"):
        dump = getattr(value, method, None)
        if dump is not None:
            return dump(mode="json") if method == "model_dump" else dump()
    return vars(value) if hasattr(value, "__dict__") else str(value)


def to_json(value: object) -> str:
    """A value as JSON on one line; durations are numbers of seconds, times are ISO 8601."""
    return json.dumps(value, default=_plain, ensure_ascii=False)


def from_json(text: str) -> Json:
    """The value a JSON text stands for; ValueError when it is none."""
    found: Json = json.loads(text)
    return found
