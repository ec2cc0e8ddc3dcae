"""How the post is measured, what was revised, who signs."""

from __future__ import annotations

from orgspec.document import Align, Block, Cell, Column, Emphasis, Row, RowKind, Signature, inline
from orgspec.graph.graph import Graph
from orgspec.model.measures import Kpi
from orgspec.model.role import Role
from orgspec.model.values import percent
from orgspec.view.job.duties import own_duties
from orgspec.view.job.measures import target_text
from orgspec.view.job.standing import names
from orgspec.view.job.tables import filled_table
from orgspec.view.revisions import revisions as recorded
from orgspec.view.tables.cells import opening
from orgspec.view.words import Words


def kpis(graph: Graph, role: Role, locale: str) -> tuple[Block, ...]:
    """The KPIs with weight, target, formula, source, period and assessor."""
    words = Words(locale)
    rows: list[Row] = []
    total = None
    for link in graph.links.of(role.address, "kpis"):
        if link.target is None or not isinstance(link.route[1], int):
            continue
        use = role.kpis[link.route[1]]
        kpi = graph.organisation.kpis[link.target.partition("/")[2]]
        if use.weight is not None:
            total = use.weight + (total or 0)
        rows.append(
            Row(
                (
                    Cell((inline(kpi.in_(locale), Emphasis.STRONG),)),
                    _text(percent.text(use.weight, locale) if use.weight is not None else ""),
                    _text(target_text(use.target or kpi.target, kpi, locale)),
                    _text(basis_of(kpi, locale)),
                    _text(source_of(graph, kpi, locale)),
                    _text(opening(kpi.frequency.text(locale)) if kpi.frequency else ""),
                    _text(assessor_of(graph, role, kpi, locale)),
                )
            )
        )
    if not rows:
        return ()
    if total is not None and len(rows) > 1:
        cells = (Cell((inline(words("total")),)), _text(percent.text(total, locale)), *[Cell()] * 5)
        rows.append(Row(cells, RowKind.TOTAL))
    columns = (
        Column(words("kpi"), 2),
        Column(words("kpi_weight"), 0.8, Align.CENTER),
        Column(words("target"), 1.5),
        Column(words("formula"), 2.3),
        Column(words("source"), 1.3),
        Column(words("period"), 0.9),
        Column(words("assessor"), 1.2),
    )
    return (filled_table(columns, rows, least=1),)


def assessor_of(graph: Graph, role: Role, kpi: Kpi, locale: str) -> str:
    """Who judges the KPI: as written, else the superior of who is measured by it.

    Nobody judges what they are measured by themselves, though others may share the KPI.
    """
    written = graph.links.targets(kpi.address, "assessor")
    superior = graph.reporting.above.get(role.id)
    if written and role.address not in written:
        return names(graph, locale, written)
    return graph.role(superior).in_(locale) if superior else ""


def _text(text: str) -> Cell:
    """A cell with a line of text, or an empty one."""
    return Cell((inline(text),)) if text else Cell()


def basis_of(kpi: Kpi, locale: str) -> str:
    """The formula, else the standard by which it is judged."""
    basis = kpi.formula or kpi.standard or kpi.description
    return basis.in_(locale) if basis else ""


def source_of(graph: Graph, kpi: Kpi, locale: str) -> str:
    """Where the figure comes from: a system or the like, else the words given."""
    named = names(graph, locale, graph.links.targets(kpi.address, "source"))
    return named or (kpi.source.in_(locale) if kpi.source else "")


def revisions(graph: Graph, role: Role, locale: str) -> tuple[Block, ...]:
    """What changed in the post, in its duties, and in what it is measured by."""
    done, answered = own_duties(graph, role)
    about = {duty.address for duty in (*done, *answered)}
    about.update(graph.links.targets(role.address, "kpis"))
    return recorded(graph, role, locale, about)


def signatures(graph: Graph, role: Role, locale: str) -> tuple[Block, ...]:
    """Boxes for those who sign."""
    return (signature(graph, role, Words(locale), "sign_holder"),)


def signature(graph: Graph, role: Role, words: Words, holder: str) -> Signature:
    """Boxes for the holder under a word, the superior and human resources.

    An agent or a system signs nothing: the next human above, who answers for it, signs alone.
    """
    if role.nature == "human":
        above = words("sign_superior") if graph.reporting.above.get(role.id) else ""
        parties = [words(holder), above, words("sign_hr")]
    else:
        superiors = map(graph.role, graph.reporting.ancestors(role.id))
        post = next((each for each in superiors if each.nature == "human"), None)
        answering = words("sign_answering")
        parties = [f"{answering} · {post.in_(words.locale)}" if post else answering]
    return Signature(tuple(filter(None, parties)), words("sign_name"), words("date"))
