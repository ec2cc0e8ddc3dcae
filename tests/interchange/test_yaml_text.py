"""YAML that is read as what was written."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from orgspec.interchange.bpmn.naming import Namer, slug
from orgspec.interchange.yaml_text import yaml_text
from orgspec.model.ids import complaint

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
VALUES: st.SearchStrategy[Any] = st.recursive(
    TEXTS | st.booleans(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(TEXTS.filter(lambda key: key != "#"), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(TEXTS.filter(lambda key: key != "#"), VALUES, max_size=4))
@settings(max_examples=200, deadline=None)
def test_what_is_written_is_read_again(data: dict[str, Any]) -> None:
    assert (yaml.safe_load(yaml_text(data)) or {}) == data


def test_short_maps_stand_on_one_line_and_comments_above_what_they_are_about() -> None:
    data = {"steps": {"a": {"#": ["odd:\nthis"], "name": "甲，乙"}, "b": {"end": True}}}
    assert yaml_text(data) == (
        "steps:\n  a:\n    # odd: this\n    name: 甲，乙\n  b: {end: true}\n"
    )


def test_what_could_be_taken_for_something_else_is_quoted() -> None:
    data = {"a": ["no", "1.0", "null", "a: b", "x #y", "", "只制单,不审单"]}
    assert yaml_text(data) == 'a: ["no", "1.0", "null", "a: b", "x #y", "", "只制单,不审单"]\n'


@given(st.lists(st.text(max_size=80), max_size=8))
@settings(max_examples=200, deadline=None)
def test_ids_from_any_names_are_good_and_never_alike(names: list[str]) -> None:
    namer = Namer()
    ids = [namer.take(name) for name in names]
    assert [id_ for id_ in ids if complaint(id_) is not None] == []
    assert len({id_.casefold() for id_ in ids}) == len(ids)


def test_a_name_stays_readable_as_an_id() -> None:
    assert slug("Check the (new) Order!") == "check-the-new-order"
    assert slug("审核 合同（二）") == "审核-合同-二"
    assert slug("???") == ""
