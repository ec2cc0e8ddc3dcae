"""The package around the text: parts, properties, and a zip that is the same every time."""

from __future__ import annotations

import zipfile
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from orgspec.document import Document
from orgspec.render.word.lists import numbering_xml
from orgspec.render.word.look import Faces
from orgspec.render.word.ooxml import NAMESPACES, attribute, clean
from orgspec.render.word.styles import styles_xml

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

# A file says the same about itself on every day: the dates of an organisation are in its text.
_DATE = datetime(2000, 1, 1)
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_LONGEST_PROPERTY = 255
_DROPPED_PARTS = ("customXml", "stylesWithEffects", "webSettings")


def dress(
    word: WordDocument,
    faces: Faces,
    ordered: int,
    *,
    numbered: bool = False,
    closeness: float = 1.0,
) -> None:
    """Give a blank document our styles, lists, fonts and settings in place of its own.

    `ordered` is the number of numbered lists in its text; if it is `numbered`, Word fills in the
    page numbers of the contents when the file is opened. `closeness` is the share of the usual
    space that its rows get.
    """
    part = word.part
    for key, relation in list(part.rels.items()):
        if relation.reltype.rsplit("/", 1)[-1] in _DROPPED_PARTS:
            part.rels.pop(key)
    package = part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            package.rels.pop(key)
        elif relation.reltype.endswith("/extended-properties"):
            relation.target_part._blob = _APPLICATION
    _replace(part.styles.element, styles_xml(faces, closeness))
    _replace(part.numbering_part.element, numbering_xml(ordered))
    _replace(part.settings.element, _settings(faces, numbered))
    for relation in part.rels.values():
        if relation.reltype.endswith("/fontTable"):
            relation.target_part._blob = _fonts(faces)


def _replace(element: BaseOxmlElement, xml: str) -> None:
    """Put the children of some XML in the place of an element's children."""
    from docx.oxml import parse_xml

    for child in list(element):
        element.remove(child)
    for child in parse_xml(xml):
        element.append(child)


def _settings(faces: Faces, numbered: bool) -> str:
    """The settings: the layout rules of Word 2013 and later, punctuation pressed together."""
    update = '<w:updateFields w:val="true"/>' if numbered else ""
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        f"{update}<w:compat>"
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{faces.latin_language}" '
        f'w:eastAsia="{faces.east_asian_language}"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _fonts(faces: Faces) -> bytes:
    """The font table: what stands in where a face is missing."""
    entries = (
        f'<w:font w:name="{attribute(faces.east_asian)}">'
        f'<w:altName w:val="{attribute(faces.alternative)}"/>'
        '<w:charset w:val="86"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
    )
    if faces.latin != faces.east_asian:
        entries += (
            f'<w:font w:name="{attribute(faces.latin)}"><w:charset w:val="00"/><w:family w:val="swiss"/>'
            '<w:pitch w:val="variable"/></w:font>'
        )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f"{head}\n<w:fonts {NAMESPACES}>{entries}</w:fonts>".encode()


_APPLICATION = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"><Application>orgspec</Application></Properties>'
)


def describe(word: WordDocument, document: Document) -> None:
    """Fill in the properties that Word and search engines show."""
    properties = word.core_properties
    organisation = _property(document.organisation)
    properties.title = _property(
        " · ".join(dict.fromkeys(filter(None, (document.title, document.subject))))
    )
    properties.subject = _property(document.subject)
    properties.author = organisation
    properties.last_modified_by = organisation
    properties.language = _property(document.locale)
    properties.keywords = _property(document.running)
    properties.comments = _property(document.draft)
    properties.created = properties.modified = _DATE
    properties.revision = 1


def _property(text: str) -> str:
    """The text on one line, as long as a property may be."""
    return " ".join(clean(text).split())[:_LONGEST_PROPERTY]


def packed(word: WordDocument) -> bytes:
    """The bytes of the file, the same for the same document."""
    saved, stable = BytesIO(), BytesIO()
    word.save(saved)
    with (
        zipfile.ZipFile(saved) as source,
        zipfile.ZipFile(stable, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    _let_go(word)
    return stable.getvalue()


def _let_go(word: WordDocument) -> None:
    """Drop the trees of the parts of a file that is written.

    The parts hold one another in circles: what they are made of, half a megabyte a file, would
    stay until the collector comes by, hundreds of files later.
    """
    for part in word.part.package.iter_parts():
        vars(part).pop("_element", None)
