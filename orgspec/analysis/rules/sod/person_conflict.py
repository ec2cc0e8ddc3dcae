"""SOD002: person-conflict."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.analysis.separation_story import Side, advice, declared, doing, holding, role_of
from orgspec.diagnostics import say
from orgspec.graph.separations import Apart, Clash


@rule("SOD002", "person-conflict", since="0.1")
def person_conflict(context: Context) -> Iterator[Finding]:
    """
    One person does two sides of a declared separation through two roles, neither of which breaks
    it alone (that is SOD001). Every hold in force counts, acting ones too. One finding a person
    and separation.

    ## Why
    Two posts that are apart on paper are one hand where one person holds both.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      buyer: {reports_to: director}
      cashier: {reports_to: director}
    people:
      chen: {holds: director}
      lin:
        holds:
          - {role: buyer, primary: true, share: 50%}
          - {role: cashier, share: 50%, boundary: pays what others approve}
      wu: {holds: [{role: buyer, share: 50%}]}
      mo: {holds: [{role: cashier, share: 50%}]}
    duties:
      place-orders: {raci: {A: director, R: buyer}}
      pay-suppliers: {raci: {A: director, R: cashier}}
    separations:
      order-and-pay: {between: [place-orders, pay-suppliers]}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      buyer: {reports_to: director}
      cashier: {reports_to: director}
    people:
      chen: {holds: director}
      lin: {holds: buyer}
      mo: {holds: cashier}
    duties:
      place-orders: {raci: {A: director, R: buyer}}
      pay-suppliers: {raci: {A: director, R: cashier}}
    separations:
      order-and-pay: {between: [place-orders, pay-suppliers]}
    ```

    ## Source
    Segregation of duties is judged by people, not by posts (COSO 2013, principle 10).

    ---
    同一个人通过两个岗位承担了已声明分离的两方，而任何一个岗位单独都不违反（单独违反的是 SOD001）。
    所有在任的岗位都计算在内，包括代行。每人、每条分离报告一次。

    ## 为什么
    纸面上分开的两个岗位，由一个人兼任，就仍是同一只手。

    ## 怎么改
    请由他人担任其中一个岗位，或把其中一方移交给别的岗位；确实无法分离的，请写明 `accepted`。

    ## 来源
    不相容职务分离看人而不看岗（COSO 2013 原则 10）。
    """
    if not context.organisation.people:
        return
    for apart in context.graph.separations.every:
        for person, roles in _people(context, apart).items():
            clash = _joint(apart, roles)
            if clash is None:
                continue
            parties = (f"person/{person}", *(role_of(context, part).address for part in clash))
            if not context.graph.separations.accepts(apart.separation, parties):
                yield _finding(context, apart, person, clash)


def _people(context: Context, apart: Apart) -> dict[str, list[str]]:
    """Person → the roles of those that do a side that they hold today, two or more."""
    found: dict[str, list[str]] = {}
    for role in apart.parts:
        for person in context.graph.coverage.holders(role, acting=True):
            found.setdefault(person, []).append(role)
    return {person: roles for person, roles in found.items() if len(roles) > 1}


def _joint(apart: Apart, roles: list[str]) -> Clash | None:
    """The first two sides that two of the roles make together."""
    found = (apart.joint(role, roles[index + 1 :]) for index, role in enumerate(roles))
    return next((clash for clash in found if clash is not None), None)


def _finding(context: Context, apart: Apart, person: str, clash: Clash) -> Finding:
    """One person on two sides."""
    one, other = (role_of(context, part) for part in clash)
    place, *rest = holding(context, person, other.id)
    return Finding(
        place,
        say(
            "`{person}` does two things that `{separation}` keeps apart: as `{one}` {first}, and "
            "as `{other}` {second}",
            "`{person}` 兼任了 `{separation}` 要求分离的两方：以 `{one}` 的身份负责{first}，以 "
            "`{other}` 的身份负责{second}",
            person=context.organisation.people[person],
            separation=apart.separation,
            one=one,
            other=other,
            first=Side(context, clash[0]),
            second=Side(context, clash[1]),
        ),
        advice(apart.separation, Side(context, clash[0]), Side(context, clash[1])),
        (
            *holding(context, person, one.id),
            *rest,
            *(label for part in clash for label in doing(context, part.deed, part.cell)),
            *declared(context, apart, *clash),
        ),
        address=f"person/{person}",
    )
