# Generated from CMOS_Contexts::Decide (ssot/cmos/contexts.sysml) and 39 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""`python -m cmos` runs the command line."""

from .cli import main

main()
