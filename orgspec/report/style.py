"""Colours of the terminal, or none."""

from __future__ import annotations

from orgspec.frozen import frozen

_CODES = {
    "error": "1;31", "warning": "1;33", "info": "1;36", "bold": "1", "blue": "1;34", "green": "1;32",
    "dim": "2",
}  # fmt: skip


@frozen
class Style:
    """Paints text by the name of a colour; plain text if `colour` is off."""

    colour: bool = False

    def __call__(self, name: str, text: str) -> str:
        """`text` in the colour of that name."""
        if not self.colour or not text:
            return text
        return f"\x1b[{_CODES[name]}m{text}\x1b[0m"
