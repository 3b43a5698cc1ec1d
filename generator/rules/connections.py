"""Rules about connectors, bindings and flows (SysML 2.0, clauses 8.3.13 to 8.3.16)."""

from __future__ import annotations

from collections.abc import Iterator

from generator import ir
from generator.diagnostics import Related
from generator.ir import Model
from generator.rules.registry import Finding, rule

__all__ = ["connector_end"]


@rule("connector-end", ir.ConnectorAsUsage)
def connector_end(connector: ir.ConnectorAsUsage, model: Model) -> Iterator[Finding]:
    """A connection, binding, succession or flow ends at something that is not a feature.

    Connectors relate features of their context, such as parts, ports and actions (KerML 1.0, 8.3.4.5). A
    definition or a package has no place in a context.

    Bad:
    ```sysml
    part def Pump { port outlet; }
    part def Tank { port inlet; }
    part def Plant {
        part pump : Pump;
        connect pump to Tank;                   // error
    }
    ```
    Good:
    ```sysml
    part def Pump { port outlet; }
    part def Tank { port inlet; }
    part def Plant {
        part pump : Pump;
        part tank : Tank;
        connect pump.outlet to tank.inlet;
    }
    ```
    """
    for end in connector.ends:
        target = model.target(end)
        if target is not None and not isinstance(target, ir.Feature):
            yield Finding(
                end.span,
                f"`{end.text}` is not a feature, so nothing can be connected to it",
                hint="name a usage of it",
                related=(Related("it is declared here", target.name_span or target.span),),
            )
