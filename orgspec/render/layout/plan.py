"""Which cards of a chart stand in a row below their head, and which in columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from orgspec.document import Chart
from orgspec.frozen import frozen
from orgspec.render.layout.card import CardStyle


@frozen
class Forest:
    """The solid lines of a chart by the numbers of its cards; assistants stand apart."""

    roots: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    assistants: tuple[tuple[int, ...], ...]
    order: tuple[int, ...]  # heads before those below them

    def is_leaf(self, card: int) -> bool:
        """Whether nobody stands below a card."""
        return not self.children[card] and not self.assistants[card]


@frozen
class Options:
    """What can be chosen to make a chart fit its page.

    `stack` is the most cards in a column, `across` the most that stand in one row below a head,
    `rows` whether leaves may stand in a row below any head, not only below the highest, `below`
    how many stand in one row below heads that are not the highest (0: `across` too).
    """

    stack: int
    across: int
    rows: bool = False
    below: int = 0


@frozen
class Unit:
    """What hangs on the line below a head: one card with all below it, or a column of leaves."""

    cards: tuple[int, ...]
    column: bool = False


@frozen
class Plan:
    """For each card its units, whether its leaves hang on a rail at its own left edge, and how
    many of its units stand in one row.
    """

    units: tuple[tuple[Unit, ...], ...]
    railed: tuple[bool, ...]
    across: tuple[int, ...]


def forest(chart: Chart) -> Forest:
    """The solid lines of a chart; one that leads to no card or closes a circle is left out."""
    number = {card.id: index for index, card in enumerate(chart.cards)}
    below: list[list[int]] = [[] for _ in chart.cards]
    has_head = [False] * len(chart.cards)
    for line in chart.lines:
        head, card = number.get(line.superior), number.get(line.subordinate)
        if not line.dotted and head is not None and card is not None and not has_head[card]:
            below[head].append(card)
            has_head[card] = True
    roots, order, children = _walk(below, has_head)
    helpers = [
        tuple(card for card in cards if chart.cards[card].assistant and not children[card])
        for cards in children
    ]
    others = [
        tuple(card for card in cards if card not in helping)
        for cards, helping in zip(children, map(frozenset, helpers), strict=True)
    ]
    return Forest(tuple(roots), tuple(others), tuple(helpers), tuple(order))


def _walk(
    below: list[list[int]], has_head: list[bool]
) -> tuple[list[int], list[int], list[list[int]]]:
    """The roots, all cards from the roots downwards, and the children that the walk kept."""
    roots: list[int] = []
    order: list[int] = []
    seen = [False] * len(below)
    children: list[list[int]] = [[] for _ in below]
    # The second pass reaches only cards on circles, and opens each circle at its first card.
    for card in [*(c for c, has in enumerate(has_head) if not has), *range(len(below))]:
        if seen[card]:
            continue
        roots.append(card)
        seen[card] = True
        start = len(order)
        order.append(card)
        while start < len(order):
            head = order[start]
            start += 1
            for child in below[head]:
                if not seen[child]:
                    seen[child] = True
                    children[head].append(child)
                    order.append(child)
    return roots, order, children


def plan(trees: Forest, style: CardStyle, options: Options) -> Plan:
    """How the cards below each head are arranged."""
    count = len(trees.children)
    units: list[tuple[Unit, ...]] = [()] * count
    railed = [False] * count
    high = high_cards(trees)
    for head in trees.order:
        children = trees.children[head]
        if not children:
            continue
        leaves = all(trees.is_leaf(card) for card in children)
        in_row = head in high or options.rows
        if leaves and not (in_row and len(children) <= style.leaves_in_row):
            railed[head] = (
                len(children) <= options.stack and not trees.assistants[head] and head not in high
            )
            units[head] = _columns(children, options.stack)
        else:
            units[head] = _mixed(trees, children, options.stack, 3 if in_row else 2)
    lower = options.below or options.across
    across = (options.across if card in high else lower for card in range(count))
    return Plan(tuple(units), tuple(railed), tuple(across))


def high_cards(trees: Forest) -> frozenset[int]:
    """The roots, and those below them as long as there is only one."""
    high: set[int] = set()
    for root in trees.roots:
        card = root
        high.add(card)
        while len(trees.children[card]) == 1 and trees.children[trees.children[card][0]]:
            card = trees.children[card][0]
            high.add(card)
    return frozenset(high)


def _mixed(trees: Forest, children: Sequence[int], stack: int, least: int) -> tuple[Unit, ...]:
    """Children of which some are heads: neighbouring leaves share a column if they are many."""
    units: list[Unit] = []
    for leaf, group in groupby(children, trees.is_leaf):
        cards = tuple(group)
        if leaf and len(cards) >= least and len(cards) < len(children):
            units.extend(_columns(cards, stack))
        else:
            units.extend(Unit((card,)) for card in cards)
    return tuple(units)


def _columns(cards: Sequence[int], stack: int) -> tuple[Unit, ...]:
    """Leaves in as few columns as allowed, all of nearly one length."""
    count = -(-len(cards) // stack)
    size, longer = divmod(len(cards), count)
    units = []
    start = 0
    for column in range(count):
        end = start + size + (1 if column < longer else 0)
        units.append(Unit(tuple(cards[start:end]), column=True))
        start = end
    return tuple(units)
