# Generated from AIOS_EventVerification::EmergencyDayTest (ssot/aios/verification_events.sysml) and 15 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Agents get sessions within bounds; a task is stopped with the session of who ran it;
in a freeze nothing begins.

Verifies AIOS-6.2-1, AIOS-6.2-3, AIOS-6.2-4, AIOS-6.2-5, AIOS-6.2-6, AIOS-6.2-7,
AIOS-7.1-1, AIOS-7.1-2, AIOS-7.1-3, AIOS-7.1-6, AIOS-7.2-1, AIOS-7.2-2, AIOS-7.3-5,
AIOS-1.2-9, AIOS-1.1-1, AIOS-9.2-1, AIOS-9.2-2, AIOS-9.2-3, AIOS-9.2-7, AIOS-9.1-4.
"""

from __future__ import annotations

import re

import pytest

from aios.calculations import session_as, session_with, value_of
from aios.persistence.repository import Repository
from aios.tests.verifications.performing import ask, perform
from aios.types.aios_authority import RoleMode
from aios.types.aios_domain import (
    AgentKind,
    Health,
    QueueName,
    SessionState,
    TaskStatus,
)
from aios.workflows.agent_list import agent_list
from aios.workflows.agent_register import agent_register
from aios.workflows.freeze import freeze
from aios.workflows.health_check import health_check
from aios.workflows.init import init
from aios.workflows.metrics import metrics
from aios.workflows.queue_release import queue_release
from aios.workflows.running import Refused
from aios.workflows.session_create import session_create
from aios.workflows.session_list import session_list
from aios.workflows.task_create import task_create
from aios.workflows.task_finish import task_finish
from aios.workflows.task_start import task_start
from aios.workflows.task_stop import task_stop
from aios.workflows.task_triage import task_triage
from aios.workflows.unfreeze import unfreeze


def test_emergency_day() -> None:
    perform(init)
    well = perform(health_check)
    perform(
        agent_register,
        name="hana",
        kind=AgentKind.HUMAN,
        session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
    )
    bob = perform(
        agent_register,
        name="bob",
        session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
    )
    with pytest.raises(Refused, match=re.escape("with this name already")):
        perform(
            agent_register,
            name="bob",
            session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
        )
    with pytest.raises(Refused, match=re.escape("An AI agent works in the modes")):
        perform(
            session_create,
            agent_id="agent-3",
            role_mode=RoleMode.PROJECT_OWNER,
            session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
        )
    with pytest.raises(Refused, match=re.escape("a higher role than their own")):
        perform(
            session_create,
            agent_id="agent-2",
            role_mode=RoleMode.PROJECT_LEAD,
            session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
        )
    session = perform(
        session_create,
        agent_id="agent-3",
        role_mode=RoleMode.BUILDER,
        task_scope=("A",),
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
        session=session_as(agent_id="agent-4", role=RoleMode.BUILDER),
    )
    perform(
        task_finish,
        task_id="B",
        session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
    )
    perform(
        task_stop,
        task_id="A",
        reason="runs wild",
        session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
    )
    freeze_2 = perform(
        freeze,
        reason="a leak",
        session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
    )
    ill = perform(health_check)
    measured = perform(metrics)
    with pytest.raises(Refused, match=re.escape("The system is frozen")):
        perform(
            task_start,
            task_id="C",
            session=session_as(agent_id="agent-3", role=RoleMode.BUILDER),
        )
    with pytest.raises(Refused, match=re.escape("only unfreeze")):
        perform(
            queue_release,
            queue=QueueName.DEV,
            session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
        )
    agents = perform(agent_list)
    sessions = perform(session_list)
    perform(
        unfreeze, session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER)
    )
    perform(
        task_start,
        task_id="C",
        session=session_as(agent_id="agent-4", role=RoleMode.BUILDER),
    )
    all_freeze_record = ask(Repository.all_freeze_record)
    all_session = ask(Repository.all_session)
    all_task = ask(Repository.all_task)
    assert well.health == Health.GREEN
    assert ill.health == Health.RED
    assert "queue locked: dev" in ill.reasons
    assert (
        value_of(lines=measured, metric="agent session success rate in percent")
        == "0.0"
    )
    assert bob.agent_id == "agent-3"
    assert tuple(each.name for each in agents) == ("owner", "hana", "bob")
    assert len(sessions) == 2
    assert (
        next(
            (
                each.state
                for each in tuple(
                    each
                    for each in (
                        session_with(
                            sessions=all_session, session_id=session.session_id
                        ),
                    )
                    if each is not None
                )
            ),
            None,
        )
        == SessionState.TERMINATED
    )
    assert freeze_2.notify == ("owner", "hana")
    assert tuple(each.reason for each in all_freeze_record) == ("a leak",)
    assert tuple(
        each.lifted_by for each in all_freeze_record if each.lifted_by is not None
    ) == ("agent-1",)
    assert tuple(each.status for each in all_task) == (
        TaskStatus.BLOCKED,
        TaskStatus.REVIEWING,
        TaskStatus.RUNNING,
    )
    assert session.session_token != ""
