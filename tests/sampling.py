"""A sample of many like cases that runs always; the others run with the slow tests.

The sample is every fifth case, the first one included, so that a case added to the end does not change it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

__all__ = ["sampled"]


def sampled(cases: Sequence[tuple[Any, ...]], every: int = 5) -> list[Any]:
    """The cases of a parametrised test, with the mark `slow` on those outside of the sample."""
    return [
        pytest.param(*case, marks=() if number % every == 0 else pytest.mark.slow)
        for number, case in enumerate(cases)
    ]
