# Generated from AIOS_Persistence::Task (ssot/aios/persistence.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Changes of status: a row follows the states of its entity, and nobody overtakes anybody."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import orm

from ..states import task_life
from ..types.aios_persistence import Task
from .models import Base
from .repository import write_task


class Overtaken(Exception):
    """The row is not as the item says any more: somebody else was faster. Read it again and decide anew."""


def fire_task(session: orm.Session, item: Task, event: task_life.Event) -> Task:
    """Let an event happen to a Task and its row; what became of it.

    `item` is what the row was when it was read. IllegalTransition when its state
    does not allow the event, Overtaken when its row has changed since.
    """
    after = task_life.fire(item, event)
    _swap(session, write_task(item), write_task(after), ("status",))
    return after


def _swap(
    session: orm.Session, before: Base, after: Base, watched: tuple[str, ...]
) -> None:
    """Change a row where it still is as it was in what is watched, in one statement."""
    row = type(before)
    mapper = sa.inspect(row)
    keys = [mapper.get_property_by_column(each).key for each in mapper.primary_key]
    values = {each.key: getattr(after, each.key) for each in mapper.column_attrs}
    changed = {
        name: value for name, value in values.items() if value != getattr(before, name)
    }
    same = [
        getattr(row, name).is_not_distinct_from(getattr(before, name))
        for name in (*keys, *watched)
    ]
    key = tuple(getattr(row, name) for name in keys)
    wanted = changed or {watched[0]: getattr(before, watched[0])}
    statement = sa.update(row).where(*same).values(wanted).returning(*key)
    found = session.execute(statement, execution_options={"synchronize_session": False})
    if found.one_or_none() is None:
        raise Overtaken(
            f"{mapper.local_table.description} has changed since it was read"
        )
