# Generated from HFO_Deployment::SwarmConfiguration (ssot/hfo/deployment.sysml) and 12 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the system reads from its environment, or from a file `.env` in the working folder."""

from __future__ import annotations

from typing import Self

from pydantic import Field, SecretStr, model_validator
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
        default="sqlite:///hfo.db", validation_alias="DATABASE_URL"
    )
    """The database: a file by default, PostgreSQL where the swarm is deployed."""


class SwarmConfiguration(BaseSettings):
    """The settings of the swarm."""

    model_config = _SOURCES

    database_url: str = Field(
        default="sqlite:///hfo.db", validation_alias="DATABASE_URL"
    )
    """The database: a file by default, PostgreSQL where the swarm is deployed."""
    telemetry_endpoint: str | None = Field(
        default=None, validation_alias="OTEL_EXPORTER_OTLP_ENDPOINT"
    )
    """Where OTLP traces go, for instance http://localhost:4317; without it they go to
    the console.
    """
    openai_base_url: str = Field(
        default="https://openrouter.ai/api/v1", validation_alias="OPENAI_BASE_URL"
    )
    """Any endpoint that speaks the OpenAI protocol."""
    openai_api_key: SecretStr | None = Field(
        default=None, validation_alias="OPENAI_API_KEY"
    )
    postgres_password: SecretStr | None = Field(
        default=None, validation_alias="POSTGRES_PASSWORD"
    )
    """Password of the database service."""
    maximum_concurrent_agents: int = Field(
        default=100, gt=0, validation_alias="MAXIMUM_CONCURRENT_AGENTS"
    )
    request_timeout: float = Field(default=120.0, validation_alias="REQUEST_TIMEOUT")
    """Seconds until a call of a language model is given up."""
    log_level: str = Field(default="INFO", validation_alias="LOG_LEVEL")

    @model_validator(mode="after")
    def _check_timeout_positive(self) -> Self:
        """Assert timeoutPositive: requestTimeout > 0.0"""
        if not self.request_timeout > 0.0:
            raise ValueError("timeoutPositive does not hold: requestTimeout > 0.0")
        return self

    @model_validator(mode="after")
    def _check_capacity_bounds(self) -> Self:
        """Assert capacityBounds: maximumConcurrentAgents <= 1000"""
        if not self.maximum_concurrent_agents <= 1000:
            raise ValueError(
                "capacityBounds does not hold: maximumConcurrentAgents <= 1000"
            )
        return self
