# Generated from HFO (ssot/hfo/hfo.sysml) and 11 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Tests of Hive Fleet Obsidian."""
