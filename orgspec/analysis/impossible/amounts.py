"""Limits and headcounts below zero, and amounts in the wrong unit."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding
from orgspec.diagnostics import say
from orgspec.model.governance import Authority
from orgspec.model.values import amount
from orgspec.model.values.amount import Amount
from orgspec.model.values.duration import read as read_duration
from orgspec.model.values.wording import normal
from orgspec.syntax.nodes import Step as RouteStep

_Place = tuple[str, tuple[RouteStep, ...]]
"""The address of an entity and a route in it."""


def limits(context: Context) -> Iterator[Finding]:
    """Headcounts, amounts and repetitions below zero, and working time beyond a day or week."""
    for role in context.organisation.roles.values():
        for key in ("planned", "current"):
            number = getattr(role.headcount, key)
            if number is not None and number < 0:
                yield _negative(context, (role.address, ("headcount", key)))
    for place, found in _amounts(context):
        if found.number < 0:
            yield _negative(context, place)
    for step in context.organisation.steps.values():
        for index, edge in enumerate(step.next):
            if edge.at_most is not None and edge.at_most < 0:
                yield _negative(context, (step.address, ("next", index, "at_most")))
    yield from _working_time(context)


def _working_time(context: Context) -> Iterator[Finding]:
    """A calendar whose days have no hours, or more than there are."""
    calendar = context.organisation.profile.calendar
    for key, most in (("hours_per_day", 24), ("days_per_week", 7)):
        number: Decimal = getattr(calendar, key)
        if not 0 < number <= most:
            yield Finding(
                context.at("organization", "calendar", key),
                say(
                    "`{key}` lies between 0 and {most}",
                    "`{key}` 应大于 0 且不超过 {most}",
                    key=key,
                    most=most,
                ),
                say("write the usual working time", "请写通常的工作时间"),
            )


def _negative(context: Context, place: _Place) -> Finding:
    """A number below zero where there is none."""
    address, route = place
    return Finding(
        context.at(address, *route),
        say(
            "`{key}` of `{one}` is negative",
            "`{one}` 的 `{key}` 为负数",
            key=next(x for x in reversed(route) if isinstance(x, str)),
            one=context.name(address),
        ),
        say("write a number from 0 up", "请写 0 或正数"),
    )


def _amounts(context: Context) -> Iterator[tuple[_Place, Amount]]:
    """Every amount of an authority, and of a step that takes one."""
    for authority in context.organisation.authorities.values():
        yield from _own_amounts(authority)
    for step in context.organisation.steps.values():
        if step.authority is not None and step.authority.up_to is not None:
            yield (step.address, ("authority", "up_to")), step.authority.up_to


def _own_amounts(authority: Authority) -> Iterator[tuple[_Place, Amount]]:
    """The amounts of an authority's levels, and its end."""
    for index, level in enumerate(authority.levels):
        for key, found in (("over", level.over), ("up_to", level.up_to)):
            if found is not None:
                yield (authority.address, ("levels", index, key)), found
    if authority.max is not None:
        yield (authority.address, ("max",)), authority.max


def units(context: Context) -> Iterator[Finding]:
    """Amounts in another unit than the measure of their authority."""
    authorities = context.organisation.authorities
    for authority in authorities.values():
        for place, found in _own_amounts(authority):
            yield from _unit(context, place, found, authority)
    for step in context.organisation.steps.values():
        if step.authority is not None and step.authority.up_to is not None:
            used: _Place = (step.address, ("authority", "up_to"))
            for target in context.links.targets(step.address, "authority"):
                authority = authorities[target.partition("/")[2]]
                yield from _unit(context, used, step.authority.up_to, authority)


def _unit(
    context: Context, place: _Place, found: Amount, authority: Authority
) -> Iterator[Finding]:
    """An amount whose unit is known not to be that of the measure."""
    if not found.unit or authority.measure is None:
        return
    measure = _as_unit(authority.measure)
    if measure is None or measure == (_as_unit(found.unit) or found.unit):
        return
    address, route = place
    yield Finding(
        context.at(address, *route),
        say(
            "`{amount}` is not counted in `{measure}`, the measure of `{authority}`",
            "`{amount}` 的单位不是 `{authority}` 的计量单位 `{measure}`",
            amount=found,
            measure=authority.measure,
            authority=authority,
        ),
        say(
            "write the amount in `{measure}`, or change `measure`",
            "请以 `{measure}` 为单位书写，或修改 `measure`",
            measure=authority.measure,
        ),
        related=(context.at(authority, "measure", message=say("the measure", "计量单位")),),
    )


def _as_unit(word: str) -> str | None:
    """The unit that a word stands for, or None: a measure may also be named (合同金额)."""
    plain = normal(word)
    length = read_duration(f"1 {plain}")
    if length is not None:
        return str(length.unit)
    read = amount.read(f"1{plain}") or amount.read(f"1 {plain}")
    if read is None:
        return None
    known = read.is_money or read.unit in ("%", "times")
    single = len(plain) == 1 and not plain.isascii()
    return read.unit if known or single else None
