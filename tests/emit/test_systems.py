"""Systems: which package each root element goes to, and what the package is called."""

from __future__ import annotations

from generator.emit.systems import PassContext, systems_of
from generator.ir import PartDefinition
from tests.emit.models import model_of

NAMED = 'package P { private import AgentSystems::*; @System { :>> name = "%s"; } part def A; }'


def test_without_a_group_each_file_is_a_system() -> None:
    model = model_of(one="package P { part def A; }", two="package Q { part def B; }")
    assert [system.name for system in systems_of(model)] == ["one", "two"]


def test_files_of_one_group_are_one_system() -> None:
    model = model_of(
        ssot__hive__one="package P { part def A; }", ssot__hive__two="package Q { part def B; }"
    )
    groups = {"ssot/hive/one.sysml": "hive", "ssot/hive/two.sysml": "hive"}
    (system,) = systems_of(model, groups)
    assert system.name == "hive"
    assert [root.name for root in system.roots] == ["P", "Q"]
    assert [each.name for each in system.of_kind(PartDefinition)] == ["A", "B"]


def test_an_annotation_names_the_system_of_its_whole_group() -> None:
    model = model_of(one=NAMED % "beehive", two="package Q { part def B; }")
    (system,) = systems_of(model, {"one.sysml": "x", "two.sysml": "x"})
    assert system.name == "beehive"
    assert len(system.roots) == 2


def test_two_annotations_split_a_group() -> None:
    model = model_of(
        one=NAMED % "left",
        two=(NAMED % "right").replace("package P", "package Q"),
        three="package R { part def C; }",
    )
    groups = dict.fromkeys(("one.sysml", "two.sysml", "three.sysml"), "rest")
    assert [system.name for system in systems_of(model, groups)] == ["left", "rest", "right"]


def test_names_become_packages_that_hide_nothing_and_do_not_collide() -> None:
    model = model_of(a="package A;", b="package B;", c="package C;", d="package D;")
    groups = {"a.sysml": "json", "b.sysml": "My System", "c.sysml": "my_system", "d.sysml": "class"}
    found = [system.name for system in systems_of(model, groups)]
    assert found == ["class_", "json_system", "my_system", "my_system_2"]


def test_a_context_finds_the_system_of_an_element() -> None:
    model = model_of(one="package P { part def A; }", two="package Q { part def B; }")
    context = PassContext(systems_of(model))
    system = context.system_of(model["Q::B"])
    assert system is not None
    assert system.name == "two"
    assert context.system_of(model["Parts::Part"]) is None
    assert model["Q::B"] in system
    assert model["P::A"] not in system
