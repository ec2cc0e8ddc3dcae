"""Forms in Word: HR's own .docx, filled in place."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Any

from orgspec.diagnostics import say
from orgspec.render.form.package import refuse_package
from orgspec.render.form.reason import explained
from orgspec.render.form.record import records
from orgspec.render.form.sandbox import Sandbox
from orgspec.render.form.trouble import TemplateTrouble
from orgspec.render.word.ooxml import clean
from orgspec.render.word.package import packed

_DATE = datetime(2000, 1, 1)  # as in the files that we draw ourselves
_LONGEST_PROPERTY = 255


class WordSandbox(Sandbox):
    """The sandbox for the parts of a Word file, which come as text one after the other."""

    def from_string(self, source: Any, *_: Any, **__: Any) -> Any:
        """A template of one part; errors in it are told by the paragraph."""
        return self.template_called(f"part-{len(self.sources)}", str(source))


def fill_docx(source: bytes, name: str, data: Mapping[str, Any]) -> bytes:
    """A Word form filled with data: body, headers, footers, footnotes and properties.

    The same form and data give the same bytes. Data is escaped; control characters are left out.

    Args:
        source: the bytes of the form.
        name: how messages call it.
        data: the context, plain data.

    Raises:
        TemplateTrouble: it is no form that can be filled, or docxtpl is not installed.
    """
    try:
        from docxtpl import DocxTemplate
    except ImportError:
        raise TemplateTrouble(name, _MISSING) from None
    refuse_package(source, name)
    sandbox = WordSandbox(autoescape=True)
    try:
        form = DocxTemplate(BytesIO(source))
        form.render(records(data, clean), sandbox, autoescape=True)
        _forget_template(form.docx)
        if not _has_properties(source):
            _describe(form.docx, data)
        return packed(form.docx)
    except Exception as error:
        raise explained(error, name, tuple(data), sandbox.sources) from error


def _has_properties(source: bytes) -> bool:
    """Whether a form says who made it and when: that is its own, and stays."""
    with zipfile.ZipFile(BytesIO(source)) as package:
        return any(name.lower().endswith("core.xml") for name in package.namelist())


def _describe(word: Any, data: Mapping[str, Any]) -> None:
    """Fill in the properties of a form that has none: python-docx would put the clock there."""
    document = data.get("document")
    said = document if isinstance(document, Mapping) else {}
    properties = word.core_properties
    properties.title = str(said.get("title", ""))[:_LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = ""
    properties.created = properties.modified = _DATE


def _forget_template(word: Any) -> None:
    """Leave out the path of the .dotx on which the form was written: Word would look it up."""
    settings = word.part._settings_part
    for key, relation in list(settings.rels.items()):
        if relation.reltype.endswith("/attachedTemplate"):
            settings.rels.pop(key)
    for child in list(settings.element):
        if child.tag.endswith("}attachedTemplate"):
            settings.element.remove(child)


_MISSING = say(
    'Word forms need docxtpl; run `pip install "orgspec[forms]"`',
    '填写 Word 表单需要 docxtpl；请运行 `pip install "orgspec[forms]"`',
)
