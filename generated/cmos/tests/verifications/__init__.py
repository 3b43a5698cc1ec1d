# Generated from CMOS_Verification::BacklogTest (ssot/cmos/verification.sysml) and 19 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of what the model wants verified."""
