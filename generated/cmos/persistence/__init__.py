# Generated from CMOS_Persistence::Context (ssot/cmos/persistence.sysml) and 6 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the system keeps in its database.

- `ContextRow`: table contexts
- `DecisionRow`: table decisions
- `MissionDependencyRow`: table mission_dependencies
- `MissionRow`: table missions
- `SessionEventRow`: table session_events
- `SessionRow`: table sessions
- `SprintRow`: table sprints
"""
