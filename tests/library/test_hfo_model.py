"""The model of the workflow document keeps what the document and its own quorum policy promise."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from generator import library
from generator.ir import (
    ItemDefinition,
    Model,
    PartDefinition,
    RequirementUsage,
    Role,
    SatisfyRequirementUsage,
)
from generator.source import SourceFile
from generator.workspace.front import front_end
from generator.workspace.store import Store

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "ssot" / "hfo"
CORPUS = Path(os.environ.get("SSOT_CORPUS", ROOT.parent / "shared" / "corpus"))
DOCUMENT = CORPUS.parent / "seeds" / "hfo.md"


@cache
def model() -> Model:
    sources = [
        SourceFile(each.name, each.read_text(encoding="utf-8"))
        for each in sorted(FOLDER.glob("*.sysml"))
    ]
    return front_end(sources, library.bundled(), Store(None))[0]


def requirements() -> list[RequirementUsage]:
    return [
        each
        for each in model().of_kind(RequirementUsage)
        if each.short_name and not isinstance(each, SatisfyRequirementUsage)
    ]


def test_every_requirement_has_an_id_of_its_own_and_a_text() -> None:
    named = [
        each
        for each in model().of_kind(RequirementUsage)
        if each.role is Role.MEMBER and not isinstance(each, SatisfyRequirementUsage)
    ]
    ids = [each.short_name for each in named]
    assert None not in ids
    assert len(set(ids)) == len(ids) >= 30
    assert [each.qualified_name for each in named if not each.doc] == []


def test_every_requirement_is_satisfied_and_verified() -> None:
    assert [each.name for each in requirements() if not model().satisfied_by(each)] == []
    assert [each.name for each in requirements() if not model().verified_by(each)] == []


def test_every_agent_has_a_language_model_an_input_and_an_output() -> None:
    agents = model().specializing("AgentSystems::Agents::Agent", PartDefinition)
    assert len(agents) == 6
    for agent in agents:
        assert model().member(agent, "model") is not None
        assert model().member(agent, "input") is not None
        assert model().member(agent, "output") is not None


def test_the_tables_of_the_document_are_there() -> None:
    tables = {
        each.name
        for each in model().specializing("AgentSystems::Persistence::Entity", ItemDefinition)
    }
    assert tables == {"Mission", "AgentRun", "KnowledgeVector", "QuorumVote"}


@pytest.mark.skipif(
    not DOCUMENT.is_file(), reason="the workflow document is not here: set SSOT_CORPUS"
)
def test_the_agent_of_the_document_is_there_word_for_word() -> None:
    printed = DOCUMENT.read_text(encoding="utf-8").split("```sysml\n")[1].split("```")[0]
    assert printed.startswith("part def SecurityReviewerAgent :> Agent {")
    assert printed in (FOLDER / "security.sysml").read_text(encoding="utf-8")
