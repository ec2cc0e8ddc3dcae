"""What makes the sheet of a matrix follow its letters: choices, colours, names, the printed page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgspec.document import Matrix
from orgspec.render.letters import legend, usual_double
from orgspec.render.sheet import look
from orgspec.render.sheet.formulas import all_of, holds
from orgspec.render.sheet.plan import HEAD_ROW, LEAST_SCALE, Plan, pages_high, paper_of, plan_of

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet


def allowed(matrix: Matrix) -> tuple[str, ...]:
    """What a cell may hold: each letter, accountable with responsible, and what is in use."""
    shown = [sign.text for sign in legend(matrix)]
    alone = shown[: len(matrix.letters)]
    return tuple(dict.fromkeys([*alone, *filter(None, ["/".join(usual_double(matrix))]), *shown]))


def set_choices(sheet: Worksheet, matrix: Matrix, plan: Plan, choices: str) -> None:
    """A drop-down of letters in every cell of a party; `choices` is the range that lists them."""
    body = (plan.first, plan.party, plan.last, plan.last_party)
    if matrix.columns:
        rule = {"validate": "list", "source": choices, "ignore_blank": True}
        sheet.data_validation(*body, rule)


def set_view(sheet: Worksheet, plan: Plan, wide: list[float], high: float, head: float) -> None:
    """Frozen titles and a filter; on paper repeated titles, at a size that can be read.

    `wide` are the widths of the columns, in width units, `high` and `head` the points of all rows
    and of the titles.
    """
    sheet.freeze_panes(plan.first, plan.party)
    sheet.autofilter(HEAD_ROW, 0, plan.last, plan.width - 1)
    sheet.repeat_rows(HEAD_ROW)
    sheet.repeat_columns(0, plan.activity)
    paper = paper_of(plan, wide)
    sheet.set_paper(paper.size)
    if paper.across > 1:
        sheet.fit_to_pages(paper.across, 0)
        sheet.print_across()
    else:
        # Who answers for what is seen at a glance only where all of it is on one page.
        sheet.fit_to_pages(1, pages_high(paper.size, wide, high, head, LEAST_SCALE))


def set_colours(sheet: Worksheet, matrix: Matrix, plan: Plan, formats: look.Formats) -> None:
    """Colours by condition, so that an edited cell takes the colour of its new letters."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    body = (plan.first, plan.party, plan.last, plan.last_party)
    cell = xl_rowcol_to_cell(plan.first, plan.party)
    both = usual_double(matrix)
    rules = [(both, look.ACCOUNTABLE_AND_RESPONSIBLE)] if both else []
    ranked = sorted(matrix.letters, key=lambda letter: "ARSCI".find(letter.acts_as) % 6)
    rules += [((x.sign,), look.LETTERS.get(x.acts_as, look.LETTERS["I"])) for x in ranked]
    for signs, (fill, ink) in rules:
        form = formats.bare(bg_color=fill, font_color=ink)
        criteria = all_of(holds(sign, cell) for sign in signs)
        rule = {"type": "formula", "criteria": criteria, "format": form, "stop_if_true": True}
        sheet.conditional_format(*body, rule)
    checks = (plan.first, plan.check, plan.last, plan.check)
    if matrix.transposed:
        checks = (plan.check, plan.party, plan.check, plan.last_party)
    for criteria, colour in (("begins with", look.FINE), ("not containing", look.WARNING)):
        rule = {"type": "text", "criteria": criteria, "value": "✓"}
        sheet.conditional_format(*checks, {**rule, "format": formats.bare(font_color=colour)})


def define_names(
    book: Workbook, sheet: str, legend_range: str, matrix: Matrix, number: int
) -> None:
    """Names for formulas of one's own: `Letters`, `Matrix`, `Activities`, `Parties`.

    The second matrix of a workbook has `Letters_2` and so on. `legend_range` lists the letters.
    """
    from xlsxwriter.utility import xl_range_abs

    ending = "" if number == 1 else f"_{number}"
    quoted = "'" + sheet.replace("'", "''") + "'"
    book.define_name(f"Letters{ending}", legend_range)
    for name, cells in _named(matrix).items():
        book.define_name(f"{name}{ending}", f"={quoted}!{xl_range_abs(*cells)}")


def _named(matrix: Matrix) -> dict[str, tuple[int, int, int, int]]:
    """Name → first row, first column, last row, last column."""
    plan = plan_of(matrix)
    return {
        "Matrix": (plan.first, plan.party, plan.last, plan.last_party),
        "Activities": (plan.first, plan.activity, plan.last, plan.activity),
        "Parties": (HEAD_ROW, plan.party, HEAD_ROW, plan.last_party),
    }
