"""`ssot explain`, `ssot impact`, `ssot query`: questions to the model."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from generator.diagnostics import has_errors, visible
from generator.surfaces.cli.console import Format, answer, fail, guarded, paint
from generator.surfaces.cli.options import (
    FormOption,
    LibraryOption,
    ModelOption,
    ProjectOption,
    open_workspace,
)

if TYPE_CHECKING:
    from generator.workspace import Workspace
    from generator.workspace.trace import Description

__all__ = ["explain", "impact", "query"]

_SHOWN = 60


@guarded
def explain(
    subject: Annotated[
        str, typer.Argument(metavar="CODE|QNAME", help="A diagnostic code, or an element.")
    ],
    model: ModelOption = None,
    form: FormOption = Format.text,
    library: LibraryOption = None,
    project: ProjectOption = None,
) -> None:
    """Explain a diagnostic by its code, or an element of the model by its name."""
    from generator.rules import all_rules

    for rule in all_rules():
        if rule.code == subject:
            record = {"code": rule.code, "severity": str(rule.severity), "page": rule.page}
            answer(
                json.dumps(record, indent=2)
                if form is Format.json
                else f"{rule.code} ({rule.severity})\n\n{rule.page}"
            )
            return
    from generator.workspace.trace import describe

    workspace = open_workspace(model, project=project, library=library)
    found = describe(workspace.check()[0], workspace.render()[0], subject)
    answer(json.dumps(asdict(found), indent=2) if form is Format.json else _description(found))


def _description(found: Description) -> str:
    lines = [paint(visible(found.name), "bold"), f"{found.kind}, {visible(found.location)}"]
    if found.doc:
        lines += ["", *(f"  {visible(line)}" for line in found.doc.splitlines())]
    for title, names in (
        ("specialises", found.generals),
        ("satisfied by", found.satisfied_by),
        ("verified by", found.verified_by),
        ("members", tuple(f"{name} ({kind})" for kind, name in found.members)),
        ("files", found.files),
    ):
        if names:
            lines += ["", f"{title}:", *(f"  {visible(name)}" for name in names[:_SHOWN])]
        if len(names) > _SHOWN:
            lines.append(f"  and {len(names) - _SHOWN} more")
    return "\n".join(lines)


@guarded
def impact(
    element: Annotated[str, typer.Argument(metavar="QNAME", help="An element of the model.")],
    model: ModelOption = None,
    form: FormOption = Format.text,
    library: LibraryOption = None,
    project: ProjectOption = None,
) -> None:
    """Show what a change of an element reaches: dependent elements and generated files."""
    from generator.workspace.trace import impact_of

    workspace = open_workspace(model, project=project, library=library)
    found = impact_of(workspace.check()[0], workspace.render()[0], element)
    if form is Format.json:
        answer(json.dumps(asdict(found), indent=2))
        return
    lines = [paint(visible(found.element), "bold")]
    lines += [f"  {visible(name)} ({visible(reason)})" for name, reason in found.dependents]
    lines += [f"{len(found.files)} files:", *(f"  {visible(each)}" for each in found.files)]
    answer("\n".join(lines))


@guarded
def query(
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            "-k",
            metavar="METACLASS",
            help="Only elements of this metaclass, such as PartDefinition.",
        ),
    ] = None,
    specializes: Annotated[
        str | None,
        typer.Option(
            "--specializes", "-s", metavar="QNAME", help="Only elements that specialise this one."
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(
            "--name",
            "-n",
            metavar="PATTERN",
            help="Only qualified names that match, as in '*::Scout*'.",
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--library-elements", help="Elements of the libraries too.")
    ] = False,
    model: ModelOption = None,
    form: FormOption = Format.text,
    library: LibraryOption = None,
    project: ProjectOption = None,
) -> None:
    """List elements of the model by metaclass, specialisation and name. Exit code 1 when there is none."""
    from generator.workspace.trace import query as ask

    workspace = open_workspace(model, project=project, library=library)
    resolved, diagnostics = workspace.check()
    found = ask(resolved, kind=kind, specializes=specializes, name=name, library=everything)
    named = [each for each in found if each.name]
    if form is Format.json:
        records = [
            {
                "name": each.qualified_name,
                "kind": each.kind,
                "file": each.span.path,
                "line": each.span.line,
            }
            for each in named
        ]
        answer(json.dumps({"elements": records}, indent=2))
    elif named:
        answer(
            "\n".join(
                f"{each.kind:<28} {visible(each.qualified_name)}  {each.span.location()}"
                for each in named
            )
        )
    _warn(workspace, has_errors(diagnostics))
    if not named:
        raise typer.Exit(1)


def _warn(workspace: Workspace, broken: bool) -> None:
    if broken:
        fail(
            f"the answer may be incomplete: the model has errors; see `ssot check` ({len(workspace.files)} files)"
        )
