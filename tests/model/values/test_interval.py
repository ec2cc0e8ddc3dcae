"""Intervals: ends that are in or out, what a set of them leaves open and what it covers twice."""

from decimal import Decimal

import pytest

from orgspec.model.values.interval import Counted, Interval, Overlap, between, gaps, overlaps

FROM_ZERO = Interval(low=Decimal(0))


def over(low: str | None, high: str | None) -> Interval:
    """(low, high], as levels of an authority are."""
    return Interval(Decimal(low) if low else None, Decimal(high) if high else None, low is not None)


def test_an_open_end_is_left_out_and_a_closed_one_is_in() -> None:
    levels = over("3", "10")
    assert Decimal(3) not in levels
    assert Decimal("3.0000001") in levels
    assert Decimal("10.00") in levels
    assert Decimal("10.01") not in levels
    assert Decimal(-5) in Interval() and Decimal(5) in Interval()


@pytest.mark.parametrize(
    "empty", [over("3", "3"), over("5", "3"), Interval(Decimal(3), Decimal(3), False, True)]
)
def test_an_interval_without_numbers_is_empty(empty: Interval) -> None:
    assert empty.is_empty
    assert Decimal(3) not in empty


def test_a_single_number_is_an_interval() -> None:
    assert not Interval(Decimal(3), Decimal(3)).is_empty
    assert Decimal("3.0") in Interval(Decimal(3), Decimal(3))


def test_an_interval_goes_through_its_cuts_and_back() -> None:
    for each in (over("3", "10"), Interval(), Interval(high=Decimal(2), high_open=True), FROM_ZERO):
        assert between(each.start, each.end) == each


def test_levels_that_follow_one_another_leave_nothing_and_double_nothing() -> None:
    levels = [over(None, "3"), over("3", "10"), over("10", None)]
    assert gaps(levels, FROM_ZERO) == ()
    assert overlaps(levels) == ()


def test_a_number_that_both_neighbours_leave_out_is_a_gap() -> None:
    below, above = (
        Interval(high=Decimal(5), high_open=True),
        Interval(low=Decimal(5), low_open=True),
    )
    assert gaps([above, below], FROM_ZERO) == (Interval(Decimal(5), Decimal(5)),)


def test_a_number_that_both_neighbours_take_is_an_overlap() -> None:
    below, above = Interval(high=Decimal(5)), Interval(low=Decimal(5))
    assert overlaps([above, below]) == (Overlap(0, 1, Interval(Decimal(5), Decimal(5))),)


def test_gaps_lie_before_between_and_behind_and_never_outside_of_the_whole() -> None:
    found = gaps(
        [over("5", "8"), over("1", "2"), over("40", "50")], Interval(Decimal(0), Decimal(30), True)
    )
    assert found == (over("0", "1"), over("2", "5"), over("8", "30"))
    assert gaps([], FROM_ZERO) == (FROM_ZERO,)


def test_what_lies_within_a_wider_one_is_an_overlap_with_it() -> None:
    found = overlaps([over("0", "100"), over("1", "2"), over("3", "4"), over("100", None)])
    assert found == (Overlap(0, 1, over("1", "2")), Overlap(0, 2, over("3", "4")))


def test_an_empty_interval_covers_and_doubles_nothing() -> None:
    assert gaps([over("5", "3")], over("0", "9")) == (over("0", "9"),)
    assert overlaps([over("5", "3"), over("0", "9")]) == ()


def test_it_reads_in_both_languages() -> None:
    assert over("3", "10").text("en", "%") == "over 3% and up to 10%"
    assert over("3", "10").in_("zh") == "高于 3 且不超过 10"
    assert Counted(over(None, "50000"), "CNY").in_("en") == "up to CNY 50,000"
    assert Interval(Decimal(1), Decimal(2), high_open=True).in_("en") == "1 or more and below 2"
    assert Interval(Decimal(5), Decimal(5)).in_("zh") == "正好 5"
    assert Interval().in_("en") == "any amount"
