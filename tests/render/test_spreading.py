"""A chart that would leave its sheet half empty takes more space between its cards."""

from __future__ import annotations

import pytest

from orgspec.document import Card, CardKind, Chart, Line
from orgspec.render.press.charts import chart_pages
from tests.render.charts import document


def firm(heads: int, each: int) -> Chart:
    """A top, heads below it, and posts below each head."""
    cards = [Card("top", "总经理", "管理层", "GW-001", "总", "编 30", kind=CardKind.ROOT)]
    lines = []
    for head in range(heads):
        cards.append(Card(f"h{head}", "部门经理", "部门", f"GW-{head}", "部", "编 4", colour=1))
        lines.append(Line("top", f"h{head}"))
        for post in range(each):
            cards.append(Card(f"p{head}.{post}", "业务专员", "部门", f"GW-{post}", "专"))
            lines.append(Line(f"h{head}", f"p{head}.{post}"))
    return Chart(tuple(cards), tuple(lines))


@pytest.mark.parametrize(("heads", "each"), [(3, 4), (6, 2), (8, 3), (10, 2)])
def test_a_chart_takes_most_of_its_sheet(heads: int, each: int) -> None:
    (page,) = chart_pages(document(firm(heads, each)))
    width, height = page["drawn"]
    across, down = page["width"] - 68, page["height"] - 84 - 62 * page["zoom"]
    assert width <= across + 1
    assert height <= down + 1
    assert min(width / across, height / down) > 0.77
