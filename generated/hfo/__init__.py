# Generated from HFO (ssot/hfo/hfo.sysml) and 11 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Hive Fleet Obsidian.

Hive Fleet Obsidian: a swarm of agents behind one persistent Swarmlord, worked on
upstream only. Intent becomes missions,
missions are clarified, researched, planned, carried out, reviewed by a quorum and
remembered.
"""

__version__ = "28.0.0"
