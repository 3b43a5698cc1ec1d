"""Rules about specialisation and typing (SysML 2.0, clauses 8.3.6 to 8.3.26)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator import ir
from generator.diagnostics import Related, Severity
from generator.ir import Library, Model, Specialization, SpecializationKind
from generator.rules.metaclasses import described
from generator.rules.registry import Finding, model_rule

__all__ = ["specialization_cycle", "wrong_definition_kind"]


@model_rule("specialization-cycle", Severity.WARNING)
def specialization_cycle(model: Model) -> Iterator[Finding]:
    """A definition specialises itself, directly or through others.

    The specification allows it: everything in the cycle then has the same instances (KerML 1.0, 7.3.2.3). Hardly
    anybody means that, and no code can be generated from it.

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
                    f"`{definition.name}` specialises itself"
                    + ("" if target.id == definition.id else f" through `{target.name}`"),
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


# What a usage may be typed by: one of these, for usages of the kind and below it (the nearest entry counts).
_TYPED_BY: dict[type[ir.Element], tuple[type[ir.Element], ...]] = {
    ir.EnumerationUsage: (ir.EnumerationDefinition,),
    ir.AttributeUsage: (ir.AttributeDefinition, ir.DataType),
    ir.MetadataUsage: (ir.MetadataDefinition, ir.Metaclass),
    ir.ConnectionUsage: (ir.ConnectionDefinition, ir.Association, ir.PartDefinition),
    ir.InterfaceUsage: (ir.InterfaceDefinition,),
    ir.AllocationUsage: (ir.AllocationDefinition,),
    ir.PartUsage: (ir.ItemDefinition, ir.ConnectionDefinition, ir.Structure),
    ir.ItemUsage: (ir.ItemDefinition, ir.ConnectionDefinition, ir.Structure),
    ir.PortUsage: (ir.PortDefinition,),
    ir.StateUsage: (ir.ActionDefinition, ir.Behavior),
    ir.CaseUsage: (ir.CaseDefinition,),
    ir.UseCaseUsage: (ir.UseCaseDefinition,),
    ir.VerificationCaseUsage: (ir.VerificationCaseDefinition,),
    ir.AnalysisCaseUsage: (ir.AnalysisCaseDefinition,),
    ir.CalculationUsage: (ir.CalculationDefinition, ir.Function),
    ir.ActionUsage: (ir.ActionDefinition, ir.FlowDefinition, ir.Behavior),
    ir.ConcernUsage: (ir.ConcernDefinition,),
    ir.RequirementUsage: (ir.RequirementDefinition,),
    ir.ConstraintUsage: (ir.ConstraintDefinition, ir.Predicate),
    ir.FlowUsage: (ir.FlowDefinition, ir.ActionDefinition, ir.Interaction),
    ir.OccurrenceUsage: (ir.OccurrenceDefinition, ir.Class),
}


def _allowed(usage: ir.Usage) -> tuple[type[ir.Element], ...]:
    for kind in type(usage).__mro__:
        if kind in _TYPED_BY:
            return _TYPED_BY[kind]
    return (ir.Classifier,)


@model_rule("wrong-definition-kind")
def wrong_definition_kind(model: Model) -> Iterator[Finding]:
    """A usage is typed by something of the wrong kind.

    An attribute has a data type, a part is an item, a port is typed by a port definition, and so on
    (SysML 2.0, the `validate…Type` constraints). A usage cannot be the type of another usage: subset it.

    Bad:
    ```sysml
    part def Tank;
    attribute def Level;
    part def Plant {
        attribute tank : Tank;                  // error
        part level : Level;                     // error
    }
    ```
    Good:
    ```sysml
    part def Tank { attribute level : Level; }
    attribute def Level;
    part def Plant { part tank : Tank; }
    ```
    """
    for usage in model.of_kind(ir.Usage):
        for each in model.specializations(usage, SpecializationKind.TYPING):
            target = model.target(each.reference)
            if each.is_implied or target is None or isinstance(target, _allowed(usage)):
                continue
            # The bundled library has occurrence definitions where the OMG's has kernel classes.
            if target.library is Library.STANDARD and not isinstance(usage, ir.AttributeUsage):
                continue
            yield _wrong(usage, target, each)


def _wrong(element: ir.Element, target: ir.Element, each: Specialization) -> Finding:
    what = described(element)
    verb = "be typed by" if isinstance(element, ir.Usage) else "specialise"
    hint = None
    if isinstance(element, ir.Usage) and isinstance(target, ir.Feature):
        hint = f"subset it: `:> {each.reference.text}`"
    return Finding(
        each.reference.span,
        f"{what} cannot {verb} {described(target)}",
        hint=hint,
        related=(Related("it is declared here", target.name_span or target.span),),
    )
