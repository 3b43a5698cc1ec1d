# Generated from AIOS_Requirements::authorityLevels (ssot/aios/requirements.sysml) and 27 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Every requirement is registered, what satisfies it is there and fulfils its constraints."""

from __future__ import annotations

from importlib import import_module

import pytest

from .. import requirements

NAMES = [
    ("AIOS-REQ-101", "AIOS_Requirements::authorityLevels"),
    ("AIOS-REQ-102", "AIOS_Requirements::roleModes"),
    ("AIOS-REQ-103", "AIOS_Requirements::humansCreateTasks"),
    ("AIOS-REQ-104", "AIOS_Requirements::startApproved"),
    ("AIOS-REQ-105", "AIOS_Requirements::submittedForReview"),
    ("AIOS-REQ-106", "AIOS_Requirements::mergeByAuthority"),
    ("AIOS-REQ-107", "AIOS_Requirements::fourDimensions"),
    ("AIOS-REQ-108", "AIOS_Requirements::verdicts"),
    ("AIOS-REQ-109", "AIOS_Requirements::personas"),
    ("AIOS-REQ-110", "AIOS_Requirements::fourEyes"),
    ("AIOS-REQ-111", "AIOS_Requirements::statusAnyTime"),
    ("AIOS-REQ-112", "AIOS_Requirements::weeklyReview"),
    ("AIOS-REQ-113", "AIOS_Requirements::queueLimits"),
    ("AIOS-REQ-114", "AIOS_Requirements::lockOnStart"),
    ("AIOS-REQ-115", "AIOS_Requirements::queueReleased"),
    ("AIOS-REQ-116", "AIOS_Requirements::auditPerTask"),
    ("AIOS-REQ-117", "AIOS_Requirements::gates"),
    ("AIOS-REQ-118", "AIOS_Requirements::governanceViolations"),
    ("AIOS-REQ-119", "AIOS_Requirements::escalationMatrix"),
    ("AIOS-REQ-120", "AIOS_Requirements::sessionTerminated"),
    ("AIOS-REQ-121", "AIOS_Requirements::emergencyStop"),
    ("AIOS-REQ-122", "AIOS_Requirements::freeze"),
    ("AIOS-REQ-123", "AIOS_Requirements::agentLifecycle"),
    ("AIOS-REQ-124", "AIOS_Requirements::agentMonitoring"),
    ("AIOS-REQ-125", "AIOS_Requirements::boundaries"),
    ("AIOS-REQ-126", "AIOS_Requirements::initialized"),
    ("AIOS-REQ-127", "AIOS_Requirements::keyMetrics"),
    ("AIOS-REQ-128", "AIOS_Requirements::healthIndicators"),
]
TRACES = [
    (
        "AIOS_Requirements::authorityLevels",
        "ssot/aios/requirements.sysml",
        ("AIOS_Requirements::Kernel::sessionCreate",),
        ("AIOS_Verification::AuthorityTest",),
    ),
    (
        "AIOS_Requirements::roleModes",
        "ssot/aios/requirements.sysml",
        ("AIOS_Requirements::Kernel::taskCreate",),
        ("AIOS_Verification::RoleModeTest",),
    ),
    (
        "AIOS_Requirements::humansCreateTasks",
        "ssot/aios/requirements.sysml",
        ("AIOS_Requirements::Kernel::taskCreate",),
        ("AIOS_Verification::DayTest",),
    ),
    (
        "AIOS_Requirements::startApproved",
        "ssot/aios/requirements.sysml",
        ("AIOS_Requirements::Kernel::taskApprove",),
        ("AIOS_Verification::DayTest",),
    ),
    (
        "AIOS_Requirements::submittedForReview",
        "ssot/aios/requirements.sysml",
        ("AIOS_Requirements::Kernel::reviewSubmit",),
        ("AIOS_Verification::DayTest",),
    ),
    (
        "AIOS_Requirements::mergeByAuthority",
        "ssot/aios/requirements.sysml",
        ("AIOS_Requirements::Kernel::taskMerge",),
        ("AIOS_Verification::DayTest",),
    ),
    (
        "AIOS_Requirements::fourDimensions",
        "ssot/aios/requirements.sysml",
        ("AIOS_Requirements::Kernel::reviewReport",),
        ("AIOS_Verification::ReviewTest",),
    ),
    (
        "AIOS_Requirements::verdicts",
        "ssot/aios/requirements.sysml",
        ("AIOS_Requirements::Kernel::reviewReport",),
        ("AIOS_Verification::ReviewTest",),
    ),
    (
        "AIOS_Requirements::personas",
        "ssot/aios/requirements.sysml",
        ("AIOS_Requirements::Kernel::reviewCreateSession",),
        ("AIOS_Verification::ReviewTest",),
    ),
    (
        "AIOS_Requirements::fourEyes",
        "ssot/aios/requirements.sysml",
        ("AIOS_Requirements::Kernel::reviewCreateSession",),
        ("AIOS_Verification::DayTest",),
    ),
    (
        "AIOS_Requirements::statusAnyTime",
        "ssot/aios/requirements.sysml",
        ("AIOS_Requirements::Kernel::taskShow",),
        ("AIOS_Verification::DayTest",),
    ),
    (
        "AIOS_Requirements::weeklyReview",
        "ssot/aios/requirements.sysml",
        ("AIOS_Requirements::Kernel::weeklyChecklist",),
        ("AIOS_Verification::HealthTest",),
    ),
    (
        "AIOS_Requirements::queueLimits",
        "ssot/aios/requirements.sysml",
        ("AIOS_Requirements::Kernel::taskStart",),
        ("AIOS_Verification::QueueTest",),
    ),
    (
        "AIOS_Requirements::lockOnStart",
        "ssot/aios/requirements.sysml",
        ("AIOS_Requirements::Kernel::taskFinish",),
        ("AIOS_Verification::QueueTest",),
    ),
    (
        "AIOS_Requirements::queueReleased",
        "ssot/aios/requirements.sysml",
        ("AIOS_Requirements::Kernel::queueRelease",),
        ("AIOS_Verification::QueueTest",),
    ),
    (
        "AIOS_Requirements::auditPerTask",
        "ssot/aios/requirements.sysml",
        ("AIOS_Requirements::Kernel::taskFinish",),
        ("AIOS_Verification::DayTest",),
    ),
    (
        "AIOS_Requirements::gates",
        "ssot/aios/requirements.sysml",
        ("AIOS_Requirements::Kernel::gateCheck",),
        ("AIOS_Verification::GateTest",),
    ),
    (
        "AIOS_Requirements::governanceViolations",
        "ssot/aios/requirements.sysml",
        ("AIOS_Requirements::Kernel::governanceCheck",),
        ("AIOS_Verification::GateTest",),
    ),
    (
        "AIOS_Requirements::escalationMatrix",
        "ssot/aios/requirements.sysml",
        ("AIOS_Requirements::Kernel::issueRaise",),
        ("AIOS_Verification::EscalationTest",),
    ),
    (
        "AIOS_Requirements::sessionTerminated",
        "ssot/aios/requirements.sysml",
        ("AIOS_Requirements::Kernel::sessionTerminate",),
        ("AIOS_Verification::DayTest",),
    ),
    (
        "AIOS_Requirements::emergencyStop",
        "ssot/aios/requirements.sysml",
        ("AIOS_Requirements::Kernel::taskStop",),
        ("AIOS_Verification::DayTest",),
    ),
    (
        "AIOS_Requirements::freeze",
        "ssot/aios/requirements.sysml",
        ("AIOS_Requirements::Kernel::freezeSystem",),
        ("AIOS_Verification::FreezeTest",),
    ),
    (
        "AIOS_Requirements::agentLifecycle",
        "ssot/aios/requirements.sysml",
        ("AIOS_Requirements::Kernel::agentRegister",),
        ("AIOS_Verification::DayTest",),
    ),
    (
        "AIOS_Requirements::agentMonitoring",
        "ssot/aios/requirements.sysml",
        ("AIOS_Requirements::Kernel::agentList",),
        ("AIOS_Verification::DayTest",),
    ),
    (
        "AIOS_Requirements::boundaries",
        "ssot/aios/requirements.sysml",
        ("AIOS_Requirements::Kernel::sessionCreate",),
        ("AIOS_Verification::DayTest",),
    ),
    (
        "AIOS_Requirements::initialized",
        "ssot/aios/requirements.sysml",
        ("AIOS_Requirements::Kernel::init",),
        ("AIOS_Verification::DayTest",),
    ),
    (
        "AIOS_Requirements::keyMetrics",
        "ssot/aios/requirements.sysml",
        ("AIOS_Requirements::Kernel::metrics",),
        ("AIOS_Verification::MetricsTest",),
    ),
    (
        "AIOS_Requirements::healthIndicators",
        "ssot/aios/requirements.sysml",
        ("AIOS_Requirements::Kernel::health",),
        ("AIOS_Verification::HealthTest",),
    ),
]
IMPLEMENTED = [
    ("AIOS_Requirements::authorityLevels", "workflows.session_create:session_create"),
    ("AIOS_Requirements::roleModes", "workflows.task_create:task_create"),
    ("AIOS_Requirements::humansCreateTasks", "workflows.task_create:task_create"),
    ("AIOS_Requirements::startApproved", "workflows.task_approve:task_approve"),
    ("AIOS_Requirements::submittedForReview", "workflows.review_submit:review_submit"),
    ("AIOS_Requirements::mergeByAuthority", "workflows.task_merge:task_merge"),
    ("AIOS_Requirements::fourDimensions", "workflows.review_report:review_report"),
    ("AIOS_Requirements::verdicts", "workflows.review_report:review_report"),
    (
        "AIOS_Requirements::personas",
        "workflows.review_create_session:review_create_session",
    ),
    (
        "AIOS_Requirements::fourEyes",
        "workflows.review_create_session:review_create_session",
    ),
    ("AIOS_Requirements::statusAnyTime", "workflows.task_show:task_show"),
    ("AIOS_Requirements::weeklyReview", "workflows.weekly_checklist:weekly_checklist"),
    ("AIOS_Requirements::queueLimits", "workflows.task_start:task_start"),
    ("AIOS_Requirements::lockOnStart", "workflows.task_finish:task_finish"),
    ("AIOS_Requirements::queueReleased", "workflows.queue_release:queue_release"),
    ("AIOS_Requirements::auditPerTask", "workflows.task_finish:task_finish"),
    ("AIOS_Requirements::gates", "workflows.gate_check:gate_check"),
    (
        "AIOS_Requirements::governanceViolations",
        "workflows.governance_check:governance_check",
    ),
    ("AIOS_Requirements::escalationMatrix", "workflows.issue_raise:issue_raise"),
    (
        "AIOS_Requirements::sessionTerminated",
        "workflows.session_terminate:session_terminate",
    ),
    ("AIOS_Requirements::emergencyStop", "workflows.task_stop:task_stop"),
    ("AIOS_Requirements::freeze", "workflows.freeze:freeze"),
    ("AIOS_Requirements::agentLifecycle", "workflows.agent_register:agent_register"),
    ("AIOS_Requirements::agentMonitoring", "workflows.agent_list:agent_list"),
    ("AIOS_Requirements::boundaries", "workflows.session_create:session_create"),
    ("AIOS_Requirements::initialized", "workflows.init:init"),
    ("AIOS_Requirements::keyMetrics", "workflows.metrics:metrics"),
    ("AIOS_Requirements::healthIndicators", "workflows.health_check:health_check"),
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
