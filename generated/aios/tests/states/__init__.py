# Generated from AIOS_Persistence::Task (ssot/aios/persistence.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of the states."""
