"""The terminal: what is printed where, in colour or not, and how a fault becomes a message and an exit code.

Answers go to standard output, everything about the way there to standard error.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import wraps
from typing import NoReturn, ParamSpec, TextIO

import typer

from generator.diagnostics import Diagnostic, has_errors, render_text, visible

__all__ = [
    "CheckFormat",
    "Format",
    "answer",
    "as_text",
    "fail",
    "faults",
    "guarded",
    "paint",
    "print_diagnostics",
    "progress",
    "say",
    "summary",
    "uses_colour",
    "write",
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
    """Whether a stream is a terminal that wants colour; NO_COLOR and FORCE_COLOR decide otherwise."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def paint(text: str, colour: str, stream: TextIO | None = None) -> str:
    """Text in a colour, where the stream (standard output by default) shows colours."""
    if not uses_colour(stream or sys.stdout):
        return text
    return f"\x1b[{_CODES[colour]}m{text}\x1b[0m"


def answer(text: str) -> None:
    """Print an answer; characters the terminal cannot show are escaped."""
    write(sys.stdout, text if text.endswith("\n") else text + "\n")


def progress(text: str) -> None:
    """Say what is going on, when a person is watching."""
    if sys.stderr.isatty():
        write(sys.stderr, paint(visible(text), "dim", sys.stderr) + "\n")


def say(text: str) -> None:
    """A remark on standard error."""
    write(sys.stderr, text + "\n")


def fail(message: str, code: int = 1) -> NoReturn:
    """End with a message and an exit code: 1 the answer is no, 2 the question was wrong."""
    lines = [visible(line) for line in message.split("\n")]
    write(sys.stderr, paint("error:", "red", sys.stderr) + " " + "\n".join(lines) + "\n")
    raise typer.Exit(code)


def write(stream: TextIO, text: str) -> None:
    """Write a text; characters the stream cannot show are escaped."""
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
    stream.flush()


def print_diagnostics(
    diagnostics: Sequence[Diagnostic], files: int, stream: TextIO | None = None
) -> None:
    """Show diagnostics as text, and a line that counts them."""
    stream = stream or sys.stdout
    write(stream, as_text(diagnostics, stream))
    write(stream, summary(diagnostics, files, stream) + "\n")


def as_text(diagnostics: Sequence[Diagnostic], stream: TextIO) -> str:
    """Diagnostics as fits a stream: in colour or not, as wide as the terminal."""
    width = shutil.get_terminal_size().columns if stream.isatty() else None
    return render_text(diagnostics, colour=uses_colour(stream), width=width)


def summary(diagnostics: Sequence[Diagnostic], files: int, stream: TextIO) -> str:
    """How many there are of each severity, in how many files."""
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
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(1) from None
    except Exception as fault:
        code = _exit_code(fault)
        if code is None:
            raise
        fail(_message(fault), code)


def _exit_code(fault: Exception) -> int | None:
    kind = type(fault)
    asked = (
        "BaselineFault",
        "CodeFault",
        "ConfigFault",
        "ElementFault",
        "NotRunnableFault",
        "PositionFault",
        "QueryFault",
        "SourceFault",
        "UsageFault",
    )
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
