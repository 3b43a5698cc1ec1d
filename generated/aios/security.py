# Generated from AIOS_Persistence::Session (ssot/aios/persistence.sysml) and 47 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Who may do what. Every surface asks `admit` before it runs a workflow.

A session is known by the digest of its token; the token itself is neither kept nor logged.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .types.aios_authority import Permission, RoleMode
from .types.aios_persistence import AccessRefusal, Session
from .workflows.running import Refused

__all__ = [
    "GRANTS",
    "RULES",
    "Refused",
    "Rule",
    "admit",
    "check",
    "digest",
    "session_of",
]


@dataclass(frozen=True, slots=True)
class Rule:
    """What a workflow requires of a session.

    `permission` is one its role has to have, `scope` an input that has to be in its scope, `caller` the input that is
    given the session.
    """

    permission: Permission | None = None
    scope: str | None = None
    caller: str | None = None


GRANTS: Mapping[RoleMode, frozenset[Permission]] = {
    RoleMode.ARCHITECT: frozenset(
        {
            Permission.READ_STATE,
            Permission.DEFINE_SPECS,
            Permission.REVIEW_CODE,
            Permission.ESCALATE,
        }
    ),
    RoleMode.PLANNER: frozenset(
        {
            Permission.READ_STATE,
            Permission.CREATE_TASKS,
            Permission.TRIAGE_TASKS,
            Permission.ESCALATE,
        }
    ),
    RoleMode.EXECUTOR: frozenset(
        {
            Permission.READ_STATE,
            Permission.RUN_TASKS,
            Permission.PRODUCE_ARTIFACTS,
            Permission.SUBMIT_REVIEW,
            Permission.ESCALATE,
        }
    ),
    RoleMode.BUILDER: frozenset(
        {
            Permission.READ_STATE,
            Permission.RUN_TASKS,
            Permission.PRODUCE_ARTIFACTS,
            Permission.SUBMIT_REVIEW,
            Permission.REVIEW_CODE,
            Permission.ESCALATE,
        }
    ),
    RoleMode.HUMAN_OPERATOR: frozenset(
        {
            Permission.READ_STATE,
            Permission.CREATE_TASKS,
            Permission.TRIAGE_TASKS,
            Permission.APPROVE_START,
            Permission.RUN_TASKS,
            Permission.PRODUCE_ARTIFACTS,
            Permission.SUBMIT_REVIEW,
            Permission.REVIEW_CODE,
            Permission.FINAL_REVIEW,
            Permission.RESOLVE_TASKS,
            Permission.EMERGENCY_STOP,
            Permission.MANAGE_SESSIONS,
            Permission.ESCALATE,
        }
    ),
    RoleMode.PROJECT_LEAD: frozenset(
        {
            Permission.READ_STATE,
            Permission.CREATE_TASKS,
            Permission.TRIAGE_TASKS,
            Permission.APPROVE_START,
            Permission.RUN_TASKS,
            Permission.PRODUCE_ARTIFACTS,
            Permission.SUBMIT_REVIEW,
            Permission.REVIEW_CODE,
            Permission.FINAL_REVIEW,
            Permission.MERGE_TASKS,
            Permission.RESOLVE_TASKS,
            Permission.EMERGENCY_STOP,
            Permission.DEFINE_SPECS,
            Permission.DECLARE_DEVIATIONS,
            Permission.MANAGE_SESSIONS,
            Permission.ESCALATE,
        }
    ),
    RoleMode.PLATFORM_ENGINEER: frozenset(
        {
            Permission.READ_STATE,
            Permission.CREATE_TASKS,
            Permission.TRIAGE_TASKS,
            Permission.APPROVE_START,
            Permission.RUN_TASKS,
            Permission.PRODUCE_ARTIFACTS,
            Permission.SUBMIT_REVIEW,
            Permission.REVIEW_CODE,
            Permission.FINAL_REVIEW,
            Permission.MERGE_TASKS,
            Permission.RESOLVE_TASKS,
            Permission.EMERGENCY_STOP,
            Permission.DEFINE_SPECS,
            Permission.DECLARE_DEVIATIONS,
            Permission.APPROVE_GOVERNANCE,
            Permission.MANAGE_SESSIONS,
            Permission.RELEASE_QUEUES,
            Permission.ESCALATE,
        }
    ),
    RoleMode.PROJECT_OWNER: frozenset(
        {
            Permission.READ_STATE,
            Permission.CREATE_TASKS,
            Permission.TRIAGE_TASKS,
            Permission.APPROVE_START,
            Permission.RUN_TASKS,
            Permission.PRODUCE_ARTIFACTS,
            Permission.SUBMIT_REVIEW,
            Permission.REVIEW_CODE,
            Permission.FINAL_REVIEW,
            Permission.MERGE_TASKS,
            Permission.RESOLVE_TASKS,
            Permission.EMERGENCY_STOP,
            Permission.DEFINE_SPECS,
            Permission.DECLARE_DEVIATIONS,
            Permission.APPROVE_GOVERNANCE,
            Permission.MANAGE_SESSIONS,
            Permission.RELEASE_QUEUES,
            Permission.FREEZE_SYSTEM,
            Permission.ESCALATE,
        }
    ),
}
"""What each role may do."""

RULES: Mapping[str, Rule] = {
    "agent_register": Rule(
        permission=Permission.MANAGE_SESSIONS,
        caller="session",
    ),
    "agent_list": Rule(
        permission=Permission.READ_STATE,
    ),
    "session_create": Rule(
        permission=Permission.MANAGE_SESSIONS,
        caller="session",
    ),
    "session_terminate": Rule(
        caller="session",
    ),
    "session_list": Rule(
        permission=Permission.READ_STATE,
    ),
    "freeze": Rule(
        permission=Permission.FREEZE_SYSTEM,
        caller="session",
    ),
    "unfreeze": Rule(
        permission=Permission.FREEZE_SYSTEM,
        caller="session",
    ),
    "task_stop": Rule(
        permission=Permission.EMERGENCY_STOP,
        scope="task_id",
        caller="session",
    ),
    "issue_raise": Rule(
        permission=Permission.ESCALATE,
        caller="session",
    ),
    "issue_advance": Rule(
        permission=Permission.RESOLVE_TASKS,
        caller="session",
    ),
    "issue_list": Rule(
        permission=Permission.READ_STATE,
    ),
    "proposal_create": Rule(
        permission=Permission.DEFINE_SPECS,
        caller="session",
    ),
    "proposal_decide": Rule(
        permission=Permission.APPROVE_GOVERNANCE,
        caller="session",
    ),
    "proposal_list": Rule(
        permission=Permission.READ_STATE,
    ),
    "deviation_declare": Rule(
        permission=Permission.DECLARE_DEVIATIONS,
        caller="session",
    ),
    "deviation_resolve": Rule(
        permission=Permission.APPROVE_GOVERNANCE,
        caller="session",
    ),
    "gate_check": Rule(
        permission=Permission.READ_STATE,
        scope="task_id",
        caller="session",
    ),
    "governance_check": Rule(
        permission=Permission.READ_STATE,
    ),
    "policy_check": Rule(
        permission=Permission.READ_STATE,
    ),
    "metrics": Rule(
        permission=Permission.READ_STATE,
    ),
    "health_check": Rule(
        permission=Permission.READ_STATE,
    ),
    "queue_overview": Rule(
        permission=Permission.READ_STATE,
    ),
    "queue_release": Rule(
        permission=Permission.RELEASE_QUEUES,
        caller="session",
    ),
    "audit_list": Rule(
        permission=Permission.READ_STATE,
    ),
    "daily_checklist": Rule(
        permission=Permission.READ_STATE,
    ),
    "weekly_checklist": Rule(
        permission=Permission.READ_STATE,
    ),
    "monthly_checklist": Rule(
        permission=Permission.READ_STATE,
    ),
    "review_submit": Rule(
        permission=Permission.SUBMIT_REVIEW,
        scope="task_id",
        caller="session",
    ),
    "review_create_session": Rule(
        permission=Permission.REVIEW_CODE,
        scope="task_id",
        caller="session",
    ),
    "check_dimension": Rule(
        permission=Permission.REVIEW_CODE,
        scope="task_id",
        caller="session",
    ),
    "review_report": Rule(
        permission=Permission.REVIEW_CODE,
        scope="task_id",
        caller="session",
    ),
    "review_approve": Rule(
        permission=Permission.REVIEW_CODE,
        scope="task_id",
        caller="session",
    ),
    "review_list": Rule(
        permission=Permission.READ_STATE,
        scope="task_id",
    ),
    "task_create": Rule(
        permission=Permission.CREATE_TASKS,
        caller="session",
    ),
    "task_triage": Rule(
        permission=Permission.TRIAGE_TASKS,
        scope="task_id",
        caller="session",
    ),
    "task_approve": Rule(
        permission=Permission.APPROVE_START,
        scope="task_id",
        caller="session",
    ),
    "task_start": Rule(
        permission=Permission.RUN_TASKS,
        scope="task_id",
        caller="session",
    ),
    "task_artifact": Rule(
        permission=Permission.PRODUCE_ARTIFACTS,
        scope="task_id",
        caller="session",
    ),
    "task_finish": Rule(
        permission=Permission.RUN_TASKS,
        scope="task_id",
        caller="session",
    ),
    "task_block": Rule(
        permission=Permission.RUN_TASKS,
        scope="task_id",
        caller="session",
    ),
    "task_unblock": Rule(
        permission=Permission.RESOLVE_TASKS,
        scope="task_id",
        caller="session",
    ),
    "task_accept": Rule(
        permission=Permission.FINAL_REVIEW,
        scope="task_id",
        caller="session",
    ),
    "task_return": Rule(
        permission=Permission.FINAL_REVIEW,
        scope="task_id",
        caller="session",
    ),
    "task_merge": Rule(
        permission=Permission.MERGE_TASKS,
        scope="task_id",
        caller="session",
    ),
    "task_show": Rule(
        permission=Permission.READ_STATE,
        scope="task_id",
        caller="session",
    ),
    "task_list": Rule(
        permission=Permission.READ_STATE,
    ),
}
"""What each workflow requires; any other is for everybody."""


def digest(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


async def session_of(token: str) -> Session | None:
    """The session with a token, asked for by its digest, so that the time of the answer tells nothing about a token."""
    from .persistence.repository import Repository

    found = await Repository().all_session(where={"token_digest": digest(token)})
    return found[0] if found else None


def check(
    rule: Rule, session: Session, given: Mapping[str, object], now: dt.datetime
) -> None:
    """Raise Refused unless a session may do what a rule is about with the inputs given."""
    if session.ended_at is not None:
        raise Refused(
            f"the session was ended at {session.ended_at:%Y-%m-%d %H:%M:%S %Z}"
        )
    if session.expires_at <= now:
        raise Refused(
            f"the session has expired at {session.expires_at:%Y-%m-%d %H:%M:%S %Z}"
        )
    if rule.permission is not None and rule.permission not in GRANTS[session.role_mode]:
        raise Refused(
            f"the role {session.role_mode} does not have the permission {rule.permission}"
        )
    if rule.scope is not None:
        scope = session.task_scope
        for value in _values(given.get(rule.scope)):
            if "*" not in scope and value not in scope:
                raise Refused(
                    f"{rule.scope} {value} is not in the scope of the session"
                )


def _values(given: object) -> Iterable[str]:
    """The values that have to be in scope; an input that is left out is in the scope of those who may do all."""
    if isinstance(given, Sequence) and not isinstance(given, str):
        return [str(each) for each in given] or ["(none)"]
    return [str(given) if given else "(none)"]


async def admit(
    name: str, given: Mapping[str, object], token: str | None
) -> dict[str, object]:
    """The inputs of a workflow, with the session where it is asked for; Refused when the session may not run it.

    A refusal leaves a row.
    """
    rule = RULES.get(name)
    if rule is None:
        return dict(given)
    now = dt.datetime.now(dt.UTC)
    try:
        session = await _admitted(name, rule, given, token, now)
    except Refused as fault:
        await _note(name, rule, given, fault, now)
        raise
    return {**given, rule.caller: session} if rule.caller else dict(given)


async def _admitted(
    name: str,
    rule: Rule,
    given: Mapping[str, object],
    token: str | None,
    now: dt.datetime,
) -> Session:
    if not token:
        raise Refused(f"{name} needs the token of a session")
    session = await session_of(token)
    if session is None:
        raise Refused("no session has this token")
    check(rule, session, given, now)
    return session


async def _note(
    name: str, rule: Rule, given: Mapping[str, object], fault: Refused, now: dt.datetime
) -> None:
    from .persistence.repository import Repository
    from .persistence.transaction import transaction

    value = given.get(rule.scope) if rule.scope else None
    row = AccessRefusal(
        operation=name,
        resource=None if value is None else str(value),
        reason=str(fault),
        refused_at=now,
    )
    async with transaction():
        await Repository().store_access_refusal(entity=row)
