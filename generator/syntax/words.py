"""Words of other notations, and what SysML calls the same thing."""

from __future__ import annotations

from difflib import get_close_matches

__all__ = ["instead_of", "is_borrowed"]

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
    "allocation",
    "analysis",
    "attribute",
    "calc",
    "case",
    "comment",
    "concern",
    "connection",
    "constraint",
    "dependency",
    "doc",
    "enum",
    "event",
    "flow",
    "import",
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
