"""RAC015: contradictory-letters."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Fix, Severity, quoted, say
from orgspec.graph.letters import own_cells
from orgspec.graph.rows import STRENGTH, Cell
from orgspec.syntax.removal import removal


@rule("RAC015", "contradictory-letters", since="0.1", severity=Severity.WARNING)
def contradictory_letters(context: Context) -> Iterator[Finding]:
    """
    One party, as written, twice in a row: twice in one letter, or in two letters that are not A
    and R. The stronger one stands, in the order A, R, S, C, I.

    ## Why
    Who does the work need not be asked about it or told of it. The weaker letter is a slip, or
    another party was meant, and the matrix counts more people than take part.

    ## Example
    ```yaml
    roles:
      sales-manager: {}
      sales-rep: {}
    duties:
      quoting: {raci: {A: sales-manager, R: sales-rep, I: sales-rep}}
    ```

    ## Instead
    ```yaml
    roles:
      sales-manager: {}
      sales-rep: {}
    duties:
      quoting: {raci: {A: sales-manager, R: sales-rep}}
    ```

    ---
    同一方（按所写）在一行中出现两次：同一字母下重复，或在两个并非 A 与 R 的字母下。以较强者为准，
    次序为 A、R、S、C、I。

    ## 为什么
    执行的人不必再被咨询或知会。较弱的字母不是笔误，就是本想写别人，矩阵也因此多算了人数。

    ## 怎么改
    请删去较弱的字母，或改为本来要写的一方。
    """
    for row in context.graph.written_rows:
        if len({(cell.party or cell.text) for cell in row.cells}) == len(row.cells):
            continue
        by_party: dict[str, list[Cell]] = {}
        for cell in own_cells(row):
            by_party.setdefault(cell.party or cell.text, []).append(cell)
        for cells in by_party.values():
            extra = _extra(cells)
            if extra:
                yield _finding(context, cells, extra)


def _extra(cells: list[Cell]) -> list[Cell]:
    """The cells of a party that say less than another of its cells, or the same again."""
    if len(cells) < 2:
        return []
    if [cell.acts_as for cell in cells] == ["A", "R"] and cells[0].sign != cells[1].sign:
        return []  # `A/R`, the usual case
    ranked = sorted(cells, key=lambda c: (STRENGTH.index(c.acts_as), c.route[1] == c.sign))
    strongest = ranked[0].acts_as
    kept: set[str] = set()
    extra = []
    for cell in ranked:
        same = cell.acts_as == strongest or {cell.acts_as, strongest} == {"A", "R"}
        if cell.sign in kept or not same:
            extra.append(cell)
        kept.add(cell.sign)
    return extra


def _finding(context: Context, cells: list[Cell], extra: list[Cell]) -> Finding:
    """A party that stands in a row more often than it should."""
    standing = [cell for cell in cells if cell not in extra]
    signs = tuple(dict.fromkeys(cell.sign for cell in cells))
    row = context.organisation.find(cells[0].holder)
    first = extra[0]
    twice = say(
        "`{party}` stands twice in {sign} of `{what}`",
        "`{party}` 在 `{what}` 的 {sign} 中重复",
        party=first.text,
        sign=first.sign,
        what=row,
    )
    several = say(
        "`{party}` has {signs} in `{what}`; {sign} already says more",
        "`{party}` 在 `{what}` 中有 {signs}；{sign} 已包含其余",
        party=first.text,
        signs=quoted(signs),
        sign=standing[0].sign,
        what=row,
    )
    return Finding(
        context.at(first.holder, *first.route),
        twice if len(signs) == 1 else several,
        say("drop it here, or name who was meant", "请在此删去，或改为本来要写的一方"),
        related=tuple(
            context.at(cell.holder, *cell.route, message=say("stands", "保留")) for cell in standing
        )
        + tuple(context.at(cell.holder, *cell.route) for cell in extra[1:]),
        fix=_fix(context, extra),
    )


def _fix(context: Context, extra: list[Cell]) -> Fix | None:
    """Drop the weaker cells, unless one key stands for several letters or two share a list."""
    origin = context.program.origins[extra[0].holder]
    if any(cell.route[1] != cell.sign for cell in extra):
        return None
    if len({cell.route[:2] for cell in extra}) < len(extra):
        return None
    edits = [removal(origin, cell.route) for cell in extra]
    if any(edit is None for edit in edits):
        return None
    return Fix(
        say("drop the weaker letter", "删去较弱的字母"),
        tuple(edit for edit in edits if edit is not None),
    )
