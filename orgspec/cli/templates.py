"""The form with which one document is made: as the command line or the manifest names it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from orgspec.cli.language import help_in
from orgspec.cli.terminal import Terminal
from orgspec.diagnostics import quoted, say
from orgspec.model.manifest import Output
from orgspec.model.outputs import FORM_FORMATS


def template_option(locale: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option that names a form, described in `locale`."""
    return click.option(
        "--template",
        "-t",
        type=click.Path(path_type=Path),
        help=help_in(locale)(
            "A form of your own: .docx, .html or .md.", "自有表单：.docx、.html 或 .md。"
        ),
    )


def template_of(
    terminal: Terminal, form: str, given: Path | None, settings: Output
) -> Mapping[str, str | Path]:
    """The templates by format; one from the command line goes before that of the manifest."""
    if given is None:
        return settings.template
    ending = given.suffix[1:].lower()
    if form not in FORM_FORMATS:
        terminal.fail(
            say(
                "there are no templates for `{form}`; there are for {names}",
                "`{form}` 格式没有模板；可用模板的格式有 {names}",
                form=form,
                names=quoted(FORM_FORMATS),
            )
        )
    if ending != form:
        terminal.fail(
            say(
                "`{path}` is no template for `{form}`: it does not end in `.{form}`",
                "`{path}` 不能用作 `{form}` 的模板：扩展名不是 `.{form}`",
                path=given,
                form=form,
            )
        )
    if not given.is_file():
        terminal.fail(say("there is no template `{path}`", "没有模板 `{path}`", path=given))
    return {**settings.template, form: given}
