# Generated from HFO_Agents (ssot/hfo/agents.sysml) and 11 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Values of the data types, good and bad: what the model says of each field, and strategies made from it.

`instances(kind)` gives valid values of any data type of the system.
"""

from __future__ import annotations

import datetime as dt
from collections import ChainMap
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache, partial
from importlib import import_module
from itertools import pairwise
from typing import Any, TypeAlias, TypeVar

from hypothesis import Phase, find, settings
from hypothesis import strategies as st
from pydantic import BaseModel, SecretStr, ValidationError

T = TypeVar("T", bound=BaseModel)
V = TypeVar("V")
Hints: TypeAlias = tuple[bool | int | float | str, ...]
Values: TypeAlias = st.SearchStrategy[Any]
MODULES = (
    "hfo_agents",
    "hfo_persistence",
    "hfo_requirements",
    "hfo_security",
    "hfo_signals",
    "hfo_structure",
    "hfo_tooling",
    "hfo_use_cases",
    "hfo_workflows",
)
MISSING = object()
_SEARCH = settings(
    phases=(Phase.generate,),
    max_examples=500,
    derandomize=True,
    database=None,
    deadline=None,
)


@dataclass(frozen=True)
class Near:
    """What values are wanted: near literals of constraints; drafts may break the constraints."""

    hints: Hints = ()
    is_draft: bool = False


@dataclass(frozen=True)
class Field:
    """What may stand in a field: good values, bad ones, and whether it may be left out; its label outside, if another.

    A formula computes its value from the others when none is given. A free field may have another one; an initial
    value stays when the others change.
    """

    good: Callable[[Near], Values]
    bad: Callable[[], tuple[Any, ...]]
    default: Any = MISSING
    is_required: bool = True
    is_new: bool = False
    formula: Callable[[Any], Any] | None = None
    is_free: bool = True
    is_initial: bool = False
    label: str = ""


@dataclass(frozen=True)
class Expected:
    """What the model says of one data type; `hints` are literals of its constraints."""

    kind: Any
    fields: Mapping[str, Field] = field(default_factory=dict)
    constraints: Mapping[str, Callable[[Any], bool]] = field(default_factory=dict)
    hints: Hints = ()
    literals: tuple[str, ...] = ()
    bases: tuple[type[BaseModel], ...] = ()


def record(
    kind: type[BaseModel],
    fields: Mapping[str, Field],
    constraints: Mapping[str, Callable[[Any], bool]] | None = None,
    hints: Hints = (),
    bases: tuple[type[BaseModel], ...] = (),
) -> Expected:
    """A data type with fields of its own and those of its bases."""
    return Expected(kind, fields, constraints or {}, hints, bases=bases)


def enumeration(kind: type[StrEnum], literals: tuple[str, ...]) -> Expected:
    """An enumeration and its literals."""
    return Expected(kind, literals=literals)


def opaque(kind: type[BaseModel]) -> Expected:
    """A data type the model leaves open."""
    return Expected(kind)


def _plain(good: Values, *bad: Any) -> Field:
    return Field(lambda near: good, lambda: bad)


def text() -> Field:
    return Field(_texts, lambda: (1, None, ["x"]))


def url() -> Field:
    good = st.from_regex(r"https?://[a-z]{1,9}\.org/[a-z0-9/]{0,9}", fullmatch=True)
    return _plain(good, "no url", "", 1)


def secret() -> Field:
    return _plain(st.text().map(SecretStr), 1, None)


def boolean() -> Field:
    return _plain(st.booleans(), "maybe", 2, None)


def integer() -> Field:
    return Field(partial(_integers, None), lambda: (1.5, "x", None))


def natural() -> Field:
    return Field(partial(_integers, 0), lambda: (-1, 1.5, "x", None))


def positive() -> Field:
    return Field(partial(_integers, 1), lambda: (0, 1.5, "x", None))


def real() -> Field:
    return Field(_reals, lambda: ("x", float("nan"), float("inf"), None))


def timestamp() -> Field:
    return _plain(st.datetimes(timezones=st.just(dt.UTC)), "x", None)


def date() -> Field:
    return _plain(st.dates(), "x", None)


def duration() -> Field:
    return _plain(st.timedeltas(), "x", None)


def vector() -> Field:
    return _plain(st.lists(_finite()).map(tuple), "x", ("x",), None)


def json() -> Field:
    return _plain(_json(), object())


def anything() -> Field:
    return _plain(st.text())


def literal(kind: type[StrEnum]) -> Field:
    return _plain(st.sampled_from(list(kind)), "no such literal", 1, None)


def instance(kind: type[BaseModel]) -> Field:
    def good(near: Near) -> Values:
        made = drafts if near.is_draft else instances
        return st.deferred(lambda: made(kind, near.hints))

    return Field(good, lambda: (object(),))


def optional(one: Field) -> Field:
    """A value or none."""
    return replace(
        one,
        good=lambda near: st.none() | one.good(near),
        bad=lambda: tuple(each for each in one.bad() if each is not None),
    )


def many(one: Field, lower: int, upper: int | None) -> Field:
    """A tuple of so many values."""

    def good(near: Near) -> Values:
        found = st.lists(one.good(near), min_size=lower, max_size=_most(lower + 3)).map(
            tuple
        )
        words = tuple(each for each in near.hints if isinstance(each, str))
        if words and one.good is _texts:
            but_one = [tuple(each for each in words if each != word) for word in words]
            fitting = [
                each
                for each in (words, *but_one)
                if lower <= len(each) == _most(len(each))
            ]
            found |= st.sampled_from(fitting) if fitting else st.nothing()
        sizes = {int(each) + step for each in _numbers(near.hints) for step in (0, 1)}
        fitting_sizes = sorted(
            each for each in sizes if lower <= each == _most(min(each, 999))
        )
        if fitting_sizes:
            found |= st.tuples(one.good(near), st.sampled_from(fitting_sizes)).map(
                _repeated
            )
        return found

    def _most(size: int) -> int:
        return size if upper is None else min(size, upper)

    def bad() -> tuple[Any, ...]:
        sample = example(one.good(Near()))
        found: list[Any] = [
            None,
            1,
            *((sample,) * lower + (each,) for each in one.bad()),
        ]
        if lower:
            found.append((sample,) * (lower - 1))
        if upper is not None:
            found.append((sample,) * (upper + 1))
        return tuple(found)

    return Field(good, bad)


def default(one: Field, value: Any) -> Field:
    """A field that has a value when none is given."""
    return replace(one, default=value, is_required=False)


def generated(one: Field) -> Field:
    """A field for which a new value is made when none is given."""
    return replace(one, is_required=False, is_new=True)


def labelled(one: Field, label: str) -> Field:
    """A field that is called otherwise outside of its class."""
    return replace(one, label=label)


def assembled(one: Field) -> Field:
    """A value that is made when none is given; the model does not say which."""
    return replace(one, is_required=False)


def computed(
    one: Field,
    formula: Callable[[Any], Any],
    *,
    is_free: bool = False,
    is_initial: bool = False,
) -> Field:
    """A field that has the value of a formula: always, unless another one is given, or at first."""
    is_free = is_free or is_initial
    return replace(
        one, is_required=False, formula=formula, is_free=is_free, is_initial=is_initial
    )


@cache
def expectations() -> Mapping[Any, Expected]:
    """What the model says, by data type."""
    modules = (import_module(f".types.expect_{each}", __package__) for each in MODULES)
    return {each.kind: each for module in modules for each in module.EXPECTED}


@cache
def expected(kind: type[BaseModel]) -> Expected:
    """What the model says of a data type, with what it says of the bases of the type."""
    own = expectations()[kind]
    family = [*map(expected, own.bases), own]
    return replace(
        own,
        fields=dict(ChainMap(*(dict(each.fields) for each in reversed(family)))),
        constraints=dict(
            ChainMap(*(dict(each.constraints) for each in reversed(family)))
        ),
        hints=tuple(hint for each in family for hint in each.hints),
    )


def instances(kind: type[T], hints: Hints = ()) -> st.SearchStrategy[T]:
    """Valid values of a data type; hints are literals that a value should be near to."""
    accepted = inputs(kind, hints).filter(
        lambda given: attempt(kind, given) is not None
    )
    return accepted.map(kind.model_validate)


def drafts(kind: type[T], hints: Hints = ()) -> st.SearchStrategy[T]:
    """Values of a data type that nobody checked: their constraints may be broken, at any depth."""
    fields = inputs(kind, hints, is_draft=True)
    if not expected(kind).fields:
        return fields.map(kind.model_validate)
    possible = fields.filter(lambda given: draft(kind, given) is not None)
    return possible.map(lambda given: kind.model_construct(**given))


def inputs(kind: type[T], hints: Hints = (), *, is_draft: bool = False) -> Values:
    """Fields for a data type, each good by itself; together they may break a constraint."""
    known = expected(kind)
    if not known.fields:
        return _json() if "root" in kind.model_fields else st.just({})
    near = Near((*known.hints, *hints), is_draft)
    given = {
        name: each.good(near) for name, each in known.fields.items() if each.is_free
    }
    optional = {
        name
        for name, each in known.fields.items()
        if each.default is not MISSING or each.formula is not None
    }
    return st.fixed_dictionaries(
        {name: each for name, each in given.items() if name not in optional},
        optional={name: each for name, each in given.items() if name in optional},
    )


def draft(kind: type[T], given: Mapping[str, Any]) -> T | None:
    """A value that nobody checked, or None when a field cannot be computed."""
    try:
        return kind.model_construct(**given)
    except ValueError:
        return None


def attempt(kind: type[T], given: Any) -> T | None:
    """The value made from fields, or None when it is refused."""
    try:
        return kind.model_validate(given)
    except ValidationError:
        return None


def example(
    values: st.SearchStrategy[V], where: Callable[[V], bool] = lambda _: True
) -> V:
    """A value, the same on every run, that fulfils a condition; NoSuchExample if none is found."""
    return find(values, where, settings=_SEARCH)


def _json() -> Values:
    leaves = st.none() | st.booleans() | st.integers() | _finite() | st.text()
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=4,
    )


def _finite() -> Values:
    return st.floats(allow_nan=False, allow_infinity=False)


def _numbers(hints: Hints) -> list[float]:
    return sorted(
        each
        for each in set(hints)
        if isinstance(each, int | float) and not isinstance(each, bool)
    )


def _repeated(pair: tuple[Any, int]) -> tuple[Any, ...]:
    return (pair[0],) * pair[1]


def _reals(near: Near) -> Values:
    known = _numbers(near.hints)
    if not known:
        return _finite()
    around = [
        *known,
        *((a + b) / 2 for a, b in pairwise(known)),
        known[0] - 1,
        known[-1] + 1,
    ]
    return st.sampled_from([float(each) for each in around]) | _finite()


def _integers(lower: int | None, near: Near) -> Values:
    around = {int(each) + step for each in _numbers(near.hints) for step in (-1, 0, 1)}
    around = {each for each in around if lower is None or each >= lower}
    free = st.integers(min_value=lower)
    return st.sampled_from(sorted(around)) | free if around else free


def _texts(near: Near) -> Values:
    words = [each for each in near.hints if isinstance(each, str)]
    return st.sampled_from(words) | st.text() if words else st.text()
