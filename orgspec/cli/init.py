"""`orgspec init`: start a specification."""

from __future__ import annotations

from pathlib import Path

import click

from orgspec.cli.language import LANGUAGES, help_in
from orgspec.cli.terminal import Terminal
from orgspec.cli.writing import written
from orgspec.diagnostics import quoted, say
from orgspec.workspace.starting import OccupiedError, samples, start


def command(locale: str) -> click.Command:
    """The command, speaking `locale`."""
    t = help_in(locale)

    @click.command(
        "init",
        help=t(
            "Start a specification in DIR: minimal, or one of the shipped samples; with the editor "
            "line, a CI workflow and a pre-commit hook.\n\n\b\nExamples:\n  orgspec init my-company\n"
            "  orgspec init trial --sample trade-site",
            "在 DIR 中新建规范：最小模板或内置样例，并附编辑器配置行、CI 工作流和 pre-commit 钩子。\n\n\b\n示例：\n"
            "  orgspec init my-company --locale zh\n  orgspec init trial --sample trade-site",
        ),
    )
    @click.argument("directory", default=".", type=click.Path(path_type=Path), metavar="[DIR]")
    @click.option(
        "--sample",
        metavar="NAME",
        help=t("A shipped sample: {}.", "内置样例：{}。").format(", ".join(samples())),
    )
    @click.option(
        "--locale",
        "wanted",
        type=click.Choice(LANGUAGES),
        default=locale,
        help=t("Language of the minimal specification.", "最小模板的语言。"),
    )
    @click.pass_obj
    def init(terminal: Terminal, directory: Path, sample: str | None, wanted: str) -> int:
        if sample is not None and sample not in samples():
            terminal.fail(
                say(
                    "there is no sample `{name}`; there are {names}",
                    "没有样例 `{name}`；可用的有 {names}",
                    name=sample,
                    names=quoted(samples()),
                )
            )
        try:
            with written(terminal, directory):
                made = start(directory, sample, wanted)
        except OccupiedError as error:
            terminal.fail(
                say(
                    "`{path}` is there already; nothing was written",
                    "`{path}` 已存在；未写入任何文件",
                    path=error.path,
                )
            )
        for path in made:
            click.echo(path.as_posix())
        terminal.note(
            say("next: orgspec check {path}", "下一步：orgspec check {path}", path=directory)
        )
        return 0

    return init
