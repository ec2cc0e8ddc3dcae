"""Letter schemes as data."""

import pytest

from orgspec.model.values import scheme
from orgspec.model.values.errors import BadValue
from orgspec.model.values.scheme import SCHEMES


@pytest.mark.parametrize(
    ("name", "acts"),
    [
        ("RACI", {"R": "R", "A": "A", "C": "C", "I": "I"}),
        ("RASCI", {"R": "R", "A": "A", "S": "S", "C": "C", "I": "I"}),
        ("RACI-VS", {"R": "R", "A": "A", "C": "C", "I": "I", "V": "C", "S": "C"}),
        ("DACI", {"D": "R", "A": "A", "C": "C", "I": "I"}),
        ("RAPID", {"R": "R", "A": "C", "P": "R", "I": "C", "D": "A"}),
    ],
)
def test_each_letter_acts_as_one_of_five(name: str, acts: dict[str, str]) -> None:
    found = scheme.parse(name)
    assert {letter.sign: letter.acts_as for letter in found.letters} == acts
    assert found.acts_as("Z") is None
    for letter in found.letters:
        assert letter.text("en").isascii()
        assert not letter.text("zh-CN").isascii()


def test_a_driver_is_one() -> None:
    driver = SCHEMES["DACI"].letter("D")
    assert driver is not None
    assert driver.most == 1


def test_a_key_may_join_letters() -> None:
    raci = SCHEMES["RACI"]
    assert raci.signs("A") == ("A",)
    assert raci.signs("A/R") == ("A", "R")
    assert raci.signs("A / R") == ("A", "R")
    for key in ("A/X", "A/A", "a", "", "/", "AR"):
        assert raci.signs(key) == (), key


def test_near_misses_are_mended() -> None:
    raci = SCHEMES["RACI"]
    for key, near in {
        "a": "A",
        "Ａ": "A",
        "ａ": "A",
        "ra": "R/A",
        "A,R": "A/R",
        "responsible": "R",
        "负责": "A",
        "x": "",
        "": "",
    }.items():
        assert raci.near(key) == near, key


def test_the_letters_that_act_as_accountable_are_found() -> None:
    assert SCHEMES["RAPID"].acting_as("A") == ("D",)
    assert SCHEMES["RAPID"].acting_as("R") == ("R", "P")


def test_symbols_of_ones_own_are_letters() -> None:
    own = scheme.own(
        {
            "★": {"name": {"zh": "负责", "en": "Leads"}, "acts_as": "A", "min": 1, "max": 1},
            "▲": {"name": "执行", "acts_as": "R"},
            "C": {},
        }
    )
    assert own.acts_as("★") == "A"
    assert own.signs("★/▲") == ("★", "▲")
    star, triangle, plain = own.letters
    assert (star.least, star.most, star.text("en"), star.text("zh-CN")) == (1, 1, "Leads", "负责")
    assert (triangle.least, triangle.most, triangle.text("en")) == (0, None, "执行")
    assert (plain.acts_as, plain.text("en")) == ("C", "C")


def test_a_letter_of_ones_own_must_say_what_it_acts_as() -> None:
    with pytest.raises(BadValue, match="acts_as"):
        scheme.own({"★": {"name": "负责"}})


@pytest.mark.parametrize(("name", "near"), [("raci", "RACI"), ("RACI VS", "RACI-VS"), ("XYZ", "")])
def test_an_unknown_scheme_names_the_known_ones(name: str, near: str) -> None:
    with pytest.raises(BadValue, match="RASCI") as bad:
        scheme.parse(name)
    assert bad.value.near == near
