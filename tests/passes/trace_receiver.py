"""An OTLP receiver on loopback: a real gRPC server that keeps the spans it is sent."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import grpc
from opentelemetry.proto.collector.trace.v1 import trace_service_pb2 as messages
from opentelemetry.proto.collector.trace.v1 import trace_service_pb2_grpc as service


@dataclass(frozen=True)
class Received:
    """A span as it arrived."""

    name: str
    service: str
    attributes: dict[str, Any]


@dataclass
class Receiver(service.TraceServiceServicer):  # type: ignore[misc]
    """Where it listens and what arrived."""

    endpoint: str = ""
    spans: list[Received] = field(default_factory=list)

    def Export(self, request: Any, context: Any) -> Any:
        """Keep the spans of a request."""
        for resource in request.resource_spans:
            about = _attributes(resource.resource.attributes)
            for scope in resource.scope_spans:
                self.spans += [
                    Received(span.name, about["service.name"], _attributes(span.attributes))
                    for span in scope.spans
                ]
        return messages.ExportTraceServiceResponse()


def _attributes(pairs: Any) -> dict[str, Any]:
    return {pair.key: getattr(pair.value, pair.value.WhichOneof("value")) for pair in pairs}


@contextmanager
def receiver() -> Iterator[Receiver]:
    """Listen on a free port of loopback."""
    kept = Receiver()
    server = grpc.server(ThreadPoolExecutor(max_workers=2))
    service.add_TraceServiceServicer_to_server(kept, server)
    port = server.add_insecure_port("127.0.0.1:0")
    kept.endpoint = f"http://127.0.0.1:{port}"
    server.start()
    try:
        yield kept
    finally:
        server.stop(None).wait()
