"""Where the users' templates run: they read the data that they are given, and write text."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from jinja2 import StrictUndefined, Undefined
from jinja2.exceptions import TemplateRuntimeError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from orgspec.render.form.record import Record

_WIDE = re.compile(r"[{｛]\s?[｛％]|｛\s?[{%]")
_MARKUP = re.compile(r"<[^>]*>")


class UnknownName(UndefinedError):  # noqa: N818 - says what is so
    """A template names what is not there: `key` of `record`, or of the context for None."""

    def __init__(self, record: Record | None, key: str, message: str | None) -> None:
        super().__init__(message)
        self.record = record
        self.key = key


class WideBraces(TemplateSyntaxError):  # noqa: N818 - says what is so
    """A tag is written in full-width braces, as a Chinese keyboard gives them."""


class Unknown(StrictUndefined):
    """A name that is not there: an error wherever it is used, with what it was looked up in."""

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: Any = UndefinedError,
    ) -> None:
        if exc is UndefinedError and name is not None and (obj is missing or _is_record(obj)):
            exc = partial(UnknownName, None if obj is missing else obj, name)
        super().__init__(hint, obj, name, exc)


def _is_record(obj: object) -> bool:
    """Whether something holds data of ours, of which we know the keys."""
    return isinstance(obj, Record)


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment that gives templates nothing but their data.

    Attributes whose name begins with an underscore, and those that lead to the interpreter, are
    refused; data cannot be changed; a range ends at 100,000. What a template is given is wrapped
    in records, which have no methods. Templates are remembered by the name under which messages
    know them.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(undefined=Unknown, **{"finalize": printable, **options})
        self.sources: dict[str, str] = {}
        # What differs from one time to the next has no place in a document.
        self.globals.pop("lipsum", None)
        self.filters.pop("random", None)

    def template_called(self, name: str, source: str) -> Any:
        """A template of a text; errors in it are told at `name`.

        Raises:
            jinja2.TemplateSyntaxError: it is no template.
        """
        self.sources[name] = source
        _refuse_wide_braces(name, source)
        code = self.compile(source, name=None, filename=name)
        return self.template_class.from_code(self, code, self.make_globals(None), None)


def _refuse_wide_braces(name: str, source: str) -> None:
    """Full-width braces would be printed as they stand, and nobody would see why.

    Raises:
        WideBraces: there are some, in the place of a tag.
    """
    for number, line in enumerate(source.splitlines(), 1):
        if ("｛" in line or "％" in line) and _WIDE.search(_MARKUP.sub("", line)):
            raise WideBraces("full-width braces", number, name, name)


def printable(value: Any) -> Any:
    """A value that can be written. A function is none: its text is its address in memory.

    Raises:
        TemplateRuntimeError: it is a function.
    """
    if callable(value) and not isinstance(value, Undefined):
        raise TemplateRuntimeError("a function is no text; write () behind its name to call it")
    return value
