"""The head of a document: what it is, and who answers for it."""

from __future__ import annotations

from orgspec.document import Band, Document
from orgspec.testing import compiled
from orgspec.view.department_charter import department_charter
from orgspec.view.handbook.document import handbook
from orgspec.view.head import head_of
from orgspec.view.job_description import job_description
from orgspec.view.org_chart import org_chart
from orgspec.view.tables.registers import register

SPEC = """
organization: {name: Shop, locales: [en, zh]}
document:
  version: "1.2"
  effective: 2026-02-01
  review_every: 1 year
  confidentiality: {zh: 内部, en: Internal}
  prepared_by: clerk
  prepared_on: 2026-01-05
  reviewed_by: sales
  approved_by: boss
  approved_on: 2026-01-20
departments: {sales: {name: {zh: 销售部, en: Sales}, head: boss}}
roles:
  boss: {name: {zh: 店长, en: Boss}, department: sales, reports_to: none}
  clerk:
    name: {zh: 店员, en: Clerk}
    department: sales
    reports_to: boss
    document: {version: "3", number: HR-7, approved_by: clerk, review_by: 2027-06-30}
risks: {fire: {name: Fire, owner: boss, likelihood: low, impact: high}}
"""

BANDS: tuple[Band, ...] = (
    (
        ("Version", "1.2"), ("Effective", "2026-02-01"), ("Review by", "2027-01-20"),
        ("Confidentiality", "Internal"),
    ),
    (("Prepared by", "Clerk 2026-01-05"), ("Reviewed by", "Sales"), ("Approved by", "Boss 2026-01-20")),
)  # fmt: skip


def test_every_kind_of_page_has_the_same_head() -> None:
    graph = compiled(SPEC).graph
    made: list[Document] = [
        job_description(graph, "boss", "en"),
        department_charter(graph, "sales", "en"),
        register(graph, "risks", "organization", "en"),
    ]
    assert [document.head for document in made] == [BANDS] * 3


def test_the_fields_of_an_entity_stand_over_those_of_the_manifest() -> None:
    (first, second) = job_description(compiled(SPEC).graph, "clerk", "zh").head
    assert first[:2] == (("文件编号", "HR-7"), ("版本", "3"))
    assert ("复审日期", "2027-06-30") in first
    assert second[-1] == ("批准", "店员 2026-01-20")


def test_a_few_facts_stand_in_one_band_and_none_make_no_head() -> None:
    few = 'document: {version: "1", approved_by: boss}\nroles: {boss: {reports_to: none}}'
    assert head_of(compiled(few).graph, "en") == ((("Version", "1"), ("Approved by", "boss")),)
    assert head_of(compiled("roles: {boss: {reports_to: none}}").graph, "en") == ()


def test_a_drawing_has_its_version_in_its_corner_and_no_head() -> None:
    document = org_chart(compiled(SPEC).graph, "en")
    assert (document.head, document.running) == ((), "Version 1.2 · Effective 2026-02-01")


def test_in_a_handbook_only_a_head_that_differs_from_the_cover_is_printed() -> None:
    book = handbook(compiled(SPEC).graph, "en")
    assert book.binding is not None
    heads = {each.name: each.document.head for p in book.binding.parts for each in p.documents}
    assert heads["Boss"] == ()
    assert heads["Clerk"][0][0] == ("Number", "HR-7")
