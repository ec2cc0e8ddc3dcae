"""What stands in the circle of a card."""

from __future__ import annotations


def initial(name: str) -> str:
    """What stands in the circle: a Chinese surname's first character, or Latin initials."""
    if not name:
        return ""
    if "㐀" <= name[0] <= "鿿":
        return name[0]
    words_ = [word for word in name.replace("-", " ").split() if word[:1].isalnum()]
    letters = [word[0].upper() for word in words_ if word[0].isupper() or word[0].isdigit()]
    return "".join((letters or [name[0].upper()])[:2])
