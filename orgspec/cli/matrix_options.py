"""What `orgspec render` asks about responsibility matrices: which way round, and whether any."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from orgspec.cli.language import help_in
from orgspec.cli.terminal import Terminal
from orgspec.diagnostics import say

if TYPE_CHECKING:
    from orgspec.graph.graph import Graph

_Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def transpose_option(locale: str) -> _Decorator:
    """The option `--transpose`, speaking `locale`; None where it is not given."""
    t = help_in(locale)
    return click.option(
        "--transpose/--no-transpose",
        "transpose",
        default=None,
        help=t(
            "A responsibility matrix with the parties as rows.",
            "责任分配矩阵以角色为行、活动为列。",
        ),
    )


def is_transposed(terminal: Terminal, kind: str, asked: bool | None, usual: bool) -> bool:
    """Whether a document has its parties as rows: as asked for, else as the manifest says."""
    if kind == "raci":
        return usual if asked is None else asked
    if asked:
        terminal.fail(
            say(
                "`--transpose` is for `raci`, not for `{kind}`",
                "`--transpose` 只用于 `raci`，不能用于 `{kind}`",
                kind=kind,
            )
        )
    return False


def _refuse_without_letters(terminal: Terminal, graph: Graph, address: str) -> None:
    """A workflow none of whose steps has a party has no matrix."""
    from orgspec.workspace.workflow_documents import has_matrix

    kind, _, id_ = address.partition("/")
    if kind == "workflow" and not has_matrix(graph, id_):
        terminal.fail(
            say(
                "there is nothing to print: no step of workflow `{name}` has letters",
                "没有可打印的内容：流程 `{name}` 的步骤都没有责任字母",
                name=id_,
            )
        )


def refuse_unmakeable(
    terminal: Terminal, graph: Graph, kind: str, address: str, form: str, transposed: bool
) -> None:
    """A matrix without letters, or one that a format cannot hold, is not begun."""
    if kind != "raci":
        return
    _refuse_without_letters(terminal, graph, address)
    from orgspec.workspace.matrix_bounds import refusal

    why = refusal(graph, address, form, transposed=transposed)
    if why is not None:
        terminal.fail(why)
