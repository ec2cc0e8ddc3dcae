"""What is wrong with a form of the user's own, and where."""

from __future__ import annotations

from orgspec.diagnostics import Message, say


class TemplateTrouble(Exception):  # noqa: N818 - says what is so, as RendererMissing does
    """A template cannot be used.

    Attributes:
        name: the template's path as it was given, or that of one that it includes.
        why: what is wrong, in both languages.
        line: the line in it, from 1; 0 where there are no lines.
        near: the text of the paragraph in which it stands, for Word files.
    """

    def __init__(self, name: str, why: Message, line: int = 0, near: str = "") -> None:
        super().__init__(name, why, line, near)
        self.name = name
        self.why = why
        self.line = line
        self.near = near

    def __str__(self) -> str:
        """The sentence in English."""
        return self.message().in_("en")

    def message(self) -> Message:
        """One sentence with the place."""
        place = f"{self.name}:{self.line}" if self.line else self.name
        if self.near:
            en, zh = "template {place}, at “{near}”: {why}", "模板 {place}，“{near}”处：{why}"
            return say(en, zh, place=place, near=self.near, why=self.why)
        return say("template {place}: {why}", "模板 {place}：{why}", place=place, why=self.why)
