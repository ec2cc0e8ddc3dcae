"""How texts stand together at each place of a document."""

from __future__ import annotations

# Fields that name other things or cannot be said twice: the first language's stand.
SINGLE = frozenset(
    {
        "id", "address", "addresses", "superior", "subordinate", "source", "target", "locale",
        "initial", "uid", "rule", "timezone", "key", "sign", "exported", "photo",
        "sums",
    }
)  # fmt: skip
SINGLE_AT = frozenset({("Section", "number")})

# A pattern around names that are in two languages themselves.
NEUTRAL_LABELS = {"double": "{first} + {second}"}

# Names of things; what stands in a field until something is typed there has no room for two.
SINGLE_LABELS = frozenset(
    {
        "filter_hint",
        "filter_party_hint",
        "filter_step_hint",
        "search_hint",
        "id",
        "address",
        "locale",
    }
)

# Labels and names in boxes: the second language stands below the first.
_BELOW = frozenset(
    {
        ("Column", "title"), ("Card", "title"), ("Card", "subtitle"), ("Node", "title"),
        ("Lane", "title"), ("MatrixColumn", "title"), ("MatrixRow", "title"),
        ("Signature", "parties"), ("Passage", "label"), ("Passage", "handoff"),
        ("Event", "description"),
        ("Post", "title"),
        ("Post", "heading"),
        ("PostUnit", "name"),
    }
)  # fmt: skip


def gap(kind: str, field: str) -> str:
    """What stands between both languages in a field of a kind of thing: a line break or a space."""
    return "\n" if (kind, field) in _BELOW else " "
