"""Rules about constraints and requirements (SysML 2.0, clauses 8.3.20 and 8.3.21)."""

from __future__ import annotations

from collections.abc import Iterator

from generator import ir
from generator.ir import Model, Role
from generator.rules.conditions import misreferenced, not_first, repeated
from generator.rules.metaclasses import PREDICATES
from generator.rules.registry import Finding, rule
from generator.rules.typing import not_one_type

__all__ = [
    "assert_constraint_reference",
    "constraint_usage_type",
    "requirement_definition_one_subject",
    "requirement_definition_subject_first",
    "requirement_usage_one_subject",
    "requirement_usage_subject_first",
    "requirement_usage_type",
    "satisfy_requirement_reference",
]


@rule("validateConstraintUsageType", ir.ConstraintUsage)
def constraint_usage_type(usage: ir.ConstraintUsage, model: Model) -> Iterator[Finding]:
    """A constraint is typed by one constraint definition.

    SysML 2.0, 8.3.20.4, ConstraintUsage::constraintDefinition; the specification gives this condition no name.

    Bad:
    ```sysml
    constraint def Light;
    constraint def Cheap;
    part def Kite { constraint good : Light, Cheap; }       // error
    ```
    Good:
    ```sysml
    constraint def Light;
    constraint def Cheap;
    part def Kite {
        constraint light : Light;
        constraint cheap : Cheap;
    }
    ```
    """
    if not isinstance(usage, ir.RequirementUsage):
        yield from not_one_type(usage, model, PREDICATES, "one constraint definition")


@rule("validateAssertConstraintUsageReference", ir.AssertConstraintUsage)
def assert_constraint_reference(usage: ir.AssertConstraintUsage, model: Model) -> Iterator[Finding]:
    """What is asserted is a constraint.

    SysML 2.0, 8.3.20.2.

    Bad:
    ```sysml
    constraint def Fair;
    part def Game {
        ref fair : Fair;
        assert fair;                            // error
    }
    ```
    Good:
    ```sysml
    constraint def Fair;
    part def Game {
        constraint fair : Fair;
        assert fair;
    }
    ```
    """
    yield from misreferenced(usage, model, (ir.ConstraintUsage,), "a constraint")


@rule("validateSatisfyRequirementUsageReference", ir.SatisfyRequirementUsage)
def satisfy_requirement_reference(
    usage: ir.SatisfyRequirementUsage, model: Model
) -> Iterator[Finding]:
    """What is satisfied is a requirement.

    SysML 2.0, 8.3.21.10.

    Bad:
    ```sysml
    constraint wish;
    part genie { satisfy wish; }                // error
    ```
    Good:
    ```sysml
    requirement wish;
    part genie { satisfy wish; }
    ```
    """
    yield from misreferenced(usage, model, (ir.RequirementUsage,), "a requirement")


@rule("validateRequirementUsageType", ir.RequirementUsage)
def requirement_usage_type(usage: ir.RequirementUsage, model: Model) -> Iterator[Finding]:
    """A requirement is typed by one requirement definition.

    SysML 2.0, 8.3.21.8, RequirementUsage::requirementDefinition; the specification gives this condition no name.

    Bad:
    ```sysml
    requirement def Quiet;
    requirement def Fast;
    requirement wish : Quiet, Fast;             // error
    ```
    Good:
    ```sysml
    requirement def Quiet;
    requirement def QuietAndFast :> Quiet;
    requirement wish : QuietAndFast;
    ```
    """
    if not isinstance(usage, ir.ViewpointUsage):
        allowed = (ir.RequirementDefinition,)
        yield from not_one_type(usage, model, allowed, "one requirement definition")


@rule("validateRequirementDefinitionOnlyOneSubject", ir.RequirementDefinition)
def requirement_definition_one_subject(
    definition: ir.RequirementDefinition, model: Model
) -> Iterator[Finding]:
    """A requirement definition is about one subject.

    SysML 2.0, 8.3.21.7.

    Bad:
    ```sysml
    requirement def Clean {
        subject left;
        subject right;                          // error
    }
    ```
    Good:
    ```sysml
    requirement def Clean {
        subject glove[2];
    }
    ```
    """
    yield from repeated(definition, model, Role.SUBJECT, "subject", inherits=True)


@rule("validateRequirementUsageOnlyOneSubject", ir.RequirementUsage)
def requirement_usage_one_subject(usage: ir.RequirementUsage, model: Model) -> Iterator[Finding]:
    """A requirement is about one subject.

    SysML 2.0, 8.3.21.8.

    Bad:
    ```sysml
    requirement clean {
        subject left;
        subject right;                          // error
    }
    ```
    Good:
    ```sysml
    requirement clean {
        subject glove[2];
    }
    ```
    """
    yield from repeated(usage, model, Role.SUBJECT, "subject", inherits=True)


@rule("validateRequirementDefinitionSubjectParameterPosition", ir.RequirementDefinition)
def requirement_definition_subject_first(
    definition: ir.RequirementDefinition, model: Model
) -> Iterator[Finding]:
    """The subject of a requirement definition comes before its other parameters.

    SysML 2.0, 8.3.21.7.

    Bad:
    ```sysml
    requirement def Warm {
        in season;
        subject coat;                           // error
    }
    ```
    Good:
    ```sysml
    requirement def Warm {
        subject coat;
        in season;
    }
    ```
    """
    yield from not_first(definition, model)


@rule("validateRequirementUsageSubjectParameterPosition", ir.RequirementUsage)
def requirement_usage_subject_first(usage: ir.RequirementUsage, model: Model) -> Iterator[Finding]:
    """The subject of a requirement comes before its other parameters.

    SysML 2.0, 8.3.21.8.

    Bad:
    ```sysml
    requirement warm {
        in season;
        subject coat;                           // error
    }
    ```
    Good:
    ```sysml
    requirement warm {
        subject coat;
        in season;
    }
    ```
    """
    yield from not_first(usage, model)
