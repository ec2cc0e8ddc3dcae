"""Writing XML elements: escaped, with numbers in one form, the same bytes each time."""

from __future__ import annotations

import re
from functools import cache

# What XML 1.0 does not allow, even escaped.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNSAFE = re.compile(f"{_FORBIDDEN.pattern}|[&<>\"']")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def escaped(text: str) -> str:
    """Text as it may stand in an element or attribute; characters XML forbids are dropped."""
    if _UNSAFE.search(text) is None:  # as most text is
        return text
    return _FORBIDDEN.sub("", text).translate(_ESCAPES)


def number(value: float) -> str:
    """A number with two decimals at most."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def element(name: str, content: str | None = None, **attributes: str | float | None) -> str:
    """An element; `content` is XML already. Attributes of None are left out.

    An underscore in an attribute's name stands for a hyphen, a last one is dropped (`class_`).
    """
    parts = [name]
    for key, value in attributes.items():
        if value is not None:
            text = escaped(value) if isinstance(value, str) else number(value)
            parts.append(f'{_named(key)}="{text}"')
    head = " ".join(parts)
    return f"<{head}/>" if content is None else f"<{head}>{content}</{name}>"


@cache
def _named(key: str) -> str:
    """The name of an attribute; pictures have a few dozen."""
    return key.rstrip("_").replace("_", "-")
