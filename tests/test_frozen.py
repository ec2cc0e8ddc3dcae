"""Frozen slotted dataclasses whose methods are made late: they are dataclasses all the same."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, field, fields, is_dataclass, replace
from typing import Any

import pytest

from orgspec.frozen import frozen


@frozen
class Place:
    """A place, with what does not count when two are compared."""

    row: int
    column: int = 1
    notes: dict[str, str] = field(default_factory=dict, hash=False)
    seen: int = field(default=0, compare=False, repr=False)


@frozen
class Lone:
    """A class of one field."""

    value: object


def test_it_is_built_by_position_or_by_name_with_its_defaults() -> None:
    assert (Place(1).row, Place(1).column, Place(1).notes) == (1, 1, {})
    assert Place(1, 2, seen=3) == Place(column=2, row=1)
    assert Place(1).notes is not Place(1).notes


@pytest.mark.parametrize("wrong", [{}, {"row": 1, "line": 2}], ids=["missing", "unknown"])
def test_what_it_has_not_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        Place(**wrong)


def test_two_that_say_the_same_are_equal_and_share_a_hash() -> None:
    assert Place(1, seen=1) == Place(1, seen=2) != Place(2)
    assert hash(Place(1, notes={"a": "b"})) == hash(Place(1))
    assert Lone(1) == Lone(1) and hash(Lone(1)) == hash(Lone(1))
    assert Lone(1).__eq__(Place(1)) is NotImplemented


def test_it_cannot_be_changed_and_holds_nothing_else() -> None:
    place = Place(1)
    with pytest.raises(FrozenInstanceError):
        place.row = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del place.row
    assert not hasattr(place, "__dict__")


def test_it_is_a_dataclass_to_all_that_asks() -> None:
    kind: object = Place
    assert is_dataclass(kind)
    assert [each.name for each in fields(Place)] == ["row", "column", "notes", "seen"]
    assert replace(Place(1), column=7) == Place(1, 7)
    assert repr(Place(1)) == "Place(row=1, column=1, notes={})"
    match Place(3, 4):
        case Place(row, column):
            assert (row, column) == (3, 4)


def test_it_survives_copies_and_pickles() -> None:
    place = Place(1, 2, {"a": "b"}, 9)
    for twin in (copy.copy(place), copy.deepcopy(place), pickle.loads(pickle.dumps(place))):
        assert (twin, twin.seen) == (place, 9)
