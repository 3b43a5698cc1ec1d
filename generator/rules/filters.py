"""Rules about conditions on what is imported and exposed (KerML 1.0, clause 8.3.4.13)."""

from __future__ import annotations

from collections.abc import Iterator

from generator import ir
from generator.ir import Expression, Model, Role
from generator.rules.evaluable import is_evaluable
from generator.rules.registry import Finding, model_rule


def _conditions(model: Model) -> Iterator[Expression]:
    for each in model.of_kind(ir.ExpressionFeature):
        if each.role is Role.FILTER and each.result is not None:
            yield each.result
    for declaration in model.imports:
        yield from declaration.filters


@model_rule("validateElementFilterMembershipConditionIsModelLevelEvaluable")
def condition_is_evaluable(model: Model) -> Iterator[Finding]:
    """A filter cannot be evaluated on the model.

    A filter decides which elements are imported (KerML 1.0, 8.3.4.13.3), long before anything runs. It can ask for
    metadata and metaclasses and compare their values; it cannot call functions of one's own, or use features
    of something that exists only later.

    Bad:
    ```sysml
    metadata def Approved { attribute level; }
    calc def isHigh { in level; return : ScalarValues::Boolean; }
    package Released {
        public import Drafts::*;
        filter isHigh((as Approved).level);     // error
    }
    package Drafts { part draft { @Approved { level = 3; } } }
    ```
    Good:
    ```sysml
    metadata def Approved { attribute level; }
    package Released {
        public import Drafts::*;
        filter @Approved and (as Approved).level > 2;
    }
    package Drafts { part draft { @Approved { level = 3; } } }
    ```
    """
    for each in _conditions(model):
        if not is_evaluable(model, each):
            yield Finding(
                each.span,
                "the condition cannot be evaluated on the model",
                hint="ask for metadata, as in `@Safety and (as Safety).isMandatory`",
            )


@model_rule("validateElementFilterMembershipConditionIsBoolean")
def condition_is_boolean(model: Model) -> Iterator[Finding]:
    """The condition of a filter is neither true nor false.

    An element passes a filter if the condition is true for it (KerML 1.0, 8.3.4.13.3).

    Bad:
    ```sysml
    package Released {
        public import Drafts::*;
        filter 3;                               // error
    }
    package Drafts { part draft; }
    ```
    Good:
    ```sysml
    package Released {
        public import Drafts::*;
        filter @SysML::PartUsage;
    }
    package Drafts { part draft; }
    ```
    """
    for each in _conditions(model):
        value = model.inference.of(each)
        if model.inference.scalars.conforms(value, "Boolean") is False and is_evaluable(
            model, each
        ):
            yield Finding(
                each.span,
                "the condition is no Boolean",
                hint="compare its value with something, or ask whether an element has metadata: `@Safety`",
            )
