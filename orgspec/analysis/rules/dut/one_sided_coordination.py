"""DUT014: one-sided-coordination."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.contacts import Contacts
from orgspec.graph.graph import Graph
from orgspec.graph.reporting import bare
from orgspec.model.duty import Duty
from orgspec.model.program import Link

_PARTIES = ("role", "department", "person")


@rule(
    "DUT014",
    "one-sided-coordination",
    since="0.1",
    severity=Severity.INFO,
    finds_absence=True,
)
def one_sided_coordination(context: Context) -> Iterator[Finding]:
    """
    The `coordination` of a duty names a party of the organisation, and nothing answers: in none
    of that party's coordination, cells, handoffs, meetings or adjacent steps is an R of the
    duty. Only of a party that has coordination itself.

    ## Why
    Coordination takes two. If only one of them knows of it, the other will be asked for something
    that nobody planned.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      seller: {reports_to: director}
      buyer: {reports_to: director}
    duties:
      selling:
        raci: {A: director, R: seller}
        coordination: [{with: buyer, about: stock}]
      buying:
        raci: {A: director, R: buyer}
        coordination: [{with: director, about: budget}]
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      seller: {reports_to: director}
      buyer: {reports_to: director}
    duties:
      selling:
        raci: {A: director, R: seller}
        coordination: [{with: buyer, about: stock}]
      buying:
        raci: {A: director, R: buyer}
        coordination: [{with: director, about: budget}, {with: seller, about: stock}]
    ```

    ---
    职责的 `coordination` 写了组织内的一方，对方却没有任何对应：其协调、责任矩阵、交接、会议和相邻步骤中
    都没有该职责的 R。只判断自身写有协调关系的一方。

    ## 为什么
    协调是双方的事。只有一方知道，另一方便会被要求做没有人安排的事。

    ## 怎么改
    请在对方的职责中写明协调，或写明会议、交接，或删去该项。
    """
    graph = context.graph
    duties = [duty for duty in graph.organisation.duties.values() if duty.coordination]
    if not duties:
        return
    contacts = Contacts(graph)
    coordinating: frozenset[str] | None = None
    for duty in duties:
        row = graph.row(duty)
        roles = row.roles("R") or row.roles("A")
        for link in context.links.of(duty.address, "coordination") if roles else ():
            party = _party(graph, link)
            if party is None:
                continue
            members = _members(graph, party)
            if any(role in members for role in roles):  # the party itself, or in it
                continue
            if contacts.answer(party, roles):
                continue
            if coordinating is None:
                coordinating = _coordinating(graph, duties)
            if context.given(not coordinating.isdisjoint(members)):
                yield _finding(context, duty, link, party)


def _coordinating(graph: Graph, duties: Iterable[Duty]) -> frozenset[str]:
    """The ids of the roles that do some duties or answer for them."""
    return frozenset(role for duty in duties for role in graph.row(duty).roles("R", "A"))


def _party(graph: Graph, link: Link) -> str | None:
    """The address of the role or department that is meant; a person is the primary role."""
    target = link.target
    if target is None or target.partition("/")[0] not in _PARTIES:
        return None
    if target.startswith("person/"):
        role = graph.stand_in.get(target)
        return f"role/{role}" if role is not None else None
    return target


def _members(graph: Graph, party: str) -> tuple[str, ...]:
    """The ids of the roles of a party."""
    if party.startswith("department/"):
        return graph.all_roles_of(bare(party))
    return (bare(party),)


def _finding(context: Context, duty: Duty, link: Link, party: str) -> Finding:
    """The finding, at the name of the party."""
    row = context.graph.row(duty)
    role = context.graph.role((row.roles("R") or row.roles("A"))[0])
    return Finding(
        context.at(duty, *link.route),
        say(
            "`{duty}` is coordinated with `{other}`, where nothing mentions `{role}`",
            "`{duty}` 须与 `{other}` 协调，而对方没有任何一处提到 `{role}`",
            duty=duty,
            other=context.name(party),
            role=role,
        ),
        say(
            "write it in a duty of `{other}` too (`coordination`), or a handoff or a meeting",
            "请在 `{other}` 的职责中也写明协调（`coordination`），或写明交接、会议",
            other=context.name(party),
        ),
        related=(
            context.at(party, message=say("nothing answers here", "此方没有对应")),
            context.at(role, message=say("does the duty", "执行该职责")),
        ),
    )
