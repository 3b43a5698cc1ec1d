"""A language model on loopback that speaks the chat API of OpenAI and answers from a script."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Provider:
    """Where it listens, and what it was asked: the bodies and the keys of the requests, in order."""

    url: str
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)


def _completion(asked: dict[str, Any], answer: dict[str, Any] | str | int) -> dict[str, Any]:
    message: dict[str, Any] = {"role": "assistant", "content": None}
    if isinstance(answer, str):
        message["content"] = answer
    else:
        known = [each["function"]["name"] for each in asked.get("tools", [])]
        name = next(each for each in known if each.startswith("final_result"))
        call = {"name": name, "arguments": json.dumps(answer)}
        message["tool_calls"] = [{"id": "call-1", "type": "function", "function": call}]
    return {
        "id": "completion-1",
        "object": "chat.completion",
        "created": 1_700_000_000,
        "model": asked["model"],
        "choices": [
            {
                "index": 0,
                "message": message,
                "finish_reason": "stop" if isinstance(answer, str) else "tool_calls",
            }
        ],
        "usage": {"prompt_tokens": 100, "completion_tokens": 23, "total_tokens": 123},
    }


@contextmanager
def provider(answers: Sequence[dict[str, Any] | str | int]) -> Iterator[Provider]:
    """Serve answers, the last one again and again; a number is the status of a failure."""
    served: Provider

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            answer = answers[min(len(served.asked), len(answers) - 1)]
            served.asked.append(asked)
            served.keys.append(self.headers.get("Authorization", ""))
            failed = isinstance(answer, int)
            body = {"error": {"message": "busy"}} if failed else _completion(asked, answer)
            data = json.dumps(body).encode()
            self.send_response(answer if isinstance(answer, int) else 200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served = Provider(f"http://127.0.0.1:{server.server_address[1]}/v1")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
