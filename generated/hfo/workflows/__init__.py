# Generated from HFO_Tooling::ToolingEnablement (ssot/hfo/tooling.sysml) and 7 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Workflows of Hive Fleet Obsidian: one module for each action of the model that has
steps.
"""
