# Generated from AIOS_Persistence::Session (ssot/aios/persistence.sysml) and 47 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Each role with each workflow that requires something, and every way of having no right to ask."""

from __future__ import annotations

import asyncio
import datetime as dt
from typing import Any

import pytest

from aios import security
from aios.persistence.repository import Repository
from aios.security import RULES, Refused, admit, check, digest
from aios.types.aios_authority import RoleMode
from aios.types.aios_persistence import Session

NOW = dt.datetime(2030, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
ALLOWED = [
    ("agent_register", RoleMode.HUMAN_OPERATOR),
    ("agent_register", RoleMode.PROJECT_LEAD),
    ("agent_register", RoleMode.PLATFORM_ENGINEER),
    ("agent_register", RoleMode.PROJECT_OWNER),
    ("agent_list", RoleMode.ARCHITECT),
    ("agent_list", RoleMode.PLANNER),
    ("agent_list", RoleMode.EXECUTOR),
    ("agent_list", RoleMode.BUILDER),
    ("agent_list", RoleMode.HUMAN_OPERATOR),
    ("agent_list", RoleMode.PROJECT_LEAD),
    ("agent_list", RoleMode.PLATFORM_ENGINEER),
    ("agent_list", RoleMode.PROJECT_OWNER),
    ("session_create", RoleMode.HUMAN_OPERATOR),
    ("session_create", RoleMode.PROJECT_LEAD),
    ("session_create", RoleMode.PLATFORM_ENGINEER),
    ("session_create", RoleMode.PROJECT_OWNER),
    ("session_terminate", RoleMode.ARCHITECT),
    ("session_terminate", RoleMode.PLANNER),
    ("session_terminate", RoleMode.EXECUTOR),
    ("session_terminate", RoleMode.BUILDER),
    ("session_terminate", RoleMode.HUMAN_OPERATOR),
    ("session_terminate", RoleMode.PROJECT_LEAD),
    ("session_terminate", RoleMode.PLATFORM_ENGINEER),
    ("session_terminate", RoleMode.PROJECT_OWNER),
    ("session_list", RoleMode.ARCHITECT),
    ("session_list", RoleMode.PLANNER),
    ("session_list", RoleMode.EXECUTOR),
    ("session_list", RoleMode.BUILDER),
    ("session_list", RoleMode.HUMAN_OPERATOR),
    ("session_list", RoleMode.PROJECT_LEAD),
    ("session_list", RoleMode.PLATFORM_ENGINEER),
    ("session_list", RoleMode.PROJECT_OWNER),
    ("freeze", RoleMode.PROJECT_OWNER),
    ("unfreeze", RoleMode.PROJECT_OWNER),
    ("task_stop", RoleMode.HUMAN_OPERATOR),
    ("task_stop", RoleMode.PROJECT_LEAD),
    ("task_stop", RoleMode.PLATFORM_ENGINEER),
    ("task_stop", RoleMode.PROJECT_OWNER),
    ("issue_raise", RoleMode.ARCHITECT),
    ("issue_raise", RoleMode.PLANNER),
    ("issue_raise", RoleMode.EXECUTOR),
    ("issue_raise", RoleMode.BUILDER),
    ("issue_raise", RoleMode.HUMAN_OPERATOR),
    ("issue_raise", RoleMode.PROJECT_LEAD),
    ("issue_raise", RoleMode.PLATFORM_ENGINEER),
    ("issue_raise", RoleMode.PROJECT_OWNER),
    ("issue_advance", RoleMode.HUMAN_OPERATOR),
    ("issue_advance", RoleMode.PROJECT_LEAD),
    ("issue_advance", RoleMode.PLATFORM_ENGINEER),
    ("issue_advance", RoleMode.PROJECT_OWNER),
    ("issue_list", RoleMode.ARCHITECT),
    ("issue_list", RoleMode.PLANNER),
    ("issue_list", RoleMode.EXECUTOR),
    ("issue_list", RoleMode.BUILDER),
    ("issue_list", RoleMode.HUMAN_OPERATOR),
    ("issue_list", RoleMode.PROJECT_LEAD),
    ("issue_list", RoleMode.PLATFORM_ENGINEER),
    ("issue_list", RoleMode.PROJECT_OWNER),
    ("proposal_create", RoleMode.ARCHITECT),
    ("proposal_create", RoleMode.PROJECT_LEAD),
    ("proposal_create", RoleMode.PLATFORM_ENGINEER),
    ("proposal_create", RoleMode.PROJECT_OWNER),
    ("proposal_decide", RoleMode.PLATFORM_ENGINEER),
    ("proposal_decide", RoleMode.PROJECT_OWNER),
    ("proposal_list", RoleMode.ARCHITECT),
    ("proposal_list", RoleMode.PLANNER),
    ("proposal_list", RoleMode.EXECUTOR),
    ("proposal_list", RoleMode.BUILDER),
    ("proposal_list", RoleMode.HUMAN_OPERATOR),
    ("proposal_list", RoleMode.PROJECT_LEAD),
    ("proposal_list", RoleMode.PLATFORM_ENGINEER),
    ("proposal_list", RoleMode.PROJECT_OWNER),
    ("deviation_declare", RoleMode.PROJECT_LEAD),
    ("deviation_declare", RoleMode.PLATFORM_ENGINEER),
    ("deviation_declare", RoleMode.PROJECT_OWNER),
    ("deviation_resolve", RoleMode.PLATFORM_ENGINEER),
    ("deviation_resolve", RoleMode.PROJECT_OWNER),
    ("gate_check", RoleMode.ARCHITECT),
    ("gate_check", RoleMode.PLANNER),
    ("gate_check", RoleMode.EXECUTOR),
    ("gate_check", RoleMode.BUILDER),
    ("gate_check", RoleMode.HUMAN_OPERATOR),
    ("gate_check", RoleMode.PROJECT_LEAD),
    ("gate_check", RoleMode.PLATFORM_ENGINEER),
    ("gate_check", RoleMode.PROJECT_OWNER),
    ("governance_check", RoleMode.ARCHITECT),
    ("governance_check", RoleMode.PLANNER),
    ("governance_check", RoleMode.EXECUTOR),
    ("governance_check", RoleMode.BUILDER),
    ("governance_check", RoleMode.HUMAN_OPERATOR),
    ("governance_check", RoleMode.PROJECT_LEAD),
    ("governance_check", RoleMode.PLATFORM_ENGINEER),
    ("governance_check", RoleMode.PROJECT_OWNER),
    ("policy_check", RoleMode.ARCHITECT),
    ("policy_check", RoleMode.PLANNER),
    ("policy_check", RoleMode.EXECUTOR),
    ("policy_check", RoleMode.BUILDER),
    ("policy_check", RoleMode.HUMAN_OPERATOR),
    ("policy_check", RoleMode.PROJECT_LEAD),
    ("policy_check", RoleMode.PLATFORM_ENGINEER),
    ("policy_check", RoleMode.PROJECT_OWNER),
    ("metrics", RoleMode.ARCHITECT),
    ("metrics", RoleMode.PLANNER),
    ("metrics", RoleMode.EXECUTOR),
    ("metrics", RoleMode.BUILDER),
    ("metrics", RoleMode.HUMAN_OPERATOR),
    ("metrics", RoleMode.PROJECT_LEAD),
    ("metrics", RoleMode.PLATFORM_ENGINEER),
    ("metrics", RoleMode.PROJECT_OWNER),
    ("health_check", RoleMode.ARCHITECT),
    ("health_check", RoleMode.PLANNER),
    ("health_check", RoleMode.EXECUTOR),
    ("health_check", RoleMode.BUILDER),
    ("health_check", RoleMode.HUMAN_OPERATOR),
    ("health_check", RoleMode.PROJECT_LEAD),
    ("health_check", RoleMode.PLATFORM_ENGINEER),
    ("health_check", RoleMode.PROJECT_OWNER),
    ("queue_overview", RoleMode.ARCHITECT),
    ("queue_overview", RoleMode.PLANNER),
    ("queue_overview", RoleMode.EXECUTOR),
    ("queue_overview", RoleMode.BUILDER),
    ("queue_overview", RoleMode.HUMAN_OPERATOR),
    ("queue_overview", RoleMode.PROJECT_LEAD),
    ("queue_overview", RoleMode.PLATFORM_ENGINEER),
    ("queue_overview", RoleMode.PROJECT_OWNER),
    ("queue_release", RoleMode.PLATFORM_ENGINEER),
    ("queue_release", RoleMode.PROJECT_OWNER),
    ("audit_list", RoleMode.ARCHITECT),
    ("audit_list", RoleMode.PLANNER),
    ("audit_list", RoleMode.EXECUTOR),
    ("audit_list", RoleMode.BUILDER),
    ("audit_list", RoleMode.HUMAN_OPERATOR),
    ("audit_list", RoleMode.PROJECT_LEAD),
    ("audit_list", RoleMode.PLATFORM_ENGINEER),
    ("audit_list", RoleMode.PROJECT_OWNER),
    ("daily_checklist", RoleMode.ARCHITECT),
    ("daily_checklist", RoleMode.PLANNER),
    ("daily_checklist", RoleMode.EXECUTOR),
    ("daily_checklist", RoleMode.BUILDER),
    ("daily_checklist", RoleMode.HUMAN_OPERATOR),
    ("daily_checklist", RoleMode.PROJECT_LEAD),
    ("daily_checklist", RoleMode.PLATFORM_ENGINEER),
    ("daily_checklist", RoleMode.PROJECT_OWNER),
    ("weekly_checklist", RoleMode.ARCHITECT),
    ("weekly_checklist", RoleMode.PLANNER),
    ("weekly_checklist", RoleMode.EXECUTOR),
    ("weekly_checklist", RoleMode.BUILDER),
    ("weekly_checklist", RoleMode.HUMAN_OPERATOR),
    ("weekly_checklist", RoleMode.PROJECT_LEAD),
    ("weekly_checklist", RoleMode.PLATFORM_ENGINEER),
    ("weekly_checklist", RoleMode.PROJECT_OWNER),
    ("monthly_checklist", RoleMode.ARCHITECT),
    ("monthly_checklist", RoleMode.PLANNER),
    ("monthly_checklist", RoleMode.EXECUTOR),
    ("monthly_checklist", RoleMode.BUILDER),
    ("monthly_checklist", RoleMode.HUMAN_OPERATOR),
    ("monthly_checklist", RoleMode.PROJECT_LEAD),
    ("monthly_checklist", RoleMode.PLATFORM_ENGINEER),
    ("monthly_checklist", RoleMode.PROJECT_OWNER),
    ("review_submit", RoleMode.EXECUTOR),
    ("review_submit", RoleMode.BUILDER),
    ("review_submit", RoleMode.HUMAN_OPERATOR),
    ("review_submit", RoleMode.PROJECT_LEAD),
    ("review_submit", RoleMode.PLATFORM_ENGINEER),
    ("review_submit", RoleMode.PROJECT_OWNER),
    ("review_create_session", RoleMode.ARCHITECT),
    ("review_create_session", RoleMode.BUILDER),
    ("review_create_session", RoleMode.HUMAN_OPERATOR),
    ("review_create_session", RoleMode.PROJECT_LEAD),
    ("review_create_session", RoleMode.PLATFORM_ENGINEER),
    ("review_create_session", RoleMode.PROJECT_OWNER),
    ("check_dimension", RoleMode.ARCHITECT),
    ("check_dimension", RoleMode.BUILDER),
    ("check_dimension", RoleMode.HUMAN_OPERATOR),
    ("check_dimension", RoleMode.PROJECT_LEAD),
    ("check_dimension", RoleMode.PLATFORM_ENGINEER),
    ("check_dimension", RoleMode.PROJECT_OWNER),
    ("review_report", RoleMode.ARCHITECT),
    ("review_report", RoleMode.BUILDER),
    ("review_report", RoleMode.HUMAN_OPERATOR),
    ("review_report", RoleMode.PROJECT_LEAD),
    ("review_report", RoleMode.PLATFORM_ENGINEER),
    ("review_report", RoleMode.PROJECT_OWNER),
    ("review_approve", RoleMode.ARCHITECT),
    ("review_approve", RoleMode.BUILDER),
    ("review_approve", RoleMode.HUMAN_OPERATOR),
    ("review_approve", RoleMode.PROJECT_LEAD),
    ("review_approve", RoleMode.PLATFORM_ENGINEER),
    ("review_approve", RoleMode.PROJECT_OWNER),
    ("review_list", RoleMode.ARCHITECT),
    ("review_list", RoleMode.PLANNER),
    ("review_list", RoleMode.EXECUTOR),
    ("review_list", RoleMode.BUILDER),
    ("review_list", RoleMode.HUMAN_OPERATOR),
    ("review_list", RoleMode.PROJECT_LEAD),
    ("review_list", RoleMode.PLATFORM_ENGINEER),
    ("review_list", RoleMode.PROJECT_OWNER),
    ("task_create", RoleMode.PLANNER),
    ("task_create", RoleMode.HUMAN_OPERATOR),
    ("task_create", RoleMode.PROJECT_LEAD),
    ("task_create", RoleMode.PLATFORM_ENGINEER),
    ("task_create", RoleMode.PROJECT_OWNER),
    ("task_triage", RoleMode.PLANNER),
    ("task_triage", RoleMode.HUMAN_OPERATOR),
    ("task_triage", RoleMode.PROJECT_LEAD),
    ("task_triage", RoleMode.PLATFORM_ENGINEER),
    ("task_triage", RoleMode.PROJECT_OWNER),
    ("task_approve", RoleMode.HUMAN_OPERATOR),
    ("task_approve", RoleMode.PROJECT_LEAD),
    ("task_approve", RoleMode.PLATFORM_ENGINEER),
    ("task_approve", RoleMode.PROJECT_OWNER),
    ("task_start", RoleMode.EXECUTOR),
    ("task_start", RoleMode.BUILDER),
    ("task_start", RoleMode.HUMAN_OPERATOR),
    ("task_start", RoleMode.PROJECT_LEAD),
    ("task_start", RoleMode.PLATFORM_ENGINEER),
    ("task_start", RoleMode.PROJECT_OWNER),
    ("task_artifact", RoleMode.EXECUTOR),
    ("task_artifact", RoleMode.BUILDER),
    ("task_artifact", RoleMode.HUMAN_OPERATOR),
    ("task_artifact", RoleMode.PROJECT_LEAD),
    ("task_artifact", RoleMode.PLATFORM_ENGINEER),
    ("task_artifact", RoleMode.PROJECT_OWNER),
    ("task_finish", RoleMode.EXECUTOR),
    ("task_finish", RoleMode.BUILDER),
    ("task_finish", RoleMode.HUMAN_OPERATOR),
    ("task_finish", RoleMode.PROJECT_LEAD),
    ("task_finish", RoleMode.PLATFORM_ENGINEER),
    ("task_finish", RoleMode.PROJECT_OWNER),
    ("task_block", RoleMode.EXECUTOR),
    ("task_block", RoleMode.BUILDER),
    ("task_block", RoleMode.HUMAN_OPERATOR),
    ("task_block", RoleMode.PROJECT_LEAD),
    ("task_block", RoleMode.PLATFORM_ENGINEER),
    ("task_block", RoleMode.PROJECT_OWNER),
    ("task_unblock", RoleMode.HUMAN_OPERATOR),
    ("task_unblock", RoleMode.PROJECT_LEAD),
    ("task_unblock", RoleMode.PLATFORM_ENGINEER),
    ("task_unblock", RoleMode.PROJECT_OWNER),
    ("task_accept", RoleMode.HUMAN_OPERATOR),
    ("task_accept", RoleMode.PROJECT_LEAD),
    ("task_accept", RoleMode.PLATFORM_ENGINEER),
    ("task_accept", RoleMode.PROJECT_OWNER),
    ("task_return", RoleMode.HUMAN_OPERATOR),
    ("task_return", RoleMode.PROJECT_LEAD),
    ("task_return", RoleMode.PLATFORM_ENGINEER),
    ("task_return", RoleMode.PROJECT_OWNER),
    ("task_merge", RoleMode.PROJECT_LEAD),
    ("task_merge", RoleMode.PLATFORM_ENGINEER),
    ("task_merge", RoleMode.PROJECT_OWNER),
    ("task_show", RoleMode.ARCHITECT),
    ("task_show", RoleMode.PLANNER),
    ("task_show", RoleMode.EXECUTOR),
    ("task_show", RoleMode.BUILDER),
    ("task_show", RoleMode.HUMAN_OPERATOR),
    ("task_show", RoleMode.PROJECT_LEAD),
    ("task_show", RoleMode.PLATFORM_ENGINEER),
    ("task_show", RoleMode.PROJECT_OWNER),
    ("task_list", RoleMode.ARCHITECT),
    ("task_list", RoleMode.PLANNER),
    ("task_list", RoleMode.EXECUTOR),
    ("task_list", RoleMode.BUILDER),
    ("task_list", RoleMode.HUMAN_OPERATOR),
    ("task_list", RoleMode.PROJECT_LEAD),
    ("task_list", RoleMode.PLATFORM_ENGINEER),
    ("task_list", RoleMode.PROJECT_OWNER),
]
FORBIDDEN: list[tuple[str, RoleMode]] = [
    ("agent_register", RoleMode.ARCHITECT),
    ("agent_register", RoleMode.PLANNER),
    ("agent_register", RoleMode.EXECUTOR),
    ("agent_register", RoleMode.BUILDER),
    ("session_create", RoleMode.ARCHITECT),
    ("session_create", RoleMode.PLANNER),
    ("session_create", RoleMode.EXECUTOR),
    ("session_create", RoleMode.BUILDER),
    ("freeze", RoleMode.ARCHITECT),
    ("freeze", RoleMode.PLANNER),
    ("freeze", RoleMode.EXECUTOR),
    ("freeze", RoleMode.BUILDER),
    ("freeze", RoleMode.HUMAN_OPERATOR),
    ("freeze", RoleMode.PROJECT_LEAD),
    ("freeze", RoleMode.PLATFORM_ENGINEER),
    ("unfreeze", RoleMode.ARCHITECT),
    ("unfreeze", RoleMode.PLANNER),
    ("unfreeze", RoleMode.EXECUTOR),
    ("unfreeze", RoleMode.BUILDER),
    ("unfreeze", RoleMode.HUMAN_OPERATOR),
    ("unfreeze", RoleMode.PROJECT_LEAD),
    ("unfreeze", RoleMode.PLATFORM_ENGINEER),
    ("task_stop", RoleMode.ARCHITECT),
    ("task_stop", RoleMode.PLANNER),
    ("task_stop", RoleMode.EXECUTOR),
    ("task_stop", RoleMode.BUILDER),
    ("issue_advance", RoleMode.ARCHITECT),
    ("issue_advance", RoleMode.PLANNER),
    ("issue_advance", RoleMode.EXECUTOR),
    ("issue_advance", RoleMode.BUILDER),
    ("proposal_create", RoleMode.PLANNER),
    ("proposal_create", RoleMode.EXECUTOR),
    ("proposal_create", RoleMode.BUILDER),
    ("proposal_create", RoleMode.HUMAN_OPERATOR),
    ("proposal_decide", RoleMode.ARCHITECT),
    ("proposal_decide", RoleMode.PLANNER),
    ("proposal_decide", RoleMode.EXECUTOR),
    ("proposal_decide", RoleMode.BUILDER),
    ("proposal_decide", RoleMode.HUMAN_OPERATOR),
    ("proposal_decide", RoleMode.PROJECT_LEAD),
    ("deviation_declare", RoleMode.ARCHITECT),
    ("deviation_declare", RoleMode.PLANNER),
    ("deviation_declare", RoleMode.EXECUTOR),
    ("deviation_declare", RoleMode.BUILDER),
    ("deviation_declare", RoleMode.HUMAN_OPERATOR),
    ("deviation_resolve", RoleMode.ARCHITECT),
    ("deviation_resolve", RoleMode.PLANNER),
    ("deviation_resolve", RoleMode.EXECUTOR),
    ("deviation_resolve", RoleMode.BUILDER),
    ("deviation_resolve", RoleMode.HUMAN_OPERATOR),
    ("deviation_resolve", RoleMode.PROJECT_LEAD),
    ("queue_release", RoleMode.ARCHITECT),
    ("queue_release", RoleMode.PLANNER),
    ("queue_release", RoleMode.EXECUTOR),
    ("queue_release", RoleMode.BUILDER),
    ("queue_release", RoleMode.HUMAN_OPERATOR),
    ("queue_release", RoleMode.PROJECT_LEAD),
    ("review_submit", RoleMode.ARCHITECT),
    ("review_submit", RoleMode.PLANNER),
    ("review_create_session", RoleMode.PLANNER),
    ("review_create_session", RoleMode.EXECUTOR),
    ("check_dimension", RoleMode.PLANNER),
    ("check_dimension", RoleMode.EXECUTOR),
    ("review_report", RoleMode.PLANNER),
    ("review_report", RoleMode.EXECUTOR),
    ("review_approve", RoleMode.PLANNER),
    ("review_approve", RoleMode.EXECUTOR),
    ("task_create", RoleMode.ARCHITECT),
    ("task_create", RoleMode.EXECUTOR),
    ("task_create", RoleMode.BUILDER),
    ("task_triage", RoleMode.ARCHITECT),
    ("task_triage", RoleMode.EXECUTOR),
    ("task_triage", RoleMode.BUILDER),
    ("task_approve", RoleMode.ARCHITECT),
    ("task_approve", RoleMode.PLANNER),
    ("task_approve", RoleMode.EXECUTOR),
    ("task_approve", RoleMode.BUILDER),
    ("task_start", RoleMode.ARCHITECT),
    ("task_start", RoleMode.PLANNER),
    ("task_artifact", RoleMode.ARCHITECT),
    ("task_artifact", RoleMode.PLANNER),
    ("task_finish", RoleMode.ARCHITECT),
    ("task_finish", RoleMode.PLANNER),
    ("task_block", RoleMode.ARCHITECT),
    ("task_block", RoleMode.PLANNER),
    ("task_unblock", RoleMode.ARCHITECT),
    ("task_unblock", RoleMode.PLANNER),
    ("task_unblock", RoleMode.EXECUTOR),
    ("task_unblock", RoleMode.BUILDER),
    ("task_accept", RoleMode.ARCHITECT),
    ("task_accept", RoleMode.PLANNER),
    ("task_accept", RoleMode.EXECUTOR),
    ("task_accept", RoleMode.BUILDER),
    ("task_return", RoleMode.ARCHITECT),
    ("task_return", RoleMode.PLANNER),
    ("task_return", RoleMode.EXECUTOR),
    ("task_return", RoleMode.BUILDER),
    ("task_merge", RoleMode.ARCHITECT),
    ("task_merge", RoleMode.PLANNER),
    ("task_merge", RoleMode.EXECUTOR),
    ("task_merge", RoleMode.BUILDER),
    ("task_merge", RoleMode.HUMAN_OPERATOR),
]
CALLERS: dict[str, str] = {
    "agent_register": "session",
    "session_create": "session",
    "session_terminate": "session",
    "freeze": "session",
    "unfreeze": "session",
    "task_stop": "session",
    "issue_raise": "session",
    "issue_advance": "session",
    "proposal_create": "session",
    "proposal_decide": "session",
    "deviation_declare": "session",
    "deviation_resolve": "session",
    "gate_check": "session",
    "queue_release": "session",
    "review_submit": "session",
    "review_create_session": "session",
    "check_dimension": "session",
    "review_report": "session",
    "review_approve": "session",
    "task_create": "session",
    "task_triage": "session",
    "task_approve": "session",
    "task_start": "session",
    "task_artifact": "session",
    "task_finish": "session",
    "task_block": "session",
    "task_unblock": "session",
    "task_accept": "session",
    "task_return": "session",
    "task_merge": "session",
    "task_show": "session",
}
"""The input of a workflow that is given the session."""
SCOPES: dict[str, str] = {
    "task_stop": "task_id",
    "gate_check": "task_id",
    "review_submit": "task_id",
    "review_create_session": "task_id",
    "check_dimension": "task_id",
    "review_report": "task_id",
    "review_approve": "task_id",
    "review_list": "task_id",
    "task_triage": "task_id",
    "task_approve": "task_id",
    "task_start": "task_id",
    "task_artifact": "task_id",
    "task_finish": "task_id",
    "task_block": "task_id",
    "task_unblock": "task_id",
    "task_accept": "task_id",
    "task_return": "task_id",
    "task_merge": "task_id",
    "task_show": "task_id",
}
"""The input of a workflow that has to be in the scope of the session."""
PERMITTED: list[str] = [
    "agent_register",
    "agent_list",
    "session_create",
    "session_list",
    "freeze",
    "unfreeze",
    "task_stop",
    "issue_raise",
    "issue_advance",
    "issue_list",
    "proposal_create",
    "proposal_decide",
    "proposal_list",
    "deviation_declare",
    "deviation_resolve",
    "gate_check",
    "governance_check",
    "policy_check",
    "metrics",
    "health_check",
    "queue_overview",
    "queue_release",
    "audit_list",
    "daily_checklist",
    "weekly_checklist",
    "monthly_checklist",
    "review_submit",
    "review_create_session",
    "check_dimension",
    "review_report",
    "review_approve",
    "review_list",
    "task_create",
    "task_triage",
    "task_approve",
    "task_start",
    "task_artifact",
    "task_finish",
    "task_block",
    "task_unblock",
    "task_accept",
    "task_return",
    "task_merge",
    "task_show",
    "task_list",
]
"""The workflows that require a permission."""
WORKFLOWS = [
    "agent_register",
    "agent_list",
    "session_create",
    "session_terminate",
    "session_list",
    "freeze",
    "unfreeze",
    "task_stop",
    "issue_raise",
    "issue_advance",
    "issue_list",
    "proposal_create",
    "proposal_decide",
    "proposal_list",
    "deviation_declare",
    "deviation_resolve",
    "gate_check",
    "governance_check",
    "policy_check",
    "metrics",
    "health_check",
    "queue_overview",
    "queue_release",
    "audit_list",
    "daily_checklist",
    "weekly_checklist",
    "monthly_checklist",
    "review_submit",
    "review_create_session",
    "check_dimension",
    "review_report",
    "review_approve",
    "review_list",
    "task_create",
    "task_triage",
    "task_approve",
    "task_start",
    "task_artifact",
    "task_finish",
    "task_block",
    "task_unblock",
    "task_accept",
    "task_return",
    "task_merge",
    "task_show",
    "task_list",
]


def session(role: RoleMode, **changes: Any) -> Session:
    """A session that lives, and may work on anything."""
    values: dict[str, Any] = {
        "token_digest": digest("the token"),
        "role_mode": role,
        "task_scope": ("*",),
        "expires_at": dt.datetime.max.replace(tzinfo=dt.UTC),
        "ended_at": None,
    }
    return Session.model_construct(**values | changes)


def strongest(workflow: str) -> RoleMode:
    """A role that may run a workflow."""
    return next(role for name, role in ALLOWED if name == workflow)


def test_the_matrix_is_complete() -> None:
    """Every rule meets every role."""
    assert sorted(RULES) == sorted(WORKFLOWS)
    assert len(ALLOWED) + len(FORBIDDEN) == len(WORKFLOWS) * len(RoleMode)


@pytest.mark.parametrize(("workflow", "role"), ALLOWED)
def test_a_role_that_may(workflow: str, role: RoleMode) -> None:
    """Who has the permission is not stopped."""
    check(RULES[workflow], session(role), {}, NOW)


@pytest.mark.parametrize(("workflow", "role"), FORBIDDEN)
def test_a_role_that_may_not(workflow: str, role: RoleMode) -> None:
    """Who does not have the permission is told so."""
    with pytest.raises(Refused, match=f"role {role} does not have the permission"):
        check(RULES[workflow], session(role), {}, NOW)


@pytest.mark.parametrize("workflow", PERMITTED)
def test_rights_come_from_what_is_granted(
    workflow: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A role that is granted nothing may not run what requires a permission."""
    role = next(iter(RoleMode))
    monkeypatch.setattr(security, "GRANTS", {role: frozenset()})
    with pytest.raises(Refused, match="does not have the permission"):
        check(RULES[workflow], session(role), {}, NOW)


@pytest.mark.parametrize("workflow", sorted({name for name, _ in ALLOWED}))
def test_an_expired_session(workflow: str) -> None:
    """A session ends by itself, at its time and not before."""
    role, moment = strongest(workflow), dt.timedelta(microseconds=1)
    check(RULES[workflow], session(role, expires_at=NOW + moment), {}, NOW)
    for expiry in (NOW, NOW - moment):
        with pytest.raises(Refused, match="has expired at"):
            check(RULES[workflow], session(role, expires_at=expiry), {}, NOW)


@pytest.mark.parametrize("workflow", sorted({name for name, _ in ALLOWED}))
def test_an_ended_session(workflow: str) -> None:
    """A session that was ended is no session."""
    with pytest.raises(Refused, match="was ended at"):
        check(RULES[workflow], session(strongest(workflow), ended_at=NOW), {}, NOW)


@pytest.mark.parametrize(
    "workflow", sorted({name for name, _ in ALLOWED if name in SCOPES})
)
def test_scope(workflow: str) -> None:
    """What is asked about has to be in the scope of the session; an input that is left out is not."""
    rule, role, asked = RULES[workflow], strongest(workflow), SCOPES[workflow]
    small = session(role, task_scope=("a", "b"))
    check(rule, small, {asked: "a"}, NOW)
    check(rule, session(role), {asked: "anything"}, NOW)
    check(rule, session(role), {}, NOW)
    empty: list[str] = []
    for value in ("c", ["a", "c"], "*", empty, None):
        with pytest.raises(Refused, match="is not in the scope of the session"):
            check(rule, small, {asked: value}, NOW)
    with pytest.raises(Refused, match="is not in the scope of the session"):
        check(rule, small, {}, NOW)
    nothing = session(role, task_scope=())
    with pytest.raises(Refused, match="is not in the scope of the session"):
        check(rule, nothing, {asked: "a"}, NOW)


def test_digest() -> None:
    """A token cannot be read from its digest."""
    assert (
        digest("a")
        == "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
    )
    assert digest("a") != digest("b")


@pytest.fixture
def refusals(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What is kept of refusals; one session is known."""
    known = Session.model_construct(**session(next(iter(RoleMode))).__dict__)
    kept: list[Any] = []

    async def sessions(
        self: Repository, *, where: dict[str, object]
    ) -> tuple[Session, ...]:
        return (known,) if where == {"token_digest": known.token_digest} else ()

    monkeypatch.setattr(Repository, "all_session", sessions)

    async def keep(self: Repository, *, entity: Any) -> None:
        kept.append(entity)

    monkeypatch.setattr(Repository, "store_access_refusal", keep)
    return kept


def test_a_session_is_found_by_its_token(refusals: list[Any]) -> None:
    """The token leads to the session, its digest does not."""
    assert asyncio.run(security.session_of("the token")) is not None
    for token in ("another", "", digest("the token")):
        assert asyncio.run(security.session_of(token)) is None
    assert refusals == []


def test_what_requires_nothing_is_for_everybody(refusals: list[Any]) -> None:
    """A workflow without a rule is run as it is asked for."""
    assert asyncio.run(admit("no rule has this name", {"a": 1}, None)) == {"a": 1}
    assert refusals == []


@pytest.mark.parametrize("workflow", WORKFLOWS)
@pytest.mark.parametrize("token", [None, "", "another token"])
def test_no_session(refusals: list[Any], workflow: str, token: str | None) -> None:
    """Without the token of a session nothing is done, and that is kept; the token is not shown."""
    with pytest.raises(Refused) as raised:
        asyncio.run(admit(workflow, {}, token))
    assert "another token" not in str(raised.value)
    assert [each.operation for each in refusals] == [workflow]
    assert refusals[0].reason == str(raised.value)


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_a_session_that_may(
    refusals: list[Any], workflow: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Inputs reach the workflow as they are, and the session where it is asked for."""
    role = next((each for name, each in ALLOWED if name == workflow), None)
    if role is None:
        assert (workflow, next(iter(RoleMode))) in FORBIDDEN
        return
    known = session(role)

    async def found(token: str) -> Session:
        return known

    monkeypatch.setattr(security, "session_of", found)
    caller = CALLERS.get(workflow)
    expected: dict[str, object] = {"a": 1, caller: known} if caller else {"a": 1}
    assert asyncio.run(admit(workflow, {"a": 1}, "the token")) == expected
    assert refusals == []
