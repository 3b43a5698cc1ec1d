"""Rules about associations, the types of links (KerML 1.0, clause 8.3.4.4)."""

from __future__ import annotations

from collections.abc import Iterator

from generator import ir
from generator.diagnostics import Related
from generator.ir import Classifier, Library, Model
from generator.rules.ends import ends_of, is_binary
from generator.rules.metaclasses import described, named
from generator.rules.registry import Finding, rule
from generator.rules.typing import all_types


@rule(
    "validateAssociationRelatedTypes",
    ir.Association,
    ir.Interaction,
    ir.ConnectionDefinition,
    ir.FlowDefinition,
)
def related_types(association: Classifier, model: Model) -> Iterator[Finding]:
    """An association has fewer than two ends.

    Links connect at least two things (KerML 1.0, 8.3.4.4.2). An association that leaves its ends to what
    specialises it is abstract. Connection, interface, allocation and flow definitions are associations.

    Bad:
    ```sysml
    part def Wheel;
    connection def Axle { end part wheel : Wheel; } // error
    ```
    Good:
    ```sysml
    part def Wheel;
    connection def Axle { end part left : Wheel; end part right : Wheel; }
    abstract connection def Tie;
    ```
    """
    if isinstance(association, ir.FlowDefinition):
        return
    if association.is_abstract or is_binary(association, model):
        return
    count = len(ends_of(association, model))
    if count < 2:
        yield Finding(
            association.name_span or association.span,
            f"{described(association)} connects two things or more, and this one has "
            + ("one end" if count else "no ends"),
            hint="add an `end`, or write `abstract` before it",
        )


@rule(
    "validateAssociationBinarySpecialization",
    ir.Association,
    ir.Interaction,
    ir.ConnectionDefinition,
    ir.FlowDefinition,
)
def binary_specialization(association: Classifier, model: Model) -> Iterator[Finding]:
    """An association with more than two ends specialises one that has two.

    The links of a binary association have two ends (KerML 1.0, 8.3.4.4.2), whatever specialises it.

    Bad:
    ```sysml
    part def Wheel;
    connection def Axle { end part left : Wheel; end part right : Wheel; }
    connection def Bogie :> Axle {
        end part front : Wheel;
        end part middle : Wheel;
        end part rear : Wheel;                  // error
    }
    ```
    Good:
    ```sysml
    part def Wheel;
    connection def Bogie {
        end part front : Wheel;
        end part middle : Wheel;
        end part rear : Wheel;
    }
    ```
    """
    own = [each for each in ends_of(association, model) if each.owner == association.id]
    if len(own) < 3:
        return
    for general in model.generals(association):
        if is_binary(general, model):
            for end in own[2:]:
                yield Finding(
                    end.name_span or end.span,
                    f"{named(association)} specialises {named(general)}, which has two ends",
                    related=(Related("it is declared here", general.name_span or general.span),),
                )
            return


@rule(
    "validateAssociationEndTypes",
    ir.Association,
    ir.Interaction,
    ir.ConnectionDefinition,
    ir.FlowDefinition,
)
def end_types(association: Classifier, model: Model) -> Iterator[Finding]:
    """An end of an association has several types.

    An end says of which type the things at it are (KerML 1.0, 8.3.4.4.2): one type, which may specialise that of
    the end it redefines.

    Bad:
    ```sysml
    part def Wheel;
    part def Rim;
    connection def Axle {
        end part left : Wheel, Rim;             // error
        end part right : Wheel;
    }
    ```
    Good:
    ```sysml
    part def Wheel;
    part def Rim;
    part def SteelWheel :> Wheel, Rim;
    connection def Axle { end part left : SteelWheel; end part right : Wheel; }
    ```
    """
    for end in ends_of(association, model):
        if end.owner != association.id:
            continue
        # What the standard library adds to an end of the wrong kind is the business of the rules about kinds.
        own = [each for each in all_types(model, end) if each.library is not Library.STANDARD]
        types = own or all_types(model, end)[:1]
        if len(types) > 1:
            names = " and ".join(named(each) for each in types)
            yield Finding(
                end.name_span or end.span,
                f"the end {named(end)} has one type, and this one has {len(types)}: {names}",
                hint="let one of them specialise the others",
            )
