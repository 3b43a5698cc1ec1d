# Generated from HFO_Signals::ApprovalShare (ssot/hfo/signals.sysml) and 4 more elements.
# Do not edit: change the model and run `generate_from_ssot`.

"""Calculations of Hive Fleet Obsidian: one function for each calculation definition of
the model.
"""

from __future__ import annotations

from .types.hfo_signals import RiskLevel


def approval_share(*, approvals: int, votes: int) -> float:
    """The share of the votes that approve; nothing when nobody voted."""
    return 0.0 if votes == 0 else approvals / votes


def quorum_reached(*, approvals: int, required: int, vetoes: int) -> bool:
    """A quorum is reached when enough reviewers approve and none of those who may veto
    rejects.
    """
    return approvals >= required and vetoes == 0


def mean_confidence(*, scores: tuple[float, ...] = ()) -> float:
    """The mean of several scores; nothing when there are none."""
    return 0.0 if not scores else sum(scores) / len(scores)


def message_reduction(*, polls: int, deposits: int) -> float:
    """By which factor a shared blackboard lowers the number of messages against polling
    every agent.
    """
    return 0.0 if deposits == 0 else polls / deposits


def reinvestment_share(*, confidence: float, risk: RiskLevel) -> float:
    """The share of the funds that goes back into missions: more while confidence is
    high.
    """
    return 0.0 if risk == RiskLevel.CRITICAL else confidence * 0.5
