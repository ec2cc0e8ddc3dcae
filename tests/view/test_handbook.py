"""The handbook: which documents it is bound of, in which order, and what its index lists."""

from __future__ import annotations

from dataclasses import replace

import pytest

from orgspec.document import Binding, BoundPart, Document, Facts, Matrix, Paragraph, Table, plain
from orgspec.graph.graph import Graph
from orgspec.testing import compiled
from orgspec.view.agreement import agreement
from orgspec.view.handbook.document import handbook
from orgspec.view.handbook.lists import department_list
from orgspec.view.job_description import job_description
from orgspec.workspace.handbooks import bound_handbook
from orgspec.workspace.plan import Wanted, document_of, plan

SPEC = """
organization: {name: {zh: 店, en: Shop}, locales: [zh, en], description: {zh: 小店, en: Small}}
document: {version: "2.1", approved_by: boss, approved_on: 2026-01-02, effective: 2026-02-03}
departments:
  sales: {name: {zh: 销售部, en: Sales}, head: boss, mission: {zh: 卖, en: Sell}}
  stock: {name: {zh: 仓库, en: Stock}, head: keeper}
roles:
  boss: {name: {zh: 总管, en: Manager}, department: sales, reports_to: none, kpis: [margin]}
  keeper: {name: {zh: 保管员, en: Keeper}, department: stock, reports_to: boss}
  clerk: {name: {zh: 办事员, en: Clerk}, department: sales, reports_to: boss}
duties: {count: {raci: {A/R: keeper, C: clerk}}}
handoffs: {goods: {from: sales, to: stock}}
kpis: {margin: {name: {zh: 毛利, en: Margin}}}
glossary: {sku: {name: {zh: 单品, en: SKU}, definition: {zh: 最小单位, en: Smallest unit}}}
"""


def graph(more: str = "") -> Graph:
    return compiled(SPEC + more).graph


def binding(document: Document) -> Binding:
    assert document.binding is not None
    return document.binding


def part(document: Document, title: str) -> BoundPart:
    return next(each for each in binding(document).parts if each.title == title)


def test_parts_stand_in_the_order_of_reading_and_are_numbered_in_a_row() -> None:
    book = handbook(graph(), "zh")
    assert [(each.number, each.title) for each in binding(book).parts] == [
        ("第一部分", "组织与编制"), ("第二部分", "部门职能"), ("第三部分", "岗位说明书"),
        ("第四部分", "责任分配矩阵"), ("第五部分", "分工协作协议"), ("第六部分", "绩效考核"),
        ("第七部分", "术语表"),
    ]  # fmt: skip


def test_what_is_bound_is_the_document_that_is_printed_alone() -> None:
    shop = graph()
    bound = part(handbook(shop, "en"), "Job descriptions").documents[0]
    alone = job_description(shop, "boss", "en")
    assert bound.document == replace(alone, head=())  # which the cover says for all of them


def test_job_descriptions_stand_together_by_department() -> None:
    bound = part(handbook(graph(), "en"), "Job descriptions").documents
    assert [(each.group, each.name) for each in bound] == [
        ("Sales", "Manager"), ("Sales", "Clerk"), ("Stock", "Keeper"),
    ]  # fmt: skip


def test_a_post_without_a_department_is_bound_too() -> None:
    book = handbook(compiled("roles: {free: {name: Free, reports_to: none}}").graph, "en")
    (bound,) = part(book, "Job descriptions").documents
    assert (bound.name, bound.group != "") == ("Free", True)


def test_only_posts_with_indicators_have_an_appraisal_form() -> None:
    names = [
        each.name for each in part(handbook(graph(), "en"), "Key performance indicators").documents
    ]
    assert names == ["Manager"]


def test_the_cover_says_which_edition_it_is_and_who_approved_it() -> None:
    book = handbook(graph(), "en")
    said, facts = book.blocks
    assert isinstance(said, Paragraph) and isinstance(facts, Facts)
    assert plain(said.text) == "Small"
    assert [(label, plain(value)) for label, value in facts.pairs] == [
        ("Version", "2.1"), ("Effective", "2026-02-03"), ("Approved by", "Manager 2026-01-02"),
    ]  # fmt: skip


def test_the_departments_are_listed_with_head_and_mission() -> None:
    listed = part(handbook(graph(), "en"), "Organisation").documents[1].document
    (table,) = listed.blocks
    assert isinstance(table, Table)
    rows = [[plain(line) for cell in row.cells for line in cell.lines] for row in table.rows]
    assert rows[0] == ["Sales", "Manager", "2", "Sell"]


def test_agreements_are_listed_and_each_follows_in_full() -> None:
    book = handbook(graph(), "en")
    listed, *full = part(book, "Agreements on cooperation").documents
    (table,) = listed.document.blocks
    assert isinstance(table, Table)
    rows = [[plain(line) for cell in row.cells for line in cell.lines] for row in table.rows]
    assert rows == [["1", "Sales", "Stock", "1", "0", "1"]]
    assert [each.name for each in full] == ["Sales · Stock"]
    assert full[0].document.blocks == agreement(graph(), "sales", "stock", "en").blocks


@pytest.mark.parametrize(
    ("locale", "names"),
    [("en", ["Clerk", "Keeper", "Manager"]), ("zh", ["办事员", "保管员", "总管"])],
)
def test_the_index_lists_posts_by_their_sound(locale: str, names: list[str]) -> None:
    index = binding(handbook(graph(), locale)).index
    assert [entry.name for entry in index] == names
    manager = next(entry for entry in index if entry.name in ("Manager", "总管"))
    assert manager.addresses == ("role/boss", "kpis/boss")


def test_every_address_of_the_index_is_bound() -> None:
    bound = binding(handbook(graph(), "en"))
    addresses = {each.address for part in bound.parts for each in part.documents}
    assert {address for entry in bound.index for address in entry.addresses} <= addresses


def test_where_one_matrix_would_be_too_wide_each_department_has_its_own() -> None:
    many = "".join(f"  r{n}: {{department: d{n % 2}, reports_to: none}}\n" for n in range(42))
    duties = "".join(f"  x{n}: {{raci: {{A/R: r{n}}}}}\n" for n in range(42))
    text = f"departments: {{d0: {{}}, d1: {{}}}}\nroles:\n{many}duties:\n{duties}"
    bound = part(handbook(compiled(text).graph, "en"), "Responsibility matrix").documents
    assert len(bound) == 2
    for each in bound:
        (matrix,) = each.document.blocks
        assert isinstance(matrix, Matrix) and len(matrix.columns) == 21


def test_kinds_that_are_off_stay_out_of_the_handbook_too() -> None:
    shop = compiled(SPEC + "outputs: {job-description: false, headcount: false}")
    book = bound_handbook(shop, "en")
    titles = [each.title for each in binding(book).parts]
    assert "Job descriptions" not in titles and "Department charters" in titles
    names = [each.name for each in part(book, "Organisation").documents]
    assert names == ["Organisation chart", "Departments"]


def test_matrices_that_are_turned_alone_are_turned_in_the_handbook_too() -> None:
    book = bound_handbook(compiled(SPEC + "outputs: {raci: {transposed: true}}"), "en")
    (matrix,) = part(book, "Responsibility matrix").documents[0].document.blocks
    assert isinstance(matrix, Matrix)
    assert matrix.transposed and [column.title for column in matrix.columns] == ["count"]


def test_a_build_makes_one_handbook_a_locale_unless_it_is_off() -> None:
    wanted = Wanted(frozenset({"handbook"}))
    jobs = plan(compiled(SPEC), wanted)
    assert [job.path("pdf") for job in jobs] == ["zh/handbook.pdf", "en/handbook.pdf"]
    assert jobs[0].formats == ("pdf", "docx", "html")
    assert document_of(compiled(SPEC), jobs[1]).title == "Organisation handbook"
    assert plan(compiled(SPEC + "outputs: {handbook: false}"), wanted) == ()


def test_a_build_of_one_department_makes_no_handbook() -> None:
    jobs = plan(compiled(SPEC), Wanted(departments=frozenset({"sales"})))
    assert "handbook" not in {job.kind for job in jobs}


def test_nothing_is_bound_of_an_organisation_without_posts_and_departments() -> None:
    empty = compiled("organization: {name: Shop}")
    assert plan(empty, Wanted(frozenset({"handbook"}))) == ()


def test_every_document_of_a_draft_is_marked() -> None:
    book = handbook(graph(), "en", draft=True)
    assert book.draft
    assert all(each.document.draft for part in binding(book).parts for each in part.documents)


def large() -> str:
    """Two branches below a company: one with 50 posts, one with two centres of 40 each."""
    units = {
        "group": ("", 2), "north": ("group", 50), "south": ("group", 1),
        "mills": ("south", 40), "ports": ("south", 40), "empty": ("group", 0),
    }  # fmt: skip
    lines = ["organization: {name: Group}", "departments:"]
    for unit, (above, _) in units.items():
        parent = f", parent: {above}" if above else ""
        lines.append(f"  {unit}: {{name: {unit.title()}, head: {unit}-0{parent}}}")
    lines.append("roles:")
    for unit, (_, posts) in units.items():
        for post in range(posts):
            lines.append(f"  {unit}-{post}: {{department: {unit}, reports_to: none}}")
    return "\n".join(lines) + (
        "\nduties: {dig: {raci: {A/R: north-1, C: mills-1}}, sail: {raci: {A/R: ports-1}}}\n"
        "workflows: {load: {owner: ports-0, steps: {lift: {raci: ports-1, end: true}}}}\n"
        "handoffs: {ore: {from: north, to: mills}, steel: {from: mills, to: ports}}\n"
        "glossary: {ore: {definition: Stones}}\n"
    )


def names(book: Document, title: str) -> set[str]:
    """What a part of a handbook is bound of; nothing where it has no such part."""
    found = [each for each in binding(book).parts if each.title == title]
    return {bound.address or bound.name for each in found for bound in each.documents}


def test_the_handbook_of_a_large_organisation_is_divided_into_volumes() -> None:
    wanted = Wanted(frozenset({"handbook"}), frozenset({"pdf"}))
    jobs = plan(compiled(large()), wanted)
    assert [job.path("pdf") for job in jobs] == [
        "en/handbook.pdf",
        *(f"en/handbook/{unit}.pdf" for unit in ("north", "mills", "ports")),
    ]


def test_every_post_stands_in_one_volume_and_the_book_of_all_lists_them() -> None:
    found = compiled(large()).graph
    books = [handbook(found, "en", unit) for unit in (None, "north", "mills", "ports")]
    posts = [names(book, "Job descriptions") for book in books]
    assert posts[0] == {"role/group-0", "role/group-1", "role/south-0"}
    assert set().union(*posts) == {role.address for role in found.organisation.roles.values()}
    assert sum(map(len, posts)) == len(found.organisation.roles)
    assert [book.title for book in books] == [
        "Organisation handbook", "North: handbook", "Mills: handbook", "Ports: handbook",
    ]  # fmt: skip
    listed = next(
        bound.document
        for bound in part(books[0], "Organisation").documents
        if bound.name == "Volumes of this handbook"
    )
    table = listed.blocks[0]
    assert isinstance(table, Table)
    rows = [[plain(line) for cell in row.cells for line in cell.lines] for row in table.rows]
    assert [(row[1], row[-1]) for row in rows] == [
        ("North", "50"),
        ("Mills", "40"),
        ("Ports", "40"),
    ]


def test_no_chart_is_drawn_twice_for_a_department_that_has_every_post() -> None:
    book = handbook(compiled(large()).graph, "en")
    charts = [
        bound.name
        for bound in part(book, "Organisation").documents
        if "chart" in bound.name.lower()
    ]
    assert charts == ["Organisation chart", "South: organisation chart"]


def test_what_departments_of_two_volumes_share_stands_in_the_book_of_all() -> None:
    found = compiled(large()).graph
    whole, ports = handbook(found, "en"), handbook(found, "en", "ports")
    south = handbook(found, "en", "south")
    assert len(names(whole, "Agreements on cooperation")) == 3  # with the list of them
    assert names(ports, "Agreements on cooperation") == set()
    assert len(names(south, "Agreements on cooperation")) == 2
    assert names(whole, "Workflows") == set()
    assert names(ports, "Workflows") == {"load"}
    assert len(names(whole, "Responsibility matrix")) == 1  # few take part: it fits
    assert len(names(ports, "Responsibility matrix")) == 1
    assert (names(whole, "Glossary"), names(ports, "Glossary")) == ({"Glossary"}, set())


def test_a_department_has_a_handbook_where_one_is_asked_for() -> None:
    shop = compiled(SPEC + "outputs: {handbook: {for: [sales]}}")
    wanted = Wanted(frozenset({"handbook"}), locales=frozenset({"en"}))
    (job,) = plan(shop, wanted)
    assert job.path("pdf") == "en/handbook/sales.pdf"
    book = document_of(shop, job)
    assert names(book, "Job descriptions") == {"role/boss", "role/clerk"}
    assert names(book, "Department charters") == {"department/sales"}


def test_departments_stand_in_the_order_of_the_tree() -> None:
    more = """
  firm: {name: Firm}
  north: {name: North, parent: sales}
  make: {name: Make, parent: firm}
  south: {name: South, parent: sales}
"""
    spec = "departments:\n  sales: {name: Sales, parent: firm}" + more
    (table,) = department_list(compiled(spec).graph, "en").blocks
    assert isinstance(table, Table)
    shown = [(plain(row.cells[0].lines[0]), row.cells[0].depth) for row in table.rows]
    assert shown == [("Firm", 0), ("Sales", 1), ("North", 2), ("South", 2), ("Make", 1)]


def test_the_list_of_departments_counts_no_agents_among_its_posts() -> None:
    text = "departments: {a: {}}\nroles: {x: {department: a}, y: {department: a, kind: ai-agent}}"
    (table,) = department_list(compiled(text).graph, "en").blocks
    assert isinstance(table, Table)
    assert plain(table.rows[0].cells[-1].lines[0]) == "1"
