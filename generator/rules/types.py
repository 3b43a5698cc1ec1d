"""Rules about specialisation and typing (SysML 2.0, clauses 8.3.6 to 8.3.26)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator import ir
from generator.diagnostics import Severity
from generator.ir import Model, SpecializationKind
from generator.rules.metaclasses import named
from generator.rules.registry import Finding, model_rule

__all__ = ["specialization_cycle"]


@model_rule("specialization-cycle", Severity.WARNING)
def specialization_cycle(model: Model) -> Iterator[Finding]:
    """A definition specialises itself, directly or through others.

    The specification allows it: everything in the cycle then has the same instances (KerML 1.0, 7.3.2.3). Hardly
    anybody means that, and nothing is generated from it.

    Bad:
    ```sysml
    part def Hen :> Egg;                        // warning
    part def Egg :> Hen;                        // warning
    ```
    Good:
    ```sysml
    part def Bird;
    part def Hen :> Bird;
    ```
    """
    definitions = model.of_kind(ir.Classifier)
    cycle_of = _cycles(model, definitions)
    for definition in definitions:
        for each in model.specializations(definition, SpecializationKind.SUBCLASSIFICATION):
            target = model.target(each.reference)
            if target is None or definition.id not in cycle_of:
                continue
            if cycle_of[definition.id] == cycle_of.get(target.id):
                yield Finding(
                    each.reference.span,
                    f"{named(definition)} specialises itself"
                    + ("" if target.id == definition.id else f" through {named(target)}"),
                    hint="one of the specialisations has to go",
                )


def _cycles(model: Model, definitions: Sequence[ir.Classifier]) -> dict[ir.ElementId, int]:
    """The definitions that are part of a cycle, each with the number of its cycle.

    Those that cannot be reached from below or do not lead anywhere are taken away until only cycles, and
    what lies between them, are left; networkx tells those apart.
    """
    generals = {
        each.id: [
            general.id for general in model.generals(each, SpecializationKind.SUBCLASSIFICATION)
        ]
        for each in definitions
    }
    waiting = {at: sum(1 for each in above if each in generals) for at, above in generals.items()}
    below: dict[ir.ElementId, list[ir.ElementId]] = {}
    for at, above in generals.items():
        for general in above:
            below.setdefault(general, []).append(at)
    free = [at for at, count in waiting.items() if count == 0]
    while free:
        at = free.pop()
        del waiting[at]
        for lower in below.get(at, ()):
            waiting[lower] -= 1
            if waiting[lower] == 0:
                free.append(lower)
    if not waiting:
        return {}
    import networkx as nx  # heavy, and hardly any model has a cycle

    graph: nx.DiGraph[ir.ElementId] = nx.DiGraph(
        (at, general) for at in waiting for general in generals[at]
    )
    components = sorted(map(sorted, nx.strongly_connected_components(graph)))
    return {
        at: number
        for number, component in enumerate(components)
        if len(component) > 1 or graph.has_edge(component[0], component[0])
        for at in component
    }
