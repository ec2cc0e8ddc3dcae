"""How findings about headcount speak: figures of heads, and the people who fill a role."""

from __future__ import annotations

from decimal import Decimal

from orgspec.analysis.context import Context
from orgspec.diagnostics import Label, say
from orgspec.model.role import Role
from orgspec.model.values import percent
from orgspec.model.values.numerals import plain


def heads(number: Decimal) -> str:
    """A number of heads, to two places and without needless zeros: 3, 2.5, 0.33."""
    return plain(number.quantize(Decimal("0.01")).normalize())


def holders(context: Context, role: Role) -> tuple[Label, ...]:
    """Everyone who fills a role today, with the share that it takes of them."""
    coverage = context.graph.coverage
    return tuple(
        context.at(
            person,
            "holds",
            place,
            "role",
            message=say(
                "`{person}`, {share}",
                "`{person}`，{share}",
                person=person,
                share=percent.text((coverage.share(person, hold) * 100).quantize(Decimal(1))),
            ),
        )
        for person, hold, place in coverage.active(role.id)
    )
