# Generated from CMOS_Domain::HealthEvent (ssot/cmos/domain.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""Every journal takes every item, one line each, when the model says so."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmos import files
from cmos.journals import Journals
from cmos.tests.values import instances
from cmos.types.cmos_domain import HealthEvent, OrchestrationEvent

JOURNALS: list[tuple[str, Any, str, bool]] = [
    (
        "append_health_event",
        HealthEvent,
        "cmos/telemetry/events/database-health.jsonl",
        True,
    ),
    (
        "append_orchestration_event",
        OrchestrationEvent,
        "cmos/telemetry/events/orchestration.jsonl",
        False,
    ),
]


@settings(max_examples=20)
@given(data=st.data())
@pytest.mark.parametrize(("method", "item", "path", "always"), JOURNALS)
def test_journal(
    tmp_path_factory: pytest.TempPathFactory,
    data: st.DataObject,
    method: str,
    item: Any,
    path: str,
    always: bool,
) -> None:
    """Lines are added one after the other; inside a transaction at once only if they are kept always."""
    folder = tmp_path_factory.mktemp("journal")
    file = folder / path
    first, second = data.draw(instances(item)), data.draw(instances(item))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(files.ROOT, str(folder))
        asyncio.run(getattr(Journals(), method)(record=first))
        with files.held() as writes:
            asyncio.run(getattr(Journals(), method)(record=second))
            assert len(lines(file)) == (2 if always else 1)
            writes.prepare()
            writes.settle()
    assert lines(file) == [
        json.loads(files.text_of(each, "json")) for each in (first, second)
    ]


def lines(file: Path) -> list[object]:
    """What the lines of a file hold."""
    return [
        json.loads(line) for line in file.read_text(encoding="utf-8").split("\n")[:-1]
    ]
