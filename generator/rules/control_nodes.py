"""Rules about nodes that direct control (SysML 2.0, clause 8.3.17)."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary

from generator import ir
from generator.diagnostics import Related
from generator.ir import ElementId, Model
from generator.rules.metaclasses import described
from generator.rules.registry import Finding, rule

__all__ = [
    "decision_node_incoming",
    "fork_node_incoming",
    "join_node_outgoing",
    "merge_node_outgoing",
]

_Successions = dict[ElementId, list[ir.SuccessionAsUsage]]
_known: WeakKeyDictionary[Model, tuple[_Successions, _Successions]] = WeakKeyDictionary()


@rule("validateForkNodeIncomingSuccessions", ir.ForkNode)
def fork_node_incoming(node: ir.ForkNode, model: Model) -> Iterator[Finding]:
    """At most one succession leads to a fork.

    A fork splits one thread of control (SysML 2.0, 8.3.17.9); a merge before it brings alternatives together.

    Bad:
    ```sysml
    action def Picnic {
        action drive;
        action walk;
        fork arrived;                           // error
        first drive then arrived;
        first walk then arrived;
    }
    ```
    Good:
    ```sysml
    action def Picnic {
        action drive;
        action walk;
        merge somehow;
        fork arrived;
        first drive then somehow;
        first walk then somehow;
        first somehow then arrived;
    }
    ```
    """
    yield from _more_than_one(node, model, _successions(model)[1], "leads to", "a merge before it")


@rule("validateDecisionNodeIncomingSuccessions", ir.DecisionNode)
def decision_node_incoming(node: ir.DecisionNode, model: Model) -> Iterator[Finding]:
    """At most one succession leads to a decision.

    SysML 2.0, 8.3.17.8; a merge before it brings alternatives together.

    Bad:
    ```sysml
    action def Breakfast {
        action cook;
        action burn;
        decide hungry;                          // error
        first cook then hungry;
        first burn then hungry;
    }
    ```
    Good:
    ```sysml
    action def Breakfast {
        action cook;
        action burn;
        merge cooked;
        decide hungry;
        first cook then cooked;
        first burn then cooked;
        first cooked then hungry;
    }
    ```
    """
    yield from _more_than_one(node, model, _successions(model)[1], "leads to", "a merge before it")


@rule("validateJoinNodeOutgoingSuccessions", ir.JoinNode)
def join_node_outgoing(node: ir.JoinNode, model: Model) -> Iterator[Finding]:
    """At most one succession leaves a join.

    SysML 2.0, 8.3.17.12; a fork after it splits control again.

    Bad:
    ```sysml
    action def Duet {
        join together;                          // error
        action bow;
        action smile;
        first together then bow;
        first together then smile;
    }
    ```
    Good:
    ```sysml
    action def Duet {
        join together;
        fork over;
        action bow;
        action smile;
        first together then over;
        first over then bow;
        first over then smile;
    }
    ```
    """
    yield from _more_than_one(node, model, _successions(model)[0], "leaves", "a fork after it")


@rule("validateMergeNodeOutgoingSuccessions", ir.MergeNode)
def merge_node_outgoing(node: ir.MergeNode, model: Model) -> Iterator[Finding]:
    """At most one succession leaves a merge.

    SysML 2.0, 8.3.17.13; a decision or a fork after it leads on to several steps.

    Bad:
    ```sysml
    action def Maze {
        merge again;                            // error
        action left;
        action right;
        first again then left;
        first again then right;
    }
    ```
    Good:
    ```sysml
    action def Maze {
        merge again;
        decide where;
        action left;
        action right;
        first again then where;
        first where then left;
        first where then right;
    }
    ```
    """
    yield from _more_than_one(node, model, _successions(model)[0], "leaves", "a decision after it")


def _more_than_one(
    node: ir.ControlNode, model: Model, successions: _Successions, verb: str, mend: str
) -> Iterator[Finding]:
    found = [each for each in successions.get(node.id, ()) if each.owner == node.owner]
    if len(found) > 1:
        yield Finding(
            node.name_span or node.span,
            f"one succession {verb} {described(node)}, and here are {len(found)}",
            hint=f"put {mend}",
            related=tuple(Related("this is one of them", each.span) for each in found),
        )


def _successions(model: Model) -> tuple[_Successions, _Successions]:
    """The successions of a model by the id of the step they leave, and by that of the step they lead to."""
    found = _known.get(model)
    if found is None:
        found = _known[model] = ({}, {})
        for each in model.of_kind(ir.SuccessionAsUsage):
            for by, end in zip(found, each.ends, strict=False):
                if end.target is not None:
                    by.setdefault(end.target, []).append(each)
    return found
