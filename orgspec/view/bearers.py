"""Who bears the letters of a duty or step, as lines of text, and who holds a post."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from orgspec.document import Emphasis, Paragraph, inline
from orgspec.graph.graph import Graph
from orgspec.graph.rows import STRENGTH, Row
from orgspec.view.words import Words

Wanted = Callable[[str], bool]


def bearers(graph: Graph, row: Row, locale: str, letters: str, wanted: Wanted) -> list[str]:
    """`A/R 销售经理` for each party of a row that bears one of some letters, strongest first.

    `wanted` is asked whether a party counts, by its address; what has none is asked for as "".
    """
    found: dict[str, list[tuple[int, str]]] = {}
    for cell in row.acting(*letters):
        if wanted(cell.party or ""):
            place = STRENGTH.index(cell.acts_as)
            found.setdefault(cell.party or cell.text, []).append((place, cell.sign))
    ranked = sorted(found.items(), key=lambda item: min(item[1]))
    lines = []
    for party, signs in ranked:
        entity = graph.organisation.find(party)
        written = "/".join(dict.fromkeys(sign for _, sign in sorted(signs)))
        lines.append(f"{written} {entity.in_(locale) if entity is not None else party}")
    return lines


def legend(graph: Graph, rows: Iterable[Row], acting: str, locale: str) -> Paragraph:
    """What the signs mean that act as some letters in some rows: `R 执行 · A 负责`."""
    return signs_named(graph, {cell.sign for row in rows for cell in row.acting(*acting)}, locale)


def signs_named(graph: Graph, used: Collection[str], locale: str) -> Paragraph:
    """What some signs of the scheme mean, in its order."""
    letters = [
        f"{letter.sign} {letter.in_(locale)}"
        for letter in graph.organisation.scheme.letters
        if letter.sign in used
    ]
    return Paragraph(inline(" · ".join(letters), Emphasis.MUTED))


def holders(graph: Graph, role: str, locale: str) -> str:
    """Who holds a post, as one line; acting ones are marked."""
    words = Words(locale)
    names = [
        words("acting", name=person.in_(locale)) if hold.acting else person.in_(locale)
        for person, hold, _ in graph.holds_of_role.get(role, ())
    ]
    return words.join(names)


def head_line(graph: Graph, department: str, locale: str) -> str:
    """The post that heads a department, with who holds it; empty where it has none."""
    head = graph.head_of.get(department)
    if head is None:
        return ""
    post, people = graph.role(head).in_(locale), holders(graph, head, locale)
    return f"{post} · {people}" if people else post


def first_names(names: list[str], locale: str, most: int = 3, separator: str = "comma") -> str:
    """Names in a row, and how many more there are; `separator` is the word between them."""
    words = Words(locale)
    unique = [name for name in dict.fromkeys(names) if name]
    between = words.between(unique) if separator == "comma" else words(separator)
    if len(unique) <= most:
        return between.join(unique)
    # The Chinese 等 counts all, the English "more" only the rest.
    count = len(unique) if words.chinese else len(unique) - most
    return words("among_others", names=between.join(unique[:most]), n=count)
