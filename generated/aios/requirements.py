# Generated from AIOS_Requirements::authorityLevels (ssot/aios/requirements.sysml) and 27 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The requirements of AI Workflow OS: what they say, what satisfies and what verifies
them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Requirement:
    """A requirement of the model.

    `satisfied_by` and `verified_by` are names of model elements; `implemented_by` are the
    objects of this package made from them, as `module:name`; `source` is the model file.
    """

    id: str
    name: str
    text: str
    source: str
    satisfied_by: tuple[str, ...] = ()
    verified_by: tuple[str, ...] = ()
    implemented_by: tuple[str, ...] = ()


REQUIREMENTS = (
    Requirement(
        id="AIOS-REQ-101",
        name="AIOS_Requirements::authorityLevels",
        text="Project owner L0, platform engineer L1, project lead L2; what agents do is speculative (1.1).",
        source="ssot/aios/requirements.sysml",
        satisfied_by=("AIOS_Requirements::Kernel::sessionCreate",),
        verified_by=("AIOS_Verification::AuthorityTest",),
        implemented_by=("workflows.session_create:session_create",),
    ),
    Requirement(
        id="AIOS-REQ-102",
        name="AIOS_Requirements::roleModes",
        text="Architect, planner, executor and builder can do what their row of the matrix says, and nothing of the column beside it (1.2).",
        source="ssot/aios/requirements.sysml",
        satisfied_by=("AIOS_Requirements::Kernel::taskCreate",),
        verified_by=("AIOS_Verification::RoleModeTest",),
        implemented_by=("workflows.task_create:task_create",),
    ),
    Requirement(
        id="AIOS-REQ-103",
        name="AIOS_Requirements::humansCreateTasks",
        text="People create TaskCards, agents that plan do; they arrive in the inbox (2.2).",
        source="ssot/aios/requirements.sysml",
        satisfied_by=("AIOS_Requirements::Kernel::taskCreate",),
        verified_by=("AIOS_Verification::DayTest",),
        implemented_by=("workflows.task_create:task_create",),
    ),
    Requirement(
        id="AIOS-REQ-104",
        name="AIOS_Requirements::startApproved",
        text="A person approves that a task of the governance queue begins (2.2, 4.2).",
        source="ssot/aios/requirements.sysml",
        satisfied_by=("AIOS_Requirements::Kernel::taskApprove",),
        verified_by=("AIOS_Verification::DayTest",),
        implemented_by=("workflows.task_approve:task_approve",),
    ),
    Requirement(
        id="AIOS-REQ-105",
        name="AIOS_Requirements::submittedForReview",
        text="What an agent produced is submitted for review (2.2, 2.3).",
        source="ssot/aios/requirements.sysml",
        satisfied_by=("AIOS_Requirements::Kernel::reviewSubmit",),
        verified_by=("AIOS_Verification::DayTest",),
        implemented_by=("workflows.review_submit:review_submit",),
    ),
    Requirement(
        id="AIOS-REQ-106",
        name="AIOS_Requirements::mergeByAuthority",
        text="A task is merged by somebody with authority, after a person has accepted it (2.2, 2.3).",
        source="ssot/aios/requirements.sysml",
        satisfied_by=("AIOS_Requirements::Kernel::taskMerge",),
        verified_by=("AIOS_Verification::DayTest",),
        implemented_by=("workflows.task_merge:task_merge",),
    ),
    Requirement(
        id="AIOS-REQ-107",
        name="AIOS_Requirements::fourDimensions",
        text="A review covers quality, requirements, completeness and optimization (2.4).",
        source="ssot/aios/requirements.sysml",
        satisfied_by=("AIOS_Requirements::Kernel::reviewReport",),
        verified_by=("AIOS_Verification::ReviewTest",),
        implemented_by=("workflows.review_report:review_report",),
    ),
    Requirement(
        id="AIOS-REQ-108",
        name="AIOS_Requirements::verdicts",
        text="APPROVED goes on, NEEDS_REVISION is revised and submitted again, BLOCKED is escalated to a person (2.5).",
        source="ssot/aios/requirements.sysml",
        satisfied_by=("AIOS_Requirements::Kernel::reviewReport",),
        verified_by=("AIOS_Verification::ReviewTest",),
        implemented_by=("workflows.review_report:review_report",),
    ),
    Requirement(
        id="AIOS-REQ-109",
        name="AIOS_Requirements::personas",
        text="A reviewer may take one of five perspectives (2.6).",
        source="ssot/aios/requirements.sysml",
        satisfied_by=("AIOS_Requirements::Kernel::reviewCreateSession",),
        verified_by=("AIOS_Verification::ReviewTest",),
        implemented_by=("workflows.review_create_session:review_create_session",),
    ),
    Requirement(
        id="AIOS-REQ-110",
        name="AIOS_Requirements::fourEyes",
        text="The reviewer is not who built it (2.3).",
        source="ssot/aios/requirements.sysml",
        satisfied_by=("AIOS_Requirements::Kernel::reviewCreateSession",),
        verified_by=("AIOS_Verification::DayTest",),
        implemented_by=("workflows.review_create_session:review_create_session",),
    ),
    Requirement(
        id="AIOS-REQ-111",
        name="AIOS_Requirements::statusAnyTime",
        text="The progress of a task can be looked at (2.7).",
        source="ssot/aios/requirements.sysml",
        satisfied_by=("AIOS_Requirements::Kernel::taskShow",),
        verified_by=("AIOS_Verification::DayTest",),
        implemented_by=("workflows.task_show:task_show",),
    ),
    Requirement(
        id="AIOS-REQ-112",
        name="AIOS_Requirements::weeklyReview",
        text="The checklist of the weekly review is filled in from the data (3.1, 3.2).",
        source="ssot/aios/requirements.sysml",
        satisfied_by=("AIOS_Requirements::Kernel::weeklyChecklist",),
        verified_by=("AIOS_Verification::HealthTest",),
        implemented_by=("workflows.weekly_checklist:weekly_checklist",),
    ),
    Requirement(
        id="AIOS-REQ-113",
        name="AIOS_Requirements::queueLimits",
        text="Research runs 2 tasks at the same time, data 1, dev 3, governance 1 (4.1).",
        source="ssot/aios/requirements.sysml",
        satisfied_by=("AIOS_Requirements::Kernel::taskStart",),
        verified_by=("AIOS_Verification::QueueTest",),
        implemented_by=("workflows.task_start:task_start",),
    ),
    Requirement(
        id="AIOS-REQ-114",
        name="AIOS_Requirements::lockOnStart",
        text="A task that starts takes a lock of its queue, a task that finishes gives it back (4.2).",
        source="ssot/aios/requirements.sysml",
        satisfied_by=("AIOS_Requirements::Kernel::taskFinish",),
        verified_by=("AIOS_Verification::QueueTest",),
        implemented_by=("workflows.task_finish:task_finish",),
    ),
    Requirement(
        id="AIOS-REQ-115",
        name="AIOS_Requirements::queueReleased",
        text="A stuck queue is released in an emergency (4.3).",
        source="ssot/aios/requirements.sysml",
        satisfied_by=("AIOS_Requirements::Kernel::queueRelease",),
        verified_by=("AIOS_Verification::QueueTest",),
        implemented_by=("workflows.queue_release:queue_release",),
    ),
    Requirement(
        id="AIOS-REQ-116",
        name="AIOS_Requirements::auditPerTask",
        text="Each task has an audit file with its states, timestamps, actions and artifacts (5.1).",
        source="ssot/aios/requirements.sysml",
        satisfied_by=("AIOS_Requirements::Kernel::taskFinish",),
        verified_by=("AIOS_Verification::DayTest",),
        implemented_by=("workflows.task_finish:task_finish",),
    ),
    Requirement(
        id="AIOS-REQ-117",
        name="AIOS_Requirements::gates",
        text="Gates check the TaskCard, the review, the audit trail and governance (5.2, 5.3).",
        source="ssot/aios/requirements.sysml",
        satisfied_by=("AIOS_Requirements::Kernel::gateCheck",),
        verified_by=("AIOS_Verification::GateTest",),
        implemented_by=("workflows.gate_check:gate_check",),
    ),
    Requirement(
        id="AIOS-REQ-118",
        name="AIOS_Requirements::governanceViolations",
        text="Violations of governance are found (5.3).",
        source="ssot/aios/requirements.sysml",
        satisfied_by=("AIOS_Requirements::Kernel::governanceCheck",),
        verified_by=("AIOS_Verification::GateTest",),
        implemented_by=("workflows.governance_check:governance_check",),
    ),
    Requirement(
        id="AIOS-REQ-119",
        name="AIOS_Requirements::escalationMatrix",
        text="Each type of issue has a first response, an escalation and a final authority (6.1).",
        source="ssot/aios/requirements.sysml",
        satisfied_by=("AIOS_Requirements::Kernel::issueRaise",),
        verified_by=("AIOS_Verification::EscalationTest",),
        implemented_by=("workflows.issue_raise:issue_raise",),
    ),
    Requirement(
        id="AIOS-REQ-120",
        name="AIOS_Requirements::sessionTerminated",
        text="A session is ended at once in an emergency (6.2).",
        source="ssot/aios/requirements.sysml",
        satisfied_by=("AIOS_Requirements::Kernel::sessionTerminate",),
        verified_by=("AIOS_Verification::DayTest",),
        implemented_by=("workflows.session_terminate:session_terminate",),
    ),
    Requirement(
        id="AIOS-REQ-121",
        name="AIOS_Requirements::emergencyStop",
        text="A running task is stopped in an emergency: it is blocked, and so are those who ran it (6.2).",
        source="ssot/aios/requirements.sysml",
        satisfied_by=("AIOS_Requirements::Kernel::taskStop",),
        verified_by=("AIOS_Verification::DayTest",),
        implemented_by=("workflows.task_stop:task_stop",),
    ),
    Requirement(
        id="AIOS-REQ-122",
        name="AIOS_Requirements::freeze",
        text="Only L0 freezes and unfreezes; all queues are locked and a record is kept (1.1, 6.2).",
        source="ssot/aios/requirements.sysml",
        satisfied_by=("AIOS_Requirements::Kernel::freezeSystem",),
        verified_by=("AIOS_Verification::FreezeTest",),
        implemented_by=("workflows.freeze:freeze",),
    ),
    Requirement(
        id="AIOS-REQ-123",
        name="AIOS_Requirements::agentLifecycle",
        text="Agents are registered and get sessions with a role mode and a scope; the sessions end (7.1).",
        source="ssot/aios/requirements.sysml",
        satisfied_by=("AIOS_Requirements::Kernel::agentRegister",),
        verified_by=("AIOS_Verification::DayTest",),
        implemented_by=("workflows.agent_register:agent_register",),
    ),
    Requirement(
        id="AIOS-REQ-124",
        name="AIOS_Requirements::agentMonitoring",
        text="Agents and sessions can be listed (7.2).",
        source="ssot/aios/requirements.sysml",
        satisfied_by=("AIOS_Requirements::Kernel::agentList",),
        verified_by=("AIOS_Verification::DayTest",),
        implemented_by=("workflows.agent_list:agent_list",),
    ),
    Requirement(
        id="AIOS-REQ-125",
        name="AIOS_Requirements::boundaries",
        text="Scope, role and expiry of a session bound what an agent may do (7.3).",
        source="ssot/aios/requirements.sysml",
        satisfied_by=("AIOS_Requirements::Kernel::sessionCreate",),
        verified_by=("AIOS_Verification::DayTest",),
        implemented_by=("workflows.session_create:session_create",),
    ),
    Requirement(
        id="AIOS-REQ-126",
        name="AIOS_Requirements::initialized",
        text="The system is set up once (8.3).",
        source="ssot/aios/requirements.sysml",
        satisfied_by=("AIOS_Requirements::Kernel::init",),
        verified_by=("AIOS_Verification::DayTest",),
        implemented_by=("workflows.init:init",),
    ),
    Requirement(
        id="AIOS-REQ-127",
        name="AIOS_Requirements::keyMetrics",
        text="Tasks per week, cycle time, violations and success rate are computed beside their targets (9.1).",
        source="ssot/aios/requirements.sysml",
        satisfied_by=("AIOS_Requirements::Kernel::metrics",),
        verified_by=("AIOS_Verification::MetricsTest",),
        implemented_by=("workflows.metrics:metrics",),
    ),
    Requirement(
        id="AIOS-REQ-128",
        name="AIOS_Requirements::healthIndicators",
        text="Health is green, yellow or red as the indicators say (9.2).",
        source="ssot/aios/requirements.sysml",
        satisfied_by=("AIOS_Requirements::Kernel::health",),
        verified_by=("AIOS_Verification::HealthTest",),
        implemented_by=("workflows.health_check:health_check",),
    ),
)


def find(name: str) -> Requirement:
    """The requirement with an id or name; KeyError if there is none."""
    for requirement in REQUIREMENTS:
        if name in (requirement.id, requirement.name):
            return requirement
    raise KeyError(name)
