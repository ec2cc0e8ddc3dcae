"""Charts as Mermaid flowcharts."""

from __future__ import annotations

import re

import pytest

from orgspec.document import Card, Chart, Document, Line, Paragraph, inline
from orgspec.render.mermaid import render
from tests.render.charts import document, trade_department


def _source(chart: Chart) -> str:
    return render(document(chart)).decode()


def test_every_card_is_a_node_and_every_line_an_edge() -> None:
    source = _source(trade_department())
    assert source.splitlines()[3] == "flowchart TB"
    assert len(re.findall(r"^    n\d+\[", source, re.M)) == 8
    assert len(re.findall(r"^    n\d+ -", source, re.M)) == 7


def test_a_dotted_line_is_dotted_and_has_its_label() -> None:
    assert '    n7 -. "虚线汇报" .- n5' in _source(trade_department())


def test_a_vacant_post_has_the_class_of_vacancies() -> None:
    source = _source(trade_department())
    vacancy = next(line for line in source.splitlines() if "招聘中" in line)
    assert vacancy.endswith(":::vacant")
    assert re.search(r"classDef vacant .*stroke-dasharray", source)


@pytest.mark.parametrize("name", ["1. Order", "2) Order", "- Order", "* Order", "+ Order"])
def test_a_name_that_begins_like_an_item_of_a_list_is_none(name: str) -> None:
    # Mermaid from 11.0 to 11.9 shows "Unsupported markdown: list" in place of it.
    shown = name.replace(" ", "\u00a0").replace(")", "#41;")
    assert f'"{shown}"' in _source(Chart((Card("a", name),), ()))


def test_nothing_in_a_name_is_read_as_syntax() -> None:
    nasty = 'end"] --> x; %%{init: {}}%% <b> `c` # \\ | &'
    source = _source(Chart((Card("end", nasty), Card("subgraph", "b\nc")), (Line("end", "x"),)))
    node = next(line for line in source.splitlines() if line.startswith("    n0"))
    label = node[node.index('"') + 1 : node.rindex('"')]
    assert not re.search(r'["<>`%\\|{}\[\]]', label)
    assert "b<br/>c" in source
    assert "--> x" not in source


def test_a_title_with_quotes_stays_in_its_line() -> None:
    page = document(trade_department(), title='图 "一"\n---\nx: 1')
    assert render(page).decode().splitlines()[1] == 'title: "图 \\"一\\" --- x: 1"'


def test_the_same_chart_gives_the_same_source() -> None:
    assert _source(trade_department()) == _source(trade_department())


def test_a_card_without_text_is_still_a_node() -> None:
    assert 'n0[" "]' in _source(Chart((Card("a", ""),), ()))


def test_a_document_without_a_chart_is_refused() -> None:
    with pytest.raises(ValueError, match="无图"):
        render(Document("无图", "zh-CN", "X", (Paragraph(inline("文字")),)))


def test_no_class_has_a_name_that_mermaid_uses_itself() -> None:
    assert not re.search(
        r"classDef (root|node|label|edge|cluster|default) ", _source(trade_department())
    )


def test_only_the_looks_that_some_card_has_are_written() -> None:
    source = _source(Chart((Card("a", "A"),), ()))
    assert re.findall(r"classDef (\w+)", source) == [re.findall(r":::(\w+)", source)[0]]
