"""Word forms of the user's own."""

from __future__ import annotations

import sys
import zipfile
from io import BytesIO
from typing import Any

import docx
import pytest

from orgspec.render.form.trouble import TemplateTrouble
from orgspec.render.form.word import fill_docx
from tests.render.form.word_forms import OLD_DOC, PROTECTED, form, saved, texts, with_parts

DATA: dict[str, Any] = {
    "document": {"title": "岗位说明书", "organisation": "远航 & 合作 <公司>", "version": "1.2"},
    "post": {"name": "外贸业务员", "number": "FT-01"},
    "purpose": "",
    "duties": [
        {"name": "跟进客户", "tasks": ["回复询盘", "报价"]},
        {"name": "{{ post.number }}", "tasks": ["<w:p/>\nsecond\x01 line"]},
    ],
}

RELATIONS = "word/_rels/document.xml.rels"


def filled(source: bytes, **more: object) -> list[str]:
    return texts(fill_docx(source, "forms/jd.docx", DATA | more))


def refused(source: bytes) -> TemplateTrouble:
    with pytest.raises(TemplateTrouble) as caught:
        fill_docx(source, "forms/jd.docx", DATA)
    return caught.value


def test_a_form_is_filled_in_its_paragraphs_tables_header_and_footer() -> None:
    said = filled(form())
    assert "岗位：外贸业务员（FT-01）" in said
    assert "跟进客户|回复询盘；报价" in said
    assert said[-2:] == ["远航 & 合作 <公司>", "版本 1.2"]


def test_a_row_that_repeats_leaves_no_row_of_tags() -> None:
    rows = [line for line in filled(form()) if "|" in line]
    assert rows[0] == "职责|任务"
    assert len(rows) == 3


def test_a_paragraph_under_a_condition_is_there_only_if_it_holds() -> None:
    assert not [line for line in filled(form()) if line.startswith("目的")]
    assert "目的：开拓市场" in filled(form(), purpose="开拓市场")


def test_data_never_becomes_a_tag_or_markup() -> None:
    assert "{{ post.number }}|<w:p/>\nsecond line" in filled(form())


def test_the_same_form_and_data_give_the_same_bytes() -> None:
    source = form()
    one = fill_docx(source, "a.docx", DATA)
    assert one == fill_docx(source, "elsewhere/a.docx", DATA)
    with zipfile.ZipFile(BytesIO(one)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_form_without_properties_gets_none_from_the_clock() -> None:
    source = form()
    with zipfile.ZipFile(BytesIO(source)) as package:
        kept = {
            name: package.read(name)
            for name in package.namelist()
            if not name.startswith("docProps/")
        }
    kept["_rels/.rels"] = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    bare = BytesIO()
    with zipfile.ZipFile(bare, "w") as package:
        for name, content in kept.items():
            package.writestr(name, content)
    word = docx.Document(BytesIO(fill_docx(bare.getvalue(), "a.docx", DATA)))
    assert word.core_properties.modified.year == 2000
    assert word.core_properties.title == "岗位说明书"


def test_an_unknown_name_is_told_with_its_paragraph_and_a_near_name() -> None:
    found = refused(form("部门：{{ post.nmae }} 谢谢"))
    assert found.message().in_("en") == (
        "template forms/jd.docx, at “部门：{{ post.nmae }} 谢谢”: "
        "there is no `post.nmae`; did you mean `post.name`?"
    )
    assert found.message().in_("zh") == (
        "模板 forms/jd.docx，“部门：{{ post.nmae }} 谢谢”处：没有 `post.nmae`；是否想写 `post.name`？"
    )


@pytest.mark.parametrize(
    ("paragraph", "said"),
    [
        ("{{ ''.__class__ }}", "`__class__` is out of reach"),
        ("{% if post.name %}", "it is no valid template"),
        ("{% tr for duty in duties %}", "write `{%tr …` without a space"),
        ("岗位：｛｛ post.name ｝｝", "write half-width braces, `{{ … }}`"),
        ("{％ if post ％}", "write half-width braces"),
        ("{{ document.blocks }}", "there is no `document.blocks`"),
        ("{{ range(1000000) }}", "at most 100,000"),
    ],
)
def test_what_a_form_may_not_do_is_told(paragraph: str, said: str) -> None:
    found = refused(form(paragraph))
    assert said in found.message().in_("en")
    assert found.near


def test_an_error_in_the_header_is_told_too() -> None:
    assert "{{ company }}" in refused(form(header="{{ company }}")).near


def bomb() -> bytes:
    return with_parts(form(), {"word/media/a.bin": bytes(33_000_000)})


def macros() -> bytes:
    return with_parts(form(), {"word/vbaProject.bin": b"x"})


def entities() -> bytes:
    return with_parts(form(), {"word/styles.xml": b'<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>'})


def utf_16() -> bytes:
    return with_parts(form(), {"word/styles.xml": "<x/>".encode("utf-16")})


def loading(kind: str) -> bytes:
    base = form()
    with zipfile.ZipFile(BytesIO(base)) as package:
        relations = package.read(RELATIONS)
    link = (
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/{kind}" Target="http://example.org/x" TargetMode="External"/>'
        "</Relationships>"
    )
    return with_parts(base, {RELATIONS: relations.replace(b"</Relationships>", link.encode())})


def sheet() -> bytes:
    return with_parts(form(), {"[Content_Types].xml": b"<Types/>"})


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (b"no zip at all", "no Word file"),
        (b"", "no Word file"),
        (b"PK\x05\x06" + bytes(18), "no Word document"),
        (form()[:-2000], "no Word file"),
        (OLD_DOC, "old Word file (.doc)"),
        (PROTECTED, "password"),
        (bomb(), "unpacks to more than 32 MB"),
        (macros(), "macros"),
        (entities(), "`word/styles.xml` is refused"),
        (utf_16(), "`word/styles.xml` is refused"),
        (loading("image"), "from outside the file"),
        (sheet(), "no Word document"),
    ],
)
def test_what_is_no_harmless_word_file_is_refused(source: bytes, said: str) -> None:
    found = refused(source)
    assert said in found.message().in_("en")
    assert found.message().in_("zh").startswith("模板 forms/jd.docx：")


def test_without_docxtpl_the_command_that_installs_it_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "docxtpl", None)
    said = refused(form()).message()
    assert 'run `pip install "orgspec[forms]"`' in said.in_("en")
    assert '请运行 `pip install "orgspec[forms]"`' in said.in_("zh")


def test_a_link_in_a_form_stays() -> None:
    assert filled(loading("hyperlink"))


def test_the_path_of_the_template_that_a_form_was_written_on_is_left_out() -> None:
    word = docx.Document(BytesIO(form()))
    settings = word.part._settings_part
    settings.relate_to(
        "file:///C:/Users/li/Normal.dotm",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate",
        is_external=True,
    )
    assert b"C:/Users/li" not in b"".join(_parts(fill_docx(saved(word), "a.docx", DATA)))


def _parts(data: bytes) -> list[bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return [package.read(name) for name in package.namelist()]
