"""The tables of the sample job description."""

from __future__ import annotations

from orgspec.document import (
    Align,
    Cell,
    Column,
    Emphasis,
    Row,
    RowKind,
    Table,
    inline,
)
from tests.render.samples.words import cell, strong

Duty = tuple[str, str, tuple[str, ...], str, str]


def duties(duties: tuple[Duty, ...], titles: tuple[str, ...]) -> Table:
    """The table of duties: number, duty with its share, tasks, deliverables, standard."""
    shapes = ((0.45, Align.CENTER), (1.6, Align.CENTER), (4.6, Align.START))
    columns = [
        Column(title, weight, align)
        for title, (weight, align) in zip(
            titles, (*shapes, (1.6, Align.START), (1.75, Align.START)), strict=True
        )
    ]
    rows = tuple(
        Row(
            (
                cell(str(number)),
                Cell((strong(title), inline(share, Emphasis.MUTED))),
                cell(*tasks, bullets=True),
                cell(deliverables),
                cell(standard),
            )
        )
        for number, (title, share, tasks, deliverables, standard) in enumerate(duties, 1)
    )
    return Table(tuple(columns), rows)


def kpis(locale: str) -> Table:
    """A table with a group row and a total row."""
    zh = locale == "zh"
    titles = (
        ("指标", "权重", "目标", "公式") if zh else ("Indicator", "Weight", "Target", "Formula")
    )
    columns = (
        Column(titles[0], 2.2),
        Column(titles[1], 1, Align.END),
        Column(titles[2], 1.4, Align.END),
        Column(titles[3], 4),
    )
    body = (
        (
            ("销售额达成率", "50%", "≥ 95%", "当期销售额 ÷ 当期销售目标 × 100%"),
            ("应收账款逾期率", "30%", "≤ 3%", "逾期应收账款 ÷ 应收账款总额 × 100%"),
            ("客户满意度", "20%", "≥ 85 分", "季度问卷平均分"),
        )
        if zh
        else (
            ("Sales against target", "50%", "≥ 95%", "sales ÷ sales target × 100%"),
            ("Overdue receivables", "30%", "≤ 3%", "overdue receivables ÷ receivables × 100%"),
            ("Customer satisfaction", "20%", "≥ 85", "mean of the quarter's survey"),
        )
    )
    rows: list[Row] = [Row((cell("结果指标" if zh else "Results"),), RowKind.GROUP)]
    rows += [Row(tuple(cell(text) for text in line)) for line in body]
    total = ("合计" if zh else "Total", "100%", "", "")
    rows.append(Row(tuple(cell(text) for text in total), RowKind.TOTAL))
    return Table(columns, tuple(rows))


def revisions(locale: str) -> Table:
    """The record of revisions."""
    zh = locale == "zh"
    titles = ("版本", "日期", "修订内容") if zh else ("Version", "Date", "Change")
    lines = (
        (("V2.1", "2025-10-01", "新增毛利率审批限额"), ("V2.0", "2025-03-15", "岗位编号统一"))
        if zh
        else (
            ("V2.1", "2025-10-01", "Limit for margins added"),
            ("V2.0", "2025-03-15", "Numbers of posts unified"),
        )
    )
    columns = (Column(titles[0], 1, Align.CENTER), Column(titles[1], 1.5), Column(titles[2], 5))
    return Table(columns, tuple(Row(tuple(cell(text) for text in line)) for line in lines))
