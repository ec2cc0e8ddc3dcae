"""What the glossary shows, and where it finds its terms."""

from __future__ import annotations

import pytest

from orgspec.document import Table, plain
from orgspec.view.tables.glossary import glossary
from tests.view.organisations import graph
from tests.view.tables.reading import column, rows, tables

TERMS = """
organization: {name: Firm, locales: [zh, en]}
roles: {boss: {name: {zh: 经理, en: Boss}, reports_to: none, purpose: {zh: 管理单证, en: Runs the ERPs}}}
duties:
  papers: {name: {zh: 保管单证, en: Keep papers}, raci: boss, tasks: [{zh: 核对, en: Check the bill of lading}]}
  interpreting: {name: {zh: 口译, en: Interpret erpetology}, raci: boss}
glossary:
  单证: {definition: {zh: 随货文件, en: Papers of the goods}, aliases: [bill of lading]}
  ERP: {definition: {zh: 资源系统, en: A system}}
  asset: {definition: {zh: 资产, en: What one owns}}
"""


def test_a_term_shows_its_definition_and_its_other_names() -> None:
    table = tables(glossary(graph(TERMS), "zh"))["术语表"]
    assert column(table, "术语") == ["单证", "ERP", "Asset"]
    assert column(table, "定义") == ["随货文件", "资源系统", "资产"]
    assert column(table, "别名") == ["bill of lading", "", ""]


def test_in_english_the_english_name_leads_and_terms_stand_by_the_alphabet() -> None:
    table = tables(glossary(graph(TERMS), "en"))["Glossary"]
    assert column(table, "Term") == ["Asset", "Bill of lading", "ERP"]
    assert column(table, "Also called") == ["", "单证", ""]


@pytest.mark.parametrize(
    ("locale", "title", "used"), [("zh", "使用之处", ["经理、保管单证", "经理", ""])]
)
def test_terms_are_found_under_any_name_in_any_language(
    locale: str, title: str, used: list[str]
) -> None:
    assert column(tables(glossary(graph(TERMS), locale))["术语表"], title) == used


def test_a_latin_term_is_not_found_inside_another_word() -> None:
    used = column(tables(glossary(graph(TERMS), "en"))["Glossary"], "Used in")
    assert used == ["", "Boss, Keep papers", "Boss"]


def test_of_many_places_the_first_are_named_and_the_rest_counted() -> None:
    roles = "".join(f"  r{n}: {{name: Sugar {n}, reports_to: none}}\n" for n in range(7))
    text = f"roles:\n{roles}glossary: {{sugar: {{definition: Sweet}}}}"
    used = column(tables(glossary(graph(text), "en"))["Glossary"], "Used in")
    assert used == ["Sugar 0, Sugar 1, Sugar 2, Sugar 3 and 3 more"]


def test_every_other_name_of_a_term_has_a_line_of_its_own() -> None:
    more = TERMS.replace("[bill of lading]", "[bill of lading, B/L]")
    table = tables(glossary(graph(more), "zh"))["术语表"]
    assert [plain(line) for line in table.rows[0].cells[2].lines] == ["bill of lading", "B/L"]


def test_a_name_of_one_language_is_not_shown_in_another() -> None:
    text = TERMS.replace(
        "aliases: [bill of lading]", "aliases: [{zh: 货运单据, en: shipping papers}, {zh: 单据}]"
    )
    zh, en = (tables(glossary(graph(text), locale)) for locale in ("zh", "en"))
    assert column(zh["术语表"], "别名") == ["货运单据\n单据", "", ""]
    assert column(en["Glossary"], "Term") == ["Asset", "ERP", "Shipping papers"]


def test_what_is_said_of_a_person_is_no_place_where_a_term_is_used() -> None:
    text = """
roles: {taster: {purpose: Does the cupping, reports_to: none}}
people: {li: {name: Li, description: Good at cupping, holds: [taster]}}
glossary: {cupping: {definition: Tasting by rule}}
"""
    (table,) = glossary(graph(text), "en").blocks
    assert isinstance(table, Table)
    assert rows(table)[0][-1] == "taster"
