"""Which workflows a build makes documents of."""

from __future__ import annotations

from orgspec.workspace.workflow_documents import workflow_subjects
from tests.view.test_workflow import shop


def wanted(
    departments: tuple[str, ...] = (), roles: tuple[str, ...] = (), named: tuple[str, ...] = ()
) -> list[str]:
    """The workflows of the shop that are wanted."""
    return list(workflow_subjects(shop(), departments, roles, named))


def test_all_workflows_are_wanted_where_nothing_is_narrowed_down() -> None:
    assert wanted() == ["sale", "billing"]


def test_a_department_wants_the_workflows_in_which_its_posts_work() -> None:
    assert wanted(departments=("store",)) == ["sale"]
    assert wanted(departments=("company",)) == ["sale", "billing"]


def test_a_role_wants_the_workflows_that_it_owns_or_works_in() -> None:
    assert wanted(roles=("keeper",)) == ["sale"]
    assert wanted(roles=("lead",)) == ["sale", "billing"]
    assert wanted(roles=("boss",)) == []


def test_settings_name_workflows_and_the_command_line_goes_before_them() -> None:
    assert wanted(named=("billing",)) == ["billing"]
    assert wanted(roles=("keeper",), named=("billing",)) == ["sale"]
