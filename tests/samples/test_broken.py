"""The broken sample: every planted mistake at its exact place, once, and nothing else."""

from __future__ import annotations

import pytest

from orgspec.report.style import Style
from orgspec.report.text import finding
from orgspec.resources import folder
from orgspec.workspace import compile_path
from tests.conftest import Compare

# What was planted, with the text that the caret stands under.
PLANTED = {
    ("departments.yaml", "REF003", "parent"),
    ("departments.yaml", "DUT004", "press-relations"),
    ("departments.yaml", "ORG005", "customer-service"),
    ("duties.yaml", "RAC021", "gu-ping"),
    ("duties.yaml", "REF001", "opperations"),
    ("duties.yaml", "RAC001", "raci"),
    ("duties.yaml", "RAC002", "finance-manager"),
    ("duties.yaml", "SYN011", "check its terms"),
    ("handoffs.yaml", "HND001", "sales"),
    ("roles.yaml", "REF004", "head_count"),
    ("roles.yaml", "KPI001", "kpis"),
    ("roles.yaml", "ORG002", "order-coordinator"),
    ("workflows.yaml", "SYN007", "soon"),
    ("workflows.yaml", "WFL003", "send-samples"),
    ("workflows.yaml", "WFL002", "visit"),
}


def test_every_planted_mistake_is_found_once_and_nothing_else() -> None:
    found = [
        (
            each.place.source.path,
            each.code,
            each.place.source.text[each.place.span.start : each.place.span.end],
        )
        for each in compile_path(folder("samples") / "broken").shown
    ]
    assert len(found) == len(set(found))
    assert set(found) == PLANTED


@pytest.mark.parametrize("locale", ["en", "zh"])
def test_the_report_reads_as_it_did(locale: str, golden: Compare) -> None:
    shown = compile_path(folder("samples") / "broken").shown
    report = "\n\n".join(finding(each, locale, Style()) for each in shown) + "\n"
    golden(f"broken.{locale}.txt", report)
