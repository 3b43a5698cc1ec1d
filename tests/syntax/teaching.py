"""Broken models as beginners write them, and what they are told: `python -m tests.syntax.teaching`.

Each case of `cases/teaching-*.md` is one mistake, read, resolved and checked as a whole workspace.
`errors` has every diagnostic, `fixed` the model after all fixes were applied.
"""

from __future__ import annotations

from generator.diagnostics import Diagnostic
from generator.source import SourceFile
from generator.syntax import parse
from tests.resolve.workspace import model_of
from tests.syntax.cases import Case, load_cases

__all__ = ["PATTERN", "diagnostics", "expectation", "fixed"]

PATTERN = "teaching-*.md"


def diagnostics(case: Case) -> tuple[Diagnostic, ...]:
    """Everything that is said about a case, in the order of its text."""
    return model_of(SourceFile(f"case.{case.dialect}", case.source.rstrip("\n")))[1]


def expectation(found: tuple[Diagnostic, ...]) -> str:
    """Diagnostics as they stand in a case."""
    lines = (
        f"{each.span.line}:{each.span.column} {each.code} {each.message}"
        + (f" ~ {each.hint}" if each.hint else "")
        for each in found
    )
    return "".join(f"{line}\n" for line in lines)


def fixed(text: str, found: tuple[Diagnostic, ...]) -> str:
    """A text after the fixes were applied, those of later places first."""
    edits = dict.fromkeys(edit for each in found if each.fix is not None for edit in each.fix.edits)
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end), reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def main() -> int:
    """Print the table: number, mistake, place, message, and whether a fix mends it."""
    for number, case in enumerate(load_cases(PATTERN), 1):
        found = diagnostics(case)
        for each in found:
            mends = "fix" if each.fix is not None else "   "
            place = f"{each.span.line}:{each.span.column}"
            print(f"{number:3} {case.title:44.44} {place:>5} {mends} {each.code}: {each.message}")
    return 0


def mends(case: Case) -> tuple[str, list[str]]:
    """The text of a case after its fixes, and what is still wrong with its notation."""
    text = fixed(case.source.rstrip("\n"), diagnostics(case))
    again = parse(SourceFile(f"case.{case.dialect}", text))[1]
    return text + "\n", [each.message for each in again if each.severity.value == "error"]


if __name__ == "__main__":
    raise SystemExit(main())
