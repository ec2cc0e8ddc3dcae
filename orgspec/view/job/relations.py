"""What the post may decide, and whom it works with."""

from __future__ import annotations

from orgspec.document import Block, Cell, Column, Emphasis, Row, RowKind, Table, inline
from orgspec.graph.graph import Graph
from orgspec.graph.handings import handings_of_parties
from orgspec.graph.reporting import bare
from orgspec.model.governance import Authority
from orgspec.model.role import Role
from orgspec.view.limits import limit_text
from orgspec.view.tables.acts import Act, acts_of
from orgspec.view.words import Words


def authorities(graph: Graph, role: Role, locale: str) -> tuple[Block, ...]:
    """Every authority in which the post stands, with its limits."""
    words = Words(locale)
    rows: list[Row] = []
    held = (x.source for x in graph.links.to(role.address) if x.source.startswith("authority/"))
    for address in dict.fromkeys(held):
        authority = graph.organisation.authorities[bare(address)]
        lines = extent(graph, authority, role, locale)
        if lines:
            name = Cell((inline(authority.in_(locale), Emphasis.STRONG),))
            rows.append(Row((name, Cell(tuple(inline(line) for line in lines)))))
    if not rows:
        return ()
    return (Table((Column(words("authority"), 1), Column(words("extent"), 3)), tuple(rows)),)


def extent(graph: Graph, authority: Authority, role: Role, locale: str) -> list[str]:
    """What the post does in an authority and between which amounts, in the order of its acts."""
    acts = (act for act in acts_of(graph, authority) if role.id in act.roles)
    return list(dict.fromkeys(_act(Words(locale), act) for act in acts))


def _act(words: Words, act: Act) -> str:
    """One act, with its limits and its condition."""
    ends = {
        name: limit_text(end, words.locale)
        for name, end in (("over", act.over), ("amount", act.up_to))
        if end is not None
    }
    said = words(f"does_{act.kind}")
    if ends:
        between = words("_".join(("between", *ends)), **ends)
        said = words("does_between", act=words(f"does_{act.kind}"), between=between)
    elif act.kind == "approve":
        said = words("open")
    if act.condition is None:
        return said
    return words("on_condition", said=said, condition=act.condition.in_(words.locale))


def relations(graph: Graph, role: Role, locale: str) -> tuple[Block, ...]:
    """Whom the post works with: from handoffs first, then from letters and coordination."""
    words = Words(locale)
    table: dict[tuple[str, str], list[str]] = {}
    home = graph.department_of_role.get(role.id)
    mine = {role.address} | ({f"department/{home}"} if home else set())
    handings = handings_of_parties(graph)
    known = {each.number: each for party in mine for each in handings.get(party, ())}
    for _, handoff, giver, taker in sorted(known.values()):
        what = [
            graph.organisation.find(a) for a in graph.links.targets(handoff.address, "artifacts")
        ]
        text = words.join([w.in_(locale) for w in what if w is not None]) or handoff.in_(locale)
        if handoff.within is not None:
            text = words("within", matter=text, limit=handoff.within.text(locale))
        if giver in mine and taker and taker not in mine:
            table.setdefault(("downstream", taker), []).append(text)
        elif taker in mine and giver and giver not in mine:
            table.setdefault(("upstream", giver), []).append(text)
    for party, matter in _colleagues(graph, role, locale):
        if not any(known == party for _, known in table) or ("works_with", party) in table:
            table.setdefault(("works_with", party), []).append(matter)
    return _relation_table(graph, locale, table)


def _colleagues(graph: Graph, role: Role, locale: str) -> list[tuple[str, str]]:
    """Parties that the duties of the post are coordinated with, or that bear a letter there."""
    found: list[tuple[str, str]] = []
    for row, acts_as in graph.rows_of_role.get(role.id, ()):
        if acts_as not in "AR" or row.of.kind != "duty":
            continue
        duty = graph.organisation.duties[row.of.id]
        named = set()
        for link in graph.links.of(duty.address, "coordination"):
            index = link.route[1]
            if link.target and isinstance(index, int):
                about = duty.coordination[index].about
                named.add(link.target)
                found.append((link.target, about.in_(locale) if about else duty.in_(locale)))
        for cell in row.cells:
            if (
                cell.party
                and cell.role != role.id
                and cell.party not in named
                and cell.acts_as != "I"
            ):
                found.append((cell.party, duty.in_(locale)))
    return found


def _relation_table(
    graph: Graph, locale: str, table: dict[tuple[str, str], list[str]]
) -> tuple[Block, ...]:
    """The relations as a table, by direction: those inside first, then those outside."""
    words = Words(locale)
    order = ("upstream", "downstream", "works_with")
    groups: dict[str, list[Row]] = {}
    entries = sorted(
        table.items(),
        key=lambda item: (order.index(item[0][0]), item[0][1].startswith("partner/")),
    )
    for (direction, party), matters in entries:
        entity = graph.organisation.find(party)
        if entity is None:
            continue
        outside = entity.kind == "partner" and direction == "works_with"
        lines = tuple(inline(text) for text in list(dict.fromkeys(matters))[:6])
        row = Row((Cell((inline(entity.in_(locale)),)), Cell(lines)))
        groups.setdefault(words("outside" if outside else direction), []).append(row)
    rows: list[Row] = []
    for label, members in groups.items():
        title = Row((Cell((inline(label, Emphasis.STRONG),)),), RowKind.GROUP)
        rows += [title, *members]
    columns = (Column(words("counterpart"), 1.6), Column(words("matter"), 4.5))
    return (Table(columns, tuple(rows)),) if rows else ()
