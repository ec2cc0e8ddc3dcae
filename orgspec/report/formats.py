"""The forms of a report, by name; `text` is made by the command itself, since it is for a terminal."""

from __future__ import annotations

import re
from collections.abc import Callable

from orgspec.report import github, gitlab, json, junit, markdown, rdjson, sarif
from orgspec.report.report import Report

FORMATS: dict[str, Callable[[Report], str]] = {
    "json": json.render,
    "sarif": sarif.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "junit": junit.render,
    "rdjson": rdjson.render,
    "markdown": markdown.render,
}

_SURROGATES = re.compile("[\ud800-\udfff]")


def render(form: str, report: Report) -> str:
    """The report in a form of `FORMATS`; the same report gives the same text.

    Half of a surrogate pair, which an escape in YAML can make, has no UTF-8: it becomes U+FFFD.

    Raises:
        KeyError: there is no such form.
    """
    return _SURROGATES.sub("\ufffd", FORMATS[form](report))
