"""The delegation of authority (审批权限表): who proposes, reviews and decides up to what."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from orgspec.document import (
    Align,
    Cell,
    Column,
    Document,
    Emphasis,
    Inline,
    Row,
    Section,
    Table,
    Tone,
    inline,
)
from orgspec.graph.graph import Graph
from orgspec.model.governance import Authority
from orgspec.model.values.amount import Amount
from orgspec.model.values.numerals import grouped
from orgspec.view.frame import framed
from orgspec.view.job.standing import names
from orgspec.view.job.tables import filled_table
from orgspec.view.limits import limit_of, limit_text, unit_of
from orgspec.view.responsibility.parties import departments_in_order
from orgspec.view.tables.acts import Act, acts_of
from orgspec.view.tables.cells import EMPTY, group, strong, text
from orgspec.view.words import Words

_MOST_POSTS = 12  # columns of one overview; more posts take another one
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"


def authorities(graph: Graph, locale: str, *, draft: bool = False) -> Document:
    """Every authority: an overview of matters and posts, then each with its order and limits."""
    words = Words(locale)
    acts = {a.id: acts_of(graph, a) for a in graph.organisation.authorities.values()}
    overviews = _overviews(graph, acts, locale)
    parts = [
        f" {part}/{len(overviews)}" if len(overviews) > 1 else ""
        for part in range(1, len(overviews) + 1)
    ]
    sections = (
        *(
            Section(words("s_matrix") + part, (table,))
            for part, table in zip(parts, overviews, strict=True)
        ),
        Section(words("s_levels"), (_details(graph, acts, locale),)),
    )
    name = graph.organisation.profile.in_(locale) if graph.organisation.profile.name else ""
    size = words.counted("matters_count", len(acts))
    return framed(
        graph, locale, words("authority_table"), sections, landscape=True, draft=draft,
        subtitle=" · ".join(part for part in (name, size) if part),
    )  # fmt: skip


# --- the overview ---


def _overviews(graph: Graph, acts: dict[str, tuple[Act, ...]], locale: str) -> list[Table]:
    """The matters by post, in as many tables as stay legible."""
    posts = _posts(graph, acts)
    count = -(-len(posts) // _MOST_POSTS)
    bounds = [part * len(posts) // count for part in range(count + 1)] if count else []
    return [_overview(graph, acts, posts[a:b], locale) for a, b in pairwise(bounds)]


def _posts(graph: Graph, acts: dict[str, tuple[Act, ...]]) -> list[str]:
    """The posts that bear a part, those far from the top first: approval goes from left to right.

    Equally far ones stand by department.
    """
    named = {role for each in acts.values() for act in each for role in act.roles}
    depth = {role: sum(1 for _ in graph.reporting.ancestors(role)) for role in named}
    written = [role for role in graph.organisation.roles if role in named]
    order = departments_in_order(graph)
    place = {role: order.get(graph.department_of_role.get(role, ""), len(order)) for role in named}
    return sorted(written, key=lambda role: (-depth[role], place[role]))


def _overview(
    graph: Graph, acts: dict[str, tuple[Act, ...]], posts: list[str], locale: str
) -> Table:
    """One row a matter, one column a post."""
    words = Words(locale)
    rows = []
    for id_, each in acts.items():
        if not any(role in posts for act in each for role in act.roles):
            continue
        authority = graph.organisation.authorities[id_]
        cells = [_part(words, [act for act in each if post in act.roles]) for post in posts]
        matter = strong(authority.in_(locale), _ceiling(words, authority))
        rows.append(Row((matter, *cells, text(_when_vacant(graph, authority, locale)))))
    columns = (
        Column(words("authority_matter"), 1.8),
        *(Column(graph.role(post).in_(locale), 1.2, Align.CENTER) for post in posts),
        Column(words("when_vacant"), 1.1),
    )
    return filled_table(columns, rows, least=1 + len(posts), digest=True)


def _ceiling(words: Words, authority: Authority) -> str:
    """What nobody may go beyond."""
    if authority.max is None:
        return ""
    return words(
        "nobody_beyond", amount=limit_text(limit_of(authority, authority.max), words.locale)
    )


def _part(words: Words, acts: list[Act]) -> Cell:
    """What one post does in one matter."""
    lines: list[Inline] = []
    for act in acts:
        sign = _CIRCLED[act.place - 1] + " " if 0 < act.place <= len(_CIRCLED) else ""
        lines.append(inline(sign + words(f"act_{act.kind}"), Emphasis.STRONG))
        lines += [
            inline(said, Emphasis.MUTED)
            for said in (*_extent(words, act), _condition(words, act))
            if said
        ]
    lines = list(dict.fromkeys(lines))
    kinds = {act.kind for act in acts}
    tone = Tone.ALARM if "denied" in kinds else Tone.CALM if "approve" in kinds else Tone.PLAIN
    return Cell(tuple(lines), tone=tone) if lines else EMPTY


def _extent(words: Words, act: Act) -> list[str]:
    """Between which amounts an act is done, a line for each end."""
    ends = [("> ", act.over), ("≤ ", act.up_to)]
    return [sign + limit_text(end, words.locale) for sign, end in ends if end is not None]


def _condition(words: Words, act: Act) -> str:
    """Under which condition an act is done."""
    return act.condition.in_(words.locale) if act.condition is not None else ""


def _when_vacant(graph: Graph, authority: Authority, locale: str) -> str:
    """Who decides where nobody holds the post."""
    if authority.when_vacant == "up-one-level":
        return Words(locale)("up_one_level")
    return names(graph, locale, graph.links.targets(authority.address, "when_vacant"))


# --- order and limits ---


def _details(graph: Graph, acts: dict[str, tuple[Act, ...]], locale: str) -> Table:
    """Every act of every matter in a row of its own, with its amounts as numbers."""
    words = Words(locale)
    rows: list[Row] = []
    for id_, each in acts.items():
        authority = graph.organisation.authorities[id_]
        note = authority.description.in_(locale) if authority.description else ""
        rows.append(group(authority.in_(locale), note))
        rows += [_act(graph, authority, act, locale) for act in each]
        vacant = _when_vacant(graph, authority, locale)
        if vacant:
            rows.append(Row((EMPTY, text(words("when_vacant")), text(vacant), *[EMPTY] * 4)))
    columns = (
        Column(words("order"), 0.6, Align.CENTER), Column(words("act"), 0.9),
        Column(words("post"), 2.6), Column(words("over_amount"), 1.1, Align.END),
        Column(words("up_to_amount"), 1.1, Align.END), Column(words("measured_in"), 0.8, Align.CENTER),
        Column(words("condition"), 2.4),
    )  # fmt: skip
    table = filled_table(columns, rows, least=0, group=words("authority_matter"))
    return replace(table, about=words("authority_about"))


def _act(graph: Graph, authority: Authority, act: Act, locale: str) -> Row:
    """One act."""
    words = Words(locale)
    unit = next((end for end in (act.over, act.up_to) if end is not None), None)
    open_ended = act.kind == "approve" and act.up_to is None
    return Row(
        (
            text(str(act.place) if act.place else ""),
            text(words(f"act_{act.kind}"), tone=Tone.ALARM if act.kind == "denied" else Tone.PLAIN),
            text(words.join([graph.role(role).in_(locale) for role in act.roles])),
            text(_figure(act.over)),
            text(words("no_limit") if open_ended else _figure(act.up_to)),
            text(unit_of(unit, locale) if unit is not None else ""),
            text(_condition(words, act)),
        )
    )


def _figure(amount: Amount | None) -> str:
    """The number of an amount in full, as a sheet computes with it."""
    return grouped(amount.number, "en") if amount is not None else ""
