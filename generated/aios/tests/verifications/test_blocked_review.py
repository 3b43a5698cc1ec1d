# Generated from AIOS_TaskVerification::BlockedReviewTest (ssot/aios/verification_tasks.sysml) and 12 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""A fundamental problem blocks the task and is escalated to a person.

Verifies AIOS-2.5-3, AIOS-6.1-1, AIOS-6.1-5, AIOS-6.1-6, AIOS-6.1-2, AIOS-6.1-3,
AIOS-6.1-4.
"""

from __future__ import annotations

import re

import pytest

from aios.calculations import session_as
from aios.persistence.repository import Repository
from aios.tests.verifications.performing import ask, perform
from aios.types.aios_authority import RoleMode
from aios.types.aios_domain import Dimension, IssueType, TaskStatus, Verdict
from aios.workflows.check_dimension import check_dimension
from aios.workflows.init import init
from aios.workflows.issue_advance import issue_advance
from aios.workflows.issue_list import issue_list
from aios.workflows.issue_raise import issue_raise
from aios.workflows.review_create_session import review_create_session
from aios.workflows.review_report import review_report
from aios.workflows.review_submit import review_submit
from aios.workflows.running import Refused
from aios.workflows.task_create import task_create
from aios.workflows.task_start import task_start
from aios.workflows.task_triage import task_triage
from aios.workflows.task_unblock import task_unblock


def test_blocked_review() -> None:
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
        task_start,
        task_id="A",
        session=session_as(agent_id="agent-3", role=RoleMode.BUILDER),
    )
    perform(
        review_submit,
        task_id="A",
        session=session_as(agent_id="agent-3", role=RoleMode.BUILDER),
    )
    perform(
        review_create_session,
        task_id="A",
        session=session_as(agent_id="agent-4", role=RoleMode.BUILDER),
    )
    perform(
        check_dimension,
        task_id="A",
        dimension=Dimension.Q,
        session=session_as(agent_id="agent-4", role=RoleMode.BUILDER),
    )
    perform(
        check_dimension,
        task_id="A",
        dimension=Dimension.R,
        session=session_as(agent_id="agent-4", role=RoleMode.BUILDER),
    )
    perform(
        check_dimension,
        task_id="A",
        dimension=Dimension.C,
        session=session_as(agent_id="agent-4", role=RoleMode.BUILDER),
    )
    perform(
        check_dimension,
        task_id="A",
        dimension=Dimension.O_,
        session=session_as(agent_id="agent-4", role=RoleMode.BUILDER),
    )
    report = perform(
        review_report,
        task_id="A",
        summary="the wrong idea",
        fundamental=True,
        session=session_as(agent_id="agent-4", role=RoleMode.BUILDER),
    )
    raised = perform(issue_list)
    escalate = perform(
        issue_advance,
        number=1,
        session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
    )
    with pytest.raises(Refused, match=re.escape("It is the turn of a higher role")):
        perform(
            issue_advance,
            number=1,
            resolved=True,
            session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
        )
    perform(
        issue_advance,
        number=1,
        resolved=True,
        session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
    )
    with pytest.raises(Refused, match=re.escape("The issue is resolved")):
        perform(
            issue_advance,
            number=1,
            session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
        )
    perform(
        task_unblock,
        task_id="A",
        resolution="another idea",
        session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
    )
    left = perform(issue_list)
    conflict = perform(
        issue_raise,
        type_=IssueType.SPEC_CONFLICT,
        description="two specs",
        session=session_as(agent_id="agent-3", role=RoleMode.BUILDER),
    )
    leak = perform(
        issue_raise,
        type_=IssueType.SECURITY_CONCERN,
        description="a leak",
        session=session_as(agent_id="agent-3", role=RoleMode.BUILDER),
    )
    misbehavior = perform(
        issue_raise,
        type_=IssueType.AGENT_MISBEHAVIOR,
        description="loops",
        session=session_as(agent_id="agent-3", role=RoleMode.BUILDER),
    )
    all_task = ask(Repository.all_task)
    assert report.verdict == Verdict.BLOCKED
    assert tuple(each.type_ for each in raised) == (IssueType.TASK_BLOCKED,)
    assert tuple(each.turn for each in raised if each.turn is not None) == (
        RoleMode.HUMAN_OPERATOR,
    )
    assert escalate.turn == RoleMode.PROJECT_LEAD
    assert not left
    assert conflict.turn == RoleMode.PROJECT_LEAD
    assert leak.turn == RoleMode.PLATFORM_ENGINEER
    assert misbehavior.turn == RoleMode.HUMAN_OPERATOR
    assert tuple(each.status for each in all_task) == (TaskStatus.QUEUED,)
