# Generated from AIOS_EventVerification::GovernanceDayTest (ssot/aios/verification_events.sysml) and 16 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Proposals are decided once; nothing is merged while a deviation is unresolved; all of
it is in the audit trail.

Verifies AIOS-3.2-2, AIOS-3.2-3, AIOS-5.2-4, AIOS-5.3-2, AIOS-7.3-4, AIOS-8.1-4,
AIOS-5.2-3, AIOS-4.2-5, AIOS-5.3-1, AIOS-7.2-3, AIOS-9.2-3, AIOS-9.1-3, AIOS-9.1-1.
"""

from __future__ import annotations

import re

import pytest

from aios.calculations import session_as, value_of
from aios.persistence.repository import Repository
from aios.tests.verifications.performing import ask, perform
from aios.types.aios_authority import RoleMode
from aios.types.aios_domain import Health, ProposalStatus
from aios.workflows.audit_list import audit_list
from aios.workflows.deviation_declare import deviation_declare
from aios.workflows.deviation_resolve import deviation_resolve
from aios.workflows.governance_check import governance_check
from aios.workflows.health_check import health_check
from aios.workflows.init import init
from aios.workflows.metrics import metrics
from aios.workflows.policy_check import policy_check
from aios.workflows.proposal_create import proposal_create
from aios.workflows.proposal_decide import proposal_decide
from aios.workflows.running import Refused
from aios.workflows.task_accept import task_accept
from aios.workflows.task_create import task_create
from aios.workflows.task_finish import task_finish
from aios.workflows.task_merge import task_merge
from aios.workflows.task_start import task_start
from aios.workflows.task_triage import task_triage


def test_governance_day() -> None:
    perform(init)
    perform(
        task_create,
        task_id="A",
        title="Make A",
        description="What it is",
        requirements=("It works",),
        session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
    )
    perform(
        task_triage,
        task_id="A",
        session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
    )
    perform(
        proposal_create,
        title="Longer sessions",
        change="Two days",
        session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
    )
    perform(
        proposal_decide,
        proposal_id="P1",
        accepted=True,
        rationale="fewer breaks",
        session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
    )
    with pytest.raises(Refused, match=re.escape("decided already")):
        perform(
            proposal_decide,
            proposal_id="P1",
            accepted=False,
            rationale="no",
            session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
        )
    perform(
        task_start,
        task_id="A",
        session=session_as(agent_id="agent-3", role=RoleMode.BUILDER),
    )
    perform(
        task_finish,
        task_id="A",
        session=session_as(agent_id="agent-3", role=RoleMode.BUILDER),
    )
    perform(
        task_accept,
        task_id="A",
        session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
    )
    perform(
        deviation_declare,
        topic="Style",
        reason="A hurry",
        session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
    )
    with pytest.raises(Refused, match=re.escape("while a deviation is unresolved")):
        perform(
            task_merge,
            task_id="A",
            session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
        )
    with pytest.raises(Refused, match=re.escape("violations: 1")):
        perform(policy_check)
    violated = perform(governance_check)
    unsound = perform(health_check)
    before = perform(metrics)
    perform(
        deviation_resolve,
        deviation_id="D1",
        session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
    )
    with pytest.raises(Refused, match=re.escape("resolved already")):
        perform(
            deviation_resolve,
            deviation_id="D1",
            session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
        )
    clear = perform(policy_check)
    perform(
        task_merge,
        task_id="A",
        session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
    )
    later = perform(metrics)
    of_task = perform(audit_list, task="A")
    of_bob = perform(audit_list, agent="agent-3")
    all_proposal = ask(Repository.all_proposal)
    assert tuple(each.status for each in all_proposal) == (ProposalStatus.ACCEPTED,)
    assert tuple(
        each.decided_by for each in all_proposal if each.decided_by is not None
    ) == ("agent-1",)
    assert tuple(each.topic for each in violated) == ("D1",)
    assert clear == "no violations"
    assert unsound.health == Health.YELLOW
    assert unsound.reasons == ("unresolved deviation: D1",)
    assert value_of(lines=before, metric="governance violations") == "1"
    assert value_of(lines=later, metric="governance violations") == "0"
    assert value_of(lines=later, metric="tasks completed per week") == "1"
    assert tuple(each.what for each in of_task) == (
        "task_create",
        "task_triage",
        "task_start",
        "task_finish",
        "task_accept",
        "task_merge",
    )
    assert tuple(each.what for each in of_bob) == ("task_start", "task_finish")
