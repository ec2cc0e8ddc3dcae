"""How often something is done: `weekly`, `every 2 weeks`, `每月3次`, `as needed`."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from orgspec.frozen import frozen
from orgspec.model.values.errors import BadValue
from orgspec.model.values.frequency_reading import ONE_WORD, read_cadence
from orgspec.model.values.period import Period
from orgspec.model.values.wording import is_chinese, normal

_ON_DEMAND = frozenset(
    {
        "as needed", "on demand", "as required", "when needed", "when required", "if needed",
        "on request", "ad hoc", "ad-hoc", "as-needed", "on-demand",
        "按需", "需要时", "必要时", "视需要", "视情况", "按需进行", "根据需要", "按需要", "如需",
    }
)  # fmt: skip


_LEAST = 5  # letters; shorter words are near too many others

_EXPECTED = (
    "a frequency is a text such as `weekly`, `every 2 weeks` or `3 per month`",
    "频率是一段文字，例如 `每周`、`每两周` 或 `每月3次`",
)


@frozen
class Frequency:
    """So many times in every so many periods; or on demand; or a text that is no cadence.

    Attributes:
        times: how often, in `every` periods: 3 in `3 per month`.
        per: the period that is counted; None where the text is no cadence.
        every: how many periods make one round: 2 in `every 2 weeks`.
        on_demand: whether the text says that need decides.
        prose: the text as written, where it says more than the other fields (`每周一`, `定期`).
    """

    times: int = 1
    per: Period | None = None
    every: int = 1
    on_demand: bool = False
    prose: str = ""

    @property
    def is_cadence(self) -> bool:
        """Whether it returns by the calendar."""
        return self.per is not None

    def per_year(
        self, hours_per_day: Decimal | int = 8, days_per_week: Decimal | int = 5
    ) -> Decimal | None:
        """How often in a year of 52 weeks; None where it is no cadence."""
        if self.per is None:
            return None
        return self.times * self.per.per_year(hours_per_day, days_per_week) / self.every

    def text(self, locale: str) -> str:
        """As people write it: `weekly`, `每周`; what says more is given as it was written."""
        chinese = is_chinese(locale)
        if self.prose:
            return self.prose
        if self.per is None:
            return "按需" if chinese else "as needed"
        if self.times == 1 and self.every == 1:
            return self.per.adverb(locale)
        span = self.per.counted(self.every, locale)
        if chinese:
            each = self.per.each(locale) if self.every == 1 else f"每{span}"
            return each if self.times == 1 else f"{each} {self.times} 次"
        if self.times == 1:
            return f"every {span}"
        times = "twice" if self.times == 2 else f"{self.times} times"
        if self.every > 1:
            return f"{times} every {span}"
        return f"{times} {'an' if self.per is Period.HOUR else 'a'} {self.per}"

    in_ = text


@lru_cache(maxsize=4096)
def parse(text: str) -> Frequency:
    """Read a frequency. A text that is no cadence (`定期`) is kept and is no error.

    Raises:
        BadValue: there is no text, or it is one word and that a slip of a known one (`wekly`).
    """
    plain = normal(text)
    if not plain:
        raise BadValue(*_EXPECTED)
    lower = plain.lower()
    if lower in _ON_DEMAND:
        return Frequency(on_demand=True)
    found = read_cadence(lower)
    if found is None:
        if meant := _meant(lower):
            raise BadValue(*_EXPECTED, near=meant)
        return Frequency(prose=text.strip())
    times, period, every, whole = found
    return Frequency(times, period, every, prose="" if whole else text.strip())


def _meant(word: str) -> str:
    """The cadence that a word of English letters is a slip of; empty if it is none."""
    if len(word) < _LEAST or not (word.isascii() and word.isalpha()):
        return ""
    from orgspec.diagnostics.near import near

    return next(iter(near(word, ONE_WORD, 1)), "")
