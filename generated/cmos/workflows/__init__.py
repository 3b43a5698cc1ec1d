# Generated from CMOS_Contexts::Decide (ssot/cmos/contexts.sysml) and 32 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Workflows of CMOS: one module for each action of the model that has steps."""
