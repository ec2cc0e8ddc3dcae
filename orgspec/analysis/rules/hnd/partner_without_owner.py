"""HND005: partner-without-owner."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Label, Message, Severity, say
from orgspec.graph.written import is_written
from orgspec.model.cooperation import Partner
from orgspec.model.program import Link

_SHOWN = 6
_SIDES = {"from": "to", "to": "from"}
_OURS = ("role/", "person/")


@rule("HND005", "partner-without-owner", since="0.1", severity=Severity.WARNING)
def partner_without_owner(context: Context) -> Iterator[Finding]:
    """
    A partner that a handoff, a cell of responsibility or the coordination of a duty names has no
    `contact`, and no handoff has a role of our own on its other side.

    ## Why
    What everybody has to do with and nobody keeps is noticed when it fails: nobody knows whom to
    call, and the partner hears three voices.

    ## Example
    ```yaml
    departments: {sales: {head: seller}}
    roles:
      seller: {department: sales, reports_to: none}
    duties:
      shipping: {raci: seller, coordination: [{with: forwarder, about: bookings}]}
    partners:
      forwarder: {kind: logistics}
    ```

    ## Instead
    ```yaml
    departments: {sales: {head: seller}}
    roles:
      seller: {department: sales, reports_to: none}
    duties:
      shipping: {raci: seller, coordination: [{with: forwarder, about: bookings}]}
    partners:
      forwarder: {kind: logistics, contact: seller}
    ```

    ## Source
    Practice of supplier management: each partner has one owner (对接人).

    ---
    交接、责任分配或职责的协作中提到的合作方没有 `contact`，且没有任何交接的另一方是我方岗位。

    ## 为什么
    人人都打交道、却没人对接的合作方，出了问题才被发现：不知道该找谁，对方也不知道听谁的。

    ## 怎么改
    请为合作方写明 `contact`（我方对接岗位）。

    ## 来源
    供应商管理的做法：每个合作方有一名对接人。
    """
    for partner in context.organisation.partners.values():
        if partner.contact is not None or is_written(context.program, partner.address, "contact"):
            continue
        places = []
        for link in context.links.to(partner.address):
            if link.source.startswith("handoff/") and link.route[0] in _SIDES:
                if _is_kept(context, link):
                    break
                places.append(_place(context, link, say("handed over here", "在此交接")))
            elif link.route[0] == "raci":
                places.append(_place(context, link, say("has a part here", "在此参与")))
            elif link.route[0] == "coordination":
                places.append(_place(context, link, say("coordinated with here", "在此协作")))
        else:
            if places:
                yield _finding(context, partner, places)


def _is_kept(context: Context, link: Link) -> bool:
    """Whether a role or person of ours is on the other side; an undeclared name may be one."""
    others = context.links.of(link.source, _SIDES[str(link.route[0])])
    return any(x.target is None or x.target.startswith(_OURS) for x in others)


def _place(context: Context, link: Link, message: Message) -> Label:
    """Where the partner is named."""
    return context.at(link.source, *link.route, message=message)


def _finding(context: Context, partner: Partner, places: list[Label]) -> Finding:
    """The finding, at the partner, with where it is named."""
    return Finding(
        context.at(partner),
        say(
            "nobody keeps the contact with partner `{partner}`",
            "合作方 `{partner}` 没有对接人",
            partner=partner,
        ),
        say(
            "name a role of your own in its `contact`",
            "请在其 `contact` 中写明我方对接岗位",
        ),
        related=tuple(places[:_SHOWN]),
    )
