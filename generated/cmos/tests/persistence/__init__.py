# Generated from CMOS_Persistence::Context (ssot/cmos/persistence.sysml) and 6 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of what is kept in the database."""
