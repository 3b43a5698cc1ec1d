# Generated from AIOS_EventVerification::QueueDayTest (ssot/aios/verification_events.sysml) and 10 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Three tasks of dev run, a fourth waits for a place; governance waits for a person; a
stuck queue is released.

Verifies AIOS-4.1-3, AIOS-4.1-4, AIOS-4.2-1, AIOS-4.2-2, AIOS-4.2-3, AIOS-4.2-4,
AIOS-4.3-1, AIOS-4.3-2, AIOS-4.3-3, AIOS-9.2-4.
"""

from __future__ import annotations

import re

import pytest

from aios.calculations import line_of, queue_with, session_as
from aios.persistence.repository import Repository
from aios.tests.verifications.performing import ask, perform
from aios.types.aios_authority import RoleMode
from aios.types.aios_domain import Health, QueueName
from aios.workflows.health_check import health_check
from aios.workflows.init import init
from aios.workflows.queue_overview import queue_overview
from aios.workflows.queue_release import queue_release
from aios.workflows.running import Refused
from aios.workflows.task_approve import task_approve
from aios.workflows.task_create import task_create
from aios.workflows.task_finish import task_finish
from aios.workflows.task_list import task_list
from aios.workflows.task_start import task_start
from aios.workflows.task_triage import task_triage


def test_queue_day() -> None:
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
        task_create,
        task_id="D",
        title="Make D",
        description="What it is",
        requirements=("It works",),
        session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
    )
    perform(
        task_triage,
        task_id="D",
        session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
    )
    perform(
        task_create,
        task_id="S",
        title="Make S",
        description="What it is",
        requirements=("It works",),
        session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
    )
    perform(
        task_triage,
        task_id="S",
        queue=QueueName.GOVERNANCE,
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
        session=session_as(agent_id="agent-3", role=RoleMode.BUILDER),
    )
    with pytest.raises(Refused, match=re.escape("The queue is at capacity")):
        perform(
            task_start,
            task_id="D",
            session=session_as(agent_id="agent-3", role=RoleMode.BUILDER),
        )
    crowded = perform(health_check)
    perform(
        task_finish,
        task_id="A",
        session=session_as(agent_id="agent-3", role=RoleMode.BUILDER),
    )
    perform(
        task_start,
        task_id="D",
        session=session_as(agent_id="agent-3", role=RoleMode.BUILDER),
    )
    with pytest.raises(Refused, match=re.escape("the approval of a person")):
        perform(
            task_start,
            task_id="S",
            session=session_as(agent_id="agent-3", role=RoleMode.BUILDER),
        )
    perform(
        task_approve,
        task_id="S",
        session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
    )
    perform(
        task_start,
        task_id="S",
        session=session_as(agent_id="agent-3", role=RoleMode.BUILDER),
    )
    status = perform(queue_overview)
    of_governance = perform(task_list, queue=QueueName.GOVERNANCE)
    perform(
        queue_release,
        queue=QueueName.DEV,
        task="B",
        session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
    )
    all_task_queue = ask(Repository.all_task_queue)
    assert len(all_task_queue) == 4
    assert crowded.health == Health.YELLOW
    assert crowded.reasons == ("queue at capacity: dev",)
    assert (
        next(
            (
                each.running
                for each in tuple(
                    each
                    for each in (line_of(lines=status, queue=QueueName.DEV),)
                    if each is not None
                )
            ),
            None,
        )
        == 3
    )
    assert tuple(
        item
        for each in tuple(
            each
            for each in (line_of(lines=status, queue=QueueName.DEV),)
            if each is not None
        )
        for item in each.locks
    ) == ("B", "C", "D")
    assert tuple(each.task_id for each in of_governance) == ("S",)
    assert tuple(
        item
        for each in tuple(
            each
            for each in (queue_with(queues=all_task_queue, name=QueueName.DEV),)
            if each is not None
        )
        for item in each.locks
    ) == ("C", "D")
    assert tuple(
        item
        for each in tuple(
            each
            for each in (queue_with(queues=all_task_queue, name=QueueName.GOVERNANCE),)
            if each is not None
        )
        for item in each.locks
    ) == ("S",)
