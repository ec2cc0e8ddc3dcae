"""Which department or pair of departments a charter or an agreement is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from orgspec.cli.terminal import Terminal
from orgspec.diagnostics import quoted, say

if TYPE_CHECKING:
    from orgspec.graph.graph import Graph
    from orgspec.model.organisation import Organisation


def one_address(terminal: Terminal, kind: str, named: tuple[str, ...]) -> str:
    """The one address that is named; the whole organisation where that can be meant."""
    if len(named) > 1:
        terminal.fail(
            say(
                "`{kind}` is about one thing, not about {names}",
                "`{kind}` 只针对一个对象，而不是 {names}",
                kind=kind,
                names=quoted(named),
            )
        )
    if kind == "departments" and named in ((), ("organization",)):
        terminal.fail(
            say(
                "name a department: `orgspec render department department/sales`",
                "请写明部门：`orgspec render department department/sales`",
            )
        )
    return named[0] if named else "organization"


def agreement_address(terminal: Terminal, graph: Graph, named: tuple[str, ...]) -> str:
    """The address of the agreement of two departments, named as `a--b` or one by one."""
    from orgspec.workspace.unit_documents import agreed_address

    address = agreed_address(graph, named)
    if address is None:
        _fail(terminal, graph, named)
    return address


def _fail(terminal: Terminal, graph: Graph, named: tuple[str, ...]) -> NoReturn:
    """Say why there is no agreement: no two departments, or they do not work together."""
    from orgspec.workspace.unit_documents import parted, partners

    bare = tuple(name.rpartition("/")[2] for name in named)
    organisation = graph.organisation
    pair = (parted(organisation, bare[0]) if len(bare) == 1 else None) or bare
    known = [name for name in pair if name in organisation.departments]
    if len(pair) != 2 or len(known) != 2:
        _fail_unknown(terminal, organisation, pair)
    others = partners(graph, pair[0])
    if not others:
        terminal.fail(
            say(
                "`{one}` works together with no other department",
                "`{one}` 与其他部门没有协作关系",
                one=pair[0],
            )
        )
    terminal.fail(
        say(
            "`{one}` and `{other}` do not work together; `{one}` works with {names}",
            "`{one}` 与 `{other}` 没有协作关系；`{one}` 的协作部门有 {names}",
            one=pair[0],
            other=pair[1],
            names=quoted(others),
        )
    )


def _fail_unknown(
    terminal: Terminal, organisation: Organisation, named: tuple[str, ...]
) -> NoReturn:
    """Say which name is no department, or that two are wanted."""
    from orgspec.diagnostics.near import near

    departments = tuple(organisation.departments)
    parts = tuple(part for name in named for part in (name.split("--") if "--" in name else [name]))
    unknown = next((part for part in parts if part not in organisation.departments), None)
    if unknown is None or unknown == "organization":
        terminal.fail(
            say(
                "name two departments: `orgspec render agreement sales--finance`",
                "请写明两个部门：`orgspec render agreement sales--finance`",
            )
        )
    terminal.fail(
        say(
            "there is no department `{name}`; did you mean {names}?",
            "没有部门 `{name}`；是否想写 {names}？",
            name=unknown,
            names=quoted(near(unknown, departments) or departments[:4]),
        )
    )
