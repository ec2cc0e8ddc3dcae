"""What a build makes: one job a document, with the formats that are wanted of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from orgspec import plugins
from orgspec.diagnostics import Message
from orgspec.document import Document
from orgspec.model import locale_pairs
from orgspec.model.manifest import Output
from orgspec.model.outputs import BUILT, canonical
from orgspec.view.charts.wish import ChartWish
from orgspec.view.job_description import job_description
from orgspec.view.org_chart import USUAL, org_chart
from orgspec.view.pairing.document import paired
from orgspec.view.raci import raci, workflow_raci
from orgspec.view.tables.registers import WHOLE, is_empty, is_register, register
from orgspec.view.workflow.handoff_map import has_map
from orgspec.workspace.chart_wishes import wish_of
from orgspec.workspace.compilation import Compilation
from orgspec.workspace.forms import Template, form_data, wants_data
from orgspec.workspace.handbooks import HANDBOOK, bound_handbook, handbook_subjects
from orgspec.workspace.house_style import dressed
from orgspec.workspace.matrix_bounds import bounds, left_out
from orgspec.workspace.unit_documents import UNIT_KINDS, unit_document, unit_subjects
from orgspec.workspace.workflow_documents import (
    WORKFLOWS,
    matrix_subjects,
    with_bpmn,
    workflow_document,
    workflow_subjects,
)

_UNSAFE = re.compile(r'[\x00-\x1f/\\:*?"<>|]')
_LONGEST_NAME = 200
EXTENSIONS = {"mermaid": "mmd"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asks for; empty means everything that the manifest wants."""

    kinds: frozenset[str] = frozenset()
    formats: frozenset[str] = frozenset()
    locales: frozenset[str] = frozenset()
    departments: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    draft: bool = False

    @property
    def everything(self) -> bool:
        """Whether nothing was narrowed down."""
        return not (self.kinds or self.formats or self.locales or self.departments or self.roles)


@dataclass(frozen=True, slots=True)
class Job:
    """One document to make.

    Attributes:
        kind, address, locale: what it is, what it is about, in which language or two (`zh+en`).
        stem: its place below the locale's folder, without extension.
        template: the user's own templates by format.
        lanes: what the lanes of a workflow stand for, `role`, `department` or `phase`.
        transposed: whether a responsibility matrix has its parties as rows.
        wish: how a chart is drawn.
    """

    kind: str
    address: str
    locale: str
    stem: str
    formats: tuple[str, ...]
    draft: bool = False
    template: Mapping[str, Template] = field(default_factory=dict, hash=False)
    lanes: str = "role"
    transposed: bool = False
    wish: ChartWish = USUAL

    def path(self, format_: str) -> str:
        """The path of an artifact below the output folder."""
        return f"{self.locale}/{self.stem}.{EXTENSIONS.get(format_, format_)}"


def plan(compilation: Compilation, wanted: Wanted) -> tuple[Job, ...]:
    """All jobs, in the order of kinds and of declaration."""
    jobs: list[Job] = []
    for kind in BUILT:
        output = settings_of(compilation, kind)
        if not output.enabled or (wanted.kinds and kind not in wanted.kinds):
            continue
        wished = _formats(kind, wanted, output)
        matrices = kind == "raci" and bounds(compilation.graph, transposed=output.transposed)
        asked = _is_asked(wanted, output)
        enabled = compilation.organisation.locales
        for locale in locale_pairs.chosen(output.locales, enabled, wanted.locales):
            for address, stem in _subjects(compilation, kind, wanted, output):
                formats = matrices.formats(address, wished, asked=asked) if matrices else wished
                if formats and not is_empty(compilation.graph, kind, address):
                    whole = kind in (*WHOLE, HANDBOOK) and address == "organization"
                    place = kind if whole else f"{kind}/{stem}"
                    own = output.template
                    turned = kind == "raci" and output.transposed
                    job = Job(kind, address, locale, place, formats, wanted.draft, own)
                    wish = wish_of(output) if kind == "charts" else USUAL
                    jobs.append(replace(job, transposed=turned, wish=wish))
    return tuple(jobs)


def unplanned(compilation: Compilation, wanted: Wanted) -> list[Message]:
    """What is to be said of documents that a plan leaves out because they would be too large."""
    output = settings_of(compilation, "raci")
    if not output.enabled or (wanted.kinds and "raci" not in wanted.kinds):
        return []
    limits = bounds(compilation.graph, transposed=output.transposed)
    addresses = [address for address, _ in _subjects(compilation, "raci", wanted, output)]
    wished = _formats("raci", wanted, output)
    return left_out(limits, addresses, wished, asked=_is_asked(wanted, output))


def _formats(kind: str, wanted: Wanted, output: Output) -> tuple[str, ...]:
    """The formats in which a kind of document is wanted."""
    usual = BUILT[kind]
    chosen = (each for each in (output.formats or usual) if each in usual)
    return tuple(each for each in chosen if not wanted.formats or each in wanted.formats)


def _is_asked(wanted: Wanted, output: Output) -> bool:
    """Whether documents are asked for by the name of what they are about."""
    return bool(wanted.departments or wanted.roles or output.for_)


def settings_of(compilation: Compilation, kind: str) -> Output:
    """What the manifest's `outputs` says of a kind of document, under any spelling of its name."""
    outputs = compilation.organisation.manifest.outputs
    return next((o for name, o in outputs.items() if canonical(name) == kind), Output())


def _subjects(
    compilation: Compilation, kind: str, wanted: Wanted, output: Output
) -> Iterator[tuple[str, str]]:
    """What documents of a kind are about: address and file name."""
    organisation, graph = compilation.organisation, compilation.graph
    named = frozenset(name.rpartition("/")[2] for name in output.for_)
    narrowed = bool(wanted.departments or wanted.roles)
    if kind in ("job-descriptions", "kpis"):
        for role in organisation.roles.values():
            home = graph.department_of_role.get(role.id)
            inside = home is not None and any(
                graph.within(home, each)
                for each in (*wanted.departments, *(named & organisation.departments.keys()))
            )
            chosen = role.id in wanted.roles or role.id in named or inside
            if chosen or not (narrowed or named):
                yield role.address, file_name(role.id)
        return

    if kind == WORKFLOWS:
        if has_map(graph) and not narrowed and not named:
            yield "organization", "handoffs"
        for id_ in workflow_subjects(graph, wanted.departments, wanted.roles, named):
            yield f"workflow/{id_}", file_name(id_)
        return

    def is_chosen(department: str) -> bool:
        chosen = department in wanted.departments or (not narrowed and department in named)
        return chosen or not (narrowed or named)

    if kind in UNIT_KINDS:
        for address, name in unit_subjects(graph, kind, is_chosen):
            yield address, file_name(name)
        return
    if kind == HANDBOOK:
        if (organisation.roles or organisation.departments) and not narrowed:
            for address, name in handbook_subjects(graph, named):
                yield address, file_name(name)
        return
    if not narrowed and not named:
        yield "organization", "organization"
    if kind in WHOLE and (kind != "headcount" or not (narrowed or named)):
        return  # of a department there is a headcount, and that only on request
    for department in organisation.departments.values():
        drawn = kind != "charts" or narrowed or named or graph.all_roles_of(department.id)
        if drawn and is_chosen(department.id):  # a chart without posts is made only if asked for
            yield department.address, f"department/{file_name(department.id)}"
    if kind == "raci":
        for id_ in matrix_subjects(graph, wanted.departments, wanted.roles, named):
            yield f"workflow/{id_}", f"workflow/{file_name(id_)}"


def file_name(id_: str) -> str:
    """The name of a file for an id: the id, except where no disk could hold it.

    A draft is built from ids outside the grammar too: none may lead out of the output folder.
    Names are kept below the 255 bytes that file systems allow, which a good id may surpass.
    """
    name = _UNSAFE.sub("_", id_).lstrip(".") or "_"
    if len(name.encode()) <= _LONGEST_NAME:
        return name
    digest = hashlib.sha256(id_.encode()).hexdigest()[:8]
    return f"{name.encode()[: _LONGEST_NAME - 9].decode(errors='ignore')}-{digest}"


def document_of(compilation: Compilation, job: Job) -> Document:
    """The document of a job in the house style.

    Raises:
        KeyError: no view makes that kind of document.
    """
    document = dressed(compilation, job.locale, _document_of(compilation, job))
    if not wants_data(compilation.root, job.formats, job.template, job.kind):
        return document
    locales = locale_pairs.parts(job.locale) if locale_pairs.is_pair(job.locale) else (job.locale,)
    told = tuple(_document_of(compilation, replace(job, locale=locale)) for locale in locales)
    return replace(document, form=form_data(compilation.graph, job.kind, job.address, told))


def _document_of(compilation: Compilation, job: Job) -> Document:
    """The document of a job; in two languages it is made in each, and the two become one.

    Raises:
        KeyError: no view makes that kind of document.
    """
    if locale_pairs.is_pair(job.locale):
        one, other = (
            _document_of(compilation, replace(job, locale=locale))
            for locale in locale_pairs.parts(job.locale)
        )
        return paired(one, other, columns=job.kind == "agreements")
    kind, _, id_ = job.address.partition("/")
    graph = compilation.graph
    if job.kind not in BUILT:
        view: Any = plugins.named("orgspec.views", job.kind)
        if view is None:
            raise KeyError(job.kind)
        brought: Document = view(graph, job.locale, job.address)
        return brought
    if job.kind == "job-descriptions":
        return job_description(graph, id_, job.locale, draft=job.draft)
    if job.kind == WORKFLOWS:
        drawn = workflow_document(graph, job.address, job.locale, lanes=job.lanes, draft=job.draft)
        if "bpmn" in job.formats:
            return with_bpmn(graph, job.address, job.locale, drawn)
        return drawn
    if job.kind == HANDBOOK:
        unit = id_ if kind == "department" else None
        return bound_handbook(compilation, job.locale, unit, draft=job.draft)
    if job.kind in UNIT_KINDS:
        return unit_document(graph, job.address, job.locale, draft=job.draft)
    department = id_ if kind == "department" else None
    if is_register(job.kind):
        return register(graph, job.kind, job.address, job.locale, draft=job.draft)
    if job.kind == "charts":
        return org_chart(
            graph, job.locale, department, draft=job.draft, wish=job.wish,
            folding="html" in job.formats, paged="pdf" in job.formats,
        )  # fmt: skip
    if kind == "workflow":
        return workflow_raci(
            graph, job.locale, id_, findings=compilation.diagnostics, draft=job.draft,
            transposed=job.transposed,
        )  # fmt: skip
    return raci(
        graph, job.locale, department, findings=compilation.diagnostics, draft=job.draft,
        transposed=job.transposed,
    )  # fmt: skip
