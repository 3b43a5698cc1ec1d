# Generated from HFO_Tooling::ToolingEnablement (ssot/hfo/tooling.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the steps of ToolingEnablement that the model says how to do."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from hfo.constraints import at_least
from hfo.tests.values import instances
from hfo.tests.workflows.recording import outcome
from hfo.types.hfo_tooling import SmokeTest, ToolServer, ToolingPhase, Version
from hfo.workflows.tooling_enablement import DefaultToolingEnablementSteps


def default_steps(
    rows: dict[str, Any] | None = None, **performers: Any
) -> DefaultToolingEnablementSteps:
    """The default steps with performers of which only the given ones can do anything; `rows` are read where asked."""
    return DefaultToolingEnablementSteps(**performers)


@settings(max_examples=80)
@given(
    major=st.integers(0, 12),
    minor=st.integers(0, 12),
)
def test_baseline_ide(
    major: int,
    minor: int,
) -> None:
    """In the model: new Version(major = major, minor = minor)"""

    def expected() -> Any:
        return Version(major=major, minor=minor)

    found = outcome(
        lambda: asyncio.run(
            default_steps().baseline_ide(
                major=major,
                minor=minor,
            )
        )
    )
    assert found == outcome(expected)


def test_configure_deck() -> None:
    """In the model: (new ToolServer(name = "filesystem", phases =
    (ToolingPhase::perceive, ToolingPhase::engage), highImpact = true), new
    ToolServer(name = "search", phases = ToolingPhase::perceive))
    """

    def expected() -> Any:
        return (
            ToolServer(
                name="filesystem",
                phases=(ToolingPhase.PERCEIVE, ToolingPhase.ENGAGE),
                high_impact=True,
            ),
            ToolServer(name="search", phases=(ToolingPhase.PERCEIVE,)),
        )

    found = outcome(lambda: asyncio.run(default_steps().configure_deck()))
    assert found == outcome(expected)


def test_scaffold_environment() -> None:
    """In the model: ("hfo.mission", "hfo.telemetry")"""

    def expected() -> Any:
        return ("hfo.mission", "hfo.telemetry")

    found = outcome(lambda: asyncio.run(default_steps().scaffold_environment()))
    assert found == outcome(expected)


@settings(max_examples=80)
@given(
    editor=instances(Version),
    servers=st.lists(instances(ToolServer), min_size=0, max_size=3).map(tuple),
    subjects=st.lists(st.text(max_size=9), min_size=1, max_size=4).map(tuple),
)
def test_run_smoke_test(
    editor: Version,
    servers: tuple[ToolServer, ...],
    subjects: tuple[str, ...],
) -> None:
    """In the model: new SmokeTest(editor = editor, agentMode = true, hybridAgents =
    notEmpty(subjects), trustDeclared = servers->forAll { in item server :
    ToolServer; notEmpty(server.phases) })
    """

    def expected() -> Any:
        return SmokeTest(
            editor=editor,
            agent_mode=True,
            hybrid_agents=bool(subjects),
            trust_declared=all(bool(server.phases) for server in servers),
        )

    found = outcome(
        lambda: asyncio.run(
            default_steps().run_smoke_test(
                editor=editor,
                servers=servers,
                subjects=subjects,
            )
        )
    )
    assert found == outcome(expected)


@settings(max_examples=80)
@given(
    result=instances(SmokeTest, (1, 105)),
)
def test_register_rituals(
    result: SmokeTest,
) -> None:
    """In the model: result.agentMode and result.hybridAgents and result.trustDeclared
    and AtLeast(actual = result.editor, wanted = new Version(major = 1, minor = 105))
    """

    def expected() -> Any:
        return (
            result.agent_mode
            and result.hybrid_agents
            and result.trust_declared
            and at_least(actual=result.editor, wanted=Version(major=1, minor=105))
        )

    found = outcome(
        lambda: asyncio.run(
            default_steps().register_rituals(
                result=result,
            )
        )
    )
    assert found == outcome(expected)
