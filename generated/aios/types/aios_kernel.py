# Generated from AIOS_Kernel (ssot/aios/kernel.sysml) and 1 more element.
# Do not edit: change the model and run `generate_from_ssot`.

"""The system as a whole: everything it does."""

from __future__ import annotations

from ._base import FrozenModel


class Kernel(FrozenModel):
    """What people and agents ask of the system, and what it writes into files."""
