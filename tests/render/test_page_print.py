"""Tables of pages as a browser prints them."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.render import sampled
from tests.render.browser import needs_browser, printed

pytestmark = needs_browser


@pytest.mark.parametrize(
    ("sample", "kind", "before"),
    [("small-firm", "headcount", "小计"), ("trade-management", "authorities", "不得审批")],
)
def test_the_last_row_of_a_table_is_not_alone_on_a_sheet(
    tmp_path: Path, sample: str, kind: str, before: str
) -> None:
    job = next(job for job in sampled.jobs(sample, "html") if job.kind == kind)
    page = sampled.rendered(sample, replace(job, locale="zh"), "html")
    last = PdfReader(BytesIO(printed(page, tmp_path))).pages[-1].extract_text()
    assert before in last


def test_a_form_with_results_to_fill_in_leaves_the_table_before_them_whole(tmp_path: Path) -> None:
    job = next(job for job in sampled.jobs("trade-management", "html") if job.kind == "kpis")
    of = replace(job, address="role/quality-inspector", locale="zh")
    page = sampled.rendered("trade-management", of, "html")
    first = PdfReader(BytesIO(printed(page, tmp_path))).pages[0].extract_text()
    assert "合计" in first


@pytest.mark.parametrize(
    ("kind", "address", "locale"),
    [
        ("kpis", "role/east-manager", "en"),
        ("job-descriptions", "role/north-assistant", "en"),
        ("agreements", "agreement/marketing--east", "zh"),
        ("departments", "department/north", "en"),
    ],
)
def test_a_page_prints_on_as_many_sheets_as_the_document_in_pdf(
    tmp_path: Path, kind: str, address: str, locale: str
) -> None:
    sheets = {}
    for format_ in ("html", "pdf"):
        jobs = sampled.jobs("regional-sales", format_)
        job = next(job for job in jobs if job.kind == kind)
        of = replace(job, address=address, locale=locale)
        made = sampled.rendered("regional-sales", of, format_)
        data = printed(made, tmp_path) if format_ == "html" else made
        sheets[format_] = len(PdfReader(BytesIO(data)).pages)
    assert sheets["html"] == sheets["pdf"]
