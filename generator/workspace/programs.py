"""The program of an element of a workspace, compiled or remembered.

A program is kept by the texts it comes from, so that the same element runs with other inputs without reading the
model again. Knows the store; must not know what a program does.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from generator.compile.entry import Entry, Program
from generator.diagnostics import Diagnostic, has_errors
from generator.source import SourceFile
from generator.workspace.core import Workspace
from generator.workspace.findings import ROOMS, from_bytes, to_bytes
from generator.workspace.keys import key_of

__all__ = ["Compiled", "program_of"]

_ROOMS = (*ROOMS, "compile", "emit")


@dataclass(frozen=True, slots=True)
class Compiled:
    """A program, the qualified name of its element, and what was reported; without a program there are errors."""

    program: Program | None
    element: str
    reported: tuple[Diagnostic, ...]


def program_of(workspace: Workspace, element: str, names: Sequence[str] = ()) -> Compiled:
    """The program of an element; NotRunnableFault or ElementFault where there is none.

    The program has the classes of what some qualified names lead to as well.
    """
    own = [each.source for each in workspace.files]
    files = (*own, *workspace.library_sources)
    key = key_of(json.dumps(["program", len(own), element, *sorted(names)]), files, _ROOMS)
    found = workspace.found()
    if has_errors(found):
        return Compiled(None, element, found)
    known = _loaded(workspace.store.get_bytes(key), files)
    if known is not None:
        return known
    from generator.compile.program import compile_program  # not needed where a program is known
    from generator.workspace.scope import locate

    model = workspace.model()
    asked, inherited = locate(model, element)
    program, reported = compile_program(model, asked, names, inherited)
    name = "::".join((asked.qualified_name, *(each.name or "" for each in inherited)))
    compiled = Compiled(program, name, reported)
    data = _dumped(compiled, files)
    if data is not None:
        workspace.store.put_bytes(key, data)
        workspace.store.flush()
    return compiled


def _dumped(compiled: Compiled, files: Sequence[SourceFile]) -> bytes | None:
    reported = to_bytes(compiled.reported, files)
    if reported is None or compiled.program is None:
        return None
    record = [compiled.element, asdict(compiled.program), json.loads(reported)]
    return json.dumps(record).encode()


def _loaded(data: bytes | None, files: Sequence[SourceFile]) -> Compiled | None:
    if data is None:
        return None
    try:
        element, record, reported = json.loads(data)
        diagnostics = from_bytes(json.dumps(reported).encode(), files)
        satisfied = tuple((by, _entry(entry)) for by, entry in record["satisfactions"])
        program = Program(record["text"], _entry(record["entry"]), satisfied)
    except (ValueError, TypeError, KeyError):
        return None
    return None if diagnostics is None else Compiled(program, element, diagnostics)


def _entry(record: dict[str, Any]) -> Entry:
    return Entry(**{**record, "path": tuple(record["path"])})
