"""Runs the front end over a folder of annotated models and says where it and the expectations differ.

    python -m tests.conformance DIR [--library DIR] [--verbose] [--only TEXT]

For every file: the expected faults found on their line, those missed, those reported though nobody expects
them, and the names that lead where they should. Exit code 1 when anything differs.
"""

from __future__ import annotations

import argparse
import dataclasses
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import Diagnostic, Severity
from generator.ir import Model
from generator.ir.expressions import Reference
from generator.resolve import LibraryModel, resolve, resolve_library
from generator.rules import check
from generator.source import SourceFile
from generator.syntax import parse
from tests.conformance.xpect import Annotated, read


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.conformance", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--library", type=Path, required=True, help="the official library's folder")
    parser.add_argument("--only", default="", help="files whose path contains this")
    parser.add_argument("--verbose", action="store_true", help="say every difference")
    options = parser.parse_args()
    library = _library(options.library)
    total: Counter[str] = Counter()
    for path in sorted(options.folder.rglob("*.xt")):
        if options.only in path.as_posix():
            total.update(_run(read(path), options.folder, library, options.verbose))
    for key, count in total.items():
        print(f"{key:44} {count}")
    return int(any(total[key] for key in ("errors missed", "errors nobody expects", "names wrong")))


def _library(folder: Path) -> LibraryModel:
    files = sorted((*folder.rglob("*.sysml"), *folder.rglob("*.kerml")))
    sources = [SourceFile(each.name, each.read_text(encoding="utf-8")) for each in files]
    return resolve_library([(source, parse(source)[0]) for source in sources])[0]


def _run(case: Annotated, root: Path, library: LibraryModel, verbose: bool) -> Counter[str]:
    name = case.path.name.removesuffix(".xt")
    others = [_companion(case, root, each) for each in case.files if "library" not in each]
    sources = [SourceFile(name, case.text)]
    sources += [SourceFile(each.name, each.read_text(encoding="utf-8")) for each in others if each]
    trees, found = [], []
    for source in sources:
        tree, diagnostics = parse(source)
        trees.append((source, tree))
        found += diagnostics
    model, unresolved = resolve(trees, library)
    found += [*unresolved, *check(model)]
    return _compare(case, name, model, [each for each in found if each.span.path == name], verbose)


def _companion(case: Annotated, root: Path, name: str) -> Path | None:
    at = case.path.parent
    while True:
        for candidate in (at / name.lstrip("/"), at / (name.lstrip("/") + ".xt")):
            if candidate.is_file():
                return candidate
        if at in (root, at.parent):
            return None
        at = at.parent


def _compare(
    case: Annotated, name: str, model: Model, found: list[Diagnostic], verbose: bool
) -> Counter[str]:
    errors = {
        (each.span.line, each.code, each.message)
        for each in found
        if each.severity == Severity.ERROR
    }
    lines = {line for line, _, _ in errors}
    wanted = case.of_kind("errors")
    warned = {each.line for each in case.of_kind("warnings")}
    missed = [each for each in wanted if each.line not in lines]
    extra = sorted(each for each in errors if each[0] not in {w.line for w in wanted})
    targets = _targets(model, name)
    names = case.of_kind("linkedName")
    wrong = [
        each for each in names if not _leads(targets.get(each.offset + len(each.text)), each.value)
    ]
    if verbose:
        for each in missed:
            print(f"{name}:{each.line}: missed: {each.value!r} at {each.text!r}")
        for line, code, message in extra:
            note = " (a warning is expected here)" if line in warned else ""
            print(f"{name}:{line}: nobody expects: [{code}] {message}{note}")
        for each in wrong:
            actual = targets.get(each.offset + len(each.text))
            print(f"{name}:{each.line}: {each.text!r} should be {each.value}, is {actual}")
    invalid = bool(wanted)
    return Counter(
        {
            "files": 1,
            "files with an expected error": int(invalid),
            "… with an error found": int(invalid and bool(errors)),
            "… with all found, none missed": int(invalid and not missed),
            "files expected valid": int(not invalid),
            "… wrongly refused": int(not invalid and bool(errors)),
            "errors expected": len(wanted),
            "errors on the right line": len(wanted) - len(missed),
            "errors missed": len(missed),
            "errors nobody expects": len(extra),
            "names": len(names),
            "names wrong": len(wrong),
        }
    )


def _leads(actual: str | None, wanted: str) -> bool:
    return actual is not None and actual.replace("::", ".") == wanted.strip('"')


def _targets(model: Model, path: str) -> dict[int, str]:
    """What the references of a file lead to, by the offset where they end."""
    found: dict[int, str] = {}
    for reference in _references(model):
        if reference.span.path == path and reference.target is not None:
            target = model.elements[reference.target]
            found.setdefault(reference.span.end, target.qualified_name.replace("'", ""))
    return found


def _references(model: Model) -> Iterator[Reference]:
    for element in model.user_elements:
        yield from _inside(element)
        for each in model.specializations(element):
            yield each.reference
    for each in model.imports:
        yield each.imported
    for alias in model.memberships:
        yield alias.member


def _inside(value: object) -> Iterator[Reference]:
    if isinstance(value, Reference):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _inside(each)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            if field.name not in ("span", "name_span"):
                yield from _inside(getattr(value, field.name))


if __name__ == "__main__":
    sys.exit(main())
