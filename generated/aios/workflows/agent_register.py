# Generated from AIOS_Agents::AgentRegister (ssot/aios/agents.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Registers an agent or a person; gives the id."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import Protocol

from .. import telemetry
from ..support.present import now
from ..support.texts import to_string
from ..types.aios_domain import AgentKind, TaskStatus
from ..types.aios_persistence import AgentRecord, Session
from .note import NoteSteps, note
from .running import Refused, composed, run_step


@dataclass(frozen=True, slots=True)
class AgentRegisterResult:
    """What AgentRegister gives."""

    report: str
    agent_id: str


class AgentRegisterSteps(Protocol):
    """What AgentRegister asks of those who do its steps."""

    @abstractmethod
    async def all_agent_record(self) -> tuple[AgentRecord, ...]:
        """All instances of AgentRecord."""

    @abstractmethod
    async def store_agent_record(self, *, entity: AgentRecord) -> None:
        """Store AgentRecord as the storage of the system does."""

    @abstractmethod
    async def audit(
        self,
        *,
        session: Session,
        what: str,
        task_id: str | None,
        origin: TaskStatus | None,
        target: TaskStatus | None,
        remark: str | None,
    ) -> None:
        """Adds an entry to the audit trail."""


class DefaultAgentRegisterSteps(AgentRegisterSteps):
    """The steps of AgentRegister as far as the model says what they do."""

    def __init__(
        self,
        *,
        note_steps: NoteSteps,
    ) -> None:
        self.note_steps = note_steps

    @composed
    async def audit(
        self,
        *,
        session: Session,
        what: str,
        task_id: str | None,
        origin: TaskStatus | None,
        target: TaskStatus | None,
        remark: str | None,
    ) -> None:
        await note(
            self.note_steps,
            session=session,
            what=what,
            task_id=task_id,
            origin=origin,
            target=target,
            remark=remark,
        )


async def agent_register(
    steps: AgentRegisterSteps,
    *,
    name: str,
    session: Session,
    kind: AgentKind = AgentKind.AI,
) -> AgentRegisterResult:
    """Registers an agent or a person; gives the id."""
    with telemetry.tracer().start_as_current_span("AgentRegister"):
        all_agent_record = await run_step("all AgentRecord", steps.all_agent_record)
        if bool(any(each.name == name for each in all_agent_record)):
            raise Refused("There is an agent with this name already.")
        if name.strip() == "":
            raise Refused("An agent needs a name.")
        id_ = "agent-" + to_string(len(all_agent_record) + 1)
        await run_step(
            "keep",
            steps.store_agent_record,
            entity=AgentRecord(
                agent_id=id_,
                name=name,
                kind=kind,
                registered_by=session.agent_id,
                registered_at=now(),
            ),
        )
        await run_step(
            "audit",
            steps.audit,
            session=session,
            what="agent_register",
            task_id=None,
            origin=None,
            target=None,
            remark=id_,
        )
        agent_id = id_
        report = name + " is " + id_
        return AgentRegisterResult(report=report, agent_id=agent_id)
