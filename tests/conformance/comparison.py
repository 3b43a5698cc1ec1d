"""What our front end says about annotated models beside what they expect.

Must not know files other than those of the models and of the library.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic, Severity
from generator.ir import Model
from generator.ir.expressions import Reference
from generator.resolve import LibraryModel, resolve, resolve_library
from generator.rules import check
from generator.source import SourceFile
from generator.syntax import parse
from tests.conformance.xpect import Annotated, Expectation, read

__all__ = ["COUNTS", "Comparison", "compare", "compare_all", "library_of"]

COUNTS = (
    "files",
    "files with an expected error",
    "… with an error found",
    "… with all found, none missed",
    "files expected valid",
    "… wrongly refused",
    "errors expected",
    "errors on the right line",
    "errors missed",
    "errors nobody expects",
    "names",
    "names wrong",
    "set aside",
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One annotated model: the faults missed, those nobody expects, and the names that lead elsewhere.

    `aside` are differences that were judged to be about something else than the language, with the reason.
    """

    name: str
    missed: tuple[Expectation, ...]
    extra: tuple[Diagnostic, ...]
    wrong: tuple[tuple[Expectation, str | None], ...]
    counts: Counter[str]
    aside: tuple[str, ...] = ()

    def differences(self) -> Iterator[str]:
        """One line for each difference."""
        for each in self.missed:
            yield f"{self.name}:{each.line}: missed: {each.value!r} at {each.text!r}"
        for found in self.extra:
            yield f"{self.name}:{found.span.line}: nobody expects: [{found.code}] {found.message}"
        for each, actual in self.wrong:
            yield f"{self.name}:{each.line}: {each.text!r} should be {each.value}, is {actual}"
        yield from (f"{self.name}: set aside: {each}" for each in self.aside)


def library_of(folder: Path) -> LibraryModel:
    """The library in a folder, resolved."""
    files = sorted((*folder.rglob("*.sysml"), *folder.rglob("*.kerml")))
    sources = [SourceFile(each.name, each.read_text(encoding="utf-8")) for each in files]
    return resolve_library([(source, parse(source)[0]) for source in sources])[0]


def compare_all(
    folder: Path, library: LibraryModel, aside: Mapping[str, str], only: str = ""
) -> Iterator[Comparison]:
    """Every annotated model below a folder whose path contains a text, in the order of their paths."""
    for path in sorted(folder.rglob("*.xt")):
        if only in path.as_posix():
            yield compare(read(path), folder, library, aside)


def compare(
    case: Annotated, root: Path, library: LibraryModel, aside: Mapping[str, str]
) -> Comparison:
    """One annotated model; `aside` gives a reason for `file:line` or `file`, where differences do not count."""
    name = case.path.name.removesuffix(".xt")
    others = [_companion(case, root, each) for each in case.files if "library" not in each]
    sources = [SourceFile(name, case.text)]
    sources += [SourceFile(each.name, each.read_text(encoding="utf-8")) for each in others if each]
    trees = []
    found: list[Diagnostic] = []
    for source in sources:
        tree, diagnostics = parse(source)
        trees.append((source, tree))
        found += diagnostics
    model, unresolved = resolve(trees, library)
    found += [*unresolved, *check(model)]
    errors = [each for each in found if each.span.path == name and each.severity is Severity.ERROR]
    return _compare(case, name, errors, _targets(model, name), aside)


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
    case: Annotated,
    name: str,
    errors: Sequence[Diagnostic],
    targets: Mapping[int, str],
    aside: Mapping[str, str],
) -> Comparison:
    reasons: dict[str, None] = {}

    def counts(line: int) -> bool:
        reason = aside.get(f"{name}:{line}") or aside.get(name)
        if reason is not None:
            reasons[reason] = None
        return reason is None

    lines = {each.span.line for each in errors}
    everything = case.of_kind("errors")
    wanted = [each for each in everything if each.line in lines or counts(each.line)]
    missed = [each for each in wanted if each.line not in lines]
    expected = {each.line for each in everything}
    extra = [each for each in errors if each.span.line not in expected and counts(each.span.line)]
    names = case.of_kind("linkedName")
    actual = [(each, targets.get(each.offset + len(each.text))) for each in names]
    wrong = [(each, target) for each, target in actual if not _leads(target, each.value)]
    values = (
        1,
        int(bool(wanted)),
        int(bool(wanted) and bool(errors)),
        int(bool(wanted) and not missed),
        int(not everything),
        int(not everything and bool(extra)),
        len(wanted),
        len(wanted) - len(missed),
        len(missed),
        len(extra),
        len(names),
        len(wrong),
        len(everything) - len(wanted),
    )
    return Comparison(
        name,
        tuple(missed),
        tuple(extra),
        tuple(wrong),
        Counter(dict(zip(COUNTS, values, strict=True))),
        tuple(reasons),
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
    for declaration in model.imports:
        yield declaration.imported
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
