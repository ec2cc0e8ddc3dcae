"""The styles of a Word document, as XML.

Everything a reader sees goes through a named style, so that HR can change the look of a whole
document in Word by changing a style.
"""

from __future__ import annotations

from orgspec.frozen import frozen
from orgspec.render.word import look
from orgspec.render.word.lists import BULLETS, TABLE_BULLETS
from orgspec.render.word.look import Faces
from orgspec.render.word.ooxml import NAMESPACES, attribute


@frozen
class _Style:
    """A paragraph style. Sizes in half points, lengths in twips; 0 and "" inherit."""

    id: str
    name: str
    based: str = "Normal"
    size: int = 0
    bold: bool = False
    colour: str = ""
    spacing: tuple[int, int] | None = None
    line: str = ""
    align: str = ""
    keep_next: bool = False
    outline: int = -1
    number: int = 0
    indent: tuple[int, int] | None = None
    frame: str = ""
    own: bool = False


def _edge(side: str, colour: str, size: int, space: int) -> str:
    """One edge of a paragraph's border."""
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def _border(colour: str, above: int) -> str:
    """The border of a paragraph, with its distance above and below the text in points."""
    sides = (("top", above), ("left", 5), ("bottom", above), ("right", 5))
    edges = "".join(_edge(side, colour, 4, space) for side, space in sides)
    return f"<w:pBdr>{edges}</w:pBdr>"


# Shading reaches as far as the border does: the border's space is what pads the bar.
_BAR = _border(look.ACCENT, 3) + f'<w:shd w:val="clear" w:color="auto" w:fill="{look.ACCENT}"/>'
_BOX = _border(look.RULE, 2)
_BELOW = 80  # what is free below a paragraph whose style says nothing of it
_LINE = 240  # what the typeface itself brings
_SINGLE = f'w:line="{_LINE}" w:lineRule="auto"'
_RULE_BELOW = f"<w:pBdr>{_edge('bottom', look.RULE, 4, 3)}</w:pBdr>"
_PART_RULE = f"<w:pBdr>{_edge('bottom', look.ACCENT, 12, 4)}</w:pBdr>"

_STYLES = (
    _Style("Title", "Title", size=40, bold=True, colour=look.ACCENT, spacing=look.AROUND_TITLE,
           line=_SINGLE, align="center", keep_next=True),
    _Style("Subtitle", "Subtitle", size=20, colour=look.MUTED, spacing=(0, 140), align="center",
           keep_next=True),
    _Style("Heading1", "heading 1", size=21, bold=True, colour=look.WHITE, spacing=(look.ABOVE_BAR, 0),
           line=_SINGLE, keep_next=True, outline=0, indent=(110, 110), frame=_BAR),
    _Style("Heading2", "heading 2", size=20, bold=True, colour=look.ACCENT, spacing=(60, 30),
           keep_next=True, outline=1),
    _Style("Heading3", "heading 3", size=19, bold=True, colour=look.INK, spacing=(60, 30),
           keep_next=True, outline=2),
    *(
        _Style(f"Boxed{style}", name, style, spacing=(look.ABOVE_BOXED, 0), keep_next=True, indent=(110, 110),
               frame=_BOX, own=True)
        for style, name in (("Heading2", "Boxed Heading 2"), ("Heading3", "Boxed Heading 3"),
                            ("SectionText", "Boxed Text"))
    ),
    _Style("Chapter", "Chapter", size=28, bold=True, colour=look.TITLE, spacing=(240, 80),
           keep_next=True, outline=0, own=True),
    _Style("CoverOwner", "Cover Owner", size=30, bold=True, colour=look.MUTED,
           spacing=(3600, 120), own=True),
    _Style("CoverTitle", "Cover Title", size=72, bold=True, colour=look.TITLE, spacing=(0, 360),
           line=_SINGLE, own=True),
    _Style("CoverText", "Cover Text", size=21, colour=look.MUTED, spacing=(0, 480), own=True),
    _Style("Part", "Part", size=36, bold=True, colour=look.ACCENT, spacing=(0, 200),
           line=_SINGLE, keep_next=True, outline=0, own=True, frame=_PART_RULE),
    _Style("PartGroup", "Part Group", size=19, bold=True, colour=look.MUTED, spacing=(0, 40),
           keep_next=True, own=True),
    _Style("PartGroupOpening", "Part Group Opening", "PartGroup", keep_next=True, outline=1,
           own=True),
    _Style("BoundTitle", "Bound Title", "BoundName", keep_next=True, outline=1, own=True),
    _Style("BoundName", "Bound Name", size=30, bold=True, colour=look.TITLE, spacing=(0, 60),
           line=_SINGLE, keep_next=True, own=True),
    _Style("BoundNote", "Bound Note", size=look.SMALL_SIZE, colour=look.MUTED, spacing=(0, 100),
           keep_next=True, own=True),
    _Style("ContentsTitle", "Contents Title", size=30, bold=True, colour=look.TITLE,
           spacing=(0, 120), own=True),
    _Style("TOC1", "toc 1", size=20, bold=True, spacing=(80, 10), line=_SINGLE),
    _Style("TOC2", "toc 2", spacing=(0, 10), line=_SINGLE, indent=(280, 0)),
    _Style("TOC3", "toc 3", spacing=(0, 10), line=_SINGLE, indent=(560, 0)),
    _Style("SectionText", "Section Text", spacing=(20, 20), own=True),
    _Style("ListBullet", "List Bullet", spacing=look.AROUND_ITEM, number=BULLETS),
    _Style("ListNumber", "List Number", spacing=look.AROUND_ITEM),
    _Style("Caption", "caption", size=look.SMALL_SIZE, colour=look.MUTED, spacing=(40, 20),
           align="center"),
    _Style("Header", "header", size=look.SMALL_SIZE, colour=look.MUTED, spacing=(0, 0),
           frame=_RULE_BELOW),
    _Style("Footer", "footer", size=look.SMALL_SIZE, colour=look.MUTED, spacing=(0, 0)),
    _Style("DraftMark", "Draft Mark", "Normal", size=20, bold=True, colour=look.WARNING,
           spacing=(40, 0), align="center", own=True),
    _Style("TableText", "Table Text", spacing=(0, 0), own=True),
    _Style("TableLabel", "Table Label", "TableText", bold=True, colour=look.ACCENT,
           align="center", own=True),
    _Style("TableHeading", "Table Heading", "TableLabel", keep_next=True, own=True),
    _Style("TableTotal", "Table Total", "TableText", bold=True, colour=look.TITLE, own=True),
    _Style("TableGroup", "Table Group", "TableTotal", keep_next=True, own=True),
    _Style("TableBullet", "Table Bullet", "TableText", number=TABLE_BULLETS, own=True),
    *(
        _Style(f"Table{kind}Small", f"Table {kind} Small", f"Table{kind}", size=look.TABLE_SMALL,
               keep_next=kind in ("Heading", "Group"), own=True)
        for kind in ("Text", "Heading", "Total", "Group", "Bullet")
    ),
    _Style("MatrixHeading", "Matrix Heading", "TableHeading", size=16, colour=look.WHITE,
           own=True),
    _Style("MatrixText", "Matrix Text", "TableText", size=17, own=True),
    _Style("MatrixLetter", "Matrix Letter", "MatrixText", bold=True, align="center", own=True),
    _Style("Legend", "Legend", size=look.SMALL_SIZE, colour=look.MUTED, spacing=(60, 60), own=True),
    _Style("SignatureLine", "Signature Line", "TableText", spacing=(look.ABOVE_SIGNED, 30), own=True),
    _Style("Figure", "Figure", spacing=(60, 0), line=_SINGLE,
           align="center", own=True),
    _Style("Spacer", "Spacer", size=4, spacing=(0, 0), line='w:line="80" w:lineRule="exact"',
           own=True),
)  # fmt: skip

_BY_ID = {style.id: style for style in _STYLES}


def styles_xml(faces: Faces, closeness: float = 1.0) -> str:
    """The styles part: defaults, paragraph styles, character styles, the table style.

    `closeness` is the share of the usual space that rows, bars and lines get.
    """
    return (
        f"<w:styles {NAMESPACES}>{_defaults(faces, closeness)}{_BASE}"
        + "".join(_paragraph_style(style, closeness) for style in _STYLES)
        + _CHARACTER
        + look.dressed(_table_style(closeness))
        + "</w:styles>"
    )


def _defaults(faces: Faces, closeness: float) -> str:
    """What holds where no style says otherwise: typeface, size, ink, language, line height."""
    # Size and ink stand in the Normal style: LibreOffice lets what stands here win over character
    # styles inside tables. Line heights are multiples of the font's own: a least or exact height
    # would put what it adds above the line, and text would stand low in its cell.
    line = _line(faces, closeness)
    latin, east_asian = attribute(faces.latin), attribute(faces.east_asian)
    fonts = f'w:ascii="{latin}" w:hAnsi="{latin}" w:cs="{latin}"'
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts {fonts} w:eastAsia="{east_asian}"/>'
        f'<w:lang w:val="{faces.latin_language}" w:eastAsia="{faces.east_asian_language}"/>'
        '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" '
        f'w:after="{_BELOW}" {line}/></w:pPr></w:pPrDefault></w:docDefaults>'
    )


_BASE = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    f'<w:qFormat/><w:rPr><w:color w:val="{look.INK}"/><w:sz w:val="{look.BODY_SIZE}"/>'
    f'<w:szCs w:val="{look.BODY_SIZE}"/></w:rPr></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
)

_CHARACTER = (
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
    "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
    '<w:style w:type="character" w:customStyle="1" w:styleId="Muted"><w:name w:val="Muted"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/>'
    f'<w:qFormat/><w:rPr><w:color w:val="{look.MUTED}"/><w:sz w:val="{look.SMALL_SIZE}"/>'
    f'<w:szCs w:val="{look.SMALL_SIZE}"/></w:rPr></w:style>'
    '<w:style w:type="character" w:customStyle="1" w:styleId="MutedSmall">'
    '<w:name w:val="Muted Small"/><w:basedOn w:val="Muted"/>'
    f'<w:rPr><w:sz w:val="{look.TABLE_SMALL - 1}"/><w:szCs w:val="{look.TABLE_SMALL - 1}"/></w:rPr>'
    "</w:style>"
)


def _paragraph_style(style: _Style, closeness: float) -> str:
    """The XML of a paragraph style."""
    own = ' w:customStyle="1"' if style.own else ""
    # What is written on in a cell stays in its style; below a title begins running text.
    titles = style.keep_next and not style.based.startswith("Table")
    follows = '<w:next w:val="Normal"/>' if titles else ""
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based}"/>{follows}<w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(style, closeness)}</w:pPr><w:rPr>{_run_properties(style)}</w:rPr>"
        "</w:style>"
    )


def _paragraph_properties(style: _Style, closeness: float) -> str:
    """The paragraph properties of a style, in the order of the schema."""
    parts = ["<w:keepNext/><w:keepLines/>"] if style.keep_next else []
    if style.number:
        parts.append(f'<w:numPr><w:numId w:val="{style.number}"/></w:numPr>')
    parts.append(look.dressed(style.frame))
    if style.spacing is not None:
        parts.append(_spacing(style.id, style.spacing, style.line, closeness))
    elif style.line:
        parts.append(f"<w:spacing {style.line}/>")
    if style.indent is not None:
        parts.append(f'<w:ind w:left="{style.indent[0]}" w:right="{style.indent[1]}"/>')
    if style.align:
        parts.append(f'<w:jc w:val="{style.align}"/>')
    if style.outline >= 0:
        parts.append(f'<w:outlineLvl w:val="{style.outline}"/>')
    return "".join(parts)


def _spacing(id_: str, spacing: tuple[int, int], line: str, closeness: float) -> str:
    """The space above and below a paragraph, of which half stays where people write."""
    share = (1 + closeness) / 2 if id_ == "SignatureLine" else closeness
    before, after = (round(space * share) for space in spacing)
    return f'<w:spacing w:before="{before}" w:after="{after}" {line}/>'


def _line(faces: Faces, closeness: float) -> str:
    """The usual height of lines."""
    line = round(faces.least + (faces.line - faces.least) * closeness)
    return f'w:line="{line}" w:lineRule="auto"'


def closer_spacing(id_: str, faces: Faces, closeness: float) -> str:
    """The spacing of a style, with what it inherits, for a paragraph that is set closer than it."""
    spacing, line, _ = _inherited(id_)
    return _spacing(id_, spacing, line or _line(faces, closeness), closeness)


def title_height(id_: str, line: float) -> float:
    """The height in twips of one line in the style of a title, where one of the body has `line`."""
    spacing, _, size = _inherited(id_)
    return line * size / look.BODY_SIZE + sum(spacing)


def _inherited(id_: str) -> tuple[tuple[int, int], str, int]:
    """The spacing, the line height and the size of a style with what it has from others."""
    spacing, line, size = None, "", 0
    style = _BY_ID.get(id_)
    while style is not None:
        spacing, line, size = spacing or style.spacing, line or style.line, size or style.size
        style = _BY_ID.get(style.based)
    return spacing or (0, _BELOW), line, size or look.BODY_SIZE


def _run_properties(style: _Style) -> str:
    """The run properties of a style, in the order of the schema."""
    parts = ["<w:b/><w:bCs/>"] if style.bold else []
    if style.colour:
        parts.append(f'<w:color w:val="{look.ink_of(style.colour)}"/>')
    if style.size:
        parts.append(f'<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>')
    return "".join(parts)


def _table_style(closeness: float) -> str:
    """The one table style: thin rules, padded cells, a tinted first row."""
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{look.RULE}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="OrganisationTable">'
        '<w:name w:val="Organisation Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders>{cell_margins(closeness)}"
        '</w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{look.TINT}"/></w:tcPr></w:tblStylePr>'
        "</w:style>"
    )


def cell_margins(closeness: float) -> str:
    """The padding of the cells of a table."""
    padding = round(look.ROW_PADDING * closeness)
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (
            ("top", padding),
            ("left", look.CELL_PADDING),
            ("bottom", padding),
            ("right", look.CELL_PADDING),
        )
    )
    return f"<w:tblCellMar>{margins}</w:tblCellMar>"
