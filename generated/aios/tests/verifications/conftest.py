# Generated from AIOS_EventVerification::QueueDayTest (ssot/aios/verification_events.sysml) and 7 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Each case has a folder of its own, with a database that nothing is in."""

from __future__ import annotations

from pathlib import Path

import pytest

from aios import files
from aios.persistence import session


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The root folder of the system; its database is a file in it, whatever the settings say."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(files.ROOT, str(tmp_path))
    monkeypatch.delenv("DATABASE_UPGRADE", raising=False)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    if str(tmp_path) not in session.database_url():
        monkeypatch.setenv("DATABASE_URL", "sqlite:///cases.db")
    return tmp_path
