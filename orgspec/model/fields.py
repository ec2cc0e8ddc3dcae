"""The types of fields: how each is read, what its shorthand is, how the JSON Schema shows it.

A field's type decides what a scalar means (YAML itself resolves nothing here): `no` is a word in
a text and false in a flag. Each type is an `Annotated` alias, so that one declaration
gives the reading, the error and the schema.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any, TypeVar

from orgspec.model.core import PydanticCustomError
from orgspec.model.markers import Many as Many
from orgspec.model.markers import Read as Read
from orgspec.model.markers import Reference as Reference
from orgspec.model.markers import Short as Short
from orgspec.model.markers import listed as listed
from orgspec.model.mistakes import at_key, expected, shape, wrong
from orgspec.model.record import about as about
from orgspec.model.text import Locales, Text, bare
from orgspec.model.values import amount, date, duration, frequency, percent, target
from orgspec.model.values.errors import BadValue, NoSuchDay

T = TypeVar("T")

LOCALE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")


def _scalar(parse: Callable[[str], T], en: str, zh: str) -> Callable[[object], T]:
    """A validator that reads a scalar with one of the value parsers."""

    def read(value: object) -> T:
        if not isinstance(value, str):
            raise expected(en, zh, value)
        try:
            return parse(value)
        except NoSuchDay as bad:
            raise wrong(bad.en, bad.zh, "REF010") from None
        except BadValue as bad:
            raise wrong(bad.en, bad.zh, near=bad.near) from None

    return read


def _text(value: object, info: Any) -> Text:
    """A string, or a map from locale to string; the context holds the enabled locales."""
    if isinstance(value, str):
        return bare(value)
    if isinstance(value, Text):
        return value
    if not isinstance(value, dict):
        raise expected("a text, or one for each locale", "文字，或按语言分列的文字", value)
    locales: tuple[str, ...] = info.context or ()
    for key, text in value.items():
        if locales and key not in locales:
            raise _no_locale(key, text, locales)
        if not isinstance(text, str):
            raise at_key(key, expected("a text", "文字", text))
    if locales and locales[0] in value and next(iter(value)) != locales[0]:
        value = {locales[0]: value[locales[0]], **value}
    if isinstance(locales, Locales):
        locales.note(value)
    return Text(None, dict(value))


def _no_locale(key: str, text: object, locales: tuple[str, ...]) -> PydanticCustomError:
    """The error of a key that is no enabled locale; without a value a comma cut the text."""
    if text is None:
        return at_key(
            key,
            wrong(
                "a half-width comma cut this text in two", "半角逗号把这段文字切成了两截", "SYN011"
            ),
        )
    menu = ", ".join(f"`{locale}`" for locale in locales)
    return at_key(
        key,
        wrong(
            f"`{key}` is no locale of this organisation ({menu})",
            f"`{key}` 不是本组织启用的语言（{menu}）",
            "REF004",
        ),
    )


def _flag(value: object) -> bool:
    """`true` or `false`, as YAML 1.2 has them."""
    if value in ("true", "True", "TRUE"):
        return True
    if value in ("false", "False", "FALSE"):
        return False
    raise expected("`true` or `false`", "`true` 或 `false`", value)


_NUMBER = re.compile(r"[-+]?(\d[\d_,]*)?(\.\d+)?([eE][-+]?\d{1,3})?\Z")


def _number(value: object) -> Decimal:
    """A decimal number as YAML 1.2 writes it; thousands may be set apart by commas."""
    if isinstance(value, str) and any(c.isdigit() for c in value) and _NUMBER.match(value):
        return Decimal(value.replace(",", "").replace("_", ""))
    raise expected("a number", "数字", value)


def _whole(value: object) -> int:
    """A whole number."""
    number = _number(value)
    if number != number.to_integral_value() or abs(number) > 10**12:
        raise expected("a whole number", "整数", value)
    return int(number)


def choice(*words: str, code: str = "SYN007") -> Read:
    """A validator that admits the given words only; else an error of `code` with near ones."""

    def read(value: object) -> str:
        if isinstance(value, str) and value in words:
            return value
        from orgspec.diagnostics.near import near

        close = near(value, words) if isinstance(value, str) else ()
        menu = ", ".join(f"`{word}`" for word in close or words)
        found_en, found_zh = shape(value)
        if close:
            en, zh = (
                f"{found_en} is no choice here; did you mean {menu}",
                f"{found_zh}不在可选之列；是否想写 {menu}",
            )
        else:
            en, zh = (
                f"expected one of {menu}, found {found_en}",
                f"此处应为 {menu} 之一，实为{found_zh}",
            )
        raise wrong(en, zh, code, close[0] if len(close) == 1 else "")

    return Read(read)


TEXT_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": ["string", "number", "boolean"]},
        {
            "type": "object",
            "propertyNames": {"pattern": LOCALE.pattern.replace("\\Z", "$")},
            "additionalProperties": {"type": ["string", "number", "boolean"]},
        },
    ]
}
_SCALAR = {"type": ["string", "number", "boolean"]}

LocalText = Annotated[Text, Read(_text, TEXT_SCHEMA, in_context=True)]
Word = Annotated[str, Read(str, _SCALAR)]
"""A bare string: an identifier of another system, a number, a formula."""
Flag = Annotated[bool, Read(_flag, {"type": "boolean"})]
Number = Annotated[Decimal, Read(_number, {"type": ["number", "string"]})]
Whole = Annotated[int, Read(_whole, {"type": "integer"})]
Date = Annotated[
    dt.date,
    Read(
        _scalar(date.parse, "a date such as 2026-05-01", "日期，例如 2026-05-01"),
        {"type": "string", "format": "date"},
    ),
]
Duration = Annotated[
    duration.Duration,
    Read(
        _scalar(duration.parse, "a duration such as `3 working days`", "时长，例如 `3个工作日`"),
        {"type": "string", "examples": ["4 hours", "3 working days", "3个工作日", "PT4H"]},
    ),
]
Frequency = Annotated[
    frequency.Frequency,
    Read(
        _scalar(frequency.parse, "a frequency such as `weekly`", "频率，例如 `每周`"),
        {"type": "string", "examples": ["daily", "weekly", "monthly", "每月3次"]},
    ),
]
Target = Annotated[
    target.Target,
    Read(
        _scalar(target.parse, "a target such as `≥ 85%`", "目标，例如 `≥ 85%`"),
        {"type": ["string", "number"], "examples": ["≥ 85%", "3 working days", "每月 ≥ 3 次"]},
    ),
]
Percent = Annotated[
    Decimal,
    Read(
        _scalar(percent.parse, "a share such as `30%`", "占比，例如 `30%`"),
        {"type": ["string", "number"], "examples": ["30%"]},
    ),
]
Amount = Annotated[
    amount.Amount,
    Read(
        _scalar(amount.parse, "an amount such as 50000", "数额，例如 50000"),
        {"type": ["string", "number"], "examples": ["50000", "5万"]},
    ),
]


Texts = Annotated[tuple[LocalText, ...], Many()]
Words = Annotated[tuple[Word, ...], Many()]
