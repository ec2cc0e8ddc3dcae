"""`orgspec show`: one entity and all that touches it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from orgspec.cli.asking import compiled
from orgspec.cli.language import help_in
from orgspec.cli.terminal import Terminal
from orgspec.diagnostics import Message, quoted, say
from orgspec.report.show import show as lines_of

if TYPE_CHECKING:
    from orgspec.graph.graph import Graph


def command(locale: str) -> click.Command:
    """The command, speaking `locale`."""
    t = help_in(locale)

    @click.command(
        "show",
        help=t(
            "Show one entity and all that touches it: what a role does and answers for, who stands "
            "behind a letter, and at which line.\n\n\b\nExamples:\n  orgspec show role/sales-rep\n"
            "  orgspec show duty/contract-handling\n  orgspec show sales-rep -p samples/trade-site\n"
            "  orgspec show workflow/order-processing --time --from 2026-05-06",
            "显示一个条目及与其相关的一切：岗位做什么、对什么负责，字母背后是谁、写在哪一行。\n\n\b\n示例：\n"
            "  orgspec show role/sales-rep\n  orgspec show duty/contract-handling\n"
            "  orgspec show sales-rep -p samples/trade-site\n"
            "  orgspec show workflow/order-processing --time --from 2026-05-06",
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
    @click.option(
        "--time",
        "timed",
        is_flag=True,
        help=t(
            "Of a workflow: its longest path, the slack of the other steps, the total.",
            "流程的最长路径、其余步骤的余量和总时间。",
        ),
    )
    @click.option(
        "--from",
        "start",
        type=click.DateTime(("%Y-%m-%d",)),
        metavar="YYYY-MM-DD",
        help=t(
            "With --time: the dates of a run that begins in the morning of that day.",
            "与 --time 同用：从该日早晨开始，各步骤的截止日期。",
        ),
    )
    @click.pass_obj
    def show(
        terminal: Terminal, address: str, spec: Path, timed: bool, start: dt.datetime | None
    ) -> int:
        compilation = compiled(terminal, spec)
        organisation = compilation.organisation
        every = [entity.address for entity in organisation.entities()]
        fitting = [a for a in every if address in (a, a.partition("/")[2])]
        if len(fitting) != 1:
            from orgspec.diagnostics.near import near

            close = fitting or near(address, (*every, *(a.partition("/")[2] for a in every)))
            terminal.fail(_no_single_entity(address, tuple(close)))
        if timed or start is not None:
            _tell_time(terminal, compilation.graph, fitting[0], start)
            return 0
        for line in lines_of(compilation.graph, fitting[0], locale, terminal.style):
            terminal.say(line)
        return 0

    return show


def _tell_time(terminal: Terminal, graph: Graph, address: str, start: dt.datetime | None) -> None:
    """The longest path of a workflow, by the calendar if a day is given on which it begins."""
    from orgspec.graph.time.holidays import HolidaysUnknown
    from orgspec.report.timetable import timetable

    kind, _, id_ = address.partition("/")
    if kind != "workflow":
        terminal.fail(
            say(
                "`--time` tells the time of a workflow; `{name}` is none",
                "`--time` 只用于流程；`{name}` 不是流程",
                name=address,
            )
        )
    day = start.date() if start is not None else None
    try:
        for line in timetable(graph, id_, terminal.locale, terminal.style, day):
            terminal.say(line)
    except HolidaysUnknown as unknown:
        terminal.fail(unknown.message)


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
