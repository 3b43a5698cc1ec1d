"""One front end at work in a process of its own; run by `tests.bench.language` and by file name, in any environment.

    python front_end.py SUBJECT TASK [--library DIR] PATH...

Prints one JSON object: CPU seconds of the first run and of a second one in the same process, peak resident
memory in MiB, and what the subject says it has read (elements or nodes, faults found).
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

Outcome = dict[str, int]
Task = Callable[[list[Path], "Path | None"], Outcome]


def ours_parse(paths: list[Path], library: Path | None) -> Outcome:
    """Syntax trees of all files."""
    import gc

    from generator.source import SourceFile
    from generator.syntax import parse

    gc.disable()
    trees = [parse(SourceFile(str(each), each.read_text(encoding="utf-8"))) for each in paths]
    gc.enable()
    return {"files": len(trees), "faults": sum(len(found) for _, found in trees)}


def ours_check(paths: list[Path], library: Path | None) -> Outcome:
    """Parsed, resolved, validated; through the workspace and its cache, as `ssot check` does it."""
    from generator.config import Config
    from generator.workspace import Workspace

    config = Config(library="bundled" if library is None else str(library))
    return {"faults": len(Workspace.open(*paths, config=config).judged)}


def sysml_graph(paths: list[Path], library: Path | None) -> Outcome:
    """The SysML Toolkit (Rust): parsed and resolved; it has no validation."""
    from sysml import Model

    model = Model.from_toolkit(*paths, library_dir=library)
    return {"files": len(paths), "roots": len(model.roots)}


def sysmlpy_parse(paths: list[Path], library: Path | None) -> Outcome:
    """The ANTLR parsers in Python: trees only."""
    from sysmlpy import antlr_parser, kerml

    faults = 0
    for each in paths:
        read = kerml.parse_file if each.suffix == ".kerml" else antlr_parser.parse_file
        try:
            read(str(each))
        except Exception:  # whatever it says, it has not read the file
            faults += 1
    return {"files": len(paths), "faults": faults}


def sysmlpy_check(paths: list[Path], library: Path | None) -> Outcome:
    """Parsed and analysed file by file."""
    from sysmlpy.ci_check import run_check

    result = run_check(paths, semantic="strict", library=None if library is None else str(library))
    return {"files": len(paths), "faults": len(result.findings)}


def tree_sitter_parse(paths: list[Path], library: Path | None) -> Outcome:
    """The tree-sitter grammar (C): trees only, with error nodes where it does not know the notation."""
    import tree_sitter_sysml
    from tree_sitter import Language, Parser

    parser = Parser(Language(tree_sitter_sysml.language()))
    trees = [parser.parse(each.read_bytes()) for each in paths]
    return {"files": len(trees), "faults": sum(each.root_node.has_error for each in trees)}


SUBJECTS: dict[tuple[str, str], Task] = {
    ("ours", "parse"): ours_parse,
    ("ours", "check"): ours_check,
    ("sysml", "parse"): sysml_graph,
    ("sysml", "check"): sysml_graph,
    ("sysmlpy", "parse"): sysmlpy_parse,
    ("sysmlpy", "check"): sysmlpy_check,
    ("tree-sitter", "parse"): tree_sitter_parse,
}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("subject")
    parser.add_argument("task")
    parser.add_argument("--library", type=Path)
    parser.add_argument("--once", action="store_true", help="no second run in the process")
    parser.add_argument("paths", type=Path, nargs="+")
    options = parser.parse_args()
    task = SUBJECTS[options.subject, options.task]
    paths = sorted(
        file
        for path in options.paths
        for file in (path.rglob("*.*ml") if path.is_dir() else (path,))
        if file.suffix in (".sysml", ".kerml")
    )
    outcome = task(paths, options.library)
    whole = time.process_time()  # of the process: starting and importing are part of a first run
    again = 0.0
    if not options.once:
        task(paths, options.library)
        again = time.process_time() - whole
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    json.dump({"first": whole, "again": again, "memory": memory, **outcome}, sys.stdout)


if __name__ == "__main__":
    main()
