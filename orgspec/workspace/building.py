"""Makes the documents of a plan and puts them into place, all or none."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from orgspec.document import Document
from orgspec.workspace.compilation import Compilation
from orgspec.workspace.fingerprint import fingerprint
from orgspec.workspace.forms import FOLDER
from orgspec.workspace.handbooks import HANDBOOK
from orgspec.workspace.listing import LISTING, Artifact, listed, listing
from orgspec.workspace.made_before import Made, MadeBefore, stamp_of
from orgspec.workspace.plan import Job, document_of
from orgspec.workspace.reading import Progress
from orgspec.workspace.rendering import RENDERERS, render_job
from orgspec.workspace.staging import alone, beside, move, put_aside, remove
from orgspec.workspace.workers import PROCESSES, UNDER_WAY, Crew, workers


def build(
    compilation: Compilation,
    jobs: tuple[Job, ...],
    folder: Path,
    *,
    processes: int = 0,
    executor: str = PROCESSES,
    keep: bool = False,
    anew: bool = False,
    progress: Progress | None = None,
) -> tuple[Artifact, ...]:
    """Make every job's files below `folder`, and `manifest.json` beside them.

    Files are written to the side and moved into place at the end: a build that fails leaves the
    last one as it was. Files of the last build that are no longer made are removed, unless `keep`.
    A file that the last build made of the very same document stays as it is, unless `anew`.
    `executor` names who does the work: see `workers`.

    Raises:
        OSError: the folder cannot be written.
        NoWorkersError: the executor is not there, or was lost.
        TemplateTrouble: a template of the user's cannot be used.
    """
    folder.mkdir(parents=True, exist_ok=True)
    before = MadeBefore(folder)
    workshop = _Workshop(compilation, before)
    made: dict[str, tuple[Artifact, Made]] = {}
    staged: set[str] = set()

    def render(jobs: tuple[Job, ...], crew: Crew[_Done], anew: bool) -> None:
        """Make the files of some jobs and write them to the side."""
        for index, done in enumerate(workshop.rendered(jobs, crew, anew)):
            if progress is not None:
                progress(done.job.stem, index, len(jobs))
            staged.update(done.new)
            made.update(_put_aside(done, stage))

    with (
        beside(folder) as stage,
        workers(executor, processes, len(jobs), workshop.make) as crew,
    ):
        render(_ordered(jobs), crew, anew)
        with alone(folder):
            while lost := tuple(_lost(jobs, before, made, staged)):
                render(lost, crew, True)
            if progress is not None:
                progress("", len(jobs), len(jobs))
            earlier = [entry for entry in listed(folder) if entry["path"] not in made]
            artifacts = tuple(made[path][0] for job in jobs for path in _paths(job))
            name = compilation.organisation.name
            text = listing(name, artifacts, earlier if keep else ())
            put_aside(stage, LISTING, text.encode())
            move(stage, folder, [*sorted(staged), LISTING])
            if not keep:
                remove(folder, [entry["path"] for entry in earlier])
            before.keep(((path, each) for path, (_, each) in made.items()), all_=not keep)
    return artifacts


@dataclass(frozen=True, slots=True)
class _Done:
    """A job with the files that the last build had made of it, and those made now, by path."""

    job: Job
    print: str
    old: Mapping[str, Made]
    new: Mapping[str, bytes]


class _Workshop:
    """Makes the files of jobs, as far as the last build has not made them of the same documents."""

    def __init__(self, compilation: Compilation, before: MadeBefore) -> None:
        self._compilation = compilation
        self._before = before
        self._has_forms = (compilation.root / FOLDER).is_dir()

    def rendered(self, jobs: tuple[Job, ...], crew: Crew[_Done], anew: bool) -> Iterator[_Done]:
        """Every job as it is ready; few are under way at once, so that memory stays flat."""
        for job in jobs:
            if crew.takes_orders:
                crew.order(_Done(job, "", {}, {}), job, anew)
            else:
                asked, rest, document = self._asked(job, anew)
                if not rest.formats:
                    yield asked
                    continue
                crew.give(asked, asked.print, self._compilation.root, rest, document)
            while crew.under_way >= UNDER_WAY or crew.is_ready:
                yield _taken(crew)
        while crew.under_way:
            yield _taken(crew)

    def make(self, job: Job, anew: bool) -> _Done:
        """A job with its files."""
        asked, rest, document = self._asked(job, anew)
        files = render_job(self._compilation.root, rest, document) if rest.formats else ()
        return _with_files(asked, files)

    def _asked(self, job: Job, anew: bool) -> tuple[_Done, Job, Document]:
        """A job with what stays as it is, the job for the rest of its files, and the document."""
        document = document_of(self._compilation, job)
        print_ = fingerprint((replace(job, formats=()), document))
        old: dict[str, Made] = {}
        if not (anew or self._has_forms or job.template):  # what a form reads is in no document
            for format_ in job.formats:
                found = self._before.find(job.path(format_), print_)
                if found is not None and (format_ in RENDERERS or format_ in document.exported):
                    old[job.path(format_)] = found  # the code of plugins may have changed
        rest = tuple(format_ for format_ in job.formats if job.path(format_) not in old)
        return _Done(job, print_, old, {}), replace(job, formats=rest), document


def _taken(crew: Crew[_Done]) -> _Done:
    """The next job that is ready, with its files."""
    asked, made = crew.take()
    return made if isinstance(made, _Done) else _with_files(asked, made)


def _with_files(asked: _Done, files: tuple[bytes, ...]) -> _Done:
    """A job with the files that were made now."""
    paths = [path for path in _paths(asked.job) if path not in asked.old]
    return replace(asked, new=dict(zip(paths, files, strict=True)))


def _ordered(jobs: tuple[Job, ...]) -> tuple[Job, ...]:
    """Long work first, so that nobody is left with it at the end, but after enough to begin with.

    It takes a while until what is said of the whole organisation has been gathered; meanwhile the
    workers have something to do.
    """
    long = [job for job in jobs if job.address == "organization" or job.kind == HANDBOOK]
    short = [job for job in jobs if job.address != "organization" and job.kind != HANDBOOK]
    return (*short[: UNDER_WAY // 2], *long, *short[UNDER_WAY // 2 :])


def _put_aside(done: _Done, stage: Path) -> Iterator[tuple[str, tuple[Artifact, Made]]]:
    """The files of a job by their paths; those made now are written to the side."""
    job = done.job
    for format_, path in zip(job.formats, _paths(job), strict=True):
        made = done.old.get(path)
        if made is None:
            data = done.new[path]
            put_aside(stage, path, data)
            made = Made(done.print, hashlib.sha256(data).hexdigest(), stamp_of(stage / path))
        what = (path, job.kind, job.address, job.locale, format_)
        yield path, (Artifact(*what, made.sha256, made.stamp[0]), made)


def _lost(
    jobs: tuple[Job, ...],
    before: MadeBefore,
    made: Mapping[str, tuple[Artifact, Made]],
    staged: set[str],
) -> Iterator[Job]:
    """Jobs with a file that was to stay and that somebody has changed or removed meanwhile."""
    for job in jobs:
        old = (path for path in _paths(job) if path not in staged)
        if not all(before.stands(path, made[path][1]) for path in old):
            yield job


def _paths(job: Job) -> tuple[str, ...]:
    """The paths of the files of a job, one for each format."""
    return tuple(job.path(format_) for format_ in job.formats)
