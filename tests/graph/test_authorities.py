"""Authorities: what their amounts are counted in, and how far each role reaches."""

from decimal import Decimal

import pytest

from orgspec.graph.authorities import itself_and_bases, reaches, scale_of, spans_of, stands_in
from orgspec.model.governance import Authority
from orgspec.model.program import Program
from orgspec.model.values.amount import Amount
from orgspec.model.values.interval import Interval
from orgspec.testing import compiled


def authority(fields: str) -> tuple[Program, Authority]:
    """The one authority of a specification with three roles."""
    text = f"roles: {{a: {{}}, b: {{}}, c: {{}}}}\nauthorities: {{x: {{{fields}}}}}\n"
    program = compiled(text).program
    return program, program.organisation.authorities["x"]


@pytest.mark.parametrize(
    ("fields", "unit", "factor"),
    [
        ('measure: "%", levels: [{role: a, up_to: 3}]', "%", 1),
        ("measure: 元, levels: [{role: a, up_to: 5万元}]", "CNY", 1),
        ("measure: 万元, levels: [{role: a, up_to: 5}]", "CNY", 10000),
        ("measure: 合同金额, levels: [{role: a, up_to: 5 USD}]", "USD", 1),
        ("measure: days, levels: [{role: a, up_to: 3}]", "days", 1),
        ("levels: [{role: a, up_to: 3}, {role: b, up_to: 5元}]", "CNY", 1),
        ("levels: [{role: a}]", "", 1),
    ],
)
def test_an_authority_is_counted_in_one_unit(fields: str, unit: str, factor: int) -> None:
    found = scale_of(authority(fields)[1])
    assert found is not None
    assert found.unit == unit
    assert found.factor == factor


@pytest.mark.parametrize(
    "fields",
    [
        'measure: "%", levels: [{role: a, up_to: 5元}]',
        "levels: [{role: a, up_to: 5元}, {role: b, up_to: 5 USD}]",
    ],
)
def test_amounts_in_different_units_do_not_compare(fields: str) -> None:
    assert scale_of(authority(fields)[1]) is None


def test_an_amount_in_another_unit_has_no_figure() -> None:
    scale = scale_of(authority("measure: 万元, levels: [{role: a, up_to: 5}]")[1])
    assert scale is not None
    assert scale.figure(Amount(Decimal(5))) == 50000
    assert scale.figure(Amount(Decimal(5), "CNY")) == 5
    assert scale.figure(Amount(Decimal(5), "%")) is None
    assert scale.figure(None) is None


def test_a_level_begins_where_the_one_before_it_ends() -> None:
    _, found = authority("levels: [{role: a, up_to: 3}, {role: b, up_to: 10}, {role: c}]")
    scale = scale_of(found)
    assert scale is not None
    assert spans_of(found, scale) == (
        Interval(high=Decimal(3)),
        Interval(Decimal(3), Decimal(10), True),
        Interval(Decimal(10), None, True),
    )


def test_a_role_reaches_as_far_as_its_highest_level_and_never_beyond_max() -> None:
    program, found = authority("max: 30, levels: [{role: [a, b], up_to: 3}, {role: b}]")
    scale = scale_of(found)
    assert scale is not None
    limits = reaches(program, found, scale)
    assert {role: end for role, (end, _) in limits.items()} == {
        "a": (Decimal(3), True),
        "b": (Decimal(30), True),
    }


def test_a_role_stands_among_holders_by_itself() -> None:
    program, _ = authority("levels: [{role: a}]")
    assert list(itself_and_bases(program, "a")) == ["a"]
    assert stands_in(program, "a", ("b", "a")) == "a"
    assert stands_in(program, "c", ("b", "a")) is None
