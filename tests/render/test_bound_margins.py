"""What the printed pages of a handbook as HTML say above their text."""

from __future__ import annotations

from orgspec.document import Binding, BoundDocument, BoundPart, Document, Paragraph, inline
from orgspec.render import html


def test_each_document_names_its_part_and_itself_on_its_printed_pages() -> None:
    text = (Paragraph(inline("…")),)
    rep, risks = Document("岗位说明书", "zh", "公司", text), Document("清单", "zh", "公司", text)
    parts = (
        BoundPart("岗位说明书", (BoundDocument(rep, "业务员", "销售部"),), "第一部分"),
        BoundPart("风险", (BoundDocument(risks, "清单"),), "第二部分"),
    )
    page = html.render(
        Document(
            "手册",
            "zh",
            "公司",
            (),
            labels={"contents": "目录"},
            binding=Binding(parts, "索引", ()),
        )
    ).decode()
    heads = [line for line in page.splitlines() if line.startswith("@page part-")]
    assert "第一部分 岗位说明书 · 销售部" in heads[0].replace("  ", " ")
    assert "业务员" in heads[0]
    assert "第二部分" in heads[1]
    for line in heads:
        assert f"#{line.split()[1]} {{ page: {line.split()[1]}; }}" in page
