"""What the letters of a row say, and what cannot be known of them."""

from __future__ import annotations

from orgspec.graph.graph import Graph
from orgspec.graph.rows import Cell, Row
from orgspec.model.duty import Duty
from orgspec.model.values.scheme import Scheme
from orgspec.model.workflow import Step
from orgspec.syntax.nodes import MapNode


def parties(row: Row, *letters: str) -> tuple[Cell, ...]:
    """The first cell of each party that bears one of the letters; a department is one party."""
    cells = row.acting(*letters)
    if len(cells) < 2:
        return cells
    first: dict[str, Cell] = {}
    for cell in cells:
        first.setdefault(cell.party or cell.text, cell)
    return tuple(first.values())


def adds(row: Row, cells: tuple[Cell, ...]) -> bool:
    """Whether a row wrote one of the cells itself; else they are judged at its duty."""
    address = row.address
    return any(cell.holder == address for cell in cells)


def own_cells(row: Row) -> tuple[Cell, ...]:
    """The cells that are written in the duty or step itself."""
    address = row.address
    return tuple([cell for cell in row.cells if cell.holder == address])


def home(graph: Graph, row: Row) -> str | None:
    """The department of a duty; of a step that of its first R, else its duty's."""
    if isinstance(row.of, Duty):
        return graph.department_of_duty.get(row.of.id)
    units = graph.step_departments(row.of)
    if units:
        return units[0]
    duty = duty_row(graph, row.of)
    return graph.department_of_duty.get(duty.of.id) if duty is not None else None


def duty_row(graph: Graph, of: Duty | Step) -> Row | None:
    """The row that a step inherits from, None for a duty."""
    if isinstance(of, Duty):
        return None
    duties = graph.links.targets(of.address, "duty")
    return graph.rows.get(duties[0]) if duties else None


def lacks(graph: Graph, row: Row, letter: str) -> bool:
    """Whether nothing in a row acts as a letter, and that is its own fault and certain.

    Silent where something that could not be read may be the letter, and where a step only
    inherits what its duty lacks: that is said of the duty.
    """
    if row.acting(letter) or unclear(graph, row.of, letter):
        return False
    duty = duty_row(graph, row.of)
    if duty is None or duty.acting(letter):
        return True
    scheme = graph.organisation.scheme
    return any(_acts(scheme, key, letter) for key in row.of.raci)


def unclear(graph: Graph, of: Duty | Step, letter: str) -> bool:
    """Whether text that could not be read may have said who bears a letter.

    That is a key that is no letter and may have meant it, a value that was left out because of
    its type, or an unresolved duty of a step.
    """
    if any(link.target is None for link in graph.links.of(of.address, "duty")):
        return True
    origin = graph.program.origins.get(of.address)
    node = origin.node.get("raci") if origin and isinstance(origin.node, MapNode) else None
    if node is not None and not isinstance(node, str) and not isinstance(node, MapNode):
        return True
    scheme = graph.organisation.scheme
    keys = tuple(node) if isinstance(node, MapNode) else ()
    if any(_may_mean(scheme, key, letter, key in of.raci) for key in keys):
        return True
    duty = duty_row(graph, of)
    return duty is not None and unclear(graph, duty.of, letter)


def _may_mean(scheme: Scheme, key: str, letter: str, read: bool) -> bool:
    """Whether a written key may stand for a letter although no cell came of it."""
    if scheme.signs(key):
        return not read and _acts(scheme, key, letter)
    meant = scheme.near(key)
    return not meant or _acts(scheme, meant, letter)


def _acts(scheme: Scheme, key: str, letter: str) -> bool:
    """Whether one of the letters of a key acts as a letter."""
    return any(scheme.acts_as(sign) == letter for sign in scheme.signs(key))


def sign_of(graph: Graph, letter: str) -> str:
    """The sign in which the scheme writes what acts as a letter."""
    scheme = graph.organisation.scheme
    return next((x.sign for x in scheme.letters if x.acts_as == letter), letter)
