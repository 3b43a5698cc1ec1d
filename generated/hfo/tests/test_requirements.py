# Generated from HFO_Agents::SwarmlordPersona::MustClarifyOnce (ssot/hfo/agents.sysml) and 43 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Requirements are registered, what satisfies them is there and fits, and their cases pass."""

from __future__ import annotations

from importlib import import_module

import pytest

from ..calculations import approval_share, message_reduction, quorum_reached
from ..constraints import at_least, complete
from ..types.hfo_requirements import QuorumDecision, Scorecard
from ..types.hfo_signals import WorkflowKind
from ..types.hfo_structure import SwarmlordAssembly
from ..types.hfo_tooling import (
    IdeBaseline,
    ToolServer,
    ToolingPhase,
    Version,
    WarChest,
    WorkflowBinding,
)

from .. import requirements

NAMES = [
    ("MustClarifyOnce", "HFO_Agents::SwarmlordPersona::MustClarifyOnce"),
    ("MustCiteSources", "HFO_Agents::ResearcherAgent::MustCiteSources"),
    ("MustPlanIndependentTasks", "HFO_Agents::PlannerAgent::MustPlanIndependentTasks"),
    ("MustReportFailures", "HFO_Agents::ExecutorAgent::MustReportFailures"),
    ("MustJustifyVerdict", "HFO_Agents::ValidatorAgent::MustJustifyVerdict"),
    ("SupportsItsFindings", "HFO_Agents::SupportsItsFindings"),
    ("PlansWithinCapacity", "HFO_Agents::PlansWithinCapacity"),
    ("JustifiesItsVerdict", "HFO_Agents::JustifiesItsVerdict"),
    ("HFO-REQ-001", "HFO_Requirements::persistentSwarmlord"),
    ("HFO-REQ-002", "HFO_Requirements::workflowChoice"),
    ("HFO-REQ-003", "HFO_Requirements::persistentSwarm"),
    ("HFO-REQ-004", "HFO_Requirements::hierarchicalScaling"),
    ("HFO-REQ-005", "HFO_Requirements::stigmergyEfficiency"),
    ("HFO-REQ-006", "HFO_Requirements::toolingBaseline"),
    ("HFO-REQ-007", "HFO_Requirements::toolServerTrust"),
    ("HFO-REQ-008", "HFO_Requirements::workflowBridge"),
    ("HFO-REQ-009", "HFO_Requirements::personaWarChest"),
    ("HFO-REQ-010", "HFO_Requirements::clarificationSequence"),
    ("HFO-REQ-011", "HFO_Requirements::stigmergicControl"),
    ("HFO-REQ-020", "HFO_Requirements::vulnerabilityReview"),
    ("HFO-REQ-021", "HFO_Requirements::supportedFindings"),
    ("HFO-REQ-022", "HFO_Requirements::capacityRespected"),
    ("HFO-REQ-023", "HFO_Requirements::justifiedVerdict"),
    ("HFO-REQ-024", "HFO_Requirements::honestReport"),
    ("HFO-REQ-025", "HFO_Requirements::singleQuestion"),
    ("QuorumDecides", "HFO_Requirements::QuorumDecides"),
    ("HFO-REQ-030", "HFO_Requirements::quorumDecides"),
    ("ScorecardMetric", "HFO_Requirements::ScorecardMetric"),
    ("HFO-DAY-1", "HFO_Requirements::modelUpdated"),
    ("HFO-DAY-2", "HFO_Requirements::visionSynced"),
    ("HFO-DAY-3", "HFO_Requirements::codegenRan"),
    ("HFO-DAY-4", "HFO_Requirements::generationApproved"),
    ("HFO-DAY-5", "HFO_Requirements::missionNoted"),
    ("HFO-WEEK-1", "HFO_Requirements::diagramsExported"),
    ("HFO-WEEK-2", "HFO_Requirements::agentsModelled"),
    ("HFO-WEEK-3", "HFO_Requirements::schemaInStep"),
    ("HFO-WEEK-4", "HFO_Requirements::nothingEditedByHand"),
    ("HFO-MONTH-1", "HFO_Requirements::modelAuthoritative"),
    ("HFO-MONTH-2", "HFO_Requirements::regenerable"),
    ("HFO-MONTH-3", "HFO_Requirements::onboardingFromModel"),
    ("HFO-MONTH-4", "HFO_Requirements::shellArchived"),
    ("HFO-METRICS", "HFO_Requirements::successMetrics"),
    (
        "MustCheckVulnerabilities",
        "HFO_Security::SecurityReviewerAgent::MustCheckVulnerabilities",
    ),
    ("ChecksEveryVulnerabilityClass", "HFO_Security::ChecksEveryVulnerabilityClass"),
]
TRACES = [
    (
        "HFO_Agents::SwarmlordPersona::MustClarifyOnce",
        "ssot/hfo/agents.sysml",
        ("HFO_Structure::SwarmlordFacade::persona",),
        ("HFO_Verification::SwarmOutputTest",),
    ),
    (
        "HFO_Agents::ResearcherAgent::MustCiteSources",
        "ssot/hfo/agents.sysml",
        ("HFO_Structure::SwarmExecutionFabric::researcher",),
        ("HFO_Verification::SwarmOutputTest",),
    ),
    (
        "HFO_Agents::PlannerAgent::MustPlanIndependentTasks",
        "ssot/hfo/agents.sysml",
        ("HFO_Structure::SwarmExecutionFabric::planner",),
        ("HFO_Verification::SwarmOutputTest",),
    ),
    (
        "HFO_Agents::ExecutorAgent::MustReportFailures",
        "ssot/hfo/agents.sysml",
        ("HFO_Structure::SwarmExecutionFabric::executor",),
        ("HFO_Verification::SwarmOutputTest",),
    ),
    (
        "HFO_Agents::ValidatorAgent::MustJustifyVerdict",
        "ssot/hfo/agents.sysml",
        ("HFO_Structure::SwarmExecutionFabric::validator",),
        ("HFO_Verification::SwarmOutputTest",),
    ),
    (
        "HFO_Agents::SupportsItsFindings",
        "ssot/hfo/agents.sysml",
        ("HFO_Structure::SwarmExecutionFabric::researcher",),
        ("HFO_Verification::SwarmOutputTest",),
    ),
    (
        "HFO_Agents::PlansWithinCapacity",
        "ssot/hfo/agents.sysml",
        ("HFO_Structure::SwarmExecutionFabric::planner",),
        ("HFO_Verification::SwarmOutputTest",),
    ),
    (
        "HFO_Agents::JustifiesItsVerdict",
        "ssot/hfo/agents.sysml",
        ("HFO_Structure::SwarmExecutionFabric::validator",),
        ("HFO_Verification::SwarmOutputTest",),
    ),
    (
        "HFO_Requirements::persistentSwarmlord",
        "ssot/hfo/requirements.sysml",
        ("HFO_Requirements::hive",),
        ("HFO_Verification::AssemblyInspection",),
    ),
    (
        "HFO_Requirements::workflowChoice",
        "ssot/hfo/requirements.sysml",
        ("HFO_Structure::SwarmlordAssembly::orchestration",),
        ("HFO_Verification::WorkflowChoiceTest",),
    ),
    (
        "HFO_Requirements::persistentSwarm",
        "ssot/hfo/requirements.sysml",
        ("HFO_Structure::SwarmlordAssembly::swarm",),
        ("HFO_Verification::ScalingAnalysis",),
    ),
    (
        "HFO_Requirements::hierarchicalScaling",
        "ssot/hfo/requirements.sysml",
        ("HFO_Structure::SwarmlordAssembly::swarm",),
        ("HFO_Verification::ScalingAnalysis",),
    ),
    (
        "HFO_Requirements::stigmergyEfficiency",
        "ssot/hfo/requirements.sysml",
        ("HFO_Structure::SwarmlordAssembly::spine",),
        ("HFO_Verification::BlackboardAnalysis",),
    ),
    (
        "HFO_Requirements::toolingBaseline",
        "ssot/hfo/requirements.sysml",
        ("HFO_Tooling::tooling::ide",),
        ("HFO_Verification::ToolingSmokeTest",),
    ),
    (
        "HFO_Requirements::toolServerTrust",
        "ssot/hfo/requirements.sysml",
        ("HFO_Requirements::workshop::fileServer",),
        ("HFO_Verification::TrustReview",),
    ),
    (
        "HFO_Requirements::workflowBridge",
        "ssot/hfo/requirements.sysml",
        ("HFO_Tooling::EnvironmentScaffold::engines",),
        ("HFO_Verification::BridgeInspection",),
    ),
    (
        "HFO_Requirements::personaWarChest",
        "ssot/hfo/requirements.sysml",
        ("HFO_Tooling::PersonaForge::warChest",),
        ("HFO_Verification::WarChestAudit",),
    ),
    (
        "HFO_Requirements::clarificationSequence",
        "ssot/hfo/requirements.sysml",
        ("HFO_Structure::SwarmlordAssembly::swarmlord",),
        ("HFO_Verification::FacadeInspection",),
    ),
    (
        "HFO_Requirements::stigmergicControl",
        "ssot/hfo/requirements.sysml",
        ("HFO_Structure::SwarmlordAssembly::swarmlord",),
        ("HFO_Verification::FacadeInspection",),
    ),
    (
        "HFO_Requirements::vulnerabilityReview",
        "ssot/hfo/requirements.sysml",
        ("HFO_Structure::SwarmExecutionFabric::securityReviewer",),
        ("HFO_Verification::SecurityReviewTest",),
    ),
    (
        "HFO_Requirements::supportedFindings",
        "ssot/hfo/requirements.sysml",
        ("HFO_Structure::SwarmExecutionFabric::researcher",),
        ("HFO_Verification::SwarmOutputTest",),
    ),
    (
        "HFO_Requirements::capacityRespected",
        "ssot/hfo/requirements.sysml",
        ("HFO_Structure::SwarmExecutionFabric::planner",),
        ("HFO_Verification::SwarmOutputTest",),
    ),
    (
        "HFO_Requirements::justifiedVerdict",
        "ssot/hfo/requirements.sysml",
        ("HFO_Structure::SwarmExecutionFabric::validator",),
        ("HFO_Verification::SwarmOutputTest",),
    ),
    (
        "HFO_Requirements::honestReport",
        "ssot/hfo/requirements.sysml",
        ("HFO_Structure::SwarmExecutionFabric::executor",),
        ("HFO_Verification::SwarmOutputTest",),
    ),
    (
        "HFO_Requirements::singleQuestion",
        "ssot/hfo/requirements.sysml",
        ("HFO_Structure::SwarmlordFacade::persona",),
        ("HFO_Verification::SwarmOutputTest",),
    ),
    (
        "HFO_Requirements::QuorumDecides",
        "ssot/hfo/requirements.sysml",
        ("HFO_Requirements::workshop::decision",),
        ("HFO_Verification::QuorumTest",),
    ),
    (
        "HFO_Requirements::quorumDecides",
        "ssot/hfo/requirements.sysml",
        ("HFO_Requirements::workshop::decision",),
        ("HFO_Verification::QuorumTest",),
    ),
    (
        "HFO_Requirements::ScorecardMetric",
        "ssot/hfo/requirements.sysml",
        ("HFO_Requirements::workshop::scorecard",),
        ("HFO_Verification::ScorecardReview",),
    ),
    (
        "HFO_Requirements::modelUpdated",
        "ssot/hfo/requirements.sysml",
        ("HFO_Requirements::workshop::scorecard",),
        ("HFO_Verification::ScorecardReview",),
    ),
    (
        "HFO_Requirements::visionSynced",
        "ssot/hfo/requirements.sysml",
        ("HFO_Requirements::workshop::scorecard",),
        ("HFO_Verification::ScorecardReview",),
    ),
    (
        "HFO_Requirements::codegenRan",
        "ssot/hfo/requirements.sysml",
        ("HFO_Requirements::workshop::scorecard",),
        ("HFO_Verification::ScorecardReview",),
    ),
    (
        "HFO_Requirements::generationApproved",
        "ssot/hfo/requirements.sysml",
        ("HFO_Requirements::workshop::scorecard",),
        ("HFO_Verification::ScorecardReview",),
    ),
    (
        "HFO_Requirements::missionNoted",
        "ssot/hfo/requirements.sysml",
        ("HFO_Requirements::workshop::scorecard",),
        ("HFO_Verification::ScorecardReview",),
    ),
    (
        "HFO_Requirements::diagramsExported",
        "ssot/hfo/requirements.sysml",
        ("HFO_Requirements::workshop::scorecard",),
        ("HFO_Verification::ScorecardReview",),
    ),
    (
        "HFO_Requirements::agentsModelled",
        "ssot/hfo/requirements.sysml",
        ("HFO_Requirements::workshop::scorecard",),
        ("HFO_Verification::ScorecardReview",),
    ),
    (
        "HFO_Requirements::schemaInStep",
        "ssot/hfo/requirements.sysml",
        ("HFO_Requirements::workshop::scorecard",),
        ("HFO_Verification::ScorecardReview",),
    ),
    (
        "HFO_Requirements::nothingEditedByHand",
        "ssot/hfo/requirements.sysml",
        ("HFO_Requirements::workshop::scorecard",),
        ("HFO_Verification::ScorecardReview",),
    ),
    (
        "HFO_Requirements::modelAuthoritative",
        "ssot/hfo/requirements.sysml",
        ("HFO_Requirements::workshop::scorecard",),
        ("HFO_Verification::ScorecardReview",),
    ),
    (
        "HFO_Requirements::regenerable",
        "ssot/hfo/requirements.sysml",
        ("HFO_Requirements::workshop::scorecard",),
        ("HFO_Verification::ScorecardReview",),
    ),
    (
        "HFO_Requirements::onboardingFromModel",
        "ssot/hfo/requirements.sysml",
        ("HFO_Requirements::workshop::scorecard",),
        ("HFO_Verification::ScorecardReview",),
    ),
    (
        "HFO_Requirements::shellArchived",
        "ssot/hfo/requirements.sysml",
        ("HFO_Requirements::workshop::scorecard",),
        ("HFO_Verification::ScorecardReview",),
    ),
    (
        "HFO_Requirements::successMetrics",
        "ssot/hfo/requirements.sysml",
        ("HFO_Requirements::workshop::scorecard",),
        ("HFO_Verification::ScorecardReview",),
    ),
    (
        "HFO_Security::SecurityReviewerAgent::MustCheckVulnerabilities",
        "ssot/hfo/security.sysml",
        ("HFO_Structure::SwarmExecutionFabric::securityReviewer",),
        ("HFO_Verification::SecurityReviewTest",),
    ),
    (
        "HFO_Security::ChecksEveryVulnerabilityClass",
        "ssot/hfo/security.sysml",
        ("HFO_Structure::SwarmExecutionFabric::securityReviewer",),
        ("HFO_Verification::SecurityReviewTest",),
    ),
]
IMPLEMENTED = [
    (
        "HFO_Agents::SwarmlordPersona::MustClarifyOnce",
        "agents.swarmlord_persona:SwarmlordPersona",
    ),
    (
        "HFO_Agents::ResearcherAgent::MustCiteSources",
        "agents.researcher:ResearcherAgent",
    ),
    (
        "HFO_Agents::PlannerAgent::MustPlanIndependentTasks",
        "agents.planner:PlannerAgent",
    ),
    ("HFO_Agents::ExecutorAgent::MustReportFailures", "agents.executor:ExecutorAgent"),
    (
        "HFO_Agents::ValidatorAgent::MustJustifyVerdict",
        "agents.validator:ValidatorAgent",
    ),
    ("HFO_Agents::SupportsItsFindings", "agents.researcher:ResearcherAgent"),
    ("HFO_Agents::PlansWithinCapacity", "agents.planner:PlannerAgent"),
    ("HFO_Agents::JustifiesItsVerdict", "agents.validator:ValidatorAgent"),
    ("HFO_Requirements::persistentSwarmlord", "types.hfo_structure:SwarmlordAssembly"),
    ("HFO_Requirements::workflowChoice", "types.hfo_structure:OrchestrationCore"),
    ("HFO_Requirements::persistentSwarm", "types.hfo_structure:SwarmExecutionFabric"),
    (
        "HFO_Requirements::hierarchicalScaling",
        "types.hfo_structure:SwarmExecutionFabric",
    ),
    ("HFO_Requirements::stigmergyEfficiency", "types.hfo_structure:SignalEventSpine"),
    ("HFO_Requirements::toolingBaseline", "types.hfo_tooling:IdeBaseline"),
    ("HFO_Requirements::toolServerTrust", "types.hfo_tooling:ToolServer"),
    ("HFO_Requirements::workflowBridge", "types.hfo_tooling:WorkflowBinding"),
    ("HFO_Requirements::personaWarChest", "types.hfo_tooling:WarChest"),
    ("HFO_Requirements::clarificationSequence", "types.hfo_structure:SwarmlordFacade"),
    ("HFO_Requirements::stigmergicControl", "types.hfo_structure:SwarmlordFacade"),
    (
        "HFO_Requirements::vulnerabilityReview",
        "agents.security_reviewer:SecurityReviewerAgent",
    ),
    ("HFO_Requirements::supportedFindings", "agents.researcher:ResearcherAgent"),
    ("HFO_Requirements::capacityRespected", "agents.planner:PlannerAgent"),
    ("HFO_Requirements::justifiedVerdict", "agents.validator:ValidatorAgent"),
    ("HFO_Requirements::honestReport", "agents.executor:ExecutorAgent"),
    ("HFO_Requirements::singleQuestion", "agents.swarmlord_persona:SwarmlordPersona"),
    ("HFO_Requirements::QuorumDecides", "types.hfo_requirements:QuorumDecision"),
    ("HFO_Requirements::quorumDecides", "types.hfo_requirements:QuorumDecision"),
    ("HFO_Requirements::ScorecardMetric", "types.hfo_requirements:Scorecard"),
    ("HFO_Requirements::modelUpdated", "types.hfo_requirements:Scorecard"),
    ("HFO_Requirements::visionSynced", "types.hfo_requirements:Scorecard"),
    ("HFO_Requirements::codegenRan", "types.hfo_requirements:Scorecard"),
    ("HFO_Requirements::generationApproved", "types.hfo_requirements:Scorecard"),
    ("HFO_Requirements::missionNoted", "types.hfo_requirements:Scorecard"),
    ("HFO_Requirements::diagramsExported", "types.hfo_requirements:Scorecard"),
    ("HFO_Requirements::agentsModelled", "types.hfo_requirements:Scorecard"),
    ("HFO_Requirements::schemaInStep", "types.hfo_requirements:Scorecard"),
    ("HFO_Requirements::nothingEditedByHand", "types.hfo_requirements:Scorecard"),
    ("HFO_Requirements::modelAuthoritative", "types.hfo_requirements:Scorecard"),
    ("HFO_Requirements::regenerable", "types.hfo_requirements:Scorecard"),
    ("HFO_Requirements::onboardingFromModel", "types.hfo_requirements:Scorecard"),
    ("HFO_Requirements::shellArchived", "types.hfo_requirements:Scorecard"),
    ("HFO_Requirements::successMetrics", "types.hfo_requirements:Scorecard"),
    (
        "HFO_Security::SecurityReviewerAgent::MustCheckVulnerabilities",
        "agents.security_reviewer:SecurityReviewerAgent",
    ),
    (
        "HFO_Security::ChecksEveryVulnerabilityClass",
        "agents.security_reviewer:SecurityReviewerAgent",
    ),
]


def test_the_requirements_are_those_of_the_model() -> None:
    assert [(each.id, each.name) for each in requirements.REQUIREMENTS] == NAMES
    with pytest.raises(KeyError, match="no such requirement"):
        requirements.find("no such requirement")


@pytest.mark.parametrize(("number", "name"), NAMES)
def test_a_requirement_is_found_by_its_name(number: str, name: str) -> None:
    found = requirements.find(name)
    assert found.id == number
    assert requirements.find(number).id == number


@pytest.mark.parametrize(("name", "source", "satisfied", "verified"), TRACES)
def test_a_requirement_knows_where_it_is_and_what_satisfies_and_verifies_it(
    name: str, source: str, satisfied: tuple[str, ...], verified: tuple[str, ...]
) -> None:
    found = requirements.find(name)
    assert (found.source, found.satisfied_by, found.verified_by) == (
        source,
        satisfied,
        verified,
    )


@pytest.mark.parametrize(("name", "place"), IMPLEMENTED)
def test_what_satisfies_a_requirement_is_in_the_package(name: str, place: str) -> None:
    assert place in requirements.find(name).implemented_by
    module, _, wanted = place.partition(":")
    package = (__package__ or "").rpartition(".")[0]
    assert hasattr(import_module(f"{package}.{module}"), wanted)


def test_persistent_swarmlord_holds_for_hive() -> None:
    """HFO-REQ-001: Every user is paired with one persistent Swarmlord that stays their
    only interface and coordinates up to 100 agents.
    """
    assembly = SwarmlordAssembly()
    assert (
        assembly.swarmlord.persistent_memory
        and assembly.swarmlord.agent_capacity >= 100
    )


def test_workflow_choice_holds_for_orchestration() -> None:
    """HFO-REQ-002: The Swarmlord selects among the workflows HIVE, GROWTH, SWARM and
    PREY by the intent of the user.
    """
    core = SwarmlordAssembly().orchestration
    assert (
        WorkflowKind.HIVE in core.workflows
        and WorkflowKind.GROWTH in core.workflows
        and (WorkflowKind.SWARM in core.workflows)
        and (WorkflowKind.PREY in core.workflows)
    )


def test_persistent_swarm_holds_for_swarm() -> None:
    """HFO-REQ-003: At least 100 agents stay active and pass from workflow to workflow
    without being torn down between missions.
    """
    fabric = SwarmlordAssembly().swarm
    assert fabric.persistent_agents >= 100 and (not fabric.teardown_between_missions)


def test_hierarchical_scaling_holds_for_swarm() -> None:
    """HFO-REQ-004: Clusters of clusters reach a million agents without direct control
    calls.
    """
    fabric = SwarmlordAssembly().swarm
    assert fabric.cluster_width**fabric.cluster_depth >= 1000000


def test_stigmergy_efficiency_holds_for_spine() -> None:
    """HFO-REQ-005: Signals on the shared spine replace direct communication and lower
    the number of messages at least tenfold.
    """
    spine = SwarmlordAssembly().spine
    assert message_reduction(polls=spine.polls_avoided, deposits=spine.deposits) >= 10.0


def test_tooling_baseline_holds_for_ide() -> None:
    """HFO-REQ-006: Before a swarm is started a repeatable smoke test confirms the
    editor at version 1.105 or newer, agent mode and hybrid agents.
    """
    ide = IdeBaseline()
    assert (
        at_least(actual=ide.version, wanted=Version(major=1, minor=105))
        and ide.agent_mode
        and ide.hybrid_agents
    )


def test_tool_server_trust_holds_for_file_server() -> None:
    """HFO-REQ-007: A tool server declares its trust for each phase; one with high
    impact is gated and its approvals are logged.
    """
    server = ToolServer(
        name="filesystem",
        phases=(ToolingPhase.PERCEIVE, ToolingPhase.ENGAGE),
        high_impact=True,
    )
    assert bool(server.phases)
    assert not server.high_impact or (server.gated and server.approval_logged)


def test_workflow_bridge_holds_for_engines() -> None:
    """HFO-REQ-008: Briefs are bound to workflow engines, subjects, a task pool and a
    vector store, with instrumentation.
    """
    engines = WorkflowBinding(
        temporal_namespace="hfo",
        graph_profile="langgraph",
        subjects=("hfo.mission", "hfo.telemetry"),
        task_pool="ray",
        vector_store="pgvector",
        instrumented=True,
    )
    assert (
        engines.instrumented and bool(engines.subjects) and (engines.vector_store != "")
    )


def test_persona_war_chest_holds_for_war_chest() -> None:
    """HFO-REQ-009: Briefs map into personas and mint artifacts whose funding is never
    negative.
    """
    chest = WarChest(personas=("Observers", "Bridgers"), funding=0.0)
    assert bool(chest.personas) and chest.funding >= 0.0


def test_clarification_sequence_holds_for_swarmlord() -> None:
    """HFO-REQ-010: Exactly three clarifications are made one after the other before an
    intent is published.
    """
    facade = SwarmlordAssembly().swarmlord
    assert facade.clarification_passes == 3


def test_stigmergic_control_holds_for_swarmlord() -> None:
    """HFO-REQ-011: The Swarmlord reaches agents only through the spine; a user reaches
    only the Swarmlord.
    """
    facade = SwarmlordAssembly().swarmlord
    assert facade.direct_agent_channels == 0


def test_quorum_decides_holds_for_decision() -> None:
    """HFO-REQ-030: A quorum decides what is delivered."""
    decision = QuorumDecision(approvals=3, vetoes=0, approved=True)
    assert (
        quorum_reached(approvals=decision.approvals, required=3, vetoes=decision.vetoes)
        == decision.approved
    )
    assert (
        approval_share(
            approvals=decision.approvals, votes=decision.approvals + decision.vetoes
        )
        <= 1.0
    )


def test_model_updated_holds_for_scorecard() -> None:
    """HFO-DAY-1: The model gained at least one requirement or block."""
    card = Scorecard(
        elements_added=1,
        vision_synced=True,
        codegen_runs=1,
        tests_passed=True,
        quorum_approved=True,
        diagram_errors=0,
        agents=6,
        agents_with_element=6,
        schema_drift=0,
        manual_edits=0,
        architecture_elements=12,
        modelled_elements=12,
        generated_files=60,
        regenerated_files=60,
        onboarded_from_model=True,
        shell_archived=True,
        notes_written=1,
        priorities=3,
    )
    assert card.elements_added >= 1


def test_vision_synced_holds_for_scorecard() -> None:
    """HFO-DAY-2: The vision documents are in step with the model."""
    card = Scorecard(
        elements_added=1,
        vision_synced=True,
        codegen_runs=1,
        tests_passed=True,
        quorum_approved=True,
        diagram_errors=0,
        agents=6,
        agents_with_element=6,
        schema_drift=0,
        manual_edits=0,
        architecture_elements=12,
        modelled_elements=12,
        generated_files=60,
        regenerated_files=60,
        onboarded_from_model=True,
        shell_archived=True,
        notes_written=1,
        priorities=3,
    )
    assert card.vision_synced


def test_codegen_ran_holds_for_scorecard() -> None:
    """HFO-DAY-3: The swarm generated at least once."""
    card = Scorecard(
        elements_added=1,
        vision_synced=True,
        codegen_runs=1,
        tests_passed=True,
        quorum_approved=True,
        diagram_errors=0,
        agents=6,
        agents_with_element=6,
        schema_drift=0,
        manual_edits=0,
        architecture_elements=12,
        modelled_elements=12,
        generated_files=60,
        regenerated_files=60,
        onboarded_from_model=True,
        shell_archived=True,
        notes_written=1,
        priorities=3,
    )
    assert card.codegen_runs >= 1


def test_generation_approved_holds_for_scorecard() -> None:
    """HFO-DAY-4: What was generated passed its tests and its quorum."""
    card = Scorecard(
        elements_added=1,
        vision_synced=True,
        codegen_runs=1,
        tests_passed=True,
        quorum_approved=True,
        diagram_errors=0,
        agents=6,
        agents_with_element=6,
        schema_drift=0,
        manual_edits=0,
        architecture_elements=12,
        modelled_elements=12,
        generated_files=60,
        regenerated_files=60,
        onboarded_from_model=True,
        shell_archived=True,
        notes_written=1,
        priorities=3,
    )
    assert card.tests_passed and card.quorum_approved


def test_mission_noted_holds_for_scorecard() -> None:
    """HFO-DAY-5: A note names one to three priorities of the day."""
    card = Scorecard(
        elements_added=1,
        vision_synced=True,
        codegen_runs=1,
        tests_passed=True,
        quorum_approved=True,
        diagram_errors=0,
        agents=6,
        agents_with_element=6,
        schema_drift=0,
        manual_edits=0,
        architecture_elements=12,
        modelled_elements=12,
        generated_files=60,
        regenerated_files=60,
        onboarded_from_model=True,
        shell_archived=True,
        notes_written=1,
        priorities=3,
    )
    assert card.notes_written >= 1 and card.priorities >= 1 and (card.priorities <= 3)


def test_diagrams_exported_holds_for_scorecard() -> None:
    """HFO-WEEK-1: Every diagram is exported without an error."""
    card = Scorecard(
        elements_added=1,
        vision_synced=True,
        codegen_runs=1,
        tests_passed=True,
        quorum_approved=True,
        diagram_errors=0,
        agents=6,
        agents_with_element=6,
        schema_drift=0,
        manual_edits=0,
        architecture_elements=12,
        modelled_elements=12,
        generated_files=60,
        regenerated_files=60,
        onboarded_from_model=True,
        shell_archived=True,
        notes_written=1,
        priorities=3,
    )
    assert card.diagram_errors == 0


def test_agents_modelled_holds_for_scorecard() -> None:
    """HFO-WEEK-2: Every agent has an element in the model."""
    card = Scorecard(
        elements_added=1,
        vision_synced=True,
        codegen_runs=1,
        tests_passed=True,
        quorum_approved=True,
        diagram_errors=0,
        agents=6,
        agents_with_element=6,
        schema_drift=0,
        manual_edits=0,
        architecture_elements=12,
        modelled_elements=12,
        generated_files=60,
        regenerated_files=60,
        onboarded_from_model=True,
        shell_archived=True,
        notes_written=1,
        priorities=3,
    )
    assert complete(covered=card.agents_with_element, total=card.agents)


def test_schema_in_step_holds_for_scorecard() -> None:
    """HFO-WEEK-3: The schema of the database is that of the model."""
    card = Scorecard(
        elements_added=1,
        vision_synced=True,
        codegen_runs=1,
        tests_passed=True,
        quorum_approved=True,
        diagram_errors=0,
        agents=6,
        agents_with_element=6,
        schema_drift=0,
        manual_edits=0,
        architecture_elements=12,
        modelled_elements=12,
        generated_files=60,
        regenerated_files=60,
        onboarded_from_model=True,
        shell_archived=True,
        notes_written=1,
        priorities=3,
    )
    assert card.schema_drift == 0


def test_nothing_edited_by_hand_holds_for_scorecard() -> None:
    """HFO-WEEK-4: No generated file was changed by hand."""
    card = Scorecard(
        elements_added=1,
        vision_synced=True,
        codegen_runs=1,
        tests_passed=True,
        quorum_approved=True,
        diagram_errors=0,
        agents=6,
        agents_with_element=6,
        schema_drift=0,
        manual_edits=0,
        architecture_elements=12,
        modelled_elements=12,
        generated_files=60,
        regenerated_files=60,
        onboarded_from_model=True,
        shell_archived=True,
        notes_written=1,
        priorities=3,
    )
    assert card.manual_edits == 0


def test_model_authoritative_holds_for_scorecard() -> None:
    """HFO-MONTH-1: The model is the source of the whole architecture."""
    card = Scorecard(
        elements_added=1,
        vision_synced=True,
        codegen_runs=1,
        tests_passed=True,
        quorum_approved=True,
        diagram_errors=0,
        agents=6,
        agents_with_element=6,
        schema_drift=0,
        manual_edits=0,
        architecture_elements=12,
        modelled_elements=12,
        generated_files=60,
        regenerated_files=60,
        onboarded_from_model=True,
        shell_archived=True,
        notes_written=1,
        priorities=3,
    )
    assert complete(covered=card.modelled_elements, total=card.architecture_elements)


def test_regenerable_holds_for_scorecard() -> None:
    """HFO-MONTH-2: The whole code base can be generated again from the model."""
    card = Scorecard(
        elements_added=1,
        vision_synced=True,
        codegen_runs=1,
        tests_passed=True,
        quorum_approved=True,
        diagram_errors=0,
        agents=6,
        agents_with_element=6,
        schema_drift=0,
        manual_edits=0,
        architecture_elements=12,
        modelled_elements=12,
        generated_files=60,
        regenerated_files=60,
        onboarded_from_model=True,
        shell_archived=True,
        notes_written=1,
        priorities=3,
    )
    assert complete(covered=card.regenerated_files, total=card.generated_files)


def test_onboarding_from_model_holds_for_scorecard() -> None:
    """HFO-MONTH-3: New developers come aboard by reading the model only."""
    card = Scorecard(
        elements_added=1,
        vision_synced=True,
        codegen_runs=1,
        tests_passed=True,
        quorum_approved=True,
        diagram_errors=0,
        agents=6,
        agents_with_element=6,
        schema_drift=0,
        manual_edits=0,
        architecture_elements=12,
        modelled_elements=12,
        generated_files=60,
        regenerated_files=60,
        onboarded_from_model=True,
        shell_archived=True,
        notes_written=1,
        priorities=3,
    )
    assert card.onboarded_from_model


def test_shell_archived_holds_for_scorecard() -> None:
    """HFO-MONTH-4: A molt shell holds a full snapshot of the model."""
    card = Scorecard(
        elements_added=1,
        vision_synced=True,
        codegen_runs=1,
        tests_passed=True,
        quorum_approved=True,
        diagram_errors=0,
        agents=6,
        agents_with_element=6,
        schema_drift=0,
        manual_edits=0,
        architecture_elements=12,
        modelled_elements=12,
        generated_files=60,
        regenerated_files=60,
        onboarded_from_model=True,
        shell_archived=True,
        notes_written=1,
        priorities=3,
    )
    assert card.shell_archived
