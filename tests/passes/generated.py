"""Generated packages for tests: a model in, files on disk, programs that use them."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from generator import library
from generator.diagnostics import Diagnostic, has_errors
from generator.emit.artifact import ArtifactSet
from generator.emit.passes import discover, render
from generator.ir import Model
from generator.resolve import resolve
from generator.source import SourceFile
from generator.syntax import parse

ROOT = Path(__file__).resolve().parents[2]
FRAME = ("package", "data_types", "calculations", "agents", "telemetry", "requirements")


def model_of(texts: Mapping[str, str]) -> Model:
    """The resolved model of some files; a fault in them fails the test."""
    sources = [SourceFile(path, text) for path, text in texts.items()]
    trees, found = [], []
    for source in sources:
        tree, diagnostics = parse(source)
        trees.append((source, tree))
        found += diagnostics
    known = [(source, parse(source)[0]) for source in library.bundled()]
    model, unresolved = resolve(trees, known)
    found += unresolved
    assert not has_errors(found), [f"{each.span.location()} {each.message}" for each in found]
    return model


def artifacts_of(
    model: Model, passes: Sequence[str] = FRAME, *, system: str = "made"
) -> tuple[ArtifactSet, tuple[Diagnostic, ...]]:
    """What some passes make of a model that is one system."""
    every, templates = discover(wanted=passes)
    groups = {source.path: system for source in model.sources}
    return render(model, groups, passes=every, templates=templates)


def write(artifacts: ArtifactSet, folder: Path) -> Path:
    """Put artifacts on disk and say where the generated packages are."""
    for key, artifact in artifacts.items():
        path = folder / key
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(artifact.text, encoding="utf-8")
    return folder / "generated"


def project_models(system: str) -> dict[str, str]:
    """The files of one of the project's own systems."""
    files = sorted((ROOT / "ssot" / system).glob("*.sysml"))
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in files}


def run_python(
    code: str, folder: Path, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a program beside generated packages, without the environment of whoever runs the tests."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
    return subprocess.run(
        [sys.executable, *(("-c", code) if code else ()), *arguments],
        cwd=folder,
        env={**kept, "PYTHONPATH": str(folder), **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


def run_tests(folder: Path, *suites: str) -> str:
    """The output of a generated test suite, which has to pass."""
    done = _pytest(folder, *suites)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    return done.stdout


def run_failing_tests(folder: Path, *suites: str) -> str:
    """The output of a generated test suite of which a test has to fail."""
    done = _pytest(folder, *suites)
    assert done.returncode == 1, done.stdout[-3000:]
    return done.stdout


def _pytest(folder: Path, *suites: str) -> subprocess.CompletedProcess[str]:
    options = ("-q", "-p", "no:cacheprovider", "--import-mode=importlib", "-o", "addopts=")
    return run_python("", folder, "-m", "pytest", *options, *suites)


@contextmanager
def broken(path: Path, before: str, after: str, count: int = -1) -> Iterator[None]:
    """Inside, a module says something else, at some or all places; then it is as it was."""
    text = path.read_text(encoding="utf-8")
    assert before in text, text
    path.write_text(text.replace(before, after, count), encoding="utf-8")
    try:
        yield
    finally:
        path.write_text(text, encoding="utf-8")


def assert_typed(folder: Path, *what: str) -> None:
    """Generated code has no error in the strictest check of types.

    What is found out about libraries is kept for the next call: it takes most of the time.
    """
    done = run_python("", folder, "-m", "mypy", "--strict", "--cache-dir", _types().name, *what)
    assert done.returncode == 0, done.stdout


@cache
def _types() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="types-")
