"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re

import pytest

from orgspec.late import late


def test_it_finds_what_the_pattern_finds() -> None:
    word = late(r"(?P<first>[a-z])[a-z]*", re.IGNORECASE)
    found = word.fullmatch("Word")
    assert found is not None and found["first"] == "W"
    assert (word.findall("a bc"), word.sub("-", "a bc"), word.pattern) == (
        ["a", "b"], "- -", r"(?P<first>[a-z])[a-z]*",
    )  # fmt: skip


def test_looking_for_a_mark_does_not_compile_it() -> None:
    assert getattr(late("("), "__orgspec_rule__", None) is None


def test_an_error_in_a_pattern_is_raised_when_it_is_used() -> None:
    broken = late("(")
    with pytest.raises(re.error):
        broken.search("")
