# Generated from AIOS_Deployment::WorkflowConfiguration (ssot/aios/deployment.sysml) and 16 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Where the database is, without the library of the settings where the answer is plain: commands begin sooner."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["database_url"]

VARIABLE = "DATABASE_URL"
DEFAULT = "sqlite:///state/aios.db"


def database_url() -> str:
    """The URL as the settings have it."""
    spellings = [name for name in os.environ if name.upper() == VARIABLE]
    if spellings == [VARIABLE] and os.environ[VARIABLE]:
        return os.environ[VARIABLE]
    if spellings or Path(".env").is_file():
        from .settings import DatabaseSettings

        return DatabaseSettings().database_url
    return DEFAULT
