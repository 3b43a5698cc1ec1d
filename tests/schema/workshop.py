"""A model with every kind of column and relation, and a later edition of it, for the tests of the schema."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from generator import library
from generator.diagnostics import Diagnostic, has_errors
from generator.ir import Model
from generator.resolve import resolve
from generator.schema.build import build_schema
from generator.schema.tables import Schema
from generator.source import SourceFile
from generator.syntax import parse

HEAD = """
package Workshop {
    private import AgentSystems::*;
    private import ScalarValues::*;
    %s
}
"""

FIRST = HEAD % r"""
    enum def JobState { enum queued; enum running; enum done; enum failed; }
    attribute def Report { attribute summary : String; attribute score : Real; }

    abstract item def Stamped :> Entity {
        attribute createdAt : Timestamp;
        attribute updatedAt : Timestamp [0..1];
    }
    item def Job :> Stamped {
        doc /* It's "quoted" and has 100% \ of {{ braces }}. */
        #key attribute jobId : Identifier;
        #unique attribute slug : String { @Length { maximum = 40; } }
        #indexed attribute status : JobState = JobState::queued;
        attribute title : Text default "it's: 100% %s {{x}} \\ :a";
        attribute attempts : Natural = 0;
        attribute cost : Real [0..1];
        attribute urgent : Boolean default false;
        attribute tags : String [0..*];
        attribute report : Report [0..1];
        attribute payload : Json [0..1];
        attribute embedding : Vector [0..1];
        attribute due : Date [0..1];
        attribute timeout : Duration default 30.0;
        attribute 'metadata' : Json [0..1];
        attribute 'class' : String [0..1];
        derived attribute age : Real = attempts * 1.5;
        item runs : Run [0..*];
        ref item follows : Job [0..1];
        ref item workers : Worker [0..*];
        item notes : Note [0..*];
    }
    item def Run :> Stamped {
        ref item job : Job;
        attribute number : Positive;
        attribute outcome : JobState [0..1];
    }
    item def Note :> Entity { attribute text : Text; }
    part def Worker :> Entity {
        #key attribute name : String;
        ref item jobs : Job [0..*];
        ref part friends : Worker [0..*];
    }
    item def Assignment :> Entity {
        @Table { name = "work_assignments"; }
        ref #key item job : Job;
        ref #key part worker : Worker;
        attribute 'order' : Integer default -1;
    }
"""

_CHANGES: Mapping[str, str] = {
    "enum failed;": "enum failed; enum paused;",
    "#unique attribute slug : String { @Length { maximum = 40; } }": (
        '#unique attribute nick : String { @Length { maximum = 60; } @Renamed { former = "slug"; } }'
    ),
    "attribute cost : Real [0..1];": (
        'attribute cost : Real [0..1]; attribute grade : String default "b%:c\'x";'
        " attribute required : Boolean = true;"
    ),
    "attribute due : Date [0..1];": "",
    "item def Note :> Entity {": 'item def Remark :> Entity { @Renamed { former = "notes"; }',
    "item notes : Note [0..*]": "item notes : Remark [0..*]",
    "#key attribute name : String;": (
        '#key attribute workerName : String { @Renamed { former = "name"; } }'
        " attribute boss : String [0..1]; ref part chief : Worker [0..1];"
    ),
    "attribute attempts : Natural = 0;": "attribute attempts : Real = 0.0;",
    "attribute outcome : JobState [0..1];": (
        "#indexed attribute outcome : JobState = JobState::done; ref item machine : Machine [0..1];"
    ),
    "    item def Assignment": (
        "    item def Machine :> Entity { attribute label : String; }\n    item def Assignment"
    ),
}


def second() -> str:
    """The later edition: renames, a dropped column, new columns, a new choice, other types and keys."""
    text = FIRST
    for old, new in _CHANGES.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


@cache
def _library() -> tuple[tuple[SourceFile, object], ...]:
    return tuple((source, parse(source)[0]) for source in library.bundled())


def model_of(*texts: str) -> Model:
    """The resolved model of some texts; a fault in them fails the test."""
    trees, found = [], []
    for number, text in enumerate(texts):
        source = SourceFile(f"model{number}.sysml", text)
        tree, diagnostics = parse(source)
        trees.append((source, tree))
        found += diagnostics
    model, unresolved = resolve(trees, list(_library()))  # type: ignore[arg-type]
    found += unresolved
    assert not has_errors(found), [f"{each.span.location()} {each.message}" for each in found]
    return model


def schema_of(*texts: str) -> Schema:
    """The schema of some texts, which have to be storable as they are."""
    schema, found = build_schema(model_of(*texts))
    assert not found, [each.message for each in found]
    return schema


def described(text: str) -> tuple[Schema, tuple[Diagnostic, ...]]:
    """The schema of the members of a package that imports the libraries, and what is wrong with it."""
    return build_schema(model_of(HEAD % text))
