"""The options of `orgspec check` that change files or go on: fixes, the baseline, watching."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from orgspec.cli.terminal import Terminal
from orgspec.diagnostics import say
from orgspec.frozen import frozen

_Function = Callable[..., Any]


@frozen
class Changes:
    """What a check is to change, as the command line has it."""

    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    baseline: Path | None = None
    no_baseline: bool = False
    write_baseline: bool = False
    force: bool = False
    write_translations: bool = False
    watch: bool = False


def change_options(t: Callable[[str, str], str]) -> Callable[[_Function], _Function]:
    """Give a command these options; it gets them as one `Changes` under `changes`."""

    def decorate(function: _Function) -> _Function:
        @wraps(function)
        def call(*args: Any, **values: Any) -> Any:
            mine = {name: values.pop(name) for name in Changes.__dataclass_fields__}
            return function(*args, changes=Changes(**mine), **values)

        wrapped: _Function = call
        for option in reversed(_options(t)):
            wrapped = option(wrapped)
        return wrapped

    return decorate


def _options(t: Callable[[str, str], str]) -> list[Callable[[_Function], _Function]]:
    """The options, in the order of the help."""

    def flag(name: str, en: str, zh: str) -> Callable[[_Function], _Function]:
        return click.option(name, is_flag=True, help=t(en, zh))

    return [
        flag("--fix", "Mend what is certain to be right.", "修复确定无误的问题。"),
        flag(
            "--unsafe-fixes",
            "With --fix or --diff: also what is probably right.",
            "配合 --fix 或 --diff：也做很可能正确的修复。",
        ),
        flag(
            "--diff",
            "Show what --fix would change; write nothing.",
            "显示 --fix 将作的改动，不写文件。",
        ),
        click.option(
            "--baseline",
            metavar="FILE",
            type=click.Path(path_type=Path, dir_okay=False),
            help=t(
                "Hold back what this file names; orgspec-baseline.json beside the manifest otherwise.",
                "暂缓此文件中的发现；默认为清单旁的 orgspec-baseline.json。",
            ),
        ),
        flag("--no-baseline", "Hold nothing back.", "不使用基线。"),
        flag(
            "--write-baseline",
            "Write the baseline; one that is there only loses what has gone.",
            "写入基线；已有的基线只减不增。",
        ),
        flag(
            "--force",
            "With --write-baseline: let it grow.",
            "配合 --write-baseline：允许基线增加。",
        ),
        flag(
            "--write-translations",
            "Confirm all translations as they stand, in translations.lock.",
            "确认现有全部译文，写入 translations.lock。",
        ),
        flag("--watch", "Check again on every change.", "文件一有改动就重新校验。"),
    ]


def refuse_nonsense(terminal: Terminal, changes: Changes) -> None:
    """No option without effect: those that need or exclude another one say so."""
    pairs = [
        (changes.unsafe_fixes and not (changes.fix or changes.diff), "--unsafe-fixes", "--fix"),
        (changes.force and not changes.write_baseline, "--force", "--write-baseline"),
    ]
    for wrong, option, needed in pairs:
        if wrong:
            terminal.fail(
                say(
                    "`{option}` goes with `{needed}`",
                    "`{option}` 须与 `{needed}` 一起使用",
                    option=option,
                    needed=needed,
                )
            )
    clashes = [
        (changes.fix and changes.diff, "--fix", "--diff"),
        (changes.baseline is not None and changes.no_baseline, "--baseline", "--no-baseline"),
        (changes.write_baseline and changes.no_baseline, "--write-baseline", "--no-baseline"),
        (changes.write_baseline and changes.diff, "--write-baseline", "--diff"),
        (changes.watch and changes.diff, "--watch", "--diff"),
        (changes.watch and changes.write_baseline, "--watch", "--write-baseline"),
        (changes.write_translations and changes.diff, "--write-translations", "--diff"),
        (changes.watch and changes.write_translations, "--watch", "--write-translations"),
    ]
    for wrong, one, other in clashes:
        if wrong:
            terminal.fail(
                say(
                    "`{one}` and `{other}` exclude each other",
                    "`{one}` 与 `{other}` 不能同时使用",
                    one=one,
                    other=other,
                )
            )
    if changes.baseline and not changes.write_baseline and not changes.baseline.is_file():
        terminal.fail(
            say(
                "there is no baseline `{path}`; `--write-baseline` writes one",
                "基线 `{path}` 不存在；可用 `--write-baseline` 写入",
                path=changes.baseline,
            )
        )
