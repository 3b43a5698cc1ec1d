"""Rules about actions (SysML 2.0, clause 8.3.17)."""

from __future__ import annotations

from collections.abc import Iterator

from generator import ir
from generator.diagnostics import Edit, Fix, Related, Severity
from generator.ir import Model
from generator.rules.conditions import misreferenced
from generator.rules.metaclasses import ACTION_USAGES, BEHAVIORS, described
from generator.rules.registry import Finding, rule
from generator.rules.typing import mistyped
from generator.source import Span

__all__ = [
    "action_usage_type",
    "assignment_referent",
    "perform_action_reference",
    "send_action_receiver",
]

_NEVER_CHANGING = ("Links::SelfLink", "Occurrences::HappensLink")


@rule("validateActionUsageType", ir.ActionUsage)
def action_usage_type(usage: ir.ActionUsage, model: Model) -> Iterator[Finding]:
    """An action is typed by action definitions only, or by other definitions of behaviour.

    SysML 2.0, 8.3.17.3, ActionUsage::actionDefinition; the specification gives this condition no name.

    Bad:
    ```sysml
    part def Drum;
    action def March { action beat : Drum; }            // error
    ```
    Good:
    ```sysml
    action def Drumming;
    action def March { action beat : Drumming; }
    ```
    """
    if not isinstance(usage, ir.StateUsage | ir.CalculationUsage):
        yield from mistyped(usage, model, BEHAVIORS, "action definitions")


@rule("validatePerformActionUsageReference", ir.PerformActionUsage)
def perform_action_reference(usage: ir.PerformActionUsage, model: Model) -> Iterator[Finding]:
    """What is performed is an action.

    SysML 2.0, 8.3.17.14.

    Bad:
    ```sysml
    action def Fanfare;
    ref fanfare : Fanfare;
    part def Herald { perform fanfare; }        // error
    ```
    Good:
    ```sysml
    action def Fanfare;
    action fanfare : Fanfare;
    part def Herald { perform fanfare; }
    ```
    """
    yield from misreferenced(usage, model, ACTION_USAGES, "an action")


@rule("validateAssignmentActionUsageReferentIsTimeVarying", ir.AssignmentActionUsage)
def assignment_referent(usage: ir.AssignmentActionUsage, model: Model) -> Iterator[Finding]:
    """What is assigned to can change in time.

    It is a feature of something that exists in time, and neither a portion of it nor an action it consists of
    (SysML 2.0, 8.3.17.5 and 8.3.6.4, Usage::mayTimeVary).

    Bad:
    ```sysml
    item def Diary { action writing; }
    action def Forget {
        in item diary : Diary;
        assign diary.writing := null;           // error
    }
    ```
    Good:
    ```sysml
    item def Diary { attribute pages : ScalarValues::Integer; }
    action def Write {
        in item diary : Diary;
        assign diary.pages := diary.pages + 1;
    }
    ```
    """
    target = model.target(usage.target)
    if usage.target is None or not isinstance(target, ir.Feature) or _may_vary(target, model):
        return
    yield Finding(
        usage.target.span,
        f"`{usage.target.text}` never changes, so nothing can be assigned to it",
        related=(Related("it is declared here", target.name_span or target.span),),
    )


def _may_vary(feature: ir.Feature, model: Model) -> bool:
    if not isinstance(feature, ir.Usage):
        return feature.is_variable
    owner = model.owner(feature)
    if not isinstance(owner, ir.Type) or not model.specializes(owner, "Occurrences::Occurrence"):
        return False
    if feature.is_portion or any(model.specializes(feature, each) for each in _NEVER_CHANGING):
        return False
    return not (feature.is_composite and model.specializes(feature, "Actions::Action"))


@rule("validateSendActionUsageReceiver", ir.SendActionUsage, severity=Severity.WARNING)
def send_action_receiver(usage: ir.SendActionUsage, model: Model) -> Iterator[Finding]:
    """What is sent to a port is sent `via` it.

    A port is the sender's way out, not who receives (SysML 2.0, 7.17.7; the reference implementation warns too).

    Bad:
    ```sysml
    item def Shout;
    part def Tower {
        port window;
        action warn { send new Shout() to window; }         // warning
    }
    ```
    Good:
    ```sysml
    item def Shout;
    part def Tower {
        port window;
        action warn { send new Shout() via window; }
    }
    ```
    """
    receiver = usage.receiver
    if not isinstance(receiver, ir.FeatureReferenceExpression | ir.FeatureChainExpression):
        return
    target = model.target(receiver.reference)
    if isinstance(target, ir.PortUsage):
        yield Finding(
            receiver.span,
            f"`{receiver.reference.text}` is {described(target)}: send via it, not to it",
            hint=f"write `via {receiver.reference.text}`",
            fix=_via(usage, receiver.span),
        )


def _via(usage: ir.SendActionUsage, receiver: Span) -> Fix | None:
    """The change of `to` into `via`, where there is no `via` already."""
    text = receiver.source.text[usage.span.start : receiver.start]
    if usage.sender is not None or not text.rstrip().endswith("to"):
        return None
    start = usage.span.start + len(text.rstrip()) - len("to")
    place = Span(receiver.source, start, start + len("to"))
    return Fix("send via the port", (Edit(place, "via"),))
