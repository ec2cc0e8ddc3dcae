"""SOD008: unseparated-matter."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Message, Severity, say
from orgspec.model.duty import Duty
from orgspec.model.program import Link
from orgspec.model.values.incompatible import library
from orgspec.model.values.incompatible_words import SENSITIVE
from orgspec.model.workflow import Step, Workflow

_SHOWN = 6
"""How many further places a finding shows."""


@rule(
    "SOD008",
    "unseparated-matter",
    since="0.1",
    severity=Severity.INFO,
    finds_absence=True,
)
def unseparated_matter(context: Context) -> Iterator[Finding]:
    """
    Payments, stock, contracts or payroll are the object of duties or steps, and no separation
    names that object, a duty or step on it, or a library about it. One finding a matter.

    ## Why
    These are the matters in which one hand too many costs money. Where nothing is declared, nobody
    is told when a post, a person or a deputy comes to do two sides.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      cashier: {reports_to: director}
    duties:
      pay-suppliers: {raci: {A: director, R: cashier}, object: payment, action: pay}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      cashier: {reports_to: director}
    duties:
      pay-suppliers: {raci: {A: director, R: cashier}, object: payment, action: pay}
    separations:
      payments: {use: payment}
    ```

    ## Source
    The matters of the shipped libraries; see the page on separations.

    ---
    付款、存货、合同或薪酬是职责或步骤的对象，却没有任何分离涉及该对象、对它的职责或步骤，也没有引用相应的
    清单。每类事项报告一次。

    ## 为什么
    这些事项最怕一人包办。未作声明，岗位、人员或代理人一旦兼任两方，便无从提醒。

    ## 怎么改
    请在 `separations` 中声明，例如引用内置清单（`use`）。

    ## 来源
    内置分离清单所涉事项，见“分离”一页。
    """
    if any(link.route[0] == "between" for link in _slips(context)):
        return  # what the name stands for may be the very duty
    found: dict[str, list[str]] = {}
    for about, matters in context.graph.separations.matters.items():
        for matter in matters:
            if matter in SENSITIVE:
                found.setdefault(matter, []).append(about)
    named = _named(context) if found else frozenset()
    for matter, objects in found.items():
        left = [about for about in objects if about not in named]
        if left and f":{matter}" not in named:
            yield _finding(context, matter, left)


def _slips(context: Context) -> Iterator[Link]:
    """The names in separations that nothing declares."""
    return (x for x in context.links.unresolved if x.source.startswith("separation/"))


def _named(context: Context) -> frozenset[str]:
    """The objects that separations name, and `:` with each matter of the libraries in use."""
    found = set()
    deeds = context.graph.deeds
    for separation in context.organisation.separations.values():
        found.add(context.graph.separations.object_of(separation))
        for address in context.links.targets(separation.address, "between"):
            found.add(deeds.of(context.graph.rows[address]).object)
        used = library(separation.use) if separation.use is not None else None
        found.update(f":{matter}" for matter in (used.matters if used is not None else ()))
    return frozenset(about for about in found if about is not None)


def _finding(context: Context, matter: str, objects: list[str]) -> Finding:
    """A matter whose objects nothing keeps apart."""
    bearers = [bearer for about in objects for bearer in context.graph.deeds.objects[about]]
    first, *rest = bearers
    return Finding(
        context.at(first, "object"),
        say(
            "`{object}` is handled, and no separation says who must not do what with it",
            "有人经办 `{object}`，却没有任何分离规定哪些职务不得兼任",
            object=context.name(objects[0]) if "/" in objects[0] else first.object,
        ),
        say(
            "declare one under `separations`, such as `{{use: {library}}}`",
            "请在 `separations` 中声明，例如 `{{use: {library}}}`",
            library=SENSITIVE[matter],
        ),
        tuple(context.at(bearer, "object", message=_named_at(bearer)) for bearer in rest[:_SHOWN]),
    )


def _named_at(bearer: Duty | Step | Workflow) -> Message:
    """What names the object."""
    if isinstance(bearer, Duty):
        return say("duty `{name}`", "职责 `{name}`", name=bearer)
    if isinstance(bearer, Step):
        return say("step `{name}`", "步骤 `{name}`", name=bearer)
    return say("workflow `{name}`", "流程 `{name}`", name=bearer)
