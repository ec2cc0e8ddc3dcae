"""What a KPI is to reach: `≥ 85%`, `每月 ≥ 3 次`, `≤ 3 working days`, `at least 10 per month`."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from orgspec.frozen import frozen
from orgspec.model.values.amount import Amount
from orgspec.model.values.comparison import Comparison
from orgspec.model.values.duration import Duration
from orgspec.model.values.errors import BadValue
from orgspec.model.values.period import Period
from orgspec.model.values.target_reading import Figure, has_number, read_figure, split
from orgspec.model.values.wording import is_chinese, normal


@frozen
class Target:
    """A figure and how it is compared; or a text without one.

    Attributes:
        comparison: without a word for it, at most for a duration and at least for all else.
        number: the figure in full; of a duration the amount of its first part; None where the
            text has no figure or several.
        unit: as in `Amount.unit`; of a duration the unit of its first part (`days`).
        period: what the figure is counted in (`per month`), if the text says so.
        duration: the figure, where it is a length of time.
        prose: the text as written, where it says more than the other fields.
    """

    comparison: Comparison = Comparison.AT_LEAST
    number: Decimal | None = None
    unit: str = ""
    period: Period | None = None
    duration: Duration | None = None
    prose: str = ""

    @property
    def measurable(self) -> bool:
        """Whether there is any figure in it, one that could be read or several."""
        return self.number is not None or has_number(self.prose)

    @property
    def amount(self) -> Amount | None:
        """The figure with its unit; None for a duration and where there is none."""
        if self.number is None or self.duration is not None:
            return None
        return Amount(self.number, self.unit)

    def text(self, locale: str, unit: str | None = None) -> str:
        """As people print it: `≥ 3 per month`, `每月 ≥ 3 次`; `unit` replaces its own.

        A text that says more than its figure is given as it was written.
        """
        if self.prose:
            return self.prose
        amount = self.amount
        if self.duration is not None:
            figure = self.duration.text(locale)
        else:
            figure = amount.text(locale, unit) if amount else ""
        limit = f"{self.comparison} {figure}"
        if self.period is None:
            return limit
        each = self.period.each(locale)
        return f"{each} {limit}" if is_chinese(locale) else f"{limit} {each}"

    def in_(self, locale: str) -> str:
        """Its text, under the name by which messages ask for it."""
        return self.text(locale)


@lru_cache(maxsize=8192)
def parse(text: str) -> Target:
    """Read a target. A text without a figure is kept and is no error: it is not measurable.

    Raises:
        BadValue: there is no text.
    """
    plain = normal(text)
    if not plain:
        raise BadValue(
            "a target is a comparison and a number, such as `≥ 85%` or `≤ 3 working days`",
            "目标由比较符和数值组成，例如 `≥ 85%` 或 `≤ 3个工作日`",
        )
    figure = read_figure(plain)
    return _target(figure, text.strip()) if figure else Target(prose=text.strip())


@lru_cache(maxsize=8192)
def parse_all(text: str) -> tuple[Target, ...]:
    """Read one text that may hold a range (`6–8`, `≥ 6 and ≤ 8`): a target for each limit.

    Raises:
        BadValue: there is no text.
    """
    limits = split(normal(text))
    return tuple(_target(figure, "") for figure in limits) if limits else (parse(text),)


def _target(figure: Figure, written: str) -> Target:
    """The target of a figure that was read; `written` is kept where it says more."""
    length = figure.duration
    default = Comparison.AT_MOST if length else Comparison.AT_LEAST
    return Target(
        comparison=figure.comparison or default,
        number=length.amount if length else figure.amount.number,
        unit=str(length.unit) if length else figure.amount.unit,
        period=figure.period,
        duration=length,
        prose="" if figure.whole else written,
    )
