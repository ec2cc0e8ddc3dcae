"""DUT011: unused-deliverable."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.meant import meant
from orgspec.graph.written import is_written
from orgspec.model.workflow import Artifact


@rule("DUT011", "unused-deliverable", since="0.1", severity=Severity.INFO, finds_absence=True)
def unused_deliverable(context: Context) -> Iterator[Finding]:
    """
    An artifact that is produced and that no step, duty, meeting, handoff or `access.read` takes,
    and that has no `retention`; where half of the produced artifacts are taken. A KPI that is read
    off it takes it too.

    ## Why
    A report that nobody reads is work without use; or its reader was forgotten, who will miss it.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      seller: {reports_to: director}
    duties:
      quoting: {raci: seller, deliverables: [quotation, visit-report]}
      deciding: {raci: director, inputs: quotation}
    artifacts: {quotation: {}, visit-report: {}}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      seller: {reports_to: director}
    duties:
      quoting: {raci: seller, deliverables: [quotation, visit-report]}
      deciding: {raci: director, inputs: [quotation, visit-report]}
    artifacts: {quotation: {}, visit-report: {}}
    ```

    ## Source
    Suppliers, inputs, process, outputs, customers (SIPOC): each output has its customer.

    ---
    有产出，却没有任何步骤、职责、会议、交接或 `access.read` 使用，也没有 `retention` 的产物；
    仅在半数产出都有人使用时检查。以它为数据来源的 KPI 也算使用。

    ## 为什么
    没人看的报告是白做的工作；或者漏写了使用者，他将得不到它。

    ## 怎么改
    请在使用方写 `inputs`，或声明交接；只为留存的，请写 `retention`；没有用的，请不再产出。

    ## 来源
    SIPOC：每项输出都有其客户。
    """
    produced = [a for a in context.organisation.artifacts.values() if _is_made(context, a)]
    perhaps = meant(context.links.unresolved, (a.id for a in produced), "artifact")
    used = {a.id for a in produced if a.id in perhaps or _is_used(context, a)}
    if not context.half(produced, lambda artifact: artifact.id in used):
        return
    for artifact in produced:
        if artifact.id in used or artifact.retention is not None:
            continue
        if is_written(context.program, artifact.address, "retention"):
            continue
        first, *others = context.graph.artifacts.givers(artifact.id)
        yield Finding(
            context.at(first.source, *first.route),
            say(
                "`{artifact}` is produced, and nobody takes it",
                "`{artifact}` 有产出，却无人使用",
                artifact=artifact,
            ),
            say(
                "name it in the `inputs` of who needs it, in a handoff or in its `access.read`;"
                " or write its `retention` if it is kept as a record",
                "请写入使用方的 `inputs`、某个交接或 `access.read`；若只为留存，请写 `retention`",
            ),
            related=(
                context.at(artifact, message=say("declared here", "在此声明")),
                *(
                    context.at(x.source, *x.route, message=say("produced here too", "此处也产出"))
                    for x in others[:4]
                ),
            ),
        )


def _is_made(context: Context, artifact: Artifact) -> bool:
    """Whether a duty, step or meeting gives an artifact."""
    return artifact.id in context.graph.artifacts.given


def _is_used(context: Context, artifact: Artifact) -> bool:
    """Whether anybody takes an artifact."""
    flow = context.graph.artifacts
    if artifact.id in flow.taken or artifact.id in flow.handed:
        return True
    return artifact.access is not None and bool(artifact.access.read)
