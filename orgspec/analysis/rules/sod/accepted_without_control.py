"""SOD006: accepted-without-control."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.registry import registry
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Label, quoted, say
from orgspec.model.entity import Entity
from orgspec.model.governance import Acceptance, Separation
from orgspec.syntax.nodes import MapNode, SeqNode

_WANTED = ("control", "owner", "until")


@rule("SOD006", "accepted-without-control", since="0.1")
def accepted_without_control(context: Context) -> Iterator[Finding]:
    """
    An `accepted` of a separation that says no `control`, `owner` or `until`, or is past its last
    day; an `allow` of a SOD check without `owner` or `until`.

    ## Why
    A conflict may be lived with only while something else guards the matter, somebody answers for
    it, and the decision comes back to the table.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      clerk: {reports_to: director}
    duties:
      make-documents: {raci: {A: director, R: clerk}}
      check-documents: {raci: {A: director, R: clerk}}
    separations:
      documents:
        between: [make-documents, check-documents]
        accepted: {control: ten documents a month looked at by the director, owner: director}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      clerk: {reports_to: director}
    duties:
      make-documents: {raci: {A: director, R: clerk}}
      check-documents: {raci: {A: director, R: clerk}}
    separations:
      documents:
        between: [make-documents, check-documents]
        accepted: {control: ten documents a month looked at, owner: director, until: 2099-12-31}
    ```

    ## Source
    Compensating controls, where staff are too few to segregate duties (ISACA; COSO 2013,
    principle 10).

    ---
    分离的 `accepted` 没有写 `control`（控制措施）、`owner`（负责人）或 `until`（期限），或已过最后一天；
    对 SOD 检查的 `allow` 没有写 `owner` 或 `until`。

    ## 为什么
    只有另有措施把关、有人负责、到期重新审议，才可以容忍不相容职务由一人兼任。

    ## 怎么改
    请写明控制措施、负责人和期限；已到期的，请重新决定或把职责分开。

    ## 来源
    人员不足以分离职务时的补偿性控制（ISACA；COSO 2013 原则 10）。
    """
    for separation in context.organisation.separations.values():
        for index, accepted in enumerate(separation.accepted):
            yield from _accepted(context, separation, index, accepted)
    yield from _allowed(context)


def _accepted(
    context: Context, separation: Separation, index: int, accepted: Acceptance
) -> Iterator[Finding]:
    """What one `accepted` lacks, or that it is over."""
    written = _written(context, separation, index)
    missing = [f for f in _WANTED if getattr(accepted, f) is None and f not in written]
    if missing:
        yield Finding(
            _place(context, separation, index),
            say(
                "a conflict in `{separation}` is accepted without {missing}",
                "`{separation}` 中的冲突已被接受，却未写明 {missing}",
                separation=separation,
                missing=quoted(missing),
            ),
            say(
                "write what guards the matter instead in `control`, who answers for it in `owner`,"
                " and its last day in `until`",
                "请在 `control` 写明代替分离的控制措施，在 `owner` 写明负责人，在 `until` 写明最后一天",
            ),
        )
    elif accepted.until is not None and accepted.until < context.today:
        yield Finding(
            context.at(separation, "accepted", index, "until"),
            say(
                "what `{separation}` accepts ended on {until}",
                "`{separation}` 所接受的冲突已于 {until} 到期",
                separation=separation,
                until=accepted.until,
            ),
            say(
                "part the duties, or let `{owner}` decide on a new date",
                "请把职责分开，或由 `{owner}` 另定期限",
                owner=_owner(context, separation, index),
            ),
        )


def _owner(context: Context, separation: Separation, index: int) -> Entity | str:
    """Who answers for an acceptance, as declared or as written."""
    links = context.links.of(separation.address, "accepted")
    link = next(x for x in links if x.route[1:3] == (index, "owner"))
    return context.name(link.target or link.text)


def _written(context: Context, separation: Separation, index: int) -> frozenset[str]:
    """The keys of an `accepted`, also of values that could not be read."""
    node = context.program.origins[separation.address].at(("accepted", index)).node
    return frozenset(node) if isinstance(node, MapNode) else frozenset()


def _place(context: Context, separation: Separation, index: int) -> Label:
    """The key `accepted`; of several entries the first key of the one that is meant."""
    origin = context.program.origins[separation.address]
    node = origin.at(("accepted", index)).node
    listed = isinstance(origin.at(("accepted",)).node, SeqNode)
    if listed and isinstance(node, MapNode) and node:
        return context.at(separation, "accepted", index, next(iter(node)), key=True)
    return context.at(separation, "accepted", key=True)


def _allowed(context: Context) -> Iterator[Finding]:
    """Each `allow` of a check of this family that nobody owns, or that never ends."""
    rules = [x for x in registry().rules.values() if x.family == "SOD"]
    names = frozenset(name for each in rules for name in (each.code, each.name))
    organisation = context.organisation
    for entity in (organisation.profile, *organisation.entities()):
        for index, allowance in enumerate(entity.allow):
            missing = [f for f in ("owner", "until") if getattr(allowance, f) is None]
            if allowance.code in names and missing:
                yield Finding(
                    context.at(entity, "allow", index, "code"),
                    say(
                        "`{code}` is accepted without {missing}",
                        "接受了 `{code}`，却未写明 {missing}",
                        code=allowance.code,
                        missing=quoted(missing),
                    ),
                    say(
                        "write who answers for it in `owner`, and its last day in `until`",
                        "请在 `owner` 写明负责人，在 `until` 写明最后一天",
                    ),
                )
