"""`ssot explain`, `ssot impact`: what something means, and what depends on it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from generator.diagnostics import visible
from generator.surfaces.cli.console import Format, answer, fail, guarded, paint
from generator.surfaces.cli.names import complete_elements
from generator.surfaces.cli.options import (
    FormOption,
    LibraryOption,
    ModelOption,
    ProjectOption,
    open_workspace,
)

if TYPE_CHECKING:
    from generator.diagnostics.catalogue import Page
    from generator.workspace import Workspace
    from generator.workspace.trace import Description

__all__ = ["explain", "impact"]

_SHOWN = 60


@guarded
def explain(
    subject: Annotated[
        str | None,
        typer.Argument(
            metavar="CODE|QNAME",
            help="A diagnostic code, or an element.",
            autocompletion=complete_elements,
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--list", help="List all codes.")] = False,
    model: ModelOption = None,
    form: FormOption = Format.text,
    library: LibraryOption = None,
    project: ProjectOption = None,
) -> None:
    """Explain a diagnostic by its code, or an element of the model by its name.

    \b
    Examples:
      ssot explain unresolved-name
      ssot explain Hive::Scout
      ssot explain --list
    """
    from generator.workspace.codes import page_of

    if every:
        _list_codes(subject or "", form)
        return
    if subject is None:
        raise typer.BadParameter("say what to explain, or --list")
    page = page_of(subject)
    if page is not None:
        _explain_page(page, form)
        return
    found = _described(subject, lambda: open_workspace(model, project=project, library=library))
    answer(json.dumps(asdict(found), indent=2) if form is Format.json else _description(found))


def _list_codes(begin: str, form: Format) -> None:
    from generator.workspace.codes import all_pages

    pages = [each for code, each in all_pages().items() if code.startswith(begin)]
    if form is Format.json:
        records = [
            {
                "code": each.code,
                "severity": str(each.severity),
                "family": each.family,
                "summary": each.headline,
            }
            for each in pages
        ]
        answer(json.dumps({"codes": records}, indent=2))
        return
    width = max((len(each.code) for each in pages), default=0)
    answer(
        "\n".join(f"{each.code:<{width}}  {each.severity:<7}  {each.headline}" for each in pages)
    )
    if not pages:
        raise typer.Exit(1)


def _explain_page(page: Page, form: Format) -> None:
    if form is Format.json:
        record = {"code": page.code, "severity": str(page.severity), "page": page.text}
        answer(json.dumps(record, indent=2))
    else:
        answer(f"{paint(page.code, 'bold')} ({page.severity})\n\n{page.text}")


def _described(subject: str, opened: Callable[[], Workspace]) -> Description:
    """An element of the model; where there is none, codes that may have been meant."""
    from generator.workspace import SourceFault
    from generator.workspace.codes import close_codes
    from generator.workspace.scope import ElementFault
    from generator.workspace.trace import describe

    try:
        workspace = opened()
        return describe(workspace.check()[0], workspace.render()[0], subject)
    except (ElementFault, SourceFault) as fault:
        close = close_codes(subject)
        if not close:
            raise
        reason = str(fault) if isinstance(fault, ElementFault) else "there is no model here"
        words = ", ".join(f"`{each}`" for each in close)
        fail(f"there is no code `{subject}`; did you mean {words}?\n{reason}", 2)


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
    element: Annotated[
        str,
        typer.Argument(
            metavar="QNAME", help="An element of the model.", autocompletion=complete_elements
        ),
    ],
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
