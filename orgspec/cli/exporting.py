"""`orgspec export`: write other formats."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from orgspec.cli.asking import compiled
from orgspec.cli.importing import tell
from orgspec.cli.language import help_in
from orgspec.cli.terminal import Terminal
from orgspec.cli.writing import written
from orgspec.diagnostics import quoted, say
from orgspec.interchange.registry import EXPORTERS, exporter
from orgspec.model.organisation import Organisation


def command(locale: str) -> click.Command:
    """The command, speaking `locale`."""
    t = help_in(locale)

    @click.command(
        "export",
        help=t(
            "Write the specification at PATH in another format. FORMAT is bpmn (BPMN 2.0), or what "
            "a plugin brings; ADDRESS is a workflow, all of them by default.\n\n\b\nExamples:\n"
            "  orgspec export bpmn -o workflows.bpmn\n"
            "  orgspec export bpmn . workflow/order-processing --locale en -o order.bpmn",
            "将 PATH 处的规范导出为其他格式。FORMAT 为 bpmn（BPMN 2.0）或插件提供的格式；ADDRESS 为流程，默认为"
            "全部流程。\n\n\b\n示例：\n  orgspec export bpmn -o workflows.bpmn\n"
            "  orgspec export bpmn . workflow/order-processing --locale en -o order.bpmn",
        ),
    )
    @click.argument("form", metavar="FORMAT")
    @click.argument("path", default=".", type=click.Path(path_type=Path), metavar="[PATH]")
    @click.argument("address", required=False, metavar="[ADDRESS]")
    @click.option(
        "--output",
        "-o",
        default="-",
        type=click.Path(path_type=Path),
        help=t("File to write; - for standard output.", "输出文件；- 表示标准输出。"),
    )
    @click.option("--locale", "wanted", help=t("Locale of the names.", "名称所用的语言。"))
    @click.pass_obj
    def export(
        terminal: Terminal,
        form: str,
        path: Path,
        address: str | None,
        output: Path,
        wanted: str | None,
    ) -> int:
        write = exporter(form)
        if write is None:
            terminal.fail(
                say(
                    "nothing writes the format `{name}`; there are {names}",
                    "没有可写出 `{name}` 格式的导出器；可用的有 {names}",
                    name=form,
                    names=quoted(EXPORTERS),
                )
            )
        compilation = compiled(terminal, path)
        organisation = compilation.organisation
        _refuse_locale(terminal, organisation, wanted)
        subject = _workflow(terminal, organisation, address) if address else None
        made = write(compilation.graph, subject, wanted or organisation.locales[0])
        with written(terminal, output):
            _write(made.data, output)
        tell(terminal, made.losses)
        return 0

    return export


def _refuse_locale(terminal: Terminal, organisation: Organisation, wanted: str | None) -> None:
    """Leave with 2 if the organisation does not have a locale."""
    if wanted is not None and wanted not in organisation.locales:
        terminal.fail(
            say(
                "the organisation has no locale `{name}`; it has {names}",
                "组织没有启用语言 `{name}`；已启用 {names}",
                name=wanted,
                names=quoted(organisation.locales),
            )
        )


def _workflow(terminal: Terminal, organisation: Organisation, address: str) -> str:
    """The address of a workflow; a bare id will do."""
    id_ = address.removeprefix("workflow/")
    if id_ not in organisation.workflows and organisation.find(address) is None:
        from orgspec.diagnostics.near import near

        ids = tuple(organisation.workflows)
        terminal.fail(
            say(
                "there is no workflow `{name}`; did you mean {names}?",
                "没有流程 `{name}`；是否想写 {names}？",
                name=address,
                names=quoted(f"workflow/{i}" for i in near(id_, ids) or ids[:4]),
            )
        )
    # A plugin may export other kinds.
    return f"workflow/{id_}" if id_ in organisation.workflows else address


def _write(data: bytes, output: Path) -> None:
    """Write a file, to standard output for `-`."""
    from orgspec.workspace import write_bytes

    if str(output) == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        write_bytes(output, data)
