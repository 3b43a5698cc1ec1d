"""Functions of the domain library on times and texts, as calls of Python's standard library.

Must not know expressions of the model.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence

from generator.compile.code import (
    Shape,
    Value,
    attribute,
    binary,
    call,
    comparison,
    constant,
    iterable,
    name,
    none,
)
from generator.compile.context import Context
from generator.compile.operators import lifted
from generator.compile.scalar_functions import method, plain, supported
from generator.compile.sequence_functions import Entry, Function, shifted

__all__ = ["DOMAIN"]


def _today(context: Context, nodes: list[ast.expr]) -> ast.expr:
    return call(context.support("present", "today"))


def _duration(context: Context, nodes: list[ast.expr]) -> ast.expr:
    return call(context.use("datetime", "timedelta"), seconds=nodes[0])


def _from_iso(class_: str) -> Function:
    def build(context: Context, nodes: list[ast.expr]) -> ast.expr:
        return call(attribute(name(context.use("datetime", class_)), "fromisoformat"), *nodes)

    return plain(build)


def _days(context: Context, nodes: list[ast.expr]) -> ast.expr:
    return attribute(binary(nodes[1], ast.Sub(), nodes[0]), "days")


def _join(context: Context, values: Sequence[Value]) -> Value:
    parts = iterable(values[0])
    return lifted(
        context, values[1:], lambda nodes: Value(call(attribute(nodes[0], "join"), parts))
    )


def _many(python: str) -> Function:
    """A method that gives a list."""

    def build(context: Context, nodes: list[ast.expr]) -> ast.expr:
        return call("tuple", call(attribute(nodes[0], python), *nodes[1:]))

    return plain(build, Shape.MANY)


def _contains(context: Context, nodes: list[ast.expr]) -> ast.expr:
    return comparison(nodes[1], ast.In(), nodes[0])


def _index(context: Context, nodes: list[ast.expr]) -> ast.expr:
    return shifted(call(attribute(nodes[0], "find"), nodes[1]), 1)


def _matches(context: Context, nodes: list[ast.expr]) -> ast.expr:
    found = call(context.use("re", "fullmatch"), nodes[1], nodes[0])
    return comparison(found, ast.IsNot(), none())


def _number(context: Context, nodes: list[ast.expr]) -> ast.expr:
    digits = nodes[1]
    if isinstance(digits, ast.Constant):
        return call("format", nodes[0], constant(f".{digits.value!r}f"))
    form = ast.JoinedStr(
        values=[
            constant("."),
            ast.FormattedValue(value=digits, conversion=-1),
            constant("f"),
        ]
    )
    return call("format", nodes[0], form)


def _to_json(context: Context, values: Sequence[Value]) -> Value:
    return Value(call(context.support("texts", "to_json"), values[0].node))


def _digest(context: Context, nodes: list[ast.expr]) -> ast.expr:
    text = nodes[0]
    data: ast.expr = call(attribute(text, "encode"))
    if isinstance(text, ast.Constant) and isinstance(text.value, str) and text.value.isascii():
        data = ast.Constant(value=text.value.encode())
    return call(attribute(call(context.use("hashlib", "sha256"), data), "hexdigest"))


def _identifier(context: Context, nodes: list[ast.expr]) -> ast.expr:
    return call("str", call(context.use("uuid", "uuid4")))


_TIMES: Mapping[str, Entry] = {
    "Now": ((0,), supported("present", "now")),
    "Today": ((0,), plain(_today)),
    "DateOf": ((1,), method("date")),
    "DurationOf": ((1,), plain(_duration)),
    "Seconds": ((1,), method("total_seconds")),
    "DaysBetween": ((2,), plain(_days)),
    "TimestampOf": ((1,), _from_iso("datetime")),
    "DateOfText": ((1,), _from_iso("date")),
    "IsoText": ((1,), method("isoformat")),
    "UnixTime": ((1,), method("timestamp")),
}
_TEXTS: Mapping[str, Entry] = {
    "Join": ((2,), _join),
    "Split": ((2,), _many("split")),
    "Lines": ((1,), _many("splitlines")),
    "Contains": ((2,), plain(_contains)),
    "StartsWith": ((2,), method("startswith")),
    "EndsWith": ((2,), method("endswith")),
    "IndexOf": ((2,), plain(_index)),
    "Lower": ((1,), method("lower")),
    "Upper": ((1,), method("upper")),
    "Trim": ((1,), method("strip")),
    "Replace": ((3,), method("replace")),
    "PadLeft": ((3,), method("rjust")),
    "Matches": ((2,), plain(_matches)),
    "FormatNumber": ((2,), plain(_number)),
    "ToJson": ((1,), _to_json),
    "FromJson": ((1,), supported("texts", "from_json")),
    "Digest": ((1,), plain(_digest)),
    "NewIdentifier": ((0,), plain(_identifier)),
}
DOMAIN: Mapping[str, Entry] = {
    **{f"AgentSystems::Times::{function}": entry for function, entry in _TIMES.items()},
    **{f"AgentSystems::Texts::{function}": entry for function, entry in _TEXTS.items()},
}
