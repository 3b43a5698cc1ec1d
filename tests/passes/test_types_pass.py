"""Data types, structure and requirements: what is generated from hard models, and that its tests can fail."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.emit.artifact import ArtifactSet
from tests.sampling import sampled

from .edge_models import STRUCTURE, TYPES
from .generated import (
    ROOT,
    artifacts_of,
    assert_typed,
    broken,
    model_of,
    run_failing_tests,
    run_python,
    run_tests,
    write,
)

PASSES = ("package", "data_types", "calculations", "requirements", "support")


@pytest.fixture(scope="module")
def edge() -> ArtifactSet:
    return artifacts_of(model_of({"edge.sysml": TYPES}), PASSES)[0]


@pytest.fixture(scope="module")
def garage() -> ArtifactSet:
    return artifacts_of(model_of({"garage.sysml": STRUCTURE}), PASSES)[0]


def _types(artifacts: ArtifactSet, module: str) -> str:
    return artifacts[f"generated/made/types/{module}.py"].text


@pytest.mark.parametrize("model", ["edge", "garage"])
def test_what_is_generated_passes_its_tests(
    model: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    folder = write(request.getfixturevalue(model), tmp_path)
    assert " passed" in run_tests(folder, "made/tests")


@pytest.mark.parametrize("model", ["edge", "garage"])
def test_what_is_generated_is_typed(
    model: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    folder = write(request.getfixturevalue(model), tmp_path)
    assert_typed(folder, "made")


def test_bases_that_python_cannot_order_are_repeated_as_fields(edge: ArtifactSet) -> None:
    text = _types(edge, "edge_cases")
    assert "class Both(Left, Right):" in text
    assert "class Swapped(Right, Left):" in text
    assert "class Knot(Both):" in text


def test_a_feature_that_is_renamed_is_not_inherited_under_its_old_name(edge: ArtifactSet) -> None:
    assert "class Renamed(FrozenModel):\n    y: int\n" in _types(edge, "edge_cases")


def test_what_the_model_leaves_open_holds_any_value_until_a_relative_has_data(
    edge: ArtifactSet,
) -> None:
    text = _types(edge, "edge_cases")
    assert "class Open(OpaqueValue):\n    pass\n" in text
    assert "class Nothing(FrozenModel):\n    pass\n" in text
    assert "class Less(Nothing):\n    pass\n" in text


def test_modules_that_need_each_other_import_late(edge: ArtifactSet) -> None:
    inner = _types(edge, "inner")
    assert "from .other import Base\n" in inner
    assert "if TYPE_CHECKING:\n    from .other import Customer, Quality, Status_2" in inner or (
        "Status as Status_2" in inner
    )
    assert 'Field(default="good", validate_default=True)' in inner


def test_no_text_of_a_model_is_code(edge: ArtifactSet) -> None:
    for artifact in edge.values():
        if artifact.path.endswith(".py"):
            compile(artifact.text, artifact.path, "exec")
            assert not re.search(r"^\s*\{%", artifact.text, re.MULTILINE)


def test_a_part_is_made_with_its_parts_as_far_as_the_model_gives_values(
    garage: ArtifactSet,
) -> None:
    text = _types(garage, "garage")
    assert "engine: Engine = Field(default_factory=lambda: Engine())" in text
    assert "other: Car | None = None" in text
    assert "class Kit(FrozenModel):\n    screws: Natural\n" in text


def test_requirements_are_read_however_they_are_written(
    tmp_path: Path, garage: ArtifactSet
) -> None:
    folder = write(garage, tmp_path)
    code = "from made.requirements import REQUIREMENTS as r; print([(x.id, x.text) for x in r])"
    done = run_python(code, folder)
    assert done.stdout.strip() == repr(
        [
            ('R"1', 'Fast """ enough.'),
            ("undecided", "Of something without values."),
            ("X-1", 'Said by "text".'),
            ("commented", "Said in a comment."),
            ("again", 'Fast """ enough.'),
        ]
    )


def test_what_satisfies_a_requirement_is_made_with_its_values(garage: ArtifactSet) -> None:
    text = garage["generated/made/tests/test_requirements.py"].text
    assert "car = Car(wheels=4, engine=Engine(power=12))" in text
    assert "assert not car.wheels == 4 or car.engine.power > 9" in text
    assert "kit = Kit(screws=7)" in text
    assert "kit = Kit()" not in text


BILL = """
from pydantic import ValidationError
from made.types.edge_cases import Bill, Discounted
bill = Bill.model_validate({"price": 8, "import": "a"})
print(bill.total, bill.tax, bill.rest, bill.title, bill.started, bill.sizes, bill.mood)
raised = bill.model_copy(update={"price": 4.0, "count": 3})
print(raised.total, raised.rest, raised.started)
assert Bill.model_validate_json(bill.model_dump_json()) == bill
assert raised.stamp == bill.stamp != Bill.model_validate({"price": 8, "import": "a"}).stamp
print(Discounted.model_validate({"price": 8, "import": "a"}).total)
for given in ({"total": 1}, {"count": 0}, {"tax": 300, "price": 1200}, {"price": 1e308}):
    try:
        Bill.model_validate({"price": 8, "import": "a", **given})
    except ValidationError as refused:
        print(refused.errors()[0]["msg"])
"""


def test_bound_fields_are_computed_and_follow(edge: ArtifactSet, tmp_path: Path) -> None:
    folder = write(edge, tmp_path)
    assert run_python(BILL, folder).stdout.splitlines() == [
        "18.0 2.0 1 a{{x}} 8.0 (2, 1) mro",
        "13.0 2 8.0",
        "15.0",
        "Value error, total is bound to 18.0",
        "Value error, rest cannot be computed: Input should be greater than or equal to 0",
        "Value error, constraint 1 does not hold: tax <= 100",
        "Value error, total cannot be computed: Input should be a finite number",
    ]


def test_a_value_that_needs_itself_is_reported(edge: ArtifactSet) -> None:
    _, found = artifacts_of(model_of({"edge.sysml": TYPES}), PASSES)
    assert sorted(each.message for each in found) == [
        "a value of `a` that needs itself is not compiled",
        "a value of `b` that needs itself is not compiled",
    ]
    assert "class Circle(FrozenModel):\n    a: int\n    b: int\n" in _types(edge, "edge_cases")


@pytest.mark.parametrize(
    ("module", "before", "after"),
    sampled(
        [
            (
                "types/edge_cases.py",
                "self.price * self.count + self.tax",
                "self.price * self.count",
            ),
            ("types/edge_cases.py", "lambda: self.count - 1", "lambda: self.count"),
            ("types/edge_cases.py", "lambda: self.price, is_initial=True", "lambda: self.price"),
            ("types/_base.py", "given.add(field)", "given.discard(field)"),
            ("types/_base.py", "        copied.model_post_init(None)\n", ""),
            ("types/_base.py", "if field in given and getattr(self, field) != found:", "if False:"),
            ("types/_base.py", "if field in given and (is_default or is_initial):", "if False:"),
        ]
    ),
)
def test_the_generated_tests_notice_another_computation(
    module: str, before: str, after: str, edge: ArtifactSet, tmp_path: Path
) -> None:
    folder = write(edge, tmp_path)
    with broken(folder / "made" / module, before, after):
        run_failing_tests(folder, "-x", "made/tests/types")


@pytest.mark.parametrize(
    ("module", "before", "after"),
    sampled(
        [
            ("types/garage.py", "wheels: Natural = 4", "wheels: Natural = 3"),
            ("types/garage.py", "wheels: Natural = 4", "wheels: int = 4"),
            ("types/garage.py", "if not self.wheels >= 3:", "if not self.wheels >= 2:"),
            ("types/garage.py", "power: Positive = 10", "power: Positive = 11"),
            ("types/garage.py", "other: Car | None = None", "other: Car | None"),
            ("types/_base.py", "frozen=True, extra", "extra"),
            ("types/_base.py", 'extra="forbid"', 'extra="ignore"'),
            ("types/_base.py", "Field(ge=1)", "Field(ge=0)"),
            ("requirements.py", 'id="X-1"', 'id="X-2"'),
            ("requirements.py", '("types.garage:Car",)', "()"),
        ]
    ),
)
def test_the_generated_tests_notice_a_change(
    module: str, before: str, after: str, garage: ArtifactSet, tmp_path: Path
) -> None:
    folder = write(garage, tmp_path)
    path = folder / "made" / module
    with broken(path, before, after):
        run_failing_tests(folder, "-x", "made/tests")


def test_a_model_of_others_goes_through() -> None:
    models = ROOT.parent / "shared" / "corpus" / "hfo"
    if not models.is_dir():
        pytest.skip("the corpus is not beside the repository")
    text = (models / "HFO_SSOT.sysml").read_text(encoding="utf-8")
    artifacts, found = artifacts_of(model_of({"HFO_SSOT.sysml": text}), PASSES)
    assert found == ()
    signals = artifacts["generated/made/types/g28_hfo_ssot.py"].text
    assert "class MissionSignal(OpaqueValue):" in signals
    registry = artifacts["generated/made/requirements.py"].text
    assert 'id="G28-REQ-001"' in registry
    assert "Exactly three clarification passes are generated sequentially" in registry
