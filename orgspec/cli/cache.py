"""`orgspec cache`: what is remembered of earlier checks and builds."""

from __future__ import annotations

import click

from orgspec.cli.language import help_in
from orgspec.cli.terminal import Terminal
from orgspec.diagnostics import say
from orgspec.remembering import cache_folder, forget


def command(locale: str) -> click.Command:
    """The command, speaking `locale`."""
    t = help_in(locale)

    @click.group(
        "cache",
        help=t(
            "What is remembered of checks and builds: one that is asked again about nothing new "
            "answers from there. `--no-cache` asks anew; the environment variable ORGSPEC_CACHE_DIR says where "
            "it lies, and if it is empty nothing is remembered.\n\n\b\nExamples:\n"
            "  orgspec cache path\n  orgspec cache clean",
            "校验与生成的缓存：内容没有改动时直接由缓存作答。`--no-cache` 重新进行；环境变量 ORGSPEC_CACHE_DIR "
            "指定其位置，设为空则不使用缓存。\n\n\b\n示例：\n  orgspec cache path\n  orgspec cache clean",
        ),
    )
    def cache() -> None:
        """The group of both."""

    @cache.command("path", help=t("Print where it lies.", "输出其位置。"))
    @click.pass_obj
    def path(terminal: Terminal) -> int:
        folder = cache_folder()
        if folder is None:
            terminal.fail(say("nothing is remembered here", "此处不使用缓存"))
        terminal.say(folder)
        return 0

    @cache.command("clean", help=t("Remove all of it.", "全部删除。"))
    @click.pass_obj
    def clean(terminal: Terminal) -> int:
        try:
            count = forget()
        except OSError as error:
            terminal.fail(
                say(
                    "`{path}` cannot be removed: {reason}",
                    "`{path}` 无法删除：{reason}",
                    path=error.filename,
                    reason=error.strerror,
                )
            )
        terminal.note(say("records removed: {n}", "已清除的缓存：{n} 条", n=count))
        return 0

    return cache
