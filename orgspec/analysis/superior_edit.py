"""The edit that keeps one solid superior and makes the others dotted ones."""

from __future__ import annotations

from orgspec.analysis.context import Context
from orgspec.diagnostics import Edit, Fix, say
from orgspec.model.role import Role
from orgspec.source import Span
from orgspec.syntax.nodes import MapNode, SeqNode


def keep_one(context: Context, role: Role, kept: str, others: tuple[str, ...]) -> Fix | None:
    """Let a role report to `kept` and, dotted, to the others; None where that is no single edit.

    The fix is unsafe: somebody has to know which line is the solid one.
    """
    origin = context.program.origins[role.address]
    node = origin.node
    if not isinstance(node, MapNode) or "reports_to" not in node.spans:
        return None
    place = origin.at(("reports_to",))
    if place.key is None or place.value.start < place.key.end or "dotted_to" in node:
        return None  # merged in from an anchor, or there are dotted lines to be merged by hand
    text = origin.source.text
    start = text.rfind("\n", 0, place.key.start) + 1
    indent = " " * (place.key.start - start)
    if not node.flow and text[start : place.key.start].strip():
        return None
    between = ", " if node.flow else f"\n{indent}"
    written = f"{kept}{between}dotted_to: [{', '.join(others)}]"
    span = place.value
    if isinstance(place.node, SeqNode) and not place.node.flow:
        span = Span(place.key.end, span.end)  # a list of lines becomes a word behind the key
        written = f": {written}"
    if "#" in text[span.start : span.end]:
        return None  # a comment would be lost
    return Fix(
        say(
            "report to `{one}` and keep the rest as dotted lines",
            "只向 `{one}` 汇报，其余改为虚线",
            one=kept,
        ),
        (Edit(origin.source, span, written),),
    )
