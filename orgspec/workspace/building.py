"""Makes the documents of a plan and puts them into place, all or none."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from orgspec.workspace.compilation import Compilation
from orgspec.workspace.fingerprint import fingerprint
from orgspec.workspace.forms import FOLDER
from orgspec.workspace.made_before import Made, MadeBefore
from orgspec.workspace.plan import Job, document_of
from orgspec.workspace.reading import Progress
from orgspec.workspace.workers import PROCESSES, UNDER_WAY, Making, Submit, workers

LISTING = "manifest.json"


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file that was made: its path below the output folder and the hash of its bytes."""

    path: str
    kind: str
    address: str
    locale: str
    format: str
    sha256: str
    size: int


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
        NoWorkersError: the executor is not there.
        TemplateTrouble: a template of the user's cannot be used.
    """
    folder.mkdir(parents=True, exist_ok=True)
    listed = _listed(folder)
    before = MadeBefore(folder)
    with _beside(folder) as stage:
        artifacts: list[Artifact] = []
        prints: dict[str, str] = {}
        staged: list[str] = []
        with workers(executor, processes, len(jobs)) as submit:
            for index, done in enumerate(_rendered(compilation, jobs, submit, before, anew)):
                if progress is not None:
                    progress(done.job.stem, index, len(jobs))
                for artifact, data in _artifacts(done):
                    artifacts.append(artifact)
                    prints[artifact.path] = done.print
                    if data is not None:
                        _stage(stage, artifact.path, data)
                        staged.append(artifact.path)
        if progress is not None:
            progress("", len(jobs), len(jobs))
        kept = [entry for entry in listed if keep and entry["path"] not in prints]
        listing = _listing(compilation, artifacts, kept)
        (stage / LISTING).write_text(listing, encoding="utf-8")
        _move(stage, folder, sorted(staged))
        if not keep:
            _remove(folder, [e["path"] for e in listed if e["path"] not in prints])
    before.keep(((a.path, prints[a.path], a.sha256) for a in artifacts), all_=not keep)
    return tuple(artifacts)


@dataclass(frozen=True, slots=True)
class _Done:
    """A job with what the last build had made of it, and what was made now."""

    job: Job
    print: str
    old: Mapping[str, Made]
    new: Mapping[str, bytes]


def _rendered(
    compilation: Compilation,
    jobs: tuple[Job, ...],
    submit: Submit,
    before: MadeBefore,
    anew: bool,
) -> Iterator[_Done]:
    """Every job in order; few documents are under way at once, so that memory stays flat."""
    own_forms = (compilation.root / FOLDER).is_dir()
    waiting: deque[tuple[Job, str, dict[str, Made], Job, Making | None]] = deque()

    def finished() -> _Done:
        job, print_, old, rest, future = waiting.popleft()
        made = future.result() if future is not None else ()
        return _Done(job, print_, old, dict(zip(rest.formats, made, strict=True)))

    for job in jobs:
        document = document_of(compilation, job)
        print_ = fingerprint((replace(job, formats=()), document))
        old: dict[str, Made] = {}
        if not (anew or own_forms or job.template):  # what a form reads is in no document
            found = ((each, before.find(job.path(each), print_)) for each in job.formats)
            old = {each: made for each, made in found if made is not None}
        rest = replace(job, formats=tuple(each for each in job.formats if each not in old))
        future = submit(print_, compilation.root, rest, document) if rest.formats else None
        waiting.append((job, print_, old, rest, future))
        if len(waiting) > UNDER_WAY:
            yield finished()
    while waiting:
        yield finished()


def _artifacts(done: _Done) -> Iterator[tuple[Artifact, bytes | None]]:
    """The files of a job, with their bytes where they were made now."""
    job = done.job
    for format_ in job.formats:
        made, data = done.old.get(format_), done.new.get(format_)
        if made is not None:
            digest, size = made.sha256, made.stamp[0]
        else:
            assert data is not None, "what is not old was made now"
            digest, size = hashlib.sha256(data).hexdigest(), len(data)
        path = job.path(format_)
        yield Artifact(path, job.kind, job.address, job.locale, format_, digest, size), data


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """A folder on the same disk to write into; gone afterwards, whatever happens."""
    stage = Path(tempfile.mkdtemp(prefix=".orgspec-", dir=folder))
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _stage(stage: Path, path: str, data: bytes) -> None:
    """Write one file to the side."""
    target = stage / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)


def _listing(
    compilation: Compilation, artifacts: Iterable[Artifact], kept: Iterable[dict[str, Any]]
) -> str:
    """`manifest.json`: every artifact with its hash, sorted by path."""
    entries: list[dict[str, Any]] = [
        {
            "path": a.path,
            "kind": a.kind,
            "address": a.address,
            "locale": a.locale,
            "format": a.format,
            "size": a.size,
            "sha256": a.sha256,
        }
        for a in artifacts
    ]
    entries = sorted([*entries, *kept], key=lambda entry: str(entry["path"]))
    whole = {"version": 1, "organization": compilation.organisation.name, "artifacts": entries}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _listed(folder: Path) -> list[dict[str, Any]]:
    """The artifacts of the last build; none if its listing is missing or damaged."""
    try:
        entries = json.loads((folder / LISTING).read_text(encoding="utf-8"))["artifacts"]
        return [entry for entry in entries if isinstance(entry["path"], str)]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _move(stage: Path, folder: Path, paths: list[str]) -> None:
    """Move every staged file into place, the listing last."""
    for path in [*paths, LISTING]:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        (stage / path).replace(target)


def _remove(folder: Path, paths: Iterable[str]) -> None:
    """Remove files of the last build that this one did not make, and folders left empty."""
    root = folder.resolve()
    for path in paths:
        target = (folder / path).resolve()
        if root not in target.parents:
            continue  # a damaged listing must not reach outside
        target.unlink(missing_ok=True)
        for parent in target.parents:
            if parent == root or any(parent.iterdir()):
                break
            parent.rmdir()
