"""How the status of a row follows the states of its entity: the function that changes it, and what it compares.

Only entities whose key is made of plain columns take part. Knows compiled lives and the fields of items; must not
know templates.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.compile.life_machines import LifeMachine, compile_life
from generator.compile.lives import fault, lives
from generator.compile.state_names import state_names
from generator.diagnostics import Diagnostic
from generator.emit.names import Names, snake
from generator.emit.passes import System
from generator.ir import Element, Model
from generator.schema.tables import Schema

from .items import ItemCode


@dataclass(frozen=True, slots=True)
class LifeCode:
    """The change of one status. `watched` are the attributes of a row that must be as they were for it to happen,
    `fields` those of the item;
    `module` is the one below `states` that has the transitions. An item that is a tree can be tried in a test.
    """

    name: str
    module: str
    item: str
    row: str
    write: str
    label: str
    store_method: str
    all_method: str
    field: str
    watched: tuple[str, ...]
    fields: tuple[str, ...]
    is_tree: bool


@dataclass(frozen=True, slots=True)
class LivesModule:
    """`persistence/lives.py`: changes of status."""

    path: str
    origins: tuple[str, ...]
    imports: tuple[str, ...]
    lives: tuple[LifeCode, ...]


@dataclass(frozen=True, slots=True)
class LivesTest:
    """`tests/persistence/test_lives.py`."""

    path: str
    origins: tuple[str, ...]
    system: str
    lives: tuple[LifeCode, ...]


def life_codes(
    model: Model, system: System, schema: Schema, items: Iterable[ItemCode]
) -> tuple[tuple[LifeCode, ...], tuple[Diagnostic, ...]]:
    """The functions for the entities of a system that are driven by their states."""
    codes = {schema.table(each.table).entity: each for each in items}
    names, found, faults = Names(), [], []
    for life in lives(model):
        code = codes.get(life.entity.qualified_name)
        if life.status not in system or code is None:
            continue
        compiled, _ = compile_life(model, life)
        module = state_names(model).of_life(life.status)
        if compiled is None or module is None or not compiled.machine.transitions:
            continue
        same, reason = _watched(schema, code, compiled)
        if reason:
            faults.append(_cannot(life.status, reason))
            continue
        found.append(
            LifeCode(
                name=names.unique(f"fire_{snake(life.entity.name or 'item')}"),
                module=module,
                item=code.item,
                row=code.row,
                write=code.write,
                label=code.label,
                store_method=code.store_method,
                all_method=code.all_method,
                field=compiled.field,
                watched=tuple(attribute for _, attribute in same),
                fields=tuple(name for name, _ in same),
                is_tree=code.is_tree,
            )
        )
    return tuple(found), tuple(faults)


def life_views(
    model: Model,
    system: System,
    schema: Schema,
    items: tuple[ItemCode, ...],
    imports: tuple[str, ...],
) -> tuple[tuple[LivesModule | LivesTest, ...], tuple[Diagnostic, ...]]:
    """The module of the changes of status and its test, when a system has any."""
    found, faults = life_codes(model, system, schema, items)
    if not found:
        return (), faults
    tables = {each.item: each.table for each in items}
    origins = tuple(schema.table(tables[each.item]).entity for each in found)
    used = {each.item for each in found}
    folder = f"{system.name}/persistence"
    shown = tuple(filter(None, (narrowed(each, "..", used) for each in imports)))
    views: list[LivesModule | LivesTest] = [
        LivesModule(f"{folder}/lives.py", origins, shown, found)
    ]
    tried = tuple(each for each in found if each.is_tree)
    if tried:
        path = f"{system.name}/tests/persistence/test_lives.py"
        views.append(LivesTest(path, origins, system.name, tried))
    return tuple(views), faults


def narrowed(statement: str, package: str, wanted: set[str]) -> str:
    """An import of the package from elsewhere, narrowed to some names; "" when none is left."""
    module, _, names = statement.removeprefix("from ..").partition(" import ")
    kept = [each for each in names.split(", ") if each.split(" as ")[-1] in wanted]
    return f"from {package}{module} import {', '.join(kept)}" if kept else ""


def _watched(
    schema: Schema, code: ItemCode, compiled: LifeMachine
) -> tuple[tuple[tuple[str, str], ...], str]:
    """The fields that are compared with their attributes of a row, or why the status cannot be changed."""
    table = schema.table(code.table)
    if any(name in each.columns for each in table.foreign_keys for name in table.key):
        return (), f"the key of `{code.label}` refers to another entity"
    fields = {each.name: each for each in code.fields}
    found = []
    for name in compiled.watched:
        field = fields.get(name)
        if field is None or field.kind == "item":
            return (
                (),
                f"`{name}` of `{code.label}` is no plain column, and a transition looks at it",
            )
        if field.kind == "plain":
            found.append((name, field.attribute))
    return tuple(found), ""


def _cannot(status: Element, reason: str) -> Diagnostic:
    return fault(status, f"its row cannot follow its states: {reason}")
