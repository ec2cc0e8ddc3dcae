"""Which locales a document may be asked for in."""

from __future__ import annotations

import pytest

from orgspec.model.locale_pairs import chosen, fault

ENABLED = ("zh", "en", "de")


@pytest.mark.parametrize("tag", ["zh", "zh+en", "en+zh", "de+zh"])
def test_one_locale_or_two_of_the_enabled_ones(tag: str) -> None:
    assert fault(tag, ENABLED) is None


@pytest.mark.parametrize(
    ("tag", "why"),
    [
        ("fr", "no locale `fr`"),
        ("zh+fr", "no locale `fr`"),
        ("zh+zh", "the same locale twice"),
        ("zh+en+de", "exactly two locales"),
        ("zh+", "exactly two locales"),
    ],
)
def test_anything_else_is_refused_with_its_reason(tag: str, why: str) -> None:
    wrong = fault(tag, ENABLED)
    assert wrong is not None
    assert why in wrong.in_("en")


def test_a_pair_is_made_only_where_somebody_asks() -> None:
    assert chosen((), ENABLED, ()) == ENABLED
    assert chosen(("zh+en",), ENABLED, ()) == ("zh+en",)
    assert chosen((), ENABLED, ("en+zh", "de")) == ("de", "en+zh")
    assert chosen(("zh",), ENABLED, ("en",)) == ()
