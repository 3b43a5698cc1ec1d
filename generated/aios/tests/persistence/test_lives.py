# Generated from AIOS_Persistence::Task (ssot/aios/persistence.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""A row follows the states of its entity; of many that change it at once, one does."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import Phase, given, reject, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from aios.persistence import lives, repository, session
from aios.persistence.models import Base
from aios.states import task_life
from aios.tests.states import test_task_life

# Everything a database refuses although a data type allows it: numbers of more than 64 bits, texts that are too long.
REFUSALS = (OverflowError, sa.exc.IntegrityError, sa.exc.DataError)
QUICK = settings(max_examples=60, phases=[Phase.generate])


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sa.Engine]:
    """An engine for a migrated database."""
    url = f"sqlite:///{tmp_path_factory.mktemp('database') / 'test.db'}"
    session.upgrade(url)
    made = session.create_engine(url)
    yield made
    made.dispose()


def keep(engine: sa.Engine, add: str, item: Any) -> None:
    """A database that holds an item, and nothing it does not refer to."""
    with engine.begin() as connection:
        for table in reversed(Base.metadata.sorted_tables):
            connection.execute(sa.delete(table))
    try:
        asyncio.run(getattr(repository.Repository(engine), add)(entity=item))
    except REFUSALS:
        reject()


def drawn(data: st.DataObject, tests: Any, item: Any) -> tuple[Any, Any]:
    """An item in a state, and an event that may lead out of it."""
    pairs = [
        (state, kind)
        for state in sorted(tests.LEGAL)
        for kind in sorted(tests.LEGAL[state])
    ]
    state, kind = data.draw(st.sampled_from(pairs))
    return tests.at(item, state), data.draw(tests.EVENTS[kind])


def held(engine: sa.Engine, read: str) -> tuple[Any, ...]:
    """The items a database holds."""
    return tuple(asyncio.run(getattr(repository.Repository(engine), read)()))


def outcome(engine: sa.Engine, name: str, item: Any, event: Any) -> Any:
    """What comes of an event in a transaction of its own; an exception is a result too."""
    try:
        with session.session(engine) as found:
            return getattr(lives, name)(found, item, event)
    except REFUSALS:
        raise
    except Exception as fault:
        return fault


def is_open(states: Any, item: Any, event: Any) -> bool:
    """Whether an item may take an event."""
    try:
        states.fire(item, event)
    except (states.IllegalTransition, ValidationError):
        return False
    return True


@QUICK
@given(data=st.data(), item=test_task_life.ITEMS)
def test_fire_task(engine: sa.Engine, data: st.DataObject, item: Any) -> None:
    """The row of a Task becomes what the states say, or stays; who comes late is told."""
    item, event = drawn(data, test_task_life, item)
    keep(engine, "store_task", item)
    try:
        (item,) = held(engine, "all_task")
    except ValidationError:
        reject()
    for field in ("status",):
        stale = item.model_copy(
            update={field: getattr(data.draw(test_task_life.ITEMS), field)}
        )
        if stale != item and is_open(task_life, stale, event):
            assert isinstance(
                outcome(engine, "fire_task", stale, event), lives.Overtaken
            )
    try:
        expected = task_life.fire(item, event)
    except (task_life.IllegalTransition, ValidationError) as fault:
        assert type(outcome(engine, "fire_task", item, event)) is type(fault)
        assert held(engine, "all_task") == (item,)
        return
    try:
        assert outcome(engine, "fire_task", item, event) == expected
    except REFUSALS:
        reject()
    assert held(engine, "all_task") == (expected,)


@settings(QUICK, max_examples=3)
@given(data=st.data(), item=test_task_life.ITEMS)
def test_fire_task_at_once(engine: sa.Engine, data: st.DataObject, item: Any) -> None:
    """Of four that change the row of a Task at once, one does."""
    item, event = drawn(data, test_task_life, item)
    try:
        expected = task_life.fire(item, event)
    except (task_life.IllegalTransition, ValidationError):
        reject()
    if expected.status is item.status:
        reject()
    keep(engine, "store_task", item)
    with ThreadPoolExecutor(4) as pool:
        work = [
            pool.submit(outcome, engine, "fire_task", item, event) for _ in range(4)
        ]
    try:
        results = [each.result() for each in work]
    except REFUSALS:
        reject()
    assert sum(isinstance(each, lives.Overtaken) for each in results) == 3
