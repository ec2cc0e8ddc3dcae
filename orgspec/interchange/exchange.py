"""What importing and exporting give: files, and what could not be carried over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from orgspec.diagnostics import Message


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that the other side has no word for.

    Attributes:
        what: what is lost, or how it was taken instead.
        path: the file that it stands in, or the address of the entity; "" for the whole.
        line: its line from 1, or 0 where that is not known.
    """

    what: Message
    path: str = ""
    line: int = 0

    @property
    def place(self) -> str:
        """Where it stands, as `file:line`."""
        return f"{self.path}:{self.line}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Given:
    """A file to be imported: its name as the user wrote it, and its bytes."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Imported:
    """A specification in our language.

    Attributes:
        collections: the keys of a manifest or any other file of a specification, with plain data
            below; a key `#` holds comments, lines of text, for the map that it stands in.
        losses: what could not be carried over.
    """

    collections: Mapping[str, object]
    losses: tuple[Loss, ...]


@dataclass(frozen=True, slots=True)
class Exported:
    """A file of another format, and what it could not say."""

    data: bytes
    losses: tuple[Loss, ...]


class ImportRefusedError(Exception):
    """A file that cannot be read as what it should be.

    Attributes:
        message: why.
        path: the file.
        line: the line from 1, or 0.
        column: the column from 1 in characters, or 0.
    """

    def __init__(self, message: Message, path: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message.in_("en"))
        self.message = message
        self.path = path
        self.line = line
        self.column = column

    @property
    def place(self) -> str:
        """Where it is, as `file:line:column`."""
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part)
