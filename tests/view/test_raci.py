"""What a responsibility matrix shows."""

from __future__ import annotations

from orgspec.document import Matrix
from orgspec.testing import compiled
from orgspec.view.raci import matrix_of, raci
from tests.view.organisations import COMPANY, graph


def table(matrix: Matrix) -> dict[str, dict[str, str]]:
    """Row title → column title → letters."""
    return {
        row.title: {
            column.title: "/".join(cell.letters)
            for column, cell in zip(matrix.columns, row.cells, strict=True)
            if cell.letters
        }
        for row in matrix.rows
    }


def test_every_duty_is_a_row_and_every_party_a_column() -> None:
    assert table(matrix_of(graph(), "zh", None)) == {
        "处理外贸合同": {
            "销售经理": "A",
            "外贸业务员": "R",
            "会计": "C",
            "总经理": "I",
            "货代": "I",
        },
        "归档": {"销售经理": "A", "助理": "R"},
        "记账": {"会计": "A/R"},
    }


def test_a_department_with_the_name_of_the_firm_is_told_once() -> None:
    whole = compiled(
        """
        organization: Voyage
        departments: {firm: {name: Voyage, head: boss}}
        roles: {boss: {department: firm, reports_to: none}}
        duties: {steer: {raci: {A/R: boss}}}
        """
    ).graph
    assert raci(whole, "en", "firm").subtitle == "Voyage — 1 activity × 1 party"


def test_columns_follow_the_departments_and_partners_come_last() -> None:
    titles = [column.title for column in matrix_of(graph(), "en", None).columns]
    assert titles == [
        "Director",
        "Sales Manager",
        "Sales Rep",
        "Assistant",
        "Accountant",
        "Forwarder",
    ]


def test_rows_are_grouped_by_department() -> None:
    assert [row.group for row in matrix_of(graph(), "en", None).rows] == [
        "Sales",
        "Sales",
        "Finance",
    ]


def test_a_department_has_the_rows_of_its_own_duties_grouped_by_function() -> None:
    matrix = matrix_of(graph(), "zh", "sales")
    assert [(row.title, row.group) for row in matrix.rows] == [
        ("处理外贸合同", "signing"), ("归档", "其他"),
    ]  # fmt: skip
    assert "会计" in [column.title for column in matrix.columns]


def test_totals_count_both_letters_of_a_combined_cell() -> None:
    matrix = matrix_of(graph(), "zh", None)
    assert matrix.totals(matrix.rows[2]) == {"R": 1, "A": 1, "C": 0, "I": 0}


def test_a_finding_is_marked_in_its_cell() -> None:
    text = COMPANY.replace("A/R: accountant", "A/R: accountant, C: bookkeper", 1)
    compilation = compiled(text)
    matrix = matrix_of(compilation.graph, "zh", None, compilation.diagnostics)
    row = next(row for row in matrix.rows if row.title == "记账")
    index = [column.title for column in matrix.columns].index("bookkeper")
    assert row.cells[index].finding.startswith("REF001")


def test_a_finding_about_the_whole_row_is_marked_at_the_row() -> None:
    compilation = compiled(COMPANY.replace("raci: {A/R: accountant}", "raci: {R: accountant}", 1))
    matrix = matrix_of(compilation.graph, "zh", None, compilation.diagnostics)
    row = next(row for row in matrix.rows if row.title == "记账")
    assert "RAC001" in row.finding + "".join(cell.finding for cell in row.cells)


def test_own_letters_stand_in_the_legend() -> None:
    text = """
    raci: {★: {name: {zh: 主责}, acts_as: A}, ○: {name: {zh: 执行}, acts_as: R}}
    organization: {name: 远航}
    roles: {a: {reports_to: none}}
    duties: {d: {raci: {★: a, ○: a}}}
    """
    matrix = matrix_of(graph(text), "zh", None)
    assert [(x.sign, x.name, x.acts_as) for x in matrix.letters] == [
        ("★", "主责", "A"), ("○", "执行", "R"),
    ]  # fmt: skip
    assert matrix.rows[0].cells[0].letters == ("★", "○")


def test_the_title_names_a_scheme_that_is_not_raci() -> None:
    text = "raci: RASCI\norganization: {name: Voyage}\nroles: {a: {reports_to: none}}"
    assert raci(graph(text), "en").title == "Responsibility matrix (RASCI)"


def test_rows_of_one_function_stand_together() -> None:
    text = (
        "departments:\n  a: {name: A, functions: {f: Sell, g: Serve}}\n"
        "roles:\n  r: {department: a, reports_to: none}\n"
        "duties:\n"
        "  one: {department: a, fulfils: a/f, A: r, R: r}\n"
        "  two: {department: a, fulfils: a/g, A: r, R: r}\n"
        "  three: {department: a, fulfils: a/f, A: r, R: r}\n"
    )
    groups = [row.group for row in matrix_of(graph(text), "en", "a").rows]
    assert groups == ["Sell", "Sell", "Serve"]
