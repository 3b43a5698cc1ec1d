"""Asking a model: what the words, fields and relations of a query mean.

Knows the resolved graph; must not know how a query is written nor how its answer is shown.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from fnmatch import fnmatchcase
from functools import cached_property

from generator import ir
from generator.ir import Element, Feature, Model, SpecializationKind, Type
from generator.workspace.query_language import (
    And,
    Comparison,
    Not,
    Or,
    QueryFault,
    Relation,
    Test,
    Word,
)
from generator.workspace.scope import ElementFault, find_element

__all__ = ["FIELDS", "PROPERTIES", "RELATIONS", "ask", "metaclass"]

Predicate = Callable[[Element], bool]
Related = Callable[["_Asker", Element], Iterable[Element]]


def ask(model: Model, test: Test, *, library: bool = False) -> tuple[Element, ...]:
    """The elements a query finds, in the order of the model; those of libraries too, if asked for.

    QueryFault for a word, field, relation or element that does not exist.
    """
    accepts = _Asker(model).predicate(test)
    pool = model.elements if library else model.user_elements
    return tuple(each for each in pool if accepts(each))


def metaclass(name: str) -> type[Element] | None:
    """The class of a metaclass by its name, or None."""
    found = getattr(ir, name, None)
    return found if isinstance(found, type) and issubclass(found, Element) else None


FIELDS: dict[str, tuple[Callable[[Model, Element], str], str]] = {
    "name": (lambda model, each: each.name or "", "the effective name"),
    "short": (lambda model, each: each.short_name or "", "the short name, as in <'R1'>"),
    "qualified": (lambda model, each: each.qualified_name, "the qualified name"),
    "kind": (lambda model, each: each.kind, "exactly this metaclass"),
    "owner": (
        lambda model, each: "" if each.owner is None else model.elements[each.owner].qualified_name,
        "the qualified name of the owner",
    ),
    "doc": (lambda model, each: each.doc, "the documentation"),
    "file": (lambda model, each: each.span.path, "the path of the file"),
    "role": (lambda model, each: each.role.value, "how it is owned: feature, subject, end, …"),
    "visibility": (lambda model, each: each.visibility.value, "public, protected or private"),
    "direction": (
        lambda model, each: str(getattr(each, "direction", None) or ""),
        "in, out, inout, or nothing",
    ),
    "library": (lambda model, each: str(each.library or ""), "standard, domain, or nothing"),
}
"""What can be compared: how it is read, and what it is."""

_FLAGS = (
    "abstract",
    "variation",
    "individual",
    "reference",
    "composite",
    "derived",
    "constant",
    "end",
    "ordered",
    "portion",
    "parallel",
)


def _flag(name: str) -> Callable[[Model, Element], bool]:
    return lambda model, each: bool(getattr(each, f"is_{name}", False))


PROPERTIES: dict[str, tuple[Callable[[Model, Element], bool], str]] = {
    "named": (lambda model, each: each.name is not None, "has a name"),
    "documented": (lambda model, each: bool(each.doc), "has documentation"),
    "root": (lambda model, each: each.owner is None, "stands at the top of a file"),
    "leaf": (lambda model, each: not model.owned_ids[each.id], "owns nothing"),
    "valued": (lambda model, each: getattr(each, "value", None) is not None, "has a value"),
    "many": (
        lambda model, each: isinstance(each, Feature) and model.multiplicity(each).is_many,
        "may have more than one value",
    ),
    "satisfied": (lambda model, each: bool(model.satisfied_by(each)), "something satisfies it"),
    "verified": (lambda model, each: bool(model.verified_by(each)), "a case verifies it"),
    **{name: (_flag(name), f"is {name}") for name in _FLAGS},
}
"""What an element can be: how it is found out, and what it means."""


class _Asker:
    """Turns tests into predicates on elements."""

    def __init__(self, model: Model) -> None:
        self.model = model

    def predicate(self, test: Test) -> Predicate:
        """Whether an element is found by a test."""
        match test:
            case And(tests):
                parts = [self.predicate(each) for each in tests]
                return lambda element: all(part(element) for part in parts)
            case Or(tests):
                parts = [self.predicate(each) for each in tests]
                return lambda element: any(part(element) for part in parts)
            case Not(inner):
                negated = self.predicate(inner)
                return lambda element: not negated(element)
            case Comparison():
                return self._comparison(test)
            case Relation():
                return self._relation(test)
            case _:
                return self._word(test)

    def _word(self, word: Word) -> Predicate:
        kind = metaclass(word.text)
        if kind is not None:
            return lambda element: isinstance(element, kind)
        if word.text in PROPERTIES:
            holds = PROPERTIES[word.text][0]
            return lambda element: holds(self.model, element)
        target = self._element(word.text)
        return lambda element: element.id == target.id

    def _element(self, name: str) -> Element:
        try:
            return self.model.find(name) or find_element(self.model, name)
        except ElementFault as fault:
            known = [*PROPERTIES, *(each for each in vars(ir) if metaclass(each))]
            close = difflib.get_close_matches(name, known, n=1)
            if close and "::" not in name:
                raise QueryFault(
                    f"`{name}` is no metaclass, property or element; did you mean `{close[0]}`?"
                ) from fault
            raise QueryFault(str(fault)) from fault

    def _comparison(self, test: Comparison) -> Predicate:
        if test.field not in FIELDS:
            raise QueryFault(f"there is no field `{test.field}`; {_known(test.field, FIELDS)}")
        read = FIELDS[test.field][0]
        wanted = test.operator in ("=", "~")
        if test.operator in ("~", "!~"):
            return lambda element: fnmatchcase(read(self.model, element), test.value) == wanted
        return lambda element: (read(self.model, element) == test.value) == wanted

    def _relation(self, test: Relation) -> Predicate:
        if test.name not in RELATIONS:
            raise QueryFault(f"there is no relation `{test.name}`; {_known(test.name, RELATIONS)}")
        related = RELATIONS[test.name][0]
        accepts = self.predicate(test.of)
        known: dict[int, bool] = {}

        def holds(element: Element) -> bool:
            if element.id not in known:
                known[element.id] = accepts(element)
            return known[element.id]

        return lambda element: any(holds(each) for each in related(self, element))

    # -- relations that are looked up the other way round ------------------------------------------

    @cached_property
    def satisfying(self) -> dict[int, list[Element]]:
        """The requirements that each element satisfies."""
        return self._inverse(self.model.satisfied_by)

    @cached_property
    def verifying(self) -> dict[int, list[Element]]:
        """The requirements that each case verifies."""
        return self._inverse(self.model.verified_by)

    def _inverse(self, forward: Callable[[Element], Iterable[Element]]) -> dict[int, list[Element]]:
        found: dict[int, list[Element]] = {}
        for kind in (ir.RequirementUsage, ir.RequirementDefinition):
            for requirement in self.model.of_kind(kind):
                for each in forward(requirement):
                    found.setdefault(each.id, []).append(requirement)
        return found


def _known(name: str, table: Iterable[str]) -> str:
    close = difflib.get_close_matches(name, list(table), n=1)
    return f"did you mean `{close[0]}`?" if close else f"there are {', '.join(table)}"


def _generals(asker: _Asker, element: Element) -> Iterator[Element]:
    for at in asker.model.all_generals(element):
        if at != element.id:
            yield asker.model.elements[at]


def _types(asker: _Asker, element: Element) -> Iterator[Element]:
    if isinstance(element, Feature):
        for each in asker.model.types(element):
            yield each
            yield from _generals(asker, each)


def _direct(kind: SpecializationKind) -> Related:
    return lambda asker, element: asker.model.generals(element, kind)


def _owner(asker: _Asker, element: Element) -> Iterator[Element]:
    owner = asker.model.owner(element)
    if owner is not None:
        yield owner


def _features(asker: _Asker, element: Element) -> Iterable[Element]:
    return asker.model.features(element) if isinstance(element, Type) else ()


def _annotations(asker: _Asker, element: Element) -> Iterator[Element]:
    for each in asker.model.metadata(element):
        yield from _types(asker, each)


def _ends(asker: _Asker, element: Element) -> Iterator[Element]:
    if isinstance(element, ir.ConnectorAsUsage | ir.Connector):
        for end in element.ends:
            yield from asker.model.path(end)


RELATIONS: dict[str, tuple[Related, str]] = {
    "specializes": (_generals, "has it as a general type, directly or not"),
    "typed": (_types, "is a feature of that type or one below it"),
    "subsets": (_direct(SpecializationKind.SUBSETTING), "subsets it"),
    "redefines": (
        lambda asker, each: asker.model.redefined(each) if isinstance(each, Feature) else (),
        "redefines it, directly or not",
    ),
    "owns": (lambda asker, each: asker.model.owned(each), "owns it"),
    "contains": (lambda asker, each: asker.model.descendants(each), "owns it, directly or not"),
    "owned": (_owner, "is owned by it"),
    "in": (lambda asker, each: asker.model.owners(each), "lies in it, directly or not"),
    "feature": (_features, "has it as a feature, owned or inherited"),
    "metadata": (_annotations, "is annotated with metadata of that definition"),
    "satisfies": (lambda asker, each: asker.satisfying.get(each.id, ()), "satisfies it"),
    "verifies": (lambda asker, each: asker.verifying.get(each.id, ()), "verifies it"),
    "connects": (_ends, "is a connector with an end there"),
}
"""Relations: what an element is related to, and how that reads: `typed(X)` is a feature of type X."""
