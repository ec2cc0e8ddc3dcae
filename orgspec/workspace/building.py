"""Makes the documents of a plan and puts them into place, all or none."""

from __future__ import annotations

import hashlib
import importlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from orgspec import plugins
from orgspec.document import Document
from orgspec.workspace.compilation import Compilation
from orgspec.workspace.forms import DATA, filled
from orgspec.workspace.plan import Job, document_of
from orgspec.workspace.reading import Progress

RENDERERS = {
    "svg": "orgspec.render.svg",
    "png": "orgspec.render.png",
    "pdf": "orgspec.render.pdf",
    "mermaid": "orgspec.render.mermaid",
    "dot": "orgspec.render.dot",
    "html": "orgspec.render.html",
    "xlsx": "orgspec.render.xlsx",
    "csv": "orgspec.render.csv",
    "md": "orgspec.render.markdown",
    "docx": "orgspec.render.docx",
    "ics": "orgspec.render.ics",
}
LISTING = "manifest.json"
_PAYS = 12  # jobs from which a second process pays for its start


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


def renderer(format_: str) -> Callable[[Document], bytes]:
    """The function that renders a format; plugins may bring formats of their own.

    Raises:
        KeyError: no renderer makes that format.
    """
    if format_ in RENDERERS:
        render: Callable[[Document], bytes] = importlib.import_module(RENDERERS[format_]).render
        return render
    plugin: Any = plugins.named("orgspec.renderers", format_)
    if plugin is not None:
        brought: Callable[[Document], bytes] = plugin
        return brought
    raise KeyError(format_)


def render_job(root: Path, job: Job, document: Document) -> tuple[bytes, ...]:
    """The document of a job in its formats; what the user has a template for is made with it.

    Raises:
        TemplateTrouble: such a template cannot be used.
    """
    made = []
    for format_ in job.formats:
        own = filled(root, job.template, job.kind, format_, document)
        if own is not None:
            made.append(own)
        elif format_ == DATA and plugins.named("orgspec.renderers", DATA) is None:
            shown = json.dumps(document.form, ensure_ascii=False, indent=2)
            made.append(f"{shown}\n".encode())
        elif format_ in document.exported:
            made.append(document.exported[format_])
        else:
            made.append(renderer(format_)(document))
    return tuple(made)


def build(
    compilation: Compilation,
    jobs: tuple[Job, ...],
    folder: Path,
    *,
    processes: int = 0,
    keep: bool = False,
    progress: Progress | None = None,
) -> tuple[Artifact, ...]:
    """Make every job's files below `folder`, and `manifest.json` beside them.

    Files are written to the side and moved into place at the end: a build that fails leaves the
    last one as it was. Files of the last build that are no longer made are removed, unless `keep`.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    before = _listed(folder)
    with _beside(folder) as stage:
        artifacts = []
        for index, (job, made) in enumerate(_rendered(compilation, jobs, processes)):
            if progress is not None:
                progress(job.stem, index, len(jobs))
            for format_, data in zip(job.formats, made, strict=True):
                artifacts.append(_stage(stage, job, format_, data))
        if progress is not None:
            progress("", len(jobs), len(jobs))
        made_paths = {artifact.path for artifact in artifacts}
        kept = [entry for entry in before if keep and entry["path"] not in made_paths]
        listing = _listing(compilation, artifacts, kept)
        (stage / LISTING).write_text(listing, encoding="utf-8")
        _move(stage, folder, sorted(made_paths))
        if not keep:
            _remove(folder, [e["path"] for e in before if e["path"] not in made_paths])
    return tuple(artifacts)


def _rendered(
    compilation: Compilation, jobs: tuple[Job, ...], processes: int
) -> Iterator[tuple[Job, tuple[bytes, ...]]]:
    """Every job with its bytes, in order; in several processes where that pays."""
    processes = processes or min(4, os.cpu_count() or 1)
    if processes == 1 or len(jobs) < _PAYS:
        for job in jobs:
            yield job, render_job(compilation.root, job, document_of(compilation, job))
        return
    with ProcessPoolExecutor(processes) as pool:
        waiting: list[tuple[Job, Future[tuple[bytes, ...]]]] = []
        try:
            for job in jobs:
                document = document_of(compilation, job)
                waiting.append((job, pool.submit(render_job, compilation.root, job, document)))
                if len(waiting) > 4 * processes:
                    done, future = waiting.pop(0)
                    yield done, future.result()
            for done, future in waiting:
                yield done, future.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """A folder on the same disk to write into; gone afterwards, whatever happens."""
    stage = Path(tempfile.mkdtemp(prefix=".orgspec-", dir=folder))
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _stage(stage: Path, job: Job, format_: str, data: bytes) -> Artifact:
    """Write one file to the side."""
    path = job.path(format_)
    target = stage / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    return Artifact(path, job.kind, job.address, job.locale, format_, digest, len(data))


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
