"""Persistence: the mapped classes of a system's entities and the sessions to reach them.

Knows the relational schema and the Python names of data types; must not know migrations.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compile.import_blocks import names_in
from generator.emit.passes import PassContext
from generator.ir import Model
from generator.schema.build import build_schema
from generator.schema.history import releases, revisions
from generator.schema.recording import Recording, recordings
from generator.schema.tables import Schema

from .columns import ReadTable, read_tables
from .items import ItemCode, item_codes
from .lives import LivesModule, LivesTest, life_views, narrowed
from .mirrors import MirrorsModule, MirrorsTest, mirror_views, mirrors_of
from .recording import RecordingCode, RecordingSample, recording_code, recording_sample
from .rows import LinkTable, RowClass, Rows
from .samples import samples_of


@dataclass(frozen=True, slots=True)
class ModelsModule:
    """`persistence/models.py`: one class per entity, and the tables between them."""

    path: str
    origins: tuple[str, ...]
    system: str
    imports: tuple[str, ...]
    column_types: tuple[str, ...]
    uses_any: bool
    uses_dates: bool
    links: tuple[LinkTable, ...]
    rows: tuple[RowClass, ...]


@dataclass(frozen=True, slots=True)
class ColumnTypes:
    """`persistence/columns.py`: how Python values are stored."""

    path: str
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparisonModule:
    """`persistence/comparison.py`: how a database is compared with the classes."""

    path: str
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ColumnsTest:
    """`tests/persistence/test_columns.py`: how values are stored."""

    path: str
    origins: tuple[str, ...]
    system: str


@dataclass(frozen=True, slots=True)
class SessionTest:
    """`tests/persistence/test_session.py`: engines, sessions and migrations."""

    path: str
    origins: tuple[str, ...]
    system: str
    table: str
    has_references: bool


@dataclass(frozen=True, slots=True)
class RecordingModule:
    """`persistence/recording.py`: runs of workflows as rows."""

    path: str
    origins: tuple[str, ...]
    rows: tuple[str, ...]
    recorded: tuple[RecordingCode, ...]

    @property
    def uses_json(self) -> bool:
        """Whether a column holds JSON."""
        return any(each.is_json for code in self.recorded for each in (*code.given, *code.made))


@dataclass(frozen=True, slots=True)
class RecordingTest:
    """`tests/persistence/test_recording.py`."""

    path: str
    origins: tuple[str, ...]
    system: str
    recorded: tuple[RecordingSample, ...]

    @property
    def uses_json(self) -> bool:
        """Whether a column holds an item as JSON."""
        pairs = (pair for each in self.recorded for pair in (*each.failed, *each.done))
        return any("to_jsonable_python" in value for _, value in pairs)


@dataclass(frozen=True, slots=True)
class SessionModule:
    """`persistence/session.py`: engines, sessions and migrations."""

    path: str
    origins: tuple[str, ...]
    system: str


@dataclass(frozen=True, slots=True)
class ReadingModule:
    """`persistence/reading.py`: rows without SQLAlchemy."""

    path: str
    origins: tuple[str, ...]
    revision: str
    tables: tuple[ReadTable, ...]

    @property
    def decoders(self) -> str:
        """Everything that decodes a value."""
        return " ".join(decode for table in self.tables for *_, decode in table.decoded)


@dataclass(frozen=True, slots=True)
class ReadingTest:
    """`tests/persistence/test_reading.py`."""

    path: str
    origins: tuple[str, ...]
    system: str


@dataclass(frozen=True, slots=True)
class KeepingModule:
    """`persistence/keeping.py`: rows in a session."""

    path: str
    origins: tuple[str, ...]
    has_circles: bool


@dataclass(frozen=True, slots=True)
class TransactionModule:
    """`persistence/transaction.py`: one run, one transaction."""

    path: str
    origins: tuple[str, ...]
    has_mirrors: bool
    has_circles: bool


@dataclass(frozen=True, slots=True)
class TransactionTest:
    """`tests/persistence/test_transaction.py`."""

    path: str
    origins: tuple[str, ...]
    system: str
    table: str
    has_mirrors: bool


@dataclass(frozen=True, slots=True)
class RepositoryModule:
    """`persistence/repository.py`: rows read as the data types of the system."""

    path: str
    origins: tuple[str, ...]
    imports: tuple[str, ...]
    items: tuple[ItemCode, ...]


@dataclass(frozen=True, slots=True)
class SchemaTest:
    """`tests/persistence/test_schema.py`: the database against the classes, and each constraint against the database."""

    path: str
    origins: tuple[str, ...]
    system: str
    has_refused: bool
    has_accepted: bool
    has_doubled: bool
    has_references: bool
    has_defaults: bool


@dataclass(frozen=True, slots=True)
class SampleData:
    """`tests/persistence/samples.json`: rows and values for the tests of the schema."""

    path: str
    origins: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class RepositoryTest:
    """`tests/persistence/test_repository.py`: items through rows and back."""

    path: str
    origins: tuple[str, ...]
    system: str
    imports: tuple[str, ...]
    items: tuple[ItemCode, ...]

    @property
    def has_constraints(self) -> bool:
        """Whether an item can break a constraint of its type."""
        return any(each.has_constraints for each in self.items)

    @property
    def has_others(self) -> bool:
        """Whether an item may hold two rows of one table."""
        return not all(each.is_tree for each in self.items)

    @property
    def has_collections(self) -> bool:
        """Whether an item has a field that rows do not hold."""
        return any(each.collections for each in self.items)

    @property
    def circular(self) -> tuple[tuple[ItemCode, str], ...]:
        """The items with a field for another one of their kind, by which they are known again."""
        return tuple((each, each.circular[0]) for each in self.items if each.circular and each.key)


@dataclass(frozen=True, slots=True)
class TestsPackage:
    """`tests/persistence/__init__.py`."""

    path: str
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersistencePackage:
    """`persistence/__init__.py`."""

    path: str
    origins: tuple[str, ...]
    system: str
    tables: tuple[tuple[str, str], ...]


View = (
    ModelsModule
    | ColumnTypes
    | ComparisonModule
    | ColumnsTest
    | SessionTest
    | RecordingModule
    | RecordingTest
    | SessionModule
    | ReadingModule
    | ReadingTest
    | KeepingModule
    | TransactionModule
    | TransactionTest
    | MirrorsModule
    | MirrorsTest
    | RepositoryModule
    | PersistencePackage
    | SchemaTest
    | SampleData
    | RepositoryTest
    | TestsPackage
    | LivesModule
    | LivesTest
)


def select(model: Model, context: PassContext) -> Iterator[View]:
    """The persistence package of each system that has entities."""
    for system in context.systems:
        schema, faults = build_schema(model, system.elements())
        context.report(*faults)
        if not schema.tables:
            continue
        rows = Rows(model, schema)
        classes = tuple(rows.classes())
        folder = f"{system.name}/persistence"
        origins = tuple(dict.fromkeys(name for table in schema.tables for name in table.origins))
        entities = tuple(table.entity for table in schema.tables if table.entity)
        annotations = " ".join(a.annotation for row in classes for a in row.attributes)
        known = ("JSON", "Choice", "Duration", "RequiredJSON", "Timestamp", "new_identifier")
        used = names_in(
            text for row in classes for a in row.attributes for text in (a.type, a.maker)
        )
        yield ModelsModule(
            path=f"{folder}/models.py",
            origins=origins,
            system=system.name,
            imports=rows.imports(),
            column_types=tuple(each for each in known if each in used),
            uses_any="Any" in annotations,
            uses_dates="dt." in annotations,
            links=tuple(rows.links()),
            rows=classes,
        )
        items, imports = item_codes(model, schema, rows)
        yield ColumnTypes(f"{folder}/columns.py", entities)
        yield ComparisonModule(f"{folder}/comparison.py", entities)
        recorded, _ = releases(model, system.elements())
        newest = revisions(recorded, schema)[-1].identifier
        yield SessionModule(f"{folder}/session.py", entities, system.name)
        yield ReadingModule(f"{folder}/reading.py", entities, newest, read_tables(schema, rows))
        circles = any(each.is_circular for each in items)
        yield KeepingModule(f"{folder}/keeping.py", entities, circles)
        mirrors = mirrors_of(model, system, schema)
        yield TransactionModule(f"{folder}/transaction.py", entities, bool(mirrors), circles)
        yield from mirror_views(system, mirrors)
        if items:
            yield RepositoryModule(f"{folder}/repository.py", entities, imports, items)
        changes, faults = life_views(model, system, schema, items, imports)
        context.report(*faults)
        yield from changes
        found, faults = recordings(model, system.elements(), schema)
        context.report(*faults)
        yield from _recording(system.name, schema, rows, found)
        yield from _tests(system.name, schema, entities, items, imports, bool(mirrors))
        tables = tuple((row.name, row.table) for row in classes)
        yield PersistencePackage(f"{folder}/__init__.py", entities, system.name, tables)


def _tests(
    system: str,
    schema: Schema,
    entities: tuple[str, ...],
    items: tuple[ItemCode, ...],
    imports: tuple[str, ...],
    has_mirrors: bool,
) -> Iterator[View]:
    folder = f"{system}/tests/persistence"
    samples = samples_of(schema)
    yield TestsPackage(f"{folder}/__init__.py", entities)
    yield ColumnsTest(f"{folder}/test_columns.py", entities, system)
    yield SessionTest(
        path=f"{folder}/test_session.py",
        origins=entities,
        system=system,
        table=schema.creation_order()[0].name,
        has_references=bool(samples.references),
    )
    yield ReadingTest(f"{folder}/test_reading.py", entities, system)
    filled = {each.name for each in samples.tables}
    mapped = [each.name for each in schema.creation_order() if each.entity and each.name in filled]
    last = mapped[-1] if mapped else ""  # the one that fewest others refer to
    yield TransactionTest(f"{folder}/test_transaction.py", entities, system, last, has_mirrors)
    yield SampleData(f"{folder}/samples.json", entities, samples.to_json())
    yield SchemaTest(
        path=f"{folder}/test_schema.py",
        origins=entities,
        system=system,
        has_refused=bool(samples.refused),
        has_accepted=bool(samples.accepted),
        has_doubled=bool(samples.doubled),
        has_references=bool(samples.references),
        has_defaults=bool(samples.defaults),
    )
    if items:
        tested = {item.item for item in items}
        shown = tuple(narrowed(each, f"{system}.", tested) for each in imports)
        yield RepositoryTest(
            f"{folder}/test_repository.py", entities, system, tuple(filter(None, shown)), items
        )


def _recording(
    system: str, schema: Schema, rows: Rows, found: tuple[Recording, ...]
) -> Iterator[View]:
    if not found:
        return
    origins = tuple(dict.fromkeys(each.origin for each in found))
    origins += tuple(dict.fromkeys(schema.table(each.table).entity for each in found))
    codes = tuple(recording_code(schema, rows, each) for each in found)
    classes = tuple(sorted({each.row for each in codes}))
    yield RecordingModule(f"{system}/persistence/recording.py", origins, classes, codes)
    samples = tuple(recording_sample(schema, rows, each) for each in found)
    path = f"{system}/tests/persistence/test_recording.py"
    yield RecordingTest(path, origins, system, samples)
