# Generated from HFO_Agents (ssot/hfo/agents.sysml) and 11 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Spans go where the environment says, with their attributes and outcome."""

from __future__ import annotations

import sys

import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from .. import telemetry


def test_a_span_is_shown_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    provider = TracerProvider()
    provider.add_span_processor(telemetry.console())
    tracer = provider.get_tracer("test")
    with tracer.start_as_current_span("outer", attributes={"kept": "yes"}):
        pass
    with (
        pytest.raises(ValueError, match="wrong"),
        tracer.start_as_current_span("inner"),
    ):
        raise ValueError("wrong")
    shown = capsys.readouterr()
    outer, inner = shown.err.splitlines()
    assert shown.out == ""
    assert outer.startswith("outer ")
    assert outer.endswith(" ms ok kept='yes'")
    assert inner.startswith("inner ")
    assert inner.endswith(" ms failed")


def test_milliseconds_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    provider = TracerProvider()
    provider.add_span_processor(telemetry.console())
    provider.get_tracer("test").start_span("timed", start_time=1_000_000).end(3_500_000)
    assert capsys.readouterr().err == "timed 2.5 ms ok\n"


def test_a_span_that_did_not_begin_or_end_is_shown_too() -> None:
    assert telemetry.line(ReadableSpan("unborn")) == "unborn 0.0 ms ok\n"


def test_traces_that_are_switched_off_leave_the_application_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OTEL_TRACES_EXPORTER", "none")
    before = trace.get_tracer_provider()
    telemetry.configure.cache_clear()
    tracer = telemetry.tracer()
    assert not isinstance(tracer, telemetry.Quiet)
    with tracer.start_as_current_span("unseen"):
        assert trace.get_tracer_provider() is before


def test_a_program_without_traces_does_not_need_the_library(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OTEL_TRACES_EXPORTER", "none")
    monkeypatch.delitem(sys.modules, "opentelemetry.trace")
    tracer = telemetry.tracer()
    assert isinstance(tracer, telemetry.Quiet)
    with tracer.start_as_current_span("unseen", attributes={"kept": "no"}):
        assert "opentelemetry.trace" not in sys.modules
    monkeypatch.setenv("OTEL_TRACES_EXPORTER", "console")
    assert not isinstance(telemetry.tracer(), telemetry.Quiet)


@pytest.mark.parametrize("exporter", ["console", "otlp"])
@pytest.mark.parametrize("service", ["", "renamed"])
def test_a_provider_is_made_once_for_the_chosen_exporter(
    exporter: str, service: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[TracerProvider] = []
    seen = {name: InMemorySpanExporter() for name in ("console", "otlp")}
    monkeypatch.setenv("OTEL_TRACES_EXPORTER", exporter)
    monkeypatch.setenv("OTEL_SERVICE_NAME", service)
    monkeypatch.setattr(
        telemetry, "console", lambda: SimpleSpanProcessor(seen["console"])
    )
    monkeypatch.setattr(telemetry, "otlp", lambda: SimpleSpanProcessor(seen["otlp"]))
    monkeypatch.setattr(trace, "get_tracer_provider", trace.ProxyTracerProvider)
    monkeypatch.setattr(trace, "set_tracer_provider", made.append)
    telemetry.configure.cache_clear()
    telemetry.tracer()
    telemetry.tracer()
    telemetry.configure.cache_clear()
    (provider,) = made
    assert provider.resource.attributes["service.name"] == (service or "hfo")
    provider.get_tracer("test").start_span("one").end()
    assert {name for name, memory in seen.items() if memory.get_finished_spans()} == {
        exporter
    }


def test_a_receiver_is_sent_spans_in_batches() -> None:
    processor = telemetry.otlp()
    assert isinstance(processor, BatchSpanProcessor)
    provider = TracerProvider()
    provider.add_span_processor(processor)
    provider.shutdown()


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "console"),
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4317"}, "otlp"),
        ({"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": "http://127.0.0.1:4317"}, "otlp"),
        (
            {
                "OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4317",
                "OTEL_TRACES_EXPORTER": "console",
            },
            "console",
        ),
    ],
)
def test_the_environment_chooses_the_exporter(
    environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (
        "OTEL_TRACES_EXPORTER",
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
    ):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert telemetry.chosen_exporter() == expected
