# Generated from HFO_Persistence::AgentRun (ssot/hfo/persistence.sysml) and 3 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""What the system keeps in its database.

- `AgentRunRow`: table agent_runs
- `KnowledgeVectorRow`: table knowledge_vectors
- `MissionRow`: table missions
- `QuorumVoteRow`: table quorum_votes
"""
