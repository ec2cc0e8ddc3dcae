"""One entity for the terminal: its fields, its letters, and who names it at which line."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.diagnostics import Message, say
from orgspec.graph.graph import Graph
from orgspec.graph.rows import STRENGTH, Row
from orgspec.model.program import Link
from orgspec.report.columns import width
from orgspec.report.style import Style

_TITLES = {
    "names": ("Names", "引用"),
    "named_by": ("Named by", "被引用"),
    "row": ("Letters in force", "生效的字母"),
    "does": ("Does (R)", "执行（R）"),
    "answers": ("Answers for (A)", "负责（A）"),
    "helps": ("Supports (S)", "支持（S）"),
    "asked": ("Is consulted (C)", "被咨询（C）"),
    "told": ("Is informed (I)", "被知会（I）"),
    "chain": ("Reports to", "汇报线"),
    "people": ("Held by", "任职者"),
}


def show(graph: Graph, address: str, locale: str, style: Style) -> Iterator[str]:
    """The lines of an entity. An address that names nothing is the caller's error."""
    entity = graph.organisation.find(address)
    if entity is None:
        raise KeyError(address)
    yield f"{style('bold', address)}  {entity.in_(locale)}  {style('dim', place(graph, address))}"
    if entity.description is not None:
        yield f"  {entity.description.in_(locale)}"
    kind, _, id_ = address.partition("/")
    if kind == "role":
        yield from _role(graph, id_, locale, style)
    if kind == "workflow":
        yield f"\n{_sound(graph, id_).in_(locale)}"
    if address in graph.rows:
        yield from _row(graph, graph.rows[address], locale, style)
    outgoing = [x for x in graph.links.of(address) if x.target and x.route[0] != "raci"]
    yield from _links(graph, "names", [(x, str(x.target)) for x in outgoing], locale, style)
    incoming = [x for x in graph.links.to(address) if x.route[0] != "raci" or kind != "role"]
    yield from _links(graph, "named_by", [(x, x.source) for x in incoming], locale, style)


def _sound(graph: Graph, workflow: str) -> Message:
    """Whether every run of a workflow is known to end, each of its steps once at a time."""
    verdict = graph.soundness[workflow]
    flow = graph.flows[workflow]
    stranded = len(flow.reachable(flow.starts)) < len(flow.steps) or bool(flow.traps())
    if not verdict.decided:
        return say(
            "not decided: more states than are looked at; fewer branches side by side would help",
            "未判定：状态数超过查看的上限；减少并行分支即可判定",
        )
    if verdict.sound and not stranded:
        return say(
            "sound: every run comes to its end, and no step runs twice at once",
            "健全：每次运行都会结束，没有步骤会同时执行两次",
        )
    return say("not sound: see `orgspec check`", "不健全：见 `orgspec check`")


def place(graph: Graph, address: str, route: tuple[str | int, ...] = ()) -> str:
    """Path and line of an entity, or of a field of it."""
    origin = graph.program.origins.get(address)
    if origin is None:
        return ""
    return f"{origin.source.path}:{origin.source.position(origin.span(route).start).line}"


def _title(key: str, locale: str, style: Style) -> str:
    """A section's title."""
    return f"\n{style('blue', _TITLES[key][locale == 'zh'])}"


def _entry(graph: Graph, label: str, address: str, where: str, locale: str, style: Style) -> str:
    """A line of a section: what, its name, where it is written."""
    entity = graph.organisation.find(address)
    name = entity.in_(locale) if entity is not None else ""
    pad = " " * max(1, 14 - width(label))
    return f"  {label}{pad}{address}  {name}  {style('dim', where)}"


def _role(graph: Graph, id_: str, locale: str, style: Style) -> Iterator[str]:
    """Line of reporting, holders, and what the role does and answers for."""
    line = tuple(graph.reporting.ancestors(id_))
    if line:
        yield _title("chain", locale, style)
        yield "  " + " → ".join(graph.role(r).in_(locale) for r in line)
    holders = graph.holds_of_role.get(id_, ())
    if holders:
        yield _title("people", locale, style)
        for person, _, index in holders:
            where = place(graph, person.address, ("holds", index))
            yield _entry(graph, "", person.address, where, locale, style)
    sections = (("answers", "A"), ("does", "R"), ("helps", "S"), ("asked", "C"), ("told", "I"))
    for key, letter in sections:
        rows = [row for row, acts in graph.rows_of_role.get(id_, ()) if acts == letter]
        if rows:
            yield _title(key, locale, style)
            for row in dict.fromkeys(r.address for r in rows):
                yield _entry(graph, "", row, place(graph, row, ("raci",)), locale, style)


def _row(graph: Graph, row: Row, locale: str, style: Style) -> Iterator[str]:
    """Who stands behind each letter, through department and person, and at which line."""
    if not row.cells:
        return
    yield _title("row", locale, style)
    for cell in sorted(row.cells, key=lambda c: STRENGTH.index(c.acts_as)):
        where = place(graph, cell.holder, cell.route)
        line = _entry(graph, cell.sign, cell.party or cell.text, where, locale, style)
        behind = [] if cell.party == f"role/{cell.role}" or cell.role is None else [cell.role]
        holders = graph.holds_of_role.get(cell.role or "", ())
        behind += [person.in_(locale) for person, _, _ in holders]
        yield line + (f"  ← {', '.join(behind)}" if behind else "")


def _links(
    graph: Graph, key: str, links: list[tuple[Link, str]], locale: str, style: Style
) -> Iterator[str]:
    """References, with the field and the line of each."""
    if not links:
        return
    yield _title(key, locale, style)
    for link, other in links:
        field = str(link.route[0])
        yield _entry(graph, field, other, place(graph, link.source, link.route), locale, style)
