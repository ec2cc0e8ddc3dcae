"""What validators raise: errors in both languages that lowering turns into diagnostics."""

from __future__ import annotations

from collections.abc import Mapping

from orgspec.model.core import PydanticCustomError


def wrong(en: str, zh: str, code: str = "SYN007", near: str = "") -> PydanticCustomError:
    """An error that lowering turns into a diagnostic of `code`, in both languages.

    `near` is what the writer probably meant, as it would be accepted, or "".
    """
    told = {"en": en, "zh": zh, "code": code, "near": near}
    return PydanticCustomError("orgspec", "{en}", told)


def shape(value: object) -> tuple[str, str]:
    """What a YAML value is, in the words of its author."""
    if isinstance(value, Mapping):
        return "a mapping", "一个映射"
    if isinstance(value, list | tuple):
        return "a list", "一个列表"
    if value is None:
        return "nothing", "空值"
    return f"`{_short(value)}`", f"`{_short(value)}`"


def _short(value: object) -> str:
    """A value cut to a length that fits a message."""
    text = str(value)
    return text if len(text) <= 40 else text[:39] + "…"


def expected(en: str, zh: str, value: object) -> PydanticCustomError:
    """The error of a value whose shape does not fit its field."""
    found_en, found_zh = shape(value)
    return wrong(f"expected {en}, found {found_en}", f"此处应为{zh}，实为{found_zh}")


def at_key(key: str, error: PydanticCustomError) -> PydanticCustomError:
    """The same error, placed at a key inside the value instead of at the value."""
    return PydanticCustomError("orgspec", "{en}", {**(error.context or {}), "key": key})
