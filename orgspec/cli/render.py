"""`orgspec render`: one document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from orgspec.cli.asking import compiled
from orgspec.cli.build import refuse
from orgspec.cli.chart_options import chart_options, chart_wish, note_if_coarse
from orgspec.cli.language import help_in
from orgspec.cli.matrix_options import is_transposed, refuse_unmakeable, transpose_option
from orgspec.cli.templates import template_of, template_option
from orgspec.cli.terminal import Terminal
from orgspec.cli.unit_addresses import agreement_address, one_address
from orgspec.cli.writing import write_to, written
from orgspec.diagnostics import Severity, quoted, say
from orgspec.model import locale_pairs
from orgspec.model.organisation import Organisation
from orgspec.model.outputs import BUILT, canonical

if TYPE_CHECKING:
    from orgspec.graph.graph import Graph


_ADMITTED = {
    "job-descriptions": ("role",),
    "kpis": ("role",),
    "workflows": ("workflow",),
    "raci": ("department", "workflow"),
}


def command(locale: str) -> click.Command:
    """The command, speaking `locale`."""
    t = help_in(locale)

    @click.command(
        "render",
        help=t(
            "Make one document: VIEW is one of {}; ADDRESS is a department, role or workflow, or "
            "two departments for an agreement, the whole organisation by default.\n\n\b\nExamples:\n"
            "  orgspec render chart -f svg -o chart.svg\n"
            "  orgspec render raci department/sales -f html -o -\n"
            "  orgspec render raci workflow/order-processing --transpose -o steps.xlsx\n"
            "  orgspec render job-description role/sales-rep -f docx -o rep.docx\n"
            "  orgspec render workflow order-processing -f svg -o order.svg\n"
            "  orgspec render meetings -f ics -o meetings.ics\n"
            "  orgspec render agreement sales--finance -f pdf -o agreement.pdf\n"
            "  orgspec render handbook -f pdf -o handbook.pdf",
            "生成一份文件：VIEW 为 {} 之一；ADDRESS 为部门、岗位或流程，协议为两个部门，默认为整个组织。\n\n\b\n"
            "示例：\n  orgspec render chart -f svg -o chart.svg\n"
            "  orgspec render raci department/sales -f html -o -\n"
            "  orgspec render raci workflow/order-processing --transpose -o steps.xlsx\n"
            "  orgspec render job-description role/sales-rep -f docx -o rep.docx\n"
            "  orgspec render workflow order-processing -f svg -o order.svg\n"
            "  orgspec render meetings -f ics -o meetings.ics\n"
            "  orgspec render agreement sales--finance -f pdf -o agreement.pdf\n"
            "  orgspec render handbook -f pdf -o handbook.pdf",
        ).format(", ".join(BUILT)),
    )
    @click.argument("view")
    @click.argument("addresses", nargs=-1, metavar="[ADDRESS]")
    @click.option(
        "--format",
        "-f",
        "form",
        help=t("Format; by default that of the file's name.", "格式；默认按文件名判断。"),
    )
    @click.option(
        "--output",
        "-o",
        type=click.Path(path_type=Path),
        required=True,
        help=t("File to write; - for standard output.", "输出文件；- 表示标准输出。"),
    )
    @click.option(
        "--path",
        "-p",
        "spec",
        default=".",
        type=click.Path(path_type=Path),
        help=t("The specification.", "规范所在位置。"),
    )
    @template_option(locale)
    @click.option(
        "--locale",
        "wanted",
        help=t(
            "Locale of the document; zh+en: two side by side.", "文件的语言；zh+en 为双语对照。"
        ),
    )
    @click.option(
        "--lanes",
        type=click.Choice(["role", "department", "phase"]),
        default="role",
        show_default=True,
        help=t("What the lanes of a workflow stand for.", "流程图的泳道代表岗位、部门还是阶段。"),
    )
    @transpose_option(locale)
    @chart_options(locale)
    @click.option(
        "--draft",
        is_flag=True,
        help=t("Make it in spite of errors, marked as a draft.", "即使有错误也生成，并标为草稿。"),
    )
    @click.pass_obj
    def render(
        terminal: Terminal,
        /,
        view: str,
        addresses: tuple[str, ...],
        form: str | None,
        output: Path,
        spec: Path,
        wanted: str | None,
        template: Path | None,
        lanes: str,
        transpose: bool | None,
        draft: bool,
        **chart: Any,
    ) -> int:
        from orgspec.workspace.enclosures import accompanied
        from orgspec.workspace.plan import Job, document_of, settings_of
        from orgspec.workspace.rendering import render_job

        compilation = compiled(terminal, spec)
        organisation = compilation.organisation
        kind = _kind(terminal, view)
        form = form or {"mmd": "mermaid"}.get(output.suffix[1:], output.suffix[1:])
        _refuse_format(terminal, view, kind, form)
        if kind == "agreements":
            address = agreement_address(terminal, compilation.graph, addresses)
        else:
            one = one_address(terminal, kind, addresses)
            address = _address(organisation, terminal, kind, one)
        _refuse_empty(terminal, compilation.graph, kind, address)
        if lanes == "phase":
            _refuse_without_phases(terminal, organisation, address)
        locale_ = wanted or organisation.locales[0]
        wrong = locale_pairs.fault(locale_, organisation.locales)
        if wrong is not None:
            terminal.fail(wrong)
        errors = compilation.count(Severity.ERROR)
        if errors and not draft:
            return refuse(compilation, terminal)
        settings = settings_of(compilation, kind)
        turned = is_transposed(terminal, kind, transpose, settings.transposed)
        refuse_unmakeable(terminal, compilation.graph, kind, address, form, turned)
        wish = chart_wish(terminal, kind, form, settings, chart)
        own = template_of(terminal, form, template, settings)
        job = Job(kind, address, locale_, "", (form,), bool(errors), own, lanes, turned, wish)
        compilation, remarks = accompanied(compilation, (kind,))
        with written(terminal, output):
            document = document_of(compilation, job)
            for remark in remarks:
                terminal.note(remark)
            made = render_job(compilation.root, job, document)[0]
            note_if_coarse(terminal, kind, form, wish.dpi, made)
            write_to(made, output)
        return 0

    return render


def _kind(terminal: Terminal, view: str) -> str:
    """The kind of document that a view makes: one of ours, or one that a plugin brings."""
    from orgspec import plugins

    kind = canonical(view)
    if kind in BUILT:
        return str(kind)
    if plugins.named("orgspec.views", view) is None:
        terminal.fail(
            say(
                "there is no view `{name}`; there are {names}",
                "没有视图 `{name}`；可用的有 {names}",
                name=view,
                names=quoted(BUILT),
            )
        )
    return view


def _refuse_format(terminal: Terminal, view: str, kind: str, form: str) -> None:
    """A view has its formats; those of plugins can be had of every view."""
    from orgspec import plugins
    from orgspec.workspace.forms import DATA
    from orgspec.workspace.rendering import RENDERERS

    formats = (*BUILT.get(kind, tuple(RENDERERS)), DATA)
    if form in formats or (form and plugins.named("orgspec.renderers", form) is not None):
        return
    terminal.fail(
        say(
            "`{view}` has no format `{form}`; it has {names}",
            "`{view}` 没有 `{form}` 格式；可用的有 {names}",
            view=view,
            form=form,
            names=quoted(formats),
        )
    )


def _refuse_empty(terminal: Terminal, graph: Graph, kind: str, address: str) -> None:
    """A register without entries is not printed: an empty sheet would say that all is well."""
    from orgspec.view.tables.registers import is_empty

    flows = graph.organisation.workflows if kind == "workflows" else {}
    flow = flows.get(address.partition("/")[2])
    if flow is not None and not flow.steps:
        terminal.fail(
            say(
                "there is nothing to draw: workflow `{name}` has no steps",
                "没有可绘制的内容：流程 `{name}` 没有步骤",
                name=flow.id,
            )
        )
    if kind == "workflows" and address == "organization":
        from orgspec.view.workflow.handoff_map import has_map

        if not has_map(graph):
            terminal.fail(
                say(
                    "name a workflow: no handoff leads from one department to another",
                    "请写明流程：没有声明跨部门的交接，无法生成部门交接关系图",
                )
            )
    if not is_empty(graph, kind, address):
        return
    if kind == "kpis":
        terminal.fail(
            say(
                "there is nothing to print: `{name}` lists no declared KPI in `kpis`",
                "没有可打印的内容：`{name}` 的 `kpis` 中没有已声明的指标",
                name=address,
            )
        )
    terminal.fail(
        say(
            "there is nothing to print: the specification declares no `{name}`",
            "没有可打印的内容：规范中没有声明 `{name}`",
            name="roles" if kind == "headcount" else kind,
        )
    )


def _refuse_without_phases(terminal: Terminal, organisation: Organisation, address: str) -> None:
    """Lanes by phase need a workflow whose steps name phases."""
    workflow = organisation.workflows.get(address.partition("/")[2])
    if workflow is not None and not any(step.phase for step in workflow.steps):
        terminal.fail(
            say(
                "no step of workflow `{name}` names its `phase`",
                "流程 `{name}` 没有步骤写明 `phase`（阶段）",
                name=workflow.id,
            )
        )


def _address(organisation: Organisation, terminal: Terminal, kind: str, written_: str) -> str:
    """The address of what a document is about; a bare id will do where it is one of the kind."""
    admitted = _ADMITTED.get(kind, ("department",))
    if written_ == "organization" and admitted != ("role",):
        return written_
    from orgspec.view.tables.registers import is_register

    whole = is_register(kind) and kind not in ("headcount", "kpis")
    if whole:
        terminal.fail(
            say(
                "`{kind}` is about the whole organisation: leave out `{name}`",
                "`{kind}` 针对整个组织：请去掉 `{name}`",
                kind=kind,
                name=written_,
            )
        )
    if kind not in BUILT and organisation.find(written_) is not None:
        return written_
    candidates = (x for each in admitted for x in (written_, f"{each}/{written_}"))
    fitting = (x for x in candidates if x.partition("/")[0] in admitted)
    found = next((x for x in fitting if organisation.find(x) is not None), None)
    if found is None:
        from orgspec.diagnostics.near import near

        ids = tuple(id_ for each in admitted for id_ in organisation.table(each))
        close = near(written_.rpartition("/")[2], ids) or ids[:4]
        terminal.fail(
            say(
                "there is no {kind} `{name}`; did you mean {names}?",
                "没有 {kind} `{name}`；是否想写 {names}？",
                kind=admitted[0],
                name=written_,
                names=quoted(f"{admitted[0]}/{i}" for i in close),
            )
        )
    return found
