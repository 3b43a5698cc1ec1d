# Generated from AIOS_WorkRequirements::ownerGoverns (ssot/aios/requirements.sysml) and 142 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Requirements are registered, what satisfies them is there and fits, and their cases pass."""

from __future__ import annotations

from importlib import import_module

import pytest

from ..calculations import (
    agent_with,
    approving,
    audit_paper,
    authority_of,
    average_cycle_days,
    checks_of,
    completed_per_week,
    daily_lines,
    entries_since,
    final_measure,
    found_for,
    gates_of,
    governance_clear,
    has_place,
    health_of,
    is_audited,
    is_covered,
    is_frozen,
    is_locked,
    is_open,
    is_person,
    later,
    limit_of,
    missed,
    monthly_lines,
    next_stage,
    operators,
    rank,
    red_reasons,
    responsible,
    review_passed,
    reviews_of,
    running_in,
    sample_agent,
    sample_check,
    sample_checks,
    sample_deviation,
    sample_entry,
    sample_proposal,
    sample_queue,
    sample_review,
    sample_session,
    sample_task,
    seen,
    session_lines,
    standard_queues,
    success_rate,
    system_lock,
    task_card_complete,
    task_with,
    trail_of,
    verdict_of,
    violations_of,
    waiting_in,
    weekly_lines,
    without,
    yellow_reasons,
)
from ..types.aios_authority import Authority, RoleMode
from ..types.aios_domain import (
    AgentKind,
    Dimension,
    Health,
    IssueType,
    Persona,
    ProposalStatus,
    QueueName,
    Stage,
    TaskStatus,
    Verdict,
)

from .. import requirements

NAMES = [
    ("AIOS-1.1-1", "AIOS_WorkRequirements::ownerGoverns"),
    ("AIOS-1.1-2", "AIOS_WorkRequirements::engineerMaintains"),
    ("AIOS-1.1-3", "AIOS_WorkRequirements::leadManagesProject"),
    ("AIOS-1.1-4", "AIOS_WorkRequirements::agentsAreSpeculative"),
    ("AIOS-1.1-5", "AIOS_WorkRequirements::operatorManagesTasks"),
    ("AIOS-1.2-1", "AIOS_WorkRequirements::architectDoes"),
    ("AIOS-1.2-2", "AIOS_WorkRequirements::architectDoesNot"),
    ("AIOS-1.2-3", "AIOS_WorkRequirements::plannerDoes"),
    ("AIOS-1.2-4", "AIOS_WorkRequirements::plannerDoesNot"),
    ("AIOS-1.2-5", "AIOS_WorkRequirements::executorDoes"),
    ("AIOS-1.2-6", "AIOS_WorkRequirements::executorDoesNot"),
    ("AIOS-1.2-7", "AIOS_WorkRequirements::builderDoes"),
    ("AIOS-1.2-8", "AIOS_WorkRequirements::builderDoesNot"),
    ("AIOS-1.2-9", "AIOS_WorkRequirements::agentsHaveAgentModes"),
    ("AIOS-2.1-1", "AIOS_WorkRequirements::overnightActivity"),
    ("AIOS-2.1-2", "AIOS_WorkRequirements::statusChanges"),
    ("AIOS-2.1-3", "AIOS_WorkRequirements::inboxReviewed"),
    ("AIOS-2.1-4", "AIOS_WorkRequirements::triaged"),
    ("AIOS-2.1-5", "AIOS_WorkRequirements::executionCycle"),
    ("AIOS-2.1-6", "AIOS_WorkRequirements::oversight"),
    ("AIOS-2.2-1", "AIOS_WorkRequirements::peopleCreateCards"),
    ("AIOS-2.2-2", "AIOS_WorkRequirements::peopleApproveStarts"),
    ("AIOS-2.2-3", "AIOS_WorkRequirements::agentsExecute"),
    ("AIOS-2.2-4", "AIOS_WorkRequirements::agentsSubmit"),
    ("AIOS-2.2-5", "AIOS_WorkRequirements::peopleReview"),
    ("AIOS-2.2-6", "AIOS_WorkRequirements::mergedByAuthority"),
    ("AIOS-2.3-1", "AIOS_WorkRequirements::reviewBetween"),
    ("AIOS-2.3-2", "AIOS_WorkRequirements::codeGenerated"),
    ("AIOS-2.3-3", "AIOS_WorkRequirements::codeSubmitted"),
    ("AIOS-2.3-4", "AIOS_WorkRequirements::reviewSession"),
    ("AIOS-2.3-5", "AIOS_WorkRequirements::fourChecks"),
    ("AIOS-2.3-6", "AIOS_WorkRequirements::reportReturned"),
    ("AIOS-2.3-7", "AIOS_WorkRequirements::revised"),
    ("AIOS-2.3-8", "AIOS_WorkRequirements::approvedGoesOn"),
    ("AIOS-2.3-9", "AIOS_WorkRequirements::fourEyes"),
    ("AIOS-2.3-10", "AIOS_WorkRequirements::finalReview"),
    ("AIOS-2.4-1", "AIOS_WorkRequirements::fourDimensions"),
    ("AIOS-2.4-2", "AIOS_WorkRequirements::quality"),
    ("AIOS-2.4-3", "AIOS_WorkRequirements::requirementsChecked"),
    ("AIOS-2.4-4", "AIOS_WorkRequirements::completeness"),
    ("AIOS-2.4-5", "AIOS_WorkRequirements::optimization"),
    ("AIOS-2.5-1", "AIOS_WorkRequirements::approved"),
    ("AIOS-2.5-2", "AIOS_WorkRequirements::needsRevision"),
    ("AIOS-2.5-3", "AIOS_WorkRequirements::blockedByReview"),
    ("AIOS-2.6-1", "AIOS_WorkRequirements::personas"),
    ("AIOS-2.6-2", "AIOS_WorkRequirements::securityExpert"),
    ("AIOS-2.6-3", "AIOS_WorkRequirements::performanceExpert"),
    ("AIOS-2.6-4", "AIOS_WorkRequirements::architectureExpert"),
    ("AIOS-2.6-5", "AIOS_WorkRequirements::domainExpert"),
    ("AIOS-2.6-6", "AIOS_WorkRequirements::testingExpert"),
    ("AIOS-2.7-1", "AIOS_WorkRequirements::statusCommand"),
    ("AIOS-2.7-2", "AIOS_WorkRequirements::inboxFolder"),
    ("AIOS-2.7-3", "AIOS_WorkRequirements::startCommand"),
    ("AIOS-2.7-4", "AIOS_WorkRequirements::statesFile"),
    ("AIOS-2.7-5", "AIOS_WorkRequirements::auditFolder"),
    ("AIOS-2.7-6", "AIOS_WorkRequirements::finishCommand"),
    ("AIOS-3.1-1", "AIOS_GovernanceRequirements::weeklyMeeting"),
    ("AIOS-3.1-2", "AIOS_GovernanceRequirements::pendingDecisions"),
    ("AIOS-3.1-3", "AIOS_GovernanceRequirements::changeRequests"),
    ("AIOS-3.1-4", "AIOS_GovernanceRequirements::overrides"),
    ("AIOS-3.1-5", "AIOS_GovernanceRequirements::freezeRecordKept"),
    ("AIOS-3.2-1", "AIOS_GovernanceRequirements::decisionEntries"),
    ("AIOS-3.2-2", "AIOS_GovernanceRequirements::proposalsProcessed"),
    ("AIOS-3.2-3", "AIOS_GovernanceRequirements::deviationsAudited"),
    ("AIOS-3.2-4", "AIOS_GovernanceRequirements::orphans"),
    ("AIOS-3.2-5", "AIOS_GovernanceRequirements::registrationReviewed"),
    ("AIOS-3.2-6", "AIOS_GovernanceRequirements::specRegistry"),
    ("AIOS-3.2-7", "AIOS_GovernanceRequirements::architectureIndex"),
    ("AIOS-3.2-8", "AIOS_GovernanceRequirements::capabilityMap"),
    ("AIOS-4.1-1", "AIOS_GovernanceRequirements::researchQueue"),
    ("AIOS-4.1-2", "AIOS_GovernanceRequirements::dataQueue"),
    ("AIOS-4.1-3", "AIOS_GovernanceRequirements::devQueue"),
    ("AIOS-4.1-4", "AIOS_GovernanceRequirements::governanceQueue"),
    ("AIOS-4.2-1", "AIOS_GovernanceRequirements::limitKept"),
    ("AIOS-4.2-2", "AIOS_GovernanceRequirements::lockOnStart"),
    ("AIOS-4.2-3", "AIOS_GovernanceRequirements::releasedOnFinish"),
    ("AIOS-4.2-4", "AIOS_GovernanceRequirements::approvalAsked"),
    ("AIOS-4.2-5", "AIOS_GovernanceRequirements::everythingAudited"),
    ("AIOS-4.3-1", "AIOS_GovernanceRequirements::queueStatus"),
    ("AIOS-4.3-2", "AIOS_GovernanceRequirements::tasksOfQueue"),
    ("AIOS-4.3-3", "AIOS_GovernanceRequirements::queueReleased"),
    ("AIOS-5.1-1", "AIOS_GovernanceRequirements::auditPerTask"),
    ("AIOS-5.1-2", "AIOS_GovernanceRequirements::auditId"),
    ("AIOS-5.1-3", "AIOS_GovernanceRequirements::auditTransitions"),
    ("AIOS-5.1-4", "AIOS_GovernanceRequirements::auditTimestamps"),
    ("AIOS-5.1-5", "AIOS_GovernanceRequirements::auditActions"),
    ("AIOS-5.1-6", "AIOS_GovernanceRequirements::auditArtifacts"),
    ("AIOS-5.2-1", "AIOS_GovernanceRequirements::cardSchema"),
    ("AIOS-5.2-2", "AIOS_GovernanceRequirements::specConsistency"),
    ("AIOS-5.2-3", "AIOS_GovernanceRequirements::gatesValidated"),
    ("AIOS-5.2-4", "AIOS_GovernanceRequirements::governanceOnMerge"),
    ("AIOS-5.3-1", "AIOS_GovernanceRequirements::trailShown"),
    ("AIOS-5.3-2", "AIOS_GovernanceRequirements::violationsFound"),
    ("AIOS-5.3-3", "AIOS_GovernanceRequirements::gateReport"),
    ("AIOS-6.1-1", "AIOS_OperationRequirements::taskBlocked"),
    ("AIOS-6.1-2", "AIOS_OperationRequirements::specConflict"),
    ("AIOS-6.1-3", "AIOS_OperationRequirements::securityConcern"),
    ("AIOS-6.1-4", "AIOS_OperationRequirements::agentMisbehavior"),
    ("AIOS-6.1-5", "AIOS_OperationRequirements::inTurn"),
    ("AIOS-6.1-6", "AIOS_OperationRequirements::issuesRaised"),
    ("AIOS-6.2-1", "AIOS_OperationRequirements::sessionTerminated"),
    ("AIOS-6.2-2", "AIOS_OperationRequirements::sessionsFile"),
    ("AIOS-6.2-3", "AIOS_OperationRequirements::emergencyStop"),
    ("AIOS-6.2-4", "AIOS_OperationRequirements::forcedToReviewing"),
    ("AIOS-6.2-5", "AIOS_OperationRequirements::queuesLocked"),
    ("AIOS-6.2-6", "AIOS_OperationRequirements::operatorsNotified"),
    ("AIOS-6.2-7", "AIOS_OperationRequirements::freezeRecorded"),
    ("AIOS-7.1-1", "AIOS_OperationRequirements::registered"),
    ("AIOS-7.1-2", "AIOS_OperationRequirements::sessionCreated"),
    ("AIOS-7.1-3", "AIOS_OperationRequirements::modeAndScope"),
    ("AIOS-7.1-4", "AIOS_OperationRequirements::startMarksRunning"),
    ("AIOS-7.1-5", "AIOS_OperationRequirements::finishMarksReviewing"),
    ("AIOS-7.1-6", "AIOS_OperationRequirements::sessionEnds"),
    ("AIOS-7.2-1", "AIOS_OperationRequirements::agentsListed"),
    ("AIOS-7.2-2", "AIOS_OperationRequirements::sessionsListed"),
    ("AIOS-7.2-3", "AIOS_OperationRequirements::activityShown"),
    ("AIOS-7.3-1", "AIOS_OperationRequirements::taskScope"),
    ("AIOS-7.3-2", "AIOS_OperationRequirements::rolePermissions"),
    ("AIOS-7.3-3", "AIOS_OperationRequirements::timeLimits"),
    ("AIOS-7.3-4", "AIOS_OperationRequirements::outputValidated"),
    ("AIOS-7.3-5", "AIOS_OperationRequirements::nobodyGivesMore"),
    ("AIOS-8.1-1", "AIOS_OperationRequirements::auditsArchived"),
    ("AIOS-8.1-2", "AIOS_OperationRequirements::testAgentsCleaned"),
    ("AIOS-8.1-3", "AIOS_OperationRequirements::dependenciesUpdated"),
    ("AIOS-8.1-4", "AIOS_OperationRequirements::specsValidated"),
    ("AIOS-8.2-1", "AIOS_OperationRequirements::backedUp"),
    ("AIOS-8.2-2", "AIOS_OperationRequirements::backupVerified"),
    ("AIOS-8.3-1", "AIOS_OperationRequirements::restored"),
    ("AIOS-8.3-2", "AIOS_OperationRequirements::initialized"),
    ("AIOS-8.3-3", "AIOS_OperationRequirements::stateShown"),
    ("AIOS-9.1-1", "AIOS_OperationRequirements::completedPerWeek"),
    ("AIOS-9.1-2", "AIOS_OperationRequirements::cycleTime"),
    ("AIOS-9.1-3", "AIOS_OperationRequirements::violationsCounted"),
    ("AIOS-9.1-4", "AIOS_OperationRequirements::successRate"),
    ("AIOS-9.2-1", "AIOS_OperationRequirements::greenQueues"),
    ("AIOS-9.2-2", "AIOS_OperationRequirements::greenTasks"),
    ("AIOS-9.2-3", "AIOS_OperationRequirements::greenDeviations"),
    ("AIOS-9.2-4", "AIOS_OperationRequirements::yellowCapacity"),
    ("AIOS-9.2-5", "AIOS_OperationRequirements::yellowBlocked"),
    ("AIOS-9.2-6", "AIOS_OperationRequirements::yellowProposals"),
    ("AIOS-9.2-7", "AIOS_OperationRequirements::redLocked"),
    ("AIOS-9.2-8", "AIOS_OperationRequirements::redBlocked"),
    ("AIOS-9.2-9", "AIOS_OperationRequirements::redUnaudited"),
]
TRACES = [
    (
        "AIOS_WorkRequirements::ownerGoverns",
        "ssot/aios/requirements.sysml",
        ("AIOS_Authority::RoleMode::projectOwner",),
        (
            "AIOS_WorkVerification::LevelsTest",
            "AIOS_EventVerification::EmergencyDayTest",
        ),
    ),
    (
        "AIOS_WorkRequirements::engineerMaintains",
        "ssot/aios/requirements.sysml",
        ("AIOS_Authority::RoleMode::platformEngineer",),
        ("AIOS_WorkVerification::LevelsTest",),
    ),
    (
        "AIOS_WorkRequirements::leadManagesProject",
        "ssot/aios/requirements.sysml",
        ("AIOS_Authority::RoleMode::projectLead",),
        ("AIOS_WorkVerification::LevelsTest",),
    ),
    (
        "AIOS_WorkRequirements::agentsAreSpeculative",
        "ssot/aios/requirements.sysml",
        ("AIOS_Authority::Authority::speculative",),
        ("AIOS_WorkVerification::LevelsTest",),
    ),
    (
        "AIOS_WorkRequirements::operatorManagesTasks",
        "ssot/aios/requirements.sysml",
        ("AIOS_Authority::RoleMode::humanOperator",),
        ("AIOS_WorkVerification::LevelsTest",),
    ),
    (
        "AIOS_WorkRequirements::architectDoes",
        "ssot/aios/requirements.sysml",
        ("AIOS_Authority::RoleMode::architect",),
        ("AIOS_WorkVerification::RoleModesTest",),
    ),
    (
        "AIOS_WorkRequirements::architectDoesNot",
        "ssot/aios/requirements.sysml",
        ("AIOS_Authority::RoleMode::architect",),
        ("AIOS_WorkVerification::RoleModesTest",),
    ),
    (
        "AIOS_WorkRequirements::plannerDoes",
        "ssot/aios/requirements.sysml",
        ("AIOS_Tasks::TaskCreate::wholeIsThere",),
        ("AIOS_WorkVerification::RoleModesTest", "AIOS_TaskVerification::TaskDayTest"),
    ),
    (
        "AIOS_WorkRequirements::plannerDoesNot",
        "ssot/aios/requirements.sysml",
        ("AIOS_Authority::RoleMode::planner",),
        ("AIOS_WorkVerification::RoleModesTest",),
    ),
    (
        "AIOS_WorkRequirements::executorDoes",
        "ssot/aios/requirements.sysml",
        ("AIOS_Authority::RoleMode::executor",),
        ("AIOS_WorkVerification::RoleModesTest",),
    ),
    (
        "AIOS_WorkRequirements::executorDoesNot",
        "ssot/aios/requirements.sysml",
        ("AIOS_Authority::RoleMode::executor",),
        ("AIOS_WorkVerification::RoleModesTest",),
    ),
    (
        "AIOS_WorkRequirements::builderDoes",
        "ssot/aios/requirements.sysml",
        ("AIOS_Authority::RoleMode::builder",),
        ("AIOS_WorkVerification::RoleModesTest",),
    ),
    (
        "AIOS_WorkRequirements::builderDoesNot",
        "ssot/aios/requirements.sysml",
        ("AIOS_Authority::RoleMode::builder",),
        ("AIOS_WorkVerification::RoleModesTest",),
    ),
    (
        "AIOS_WorkRequirements::agentsHaveAgentModes",
        "ssot/aios/requirements.sysml",
        ("AIOS_Agents::SessionCreate::peopleAreHuman",),
        (
            "AIOS_WorkVerification::RoleModesTest",
            "AIOS_EventVerification::EmergencyDayTest",
        ),
    ),
    (
        "AIOS_WorkRequirements::overnightActivity",
        "ssot/aios/requirements.sysml",
        ("AIOS_Kernel::Kernel::auditList",),
        ("AIOS_WorkVerification::DailyTest", "AIOS_TaskVerification::TaskDayTest"),
    ),
    (
        "AIOS_WorkRequirements::statusChanges",
        "ssot/aios/requirements.sysml",
        ("AIOS_Kernel::Kernel::dailyChecklist",),
        ("AIOS_WorkVerification::DailyTest", "AIOS_TaskVerification::TaskDayTest"),
    ),
    (
        "AIOS_WorkRequirements::inboxReviewed",
        "ssot/aios/requirements.sysml",
        ("AIOS_Life::TaskLife::inbox",),
        ("AIOS_WorkVerification::DailyTest", "AIOS_TaskVerification::TaskDayTest"),
    ),
    (
        "AIOS_WorkRequirements::triaged",
        "ssot/aios/requirements.sysml",
        ("AIOS_Kernel::Kernel::taskTriage",),
        ("AIOS_WorkVerification::DailyTest", "AIOS_TaskVerification::TaskDayTest"),
    ),
    (
        "AIOS_WorkRequirements::executionCycle",
        "ssot/aios/requirements.sysml",
        ("AIOS_Kernel::Kernel::taskStart",),
        ("AIOS_WorkVerification::DailyTest", "AIOS_TaskVerification::TaskDayTest"),
    ),
    (
        "AIOS_WorkRequirements::oversight",
        "ssot/aios/requirements.sysml",
        ("AIOS_Kernel::Kernel::taskShow",),
        ("AIOS_WorkVerification::DailyTest", "AIOS_TaskVerification::TaskDayTest"),
    ),
    (
        "AIOS_WorkRequirements::peopleCreateCards",
        "ssot/aios/requirements.sysml",
        ("AIOS_Kernel::Kernel::taskCreate",),
        ("AIOS_WorkVerification::TaskFlowTest", "AIOS_TaskVerification::TaskDayTest"),
    ),
    (
        "AIOS_WorkRequirements::peopleApproveStarts",
        "ssot/aios/requirements.sysml",
        ("AIOS_Kernel::Kernel::taskApprove",),
        ("AIOS_WorkVerification::TaskFlowTest", "AIOS_TaskVerification::TaskDayTest"),
    ),
    (
        "AIOS_WorkRequirements::agentsExecute",
        "ssot/aios/requirements.sysml",
        ("AIOS_Life::TaskLife::running",),
        ("AIOS_WorkVerification::TaskFlowTest", "AIOS_TaskVerification::TaskDayTest"),
    ),
    (
        "AIOS_WorkRequirements::agentsSubmit",
        "ssot/aios/requirements.sysml",
        ("AIOS_Life::TaskLife::finish",),
        ("AIOS_WorkVerification::TaskFlowTest", "AIOS_TaskVerification::TaskDayTest"),
    ),
    (
        "AIOS_WorkRequirements::peopleReview",
        "ssot/aios/requirements.sysml",
        ("AIOS_Tasks::TaskAccept::handedIn",),
        ("AIOS_WorkVerification::TaskFlowTest", "AIOS_TaskVerification::TaskDayTest"),
    ),
    (
        "AIOS_WorkRequirements::mergedByAuthority",
        "ssot/aios/requirements.sysml",
        ("AIOS_Tasks::TaskMerge::accepted",),
        ("AIOS_WorkVerification::TaskFlowTest", "AIOS_TaskVerification::TaskDayTest"),
    ),
    (
        "AIOS_WorkRequirements::reviewBetween",
        "ssot/aios/requirements.sysml",
        ("AIOS_Life::TaskLife::code_review",),
        ("AIOS_WorkVerification::PairTest", "AIOS_TaskVerification::PairDayTest"),
    ),
    (
        "AIOS_WorkRequirements::codeGenerated",
        "ssot/aios/requirements.sysml",
        ("AIOS_Tasks::TaskArtifact::atWork",),
        ("AIOS_WorkVerification::PairTest", "AIOS_TaskVerification::TaskDayTest"),
    ),
    (
        "AIOS_WorkRequirements::codeSubmitted",
        "ssot/aios/requirements.sysml",
        ("AIOS_Life::TaskLife::submit",),
        ("AIOS_WorkVerification::PairTest", "AIOS_TaskVerification::PairDayTest"),
    ),
    (
        "AIOS_WorkRequirements::reviewSession",
        "ssot/aios/requirements.sysml",
        ("AIOS_Reviews::ReviewCreateSession::submitted",),
        ("AIOS_WorkVerification::PairTest", "AIOS_TaskVerification::PairDayTest"),
    ),
    (
        "AIOS_WorkRequirements::fourChecks",
        "ssot/aios/requirements.sysml",
        ("AIOS_Kernel::Kernel::checkDimension",),
        ("AIOS_WorkVerification::PairTest", "AIOS_TaskVerification::PairDayTest"),
    ),
    (
        "AIOS_WorkRequirements::reportReturned",
        "ssot/aios/requirements.sysml",
        ("AIOS_Kernel::Kernel::reviewReport",),
        ("AIOS_WorkVerification::PairTest", "AIOS_TaskVerification::PairDayTest"),
    ),
    (
        "AIOS_WorkRequirements::revised",
        "ssot/aios/requirements.sysml",
        ("AIOS_Life::TaskLife::revise",),
        ("AIOS_WorkVerification::PairTest", "AIOS_TaskVerification::PairDayTest"),
    ),
    (
        "AIOS_WorkRequirements::approvedGoesOn",
        "ssot/aios/requirements.sysml",
        ("AIOS_Reviews::ReviewApprove::approved",),
        ("AIOS_WorkVerification::PairTest", "AIOS_TaskVerification::PairDayTest"),
    ),
    (
        "AIOS_WorkRequirements::fourEyes",
        "ssot/aios/requirements.sysml",
        ("AIOS_Reviews::ReviewCreateSession::fourEyes",),
        ("AIOS_WorkVerification::PairTest", "AIOS_TaskVerification::PairDayTest"),
    ),
    (
        "AIOS_WorkRequirements::finalReview",
        "ssot/aios/requirements.sysml",
        ("AIOS_Life::TaskLife::conclude",),
        ("AIOS_WorkVerification::PairTest", "AIOS_TaskVerification::PairDayTest"),
    ),
    (
        "AIOS_WorkRequirements::fourDimensions",
        "ssot/aios/requirements.sysml",
        ("AIOS_Reviews::ReviewReport::fourDimensions",),
        ("AIOS_WorkVerification::ReviewTest", "AIOS_TaskVerification::PairDayTest"),
    ),
    (
        "AIOS_WorkRequirements::quality",
        "ssot/aios/requirements.sysml",
        ("AIOS_Domain::Dimension::Q",),
        ("AIOS_WorkVerification::ReviewTest",),
    ),
    (
        "AIOS_WorkRequirements::requirementsChecked",
        "ssot/aios/requirements.sysml",
        ("AIOS_Domain::Dimension::R",),
        ("AIOS_WorkVerification::ReviewTest",),
    ),
    (
        "AIOS_WorkRequirements::completeness",
        "ssot/aios/requirements.sysml",
        ("AIOS_Domain::Dimension::C",),
        ("AIOS_WorkVerification::ReviewTest",),
    ),
    (
        "AIOS_WorkRequirements::optimization",
        "ssot/aios/requirements.sysml",
        ("AIOS_Domain::Dimension::O",),
        ("AIOS_WorkVerification::ReviewTest",),
    ),
    (
        "AIOS_WorkRequirements::approved",
        "ssot/aios/requirements.sysml",
        ("AIOS_Life::TaskLife::approve",),
        ("AIOS_WorkVerification::ReviewTest", "AIOS_TaskVerification::PairDayTest"),
    ),
    (
        "AIOS_WorkRequirements::needsRevision",
        "ssot/aios/requirements.sysml",
        ("AIOS_Life::TaskLife::revise",),
        ("AIOS_WorkVerification::ReviewTest", "AIOS_TaskVerification::PairDayTest"),
    ),
    (
        "AIOS_WorkRequirements::blockedByReview",
        "ssot/aios/requirements.sysml",
        ("AIOS_Kernel::Kernel::reviewReport",),
        (
            "AIOS_WorkVerification::ReviewTest",
            "AIOS_TaskVerification::BlockedReviewTest",
        ),
    ),
    (
        "AIOS_WorkRequirements::personas",
        "ssot/aios/requirements.sysml",
        ("AIOS_Reviews::ReviewCreateSession::persona",),
        ("AIOS_WorkVerification::PersonaTest", "AIOS_TaskVerification::PairDayTest"),
    ),
    (
        "AIOS_WorkRequirements::securityExpert",
        "ssot/aios/requirements.sysml",
        ("AIOS_Domain::Persona::security_expert",),
        ("AIOS_WorkVerification::PersonaTest", "AIOS_TaskVerification::PairDayTest"),
    ),
    (
        "AIOS_WorkRequirements::performanceExpert",
        "ssot/aios/requirements.sysml",
        ("AIOS_Domain::Persona::performance_expert",),
        ("AIOS_WorkVerification::PersonaTest",),
    ),
    (
        "AIOS_WorkRequirements::architectureExpert",
        "ssot/aios/requirements.sysml",
        ("AIOS_Domain::Persona::architecture_expert",),
        ("AIOS_WorkVerification::PersonaTest",),
    ),
    (
        "AIOS_WorkRequirements::domainExpert",
        "ssot/aios/requirements.sysml",
        ("AIOS_Domain::Persona::domain_expert",),
        ("AIOS_WorkVerification::PersonaTest",),
    ),
    (
        "AIOS_WorkRequirements::testingExpert",
        "ssot/aios/requirements.sysml",
        ("AIOS_Domain::Persona::testing_expert",),
        ("AIOS_WorkVerification::PersonaTest",),
    ),
    (
        "AIOS_WorkRequirements::statusCommand",
        "ssot/aios/requirements.sysml",
        ("AIOS_Kernel::Kernel::taskShow",),
        ("AIOS_WorkVerification::TaskFlowTest", "AIOS_TaskVerification::TaskDayTest"),
    ),
    (
        "AIOS_WorkRequirements::inboxFolder",
        "ssot/aios/requirements.sysml",
        ("AIOS_Kernel::Kernel::inboxMirror",),
        ("AIOS_WorkVerification::DailyTest",),
    ),
    (
        "AIOS_WorkRequirements::startCommand",
        "ssot/aios/requirements.sysml",
        ("AIOS_Life::TaskLife::begin",),
        ("AIOS_WorkVerification::TaskFlowTest", "AIOS_TaskVerification::TaskDayTest"),
    ),
    (
        "AIOS_WorkRequirements::statesFile",
        "ssot/aios/requirements.sysml",
        ("AIOS_Kernel::Kernel::tasksMirror",),
        ("AIOS_WorkVerification::TaskFlowTest", "AIOS_TaskVerification::TaskDayTest"),
    ),
    (
        "AIOS_WorkRequirements::auditFolder",
        "ssot/aios/requirements.sysml",
        ("AIOS_Kernel::Kernel::auditMirror",),
        (
            "AIOS_GovernanceVerification::AuditTest",
            "AIOS_TaskVerification::TaskDayTest",
        ),
    ),
    (
        "AIOS_WorkRequirements::finishCommand",
        "ssot/aios/requirements.sysml",
        ("AIOS_Kernel::Kernel::taskFinish",),
        ("AIOS_WorkVerification::TaskFlowTest", "AIOS_TaskVerification::TaskDayTest"),
    ),
    (
        "AIOS_GovernanceRequirements::weeklyMeeting",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Kernel::Kernel::weeklyChecklist",),
        ("AIOS_GovernanceVerification::WeeklyInspection",),
    ),
    (
        "AIOS_GovernanceRequirements::pendingDecisions",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Kernel::Kernel::decisionsMirror",),
        ("AIOS_GovernanceVerification::WeeklyInspection",),
    ),
    (
        "AIOS_GovernanceRequirements::changeRequests",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Kernel::Kernel::proposalsMirror",),
        ("AIOS_GovernanceVerification::WeeklyInspection",),
    ),
    (
        "AIOS_GovernanceRequirements::overrides",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Kernel::Kernel::deviationsMirror",),
        ("AIOS_GovernanceVerification::WeeklyInspection",),
    ),
    (
        "AIOS_GovernanceRequirements::freezeRecordKept",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Kernel::Kernel::weeklyChecklist",),
        ("AIOS_GovernanceVerification::WeeklyInspection",),
    ),
    (
        "AIOS_GovernanceRequirements::decisionEntries",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Kernel::Kernel::weeklyChecklist",),
        ("AIOS_GovernanceVerification::WeeklyInspection",),
    ),
    (
        "AIOS_GovernanceRequirements::proposalsProcessed",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Governance::ProposalDecide::pending",),
        (
            "AIOS_EventVerification::GovernanceDayTest",
            "AIOS_GovernanceVerification::WeeklyTest",
        ),
    ),
    (
        "AIOS_GovernanceRequirements::deviationsAudited",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Governance::DeviationResolve::unresolved",),
        (
            "AIOS_EventVerification::GovernanceDayTest",
            "AIOS_GovernanceVerification::WeeklyTest",
        ),
    ),
    (
        "AIOS_GovernanceRequirements::orphans",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Kernel::Kernel::weeklyChecklist",),
        ("AIOS_GovernanceVerification::WeeklyTest",),
    ),
    (
        "AIOS_GovernanceRequirements::registrationReviewed",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Kernel::Kernel::agentsMirror",),
        ("AIOS_GovernanceVerification::WeeklyInspection",),
    ),
    (
        "AIOS_GovernanceRequirements::specRegistry",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Kernel::Kernel::weeklyChecklist",),
        ("AIOS_GovernanceVerification::WeeklyInspection",),
    ),
    (
        "AIOS_GovernanceRequirements::architectureIndex",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Kernel::Kernel::weeklyChecklist",),
        ("AIOS_GovernanceVerification::WeeklyInspection",),
    ),
    (
        "AIOS_GovernanceRequirements::capabilityMap",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Kernel::Kernel::weeklyChecklist",),
        ("AIOS_GovernanceVerification::WeeklyInspection",),
    ),
    (
        "AIOS_GovernanceRequirements::researchQueue",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Tasks::TaskStart::withinLimit",),
        ("AIOS_GovernanceVerification::QueueTypesTest",),
    ),
    (
        "AIOS_GovernanceRequirements::dataQueue",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Tasks::TaskStart::withinLimit",),
        ("AIOS_GovernanceVerification::QueueTypesTest",),
    ),
    (
        "AIOS_GovernanceRequirements::devQueue",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Tasks::TaskStart::withinLimit",),
        (
            "AIOS_EventVerification::QueueDayTest",
            "AIOS_GovernanceVerification::QueueTypesTest",
        ),
    ),
    (
        "AIOS_GovernanceRequirements::governanceQueue",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Tasks::TaskStart::withinLimit",),
        (
            "AIOS_EventVerification::QueueDayTest",
            "AIOS_GovernanceVerification::QueueTypesTest",
        ),
    ),
    (
        "AIOS_GovernanceRequirements::limitKept",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Tasks::TaskStart::withinLimit",),
        (
            "AIOS_EventVerification::QueueDayTest",
            "AIOS_GovernanceVerification::QueueTest",
        ),
    ),
    (
        "AIOS_GovernanceRequirements::lockOnStart",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Persistence::TaskQueue::lockOnStart",),
        (
            "AIOS_EventVerification::QueueDayTest",
            "AIOS_GovernanceVerification::QueueTest",
        ),
    ),
    (
        "AIOS_GovernanceRequirements::releasedOnFinish",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Persistence::TaskQueue::autoReleaseOnFinish",),
        (
            "AIOS_EventVerification::QueueDayTest",
            "AIOS_GovernanceVerification::QueueTest",
        ),
    ),
    (
        "AIOS_GovernanceRequirements::approvalAsked",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Tasks::TaskStart::humanApproval",),
        (
            "AIOS_EventVerification::QueueDayTest",
            "AIOS_GovernanceVerification::QueueTypesTest",
        ),
    ),
    (
        "AIOS_GovernanceRequirements::everythingAudited",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Kernel::Kernel::note",),
        (
            "AIOS_EventVerification::GovernanceDayTest",
            "AIOS_GovernanceVerification::AuditTest",
        ),
    ),
    (
        "AIOS_GovernanceRequirements::queueStatus",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Kernel::Kernel::queueOverview",),
        (
            "AIOS_EventVerification::QueueDayTest",
            "AIOS_GovernanceVerification::QueueTest",
        ),
    ),
    (
        "AIOS_GovernanceRequirements::tasksOfQueue",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Tasks::TaskList::queue",),
        (
            "AIOS_EventVerification::QueueDayTest",
            "AIOS_GovernanceVerification::QueueTest",
        ),
    ),
    (
        "AIOS_GovernanceRequirements::queueReleased",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Queues::QueueRelease::notFrozen",),
        (
            "AIOS_EventVerification::QueueDayTest",
            "AIOS_GovernanceVerification::QueueTest",
        ),
    ),
    (
        "AIOS_GovernanceRequirements::auditPerTask",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Kernel::Kernel::auditMirror",),
        (
            "AIOS_GovernanceVerification::AuditTest",
            "AIOS_TaskVerification::TaskDayTest",
        ),
    ),
    (
        "AIOS_GovernanceRequirements::auditId",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Views::Paper::name",),
        (
            "AIOS_GovernanceVerification::AuditTest",
            "AIOS_TaskVerification::TaskDayTest",
        ),
    ),
    (
        "AIOS_GovernanceRequirements::auditTransitions",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Persistence::AuditEntry::target",),
        (
            "AIOS_GovernanceVerification::AuditTest",
            "AIOS_TaskVerification::TaskDayTest",
        ),
    ),
    (
        "AIOS_GovernanceRequirements::auditTimestamps",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Persistence::AuditEntry::moment",),
        ("AIOS_GovernanceVerification::AuditTest",),
    ),
    (
        "AIOS_GovernanceRequirements::auditActions",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Persistence::AuditEntry::who",),
        (
            "AIOS_GovernanceVerification::AuditTest",
            "AIOS_TaskVerification::TaskDayTest",
        ),
    ),
    (
        "AIOS_GovernanceRequirements::auditArtifacts",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Persistence::Task::artifacts",),
        (
            "AIOS_GovernanceVerification::AuditTest",
            "AIOS_TaskVerification::TaskDayTest",
        ),
    ),
    (
        "AIOS_GovernanceRequirements::cardSchema",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Domain::Gate::task_card",),
        ("AIOS_GovernanceVerification::GateTest",),
    ),
    (
        "AIOS_GovernanceRequirements::specConsistency",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Kernel::Kernel::policyCheck",),
        ("AIOS_GovernanceVerification::WeeklyInspection",),
    ),
    (
        "AIOS_GovernanceRequirements::gatesValidated",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Kernel::Kernel::gateCheck",),
        (
            "AIOS_EventVerification::GovernanceDayTest",
            "AIOS_GovernanceVerification::GateTest",
        ),
    ),
    (
        "AIOS_GovernanceRequirements::governanceOnMerge",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Tasks::TaskMerge::governanceClear",),
        (
            "AIOS_EventVerification::GovernanceDayTest",
            "AIOS_GovernanceVerification::GateTest",
        ),
    ),
    (
        "AIOS_GovernanceRequirements::trailShown",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Reports::AuditList::task",),
        (
            "AIOS_EventVerification::GovernanceDayTest",
            "AIOS_GovernanceVerification::AuditTest",
        ),
    ),
    (
        "AIOS_GovernanceRequirements::violationsFound",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Kernel::Kernel::policyCheck",),
        (
            "AIOS_EventVerification::GovernanceDayTest",
            "AIOS_GovernanceVerification::GateTest",
        ),
    ),
    (
        "AIOS_GovernanceRequirements::gateReport",
        "ssot/aios/requirements_governance.sysml",
        ("AIOS_Domain::Gate::all",),
        ("AIOS_GovernanceVerification::GateTest",),
    ),
    (
        "AIOS_OperationRequirements::taskBlocked",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Domain::IssueType::task_blocked",),
        (
            "AIOS_OperationVerification::EscalationTest",
            "AIOS_TaskVerification::BlockedReviewTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::specConflict",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Domain::IssueType::spec_conflict",),
        (
            "AIOS_OperationVerification::EscalationTest",
            "AIOS_TaskVerification::BlockedReviewTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::securityConcern",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Domain::IssueType::security_concern",),
        (
            "AIOS_OperationVerification::EscalationTest",
            "AIOS_TaskVerification::BlockedReviewTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::agentMisbehavior",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Domain::IssueType::agent_misbehavior",),
        (
            "AIOS_OperationVerification::EscalationTest",
            "AIOS_TaskVerification::BlockedReviewTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::inTurn",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Emergencies::IssueAdvance::hasTurn",),
        (
            "AIOS_OperationVerification::EscalationTest",
            "AIOS_TaskVerification::BlockedReviewTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::issuesRaised",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Kernel::Kernel::issueRaise",),
        (
            "AIOS_OperationVerification::EscalationTest",
            "AIOS_TaskVerification::BlockedReviewTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::sessionTerminated",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Kernel::Kernel::sessionTerminate",),
        (
            "AIOS_EventVerification::EmergencyDayTest",
            "AIOS_OperationVerification::EmergencyTest",
            "AIOS_SessionVerification::SessionEndTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::sessionsFile",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Kernel::Kernel::sessionsMirror",),
        ("AIOS_OperationVerification::EmergencyTest",),
    ),
    (
        "AIOS_OperationRequirements::emergencyStop",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Kernel::Kernel::taskStop",),
        (
            "AIOS_EventVerification::EmergencyDayTest",
            "AIOS_OperationVerification::EmergencyTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::forcedToReviewing",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Tasks::TaskFinish::ownTask",),
        (
            "AIOS_EventVerification::EmergencyDayTest",
            "AIOS_OperationVerification::EmergencyTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::queuesLocked",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Tasks::TaskStart::notLocked",),
        (
            "AIOS_EventVerification::EmergencyDayTest",
            "AIOS_OperationVerification::EmergencyTest",
            "AIOS_SessionVerification::FreezeSaidTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::operatorsNotified",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Emergencies::Freeze::notify",),
        (
            "AIOS_EventVerification::EmergencyDayTest",
            "AIOS_OperationVerification::EmergencyTest",
            "AIOS_SessionVerification::FreezeSaidTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::freezeRecorded",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Kernel::Kernel::freezeMirror",),
        (
            "AIOS_EventVerification::EmergencyDayTest",
            "AIOS_OperationVerification::EmergencyTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::registered",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Agents::AgentRegister::agentId",),
        (
            "AIOS_EventVerification::EmergencyDayTest",
            "AIOS_OperationVerification::LifecycleTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::sessionCreated",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Agents::SessionCreate::sessionToken",),
        (
            "AIOS_EventVerification::EmergencyDayTest",
            "AIOS_OperationVerification::LifecycleTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::modeAndScope",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Persistence::Session::roleMode",),
        (
            "AIOS_EventVerification::EmergencyDayTest",
            "AIOS_OperationVerification::LifecycleTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::startMarksRunning",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Life::TaskLife::begin",),
        (
            "AIOS_OperationVerification::LifecycleTest",
            "AIOS_TaskVerification::TaskDayTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::finishMarksReviewing",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Life::TaskLife::finish",),
        (
            "AIOS_OperationVerification::LifecycleTest",
            "AIOS_TaskVerification::TaskDayTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::sessionEnds",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Agents::SessionTerminate::notEnded",),
        (
            "AIOS_EventVerification::EmergencyDayTest",
            "AIOS_OperationVerification::LifecycleTest",
            "AIOS_SessionVerification::SessionEndTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::agentsListed",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Kernel::Kernel::agentList",),
        (
            "AIOS_EventVerification::EmergencyDayTest",
            "AIOS_OperationVerification::LifecycleTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::sessionsListed",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Kernel::Kernel::sessionList",),
        (
            "AIOS_EventVerification::EmergencyDayTest",
            "AIOS_OperationVerification::LifecycleTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::activityShown",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Reports::AuditList::agent",),
        (
            "AIOS_EventVerification::GovernanceDayTest",
            "AIOS_GovernanceVerification::AuditTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::taskScope",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Persistence::Session::taskScope",),
        ("AIOS_OperationVerification::BoundariesTest",),
    ),
    (
        "AIOS_OperationRequirements::rolePermissions",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Persistence::Session::roleMode",),
        ("AIOS_OperationVerification::BoundariesTest",),
    ),
    (
        "AIOS_OperationRequirements::timeLimits",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Persistence::Session::expiresAt",),
        ("AIOS_OperationVerification::BoundariesTest",),
    ),
    (
        "AIOS_OperationRequirements::outputValidated",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Kernel::Kernel::governanceCheck",),
        (
            "AIOS_EventVerification::GovernanceDayTest",
            "AIOS_OperationVerification::BoundariesTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::nobodyGivesMore",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Agents::SessionCreate::notAbove",),
        (
            "AIOS_EventVerification::EmergencyDayTest",
            "AIOS_OperationVerification::BoundariesTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::auditsArchived",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Kernel::Kernel::monthlyChecklist",),
        ("AIOS_OperationVerification::MonthlyInspection",),
    ),
    (
        "AIOS_OperationRequirements::testAgentsCleaned",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Kernel::Kernel::monthlyChecklist",),
        ("AIOS_OperationVerification::MonthlyInspection",),
    ),
    (
        "AIOS_OperationRequirements::dependenciesUpdated",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Kernel::Kernel::monthlyChecklist",),
        ("AIOS_OperationVerification::MonthlyInspection",),
    ),
    (
        "AIOS_OperationRequirements::specsValidated",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Kernel::Kernel::policyCheck",),
        (
            "AIOS_EventVerification::GovernanceDayTest",
            "AIOS_OperationVerification::MonthlyInspection",
        ),
    ),
    (
        "AIOS_OperationRequirements::backedUp",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Kernel::Kernel::monthlyChecklist",),
        ("AIOS_OperationVerification::MonthlyInspection",),
    ),
    (
        "AIOS_OperationRequirements::backupVerified",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Kernel::Kernel::monthlyChecklist",),
        ("AIOS_OperationVerification::MonthlyInspection",),
    ),
    (
        "AIOS_OperationRequirements::restored",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Kernel::Kernel::monthlyChecklist",),
        ("AIOS_OperationVerification::MonthlyInspection",),
    ),
    (
        "AIOS_OperationRequirements::initialized",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Agents::Init::firstTime",),
        (
            "AIOS_OperationVerification::LifecycleTest",
            "AIOS_TaskVerification::TaskDayTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::stateShown",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Kernel::Kernel::projectMirror",),
        ("AIOS_OperationVerification::LifecycleTest",),
    ),
    (
        "AIOS_OperationRequirements::completedPerWeek",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Kernel::Kernel::metrics",),
        (
            "AIOS_EventVerification::GovernanceDayTest",
            "AIOS_OperationVerification::MetricsTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::cycleTime",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Kernel::Kernel::metrics",),
        ("AIOS_OperationVerification::MetricsTest",),
    ),
    (
        "AIOS_OperationRequirements::violationsCounted",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Kernel::Kernel::metrics",),
        (
            "AIOS_EventVerification::GovernanceDayTest",
            "AIOS_OperationVerification::MetricsTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::successRate",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Kernel::Kernel::metrics",),
        (
            "AIOS_EventVerification::EmergencyDayTest",
            "AIOS_OperationVerification::MetricsTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::greenQueues",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Domain::Health::green",),
        (
            "AIOS_EventVerification::EmergencyDayTest",
            "AIOS_OperationVerification::HealthTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::greenTasks",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Domain::Health::green",),
        (
            "AIOS_EventVerification::EmergencyDayTest",
            "AIOS_OperationVerification::HealthTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::greenDeviations",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Domain::Health::green",),
        (
            "AIOS_EventVerification::EmergencyDayTest",
            "AIOS_EventVerification::GovernanceDayTest",
            "AIOS_OperationVerification::HealthTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::yellowCapacity",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Domain::Health::yellow",),
        (
            "AIOS_EventVerification::QueueDayTest",
            "AIOS_OperationVerification::HealthTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::yellowBlocked",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Domain::Health::yellow",),
        ("AIOS_OperationVerification::HealthTest",),
    ),
    (
        "AIOS_OperationRequirements::yellowProposals",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Domain::Health::yellow",),
        ("AIOS_OperationVerification::HealthTest",),
    ),
    (
        "AIOS_OperationRequirements::redLocked",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Domain::Health::red",),
        (
            "AIOS_EventVerification::EmergencyDayTest",
            "AIOS_OperationVerification::HealthTest",
        ),
    ),
    (
        "AIOS_OperationRequirements::redBlocked",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Domain::Health::red",),
        ("AIOS_OperationVerification::HealthTest",),
    ),
    (
        "AIOS_OperationRequirements::redUnaudited",
        "ssot/aios/requirements_operation.sysml",
        ("AIOS_Domain::Health::red",),
        ("AIOS_OperationVerification::HealthTest",),
    ),
]
IMPLEMENTED = [
    ("AIOS_WorkRequirements::ownerGoverns", "types.aios_authority:RoleMode"),
    ("AIOS_WorkRequirements::engineerMaintains", "types.aios_authority:RoleMode"),
    ("AIOS_WorkRequirements::leadManagesProject", "types.aios_authority:RoleMode"),
    ("AIOS_WorkRequirements::agentsAreSpeculative", "types.aios_authority:Authority"),
    ("AIOS_WorkRequirements::operatorManagesTasks", "types.aios_authority:RoleMode"),
    ("AIOS_WorkRequirements::architectDoes", "types.aios_authority:RoleMode"),
    ("AIOS_WorkRequirements::architectDoesNot", "types.aios_authority:RoleMode"),
    ("AIOS_WorkRequirements::plannerDoesNot", "types.aios_authority:RoleMode"),
    ("AIOS_WorkRequirements::executorDoes", "types.aios_authority:RoleMode"),
    ("AIOS_WorkRequirements::executorDoesNot", "types.aios_authority:RoleMode"),
    ("AIOS_WorkRequirements::builderDoes", "types.aios_authority:RoleMode"),
    ("AIOS_WorkRequirements::builderDoesNot", "types.aios_authority:RoleMode"),
    ("AIOS_WorkRequirements::overnightActivity", "workflows.audit_list:audit_list"),
    (
        "AIOS_WorkRequirements::statusChanges",
        "workflows.daily_checklist:daily_checklist",
    ),
    ("AIOS_WorkRequirements::triaged", "workflows.task_triage:task_triage"),
    ("AIOS_WorkRequirements::executionCycle", "workflows.task_start:task_start"),
    ("AIOS_WorkRequirements::oversight", "workflows.task_show:task_show"),
    ("AIOS_WorkRequirements::peopleCreateCards", "workflows.task_create:task_create"),
    (
        "AIOS_WorkRequirements::peopleApproveStarts",
        "workflows.task_approve:task_approve",
    ),
    ("AIOS_WorkRequirements::fourChecks", "workflows.check_dimension:check_dimension"),
    ("AIOS_WorkRequirements::reportReturned", "workflows.review_report:review_report"),
    ("AIOS_WorkRequirements::quality", "types.aios_domain:Dimension"),
    ("AIOS_WorkRequirements::requirementsChecked", "types.aios_domain:Dimension"),
    ("AIOS_WorkRequirements::completeness", "types.aios_domain:Dimension"),
    ("AIOS_WorkRequirements::optimization", "types.aios_domain:Dimension"),
    ("AIOS_WorkRequirements::blockedByReview", "workflows.review_report:review_report"),
    ("AIOS_WorkRequirements::personas", "types.aios_domain:Persona"),
    ("AIOS_WorkRequirements::securityExpert", "types.aios_domain:Persona"),
    ("AIOS_WorkRequirements::performanceExpert", "types.aios_domain:Persona"),
    ("AIOS_WorkRequirements::architectureExpert", "types.aios_domain:Persona"),
    ("AIOS_WorkRequirements::domainExpert", "types.aios_domain:Persona"),
    ("AIOS_WorkRequirements::testingExpert", "types.aios_domain:Persona"),
    ("AIOS_WorkRequirements::statusCommand", "workflows.task_show:task_show"),
    ("AIOS_WorkRequirements::inboxFolder", "workflows.inbox_mirror:inbox_mirror"),
    ("AIOS_WorkRequirements::statesFile", "workflows.tasks_mirror:tasks_mirror"),
    ("AIOS_WorkRequirements::auditFolder", "workflows.audit_mirror:audit_mirror"),
    ("AIOS_WorkRequirements::finishCommand", "workflows.task_finish:task_finish"),
    (
        "AIOS_GovernanceRequirements::weeklyMeeting",
        "workflows.weekly_checklist:weekly_checklist",
    ),
    (
        "AIOS_GovernanceRequirements::pendingDecisions",
        "workflows.decisions_mirror:decisions_mirror",
    ),
    (
        "AIOS_GovernanceRequirements::changeRequests",
        "workflows.proposals_mirror:proposals_mirror",
    ),
    (
        "AIOS_GovernanceRequirements::overrides",
        "workflows.deviations_mirror:deviations_mirror",
    ),
    (
        "AIOS_GovernanceRequirements::freezeRecordKept",
        "workflows.weekly_checklist:weekly_checklist",
    ),
    (
        "AIOS_GovernanceRequirements::decisionEntries",
        "workflows.weekly_checklist:weekly_checklist",
    ),
    (
        "AIOS_GovernanceRequirements::orphans",
        "workflows.weekly_checklist:weekly_checklist",
    ),
    (
        "AIOS_GovernanceRequirements::registrationReviewed",
        "workflows.agents_mirror:agents_mirror",
    ),
    (
        "AIOS_GovernanceRequirements::specRegistry",
        "workflows.weekly_checklist:weekly_checklist",
    ),
    (
        "AIOS_GovernanceRequirements::architectureIndex",
        "workflows.weekly_checklist:weekly_checklist",
    ),
    (
        "AIOS_GovernanceRequirements::capabilityMap",
        "workflows.weekly_checklist:weekly_checklist",
    ),
    ("AIOS_GovernanceRequirements::everythingAudited", "workflows.note:note"),
    (
        "AIOS_GovernanceRequirements::queueStatus",
        "workflows.queue_overview:queue_overview",
    ),
    ("AIOS_GovernanceRequirements::tasksOfQueue", "types.aios_domain:QueueName"),
    (
        "AIOS_GovernanceRequirements::queueReleased",
        "workflows.refuse_when_frozen:refuse_when_frozen",
    ),
    (
        "AIOS_GovernanceRequirements::auditPerTask",
        "workflows.audit_mirror:audit_mirror",
    ),
    ("AIOS_GovernanceRequirements::auditTransitions", "types.aios_domain:TaskStatus"),
    ("AIOS_GovernanceRequirements::cardSchema", "types.aios_domain:Gate"),
    (
        "AIOS_GovernanceRequirements::specConsistency",
        "workflows.policy_check:policy_check",
    ),
    ("AIOS_GovernanceRequirements::gatesValidated", "workflows.gate_check:gate_check"),
    (
        "AIOS_GovernanceRequirements::violationsFound",
        "workflows.policy_check:policy_check",
    ),
    ("AIOS_GovernanceRequirements::gateReport", "types.aios_domain:Gate"),
    ("AIOS_OperationRequirements::taskBlocked", "types.aios_domain:IssueType"),
    ("AIOS_OperationRequirements::specConflict", "types.aios_domain:IssueType"),
    ("AIOS_OperationRequirements::securityConcern", "types.aios_domain:IssueType"),
    ("AIOS_OperationRequirements::agentMisbehavior", "types.aios_domain:IssueType"),
    ("AIOS_OperationRequirements::issuesRaised", "workflows.issue_raise:issue_raise"),
    (
        "AIOS_OperationRequirements::sessionTerminated",
        "workflows.session_terminate:session_terminate",
    ),
    (
        "AIOS_OperationRequirements::sessionsFile",
        "workflows.sessions_mirror:sessions_mirror",
    ),
    ("AIOS_OperationRequirements::emergencyStop", "workflows.task_stop:task_stop"),
    (
        "AIOS_OperationRequirements::freezeRecorded",
        "workflows.freeze_mirror:freeze_mirror",
    ),
    ("AIOS_OperationRequirements::modeAndScope", "types.aios_authority:RoleMode"),
    ("AIOS_OperationRequirements::agentsListed", "workflows.agent_list:agent_list"),
    (
        "AIOS_OperationRequirements::sessionsListed",
        "workflows.session_list:session_list",
    ),
    ("AIOS_OperationRequirements::rolePermissions", "types.aios_authority:RoleMode"),
    (
        "AIOS_OperationRequirements::outputValidated",
        "workflows.governance_check:governance_check",
    ),
    (
        "AIOS_OperationRequirements::auditsArchived",
        "workflows.monthly_checklist:monthly_checklist",
    ),
    (
        "AIOS_OperationRequirements::testAgentsCleaned",
        "workflows.monthly_checklist:monthly_checklist",
    ),
    (
        "AIOS_OperationRequirements::dependenciesUpdated",
        "workflows.monthly_checklist:monthly_checklist",
    ),
    (
        "AIOS_OperationRequirements::specsValidated",
        "workflows.policy_check:policy_check",
    ),
    (
        "AIOS_OperationRequirements::backedUp",
        "workflows.monthly_checklist:monthly_checklist",
    ),
    (
        "AIOS_OperationRequirements::backupVerified",
        "workflows.monthly_checklist:monthly_checklist",
    ),
    (
        "AIOS_OperationRequirements::restored",
        "workflows.monthly_checklist:monthly_checklist",
    ),
    (
        "AIOS_OperationRequirements::stateShown",
        "workflows.project_mirror:project_mirror",
    ),
    ("AIOS_OperationRequirements::completedPerWeek", "workflows.metrics:metrics"),
    ("AIOS_OperationRequirements::cycleTime", "workflows.metrics:metrics"),
    ("AIOS_OperationRequirements::violationsCounted", "workflows.metrics:metrics"),
    ("AIOS_OperationRequirements::successRate", "workflows.metrics:metrics"),
    ("AIOS_OperationRequirements::greenQueues", "types.aios_domain:Health"),
    ("AIOS_OperationRequirements::greenTasks", "types.aios_domain:Health"),
    ("AIOS_OperationRequirements::greenDeviations", "types.aios_domain:Health"),
    ("AIOS_OperationRequirements::yellowCapacity", "types.aios_domain:Health"),
    ("AIOS_OperationRequirements::yellowBlocked", "types.aios_domain:Health"),
    ("AIOS_OperationRequirements::yellowProposals", "types.aios_domain:Health"),
    ("AIOS_OperationRequirements::redLocked", "types.aios_domain:Health"),
    ("AIOS_OperationRequirements::redBlocked", "types.aios_domain:Health"),
    ("AIOS_OperationRequirements::redUnaudited", "types.aios_domain:Health"),
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


def test_levels_test_passes() -> None:
    """Levels of authority; the order of roles."""
    assert authority_of(role=RoleMode.PROJECT_OWNER) == Authority.L0
    assert authority_of(role=RoleMode.PLATFORM_ENGINEER) == Authority.L1
    assert authority_of(role=RoleMode.PROJECT_LEAD) == Authority.L2
    assert authority_of(role=RoleMode.HUMAN_OPERATOR) == Authority.ASSIGNED
    assert authority_of(role=RoleMode.ARCHITECT) == Authority.SPECULATIVE
    assert authority_of(role=RoleMode.PLANNER) == Authority.SPECULATIVE
    assert authority_of(role=RoleMode.EXECUTOR) == Authority.SPECULATIVE
    assert authority_of(role=RoleMode.BUILDER) == Authority.SPECULATIVE
    assert rank(role=RoleMode.HUMAN_OPERATOR) < rank(role=RoleMode.PROJECT_LEAD)
    assert rank(role=RoleMode.PROJECT_LEAD) < rank(role=RoleMode.PLATFORM_ENGINEER)
    assert rank(role=RoleMode.PLATFORM_ENGINEER) < rank(role=RoleMode.PROJECT_OWNER)


def test_role_modes_test_passes() -> None:
    """Agents are no people. What each mode may and may not do is the matrix of the
    generated tests: every command with every role.
    """
    assert not is_person(role=RoleMode.ARCHITECT)
    assert not is_person(role=RoleMode.PLANNER)
    assert not is_person(role=RoleMode.EXECUTOR)
    assert not is_person(role=RoleMode.BUILDER)
    assert is_person(role=RoleMode.HUMAN_OPERATOR)
    assert (
        task_with(
            tasks=(sample_task(task_id="A", status=TaskStatus.INBOX),), task_id="B"
        )
        is None
    )


def test_daily_test_passes() -> None:
    """The checklist of a day with one task in each place."""
    assert (
        found_for(
            lines=daily_lines(
                tasks=(
                    sample_task(task_id="NEW", status=TaskStatus.INBOX),
                    sample_task(task_id="NEXT", status=TaskStatus.QUEUED),
                    sample_task(task_id="NOW", status=TaskStatus.RUNNING),
                    sample_task(task_id="LOOK", status=TaskStatus.REVIEWING),
                ),
                entries=(
                    sample_entry(
                        task_id="NOW",
                        origin=TaskStatus.QUEUED,
                        target=TaskStatus.RUNNING,
                    ),
                ),
            ),
            line="Review overnight agent activity",
        )
        == "1 actions of agents"
    )
    assert (
        found_for(
            lines=daily_lines(
                tasks=(
                    sample_task(task_id="NEW", status=TaskStatus.INBOX),
                    sample_task(task_id="NEXT", status=TaskStatus.QUEUED),
                    sample_task(task_id="NOW", status=TaskStatus.RUNNING),
                    sample_task(task_id="LOOK", status=TaskStatus.REVIEWING),
                ),
                entries=(
                    sample_entry(
                        task_id="NOW",
                        origin=TaskStatus.QUEUED,
                        target=TaskStatus.RUNNING,
                    ),
                ),
            ),
            line="Review status changes",
        )
        == "1 changes"
    )
    assert (
        found_for(
            lines=daily_lines(
                tasks=(
                    sample_task(task_id="NEW", status=TaskStatus.INBOX),
                    sample_task(task_id="NEXT", status=TaskStatus.QUEUED),
                    sample_task(task_id="NOW", status=TaskStatus.RUNNING),
                    sample_task(task_id="LOOK", status=TaskStatus.REVIEWING),
                ),
                entries=(),
            ),
            line="Review status changes",
        )
        == "0 changes"
    )
    assert (
        found_for(
            lines=daily_lines(
                tasks=(
                    sample_task(task_id="NEW", status=TaskStatus.INBOX),
                    sample_task(task_id="NEXT", status=TaskStatus.QUEUED),
                    sample_task(task_id="NOW", status=TaskStatus.RUNNING),
                    sample_task(task_id="LOOK", status=TaskStatus.REVIEWING),
                ),
                entries=(),
            ),
            line="Review the inbox for new requests",
        )
        == "NEW"
    )
    assert (
        found_for(
            lines=daily_lines(
                tasks=(
                    sample_task(task_id="NEW", status=TaskStatus.INBOX),
                    sample_task(task_id="NEXT", status=TaskStatus.QUEUED),
                    sample_task(task_id="NOW", status=TaskStatus.RUNNING),
                    sample_task(task_id="LOOK", status=TaskStatus.REVIEWING),
                ),
                entries=(),
            ),
            line="Assign priorities and queues",
        )
        == "1 without a place"
    )
    assert (
        found_for(
            lines=daily_lines(
                tasks=(
                    sample_task(task_id="NEW", status=TaskStatus.INBOX),
                    sample_task(task_id="NEXT", status=TaskStatus.QUEUED),
                    sample_task(task_id="NOW", status=TaskStatus.RUNNING),
                    sample_task(task_id="LOOK", status=TaskStatus.REVIEWING),
                ),
                entries=(),
            ),
            line="Start the execution cycle",
        )
        == "NEXT"
    )
    assert (
        found_for(
            lines=daily_lines(
                tasks=(
                    sample_task(task_id="NEW", status=TaskStatus.INBOX),
                    sample_task(task_id="NEXT", status=TaskStatus.QUEUED),
                    sample_task(task_id="NOW", status=TaskStatus.RUNNING),
                    sample_task(task_id="LOOK", status=TaskStatus.REVIEWING),
                ),
                entries=(),
            ),
            line="Oversee the running tasks",
        )
        == "NOW"
    )
    assert (
        found_for(
            lines=daily_lines(
                tasks=(
                    sample_task(task_id="NEW", status=TaskStatus.INBOX),
                    sample_task(task_id="NEXT", status=TaskStatus.QUEUED),
                    sample_task(task_id="NOW", status=TaskStatus.RUNNING),
                    sample_task(task_id="LOOK", status=TaskStatus.REVIEWING),
                ),
                entries=(),
            ),
            line="Complete tasks that wait for the final review",
        )
        == "LOOK"
    )
    assert not entries_since(
        entries=(
            sample_entry(
                task_id="NOW", origin=TaskStatus.QUEUED, target=TaskStatus.RUNNING
            ),
        ),
        moment=later(hours=18.0),
        hours=16.0,
    )
    assert bool(
        entries_since(
            entries=(
                sample_entry(
                    task_id="NOW", origin=TaskStatus.QUEUED, target=TaskStatus.RUNNING
                ),
            ),
            moment=later(hours=17.0),
            hours=16.0,
        )
    )


def test_task_flow_test_passes() -> None:
    """A card is complete with a description and requirements; where a task stands, its
    audit trail says. The order of the states is shown by the generated tests of
    TaskLife, the refusals by those of the commands.
    """
    assert task_card_complete(task=sample_task(task_id="A", status=TaskStatus.RUNNING))
    assert is_audited(
        task=sample_task(task_id="A", status=TaskStatus.RUNNING),
        entries=(
            sample_entry(
                task_id="A", origin=TaskStatus.QUEUED, target=TaskStatus.RUNNING
            ),
        ),
    )
    assert not is_audited(
        task=sample_task(task_id="A", status=TaskStatus.MERGED),
        entries=(
            sample_entry(
                task_id="A", origin=TaskStatus.QUEUED, target=TaskStatus.RUNNING
            ),
        ),
    )
    assert (
        len(
            running_in(
                tasks=(
                    sample_task(task_id="A", status=TaskStatus.RUNNING),
                    sample_task(task_id="A", status=TaskStatus.REVIEWING),
                ),
                name=QueueName.DEV,
            )
        )
        == 1
    )
    assert (
        waiting_in(
            tasks=(
                sample_task(task_id="A", status=TaskStatus.QUEUED),
                sample_task(task_id="A", status=TaskStatus.RUNNING),
            ),
            name=QueueName.DEV,
        )
        == 1
    )


def test_pair_test_passes() -> None:
    """A revision has passed its review when that came to APPROVED in four dimensions.
    The order of the states is shown by the generated tests of TaskLife, the refusals
    by those of the commands.
    """
    assert review_passed(
        task=sample_task(task_id="A", status=TaskStatus.REVIEWING),
        reviews=(sample_review(task_id="A", verdict=Verdict.APPROVED),),
        checks=sample_checks(),
    )
    assert not review_passed(
        task=sample_task(task_id="A", status=TaskStatus.REVIEWING),
        reviews=(sample_review(task_id="A", verdict=Verdict.NEEDS_REVISION),),
        checks=sample_checks(),
    )
    assert not review_passed(
        task=sample_task(task_id="A", status=TaskStatus.REVIEWING),
        reviews=(sample_review(task_id="A", verdict=Verdict.APPROVED),),
        checks=(),
    )
    assert not review_passed(
        task=sample_task(task_id="B", status=TaskStatus.REVIEWING),
        reviews=(sample_review(task_id="A", verdict=Verdict.APPROVED),),
        checks=sample_checks(),
    )
    assert (
        len(
            reviews_of(
                reviews=(sample_review(task_id="A", verdict=Verdict.APPROVED),),
                task=sample_task(task_id="A", status=TaskStatus.CODE_REVIEW),
            )
        )
        == 1
    )
    assert len(checks_of(checks=sample_checks(), review_id="A-R1")) == 4


def test_review_test_passes() -> None:
    """The verdict follows from the findings, in all four dimensions."""
    assert is_covered(checks=sample_checks())
    assert not is_covered(checks=())
    assert not is_covered(
        checks=(sample_check(dimension=Dimension.Q, critical=0, major=0, minor=0),)
    )
    assert verdict_of(checks=sample_checks(), fundamental=False) == Verdict.APPROVED
    assert (
        verdict_of(
            checks=(
                *sample_checks(),
                sample_check(dimension=Dimension.Q, critical=1, major=0, minor=0),
            ),
            fundamental=False,
        )
        == Verdict.NEEDS_REVISION
    )
    assert (
        verdict_of(
            checks=(
                *sample_checks(),
                sample_check(dimension=Dimension.R, critical=0, major=1, minor=0),
            ),
            fundamental=False,
        )
        == Verdict.NEEDS_REVISION
    )
    assert (
        verdict_of(
            checks=(
                *sample_checks(),
                sample_check(dimension=Dimension.C, critical=1, major=1, minor=0),
            ),
            fundamental=False,
        )
        == Verdict.NEEDS_REVISION
    )
    assert (
        verdict_of(
            checks=(
                *sample_checks(),
                sample_check(dimension=Dimension.O_, critical=0, major=2, minor=0),
            ),
            fundamental=False,
        )
        == Verdict.NEEDS_REVISION
    )
    assert verdict_of(checks=sample_checks(), fundamental=True) == Verdict.BLOCKED
    assert (
        responsible(type_=IssueType.TASK_BLOCKED, stage=Stage.FIRST_RESPONSE)
        == RoleMode.HUMAN_OPERATOR
    )


def test_persona_test_passes() -> None:
    """A review keeps the perspective it was made with, and has none when none was asked
    for.
    """
    assert sample_review(task_id="A", verdict=Verdict.APPROVED).persona is None
    assert seen(persona=Persona.SECURITY_EXPERT) == Persona.SECURITY_EXPERT
    assert seen(persona=Persona.PERFORMANCE_EXPERT) == Persona.PERFORMANCE_EXPERT
    assert seen(persona=Persona.ARCHITECTURE_EXPERT) == Persona.ARCHITECTURE_EXPERT
    assert seen(persona=Persona.DOMAIN_EXPERT) == Persona.DOMAIN_EXPERT
    assert seen(persona=Persona.TESTING_EXPERT) == Persona.TESTING_EXPERT


def test_weekly_test_passes() -> None:
    """What the weekly checklist finds in the data."""
    assert (
        found_for(
            lines=weekly_lines(
                tasks=(sample_task(task_id="A", status=TaskStatus.RUNNING),),
                proposals=(),
                deviations=(),
                freezes=(),
                agents=(),
                moment=later(hours=169.0),
            ),
            line="Check for orphaned tasks (running > 7 days)",
        )
        == "A"
    )
    assert (
        found_for(
            lines=weekly_lines(
                tasks=(sample_task(task_id="A", status=TaskStatus.RUNNING),),
                proposals=(),
                deviations=(),
                freezes=(),
                agents=(),
                moment=later(hours=167.0),
            ),
            line="Check for orphaned tasks (running > 7 days)",
        )
        == "none"
    )
    assert (
        found_for(
            lines=weekly_lines(
                tasks=(),
                proposals=(sample_proposal(status=ProposalStatus.PENDING),),
                deviations=(),
                freezes=(),
                agents=(),
                moment=later(hours=2.0),
            ),
            line="Process pending proposals",
        )
        == "1 pending"
    )
    assert (
        found_for(
            lines=weekly_lines(
                tasks=(),
                proposals=(sample_proposal(status=ProposalStatus.ACCEPTED),),
                deviations=(),
                freezes=(),
                agents=(),
                moment=later(hours=2.0),
            ),
            line="Process pending proposals",
        )
        == "0 pending"
    )
    assert (
        found_for(
            lines=weekly_lines(
                tasks=(),
                proposals=(),
                deviations=(sample_deviation(resolved=False),),
                freezes=(),
                agents=(),
                moment=later(hours=2.0),
            ),
            line="Audit deviation declarations",
        )
        == "1 unresolved"
    )
    assert (
        found_for(
            lines=weekly_lines(
                tasks=(),
                proposals=(),
                deviations=(sample_deviation(resolved=True),),
                freezes=(),
                agents=(),
                moment=later(hours=2.0),
            ),
            line="Audit deviation declarations",
        )
        == "0 unresolved"
    )


def test_weekly_inspection_passes() -> None:
    """The weekly checklist asks people for it."""
    assert (
        found_for(
            lines=weekly_lines(
                tasks=(),
                proposals=(),
                deviations=(),
                freezes=(),
                agents=(),
                moment=later(hours=2.0),
            ),
            line="Meet on Friday for an hour: project owner, platform engineer, project leads",
        )
        != ""
    )
    assert (
        found_for(
            lines=weekly_lines(
                tasks=(),
                proposals=(sample_proposal(status=ProposalStatus.ACCEPTED),),
                deviations=(),
                freezes=(),
                agents=(),
                moment=later(hours=2.0),
            ),
            line="Review all new decision-log entries",
        )
        == "1 this week"
    )
    assert (
        found_for(
            lines=weekly_lines(
                tasks=(),
                proposals=(sample_proposal(status=ProposalStatus.ACCEPTED),),
                deviations=(),
                freezes=(),
                agents=(),
                moment=later(hours=200.0),
            ),
            line="Review all new decision-log entries",
        )
        == "0 this week"
    )
    assert (
        found_for(
            lines=weekly_lines(
                tasks=(),
                proposals=(),
                deviations=(),
                freezes=(),
                agents=(),
                moment=later(hours=2.0),
            ),
            line="Process pending proposals",
        )
        != ""
    )
    assert (
        found_for(
            lines=weekly_lines(
                tasks=(),
                proposals=(),
                deviations=(),
                freezes=(),
                agents=(),
                moment=later(hours=2.0),
            ),
            line="Audit deviation declarations",
        )
        != ""
    )
    assert (
        found_for(
            lines=weekly_lines(
                tasks=(),
                proposals=(),
                deviations=(),
                freezes=(),
                agents=(),
                moment=later(hours=2.0),
            ),
            line="Update docs/BLUEPRINT_FREEZE_RECORD.md if needed",
        )
        != ""
    )
    assert (
        found_for(
            lines=weekly_lines(
                tasks=(),
                proposals=(),
                deviations=(),
                freezes=(),
                agents=(),
                moment=later(hours=2.0),
            ),
            line="Review agent registration",
        )
        != ""
    )
    assert (
        found_for(
            lines=weekly_lines(
                tasks=(),
                proposals=(),
                deviations=(),
                freezes=(),
                agents=(),
                moment=later(hours=2.0),
            ),
            line="Validate spec_registry.yaml consistency",
        )
        != ""
    )
    assert (
        found_for(
            lines=weekly_lines(
                tasks=(),
                proposals=(),
                deviations=(),
                freezes=(),
                agents=(),
                moment=later(hours=2.0),
            ),
            line="Update ARCHITECTURE_PACK_INDEX.md if needed",
        )
        != ""
    )
    assert (
        found_for(
            lines=weekly_lines(
                tasks=(),
                proposals=(),
                deviations=(),
                freezes=(),
                agents=(),
                moment=later(hours=2.0),
            ),
            line="Refresh capability map if new features added",
        )
        != ""
    )


def test_queue_types_test_passes() -> None:
    """The queues a system begins with."""
    assert limit_of(name=QueueName.RESEARCH) == 2
    assert limit_of(name=QueueName.DATA) == 1
    assert limit_of(name=QueueName.DEV) == 3
    assert limit_of(name=QueueName.GOVERNANCE) == 1
    assert approving() == (QueueName.GOVERNANCE,)


def test_queue_test_passes() -> None:
    """A queue with three places is at capacity with three locks; a lock of the system
    is none of them.
    """
    assert has_place(queue=sample_queue(locks=("A", "B")), tasks=())
    assert not has_place(queue=sample_queue(locks=("A", "B", "C")), tasks=())
    assert has_place(
        queue=sample_queue(locks=without(words=("A", "B", "C"), word="B")), tasks=()
    )
    assert has_place(queue=sample_queue(locks=("A", system_lock())), tasks=())
    assert not is_locked(queue=sample_queue(locks=("A", "B", "C")))
    assert is_locked(queue=sample_queue(locks=("A", system_lock())))
    assert not running_in(
        tasks=(sample_task(task_id="A", status=TaskStatus.RUNNING),),
        name=QueueName.DATA,
    )
    assert (
        len(
            running_in(
                tasks=(sample_task(task_id="A", status=TaskStatus.RUNNING),),
                name=QueueName.DEV,
            )
        )
        == 1
    )


def test_audit_test_passes() -> None:
    """The audit file of a task has its id, its states with timestamps, who did what,
    and what was produced.
    """
    assert (
        "# A"
        in audit_paper(
            task=sample_task(task_id="A", status=TaskStatus.RUNNING),
            entries=(
                sample_entry(
                    task_id="A", origin=TaskStatus.QUEUED, target=TaskStatus.RUNNING
                ),
            ),
            refusals=(),
        ).content
    )
    assert (
        "queued -> "
        in audit_paper(
            task=sample_task(task_id="A", status=TaskStatus.RUNNING),
            entries=(
                sample_entry(
                    task_id="A", origin=TaskStatus.QUEUED, target=TaskStatus.RUNNING
                ),
            ),
            refusals=(),
        ).content
    )
    assert (
        "2026-02-02T10:00:00"
        in audit_paper(
            task=sample_task(task_id="A", status=TaskStatus.RUNNING),
            entries=(
                sample_entry(
                    task_id="A", origin=TaskStatus.QUEUED, target=TaskStatus.RUNNING
                ),
            ),
            refusals=(),
        ).content
    )
    assert (
        "builder) task_start"
        in audit_paper(
            task=sample_task(task_id="A", status=TaskStatus.RUNNING),
            entries=(
                sample_entry(
                    task_id="A", origin=TaskStatus.QUEUED, target=TaskStatus.RUNNING
                ),
            ),
            refusals=(),
        ).content
    )
    assert (
        "- src/made.py"
        in audit_paper(
            task=sample_task(task_id="A", status=TaskStatus.RUNNING),
            entries=(
                sample_entry(
                    task_id="A", origin=TaskStatus.QUEUED, target=TaskStatus.RUNNING
                ),
            ),
            refusals=(),
        ).content
    )
    assert (
        audit_paper(
            task=sample_task(task_id="A", status=TaskStatus.RUNNING),
            entries=(),
            refusals=(),
        ).name
        == "A"
    )
    assert "task_start" not in trail_of(
        entries=(
            sample_entry(
                task_id="B", origin=TaskStatus.QUEUED, target=TaskStatus.RUNNING
            ),
        ),
        refusals=(),
        task_id="A",
    )


def test_gate_test_passes() -> None:
    """Unresolved deviations, tasks the audit trail does not lead to, and merges nobody
    accepted are violations.
    """
    assert not violations_of(
        tasks=(), entries=(), deviations=(sample_deviation(resolved=True),)
    )
    assert (
        len(
            violations_of(
                tasks=(), entries=(), deviations=(sample_deviation(resolved=False),)
            )
        )
        == 1
    )
    assert (
        len(
            violations_of(
                tasks=(sample_task(task_id="A", status=TaskStatus.MERGED),),
                entries=(),
                deviations=(),
            )
        )
        == 2
    )
    assert governance_clear(deviations=(sample_deviation(resolved=True),), projects=())
    assert not governance_clear(
        deviations=(sample_deviation(resolved=False),), projects=()
    )
    assert task_card_complete(task=sample_task(task_id="A", status=TaskStatus.INBOX))
    assert (
        len(
            gates_of(
                task=sample_task(task_id="A", status=TaskStatus.RUNNING),
                reviews=(),
                checks=(),
                entries=(),
                deviations=(),
                projects=(),
            )
        )
        == 4
    )


def test_escalation_test_passes() -> None:
    """The escalation matrix."""
    assert (
        responsible(type_=IssueType.TASK_BLOCKED, stage=Stage.FIRST_RESPONSE)
        == RoleMode.HUMAN_OPERATOR
    )
    assert (
        responsible(type_=IssueType.TASK_BLOCKED, stage=Stage.ESCALATION)
        == RoleMode.PROJECT_LEAD
    )
    assert (
        responsible(type_=IssueType.TASK_BLOCKED, stage=Stage.FINAL_AUTHORITY)
        == RoleMode.PLATFORM_ENGINEER
    )
    assert (
        responsible(type_=IssueType.SPEC_CONFLICT, stage=Stage.FIRST_RESPONSE)
        == RoleMode.PROJECT_LEAD
    )
    assert (
        responsible(type_=IssueType.SPEC_CONFLICT, stage=Stage.ESCALATION)
        == RoleMode.PLATFORM_ENGINEER
    )
    assert (
        responsible(type_=IssueType.SPEC_CONFLICT, stage=Stage.FINAL_AUTHORITY)
        == RoleMode.PROJECT_OWNER
    )
    assert (
        responsible(type_=IssueType.SECURITY_CONCERN, stage=Stage.FIRST_RESPONSE)
        == RoleMode.PLATFORM_ENGINEER
    )
    assert (
        responsible(type_=IssueType.SECURITY_CONCERN, stage=Stage.ESCALATION)
        == RoleMode.PROJECT_OWNER
    )
    assert (
        responsible(type_=IssueType.SECURITY_CONCERN, stage=Stage.FINAL_AUTHORITY)
        == RoleMode.PROJECT_OWNER
    )
    assert (
        responsible(type_=IssueType.AGENT_MISBEHAVIOR, stage=Stage.FIRST_RESPONSE)
        == RoleMode.HUMAN_OPERATOR
    )
    assert (
        responsible(type_=IssueType.AGENT_MISBEHAVIOR, stage=Stage.ESCALATION)
        == RoleMode.PLATFORM_ENGINEER
    )
    assert (
        responsible(type_=IssueType.AGENT_MISBEHAVIOR, stage=Stage.FINAL_AUTHORITY)
        == RoleMode.PLATFORM_ENGINEER
    )
    assert next_stage(stage=Stage.FIRST_RESPONSE) == Stage.ESCALATION
    assert next_stage(stage=Stage.ESCALATION) == Stage.FINAL_AUTHORITY
    assert "immediate freeze" in final_measure(type_=IssueType.SECURITY_CONCERN)
    assert "terminate the session" in final_measure(type_=IssueType.AGENT_MISBEHAVIOR)
    assert final_measure(type_=IssueType.TASK_BLOCKED) == "decide"


def test_emergency_test_passes() -> None:
    """A lock of the system closes a queue; people are told of a freeze, agents are not;
    a session that was ended is closed.
    """
    assert is_locked(queue=sample_queue(locks=("A", system_lock())))
    assert not is_locked(
        queue=sample_queue(
            locks=without(words=("A", system_lock()), word=system_lock())
        )
    )
    assert not is_frozen(projects=())
    assert operators(
        agents=(
            sample_agent(name="hana", kind=AgentKind.HUMAN),
            sample_agent(name="bob", kind=AgentKind.AI),
        )
    ) == ("hana",)
    assert not is_open(
        session=sample_session(ended=True, succeeded=True), moment=later(hours=1.0)
    )
    assert (
        len(session_lines(sessions=(sample_session(ended=True, succeeded=True),))) == 1
    )
    assert is_person(role=RoleMode.HUMAN_OPERATOR)


def test_lifecycle_test_passes() -> None:
    """A session is open until it is ended or has expired. Registering, beginning and
    ending are shown by the generated tests of the commands.
    """
    assert is_open(
        session=sample_session(ended=False, succeeded=True), moment=later(hours=23.0)
    )
    assert not is_open(
        session=sample_session(ended=False, succeeded=True), moment=later(hours=24.0)
    )
    assert not is_open(
        session=sample_session(ended=True, succeeded=True), moment=later(hours=1.0)
    )
    assert (
        agent_with(
            agents=(
                sample_agent(name="hana", kind=AgentKind.HUMAN),
                sample_agent(name="bob", kind=AgentKind.AI),
            ),
            agent_id="agent-3",
        )
        is not None
    )
    assert (
        agent_with(
            agents=(
                sample_agent(name="hana", kind=AgentKind.HUMAN),
                sample_agent(name="bob", kind=AgentKind.AI),
            ),
            agent_id="agent-4",
        )
        is None
    )
    assert len(standard_queues()) == 4


def test_boundaries_test_passes() -> None:
    """A session ends, roles have an order. That every command looks at scope, role and
    expiry is shown by the generated tests of security.
    """
    assert not is_open(
        session=sample_session(ended=False, succeeded=True), moment=later(hours=25.0)
    )
    assert rank(role=RoleMode.BUILDER) < rank(role=RoleMode.HUMAN_OPERATOR)
    assert (
        len(
            violations_of(
                tasks=(), entries=(), deviations=(sample_deviation(resolved=False),)
            )
        )
        == 1
    )


def test_monthly_inspection_passes() -> None:
    """The checklist of the maintenance asks people for it, and names what the data say."""
    assert (
        found_for(
            lines=monthly_lines(
                tasks=(sample_task(task_id="A", status=TaskStatus.MERGED),),
                agents=(),
                sessions=(),
                violations=(),
                moment=later(hours=769.0),
            ),
            line="Archive old audits (ops/audit to ops/archive)",
        )
        == "A"
    )
    assert (
        found_for(
            lines=monthly_lines(
                tasks=(sample_task(task_id="A", status=TaskStatus.MERGED),),
                agents=(),
                sessions=(),
                violations=(),
                moment=later(hours=767.0),
            ),
            line="Archive old audits (ops/audit to ops/archive)",
        )
        == "none"
    )
    assert (
        found_for(
            lines=monthly_lines(
                tasks=(),
                agents=(sample_agent(name="bob", kind=AgentKind.AI),),
                sessions=(),
                violations=(),
                moment=later(hours=1.0),
            ),
            line="Clean test agents",
        )
        == "without a session: bob"
    )
    assert (
        found_for(
            lines=monthly_lines(
                tasks=(),
                agents=(sample_agent(name="bob", kind=AgentKind.AI),),
                sessions=(sample_session(ended=False, succeeded=True),),
                violations=(),
                moment=later(hours=1.0),
            ),
            line="Clean test agents",
        )
        == "without a session: none"
    )
    assert (
        found_for(
            lines=monthly_lines(
                tasks=(), agents=(), sessions=(), violations=(), moment=later(hours=1.0)
            ),
            line="Update dependencies",
        )
        != ""
    )
    assert (
        found_for(
            lines=monthly_lines(
                tasks=(), agents=(), sessions=(), violations=(), moment=later(hours=1.0)
            ),
            line="Validate all specs (policy check)",
        )
        == "0 violations"
    )
    assert (
        found_for(
            lines=monthly_lines(
                tasks=(), agents=(), sessions=(), violations=(), moment=later(hours=1.0)
            ),
            line="Copy the folder state to backups, with the date",
        )
        != ""
    )
    assert (
        found_for(
            lines=monthly_lines(
                tasks=(), agents=(), sessions=(), violations=(), moment=later(hours=1.0)
            ),
            line="Verify the backup",
        )
        != ""
    )
    assert (
        found_for(
            lines=monthly_lines(
                tasks=(), agents=(), sessions=(), violations=(), moment=later(hours=1.0)
            ),
            line="Restore the folder state from a backup when it is lost",
        )
        != ""
    )


def test_metrics_test_passes() -> None:
    """Metrics of a task that took two days, and of sessions one of which went wrong."""
    assert average_cycle_days(tasks=()) == 0.0
    assert (
        average_cycle_days(
            tasks=(
                sample_task(task_id="A", status=TaskStatus.MERGED),
                sample_task(task_id="A", status=TaskStatus.RUNNING),
            )
        )
        == 2.0
    )
    assert (
        completed_per_week(
            tasks=(
                sample_task(task_id="A", status=TaskStatus.MERGED),
                sample_task(task_id="A", status=TaskStatus.RUNNING),
            ),
            moment=later(hours=72.0),
        )
        == 1
    )
    assert (
        completed_per_week(
            tasks=(sample_task(task_id="A", status=TaskStatus.MERGED),),
            moment=later(hours=400.0),
        )
        == 0
    )
    assert success_rate(sessions=()) == 100.0
    assert (
        success_rate(
            sessions=(
                sample_session(ended=True, succeeded=True),
                sample_session(ended=True, succeeded=False),
                sample_session(ended=False, succeeded=True),
            )
        )
        == 50.0
    )
    assert (
        missed(tasks=(), sessions=(), deviations=(sample_deviation(resolved=True),))
        == "tasks completed per week"
    )
    assert (
        missed(
            tasks=(),
            sessions=(sample_session(ended=True, succeeded=False),),
            deviations=(sample_deviation(resolved=False),),
        )
        == "tasks completed per week; governance violations; agent session success rate in percent"
    )
    assert (
        len(
            violations_of(
                tasks=(), entries=(), deviations=(sample_deviation(resolved=False),)
            )
        )
        == 1
    )


def test_health_test_passes() -> None:
    """Red before yellow before green; 24 and 72 hours; three proposals and four."""
    assert health_of(red=(), yellow=()) == Health.GREEN
    assert health_of(red=(), yellow=("queue at capacity",)) == Health.YELLOW
    assert health_of(red=("queue locked",), yellow=("queue at capacity",)) == Health.RED
    assert not red_reasons(
        queues=(sample_queue(locks=("A",)),),
        tasks=(sample_task(task_id="A", status=TaskStatus.BLOCKED),),
        entries=(
            sample_entry(
                task_id="A", origin=TaskStatus.RUNNING, target=TaskStatus.BLOCKED
            ),
        ),
        moment=later(hours=72.0),
    )
    assert red_reasons(
        queues=(),
        tasks=(sample_task(task_id="A", status=TaskStatus.BLOCKED),),
        entries=(
            sample_entry(
                task_id="A", origin=TaskStatus.RUNNING, target=TaskStatus.BLOCKED
            ),
        ),
        moment=later(hours=72.5),
    ) == ("blocked for more than 72 hours: A",)
    assert bool(
        red_reasons(
            queues=(sample_queue(locks=(system_lock(),)),),
            tasks=(),
            entries=(
                sample_entry(
                    task_id="A", origin=TaskStatus.RUNNING, target=TaskStatus.BLOCKED
                ),
            ),
            moment=later(hours=1.0),
        )
    )
    assert red_reasons(
        queues=(),
        tasks=(sample_task(task_id="A", status=TaskStatus.RUNNING),),
        entries=(
            sample_entry(
                task_id="A", origin=TaskStatus.RUNNING, target=TaskStatus.BLOCKED
            ),
        ),
        moment=later(hours=1.0),
    ) == ("unaudited action: A",)
    assert not yellow_reasons(
        queues=(),
        tasks=(sample_task(task_id="A", status=TaskStatus.BLOCKED),),
        proposals=(
            sample_proposal(status=ProposalStatus.PENDING),
            sample_proposal(status=ProposalStatus.PENDING),
            sample_proposal(status=ProposalStatus.PENDING),
        ),
        deviations=(sample_deviation(resolved=True),),
        moment=later(hours=24.0),
    )
    assert yellow_reasons(
        queues=(),
        tasks=(sample_task(task_id="A", status=TaskStatus.BLOCKED),),
        proposals=(),
        deviations=(),
        moment=later(hours=24.5),
    ) == ("blocked for more than 24 hours: A",)
    assert not yellow_reasons(
        queues=(),
        tasks=(sample_task(task_id="A", status=TaskStatus.BLOCKED),),
        proposals=(),
        deviations=(),
        moment=later(hours=72.5),
    )
    assert bool(
        yellow_reasons(
            queues=(sample_queue(locks=("A", "B", "C")),),
            tasks=(),
            proposals=(),
            deviations=(),
            moment=later(hours=1.0),
        )
    )
    assert not yellow_reasons(
        queues=(sample_queue(locks=("A", "B")),),
        tasks=(),
        proposals=(),
        deviations=(),
        moment=later(hours=1.0),
    )
    assert yellow_reasons(
        queues=(),
        tasks=(),
        proposals=(
            sample_proposal(status=ProposalStatus.PENDING),
            sample_proposal(status=ProposalStatus.PENDING),
            sample_proposal(status=ProposalStatus.PENDING),
            sample_proposal(status=ProposalStatus.PENDING),
        ),
        deviations=(),
        moment=later(hours=1.0),
    ) == ("more than 3 pending proposals",)
    assert yellow_reasons(
        queues=(),
        tasks=(),
        proposals=(),
        deviations=(sample_deviation(resolved=False),),
        moment=later(hours=1.0),
    ) == ("unresolved deviation: D1",)
