"""How plain data is read from a printed document: which section, under which names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from orgspec.frozen import frozen


@frozen
class Listed:
    """A list of records, one for each row of a section's table.

    Attributes:
        name: what templates call the list.
        section: the key of the section; empty for blocks that stand in none.
        columns: key of a column -> field of the record. `name[]` is a list of the cell's lines;
            `name|note` puts the first line into `name` and those below it into `note`.
        about: what an entry is, in English and Chinese.
        group: the field that holds the title of the group in which a row stands, or empty.
        unkeyed: the fields of columns that are called by a name of the organisation, in order.
        after: the key of the heading after which the table stands, where a section has several.
        holding: the key of a column that only the wanted table has, where a section has several.
    """

    name: str
    section: str
    columns: Mapping[str, str]
    about: tuple[str, str]
    group: str = ""
    unkeyed: tuple[str, ...] = ()
    after: str = ""
    holding: str = ""

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of a record as they are written in the documentation, in order."""
        named = [part for each in self.columns.values() for part in each.split("|")]
        return tuple(dict.fromkeys((*((self.group,) if self.group else ()), *self.unkeyed, *named)))


@frozen
class Facted:
    """A record made of the labelled values of a section: key of a label -> field."""

    name: str
    section: str
    columns: Mapping[str, str]
    about: tuple[str, str]

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of the record, in order."""
        return tuple(self.columns.values())


@frozen
class Told:
    """The running text of a section, as one text."""

    name: str
    section: str
    about: tuple[str, str]


@frozen
class Shape:
    """What one kind of document gives to a form."""

    facts: tuple[Facted, ...] = ()
    texts: tuple[Told, ...] = ()
    lists: tuple[Listed, ...] = ()
    made: Mapping[str, tuple[tuple[str, ...], tuple[str, str]]] = field(default_factory=dict)
    """What is made by a function of its own: name -> fields, and what it is."""
