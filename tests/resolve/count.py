"""How many names of a corpus resolve: `python -m tests.resolve.count FOLDER… [--library PATH] [--list]`.

Each folder is one workspace. Counted is every name and feature chain that is written in it: in specialisations,
imports, annotations, connector ends and expressions.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from generator import ir
from generator.library import bundled, load
from generator.resolve import LibraryModel, resolve, resolve_library
from generator.source import SourceFile
from generator.syntax import parse

SUFFIXES = (".sysml", ".kerml")


def references(model: ir.Model) -> Iterator[ir.Reference]:
    """Every written reference of the user's elements, in the order of elements."""
    for element in model.user_elements:
        yield from (each for each in ir.references_of(element) if each.text)
        yield from (
            each.reference for each in model.specializations(element) if not each.is_implied
        )
    for each in model.imports:
        yield each.imported
        for condition in each.filters:
            yield from ir.references_in(condition)
    yield from (each.member for each in model.memberships)


def count(folder: Path, library: LibraryModel) -> tuple[int, list[ir.Reference], int]:
    """The number of references below a folder, those that lead nowhere, and the number of files."""
    files = sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES)
    sources = [SourceFile(path.as_posix(), path.read_text(encoding="utf-8-sig")) for path in files]
    model, _ = resolve([(source, parse(source)[0]) for source in sources], library)
    written = {(each.span.path, each.span.start, each.span.end): each for each in references(model)}
    return len(written), [each for each in written.values() if not each.path], len(files)


def _library(path: Path | None) -> LibraryModel:
    sources = bundled() if path is None else load(path)[0]
    return resolve_library([(source, parse(source)[0]) for source in sources])[0]


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(prog="python -m tests.resolve.count", description=__doc__)
    options.add_argument("folders", nargs="+", type=Path)
    options.add_argument("--library", type=Path)
    options.add_argument("--list", action="store_true", help="print what does not resolve")
    given = options.parse_args()
    library = _library(given.library)
    print(f"{'files':>6} {'names':>8} {'resolved':>9} {'%':>7}  folder")
    for folder in given.folders:
        total, missing, files = count(folder, library)
        resolved = total - len(missing)
        print(f"{files:6} {total:8} {resolved:9} {100 * resolved / max(total, 1):7.2f}  {folder}")
        for each in missing if given.list else ():
            print(f"    {each.span.location()}: {each.text}")


if __name__ == "__main__":
    main()
