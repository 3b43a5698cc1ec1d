"""A built site on the loopback interface, until interrupted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

__all__ = ["serve_site"]


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing: the person looks at the pages."""


def serve_site(folder: Path, port: int, started: Callable[[str], None]) -> None:
    """Serve a folder on 127.0.0.1; port 0 takes a free one. `started` is told the address."""
    handler = partial(_Handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        started(f"http://127.0.0.1:{server.server_port}/")
        server.serve_forever()
