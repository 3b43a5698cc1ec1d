"""Steps the system does itself: what is stored and read in which order, what is refused."""

from __future__ import annotations

import asyncio
import textwrap
from typing import Any

import pytest

from generator.compile.actions import StepKind
from generator.compile.workflows import Workflow, compile_workflow
from generator.ir import Type
from tests.compile.models import model_of

DECLARATIONS = """
    item def Thing :> Entity { #key attribute code : String; attribute size : Natural; }
    item def Note { @Journal { path = "notes.jsonl"; } attribute text : String; }
"""


class Refused(RuntimeError):
    """As in generated packages."""


def workflow_of(body: str) -> tuple[Workflow, list[str]]:
    model = model_of(DECLARATIONS + "action def W :> Workflow {" + body + "}")
    action = model["M::W"]
    assert isinstance(action, Type)
    workflow, found = compile_workflow(model, action)
    return workflow, [each.message for each in found]


class Thing:
    """As in generated packages."""

    def __init__(self, code: str, size: int) -> None:
        self.code, self.size = code, size

    def model_copy(self, update: dict[str, Any]) -> Thing:
        return Thing(**{"code": self.code, "size": self.size, **update})


class Rows:
    """The storage, and what it was asked, in order."""

    def __init__(self, *things: Thing) -> None:
        self.things = {each.code: each for each in things}
        self.log: list[str] = []

    async def all_thing(self) -> tuple[Thing, ...]:
        self.log.append("all")
        return tuple(self.things.values())

    async def store_thing(self, *, entity: Thing) -> None:
        self.log.append(f"store {entity.code} {entity.size}")
        self.things[entity.code] = entity

    async def remove_thing(self, *, entity: Thing) -> None:
        self.log.append(f"remove {entity.code}")
        del self.things[entity.code]

    async def append_note(self, *, record: Any) -> None:
        self.log.append(f"note {record['text']}")


def run(workflow: Workflow, rows: Rows, **inputs: Any) -> Any:
    async def run_step(label: str, step: Any, **given: Any) -> Any:
        return await step(**given)

    names: dict[str, Any] = {"run_step": run_step, "Refused": Refused, "Thing": Thing, "Note": dict}
    head = f"async def body({', '.join(['steps', *inputs])}):\n"
    exec(head + textwrap.indent(workflow.body, "    "), names)
    return asyncio.run(names["body"](rows, **inputs))


def test_a_change_is_seen_by_what_comes_after_it() -> None:
    workflow, found = workflow_of("""out attribute many : Natural;
           attribute initially : Natural := size(all Thing);
           action one : Store { in item entity : Thing = new Thing(code = "b", size = size(all Thing)); }
           then action two : Store { in item entity : Thing = new Thing(code = "c", size = size(all Thing)); }
           then assign many := 10 * initially + size(all Thing);""")
    assert found == []
    rows = Rows(Thing("a", 1))
    assert run(workflow, rows) == 13
    assert rows.log == ["all", "store b 1", "all", "store c 2", "all"]


def test_steps_of_one_kind_are_one_method() -> None:
    workflow, _ = workflow_of("""in item given : Thing;
           action one : Store { in item entity : Thing = given; }
           then action two : Store { in item entity = given; }
           then action three : Remove { in item entity : Thing = given; }
           then action four : Append { in item record : Note = new Note(text = "x"); }""")
    kinds = [(each.name, each.kind) for each in workflow.steps]
    names = ("store_thing", "remove_thing", "append_note")
    assert kinds == [(name, StepKind.STORAGE) for name in names]
    rows = Rows()
    run(workflow, rows, given=Thing("a", 1))
    assert rows.log == ["store a 1", "store a 1", "remove a", "note x"]


def test_a_changed_copy_is_stored_in_a_loop() -> None:
    workflow, found = workflow_of("""then for each : Thing in all Thing {
               if each.size < 2 { action drop : Remove { in item entity : Thing = each; } }
               else {
                   item more : Thing := each;
                   assign more.size := each.size + 1;
                   then action keep : Store { in item entity : Thing = more; }
               }
           }""")
    assert found == []
    rows = Rows(Thing("a", 1), Thing("b", 2))
    run(workflow, rows)
    assert rows.log == ["all", "remove a", "store b 3"]


def test_an_assertion_refuses_before_anything_behind_it() -> None:
    workflow, found = workflow_of(
        """in attribute limit : Natural;
           assert constraint small { doc /* That is
                                          * too much. */ limit < 3 }
           action one : Store { in item entity : Thing = new Thing(code = "b", size = limit); }
           assert constraint few { size(all Thing) < 2 }
           then action two : Store { in item entity : Thing = new Thing(code = "c", size = limit); }"""
    )
    assert found == []
    rows = Rows()
    with pytest.raises(Refused, match=r"^That is too much\.$"):
        run(workflow, rows, limit=3)
    assert rows.log == []
    run(workflow, rows, limit=2)
    assert rows.log == ["store b 2", "all", "store c 2"]
    with pytest.raises(Refused, match="size"):
        run(workflow, Rows(Thing("a", 1)), limit=2)


def test_refusing_with_a_reason_that_is_made() -> None:
    workflow, _ = workflow_of(
        """in attribute word : String;
           if word != "yes" { action no : Refuse { in reason = "not " + word; } }
           then action one : Store { in item entity : Thing = new Thing(code = word, size = 1); }"""
    )
    with pytest.raises(Refused, match=r"^not no$"):
        run(workflow, Rows(), word="no")
    rows = Rows()
    run(workflow, rows, word="yes")
    assert rows.log == ["store yes 1"]


def test_a_condition_of_a_loop_reads_anew() -> None:
    workflow, found = workflow_of("""attribute word : String := "a";
           while size(all Thing) < 3 {
               assign word := word + "b";
               then action one : Store { in item entity : Thing = new Thing(code = word, size = 0); }
           }""")
    assert found == []
    rows = Rows()
    run(workflow, rows)
    assert sorted(rows.things) == ["ab", "abb", "abbb"]


def test_what_is_read_in_a_branch_is_not_known_behind_it() -> None:
    workflow, found = workflow_of("""in attribute ask : Boolean; out attribute many : Natural;
           attribute seen : Natural := 0;
           if ask { assign seen := size(all Thing); }
           then assign many := seen + size(all Thing);""")
    assert found == []
    assert run(workflow, Rows(Thing("a", 1)), ask=False) == 1
    rows = Rows(Thing("a", 1))
    assert run(workflow, rows, ask=True) == 2
    assert rows.log == ["all", "all"]


def test_a_computed_step_reads_rows_itself() -> None:
    workflow, found = workflow_of("""out attribute total : Natural;
           action count { out attribute n : Natural = size(all Thing); }
           bind count.n = total;""")
    assert found == []
    bodies = {each.name: each.body for each in workflow.steps}
    assert bodies == {
        "all_thing": None,
        "count": "all_thing = await self.all_thing()\nreturn len(all_thing)",
    }


def test_what_is_stored_has_to_be_something() -> None:
    _, found = workflow_of("action one : Store;")
    assert found == ["`one`, of which nothing says what it is, is not compiled"]
