# Generated from CMOS_Requirements::singleSource (ssot/cmos/requirements.sysml) and 50 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Requirements are registered, what satisfies them is there and fits, and their cases pass."""

from __future__ import annotations

from importlib import import_module

import pytest

from .. import requirements

NAMES = [
    ("CMOS-REQ-001", "CMOS_Requirements::singleSource"),
    ("CMOS-REQ-002", "CMOS_Requirements::preparedStatements"),
    ("CMOS-REQ-003", "CMOS_Requirements::intakeFromDatabase"),
    ("CMOS-REQ-004", "CMOS_Requirements::healthAtIntake"),
    ("CMOS-REQ-005", "CMOS_Requirements::readiness"),
    ("CMOS-REQ-006", "CMOS_Requirements::newConstraints"),
    ("CMOS-REQ-007", "CMOS_Requirements::markersInStep"),
    ("CMOS-REQ-008", "CMOS_Requirements::precedence"),
    ("CMOS-REQ-009", "CMOS_Requirements::begin"),
    ("CMOS-REQ-010", "CMOS_Requirements::finish"),
    ("CMOS-REQ-011", "CMOS_Requirements::intermediateNotes"),
    ("CMOS-REQ-012", "CMOS_Requirements::researchExport"),
    ("CMOS-REQ-013", "CMOS_Requirements::oneMode"),
    ("CMOS-REQ-014", "CMOS_Requirements::modeDocumented"),
    ("CMOS-REQ-015", "CMOS_Requirements::exportBacklog"),
    ("CMOS-REQ-016", "CMOS_Requirements::exportContexts"),
    ("CMOS-REQ-017", "CMOS_Requirements::editsRewrite"),
    ("CMOS-REQ-018", "CMOS_Requirements::seeding"),
    ("CMOS-REQ-019", "CMOS_Requirements::healthEvents"),
    ("CMOS-REQ-020", "CMOS_Requirements::blockLogged"),
    ("CMOS-REQ-021", "CMOS_Requirements::validateHealth"),
    ("CMOS-REQ-022", "CMOS_Requirements::validateDocs"),
    ("CMOS-REQ-023", "CMOS_Requirements::retryOnce"),
    ("CMOS-REQ-024", "CMOS_Requirements::rsipThreshold"),
    ("CMOS-REQ-025", "CMOS_Requirements::delegationThreshold"),
    ("CMOS-REQ-026", "CMOS_Requirements::boomerangThreshold"),
    ("CMOS-REQ-027", "CMOS_Requirements::gracefulFallback"),
    ("CMOS-REQ-028", "CMOS_Requirements::humanReview"),
    ("CMOS-REQ-029", "CMOS_Requirements::needsInSessions"),
    ("CMOS-REQ-030", "CMOS_Requirements::showBacklog"),
    ("CMOS-REQ-031", "CMOS_Requirements::missionStatus"),
    ("CMOS-REQ-032", "CMOS_Requirements::addMission"),
    ("CMOS-REQ-033", "CMOS_Requirements::updateMission"),
    ("CMOS-REQ-034", "CMOS_Requirements::addDependency"),
    ("CMOS-REQ-035", "CMOS_Requirements::eventsLogged"),
    ("CMOS-REQ-036", "CMOS_Requirements::missionChecklist"),
    ("CMOS-REQ-037", "CMOS_Requirements::scopeOneMission"),
    ("CMOS-REQ-038", "CMOS_Requirements::nextHint"),
    ("CMOS-REQ-039", "CMOS_Requirements::fallbacksFlagged"),
    ("CMOS-REQ-040", "CMOS_Requirements::noSecrets"),
    ("CMOS-REQ-041", "CMOS_Requirements::damagedDatabase"),
    ("CMOS-REQ-042", "CMOS_Requirements::packaging"),
    ("CMOS-REQ-043", "CMOS_Requirements::loadGuidance"),
    ("CMOS-REQ-044", "CMOS_Requirements::testSuites"),
    ("CMOS-REQ-045", "CMOS_Requirements::sprintPlanning"),
    ("CMOS-REQ-046", "CMOS_Requirements::documentGovernance"),
    ("CMOS-REQ-047", "CMOS_Requirements::sessionReview"),
    ("CMOS-REQ-048", "CMOS_Requirements::securityPosture"),
    ("CMOS-REQ-049", "CMOS_Requirements::performanceReview"),
    ("CMOS-REQ-050", "CMOS_Requirements::incidents"),
    ("CMOS-REQ-051", "CMOS_Requirements::commitOnlyExports"),
]
TRACES = [
    (
        "CMOS_Requirements::singleSource",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::store",),
        ("CMOS_Verification::BacklogTest",),
    ),
    (
        "CMOS_Requirements::preparedStatements",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::store",),
        ("CMOS_Verification::BacklogTest",),
    ),
    (
        "CMOS_Requirements::intakeFromDatabase",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::keeper",),
        ("CMOS_ContextVerification::MarkersTest",),
    ),
    (
        "CMOS_Requirements::healthAtIntake",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_ContextVerification::HealthTest",),
    ),
    (
        "CMOS_Requirements::readiness",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::runtime",),
        ("CMOS_Verification::DependencyTest",),
    ),
    (
        "CMOS_Requirements::newConstraints",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::keeper",),
        ("CMOS_ContextVerification::MarkersTest",),
    ),
    (
        "CMOS_Requirements::markersInStep",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::keeper",),
        ("CMOS_ContextVerification::MarkersTest",),
    ),
    (
        "CMOS_Requirements::precedence",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::runtime",),
        ("CMOS_Verification::PrecedenceTest",),
    ),
    (
        "CMOS_Requirements::begin",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::runtime",),
        ("CMOS_Verification::StartTest",),
    ),
    (
        "CMOS_Requirements::finish",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::runtime",),
        ("CMOS_Verification::CompleteTest",),
    ),
    (
        "CMOS_Requirements::intermediateNotes",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::runtime",),
        ("CMOS_Verification::UpdateTest",),
    ),
    (
        "CMOS_Requirements::researchExport",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::keeper",),
        ("CMOS_ContextVerification::ResearchTest",),
    ),
    (
        "CMOS_Requirements::oneMode",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::orchestrator",),
        ("CMOS_OrchestrationVerification::ModeTest",),
    ),
    (
        "CMOS_Requirements::modeDocumented",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::orchestrator",),
        ("CMOS_ContextVerification::ChecklistTest",),
    ),
    (
        "CMOS_Requirements::exportBacklog",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::keeper",),
        ("CMOS_ContextVerification::ExportTest",),
    ),
    (
        "CMOS_Requirements::exportContexts",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::keeper",),
        ("CMOS_ContextVerification::ExportTest",),
    ),
    (
        "CMOS_Requirements::editsRewrite",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::keeper",),
        (
            "CMOS_Verification::BacklogTest",
            "CMOS_Verification::UpdateTest",
            "CMOS_Verification::DependencyTest",
        ),
    ),
    (
        "CMOS_Requirements::seeding",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::keeper",),
        ("CMOS_ContextVerification::SeedTest",),
    ),
    (
        "CMOS_Requirements::healthEvents",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        (
            "CMOS_ContextVerification::HealthTest",
            "CMOS_ContextVerification::DamageTest",
        ),
    ),
    (
        "CMOS_Requirements::blockLogged",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::runtime",),
        ("CMOS_Verification::BlockTest",),
    ),
    (
        "CMOS_Requirements::validateHealth",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_ContextVerification::HealthTest",),
    ),
    (
        "CMOS_Requirements::validateDocs",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_ContextVerification::DocumentsTest",),
    ),
    (
        "CMOS_Requirements::retryOnce",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::orchestrator",),
        ("CMOS_OrchestrationVerification::RetryTest",),
    ),
    (
        "CMOS_Requirements::rsipThreshold",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::orchestrator",),
        ("CMOS_OrchestrationVerification::ThresholdTest",),
    ),
    (
        "CMOS_Requirements::delegationThreshold",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::orchestrator",),
        ("CMOS_OrchestrationVerification::ThresholdTest",),
    ),
    (
        "CMOS_Requirements::boomerangThreshold",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::orchestrator",),
        ("CMOS_OrchestrationVerification::ThresholdTest",),
    ),
    (
        "CMOS_Requirements::gracefulFallback",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::orchestrator",),
        ("CMOS_OrchestrationVerification::FallbackTest",),
    ),
    (
        "CMOS_Requirements::humanReview",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::orchestrator",),
        ("CMOS_OrchestrationVerification::FallbackTest",),
    ),
    (
        "CMOS_Requirements::needsInSessions",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::keeper",),
        ("CMOS_Verification::BlockTest",),
    ),
    (
        "CMOS_Requirements::showBacklog",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_Verification::BacklogTest",),
    ),
    (
        "CMOS_Requirements::missionStatus",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::runtime",),
        ("CMOS_Verification::BacklogTest",),
    ),
    (
        "CMOS_Requirements::addMission",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::runtime",),
        ("CMOS_Verification::BacklogTest",),
    ),
    (
        "CMOS_Requirements::updateMission",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::runtime",),
        ("CMOS_Verification::UpdateTest",),
    ),
    (
        "CMOS_Requirements::addDependency",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::runtime",),
        ("CMOS_Verification::DependencyTest",),
    ),
    (
        "CMOS_Requirements::eventsLogged",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::keeper",),
        (
            "CMOS_Verification::StartTest",
            "CMOS_Verification::CompleteTest",
            "CMOS_Verification::BlockTest",
            "CMOS_ContextVerification::MarkersTest",
        ),
    ),
    (
        "CMOS_Requirements::missionChecklist",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_ContextVerification::ChecklistTest",),
    ),
    (
        "CMOS_Requirements::scopeOneMission",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::runtime",),
        ("CMOS_Verification::StartTest",),
    ),
    (
        "CMOS_Requirements::nextHint",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::keeper",),
        ("CMOS_Verification::CompleteTest",),
    ),
    (
        "CMOS_Requirements::fallbacksFlagged",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::orchestrator",),
        ("CMOS_OrchestrationVerification::FallbackTest",),
    ),
    (
        "CMOS_Requirements::noSecrets",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::store",),
        ("CMOS_Verification::PeopleInspection",),
    ),
    (
        "CMOS_Requirements::damagedDatabase",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_ContextVerification::DamageTest",),
    ),
    (
        "CMOS_Requirements::packaging",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::keeper",),
        ("CMOS_ContextVerification::StarterTest",),
    ),
    (
        "CMOS_Requirements::loadGuidance",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_Verification::PeopleInspection",),
    ),
    (
        "CMOS_Requirements::testSuites",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_Verification::PeopleInspection",),
    ),
    (
        "CMOS_Requirements::sprintPlanning",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_Verification::PeopleInspection",),
    ),
    (
        "CMOS_Requirements::documentGovernance",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_Verification::PeopleInspection",),
    ),
    (
        "CMOS_Requirements::sessionReview",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_Verification::PeopleInspection",),
    ),
    (
        "CMOS_Requirements::securityPosture",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_Verification::PeopleInspection",),
    ),
    (
        "CMOS_Requirements::performanceReview",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_Verification::PeopleInspection",),
    ),
    (
        "CMOS_Requirements::incidents",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_Verification::PeopleInspection",),
    ),
    (
        "CMOS_Requirements::commitOnlyExports",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_Verification::PeopleInspection",),
    ),
]
IMPLEMENTED = [
    ("CMOS_Requirements::singleSource", "types.cmos_structure:BacklogStore"),
    ("CMOS_Requirements::preparedStatements", "types.cmos_structure:BacklogStore"),
    ("CMOS_Requirements::intakeFromDatabase", "types.cmos_structure:ContextKeeper"),
    ("CMOS_Requirements::healthAtIntake", "types.cmos_structure:HealthMonitor"),
    ("CMOS_Requirements::readiness", "types.cmos_structure:MissionRuntime"),
    ("CMOS_Requirements::newConstraints", "types.cmos_structure:ContextKeeper"),
    ("CMOS_Requirements::markersInStep", "types.cmos_structure:ContextKeeper"),
    ("CMOS_Requirements::precedence", "types.cmos_structure:MissionRuntime"),
    ("CMOS_Requirements::begin", "types.cmos_structure:MissionRuntime"),
    ("CMOS_Requirements::finish", "types.cmos_structure:MissionRuntime"),
    ("CMOS_Requirements::intermediateNotes", "types.cmos_structure:MissionRuntime"),
    ("CMOS_Requirements::researchExport", "types.cmos_structure:ContextKeeper"),
    ("CMOS_Requirements::oneMode", "types.cmos_structure:Orchestrator"),
    ("CMOS_Requirements::modeDocumented", "types.cmos_structure:Orchestrator"),
    ("CMOS_Requirements::exportBacklog", "types.cmos_structure:ContextKeeper"),
    ("CMOS_Requirements::exportContexts", "types.cmos_structure:ContextKeeper"),
    ("CMOS_Requirements::editsRewrite", "types.cmos_structure:ContextKeeper"),
    ("CMOS_Requirements::seeding", "types.cmos_structure:ContextKeeper"),
    ("CMOS_Requirements::healthEvents", "types.cmos_structure:HealthMonitor"),
    ("CMOS_Requirements::blockLogged", "types.cmos_structure:MissionRuntime"),
    ("CMOS_Requirements::validateHealth", "types.cmos_structure:HealthMonitor"),
    ("CMOS_Requirements::validateDocs", "types.cmos_structure:HealthMonitor"),
    ("CMOS_Requirements::retryOnce", "types.cmos_structure:Orchestrator"),
    ("CMOS_Requirements::rsipThreshold", "types.cmos_structure:Orchestrator"),
    ("CMOS_Requirements::delegationThreshold", "types.cmos_structure:Orchestrator"),
    ("CMOS_Requirements::boomerangThreshold", "types.cmos_structure:Orchestrator"),
    ("CMOS_Requirements::gracefulFallback", "types.cmos_structure:Orchestrator"),
    ("CMOS_Requirements::humanReview", "types.cmos_structure:Orchestrator"),
    ("CMOS_Requirements::needsInSessions", "types.cmos_structure:ContextKeeper"),
    ("CMOS_Requirements::showBacklog", "types.cmos_structure:HealthMonitor"),
    ("CMOS_Requirements::missionStatus", "types.cmos_structure:MissionRuntime"),
    ("CMOS_Requirements::addMission", "types.cmos_structure:MissionRuntime"),
    ("CMOS_Requirements::updateMission", "types.cmos_structure:MissionRuntime"),
    ("CMOS_Requirements::addDependency", "types.cmos_structure:MissionRuntime"),
    ("CMOS_Requirements::eventsLogged", "types.cmos_structure:ContextKeeper"),
    ("CMOS_Requirements::missionChecklist", "types.cmos_structure:HealthMonitor"),
    ("CMOS_Requirements::scopeOneMission", "types.cmos_structure:MissionRuntime"),
    ("CMOS_Requirements::nextHint", "types.cmos_structure:ContextKeeper"),
    ("CMOS_Requirements::fallbacksFlagged", "types.cmos_structure:Orchestrator"),
    ("CMOS_Requirements::noSecrets", "types.cmos_structure:BacklogStore"),
    ("CMOS_Requirements::damagedDatabase", "types.cmos_structure:HealthMonitor"),
    ("CMOS_Requirements::packaging", "types.cmos_structure:ContextKeeper"),
    ("CMOS_Requirements::loadGuidance", "types.cmos_structure:HealthMonitor"),
    ("CMOS_Requirements::testSuites", "types.cmos_structure:HealthMonitor"),
    ("CMOS_Requirements::sprintPlanning", "types.cmos_structure:HealthMonitor"),
    ("CMOS_Requirements::documentGovernance", "types.cmos_structure:HealthMonitor"),
    ("CMOS_Requirements::sessionReview", "types.cmos_structure:HealthMonitor"),
    ("CMOS_Requirements::securityPosture", "types.cmos_structure:HealthMonitor"),
    ("CMOS_Requirements::performanceReview", "types.cmos_structure:HealthMonitor"),
    ("CMOS_Requirements::incidents", "types.cmos_structure:HealthMonitor"),
    ("CMOS_Requirements::commitOnlyExports", "types.cmos_structure:HealthMonitor"),
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
