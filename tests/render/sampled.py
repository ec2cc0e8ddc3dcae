"""One document of every kind of a sample, as a build makes it, for tests of whole documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from orgspec.model.outputs import BUILT
from orgspec.workspace import Compilation, compile_path, compile_text
from orgspec.workspace.plan import Job, Wanted, document_of, plan
from orgspec.workspace.rendering import render_job

SAMPLES = Path(__file__).parents[2] / "samples"

# A handbook binds documents of all kinds: a short one shows what the binding adds.
SHORT = """
organization: {name: {zh: 远航, en: Voyage}, locales: [en, zh]}
departments: {sales: {head: manager}, finance: {}}
roles:
  manager: {name: {zh: 经理, en: Manager}, reports_to: none, department: sales}
  clerk: {reports_to: manager, department: finance}
duties: {letters: {name: Letters, raci: {A: manager, R: clerk}}}
"""


@cache
def compiled(sample: str) -> Compilation:
    """A sample, compiled once."""
    return compile_path(SAMPLES / sample)


@cache
def short() -> Compilation:
    """The organisation of the short handbook."""
    return compile_text(SHORT)


def jobs(sample: str, format_: str) -> Iterator[Job]:
    """The first document of each kind that there is in a format, its languages in turns."""
    every = plan(compiled(sample), Wanted(formats=frozenset((format_,))))
    for place, kind in enumerate(BUILT):
        found = [job for job in every if job.kind == kind]
        locales = sorted({job.locale for job in found})
        if found:
            wanted = locales[place % len(locales)]
            yield next(job for job in found if job.locale == wanted)


def rendered(sample: str, job: Job, format_: str) -> bytes:
    """The file of a job in a format; of a handbook, that of the short organisation."""
    compilation = short() if job.kind == "handbook" else compiled(sample)
    document = document_of(compilation, job)
    (data,) = render_job(compilation.root, replace(job, formats=(format_,)), document)
    return data
