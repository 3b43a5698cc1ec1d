# Generated from AIOS_Domain (ssot/aios/domain.sysml) and 14 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The words of the operating model."""

from __future__ import annotations

from enum import StrEnum


class TaskStatus(StrEnum):
    """Where a TaskCard stands."""

    INBOX = "inbox"
    QUEUED = "queued"
    RUNNING = "running"
    CODE_REVIEW = "code_review"
    REVIEWING = "reviewing"
    BLOCKED = "blocked"
    MERGED = "merged"


class QueueName(StrEnum):
    """The queues: exploratory work, data engineering, development, changes of specs."""

    RESEARCH = "research"
    DATA = "data"
    DEV = "dev"
    GOVERNANCE = "governance"


class Priority(StrEnum):
    """How urgent a task is."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


class Dimension(StrEnum):
    """The four dimensions every review covers."""

    Q = "Q"
    """Quality: bugs, type safety, error handling, security."""

    R = "R"
    """Requirements: compliance with the spec, completeness of features."""

    C = "C"
    """Completeness: all requirements addressed, tests included."""

    O_ = "O"
    """Optimization: elegance, efficiency, maintainability."""


class Verdict(StrEnum):
    """What a review comes to."""

    APPROVED = "APPROVED"
    """All checks passed: the task goes on to the person."""

    NEEDS_REVISION = "NEEDS_REVISION"
    """Critical or major issues: revise and submit again."""

    BLOCKED = "BLOCKED"
    """A fundamental problem: a person has to decide."""


class Persona(StrEnum):
    """The perspective of a reviewer."""

    SECURITY_EXPERT = "security_expert"
    """OWASP, injection, authorization, data protection."""

    PERFORMANCE_EXPERT = "performance_expert"
    """Algorithms, caching, input and output."""

    ARCHITECTURE_EXPERT = "architecture_expert"
    """SOLID, design patterns, coupling."""

    DOMAIN_EXPERT = "domain_expert"
    """Business logic, alignment with requirements."""

    TESTING_EXPERT = "testing_expert"
    """Coverage, edge cases."""


class AgentKind(StrEnum):
    """What is registered."""

    AI = "ai"
    HUMAN = "human"


class SessionState(StrEnum):
    """Where a session stands."""

    ACTIVE = "active"
    TERMINATED = "terminated"


class ProposalStatus(StrEnum):
    """Where a request to change a spec stands."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Gate(StrEnum):
    """What is checked before a task goes on."""

    TASK_CARD = "task_card"
    """The TaskCard is complete."""

    REVIEW = "review"
    """The last review approved the last revision, in all four dimensions."""

    AUDIT = "audit"
    """Every change of state was audited."""

    GOVERNANCE = "governance"
    """No deviation is unresolved, the system is not frozen."""

    ALL = "all"


class IssueType(StrEnum):
    """What is escalated."""

    TASK_BLOCKED = "task_blocked"
    SPEC_CONFLICT = "spec_conflict"
    SECURITY_CONCERN = "security_concern"
    AGENT_MISBEHAVIOR = "agent_misbehavior"


class Stage(StrEnum):
    """How far an issue was escalated."""

    FIRST_RESPONSE = "first_response"
    ESCALATION = "escalation"
    FINAL_AUTHORITY = "final_authority"
    RESOLVED = "resolved"


class Health(StrEnum):
    """How the system is."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


class Outcome(StrEnum):
    """What an audited action came to."""

    DONE = "done"
    REFUSED = "refused"
