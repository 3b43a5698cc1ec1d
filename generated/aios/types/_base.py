# Generated from AIOS_Agents (ssot/aios/agents.sysml) and 27 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What all data types have in common."""

from __future__ import annotations

from typing import Annotated, TypeAlias
from uuid import uuid4

from pydantic import BaseModel, ConfigDict, Field, JsonValue, RootModel

Natural: TypeAlias = Annotated[int, Field(ge=0)]
"""A whole number that is not negative."""

Positive: TypeAlias = Annotated[int, Field(ge=1)]
"""A whole number greater than zero."""

Url: TypeAlias = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9+.-]*:\S+$")]
"""An absolute URL."""


class FrozenModel(BaseModel):
    """A value: never changed, equal by content, without fields the model does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class OpaqueValue(RootModel[JsonValue]):
    """A value whose structure the model leaves open: any JSON value, held in `root`; without one, just itself."""

    model_config = ConfigDict(frozen=True)

    root: JsonValue = None  # pyrefly: ignore[bad-override]


def new_identifier() -> str:
    """A globally unique identifier."""
    return str(uuid4())
