"""The JSON of a model: whole, true to the metamodel, the same as the model it comes from."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from generator import ir
from generator.interchange import document
from generator.interchange.context import Context
from generator.interchange.document import root_nodes
from generator.interchange.identity import base_of_library, identity
from generator.interchange.metaclasses import attributes_of, is_a, metaclasses
from generator.ir import Model
from generator.library import load
from generator.resolve import LibraryModel, resolve, resolve_library
from generator.source import SourceFile
from generator.syntax import parse
from tests.resolve.workspace import corpus, library_model, model_of

ROOT = Path(__file__).parents[2]

Record = dict[str, Any]

SHEET = """package 'A Sheet' {
    private import ScalarValues::*;
    doc /* Everything once. */
    alias Wagon for Car;
    attribute def Mass :> Real;
    port def Plug { in attribute load : Mass; }
    enum def Colour { red; blue; }
    part def <C> Car { attribute mass : Mass = 3 + 4 * 2; part wheels : Wheel [2..4]; port plug : ~Plug; }
    part def Wheel { attribute size : Real default 1.5; }
    part def Small :> Car { attribute :>> mass := 1; ref part spare : Wheel [0..1] subsets wheels; }
    part car : Small { part extra : Wheel [*]; attribute total = sum((mass, 2)) ?? null; }
    attribute heavy = if car.mass > 2 and not (car.mass == 7) ? "yes" else "no";
    attribute many = car.wheels->select { in w : Wheel; w.size > 1.0 };
    attribute made = new Car(mass = 5);
    connection link connect car.wheels to car.extra;
    bind heavy = made;
    comment about car /* A note. */
    dependency from car to Wheel;
    rep inline language "python" /* x = 1 */
    action def Drive { in item fuel; out item smoke; }
    action drive : Drive {
        first start;
        then action warm { in x : Real; }
        then decide;
            if true then go;
            else done;
        action go { send car to drive; }
        then accept signal : Small via car.plug;
        then assign car.mass := 4;
        then if car.mass > 1 { action a; } else { action b; }
        while true { action step; } until false;
        for i : Real in (1, 2) { action each; }
        flow of Wheel from warm.x to go;
        succession order first go then warm;
        terminate car;
    }
    state def Running { entry; then off; state off; state on; transition t first off accept Small if true do drive then on; }
    requirement def <'R1'> Fast { subject c : Car; require constraint { c.mass < 9 } assume constraint { true } }
    requirement fast : Fast;
    satisfy fast by car;
    metadata def Marked { attribute level : Real; }
    #Marked part marked;
    part noted { @Marked { level = 1; } }
    calc def Twice { in v : Real; return : Real = v * 2; }
    constraint limit { Twice(3) <= 6 and car istype Car }
    view def Overview { filter @Marked; }
    view overview : Overview { expose 'A Sheet'::**[@Marked]; }
    use case def Go { objective { } actor driver; }
    individual part def One :> Car;
    variation part def Kinds :> Car { variant part one : Small; }
    occurrence flight { timeslice take_off; }
}
"""


EVERY = {
    "Annotation",
    "AssignmentActionUsage",
    "ConjugatedPortDefinition",
    "ConjugatedPortTyping",
    "ConstructorExpression",
    "Dependency",
    "ElementFilterMembership",
    "EndFeatureMembership",
    "FeatureChainExpression",
    "FeatureChaining",
    "FeatureTyping",
    "FeatureValue",
    "FlowEnd",
    "InvocationExpression",
    "LiteralInfinity",
    "LiteralString",
    "Membership",
    "MetadataUsage",
    "MultiplicityRange",
    "NamespaceExpose",
    "NamespaceImport",
    "NullExpression",
    "ObjectiveMembership",
    "OperatorExpression",
    "PortConjugation",
    "Redefinition",
    "ReferenceSubsetting",
    "RequirementConstraintMembership",
    "ResultExpressionMembership",
    "ReturnParameterMembership",
    "StateSubactionMembership",
    "Subclassification",
    "SubjectMembership",
    "Subsetting",
    "TextualRepresentation",
    "TransitionFeatureMembership",
    "TransitionUsage",
    "VariantMembership",
}
"""Metaclasses that the sheet has to bring forth."""


def ids(value: object) -> Iterator[str]:
    """The identities a value refers to."""
    if isinstance(value, dict):
        yield value["@id"]
    elif isinstance(value, list):
        for each in value:
            yield from ids(each)


def check_document(model: Model, records: list[Record]) -> None:
    """Identities are unique, references lead somewhere, attributes are there with the right shape."""
    known = {record["@id"]: record for record in records}
    assert len(known) == len(records)
    outside = library_identities(model)
    for record in records:
        assert UUID(record["@id"]).version == 5
        assert record["elementId"] == record["@id"]
        attributes = attributes_of(record["@type"])
        assert attributes.keys() <= record.keys()
        for name, attribute in attributes.items():
            value = record[name]
            assert isinstance(value, list) == attribute.is_many, (record["@type"], name)
            if not attribute.is_optional and not attribute.is_many:
                assert value is not None, (record["@type"], name, record["qualifiedName"])
            if attribute.refers:
                assert value is None or isinstance(value, dict | list), (record["@type"], name)
        for value in record.values():
            if isinstance(value, dict | list):
                missing = {each for each in ids(value) if each not in known} - outside
                assert not missing, (record["@type"], record["qualifiedName"])
    check_ownership(known)


def check_ownership(known: dict[str, Record]) -> None:
    """Who owns and who is owned agree; only root namespaces are owned by nothing."""
    for at, record in known.items():
        for each in record["ownedRelationship"]:
            assert known[each["@id"]]["owningRelatedElement"] == {"@id": at}
        for each in record.get("ownedRelatedElement", ()):
            assert known[each["@id"]]["owningRelationship"] == {"@id": at}
        owner = record["owningRelationship"] or record.get("owningRelatedElement")
        if owner is None:
            assert (record["@type"], record["name"]) == ("Namespace", None)


@cache
def _identities(model: Model) -> frozenset[str]:
    context = Context(model)
    found = set()
    for element in model.elements:
        if element.library is not None:
            found.add(context.target(element.id).id)
            found.add(context.membership(element.id).id)
            if isinstance(element, ir.PortDefinition):
                found.add(context.conjugate(element.id).id)
    return frozenset(found)


def library_identities(model: Model) -> frozenset[str]:
    """The identities of all library elements, of their memberships and of conjugated ports."""
    return _identities(model)


def members(records: list[Record]) -> set[tuple[str, str]]:
    """Qualified names with metaclasses, rebuilt from names and ownership alone."""
    known = {record["@id"]: record for record in records}
    found = set()
    for record in records:
        parts: list[str] | None = []
        at: Record | None = record
        while at is not None and parts is not None:
            relationship = known.get((at["owningRelationship"] or {}).get("@id", ""))
            if relationship is None:
                break
            name = at["name"] or at["shortName"]
            is_member = is_a(relationship["@type"], "OwningMembership")
            parts = [name, *parts] if name is not None and is_member else None
            at = known.get((relationship["owningRelatedElement"] or {}).get("@id", ""))
        if parts:
            found.add(("::".join(parts), record["@type"]))
    return found


def expected_members(model: Model) -> set[tuple[str, str]]:
    """The named elements of a model below named ones, with the metaclass they are exported as."""
    bodies = {
        element.id for element in model.user_elements if isinstance(element, ir.ExpressionFeature)
    }
    found = set()
    for element in model.user_elements:
        around = [element, *model.owners(element)]
        names = [each.name or each.short_name for each in around]
        if None not in names and not any(each.id in bodies for each in around):
            found.add(("::".join(str(name) for name in reversed(names)), metaclass(element)))
    return found


def metaclass(element: ir.Element) -> str:
    """The metaclass by its name in the specification."""
    if isinstance(element, ir.Relationship):
        return element.metaclass
    if isinstance(element, ir.SuccessionAsUsage) and (element.guard or element.is_else):
        return "TransitionUsage"
    return {"ExpressionFeature": "Expression"}.get(element.kind, element.kind)


def compare(model: Model, records: list[Record]) -> None:
    """The tree rebuilt from a document has every named element of the model, owned as in it."""
    wanted, found = expected_members(model), members(records)
    kinds: dict[str, set[str]] = {}
    for name, kind in found:
        kinds.setdefault(name, set()).add(kind)
    # What a user's keyword declares is plain; the resolved model has refined it by the metadata.
    plain = {
        (name, kind)
        for name, kind in wanted - found
        for each in kinds.get(name, ())
        if each == "PayloadFeature" or (each in ("Usage", "Definition") and is_a(kind, each))
    }
    assert wanted - found - plain == set()
    assert len(wanted) > 1


def test_a_sheet_of_everything() -> None:
    model, found = model_of(SourceFile("sheet.sysml", SHEET))
    errors = [(each.code, each.message) for each in found if each.code.startswith("syntax")]
    assert errors == []
    records = document(model, "sheet")
    check_document(model, records)
    compare(model, records)
    kinds = {record["@type"] for record in records}
    assert EVERY - kinds == set()


def by_name(records: list[Record], name: str) -> Record:
    return next(record for record in records if record["qualifiedName"] == name)


def test_values_of_attributes() -> None:
    records = document(model_of(SourceFile("sheet.sysml", SHEET))[0], "sheet")
    known = {record["@id"]: record for record in records}
    car = by_name(records, "'A Sheet'::Car")
    assert (car["@type"], car["declaredName"], car["declaredShortName"]) == (
        "PartDefinition",
        "Car",
        "C",
    )
    wheels = by_name(records, "'A Sheet'::Car::wheels")
    assert (wheels["isComposite"], wheels["isUnique"], wheels["direction"]) == (True, True, None)
    assert wheels["type"] == [{"@id": by_name(records, "'A Sheet'::Wheel")["@id"]}]
    typing = known[wheels["ownedRelationship"][0]["@id"]]
    assert (typing["@type"], typing["type"]) == ("FeatureTyping", wheels["type"][0])
    assert (typing["specific"], typing["general"]) == (typing["typedFeature"], typing["type"])
    bounds = known[known[wheels["ownedRelationship"][1]["@id"]]["ownedRelatedElement"][0]["@id"]]
    values = [
        known[known[each["@id"]]["ownedRelatedElement"][0]["@id"]]["value"]
        for each in bounds["ownedRelationship"]
    ]
    assert values == [2, 4]
    fast = by_name(records, "'A Sheet'::Fast")
    assert fast["reqId"] == "R1"
    alias = next(record for record in records if record.get("memberName") == "Wagon")
    assert alias["memberElement"] == {"@id": car["@id"]}
    imported = next(record for record in records if record["@type"] == "NamespaceImport")
    assert imported["importedNamespace"] == {"@id": str(base_of_library("ScalarValues"))}
    assert imported["visibility"] == "private"


def test_multiplicities_of_connector_ends() -> None:
    text = "part a; part b; connect [0..1] a to [3] b;"
    records = document(model_of(SourceFile("ends.sysml", text))[0], "ends")
    known = {record["@id"]: record for record in records}
    bounds = []
    for end in (record for record in records if record.get("isEnd")):
        cross = known[end["ownedElement"][0]["@id"]]
        range_ = known[cross["ownedElement"][0]["@id"]]
        bounds.append([known[each["@id"]]["value"] for each in range_["ownedElement"]])
    assert bounds == [[0, 1], [3]]


STEPS = """item def Go;
part car { port plug; }
action drive {
    action tell { send car to car; }
    accept at 5 via car.plug;
    while true { } until false;
    for i in (1, 2) { }
    if true { } else { }
    assign car := car;
}
state s { state a; state b; transition t first a accept Go if true do drive then b; }
"""


@pytest.mark.parametrize(
    ("metaclass", "wanted"),
    [
        ("SendActionUsage", ["FeatureReferenceExpression", "", "FeatureReferenceExpression"]),
        ("AcceptActionUsage", ["TriggerInvocationExpression", "FeatureChainExpression"]),
        ("WhileLoopActionUsage", ["LiteralBoolean", "ActionUsage", "LiteralBoolean"]),
        ("ForLoopActionUsage", ["ReferenceUsage", "OperatorExpression", "ActionUsage"]),
        ("IfActionUsage", ["LiteralBoolean", "ActionUsage", "ActionUsage"]),
        ("AssignmentActionUsage", ["", "FeatureReferenceExpression"]),
        (
            "TransitionUsage",
            [
                "",
                "",
                "AcceptActionUsage",
                "LiteralBoolean",
                "PerformActionUsage",
                "SuccessionAsUsage",
            ],
        ),
    ],
)
def test_parameters_count_by_position(metaclass: str, wanted: list[str]) -> None:
    """What each owned element is, parameters by their value: one that is not given has its place."""
    records = document(model_of(SourceFile("steps.sysml", STEPS))[0], "steps")
    known = {record["@id"]: record for record in records}
    step = next(record for record in records if record["@type"] == metaclass)
    found = []
    for at in step["ownedElement"]:
        element = known[at["@id"]]
        values = [known[each["@id"]] for each in element["ownedRelationship"]]
        given = [each["memberElement"]["@id"] for each in values if each["@type"] == "FeatureValue"]
        is_parameter = known[element["owningRelationship"]["@id"]]["@type"] == "ParameterMembership"
        if is_parameter and element["@type"] == "ReferenceUsage":
            found.append(known[given[0]]["@type"] if given else "")
        else:
            found.append(element["@type"])
    assert found == wanted


def test_identities_of_the_library_are_those_of_the_standard() -> None:
    """Known values: KerML 1.0, clause 9.1, names how they are made; the published libraries carry them."""
    risk = base_of_library("RiskMetadata")
    assert str(risk) == "ed2b9be5-8355-5806-85e2-907df4257507"
    assert identity(risk, "RiskMetadata::Level") == "a7824828-781b-5a79-b80e-69c80f78c99e"
    owned = identity(risk, "RiskMetadata::Level/owningMembership")
    assert owned == "769d7e4c-e878-5a6e-90fc-dc72cdac0e5e"
    assert identity(risk, "RiskMetadata/1/1") == "492ff583-6368-5346-a67b-7db85a06829d"
    real = identity(base_of_library("ScalarValues"), "ScalarValues::Real")
    assert real == "14c0aa22-5489-59b5-b438-ded26e83ba31"


def test_paths_of_relationships_are_those_of_the_standard() -> None:
    """The elements of this package stand where those of the published one do."""
    text = "standard library package RiskMetadata { doc /* . */ private import ScalarValues::Real; attribute def Level :> Real; }"
    (root,) = root_nodes(model_of(SourceFile("RiskMetadata.sysml", text))[0], "any")
    root.settle(base_of_library("RiskMetadata"))
    found = {node.id: node.metaclass for node in root.nodes()}
    assert found["dc926ed5-127c-5780-a960-b921264e34ae"] == "OwningMembership"
    assert found["492ff583-6368-5346-a67b-7db85a06829d"] == "Documentation"
    assert found["882a90f6-7431-5347-8304-6198e88fb4f7"] == "MembershipImport"
    assert found["a7824828-781b-5a79-b80e-69c80f78c99e"] == "AttributeDefinition"
    assert found["4892f62f-b3f6-5139-830a-52d962114198"] == "Subclassification"


def test_identities_depend_on_names_and_not_on_other_files() -> None:
    one, two = SourceFile("a.sysml", "package A { part def P; }"), SourceFile("b.sysml", "part b;")
    alone = by_name(document(model_of(one)[0], "x"), "A::P")
    assert by_name(document(model_of(two, one)[0], "x"), "A::P") == alone
    assert by_name(document(model_of(one)[0], "y"), "A::P")["@id"] != alone["@id"]


def test_the_same_bytes_whatever_the_hash_seed() -> None:
    program = (
        "import json\n"
        "from tests.interchange.test_document import SHEET, document, model_of\n"
        "from generator.source import SourceFile\n"
        "print(json.dumps(document(model_of(SourceFile('s.sysml', SHEET))[0], 'x')))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "77")
    }
    assert len(answers) == 1


@pytest.mark.parametrize(
    "system", sorted(each.name for each in (ROOT / "ssot").iterdir() if each.is_dir())
)
def test_our_models(system: str) -> None:
    files = sorted((ROOT / "ssot" / system).rglob("*.sysml"))
    if not files:
        pytest.skip("no model")
    sources = [SourceFile(file.name, file.read_text(encoding="utf-8")) for file in files]
    trees = [(source, parse(source)[0]) for source in sources]
    model = resolve(trees, library_model())[0]
    records = document(model, system)
    check_document(model, records)
    compare(model, records)
    json.dumps(records)


@cache
def official() -> LibraryModel:
    """The official library, resolved once per process."""
    sources, found = load(corpus("official", "library"))
    assert not found
    return resolve_library([(source, parse(source)[0]) for source in sources])[0]


@pytest.mark.parametrize("name", ["training", "examples"])
def test_the_corpora(name: str) -> None:
    files = sorted(corpus("official", name).rglob("*.sysml"))
    sources = [SourceFile(str(file), file.read_text(encoding="utf-8")) for file in files]
    model = resolve([(source, parse(source)[0]) for source in sources], official())[0]
    records = document(model, name)
    check_document(model, records)
    compare(model, records)


def test_long_sequences_and_wide_packages() -> None:
    values = ", ".join(str(number) for number in range(2000))
    members = "".join(f"part p{number};" for number in range(3000))
    text = f"package P {{ attribute many = ({values}); {members} }}"
    records = document(model_of(SourceFile("long.sysml", text))[0], "long")
    assert sum(record["@type"] == "LiteralInteger" for record in records) == 2000
    assert len({record["@id"] for record in records}) == len(records)


def test_every_metaclass_of_ours_is_one_of_the_standard() -> None:
    kinds = [
        kind
        for kind in vars(ir).values()
        if isinstance(kind, type) and issubclass(kind, ir.Element)
    ]
    ours = {{"ExpressionFeature": "Expression"}.get(kind.__name__, kind.__name__) for kind in kinds}
    assert ours - set(metaclasses()) == set()
    assert len(metaclasses()) == 175


def test_another_tool_reads_the_document() -> None:
    sysml = pytest.importorskip(
        "sysml", reason="another implementation: install the extra `review`"
    )
    model = model_of(SourceFile("sheet.sysml", SHEET))[0]
    records = document(model, "sheet")
    other = sysml.Model.from_full_json(records)
    for record in records:
        if record["qualifiedName"] is not None:
            found = other.resolve(record["qualifiedName"])
            assert found is not None
            assert found.metaclass_name == record["@type"]
            assert found.name == record["name"]
    car = other.resolve("'A Sheet'::Car")
    assert [each.name for each in car.ownedFeature] == ["mass", "wheels", "plug"]
    assert car.owner.name == "A Sheet"


def test_another_tool_says_the_same_of_the_text() -> None:
    """What an independent implementation makes of the text: the same names, metaclasses and owners."""
    sysml = pytest.importorskip(
        "sysml", reason="another implementation: install the extra `review`"
    )
    text = (ROOT / "ssot" / "hfo" / "structure.sysml").read_text(encoding="utf-8")
    text += SHEET
    model = model_of(SourceFile("text.sysml", text))[0]
    other = sysml.Model.from_toolkit(
        sources={"text.sysml": text}, library_dir=sysml.standard_library()
    )
    differences, alone = [], []
    for record in document(model, "x"):
        name = record["qualifiedName"]
        if name is None:
            continue
        found = other.resolve(name)
        if found is None or found.qualifiedName != name:
            if record["declaredName"] and record["@type"] != "ConjugatedPortDefinition":
                alone.append(name)  # names that are taken from elsewhere are not its business
        elif found.metaclass_name != record["@type"]:
            differences.append((name, found.metaclass_name, record["@type"]))
    assert differences == []
    assert alone == []
