"""The diagram of a workflow as a block of a document: lanes, what stands in them, the ways."""

from __future__ import annotations

from enum import StrEnum

from orgspec.chart import LegendEntry
from orgspec.frozen import frozen


class NodeKind(StrEnum):
    """What a node of a swimlane diagram is."""

    STEP = "step"  # work: a card
    CALL = "call"  # another workflow as a step: a card with double sides
    EVENT = "event"  # something that happens: a circle
    GATEWAY = "gateway"  # where the way is chosen: a rhomb with its question
    START = "start"  # where a run begins: a thin ring with what triggers it
    END = "end"  # where a branch ends: a thick ring
    FORK = "fork"  # where branches part to run at the same time: a bar
    LINK = "link"  # where a way goes on in another row of the drawing: a circle with a letter


@frozen
class Lane:
    """A strip of the diagram: `title` does what stands in it; `colour` is its department's."""

    title: str
    department: str = ""
    colour: int = 0


@frozen
class Node:
    """A step, an event or a mark, in the lane of an index.

    Attributes:
        number: the number of the step in the table of steps.
        note: its limit.
        papers: what it makes, small.
        choice: a small rhomb stands behind it, from which its ways part.
        fork: a bar stands behind it, from which all its ways are taken at the same time.
        join: a bar stands before it: it waits for every way that comes to it.
        ends: a thick ring stands behind it: its branch ends here.
        critical: it lies on the longest path.
        colour: that of its border, an index; that of its lane if it is negative.
        doer: who does it, where its lane does not say so.
    """

    id: str
    kind: NodeKind
    lane: int
    title: str
    number: str = ""
    note: str = ""
    papers: tuple[str, ...] = ()
    choice: bool = False
    fork: bool = False
    join: bool = False
    ends: bool = False
    critical: bool = False
    address: str = ""
    colour: int = -1
    doer: str = ""


@frozen
class Passage:
    """A way from one node to another.

    Attributes:
        label: its condition, and how often it may be taken.
        handoff: the interface between departments that serves it, with its limit.
        bounded: whether it may be taken so many times only: such a way leads back.
        critical: it lies on the longest path.
    """

    source: str
    target: str
    label: str = ""
    handoff: str = ""
    bounded: bool = False
    critical: bool = False


@frozen
class Swimlane:
    """The diagram of a workflow. Nodes are in written order, lanes in that of their first node.

    A renderer puts the lanes in an order with few crossings, unless they are `ordered`, as phases
    are; lanes of one department stay together; where no lane has a title they have no heads. `facts` stand at the upper right of
    the page's head.
    """

    lanes: tuple[Lane, ...]
    nodes: tuple[Node, ...]
    passages: tuple[Passage, ...]
    legend: tuple[LegendEntry, ...] = ()
    facts: tuple[str, ...] = ()
    alt: str = ""
    emergency: bool = False
    ordered: bool = False
