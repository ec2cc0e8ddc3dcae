"""The house style that a document is dressed in: colours, typefaces, logo, running texts.

Plain values, read and checked before: renderers look nothing up. The default is our own look.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that stands in the head of documents.

    Attributes:
        data: the bytes of its file.
        kind: `svg`, `png` or `jpeg`.
        width, height: its natural size; only their ratio counts.
    """

    data: bytes = field(repr=False)
    kind: str
    width: float
    height: float

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """Its width and height as large as fits into a place of that size, in the same unit."""
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale


@dataclass(frozen=True, slots=True)
class Typeface:
    """A font of the user's own; `digest` stands for its bytes where typefaces are compared.

    `family` is the name that it gives itself, by which office programs ask for it; `han` whether
    it has Chinese characters.
    """

    digest: str
    data: bytes = field(compare=False, repr=False)
    family: str = ""
    han: bool = False


Three = tuple[str, str, str]
"""What stands at the left, in the centre and at the right of a line."""


@dataclass(frozen=True, slots=True)
class Style:
    """How the documents of an organisation look, in one language.

    Attributes:
        colour: the accent as `#RRGGBB`: section bars, title rule, heads of tables and tints of
            it; empty for ours.
        colours: those of departments, in their order; ours follow where they are too few.
        face, bold_face: the typefaces of text and of bold text; None for ours, which also stand
            in for characters that these lack.
        office_face: the family that Word and Excel files ask for; empty for that of `face`, or
            for what the office programs bring.
        logo: the picture at the head, None for none.
        header, footer: patterns of the running texts with names in braces; None for the usual.
    """

    colour: str = ""
    colours: tuple[str, ...] = ()
    face: Typeface | None = None
    bold_face: Typeface | None = None
    office_face: str = ""
    logo: Logo | None = None
    header: Three | None = None
    footer: Three | None = None


PLAIN = Style()
"""Our own look."""
