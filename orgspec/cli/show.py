"""`orgspec show`: one entity and all that touches it."""

from __future__ import annotations

from pathlib import Path

import click

from orgspec.cli.asking import compiled
from orgspec.cli.language import help_in
from orgspec.cli.terminal import Terminal
from orgspec.diagnostics import Message, quoted, say
from orgspec.report.show import show as lines_of


def command(locale: str) -> click.Command:
    """The command, speaking `locale`."""
    t = help_in(locale)

    @click.command(
        "show",
        help=t(
            "Show one entity and all that touches it: what a role does and answers for, who stands "
            "behind a letter, and at which line.\n\n\b\nExamples:\n  orgspec show role/sales-rep\n"
            "  orgspec show duty/contract-handling\n  orgspec show sales-rep -p samples/trade-site",
            "显示一个条目及与其相关的一切：岗位做什么、对什么负责，字母背后是谁、写在哪一行。\n\n\b\n示例：\n"
            "  orgspec show role/sales-rep\n  orgspec show duty/contract-handling\n"
            "  orgspec show sales-rep -p samples/trade-site",
        ),
    )
    @click.argument("address")
    @click.option(
        "--path",
        "-p",
        "spec",
        default=".",
        type=click.Path(path_type=Path),
        help=t("The specification.", "规范所在位置。"),
    )
    @click.pass_obj
    def show(terminal: Terminal, address: str, spec: Path) -> int:
        compilation = compiled(terminal, spec)
        organisation = compilation.organisation
        every = [entity.address for entity in organisation.entities()]
        fitting = [a for a in every if address in (a, a.partition("/")[2])]
        if len(fitting) != 1:
            from orgspec.diagnostics.near import near

            close = fitting or near(address, (*every, *(a.partition("/")[2] for a in every)))
            terminal.fail(_no_single_entity(address, tuple(close)))
        for line in lines_of(compilation.graph, fitting[0], locale, terminal.style):
            terminal.say(line)
        return 0

    return show


def _no_single_entity(name: str, close: tuple[str, ...]) -> Message:
    """A name that fits nothing, or several things."""
    if not close:
        return say(
            "nothing is declared as `{name}`; write an address such as `role/sales-rep`",
            "`{name}` 没有声明；请写地址，例如 `role/sales-rep`",
            name=name,
        )
    return say(
        "`{name}` names no single entity; did you mean {names}?",
        "`{name}` 没有唯一对应的条目；是否想看 {names}？",
        name=name,
        names=quoted(close),
    )
