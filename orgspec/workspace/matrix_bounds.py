"""Which responsibility matrices are too large: for a build, and for a format at all.

A matrix grows with the square of the organisation: that of 10,000 roles has 180 million cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from orgspec.diagnostics import Message, say
from orgspec.graph.graph import Graph
from orgspec.view.responsibility.size import ORGANISATION, Size, unit_sizes, workflow_size

MOST_PARTIES = 150
MOST_ACTIVITIES = 1_500
"""Above these a build leaves a matrix out where those of the departments below say the same."""

MOST_CELLS: Mapping[str, int] = {
    "pdf": 40_000,  # ten seconds, and 14 kB of memory a cell
    "html": 250_000,
    "md": 250_000,
    "xlsx": 1_000_000,
    "csv": 5_000_000,
}
"""How many cells a format takes; any other takes as many as a page does."""

_SHEET_COLUMNS = 16_000  # a sheet has 16,384, and some stand beside the matrix


@dataclass(frozen=True, slots=True)
class Bounds:
    """The sizes of all matrices of a specification, and what follows from them.

    `transposed` matrices have a column for each activity.
    """

    graph: Graph
    units: Mapping[str, Size]
    transposed: bool = False

    def size(self, address: str) -> Size:
        """How large the matrix of the organisation, a department or a workflow is."""
        kind, _, id_ = address.partition("/")
        return workflow_size(self.graph, id_) if kind == "workflow" else self.units[address]

    def gives_way(self, address: str) -> bool:
        """Whether a matrix is too large to be read and those of departments take its place."""
        kind, _, id_ = address.partition("/")
        if kind == "workflow":
            return False
        below = self.graph.departments.below.get(id_, ())
        inside = self.graph.organisation.departments if address == ORGANISATION else below
        size = self.units[address]
        large = size.parties > MOST_PARTIES or size.activities > MOST_ACTIVITIES
        return bool(large and inside)

    def is_empty(self, address: str) -> bool:
        """Whether the matrix of a department has no row."""
        return address.startswith("department/") and not self.units[address].activities

    def formats(self, address: str, wished: tuple[str, ...], *, asked: bool) -> tuple[str, ...]:
        """The formats that a build makes of a matrix; what is `asked` for by name gives way to none.

        That of a department without duties would be empty.
        """
        if not asked and (self.gives_way(address) or self.is_empty(address)):
            return ()
        return tuple(each for each in wished if self.holds(each, address))

    def holds(self, format_: str, address: str) -> bool:
        """Whether a format can take the matrix of an address."""
        size = self.size(address)
        columns = size.activities if self.transposed else size.parties
        if format_ == "xlsx" and columns > _SHEET_COLUMNS:
            return False
        return size.cells <= MOST_CELLS.get(format_, MOST_CELLS["html"])


def bounds(graph: Graph, *, transposed: bool = False) -> Bounds:
    """The bounds of a specification's matrices."""
    return Bounds(graph, unit_sizes(graph), transposed)


def refusal(graph: Graph, address: str, format_: str, *, transposed: bool) -> Message | None:
    """Why a single matrix cannot be made in a format, with what can be done; None if it can."""
    limits = bounds(graph, transposed=transposed)
    if limits.holds(format_, address):
        return None
    size = limits.size(address)
    other = [each for each in MOST_CELLS if limits.holds(each, address)]
    shown = {
        "activities": f"{size.activities:,}",
        "parties": f"{size.parties:,}",
        "format": format_,
        "others": tuple(f"`-f {each}`" for each in other),
    }
    if not other:
        return say(
            "a matrix of {activities} activities × {parties} parties is too large to be made; name "
            "a smaller department or a workflow",
            "矩阵有 {activities} 项活动 × {parties} 个角色，过大而无法生成；请指定较小的部门或某个流程",
            **shown,
        )
    return say(
        "a matrix of {activities} activities × {parties} parties is too large for {format}; name a "
        "smaller department or a workflow, or take {others}",
        "矩阵有 {activities} 项活动 × {parties} 个角色，{format} 容纳不下；请指定较小的部门或某个流程，或改用 {others}",
        **shown,
    )


def left_out(
    limits: Bounds, addresses: Iterable[str], wished: tuple[str, ...], *, asked: bool
) -> list[Message]:
    """What a build says of the matrices, and the formats of matrices, that it does not make."""
    way: list[str] = []
    dropped: dict[str, list[str]] = {}
    for address in addresses:
        if not asked and limits.gives_way(address):
            way.append(address)
            continue
        for each in wished:
            if not limits.holds(each, address):
                dropped.setdefault(each, []).append(address)
    told = [_given_way(limits, way)] if way else []
    return [*told, _without_format(limits, dropped)] if dropped else told


def _given_way(limits: Bounds, addresses: list[str]) -> Message:
    """That matrices are left out for those of the departments below."""
    largest = max(addresses, key=lambda address: limits.size(address).cells)
    size = limits.size(largest)
    return say(
        "responsibility matrices left out as too large to read: {n} (the largest, `{address}`, has "
        "{activities} activities × {parties} parties); those of the departments below take their place",
        "过大而未生成的责任分配矩阵：{n} 个（最大的 `{address}` 有 {activities} 项活动 × {parties} 个角色）；"
        "由下级部门的矩阵代替",
        n=len(addresses),
        address=largest,
        activities=f"{size.activities:,}",
        parties=f"{size.parties:,}",
    )


def _without_format(limits: Bounds, dropped: Mapping[str, list[str]]) -> Message:
    """That matrices are not made in some formats: format → addresses."""
    first = next(iter(dropped.values()))[0]
    return say(
        "responsibility matrices too large for a format are made in the others: {formats} "
        "(`{address}` has {cells} cells)",
        "责任分配矩阵过大的格式已跳过，其余格式照常生成：{formats}（`{address}` 有 {cells} 个单元格）",
        formats=tuple(f"{format_} × {len(addresses)}" for format_, addresses in dropped.items()),
        address=first,
        cells=f"{limits.size(first).cells:,}",
    )
