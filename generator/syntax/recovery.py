"""What to do with a token that does not fit."""

from __future__ import annotations

from generator.syntax.build import Builder
from generator.syntax.driver import Driver
from generator.syntax.tables import Tables


class Recovery:
    def __init__(self, builder: Builder, tables: Tables) -> None:
        self.builder = builder
        self.tables = tables

    def mend(self, driver: Driver) -> None:
        t = driver.at
        b = self.builder
        line = b.source.position(b.start_of(t))
        row = self.tables.rows[driver.states[-1]]
        raise SyntaxError(
            f"{b.source.path}:{line} unexpected {b.text(t)!r} expected {[self.tables.terminals[i] for i in row if i < len(self.tables.terminals)]}"
        )

    def finish(self) -> None:
        pass
