"""Charts that the tests of drawings share."""

from __future__ import annotations

from orgspec.document import Card, CardKind, Chart, Document, LegendEntry, Line


def document(chart: Chart, *, title: str = "外贸部组织架构图", draft: str = "") -> Document:
    """A page for a chart."""
    return Document(
        title=title,
        locale="zh-CN",
        organisation="海风进出口有限公司",
        blocks=(chart,),
        subtitle="海风进出口有限公司",
        running="版本 3 · 生效 2025-10-01",
        footer=("内部资料", "由 orgspec 生成"),
        draft=draft,
    )


def trade_department() -> Chart:
    """A head, an assistant, two teams with a vacancy, and a functional superior outside."""
    cards = (
        Card("head", "陈晓明", "外贸部经理", "GW-001", "陈", "编 6 / 7", CardKind.ROOT),
        Card("aide", "林悦", "助理", "GW-002", "林", assistant=True),
        Card("market", "王丽", "海外市场主管", "GW-101", "王", "编 2 / 3", colour=1),
        Card("eu", "李建国", "外贸业务员 · 欧美", "GW-111", "李", colour=1, address="posts.eu"),
        Card("me", "招聘中", "外贸业务员 · 中东", "GW-112", "缺", "空缺", CardKind.VACANT, 1),
        Card("risk", "欧阳婧", "风险控制与合规主管", "GW-401", "欧", colour=4),
        Card("credit", "谢堃", "信用与汇率风险专员", "GW-411", "谢", colour=4),
        Card("group", "集团风控合规部", "外部上级 · 职能线", kind=CardKind.OUTSIDE),
    )
    lines = (
        Line("head", "aide"),
        Line("head", "market"),
        Line("market", "eu"),
        Line("market", "me"),
        Line("head", "risk"),
        Line("risk", "credit"),
        Line("group", "risk", dotted=True, label="虚线汇报"),
    )
    legend = (
        LegendEntry("colour", "市场开发组", 1),
        LegendEntry("vacant", "空缺岗位"),
        LegendEntry("solid", "直线汇报"),
        LegendEntry("dotted", "虚线汇报"),
    )
    return Chart(cards, lines, legend, ("编制 7", "在岗 6", "空缺 1"), "外贸部共七个岗位")


def star(count: int) -> Chart:
    """A head with so many leaves below."""
    cards = [Card("head", "黄建军", "客服中心经理", kind=CardKind.ROOT, initial="黄")]
    cards += [Card(f"c{i}", f"客服{i}", "客服专员", f"KF-{i:03}", "客") for i in range(count)]
    return Chart(tuple(cards), tuple(Line("head", f"c{i}") for i in range(count)))
