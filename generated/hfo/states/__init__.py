# Generated from HFO_Workflows::MissionProgress (ssot/hfo/workflows.sysml).
# Do not edit: change the model and run `generate_from_ssot`.

"""State machines of Hive Fleet Obsidian: one module for each state definition."""
