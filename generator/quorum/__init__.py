"""The quorum: independent reviewers judge a staged tree before it is applied.

Source: the workflow document, "Validation" and "Success Metrics". May read the staged tree and start
processes; must not write into it and must not know templates or systems.
"""

from __future__ import annotations

from generator.quorum.case import Case
from generator.quorum.panel import load_reviewers, review
from generator.quorum.report import render_report
from generator.quorum.tally import Policy, Verdict, policy_of, tally
from generator.quorum.vote import Decision, Finding, Vote

__all__ = [
    "Case",
    "Decision",
    "Finding",
    "Policy",
    "Verdict",
    "Vote",
    "load_reviewers",
    "policy_of",
    "render_report",
    "review",
    "tally",
]
