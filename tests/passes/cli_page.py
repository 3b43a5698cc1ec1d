"""The page of the command line, written from the commands themselves.

`python -m tests.passes.cli_page` writes docs/cli.md; a test compares.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
import typer.main

from generator.surfaces.cli.app import app

PAGE = Path(__file__).parents[2] / "docs" / "cli.md"
INTRODUCTION = """# Command line

Every command and option of `ssot`. `generate_from_ssot` is `ssot generate`. Exit codes: 0 fine, 1 the answer is no
(errors in a model, drift, a rejection), 2 the question was wrong. What prints for people prints for programs with
`--format json`."""


def commands(group: Any = None, name: str = "ssot") -> Iterator[tuple[str, Any]]:
    """Every command below a group with its full name, groups left out, in order of the names."""
    group = group or typer.main.get_command(app)
    for child in sorted(group.commands):
        command = group.commands[child]
        if hasattr(command, "commands"):
            yield from commands(command, f"{name} {child}")
        else:
            yield f"{name} {child}", command


def page() -> str:
    """The text of the page."""
    parts = [INTRODUCTION]
    for name, command in commands():
        parts += [f"## {name}", *_help(command.help or "")]
        arguments = [each for each in command.params if each.param_type_name == "argument"]
        options = [each for each in command.params if each.param_type_name == "option"]
        rows = [f"| `{_argument(each)}` | {_cell(each.help)} |" for each in arguments]
        context = typer.Context(command)
        rows += [
            f"| {_option(each, context)} | {_cell(each.help)}{_default(each)} |" for each in options
        ]
        if rows:
            parts.append("\n".join(["| argument or option | meaning |", "|---|---|", *rows]))
    return "\n\n".join(parts) + "\n"


def _help(text: str) -> Iterator[str]:
    """The paragraphs of a help text; what a terminal shows as it is, is code."""
    for paragraph in text.split("\n\n"):
        if paragraph.startswith("\b"):
            title, *lines = paragraph.removeprefix("\b").strip().splitlines()
            yield title
            yield "\n".join(["```", *(line.strip() for line in lines), "```"])
        else:
            yield _prose(paragraph)


def _prose(text: str) -> str:
    return " ".join(text.split())


def _cell(text: str | None) -> str:
    return _prose(text or "").replace("|", "\\|")


def _argument(argument: Any) -> str:
    return str(argument.metavar or argument.name).replace("|", "¦")


def _option(option: Any, context: typer.Context) -> str:
    written = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    metavar = "" if option.is_flag else str(option.make_metavar(context)).strip("<>[]")
    return f"{written} `{metavar.replace('|', '¦')}`" if metavar else written


def _default(option: Any) -> str:
    value = getattr(option.default, "value", option.default)
    shown = isinstance(value, str | int) and not isinstance(value, bool)
    return f" Default: `{value}`." if shown else ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
