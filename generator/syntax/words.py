"""Words of other notations, and what SysML calls the same thing."""

from __future__ import annotations

from difflib import get_close_matches

__all__ = ["PAIRS", "PREFIXES", "TYPES", "instead_of", "is_borrowed"]

PAIRS = {
    ("block", "definition"): "part def",
    ("constraint", "block"): "constraint def",
    ("constraint", "property"): "constraint",
    ("data", "type"): "attribute def",
    ("flow", "port"): "port",
    ("flow", "property"): "in item",
    ("full", "port"): "port",
    ("information", "flow"): "flow",
    ("interface", "block"): "port def",
    ("item", "flow"): "flow",
    ("object", "node"): "item",
    ("participant", "property"): "end part",
    ("part", "property"): "part",
    ("proxy", "port"): "port",
    ("reference", "property"): "ref part",
    ("shared", "property"): "ref part",
    ("state", "machine"): "state def",
    ("test", "case"): "verification",
    ("value", "property"): "attribute",
    ("value", "type"): "attribute def",
}
"""Two words of SysML v1 or UML, and what says the same in SysML v2."""

PREFIXES = {
    "const": "constant",
    "final": "constant",
    "immutable": "constant",
    "mutable": "",
    "override": "",
    "readonly": "constant",
    "static": "",
    "unique": "",
    "virtual": "abstract",
}
"""Words that stand before a declaration elsewhere, and what to write; "" where nothing is needed."""

TYPES = {
    "Boolean": "Boolean",
    "Integer": "Integer",
    "Real": "Real",
    "String": "String",
    "bool": "ScalarValues::Boolean",
    "boolean": "ScalarValues::Boolean",
    "char": "ScalarValues::String",
    "double": "ScalarValues::Real",
    "float": "ScalarValues::Real",
    "int": "ScalarValues::Integer",
    "integer": "ScalarValues::Integer",
    "long": "ScalarValues::Integer",
    "number": "ScalarValues::Real",
    "real": "ScalarValues::Real",
    "str": "ScalarValues::String",
    "string": "ScalarValues::String",
    "unsigned": "ScalarValues::Natural",
}
"""Types of programs, and those of the library."""

_INSTEAD = {
    "activity": "action def",
    "agent": "part def",
    "array": "attribute",
    "assembly": "part def",
    "association": "connection def",
    "behavior": "action def",
    "behaviour": "action def",
    "block": "part def",
    "class": "part def",
    "classifier": "part def",
    "component": "part def",
    "const": "attribute",
    "datatype": "attribute def",
    "enumeration": "enum def",
    "entity": "item def",
    "event": "item def",
    "derives": ":>",
    "extends": ":>",
    "feature": "attribute",
    "field": "attribute",
    "function": "calc def",
    "implements": ":>",
    "inherits": ":>",
    "interface": "interface def",
    "let": "attribute",
    "method": "action",
    "model": "package",
    "module": "package",
    "namespace": "package",
    "object": "part",
    "operation": "action",
    "parallel": "action",
    "procedure": "action def",
    "property": "attribute",
    "req": "requirement",
    "record": "attribute def",
    "service": "part def",
    "signal": "item def",
    "statemachine": "state def",
    "struct": "attribute def",
    "structure": "part def",
    "system": "part def",
    "task": "action",
    "type": "attribute def",
    "usecase": "use case def",
    "stereotype": "metadata def",
    "val": "attribute",
    "value": "attribute",
    "valueType": "attribute def",
    "valuetype": "attribute def",
    "var": "attribute",
    "workflow": "action def",
}
_LONGEST = 20
_MEMBERS = [
    "abstract",
    "action",
    "actor",
    "alias",
    "allocate",
    "allocation",
    "analysis",
    "assert",
    "assign",
    "assume",
    "attribute",
    "calc",
    "case",
    "comment",
    "concern",
    "connect",
    "connection",
    "constraint",
    "dependency",
    "doc",
    "enum",
    "entry",
    "event",
    "exhibit",
    "exit",
    "expose",
    "flow",
    "frame",
    "import",
    "include",
    "individual",
    "interface",
    "item",
    "library",
    "metadata",
    "objective",
    "occurrence",
    "package",
    "part",
    "perform",
    "port",
    "private",
    "protected",
    "public",
    "rendering",
    "require",
    "requirement",
    "satisfy",
    "stakeholder",
    "standard",
    "state",
    "subject",
    "succession",
    "transition",
    "variation",
    "verification",
    "verify",
    "view",
    "viewpoint",
]


_STRUCTURES = frozenset(
    (
        "alt",
        "catch",
        "critical",
        "finally",
        "foreach",
        "opt",
        "par",
        "repeat",
        "seq",
        "switch",
        "try",
    )
)


def is_borrowed(word: str) -> bool:
    """Whether a word is a keyword elsewhere, so that a name that equals it is most likely a mistake."""
    return word in _STRUCTURES or word in _INSTEAD


def instead_of(word: str) -> str | None:
    """What to write for a word that is no keyword: one or two words of SysML, or nothing."""
    if word in _INSTEAD:
        return _INSTEAD[word]
    if (lower := word.lower()) != word and lower in _MEMBERS:
        return lower
    if len(word) > _LONGEST:
        return None
    letters = sorted(lower)
    if swapped := [each for each in _MEMBERS if sorted(each) == letters]:
        return swapped[0]
    return next(iter(get_close_matches(word, _MEMBERS, 1, 0.75)), None)
