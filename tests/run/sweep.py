"""Runs every element of a corpus that can be run: `python -m tests.run.sweep FOLDER… [--library PATH] [--steps N] [--list]`.

Each folder is one workspace. Nothing is given to an element, so many runs end for want of a value; what counts is that
each ends with a result or with an error that has a name. `run-failed` and a crash have none: they are listed, and the
exit code is 1 when there are some.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.compile.program import compile_program
from generator.compile.program.module import NotRunnableFault, kind_of_run
from generator.ir import Element, Model
from generator.library import bundled, load
from generator.source import SourceFile
from generator.workspace.execute import Run, execute
from generator.workspace.front import front_end
from generator.workspace.store import Store

SUFFIXES = (".sysml", ".kerml")
NAMELESS = ("crash", "run-failed")


@dataclass(frozen=True)
class Outcome:
    """How the run of an element ended: `code` is "" when it has a result."""

    element: str
    kind: str
    code: str
    message: str


def elements_of(model: Model) -> list[Element]:
    """The elements that can be asked for by a name and run."""
    return [
        each
        for each in model.user_elements
        if each.declared_name is not None
        and "@" not in each.qualified_name
        and kind_of_run(each) is not None
    ]


def outcome(model: Model, element: Element, steps: int) -> Outcome:
    """Run one element without inputs."""
    kind = kind_of_run(element) or ""
    try:
        program, _ = compile_program(model, element)
        result = execute(Run(program, {}, steps=steps))
    except NotRunnableFault as fault:
        return Outcome(element.qualified_name, kind, "not-runnable", str(fault))
    except Exception as fault:  # a crash of the compiler is what is looked for
        message = f"{type(fault).__name__}: {fault}"
        return Outcome(element.qualified_name, kind, "crash", message)
    error = result.get("error", {"code": "", "message": ""})
    return Outcome(element.qualified_name, kind, error["code"], error["message"])


def sweep(folder: Path, library: list[SourceFile], steps: int) -> Iterator[Outcome]:
    """The outcomes of a folder, in the order of its elements."""
    files = sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES)
    sources = [SourceFile(path.as_posix(), path.read_text(encoding="utf-8-sig")) for path in files]
    model, _ = front_end(sources, library, Store(None))
    for each in elements_of(model):
        yield outcome(model, each, steps)


def main() -> int:
    """Print how many runs ended how, and what ended without a name."""
    options = argparse.ArgumentParser(prog="python -m tests.run.sweep", description=__doc__)
    options.add_argument("folders", nargs="+", type=Path)
    options.add_argument("--library", type=Path)
    options.add_argument("--steps", type=int, default=20_000)
    options.add_argument("--list", action="store_true", help="print every error")
    given = options.parse_args()
    library = list(bundled() if given.library is None else load(given.library)[0])
    nameless = 0
    for folder in given.folders:
        counts: Counter[str] = Counter()
        for each in sweep(folder, library, given.steps):
            counts[each.code or "a result"] += 1
            if each.code in NAMELESS or (given.list and each.code):
                print(f"  {each.element} ({each.kind}): {each.code}: {each.message}", flush=True)
        print(f"{folder.name}: {counts.total()} elements")
        for code, count in counts.most_common():
            print(f"{count:>6} {code}", flush=True)
        nameless += sum(counts[code] for code in NAMELESS)
    return 1 if nameless else 0


if __name__ == "__main__":
    sys.exit(main())
