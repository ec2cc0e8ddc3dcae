"""The sample organisation chart."""

from __future__ import annotations

from orgspec.document import (
    Card,
    CardKind,
    Chart,
    Document,
    LegendEntry,
    Line,
)
from tests.render.samples.words import PAGE_LABELS

_CARDS = (
    ("manager", "", 0, "GW-001", "陈晓明", "外贸部经理", "Mina Chen", "Head of foreign trade"),
    (
        "market",
        "manager",
        1,
        "GW-101",
        "王丽",
        "海外市场主管",
        "Lisa Wang",
        "Overseas market supervisor",
    ),
    (
        "orders",
        "manager",
        2,
        "GW-201",
        "赵敏",
        "客户服务与订单主管",
        "Ruth Zhao",
        "Order supervisor",
    ),
    (
        "logistics",
        "manager",
        3,
        "GW-301",
        "郑浩",
        "单证与物流主管",
        "Noah Zheng",
        "Logistics supervisor",
    ),
    (
        "risk",
        "manager",
        4,
        "GW-401",
        "欧阳婧",
        "风险控制与合规主管",
        "Ada Ouyang",
        "Risk and compliance",
    ),
    (
        "rep-west",
        "market",
        1,
        "GW-111",
        "李建国",
        "外贸业务员 · 欧美",
        "Ian Li",
        "Representative · Europe",
    ),
    (
        "rep-asia",
        "market",
        1,
        "GW-112",
        "张雨桐",
        "外贸业务员 · 东南亚",
        "Tina Zhang",
        "Representative · Asia",
    ),
    ("rep-mena", "market", 1, "GW-113", "", "外贸业务员 · 中东非洲", "", "Representative · Africa"),
    ("analyst", "market", 1, "GW-114", "刘洋", "海外市场专员", "Leo Liu", "Market analyst"),
    (
        "clerk-home",
        "orders",
        2,
        "GW-211",
        "周杰",
        "跟单员 · 家居线",
        "Jay Zhou",
        "Order clerk · home",
    ),
    (
        "clerk-tools",
        "orders",
        2,
        "GW-212",
        "吴倩",
        "跟单员 · 五金线",
        "Una Wu",
        "Order clerk · tools",
    ),
    ("after-sales", "orders", 2, "GW-213", "孙喆", "售后客服专员", "Sam Sun", "After-sales clerk"),
    ("documents", "logistics", 3, "GW-311", "何静", "单证员", "Jean He", "Documents clerk"),
    ("customs", "logistics", 3, "GW-312", "罗毅", "物流与报关专员", "Eli Luo", "Customs clerk"),
    ("refunds", "logistics", 3, "GW-313", "", "收汇退税专员", "", "Refund clerk"),
    ("credit", "risk", 4, "GW-411", "谢堃", "信用与汇率风险专员", "Kun Xie", "Credit risk analyst"),
    ("review", "risk", 4, "GW-412", "", "合规审查专员", "", "Compliance clerk"),
)

_PILLS = {"manager": "14 / 17", "market": "4 / 5", "orders": "4 / 4", "logistics": "3 / 4"}


def whole_chart(locale: str) -> Chart:
    """The chart of the whole department."""
    zh = locale == "zh"
    outside = Card(
        "group-risk",
        "集团风控合规部" if zh else "Group risk",
        "外部上级 · 职能线" if zh else "Outside superior",
        kind=CardKind.OUTSIDE,
        colour=4,
    )
    lines = [Line(card[1], card[0]) for card in _CARDS if card[1]]
    lines.append(Line("group-risk", "risk", dotted=True, label="虚线汇报" if zh else "Dotted line"))
    names = (
        ("市场开发组", "客户服务与订单执行组", "单证与物流组", "风险控制与合规组")
        if zh
        else ("Market development", "Customer service", "Documents and logistics", "Risk")
    )
    legend = [LegendEntry("colour", name, index) for index, name in enumerate(names, 1)]
    legend += [
        LegendEntry("vacant", "空缺岗位" if zh else "Vacant post"),
        LegendEntry("solid", "直线汇报" if zh else "Reports to"),
        LegendEntry("dotted", "虚线汇报" if zh else "Dotted line"),
    ]
    return Chart(
        (*(_card(card, zh) for card in _CARDS), outside),
        tuple(lines),
        tuple(legend),
        ("编制 17", "在岗 14", "空缺 3") if zh else ("Planned 17", "Filled 14", "Vacant 3"),
        "外贸部组织架构图" if zh else "Organisation chart of the foreign trade department",
    )


def _card(card: tuple[str, str, int, str, str, str, str, str], zh: bool) -> Card:
    """A card of the chart from its line of data."""
    id_, superior, colour, code, name_zh, post_zh, name_en, post_en = card
    name, post = (name_zh, post_zh) if zh else (name_en, post_en)
    if not name:
        vacant = ("招聘中", "缺", "空缺") if zh else ("Hiring", "?", "Vacant")
        title, initial, pill = vacant
        return Card(id_, title, post, code, initial, pill, CardKind.VACANT, colour)
    pill = _PILLS.get(id_, "")
    pill = f"编 {pill}" if pill and zh else pill
    kind = CardKind.POST if superior else CardKind.ROOT
    return Card(id_, name, post, code, name[0], pill, kind, colour, address=f"role:{id_}")


def small_chart(locale: str) -> Chart:
    """The superiors and neighbours of one post."""
    whole = whole_chart(locale)
    shown = {"manager", "market", "rep-west", "analyst"}
    return Chart(
        tuple(card for card in whole.cards if card.id in shown),
        tuple(line for line in whole.lines if {line.superior, line.subordinate} <= shown),
        alt="外贸业务员的上下级" if locale == "zh" else "The superiors of the representative",
    )


def chart(locale: str) -> Document:
    """An organisation chart: four departments, three vacancies, a dotted line to the outside."""
    zh = locale == "zh"
    return Document(
        title="外贸部组织架构图" if zh else "Foreign trade department",
        locale=locale,
        organisation="××进出口有限公司" if zh else "Harbour Trading Ltd",
        blocks=(whole_chart(locale),),
        subject="外贸部" if zh else "Foreign trade",
        subtitle="××进出口有限公司 · Foreign Trade Department"
        if zh
        else "Harbour Trading Ltd · organisation chart",
        running="版本 2025.10 · 生效 2025-10-01" if zh else "Version 2025.10 · in force 2025-10-01",
        footer=("", "由 orgspec 生成" if zh else "Generated by orgspec"),
        landscape=True,
        labels=PAGE_LABELS[locale],
    )
