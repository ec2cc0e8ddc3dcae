"""Responsibility matrices too large for a build, or for a format."""

from __future__ import annotations

import pytest

from orgspec.model.outputs import BUILT
from orgspec.testing import compiled
from orgspec.view.raci import matrix_of, workflow_matrix
from orgspec.view.responsibility.size import unit_sizes, workflow_size
from orgspec.workspace import matrix_bounds
from orgspec.workspace.compilation import Compilation
from orgspec.workspace.plan import Wanted, plan, unplanned

SPEC = """
organization: {name: Shop}
departments: {sales: {head: s}, east: {parent: sales, head: e}, west: {parent: sales, head: w}}
roles:
  s: {department: sales, reports_to: none}
  e: {department: east, reports_to: s}
  w: {department: west, reports_to: s}
duties:
  plan: {raci: {A: s, I: [e, w]}}
  sell-east: {raci: {A: e, C: s}}
  sell-west: {raci: {A: w}}
workflows:
  order: {owner: s, steps: {ask: {raci: {A: e, R: w}, next: close}, close: {raci: e, end: true}}}
"""
RACI = Wanted(frozenset({"raci"}))


@pytest.fixture
def shop() -> Compilation:
    return compiled(SPEC)


def built(compilation: Compilation, wanted: Wanted = RACI) -> dict[str, tuple[str, ...]]:
    return {job.address: job.formats for job in plan(compilation, wanted)}


def test_a_size_is_that_of_the_matrix_itself(shop: Compilation) -> None:
    graph = shop.graph
    for address, size in unit_sizes(graph).items():
        id_ = address.partition("/")[2] or None
        made = matrix_of(graph, "en", id_)
        assert (size.activities, size.parties) == (len(made.rows), len(made.columns)), address
    made = workflow_matrix(graph, "en", "order")
    size = workflow_size(graph, "order")
    assert (size.activities, size.parties) == (len(made.rows), len(made.columns)) == (2, 2)


def test_a_small_organisation_has_all_its_matrices_and_nothing_is_said(shop: Compilation) -> None:
    assert set(built(shop).values()) == {BUILT["raci"]}
    assert "organization" in built(shop)
    assert unplanned(shop, RACI) == []


@pytest.mark.parametrize("bound", ["MOST_PARTIES", "MOST_ACTIVITIES"])
def test_too_large_a_matrix_gives_way_to_those_of_the_departments_below(
    shop: Compilation, monkeypatch: pytest.MonkeyPatch, bound: str
) -> None:
    monkeypatch.setattr(matrix_bounds, bound, 2)
    assert list(built(shop)) == ["department/east", "department/west", "workflow/order"]
    (said,) = unplanned(shop, RACI)
    assert "left out as too large to read: 2" in said.in_("en")
    assert "3 activities × 3 parties" in said.in_("en")
    assert "3 项活动 × 3 个角色" in said.in_("zh")


def test_a_matrix_asked_for_by_name_does_not_give_way(
    shop: Compilation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matrix_bounds, "MOST_PARTIES", 1)
    asked = Wanted(frozenset({"raci"}), departments=frozenset({"sales"}))
    assert "department/sales" in built(shop, asked)
    assert unplanned(shop, asked) == []


def test_a_format_that_cannot_hold_a_matrix_is_left_out_of_a_build(
    shop: Compilation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matrix_bounds, "MOST_CELLS", dict(matrix_bounds.MOST_CELLS) | {"pdf": 8})
    made = built(shop)
    assert "pdf" not in made["organization"] and "html" in made["organization"]
    assert "pdf" in made["department/west"]
    (said,) = unplanned(shop, RACI)
    assert "pdf × 2" in said.in_("en") and "pdf × 2" in said.in_("zh")


def test_the_refusal_names_formats_that_hold_the_matrix(
    shop: Compilation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matrix_bounds, "MOST_CELLS", {"pdf": 8, "html": 8, "csv": 100})
    why = matrix_bounds.refusal(shop.graph, "organization", "pdf", transposed=False)
    assert why is not None and why.in_("en").endswith("or take `-f csv`")
    assert matrix_bounds.refusal(shop.graph, "organization", "csv", transposed=False) is None
    assert matrix_bounds.refusal(shop.graph, "department/west", "pdf", transposed=False) is None


def test_a_sheet_has_only_so_many_columns(
    shop: Compilation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matrix_bounds, "_SHEET_COLUMNS", 2)
    upright = matrix_bounds.bounds(shop.graph)
    assert upright.holds("xlsx", "department/west")
    assert not upright.holds("xlsx", "organization")
    assert upright.holds("html", "organization")
