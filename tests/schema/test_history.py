"""Steps between schemas, and the history a model carries."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator.schema.history import (
    from_json,
    release_text,
    releases,
    revisions,
    to_json,
)
from generator.schema.steps import (
    AddColumn,
    AlterColumn,
    CreateTable,
    DropColumn,
    DropTable,
    RenameColumn,
    RenameTable,
    steps_between,
    warning_of,
    words_of,
)
from generator.schema.tables import Schema
from generator.schema.target import targets
from tests.schema.workshop import FIRST, HEAD, model_of, schema_of, second

THING = "item def Thing :> Entity {{ #key attribute code : String; {0} }}"


def steps(before: str, after: str) -> list[str]:
    """The steps between two definitions of one entity, in words."""
    old, new = (schema_of(HEAD % THING.format(each)) for each in (before, after))
    return [words_of(each) for each in steps_between(old, new)]


def test_nothing_to_do_between_equal_schemas() -> None:
    assert steps_between(schema_of(FIRST), schema_of(FIRST)) == ()


def test_docs_and_order_of_choices_are_no_change() -> None:
    one = "enum def Hue { red; blue; } item def Thing :> Entity { attribute a : Hue; }"
    two = "enum def Hue { blue; red; } item def Thing :> Entity { doc /* x */ attribute a : Hue; }"
    old, new = schema_of(HEAD % one), schema_of(HEAD % two)
    assert [words_of(each) for each in steps_between(old, new)] == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "attribute a : String [0..1];", ["add the column `things.a`"]),
        ("attribute a : String;", "", ["drop the column `things.a`"]),
        (
            "attribute a : String;",
            'attribute b : String { @Renamed { former = "a"; } }',
            ["rename the column `things.a` to `b`"],
        ),
        (
            "attribute a : String;",
            'attribute a : String { @Renamed { former = "z"; } }',
            [],
        ),
        ("attribute a : Integer;", "attribute a : Real;", ["change the column `things.a`"]),
        (
            "attribute a : String;",
            "attribute a : Integer;",
            ["drop the column `things.a`", "add the column `things.a`"],
        ),
        (
            'attribute a : String = "x";',
            'attribute a : String = "y";',
            ["change the column `things.a`"],
        ),
        (
            "attribute a : String;",
            "#indexed attribute a : String;",
            ["add the index `ix_things_a` to `things`"],
        ),
        (
            "#unique attribute a : String;",
            "attribute a : String;",
            ["drop the constraint `uq_things_a` of `things`"],
        ),
        (
            "attribute b : String;",
            "#key attribute b : String;",
            ["make code, b the key of `things`"],
        ),
    ],
)
def test_steps(before: str, after: str, expected: list[str]) -> None:
    assert steps(before, after) == expected


def test_losses_and_refusals_are_flagged() -> None:
    old, new = schema_of(FIRST), schema_of(second())
    flagged = {words_of(each): warning_of(each) for each in steps_between(old, new)}
    assert flagged["drop the column `jobs.due`"] == "drops the column `jobs.due` with its values"
    assert flagged["rename the column `jobs.slug` to `nick`"] is None
    assert any("has another value in `status`" in (each or "") for each in flagged.values())
    required = steps_between(
        schema_of(HEAD % THING.format("")), schema_of(HEAD % THING.format("attribute a : Real;"))
    )
    assert [warning_of(each) for each in required] == [
        "`things.a` is required and has no default: fails if `things` has rows"
    ]


def test_renames_go_through_references_and_back() -> None:
    old, new = schema_of(FIRST), schema_of(second())
    forward, back = steps_between(old, new), steps_between(new, old, backwards=True)
    assert RenameTable("notes", "remarks") in forward
    assert RenameColumn("workers_friends", "friends_name", "friends_worker_name") in forward
    assert RenameTable("remarks", "notes") in back
    assert RenameColumn("jobs", "nick", "slug") in back
    assert not any(isinstance(each, DropTable) and each.table.name != "machines" for each in back)
    dropped = {each.column.name for each in back if isinstance(each, DropColumn)}
    assert dropped == {"grade", "required", "machine_id", "boss", "chief_worker_name"} | {
        "attempts"
    }


def test_tables_are_created_after_what_they_refer_to() -> None:
    made: set[str] = set()
    for step in steps_between(Schema(), schema_of(FIRST)):
        assert isinstance(step, CreateTable)
        made.add(step.table.name)
        assert {key.target for key in step.table.foreign_keys} <= made


def test_a_ring_of_references_is_closed_afterwards() -> None:
    ring = (
        "item def A :> Entity { ref item b : B [0..1]; } item def B :> Entity { ref item a : A; }"
    )
    found = [words_of(each) for each in steps_between(Schema(), schema_of(HEAD % ring))]
    assert found == [
        "create the table `as`",
        "create the table `bs`",
        "add the constraint `fk_as_b_id` to `as`",
    ]
    away = [words_of(each) for each in steps_between(schema_of(HEAD % ring), Schema())]
    assert away[-2:] == ["drop the table `bs`", "drop the table `as`"] or away[-2:] == [
        "drop the table `as`",
        "drop the table `bs`",
    ]
    assert away[0].startswith("drop the constraint")


def test_json_holds_all_that_a_database_holds() -> None:
    schema = schema_of(second())
    again = from_json(to_json(schema))
    assert to_json(again) == to_json(schema)
    assert steps_between(schema, again) == ()
    assert json.loads(to_json(schema))["format"] == 1


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 2}', '{"format": 1}'])
def test_other_texts_are_no_schema(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError, AttributeError)):
        from_json(text)


def test_a_release_is_read_back_from_the_model() -> None:
    schema = schema_of(FIRST)
    text = release_text("shop", 1, 'a "label" with \\ and */', schema)
    model = model_of(second(), text)
    found, faults = releases(model, model.user_elements)
    assert faults == ()
    assert [(each.number, each.label) for each in found] == [(1, 'a "label" with \\ and */')]
    assert to_json(found[0].schema) == to_json(schema)


def test_revisions_are_one_per_release_and_one_for_what_is_new() -> None:
    model = model_of(second(), release_text("shop", 1, "start", schema_of(FIRST)))
    recorded, _ = releases(model, model.user_elements)
    current = schema_of(second())
    found = revisions(recorded, current)
    assert [(each.label, each.is_released) for each in found] == [
        ("start", True),
        ("unreleased", False),
    ]
    assert found[0].identifier.startswith("0001_")
    assert found[1].parent == found[0].identifier
    again = revisions(recorded, schema_of(FIRST))
    assert [each.identifier for each in again] == [found[0].identifier]
    assert found[1].upgrade == steps_between(schema_of(FIRST), current)


def test_the_first_revision_is_the_same_before_and_after_its_release() -> None:
    schema = schema_of(FIRST)
    (before,) = revisions((), schema)
    model = model_of(FIRST, release_text("shop", 1, "initial", schema))
    recorded, _ = releases(model, model.user_elements)
    (after,) = revisions(recorded, schema)
    assert before.identifier == after.identifier
    assert (before.is_released, after.is_released) == (False, True)


@pytest.mark.parametrize(
    ("number", "body"),
    [
        ("2", "/*{}*/"),
        ("1", '/*{"format": 1, "tables": [{"name": "x"}]}*/'),
        ("1", "/*no json*/"),
    ],
)
def test_a_release_that_cannot_be_used_is_an_error(number: str, body: str) -> None:
    text = (
        "package Recorded { private import AgentSystems::*;"
        f' @SchemaRelease {{ number = {number}; label = "x"; }} rep t language "json" {body} }}'
    )
    model = model_of(FIRST, text)
    _, faults = releases(model, model.user_elements)
    assert [(each.code, each.severity) for each in faults] == [("schema-release", "error")]


def test_one_number_is_recorded_once() -> None:
    text = release_text("shop", 1, "x", schema_of(FIRST))
    model = model_of(FIRST, text, text.replace("shop schema", "other schema"))
    found, faults = releases(model, model.user_elements)
    assert len(found) == 1
    assert [each.message for each in faults] == ["release 1 is recorded twice"]


def test_targets_name_the_files_of_entities() -> None:
    model = model_of(FIRST, release_text("model0", 1, "x", schema_of(FIRST)))
    groups = {"model0.sysml": "shop", "model1.sysml": "shop"}
    (target,), faults = targets(model, groups)
    assert faults == ()
    assert (target.system, target.files) == ("shop", ("model0.sysml",))
    assert target.pending is None
    assert target.pending_steps() == ()


def test_altered_columns_keep_their_place() -> None:
    old, new = schema_of(FIRST), schema_of(second())
    altered = {s.after.name for s in steps_between(old, new) if isinstance(s, AlterColumn)}
    assert altered == {"attempts", "nick", "outcome"}
    added = {s.column.name for s in steps_between(old, new) if isinstance(s, AddColumn)}
    assert added == {"grade", "required", "machine_id", "boss", "chief_worker_name"}


@pytest.mark.skipif(
    importlib.util.find_spec("sysml") is None,
    reason="the second implementation is not installed: install the extra `review`",
)
def test_another_tool_opens_a_release(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    file = tmp_path / "release.sysml"
    text = release_text("shop", 1, 'a "label"', schema_of(FIRST), names_system=True)
    file.write_text(text, encoding="utf-8")
    library = sorted((root / "generator" / "library").glob("*.sysml"))
    files = [f"{each.name}={each}" for each in (*library, file)]
    program = [sys.executable, "-m", "generator.quorum.second_opinion", *files]
    done = subprocess.run(program, cwd=root, capture_output=True, check=True)
    assert json.loads(done.stdout) == {"error": None, "unresolved": []}
