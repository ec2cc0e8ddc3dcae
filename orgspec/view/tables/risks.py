"""The risk register (风险清单): how likely, how grave, who watches, what keeps it down."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.document import Align, Block, Cell, Column, Document, Row, Section, Table, Tone, inline
from orgspec.graph.graph import Graph
from orgspec.model.governance import LEVELS, Acceptance, Risk
from orgspec.model.text import Text
from orgspec.view.frame import framed
from orgspec.view.job.standing import names
from orgspec.view.job.tables import filled_table
from orgspec.view.table_words import RISK_CATEGORIES
from orgspec.view.tables.cells import several, strong, text
from orgspec.view.words import Words

_ALARM, _WATCH = 6, 3  # ratings from which a risk asks for more, of 9
_CARRIERS = ("duty", "step", "meeting", "system", "partner")


def risks(graph: Graph, locale: str, *, draft: bool = False) -> Document:
    """The risks, the gravest first, with a matrix of likelihood and impact before them."""
    words = Words(locale)
    ranked = sorted(graph.organisation.risks.values(), key=lambda risk: -(rating(risk) or 0))
    parts: tuple[tuple[str, tuple[Block, ...]], ...] = (
        ("s_heat", _heat(ranked, locale)),
        ("s_risks", (_register(graph, ranked, locale),)),
    )
    sections = tuple(Section(words(title), blocks, key=title) for title, blocks in parts if blocks)
    name = graph.organisation.profile.in_(locale) if graph.organisation.profile.name else ""
    size = words.counted("risks_count", len(ranked))
    return framed(
        graph, locale, words("risk_table"), sections, landscape=True, draft=draft,
        subtitle=" · ".join(part for part in (name, size) if part),
    )  # fmt: skip


def rating(risk: Risk) -> int | None:
    """Likelihood × impact, each from 1 to 3; None where either is not given."""
    if risk.likelihood is None or risk.impact is None:
        return None
    return (LEVELS.index(risk.likelihood) + 1) * (LEVELS.index(risk.impact) + 1)


def _tone(score: int | None) -> Tone:
    """How much a rating asks for attention."""
    if score is None:
        return Tone.PLAIN
    return Tone.ALARM if score >= _ALARM else Tone.WATCH if score >= _WATCH else Tone.CALM


def _heat(ranked: list[Risk], locale: str) -> tuple[Block, ...]:
    """Likelihood down, impact across, the numbers and names of the risks in their cells."""
    words = Words(locale)
    if all(rating(risk) is None for risk in ranked):
        return ()
    rows = []
    for likelihood in reversed(LEVELS):
        head = f"{words('likelihood')}{words('colon')}{words(f'level_{likelihood}')}"
        rows.append(Row((strong(head), *(_field(ranked, likelihood, i, locale) for i in LEVELS))))
    columns = (
        Column("", 1),
        *(
            Column(f"{words('impact')}{words('colon')}{words(f'level_{impact}')}", 2)
            for impact in LEVELS
        ),
    )
    return (Table(columns, tuple(rows), digest=True),)


def _field(ranked: list[Risk], likelihood: str, impact: str, locale: str) -> Cell:
    """The risks of one likelihood and impact."""
    lines = tuple(
        inline(f"{index} {risk.in_(locale)}")
        for index, risk in enumerate(ranked, 1)
        if risk.likelihood == likelihood and risk.impact == impact
    )
    score = (LEVELS.index(likelihood) + 1) * (LEVELS.index(impact) + 1)
    return Cell(lines, tone=_tone(score))


def _register(graph: Graph, ranked: list[Risk], locale: str) -> Table:
    """A row for each risk."""
    words = Words(locale)
    rows = [_row(graph, risk, index, locale) for index, risk in enumerate(ranked, 1)]
    columns = (
        Column("#" if not words.chinese else words("number"), 0.4, Align.CENTER),
        Column(words("risk"), 1.8), Column(words("category"), 0.9),
        Column(words("likelihood"), 0.7, Align.CENTER), Column(words("impact"), 0.6, Align.CENTER),
        Column(words("rating"), 0.6, Align.CENTER), Column(words("owner"), 1.1),
        Column(words("indicator"), 1.8), Column(words("controls"), 2.9),
        Column(words("contingency"), 1.3), Column(words("accepted"), 1.6),
    )  # fmt: skip
    return filled_table(columns, rows, least=2)


def _row(graph: Graph, risk: Risk, index: int, locale: str) -> Row:
    """One risk."""
    words = Words(locale)
    score = rating(risk)
    address = risk.address
    links = graph.links
    return Row(
        (
            text(str(index)),
            strong(risk.in_(locale), risk.description.in_(locale) if risk.description else ""),
            text(_category(risk.category, words)),
            text(words(f"level_{risk.likelihood}") if risk.likelihood else ""),
            text(words(f"level_{risk.impact}") if risk.impact else ""),
            text(str(score) if score else "", tone=_tone(score)),
            text(names(graph, locale, links.targets(address, "owner"))),
            text(risk.indicator.in_(locale) if risk.indicator else ""),
            several(controls(graph, risk, locale)),
            text(names(graph, locale, links.targets(address, "contingency"))),
            Cell(tuple(inline(x) for x in _acceptance(graph, risk, risk.accepted, locale) if x)),
        )
    )


def _category(category: Text | None, words: Words) -> str:
    """A category in the document's language where it is a common one, else as written."""
    if category is None:
        return ""
    said = category.in_(words.locale)
    return RISK_CATEGORIES.get(said, (said, said))[words.chinese]


def controls(graph: Graph, risk: Risk, locale: str) -> Iterator[str]:
    """The controls, each with what carries it unless it has no other name."""
    words = Words(locale)
    carriers: dict[object, list[str]] = {}
    for link in graph.links.of(risk.address, "controls"):
        if link.target is not None and link.route[2:3] and link.route[2] in _CARRIERS:
            carriers.setdefault(link.route[1], []).append(link.target)
    for index, control in enumerate(risk.controls):
        carrier = names(graph, locale, carriers.get(index, []))
        name = control.name.in_(locale) if control.name else ""
        if name and carrier and name != carrier:
            yield words("carried_by", name=name, carrier=carrier)
        else:
            yield name or carrier


def _acceptance(
    graph: Graph, risk: Risk, accepted: Acceptance | None, locale: str
) -> Iterator[str]:
    """By whom a risk is accepted, until when, and why."""
    if accepted is None:
        return
    words = Words(locale)
    owners = [
        link.target
        for link in graph.links.of(risk.address, "accepted")
        if link.target is not None and link.route[-1] == "owner"
    ]
    yield names(graph, locale, owners)
    if accepted.until is not None:
        yield words("until", date=accepted.until.isoformat())
    for said in (accepted.reason, accepted.control):
        if said is not None:
            yield said.in_(locale)
