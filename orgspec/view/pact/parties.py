"""Who agrees, on what, and whom to turn to."""

from __future__ import annotations

from orgspec.document import (
    Block,
    Cell,
    Column,
    Emphasis,
    Listing,
    Paragraph,
    Row,
    Table,
    inline,
)
from orgspec.graph.passing_hands import handlers
from orgspec.view.bearers import first_names, head_line, holders
from orgspec.view.job.tables import filled_table
from orgspec.view.pact.frame import Pact
from orgspec.view.pact.passing import handoff_name
from orgspec.view.pact.work import joint_workflows
from orgspec.view.tables.cells import group, several, strong, text

_MOST_MATTERS = 4


def parties(pact: Pact, _section: int) -> tuple[Block, ...]:
    """Both departments side by side."""
    words = pact.words
    columns = (Column("", 0.9), *(Column(pact.name(side), 3) for side in pact.sides))
    rows = []
    for label, cells in (
        ("unit_head", [text(head_line(pact.graph, side, pact.locale)) for side in pact.sides]),
        ("unit_above", [text(_above(pact, side)) for side in pact.sides]),
        ("unit_mission", [text(_mission(pact, side)) for side in pact.sides]),
        ("unit_functions", [several(functions(pact, side)) for side in pact.sides]),
    ):
        if any(cell.lines for cell in cells):
            cells = [cell if cell.lines else text(words("none")) for cell in cells]
            rows.append(Row((Cell((inline(words(label), Emphasis.STRONG),)), *cells)))
    return (Table(columns, tuple(rows)),)


def _above(pact: Pact, side: str) -> str:
    """The department above a side."""
    above = pact.graph.departments.above.get(side)
    return pact.name(above) if above is not None else ""


def _mission(pact: Pact, side: str) -> str:
    """What a side exists for."""
    mission = pact.graph.department(side).mission
    return mission.in_(pact.locale) if mission is not None else ""


def functions(pact: Pact, side: str) -> list[str]:
    """The functions of a side that the joint duties and steps carry, in written order."""
    graph = pact.graph
    duties = [f"duty/{duty}" for duty in pact.work.duties]
    duties += [f"duty/{duty}" for duty, _ in pact.work.coordination]
    for crossing in pact.work.crossings:
        for step in (crossing.source, crossing.target):
            duties += graph.links.targets(f"step/{step}", "duty")
    carried = {f for duty in duties for f in graph.links.targets(duty, "fulfils")}
    return [
        function.in_(pact.locale)
        for function in graph.department(side).functions
        if function.address in carried
    ]


def scope(pact: Pact, _section: int) -> tuple[Block, ...]:
    """Why the parties agree, and on what."""
    words, work = pact.words, pact.work
    handoffs = [handoff_name(pact, pact.graph.organisation.handoffs[h]) for h in work.handoffs]
    flows = [w.in_(pact.locale) for w in joint_workflows(pact)]
    items = []
    for key, listed, count in (
        ("scope_handoffs", handoffs, len(handoffs)),
        ("scope_workflows", flows, len(flows)),
        ("scope_duties", [], len(work.duties)),
        ("scope_coordination", [], len(work.coordination)),
    ):
        if count:
            shown = words("semicolon").join(dict.fromkeys(listed))
            items.append(inline(words(key, n=count, names=shown)))
    return (
        Paragraph(inline(words("purpose_text", both=pact.both))),
        Paragraph(inline(words("scope_title"))),
        Listing(tuple(items), ordered=True),
        Paragraph(inline(words("scope_rest"))),
    )


def contacts(pact: Pact, _section: int) -> tuple[Block, ...]:
    """Of each side its head and those who do the joint work, with how to reach them."""
    words, locale = pact.words, pact.locale
    rows: list[Row] = []
    for side in pact.sides:
        matters = _matters(pact, side)
        if not matters:
            continue
        rows.append(group(pact.name(side)))
        for role, about in matters.items():
            shown = first_names(about, locale, _MOST_MATTERS, "semicolon")
            if role == pact.graph.head_of.get(side):
                shown = words("semicolon").join(
                    part for part in (words("head_in_all"), shown) if part
                )
            rows.append(
                Row(
                    (
                        strong(pact.graph.role(role).in_(locale)),
                        _held_by(pact, role),
                        text(shown),
                    )
                )
            )
    columns = (
        Column(words("contact_post"), 1.5),
        Column(words("unit_holder"), 2),
        Column(words("contact_for"), 3.6),
    )
    return (filled_table(columns, rows, least=1),) if rows else ()


def _matters(pact: Pact, side: str) -> dict[str, list[str]]:
    """Each contact of a side with what to talk about: the head first, then who does the work."""
    graph, locale = pact.graph, pact.locale
    found: dict[str, list[str]] = {}
    head = graph.head_of.get(side)
    if head is not None:
        found[head] = []
    for id_ in pact.work.handoffs:
        handoff = graph.organisation.handoffs[id_]
        for role in handlers(graph, handoff, side):
            found.setdefault(role, []).append(handoff_name(pact, handoff))
    for crossing in pact.work.crossings:
        for id_ in (crossing.source, crossing.target):
            step = graph.organisation.steps[id_]
            for role in graph.row(step).roles("R"):
                if pact.is_of(role, side) and role not in found:
                    found.setdefault(role, []).append(step.in_(locale))
    for duty in pact.work.duties:
        row = graph.rows[f"duty/{duty}"]
        for role in row.roles("R"):
            if pact.is_of(role, side):
                found.setdefault(role, []).append(row.of.in_(locale))
    return found


def _held_by(pact: Pact, role: str) -> Cell:
    """Those who hold a post, and below them their e-mail addresses and telephone numbers.

    A column of their own would stand as wide as the longest address beside many empty cells.
    """
    lines: list[str] = []
    for person, _, _ in pact.graph.holds_of_role.get(role, ()):
        if person.contact is not None:
            lines += [x for x in (person.contact.email, person.contact.phone) if x]
    shown = holders(pact.graph, role, pact.locale)
    if not lines:
        return text(shown)
    return Cell((inline(shown), inline("\n".join(lines), Emphasis.MUTED)))
