"""Documents that would say nothing are made only where somebody asks for them."""

from __future__ import annotations

from orgspec.testing import compiled
from orgspec.workspace.plan import Wanted, plan

SHOP = compiled(
    """
departments:
  shop: {name: Shop, head: boss}
  council: {name: Council}
roles: {boss: {department: shop, reports_to: none}}
duties: {sell: {raci: {A/R: boss}}}
"""
)


def made(departments: frozenset[str] = frozenset()) -> set[str]:
    kinds, formats = frozenset({"charts", "raci"}), frozenset({"pdf"})
    return {job.stem for job in plan(SHOP, Wanted(kinds, formats, departments=departments))}


def test_a_department_without_posts_has_no_chart_and_one_without_duties_no_matrix() -> None:
    assert made() == {
        "charts/organization", "charts/department/shop",
        "raci/organization", "raci/department/shop",
    }  # fmt: skip


def test_both_are_made_where_the_department_is_asked_for() -> None:
    asked = made(frozenset({"council"}))
    assert asked == {"charts/department/council", "raci/department/council"}
