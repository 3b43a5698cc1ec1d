# Generated from CMOS_Deployment::OperationsConfiguration (ssot/cmos/deployment.sysml) and 10 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the system reads from its environment, or from a file `.env` in the working folder."""

from __future__ import annotations

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

_SOURCES = SettingsConfigDict(
    env_file=".env",
    env_ignore_empty=True,
    extra="ignore",
    populate_by_name=True,
    frozen=True,
)


class DatabaseSettings(BaseSettings):
    """Where the system keeps its rows."""

    model_config = _SOURCES

    database_url: str = Field(
        default="sqlite:///cmos/db/cmos.sqlite", validation_alias="DATABASE_URL"
    )
    """The one database. A path that is not absolute is below the root folder."""


class OperationsConfiguration(BaseSettings):
    """The settings of the operations."""

    model_config = _SOURCES

    database_url: str = Field(
        default="sqlite:///cmos/db/cmos.sqlite", validation_alias="DATABASE_URL"
    )
    """The one database. A path that is not absolute is below the root folder."""
    traces_exporter: str = Field(
        default="none", validation_alias="OTEL_TRACES_EXPORTER"
    )
    """Where spans go: `console`, `otlp` or `none`."""
    postgres_password: SecretStr | None = Field(
        default=None, validation_alias="POSTGRES_PASSWORD"
    )
    """Password of the database service, where there is one."""
