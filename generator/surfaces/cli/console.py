"""The terminal: what is printed where, in colour or not, and how a fault becomes a message and an exit code.

Answers go to standard output, everything about the way there to standard error.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import wraps
from typing import NoReturn, ParamSpec, TextIO

import typer

from generator.diagnostics import (
    Diagnostic,
    has_errors,
    render_github,
    render_json,
    render_sarif,
    render_text,
    visible,
)

__all__ = [
    "CheckFormat",
    "Format",
    "answer",
    "fail",
    "faults",
    "guarded",
    "paint",
    "print_diagnostics",
    "progress",
    "uses_colour",
]

P = ParamSpec("P")
_CODES = {"red": "31", "green": "32", "yellow": "33", "cyan": "36", "bold": "1", "dim": "2"}


class Format(StrEnum):
    """Output for people or for programs."""

    text = "text"
    json = "json"


class CheckFormat(StrEnum):
    """Output formats of diagnostics."""

    text = "text"
    json = "json"
    sarif = "sarif"
    github = "github"


def uses_colour(stream: TextIO) -> bool:
    """Whether a stream is a terminal that wants colour (see https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def paint(text: str, colour: str, stream: TextIO | None = None) -> str:
    """Text in a colour, where the stream (standard output by default) shows colours."""
    if not uses_colour(stream or sys.stdout):
        return text
    return f"\x1b[{_CODES[colour]}m{text}\x1b[0m"


def answer(text: str) -> None:
    """Print an answer; characters the terminal cannot show are escaped."""
    _write(sys.stdout, text if text.endswith("\n") else text + "\n")


def progress(text: str) -> None:
    """Say what is going on, when a person is watching."""
    if sys.stderr.isatty():
        _write(sys.stderr, paint(visible(text), "dim", sys.stderr) + "\n")


def say(text: str) -> None:
    """A remark on standard error."""
    _write(sys.stderr, text + "\n")


def fail(message: str, code: int = 1) -> NoReturn:
    """End with a message and an exit code: 1 the answer is no, 2 the question was wrong."""
    lines = [visible(line) for line in message.split("\n")]
    _write(sys.stderr, paint("error:", "red", sys.stderr) + " " + "\n".join(lines) + "\n")
    raise typer.Exit(code)


def _write(stream: TextIO, text: str) -> None:
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
    stream.flush()


def print_diagnostics(
    diagnostics: Sequence[Diagnostic],
    files: int,
    form: CheckFormat = CheckFormat.text,
    stream: TextIO | None = None,
) -> None:
    """Show diagnostics in a format; text ends with a line that counts them."""
    import generator

    stream = stream or sys.stdout
    if form is CheckFormat.json:
        _write(stream, render_json(diagnostics, files))
    elif form is CheckFormat.sarif:
        _write(stream, render_sarif(diagnostics, generator.__version__))
    elif form is CheckFormat.github:
        _write(stream, render_github(diagnostics))
    else:
        _write(stream, render_text(diagnostics, colour=uses_colour(stream)))
        _write(stream, _summary(diagnostics, files, stream) + "\n")


def _summary(diagnostics: Sequence[Diagnostic], files: int, stream: TextIO) -> str:
    counts = [
        (sum(each.severity == severity for each in diagnostics), severity)
        for severity in ("error", "warning", "info")
    ]
    shown = ", ".join(
        f"{count} {name}{'' if count == 1 or name == 'info' else 's'}"
        for count, name in counts
        if count
    )
    where = f"{files} file{'' if files == 1 else 's'}"
    if not shown:
        return paint(f"{where}, nothing to complain about", "green", stream)
    return paint(f"{where}: {shown}", "red" if has_errors(diagnostics) else "yellow", stream)


@contextlib.contextmanager
def faults() -> Iterator[None]:
    """Faults of the environment and of the question become messages; ours stay tracebacks."""
    try:
        yield
    except typer.Exit:
        raise
    except KeyboardInterrupt:
        fail("interrupted; the generated tree is as it was", 130)
    except BrokenPipeError:
        sys.stderr.close()
        raise typer.Exit(1) from None
    except Exception as fault:
        code = _exit_code(fault)
        if code is None:
            raise
        fail(_message(fault), code)


def _exit_code(fault: Exception) -> int | None:
    kind = type(fault)
    asked = ("ConfigFault", "SourceFault", "ElementFault", "UsageFault")
    if kind.__module__.startswith("generator.") and kind.__name__ in asked:
        return 2
    if kind.__module__.startswith("generator.") and kind.__name__.endswith("Fault"):
        return 1
    if isinstance(fault, OSError | MemoryError | RecursionError | ImportError):
        return 1
    return None


def _message(fault: Exception) -> str:
    if isinstance(fault, OSError) and fault.strerror:
        return f"{fault.filename or 'the system'}: {fault.strerror}"
    if isinstance(fault, ImportError):
        return f"{fault}; install the extra that brings it"
    return str(fault) or type(fault).__name__


def guarded(command: Callable[P, None]) -> Callable[P, None]:
    """A command whose foreseeable faults end in a message, never in a traceback."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        with faults():
            command(*args, **kwargs)

    return run
