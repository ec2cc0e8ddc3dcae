"""Makes the Word form of the sample: a job description (岗位说明书) as one bordered table.

    python -m scripts.sample_form

What comes of it is an ordinary Word file. HR departments draw theirs in Word; this one is drawn
here so that it stays small, and the same every time.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

TARGET = Path("samples/trade-department/forms/job-description.docx")

_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_COLUMN = 400  # twips; the table has 24 columns of that width, cells span them
_COLUMNS = 24
_ALL = 9_600

Row = tuple[tuple[int, str | tuple[str, ...], str], ...]
"""Cells: columns spanned, one or more paragraphs, and `label`, `head`, `bar`, `middle` or nothing."""


def _tag(text: str) -> Row:
    """A row that holds nothing but a tag: it is not printed."""
    return ((_COLUMNS, text, ""),)


def _bar(text: str) -> Row:
    return ((_COLUMNS, text, "bar"),)


def _pair(one: str, said: str, other: str, says: str) -> Row:
    return ((4, one, "label"), (8, said, ""), (4, other, "label"), (8, says, ""))


def _one(label: str, said: str) -> Row:
    return ((4, label, "label"), (20, said, ""))


def _table(heads: tuple[tuple[int, str], ...], loop: str, cells: tuple[Row, ...]) -> Iterator[Row]:
    """A head and the rows of a list."""
    yield tuple((span, text, "head") for span, text in heads)
    yield _tag(f"{{%tr for {loop} %}}")
    yield from cells
    yield _tag("{%tr endfor %}")


def _rows() -> Iterator[Row]:
    yield _pair("岗位名称", "{{ post.name }}", "岗位编号", "{{ post.number }}")
    yield _pair("所属部门", "{{ post.department }}", "职级", "{{ post.grade }}")
    yield _pair("直接上级", "{{ superior }}", "定编", "{{ post.headcount }}")
    yield _pair("直接下级", "{{ post.subordinates }}", "代理人", "{{ post.deputy or '—' }}")
    yield _bar("一、岗位目的")
    yield ((_COLUMNS, "{{ purpose }}", ""),)
    yield _bar("二、工作职责")
    yield from _table(
        ((2, "序号"), (6, "职责"), (9, "工作任务"), (7, "交付成果 / 考核标准")),
        "duty in duties",
        (
            (
                (2, "{{ duty.number }}", "middle"),
                (
                    6,
                    (
                        "{{ duty.name }}",
                        "{%p if duty.share %}",
                        "占工作时间 {{ duty.share }}",
                        "{%p endif %}",
                    ),
                    "",
                ),
                (
                    9,
                    (
                        "{%p for line in duty.lines %}",
                        "{{ loop.index }}. {{ line }}",
                        "{%p endfor %}",
                    ),
                    "",
                ),
                (
                    7,
                    (
                        "{%p for each in duty.deliverables + duty.measures %}",
                        "{{ each }}",
                        "{%p endfor %}",
                    ),
                    "",
                ),
            ),
        ),
    )
    yield _tag("{%tr if authorities %}")
    yield _bar("三、岗位权限")
    yield from _table(
        ((8, "权限事项"), (16, "权限范围")),
        "each in authorities",
        (((8, "{{ each.name }}", ""), (16, "{{ each.extent|join('；') }}", "")),),
    )
    yield _tag("{%tr endif %}")
    yield _bar("{{ '四' if authorities else '三' }}、考核指标")
    yield from _table(
        ((8, "指标"), (3, "权重"), (7, "目标值"), (6, "数据来源")),
        "kpi in kpis",
        (
            (
                (8, "{{ kpi.name }}", ""),
                (3, "{{ kpi.weight }}", "middle"),
                (7, "{{ kpi.target }}", ""),
                (6, "{{ kpi.source }}", ""),
            ),
        ),
    )
    yield _bar("{{ '五' if authorities else '四' }}、任职资格")
    for label, key in (("学历专业", "education"), ("工作经验", "experience"),
                       ("知识技能", "skills"), ("语言", "languages")):  # fmt: skip
        yield _one(label, f"{{{{ qualifications.{key} or '—' }}}}")
    yield _bar("签字确认")
    yield ((8, "任职者", "head"), (8, "直接上级", "head"), (8, "人力资源部", "head"))
    yield tuple((8, ("", "日期：        年    月    日"), "") for _ in range(3))


def _paragraph(text: str, style: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f"<w:p>{look}{run}</w:p>"


def _cell(span: int, content: str | tuple[str, ...], kind: str) -> str:
    style = {"label": "Label", "head": "Head", "bar": "Bar", "middle": "Middle"}.get(kind, "Cell")
    fill = {"label": "F2F2F2", "head": "F2F2F2", "bar": "D9E2EC"}.get(kind)
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    texts = (content,) if isinstance(content, str) else content
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{span * _COLUMN}" w:type="dxa"/><w:gridSpan w:val="{span}"/>'
        f'{shade}<w:vAlign w:val="center"/></w:tcPr>'
        + "".join(_paragraph(text, style) for text in texts)
        + "</w:tc>"
    )


def _document() -> str:
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="404040"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    rows = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>" + "".join(_cell(*cell) for cell in row) + "</w:tr>"
        for row in _rows()
    )
    grid = f'<w:gridCol w:w="{_COLUMN}"/>' * _COLUMNS
    return (
        f"{_HEAD}<w:document {_NS}><w:body>{_paragraph('岗 位 说 明 书', 'Title')}"
        f'<w:tbl><w:tblPr><w:tblW w:w="{_ALL}" w:type="dxa"/><w:jc w:val="center"/>'
        f"<w:tblBorders>{edges}</w:tblBorders>"
        '<w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{_paragraph('')}"
        '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/>'
        '<w:footerReference w:type="default" r:id="rId3"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1134" w:bottom="1134" '
        'w:left="1134" w:header="680" w:footer="567" w:gutter="0"/></w:sectPr>'
        "</w:body></w:document>"
    )


def _running(name: str, left: str, right: str) -> str:
    """A header or footer with something on either side."""
    run = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    field = '<w:fldSimple w:instr="{}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    parts = [run.format(escape(left)), "<w:r><w:tab/></w:r>"]
    for piece in right.split("|"):
        parts.append(field.format(piece) if piece.isupper() else run.format(escape(piece)))
    body = f'<w:p><w:pPr><w:pStyle w:val="Running"/></w:pPr>{"".join(parts)}</w:p>'
    return f"{_HEAD}<w:{name} {_NS}>{body}</w:{name}>"


def _styles() -> str:
    def style(name: str, paragraph: str, run: str = "") -> str:
        return (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="Normal"/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
        )

    tight = '<w:spacing w:before="30" w:after="30"/>'
    return (
        f"{_HEAD}<w:styles {_NS}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/>'
        '<w:sz w:val="20"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
        "</w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        + style("Title", '<w:spacing w:after="160"/><w:jc w:val="center"/>',
                '<w:rFonts w:eastAsia="黑体"/><w:b/><w:sz w:val="36"/>')
        + style("Cell", tight)
        + style("Middle", f'{tight}<w:jc w:val="center"/>')
        + style("Label", f'{tight}<w:jc w:val="center"/>', "<w:b/>")
        + style("Head", f'<w:keepNext/>{tight}<w:jc w:val="center"/>', "<w:b/>")
        + style("Bar", '<w:keepNext/><w:spacing w:before="50" w:after="50"/>', "<w:b/>")
        + style("Running", f'<w:tabs><w:tab w:val="right" w:pos="{_ALL}"/></w:tabs>',
                '<w:sz w:val="18"/>')
        + "</w:styles>"
    )  # fmt: skip


def _parts() -> dict[str, str]:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    override = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{word}.{type_}+xml"/>'
        for name, type_ in (("document", "document.main"), ("styles", "styles"),
                            ("header1", "header"), ("footer1", "footer"))
    )  # fmt: skip
    relations = "".join(
        f'<Relationship Id="rId{i}" Type="{kind}/{name}" Target="{target}.xml"/>'
        for i, (name, target) in enumerate(
            (("styles", "styles"), ("header", "header1"), ("footer", "footer1")), 1
        )
    )
    return {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{override}</Types>',
        "_rels/.rels": f'{_HEAD}<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="rId1" Type="{kind}/officeDocument" Target="word/document.xml"/>'
        "</Relationships>",
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": f'{_HEAD}<Relationships xmlns="{package}/relationships">'
        f"{relations}</Relationships>",
        "word/styles.xml": _styles(),
        "word/header1.xml": _running(
            "hdr", "{{ document.organisation }}", "编号：{{ post.number or '—' }}"
        ),
        "word/footer1.xml": _running(
            "ftr",
            "版本 {{ document.version or '—' }}　生效 {{ document.effective or document.approved_on or '—' }}",
            "第 |PAGE| 页 / 共 |NUMPAGES| 页",
        ),
    }


def form() -> bytes:
    """The Word file."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name, text in _parts().items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, text)
    return made.getvalue()


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(form())
