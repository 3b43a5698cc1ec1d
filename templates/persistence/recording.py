"""Recorded workflows as plain values: what fills each attribute of a row, and samples of it for tests.

Must not know how workflows are found.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.emit.text import pystr
from generator.schema.recording import Recording, Source
from generator.schema.tables import Column, ColumnKind, Schema, Table

from .rows import Rows


@dataclass(frozen=True, slots=True)
class Filled:
    """An attribute of a row, and where its value is: an input, or the result when `name` is "", and attributes inwards."""

    attribute: str
    name: str
    path: tuple[str, ...]
    is_json: bool


@dataclass(frozen=True, slots=True)
class RecordingCode:
    """How runs of one workflow become rows."""

    workflow: str
    row: str
    given: tuple[Filled, ...]
    made: tuple[Filled, ...]
    starts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordingSample:
    """A run for a test: each input and the result as nested names with Python values, and the row that follows.

    `failed` is the row of a run without a result, `done` that of one with.
    """

    workflow: str
    table: str
    inputs: tuple[tuple[str, str], ...]
    result: str
    failed: tuple[tuple[str, str], ...]
    done: tuple[tuple[str, str], ...]
    starts: tuple[str, ...]
    can_fail: bool


def recording_code(schema: Schema, rows: Rows, recording: Recording) -> RecordingCode:
    """What the module says of one workflow."""
    table = schema.table(recording.table)
    return RecordingCode(
        workflow=recording.workflow,
        row=rows.class_of(table.name),
        given=tuple(_filled(table, rows, each) for each in recording.given),
        made=tuple(_filled(table, rows, each) for each in recording.made),
        starts=tuple(rows.field(table.name, column=each) for each in recording.starts),
    )


def _filled(table: Table, rows: Rows, source: Source) -> Filled:
    column = table.column(source.column)
    is_json = column.kind in (ColumnKind.JSON, ColumnKind.VECTOR)
    return Filled(rows.field(table.name, column=source.column), source.name, source.path, is_json)


def recording_sample(schema: Schema, rows: Rows, recording: Recording) -> RecordingSample:
    """What its test says of one workflow."""
    table = schema.table(recording.table)
    names = tuple(dict.fromkeys(each.name for each in recording.given))
    inputs: list[tuple[str, str]] = []
    failed: dict[str, str] = {}
    for name in names:
        sources = [each for each in recording.given if each.name == name]
        whole, columns = _sample(table, sources, 1)
        inputs.append((name, whole))
        failed |= columns
    result, late = _sample(table, list(recording.made), 2)
    covered = {*failed, *recording.starts}
    needed = [c.name for c in table.columns if not c.nullable and c.default is None]
    made = (ColumnKind.IDENTIFIER, ColumnKind.SERIAL)
    return RecordingSample(
        workflow=recording.workflow,
        table=recording.table,
        inputs=tuple(inputs),
        result=result,
        failed=tuple(failed.items()),
        done=tuple({**failed, **late}.items()),
        starts=recording.starts,
        can_fail=all(n in covered or table.column(n).kind in made for n in needed),
    )


def _sample(table: Table, sources: list[Source], number: int) -> tuple[str, dict[str, str]]:
    """A value that has all sources inside, and what it gives each column, as Python."""
    leaves = [
        (each.path, _value(table.column(each.column), number))
        for each in sources
        if not any(_is_inside(other.path, each.path) for other in sources)
    ]
    columns = {}
    for each in sources:
        inside = [(p[len(each.path) :], v) for p, v in leaves if _is_inside(p, each.path)]
        whole = f"to_jsonable_python({_nested(inside)})" if inside else ""
        columns[each.column] = whole or _value(table.column(each.column), number)
    return _nested(leaves), columns


def _is_inside(path: tuple[str, ...], outer: tuple[str, ...]) -> bool:
    return len(path) > len(outer) and path[: len(outer)] == outer


def _nested(values: list[tuple[tuple[str, ...], str]]) -> str:
    """Items that hold values at paths, as a Python expression."""
    inside: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for path, value in values:
        if not path:
            return value
        inside.setdefault(path[0], []).append((path[1:], value))
    fields = ", ".join(f"{name}={_nested(found)}" for name, found in inside.items())
    return f"Item({fields})"


def _value(column: Column, number: int) -> str:
    """A Python value for a column, another one for each number."""
    if column.many:
        return f"[{number}]"
    if column.choices:
        return pystr(column.choices[number % len(column.choices)])
    match column.kind:
        case ColumnKind.INTEGER | ColumnKind.SERIAL:
            return str(number)
        case ColumnKind.REAL:
            return f"{number}.5"
        case ColumnKind.BOOLEAN:
            return "True" if number % 2 == 0 else "False"
        case ColumnKind.TIMESTAMP:
            return f"dt.datetime(2024, 2, {number}, tzinfo=dt.UTC)"
        case ColumnKind.DATE:
            return f"dt.date(2024, 2, {number})"
        case ColumnKind.DURATION:
            return f"dt.timedelta(seconds={number})"
        case ColumnKind.VECTOR:
            return f"[{number}.5]"
        case ColumnKind.JSON:
            return f'{{"n": {number}}}'
        case _:
            return pystr(f"{number}{column.name}"[: column.length])
