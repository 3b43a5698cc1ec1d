# Generated from AIOS_Requirements::Kernel (ssot/aios/requirements.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of the types in AIOS_Requirements."""

from __future__ import annotations

from ...types.aios_persistence import TaskQueue
from ...types.aios_requirements import Kernel
from .. import values as v

EXPECTED = (
    v.record(
        Kernel,
        {
            "dev": v.instance(TaskQueue),
        },
    ),
)
