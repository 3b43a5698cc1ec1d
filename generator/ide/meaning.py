"""What stands at a position: the element that is meant, and the way on which the name was found.

Knows the model and its names; must not know how it is shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.ide.index import NameIndex, Occurrence
from generator.ir import Element, Import, Library, Model, Type
from generator.source import Span

__all__ = ["Meaning", "Way", "meaning_at"]


@dataclass(frozen=True, slots=True)
class Way:
    """How a name was found.

    `how` is `own`, `enclosing`, `inherited`, `imported`, `alias`, `top-level`, `library` or `implied`; `through`
    is the namespace, general type, import or alias; `place` is the line of the import.
    """

    how: str
    through: str = ""
    place: Span | None = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name means. `reference` and `way` are None on a declaration; `path` are the elements of a chain."""

    target: Element
    reference: Occurrence | None = None
    path: tuple[Element, ...] = ()
    way: Way | None = None


def meaning_at(index: NameIndex, path: str, offset: int) -> Meaning | None:
    """What is at an offset of a file: what a name refers to, or the element it declares; None for neither."""
    reference = index.reference_at(path, offset)
    declared = index.declaration_at(path, offset)
    if declared is not None and (
        reference is None or offset not in range(reference.span.start, reference.span.end)
    ):
        return Meaning(declared)
    if reference is None:
        return None
    model = index.model
    chain = [reference]
    while (before := index.previous(chain[0])) is not None:
        chain.insert(0, before)
    target = model.element(reference.target)
    elements = tuple(model.element(each.target) for each in chain)
    if len(chain) > 1:
        way = _in_namespace(model, elements[-2], target, _text(reference))
    else:
        way = _around(index, reference, target)
    return Meaning(target, reference, elements, way)


def _text(reference: Occurrence) -> str:
    text = reference.span.text
    return text[1:-1] if text.startswith("'") else text


def _around(index: NameIndex, reference: Occurrence, target: Element) -> Way:
    """How the first name of a reference was found: from the inside out."""
    model, name = index.model, _text(reference)
    for number, namespace in enumerate(index.namespaces_around(reference.span)):
        found = _in_namespace(model, namespace, target, name, only_found=True)
        if found is not None:
            inner = number < 2 or found.how != "own"
            return found if inner else Way("enclosing", found.through)
    for each in model.imports:
        if each.importer is None and each.span.path == reference.span.path:
            found = _through_import(model, each, target, name)
            if found is not None:
                return found
    alias = _alias(model, target, name)
    if alias is not None:
        return alias
    if target.owner is None:
        return Way("library" if target.library is not None else "top-level", target.span.path)
    return Way("implied", model.elements[target.owner].qualified_name)


def _in_namespace(
    model: Model, namespace: Element, target: Element, name: str, *, only_found: bool = False
) -> Way | None:
    """How a member is found in a namespace: owned, through an alias, inherited or imported."""
    if target.owner == namespace.id:
        return Way("own", namespace.qualified_name)
    alias = model.aliases.get(f"{namespace.qualified_name}::{name}")
    if alias == target.id:
        return Way("alias", f"{namespace.qualified_name}::{name}")
    if _inherits(model, namespace, target):
        return Way("inherited", model.elements[target.owner or 0].qualified_name)
    for each in model.imports:
        if each.importer == namespace.id:
            found = _through_import(model, each, target, name)
            if found is not None:
                return found
    if only_found:
        return None
    if target.library is Library.STANDARD:
        return Way(
            "implied", "" if target.owner is None else model.elements[target.owner].qualified_name
        )
    return Way("own", namespace.qualified_name)


def _through_import(model: Model, each: Import, target: Element, name: str) -> Way | None:
    """Whether an import brings a name in, directly, through what its namespace imports or inherits."""
    imported = model.target(each.imported)
    if imported is None:
        return None
    way = Way("imported", " ".join(each.span.text.split()), each.span)
    found = imported.id == target.id
    if each.is_namespace:
        found = (
            target.owner == imported.id
            or model.aliases.get(f"{imported.qualified_name}::{name}") == target.id
            or _inherits(model, imported, target)
            or _passes_on(model, imported, target, {imported.id})
        )
    if found:
        return way
    if each.is_recursive and any(owner.id == imported.id for owner in model.owners(target)):
        return way
    return None


def _inherits(model: Model, namespace: Element, target: Element) -> bool:
    return isinstance(namespace, Type) and target.owner in model.all_generals(namespace)


def _passes_on(model: Model, package: Element, target: Element, seen: set[int]) -> bool:
    """Whether a package passes an element on that it imports publicly."""
    for each in model.imports:
        if each.importer != package.id or each.visibility != "public":
            continue
        imported = model.target(each.imported)
        if imported is None:
            continue
        if imported.id == target.id or (each.is_namespace and target.owner == imported.id):
            return True
        if each.is_namespace and imported.id not in seen:
            seen.add(imported.id)
            if _passes_on(model, imported, target, seen):
                return True
    return False


def _alias(model: Model, target: Element, name: str) -> Way | None:
    for alias, at in model.aliases.items():
        if at == target.id and alias.rpartition("::")[2] == name:
            return Way("alias", alias)
    return None
