"""The option that says how many processes share the work, the same for every command."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click


def jobs_option(t: Callable[[str, str], str]) -> Callable[[Any], Any]:
    """`--jobs`; `t` chooses the language of its help."""
    return click.option(
        "--jobs",
        "-j",
        type=click.IntRange(0),
        default=0,
        help=t("Processes; 0: as many as pay.", "进程数；0 为自动。"),
    )
