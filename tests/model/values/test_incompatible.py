"""The shipped libraries of separations."""

import pytest

from orgspec.model.values.actions import CLASSES
from orgspec.model.values.incompatible import activities, library, matters_of
from orgspec.model.values.incompatible_sources import SOURCES
from orgspec.model.values.incompatible_words import (
    ACTIVITIES,
    LIBRARIES,
    MATTERS,
    PAIRS,
    SENSITIVE,
)


@pytest.mark.parametrize(
    ("name", "matters"),
    [
        ("payment", ("payment",)),
        ("Supplier_Payments", ("payment",)),
        ("customer-payment", ("customer-payment",)),
        ("付款", ("payment",)),
        ("進口採購合同", ("purchase-order", "contract")),
        ("purchase contract", ("purchase-order", "contract")),
        ("controlled-drug-stock", ("stock",)),
        ("stock-report", ()),
        ("livestock", ()),
        ("contractor", ()),
        ("", ()),
    ],
)
def test_an_object_is_known_by_the_word_that_its_name_ends_in(
    name: str, matters: tuple[str, ...]
) -> None:
    assert matters_of(name) == matters


def test_every_library_has_pairs_and_sources_and_every_word_of_the_data_is_used() -> None:
    assert LIBRARIES.keys() == PAIRS.keys() == SOURCES.keys()
    paired = {x for pairs in PAIRS.values() for pair in pairs.split() for x in pair.split("/")}
    assert paired == ACTIVITIES.keys()
    acts = {act for activity in activities().values() for act in activity.acts}
    assert {matter for matter, _ in acts} == MATTERS.keys()
    assert {verb for _, verb in acts} <= set(CLASSES)
    assert SENSITIVE.keys() <= MATTERS.keys()
    assert set(SENSITIVE.values()) <= LIBRARIES.keys()


def test_no_activity_is_incompatible_with_itself_and_no_pair_is_written_twice() -> None:
    for id_ in LIBRARIES:
        found = library(id_)
        assert found is not None
        pairs = [frozenset(pair) for pair in found.pairs]
        assert all(len(pair) == 2 for pair in pairs)
        assert len(set(pairs)) == len(pairs)


def test_there_is_no_library_of_another_name() -> None:
    assert library("procure-to-play") is None
