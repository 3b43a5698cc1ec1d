"""Occurrences: Python objects for the individuals of a model, and the features they have.

A class stands for a type of the model, a `Feature` in it for one of its features. A feature is read when it is asked
for: what was given or assigned, else its own value, else what subsets it or is bound to it, else new occurrences of
its type where it is composite. Values are kept until something is assigned anywhere. Must not know models.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, ClassVar, Generic, Self, TypeVar, overload

from .failures import BUDGET, REMARKS, MissingValue, RunFailure
from .sequences import AbsentValue, MultiplicityError, distinct

__all__ = ["Data", "Feature", "Occurrence", "Same", "feature", "many", "optional", "value"]

T = TypeVar("T")
_DEEPEST = 40
_UNSET: Any = object()
_CLOCK = [0]


class Feature(Generic[T]):
    """A feature of a class of occurrences: a descriptor that gives the values of each.

    `name` is the model's. `kind` gives the class of the values and is called when it is needed, since classes refer
    to each other; `of` names a scalar type that a Python class does not tell (`Natural`), `unit` what quantities
    have to be convertible to. `value` computes the value:
    `mode` is `=` for one that is bound, `computed` where that depends on other features of the occurrence,
    `default`, `:=` for an initial one, or `once` for one with an identity.
    `is_unique` says that no value may come twice.
    `bounds` is the multiplicity as in the model, an upper one of None is unbounded; `makes` says how many
    occurrences there are where nobody says which, if that is not the lower bound.
    """

    def __init__(
        self,
        name: str,
        kind: Callable[[], Any],
        *,
        of: str = "",
        unit: str = "",
        role: str = "attribute",
        direction: str = "",
        bounds: tuple[int, int | None] = (1, 1),
        limits: Callable[[Any], tuple[int, int | None]] | None = None,
        is_many: bool = False,
        is_unique: bool = True,
        is_composite: bool = False,
        makes: int | None = None,
        subsets: tuple[str, ...] = (),
        mode: str = "",
        value: Callable[[Any], T] | None = None,
    ) -> None:
        self.name = name
        self.attribute = name
        self.kind = kind
        self.of = of
        self.unit = unit
        self.role = role
        self.direction = direction
        self.bounds = bounds
        self.limits = limits
        self.is_many = is_many
        self.is_unique = is_unique
        self.is_composite = is_composite
        self.makes = makes
        self.subsets = subsets
        self.mode = mode
        self.value = value

    def __set_name__(self, owner: type[Any], attribute: str) -> None:
        self.attribute = attribute

    @overload
    def __get__(self, occurrence: None, owner: Any = None) -> Self: ...
    @overload
    def __get__(self, occurrence: Any, owner: Any = None) -> T: ...
    def __get__(self, occurrence: Any, owner: Any = None) -> Self | T:
        if occurrence is None:
            return self
        kept = occurrence._kept.get(self.attribute)
        if kept is not None and kept[0] in (-1, _CLOCK[0]):
            found: T = kept[1]
            return found
        return self._read(occurrence)

    def __set__(self, occurrence: Any, value: T) -> None:
        occurrence.settle()
        self.give(occurrence, value)

    def give(self, occurrence: Any, value: T) -> None:
        """Set the value an occurrence has from the beginning."""
        _CLOCK[0] += 1
        occurrence._kept[self.attribute] = (-1, self.held(occurrence, value))

    def held(self, occurrence: Any, value: Any) -> Any:
        """A value as it is held: a tuple where several are allowed; RunFailure for too few or too many."""
        values = value if isinstance(value, tuple) else () if value is None else (value,)
        if self.of in ("Real", "Rational"):
            values = tuple(float(each) if type(each) is int else each for each in values)
        if self.unit:
            for each in values:
                self._check_unit(occurrence, each)
        lower, upper = self.bounds if self.limits is None else self.limits(occurrence)
        if len(values) < lower or (upper is not None and len(values) > upper):
            if not values:
                raise self.missing(occurrence)
            raise RunFailure(
                "multiplicity",
                f"`{self.name}` of {occurrence} has {_shown(lower, upper)} values, not {len(values)}",
            )
        if self.is_many:
            if REMARKS.are_wanted and self.is_unique:
                self._remark_repeated(occurrence, values)
            return values
        return values[0] if values else None

    def _remark_repeated(self, occurrence: Any, values: tuple[Any, ...]) -> None:
        """Say when a value comes twice: individuals are told apart by identity, other values by equality."""
        keys = tuple(id(each) if isinstance(each, Occurrence) else each for each in values)
        once = distinct(keys)
        if len(once) < len(keys):
            pairs = enumerate(zip(keys, once, strict=False))
            at = next((at for at, (key, kept) in pairs if key != kept), len(once))
            REMARKS.found[f"`{self.name}` of {occurrence} is unique and has {values[at]} twice"] = (
                None
            )

    def _check_unit(self, occurrence: Any, value: Any) -> None:
        if getattr(value, "unit", self.unit) == self.unit:
            return
        try:
            value.to(self.unit)
        except TypeError as fault:
            text = f"`{self.name}` of {occurrence} is measured in {self.unit}: {fault}"
            raise RunFailure("dimension-mismatch", text) from None

    def missing(self, occurrence: Any) -> MissingValue:
        """The failure of a value that is needed and not there."""
        if self.direction in ("in", "inout"):
            return MissingValue("missing-input", f"{occurrence} needs a value for `{self.name}`")
        return MissingValue("missing-value", f"`{self.name}` of {occurrence} has no value")

    def _read(self, occurrence: Any) -> T:
        if self.attribute in occurrence._reading:
            raise RunFailure(
                "endless-value", f"`{self.name}` of {occurrence} depends on itself without end"
            )
        occurrence._reading.add(self.attribute)
        try:
            BUDGET.spend()
            clock = _CLOCK[0]
            found: T = self._computed(occurrence)
            lasting = self.mode in (":=", "once") or (self.value is None and self.is_composite)
            occurrence._kept[self.attribute] = (-1 if lasting else clock, found)
            return found
        finally:
            occurrence._reading.discard(self.attribute)

    def inherited(self, occurrence: Any) -> T:
        """The value that this feature gives an occurrence of a class that redefines it."""
        found: T = self._computed(occurrence)
        return found

    def _computed(self, occurrence: Any) -> Any:
        if self.role == "return" or self.direction == "out":
            occurrence.prepare()
            kept = occurrence._kept.get(self.attribute)
            if kept is not None:
                return kept[1]
        if self.value is not None:
            return self.held(occurrence, self._value(occurrence, self.value))
        found = self._subsetting(occurrence)
        if not found and self.role == "subject":
            for outer in occurrence.around():
                for each in type(outer).features():
                    if each.role == "subject" and outer is not occurrence:
                        return self.held(occurrence, each.__get__(outer))
        if not found:
            bound = occurrence._bound(self.attribute)
            if bound is not _UNSET:
                return self.held(occurrence, bound)
        if self.is_composite:
            count = self.lower(occurrence) if self.makes is None else self.makes
            found += self._made(occurrence, count - len(found))
        return self.held(occurrence, found)

    def _value(self, occurrence: Any, value: Callable[[Any], T]) -> T:
        try:
            return value(occurrence)
        except AbsentValue:
            raise self.missing(occurrence) from None
        except MultiplicityError as fault:
            text = f"`{self.name}` of {occurrence}: {fault}"
            raise RunFailure("multiplicity", text) from fault

    def _subsetting(self, occurrence: Any) -> tuple[Any, ...]:
        """The values of the features that subset this one."""
        found: list[Any] = []
        for each in type(occurrence).features():
            if self.attribute in each.subsets and each is not self:
                values = each.values(occurrence)
                found += [value for value in values if not any(value is one for one in found)]
        return tuple(found)

    def _made(self, occurrence: Any, count: int) -> tuple[Any, ...]:
        kind = self.kind()
        if not (isinstance(kind, type) and issubclass(kind, Occurrence)):
            return ()
        depth = sum(isinstance(each, kind) for each in occurrence.around())
        if depth > _DEEPEST and not kind.is_performance:  # what is performed uses up the budget
            raise RunFailure(
                "endless-structure",
                f"{occurrence} contains itself through `{self.name}` without end",
            )
        return tuple(kind(occurrence) for _ in range(count))

    def lower(self, occurrence: Any) -> int:
        """How many values there must be."""
        return self.bounds[0] if self.limits is None else self.limits(occurrence)[0]

    def values(self, occurrence: Any) -> tuple[Any, ...]:
        """The values as a sequence; an absent one is none."""
        try:
            found: Any = self.__get__(occurrence)
        except MissingValue:
            return ()
        if isinstance(found, tuple):
            return found
        return () if found is None else (found,)


class Same(Generic[T]):
    """A second name for a feature: of two that one redefinition redefines."""

    def __init__(self, attribute: str) -> None:
        self.attribute = attribute

    def __get__(self, occurrence: Any, owner: Any = None) -> Any:
        return self if occurrence is None else getattr(occurrence, self.attribute)

    def __set__(self, occurrence: Any, value: T) -> None:
        setattr(occurrence, self.attribute, value)


class Occurrence:
    """Something that exists in a run. `owner` is what it is a part of; features may be given by keyword."""

    type_name: ClassVar[str] = "Occurrence"
    element: ClassVar[str] = ""
    is_variant: ClassVar[bool] = False
    is_performance: ClassVar[bool] = False
    bindings: ClassVar[tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = ()
    owner: Any

    def __init__(self, owner: Any = None, /, **given: Any) -> None:
        BUDGET.spend()
        self.owner = owner
        self._kept: dict[str, tuple[int, Any]] = {}
        self._reading: set[str] = set()
        for attribute, each in given.items():
            self._kept[attribute] = (-1, getattr(type(self), attribute).held(self, each))

    def __str__(self) -> str:
        return f"`{type(self).__dict__.get('element') or self.type_name}`"

    @classmethod
    def only(cls) -> Self:
        """The one occurrence of a usage that belongs to a package."""
        found: Self | None = cls.__dict__.get("_only")
        if found is None:
            found = cls()
            cls._only = found  # type: ignore[attr-defined]
        return found

    @classmethod
    def features(cls) -> tuple[Feature[Any], ...]:
        """The features of a class, inherited ones first, redefined ones in place."""
        known: tuple[Feature[Any], ...] | None = cls.__dict__.get("_features")
        if known is None:
            found: dict[str, Feature[Any]] = {}
            for each in reversed(cls.__mro__):
                for attribute, member in vars(each).items():
                    if isinstance(member, Feature):
                        found.setdefault(attribute, member)
            held = (getattr(cls, attribute) for attribute in found)
            known = tuple(each for each in held if isinstance(each, Feature))
            cls._features = known  # type: ignore[attr-defined]
        return known

    def settle(self) -> None:
        """Fix what features are at first, before one of them changes."""
        cls = type(self)
        initial: tuple[Feature[Any], ...] | None = cls.__dict__.get("_initial")
        if initial is None:
            initial = tuple(each for each in cls.features() if each.mode == ":=")
            cls._initial = initial  # type: ignore[attr-defined]
        for each in initial:
            if each.attribute not in self._kept and each.attribute not in self._reading:
                each.values(self)

    def prepare(self) -> None:
        """Do what has to be done before results are read."""

    def around(self) -> Iterator[Occurrence]:
        """The occurrence, its owner, the owner of that and so on."""
        at: Any = self
        while at is not None:
            yield at
            at = at.owner

    def _bound(self, attribute: str) -> Any:
        """The value a binding connector of this occurrence or of one around it gives to a feature."""
        for outer in self.around():
            for cls in type(outer).__mro__:
                for ends in vars(cls).get("bindings", ()):
                    for own, other in (ends, ends[::-1]):
                        if own[-1] == attribute and outer._leads(own[:-1], self):
                            found = outer._read_path(other)
                            if found is not _UNSET:
                                return found
        return _UNSET

    def _leads(self, path: tuple[str, ...], to: Occurrence) -> bool:
        at: Any = self
        for attribute in path:
            feature = getattr(type(at), attribute, None)
            if not isinstance(feature, Feature):
                return False
            if attribute in at._reading:
                return False
            at = (
                at._kept.get(attribute, (0, None))[1]
                if feature.value is None
                else getattr(at, attribute)
            )
            if isinstance(at, tuple):
                at = at[0] if len(at) == 1 else None
            if at is None:
                return False
        return at is to

    def _read_path(self, path: tuple[str, ...]) -> Any:
        at: Any = self
        for attribute in path:
            feature = getattr(type(at), attribute, None)
            if not isinstance(feature, Feature) or attribute in at._reading:
                return _UNSET
            try:
                at = getattr(at, attribute)
            except MissingValue:
                return _UNSET
        return at


class Data(Occurrence):
    """A value with features: equal to another one with equal features."""

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return all(each.values(self) == each.values(other) for each in type(self).features())

    def __hash__(self) -> int:
        return hash(self.type_name)


def _shown(lower: int, upper: int | None) -> str:
    if lower == upper:
        return str(lower)
    return f"{lower} or more" if upper is None else f"{lower} to {upper}"


def feature(name: str, kind: Callable[[], type[T]], **more: Any) -> Feature[T]:
    """A feature with exactly one value."""
    return Feature(name, kind, **more)


def optional(name: str, kind: Callable[[], type[T]], **more: Any) -> Feature[T | None]:
    """A feature with at most one value."""
    more.setdefault("bounds", (0, 1))
    return Feature(name, kind, **more)


def many(name: str, kind: Callable[[], type[T]], **more: Any) -> Feature[tuple[T, ...]]:
    """A feature with several values."""
    more.setdefault("bounds", (0, None))
    return Feature(name, kind, is_many=True, **more)


def value(
    name: str, kind: Callable[[], Any], mode: str = "=", **more: Any
) -> Callable[[Callable[[Any], T]], Feature[T]]:
    """A feature whose value a method computes."""

    def decorate(method: Callable[[Any], T]) -> Feature[T]:
        return Feature(name, kind, mode=mode, value=method, **more)

    return decorate
