"""Synthetic models of N types with ten attributes each, for the compiler and for its peers.

The same structure in three notations: SysML v2, JSON Schema and LinkML.
"""

from __future__ import annotations

import json

__all__ = ["json_schema", "linkml", "sysml"]

_SCALARS = (
    ("String", {"type": "string"}, "string"),
    ("Integer", {"type": "integer"}, "integer"),
    ("Real", {"type": "number"}, "float"),
    ("Boolean", {"type": "boolean"}, "boolean"),
)
ATTRIBUTES = 10


def _attributes(number: int) -> list[tuple[str, int, bool, bool]]:
    """Name, scalar index, optional and many, for each attribute of a type."""
    return [
        (f"field{at}", (number + at) % len(_SCALARS), at % 3 == 1, at % 5 == 4)
        for at in range(ATTRIBUTES)
    ]


def sysml(types: int, *, changed: int | None = None) -> str:
    """A package of item definitions, each specialising an earlier one now and then.

    `changed` is the number of a type that gets one more attribute.
    """
    lines = ["package Synthetic {", "    private import ScalarValues::*;"]
    for number in range(types):
        base = f" :> Type{number - 10}" if number % 10 == 0 and number else ""
        lines.append(f"    item def Type{number}{base} {{")
        lines.append(f"        doc /* The type with the number {number}. */")
        for name, scalar, optional, many in _attributes(number):
            bounds = " [0..*]" if many else " [0..1]" if optional else ""
            label = f"{name}_{number}"
            lines.append(f"        attribute {label} : {_SCALARS[scalar][0]}{bounds};")
        if number == changed:
            lines.append("        attribute added : Boolean;")
        lines.append("    }")
    lines.append("}")
    return "\n".join(lines) + "\n"


def json_schema(types: int) -> str:
    """The same types as definitions of a JSON Schema."""
    definitions = {}
    for number in range(types):
        properties = {}
        required = []
        for name, scalar, optional, many in _attributes(number):
            label = f"{name}_{number}"
            schema = dict(_SCALARS[scalar][1])
            properties[label] = {"type": "array", "items": schema} if many else schema
            if not optional and not many:
                required.append(label)
        body: dict[str, object] = {
            "type": "object",
            "description": f"The type with the number {number}.",
            "properties": properties,
            "required": required,
        }
        if number % 10 == 0 and number:
            body = {"allOf": [{"$ref": f"#/$defs/Type{number - 10}"}, body]}
        definitions[f"Type{number}"] = body
    return json.dumps(
        {"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": definitions}, indent=1
    )


def linkml(types: int) -> str:
    """The same types as LinkML classes."""
    lines = [
        "id: https://example.org/synthetic",
        "name: synthetic",
        "prefixes:",
        "  linkml: https://w3id.org/linkml/",
        "  ex: https://example.org/synthetic/",
        "default_prefix: ex",
        "default_range: string",
        "imports:",
        "  - linkml:types",
        "classes:",
    ]
    for number in range(types):
        lines.append(f"  Type{number}:")
        lines.append(f"    description: The type with the number {number}.")
        if number % 10 == 0 and number:
            lines.append(f"    is_a: Type{number - 10}")
        lines.append("    attributes:")
        for name, scalar, optional, many in _attributes(number):
            lines.append(f"      {name}_{number}:")
            lines.append(f"        range: {_SCALARS[scalar][2]}")
            if many:
                lines.append("        multivalued: true")
            elif not optional:
                lines.append("        required: true")
    return "\n".join(lines) + "\n"
