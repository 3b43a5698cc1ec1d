"""Hostile models: text from a model never becomes code, never leaves its place, never leaves the output roots."""

from __future__ import annotations

import json
import os
import py_compile
import re
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import black
import pytest
import yaml

from generator.diagnostics import Severity
from generator.emit.artifact import ArtifactSet
from generator.workspace import Workspace
from tests.e2e.commands import ROOT, generate, look
from tests.e2e.hostile_models import (
    CANARY,
    CODE,
    KINDS,
    NAMES,
    TEXTS,
    UNSEEN,
    doc,
    model,
    name,
    names_everywhere,
    string,
)

_EVERY = 17
"""Each kind of element is given every n-th name, each from another start, so that together they use all."""
_PLACE = re.compile(r"(generated|diagrams)/[A-Za-z0-9_./-]+")
_IMPORT_ALL = """
import importlib, pkgutil, sys
import hostile
for found in pkgutil.walk_packages(hostile.__path__, "hostile."):
    if ".migrations." not in found.name and not found.name.endswith("__main__"):
        importlib.import_module(found.name)
print(sum(each.startswith("hostile") for each in sys.modules))
"""


def rendered(text: str, folder: Path) -> ArtifactSet:
    """What a model that is in order becomes."""
    (folder / "hostile.sysml").write_text(text, encoding="utf-8", newline="")
    os.environ["SSOT_CACHE"] = str(folder / "cache")
    try:
        artifacts, found = Workspace.open(folder / "hostile.sysml", out=folder).render()
    finally:
        del os.environ["SSOT_CACHE"]
    assert not [each for each in found if each.severity is Severity.ERROR]
    return artifacts


def mixed() -> str:
    """A model in which every kind of element has hostile names, and every name is used."""
    parts = []
    for number, kind in enumerate(KINDS):
        if kind != "Systems":
            parts.append(names_everywhere(NAMES[number % _EVERY :: _EVERY], [kind]))
    return model("\n".join(parts))


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The mixed model, generated."""
    folder = tmp_path_factory.mktemp("hostile")
    for key, artifact in rendered(mixed(), folder).items():
        assert _PLACE.fullmatch(key)
        assert ".." not in key.split("/")
        assert max(map(len, key.split("/"))) <= 120
        path = folder / key
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(artifact.text, encoding="utf-8", newline="")
    return folder


def files(tree: Path, *suffixes: str) -> list[Path]:
    """The generated files with one of some suffixes."""
    found = [
        path
        for root in ("generated", "diagrams")
        for path in sorted((tree / root).rglob("*"))
        if path.name.endswith(suffixes)
    ]
    assert found
    return found


def python(tree: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A program beside the generated package, in an empty folder where a canary would be seen."""
    cage = tree / "cage"
    cage.mkdir(exist_ok=True)
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=cage,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": f"{tree / 'generated'}:{ROOT}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert not list(tree.rglob(f"{CANARY}*"))
    return done


def test_every_module_compiles_and_is_what_black_makes_of_it(tree: Path) -> None:
    modules = files(tree, ".py")
    for path in modules:
        py_compile.compile(str(path), cfile=str(tree / "compiled"), doraise=True)
    for path in modules[::12]:
        text = path.read_text(encoding="utf-8")
        with pytest.raises(black.NothingChanged):
            black.format_file_contents(text, fast=True, mode=black.Mode())


def test_every_module_imports_and_nothing_runs(tree: Path) -> None:
    done = python(tree, "-c", _IMPORT_ALL)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 60


def test_the_command_line_shows_its_help(tree: Path) -> None:
    done = python(tree, "-m", "hostile", "--help")
    assert done.returncode == 0, done.stderr
    assert "\x1b" not in done.stdout


def test_data_files_parse(tree: Path) -> None:
    for path in files(tree, ".yml", ".yaml", ".json", ".toml", ".svg"):
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".svg":
            tags = {each.tag.rpartition("}")[2] for each in ET.fromstring(text).iter()}
            assert not tags & {"script", "foreignObject", "image"}
        elif path.suffix == ".json":
            json.loads(text)
        elif path.suffix == ".toml":
            tomllib.loads(text)
        else:
            yaml.safe_load(text)


def test_pages_hold_no_live_markup(tree: Path) -> None:
    for path in files(tree, ".md"):
        escaped = path.read_text(encoding="utf-8").replace("\\`", "")
        text = re.sub(r"(`+)[\s\S]*?\1", "", escaped)
        assert not re.search(r"(?<!\\)<(script|b|img|iframe)\b", text), path.name
        assert not re.search(r"(?<!\\)\]\(javascript:", text), path.name


def test_no_template_puts_raw_text_into_a_docstring() -> None:
    """Text enters a docstring through the filter of that name; only Python names may stand there as they are."""
    raw = re.compile(r'"""[^"\n]*\{\{(?![^}]*\b(class_name|function|system)\b\s*\}\})')
    for path in sorted((ROOT / "templates").rglob("*.j2")):
        assert not raw.search(path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize("text", UNSEEN, ids=ascii)
def test_a_name_nobody_can_see_is_refused_at_its_place(text: str, tmp_path: Path) -> None:
    file = tmp_path / "m.sysml"
    file.write_text(model(f"part def {name(text)};"), encoding="utf-8", newline="")
    workspace = Workspace.open(file, out=tmp_path)
    _, found = workspace.check()
    assert {each.code for each in found if each.severity is Severity.ERROR} == {
        "syntax-invisible-character"
    }
    assert all(each.span.line == 5 for each in found)
    assert not workspace.render()[0]


def test_docs_and_strings_may_say_anything(tmp_path: Path) -> None:
    body = "\n".join(
        f"item def Row{number} :> Entity {{ {doc(each)} attribute a : String default {string(each)} {{ {doc(each)} }} }}\n"
        f"requirement def Rule{number} {{ {doc(each)} }}\n"
        f"calc def Sum{number} {{ {doc(each)} in a : String = {string(each)}; return : String = {string(each)}; }}"
        for number, each in enumerate(UNSEEN)
    )
    for key, artifact in rendered(model(body), tmp_path).items():
        if key.endswith(".py"):
            compile(artifact.text, key, "exec")
        elif key.endswith(".svg"):
            ET.fromstring(artifact.text)
        assert not set(artifact.text) & {"\0", "\x1b", "\u202e", "\u2028", "\r"}, key


def test_systems_stay_in_the_roots_whatever_they_are_called(tmp_path: Path) -> None:
    wanted = (*TEXTS, *CODE, "tests", "typing", "pydantic", "sqlalchemy", "generated", "con")
    texts = [each for each in wanted if "\r" not in each]
    for key in rendered(model(names_everywhere(texts, ["Systems"])), tmp_path):
        assert _PLACE.fullmatch(key)
        system = key.split("/")[1]
        assert system == "manifest.json" or system.isidentifier() or "." in system
        assert system not in sys.stdlib_module_names
        assert system not in ("tests", "pydantic", "sqlalchemy", "con")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a model in which every kind of element has two of the worst names."""
    chosen = ["class", "foo_bar", "fooBar", CODE[3], '"""']
    kinds = [kind for kind in KINDS if kind not in ("Systems", "Packages")]
    parts = [
        names_everywhere([chosen[i % 5], chosen[(i + 2) % 5]], [k]) for i, k in enumerate(kinds)
    ]
    (tmp_path / "hostile.sysml").write_text(model("\n".join(parts)), encoding="utf-8", newline="")
    return tmp_path


def check_verdict(desk: Path, printed: str) -> None:
    """Nobody rejects, and no text of the model has run."""
    assert '"reject"' not in printed, printed
    assert not list(desk.rglob(f"{CANARY}*"))


def test_reviewers_that_look_approve_a_hostile_model(desk: Path) -> None:
    """Types, lint, security and schema hold for hostile names and texts too."""
    check_verdict(desk, generate(desk, "hostile.sysml", "--no-review"))
    check_verdict(desk, look(desk, "hostile.sysml"))


@pytest.mark.slow
def test_the_quorum_approves_a_hostile_model(desk: Path) -> None:
    """Tests, mutants and reproducibility hold too."""
    check_verdict(desk, generate(desk, "hostile.sysml"))
