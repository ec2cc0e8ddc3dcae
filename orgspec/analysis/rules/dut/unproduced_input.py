"""DUT012: unproduced-input."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.meant import meant
from orgspec.graph.written import is_written
from orgspec.model.workflow import Artifact


@rule("DUT012", "unproduced-input", since="0.1", severity=Severity.WARNING, finds_absence=True)
def unproduced_input(context: Context) -> Iterator[Finding]:
    """
    An artifact that is taken as input and that no duty, step, meeting or handoff gives, nobody has
    `access.write` to, and that is not `external`.

    ## Why
    Who waits for something that nobody makes waits in vain, or makes it without being charged.

    ## Example
    ```yaml
    roles:
      seller: {reports_to: none}
    duties:
      quoting: {raci: seller, inputs: price-list}
    artifacts: {price-list: {}}
    ```

    ## Instead
    ```yaml
    roles:
      seller: {reports_to: none}
    duties:
      quoting: {raci: seller, inputs: price-list}
    artifacts: {price-list: {external: the manufacturer}}
    ```

    ## Source
    Suppliers, inputs, process, outputs, customers (SIPOC): each input has its supplier.

    ---
    产物被用作输入，却没有职责、步骤、会议或交接提供，无人有 `access.write`，也不是 `external`。

    ## 为什么
    等待一件没有人做的东西，只会空等，或在没有授权的情况下自己去做。

    ## 怎么改
    请在产出方写 `deliverables` 或 `outputs`；来自外部的，请写 `external`。

    ## 来源
    SIPOC：每项输入都有其供方。
    """
    artifacts = context.organisation.artifacts.values()
    flow = context.graph.artifacts
    outside = [artifact for artifact in artifacts if not _is_provided(context, artifact)]
    missing = [a for a in outside if flow.takers(a.id, "duty", "step", "meeting")]
    perhaps = meant(context.links.unresolved, (a.id for a in missing), "artifact")
    for artifact in missing:
        if artifact.id in perhaps:
            continue
        first, *others = flow.takers(artifact.id, "duty", "step", "meeting")
        yield Finding(
            context.at(first.source, *first.route),
            say(
                "`{artifact}` is needed here, and nobody produces it",
                "此处需要 `{artifact}`，却无人产出",
                artifact=artifact,
            ),
            say(
                "name it in the `deliverables` or `outputs` of who makes it, or write `external:`"
                " on it if it comes from outside",
                "请写入产出方的 `deliverables` 或 `outputs`；若来自外部，请为它写 `external:`",
            ),
            related=(
                context.at(artifact, message=say("declared here", "在此声明")),
                *(
                    context.at(x.source, *x.route, message=say("needed here too", "此处也需要"))
                    for x in others[:4]
                ),
            ),
        )


def _is_provided(context: Context, artifact: Artifact) -> bool:
    """Whether an artifact comes from anywhere."""
    flow = context.graph.artifacts
    if artifact.id in flow.given or artifact.id in flow.handed:
        return True
    if is_written(context.program, artifact.address, "external"):
        return True
    return artifact.access is not None and bool(artifact.access.write)
