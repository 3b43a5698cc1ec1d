# Generated from HFO_Agents::SwarmlordPersona (ssot/hfo/agents.sysml) and 5 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""The agents of Hive Fleet Obsidian."""

from __future__ import annotations

from .executor import ExecutorAgent
from .planner import PlannerAgent
from .researcher import ResearcherAgent
from .security_reviewer import SecurityReviewerAgent
from .swarmlord_persona import SwarmlordPersona
from .validator import ValidatorAgent

__all__ = [
    "ExecutorAgent",
    "PlannerAgent",
    "ResearcherAgent",
    "SecurityReviewerAgent",
    "SwarmlordPersona",
    "ValidatorAgent",
]
