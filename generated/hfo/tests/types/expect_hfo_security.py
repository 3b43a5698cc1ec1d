# Generated from HFO_Security::CodeArtifact (ssot/hfo/security.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of the types in HFO_Security."""

from __future__ import annotations

from ...types.hfo_security import CodeArtifact, SecurityReport
from .. import values as v

EXPECTED = (
    v.record(
        CodeArtifact,
        {
            "code": v.text(),
        },
    ),
    v.record(
        SecurityReport,
        {
            "findings": v.default(v.many(v.text(), 0, None), ()),
            "checked": v.many(v.text(), 1, None),
        },
    ),
)
