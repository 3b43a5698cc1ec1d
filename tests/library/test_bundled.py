"""The bundled library is sound, complete enough for implied specialisations, and documented."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

import pytest

from generator import ir, library
from generator.diagnostics import Severity
from generator.ir import Definition, Feature, Library, Model, Role
from generator.resolve.kinds import base_names
from generator.rules.registry import run_rules
from generator.source import SourceFile
from generator.workspace.front import front_end
from generator.workspace.store import Store

ROOT = Path(__file__).parents[2]
SYSTEMS = sorted(each for each in (ROOT / "ssot").iterdir() if any(each.glob("*.sysml")))
CORPUS = Path(os.environ.get("SSOT_CORPUS", ROOT.parent / "shared" / "corpus"))
PAGE = ROOT / "docs" / "agent-systems.md"


@cache
def bundled_model() -> Model:
    model, diagnostics = front_end((), library.bundled(), Store(None))
    assert diagnostics == ()
    return model


def test_the_library_is_checked_as_strictly_as_a_model() -> None:
    model = bundled_model()
    diagnostics = run_rules(model, tuple(model.elements))
    assert [f"{each.span.location()} {each.message}" for each in diagnostics] == []


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.name)
def test_every_model_is_free_of_diagnostics(system: Path) -> None:
    sources = [
        SourceFile(each.name, each.read_text(encoding="utf-8"))
        for each in sorted(system.glob("**/*.sysml"))
    ]
    _, diagnostics = front_end(sources, library.bundled(), Store(None))
    assert [f"{each.span.location()} {each.message}" for each in diagnostics] == []


def test_every_metaclass_finds_its_base_type() -> None:
    model = bundled_model()
    wanted = {kind: base_names(kind) for kind in vars(ir).values() if isinstance(kind, type)}
    missing = {
        kind.__name__: names
        for kind, names in wanted.items()
        if names and not any(_found(model, name) for name in names)
    }
    assert missing == {}
    assert len([names for names in wanted.values() if names]) > 40


def _found(model: Model, qualified_name: str) -> bool:
    return model.find(qualified_name) is not None or qualified_name in model.aliases


def test_things_are_not_values() -> None:
    model = bundled_model()
    assert not model.specializes(model["Parts::Part"], "Base::DataValue")
    assert not model.specializes(model["Actions::Action"], "Base::DataValue")
    assert model.specializes(model["ScalarValues::Positive"], "Base::DataValue")
    assert model.specializes(model["ScalarValues::Positive"], "Base::Anything")
    assert model.specializes(model["Parts::Part"], "Base::Anything")


def test_the_libraries_know_what_they_are() -> None:
    model = bundled_model()
    assert model["Parts::Part"].library is Library.STANDARD
    assert model["AgentSystems::Agents::Agent"].library is Library.DOMAIN


def test_files_are_sorted_and_shown_without_a_folder_of_this_machine() -> None:
    paths = [each.path for each in library.bundled()]
    assert paths == sorted(paths[:-1]) + paths[-1:]
    assert all(path.startswith("library/") for path in paths)
    assert [each.path for each in library.domain()] == ["library/AgentSystems.sysml"]


def test_every_definition_of_the_domain_library_is_documented() -> None:
    model = bundled_model()
    inside = [each for each in model.elements if each.library is Library.DOMAIN]
    silent = [
        each.qualified_name for each in inside if isinstance(each, Definition) and not each.doc
    ]
    assert silent == []


def test_the_page_names_every_definition_and_every_attribute_of_the_domain_library() -> None:
    model = bundled_model()
    page = re.sub(r"```.*?```", "", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)
    words = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]+)`", page))))
    wanted = {
        each.name
        for each in model.elements
        if each.library is Library.DOMAIN
        and each.name
        and isinstance(each, Definition | Feature)
        and each.role not in (Role.PARAMETER, Role.RETURN)
    }
    assert wanted - words == set()


@pytest.mark.skipif(
    not (CORPUS / "official" / "training").is_dir(),
    reason="the official corpus is not here: set SSOT_CORPUS",
)
def test_the_official_training_models_resolve_against_it() -> None:
    sources = [
        SourceFile(each.name, each.read_text(encoding="utf-8"))
        for each in sorted((CORPUS / "official" / "training").glob("**/*.sysml"))
    ]
    _, diagnostics = front_end(sources, library.bundled(), Store(None))
    errors = [each for each in diagnostics if each.severity is Severity.ERROR]
    unresolved = [
        each.message for each in errors if each.code != "validateNamespaceDistinguishibility"
    ]
    assert len(sources) == 100
    assert unresolved == []


def test_every_library_name_the_code_recognises_exists() -> None:
    """A qualified name that leads nowhere makes a pass blind without any error.

    `resolve` names what the official library has too, as alternatives.
    """
    model = bundled_model()
    roots = {each.name for each in model.elements if each.owner is None}
    code = [*ROOT.glob("generator/**/*.py"), *ROOT.glob("templates/**/*.py")]
    files = [each for each in code if each.parent.name != "resolve"]
    wanted = {
        match
        for file in files
        for match in re.findall(r'"(\w+(?:::\w+)+)"', file.read_text(encoding="utf-8"))
        if match.partition("::")[0] in roots
    }
    assert len(wanted) > 30
    # The official library has packages in its package of metaclasses, ours has the metaclasses themselves.
    wanted -= {"KerML::Root", "KerML::Core", "KerML::Kernel"}
    assert sorted(name for name in wanted if not _found(model, name)) == []
