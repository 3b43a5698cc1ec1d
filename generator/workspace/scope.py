"""Scopes: which files a run is about, from what a person asked for.

Knows the model and plans; must not know how it was asked.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from generator.emit.artifact import ArtifactSet, Origin
from generator.ir import Element, Feature, Model, Type
from generator.plan import Scope

__all__ = ["ElementFault", "find_declared", "find_element", "locate", "scope_of"]


class ElementFault(Exception):
    """A name that leads to no element of the model, or to several."""


def find_element(model: Model, name: str) -> Element:
    """The element with a qualified name, or the only one with a simple name; ElementFault otherwise."""
    found = model.find(name)
    if found is not None:
        return found
    named = [each for each in model.user_elements if name in (each.name, each.short_name)]
    if len(named) == 1:
        return named[0]
    if named:
        several = ", ".join(sorted(each.qualified_name for each in named)[:8])
        raise ElementFault(f"several elements are called `{name}`: {several}")
    known = [each.qualified_name for each in model.user_elements if each.name]
    close = difflib.get_close_matches(name, known, n=1) or difflib.get_close_matches(
        name.rpartition("::")[2], [each.name for each in model.user_elements if each.name], n=1
    )
    hint = f"; did you mean `{close[0]}`?" if close else ""
    raise ElementFault(f"no element of the model is called `{name}`{hint}")


def find_declared(model: Model, name: str) -> Element:
    """The element with a name, as `find_element`; one that is called so before one that only refers to it.

    `satisfy r` is called `r` too, as is `perform a`.
    """
    found = find_element(model, name)
    if found.declared_name is None and found.owner is not None:
        for each in model.owned(model.element(found.owner)):
            if each.declared_name is not None and each.declared_name == found.name:
                return each
    return found


def locate(model: Model, name: str) -> tuple[Element, tuple[Feature, ...]]:
    """An element as `find_declared`, and inherited features that lead on from it: `P::car::engine` of `Vehicle`."""
    try:
        return find_declared(model, name), ()
    except ElementFault:
        prefix, _, last = name.rpartition("::")
        if not prefix:
            raise
        try:
            owner, inner = locate(model, prefix)
        except ElementFault:
            owner, inner = None, ()
        at = inner[-1] if inner else owner
        found = model.member(at, last) if isinstance(at, Type) else None
        if owner is None or not isinstance(found, Feature):
            raise
        return owner, (*inner, found)


def scope_of(
    model: Model,
    artifacts: ArtifactSet,
    *,
    elements: Sequence[str] = (),
    passes: Sequence[str] = (),
    tests: bool = False,
    labels: Iterable[str] | None = None,
) -> Scope:
    """The scope of a run.

    `elements` keeps files that come from those elements or from what they own, `passes` files of those passes,
    `tests` files of test suites. `labels` are the model files of a run that is not about the whole project:
    systems made from others are left alone.
    """
    names = [find_element(model, each).qualified_name for each in elements]
    wanted = set(passes)
    files = None if labels is None else frozenset(labels)
    systems = frozenset(_system(key) for key in artifacts)

    def accepts(key: str, pass_name: str, origins: tuple[Origin, ...]) -> bool:
        elsewhere = files is not None and _system(key) not in systems
        if elsewhere and not any(each.file in (files or ()) for each in origins):
            return False
        if wanted and pass_name not in wanted:
            return False
        if tests and "tests" not in key.split("/"):
            return False
        return not names or any(_within(each.qualified_name, names) for each in origins)

    return Scope(accepts if names or wanted or tests or files is not None else None)


def _system(key: str) -> str:
    return key.split("/")[1]


def _within(name: str, owners: Iterable[str]) -> bool:
    return any(name == owner or name.startswith(owner + "::") for owner in owners)
