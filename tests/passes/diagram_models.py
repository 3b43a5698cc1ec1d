"""Models for the tests of diagrams and pages, and how to draw them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.draw import Drawing, drawings
from generator.emit.artifact import Artifact
from generator.emit.systems import systems_of
from generator.workspace import Workspace

HARBOUR = """
package Harbour {
    doc /* A harbour where ships are unloaded. */
    private import ScalarValues::*;

    package Cargo {
        private import SequenceFunctions::*;
        doc /* What ships carry. */
        enum def Condition { enum fresh; enum spoiled; }
        item def Crate { attribute label : String; attribute weight : Real [0..1]; attribute condition : Condition; }
        item def Reefer :> Crate { attribute degrees : Integer default -18; }
        item def Load { item crates : Crate [1..*]; assert constraint notTooMany { size(crates) <= 50 } }
        attribute def Tag;
        attribute def Code;
        attribute def Mark;
    }

    package Quay {
        private import Cargo::*;
        port def Gangway { out item load : Load; }
        part def Ship { port side : Gangway; attribute name : String; }
        part def Crane { port hook : ~Gangway; port belt : Gangway; }
        part def Store { port door : ~Gangway; }
        part def Terminal {
            doc /* Ship, crane and store. */
            part ship : Ship;
            part crane : Crane;
            part store : Store;
            connection lift connect ship.side to crane.hook;
            flow of Load from crane.belt to store.door;
        }
    }

    package Work {
        private import Cargo::*;
        action def Lift { in item load : Load; out item lifted : Load; }
        action def Weigh { in item load : Load; out heavy : Boolean; }
        action def Unload {
            doc /* From the ship to the store. */
            in item load : Load;
            out heavy : Boolean;
            action lift : Lift;
            action weigh : Weigh;
            action report;
            bind load = lift.load;
            flow lift.lifted to weigh.load;
            bind weigh.heavy = heavy;
            first start then lift;
            first weigh then decide1;
            decide decide1;
            succession first decide1 if weigh.heavy then report;
            succession first decide1 then done;
        }
        attribute def Arrived;
        state def Berth {
            entry; then free;
            state free;
            state busy { state mooring; state unloading; transition first mooring then unloading; }
            transition taken first free accept Arrived then busy;
            transition first busy accept after 5 [SI::s] then free;
        }
    }

    package Needs {
        private import Quay::*;
        private import Work::*;
        requirement <'H-1'> keepDry { doc /* Cargo stays dry on its way into the store. */ }
        requirement <'H-2'> notObserved { doc /* Nobody looks after this one. */ }
        satisfy keepDry by Terminal;
        verification def WetTest { subject terminal : Terminal; objective { verify keepDry; } }
        part def Captain;
        use case def Berthing { subject terminal : Terminal; actor captain : Captain; }
    }
}
"""

HOSTILE = r"""
package 'evil "pack" \\ {{x}} <script>alert(1)</script>' {
    doc /* A doc with ``` and ]]> and "quotes" and | pipes and --> and <b>bold</b> # heading
     * ## not a heading
     * [link](javascript:alert(1)) {{ 7*7 }} */
    private import ScalarValues::*;
    part def 'end';
    part def 'default' :> 'end' { attribute 'a|b{c}<d>' : String = "x\"; -> y }"; }
    part def '../../etc/passwd' { part 'graph' : 'default'; part 'click' : 'end' [0..*]; ref part 'subgraph' : 'end'; }
    port def 'po"rt' { in item 'x\ny' : 'it'; }
    item def 'it'; attribute def 'CON'; attribute def 'emoji 🎉 漢字'; attribute def 'back\\';
    enum def 'E' { enum 'a\\'; enum 'b"'; }
    action def 'do \\N \\L' {
        in 'x"' : 'it'; out 'y' : 'it';
        action 's1"' { in 'a' : 'it'; out 'b' : 'it'; }
        action 's2\\' { in 'a' : 'it'; out 'b' : 'it'; }
        first start then 's1"'; first 's1"' then 's2\\'; first 's2\\' then done;
        flow 's1"'.'b' to 's2\\'.'a'; bind 'x"' = 's1"'.'a';
    }
    state def 'St"' { entry; then 'off "'; state 'off "'; state 'on\\';
        transition 't' first 'off "' accept 'it' if "a\"b" == "c" then 'on\\'; }
    requirement <'R"1'> 'req <|> {' { doc /* must "hold" \ & | < > { } ` $ % # ; :: --> */ }
    use case def 'uc "x"' { subject 's' : 'default'; actor 'a"' : 'end'; }
}
"""


def workspace(folder: Path, texts: Mapping[str, str], passes: tuple[str, ...] = ()) -> Workspace:
    """A workspace of some models, each a file below a folder of the system's name."""
    for name, text in texts.items():
        path = folder / "ssot" / name / "model.sysml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Workspace.open(folder / "ssot", out=folder, passes=passes)


def drawn(folder: Path, text: str) -> dict[str, Drawing]:
    """The drawings of a model by name; the model must be without errors."""
    model, found = workspace(folder, {"harbour": text}).check()
    assert [each for each in found if each.severity.value == "error"] == []
    (system,) = systems_of(model)
    return {each.name: each for each in drawings(model, system.title, system.elements())}


def rendered(
    folder: Path, texts: Mapping[str, str], passes: tuple[str, ...] = ()
) -> dict[str, Artifact]:
    """The artifacts of some models by path below the output folder."""
    artifacts, found = workspace(folder, texts, passes).render()
    assert [each for each in found if each.severity.value == "error"] == []
    return {f"{each.into}/{each.path}": each for each in artifacts.values()}
