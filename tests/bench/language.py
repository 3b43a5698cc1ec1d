"""Measures the front end beside its peers: parsing, checking, growth, and one edited file of a workspace.

    scripts/bench language [--corpus DIR] [--sizes N…] [--runs N] [--no-peers]

CPU seconds are of whole processes (starting and importing included), the least of several runs taken in turn;
memory is the peak of the process. Ratios are to ours in the same table.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench import growing

_FRONT_END = Path(__file__).with_name("front_end.py")
_ROOT = Path(__file__).parents[2]
_WORKSPACE = 100
"""Files of the workspace of which one is edited."""


@dataclass(frozen=True)
class Figure:
    """What one process cost: CPU seconds of the first and of a second run in it, peak MiB; or why it has none."""

    first: float = 0.0
    again: float = 0.0
    memory: float = 0.0
    faults: int | None = None
    failure: str = ""


@dataclass(frozen=True)
class Subject:
    """A front end with the interpreter it is installed for; `limit` is the most seconds it may take."""

    name: str
    python: Path
    limit: int = 600

    def run(
        self, task: str, paths: Sequence[Path], *options: str, cache: Path | None = None
    ) -> Figure:
        """One process at one task."""
        command = [self.python, _FRONT_END, self.name, task, *options, *paths]
        environment = {**os.environ, "PYTHONPATH": str(_ROOT)}
        if cache is not None:
            environment["SSOT_CACHE"] = str(cache)
        try:
            done = subprocess.run(
                command, capture_output=True, text=True, env=environment, timeout=self.limit
            )
        except subprocess.TimeoutExpired:
            return Figure(failure=f"more than {self.limit} s")
        if done.returncode != 0:
            return Figure(
                failure=(done.stderr.strip().splitlines() or ["no reason given"])[-1][:80]
            )
        return Figure(
            **{
                key: value
                for key, value in json.loads(done.stdout).items()
                if key in Figure.__annotations__
            }
        )


def least(
    subject: Subject, task: str, paths: Sequence[Path], runs: int, *options: str, cold: bool = True
) -> Figure:
    """The cheapest of several processes; `cold` gives each an empty cache, else all share a filled one."""
    figures = []
    with tempfile.TemporaryDirectory() as shared:
        if not cold:
            subject.run(task, paths, "--once", *options, cache=Path(shared))
        for _ in range(runs):
            with tempfile.TemporaryDirectory() as own:
                figures.append(
                    subject.run(task, paths, *options, cache=Path(own if cold else shared))
                )
            if figures[-1].failure:
                break
    return min(figures, key=lambda figure: (bool(figure.failure), figure.first))


class Table:
    """One printed table: rows are subjects at a task, ratios are to the first row."""

    def __init__(self, title: str) -> None:
        self.reference: Figure | None = None
        print(f"\n{title}\n", flush=True)
        print("| who | CPU s | ratio | again, same process | ratio | MiB | ratio | faults |")
        print("|---|---|---|---|---|---|---|---|")

    def row(self, label: str, figure: Figure) -> None:
        """Print one row; the first one is what the others are compared with."""
        if figure.failure:
            print(f"| {label} | {figure.failure} | | | | | | |", flush=True)
            return
        base = self.reference = self.reference or figure
        again = (
            f"{figure.again:.3f} | {_ratio(figure.again, base.again)}" if figure.again else " | "
        )
        faults = "" if figure.faults is None else figure.faults
        print(
            f"| {label} | {figure.first:.2f} | {_ratio(figure.first, base.first)} | {again} "
            f"| {figure.memory:.0f} | {_ratio(figure.memory, base.memory)} | {faults} |",
            flush=True,
        )


def _ratio(value: float, base: float) -> str:
    return f"{value / base:.2f}" if base else ""


def corpora(folder: Path, subjects: Mapping[str, Subject], runs: int) -> None:
    """Parsing and checking the official models and the library."""
    library = folder / "library"
    for name in ("training", "examples", "library"):
        table = Table(f"parse {name}: trees of all files")
        for subject in subjects.values():
            if subject.name != "sysmlpy" or name == "library":  # a minute is enough to see
                table.row(subject.name, least(subject, "parse", [folder / name], runs))
    for name in ("training", "examples"):
        table = Table(
            f"check {name} with the official library: parse, resolve, validate (sysml: no validation)"
        )
        for subject in subjects.values():
            if subject.name in ("tree-sitter", "sysmlpy"):
                continue
            options = ("--library", str(library))
            cold = least(subject, "check", [folder / name], runs, *options)
            table.row(f"{subject.name}, cold", cold)
            if subject.name == "ours":
                warm = least(subject, "check", [folder / name], runs, *options, cold=False)
                table.row("ours, warm", warm)


def growth(subjects: Mapping[str, Subject], sizes: Sequence[int], runs: int) -> None:
    """Time and memory on one file of growing size."""
    for task in ("parse", "check"):
        for size in sizes:
            with tempfile.TemporaryDirectory() as name:
                file = Path(name) / "growing.sysml"
                file.write_text(growing.model(size), encoding="utf-8")
                table = Table(f"{task} one file of {size} elements")
                for subject in subjects.values():
                    if subject.name == "sysmlpy" and size > 1000:
                        continue  # minutes, and nothing new
                    if (subject.name, task) != ("tree-sitter", "check"):
                        table.row(subject.name, least(subject, task, [file], runs, "--once"))
                if task == "check":
                    table.row("ours, library known", _library_known(subjects["ours"], file))


def _library_known(ours: Subject, file: Path) -> Figure:
    """A check of a new text where the library was resolved for another one before."""
    other = file.with_name("other.sysml")
    other.write_text("package Other;\n", encoding="utf-8")
    cache = file.with_name("cache")
    ours.run("check", [other], "--once", cache=cache)
    return ours.run("check", [file], "--once", cache=cache)


def edited(ours: Subject, runs: int) -> None:
    """A workspace of many files: cold, unchanged, and with one file edited."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "models")
        folder.mkdir()
        for number in range(_WORKSPACE):
            text = growing.model(400).replace("package Growing", f"package Growing{number}")
            (folder / f"growing{number}.sysml").write_text(text, encoding="utf-8")
        cache = Path(name, "cache")
        table = Table(f"check a workspace of {_WORKSPACE} files of 400 elements")
        table.row("ours, cold", ours.run("check", [folder], "--once", cache=cache))
        unchanged = [ours.run("check", [folder], "--once", cache=cache) for _ in range(runs)]
        table.row("ours, nothing changed", min(unchanged, key=lambda each: each.first))
        figures = []
        for run in range(runs):
            file = folder / "growing50.sysml"
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace(f"= {40 + run}", f"= {41 + run}", 1))
            figures.append(ours.run("check", [folder], "--once", cache=cache))
        table.row("ours, one file edited", min(figures, key=lambda each: each.first))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--corpus", type=Path, default=_ROOT.parent / "shared" / "corpus" / "official"
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument(
        "--runs", type=int, default=3, help="processes for each figure; the least counts"
    )
    parser.add_argument("--tools", type=Path, help="folder with the interpreter of the peers")
    options = parser.parse_args()
    subjects = {"ours": Subject("ours", Path(sys.executable))}
    if options.tools:
        for name in ("sysml", "sysmlpy", "tree-sitter"):
            subjects[name] = Subject(
                name, options.tools / "python", 60 if name == "sysmlpy" else 600
            )
    if options.corpus.is_dir():
        corpora(options.corpus, subjects, options.runs)
    else:
        print(f"no corpus at {options.corpus}: its tables are left out (--corpus)", file=sys.stderr)
    growth(subjects, options.sizes, options.runs)
    edited(subjects["ours"], options.runs)


if __name__ == "__main__":
    main()
