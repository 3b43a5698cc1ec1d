# Generated from CMOS_ContextVerification::DocumentsTest (ssot/cmos/verification_contexts.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""Links of documents are followed; one that leads nowhere is told.

Verifies CMOS-REQ-022.
"""

from __future__ import annotations

import re

import pytest

from cmos.files import write_file
from cmos.tests.verifications.performing import perform
from cmos.workflows.running import Refused
from cmos.workflows.validate_docs import validate_docs


def test_documents() -> None:
    write_file(
        "cmos/agents.md",
        "See [the guide](docs/guide.md) and [the web](https://example.org/x.md).",
    )
    with pytest.raises(
        Refused, match=re.escape("broken links: cmos/agents.md: docs/guide.md")
    ):
        perform(validate_docs)
    write_file("cmos/docs/guide.md", "Back to [the agents](../agents.md).")
    alive = perform(validate_docs)
    assert alive == "every link leads to a file"
