"""By which membership an element is owned.

Source: SysML 2.0 and KerML 1.0, clauses 8.3: the metaclasses below OwningMembership.
"""

from __future__ import annotations

from generator.interchange.node import Node
from generator.ir import Connector, ConnectorAsUsage, Element, FlowUsage, Role, Type

__all__ = ["membership_of"]

_MEMBERSHIPS: dict[Role, tuple[str, str | None]] = {
    Role.VARIANT: ("VariantMembership", None),
    Role.RETURN: ("ReturnParameterMembership", None),
    Role.RESULT: ("ResultExpressionMembership", None),
    Role.SUBJECT: ("SubjectMembership", None),
    Role.ACTOR: ("ActorMembership", None),
    Role.STAKEHOLDER: ("StakeholderMembership", None),
    Role.OBJECTIVE: ("ObjectiveMembership", None),
    Role.ASSUME: ("RequirementConstraintMembership", "assumption"),
    Role.REQUIRE: ("RequirementConstraintMembership", "requirement"),
    Role.FRAME: ("FramedConcernMembership", "requirement"),
    Role.VERIFY: ("RequirementVerificationMembership", "requirement"),
    Role.ENTRY: ("StateSubactionMembership", "entry"),
    Role.DO: ("StateSubactionMembership", "do"),
    Role.EXIT: ("StateSubactionMembership", "exit"),
    Role.TRIGGER: ("TransitionFeatureMembership", "trigger"),
    Role.GUARD: ("TransitionFeatureMembership", "guard"),
    Role.EFFECT: ("TransitionFeatureMembership", "effect"),
    Role.PAYLOAD: ("ParameterMembership", None),
    Role.THEN: ("ParameterMembership", None),
    Role.ELSE: ("ParameterMembership", None),
    Role.BODY: ("ParameterMembership", None),
    Role.LOOP_VARIABLE: ("FeatureMembership", None),
    Role.RENDER: ("ViewRenderingMembership", None),
    Role.FILTER: ("ElementFilterMembership", None),
    Role.END: ("EndFeatureMembership", None),
    Role.FEATURE: ("FeatureMembership", None),
    Role.PARAMETER: ("FeatureMembership", None),
}


def membership_of(element: Element, owner: Element | None) -> Node:
    """A new membership of the metaclass by which an owner owns an element; outside of types all are plain."""
    metaclass, kind = _MEMBERSHIPS.get(element.role, ("OwningMembership", None))
    if element.role is Role.END and not _is_connector_end(element, owner):
        metaclass = "FeatureMembership"  # `end` in a body is a modifier of an ordinary member
    if element.role is Role.PAYLOAD and isinstance(owner, FlowUsage):
        metaclass = "FeatureMembership"
    if metaclass not in ("OwningMembership", "ElementFilterMembership") and not isinstance(
        owner, Type
    ):
        metaclass, kind = "OwningMembership", None
    return Node(metaclass, **({} if kind is None else {"kind": kind}))


def _is_connector_end(element: Element, owner: Element | None) -> bool:
    """Whether an end stands in the declaration of a connector, not in a body."""
    if not isinstance(owner, ConnectorAsUsage | Connector):
        return False
    return "{" not in owner.span.source.text[owner.span.start : element.span.start]
