"""The pages about rules and constraints for the documentation, as Markdown.

Must not know particular rules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.rules.catalogue import AREAS, FAMILIES, Constraint, State, constraints
from generator.rules.registry import Rule, all_rules

__all__ = ["constraints_page", "rules_page"]

_STATES = tuple(State)
_ABOUT = {
    "validate": "Conditions that a model must meet.",
    "check": "Relationships that a model must have; where nothing is written, they are implied.",
    "derive": "How a property is worked out from others.",
}
_AREAS = {
    "Root": "KerML, Root",
    "Core": "KerML, Core",
    "Kernel": "KerML, Kernel",
    "Systems": "SysML, Systems",
}


def rules_page() -> str:
    """A section for every rule: its severity, its page, with a bad and a good model."""
    lines = [
        "# Rules",
        "",
        "What `ssot check` finds in a model whose names are known. `ssot explain CODE` shows one of these sections.",
        "This page is made from the rules: `python -m generator.rules rules > docs/rules.md`.",
    ]
    for rule in all_rules():
        lines += ["", f"## {rule.code}", "", f"*{rule.severity}*", "", rule.page.rstrip()]
    return "\n".join(lines) + "\n"


def constraints_page() -> str:
    """Every constraint of the specification with its state, the counts first."""
    rules = {rule.code: rule for rule in all_rules()}
    found = constraints(rules)
    known = {each.name for each in found}
    lines = [
        "# Constraints of the specification",
        "",
        "Every constraint of the metamodels of KerML 1.0 and SysML 2.0 by its name, and what the compiler does about",
        "it. *Checked*: there is a rule of the same name. *Cannot be violated*: no text can, and it says why. *Not",
        "yet*: it says what is missing. This page is made from the rules and the catalogue beside them:",
        "`python -m generator.rules constraints > docs/constraints.md`.",
        "",
        *_counts("family", ((each, [c for c in found if c.family == each]) for each in FAMILIES)),
        "",
        *_counts(
            "part of the metamodel, `validate` only",
            (
                (_AREAS[area], [c for c in found if c.area == area and c.family == "validate"])
                for area in AREAS
            ),
        ),
    ]
    for family in FAMILIES:
        lines += ["", f"## {family}…", "", _ABOUT[family]]
        for area in AREAS:
            chosen = [each for each in found if each.family == family and each.area == area]
            if chosen:
                lines += ["", f"### {_AREAS[area]}", "", *_table(chosen)]
    lines += ["", "## Rules of our own", ""]
    lines += ["What the specification says without a name, and what helps beyond it.", ""]
    lines += _own(rule for code, rule in rules.items() if code not in known)
    return "\n".join(lines) + "\n"


def _counts(what: str, groups: Iterable[tuple[str, list[Constraint]]]) -> Iterator[str]:
    yield f"| {what} | " + " | ".join(_STATES) + " | all |"
    yield "|---|" + "--:|" * (len(_STATES) + 1)
    total: Counter[State] = Counter()
    for name, chosen in groups:
        count = Counter(each.state for each in chosen)
        total.update(count)
        yield _row(name, count)
    yield _row("**all**", total)


def _row(name: str, count: Counter[State]) -> str:
    numbers = [count[state] for state in _STATES]
    return f"| {name} | " + " | ".join(str(each) for each in (*numbers, sum(numbers))) + " |"


def _table(chosen: list[Constraint]) -> Iterator[str]:
    yield "| constraint | of | state | |"
    yield "|---|---|---|---|"
    for each in chosen:
        name = f"`{each.name}`"
        if each.state is State.CHECKED:
            name = f"[{name}](rules.md#{each.name.lower()})"
        yield f"| {name} | {each.metaclass} | {each.state} | {each.reason} |"


def _own(rules: Iterable[Rule]) -> Iterator[str]:
    yield "| rule | severity | |"
    yield "|---|---|---|"
    for rule in rules:
        headline = " ".join(rule.page.split("\n\n")[0].split())
        yield f"| [`{rule.code}`](rules.md#{rule.code.lower()}) | {rule.severity} | {headline} |"
