# Generated from AIOS_Agents::Init (ssot/aios/agents.sysml) and 66 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the tests of workflows share: spans are noted, pauses take no time."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from aios import telemetry
from aios.workflows import running

_inside: ContextVar[str | None] = ContextVar("_inside", default=None)


class Tracer:
    """Notes the spans that are opened: the one around, the name, the attributes."""

    def __init__(self) -> None:
        self.spans: list[tuple[str | None, str]] = []
        self.attributes: list[Mapping[str, object]] = []

    @contextmanager
    def start_as_current_span(
        self, name: str, attributes: Mapping[str, object] | None = None
    ) -> Iterator[None]:
        """A span that is only noted."""
        self.spans.append((_inside.get(), name))
        if attributes is not None:
            self.attributes.append(attributes)
        token = _inside.set(name)
        yield
        _inside.reset(token)


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    """Time stands still, where the system tells it."""
    try:
        present: Any = importlib.import_module("aios.support.present")
    except ModuleNotFoundError:
        yield
        return
    with present.use_clock(lambda: datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC)):
        yield


@pytest.fixture(autouse=True)
def identifiers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every new identifier is the same, whichever module makes it, so that what two runs make can be compared."""
    for name, module in list(sys.modules.items()):
        if "aios" in name.split(".") and hasattr(module, "uuid4"):
            monkeypatch.setattr(module, "uuid4", lambda: UUID(int=7))


@pytest.fixture
def tracer(monkeypatch: pytest.MonkeyPatch) -> Tracer:
    """A tracer that notes spans, in place of the tracer of the system."""
    found = Tracer()
    monkeypatch.setattr(telemetry, "tracer", lambda: found)
    return found


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses between tries, which take no time in tests."""
    found: list[float] = []

    async def sleep(seconds: float) -> None:
        found.append(seconds)

    monkeypatch.setattr(running, "sleep", sleep)
    return found
