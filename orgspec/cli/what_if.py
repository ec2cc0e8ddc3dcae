"""`orgspec what-if`: what is left without if somebody goes, or two posts become one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from orgspec.analysis.consequence import Consequences
from orgspec.cli.asking import compiled, several
from orgspec.cli.language import help_in
from orgspec.cli.parties import parties, role_named
from orgspec.cli.terminal import Terminal
from orgspec.config import Overrides
from orgspec.diagnostics import say
from orgspec.workspace import Compilation


def command(locale: str) -> click.Command:
    """The command, speaking `locale`."""
    t = help_in(locale)

    @click.command(
        "what-if",
        short_help=t("What is left without if somebody goes.", "某人离开或岗位合并会怎样。"),
        help=t(
            "Tell what is left without if people, roles, departments, partners or systems go, or "
            "if one role becomes part of another. Nothing is written. Exit status 0: nothing new "
            "is wrong.\n\n\b\nExamples:\n  orgspec what-if --remove person/lin-xia\n"
            "  orgspec what-if samples/small-firm --remove duan-qing --remove mu-xiao\n"
            "  orgspec what-if --merge role/office-lead role/cashier --format markdown",
            "说明人员、岗位、部门、合作方或系统不在之后，或一个岗位并入另一个之后，哪些工作会落空。"
            "不写任何文件。没有新问题时返回 0。\n\n\b\n示例：\n"
            "  orgspec what-if --remove person/lin-xia\n"
            "  orgspec what-if samples/small-firm --remove duan-qing --remove mu-xiao\n"
            "  orgspec what-if --merge role/office-lead role/cashier --format markdown",
        ),
    )
    @click.argument("path", nargs=-1, metavar="[PATH]")
    @click.option(
        "--remove",
        multiple=True,
        metavar="ADDRESS",
        help=t(
            "Who or what goes: an address or an id; may be repeated, or hold commas.",
            "离开的人或对象：地址或 id；可重复，也可用逗号分隔。",
        ),
    )
    @click.option(
        "--merge",
        nargs=2,
        metavar="ROLE ROLE",
        help=t(
            "The second role becomes part of the first.",
            "第二个岗位并入第一个岗位。",
        ),
    )
    @click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json", "markdown"]),
        default="text",
        help=t("Form of the answer.", "输出格式。"),
    )
    @click.option(
        "--as-of",
        type=click.DateTime(["%Y-%m-%d"]),
        help=t("Suppose it on that day.", "假设发生在该日期。"),
    )
    @click.pass_obj
    def what_if(
        terminal: Terminal,
        path: tuple[str, ...],
        remove: tuple[str, ...],
        merge: tuple[str, str] | None,
        form: str,
        as_of: dt.datetime | None,
    ) -> int:
        spec, more = _divided(path, bool(remove))
        _refuse_nonsense(terminal, remove, merge, more)
        overrides = Overrides(as_of=as_of.date() if as_of else None)
        compilation = compiled(terminal, spec, overrides)
        _tell_of_broken_files(terminal, compilation)
        if merge:
            told = _merged(terminal, compilation, merge, overrides)
        else:
            told = _removed(terminal, compilation, (*several(remove), *more), overrides)
        click.echo(_rendered(terminal, told, form), nl=False, color=True)
        return int(not told.harmless)

    return what_if


def _divided(words: tuple[str, ...], removing: bool) -> tuple[Path, tuple[str, ...]]:
    """The path among the words, and the addresses: `--remove a b` names two.

    The first word that lies on the disk is the path; without `--remove` the first word is.
    """
    paths = [word for word in words if not removing or Path(word).exists()]
    if not paths:
        return Path(), words
    rest = list(words)
    rest.remove(paths[0])
    return Path(paths[0]), tuple(rest)


def _refuse_nonsense(
    terminal: Terminal,
    remove: tuple[str, ...],
    merge: tuple[str, str] | None,
    more: tuple[str, ...],
) -> None:
    """One of the two questions is asked, and no word is left over."""
    if bool(remove) == bool(merge):
        terminal.fail(
            say(
                "say either what to `--remove` or which two roles to `--merge`",
                "请用 `--remove` 指明离开者，或用 `--merge` 指明要合并的两个岗位，二者择一",
            )
        )
    if more and merge:
        terminal.fail(
            say(
                "`--merge` takes two roles and no `{name}`",
                "`--merge` 只接受两个岗位，不接受 `{name}`",
                name=more[0],
            )
        )


def _tell_of_broken_files(terminal: Terminal, compilation: Compilation) -> None:
    """What could not be read cannot be missed."""
    if compilation.program.broken:
        terminal.note(
            say(
                "a file cannot be parsed, and what it declares is left out; see `orgspec check`",
                "有文件无法解析，其中的内容未计入；请运行 `orgspec check`",
            )
        )


def _removed(
    terminal: Terminal, compilation: Compilation, names: tuple[str, ...], overrides: Overrides
) -> Consequences:
    """What is left without if the parties of some names go."""
    from orgspec.workspace.supposing import suppose_without

    gone = parties(terminal, compilation.organisation, names)
    return suppose_without(compilation, gone, overrides)


def _merged(
    terminal: Terminal, compilation: Compilation, names: tuple[str, str], overrides: Overrides
) -> Consequences:
    """What comes of the second of two roles becoming part of the first."""
    from orgspec.workspace.supposing import suppose_merged

    kept, absorbed = (role_named(terminal, compilation.organisation, name) for name in names)
    if kept == absorbed:
        terminal.fail(
            say("`{role}` cannot become part of itself", "`{role}` 不能并入自身", role=kept)
        )
    return suppose_merged(compilation, kept, absorbed, overrides)


def _rendered(terminal: Terminal, told: Consequences, form: str) -> str:
    """The answer in a form."""
    if form == "json":
        from orgspec.report.what_if import json

        return json.render(told, terminal.locale)
    if form == "markdown":
        from orgspec.report.what_if import markdown

        return markdown.render(told, terminal.locale)
    from orgspec.report.what_if import text

    return text.render(told, terminal.locale, terminal.style)
