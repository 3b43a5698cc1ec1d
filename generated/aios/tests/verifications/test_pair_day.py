# Generated from AIOS_TaskVerification::PairDayTest (ssot/aios/verification_tasks.sysml) and 13 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Pair programming with one revision: the builder does not review, nothing is left out,
nothing goes on without approval.

Verifies AIOS-2.3-1, AIOS-2.3-3, AIOS-2.3-4, AIOS-2.3-5, AIOS-2.3-6, AIOS-2.3-7,
AIOS-2.3-8, AIOS-2.3-9, AIOS-2.3-10, AIOS-2.4-1, AIOS-2.5-1, AIOS-2.5-2, AIOS-2.6-1,
AIOS-2.6-2.
"""

from __future__ import annotations

import re

import pytest

from aios.calculations import session_as
from aios.persistence.repository import Repository
from aios.tests.verifications.performing import ask, perform
from aios.types.aios_authority import RoleMode
from aios.types.aios_domain import Dimension, Persona, TaskStatus, Verdict
from aios.workflows.check_dimension import check_dimension
from aios.workflows.gate_check import gate_check
from aios.workflows.init import init
from aios.workflows.review_approve import review_approve
from aios.workflows.review_create_session import review_create_session
from aios.workflows.review_list import review_list
from aios.workflows.review_report import review_report
from aios.workflows.review_submit import review_submit
from aios.workflows.running import Refused
from aios.workflows.task_accept import task_accept
from aios.workflows.task_create import task_create
from aios.workflows.task_merge import task_merge
from aios.workflows.task_start import task_start
from aios.workflows.task_triage import task_triage


def test_pair_day() -> None:
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
    submit = perform(
        review_submit,
        task_id="A",
        artifacts=("src/made.py",),
        session=session_as(agent_id="agent-3", role=RoleMode.BUILDER),
    )
    with pytest.raises(Refused, match=re.escape("Nobody reviews what they built")):
        perform(
            review_create_session,
            task_id="A",
            session=session_as(agent_id="agent-3", role=RoleMode.BUILDER),
        )
    perform(
        review_create_session,
        task_id="A",
        persona=Persona.SECURITY_EXPERT,
        session=session_as(agent_id="agent-4", role=RoleMode.BUILDER),
    )
    with pytest.raises(Refused, match=re.escape("reviewed already")):
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
    with pytest.raises(Refused, match=re.escape("Every review covers")):
        perform(
            review_report,
            task_id="A",
            session=session_as(agent_id="agent-4", role=RoleMode.BUILDER),
        )
    perform(
        check_dimension,
        task_id="A",
        dimension=Dimension.O_,
        major=1,
        session=session_as(agent_id="agent-4", role=RoleMode.BUILDER),
    )
    report = perform(
        review_report,
        task_id="A",
        summary="too long",
        session=session_as(agent_id="agent-4", role=RoleMode.BUILDER),
    )
    with pytest.raises(
        Refused, match=re.escape("Only a review with the verdict APPROVED")
    ):
        perform(
            review_approve,
            task_id="A",
            session=session_as(agent_id="agent-4", role=RoleMode.BUILDER),
        )
    resubmit = perform(
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
        minor=1,
        session=session_as(agent_id="agent-4", role=RoleMode.BUILDER),
    )
    report_again = perform(
        review_report,
        task_id="A",
        session=session_as(agent_id="agent-4", role=RoleMode.BUILDER),
    )
    perform(
        review_approve,
        task_id="A",
        session=session_as(agent_id="agent-4", role=RoleMode.BUILDER),
    )
    gates = perform(
        gate_check,
        task_id="A",
        session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
    )
    perform(
        task_accept,
        task_id="A",
        session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
    )
    perform(
        task_merge,
        task_id="A",
        session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
    )
    reviewed = perform(review_list, task_id="A")
    all_review = ask(Repository.all_review)
    all_task = ask(Repository.all_task)
    assert submit.revision == 1
    assert report.verdict == Verdict.NEEDS_REVISION
    assert resubmit.revision == 2
    assert report_again.verdict == Verdict.APPROVED
    assert gates.passed
    assert tuple(each.status for each in all_task) == (TaskStatus.MERGED,)
    assert len(all_review) == 2
    assert tuple(each.persona for each in all_review if each.persona is not None) == (
        Persona.SECURITY_EXPERT,
    )
    assert tuple(each.verdict for each in reviewed if each.verdict is not None) == (
        Verdict.NEEDS_REVISION,
        Verdict.APPROVED,
    )
    assert tuple(each.dimensions for each in reviewed) == (4, 4)
