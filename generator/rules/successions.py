"""Rules about the multiplicities of successions at nodes that direct control (SysML 2.0, clause 8.3.17).

What is not written is as the library has it, so only written multiplicities can be wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator import ir
from generator.ir import Model, Multiplicity
from generator.rules.metaclasses import described
from generator.rules.registry import Finding, rule

__all__ = [
    "control_node_incoming",
    "control_node_outgoing",
    "decision_node_outgoing",
    "merge_node_incoming",
]

_SOURCE, _TARGET = 0, 1


@rule("validateControlNodeIncomingSuccessions", ir.SuccessionAsUsage)
def control_node_incoming(succession: ir.SuccessionAsUsage, model: Model) -> Iterator[Finding]:
    """A succession that leads to a control node leads to it exactly once.

    Its target multiplicity is 1..1 (SysML 2.0, 8.3.17.6).

    Bad:
    ```sysml
    action def Parade {
        action drums;
        fork split;
        succession first drums then [0..1] split;       // error
    }
    ```
    Good:
    ```sysml
    action def Parade {
        action drums;
        fork split;
        succession first drums then split;
    }
    ```
    """
    yield from _wrong(succession, model, (ir.ControlNode,), _TARGET, _TARGET, 1)


@rule("validateControlNodeOutgoingSuccessions", ir.SuccessionAsUsage)
def control_node_outgoing(succession: ir.SuccessionAsUsage, model: Model) -> Iterator[Finding]:
    """A succession that leaves a control node leaves it exactly once.

    Its source multiplicity is 1..1 (SysML 2.0, 8.3.17.6).

    Bad:
    ```sysml
    action def Parade {
        join together;
        action bow;
        succession first [0..1] together then bow;      // error
    }
    ```
    Good:
    ```sysml
    action def Parade {
        join together;
        action bow;
        succession first together then bow;
    }
    ```
    """
    yield from _wrong(succession, model, (ir.ControlNode,), _SOURCE, _SOURCE, 1)


@rule("validateDecisionNodeOutgoingSuccessions", ir.SuccessionAsUsage)
def decision_node_outgoing(succession: ir.SuccessionAsUsage, model: Model) -> Iterator[Finding]:
    """What a decision leads to may be done or not.

    The target multiplicity of a succession from a decision is 0..1 (SysML 2.0, 8.3.17.8).

    Bad:
    ```sysml
    action def Menu {
        decide hungry;
        action eat;
        succession first hungry then [1] eat;           // error
    }
    ```
    Good:
    ```sysml
    action def Menu {
        decide hungry;
        action eat;
        succession first hungry then [0..1] eat;
    }
    ```
    """
    yield from _wrong(succession, model, (ir.DecisionNode,), _SOURCE, _TARGET, 0)


@rule("validateMergeNodeIncomingSuccessions", ir.SuccessionAsUsage)
def merge_node_incoming(succession: ir.SuccessionAsUsage, model: Model) -> Iterator[Finding]:
    """What leads to a merge may have been done or not.

    The source multiplicity of a succession to a merge is 0..1 (SysML 2.0, 8.3.17.13).

    Bad:
    ```sysml
    action def Trip {
        action fly;
        merge arrived;
        succession first [1] fly then arrived;          // error
    }
    ```
    Good:
    ```sysml
    action def Trip {
        action fly;
        merge arrived;
        succession first [0..1] fly then arrived;
    }
    ```
    """
    yield from _wrong(succession, model, (ir.MergeNode,), _TARGET, _SOURCE, 0)


def _wrong(
    succession: ir.SuccessionAsUsage,
    model: Model,
    nodes: tuple[type[ir.ControlNode], ...],
    node_end: int,
    judged_end: int,
    lower: int,
) -> Iterator[Finding]:
    """A finding when the multiplicity of one end is not `lower..1` though a certain node is at an end."""
    if len(succession.ends) != 2 or len(succession.end_multiplicities) != 2:
        return
    node = model.target(succession.ends[node_end])
    written = succession.end_multiplicities[judged_end]
    if not isinstance(node, nodes) or written is None or _is(written, lower):
        return
    side = "source" if judged_end == _SOURCE else "target"
    wanted = "[1]" if lower else "[0..1]"
    way = "leads to" if node_end == _TARGET else "leaves"
    yield Finding(
        succession.ends[judged_end].span,
        f"the {side} multiplicity of a succession that {way} {described(node)} is {wanted}",
        hint=f"write `{wanted}`, or nothing",
    )


def _is(written: Multiplicity, lower: int) -> bool:
    return written.lower == lower and written.upper == 1
