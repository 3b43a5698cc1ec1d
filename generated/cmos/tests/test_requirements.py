# Generated from CMOS_Requirements::singleSource (ssot/cmos/requirements.sysml) and 50 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Every requirement is registered, what satisfies it is there and fulfils its constraints."""

from __future__ import annotations

from importlib import import_module

import pytest

from ..types.cmos_domain import MissionStatus
from ..types.cmos_structure import (
    BacklogStore,
    ContextKeeper,
    HealthMonitor,
    MissionRuntime,
    Orchestrator,
)

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
        ("CMOS_Verification::StoreInspection",),
    ),
    (
        "CMOS_Requirements::preparedStatements",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::store",),
        ("CMOS_Verification::StoreInspection",),
    ),
    (
        "CMOS_Requirements::intakeFromDatabase",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::keeper",),
        ("CMOS_Verification::KeeperTest",),
    ),
    (
        "CMOS_Requirements::healthAtIntake",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_Verification::MonitorTest",),
    ),
    (
        "CMOS_Requirements::readiness",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::runtime",),
        ("CMOS_Verification::RuntimeTest",),
    ),
    (
        "CMOS_Requirements::newConstraints",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::keeper",),
        ("CMOS_Verification::KeeperTest",),
    ),
    (
        "CMOS_Requirements::markersInStep",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::keeper",),
        ("CMOS_Verification::KeeperTest",),
    ),
    (
        "CMOS_Requirements::precedence",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::runtime",),
        ("CMOS_Verification::RuntimeTest",),
    ),
    (
        "CMOS_Requirements::begin",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::runtime",),
        ("CMOS_Verification::RuntimeTest",),
    ),
    (
        "CMOS_Requirements::finish",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::runtime",),
        ("CMOS_Verification::RuntimeTest",),
    ),
    (
        "CMOS_Requirements::intermediateNotes",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::runtime",),
        ("CMOS_Verification::RuntimeTest",),
    ),
    (
        "CMOS_Requirements::researchExport",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::keeper",),
        ("CMOS_Verification::KeeperTest",),
    ),
    (
        "CMOS_Requirements::oneMode",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::orchestrator",),
        ("CMOS_Verification::OrchestratorTest",),
    ),
    (
        "CMOS_Requirements::modeDocumented",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::orchestrator",),
        ("CMOS_Verification::OrchestratorTest",),
    ),
    (
        "CMOS_Requirements::exportBacklog",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::keeper",),
        ("CMOS_Verification::KeeperTest",),
    ),
    (
        "CMOS_Requirements::exportContexts",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::keeper",),
        ("CMOS_Verification::KeeperTest",),
    ),
    (
        "CMOS_Requirements::editsRewrite",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::keeper",),
        ("CMOS_Verification::KeeperTest",),
    ),
    (
        "CMOS_Requirements::seeding",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::keeper",),
        ("CMOS_Verification::KeeperTest",),
    ),
    (
        "CMOS_Requirements::healthEvents",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_Verification::MonitorTest",),
    ),
    (
        "CMOS_Requirements::blockLogged",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::runtime",),
        ("CMOS_Verification::RuntimeTest",),
    ),
    (
        "CMOS_Requirements::validateHealth",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_Verification::MonitorTest",),
    ),
    (
        "CMOS_Requirements::validateDocs",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_Verification::MonitorTest",),
    ),
    (
        "CMOS_Requirements::retryOnce",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::orchestrator",),
        ("CMOS_Verification::OrchestratorTest",),
    ),
    (
        "CMOS_Requirements::rsipThreshold",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::orchestrator",),
        ("CMOS_Verification::OrchestratorTest",),
    ),
    (
        "CMOS_Requirements::delegationThreshold",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::orchestrator",),
        ("CMOS_Verification::OrchestratorTest",),
    ),
    (
        "CMOS_Requirements::boomerangThreshold",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::orchestrator",),
        ("CMOS_Verification::OrchestratorTest",),
    ),
    (
        "CMOS_Requirements::gracefulFallback",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::orchestrator",),
        ("CMOS_Verification::OrchestratorTest",),
    ),
    (
        "CMOS_Requirements::humanReview",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::orchestrator",),
        ("CMOS_Verification::OrchestratorTest",),
    ),
    (
        "CMOS_Requirements::needsInSessions",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::keeper",),
        ("CMOS_Verification::KeeperTest",),
    ),
    (
        "CMOS_Requirements::showBacklog",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_Verification::MonitorTest",),
    ),
    (
        "CMOS_Requirements::missionStatus",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::runtime",),
        ("CMOS_Verification::RuntimeTest",),
    ),
    (
        "CMOS_Requirements::addMission",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::runtime",),
        ("CMOS_Verification::RuntimeTest",),
    ),
    (
        "CMOS_Requirements::updateMission",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::runtime",),
        ("CMOS_Verification::RuntimeTest",),
    ),
    (
        "CMOS_Requirements::addDependency",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::runtime",),
        ("CMOS_Verification::RuntimeTest",),
    ),
    (
        "CMOS_Requirements::eventsLogged",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::keeper",),
        ("CMOS_Verification::KeeperTest",),
    ),
    (
        "CMOS_Requirements::missionChecklist",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_Verification::MonitorTest",),
    ),
    (
        "CMOS_Requirements::scopeOneMission",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::runtime",),
        ("CMOS_Verification::RuntimeTest",),
    ),
    (
        "CMOS_Requirements::nextHint",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::keeper",),
        ("CMOS_Verification::KeeperTest",),
    ),
    (
        "CMOS_Requirements::fallbacksFlagged",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::orchestrator",),
        ("CMOS_Verification::OrchestratorTest",),
    ),
    (
        "CMOS_Requirements::noSecrets",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::store",),
        ("CMOS_Verification::StoreInspection",),
    ),
    (
        "CMOS_Requirements::damagedDatabase",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_Verification::MonitorTest",),
    ),
    (
        "CMOS_Requirements::packaging",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::keeper",),
        ("CMOS_Verification::KeeperTest",),
    ),
    (
        "CMOS_Requirements::loadGuidance",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_Verification::MonitorTest",),
    ),
    (
        "CMOS_Requirements::testSuites",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_Verification::MonitorTest",),
    ),
    (
        "CMOS_Requirements::sprintPlanning",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_Verification::MonitorTest",),
    ),
    (
        "CMOS_Requirements::documentGovernance",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_Verification::MonitorTest",),
    ),
    (
        "CMOS_Requirements::sessionReview",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_Verification::MonitorTest",),
    ),
    (
        "CMOS_Requirements::securityPosture",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_Verification::MonitorTest",),
    ),
    (
        "CMOS_Requirements::performanceReview",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_Verification::MonitorTest",),
    ),
    (
        "CMOS_Requirements::incidents",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_Verification::MonitorTest",),
    ),
    (
        "CMOS_Requirements::commitOnlyExports",
        "ssot/cmos/requirements.sysml",
        ("CMOS_Structure::operations::monitor",),
        ("CMOS_Verification::MonitorTest",),
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


def test_single_source_holds_for_store() -> None:
    """CMOS-REQ-001: The SQLite database cmos/db/cmos.sqlite is the single source of
    truth; missions, contexts and sessions live in it.
    """
    store = BacklogStore()
    assert store.authoritative and store.file == "cmos/db/cmos.sqlite"


def test_prepared_statements_holds_for_store() -> None:
    """CMOS-REQ-002: All access to the database uses prepared statements."""
    store = BacklogStore()
    assert store.prepared_statements


def test_intake_from_database_holds_for_keeper() -> None:
    """CMOS-REQ-003: Contexts are loaded from the database."""
    keeper = ContextKeeper()
    assert keeper.one_transaction


def test_health_at_intake_holds_for_monitor() -> None:
    """CMOS-REQ-004: The health of the database and the recent sessions are shown by db
    show current.
    """
    monitor = HealthMonitor()
    assert monitor.journal != ""


def test_readiness_holds_for_runtime() -> None:
    """CMOS-REQ-005: The next mission is asked for, and its prerequisites have to be
    completed.
    """
    runtime = MissionRuntime()
    assert runtime.missions_at_a_time == 1


def test_new_constraints_holds_for_keeper() -> None:
    """CMOS-REQ-006: New constraints and decisions are added to the master context in
    the database (decisions_made).
    """
    keeper = ContextKeeper()
    assert "cmos/MASTER_CONTEXT.json" in keeper.mirrors


def test_markers_in_step_holds_for_keeper() -> None:
    """CMOS-REQ-007: Mission selection, session count and last session are the same in
    PROJECT_CONTEXT.json, the table contexts and SESSIONS.jsonl.
    """
    keeper = ContextKeeper()
    assert (
        keeper.one_transaction
        and "cmos/PROJECT_CONTEXT.json" in keeper.mirrors
        and ("cmos/SESSIONS.jsonl" in keeper.mirrors)
    )


def test_precedence_holds_for_runtime() -> None:
    """CMOS-REQ-008: Missions are selected in the order In Progress, Current, Queued."""
    runtime = MissionRuntime()
    assert runtime.precedence == (
        MissionStatus.IN_PROGRESS,
        MissionStatus.CURRENT,
        MissionStatus.QUEUED,
    )


def test_begin_holds_for_runtime() -> None:
    """CMOS-REQ-009: start marks a mission In Progress and logs it to the database."""
    runtime = MissionRuntime()
    assert runtime.missions_at_a_time == 1


def test_finish_holds_for_runtime() -> None:
    """CMOS-REQ-010: complete marks a mission Completed, records notes and promotes the
    next mission.
    """
    runtime = MissionRuntime()
    assert runtime.promotes


def test_intermediate_notes_holds_for_runtime() -> None:
    """CMOS-REQ-011: Intermediate decisions are kept in mission notes or the master
    context.
    """
    runtime = MissionRuntime()
    assert runtime.promotes


def test_research_export_holds_for_keeper() -> None:
    """CMOS-REQ-012: research export writes the report of a research mission as Markdown
    below cmos/research.
    """
    keeper = ContextKeeper()
    assert keeper.one_transaction


def test_one_mode_holds_for_orchestrator() -> None:
    """CMOS-REQ-013: A mission has a single mode: none, rsip, delegation or boomerang."""
    orchestrator = Orchestrator()
    assert len(orchestrator.patterns) == 4


def test_mode_documented_holds_for_orchestrator() -> None:
    """CMOS-REQ-014: The mode and its rationale are recorded with the mission."""
    orchestrator = Orchestrator()
    assert len(orchestrator.patterns) == 4


def test_export_backlog_holds_for_keeper() -> None:
    """CMOS-REQ-015: db export backlog writes the current backlog to a file."""
    keeper = ContextKeeper()
    assert keeper.one_transaction


def test_export_contexts_holds_for_keeper() -> None:
    """CMOS-REQ-016: db export contexts writes the project and master contexts to files."""
    keeper = ContextKeeper()
    assert keeper.one_transaction


def test_edits_rewrite_holds_for_keeper() -> None:
    """CMOS-REQ-017: mission add, update and depends change the database first and then
    rewrite cmos/missions/backlog.yaml.
    """
    keeper = ContextKeeper()
    assert keeper.one_transaction and "cmos/missions/backlog.yaml" in keeper.mirrors


def test_seeding_holds_for_keeper() -> None:
    """CMOS-REQ-018: Data is imported from other sources by a seed with a data root."""
    keeper = ContextKeeper()
    assert keeper.one_transaction


def test_health_events_holds_for_monitor() -> None:
    """CMOS-REQ-019: Health events of the database are appended to
    cmos/telemetry/events/database-health.jsonl.
    """
    monitor = HealthMonitor()
    assert (
        monitor.journal == "cmos/telemetry/events/database-health.jsonl"
        and monitor.notes_refused_runs
    )


def test_block_logged_holds_for_runtime() -> None:
    """CMOS-REQ-020: A blocker is logged with the status Blocked; what would unblock it
    is kept with the mission.
    """
    runtime = MissionRuntime()
    assert runtime.promotes


def test_validate_health_holds_for_monitor() -> None:
    """CMOS-REQ-021: validate health confirms the health of the database."""
    monitor = HealthMonitor()
    assert monitor.notes_refused_runs


def test_validate_docs_holds_for_monitor() -> None:
    """CMOS-REQ-022: validate docs follows the links of the documents."""
    monitor = HealthMonitor()
    assert monitor.notes_refused_runs


def test_retry_once_holds_for_orchestrator() -> None:
    """CMOS-REQ-023: Tier 1: a try that failed by worker_timeout,
    evaluation_call_failure or network_errors is made once more.
    """
    orchestrator = Orchestrator()
    assert orchestrator.retries == 1


def test_rsip_threshold_holds_for_orchestrator() -> None:
    """CMOS-REQ-024: Tier 2: rsip ends after its maximum of iterations."""
    orchestrator = Orchestrator()
    assert orchestrator.iterations == 3


def test_delegation_threshold_holds_for_orchestrator() -> None:
    """CMOS-REQ-025: Tier 2: delegation ends after two failed workers."""
    orchestrator = Orchestrator()
    assert orchestrator.failed_workers == 2


def test_boomerang_threshold_holds_for_orchestrator() -> None:
    """CMOS-REQ-026: Tier 2: boomerang ends after two failed attempts of a step, or a
    checkpoint that was not written.
    """
    orchestrator = Orchestrator()
    assert orchestrator.failed_attempts == 2


def test_graceful_fallback_holds_for_orchestrator() -> None:
    """CMOS-REQ-027: Tier 3: the mission is carried on linearly, and telemetry says
    status=fallback, fallbackTriggered=true.
    """
    orchestrator = Orchestrator()
    assert orchestrator.review_after_fallback


def test_human_review_holds_for_orchestrator() -> None:
    """CMOS-REQ-028: Tier 4: a mission that triggered the fallback is not closed before
    a person has reviewed it; remediation is noted.
    """
    orchestrator = Orchestrator()
    assert orchestrator.review_after_fallback


def test_needs_in_sessions_holds_for_keeper() -> None:
    """CMOS-REQ-029: A blocked mission has a needs array in SESSIONS.jsonl and unblock
    criteria in its notes.
    """
    keeper = ContextKeeper()
    assert "cmos/SESSIONS.jsonl" in keeper.mirrors


def test_show_backlog_holds_for_monitor() -> None:
    """CMOS-REQ-030: db show backlog shows the backlog."""
    monitor = HealthMonitor()
    assert monitor.notes_refused_runs


def test_mission_status_holds_for_runtime() -> None:
    """CMOS-REQ-031: mission status shows where the missions stand."""
    runtime = MissionRuntime()
    assert len(runtime.precedence) == 3


def test_add_mission_holds_for_runtime() -> None:
    """CMOS-REQ-032: mission add puts a mission with a sprint into the backlog."""
    runtime = MissionRuntime()
    assert runtime.missions_at_a_time == 1


def test_update_mission_holds_for_runtime() -> None:
    """CMOS-REQ-033: mission update changes status and notes of a mission."""
    runtime = MissionRuntime()
    assert runtime.missions_at_a_time == 1


def test_add_dependency_holds_for_runtime() -> None:
    """CMOS-REQ-034: mission depends adds a dependency with a type; a circle is refused."""
    runtime = MissionRuntime()
    assert runtime.refuses_circles


def test_events_logged_holds_for_keeper() -> None:
    """CMOS-REQ-035: Events of missions are logged to the table session_events."""
    keeper = ContextKeeper()
    assert keeper.one_transaction


def test_mission_checklist_holds_for_monitor() -> None:
    """CMOS-REQ-036: A checklist tells what has to hold before a mission is closed."""
    monitor = HealthMonitor()
    assert monitor.notes_refused_runs


def test_scope_one_mission_holds_for_runtime() -> None:
    """CMOS-REQ-037: Work is limited to the active mission."""
    runtime = MissionRuntime()
    assert runtime.missions_at_a_time == 1


def test_next_hint_holds_for_keeper() -> None:
    """CMOS-REQ-038: Completion events carry a next_hint."""
    keeper = ContextKeeper()
    assert keeper.one_transaction


def test_fallbacks_flagged_holds_for_orchestrator() -> None:
    """CMOS-REQ-039: Fallbacks are flagged for human review."""
    orchestrator = Orchestrator()
    assert orchestrator.review_after_fallback


def test_no_secrets_holds_for_store() -> None:
    """CMOS-REQ-040: Credentials come from the environment, never from the database or a
    file.
    """
    store = BacklogStore()
    assert store.authoritative


def test_damaged_database_holds_for_monitor() -> None:
    """CMOS-REQ-041: A damaged database is told and logged, and can be seeded again."""
    monitor = HealthMonitor()
    assert monitor.notes_refused_runs


def test_packaging_holds_for_keeper() -> None:
    """CMOS-REQ-042: A starter is packaged to cmos/dist, and runtime data is cleared
    before.
    """
    keeper = ContextKeeper()
    assert keeper.one_transaction


def test_load_guidance_holds_for_monitor() -> None:
    """CMOS-REQ-043: For people and agents: Agents load cmos/agents.md before any
    mission and honor overrides of directories.
    """
    monitor = HealthMonitor()
    assert monitor.notes_refused_runs


def test_test_suites_holds_for_monitor() -> None:
    """CMOS-REQ-044: For people and agents: The test suites that belong to a change are
    run before a mission is completed, their results are noted.
    """
    monitor = HealthMonitor()
    assert monitor.notes_refused_runs


def test_sprint_planning_holds_for_monitor() -> None:
    """CMOS-REQ-045: For people and agents: Test results, benchmarks, fixtures and old
    telemetry are looked through when a sprint is planned.
    """
    monitor = HealthMonitor()
    assert monitor.notes_refused_runs


def test_document_governance_holds_for_monitor() -> None:
    """CMOS-REQ-046: For people and agents: Procedures of maintainers stay in the guide,
    other material has its folders; repeated text is replaced by links; reviews
    follow changes.
    """
    monitor = HealthMonitor()
    assert monitor.notes_refused_runs


def test_session_review_holds_for_monitor() -> None:
    """CMOS-REQ-047: For people and agents: Session events and telemetry are looked
    through for patterns and anomalies.
    """
    monitor = HealthMonitor()
    assert monitor.notes_refused_runs


def test_security_posture_holds_for_monitor() -> None:
    """CMOS-REQ-048: For people and agents: OWASP fixtures, rate limits and the security
    checklist are kept up to date; violations are rolled back at once.
    """
    monitor = HealthMonitor()
    assert monitor.notes_refused_runs


def test_performance_review_holds_for_monitor() -> None:
    """CMOS-REQ-049: For people and agents: Benchmarks are updated when the runtime
    changes and looked through for degradation.
    """
    monitor = HealthMonitor()
    assert monitor.notes_refused_runs


def test_incidents_holds_for_monitor() -> None:
    """CMOS-REQ-050: For people and agents: Root causes of fallbacks and blocks are
    documented.
    """
    monitor = HealthMonitor()
    assert monitor.notes_refused_runs


def test_commit_only_exports_holds_for_monitor() -> None:
    """CMOS-REQ-051: For people and agents: Only the exported research file is
    committed.
    """
    monitor = HealthMonitor()
    assert monitor.notes_refused_runs
