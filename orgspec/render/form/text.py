"""Forms in Markdown: a template of the user's own around escaped data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from orgspec.render.form.loader import FolderLoader
from orgspec.render.form.reason import explained
from orgspec.render.form.record import records
from orgspec.render.form.sandbox import Sandbox, printable


def fill_markdown(
    source: str, name: str, data: Mapping[str, Any], folders: tuple[Path, ...] = ()
) -> bytes:
    """A Markdown template filled with data, in UTF-8 with line feeds.

    Whatever stands in `{{ }}` is escaped, so that no name or text of the data becomes markup; a
    line break in it is `<br>`. `|safe` leaves a text as it is.

    Args:
        source: the template.
        name: how messages call it.
        data: the context, plain data.
        folders: where `include` and `extends` look.

    Raises:
        TemplateTrouble: it cannot be filled.
    """
    sandbox = Sandbox(
        loader=FolderLoader(folders),
        finalize=_escaped,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    sandbox.filters["join"] = _joined
    try:
        text: str = sandbox.template_called(name, source).render(records(data))
    except Exception as error:
        raise explained(error, name, tuple(data)) from error
    lines = text.replace("\r\n", "\n").rstrip("\n")
    return (lines + "\n").encode("utf-8", "replace")


def _escaped(value: Any) -> Any:
    """A value as it is written: text with its signs escaped, all else as it is."""
    from markupsafe import Markup

    from orgspec.render.gfm.text import escaped

    if not isinstance(value, str) or isinstance(value, Markup):
        return printable(value)
    return "<br>".join(escaped(line) for line in value.split("\n"))


def _joined(values: Iterable[Any], between: str = "", attribute: str | None = None) -> Any:
    """Values in a row, each escaped; what stands between them is the template's own."""
    from markupsafe import Markup

    chosen = (value[attribute] for value in values) if attribute else values
    return Markup(between.join(str(_escaped(value)) for value in chosen))
