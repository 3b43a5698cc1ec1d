# Generated from AIOS (ssot/aios/aios.sysml) and 27 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""AI Workflow OS.

The AI Workflow OS: people and agents work on tasks, in queues, under roles that say
who may do what; every step is audited.
"""

__version__ = "0.1.0"
