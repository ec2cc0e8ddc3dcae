"""Charts as Graphviz source."""

from __future__ import annotations

import re

import pytest

from orgspec.document import Card, Chart, Document, Line, Paragraph, inline
from orgspec.render.dot import render
from tests.render.charts import document, trade_department


def _source(chart: Chart) -> str:
    return render(document(chart)).decode()


def _node(source: str, name: str) -> str:
    return next(line for line in source.splitlines() if line.startswith(f"\t{name} ["))


def test_every_card_is_a_node_and_every_line_an_edge() -> None:
    source = _source(trade_department())
    assert source.startswith("digraph chart {")
    assert len(re.findall(r"^\tn\d+ \[", source, re.M)) == 8
    assert source.count(" -> ") == 7


def test_a_dotted_line_is_dashed_and_does_not_move_the_nodes() -> None:
    edge = next(line for line in _source(trade_department()).splitlines() if "n7 -> n5" in line)
    assert "style=dashed" in edge
    assert "constraint=false" in edge
    assert "xlabel=" in edge


def test_a_vacant_post_is_dashed() -> None:
    assert "dashed" in _node(_source(trade_department()), "n4")
    assert "dashed" not in _node(_source(trade_department()), "n3")


def test_a_node_is_as_wide_as_its_text_needs() -> None:
    def width(title: str) -> float:
        node = _node(_source(Chart((Card("a", title),), ())), "n0")
        found = re.search(r" width=([\d.]+)", node)
        assert found
        return float(found[1])

    assert width("风险控制与合规部经理岗") > width("甲")


def test_quotes_backslashes_and_entities_are_text() -> None:
    source = _source(Chart((Card("end", 'a "b" \\n c\\', "x &amp; y"),), ()))
    assert r'label="a \"b\" \\n c\\\nx &amp;amp; y"' in _node(source, "n0")


def test_a_name_in_angle_brackets_is_no_html() -> None:
    assert 'label="<b>甲</b>"' in _node(_source(Chart((Card("a", "<b>甲</b>"),), ())), "n0")


def test_line_breaks_stay_inside_the_label() -> None:
    source = _source(Chart((Card("a", "一\r\n二\x00"), Card("b", "x")), (Line("a", "b"),)))
    assert r'label="一\n二"' in source


def test_a_document_without_a_chart_is_refused() -> None:
    with pytest.raises(ValueError, match="无图"):
        render(Document("无图", "zh-CN", "X", (Paragraph(inline("文字")),)))
