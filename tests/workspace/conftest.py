"""What tests of the workspace share."""

import pytest

from orgspec.source import Source
from orgspec.syntax import reader
from orgspec.syntax.limits import Limits
from orgspec.syntax.reader import Tree


@pytest.fixture
def read_again(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read once more."""
    again: list[str] = []
    read = reader.read

    def noted(source: Source, limits: Limits) -> Tree:
        again.append(source.path)
        return read(source, limits)

    monkeypatch.setattr(reader, "read", noted)
    return again
