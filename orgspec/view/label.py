"""A fixed word of a document that remembers which one it is."""

from __future__ import annotations


class Label(str):
    """A title as it is printed, and the key under which both languages have it.

    Views write the titles of sections, columns and facts with it. Renderers see text; what is
    made for forms and tools tells by the key what a column holds, in every language the same.
    """

    __slots__ = ("key",)

    key: str

    def __new__(cls, text: str, key: str = "") -> Label:
        """The text with its key."""
        label = super().__new__(cls, text)
        label.key = key
        return label


def key_of(text: str) -> str:
    """The key of a title; empty for a text that is none of the fixed words."""
    return text.key if isinstance(text, Label) else ""
