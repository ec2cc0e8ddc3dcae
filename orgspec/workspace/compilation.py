"""From a path to a checked organisation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import field, replace
from pathlib import Path

from orgspec.analysis.baseline import Baseline
from orgspec.analysis.engine import Result, analyse
from orgspec.analysis.registry import registry
from orgspec.analysis.selection import Selection
from orgspec.analysis.stopwatch import Stopwatch
from orgspec.config import Overrides, selection_of, today_of
from orgspec.diagnostics import Diagnostic, Severity
from orgspec.frozen import frozen
from orgspec.graph.graph import Graph
from orgspec.model.linking import link
from orgspec.model.lowering import Lowering, lower
from orgspec.model.lowering_again import lower_again
from orgspec.model.organisation import Organisation
from orgspec.model.program import Program
from orgspec.model.translations import read_translations
from orgspec.model.unread import lower_and_let_go
from orgspec.processes import processes_for
from orgspec.source import Source, Span
from orgspec.syntax.limits import DEFAULT_LIMITS, Limits
from orgspec.syntax.problems import Problem
from orgspec.syntax.reader import Tree, read
from orgspec.workspace.baselines import read_baseline
from orgspec.workspace.beside import missing_files
from orgspec.workspace.discovery import MANIFEST, files_below, locate
from orgspec.workspace.memory import Memory
from orgspec.workspace.pictures import no_pictures
from orgspec.workspace.reading import Progress, read_all, size_of
from orgspec.workspace.translating import lock_beside

SPARES = 100_000_000
"""Bytes of YAML from which a check keeps no nodes that it may read again: from here on memory counts."""


@frozen
class Compilation:
    """A specification, compiled and checked.

    Attributes:
        root: the folder that paths are relative to.
        diagnostics: all findings of the selected rules, sorted; infos included.
        files: how many files were read.
        visible: the severities that the profile prints.
        held: the findings that the baseline holds back, sorted.
        ran: the codes of the rules that ran to their end.
        baseline: the baseline in force, if there is one.
        sources: all texts that were read.
        folders: the folders that were looked into, with the digest of the names in each.
    """

    root: Path
    program: Program
    graph: Graph
    diagnostics: tuple[Diagnostic, ...]
    withheld: tuple[str, ...]
    files: int
    visible: frozenset[Severity]
    today: dt.date
    held: tuple[Diagnostic, ...] = ()
    ran: frozenset[str] = frozenset()
    baseline: Baseline | None = None
    sources: tuple[Source, ...] = ()
    folders: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def organisation(self) -> Organisation:
        """The organisation that was compiled."""
        return self.program.organisation

    @property
    def shown(self) -> tuple[Diagnostic, ...]:
        """The findings that the profile prints."""
        return tuple(d for d in self.diagnostics if d.severity in self.visible)

    def count(self, severity: Severity) -> int:
        """How many findings of a severity there are."""
        return sum(1 for d in self.diagnostics if d.severity is severity)


def compile_path(
    path: str | Path,
    overrides: Overrides | None = None,
    *,
    limits: Limits = DEFAULT_LIMITS,
    progress: Progress | None = None,
    texts: Mapping[str, str] | None = None,
    watch: Stopwatch | None = None,
    jobs: int = 1,
    memory: Memory | None = None,
) -> Compilation:
    """Read, compile and check the specification at a path.

    `path` is a folder with `orgspec.yaml`, a folder inside one, or one file. `texts` stand in
    place of what is on the disk, by path relative to the manifest. The baseline beside the
    manifest holds back what it names, unless `overrides` say otherwise. `watch` is told how long
    each stage and rule takes: then all is done by this process. Otherwise `jobs` processes share
    the work, for 0 as many as pay; the answer is the same. What `memory` has of earlier is not
    done again, and it takes what is done now.

    Raises:
        SpecNotFoundError: nothing is there, or the manifest cannot be read.
    """
    root, manifest, whole = locate(Path(path))
    problems: list[Problem] = []
    folders: dict[str, bytes] = {}
    if whole:
        files = list(files_below(root, problems, folders))
    else:
        files = [manifest] if manifest is not None else []
    size = sum(map(size_of, files))
    processes = 1 if watch else processes_for(jobs, size)
    watch = watch or Stopwatch()
    kept = memory.trees_for(limits) if memory is not None else None
    trees, main = read_all(
        root, files, manifest, problems, limits, progress, texts, kept, processes
    )
    with closing(trees):
        lowering, read_ = _lowered(trees, main, limits, memory, watch, sparing=size >= SPARES)
    overrides = overrides or Overrides()
    baseline = read_baseline(root, overrides, problems, limits)
    lock = lock_beside(manifest, limits) if whole else None
    readings = Readings(root, read_, main, problems, baseline, lock, beside=root)
    made = compile_readings(
        readings, overrides, limits, watch, lowering=lowering, processes=processes, memory=memory
    )
    sources = [tree.source for tree in (*read_, lock) if tree is not None]
    if baseline is not None:
        sources.append(baseline.source)
    return replace(made, sources=tuple(sources), folders=folders)


def compile_text(
    text: str, overrides: Overrides | None = None, *, name: str = MANIFEST
) -> Compilation:
    """Compile one text as a whole specification, as if it stood in a manifest of that name."""
    tree = read(Source(name, text.removeprefix("\ufeff")))
    readings = Readings(Path(), [tree], tree)
    return compile_readings(readings, overrides or Overrides())


def _lowered(
    arriving: Iterable[Tree],
    main: Tree | None,
    limits: Limits,
    memory: Memory | None,
    watch: Stopwatch,
    *,
    sparing: bool,
) -> tuple[Lowering, list[Tree]]:
    """Lower the trees: each as it comes, while other processes read the next."""
    trees: list[Tree] = []

    def noted() -> Iterator[Tree]:
        for tree in arriving:
            watch.stage("reading")
            trees.append(tree)
            yield tree
            watch.stage("lowering")

    if memory is not None:
        lowering = lower_again(noted(), main, limits, memory.parts)
        memory.forget_all_but(trees)
    else:
        lowering = (lower_and_let_go if sparing else lower)(noted(), main, limits)
    watch.stage("lowering")
    return lowering, trees


@frozen
class Readings:
    """What was read of a specification.

    Attributes:
        root: the folder that paths are relative to.
        trees: all files, the manifest among them.
        problems: what was wrong with reading them.
        lock: the file of confirmed translations.
        beside: the folder in which the files that the specification names must lie; None if they
            are not looked for.
    """

    root: Path
    trees: list[Tree]
    manifest: Tree | None
    problems: list[Problem] = field(default_factory=list)
    baseline: Baseline | None = None
    lock: Tree | None = None
    beside: Path | None = None


def compile_readings(
    given: Readings,
    overrides: Overrides,
    limits: Limits = DEFAULT_LIMITS,
    watch: Stopwatch | None = None,
    *,
    lowering: Lowering | None = None,
    processes: int = 1,
    memory: Memory | None = None,
) -> Compilation:
    """Lower what was read, if that is not done yet; link and analyse it."""
    lowering = lowering or lower(given.trees, given.manifest, limits)
    program = _program(given, lowering, limits, memory)
    if watch is not None:
        watch.stage("linking")
    organisation = program.organisation
    today = today_of(organisation, overrides)
    selection = selection_of(organisation, overrides)
    known = registry()
    if watch is not None:
        watch.stage("loading the rules")
    result: Result = analyse(
        program, selection, today, known, given.baseline, watch, processes=processes
    )
    if watch is not None:
        watch.stage("sorting the findings")
    return Compilation(
        given.root,
        program,
        result.graph,
        result.diagnostics,
        result.withheld,
        len(given.trees),
        frozenset(s for s in Severity if selection.visible(s)),
        today,
        result.held,
        result.ran,
        given.baseline,
    )


def _program(given: Readings, lowering: Lowering, limits: Limits, memory: Memory | None) -> Program:
    """The organisation that was read, with its links and all that was wrong on the way."""
    organisation = lowering.organisation()
    links = link(organisation) if memory is None else memory.linked(organisation)
    anchor = given.manifest or (given.trees[0] if given.trees else Tree(Source(MANIFEST, "")))
    problems = [*given.problems, *(p for tree in given.trees for p in tree.problems)]
    problems += lowering.problems
    translations, wrong = read_translations(given.lock) if given.lock is not None else (None, [])
    problems += wrong
    if given.beside is not None:
        problems += missing_files(given.beside, organisation, lowering.origins, limits)
        problems += no_pictures(given.beside, organisation, lowering.origins, limits)
        if organisation.manifest.style is not None:  # few have one, and it reads fonts
            from orgspec.workspace.house_files import unusable_files

            problems += unusable_files(given.beside, organisation, lowering.origins, limits)
    return Program(
        organisation,
        links,
        lowering.origins,
        problems,
        _unknown(given.trees, given.problems),
        (anchor.source, _first_line(anchor.source)),
        translations,
        lowering.partial,
    )


def _unknown(trees: list[Tree], problems: list[Problem]) -> tuple[Source, ...]:
    """Files and folders of which nobody knows what they declare: not parsed, or not read."""
    broken = [tree.source for tree in trees if tree.broken]
    closed = [problem.source for problem in problems if problem.code == "SYN001"]
    return tuple(dict.fromkeys([*broken, *closed]))


def _first_line(source: Source) -> Span:
    """The first line that says something: where findings about the whole are shown."""
    for number in range(1, min(source.line_count, 50) + 1):
        line = source.line(number)
        if line.strip() and not line.lstrip().startswith("#"):
            start = source.line_start(number)
            return Span(start, start + len(line.rstrip()))
    return Span(0, 0)


def settings_at(path: Path) -> Selection:
    """The settings of the checks that the manifest at a path gives, without checking anything.

    Raises:
        SpecNotFoundError: nothing is there, or the manifest cannot be read.
    """
    root, manifest, _ = locate(path)
    trees, main = read_all(root, [], manifest, [], DEFAULT_LIMITS, None)
    return selection_of(lower(trees, main).organisation(), Overrides())
