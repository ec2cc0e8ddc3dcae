"""The organisation chart: of the whole, and of each department."""

from __future__ import annotations

from dataclasses import replace

from orgspec.document import Chart, Document, PostTree
from orgspec.graph.graph import Graph
from orgspec.view.charts.card_tree import card_tree
from orgspec.view.charts.pages import LARGEST as LARGEST
from orgspec.view.charts.pages import PERSONAL as PERSONAL
from orgspec.view.charts.pages import chart_for, chart_with_pages
from orgspec.view.charts.setting import Setting
from orgspec.view.charts.wish import ChartWish
from orgspec.view.frame import framed
from orgspec.view.initials import initial as initial
from orgspec.view.post_tree import post_tree
from orgspec.view.words import Words

USUAL = ChartWish()

_LABELS = ("see_page", "sheet", "sheet_plan", "from_page")


def org_chart(
    graph: Graph,
    locale: str,
    department: str | None = None,
    *,
    draft: bool = False,
    folding: bool = False,
    paged: bool = False,
    wish: ChartWish = USUAL,
) -> Document:
    """The chart of the organisation, or of one department with all below it.

    If `folding`, every post is in it besides, for a page that folds; if `paged`, the charts of the
    departments that stand on it as one card, for formats of several pages.
    """
    words = Words(locale)
    unit = graph.department(department) if department is not None else None
    setting = Setting(graph, locale, wish)
    chart = (chart_with_pages if paged else chart_for)(setting, department)
    chart = replace(chart, paper=wish.paper, dpi=wish.dpi)
    if folding:
        chart = replace(chart, tree=_tree(setting, department))
    title = words("department_chart", name=unit.in_(locale)) if unit else words("org_chart")
    if wish.by:
        title = words("chart_by", title=title, by=words(f"by_{wish.by}"))
    name = graph.organisation.profile.in_(locale) if graph.organisation.profile.name else ""
    document = framed(
        graph, locale, title, (chart,), entity=unit, subtitle=name, landscape=True, draft=draft
    )
    return replace(document, labels={**document.labels, **{each: words(each) for each in _LABELS}})


def _tree(setting: Setting, department: str | None) -> PostTree:
    """All that the chart is about, for a page that folds."""
    if setting.wish.by:
        whole = Setting(setting.graph, setting.locale, replace(setting.wish, whole=True))
        return card_tree(whole, chart_for(whole, department), department)
    branches = setting.colouring(department).entries
    return post_tree(setting, setting.roles(department), department, branches)


def chart_of(graph: Graph, locale: str, department: str | None = None) -> Chart:
    """The cards and lines; above `PERSONAL` cards those who hold one role share a card.

    Above `LARGEST` even so, departments stand for the posts in them.
    """
    return chart_for(Setting(graph, locale, USUAL), department)
