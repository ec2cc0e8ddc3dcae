"""Routes through nodes: from a field to the place where it was written."""

from orgspec.source import Source
from orgspec.syntax.nodes import MapNode, Origin
from orgspec.syntax.reader import read

TEXT = """\
contract:
  name: 合同
  raci: {A: manager, R: [rep, clerk]}
  tasks:
    - name: one
    - two
  inputs: sheet
"""


def origin() -> Origin:
    source = Source("duties.yaml", TEXT)
    root = read(source).root
    assert isinstance(root, MapNode)
    return Origin(source, root["contract"], root.spans["contract"])


def text_at(*route: str | int, key: bool = False) -> str:
    span = origin().span(route, key=key)
    return TEXT[span.start : span.end]


def test_a_whole_entity_is_shown_by_its_id() -> None:
    assert text_at() == "contract"


def test_a_field_is_shown_by_its_value_or_if_asked_by_its_key() -> None:
    assert text_at("name") == "合同"
    assert text_at("name", key=True) == "name"


def test_a_large_value_is_shown_by_its_key() -> None:
    assert text_at("raci") == "raci"
    assert text_at("tasks") == "tasks"


def test_a_route_leads_through_mappings_and_lists() -> None:
    assert text_at("raci", "R", 1) == "clerk"
    assert text_at("tasks", 0, "name") == "one"
    assert text_at("tasks", 1) == "two"


def test_an_index_into_a_single_value_is_that_value() -> None:
    assert text_at("raci", "A", 0) == "manager"
    assert text_at("inputs", 0) == "sheet"


def test_what_a_shorthand_leaves_unwritten_is_shown_at_what_is_written() -> None:
    assert text_at("inputs", 0, "artifact") == "sheet"
    assert text_at("tasks", 1, "name") == "two"


def test_a_field_that_is_not_there_is_shown_at_the_nearest_one_above() -> None:
    assert text_at("frequency") == "contract"
    assert text_at("raci", "C") == "raci"
    assert text_at("tasks", 7) == "tasks"
