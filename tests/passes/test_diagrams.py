"""What the diagrams of a model show, and that their files are the same everywhere."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from generator.draw import Drawing, DrawingKind, to_dot, to_mermaid
from generator.draw import layout as layouts
from generator.draw.drawing import Edge, Node, Palette, Relation, Shape
from generator.draw.svg import to_svg
from generator.workspace import Workspace
from tests.passes.diagram_models import HARBOUR, drawn, rendered, workspace

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Drawing]:
    return drawn(tmp_path_factory.mktemp("harbour"), HARBOUR)


def edges(drawing: Drawing) -> set[tuple[str, Relation, str]]:
    names = {node.key: node.name for node in drawing.nodes}
    names |= {group.key: group.name for group in drawing.groups}
    return {(names[each.source], each.relation, names[each.target]) for each in drawing.edges}


def box(drawing: Drawing, name: str) -> list[str]:
    (node,) = [each for each in drawing.nodes if each.name == name]
    return [line for compartment in node.compartments for line in compartment.lines]


def test_every_kind_of_diagram_is_drawn_once_per_subject(harbour: dict[str, Drawing]) -> None:
    assert sorted(harbour) == [
        "action-Unload",
        "definitions-Cargo",
        "definitions-Needs",
        "definitions-Quay",
        "definitions-Work",
        "interconnection-Terminal",
        "packages",
        "requirements-Needs",
        "state-Berth",
        "usecases-Needs",
    ]
    assert next(iter(harbour)) == "packages"


def test_packages_show_direct_uses_only(harbour: dict[str, Drawing]) -> None:
    assert edges(harbour["packages"]) == {
        ("Quay", Relation.DEPENDENCY, "Cargo"),
        ("Work", Relation.DEPENDENCY, "Cargo"),
        ("Needs", Relation.DEPENDENCY, "Quay"),
        ("Needs", Relation.DEPENDENCY, "Work"),
    }


def test_definitions_show_features_bases_and_parts(harbour: dict[str, Drawing]) -> None:
    cargo = harbour["definitions-Cargo"]
    assert box(cargo, "Crate") == [
        "label : String",
        "weight : Real [0..1]",
        "condition : Condition",
    ]
    assert box(cargo, "Reefer") == ["degrees : Integer = -18"]
    assert box(cargo, "Condition") == ["fresh", "spoiled"]
    assert "crates : Crate [1..*]" in box(cargo, "Load")
    assert "notTooMany: size(crates) <= 50" in box(cargo, "Load")
    assert edges(cargo) == {
        ("Crate", Relation.SPECIALIZATION, "Reefer"),
        ("Load", Relation.COMPOSITION, "Crate"),
        ("Crate", Relation.REFERENCE, "Condition"),
    }


def test_data_types_that_are_only_a_name_share_a_box(harbour: dict[str, Drawing]) -> None:
    assert box(harbour["definitions-Cargo"], "3 data types without features") == [
        "Code",
        "Mark",
        "Tag",
    ]


def test_an_assembly_shows_parts_ports_and_wires(harbour: dict[str, Drawing]) -> None:
    inside = harbour["interconnection-Terminal"]
    crane = next(each for each in inside.nodes if each.name == "crane")
    assert {(port.label, port.side.value) for port in crane.ports} == {
        ("hook", "left"),
        ("belt", "right"),
    }
    ends = {
        (each.source_port, each.relation, each.target_port, each.labels) for each in inside.edges
    }
    assert ends == {
        ("side", Relation.CONNECTION, "hook", ("lift",)),
        ("belt", Relation.FLOW, "door", ("Load",)),
    }


def test_an_action_shows_order_data_and_parameters(harbour: dict[str, Drawing]) -> None:
    flow = harbour["action-Unload"]
    assert edges(flow) == {
        ("start", Relation.SUCCESSION, "lift : Lift"),
        ("in load : Load", Relation.FLOW, "lift : Lift"),
        ("lift : Lift", Relation.FLOW, "weigh : Weigh"),
        ("weigh : Weigh", Relation.FLOW, "out heavy : Boolean"),
        ("weigh : Weigh", Relation.SUCCESSION, "decision decide1"),
        ("decision decide1", Relation.SUCCESSION, "report"),
        ("decision decide1", Relation.SUCCESSION, "done"),
    }
    guards = {each.labels for each in flow.edges if each.relation is Relation.SUCCESSION}
    assert ("[weigh.heavy]",) in guards
    shapes = {each.name: each.shape for each in flow.nodes}
    assert shapes["start"] is Shape.START
    assert shapes["decision decide1"] is Shape.DIAMOND


def test_a_state_machine_shows_nesting_and_triggers(harbour: dict[str, Drawing]) -> None:
    machine = harbour["state-Berth"]
    assert {(each.name, each.stereotype) for each in machine.groups} == {
        ("Berth", "state def"),
        ("busy", "state"),
    }
    assert edges(machine) == {
        ("start", Relation.TRANSITION, "free"),
        ("free", Relation.TRANSITION, "busy"),
        ("busy", Relation.TRANSITION, "free"),
        ("mooring", Relation.TRANSITION, "unloading"),
    }
    labels = {each.labels for each in machine.edges}
    assert ("Arrived",) in labels
    assert ("after 5 [SI::s]",) in labels


def test_requirements_show_what_satisfies_and_verifies_them(harbour: dict[str, Drawing]) -> None:
    needs = harbour["requirements-Needs"]
    assert edges(needs) == {
        ("Terminal", Relation.DEPENDENCY, "H-1 keepDry"),
        ("H-1 keepDry", Relation.VERIFICATION, "WetTest"),
    }
    assert box(needs, "H-1 keepDry")[-1].split() == ["✓", "satisfied", "✓", "verified"]
    assert "✗ not satisfied" in box(needs, "H-2 notObserved")[-1]


def test_use_cases_show_actors_and_the_subject(harbour: dict[str, Drawing]) -> None:
    cases = harbour["usecases-Needs"]
    assert edges(cases) == {("Captain", Relation.ASSOCIATION, "Berthing")}
    assert [each.name for each in cases.groups] == ["Terminal"]


def test_links_lead_to_drawings_that_exist(harbour: dict[str, Drawing]) -> None:
    for drawing in harbour.values():
        links = {each.link for each in (*drawing.nodes, *drawing.groups)} - {""}
        assert links <= set(harbour)
    assert "interconnection-Terminal" in {each.link for each in harbour["definitions-Quay"].nodes}


# -- files ----------------------------------------------------------------------------------------


def test_each_drawing_is_dot_mermaid_and_svg(tmp_path: Path) -> None:
    artifacts = rendered(tmp_path, {"harbour": HARBOUR}, ("diagrams",))
    stems = {path.rpartition(".")[0] for path in artifacts}
    assert set(artifacts) == {f"{stem}{end}" for stem in stems for end in (".dot", ".mmd", ".svg")}
    assert "diagrams/harbour/state-Berth" in stems


def test_a_picture_is_safe_accessible_and_complete(harbour: dict[str, Drawing]) -> None:
    for drawing in harbour.values():
        root = ET.fromstring(to_svg(drawing))
        tags = {each.tag.removeprefix(SVG) for each in root.iter()}
        assert tags <= {
            *("svg", "title", "desc", "style", "g", "a", "rect", "path", "line", "text"),
            *("polygon", "polyline", "ellipse"),
        }
        assert root.get("role") == "img"
        assert root.findtext(f"{SVG}title") == drawing.title
        assert root.findtext(f"{SVG}desc") == drawing.caption
        words = " ".join(each.text or "" for each in root.iter(f"{SVG}text"))
        shown = [each.name for each in drawing.nodes if each.shape in (Shape.BOX, Shape.ROUNDED)]
        assert [name for name in shown if name not in words] == []
        for link in root.iter(f"{SVG}a"):
            assert (link.get("href") or "").endswith(".svg")


def test_words_stay_inside_their_boxes(harbour: dict[str, Drawing]) -> None:
    """Lines begin inside the body of their box, one below the other."""
    root = ET.fromstring(to_svg(harbour["definitions-Cargo"]))
    for node in root.iter(f"{SVG}g"):
        bodies = [each for each in node if each.get("class") == "body"]
        if not bodies:
            continue
        left, top = float(bodies[0].get("x", 0)), float(bodies[0].get("y", 0))
        right = left + float(bodies[0].get("width", 0))
        bottom = top + float(bodies[0].get("height", 0))
        heights = [float(each.get("y", 0)) for each in node.findall(f"{SVG}text")]
        assert heights == sorted(heights)
        for each in node.findall(f"{SVG}text"):
            assert left < float(each.get("x", 0)) < right
            assert top < float(each.get("y", 0)) < bottom


def test_dot_has_every_node_edge_and_frame(harbour: dict[str, Drawing]) -> None:
    for drawing in harbour.values():
        placed = layouts.layout(to_dot(drawing))
        names = {each["name"] for each in placed["objects"]}
        assert {each.key for each in drawing.nodes} <= names
        assert {f"cluster_{each.key}" for each in drawing.groups} <= names
        drawn_edges = [each for each in placed.get("edges", ()) if "id" in each]
        assert len(drawn_edges) == len(drawing.edges)


def test_mermaid_has_every_node_and_edge_on_a_line(harbour: dict[str, Drawing]) -> None:
    for drawing in harbour.values():
        lines = to_mermaid(drawing).splitlines()
        for node in drawing.nodes:
            assert (
                sum(
                    line.strip().startswith(f"{node.key}{mark}")
                    for line in lines
                    for mark in "[({>"
                )
                == 1
            )
        arrows = [line for line in lines if any(mark in line for mark in (" --", " -.", " =="))]
        assert len(arrows) == len(drawing.edges)


PROGRAM = """
import hashlib, json, pathlib, sys
sys.path[:0] = json.loads(sys.argv[1])
from tests.passes.diagram_models import HARBOUR, rendered
found = rendered(pathlib.Path(sys.argv[2]), {"harbour": HARBOUR}, ("diagrams",))
print(json.dumps({path: hashlib.sha256(each.text.encode()).hexdigest() for path, each in found.items()}))
"""


def test_bytes_depend_on_nothing_but_the_model(tmp_path: Path) -> None:
    """Not on hash seed, locale, time zone, working folder, fonts, or a Graphviz on the PATH."""
    here = {
        path: hashlib.sha256(each.text.encode()).hexdigest()
        for path, each in rendered(tmp_path / "here", {"harbour": HARBOUR}, ("diagrams",)).items()
    }
    odd = tmp_path / "odd"
    odd.mkdir()
    impostor = odd / "dot"
    impostor.write_text("#!/bin/sh\nexit 7\n")
    impostor.chmod(0o755)
    environment = {
        "PATH": f"{odd}{os.pathsep}{os.environ.get('PATH', '')}",
        "PYTHONHASHSEED": "4242",
        "LC_ALL": "tr_TR.UTF-8",
        "TZ": "Pacific/Kiritimati",
        "FONTCONFIG_PATH": str(odd),
        "FONTCONFIG_FILE": str(odd / "none.conf"),
        "HOME": str(odd),
        "SSOT_CACHE": str(odd / "cache"),
    }
    folders = [str(Path(__file__).parents[2])]
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, json.dumps(folders), str(tmp_path / "there")],
        cwd=odd,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == here


def test_an_unchanged_drawing_is_not_laid_out_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSOT_CACHE", str(tmp_path / "cache"))
    laid_out: list[str] = []
    real = layouts.layout

    def counted(dot: str, engine: str = "dot") -> dict[str, object]:
        laid_out.append(dot.split('"')[1])
        return real(dot, engine)

    monkeypatch.setattr("generator.draw.svg.layout", counted)

    def render(text: str) -> list[str]:
        laid_out.clear()
        workspace(tmp_path, {"harbour": text}, ("diagrams",)).render()
        return sorted(laid_out)

    assert len(render(HARBOUR)) == 10
    assert render(HARBOUR) == []
    changed = HARBOUR.replace("state mooring", "state berthing").replace("mooring", "berthing")
    assert render(changed) == ["state-Berth"]


def test_a_drawing_too_large_to_lay_out_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    nodes = [Node(key=f"n_{at}", palette=Palette.PART, name=f"part {at}") for at in range(60)]
    edges = [
        Edge(source=f"n_{at}", target=f"n_{at * times % 60}", relation=Relation.CONNECTION)
        for at in range(60)
        for times in (7, 11, 13)
    ]
    knot = Drawing(
        name="knot",
        kind=DrawingKind.INTERCONNECTION,
        title="Knot",
        caption="Everything wired to everything.",
        subject="Knot",
        origins=("Knot",),
        nodes=tuple(nodes),
        edges=tuple(edges),
    )
    assert "not drawn" not in to_svg(knot)
    monkeypatch.setattr(layouts, "_FUEL", 30_000_000)
    root = ET.fromstring(to_svg(knot))
    words = [each.text for each in root.iter(f"{SVG}text")]
    assert "not drawn" in words
    assert "60 boxes, 180 lines" in words
    assert root.findtext(f"{SVG}title") == "Knot"


def test_large_packages_are_split(tmp_path: Path) -> None:
    members = "\n".join(f"item def I{at} {{ attribute a : String; }}" for at in range(50))
    found = drawn(tmp_path, f"package P {{ private import ScalarValues::*; {members} }}")
    assert [name for name in found if name.startswith("definitions")] == [
        "definitions-P",
        "definitions-P-2",
        "definitions-P-3",
    ]
    assert found["definitions-P-2"].title == "P: definitions (2 of 3)"
    names = [node.name for each in found.values() for node in each.nodes if node.name[0] == "I"]
    assert sorted(names) == sorted(f"I{at}" for at in range(50))


def corpus() -> Path:
    default = Path(__file__).resolve().parents[3] / "shared" / "corpus"
    return Path(os.environ.get("SSOT_CORPUS", default))


@pytest.mark.parametrize("name", ["HFO_SSOT", "Obsidian_Hourglass"])
def test_models_without_our_library_are_drawn(name: str) -> None:
    path = corpus() / "hfo" / f"{name}.sysml"
    if not path.is_file():
        pytest.skip(f"the corpus is not there: {path.parent}")
    artifacts, found = Workspace.open(path, passes=("diagrams",)).render()
    assert not found
    pictures = [each for each in artifacts.values() if each.path.endswith(".svg")]
    assert len(pictures) >= 5
    for each in pictures:
        assert "not drawn" not in each.text
        ET.fromstring(each.text)
