"""What happens when the parties disagree or are late, how long they agree, and who signs."""

from __future__ import annotations

from orgspec.document import (
    Block,
    Column,
    Emphasis,
    Listing,
    Paragraph,
    Row,
    Signature,
    Table,
    inline,
)
from orgspec.model.workflow import Rung, Workflow
from orgspec.view.bearers import holders
from orgspec.view.frame import header_of
from orgspec.view.job.standing import names
from orgspec.view.job.tables import filled_table
from orgspec.view.pact.frame import Pact
from orgspec.view.pact.review import next_review, period
from orgspec.view.pact.work import joint_workflows
from orgspec.view.revisions import revisions as recorded
from orgspec.view.staffing import number
from orgspec.view.tables.cells import group, opening, strong, text


def escalation(pact: Pact, section: int) -> tuple[Block, ...]:
    """The ladder: contacts, heads, common superior; and where late steps of workflows go."""
    words = pact.words
    heads = [h for side in pact.sides if (h := pact.graph.head_of.get(side)) is not None]
    common = common_superior(pact)
    rungs = [(words("ladder_contacts"), "ladder_contacts_when")]
    if heads:
        shown = words.join([_post(pact, head) for head in dict.fromkeys(heads)])
        rungs.append((shown, "ladder_heads_when"))
    if common is not None:
        rungs.append((_post(pact, common), "ladder_common_when"))
    rows = [
        Row((text(words.numeral(index)), strong(who), text(words(when))))
        for index, (who, when) in enumerate(rungs)
    ]
    columns = (
        Column(words("ladder_level"), 0.6),
        Column(words("ladder_who"), 2.6),
        Column(words("ladder_when"), 4.6),
    )
    late = _late_steps(pact)
    blocks: list[Block] = [filled_table(columns, rows)]
    if late is not None:
        blocks = [
            pact.clause(section, 0, words("ladder_steps")), *blocks,
            pact.clause(section, 1, words("ladder_flows")), late,
        ]  # fmt: skip
    if any(pact.graph.organisation.handoffs[h].escalation for h in pact.work.handoffs):
        blocks.append(Paragraph(inline(words("ladder_handoffs"), Emphasis.MUTED)))
    return tuple(blocks)


def _post(pact: Pact, role: str) -> str:
    """A post with who holds it."""
    people = holders(pact.graph, role, pact.locale)
    name = pact.graph.role(role).in_(pact.locale)
    return pact.words("holder_share", name=name, share=people) if people else name


def _late_steps(pact: Pact) -> Table | None:
    """Where a late step of a joint workflow goes; None if no ladder says."""
    words = pact.words
    rows: list[Row] = []
    for workflow in joint_workflows(pact):
        if not workflow.escalation:
            continue
        rows.append(group(workflow.in_(pact.locale)))
        for index, rung in enumerate(workflow.escalation):
            late = rung.after.text(pact.locale) if rung.after else words("at_once")
            rows.append(Row((text(opening(late)), text(_to(pact, workflow, rung, index)))))
    columns = (Column(words("late_by"), 1.4), Column(words("goes_to"), 6.4))
    return filled_table(columns, rows) if rows else None


def _to(pact: Pact, workflow: Workflow, rung: Rung, index: int) -> str:
    """Whom a rung of a workflow means."""
    graph, words = pact.graph, pact.words
    owner = names(graph, pact.locale, graph.links.targets(workflow.address, "owner"))
    named = [
        x.target
        for x in graph.links.of(workflow.address, "escalation")
        if x.route[1] == index and x.target is not None
    ]
    if named:
        return names(graph, pact.locale, named)
    if rung.to == "owner":
        return words("owner_of_flow", owner=owner) if owner else words("none")
    return words({"superior": "superior_of_step", "head": "head_of_step"}.get(rung.to, "none"))


def common_superior(pact: Pact) -> str | None:
    """The nearest role above the heads of both sides, other than these; None if there is none."""
    graph = pact.graph
    one, other = (graph.head_of.get(side) for side in pact.sides)
    if one is None or other is None:
        return None
    above = {*graph.reporting.ancestors(other)}
    return next(
        (r for r in graph.reporting.ancestors(one) if r in above and r not in (one, other)), None
    )


def terms(pact: Pact, _section: int) -> tuple[Block, ...]:
    """How limits count, from when the agreement is in force, and when it is reviewed."""
    graph, words = pact.graph, pact.words
    calendar = graph.organisation.profile.calendar
    hours, days = number(calendar.hours_per_day), number(calendar.days_per_week)
    items = []
    if pact.work.handoffs:
        items.append(words("term_acceptance"))
    bare_days = "term_calendar" if calendar.days == "calendar" else "term_time"
    items.append(words(bare_days, hours=hours, days=days))
    header = header_of(graph, None)
    begins = header.effective or header.approved_on
    items.append(
        words("term_effective", date=begins.isoformat()) if begins else words("term_signed")
    )
    every, due = period(graph, pact.locale), next_review(graph)
    if every and due:
        items.append(words("term_review_by", period=every, date=due))
    elif every:
        items.append(words("term_review", period=every))
    elif due:
        items.append(words("term_by", date=due))
    items.append(words("term_change"))
    return (Listing(tuple(inline(item) for item in items), ordered=True),)


def revisions(pact: Pact, _section: int) -> tuple[Block, ...]:
    """What changed in the handoffs between the two, and in their joint workflows."""
    about = {f"handoff/{handoff}" for handoff in pact.work.handoffs}
    about.update(workflow.address for workflow in joint_workflows(pact))
    return recorded(pact.graph, None, pact.locale, about)


def signatures(pact: Pact, _section: int) -> tuple[Block, ...]:
    """What the heads promise, and boxes for both and for who approves."""
    graph, words, locale = pact.graph, pact.words, pact.locale
    signers = []
    for side in pact.sides:
        head = graph.head_of.get(side)
        post = graph.role(head).in_(locale) if head is not None else words("unit_head")
        signers.append(words("sign_for", unit=pact.name(side), post=post))
    common = common_superior(pact)
    if common is not None:
        signers.append(words("sign_common", post=graph.role(common).in_(locale)))
    return (
        Paragraph(inline(words("term_promise"))),
        Signature(tuple(signers), words("sign_name"), words("date")),
    )
