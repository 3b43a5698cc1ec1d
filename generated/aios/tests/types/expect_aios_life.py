# Generated from AIOS_Life::Triaged (ssot/aios/life.sysml) and 9 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of the types in AIOS_Life."""

from __future__ import annotations

from ...types.aios_life import (
    Blocked,
    CodeApproved,
    Finished,
    Merged,
    Resumed,
    RevisionAsked,
    SentBack,
    Started,
    Submitted,
    Triaged,
)
from .. import values as v

EXPECTED = (
    v.opaque(Triaged),
    v.opaque(Started),
    v.opaque(Submitted),
    v.opaque(RevisionAsked),
    v.opaque(CodeApproved),
    v.opaque(Finished),
    v.opaque(SentBack),
    v.opaque(Merged),
    v.opaque(Blocked),
    v.opaque(Resumed),
)
