"""What `orgspec render` asks about charts: what they show, and what they are printed on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import click

from orgspec.cli.language import help_in
from orgspec.cli.terminal import Terminal
from orgspec.diagnostics import quoted, say
from orgspec.model.chart_fields import (
    CHART_BY,
    CHART_COLOURS,
    LEAST_DPI,
    MOST_DPI,
    ORIENTATIONS,
    PAPERS,
)

if TYPE_CHECKING:
    from orgspec.model.manifest import Output
    from orgspec.view.charts.wish import ChartWish

_Command = Callable[..., Any]
_LEGIBLE = 90
"""Pixels per inch below which the smallest text of a chart cannot be read."""

_OF_PAPER = ("paper", "orientation", "tile")


def chart_options(locale: str) -> Callable[[_Command], _Command]:
    """The options of charts, speaking `locale`; each is None where it is not given."""
    t = help_in(locale)
    words = (
        ("--by", t("Of a chart: cards by {}.", "组织架构图：卡片按 {}。"), CHART_BY),
        ("--colour", t("Of a chart: colours by {}.", "组织架构图：颜色按 {}。"), CHART_COLOURS),
        ("--paper", t("Of a chart as PDF: {}.", "组织架构图 PDF 的纸张：{}。"), PAPERS),
        ("--orientation", t("Of a chart as PDF: {}.", "组织架构图 PDF 的方向：{}。"), ORIENTATIONS),
    )
    options = [
        click.option(name, metavar="NAME", help=said.format(", ".join(menu)))
        for name, said, menu in words
    ]
    flags = (
        ("--tile/--no-tile", t("A chart as one poster over several sheets.", "一张大图分印在多张纸上。")),
        ("--whole/--no-whole", t("Every post in one drawing, however many.", "所有岗位画在一张图上。")),
    )  # fmt: skip
    options += [click.option(name, default=None, help=said) for name, said in flags]
    dpi = t("Of a chart as PNG: pixels per inch.", "组织架构图 PNG 的每英寸像素数。")
    options.append(click.option("--dpi", type=click.IntRange(LEAST_DPI, MOST_DPI), help=dpi))

    def decorate(command: _Command) -> _Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def chart_wish(
    terminal: Terminal, kind: str, form: str, output: Output, asked: Mapping[str, Any]
) -> ChartWish:
    """What is wished of a chart: as asked for, else as the manifest says. Wrong use is refused."""
    from orgspec.workspace.chart_wishes import wish_of

    given = {key: value for key, value in asked.items() if value is not None}
    _refuse_others(terminal, kind, form, given)
    menus = {"by": CHART_BY, "colour": CHART_COLOURS, "paper": PAPERS, "orientation": ORIENTATIONS}
    for key, menu in menus.items():
        if key in given:
            given[key] = _one_of(terminal, f"--{key}", str(given[key]), menu)
    return wish_of(output, given)


def _refuse_others(terminal: Terminal, kind: str, form: str, given: Mapping[str, Any]) -> None:
    """An option of charts beside another document, or of paper beside a picture, does nothing."""
    for key in given:
        if kind != "charts":
            terminal.fail(say("`--{name}` is for `chart`, not for `{kind}`",
                              "`--{name}` 只用于 `chart`，不能用于 `{kind}`", name=key, kind=kind))  # fmt: skip
        fitting = "pdf" if key in _OF_PAPER else "png" if key == "dpi" else form
        if form != fitting:
            terminal.fail(say("`--{name}` is for {right}, not for {form}",
                              "`--{name}` 只用于 {right}，不能用于 {form}",
                              name=key, right=fitting, form=form))  # fmt: skip


def _one_of(terminal: Terminal, option: str, written: str, menu: tuple[str, ...]) -> str:
    """A word of a menu in whatever case; any other is refused with near ones."""
    found = next((word for word in menu if word.casefold() == written.strip().casefold()), None)
    if found is None:
        from orgspec.diagnostics.near import near

        close = near(written, menu) or menu
        terminal.fail(say("{option}: there is no `{name}`; did you mean {names}?",
                          "{option}：没有 `{name}`；是否想写 {names}？",
                          option=option, name=written, names=quoted(close)))  # fmt: skip
    return str(found)


def note_if_coarse(terminal: Terminal, kind: str, form: str, asked: int, made: bytes) -> None:
    """Say that a picture of a chart is coarser than its text needs and than was asked for."""
    if kind != "charts" or form != "png" or made[37:41] != b"pHYs":
        return
    dpi = round(int.from_bytes(made[41:45], "big") * 0.0254)
    if dpi < min(asked or _LEGIBLE, _LEGIBLE) - 1:
        terminal.note(
            say(
                "the chart is so large that the picture has only {dpi} pixels per inch; take "
                "`-f svg` or, to print it, `-f pdf --tile`",
                "组织架构图过大，图片每英寸只有 {dpi} 像素；请改用 `-f svg`，打印则用 `-f pdf --tile`",
                dpi=dpi,
            )
        )
