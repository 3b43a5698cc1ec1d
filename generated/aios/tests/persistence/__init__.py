# Generated from AIOS_Persistence::AccessRefusal (ssot/aios/persistence.sysml) and 12 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of what is kept in the database."""
