# Generated from CMOS (ssot/cmos/cmos.sysml) and 14 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the data types."""
