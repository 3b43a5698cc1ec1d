"""Rules about calculations and cases of all kinds (SysML 2.0, clauses 8.3.19 and 8.3.22 to 8.3.25)."""

from __future__ import annotations

from collections.abc import Iterator

from generator import ir
from generator.ir import Model, Role
from generator.rules.conditions import misreferenced, not_first, repeated
from generator.rules.metaclasses import FUNCTIONS
from generator.rules.registry import Finding, rule
from generator.rules.typing import not_one_type

__all__ = [
    "analysis_case_usage_type",
    "calculation_usage_type",
    "case_definition_one_objective",
    "case_definition_one_subject",
    "case_definition_subject_first",
    "case_usage_one_objective",
    "case_usage_one_subject",
    "case_usage_subject_first",
    "case_usage_type",
    "include_use_case_reference",
    "requirement_verification_owner",
    "use_case_usage_type",
    "verification_case_usage_type",
]

_SPECIAL_CASES = (ir.AnalysisCaseUsage, ir.VerificationCaseUsage, ir.UseCaseUsage)


@rule("validateCalculationUsageType", ir.CalculationUsage)
def calculation_usage_type(usage: ir.CalculationUsage, model: Model) -> Iterator[Finding]:
    """A calculation is typed by one calculation definition.

    SysML 2.0, 8.3.19.3, CalculationUsage::calculationDefinition; the specification gives this condition no name.

    Bad:
    ```sysml
    calc def Sum;
    calc def Product;
    part def Abacus { calc result : Sum, Product; }         // error
    ```
    Good:
    ```sysml
    calc def Sum;
    part def Abacus { calc result : Sum; }
    ```
    """
    if not isinstance(usage, ir.CaseUsage):
        yield from not_one_type(usage, model, FUNCTIONS, "one calculation definition")


@rule("validateCaseUsageType", ir.CaseUsage)
def case_usage_type(usage: ir.CaseUsage, model: Model) -> Iterator[Finding]:
    """A case is typed by one case definition.

    SysML 2.0, 8.3.22.3, CaseUsage::caseDefinition; the specification gives this condition no name.

    Bad:
    ```sysml
    case def Theft;
    case def Fraud;
    case butler : Theft, Fraud;                 // error
    ```
    Good:
    ```sysml
    case def Theft;
    case butler : Theft;
    ```
    """
    if not isinstance(usage, _SPECIAL_CASES):
        yield from not_one_type(usage, model, (ir.CaseDefinition,), "one case definition")


@rule("validateAnalysisCaseUsageType", ir.AnalysisCaseUsage)
def analysis_case_usage_type(usage: ir.AnalysisCaseUsage, model: Model) -> Iterator[Finding]:
    """An analysis case is typed by one analysis case definition.

    SysML 2.0, 8.3.23.3, AnalysisCaseUsage::analysisCaseDefinition; the specification gives this condition no
    name.

    Bad:
    ```sysml
    case def Tasting;
    analysis tasting : Tasting;                 // error
    ```
    Good:
    ```sysml
    analysis def Tasting;
    analysis tasting : Tasting;
    ```
    """
    allowed = (ir.AnalysisCaseDefinition,)
    yield from not_one_type(usage, model, allowed, "one analysis case definition")


@rule("validateVerificationCaseUsageType", ir.VerificationCaseUsage)
def verification_case_usage_type(
    usage: ir.VerificationCaseUsage, model: Model
) -> Iterator[Finding]:
    """A verification case is typed by one verification case definition.

    SysML 2.0, 8.3.24.4, VerificationCaseUsage::verificationCaseDefinition; the specification gives this condition
    no name.

    Bad:
    ```sysml
    case def DropTest;
    verification drop : DropTest;               // error
    ```
    Good:
    ```sysml
    verification def DropTest;
    verification drop : DropTest;
    ```
    """
    allowed = (ir.VerificationCaseDefinition,)
    yield from not_one_type(usage, model, allowed, "one verification case definition")


@rule("validateUseCaseUsageType", ir.UseCaseUsage)
def use_case_usage_type(usage: ir.UseCaseUsage, model: Model) -> Iterator[Finding]:
    """A use case is typed by one use case definition.

    SysML 2.0, 8.3.25.4, UseCaseUsage::useCaseDefinition; the specification gives this condition no name.

    Bad:
    ```sysml
    use case def Fly;
    use case def Swim;
    use case move : Fly, Swim;                  // error
    ```
    Good:
    ```sysml
    use case def Fly;
    use case move : Fly;
    ```
    """
    yield from not_one_type(usage, model, (ir.UseCaseDefinition,), "one use case definition")


@rule("validateIncludeUseCaseUsageReference", ir.IncludeUseCaseUsage)
def include_use_case_reference(usage: ir.IncludeUseCaseUsage, model: Model) -> Iterator[Finding]:
    """What is included is a use case.

    SysML 2.0, 8.3.25.2.

    Bad:
    ```sysml
    use case def Pay;
    ref pay : Pay;
    use case def Shop { include pay; }          // error
    ```
    Good:
    ```sysml
    use case def Pay;
    use case pay : Pay;
    use case def Shop { include pay; }
    ```
    """
    yield from misreferenced(usage, model, (ir.UseCaseUsage,), "a use case")


@rule("validateCaseDefinitionOnlyOneSubject", ir.CaseDefinition)
def case_definition_one_subject(definition: ir.CaseDefinition, model: Model) -> Iterator[Finding]:
    """A case definition has one subject.

    SysML 2.0, 8.3.22.2.

    Bad:
    ```sysml
    use case def Wash {
        subject dog;
        subject cat;                            // error
    }
    ```
    Good:
    ```sysml
    use case def Wash {
        subject dog;
        actor cat;
    }
    ```
    """
    yield from repeated(definition, model, Role.SUBJECT, "subject", inherits=True)


@rule("validateCaseUsageOnlyOneSubject", ir.CaseUsage)
def case_usage_one_subject(usage: ir.CaseUsage, model: Model) -> Iterator[Finding]:
    """A case has one subject.

    SysML 2.0, 8.3.22.3.

    Bad:
    ```sysml
    use case wash {
        subject dog;
        subject cat;                            // error
    }
    ```
    Good:
    ```sysml
    use case wash {
        subject dog;
        actor cat;
    }
    ```
    """
    yield from repeated(usage, model, Role.SUBJECT, "subject", inherits=True)


@rule("validateCaseDefinitionOnlyOneObjective", ir.CaseDefinition)
def case_definition_one_objective(definition: ir.CaseDefinition, model: Model) -> Iterator[Finding]:
    """A case definition has one objective.

    SysML 2.0, 8.3.22.2. What has to be achieved together is required within it.

    Bad:
    ```sysml
    analysis def Diet {
        objective health;
        objective joy;                          // error
    }
    ```
    Good:
    ```sysml
    requirement health;
    requirement joy;
    analysis def Diet {
        objective goodLife {
            require health;
            require joy;
        }
    }
    ```
    """
    yield from repeated(definition, model, Role.OBJECTIVE, "objective", inherits=True)


@rule("validateCaseUsageOnlyOneObjective", ir.CaseUsage)
def case_usage_one_objective(usage: ir.CaseUsage, model: Model) -> Iterator[Finding]:
    """A case has one objective.

    SysML 2.0, 8.3.22.3. What has to be achieved together is required within it.

    Bad:
    ```sysml
    analysis diet {
        objective health;
        objective joy;                          // error
    }
    ```
    Good:
    ```sysml
    requirement joy;
    analysis diet {
        objective goodLife { require joy; }
    }
    ```
    """
    yield from repeated(usage, model, Role.OBJECTIVE, "objective", inherits=True)


@rule("validateCaseDefinitionSubjectParameterPosition", ir.CaseDefinition)
def case_definition_subject_first(definition: ir.CaseDefinition, model: Model) -> Iterator[Finding]:
    """The subject of a case definition comes before its other parameters.

    SysML 2.0, 8.3.22.2.

    Bad:
    ```sysml
    use case def Ride {
        actor knight;
        subject horse;                          // error
    }
    ```
    Good:
    ```sysml
    use case def Ride {
        subject horse;
        actor knight;
    }
    ```
    """
    yield from not_first(definition, model)


@rule("validateCaseUsageSubjectParameterPosition", ir.CaseUsage)
def case_usage_subject_first(usage: ir.CaseUsage, model: Model) -> Iterator[Finding]:
    """The subject of a case comes before its other parameters.

    SysML 2.0, 8.3.22.3.

    Bad:
    ```sysml
    use case ride {
        actor knight;
        subject horse;                          // error
    }
    ```
    Good:
    ```sysml
    use case ride {
        subject horse;
        actor knight;
    }
    ```
    """
    yield from not_first(usage, model)


@rule("validateRequirementVerificationMembershipOwningType", ir.RequirementUsage)
def requirement_verification_owner(usage: ir.RequirementUsage, model: Model) -> Iterator[Finding]:
    """What a verification case verifies stands in its objective.

    SysML 2.0, 8.3.24.2.

    Bad:
    ```sysml
    requirement sweet;
    verification def Tasting {
        requirement sample {
            verify sweet;                       // error
        }
    }
    ```
    Good:
    ```sysml
    requirement sweet;
    verification def Tasting {
        objective {
            verify sweet;
        }
    }
    ```
    """
    if usage.role is not Role.VERIFY:
        return
    objective = model.owner(usage)
    case = None if objective is None else model.owner(objective)
    is_objective = objective is not None and objective.role is Role.OBJECTIVE
    if not is_objective or not isinstance(
        case, ir.VerificationCaseDefinition | ir.VerificationCaseUsage
    ):
        yield Finding(
            usage.name_span or usage.span,
            "`verify` stands in the objective of a verification case",
            hint="write `verification { objective { verify …; } }`, or `require` here",
        )
