# Generated from AIOS_Agents::Init (ssot/aios/agents.sysml) and 79 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Values as lines for people: text as it is, an item as its fields, items as a table."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from typing import Any

__all__ = ["lines_of", "plain", "shown", "table"]

WIDEST = 60
"""Characters of a cell."""


def shown(name: str) -> str:
    """A name of Python as the model has it: only what is a word of the language itself ends in an underscore."""
    return name.rstrip("_") or name


def plain(value: object) -> object:
    """A value for JSON: results with the names of the model, everything else as it is."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: plain(each) for name, each in (_fields(value) or {}).items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(each) for each in value]
    return value


def lines_of(value: object) -> list[str]:
    """A value as lines; nothing gives no line."""
    if value is None:
        return []
    if isinstance(value, str):
        return str(value).splitlines()
    if isinstance(value, Sequence) and not isinstance(value, str):
        return _several(value)
    fields = _fields(value)
    if fields is None:
        return [_text(value)]
    lines: list[str] = []
    for name, each in fields.items():
        if (isinstance(each, Sequence) and not isinstance(each, str)) or _fields(
            each
        ) is not None:
            lines += [f"{name}:", *(f"  {line}" for line in lines_of(each) or ["-"])]
        elif isinstance(each, str) and "\n" in each:
            lines += [f"{name}:", *(f"  {line}".rstrip() for line in each.splitlines())]
        elif each is not None:
            lines.append(f"{name}: {_text(each)}".rstrip())
    return lines


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """Rows below their columns."""
    lines = [list(columns), *([_cell(each) for each in row] for row in rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(columns))]
    return [
        "  ".join(
            cell.ljust(width) for cell, width in zip(line, widths, strict=True)
        ).rstrip()
        for line in lines
    ]


def _several(values: Sequence[object]) -> list[str]:
    rows = [fields for each in values if (fields := _fields(each)) is not None]
    if len(rows) < len(values) or len({tuple(row) for row in rows}) != 1:
        return [line for each in values for line in lines_of(each)]
    columns = [
        name for name in rows[0] if any(row[name] not in (None, ()) for row in rows)
    ]
    return table(columns, [[row[name] for name in columns] for row in rows])


def _fields(value: object) -> dict[str, Any] | None:
    """The fields of an item or of a result; None for a plain value."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            shown(each.name): getattr(value, each.name)
            for each in dataclasses.fields(value)
        }
    fields = getattr(type(value), "model_fields", None)
    if fields is None or "root" in fields:
        return None
    return {
        each.serialization_alias or shown(name): getattr(value, name)
        for name, each in fields.items()
    }


def _text(value: object) -> str:
    from pydantic_core import to_json

    return (
        str(value)
        if isinstance(value, str)
        else to_json(value, by_alias=True, fallback=str).decode().strip('"')
    )


def _cell(value: object) -> str:
    if value is None:
        return ""
    fields = _fields(value)
    if fields:  # an item in a table stands for itself by what names it
        value = next(iter(fields.values()))
    if isinstance(value, Sequence) and not isinstance(value, str):
        text = ", ".join(_cell(each) for each in value)
    else:
        text = " ".join(_text(value).split())
    return text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"
