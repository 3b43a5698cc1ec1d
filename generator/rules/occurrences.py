"""Rules about usages in general, occurrences, individuals and portions (SysML 2.0, clauses 8.3.6 and 8.3.9)."""

from __future__ import annotations

from collections.abc import Iterator

from generator import ir
from generator.ir import Model
from generator.rules.conditions import misplaced, misreferenced
from generator.rules.metaclasses import CLASSES, CONNECTORS_ONLY, OCCURRENCES, STEPS, named
from generator.rules.registry import Finding, rule
from generator.rules.typing import all_types, mistyped

__all__ = [
    "event_occurrence_reference",
    "occurrence_usage_individual_definition",
    "occurrence_usage_individual_usage",
    "occurrence_usage_portion_kind",
    "occurrence_usage_type",
    "usage_type",
]

_TYPED_OTHERWISE = (*STEPS, ir.PortUsage, ir.ConnectorAsUsage, ir.MetadataUsage)


@rule("validateUsageType", ir.ReferenceUsage, ir.BindingConnectorAsUsage, ir.SuccessionAsUsage)
def usage_type(usage: ir.Usage, model: Model) -> Iterator[Finding]:
    """A usage is typed by definitions, not by usages.

    SysML 2.0, 8.3.6.4, Usage::definition; the specification gives this condition no name. To be one of the
    values of another usage, a usage subsets it.

    Bad:
    ```sysml
    part def Choir {
        part singers[0..*];
        ref soloist : singers;                  // error
    }
    ```
    Good:
    ```sysml
    part def Choir {
        part singers[0..*];
        ref soloist :> singers;
    }
    ```
    """
    yield from mistyped(usage, model, (ir.Classifier,), "definitions")


@rule("validateOccurrenceUsageType", ir.OccurrenceUsage)
def occurrence_usage_type(usage: ir.OccurrenceUsage, model: Model) -> Iterator[Finding]:
    """An occurrence, item or part is typed by occurrence definitions only, such as item and part definitions.

    SysML 2.0, 8.3.9.4, OccurrenceUsage::occurrenceDefinition; the specification gives this condition no name.

    Bad:
    ```sysml
    attribute def Temperature;
    part def Oven { part heat : Temperature; }          // error
    ```
    Good:
    ```sysml
    attribute def Temperature;
    part def Oven { attribute heat : Temperature; }
    ```
    """
    if not isinstance(usage, _TYPED_OTHERWISE):
        yield from mistyped(usage, model, CLASSES, "occurrence, item or part definitions")


@rule("validateOccurrenceUsageIndividualDefinition", ir.OccurrenceUsage)
def occurrence_usage_individual_definition(
    usage: ir.OccurrenceUsage, model: Model
) -> Iterator[Finding]:
    """An occurrence is one individual, not two.

    SysML 2.0, 8.3.9.4: at most one of the types is an individual definition.

    Bad:
    ```sysml
    individual part def Romeo;
    individual part def Juliet;
    individual part lover : Romeo, Juliet;      // error
    ```
    Good:
    ```sysml
    individual part def Romeo;
    individual part def Juliet;
    individual part he : Romeo;
    individual part she : Juliet;
    ```
    """
    found = _individuals(usage, model)
    if len(found) > 1:
        names = " and ".join(named(each) for each in found)
        yield Finding(
            usage.name_span or usage.span,
            f"one occurrence cannot be {len(found)} individuals: {names}",
            hint="declare a usage for each",
        )


@rule("validateOccurrenceUsageIndividualUsage", ir.OccurrenceUsage)
def occurrence_usage_individual_usage(usage: ir.OccurrenceUsage, model: Model) -> Iterator[Finding]:
    """An individual usage says by its type which individual it is.

    SysML 2.0, 8.3.9.4: one of the types is an individual definition.

    Bad:
    ```sysml
    part def Dragon;
    individual part smaug : Dragon;             // error
    ```
    Good:
    ```sysml
    part def Dragon;
    individual part def Smaug :> Dragon;
    individual part smaug : Smaug;
    ```
    """
    if not usage.is_individual or _is_broken(usage, model):
        return
    if not _individuals(usage, model):
        yield Finding(
            usage.name_span or usage.span,
            "none of the types of this individual is an individual definition",
            hint="declare `individual def` for it, and let it be the type",
        )


@rule("validateOccurrenceUsagePortionKind", ir.OccurrenceUsage)
def occurrence_usage_portion_kind(usage: ir.OccurrenceUsage, model: Model) -> Iterator[Finding]:
    """A snapshot or time slice belongs to the occurrence it is a portion of.

    SysML 2.0, 8.3.9.4: its owner is an occurrence definition or usage.

    Bad:
    ```sysml
    package Party {
        snapshot midnight;                      // error
    }
    ```
    Good:
    ```sysml
    package Party {
        occurrence ball { snapshot midnight; }
    }
    ```
    """
    if usage.portion_kind is not None:
        yield from misplaced(
            usage,
            model,
            OCCURRENCES,
            f"a {usage.portion_kind} is a portion of an occurrence, and here is none around it",
            "move it into the occurrence it is a portion of",
        )


@rule("validateEventOccurrenceUsageReference", ir.EventOccurrenceUsage)
def event_occurrence_reference(usage: ir.EventOccurrenceUsage, model: Model) -> Iterator[Finding]:
    """An event refers to an occurrence.

    SysML 2.0, 8.3.9.2. A plain reference is none, what it leads to may be.

    Bad:
    ```sysml
    occurrence def Show { occurrence applause; }
    ref show : Show;
    part def Theatre { event show; }            // error
    ```
    Good:
    ```sysml
    occurrence def Show { occurrence applause; }
    ref show : Show;
    part def Theatre { event show.applause; }
    ```
    """
    yield from misreferenced(usage, model, (ir.OccurrenceUsage,), "an occurrence")


def _individuals(usage: ir.OccurrenceUsage, model: Model) -> list[ir.OccurrenceDefinition]:
    if isinstance(usage, CONNECTORS_ONLY):
        return []
    return [
        each
        for each in all_types(model, usage)
        if isinstance(each, ir.OccurrenceDefinition) and each.is_individual
    ]


def _is_broken(usage: ir.Usage, model: Model) -> bool:
    """Whether something written about a usage could not be resolved, which was reported already."""
    return any(each.general is None for each in model.specializations(usage))
