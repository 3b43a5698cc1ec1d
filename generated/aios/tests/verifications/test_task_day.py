# Generated from AIOS_TaskVerification::TaskDayTest (ssot/aios/verification_tasks.sysml) and 13 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""A task from the inbox to the merge: what comes too early is refused, a person lets it
begin, sends it back and accepts it.

Verifies AIOS-2.2-1, AIOS-2.2-2, AIOS-2.2-3, AIOS-2.2-4, AIOS-2.2-5, AIOS-2.2-6,
AIOS-2.7-1, AIOS-2.7-3, AIOS-2.7-4, AIOS-2.7-6, AIOS-7.1-4, AIOS-7.1-5, AIOS-8.3-2,
AIOS-2.1-4, AIOS-2.1-3, AIOS-2.1-5, AIOS-2.1-6, AIOS-2.3-2, AIOS-1.2-3, AIOS-2.1-1,
AIOS-2.1-2, AIOS-2.7-5, AIOS-5.1-1, AIOS-5.1-2, AIOS-5.1-3, AIOS-5.1-5, AIOS-5.1-6.
"""

from __future__ import annotations

import re

import pytest

from aios.calculations import found_for, session_as
from aios.files import read_file
from aios.persistence.repository import Repository
from aios.tests.verifications.performing import ask, perform
from aios.types.aios_authority import RoleMode
from aios.types.aios_domain import Priority, TaskStatus
from aios.types.aios_views import TaskBoard
from aios.workflows.daily_checklist import daily_checklist
from aios.workflows.init import init
from aios.workflows.running import Refused
from aios.workflows.task_accept import task_accept
from aios.workflows.task_approve import task_approve
from aios.workflows.task_artifact import task_artifact
from aios.workflows.task_create import task_create
from aios.workflows.task_finish import task_finish
from aios.workflows.task_list import task_list
from aios.workflows.task_merge import task_merge
from aios.workflows.task_return import task_return
from aios.workflows.task_show import task_show
from aios.workflows.task_start import task_start
from aios.workflows.task_triage import task_triage


def test_task_day() -> None:
    perform(init)
    with pytest.raises(Refused, match=re.escape("set up already")):
        perform(init)
    perform(
        task_create,
        task_id="A",
        title="Make it",
        description="What it is",
        requirements=("It works",),
        session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
    )
    with pytest.raises(Refused, match=re.escape("letters, digits")):
        perform(
            task_create,
            task_id="../evil",
            title="Make it",
            session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
        )
    perform(
        task_create,
        task_id="A1",
        title="A part",
        part_of="A",
        session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
    )
    with pytest.raises(
        Refused, match=re.escape("There is no task that this one could be a part of")
    ):
        perform(
            task_create,
            task_id="A2",
            title="A part",
            part_of="Z",
            session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
        )
    with pytest.raises(Refused, match=re.escape("A task needs a title")):
        perform(
            task_create,
            task_id="B",
            title=" ",
            session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
        )
    inbox = perform(task_list, status=TaskStatus.INBOX)
    with pytest.raises(Refused, match=re.escape("in state inbox")):
        perform(
            task_start,
            task_id="A",
            session=session_as(agent_id="agent-3", role=RoleMode.BUILDER),
        )
    perform(
        task_triage,
        task_id="A",
        priority=Priority.HIGH,
        session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
    )
    perform(
        task_approve,
        task_id="A",
        session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
    )
    perform(
        task_start,
        task_id="A",
        session=session_as(agent_id="agent-3", role=RoleMode.BUILDER),
    )
    running = perform(
        task_show,
        task_id="A",
        session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
    )
    with pytest.raises(Refused, match=re.escape("Only who runs a task")):
        perform(
            task_artifact,
            task_id="A",
            artifact="src/other.py",
            session=session_as(agent_id="agent-4", role=RoleMode.BUILDER),
        )
    perform(
        task_artifact,
        task_id="A",
        artifact="src/made.py",
        session=session_as(agent_id="agent-3", role=RoleMode.BUILDER),
    )
    with pytest.raises(Refused, match=re.escape("in state running")):
        perform(
            task_merge,
            task_id="A",
            session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
        )
    perform(
        task_finish,
        task_id="A",
        session=session_as(agent_id="agent-3", role=RoleMode.BUILDER),
    )
    with pytest.raises(Refused, match=re.escape("Only a running task")):
        perform(
            task_artifact,
            task_id="A",
            artifact="src/late.py",
            session=session_as(agent_id="agent-3", role=RoleMode.BUILDER),
        )
    with pytest.raises(Refused, match=re.escape("after a person has accepted it")):
        perform(
            task_merge,
            task_id="A",
            session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
        )
    perform(
        task_return,
        task_id="A",
        reason="smaller",
        session=session_as(agent_id="agent-2", role=RoleMode.HUMAN_OPERATOR),
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
        task_merge,
        task_id="A",
        session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
    )
    daily = perform(daily_checklist)
    trail = read_file("ops/audit/A.md", str)
    board = read_file("state/tasks.yaml", TaskBoard)
    all_task = ask(Repository.all_task)
    assert tuple(each.task_id for each in inbox) == ("A", "A1")
    assert running.status == TaskStatus.RUNNING
    assert tuple(each.status for each in all_task) == (
        TaskStatus.MERGED,
        TaskStatus.INBOX,
    )
    assert tuple(each.part_of for each in all_task if each.part_of is not None) == (
        "A",
    )
    assert tuple(each.priority for each in all_task) == (Priority.HIGH, Priority.NORMAL)
    assert (
        found_for(lines=daily, line="Review overnight agent activity")
        == "4 actions of agents"
    )
    assert found_for(lines=daily, line="Review status changes") == "6 changes"
    assert found_for(lines=daily, line="Review the inbox for new requests") == "A1"
    assert "# A" in trail
    assert "agent-3 (builder) task_start: queued -> running" in trail
    assert "task_merge: reviewing -> merged" in trail
    assert "- src/made.py" in trail
    assert "src/late.py" not in trail
    assert tuple(
        each.approved_by for each in all_task if each.approved_by is not None
    ) == ("agent-2",)
    assert tuple(each.assignee for each in all_task if each.assignee is not None) == (
        "agent-3",
    )
    assert tuple(
        each.accepted_by for each in all_task if each.accepted_by is not None
    ) == ("agent-2",)
    assert tuple(item for each in all_task for item in each.artifacts) == (
        "src/made.py",
    )
    assert not tuple(item for each in board.queues for item in each.locks)
    assert tuple(each.id for each in board.tasks) == ("A", "A1")
    assert tuple(each.status for each in board.tasks) == (
        TaskStatus.MERGED,
        TaskStatus.INBOX,
    )
