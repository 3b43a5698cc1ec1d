"""Rules about attributes and enumerations (SysML 2.0, clauses 8.3.7 and 8.3.8)."""

from __future__ import annotations

from collections.abc import Iterator

from generator import ir
from generator.ir import Model
from generator.rules.metaclasses import DATA_TYPES, named
from generator.rules.registry import Finding, rule
from generator.rules.typing import all_types, mistyped, not_one_type

__all__ = [
    "attribute_usage_enumeration_type",
    "attribute_usage_type",
    "enumeration_usage_type",
]


@rule("validateAttributeUsageType", ir.AttributeUsage)
def attribute_usage_type(usage: ir.AttributeUsage, model: Model) -> Iterator[Finding]:
    """An attribute is typed by attribute definitions or data types only.

    An attribute has a value and no life of its own (SysML 2.0, 8.3.7.3, AttributeUsage::attributeDefinition;
    the specification gives this condition no name).

    Bad:
    ```sysml
    part def Teapot;
    part def Kitchen { attribute pot : Teapot; }        // error
    ```
    Good:
    ```sysml
    part def Teapot { attribute litres : ScalarValues::Real; }
    part def Kitchen { part pot : Teapot; }
    ```
    """
    if not isinstance(usage, ir.EnumerationUsage):
        yield from mistyped(usage, model, DATA_TYPES, "attribute definitions")


@rule("validateAttributeUsageEnumerationType", ir.AttributeUsage)
def attribute_usage_enumeration_type(usage: ir.AttributeUsage, model: Model) -> Iterator[Finding]:
    """An attribute that is typed by an enumeration has no second type.

    No value is in two enumerations, or in one and in another data type (SysML 2.0, 8.3.8.2; the specification
    gives this condition no name).

    Bad:
    ```sysml
    enum def Flavour { sweet; sour; }
    enum def Colour { red; green; }
    part def Apple { attribute look : Flavour, Colour; }        // error
    ```
    Good:
    ```sysml
    enum def Flavour { sweet; sour; }
    enum def Colour { red; green; }
    part def Apple {
        attribute flavour : Flavour;
        attribute colour : Colour;
    }
    ```
    """
    if isinstance(usage, ir.EnumerationUsage):
        return
    types = all_types(model, usage)
    enumeration = next((each for each in types if isinstance(each, ir.EnumerationDefinition)), None)
    if enumeration is not None and len(types) > 1:
        other = next(each for each in types if each is not enumeration)
        yield Finding(
            usage.name_span or usage.span,
            f"no value of the enumeration {named(enumeration)} is a {named(other)} as well",
            hint="declare one attribute for each",
        )


@rule("validateEnumerationUsageType", ir.EnumerationUsage)
def enumeration_usage_type(usage: ir.EnumerationUsage, model: Model) -> Iterator[Finding]:
    """An enumeration usage is typed by one enumeration definition.

    SysML 2.0, 8.3.8.3, EnumerationUsage::enumerationDefinition; the specification gives this condition no name.

    Bad:
    ```sysml
    attribute def Size;
    part def Hat { enum size : Size; }          // error
    ```
    Good:
    ```sysml
    enum def Size { small; large; }
    part def Hat { enum size : Size; }
    ```
    """
    yield from not_one_type(usage, model, (ir.EnumerationDefinition,), "one enumeration definition")
