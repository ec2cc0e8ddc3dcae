"""ORG004: several-superiors."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.analysis.superior_edit import keep_one
from orgspec.diagnostics import Fix, quoted, say
from orgspec.graph.reporting import bare
from orgspec.model.program import Link
from orgspec.model.role import Role
from orgspec.syntax.removal import removal


@rule("ORG004", "several-superiors", since="0.1")
def several_superiors(context: Context) -> Iterator[Finding]:
    """
    `reports_to` names two or more roles, or one role is solid and dotted superior of the same one.

    ## Why
    Who has two bosses has none: orders cross, and each counts on the other to appraise. There is
    one solid line; all others are dotted.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      finance-manager: {reports_to: director}
      sales-manager: {reports_to: director}
      clerk: {reports_to: [sales-manager, finance-manager]}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      finance-manager: {reports_to: director}
      sales-manager: {reports_to: director}
      clerk: {reports_to: sales-manager, dotted_to: finance-manager}
    ```

    ## Source
    Unity of command (Fayol).

    ---
    `reports_to` 写了两个以上的岗位，或同一岗位既是实线又是虚线上级。

    ## 为什么
    两个上级等于没有上级：指令打架，考核互相推诿。实线上级只有一个，其余为虚线。

    ## 怎么改
    请在 `reports_to` 中只保留一个，其余写入 `dotted_to`。

    ## 来源
    统一指挥原则（法约尔）。
    """
    for role in context.organisation.roles.values():
        if not role.reports_to:
            continue
        solid: dict[str, Link] = {}
        for link in context.links.of(role.address, "reports_to"):
            if link.target is not None:
                solid.setdefault(link.target, link)
        if len(solid) > 1:
            yield _several(context, role, tuple(solid.values()))
        if role.dotted_to and solid:
            yield from _both(context, role, next(iter(solid.values())))


def _several(context: Context, role: Role, links: tuple[Link, ...]) -> Finding:
    """The second name is one too many; the first is kept by the fix."""
    first, second, *more = links
    return Finding(
        context.at(role, *second.route),
        say(
            "`{role}` reports to {n} roles: {names}",
            "`{role}` 向 {n} 个岗位汇报：{names}",
            role=role,
            n=len(links),
            names=quoted(bare(x.target or "") for x in links),
        ),
        say(
            "keep one in `reports_to` and move the others to `dotted_to`",
            "`reports_to` 只保留一个，其余移到 `dotted_to`",
        ),
        related=tuple(
            context.at(role, *x.route, message=say("also solid", "也是实线"))
            for x in (first, *more)
        ),
        fix=keep_one(context, role, first.text, tuple(x.text for x in (second, *more))),
    )


def _both(context: Context, role: Role, solid: Link) -> Iterator[Finding]:
    """A dotted line beside the solid one to the same role."""
    dotted = context.links.of(role.address, "dotted_to")
    again = next((link for link in dotted if link.target == solid.target), None)
    if again is not None:
        yield Finding(
            context.at(role, *again.route),
            say(
                "`{superior}` is solid and dotted superior of `{role}`",
                "`{superior}` 既是 `{role}` 的实线上级，又是虚线上级",
                superior=context.name(solid.target),
                role=role,
            ),
            say("take it out of `dotted_to`", "请把它从 `dotted_to` 中去掉"),
            related=(context.at(role, *solid.route, message=say("solid here", "此处为实线")),),
            fix=_single_line(context, role, again),
        )


def _single_line(context: Context, role: Role, again: Link) -> Fix | None:
    """Take the dotted line out: the solid one says more."""
    edit = removal(context.program.origins[role.address], again.route)
    return Fix(say("drop the dotted line", "删去虚线"), (edit,)) if edit is not None else None
