"""What forms are filled with: one source with what is printed, and names that stay."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from orgspec.document import Block, Facts, Section, Table
from orgspec.testing import compiled
from orgspec.view.form.context import HEAD, REVISIONS, form_context
from orgspec.view.form.reading import column_key
from orgspec.view.form.shape import Facted, Listed
from orgspec.view.form.shapes import SHAPES
from orgspec.view.label import key_of
from orgspec.workspace import compile_path
from orgspec.workspace.compilation import Compilation
from orgspec.workspace.plan import Job, Wanted, document_of, plan

SAMPLES = Path(__file__).parents[2] / "samples"
SPEC = """
organization: {name: {en: Voyage, zh: 远航}, locales: [en, zh], x-tax-number: "91"}
departments: {sales: {name: {en: Sales, zh: 销售部}, head: boss}}
roles:
  boss: {reports_to: none, name: {en: Head of Sales, zh: 销售经理}, department: sales}
  rep:
    reports_to: boss
    department: sales
    name: {en: Sales Rep, zh: 业务员}
    purpose: {en: To sell., zh: 开拓市场。}
    grade: P3
    x-cost-centre: 4711
    x-room: {en: First floor, zh: 一楼}
    kpis: [{kpi: orders, weight: 100%}]
kpis: {orders: {name: {en: Orders, zh: 订单}, target: "≥ 10", formula: {en: count, zh: 计数}}}
artifacts: {offer: {name: {en: Offer, zh: 报价单}}}
duties:
  selling:
    name: {en: Sell, zh: 销售}
    raci: {A: boss, R: rep}
    effort: 60%
    tasks: [{en: Call, zh: 致电}, {en: Visit, zh: 拜访}]
    deliverables: offer
    coordination: [{with: boss, about: {en: prices, zh: 价格}}]
    x-form-no: F-7
"""


def context(locale: str = "en", kind: str = "job-descriptions", address: str = "role/rep") -> Any:
    return context_of(compiled(SPEC), Job(kind, address, locale, "", ("docx",)))


def context_of(compilation: Compilation, job: Job) -> dict[str, Any]:
    document = document_of(compilation, job)
    return form_context(compilation.graph, job.kind, job.address, document)


def test_a_job_description_tells_the_post_and_its_duties_part_by_part() -> None:
    data = context()
    assert data["post"]["name"] == "Sales Rep"
    assert data["post"]["superior"] == data["superior"] == "Head of Sales"
    assert data["purpose"] == "To sell."
    (duty,) = data["duties"]
    assert (duty["name"], duty["letters"], duty["share"]) == ("Sell", "R", "60%")
    assert duty["tasks"] == ["Call", "Visit"]
    assert duty["deliverables"] == ["Offer"]
    assert duty["coordination"] == ["With Head of Sales: prices"]
    assert data["kpis"][0] | {"note": ""} == {
        "name": "Orders", "note": "", "weight": "100%", "target": "≥ 10", "formula": "count",
        "source": "", "period": "", "assessor": "Head of Sales",
    }  # fmt: skip
    assert data["signatures"]


def test_what_nothing_is_said_of_is_empty_and_not_absent() -> None:
    assert context(address="role/boss").keys() == context().keys()
    assert context(address="role/boss")["qualifications"]["skills"] == ""
    assert context(address="role/boss")["kpis"] == []


def test_the_title_of_a_group_stands_without_its_note() -> None:
    compilation = compile_path(SAMPLES / "trade-department")
    job = Job("departments", "department/trade", "zh", "", ("json",))
    assert context_of(compilation, job)["duties"][0]["function"] == "业务目标"


def test_own_keys_of_the_post_its_duties_and_the_organisation_are_there() -> None:
    data = context("zh")
    assert data["x"] == {"x-cost-centre": "4711", "x-room": "一楼"}
    assert data["duties"][0]["x"] == {"x-form-no": "F-7"}
    assert data["organisation"] == {"name": "远航", "x": {"x-tax-number": "91"}}


def test_both_languages_have_the_same_names() -> None:
    assert names_in(context("en")) == names_in(context("zh"))


def test_a_document_in_two_languages_says_each_text_in_both() -> None:
    job = Job("job-descriptions", "role/rep", "en+zh", "", ("json",))
    data: Any = document_of(compiled(SPEC), job).form
    assert data["post"]["name"] == "Sales Rep 业务员"
    assert data["duties"][0]["tasks"] == ["Call 致电", "Visit 拜访"]


def names_in(value: Any) -> Any:
    """The shape of some data, without its texts."""
    if isinstance(value, dict):
        return {key: names_in(each) for key, each in value.items()}
    return [names_in(each) for each in value] if isinstance(value, list) else type(value).__name__


KNOWN_ELSEWHERE = {
    "s_revisions": set(REVISIONS), "c_revisions": set(REVISIONS), "p_revisions": set(REVISIONS),
    "s_duties": {"number", "duty", "tasks", "deliverables", "standards"},
    "s_scenarios": {"situation", "actions", "coordination", "result"},
    "p_handoffs": set(SHAPES["agreements"].made["handoffs"][0]),
    "s_result": {"weighted_score", "overall_result", "remarks"},
}  # fmt: skip


def printed(blocks: tuple[Block, ...], section: str = "") -> set[tuple[str, str]]:
    """The sections of some blocks with the keys of their columns and labels."""
    found: set[tuple[str, str]] = set()
    for block in blocks:
        match block:
            case Section():
                found |= printed(block.blocks, key_of(block.title))
            case Table():
                found |= {(section, key) for c in block.columns if (key := column_key(c))}
            case Facts():
                found |= {(section, key) for label, _ in block.pairs if (key := key_of(label))}
    return found


@pytest.mark.parametrize("name", ["trade-department", "small-firm"])
def test_every_column_and_label_that_is_printed_is_within_reach_of_a_form(name: str) -> None:
    compilation = compile_path(SAMPLES / name)
    locale = compilation.organisation.locales[0]
    unknown: set[tuple[str, str, str]] = set()
    for job in plan(compilation, Wanted(locales=frozenset({locale}))):
        shape = SHAPES.get(job.kind)
        if shape is None or job.kind == "raci":
            continue
        known = dict(KNOWN_ELSEWHERE)
        every: tuple[Facted | Listed, ...] = (*shape.facts, *shape.lists)
        for each in every:
            known[each.section] = known.get(each.section, set()) | set(each.columns)
        for section, key in printed(document_of(compilation, job).blocks):
            if key not in known.get(section, set()):
                unknown.add((job.kind, section, key))
    # The overview of authorities has a column a post; `levels` tells the same row by row.
    assert {each for each in unknown if each[:2] != ("authorities", "")} == set()


def test_every_kind_of_document_has_data_that_is_plain() -> None:
    compilation = compile_path(SAMPLES / "trade-department")
    seen = set()
    for job in plan(compilation, Wanted(locales=frozenset({"zh"}))):
        if job.kind in seen:
            continue
        seen.add(job.kind)
        data = context_of(compilation, job)
        assert json.loads(json.dumps(data)) == data
        assert data["context"] == 1
        assert set(HEAD) <= data["document"].keys()
    assert seen >= SHAPES.keys() - {"raci"}
