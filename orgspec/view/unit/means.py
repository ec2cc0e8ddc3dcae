"""What a department works with, what may go wrong in it, what it may decide, and who signs."""

from __future__ import annotations

from orgspec.document import Block, Cell, Column, Row, Signature, inline
from orgspec.graph.graph import Graph
from orgspec.graph.reporting import bare
from orgspec.graph.rows_of_unit import rows_of_unit
from orgspec.model.cooperation import System
from orgspec.model.department import Department
from orgspec.model.governance import Risk
from orgspec.view.bearers import first_names
from orgspec.view.job.relations import extent
from orgspec.view.job.standing import names
from orgspec.view.job.tables import filled_table
from orgspec.view.meeting_rows import meeting_table, meetings_of
from orgspec.view.tables.cells import several, strong, text
from orgspec.view.tables.risks import controls
from orgspec.view.words import Words


def meetings(graph: Graph, unit: Department, locale: str) -> tuple[Block, ...]:
    """The meetings to which somebody of the department comes."""
    return meeting_table(graph, locale, meetings_of(graph, unit.id), unit.id)


def systems(graph: Graph, unit: Department, locale: str) -> tuple[Block, ...]:
    """The systems that the duties and steps of the department use, or that it owns."""
    words = Words(locale)
    used: dict[str, list[str]] = {}
    own = set(graph.roles_of_department.get(unit.id, ()))
    for row in rows_of_unit(graph, unit.id):
        if own.isdisjoint(row.roles("R", "A")):
            continue
        for address in graph.links.targets(row.address, "systems"):
            used.setdefault(address, []).append(row.of.in_(locale))
    for system in graph.organisation.systems.values():
        if own & {bare(x) for x in graph.links.targets(system.address, "owner")}:
            used.setdefault(system.address, [])
    rows = []
    for system in graph.organisation.systems.values():
        if system.address not in used:
            continue
        purpose = system.purpose.in_(locale) if system.purpose else ""
        rows.append(
            Row(
                (
                    strong(system.in_(locale), _product(system, locale)),
                    text(purpose or first_names(used[system.address], locale, 3, "semicolon")),
                    text(names(graph, locale, graph.links.targets(system.address, "owner"))),
                )
            )
        )
    columns = (
        Column(words("system"), 1.6),
        Column(words("used_for"), 4),
        Column(words("system_owner"), 1.5),
    )
    return (filled_table(columns, rows),) if rows else ()


def _product(system: System, locale: str) -> str:
    """What a system is bought as, if that is not its name."""
    product = system.product.in_(locale) if system.product else ""
    return product if product != system.in_(locale) else ""


def risks(graph: Graph, unit: Department, locale: str) -> tuple[Block, ...]:
    """The risks that the department owns or keeps down."""
    words = Words(locale)
    rows = []
    for risk in graph.organisation.risks.values():
        if not _concerns(graph, risk, unit.id):
            continue
        levels = [
            f"{words(key)}{words('colon')}{words(f'level_{level}')}"
            for key, level in (("likelihood", risk.likelihood), ("impact", risk.impact))
            if level
        ]
        rows.append(
            Row(
                (
                    strong(risk.in_(locale)),
                    text("\n".join(levels)),
                    text(names(graph, locale, graph.links.targets(risk.address, "owner"))),
                    text(risk.indicator.in_(locale) if risk.indicator else ""),
                    several(controls(graph, risk, locale)),
                )
            )
        )
    columns = (
        Column(words("risk"), 1.8),
        Column(words("risk_level"), 1.1),
        Column(words("owner"), 1.1),
        Column(words("indicator"), 2),
        Column(words("controls"), 3),
    )
    return (filled_table(columns, rows, least=1),) if rows else ()


def _concerns(graph: Graph, risk: Risk, department: str) -> bool:
    """Whether a risk is owned in a department, or a control lies with a duty or step of it."""
    home = graph.department_of_role
    owners = graph.links.targets(risk.address, "owner")
    if any(home.get(bare(owner)) == department for owner in owners):
        return True
    for address in graph.links.targets(risk.address, "controls"):
        row = graph.rows.get(address)
        if row is not None and any(home.get(r) == department for r in row.roles("R", "A")):
            return True
    return False


def authorities(graph: Graph, unit: Department, locale: str) -> tuple[Block, ...]:
    """The authorities in which posts of the department stand, with their limits."""
    words = Words(locale)
    rows = []
    for authority in graph.organisation.authorities.values():
        lines = []
        named = {link.target for link in graph.links.of(authority.address)}
        for id_ in graph.roles_of_department.get(unit.id, ()):
            role = graph.role(id_)
            if role.address not in named:
                continue
            said = "\n".join(extent(graph, authority, role, locale))
            if said:
                lines.append((role.in_(locale), said))
        for index, (post, said) in enumerate(lines):
            name = strong(authority.in_(locale)) if index == 0 else Cell((inline(""),))
            rows.append(Row((name, text(post), text(said))))
    columns = (
        Column(words("authority"), 1.6),
        Column(words("held_by"), 1.6),
        Column(words("extent"), 4),
    )
    return (filled_table(columns, rows),) if rows else ()


def signatures(graph: Graph, unit: Department, locale: str) -> tuple[Block, ...]:
    """Boxes for the head, the superior of the head, and human resources."""
    words = Words(locale)
    head = graph.head_of.get(unit.id)
    superior = graph.reporting.above.get(head) if head is not None else None
    parties = [
        f"{words('sign_head')} · {graph.role(head).in_(locale)}" if head else words("sign_head")
    ]
    if superior is not None and superior != head:
        parties.append(f"{words('sign_above')} · {graph.role(superior).in_(locale)}")
    parties.append(words("sign_hr"))
    return (Signature(tuple(parties), words("sign_name"), words("date")),)
