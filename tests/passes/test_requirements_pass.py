"""Verification cases that calculate become tests which can fail; the page names the test of everything."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.passes.diagram_models import rendered
from tests.passes.generated import artifacts_of, model_of, run_python, write

SHOP = """
package Shop {
  private import ScalarValues::*;
  private import VerificationCases::*;
  enum def Size { enum small; enum large; }
  calc def Price { in size : Size; return price : Integer = if size == Size::large ? 7 else 3; }
  part def Till { attribute open : Boolean = true; }
  part till : Till;

  requirement <'S-1'> largeCostsMore { doc /* A large one costs more than a small one. */ }
  satisfy largeCostsMore by Size::large;
  dependency from largeCostsMore to Price;
  requirement <'S-2'> tillIsOpen { doc /* The till is open. */ }
  satisfy tillIsOpen by till;

  verification def PriceTest {
    doc /* Two sizes. */
    objective { verify largeCostsMore; }
    return verdict : VerdictKind =
      PassIf(Price(size = Size::large) > Price(size = Size::small) and Price(size = Size::small) == 3);
  }
  verification def TillTest {
    subject till : Till;
    objective { verify tillIsOpen; }
    return verdict : VerdictKind = PassIf(till.open);
  }
}
"""
PASSES = ("package", "data_types", "calculations", "requirements")
VARIANTS = {"right": ("", ""), "cheap": ("? 7 else 3", "? 2 else 3"), "odd": ("else 3", "else 4")}
PROGRAM = """
from importlib import import_module
for name in ("right", "cheap", "odd"):
    found = import_module(f"{name}.tests.test_requirements")
    try:
        found.test_price_test_passes()
    except AssertionError:
        print(name, "fails")
    else:
        print(name, "passes")
"""


@pytest.fixture(scope="module")
def code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three packages: one whose case passes, and one for each condition that does not hold."""
    folder = tmp_path_factory.mktemp("code")
    for name, wrong in VARIANTS.items():
        model = model_of({"shop.sysml": SHOP.replace(*wrong)})
        artifacts, found = artifacts_of(model, PASSES, system=name)
        assert found == ()
        write(artifacts, folder)
    return folder / "generated"


def test_a_case_that_calculates_becomes_a_test_which_can_fail(code: Path) -> None:
    done = run_python(PROGRAM, code)
    assert done.stdout.splitlines() == ["right passes", "cheap fails", "odd fails"], done.stderr


def test_each_condition_is_asserted(code: Path) -> None:
    text = (code / "right/tests/test_requirements.py").read_text(encoding="utf-8")
    function = text.split("def test_price_test_passes() -> None:")[1]
    assert function.count("assert ") == 2
    assert '"""Two sizes."""' in function


def test_a_case_about_its_subject_is_for_whoever_has_one(code: Path) -> None:
    text = (code / "right/tests/test_requirements.py").read_text(encoding="utf-8")
    assert "till_test" not in text


def test_the_page_names_statement_element_and_test(tmp_path: Path) -> None:
    page = rendered(tmp_path, {"shop": SHOP})["generated/shop/docs/requirements.md"].text
    row = next(each for each in page.splitlines() if each.startswith("| [S\\-1"))
    assert "A large one costs more than a small one." in row
    assert "[Size.large](<elements.md#shop_size>)" in row
    assert "[Price](<elements.md#shop_price>)" in row
    for test in (
        "tests/types/expect_shop.py",
        "tests/test_calculations.py::test_price",
        "tests/test_requirements.py::test_price_test_passes",
    ):
        assert f"[`{test}`](<../{test.partition('::')[0]}>)" in row
