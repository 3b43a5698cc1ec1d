"""The cases in `cases/*.md`: models with the errors they have to give and the bindings they have to have.

Under each heading: one or more `sysml` blocks (one workspace; the argument is the file name), and perhaps a
`model` block of lines `element question = answer`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import ir
from generator.ir import Element, Feature, Model, SpecializationKind, Type
from generator.source import SourceFile
from tests.resolve.workspace import expected, fences, model_of, reported


def _cases() -> list[tuple[str, str]]:
    found = []
    for path in sorted((Path(__file__).parent / "cases").glob("*.md")):
        for section in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
            title, _, body = section.partition("\n")
            found.append((f"{path.stem}: {title.strip()}", body))
    return found


CASES = _cases()
OWN_CODES = {"unresolved-name", "not-visible", "ambiguous-name"}


@pytest.mark.parametrize("body", [body for _, body in CASES], ids=[title for title, _ in CASES])
def test_case(body: str) -> None:
    blocks = fences(body)
    sources = [
        SourceFile(name or f"{number}.sysml", text)
        for number, (language, name, text) in enumerate(blocks)
        if language == "sysml"
    ]
    model, diagnostics = model_of(*sources)
    wanted = set().union(*(expected(source) for source in sources))
    codes = {code for _, _, _, code in wanted} | OWN_CODES
    # What other rules think of the model is not asked here.
    found = {each for each in reported(diagnostics) if each[3] in codes or "syntax" in each[3]}
    assert found == wanted, [(d.span.location(), d.message) for d in diagnostics]
    questions = 0
    for language, _, text in blocks:
        for line in text.strip().splitlines() if language == "model" else ():
            question, _, answer = line.partition(" = ")
            assert ask(model, question.strip()) == answer.strip(), line
            questions += 1
    assert wanted or questions, "a case expects something"


def ask(model: Model, question: str) -> str:
    """The answer to `qualified-name what`, as text."""
    name, _, what = question.rpartition(" ")
    return QUESTIONS[what](model, model[name]) if what in QUESTIONS else _field(model, name, what)


def _names(elements: object) -> str:
    assert isinstance(elements, tuple)
    return ", ".join(each.qualified_name for each in elements) or "nothing"


def _field(model: Model, name: str, what: str) -> str:
    value = getattr(model[name], what)
    if isinstance(value, ir.Reference):
        value = (value,)
    if isinstance(value, tuple):
        paths = (".".join(each.qualified_name for each in model.path(r)) for r in value)
        return "; ".join(path or "nothing" for path in paths)
    return str(value)


def _feature(question: Callable[[Model, Feature], str]) -> Callable[[Model, Element], str]:
    def ask_feature(model: Model, element: Element) -> str:
        assert isinstance(element, Feature)
        return question(model, element)

    return ask_feature


def _members(model: Model, element: Element) -> str:
    assert isinstance(element, Type)
    return ", ".join(str(each.name) for each in model.features(element)) or "nothing"


def _value(model: Model, feature: Feature) -> str:
    value = ir.effective_value(model, feature)
    folded = None if value is None else ir.constant(model, value.expression)
    return folded.qualified_name if isinstance(folded, Element) else repr(folded)


def _refers(model: Model, element: Element) -> str:
    """The names in an expression of an element, in the order of its fields."""
    found: list[str] = []
    for slot in ("value", "result", "guard", "condition", "value_expression", "trigger_expression"):
        value = getattr(element, slot, None)
        found += _references(model, value)
    return ", ".join(found) or "nothing"


def _references(model: Model, value: object) -> list[str]:
    if isinstance(value, ir.Reference):
        return [".".join(each.qualified_name for each in model.path(value)) or "nothing"]
    if isinstance(value, tuple):
        return [name for each in value for name in _references(model, each)]
    fields = getattr(value, "__dataclass_fields__", {})
    if isinstance(value, Element):
        return []
    return [name for each in fields for name in _references(model, getattr(value, each))]


def _arguments(model: Model, feature: Feature) -> str:
    """The parameters that the arguments of a call go to."""
    assert feature.value is not None
    call = feature.value.expression
    assert isinstance(call, ir.InvocationExpression | ir.ConstructorExpression)
    parameters = (each.parameter for each in call.arguments)
    return _names(tuple(model.element(at) for at in parameters if at is not None))


QUESTIONS: dict[str, Callable[[Model, Element], str]] = {
    "types": _feature(lambda model, feature: _names(model.types(feature))),
    "redefines": _feature(lambda model, feature: _names(model.redefined(feature))),
    "generals": lambda model, element: _names(model.generals(element)),
    "subsets": lambda model, element: _names(
        model.generals(element, SpecializationKind.SUBSETTING, SpecializationKind.REFERENCE)
    ),
    "features": _members,
    "value": _feature(_value),
    "refers": _refers,
    "arguments": _feature(_arguments),
    "kind": lambda model, element: element.kind,
    "multiplicity": _feature(
        lambda model, feature: "{0.lower}..{0.upper}".format(model.multiplicity(feature))
    ),
    "owned": lambda model, element: ", ".join(
        f"{each.role}:{each.name or each.kind}" for each in model.owned(element)
    ),
    "metadata": lambda model, element: repr(
        {
            str(model.types(each)[0].name): ir.metadata_values(model, each)
            for each in model.metadata(element)
        }
    ),
}
