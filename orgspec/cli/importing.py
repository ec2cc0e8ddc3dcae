"""`orgspec import`: read other formats into YAML."""

from __future__ import annotations

from pathlib import Path

import click

from orgspec.cli.language import help_in
from orgspec.cli.terminal import Terminal
from orgspec.cli.writing import written
from orgspec.diagnostics import quoted, say
from orgspec.interchange.exchange import Given, Imported, ImportRefusedError, Loss
from orgspec.interchange.registry import IMPORTERS, importer


def command(locale: str) -> click.Command:
    """The command, speaking `locale`."""
    t = help_in(locale)

    @click.command(
        "import",
        help=t(
            "Read FILEs of another format into YAML; all files make one specification. FORMAT is "
            "bpmn (BPMN 2.0), or what a plugin brings. What cannot be carried over is said on "
            "standard error and stands as a comment beside what it concerns.\n\n\b\nExamples:\n"
            "  orgspec import bpmn order.bpmn -o order/\n"
            "  orgspec import bpmn *.bpmn > orgspec.yaml",
            "将其他格式的 FILE 读入为 YAML；所有文件合成一份规范。FORMAT 为 bpmn（BPMN 2.0）或插件提供的格式。"
            "无法带入的内容会在标准错误输出中说明，并作为注释写在相应位置。\n\n\b\n示例：\n"
            "  orgspec import bpmn order.bpmn -o order/\n"
            "  orgspec import bpmn *.bpmn > orgspec.yaml",
        ),
    )
    @click.argument("form", metavar="FORMAT")
    @click.argument(
        "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."
    )
    @click.option(
        "--output",
        "-o",
        default="-",
        type=click.Path(path_type=Path),
        help=t(
            "Folder to write to; - for one text on standard output.",
            "写入的文件夹；- 表示以单个文本写到标准输出。",
        ),
    )
    @click.pass_obj
    def import_(terminal: Terminal, form: str, files: tuple[Path, ...], output: Path) -> int:
        read = importer(form)
        if read is None:
            terminal.fail(
                say(
                    "nothing reads the format `{name}`; there are {names}",
                    "没有可读取 `{name}` 格式的导入器；可用的有 {names}",
                    name=form,
                    names=quoted(IMPORTERS),
                )
            )
        try:
            imported = read(tuple(_given(terminal, path) for path in files))
        except ImportRefusedError as error:
            terminal.fail(
                say("{place}: {why}", "{place}：{why}", place=error.place, why=error.message)
            )
        _write(terminal, imported, output)
        tell(terminal, imported.losses)
        return 0

    return import_


def _given(terminal: Terminal, path: Path) -> Given:
    """A file with its bytes."""
    try:
        return Given(path.as_posix(), path.read_bytes())
    except OSError as error:
        terminal.fail(
            say(
                "`{path}` cannot be read: {why}",
                "`{path}` 无法读取：{why}",
                path=path,
                why=error.strerror or error,
            )
        )


def _write(terminal: Terminal, imported: Imported, output: Path) -> None:
    """Write the specification: as one text, or as files of which none may be there yet."""
    from orgspec.interchange.files import files_of
    from orgspec.interchange.yaml_text import yaml_text
    from orgspec.workspace import write_text

    if str(output) == "-":
        terminal.say(yaml_text(imported.collections).removesuffix("\n"))
        return
    texts = {output / name: text for name, text in files_of(imported.collections).items()}
    with written(terminal, output):
        taken = next((path for path in texts if path.exists()), None)
        if taken is not None:
            terminal.fail(
                say(
                    "`{path}` is there already; nothing was written",
                    "`{path}` 已存在；未写入任何文件",
                    path=taken,
                )
            )
        for path, text in texts.items():
            write_text(path, text)
            terminal.say(path.as_posix())


def tell(terminal: Terminal, losses: tuple[Loss, ...]) -> None:
    """Say what could not be carried over, on standard error."""
    for loss in losses:
        terminal.note(
            say("{place}: {what}", "{place}：{what}", place=loss.place, what=loss.what)
            if loss.place
            else loss.what
        )
