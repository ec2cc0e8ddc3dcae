"""RAC021: person-in-matrix."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Edit, Fix, Message, Severity, say
from orgspec.source import Span


@rule("RAC021", "person-in-matrix", since="0.1", severity=Severity.WARNING)
def person_in_matrix(context: Context) -> Iterator[Finding]:
    """
    A cell names a person. It is read as the role that the person holds as `primary`.

    ## Why
    Letters belong to posts: when the person leaves, the duty stays with the post and goes to
    whoever comes next. A name in the matrix is out of date with the first move.

    ## Example
    ```yaml
    roles:
      sales-manager: {}
      sales-rep: {}
    people:
      li-na: {holds: sales-rep}
      wang-wei: {holds: sales-manager}
    duties:
      quoting: {raci: {A: sales-manager, R: li-na}}
    ```

    ## Instead
    ```yaml
    roles:
      sales-manager: {}
      sales-rep: {}
    people:
      li-na: {holds: sales-rep}
      wang-wei: {holds: sales-manager}
    duties:
      quoting: {raci: {A: sales-manager, R: sales-rep}}
    ```

    ## Source
    Published practice of responsibility matrices: columns are roles, not names.

    ---
    矩阵中写了人员。它被读作此人的主岗（`primary`）。

    ## 为什么
    字母属于岗位：人走了，职责仍在岗位上，由继任者承担。写了人名的矩阵，第一次调动就过时。

    ## 怎么改
    请写此人担任的岗位。

    ## 来源
    责任矩阵的通行做法：列是岗位，不是人名。
    """
    for row in context.graph.written_rows:
        seen: set[Span] = set()
        for cell in row.cells:
            if cell.party is None or not cell.party.startswith("person/"):
                continue
            if cell.holder != row.address:
                continue  # a step that inherits it: it is said of the duty
            place = context.at(cell.holder, *cell.route)
            if place.span in seen:
                continue  # one name that stands for A and R
            seen.add(place.span)
            fix = None
            if cell.role and context.written(row.of, place.span).strip("'\"") == cell.text:
                title = say("write the role, `{role}`", "改为岗位 `{role}`", role=cell.role)
                fix = Fix(title, (Edit(place.source, place.span, cell.role),))
            yield Finding(
                place,
                say(
                    "`{person}` is a person; the letters of `{what}` belong to roles",
                    "`{person}` 是人员；`{what}` 的字母应写岗位",
                    person=context.name(cell.party),
                    what=row.of,
                ),
                _advice(cell.role),
                related=(context.at(cell.party, message=say("declared here", "在此声明")),),
                fix=fix,
            )


def _advice(role: str | None) -> Message:
    """To name the role that the person holds."""
    if role is None:
        return say(
            "name a role, and let the person hold it with `holds`",
            "请写岗位，并用 `holds` 写明由此人担任",
        )
    return say("name the role: `{role}`", "请写岗位：`{role}`", role=role)
