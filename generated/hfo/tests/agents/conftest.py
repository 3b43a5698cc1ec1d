# Generated from HFO_Agents::SwarmlordPersona (ssot/hfo/agents.sysml) and 5 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Real language models are refused, and the environment of whoever runs the tests is left out."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from pydantic_ai.models import override_allow_model_requests


@pytest.fixture(autouse=True)
def _no_requests() -> Iterator[None]:
    with override_allow_model_requests(False):
        yield


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith(("OPENAI_", "OPENROUTER_", "MODEL_")):
            monkeypatch.delenv(name)


@pytest.fixture
def spans(monkeypatch: pytest.MonkeyPatch) -> InMemorySpanExporter:
    """The spans of a test, once they have ended."""
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    monkeypatch.setattr(trace, "get_tracer", provider.get_tracer)
    return exporter
