"""A model of a wished number of elements that uses the whole notation, for measuring growth.

It consists of cells, each a package of about forty elements: definitions that specialise those of the cell
before, usages, ports, connections, constraints, requirements, actions and states.
"""

from __future__ import annotations

__all__ = ["CELL", "model"]

CELL = 40
"""About how many elements a cell has; expressions and relationships are not counted."""

_CELL = """\
    package Cell{n} {{
        private import ScalarValues::*;
        enum def Mode {{ idle; busy; }}
        item def Load {{ attribute amount : Real; attribute mode : Mode; }}
        port def Pipe {{ in item load : Load; }}
        part def Pump{base} {{
            doc /* Moves things along, number {n}. */
            attribute {redefines}rate : Real default = {n} * 2 + 1;
            attribute {redefines}limit : Integer [0..1] default = 40;
            port {own}inlet : ~Pipe;
            port {own}outlet : Pipe;
            assert constraint {{ rate <= 100000000.0 and rate > 0 }}
        }}
        part def Station {{
            part lead : Pump {{ :>> rate = 3.5; }}
            part second : Pump;
            connect lead.{own}outlet to second.{own}inlet;
            bind lead.{own}inlet = second.{own}inlet;
        }}
        requirement def <'R{n}'> Steady {{
            doc /* The pump has to be steady. */
            subject pump : Pump;
            require constraint {{ pump.rate > 1.5 }}
        }}
        action def Move {{
            in load : Load;
            out finished : Boolean;
            action lift {{ in load : Load; out height : Real; }}
            action lower {{ in height : Real; }}
            first lift then lower;
            flow lift.height to lower.height;
        }}
        state def Working {{
            entry; then resting;
            state resting;
            state moving;
            transition start_up first resting if true then moving;
        }}
        part station : Station;
        satisfy requirement steady : Steady by station.lead;
    }}
"""


def model(elements: int) -> str:
    """The text of a model with about so many elements."""
    cells = max(1, round(elements / CELL))
    texts = []
    for number in range(cells):
        is_based = number % 10 > 0
        base = f" :> Cell{number - 1}::Pump" if is_based else ""
        redefines, own = (":>> ", f"own{number}_") if is_based else ("", "")
        texts.append(_CELL.format(n=number, base=base, redefines=redefines, own=own))
    return "package Growing {\n" + "".join(texts) + "}\n"
