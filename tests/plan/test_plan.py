"""The plan: every combination of wanted, on disk and in the manifest has one answer."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.emit.artifact import Artifact, ArtifactSet, Origin, digest
from generator.plan import (
    MANIFEST_KEY,
    Action,
    DiskState,
    Entry,
    Manifest,
    Plan,
    Scope,
    make_plan,
)

KEY = "generated/hive/scout.py"
ORIGIN = Origin("Hive::Scout", "hive.sysml", 3)


def decide(wanted: str | None, disk: str | None, known: str | None) -> Plan:
    """The plan for one file by its wanted text, its text on disk and its text at the last run."""
    artifacts = (
        [] if wanted is None else [Artifact("hive/scout.py", wanted, "generated", "p", (ORIGIN,))]
    )
    entries = {} if known is None else {KEY: Entry(digest(known), "p", (ORIGIN,))}
    manifest = Manifest("1", {}, entries)
    files = {MANIFEST_KEY: "x"} | ({} if disk is None else {KEY: digest(disk)})
    state = DiskState(files, {}, manifest)
    return make_plan(ArtifactSet(artifacts), state, generator="1", sources={})


@pytest.mark.parametrize(
    ("wanted", "disk", "known", "action", "reason"),
    [
        ("a", None, None, Action.CREATE, "new"),
        ("a", None, "a", Action.CREATE, "removed by hand"),
        ("a", "a", "a", Action.UNCHANGED, ""),
        ("a", "a", None, Action.UNCHANGED, ""),
        ("a", "a", "b", Action.UNCHANGED, ""),
        ("b", "a", "a", Action.UPDATE, "changed"),
        ("a", "x", "a", Action.CONFLICT, "edited by hand"),
        ("b", "x", "a", Action.CONFLICT, "edited by hand"),
        ("b", "x", None, Action.CONFLICT, "no run wrote it"),
        (None, "a", "a", Action.DELETE, "nothing in the model"),
        (None, None, "a", Action.UNCHANGED, "gone"),
        (None, "x", "a", Action.CONFLICT, "edited by hand"),
        (None, "x", None, Action.CONFLICT, "does not account"),
    ],
)
def test_each_case_has_one_answer(
    wanted: str | None, disk: str | None, known: str | None, action: Action, reason: str
) -> None:
    (change,) = decide(wanted, disk, known).changes
    assert change.action is action
    assert reason in change.reason


@given(st.tuples(*[st.sampled_from([None, "a", "b", "c"])] * 3))
def test_only_what_a_run_wrote_is_ever_overwritten_or_removed(
    case: tuple[str | None, str | None, str | None],
) -> None:
    wanted, disk, known = case
    for change in decide(wanted, disk, known).changes:
        if change.action in (Action.UPDATE, Action.DELETE):
            assert disk is not None
            assert disk == known


def test_conflicts_name_themselves_and_say_how_to_discard() -> None:
    (change,) = decide("b", "x", "a").conflicts
    assert KEY in change.reason
    assert "--force" in change.hint


def test_force_decides_for_the_model() -> None:
    assert [c.action for c in decide("b", "x", "a").forced().changes] == [Action.UPDATE]
    assert [c.action for c in decide(None, "x", None).forced().changes] == [Action.DELETE]


def test_a_plan_is_empty_only_when_the_manifest_agrees_too() -> None:
    assert not decide("a", "a", "b").is_empty
    assert decide("a", "a", "a").is_empty


def test_links_and_special_files_are_conflicts() -> None:
    state = DiskState({}, {KEY: "a symbolic link"}, None)
    artifacts = ArtifactSet([Artifact("hive/scout.py", "a", "generated", "p", (ORIGIN,))])
    (change,) = make_plan(artifacts, state, generator="1", sources={}).changes
    assert change.action is Action.CONFLICT
    assert "symbolic link" in change.reason


def test_a_damaged_manifest_is_a_conflict() -> None:
    state = DiskState({MANIFEST_KEY: "x"}, {}, None, "not JSON")
    (change,) = make_plan(ArtifactSet(), state, generator="1", sources={}).conflicts
    assert "manifest.json cannot be read: not JSON" in change.reason


def test_files_outside_the_scope_stay_with_their_entries_and_sources() -> None:
    other = Origin("Other::Part", "other.sysml", 1)
    entries = {
        KEY: Entry(digest("a"), "p", (ORIGIN,)),
        "generated/other/part.py": Entry(digest("o"), "p", (other,)),
    }
    manifest = Manifest(
        "1", {"hive.sysml": "old", "other.sysml": "kept", "gone.sysml": "-"}, entries
    )
    disk = DiskState(
        {KEY: digest("a"), "generated/other/part.py": digest("edited"), MANIFEST_KEY: "x"},
        {},
        manifest,
    )
    scope = Scope(lambda key, pass_name, origins: key.startswith("generated/hive/"))
    artifacts = ArtifactSet([Artifact("hive/scout.py", "b", "generated", "p", (ORIGIN,))])
    plan = make_plan(artifacts, disk, generator="1", sources={"hive.sysml": "new"}, scope=scope)
    assert [(c.key, c.action) for c in plan.changes] == [(KEY, Action.UPDATE)]
    assert set(plan.manifest.files) == {KEY, "generated/other/part.py"}
    assert plan.manifest.sources == {"hive.sysml": "new", "other.sysml": "kept"}


def test_the_manifest_reads_back_and_is_sorted() -> None:
    entries = {
        "generated/b.py": Entry("2", "p", (ORIGIN,)),
        "diagrams/é.svg": Entry("1", "q", (ORIGIN, Origin('N::"x"', "m.sysml", 9))),
    }
    manifest = Manifest("1", {"z.sysml": "1", "a.sysml": "2"}, entries)
    text = manifest.to_json()
    assert Manifest.from_json(text) == manifest
    body = json.loads(text)
    assert list(body["files"]) == sorted(entries)
    assert list(body["sources"]) == ["a.sysml", "z.sysml"]
    assert text.isascii()


def test_an_empty_manifest_is_valid_json() -> None:
    assert Manifest.from_json(Manifest("1").to_json()) == Manifest("1")


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "null", '{"format": 2}', '{"format": 1, "files": 3, "sources": {}}']
)
def test_what_is_no_manifest_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Manifest.from_json(text)
