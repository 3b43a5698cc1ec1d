"""No official example model breaks a pass. A sample; all of them: `python -m tests.e2e.official_models`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.official_models import CORPUS, examined, models

_SAMPLE = list(models())[5::24] if CORPUS.is_dir() else []


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the official example models are not here")
@pytest.mark.parametrize("path", _SAMPLE, ids=lambda path: path.name)
def test_a_model_has_errors_or_becomes_sound_files(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSOT_CACHE", str(tmp_path))
    verdict, detail = examined(path)
    assert verdict != "broken", detail
