"""Rules about packages, imports and names (KerML 1.0, clause 8.3.2)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Edit, Fix, Related
from generator.ir import Element, Model
from generator.rules.registry import Finding, model_rule
from generator.source import Span

__all__ = ["duplicate_name", "import_without_visibility"]


@model_rule("validateImportExplicitVisibility")
def import_without_visibility(model: Model) -> Iterator[Finding]:
    """An import does not say whether what it brings in is passed on.

    The standard requires `private`, `protected` or `public` before every import (SysML 2.0, 8.2.2.5). An
    import that says nothing is taken to be private.

    Bad:
    ```sysml
    package Colours { enum def Colour { red; } }
    package Paint {
        import Colours::*;                      // error
        attribute colour : Colour;
    }
    ```
    Good:
    ```sysml
    package Colours { enum def Colour { red; } }
    package Paint {
        private import Colours::*;
        attribute colour : Colour;
    }
    ```
    """
    for each in model.imports:
        if each.visibility is None:
            start = Span(each.span.source, each.span.start, each.span.start)
            yield Finding(
                each.span,
                f"the import of `{each.imported.text}` has no visibility",
                hint="write `private import`, or `public import` to pass the names on",
                fix=Fix("write `private` before the import", (Edit(start, "private "),)),
            )


@model_rule("validateNamespaceDistinguishibility")
def duplicate_name(model: Model) -> Iterator[Finding]:
    """Two members of a namespace have the same name.

    A name or short name must tell the members of a namespace apart (KerML 1.0, 8.3.2.4). A feature that
    takes its name from the one it redefines is not a second one.

    Bad:
    ```sysml
    part def Pump {
        attribute pressure;
        port pressure;                            // error
    }
    ```
    Good:
    ```sysml
    part def Pump { attribute rate; port outlet; }
    part def FastPump :> Pump { attribute :>> rate = 3; }
    ```
    """
    for owner in (None, *model.user_elements):
        members = model.roots if owner is None else model.owned(owner)
        if len(members) < 2:
            continue
        known: dict[str, Element] = {}
        for member in members:
            for name in (member.declared_name, member.short_name):
                earlier = known.setdefault(name, member) if name is not None else member
                if earlier is not member:
                    yield Finding(
                        member.name_span or member.span,
                        f"`{name}` is declared twice"
                        + (f" in `{owner.qualified_name}`" if owner is not None else ""),
                        related=(
                            Related("the first one is here", earlier.name_span or earlier.span),
                        ),
                    )
