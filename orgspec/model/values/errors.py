"""What a reader of values raises when a text is not of its kind."""

from __future__ import annotations

from orgspec.model.values.wording import is_chinese


class BadValue(ValueError):  # noqa: N818 - named for the value that is bad, as the reports do
    """A text that is no value of the kind asked for.

    Attributes:
        en: what is accepted, with an example; lower case, no full stop.
        zh: the same in Chinese.
        near: what the writer probably meant, as it would be accepted, or "".
    """

    def __init__(self, en: str, zh: str, near: str = "") -> None:
        super().__init__(en, zh, near)
        self.en = en
        self.zh = zh
        self.near = near

    def __str__(self) -> str:
        """The English message."""
        return self.en

    def text(self, locale: str) -> str:
        """The message in the language of `locale`: Chinese for `zh…`, English for all others."""
        return self.zh if is_chinese(locale) else self.en


class NoSuchDay(BadValue):
    """A date that is well written and stands in no calendar, such as 2026-02-30."""
