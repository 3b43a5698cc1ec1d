"""Rules about connections, allocations and flows (SysML 2.0, clauses 8.3.13, 8.3.15 and 8.3.16)."""

from __future__ import annotations

from collections.abc import Iterator

from generator import ir
from generator.ir import Model
from generator.rules.metaclasses import ASSOCIATIONS, INTERACTIONS
from generator.rules.registry import Finding, rule
from generator.rules.typing import mistyped

__all__ = [
    "allocation_usage_type",
    "connection_usage_type",
    "flow_definition_ends",
    "flow_usage_type",
]


@rule("validateConnectionUsageType", ir.ConnectionUsage)
def connection_usage_type(usage: ir.ConnectionUsage, model: Model) -> Iterator[Finding]:
    """A connection is typed by connection definitions only.

    SysML 2.0, 8.3.13.4, ConnectionUsage::connectionDefinition; the specification gives this condition no name.

    Bad:
    ```sysml
    part def Bridge;
    part def Isles {
        part north;
        part south;
        connection bridge : Bridge connect north to south;      // error
    }
    ```
    Good:
    ```sysml
    connection def Bridge { end here; end there; }
    part def Isles {
        part north;
        part south;
        connection bridge : Bridge connect north to south;
    }
    ```
    """
    if not isinstance(usage, ir.InterfaceUsage | ir.AllocationUsage):
        yield from mistyped(usage, model, ASSOCIATIONS, "connection definitions")


@rule("validateAllocationUsageType", ir.AllocationUsage)
def allocation_usage_type(usage: ir.AllocationUsage, model: Model) -> Iterator[Finding]:
    """An allocation is typed by allocation definitions only.

    SysML 2.0, 8.3.15.3, AllocationUsage::allocationDefinition; the specification gives this condition no name.

    Bad:
    ```sysml
    connection def Duty { end doer; end deed; }
    action sweep;
    part broom;
    allocation duty : Duty allocate sweep to broom;     // error
    ```
    Good:
    ```sysml
    allocation def Duty;
    action sweep;
    part broom;
    allocation duty : Duty allocate sweep to broom;
    ```
    """
    yield from mistyped(usage, model, (ir.AllocationDefinition,), "allocation definitions")


@rule("validateFlowUsageType", ir.FlowUsage)
def flow_usage_type(usage: ir.FlowUsage, model: Model) -> Iterator[Finding]:
    """A flow or message is typed by flow definitions only.

    SysML 2.0, 8.3.16.3, FlowUsage::flowDefinition; the specification gives this condition no name. What flows is
    said with `of`.

    Bad:
    ```sysml
    item def Postcard;
    part def Holiday {
        part aunt;
        part niece;
        message card : Postcard from aunt to niece;             // error
    }
    ```
    Good:
    ```sysml
    item def Postcard;
    part def Holiday {
        part aunt;
        part niece;
        message card of Postcard from aunt to niece;
    }
    ```
    """
    yield from mistyped(usage, model, INTERACTIONS, "flow definitions", "Transfers::Transfer")


@rule("validateFlowDefinitionFlowEnds", ir.FlowDefinition)
def flow_definition_ends(definition: ir.FlowDefinition, model: Model) -> Iterator[Finding]:
    """A flow definition has two ends at most.

    A flow leads from one end to the other (SysML 2.0, 8.3.16.2). Inherited ends count, unless they are redefined.

    Bad:
    ```sysml
    flow def Gossip {
        end teller;
        end listener;
        end eavesdropper;                       // error
    }
    ```
    Good:
    ```sysml
    flow def Gossip {
        end teller;
        end listener;
    }
    ```
    """
    own = [each for each in model.owned(definition, ir.Feature) if each.is_end]
    for each in own[2:]:
        yield Finding(
            each.name_span or each.span,
            "a flow leads from one end to another, and this is one more",
            hint="declare a second flow, or a connection definition",
        )
    if len(own) <= 2:
        ends = [each for each in model.features(definition) if each.is_end]
        if len(ends) > 2:
            yield Finding(
                definition.name_span or definition.span,
                f"a flow leads from one end to another, and this one has {len(ends)} ends,"
                " those it inherits included",
            )
