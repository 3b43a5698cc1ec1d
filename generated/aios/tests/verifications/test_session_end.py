# Generated from AIOS_SessionVerification::SessionEndTest (ssot/aios/verification_sessions.sysml) and 10 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Two sessions of an agent run two tasks. The end of the first leaves what the second
carries; the end of the second gives the places free. The task of another agent goes
on.

Verifies AIOS-7.1-6, AIOS-6.2-1.
"""

from __future__ import annotations

import re

import pytest

from aios.calculations import line_of, session_as
from aios.persistence.repository import Repository
from aios.tests.verifications.performing import ask, perform
from aios.types.aios_authority import RoleMode
from aios.types.aios_domain import AgentKind, QueueName, TaskStatus
from aios.workflows.agent_register import agent_register
from aios.workflows.audit_list import audit_list
from aios.workflows.init import init
from aios.workflows.queue_overview import queue_overview
from aios.workflows.running import Refused
from aios.workflows.session_create import session_create
from aios.workflows.session_terminate import session_terminate
from aios.workflows.task_create import task_create
from aios.workflows.task_start import task_start
from aios.workflows.task_triage import task_triage
from aios.workflows.task_unblock import task_unblock


def test_session_end() -> None:
    perform(init)
    perform(
        agent_register,
        name="hana",
        kind=AgentKind.HUMAN,
        session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
    )
    perform(
        agent_register,
        name="bob",
        session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
    )
    earlier = perform(
        session_create,
        agent_id="agent-3",
        role_mode=RoleMode.BUILDER,
        task_scope=("A",),
        session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
    )
    later = perform(
        session_create,
        agent_id="agent-3",
        role_mode=RoleMode.BUILDER,
        task_scope=("A", "B"),
        session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
    )
    perform(
        session_create,
        agent_id="agent-3",
        role_mode=RoleMode.PLANNER,
        task_scope=("*",),
        session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
    )
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
        task_create,
        task_id="B",
        title="Make B",
        description="What it is",
        requirements=("It works",),
        session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
    )
    perform(
        task_triage,
        task_id="B",
        session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
    )
    perform(
        task_create,
        task_id="C",
        title="Make C",
        description="What it is",
        requirements=("It works",),
        session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
    )
    perform(
        task_triage,
        task_id="C",
        session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
    )
    perform(
        task_start,
        task_id="A",
        session=session_as(agent_id="agent-3", role=RoleMode.BUILDER),
    )
    perform(
        task_start,
        task_id="B",
        session=session_as(agent_id="agent-3", role=RoleMode.BUILDER),
    )
    perform(
        task_start,
        task_id="C",
        session=session_as(agent_id="agent-4", role=RoleMode.BUILDER),
    )
    perform(
        session_terminate,
        session_id=earlier.session_id,
        session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
    )
    carried = perform(queue_overview)
    perform(
        session_terminate,
        session_id=later.session_id,
        reason="went home",
        session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
    )
    free = perform(queue_overview)
    with pytest.raises(Refused, match=re.escape("ended already")):
        perform(
            session_terminate,
            session_id=later.session_id,
            session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
        )
    perform(
        task_unblock,
        task_id="A",
        resolution="somebody else goes on",
        session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
    )
    perform(
        task_start,
        task_id="A",
        session=session_as(agent_id="agent-4", role=RoleMode.BUILDER),
    )
    of_b = perform(audit_list, task="B")
    by_hana = perform(audit_list, agent="agent-2")
    all_task = ask(Repository.all_task)
    assert tuple(
        item
        for each in tuple(
            each
            for each in (line_of(lines=carried, queue=QueueName.DEV),)
            if each is not None
        )
        for item in each.locks
    ) == ("A", "B", "C")
    assert tuple(
        item
        for each in tuple(
            each
            for each in (line_of(lines=free, queue=QueueName.DEV),)
            if each is not None
        )
        for item in each.locks
    ) == ("C",)
    assert (
        next(
            (
                each.running
                for each in tuple(
                    each
                    for each in (line_of(lines=free, queue=QueueName.DEV),)
                    if each is not None
                )
            ),
            None,
        )
        == 1
    )
    assert tuple(each.status for each in all_task) == (
        TaskStatus.RUNNING,
        TaskStatus.BLOCKED,
        TaskStatus.RUNNING,
    )
    assert tuple(
        each.blocked_reason for each in all_task if each.blocked_reason is not None
    ) == ("the session of agent-3 ended: went home",)
    assert tuple(each.what for each in of_b) == (
        "task_create",
        "task_triage",
        "task_start",
        "session_left",
    )
    assert "agent-3: went home" in tuple(
        each.remark for each in by_hana if each.remark is not None
    )
