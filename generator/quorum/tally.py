"""Counting votes: the policy and the verdict. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.ir import Model, PartUsage, Type
from generator.ir.constants import value_of
from generator.quorum.vote import Decision, Vote

__all__ = ["Policy", "Verdict", "policy_of", "tally"]

_DEFINITION = "AgentSystems::Policies::QuorumPolicy"


@dataclass(frozen=True, slots=True)
class Policy:
    """How votes decide: approvals needed, reviewers whose rejection alone rejects, what conformance demands, how
    many mutants of a system are tried and which share of them its tests must kill.

    The defaults hold for a model that declares no `QuorumPolicy`.
    """

    required: int = 3
    vetoes: tuple[str, ...] = ("tests", "types")
    every_requirement_satisfied: bool = False
    every_requirement_verified: bool = False
    mutants_tried: int = 4
    mutants_killed: float = 0.75
    source: str = "default policy"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome: `approved`, why, and every vote by reviewer name."""

    approved: bool
    reason: str
    policy: Policy
    votes: tuple[Vote, ...]

    def count(self, decision: Decision) -> int:
        """How many votes have a decision."""
        return sum(vote.decision is decision for vote in self.votes)


def policy_of(model: Model) -> Policy:
    """The policy a model declares: its usage of `AgentSystems::QuorumPolicy`, else the defaults.

    Of several usages the strictest value of each attribute counts, so that adding a system never
    weakens another one's policy.
    """
    declared = [_policy(model, usage) for usage in model.specializing(_DEFINITION, PartUsage)]
    if not declared:
        return Policy()
    return Policy(
        required=max(each.required for each in declared),
        vetoes=tuple(sorted({name for each in declared for name in each.vetoes})),
        every_requirement_satisfied=any(each.every_requirement_satisfied for each in declared),
        every_requirement_verified=any(each.every_requirement_verified for each in declared),
        mutants_tried=max(each.mutants_tried for each in declared),
        mutants_killed=max(each.mutants_killed for each in declared),
        source=", ".join(each.source for each in declared),
    )


def _policy(model: Model, usage: Type) -> Policy:
    defaults = Policy()
    required = value_of(model, usage, "required")
    vetoes = value_of(model, usage, "vetoes")
    tried = value_of(model, usage, "mutantsTried")
    killed = value_of(model, usage, "mutantsKilled")
    if isinstance(vetoes, str):
        vetoes = (vetoes,)
    return Policy(
        required=required if isinstance(required, int) else defaults.required,
        vetoes=tuple(str(name) for name in vetoes) if isinstance(vetoes, tuple) else (),
        every_requirement_satisfied=value_of(model, usage, "everyRequirementSatisfied") is True,
        every_requirement_verified=value_of(model, usage, "everyRequirementVerified") is True,
        mutants_tried=tried if isinstance(tried, int) else defaults.mutants_tried,
        mutants_killed=killed if isinstance(killed, int | float) else defaults.mutants_killed,
        source=f"{usage.qualified_name} ({usage.span.path}:{usage.span.line})",
    )


def tally(policy: Policy, votes: Sequence[Vote]) -> Verdict:
    """Approved when nobody with a veto rejects, approvals reach the policy's number and outnumber rejections."""
    approvals = [vote.reviewer for vote in votes if vote.decision is Decision.APPROVE]
    rejections = [vote.reviewer for vote in votes if vote.decision is Decision.REJECT]
    vetoed = [name for name in rejections if name in policy.vetoes]
    if vetoed:
        return Verdict(False, f"veto by {', '.join(vetoed)}", policy, tuple(votes))
    if len(approvals) < policy.required:
        reason = f"{len(approvals)} of {policy.required} needed approvals"
        return Verdict(False, reason, policy, tuple(votes))
    if len(rejections) >= len(approvals):
        return Verdict(
            False, f"{len(rejections)} rejections, {len(approvals)} approvals", policy, tuple(votes)
        )
    reason = f"{len(approvals)} approvals, {policy.required} needed"
    if rejections:
        reason += f"; outvoted: {', '.join(rejections)}"
    return Verdict(True, reason, policy, tuple(votes))
