"""A disk that is really full: out of bytes, then out of files."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.apply import ApplyFault, Layout
from tests.plan.trees import NEW, OLD, bring, complete, texts_on


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[Path]:
    """A file system with room for 200 kB and 60 files."""
    options = ["-t", "tmpfs", "-o", "size=200k,nr_inodes=60", "tmpfs", str(tmp_path)]
    try:
        mounted = (
            subprocess.run(["mount", *options], capture_output=True, check=False).returncode == 0
        )
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("this process may not mount a file system")
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)


@pytest.mark.skipif(sys.platform != "linux", reason="needs tmpfs")
@pytest.mark.parametrize(
    "more",
    [
        {f"generated/hive/large{n}.py": "x" * 9000 for n in range(30)},
        {f"generated/hive/small{n}.py": "" for n in range(80)},
    ],
)
def test_a_full_disk_is_a_message_and_the_tree_is_as_it_was(
    tiny: Path, more: dict[str, str]
) -> None:
    layout = Layout(tiny)
    bring(OLD, layout)
    with pytest.raises(ApplyFault, match="the disk is full"):
        bring({**NEW, **more}, layout)
    assert texts_on(layout) == complete(OLD, layout)
    assert sorted(each.name for each in layout.private.iterdir()) == ["lock"]
    bring(NEW, layout)
    assert texts_on(layout) == complete(NEW, layout)
