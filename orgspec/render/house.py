"""The house style in force while a document is rendered.

Colours and widths of text are asked for deep inside layouts, far from the document. A style is
put on for the time of one rendering, in one thread, and taken off afterwards: nothing remains.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, TypeVar, cast

from orgspec.document import Document
from orgspec.style import PLAIN, Style

_Render = TypeVar("_Render", bound=Callable[..., bytes])
_WORN: ContextVar[Style] = ContextVar("style", default=PLAIN)


def style() -> Style:
    """The style in force; our own look where no document is being rendered."""
    return _WORN.get()


@contextmanager
def worn(style: Style) -> Iterator[None]:
    """A time in which a style is in force."""
    token = _WORN.set(style)
    try:
        yield
    finally:
        _WORN.reset(token)


def in_house_style(render: _Render) -> _Render:
    """A renderer during which the style of its document is in force.

    What a renderer has another one draw, in a document without a style, has that of the whole.
    """

    @wraps(render)
    def dressed(document: Document, *args: Any, **more: Any) -> bytes:
        with worn(_WORN.get() if document.style == PLAIN else document.style):
            return render(document, *args, **more)

    return cast(_Render, dressed)
