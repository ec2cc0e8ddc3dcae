"""Charts that fold, for the tests of their page."""

from __future__ import annotations

from dataclasses import replace

from orgspec.document import (
    CardKind,
    Chart,
    Document,
    LegendEntry,
    Mention,
    Post,
    PostTree,
    PostUnit,
)
from orgspec.view.chart_words import PAGE_LABELS
from orgspec.view.words import Words
from tests.render import charts

UNITS = (
    PostUnit("外贸部", "department/trade", "Foreign Trade"),
    PostUnit("市场开发组", "department/market", "Market Development", 1, 0),
    PostUnit("风险控制组", "department/risk", "Risk Control", 2, 0),
)


def trade() -> Document:
    """A head, an assistant, two teams with a vacancy and a dotted line."""
    posts = (
        Post("role/head", "外贸部经理", -1, 0, CardKind.ROOT, "陈晓明", "陈", "编 5 / 6", "GW-001",
             holders=(Mention("陈晓明", "person/chen"),), also="Head of Trade Chen Xiaoming"),
        Post("role/aide", "部门助理", 0, 0, heading="林悦", initial="林", assistant=True),
        Post("role/market-lead", "海外市场主管", 0, 1, heading="王丽", initial="王", pill="编 2 / 3",
             posts="1 人（满编）", deputies=(Mention("陈晓明", "role/head"), Mention("外部", "person/x"))),
        Post("role/rep", "外贸业务员", 2, 1, heading="李建国", initial="李",
             holders=(Mention("李建国", "person/li"),), also="Export Sales Li Jianguo"),
        Post("role/rep", "外贸业务员", 2, 1, CardKind.VACANT, initial="缺", pill="空缺"),
        Post("role/risk-lead", "风险控制主管", 0, 2, heading="欧阳婧", initial="欧"),
        Post("role/credit", "信用与汇率风险专员", 5, 2, heading="谢堃", initial="谢", dotted=(2,),
             grade="P3"),
    )  # fmt: skip
    legend = (LegendEntry("colour", "市场开发组", 1), LegendEntry("vacant", "空缺岗位"))
    return page(PostTree(UNITS, posts, legend), "zh")


def large(heads: int = 40, each: int = 12) -> Document:
    """A firm of many teams: more than a window shows, begun folded."""
    posts = [Post("role/top", "Managing Director", heading="Ada Top", kind=CardKind.ROOT)]
    for head in range(heads):
        above = len(posts)
        posts.append(Post(f"role/h{head}", f"Head of Team {head}", 0, heading=f"Bea {head}"))
        for at in range(each):
            name = f"Clerk {head}-{at}"
            posts.append(Post(f"role/h{head}-{at}", name, above, initial="C"))
    return page(PostTree((), tuple(posts)), "en")


def page(tree: PostTree, locale: str) -> Document:
    """The document of a tree."""
    words = Words(locale)
    labels = {label: words(word) for label, word in PAGE_LABELS.items()}
    chart = Chart((), (), facts=("编制 6",), tree=replace(tree, labels=labels))
    return replace(charts.document(chart), locale=locale)
