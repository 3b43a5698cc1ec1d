"""The core API: a workspace is a set of model texts with a place for what comes of them; its verbs are the phases.

A workspace is a value: `with_text` gives another one. Knows the order of the phases and reads the disk; has no
logic of its own.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import generator
from generator import library
from generator.config import Config, load_config
from generator.diagnostics import Diagnostic, Judged, Severity, has_errors, sort_diagnostics
from generator.emit.artifact import ArtifactSet, digest
from generator.source import SourceFile, Span
from generator.workspace.libraries import library_path
from generator.workspace.memory import Memory, fingerprint, load_memory, save_memory
from generator.workspace.sources import ModelFile, find_models
from generator.workspace.store import Store

if TYPE_CHECKING:
    from generator.apply import Layout, Receipt
    from generator.ir import Model
    from generator.plan import DiskState, Plan, Scope
    from generator.quorum import Case, Verdict

__all__ = ["Workspace"]

Found = tuple[Diagnostic, ...]


@dataclass(frozen=True)
class Workspace:
    """Model files, the settings and the folder outputs go to. Open one with `Workspace.open`."""

    config: Config
    files: tuple[ModelFile, ...]
    out: Path
    paths: tuple[str, ...] = ()
    passes: tuple[str, ...] = ()
    store: Store = field(default_factory=lambda: Store(None), compare=False)

    @classmethod
    def open(
        cls,
        *paths: str | Path,
        config: Config | None = None,
        out: Path | None = None,
        passes: Sequence[str] = (),
    ) -> Workspace:
        """Read the models at some paths, or those of the project.

        SourceFault when there is none, ConfigFault when the settings are bad.
        """
        config = config or load_config()
        given = tuple(str(path) for path in paths)
        store = Store(config.cache_folder, config.cache_megabytes)
        place = (out or config.path(config.out)).absolute()
        wanted = tuple(passes) or config.passes
        return cls(config, find_models(config, given), place, given, wanted, store)

    @classmethod
    def alone(cls, config: Config) -> Workspace:
        """A workspace without any file yet; `with_text` adds some."""
        store = Store(config.cache_folder, config.cache_megabytes)
        return cls(config, (), config.path(config.out).absolute(), (), config.passes, store)

    def with_text(self, label: str, text: str) -> Workspace:
        """The workspace with another text for one file, for instance an unsaved one; a new file if it is none."""
        source = SourceFile(label, text)
        known = any(each.label == label for each in self.files)
        files = tuple(
            replace(each, source=source, bad_byte=None) if each.label == label else each
            for each in self.files
        )
        if not known:
            path = Path(label)
            files += (ModelFile(path, label, path.stem, source),)
        return replace(self, files=files)

    # -- phases -----------------------------------------------------------------------------------

    @cached_property
    def _front(self) -> tuple[Model, Found]:
        from generator.workspace.front import front_end

        return front_end([each.source for each in self.files], self._library[0], self.store)

    @cached_property
    def _findings(self) -> Found:
        """Everything that was found, from the store where the same texts were checked before."""
        from generator.workspace.findings import keep, recall

        own = [each.source for each in self.files]
        sources, found = self._library
        diagnostics = None if "_front" in vars(self) else recall(own, sources, self.store)
        if diagnostics is None:
            from generator.workspace.incremental import Incremental

            by_file = Incremental(own, sources, self.store) if len(own) > 1 else None
            if by_file is not None and "_front" not in vars(self):
                diagnostics = by_file.recheck()
            if diagnostics is None:
                diagnostics = self._front[1]
                if by_file is not None:
                    by_file.keep(diagnostics)
            keep(diagnostics, own, sources, self.store)
            self.store.flush()
        found += tuple(_not_utf8(each) for each in self.files if each.bad_byte is not None)
        return sort_diagnostics((*found, *diagnostics))

    @cached_property
    def judged(self) -> tuple[Judged, ...]:
        """Everything that was found, with the project's severities; suppressed findings carry their reason."""
        found = self._findings
        sources = [each.source for each in self.files]
        if self.config.severity:
            from generator.workspace.codes import with_severities

            found = with_severities(self.config, found)
        if not any("ssot:" in each.text for each in sources):
            return tuple(Judged(each) for each in found)
        from generator.workspace.codes import all_pages
        from generator.workspace.suppressions import judge

        return judge(found, sources, all_pages())

    @cached_property
    def _found(self) -> Found:
        return tuple(each.diagnostic for each in self.judged if each.reason is None)

    @cached_property
    def _library(self) -> tuple[tuple[SourceFile, ...], Found]:
        place = library_path(self.config)
        if place is None:
            return library.bundled(), ()
        sources, found = library.load(place)
        given = {each.path.rpartition("/")[2] for each in sources}
        domain = [each for each in library.domain() if each.path.rpartition("/")[2] not in given]
        return (*sources, *domain), found

    @property
    def library_sources(self) -> tuple[SourceFile, ...]:
        """The files of the library that models are resolved against."""
        return self._library[0]

    def check(self) -> tuple[Model, Found]:
        """The resolved model and everything that is wrong with it and not suppressed."""
        return self._front[0], self._found

    def found(self) -> Found:
        """Everything that is wrong with the texts and not suppressed; costs no model where they are known."""
        return self._found

    def model(self) -> Model:
        """The resolved model, without judging again what was judged before."""
        if "_front" in vars(self):
            return self._front[0]
        from generator.workspace.front import resolved

        return resolved([each.source for each in self.files], self._library[0], self.store)

    @cached_property
    def _rendered(self) -> tuple[ArtifactSet, Found]:
        from generator.emit import passes
        from generator.workspace.memory import rendering_salt

        model, found = self.check()
        found = sort_diagnostics((*found, *self._blocking()))
        if has_errors(found):
            return ArtifactSet(), found
        overrides = self.config.templates
        known, templates = passes.discover(
            self.config.path(overrides) if overrides else None, self.passes
        )
        artifacts, faults = passes.render(
            model,
            {each.label: each.group for each in self.files},
            passes=known,
            templates=templates,
            cache=self.store,
            salt=rendering_salt(),
        )
        self.store.flush()
        return artifacts, sort_diagnostics((*found, *faults))

    def _blocking(self) -> Found:
        """Suppressed errors that are no rule's: a model with names that lead nowhere cannot be compiled."""
        suppressed = [
            each.diagnostic
            for each in self.judged
            if each.reason is not None and each.diagnostic.severity is Severity.ERROR
        ]
        if not suppressed:
            return ()
        from generator.workspace.codes import page_of

        pages = {each.code: page_of(each.code) for each in suppressed}
        return tuple(
            each for each in suppressed if getattr(pages[each.code], "family", "") != "rule"
        )

    def render(self) -> tuple[ArtifactSet, Found]:
        """Every artifact in memory; none when the model has errors."""
        return self._rendered

    @cached_property
    def layout(self) -> Layout:
        """Where the generated roots are."""
        from generator.apply import Layout

        return Layout(self.out, self.config.generated, self.config.diagrams)

    def observe(self) -> DiskState:
        """What is on disk now."""
        from generator.apply import observe

        return observe(self.layout, self.memory.observed)

    def plan(self, scope: Scope | None = None) -> Plan:
        """What would have to change on disk."""
        from generator.plan import make_plan

        artifacts, _ = self.render()
        return make_plan(
            artifacts,
            self.observe(),
            generator=generator.__version__,
            sources={each.label: digest(each.source.text) for each in self.files},
            scope=scope,
        )

    def apply(self, plan: Plan, judge: Callable[[Path], bool] | None = None) -> Receipt | None:
        """Write a plan; hold `exclusive` around planning and applying.

        `judge` sees the staged tree before; when it says no, nothing is written and the result is None.
        ApplyFault, with the tree as it was, when the disk refuses or has changed since the plan was made.
        """
        from generator.apply import ApplyFault, stage

        if self.observe() != plan.disk:
            raise ApplyFault("the generated tree changed while it was being planned; run again")
        staging = stage(plan, self.layout, reviewed=judge is not None)
        try:
            if judge is not None and not judge(staging.root):
                return None
            return staging.commit()
        finally:
            staging.discard()

    @contextmanager
    def exclusive(self, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
        """Keep other runs out, after finishing what a killed one may have begun."""
        from generator.apply import locked

        with locked(self.layout, timeout=self.config.lock_seconds, waiting=waiting):
            yield

    def case(self, root: Path | None = None, *, whole: bool = True) -> Case:
        """What the quorum judges: a staged tree, or the one in `out`.

        `whole` False says that the tree holds more than this workspace renders, so that it cannot be compared.
        """
        from generator.quorum import Case

        return Case(
            root=root or self.out,
            model=self.check()[0],
            model_files={each.label: each.location for each in self.files},
            scratch=self.config.cache_folder / "scratch",
            render=self._render_command() if whole else (),
            generated=self.config.generated,
            diagrams=self.config.diagrams,
        )

    def review(
        self,
        root: Path | None = None,
        *,
        names: Sequence[str] = (),
        whole: bool = True,
        progress: Callable[..., None] = lambda *_: None,
    ) -> Verdict:
        """The quorum's verdict on a tree: the one in `out`, or a staged one; `whole` as for `case`."""
        from generator import quorum

        case = self.case(root, whole=whole)
        return quorum.review(case, names=names, cache=self.config.cache_folder, progress=progress)

    def _render_command(self) -> tuple[str, ...]:
        start = "import sys; sys.path.insert(0, sys.argv.pop(1)); from generator.surfaces.cli import main; main()"
        models = [part for path in self.paths for part in ("--model", str(Path(path).absolute()))]
        chosen = [part for name in self.passes for part in ("--pass", name)]
        home = str(Path(generator.__file__).resolve().parent.parent)
        options = ["generate", "--no-review", "--project", str(self.config.root), *models, *chosen]
        place = library_path(self.config)
        if place is not None:
            options += ["--library", str(place)]
        return (sys.executable, "-c", start, home, *options, "--out")

    # -- memory -----------------------------------------------------------------------------------

    @cached_property
    def memory(self) -> Memory:
        """What the last run on this output folder left behind."""
        return load_memory(self.config, self.out)

    @property
    def remembered_files(self) -> int:
        """How many files the last run left, the manifest not counted."""
        return sum(not key.endswith("/manifest.json") for key in self.memory.files)

    @cached_property
    def fingerprint(self) -> str:
        """The digest of everything the outputs depend on."""
        return fingerprint(self.config, self.files, (*self.passes, str(self.out)))

    def is_fresh(self, asked: str = "") -> bool:
        """Whether nothing changed since the last run, neither inputs nor outputs; costs no parse.

        `asked` stands for what else the run was asked for; a run that was asked for less is another run.
        """
        from generator.apply import is_interrupted

        if self.memory.fingerprint != self.fingerprint + asked or is_interrupted(self.layout):
            return False
        state = self.observe()
        return not state.odd and state.files == self.memory.files

    def remember(self, *, reviewed: bool, asked: str = "") -> None:
        """Let the next run know that the outputs are what this workspace gives."""
        memory = self.memory
        memory.files = dict(self.observe().files)
        memory.fingerprint = self.fingerprint + asked
        memory.reviewed = reviewed
        save_memory(memory, self.config, self.out)

    @property
    def shown(self) -> Mapping[str, str]:
        """The path people know each file by, by label."""
        return {each.label: each.shown for each in self.files}


def _not_utf8(file: ModelFile) -> Diagnostic:
    at = file.bad_byte or 0
    return Diagnostic(
        "syntax-encoding",
        Severity.ERROR,
        "the text is not UTF-8",
        Span(file.source, at, at + 1),
        hint="save the file as UTF-8",
    )
