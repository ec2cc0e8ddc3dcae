"""The performance appraisal of a post (绩效考核表): its indicators by category, and who signs."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from orgspec.document import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Facts,
    Inline,
    Row,
    RowKind,
    Section,
    Table,
    inline,
)
from orgspec.graph.graph import Graph
from orgspec.model.measures import Kpi, KpiUse
from orgspec.model.role import Role
from orgspec.model.values import percent
from orgspec.reckoning import Entry, Weighed
from orgspec.view.frame import framed, header_of
from orgspec.view.job.approval import assessor_of, basis_of, signature, source_of
from orgspec.view.job.measures import target_text
from orgspec.view.job.standing import department_line, holders_label, names
from orgspec.view.job.tables import filled_table
from orgspec.view.tables.cells import group, opening, strong, text, total
from orgspec.view.words import Words

_CATEGORIES = ("performance", "process", "risk")
_FILLED = 9  # columns that the specification fills


def appraisal(graph: Graph, locale: str, role_id: str, *, draft: bool = False) -> Document:
    """What the holders of a post are measured by, with room for what they reached."""
    words = Words(locale)
    role = graph.role(role_id)
    parts: tuple[tuple[str, tuple[Block, ...]], ...] = (
        ("s_identification", (_standing(graph, role, locale),)),
        ("s_measures", (_measures(graph, role, locale),)),
        (
            "s_result",
            (_result(graph, role, words), signature(graph, role, words, "sign_appraised")),
        ),
    )
    sections = tuple(
        Section(words(title), blocks, words.section(index))
        for index, (title, blocks) in enumerate(parts)
    )
    return framed(
        graph, locale, words("appraisal"), sections, entity=role, landscape=True, draft=draft,
        subtitle=role.in_(locale), running=header_of(graph, role).number or role.number or "",
    )  # fmt: skip


def uses(graph: Graph, role: Role) -> list[tuple[KpiUse, Kpi]]:
    """The indicators of a role, as it uses them; names that nothing declares are left out."""
    return [
        (role.kpis[link.route[1]], graph.organisation.kpis[link.target.partition("/")[2]])
        for link in graph.links.of(role.address, "kpis")
        if link.target is not None and isinstance(link.route[1], int)
    ]


def _standing(graph: Graph, role: Role, locale: str) -> Facts:
    """Who is appraised."""
    words = Words(locale)
    holders = [person.in_(locale) for person, _, _ in graph.holds_of_role.get(role.id, ())]
    superior = names(graph, locale, graph.links.targets(role.address, "reports_to"))
    rows = (
        ("post", role.in_(locale)),
        ("department", department_line(graph, role, locale)),
        ("superior", superior or words("none")),
        ("holders", words.join(holders) or "　"),
        ("post_number", role.number or ""),
        ("appraised_period", "　"),
    )
    pairs: tuple[tuple[str, Inline], ...] = tuple(
        (holders_label(graph, role, words) if key == "holders" else words(key), inline(value))
        for key, value in rows
        if value
    )
    return Facts(pairs, across=3)


def _measures(graph: Graph, role: Role, locale: str) -> Table:
    """The indicators by category, numbered through, and the sum of their weights."""
    words = Words(locale)
    listed = uses(graph, role)
    rows: list[Row] = []
    count = 0
    for category in (*_CATEGORIES, None):
        members = [
            (use, kpi)
            for use, kpi in listed
            if kpi.category == category or (category is None and kpi.category not in _CATEGORIES)
        ]
        if members:
            rows.append(group(words(f"category_{category or 'none'}"), _weight(words, members)))
        for use, kpi in members:
            count += 1
            rows.append(_measure(graph, role, use, kpi, count, locale))
    weights = [use.weight for use, _ in listed if use.weight is not None]
    if weights:
        sum_ = text(percent.text(sum(weights, Decimal(0)), locale))
        rows.append(total((Cell(), text(words("total")), sum_, *[Cell()] * (_FILLED - 3))))
    table = filled_table(_columns(words), rows, least=2, group=words("category"))
    room = (
        Column(words("actual"), 1.2, rule=Entry(like="target")),
        Column(words("score"), 0.8, Align.END, "score", Entry()),
    )
    shown = tuple(
        row if row.kind is RowKind.GROUP else Row((*row.cells, Cell(), Cell()), row.kind)
        for row in table.rows
    )
    return replace(table, columns=(*table.columns, *room), rows=shown)


def _weight(words: Words, members: list[tuple[KpiUse, Kpi]]) -> str:
    """The share of a category, where weights are given."""
    weights = [use.weight for use, _ in members if use.weight is not None]
    return percent.text(sum(weights, Decimal(0)), words.locale) if weights else ""


def _columns(words: Words) -> tuple[Column, ...]:
    """The columns that the specification fills."""
    return (
        Column("#" if not words.chinese else words("number"), 0.45, Align.CENTER),
        Column(words("kpi"), 2),
        Column(words("kpi_weight"), 0.8, Align.CENTER, "weight"),
        Column(words("target"), 1.7, key="target"),
        Column(words("formula"), 2.8),
        Column(words("source"), 1.4),
        Column(words("period"), 0.9),
        Column(words("assessor"), 1.3),
        Column(words("incentive"), 1.3),
    )


def _measure(graph: Graph, role: Role, use: KpiUse, kpi: Kpi, index: int, locale: str) -> Row:
    """One indicator."""
    words = Words(locale)
    target = target_text(use.target or kpi.target, kpi, locale)
    if target and use.of == "team":
        target = words("of_team", target=target)
    return Row(
        (
            text(str(index)),
            strong(kpi.in_(locale)),
            text(percent.text(use.weight, locale) if use.weight is not None else ""),
            text(target),
            text(basis_of(kpi, locale)),
            text(source_of(graph, kpi, locale)),
            text(opening(kpi.frequency.text(locale)) if kpi.frequency else ""),
            text(assessor_of(graph, role, kpi, locale)),
            text(names(graph, locale, graph.links.targets(kpi.address, "incentive"))),
        )
    )


def _result(graph: Graph, role: Role, words: Words) -> Facts:
    """Room for what comes of it: a sum of scores only where there are weights for it."""
    weighed = any(use.weight is not None for use, _ in uses(graph, role))
    result = words("weighted_score" if weighed else "overall_result")
    pairs = ((result, inline("　")), (words("remarks"), inline("　\n　")))
    return Facts(pairs, across=1, weighed=Weighed(result, "score", "weight") if weighed else None)
