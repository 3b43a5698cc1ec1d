"""Which tables, columns and constraints a model has."""

from __future__ import annotations

import pytest

from generator.schema.tables import Column, ColumnKind, RelationKind, Table
from tests.schema.workshop import FIRST, described, schema_of


def table_of(text: str, name: str = "things") -> Table:
    schema, found = described(text)
    assert not found, [each.message for each in found]
    return schema.table(name)


def column_of(attribute: str) -> Column:
    table = table_of(f"enum def Hue {{ red; blue; }} item def Thing :> Entity {{ {attribute} }}")
    return next(column for column in table.columns if column.name != "id")


def test_tables_have_plural_names_or_those_of_the_annotation() -> None:
    names = [table.name for table in schema_of(FIRST).tables]
    assert names == [
        "jobs",
        "jobs_workers",
        "notes",
        "runs",
        "work_assignments",
        "workers",
        "workers_friends",
    ]


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("Box", "boxes"),
        ("City", "cities"),
        ("Day", "days"),
        ("HTTPCall", "http_calls"),
        ("'Größe ein\\'s; DROP TABLE x; --'", "grosse_ein_s_drop_table_xes"),
    ],
)
def test_plural(name: str, table: str) -> None:
    schema, _ = described(f"item def {name} :> Entity {{ attribute a : String; }}")
    assert [each.name for each in schema.tables] == [table]


def test_a_table_name_that_is_no_identifier_is_made_one_and_reported() -> None:
    schema, found = described(
        'item def Thing :> Entity { @Table { name = "x\\"; DROP TABLE y"; } attribute a : String; }'
    )
    assert [table.name for table in schema.tables] == ["x_drop_table_y"]
    assert [each.code for each in found] == ["schema-table-name"]


def test_two_entities_never_share_a_table() -> None:
    schema, found = described(
        "package A { item def Thing :> Entity { attribute a : String; } }"
        "package B { item def Thing :> Entity { attribute b : String; } }"
    )
    assert [table.name for table in schema.tables] == ["things", "things_2"]
    assert [each.code for each in found] == ["schema-table-name"]


def test_long_names_fit_into_postgresql() -> None:
    long = "A" + "veryLongName" * 9
    schema, _ = described(
        f"item def {long} :> Entity {{ #unique attribute {long.lower()} : String; }}"
        f"item def {long}Too :> Entity {{ ref item {long.lower()} : {long}; }}"
    )
    names = [table.name for table in schema.tables]
    for table in schema.tables:
        names += [column.name for column in table.columns]
        names += [each.name for each in (*table.uniques, *table.checks, *table.foreign_keys)]
    assert len(schema.tables) == 2
    assert max(map(len, names)) <= 63


@pytest.mark.parametrize(
    ("attribute", "kind"),
    [
        ("attribute a : String;", ColumnKind.STRING),
        ("attribute a : Text;", ColumnKind.TEXT),
        ("attribute a : Identifier;", ColumnKind.IDENTIFIER),
        ("attribute a : Url;", ColumnKind.STRING),
        ("attribute a : Timestamp;", ColumnKind.TIMESTAMP),
        ("attribute a : Date;", ColumnKind.DATE),
        ("attribute a : Duration;", ColumnKind.DURATION),
        ("attribute a : Json;", ColumnKind.JSON),
        ("attribute a : Vector;", ColumnKind.VECTOR),
        ("attribute a : Integer;", ColumnKind.INTEGER),
        ("attribute a : Natural;", ColumnKind.INTEGER),
        ("attribute a : Real;", ColumnKind.REAL),
        ("attribute a : Boolean;", ColumnKind.BOOLEAN),
        ("attribute a : Hue;", ColumnKind.STRING),
        ("attribute a : String [0..*];", ColumnKind.JSON),
        ("attribute a = 5;", ColumnKind.INTEGER),
        ('attribute a = "x";', ColumnKind.STRING),
        ("attribute a;", ColumnKind.JSON),
    ],
)
def test_kind(attribute: str, kind: ColumnKind) -> None:
    assert column_of(attribute).kind is kind


@pytest.mark.parametrize(
    ("attribute", "nullable", "default"),
    [
        ("attribute a : String;", False, None),
        ("attribute a : String [0..1];", True, None),
        ('attribute a : String = "x";', False, "x"),
        ('attribute a : String default "x";', False, "x"),
        ("attribute a : Integer = -3;", False, -3),
        ("attribute a : Real = 2;", False, 2.0),
        ("attribute a : Boolean default true;", False, True),
        ("attribute a : Hue = Hue::blue;", False, "blue"),
        ("attribute a : String [0..*];", False, "[]"),
        ('attribute a : String [0..*] = ("x", "y");', False, '["x", "y"]'),
        ('#key attribute a : String = "x";', False, "x"),
    ],
)
def test_default_and_null(attribute: str, nullable: bool, default: object) -> None:
    column = column_of(attribute)
    assert (column.nullable, column.default) == (nullable, default)
    assert type(column.default) is type(default)


def test_a_value_that_is_computed_is_no_default() -> None:
    schema, found = described(
        "item def Thing :> Entity { attribute a : Integer default 2; attribute b : Integer = a + 1;"
        " attribute c : Real default NumericalFunctions::sum((a, b)); }"
    )
    defaults = {each.name: each.default for each in schema.table("things").columns}
    assert (defaults["a"], defaults["b"], defaults["c"]) == (2, None, None)
    assert found == ()


def test_a_constant_that_the_column_cannot_hold_is_no_default_and_reported() -> None:
    schema, found = described('item def Thing :> Entity { attribute a : Integer = "x"; }')
    assert schema.table("things").column("a").default is None
    assert [each.code for each in found] == ["schema-default"]


def test_what_is_derived_is_kept_only_where_nothing_computes_it() -> None:
    schema, _ = described(
        "item def Thing :> Entity { attribute a : Integer; derived attribute b : Integer = a + 1;"
        " derived attribute c : Integer = 0; derived attribute d : Integer; derived attribute e : Integer [0..1]; }"
    )
    assert {each.feature for each in schema.table("things").columns} >= {"a", "d", "e"}
    assert not {each.feature for each in schema.table("things").columns} & {"b", "c"}


def test_checks_are_named_after_what_they_say() -> None:
    before = table_of("enum def Hue { red; } item def Thing :> Entity { attribute a : Hue; }")
    after = table_of("enum def Hue { red; blue; } item def Thing :> Entity { attribute a : Hue; }")
    assert before.checks[0].operands == ("red",)
    assert after.checks[0].operands == ("blue", "red")
    assert before.checks[0].name != after.checks[0].name
    assert before.checks[0].name.startswith("ck_things_a_")


def test_bounds_and_lengths_are_checks() -> None:
    table = table_of(
        "item def Thing :> Entity { attribute n : Natural; attribute p : Positive;"
        " attribute s : String { @Length { maximum = 3; } } attribute i : Integer; }"
    )
    found = {(check.column, check.operator, check.operands) for check in table.checks}
    assert found == {("n", ">=", (0,)), ("p", ">", (0,)), ("s", "length<=", (3,))}


def test_inherited_attributes_and_annotations_are_columns_of_each_concrete_entity() -> None:
    schema, found = described(
        "abstract item def Base :> Entity { #key attribute code : String; attribute a : String; }"
        "item def One :> Base { attribute b : String; }"
        "item def Two :> One { attribute :>> a : String [0..1]; }"
    )
    assert not found
    assert [c.name for c in schema.table("ones").columns] == ["code", "a", "b"]
    assert schema.table("twos").key == ("code",)
    assert schema.table("twos").column("a").nullable
    assert len(schema.tables) == 2


def test_relations_of_the_workshop() -> None:
    schema = schema_of(FIRST)
    jobs = {each.feature: each for each in schema.table("jobs").relations}
    assert jobs["runs"].kind is RelationKind.MANY
    assert jobs["runs"].back == "job"
    assert jobs["follows"].kind is RelationKind.ONE
    assert (jobs["workers"].kind, jobs["workers"].link) == (RelationKind.LINK, "jobs_workers")
    assert (jobs["notes"].kind, jobs["notes"].back) == (RelationKind.MANY, "")
    workers = {each.feature: each for each in schema.table("workers").relations}
    assert (workers["jobs"].link, workers["jobs"].back) == ("jobs_workers", "workers")
    assert workers["friends"].link == "workers_friends"
    deletes = {
        (table.name, key.columns): key.on_delete
        for table in schema.tables
        for key in table.foreign_keys
    }
    assert deletes == {
        ("jobs", ("follows_job_id",)): "SET NULL",
        ("runs", ("job_id",)): "CASCADE",
        ("notes", ("job_id",)): "CASCADE",
        ("jobs_workers", ("job_id",)): "CASCADE",
        ("jobs_workers", ("worker_name",)): "CASCADE",
        ("workers_friends", ("worker_name",)): "CASCADE",
        ("workers_friends", ("friends_name",)): "CASCADE",
        ("work_assignments", ("job_id",)): "",
        ("work_assignments", ("worker_name",)): "",
    }
    assert schema.table("work_assignments").key == ("job_id", "worker_name")


def test_children_are_the_inverse_of_their_parent() -> None:
    schema, found = described(
        "item def Node :> Entity { ref item parent : Node [0..1]; item children : Node [0..*]; }"
    )
    assert not found
    relations = {each.feature: each for each in schema.table("nodes").relations}
    assert relations["children"].back == "parent"
    assert len(schema.tables) == 1


def test_a_reference_holds_the_key_of_what_is_known_by_a_reference_itself() -> None:
    schema, found = described("""
        item def Tag :> Entity { ref item note : Note; }
        item def Note :> Entity { ref #key item line : Line; ref item tag : Tag; }
        item def Line :> Entity { attribute n : Integer; }
    """)
    assert not found
    keys = {each.name: (each.key, each.foreign_keys) for each in schema.tables}
    assert keys["notes"][0] == ("line_id",)
    assert [each.columns for each in keys["tags"][1]] == [("note_line_id",)]
    assert [each.columns for each in keys["notes"][1]] == [("line_id",), ("tag_id",)]


def test_a_collection_that_faces_the_inverse_of_a_reference_has_a_table_of_its_own() -> None:
    schema, found = described("""
        item def Alpha :> Entity { ref item betas : Beta [0..*]; }
        item def Beta :> Entity { ref item main : Alpha; ref item others : Alpha [0..*]; }
    """)
    assert not found
    held = {each.name: [(r.feature, r.kind) for r in each.relations] for each in schema.tables}
    assert held["alphas"] == [("betas", RelationKind.MANY)]
    assert held["betas"] == [("main", RelationKind.ONE), ("others", RelationKind.LINK)]


def test_keys_that_refer_to_each_other_are_reported() -> None:
    schema, found = described(
        "item def A :> Entity { ref #key item b : B; } item def B :> Entity { ref #key item a : A; }"
    )
    assert [each.code for each in found] == ["schema-key-cycle"]
    assert schema.table("as").key == ("id",)
    assert schema.table("bs").key == ("a_id",)


def test_what_has_no_table_is_reported() -> None:
    schema, found = described(
        "abstract item def Base :> Entity; part def Machine;"
        "item def Thing :> Entity { ref item base : Base; part machine : Machine; }"
    )
    assert [each.code for each in found] == ["schema-not-stored", "schema-not-stored"]
    assert [column.name for column in schema.table("things").columns] == ["id"]


def test_a_model_without_entities_has_no_tables() -> None:
    schema, found = described("item def Thing { attribute a : String; }")
    assert (schema.tables, found) == ((), ())


def test_creation_order_puts_targets_first() -> None:
    schema = schema_of(FIRST)
    order = [table.name for table in schema.creation_order()]
    for table in schema.tables:
        for key in table.foreign_keys:
            if key.target != table.name:
                assert order.index(key.target) < order.index(table.name)
