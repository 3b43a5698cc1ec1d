# Generated from AIOS_Persistence::AccessRefusal (ssot/aios/persistence.sysml) and 12 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the system keeps in its database.

- `AccessRefusalRow`: table access_refusals
- `AgentRecordRow`: table agents
- `AuditEntryRow`: table audit_entries
- `DeviationRow`: table deviations
- `FreezeRecordRow`: table freezes
- `IssueRow`: table issues
- `ProjectRow`: table project
- `ProposalRow`: table proposals
- `TaskQueueRow`: table queues
- `ReviewCheckRow`: table review_checks
- `ReviewRow`: table reviews
- `SessionRow`: table sessions
- `TaskRow`: table tasks
"""
