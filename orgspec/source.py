"""Text and places in it. The only line and column arithmetic of orgspec."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import TypeVar, cast

T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of character offsets, `start` to before `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place as people read it: line and column from 1, columns in code points."""

    line: int
    column: int


class Source:
    """The text of one file.

    Attributes:
        path: the path that people see, relative to the manifest, with forward slashes.
        text: the decoded text, without a byte order mark, line breaks as written.
        found: what was once found out about the text, by the name of what found it out.
    """

    def __init__(self, path: str, text: str, found: dict[str, object] | None = None) -> None:
        self.path = path
        self.text = text
        self.found = {} if found is None else found

    def __repr__(self) -> str:
        """The path and size."""
        return f"Source({self.path!r}, {len(self.text)} characters)"

    @cached_property
    def _line_starts(self) -> list[int]:
        """The offset of each line. Only LF, CRLF and CR end a line, as every editor has it."""
        starts = [0]
        text = self.text
        at = -1
        if "\r" not in text:
            while (at := text.find("\n", at + 1)) != -1:
                starts.append(at + 1)
            return starts
        for index, character in enumerate(text):
            if character == "\n" or (character == "\r" and text[index + 1 : index + 2] != "\n"):
                starts.append(index + 1)
        return starts

    def position(self, offset: int) -> Position:
        """The line and column of an offset; offsets past the end count as the end."""
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of line `number` (from 1) without its line break."""
        starts = self._line_starts
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def line_start(self, number: int) -> int:
        """The offset at which line `number` (from 1) begins."""
        return self._line_starts[number - 1]

    @property
    def line_count(self) -> int:
        """The number of lines; an empty text has one."""
        return len(self._line_starts)


def once_a_source(function: Callable[[Source], T]) -> Callable[[Source], T]:
    """Remember an answer about the text of a source for as long as the source is there."""

    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def call(source: Source) -> T:
        if name not in source.found:
            source.found[name] = function(source)
        return cast("T", source.found[name])

    return call
