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
            attribute rate : Real = {n} * 2 + 1;
            attribute limit : Integer [0..1] = 40;
            port inlet : ~Pipe;
            port outlet : Pipe;
            assert constraint {{ rate <= 100000000.0 and rate > 0 }}
        }}
        part def Station {{
            part lead : Pump {{ :>> rate = 3.5; }}
            part second : Pump;
            connect lead.outlet to second.inlet;
            bind lead.inlet = second.inlet;
        }}
        requirement def <'R{n}'> Steady {{
            doc /* The pump has to be steady. */
            subject pump : Pump;
            require constraint {{ pump.rate > 1.5 }}
        }}
        action def Move {{
            in load : Load;
            out done : Boolean;
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
        satisfy Steady by station.lead;
    }}
"""


def model(elements: int) -> str:
    """The text of a model with about so many elements."""
    cells = max(1, round(elements / CELL))
    texts = []
    for number in range(cells):
        base = f" :> Cell{number - 1}::Pump" if number % 10 else ""
        texts.append(_CELL.format(n=number, base=base))
    return "package Growing {\n" + "".join(texts) + "}\n"
