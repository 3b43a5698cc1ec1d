"""What a run gave, for people: names and values in columns, nested ones indented, in colour on a terminal.

Knows the JSON of runs. Must not know how they come about.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.diagnostics import visible
from generator.surfaces.cli.console import paint

__all__ = ["run_text"]

_VERDICTS = {True: ("yes", "green"), False: ("no", "red"), None: ("not known", "yellow")}
_LABELS = {"final_state": "final state", "visits": "visited"}


def run_text(element: str, result: Mapping[str, Any]) -> str:
    """The result of a run as text."""
    lines = [paint(visible(element), "bold") + paint(f"  {result['kind']}", "dim")]
    fields = {key: value for key, value in result.items() if key not in ("kind", "error")}
    rows = [row for key, value in fields.items() for row in _field(key, value)]
    width = max((len(name) for name, _, _ in rows), default=0)
    for name, value, colour in rows:
        shown = paint(value, colour) if colour else value
        lines.append(f"  {name:<{width}}  {shown}".rstrip())
    error = result.get("error")
    if error is not None:
        message = visible(str(error["message"]))
        lines.append(paint(f"error [{error['code']}]", "red") + f" {message}")
    return "\n".join(lines)


def _field(key: str, value: Any) -> Iterator[tuple[str, str, str]]:
    """The rows of one field of a result: name, value, colour."""
    if key == "constraints":
        for name, holds in value.items():
            word, colour = _VERDICTS[holds]
            yield visible(name), word, colour
    elif key in ("features", "outputs"):
        yield from _rows(value, "")
    elif key == "satisfactions":
        for each in value:
            word, colour = _VERDICTS[each["satisfied"]]
            yield f"by {visible(each['by'])}", word, colour
    elif key == "satisfied":
        word, colour = _VERDICTS[value]
        yield key, word, colour
    elif key == "verdict":
        yield key, str(value), "green" if value == "pass" else "red"
    elif key == "visits" and isinstance(value, list):
        yield _LABELS[key], " → ".join(str(each) for each in value), ""
    else:
        yield from _rows({_LABELS.get(key, key): value}, "")


def _rows(values: Mapping[str, Any], indent: str) -> Iterator[tuple[str, str, str]]:
    for name, value in values.items():
        if name == "$type":
            continue
        shown = indent + visible(name)
        inside = value if isinstance(value, list) else [value]
        instances = [each for each in inside if isinstance(each, dict) and "unit" not in each]
        if not instances:
            yield shown, _plain(value), ""
            continue
        for number, each in enumerate(instances, 1):
            place = f"{shown} {number}" if len(instances) > 1 else shown
            yield place, visible(str(each.get("$type", ""))), "dim"
            yield from _rows(each, indent + "  ")


def _plain(value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, dict) and "unit" in value:
        return f"{_plain(value['value'])} [{value['unit']}]"
    if isinstance(value, list):
        return ", ".join(_plain(each) for each in value) or "-"
    if isinstance(value, str):
        return visible(value)
    return json.dumps(value)
