"""The classes of the language: what a field declares, and what an instance can do."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, fields
from typing import Any

import pytest
from pydantic_core import ValidationError

from orgspec.model.manifest import Manifest
from orgspec.model.organisation import KINDS
from orgspec.model.record import about, entity, is_part, is_required, key_of
from orgspec.model.role import Headcount, Hold, Role
from orgspec.model.validators import validator_of

WRITTEN: dict[str, Any] = {"@id": "clerk", "@address": "role/clerk", "kind": "human"}


def role(**more: Any) -> Role:
    return Role(**WRITTEN, **more)


@pytest.mark.parametrize("cls", [*KINDS.values(), Manifest], ids=lambda cls: cls.__name__)
def test_every_class_of_the_language_can_be_validated(cls: type) -> None:
    assert validator_of(cls) is validator_of(cls)


def test_a_field_is_written_under_its_key_in_yaml() -> None:
    keys = {each.name: key_of(each) for each in fields(Role)}
    assert (keys["nature"], keys["grade"], keys["id"]) == ("kind", "grade", "@id")


def test_a_field_is_required_if_it_says_so() -> None:
    assert [each.name for each in fields(Hold) if is_required(each)] == ["role"]


def test_what_is_built_was_read_by_the_types_of_its_fields() -> None:
    assert role(headcount="2").headcount.planned == 2
    with pytest.raises(ValidationError):
        role(headcount={"planned": "two"})
    with pytest.raises(ValidationError):
        role(grad="P3")


def test_entities_that_say_the_same_are_equal() -> None:
    assert role(grade="P3") == role(grade="P3") != role(grade="P4")
    assert Headcount().__eq__(role()) is NotImplemented


def test_an_entity_cannot_be_changed() -> None:
    clerk = role()
    with pytest.raises(FrozenInstanceError):
        clerk.grade = "P4"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del clerk.grade
    assert not hasattr(clerk, "__dict__")


def test_an_entity_survives_copies_and_pickles() -> None:
    clerk = role(headcount="2", deputy=["a", "b"], document={"version": "1"})
    assert copy.copy(clerk) == copy.deepcopy(clerk) == pickle.loads(pickle.dumps(clerk)) == clerk


def test_a_part_is_shown_as_python_would_write_it() -> None:
    assert repr(Headcount()) == "Headcount(planned=Decimal('1'), current=None)"


def test_only_classes_of_the_language_are_parts_of_it() -> None:
    assert is_part(Role) and is_part(Headcount)
    assert not is_part(str) and not is_part(Mapping[str, Any]) and not is_part(role())


def test_a_type_that_the_language_has_not_is_refused() -> None:
    @entity
    class Odd:
        """A class with a field that nothing reads."""

        count: int = about("Count", "数量", default=0)

    with pytest.raises(TypeError, match="int"):
        validator_of(Odd)
