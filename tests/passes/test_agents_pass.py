"""Agents: what is generated for hard ones, and that their tests can fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.emit.artifact import ArtifactSet
from tests.sampling import sampled

from .edge_models import AGENTS, STRUCTURE
from .generated import (
    artifacts_of,
    assert_typed,
    broken,
    model_of,
    run_failing_tests,
    run_tests,
    write,
)


@pytest.fixture(scope="module")
def bureau() -> ArtifactSet:
    artifacts, found = artifacts_of(model_of({"bureau.sysml": AGENTS}))
    assert found == ()
    return artifacts


def test_what_is_generated_passes_its_tests(bureau: ArtifactSet, tmp_path: Path) -> None:
    folder = write(bureau, tmp_path)
    shown = run_tests(folder, "made/tests")
    assert " passed" in shown
    assert "skipped" not in shown


@pytest.mark.slow  # mypy reads the whole framework of agents; the quorum looks at types always
def test_what_is_generated_is_typed(bureau: ArtifactSet, tmp_path: Path) -> None:
    folder = write(bureau, tmp_path)
    assert_typed(folder, "made")


def test_a_system_without_agents_has_none() -> None:
    artifacts, _ = artifacts_of(model_of({"garage.sysml": STRUCTURE}))
    assert not [path for path in artifacts if "/agents/" in path]


def test_an_abstract_agent_has_no_class_but_its_requirements_count(bureau: ArtifactSet) -> None:
    assert "generated/made/agents/courteous.py" not in bureau
    assert '"Polite: Be polite."' in bureau["generated/made/agents/uber.py"].text


def test_an_agent_without_ports_takes_and_gives_text(bureau: ArtifactSet) -> None:
    text = bureau["generated/made/agents/plain.py"].text
    assert "async def run(self, request: str, *, mission_id: str | None = None) -> str:" in text


def test_attributes_are_settings_and_annotations_say_how_it_runs(bureau: ArtifactSet) -> None:
    text = bureau["generated/made/agents/uber.py"].text
    assert 'validation_alias="TEMPERATURE_UBER"' in text
    assert "max_tokens=settings.max_tokens" in text
    assert "retries=1," in text
    assert "seconds=30.0," in text
    assert "mission_id or request.why.mission_id" in text


def test_tools_are_computed_coded_or_supplied(bureau: ArtifactSet) -> None:
    tools = bureau["generated/made/agents/tools.py"].text
    assert "return amount + 1" in tools
    assert "return a * 2" in tools
    agent = bureau["generated/made/agents/uber.py"].text
    assert "def look_up(self, word: str, mood: Mood) -> str:" in agent
    assert "Tool(risky, requires_approval=True)" in agent


@pytest.mark.parametrize(
    ("module", "before", "after"),
    sampled(
        [
            ("uber", '    "Polite: Be polite.",\n', ""),
            ("uber", "if request.most > 0 and", "if"),
            ("uber", "output.level <= request.most", "output.level < request.most"),
            ("uber", "self.agent.output_validator(_satisfying)", "pass"),
            ("uber", "retries=1", "retries=2"),
            ("uber", '"MODEL_UBER"', '"MODEL"'),
            ("uber", "temperature=settings.temperature,", ""),
            ("uber", "Tool(coded),", ""),
            ("uber", "requires_approval=True", "requires_approval=False"),
            ("uber", " or request.why.mission_id", ""),
            ("uber", "mission_id=mission_of(state)", "mission_id=None"),
            ("tools", "amount + 1", "amount + 2"),
            ("_running", 'set_attribute("tokens_used"', 'set_attribute("tokens"'),
            ("_running", "prompt,\n", '"",\n'),
            ("_running", "deps=request", "deps=None  # type: ignore"),
        ]
    ),
)
def test_the_generated_tests_notice_a_change(
    module: str, before: str, after: str, bureau: ArtifactSet, tmp_path: Path
) -> None:
    folder = write(bureau, tmp_path)
    path = folder / "made" / "agents" / f"{module}.py"
    with broken(path, before, after):
        run_failing_tests(folder, "-x", "made/tests/agents")
