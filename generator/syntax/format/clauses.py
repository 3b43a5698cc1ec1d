"""Which productions have clauses and relations: data for the plan of the lines.

The names are those of the grammar's rules and aliases.
"""

from __future__ import annotations

__all__ = [
    "BRANCHES",
    "CLAUSES",
    "COMMENTS",
    "DECLARATIONS",
    "IN_PLACE",
    "RELATIONS",
    "WITH_BRACES",
    "WRAPPERS",
]

RELATIONS = frozenset(
    (
        "typings",
        "subsettings",
        "specializes",
        "redefinitions",
        "references",
        "crosses",
        "conjugated",
        "chains",
        "inverse_of",
        "disjoint_from",
        "unions",
        "intersects",
        "differences",
        "featured_by",
    )
)
DECLARATIONS = (
    "declaration_named",
    "declaration_short",
    "declaration_nameless",
    "specs_relations",
    "specs_around",
    "specs_multiplicity",
    "kernel_declaration",
    "conjugated_declaration",
    "conjugated_nameless",
    "all_nameless",
    "related_nameless",
)
CLAUSES: dict[str, tuple[str, str]] = {
    "connector_usage": ("connect allocate", "to"),
    "connector_ends": ("", "to"),
    "binding": ("bind", "="),
    "bind": ("", "="),
    "succession": ("first", "then"),
    "first_then": ("", "then"),
    "guarded_succession": ("first if then", ""),
    "guarded_first": ("if then", ""),
    "flow_usage": ("of from", "to"),
    "flow_ends": ("", "to"),
    "accepted": ("via", ""),
    "accepted_trigger": ("via", ""),
    "send_node": ("via to", ""),
    "send_via": ("to", ""),
    "sub_send": ("via to", ""),
    "effect_send": ("via to", ""),
    "satisfy": ("by", ""),
    "satisfy_requirement": ("by", ""),
    "transition_first": ("first accept if do then", ""),
    "transition_from": ("accept if do then", ""),
    "transition_target": ("accept if do then", ""),
    "accept_transition": ("if do then", ""),
    "guard_transition": ("do then", ""),
    "metadata_usage": ("about", ""),
    "metadata_named": ("about", ""),
    "comment": ("about locale", ""),
    "dependency": ("to", ""),
    "dependency_from": ("from to", ""),
    "alias": ("for", ""),
    "kernel_connector_from": ("from", "to"),
    "kernel_connector_ends": ("from", "to"),
    "kernel_connector_all": ("", "to"),
    "kernel_binding": ("of", "="),
    "kernel_binding_ends": ("", "="),
    "kernel_succession": ("first", "then"),
    "kernel_succession_ends": ("", "then"),
    "kernel_flow": ("of from", "to"),
    "kernel_flow_ends": ("", "to"),
    "r_specialization": ("", ":> specializes"),
    "r_subclassification": ("", ":> specializes"),
    "r_typing": ("", ": typed"),
    "r_subsetting": ("", ":> subsets"),
    "r_redefinition": ("", ":>> redefines"),
    "r_conjugation": ("", "~ conjugates"),
    "r_disjoining": ("", "from"),
    "r_inverting": ("", "of"),
    "r_featuring": ("", "by"),
    "r_featuring_named": ("of", "by"),
}
"""The words of a member before which a line breaks first, and those that come next."""
IN_PLACE = ("send_bare", "terminate_bare")
"""What has a block that is no body of a member."""
WITH_BRACES = ("bare_body", "named_body")
"""What has braces even when there is nothing in them."""
COMMENTS = (
    "comment",
    "comment_bare",
    "comment_locale",
    "documentation",
    "representation",
    "representation_bare",
)
WRAPPERS = ("visible", "then_usage", "return_member", "variant_member", "type_member")
"""What only says how a member is held."""
BRANCHES = ("guard_transition", "else_target")
"""What is indented below a decision."""
