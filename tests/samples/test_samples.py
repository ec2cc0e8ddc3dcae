"""The shipped samples: real organisations that check clean and print in every locale."""

from __future__ import annotations

import hashlib
import io
import json
from collections import Counter
from pathlib import Path

import pytest

from orgspec.diagnostics import Severity
from orgspec.graph.graph import Graph
from orgspec.graph.joint_work import pairs
from orgspec.model.outputs import BUILT
from orgspec.render import pdf
from orgspec.resources import folder
from orgspec.view.responsibility.size import unit_sizes
from orgspec.workspace import compile_path
from orgspec.workspace.building import build
from orgspec.workspace.plan import Job, Wanted, document_of, plan
from orgspec.workspace.workflow_documents import has_matrix

SAMPLES = sorted(path.parent.name for path in folder("samples").glob("*/orgspec.yaml"))
SOUND = [name for name in SAMPLES if name != "broken"]


def test_the_shipped_samples_are_those_that_the_readme_names() -> None:
    assert set(SOUND) >= {
        "export-sales-post",
        "hospital-ward",
        "regional-sales",
        "school",
        "small-firm",
        "software-team",
        "trade-department",
        "trade-management",
        "trade-site",
    }


@pytest.mark.parametrize("name", SOUND)
def test_a_sample_has_neither_errors_nor_warnings(name: str) -> None:
    compilation = compile_path(folder("samples") / name)
    found = [f"{d.code} {d.message.in_('en')}" for d in compilation.shown]
    assert found == []
    assert compilation.count(Severity.ERROR) == 0


def _expected(graph: Graph) -> dict[str, int]:
    """Kind of document → how many of it a build makes, in each locale and format."""
    organisation = graph.organisation
    roles, units = organisation.roles.values(), organisation.departments
    return {
        "charts": 1 + sum(bool(graph.all_roles_of(unit)) for unit in units),
        "raci": 1
        + sum(unit_sizes(graph)[f"department/{unit}"].activities > 0 for unit in units)
        + sum(has_matrix(graph, id_) for id_ in organisation.workflows),
        "job-descriptions": len(roles),
        "departments": len(units),
        "workflows": len(organisation.workflows) + bool(organisation.handoffs),
        "agreements": len(pairs(graph)),
        "headcount": 1,
        "kpis": sum(bool(role.kpis) for role in roles),
        "authorities": bool(organisation.authorities),
        "risks": bool(organisation.risks),
        "meetings": bool(organisation.meetings),
        "glossary": bool(organisation.glossary),
        "handbook": 1,
    }


@pytest.mark.parametrize("name", SOUND)
def test_every_document_of_a_sample_is_planned_in_every_locale(name: str) -> None:
    compilation = compile_path(folder("samples") / name)
    jobs = plan(compilation, Wanted())
    planned = Counter(job.kind for job in jobs for _ in job.formats)
    locales = len(compilation.organisation.locales)
    for kind, documents in _expected(compilation.graph).items():
        assert planned[kind] == documents * len(BUILT[kind]) * locales, kind
    assert planned.keys() <= BUILT.keys()


@pytest.mark.parametrize("name", SOUND)
def test_a_sample_has_every_kind_of_document_in_english_and_chinese(name: str) -> None:
    jobs = plan(compile_path(folder("samples") / name), Wanted())
    made = {(job.kind, job.locale) for job in jobs if job.formats}
    assert made == {(kind, locale) for kind in BUILT for locale in ("en", "zh")}


def _some(jobs: tuple[Job, ...]) -> tuple[Job, ...]:
    """The first and the last document of each kind and locale."""
    groups: dict[tuple[str, str], list[Job]] = {}
    for job in jobs:
        groups.setdefault((job.kind, job.locale), []).append(job)
    return tuple(dict.fromkeys(job for group in groups.values() for job in (group[0], group[-1])))


@pytest.mark.parametrize("name", SOUND)
def test_documents_of_each_kind_are_built_in_every_locale_and_format(
    name: str, tmp_path: Path
) -> None:
    compilation = compile_path(folder("samples") / name)
    every = plan(compilation, Wanted())
    jobs = every if name == "small-firm" else _some(every)
    artifacts = build(compilation, jobs, tmp_path, processes=1)
    assert len(artifacts) == sum(len(job.formats) for job in jobs)
    listing = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    for entry in listing["artifacts"]:
        data = (tmp_path / entry["path"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == entry["sha256"]
        assert data


@pytest.mark.parametrize("name", SOUND)
def test_every_character_of_a_sample_can_be_printed(name: str) -> None:
    compilation = compile_path(folder("samples") / name)
    for job in plan(compilation, Wanted()):
        assert pdf.unprintable(document_of(compilation, job)) == (), job.stem


@pytest.mark.parametrize("name", SOUND)
def test_job_descriptions_are_a4_pages_with_the_post_on_them(name: str) -> None:
    from pypdf import PdfReader

    compilation = compile_path(folder("samples") / name)
    locale = compilation.organisation.locales[-1]
    wanted = Wanted(frozenset({"job-descriptions"}), frozenset({"pdf"}), frozenset({locale}))
    for job in plan(compilation, wanted)[:6]:
        reader = PdfReader(io.BytesIO(pdf.render(document_of(compilation, job))))
        for page in reader.pages:
            size = (float(page.mediabox.width), float(page.mediabox.height))
            assert tuple(round(side / 72 * 25.4) for side in size) == (210, 297)
        role = compilation.organisation.find(job.address)
        assert role is not None
        text = "".join(reader.pages[0].extract_text().split())
        assert "".join(role.in_(locale).split()) in text


@pytest.mark.parametrize("name", SOUND)
def test_a_sample_names_the_schema_for_editors(name: str) -> None:
    for path in (folder("samples") / name).glob("*.yaml"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first == "# yaml-language-server: $schema=../../schemas/orgspec-1.schema.json"
