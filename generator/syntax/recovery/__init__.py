"""What to do with a token that does not fit.

In this order: known mistakes; one missing token; a head of a declaration that can be left out so
that its body survives; one token too many; at last the rest of the member. Every step either takes
tokens or makes the next one fit, so that every text comes to its end.
"""

from __future__ import annotations

from generator.syntax.ast import MalformedElement
from generator.syntax.build.core import Core
from generator.syntax.driver import Driver
from generator.syntax.recovery.braces import extra_closer, indentation, unclosed_opener
from generator.syntax.recovery.desk import Desk
from generator.syntax.recovery.faults import fault_diagnostic
from generator.syntax.recovery.messages import describe_expected, describe_token
from generator.syntax.recovery.mistakes import KERNEL_MISTAKES, MISTAKES
from generator.syntax.recovery.simulation import expected, item_depth

__all__ = ["Recovery"]

_PATIENCE = 6
"""Repairs at one token before it is given up."""

_DEEPENING = ("{", "(", "[", "-", "+", "~", "not", "if", "else")
_FOLLOWERS = (";", "}", "{", ")", "]", ",", "then", "=", ":=", "$END")


class Recovery:
    """Mends one parse. `finish` adds what the scanner found."""

    def __init__(self, builder: Core, dialect: str = "sysml") -> None:
        self._builder = builder
        self._mistakes = KERNEL_MISTAKES if dialect == "kerml" else MISTAKES
        self._desk: Desk | None = None
        self._tried = (-1, -1, 0)

    def mend(self, driver: Driver) -> None:
        """Make the parse go on; report why it stopped."""
        desk = self._desk = self._desk or Desk(self._builder, driver)
        if self._is_stuck(desk):
            self._panic(desk)
            return
        for mistake in self._mistakes:
            if mistake(desk):
                return
        for step in (
            self._close_braces,
            self._stray_closer,
            self._stray_semicolon,
            self._missing_end,
            self._missing_closer,
            self._missing_word,
            self._wrong_word,
            self._missing_operand,
            self._head,
            self._one_too_many,
        ):
            if step(desk):
                return
        self._report_unexpected(desk)
        self._panic(desk)

    def stop_descent(self, driver: Driver) -> bool:
        """Leave out what is nested too deeply; say so once."""
        desk = self._desk = self._desk or Desk(self._builder, driver)
        is_empty = desk.is_kind(desk.at, "{") and desk.is_kind(desk.at + 1, "}")
        if is_empty or not desk.is_kind(desk.at, *_DEEPENING):
            return False
        if desk.once("syntax-too-deep", 0):
            desk.report_token(
                "syntax-too-deep",
                "the model is nested too deeply here; what is inside is left out",
                desk.at,
                "give inner parts names of their own and refer to them",
            )
        if desk.is_kind(desk.at, "{"):
            desk.empty(desk.at)
            return False
        if desk.is_kind(desk.at, "if") and desk.is_kind(desk.at - 1, "else"):
            desk.unshift()
        if desk.is_kind(desk.at, "else") and desk.fits("}"):
            while desk.is_kind(desk.at, "else"):
                desk.skip_to(desk.closer(desk.next(desk.at, "{")))
        else:
            self._panic(desk)
        return True

    def _is_stuck(self, desk: Desk) -> bool:
        """Whether repairs have led nowhere: no token taken, no construct closed."""
        left, depth = len(desk.tokens.types) - desk.at, len(desk.driver.states)
        last_left, last_depth, count = self._tried
        count = count + 1 if left == last_left and depth >= last_depth else 1
        self._tried = (left, depth, count)
        return count > _PATIENCE

    def finish(self) -> None:
        """Add the diagnostics for characters that are no token and for members in doubt."""
        builder = self._builder
        builder.report_doubts()
        for fault in builder.tokens.faults:
            builder.diagnostics.append(fault_diagnostic(builder.source, fault))

    # ---- braces

    def _close_braces(self, desk: Desk) -> bool:
        """The end of the file inside a body."""
        if not desk.is_kind(desk.at, "$END"):
            return False
        if not desk.fits("}"):
            if desk.fits(";", "}") or desk.fits(";", "$END"):
                self._missing_semicolon(desk)
                return True
            self._report_unexpected(desk)
            self._panic(desk)
            return True
        if desk.once("syntax-unclosed-brace", desk.at):
            opener = unclosed_opener(
                self._builder.source, desk.tokens, desk.kind("{"), desk.kind("}")
            )
            if opener >= 0:
                desk.report_token(
                    "syntax-unclosed-brace",
                    "this '{' is never closed",
                    opener,
                    "write '}' where the body ends",
                )
        desk.insert("}")
        return True

    def _stray_closer(self, desk: Desk) -> bool:
        """A brace that closes nothing."""
        if not desk.is_kind(desk.at, "}") or item_depth(desk.tables, desk.driver.states) > 2:
            return False
        if desk.fits(";") and len(desk.driver.states) > 2:
            return False
        extra = desk.at
        if desk.once("syntax-unopened-brace", 0):
            extra = extra_closer(
                self._builder.source, desk.tokens, desk.kind("{"), desk.kind("}"), desk.at
            )
        desk.report_token(
            "syntax-unopened-brace",
            "this '}' closes nothing",
            extra,
            "remove it",
            ("Remove it", ""),
        )
        desk.skip_to(desk.at + 1)
        return True

    def _stray_semicolon(self, desk: Desk) -> bool:
        """A `;` after a body or after another one."""
        if not desk.is_kind(desk.at, ";") or not desk.is_between_members:
            return False
        desk.report_token(
            "syntax-unexpected-token",
            "there is nothing that this ';' ends",
            desk.at,
            "remove it",
            ("Remove it", ""),
        )
        desk.skip_to(desk.at + 1)
        return True

    # ---- something is missing

    def _missing_end(self, desk: Desk) -> bool:
        """`;` or `{` missing before a new line, a keyword or a closing brace."""
        at = desk.at
        if not (desk.starts_line(at) or desk.is_kind(at, "}") or desk.is_keyword(at)):
            return False
        if desk.fits("{", and_then=1) and self._is_deeper(desk):
            desk.report_after(
                "syntax-missing-brace",
                "'{' is missing before the body",
                at - 1,
                fix=("Insert '{'", " {"),
            )
            desk.insert("{")
            return True
        if not desk.fits(";", and_then=1):
            return False
        if (
            not desk.starts_line(at)
            and not desk.is_kind(at, "}")
            and not desk.fits(";", and_then=2)
        ):
            return False
        self._missing_semicolon(desk)
        return True

    def _missing_semicolon(self, desk: Desk) -> None:
        hint = None
        if desk.is_kind(desk.at, "}") and any(
            desk.is_kind(i, "=") and desk.same_line(i, desk.at)
            for i in range(max(desk.at - 12, 0), desk.at)
        ):
            hint = "'=' gives a value; to compare two values write '=='"
        if desk.seen("syntax-wrong-symbol", desk.opener):
            desk.insert(";")
            return
        desk.report_after(
            "syntax-missing-semicolon",
            f"';' is missing after '{_short(desk.word(desk.at - 1))}'",
            desk.at - 1,
            hint,
            ("Insert ';'", ";"),
        )
        desk.insert(";")

    def _is_deeper(self, desk: Desk) -> bool:
        source, starts = self._builder.source, desk.tokens.starts
        at = desk.at
        if not desk.starts_line(at) or at == 0:
            return False
        return indentation(source, starts[at]) > indentation(source, starts[at - 1])

    def _missing_closer(self, desk: Desk) -> bool:
        """`)`, `]` or `>` missing."""
        for closer in (")", "]", ">"):
            if closer == ">" and not desk.is_kind(desk.at - 2, "<"):
                continue
            if desk.fits(closer, and_then=2) or (
                desk.is_kind(desk.at, ";", "{", "}") and desk.fits(closer, and_then=1)
            ):
                desk.report_after(
                    "syntax-missing-bracket",
                    f"'{closer}' is missing",
                    desk.at - 1,
                    fix=(f"Insert '{closer}'", closer),
                )
                desk.insert(closer)
                return True
        return False

    def _missing_word(self, desk: Desk) -> bool:
        """The only word that can stand here, and after which the text goes on."""
        wanted = expected(desk.driver)
        if len(wanted) != 1:
            return False
        (name,) = wanted
        word = desk.tables.texts[desk.tables.terminals.index(name)]
        if not word.isalpha() or not desk.fits(word, and_then=2):
            return False
        desk.report_after(
            "syntax-missing-word",
            f"'{word}' is missing after '{_short(desk.word(desk.at - 1))}'",
            desk.at - 1,
            fix=(f"Insert '{word}'", f" {word}"),
        )
        desk.insert(word)
        return True

    def _wrong_word(self, desk: Desk) -> bool:
        """A keyword where only one other lets the text go on."""
        if not desk.is_keyword(desk.at) or desk.starts_line(desk.at):
            return False
        tables = desk.tables
        texts = (tables.texts[tables.terminals.index(name)] for name in expected(desk.driver))
        fitting = [
            text
            for text in sorted(texts)
            if text.isalpha() and desk.fits_from(text, start=desk.at + 1, count=2)
        ]
        if len(fitting) != 1:
            return False
        meant = fitting[0]
        desk.report_token(
            "syntax-wrong-word",
            f"'{meant}' is meant where '{desk.word(desk.at)}' stands",
            desk.at,
            fix=(f"Write '{meant}'", meant),
        )
        desk.replace(desk.at, meant)
        return True

    def _missing_operand(self, desk: Desk) -> bool:
        """A name or an expression missing before a punctuation mark."""
        if not desk.is_kind(desk.at, *_FOLLOWERS) or not desk.fits("NAME", and_then=1):
            return False
        what = "an expression" if desk.fits("null") else "a name"
        code = "syntax-missing-expression" if desk.fits("null") else "syntax-missing-name"
        desk.report_after(
            code, f"{what} is missing after '{_short(desk.word(desk.at - 1))}'", desk.at - 1
        )
        desk.insert("NAME")
        return True

    # ---- something is too much

    def _head(self, desk: Desk) -> bool:
        """Text in the head of a declaration; go on at its `;` or `{`."""
        end, at, depth = desk.at, desk.at, 0
        if desk.is_between_members:
            return False
        while end - at < 40 and not desk.is_kind(end, "$END", "}"):
            if desk.is_kind(end, "(", "["):
                depth += 1
            elif desk.is_kind(end, ")", "]"):
                depth -= 1
            elif desk.is_kind(end, "{") or (depth <= 0 and desk.is_kind(end, ";")):
                break
            if end > at and desk.starts_line(end):
                return False
            end += 1
        if end == at or not desk.is_kind(end, ";", "{") or not desk.fits_from(start=end, count=2):
            return False
        self._report_unexpected(desk, end)
        desk.skip_to(end)
        return True

    def _one_too_many(self, desk: Desk) -> bool:
        """One token too many."""
        if desk.is_kind(desk.at, "$END") or not desk.fits_from(start=desk.at + 1, count=2):
            return False
        self._report_unexpected(desk)
        desk.skip_to(desk.at + 1)
        return True

    def _report_unexpected(self, desk: Desk, end: int | None = None) -> None:
        at = desk.at
        what = describe_token(desk.tables, desk.tokens.types[at], desk.word(at))
        wanted = describe_expected(desk.tables, expected(desk.driver))
        last = at if end is None else end - 1
        desk.report(
            "syntax-unexpected-token",
            f"{what} cannot stand here; expected {wanted}",
            desk.tokens.starts[at],
            desk.tokens.ends[last],
        )

    # ---- the last resort

    def _panic(self, desk: Desk) -> None:
        """Give up the member: take it off the stack and go on behind it."""
        driver, tokens = desk.driver, desk.tokens
        depth = item_depth(desk.tables, driver.states)
        first = driver.firsts[depth] if depth < len(driver.firsts) else desk.at
        popped = depth < len(driver.states)
        for stack in (driver.states, driver.values, driver.firsts):
            del stack[depth:]
        end = self._end_of_member(desk, popped)
        desk.skip_to(end)
        start = tokens.starts[first]
        if popped or end > first:
            malformed = MalformedElement(start, max(start, tokens.ends[end - 1] if end else 0))
            self._push_item(driver, malformed, first)
        elif desk.is_kind(desk.at, "$END"):
            desk.insert("}")

    def _push_item(self, driver: Driver, item: MalformedElement, first: int) -> None:
        tables = driver.tables
        row = tables.rows[driver.states[-1]]
        items = row.get(tables.nonterminal("items"))
        if items is not None:
            driver.states.append(items)
            driver.values.append([item])
            driver.firsts.append(first)
        else:
            driver.values[-1].append(item)

    def _end_of_member(self, desk: Desk, popped: bool) -> int:
        """Where the member at fault most likely ends: after `;` or `{…}`, before `}` or a new member."""
        end = at = desk.at
        depth = 0
        while not desk.is_kind(end, "$END"):
            if desk.is_kind(end, "{"):
                depth += 1
            elif desk.is_kind(end, "}"):
                if depth == 0:
                    break
                depth -= 1
                if depth == 0:
                    return end + 1
            elif depth == 0:
                if desk.is_kind(end, ";"):
                    return end + 1
                moved = end > at or popped
                if moved and desk.starts_line(end) and desk.is_keyword(end):
                    break
            end += 1
        if (
            end == at
            and not popped
            and not desk.is_kind(end, "$END")
            and not desk.fits_from(start=end, count=1)
        ):
            end += 1
        return end


def _short(text: str) -> str:
    return text if len(text) < 30 else text[:29] + "…"
