# Generated from CMOS_Contexts::Decide (ssot/cmos/contexts.sysml) and 32 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the workflows."""
