"""How runs of a workflow are started and kept, as annotations say: queue, schedule, durability.

Knows the `AgentSystems` annotations of actions; must not know which engine carries them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.compile.actions import metadata_values
from generator.compile.building import APPROVAL, BREAKER
from generator.compile.workflow_names import workflow_names
from generator.compile.workflows import Workflow, compile_workflow
from generator.diagnostics import Diagnostic, Severity
from generator.emit.names import snake
from generator.ir import ActionUsage, Model, Type
from generator.source import Span

__all__ = [
    "QueuePolicy",
    "SchedulePolicy",
    "any_durable",
    "durable_paths",
    "is_durable",
    "queue_of",
    "schedule_of",
    "start_faults",
    "uses_policies",
    "workflows_of",
]

QUEUE = "AgentSystems::Workflows::Queue"
SCHEDULE = "AgentSystems::Workflows::Schedule"
DURABLE = "AgentSystems::Workflows::Durable"
_CRON = re.compile(r"[0-9*,/\-A-Za-z#?]+( [0-9*,/\-A-Za-z#?]+){4,5}\Z")


@dataclass(frozen=True, slots=True)
class QueuePolicy:
    """A queue: at most `concurrency` runs at once, at most `rate` starts in any `period` seconds."""

    name: str
    concurrency: int | None
    rate: int | None
    period: float | None


@dataclass(frozen=True, slots=True)
class SchedulePolicy:
    """When a workflow is started: by a line of crontab, or each so many seconds."""

    cron: str | None
    every: float | None


def queue_of(model: Model, action: Type) -> QueuePolicy | None:
    """The queue in which runs of an action wait, if it says so."""
    found = metadata_values(model, action, QUEUE)
    if found is None:
        return None
    given = found.get("name")
    name = given if isinstance(given, str) and given else snake(action.name or "queue")
    rate, period = _count(found.get("rate")), found.get("period", 1.0)
    seconds = float(period) if isinstance(period, int | float) and period > 0 else 1.0
    limit = _count(found.get("concurrency"))
    return QueuePolicy(name, limit, rate, seconds if rate is not None else None)


def _count(value: int | float | str | None) -> int | None:
    return int(value) if isinstance(value, int | float) and value >= 1 else None


def schedule_of(model: Model, action: Type) -> SchedulePolicy | None:
    """When an action is started, if it says so and can be."""
    found = metadata_values(model, action, SCHEDULE)
    if found is None or any(_schedule_faults(model, action)):
        return None
    cron, every = found.get("cron"), found.get("every")
    return SchedulePolicy(
        cron if isinstance(cron, str) else None,
        float(every) if isinstance(every, int | float) else None,
    )


def is_durable(model: Model, workflow: Workflow) -> bool:
    """Whether a workflow has to outlive the process that runs it."""
    kept = (QUEUE, SCHEDULE, DURABLE)
    if any(metadata_values(model, workflow.action, each) is not None for each in kept):
        return True
    return _annotates_steps(model, workflow, APPROVAL)


def any_durable(model: Model, workflows: Iterable[Workflow]) -> bool:
    """Whether a system with these workflows has durable runs."""
    return any(is_durable(model, each) for each in workflows)


def durable_paths(has_policies: bool) -> tuple[tuple[str, ...], ...]:
    """The commands about durable runs, as the words that lead to them."""
    names = ["cancel", "list", "resume", "show", "start"]
    names += ["approve", "breaker"] if has_policies else []
    return (("worker",), *(("workflow", each) for each in names))


def uses_policies(model: Model, workflow: Workflow) -> bool:
    """Whether a workflow waits in a queue, or has steps with an approval or a breaker."""
    queue = metadata_values(model, workflow.action, QUEUE)
    return queue is not None or _annotates_steps(model, workflow, APPROVAL, BREAKER)


def _annotates_steps(model: Model, workflow: Workflow, *definitions: str) -> bool:
    steps = (each.element for each in workflow.steps)
    return any(
        isinstance(each, ActionUsage) and metadata_values(model, each, definition) is not None
        for each in steps
        for definition in definitions
    )


def workflows_of(model: Model, elements: Iterable[Type]) -> tuple[Workflow, ...]:
    """The compiled workflows among some elements, in their order."""
    names = workflow_names(model)
    found = (each for each in elements if names.function(each) is not None)
    return tuple(compile_workflow(model, each)[0] for each in found)


# -- what cannot be meant -------------------------------------------------------------------------


def start_faults(model: Model, workflows: Iterable[Workflow]) -> Iterator[Diagnostic]:
    """What the annotations of workflows ask for and cannot have."""
    known: dict[str, tuple[QueuePolicy, str]] = {}
    for workflow in workflows:
        action = workflow.action
        queue = queue_of(model, action)
        if queue is not None:
            first, owner = known.setdefault(queue.name, (queue, action.qualified_name))
            if first != queue:
                message = f"the queue `{queue.name}` has other limits in `{owner}`; those count"
                yield _warning("queue-limits", message, _span(model, action, QUEUE))
        for message in _queue_faults(model, action):
            yield _warning("queue-limits", message, _span(model, action, QUEUE))
        for message in _schedule_faults(model, action):
            yield _warning("schedule-start", message, _span(model, action, SCHEDULE))


def _queue_faults(model: Model, action: Type) -> Iterator[str]:
    found = metadata_values(model, action, QUEUE) or {}
    for name in ("concurrency", "rate"):
        if name in found and _count(found[name]) is None:
            yield f"`{name}` of a queue is at least 1; without it there is no limit"
    period = found.get("period", 1.0)
    if not isinstance(period, int | float) or period <= 0:
        yield "`period` of a queue is more than 0 seconds"


def _schedule_faults(model: Model, action: Type) -> Iterator[str]:
    found = metadata_values(model, action, SCHEDULE)
    if found is None:
        return
    workflow, _ = compile_workflow(model, action)
    needed = [each.label for each in workflow.parameters if each.default is None]
    if needed:
        shown = ", ".join(f"`{each}`" for each in needed)
        yield f"nobody gives {shown} when the clock starts `{action.name}`"
    cron, every = found.get("cron"), found.get("every")
    if (cron is None) == (every is None):
        yield "a schedule has either `cron` or `every`"
    elif isinstance(cron, str) and not _CRON.match(cron):
        yield f"`{cron}` has not the five fields of a crontab, or six with seconds at the beginning"
    elif every is not None and (not isinstance(every, int | float) or every <= 0):
        yield "`every` of a schedule is more than 0 seconds"


def _warning(code: str, message: str, span: Span) -> Diagnostic:
    return Diagnostic(code, Severity.WARNING, message, span)


def _span(model: Model, action: Type, definition: str) -> Span:
    return next((each.span for each in model.metadata(action, definition)), action.span)
