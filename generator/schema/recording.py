"""Runs that are rows: which workflows are recorded, and where the columns of a row come from.

Reads `@Recorded`. A column takes the value of the output or input that has its name, or of the attribute with
its name of an item among them; a required timestamp without such a source takes the start of the run; the
other columns keep their defaults. Must not know templates or SQLAlchemy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.compile.actions import Port, inputs, outputs
from generator.compile.code import Shape
from generator.compile.types import python_types
from generator.compile.workflow_names import workflow_names
from generator.diagnostics import Diagnostic, Severity
from generator.ir import (
    Element,
    Feature,
    FeatureReferenceExpression,
    MetadataAccessExpression,
    MetadataUsage,
    Model,
    OperatorExpression,
    Type,
    TypeReference,
    effective_value,
)
from generator.schema.tables import Column, ColumnKind, Schema, Table
from generator.schema.values import column_type

__all__ = ["RECORDED", "Recording", "Source", "recordings"]

RECORDED = "AgentSystems::Telemetry::Recorded"
_MADE = (ColumnKind.IDENTIFIER, ColumnKind.SERIAL)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a column comes from: an input by its name, or the result when `name` is ""; then attributes inwards."""

    column: str
    name: str
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recording:
    """A recorded workflow by the name of its function; `starts` are the columns that hold when a run began."""

    workflow: str
    table: str
    given: tuple[Source, ...]
    made: tuple[Source, ...]
    starts: tuple[str, ...]
    origin: str


def recordings(
    model: Model, within: Iterable[Element], schema: Schema
) -> tuple[tuple[Recording, ...], tuple[Diagnostic, ...]]:
    """The recorded workflows among some elements, and those whose runs cannot be rows."""
    names = workflow_names(model)
    tables = {table.entity: table for table in schema.tables if table.entity}
    found: list[Recording] = []
    diagnostics: list[Diagnostic] = []
    for element in within:
        function = names.function(element) if isinstance(element, Type) else None
        for usage in model.metadata(element, RECORDED):
            entity = _entity(model, usage)
            table = tables.get(entity.qualified_name) if entity is not None else None
            if function is None or not isinstance(element, Type):
                diagnostics.append(_warning(usage, f"`{element.name}` is no workflow"))
            elif table is None:
                diagnostics.append(_warning(usage, "it names no entity that has a table"))
            else:
                recording, missing = _recording(model, element, function, table)
                if missing:
                    shown = ", ".join(f"`{each}`" for each in missing)
                    diagnostics.append(_warning(usage, f"no input or output gives {shown}"))
                else:
                    found.append(recording)
    return tuple(found), tuple(diagnostics)


def _entity(model: Model, usage: MetadataUsage) -> Element | None:
    """What `entity = Run meta SysML::ItemDefinition` names."""
    feature = model.member(usage, "entity")
    value = effective_value(model, feature) if isinstance(feature, Feature) else None
    expression = value.expression if value is not None else None
    while isinstance(expression, OperatorExpression) and expression.operands:
        expression = expression.operands[0]
    if isinstance(
        expression, FeatureReferenceExpression | MetadataAccessExpression | TypeReference
    ):
        return model.target(expression.reference)
    return None


def _recording(
    model: Model, action: Type, function: str, table: Table
) -> tuple[Recording, list[str]]:
    """How runs of an action are recorded, and the required columns nothing gives."""
    given, made, starts, missing = [], [], [], []
    results = outputs(model, action)
    taken = {name for key in table.foreign_keys for name in key.columns}
    for column in table.columns:
        if column.name in taken or column.kind is ColumnKind.SERIAL:
            required = column.name in taken and not column.nullable
            missing += [column.name] if required else []
            continue
        before = _source(model, column, inputs(model, action), is_input=True)
        after = _source(model, column, results, is_input=False, is_single=len(results) == 1)
        given += [before] if before is not None else []
        made += [after] if after is not None else []
        if before is None and not column.nullable and column.default is None:
            if column.kind is ColumnKind.TIMESTAMP and after is None:
                starts.append(column.name)
            elif column.kind not in _MADE and after is None:
                missing.append(column.name)
    recording = Recording(
        function, table.name, tuple(given), tuple(made), tuple(starts), action.qualified_name
    )
    return recording, missing


def _source(
    model: Model,
    column: Column,
    ports: tuple[Port, ...],
    *,
    is_input: bool,
    is_single: bool = False,
) -> Source | None:
    for feature, name, path in (*_direct(ports), *_inner(model, ports)):
        if feature.name == column.feature and _fits(model, feature, column):
            inwards = path if is_input or is_single else (name, *path)
            return Source(column.name, name if is_input else "", inwards)
    return None


def _direct(ports: tuple[Port, ...]) -> Iterator[tuple[Feature, str, tuple[str, ...]]]:
    for port in ports:
        if port.shape in (Shape.ONE, Shape.OPTIONAL):
            yield port.feature, port.name, ()


def _inner(model: Model, ports: tuple[Port, ...]) -> Iterator[tuple[Feature, str, tuple[str, ...]]]:
    types = python_types(model)
    for port in ports:
        type_ = model.type_of(port.feature)
        if type_ is None or types.class_name(type_) is None:
            continue
        if port.shape not in (Shape.ONE, Shape.OPTIONAL):
            continue
        members = types.members(type_)
        for feature in model.features(type_):
            if feature.id in members:
                yield feature, port.name, (members[feature.id],)


def _fits(model: Model, feature: Feature, column: Column) -> bool:
    """Whether values of a feature can stand in a column: the same kind of value, or anything in JSON."""
    if column.kind is ColumnKind.JSON and not column.many:
        return True
    if model.multiplicity(feature).is_many != column.many:
        return False
    found = column_type(model, feature)
    texts = (ColumnKind.STRING, ColumnKind.TEXT, ColumnKind.IDENTIFIER)
    same = found.kind is column.kind or (found.kind in texts and column.kind in texts)
    return (column.many or same) and found.enumeration == column.enumeration


def _warning(usage: MetadataUsage, reason: str) -> Diagnostic:
    message = f"runs are not recorded: {reason}"
    return Diagnostic("schema-recording", Severity.WARNING, message, usage.span)
