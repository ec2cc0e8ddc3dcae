"""`orgspec explain`: the page of a check."""

from __future__ import annotations

import click

from orgspec.cli.codes import refuse
from orgspec.cli.language import help_in
from orgspec.cli.terminal import Terminal


def command(locale: str) -> click.Command:
    """The command, speaking `locale`."""
    t = help_in(locale)

    @click.command(
        "explain",
        help=t(
            "Explain a check: what it finds, why it matters, what to write instead.\n\n\b\n"
            "Examples:\n  orgspec explain RAC001\n  orgspec explain no-accountable --lang zh",
            "说明一项检查：发现什么、为何重要、应怎么写。\n\n\b\n示例：\n"
            "  orgspec explain RAC001\n  orgspec explain no-accountable --lang zh",
        ),
    )
    @click.argument("code")
    @click.pass_obj
    def explain(terminal: Terminal, code: str) -> int:
        from orgspec.analysis.explanation import explain as page
        from orgspec.analysis.registry import registry

        rules = registry()
        rule = rules.find(code)
        if rule is None:
            refuse(terminal, code, rules)
        click.echo(page(rule, terminal.locale), nl=False)
        return 0

    return explain
