# Generated from CMOS_Health::ValidateDocs (ssot/cmos/health.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the steps of ValidateDocs that the model says how to do."""

from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given, settings, strategies as st

from cmos.tests.workflows.recording import outcome
from cmos.workflows.validate_docs import DefaultValidateDocsSteps


def default_steps(
    rows: dict[str, Any] | None = None, **performers: Any
) -> DefaultValidateDocsSteps:
    """The default steps with performers of which only the given ones can do anything; `rows` are read where asked."""
    return DefaultValidateDocsSteps(**performers)


@settings(max_examples=80)
@given(
    path=st.text(max_size=9),
    text=st.text(max_size=9),
    known=st.lists(st.text(max_size=9), min_size=0, max_size=3).map(tuple),
)
def test_follow(
    path: str,
    text: str,
    known: tuple[str, ...],
) -> None:
    """In the model:"""

    def expected() -> Any:
        import posixpath
        import re

        folder = posixpath.dirname(path)
        targets = re.findall("\\]\\(([^)#\\s]+)", text)
        local = [
            each
            for each in targets
            if "://" not in each and (not each.startswith("mailto:"))
        ]
        found = [
            each
            for each in local
            if posixpath.normpath(posixpath.join(folder, each)) not in known
        ]
        return tuple(f"{path}: {each}" for each in found)

    found = outcome(
        lambda: asyncio.run(
            default_steps().follow(
                path=path,
                text=text,
                known=known,
            )
        )
    )
    assert found == outcome(expected)
