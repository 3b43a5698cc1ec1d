# Generated from CMOS (ssot/cmos/cmos.sysml) and 14 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""CMOS.

Operations of missions: a backlog in a database that is the only source of truth,
worked on by people and agents, mirrored
to files that people read and version.
"""

__version__ = "1.0.0"
