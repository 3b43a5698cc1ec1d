"""Rules about states and transitions (SysML 2.0, clause 8.3.18)."""

from __future__ import annotations

from collections.abc import Iterator

from generator import ir
from generator.diagnostics import Related
from generator.ir import Model, Role
from generator.rules.conditions import misreferenced, repeated
from generator.rules.metaclasses import ACTION_USAGES, BEHAVIORS, described
from generator.rules.registry import Finding, rule
from generator.rules.typing import mistyped

__all__ = [
    "exhibit_state_reference",
    "parallel_state_definition",
    "parallel_state_usage",
    "state_definition_subactions",
    "state_usage_subactions",
    "state_usage_type",
    "transition_guard",
    "transition_target",
    "transition_trigger_source",
]

_SUBACTIONS = {Role.ENTRY: "entry action", Role.DO: "do action", Role.EXIT: "exit action"}


@rule("validateStateUsageType", ir.StateUsage)
def state_usage_type(usage: ir.StateUsage, model: Model) -> Iterator[Finding]:
    """A state is typed by state definitions only, or by other definitions of behaviour.

    SysML 2.0, 8.3.18.6, StateUsage::stateDefinition; the specification gives this condition no name.

    Bad:
    ```sysml
    part def Cat;
    part def Box { state inside : Cat; }        // error
    ```
    Good:
    ```sysml
    state def Alive;
    part def Box { state inside : Alive; }
    ```
    """
    yield from mistyped(usage, model, BEHAVIORS, "state definitions")


@rule("validateExhibitStateUsageReference", ir.ExhibitStateUsage)
def exhibit_state_reference(usage: ir.ExhibitStateUsage, model: Model) -> Iterator[Finding]:
    """What is exhibited is a state.

    SysML 2.0, 8.3.18.2.

    Bad:
    ```sysml
    state def Grumpy;
    ref grumpy : Grumpy;
    part def Troll { exhibit grumpy; }          // error
    ```
    Good:
    ```sysml
    state def Grumpy;
    state grumpy : Grumpy;
    part def Troll { exhibit grumpy; }
    ```
    """
    yield from misreferenced(usage, model, (ir.StateUsage,), "a state")


@rule("validateStateDefinitionStateSubactionKind", ir.StateDefinition)
def state_definition_subactions(definition: ir.StateDefinition, model: Model) -> Iterator[Finding]:
    """A state definition has one entry action, one do action and one exit action at most.

    SysML 2.0, 8.3.18.4.

    Bad:
    ```sysml
    state def Asleep {
        entry action yawn;
        entry action stretch;                   // error
    }
    ```
    Good:
    ```sysml
    state def Asleep {
        entry action settle { action yawn; then action stretch; }
        exit action wakeUp;
    }
    ```
    """
    for role, what in _SUBACTIONS.items():
        yield from repeated(definition, model, role, what)


@rule("validateStateUsageStateSubactionKind", ir.StateUsage)
def state_usage_subactions(usage: ir.StateUsage, model: Model) -> Iterator[Finding]:
    """A state has one entry action, one do action and one exit action at most.

    SysML 2.0, 8.3.18.6.

    Bad:
    ```sysml
    part def Bear {
        state asleep {
            do action snore;
            do action dream;                    // error
        }
    }
    ```
    Good:
    ```sysml
    part def Bear {
        state asleep {
            do action rest { action snore; action dream; }
        }
    }
    ```
    """
    for role, what in _SUBACTIONS.items():
        yield from repeated(usage, model, role, what)


@rule("validateStateDefinitionParallelSubactions", ir.StateDefinition)
def parallel_state_definition(definition: ir.StateDefinition, model: Model) -> Iterator[Finding]:
    """Nothing leads from one substate of a parallel state definition to another.

    Its substates are all active at the same time (SysML 2.0, 8.3.18.4).

    Bad:
    ```sysml
    state def Juggling parallel {
        state left;
        then right;                             // error
        state right;
    }
    ```
    Good:
    ```sysml
    state def Juggling parallel {
        state left;
        state right;
    }
    ```
    """
    yield from _orders(definition, model)


@rule("validateStateUsageParallelSubactions", ir.StateUsage)
def parallel_state_usage(usage: ir.StateUsage, model: Model) -> Iterator[Finding]:
    """Nothing leads from one substate of a parallel state to another.

    Its substates are all active at the same time (SysML 2.0, 8.3.18.6).

    Bad:
    ```sysml
    part def Juggler {
        state juggling parallel {
            state left;
            transition first left then right;   // error
            state right;
        }
    }
    ```
    Good:
    ```sysml
    part def Juggler {
        state juggling parallel {
            state left;
            state right;
        }
    }
    ```
    """
    yield from _orders(usage, model)


def _orders(state: ir.StateDefinition | ir.StateUsage, model: Model) -> Iterator[Finding]:
    if not state.is_parallel:
        return
    for each in model.owned(state):
        if isinstance(each, ir.TransitionUsage | ir.SuccessionAsUsage):
            yield Finding(
                each.name_span or each.span,
                "the substates of a parallel state are all active at once, nothing leads from one"
                " to another",
                hint="take `parallel` away, or put both states into a substate",
            )


@rule("validateTransitionUsageTriggerActions", ir.TransitionUsage)
def transition_trigger_source(usage: ir.TransitionUsage, model: Model) -> Iterator[Finding]:
    """A transition that waits for something leaves a state.

    An action does not wait to be left (SysML 2.0, 8.3.18.9).

    Bad:
    ```sysml
    item def Bell;
    state def School {
        entry action unlock;
        transition first unlock accept Bell then lesson;        // error
        state lesson;
    }
    ```
    Good:
    ```sysml
    item def Bell;
    state def School {
        entry action unlock;
        then recess;
        state recess;
        transition first recess accept Bell then lesson;
        state lesson;
    }
    ```
    """
    source = model.target(usage.source)
    trigger = next(iter(model.owned_with_role(usage, Role.TRIGGER)), None)
    if trigger is not None and source is not None and not isinstance(source, ir.StateUsage):
        yield Finding(
            trigger.span,
            f"a transition with `accept` leaves a state, and this one leaves {described(source)}",
            hint="let a state come between",
            related=(Related("it is declared here", source.name_span or source.span),),
        )


@rule("validateTransitionUsageSuccession", ir.TransitionUsage)
def transition_target(usage: ir.TransitionUsage, model: Model) -> Iterator[Finding]:
    """A transition leads to a state or another action.

    SysML 2.0, 8.3.18.9.

    Bad:
    ```sysml
    part def Frog {
        attribute colour;
        state life {
            state tadpole;
            transition first tadpole then colour;               // error
        }
    }
    ```
    Good:
    ```sysml
    part def Frog {
        state life {
            state tadpole;
            transition first tadpole then adult;
            state adult;
        }
    }
    ```
    """
    target = model.target(usage.target)
    if usage.target is None or target is None or isinstance(target, ACTION_USAGES):
        return
    yield Finding(
        usage.target.span,
        f"a transition leads to a state, and `{usage.target.text}` is {described(target)}",
        related=(Related("it is declared here", target.name_span or target.span),),
    )


@rule(
    "validateTransitionFeatureMembershipGuardExpression", ir.TransitionUsage, ir.SuccessionAsUsage
)
def transition_guard(usage: ir.OccurrenceUsage, model: Model) -> Iterator[Finding]:
    """The guard of a transition is true or false.

    SysML 2.0, 8.3.18.8.

    Bad:
    ```sysml
    state def Dinner {
        state soup;
        transition first soup if "still hungry" then pudding;   // error
        state pudding;
    }
    ```
    Good:
    ```sysml
    state def Dinner {
        attribute hungry : ScalarValues::Boolean;
        state soup;
        transition first soup if hungry then pudding;
        state pudding;
    }
    ```
    """
    if not isinstance(usage, ir.TransitionUsage | ir.SuccessionAsUsage) or usage.guard is None:
        return
    value = model.inference.of(usage.guard)
    if model.inference.scalars.conforms(value, "Boolean") is False:
        yield Finding(
            usage.guard.span,
            f"a guard is true or false, and this is a `{value.types[0].name}`",
            hint="compare it with something: `… == …`",
        )
