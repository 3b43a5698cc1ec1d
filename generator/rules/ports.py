"""Rules about ports and interfaces (SysML 2.0, clauses 8.3.12 and 8.3.14)."""

from __future__ import annotations

from collections.abc import Iterator

from generator import ir
from generator.diagnostics import Related
from generator.ir import Model
from generator.rules.conditions import composites
from generator.rules.metaclasses import described
from generator.rules.registry import Finding, rule
from generator.rules.typing import all_types, mistyped

__all__ = [
    "interface_definition_end",
    "interface_usage_end",
    "interface_usage_type",
    "port_definition_usages",
    "port_usage_type",
    "port_usage_usages",
]


@rule("validatePortUsageType", ir.PortUsage)
def port_usage_type(usage: ir.PortUsage, model: Model) -> Iterator[Finding]:
    """A port is typed by port definitions only.

    SysML 2.0, 8.3.12.6, PortUsage::portDefinition; the specification gives this condition no name.

    Bad:
    ```sysml
    part def Plug;
    part def Lamp { port power : Plug; }        // error
    ```
    Good:
    ```sysml
    port def Plug;
    part def Lamp { port power : Plug; }
    ```
    """
    yield from mistyped(usage, model, (ir.PortDefinition,), "port definitions")


@rule("validatePortDefinitionOwnedUsagesNotComposite", ir.PortDefinition)
def port_definition_usages(definition: ir.PortDefinition, model: Model) -> Iterator[Finding]:
    """A port definition owns ports, attributes and references, no parts or actions.

    What passes through a port does not belong to it (SysML 2.0, 8.3.12.5): give it a direction, or `ref`.

    Bad:
    ```sysml
    item def Letter;
    port def Slot { item letter : Letter; }     // error
    ```
    Good:
    ```sysml
    item def Letter;
    port def Slot { in item letter : Letter; }
    ```
    """
    yield from _belonging(definition, model)


@rule("validatePortUsageNestedUsagesNotComposite", ir.PortUsage)
def port_usage_usages(usage: ir.PortUsage, model: Model) -> Iterator[Finding]:
    """A port owns ports, attributes and references, no parts or actions.

    What passes through a port does not belong to it (SysML 2.0, 8.3.12.6): give it a direction, or `ref`.

    Bad:
    ```sysml
    item def Letter;
    part def Door {
        port slot { item letter : Letter; }     // error
    }
    ```
    Good:
    ```sysml
    item def Letter;
    part def Door {
        port slot { in item letter : Letter; }
    }
    ```
    """
    yield from _belonging(usage, model)


def _belonging(owner: ir.Type, model: Model) -> Iterator[Finding]:
    for usage in composites(owner, model, (ir.PortUsage,)):
        yield Finding(
            usage.name_span or usage.span,
            f"{described(usage)} cannot belong to {described(owner)}, it can only be referred to",
            hint="write `ref` before it, or `in` or `out` for what passes through",
        )


@rule("validateInterfaceUsageType", ir.InterfaceUsage)
def interface_usage_type(usage: ir.InterfaceUsage, model: Model) -> Iterator[Finding]:
    """An interface is typed by interface definitions only.

    SysML 2.0, 8.3.14.3, InterfaceUsage::interfaceDefinition; the specification gives this condition no name.

    Bad:
    ```sysml
    connection def Rope { end one; end other; }
    part def Tent {
        port here;
        port there;
        interface tie : Rope connect here to there;     // error
    }
    ```
    Good:
    ```sysml
    interface def Rope { end one; end other; }
    part def Tent {
        port here;
        port there;
        interface tie : Rope connect here to there;
    }
    ```
    """
    yield from mistyped(usage, model, (ir.InterfaceDefinition,), "interface definitions")


@rule("validateInterfaceDefinitionEnd", ir.InterfaceDefinition)
def interface_definition_end(definition: ir.InterfaceDefinition, model: Model) -> Iterator[Finding]:
    """The ends of an interface definition are ports.

    SysML 2.0, 8.3.14.2, InterfaceDefinition::interfaceEnd; the specification gives this condition no name.

    Bad:
    ```sysml
    part def Cook;
    port def Hatch;
    interface def Serving {
        end kitchenSide : Hatch;
        end guestSide : ~Hatch;
        end part cook : Cook;                   // error
    }
    ```
    Good:
    ```sysml
    port def Hatch;
    interface def Serving {
        end kitchenSide : Hatch;
        end guestSide : ~Hatch;
    }
    ```
    """
    yield from _ends_without_port(definition, model)


@rule("validateInterfaceUsageEnd", ir.InterfaceUsage)
def interface_usage_end(usage: ir.InterfaceUsage, model: Model) -> Iterator[Finding]:
    """The ends of an interface are ports.

    SysML 2.0, 8.3.14.3; the specification gives this condition no name. Other things are connected by a
    connection.

    Bad:
    ```sysml
    part def Canteen {
        part cook;
        port hatch;
        interface cook to hatch;                // error
        interface serving {
            end part ::> cook;                  // error
            end port ::> hatch;
        }
    }
    ```
    Good:
    ```sysml
    part def Canteen {
        part cook { port hand; }
        port hatch;
        interface serving {
            end port ::> cook.hand;
            end port ::> hatch;
        }
    }
    ```
    """
    yield from _ends_without_port(usage, model)
    for each in usage.ends:
        target = model.target(each)
        if isinstance(target, ir.Feature) and not _is_port(target, model):
            yield Finding(
                each.span,
                f"the ends of an interface are ports, and `{each.text}` is {described(target)}",
                hint="name a port of it, or use a connection",
                related=(Related("it is declared here", target.name_span or target.span),),
            )


def _is_port(feature: ir.Feature, model: Model) -> bool:
    return any(isinstance(each, ir.PortDefinition) for each in all_types(model, feature))


def _ends_without_port(owner: ir.Type, model: Model) -> Iterator[Finding]:
    for end in model.owned(owner, ir.Feature):
        if end.is_end and not isinstance(end, ir.PortUsage):
            yield Finding(
                end.name_span or end.span,
                f"the ends of an interface are ports, and this is {described(end)}",
                hint="let a port be the end, or use a connection",
            )
