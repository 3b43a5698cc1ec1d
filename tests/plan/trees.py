"""Small generated trees for the tests of plan and apply: made, applied, read back."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from generator.apply import Layout, Receipt, locked, observe, stage
from generator.emit.artifact import Artifact, ArtifactSet, Origin
from generator.plan import Plan, Scope, make_plan

ORIGIN = Origin("Hive::Scout", "ssot/hive/hive.sysml", 3)
SOURCES = {"ssot/hive/hive.sysml": "0" * 64}

OLD = {
    "generated/hive/__init__.py": "",
    "generated/hive/kept.py": "kept = 1\n",
    "generated/hive/edited.py": "edited = 1\n",
    "generated/hive/deep/stale.py": "stale = 1\n",
    "diagrams/hive/old.svg": "<svg/>\n",
    "diagrams/hive/kept.svg": "<svg>kept</svg>\n",
}
NEW = {
    "generated/hive/__init__.py": "",
    "generated/hive/kept.py": "kept = 1\n",
    "generated/hive/edited.py": "edited = 2\n",
    "generated/hive/fresh/new.py": "new = 1\n",
    "diagrams/hive/kept.svg": "<svg>kept</svg>\n",
    "diagrams/hive/new.svg": "<svg>new</svg>\n",
}


def artifacts(texts: Mapping[str, str]) -> ArtifactSet:
    """The artifacts for texts by key."""
    made = []
    for key, text in texts.items():
        into, _, path = key.partition("/")
        made.append(Artifact(path, text, into, "shelf", (ORIGIN,)))
    return ArtifactSet(made)


def plan_of(texts: Mapping[str, str], layout: Layout, scope: Scope | None = None) -> Plan:
    """The plan that brings the disk to some texts."""
    return make_plan(artifacts(texts), observe(layout), generator="1", sources=SOURCES, scope=scope)


def nothing(step: str) -> None:
    """A probe that looks away."""


def bring(
    texts: Mapping[str, str],
    layout: Layout,
    probe: Callable[[str], None] = nothing,
    *,
    force: bool = False,
    reviewed: bool = False,
) -> Receipt:
    """Plan and apply."""
    with locked(layout, timeout=30):
        plan = plan_of(texts, layout)
        staging = stage(plan.forced() if force else plan, layout, reviewed=reviewed, probe=probe)
        return staging.commit(probe)


def texts_on(layout: Layout) -> dict[str, str]:
    """Every file below the roots by key, manifest included."""
    return {
        f"{name}/{path.relative_to(root).as_posix()}": path.read_text(encoding="utf-8")
        for name, root in layout.roots.items()
        if root.is_dir()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def complete(texts: Mapping[str, str], layout: Layout) -> dict[str, str]:
    """The texts together with the manifest that belongs to them."""
    manifest = plan_of(texts, Layout(layout.out / "nowhere")).manifest_text
    return {**texts, "generated/manifest.json": manifest}


@contextlib.contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """A folder nobody may write to, for a while."""
    mode = folder.stat().st_mode
    folder.chmod(0o555)
    try:
        yield
    finally:
        folder.chmod(mode)
