"""Rules about connectors, the features that link others (KerML 1.0, clause 8.3.4.5)."""

from __future__ import annotations

from collections.abc import Iterator

from generator import ir
from generator.diagnostics import Related
from generator.ir import Element, Feature, Model, Reference, SpecializationKind
from generator.rules.ends import is_binary
from generator.rules.featuring import featuring
from generator.rules.fixes import dot_instead_of_colons
from generator.rules.metaclasses import BINDINGS, CONNECTORS, described, named
from generator.rules.registry import Finding, rule

# Connectors whose ends the notation may leave to their neighbours, or to what they specialise.
_IMPLICIT = (ir.SuccessionAsUsage, ir.FlowUsage, ir.Flow)


def _ends(connector: Element, model: Model) -> tuple[Reference, ...]:
    """What a connector connects, as far as it says so itself."""
    written = connector.ends if isinstance(connector, ir.Connector | ir.ConnectorAsUsage) else ()
    if written:
        return written
    return tuple(
        each.reference
        for end in model.owned(connector, Feature)
        if end.is_end
        for each in model.specializations(end, SpecializationKind.REFERENCE)
    )


def _related(connector: Feature, model: Model) -> int | None:
    """How many features a connector relates, those of connectors it specialises included; None if unknown."""
    seen = {connector.id}
    queue: list[Element] = [connector]
    most = 0
    for at in queue:
        ends = _ends(at, model)
        if any(not each.path for each in ends):
            return None
        most = max(most, len(ends))
        if ends or any(each.is_end for each in model.owned(at, Feature)):
            continue
        for general in model.generals(at):
            if isinstance(general, CONNECTORS) and general.id not in seen:
                seen.add(general.id)
                queue.append(general)
    return most


@rule("validateConnectorRelatedFeatures", ir.Connector, ir.ConnectorAsUsage)
def related_features(connector: Feature, model: Model) -> Iterator[Finding]:
    """A connector connects fewer than two features.

    A connector links features of its context (KerML 1.0, 8.3.4.5.3). One that leaves its ends to what specialises
    it is abstract.

    Bad:
    ```sysml
    part def Wheel;
    part left : Wheel;
    connection axle { end ::> left; }           // error
    ```
    Good:
    ```sysml
    part def Wheel;
    part left : Wheel;
    part right : Wheel;
    connection axle connect left to right;
    ```
    """
    if isinstance(connector, (*_IMPLICIT, *BINDINGS)):
        return
    count = None if connector.is_abstract else _related(connector, model)
    if count is not None and count < 2:
        yield Finding(
            connector.name_span or connector.span,
            f"{described(connector)} connects two features or more, and this one connects "
            + ("one" if count else "none"),
            hint="write what it connects, or `abstract` before it",
        )


@rule("validateBindingConnectorIsBinary", ir.BindingConnector, ir.BindingConnectorAsUsage)
def binding_is_binary(connector: Feature, model: Model) -> Iterator[Finding]:
    """A binding does not bind exactly two features.

    A binding says that two features have the same values (KerML 1.0, 8.3.4.5.2).

    Bad:
    ```kerml
    feature height;
    binding level { end feature a references height; } // error
    ```
    Good:
    ```kerml
    feature height;
    feature depth;
    binding level of height = depth;
    ```
    """
    count = _related(connector, model)
    if count is not None and count != 2:
        yield Finding(
            connector.name_span or connector.span,
            f"a binding has two sides, and this one has {count or 'none'}",
            hint="write the features after `of`, with `=` between them",
        )


@rule("validateConnectorBinarySpecialization", ir.Connector, ir.ConnectorAsUsage)
def binary_specialization(connector: Feature, model: Model) -> Iterator[Finding]:
    """A connector with more than two ends is typed by an association that has two.

    A connector stands for links of its type (KerML 1.0, 8.3.4.5.3), so it has as many ends.

    Bad:
    ```sysml
    part def Wheel;
    connection def Axle { end part left : Wheel; end part right : Wheel; }
    part front : Wheel;
    part middle : Wheel;
    part rear : Wheel;
    connection bogie : Axle connect (front, middle, rear); // error
    ```
    Good:
    ```sysml
    part def Wheel;
    connection def Axle { end part left : Wheel; end part right : Wheel; }
    part front : Wheel;
    part rear : Wheel;
    connection axle : Axle connect (front, rear);
    ```
    """
    own = sum(1 for each in model.owned(connector, Feature) if each.is_end)
    count = max(len(_ends(connector, model)), own)
    if count < 3:
        return
    for general in model.generals(connector):
        if is_binary(general, model):
            yield Finding(
                connector.name_span or connector.span,
                f"{named(general)} has two ends, and this connector has {count}",
                related=(Related("it is declared here", general.name_span or general.span),),
            )
            return


@rule("checkConnectorTypeFeaturing", ir.Connector, ir.ConnectorAsUsage)
def type_featuring(connector: Feature, model: Model) -> Iterator[Finding]:
    """A connector connects something that is not a feature of its context.

    What is connected has to be there wherever the connector is (KerML 1.0, 8.3.4.5.3): a feature of the type that
    owns the connector, or a chain that begins at one. `::` names an element without saying whose it is.

    Bad:
    ```sysml
    part def Engine { port shaft; }
    part def Wheel { port axle; }
    part def Cart {
        part engine : Engine;
        part wheel : Wheel;
        connect engine::shaft to wheel.axle;    // error
    }
    ```
    Good:
    ```sysml
    part def Engine { port shaft; }
    part def Wheel { port axle; }
    part def Cart {
        part engine : Engine;
        part wheel : Wheel;
        connect engine.shaft to wheel.axle;
    }
    ```
    """
    facts = featuring(model)
    context = facts.types(connector)
    for end in _ends(connector, model):
        head = model.element(end.path[0]) if end.path else None
        if not context or not isinstance(head, Feature):
            continue
        if not all(facts.is_within(head, each) for each in context):
            yield Finding(
                end.span,
                f"`{end.text}` is not a feature of `{context[0].name or 'what owns the connector'}`",
                hint="write a chain with dots that begins at a feature of the connector's owner",
                fix=dot_instead_of_colons(end, model),
                related=(Related("it is declared here", head.name_span or head.span),),
            )
