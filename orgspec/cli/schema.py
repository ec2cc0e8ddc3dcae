"""`orgspec schema`: the JSON Schema of the language."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from orgspec.cli.language import help_in
from orgspec.cli.terminal import Terminal
from orgspec.cli.writing import written
from orgspec.workspace import write_text


def command(locale: str) -> click.Command:
    """The command, speaking `locale`."""
    t = help_in(locale)

    @click.command(
        "schema",
        help=t(
            "Print the JSON Schema of the language, for editors.\n\n\b\nExample:\n"
            "  orgspec schema -o schemas/orgspec-1.schema.json",
            "输出语言的 JSON Schema，供编辑器使用。\n\n\b\n示例：\n"
            "  orgspec schema -o schemas/orgspec-1.schema.json",
        ),
    )
    @click.option(
        "--output",
        "-o",
        type=click.Path(path_type=Path),
        default=Path("-"),
        help=t("File to write; - for standard output.", "输出文件；- 表示标准输出。"),
    )
    @click.pass_obj
    def schema(terminal: Terminal, output: Path) -> int:
        from orgspec.model.schema import json_schema

        text = json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n"
        if str(output) == "-":
            sys.stdout.write(text)
            return 0
        with written(terminal, output):
            write_text(output, text)
        return 0

    return schema
