# Generated from AIOS_Kernel::Kernel (ssot/aios/kernel.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""What the model says of the types in AIOS_Kernel."""

from __future__ import annotations

from ...types.aios_kernel import Kernel
from .. import values as v

EXPECTED = (
    v.record(
        Kernel,
        {},
    ),
)
