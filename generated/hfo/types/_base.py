# Generated from HFO_Agents (ssot/hfo/agents.sysml) and 11 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What all data types have in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Annotated, Any, Self, TypeAlias
from uuid import uuid4

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    JsonValue,
    RootModel,
    ValidationError,
    create_model,
)

Natural: TypeAlias = Annotated[int, Field(ge=0)]
"""A whole number that is not negative."""

Positive: TypeAlias = Annotated[int, Field(ge=1)]
"""A whole number greater than zero."""

Url: TypeAlias = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9+.-]*:\S+$")]
"""An absolute URL."""


class FrozenModel(BaseModel):
    """A value: never changed, equal by content, without fields the model does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    def model_copy(
        self, *, update: Mapping[str, Any] | None = None, deep: bool = False
    ) -> Self:
        """A copy with other values in some fields; what is computed from them follows."""
        copied = super().model_copy(update=update, deep=deep)
        copied.model_post_init(None)
        return copied

    def _bind(
        self,
        field: str,
        value: Callable[[], object],
        *,
        is_default: bool = False,
        is_initial: bool = False,
    ) -> None:
        """Give a field the value the model binds it to; ValueError when another one was given.

        A default holds unless a value was given, an initial value is computed only once.
        """
        given = self.model_fields_set
        if field in given and (is_default or is_initial):
            return
        try:
            found = dict(
                _of_field(type(self), field).model_validate({"value": value()})
            )["value"]
        except ValidationError as fault:
            raise ValueError(
                f"{field} cannot be computed: {fault.errors()[0]['msg']}"
            ) from fault
        except ArithmeticError as fault:
            raise ValueError(f"{field} cannot be computed: {fault}") from fault
        if field in given and getattr(self, field) != found:
            raise ValueError(f"{field} is bound to {found!r}")
        self.__dict__[field] = found
        if is_initial:
            given.add(field)
        else:
            given.discard(field)


@cache
def _of_field(kind: type[BaseModel], field: str) -> type[BaseModel]:
    """A model that holds what a field may hold, and nothing else."""
    annotation: Any = kind.model_fields[field].rebuild_annotation()
    return create_model("Value", __config__=kind.model_config, value=(annotation, ...))


def later() -> Any:
    """Stands in a field until its value has been computed."""
    return None


class OpaqueValue(RootModel[JsonValue]):
    """A value whose structure the model leaves open: any JSON value, held in `root`; without one, just itself."""

    model_config = ConfigDict(frozen=True)

    root: JsonValue = None  # pyrefly: ignore[bad-override]


def new_identifier() -> str:
    """A globally unique identifier."""
    return str(uuid4())
