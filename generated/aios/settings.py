# Generated from AIOS_Deployment::WorkflowConfiguration (ssot/aios/deployment.sysml) and 16 more elements.
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
        default="sqlite:///state/aios.db", validation_alias="DATABASE_URL"
    )
    """The database. A path that is not absolute is below the root folder."""


class WorkflowConfiguration(BaseSettings):
    """The settings of the system."""

    model_config = _SOURCES

    database_url: str = Field(
        default="sqlite:///state/aios.db", validation_alias="DATABASE_URL"
    )
    """The database. A path that is not absolute is below the root folder."""
    traces_exporter: str = Field(
        default="none", validation_alias="OTEL_TRACES_EXPORTER"
    )
    """Where spans go: `console`, `otlp` or `none`."""
    postgres_password: SecretStr | None = Field(
        default=None, validation_alias="POSTGRES_PASSWORD"
    )
    """Password of the database service, where there is one."""
