# Generated from AIOS_Agents (ssot/aios/agents.sysml) and 27 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Traces of AI Workflow OS: on standard error, or sent to an OTLP receiver."""

# `OTEL_TRACES_EXPORTER` is `console`, `otlp` or `none`. When it is not set, spans go to the
# receiver that `OTEL_EXPORTER_OTLP_ENDPOINT` names, and nowhere when there is none.

from __future__ import annotations

import os
import sys
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from opentelemetry import trace
    from opentelemetry.sdk.trace import ReadableSpan, SpanProcessor

SERVICE = "aios"


class Quiet:
    """Starts no spans: nobody would see them, and a short command is over sooner than the library is there."""

    def start_as_current_span(
        self, name: str, **options: object
    ) -> AbstractContextManager[None]:
        """A span that nobody sees."""
        return nullcontext()


def tracer() -> trace.Tracer:
    """Starts spans; where they go is decided when the first one is asked for."""
    if "opentelemetry.trace" not in sys.modules and chosen_exporter() == "none":
        return cast("trace.Tracer", Quiet())
    from opentelemetry import trace

    configure()
    return trace.get_tracer(SERVICE)


@cache
def configure() -> None:
    """Set a tracer provider up, once, unless the application has set one of its own."""
    from opentelemetry import trace

    exporter = chosen_exporter()
    provider = trace.get_tracer_provider()
    if exporter != "none" and isinstance(provider, trace.ProxyTracerProvider):
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider

        service = os.getenv("OTEL_SERVICE_NAME") or SERVICE
        own = TracerProvider(resource=Resource.create({"service.name": service}))
        own.add_span_processor(otlp() if exporter == "otlp" else console())
        trace.set_tracer_provider(own)


def chosen_exporter() -> str:
    """Where spans go: `console`, `otlp` or `none`."""
    receivers = ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT")
    default = "otlp" if any(map(os.getenv, receivers)) else "none"
    return os.getenv("OTEL_TRACES_EXPORTER") or default


def otlp() -> SpanProcessor:
    """Sends spans in batches to the receiver the environment names."""
    from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    return BatchSpanProcessor(OTLPSpanExporter())


def console() -> SpanProcessor:
    """Shows each span on standard error when it ends."""
    from opentelemetry.sdk.trace.export import ConsoleSpanExporter, SimpleSpanProcessor

    return SimpleSpanProcessor(ConsoleSpanExporter(out=sys.stderr, formatter=line))


def line(finished: ReadableSpan) -> str:
    """A span on one line: name, milliseconds, outcome and attributes."""
    from opentelemetry.trace import StatusCode

    took = ((finished.end_time or 0) - (finished.start_time or 0)) / 1e6
    outcome = "failed" if finished.status.status_code is StatusCode.ERROR else "ok"
    attributes = (
        f"{key}={value!r}" for key, value in (finished.attributes or {}).items()
    )
    return " ".join([finished.name, f"{took:.1f} ms", outcome, *attributes]) + "\n"
