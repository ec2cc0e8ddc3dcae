import pytest

from orgspec.graph.written import is_written
from orgspec.testing import compiled


@pytest.mark.parametrize("value", ["", "null", "[]", "{}"])
def test_an_empty_value_says_nothing(value: str) -> None:
    program = compiled(f"duties:\n  quoting:\n    tasks: {value}\n").program
    assert not is_written(program, "duty/quoting", "tasks")


@pytest.mark.parametrize("value", ["[compare offers]", "'12'", '""'])
def test_a_value_is_written_whether_or_not_it_can_be_read(value: str) -> None:
    program = compiled(f"duties:\n  quoting:\n    tasks: {value}\n").program
    assert is_written(program, "duty/quoting", "tasks")


def test_what_is_not_declared_has_nothing_written() -> None:
    program = compiled("duties: {quoting: {tasks: [compare offers]}}\n").program
    assert not is_written(program, "duty/other", "tasks")
    assert not is_written(program, "duty/quoting", "raci")
