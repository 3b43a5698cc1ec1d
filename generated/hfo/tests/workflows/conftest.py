# Generated from HFO_Tooling::ToolingEnablement (ssot/hfo/tooling.sysml) and 7 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the tests of workflows share: spans are noted, pauses take no time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

import pytest

from hfo import telemetry
from hfo.workflows import running

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
