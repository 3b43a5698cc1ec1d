# Generated from AIOS_SessionVerification::FreezeSaidTest (ssot/aios/verification_sessions.sysml) and 8 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Whatever a freeze refuses says who froze the system, why, and what ends it.

Verifies AIOS-6.2-6, AIOS-6.2-5.
"""

from __future__ import annotations

import re

import pytest

from aios.calculations import session_as
from aios.persistence.repository import Repository
from aios.tests.verifications.performing import ask, perform
from aios.types.aios_authority import RoleMode
from aios.types.aios_domain import QueueName, TaskStatus
from aios.workflows.freeze import freeze
from aios.workflows.init import init
from aios.workflows.queue_release import queue_release
from aios.workflows.running import Refused
from aios.workflows.task_create import task_create
from aios.workflows.task_merge import task_merge
from aios.workflows.task_start import task_start
from aios.workflows.task_triage import task_triage
from aios.workflows.unfreeze import unfreeze


def test_freeze_said() -> None:
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
        freeze,
        reason="a leak",
        session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
    )
    with pytest.raises(
        Refused, match=re.escape("The system is frozen by owner (agent-1) since")
    ):
        perform(
            task_start,
            task_id="A",
            session=session_as(agent_id="agent-3", role=RoleMode.BUILDER),
        )
    with pytest.raises(
        Refused,
        match=re.escape(": a leak; it stays so until the project owner lifts it"),
    ):
        perform(
            task_merge,
            task_id="A",
            session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
        )
    with pytest.raises(Refused, match=re.escape("a leak")):
        perform(
            queue_release,
            queue=QueueName.DEV,
            session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
        )
    with pytest.raises(Refused, match=re.escape("by owner (agent-1)")):
        perform(
            freeze,
            reason="another",
            session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER),
        )
    perform(
        unfreeze, session=session_as(agent_id="agent-1", role=RoleMode.PROJECT_OWNER)
    )
    perform(
        task_start,
        task_id="A",
        session=session_as(agent_id="agent-3", role=RoleMode.BUILDER),
    )
    all_task = ask(Repository.all_task)
    assert tuple(each.status for each in all_task) == (TaskStatus.RUNNING,)
