"""The fonts in force, as the typesetter takes them: from files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgspec import resources
from orgspec.render import fonts, sfnt

if TYPE_CHECKING:
    import typst

# A font is read when its first letter is set: so both weights are, and their files may go.
_FIRST = f'#set text(font: "{sfnt.HOUSE}")\n. #text(weight: 700)[.]'.encode()


def typefaces() -> typst.Fonts:
    """Our fonts and those of the house in force, and none that a machine may have or not."""
    import typst

    ours = str(fonts.folder())
    files = tuple((f"{name}.otf", data) for name, data in fonts.house_files())
    if not files:
        return _only(ours)
    with resources.staged(files) as folder:
        found = _only(str(folder), ours)
        typst.Compiler(_FIRST, font_paths=found).compile(format="pdf")
    return found


def _only(*folders: str) -> typst.Fonts:
    """The fonts of some folders."""
    import typst

    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders)
    )
