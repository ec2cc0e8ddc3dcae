"""Running heads and feet stand in one line."""

from io import BytesIO

import pytest
from docx import Document as Word

from orgspec.document import Document, Paragraph, inline
from orgspec.margins import Counter, Margin, head_margin
from orgspec.render import docx
from orgspec.render.press.data import document_data
from orgspec.render.running import in_one_line
from orgspec.render.sheet.text import margin_text

_PAGE = (Counter.PAGE, " / ", Counter.PAGES)


def _line(margin: Margin) -> Margin:
    """A margin in a line of sixty letters, two apart."""
    return in_one_line(margin, 60, 2, len)


def test_what_fits_stands_as_it_is() -> None:
    margin = Margin(("Firm · Charter",), _PAGE, ("Sales 1.0",))
    assert _line(margin) == margin


def test_a_long_head_goes_without_the_organisation() -> None:
    line = _line(Margin(("A firm of a long name in two languages · Charter",), (), ("x" * 40,)))
    assert line.left == ("Charter",)
    assert line.right == ("x" * 40,)


@pytest.mark.parametrize(
    "margin",
    [
        Margin(("a" * 90,), (), ("b" * 10,)),
        Margin(("a" * 10,), (), ("b" * 90,)),
        Margin(("a" * 90,), (), ("b" * 90,)),
        Margin(("a" * 90,), _PAGE, ("b" * 90,)),
        Margin(("a",), ("b" * 90,), ("c" * 90,)),
        Margin((), ("b" * 90, Counter.PAGE), ()),
    ],
)
def test_what_does_not_fit_ends_in_an_ellipsis(margin: Margin) -> None:
    line = _line(margin)
    said = [
        sum(3 if isinstance(piece, Counter) else len(piece) for piece in text)
        for text in (line.left, line.centre, line.right)
    ]
    assert "…" in str(line)
    if line.centre:
        assert said[1] + 2 * max(said[0], said[2]) <= 60
    else:
        assert said[0] + said[2] <= 58


def test_of_a_long_name_the_version_behind_it_stays() -> None:
    line = _line(Margin(("Agreement",), (), ("Customer service and " * 4 + "  Version 1.0",)))
    (said,) = line.right
    assert str(said).endswith("…  Version 1.0") and len(str(said)) > 45


def test_only_the_text_beside_a_counter_is_cut() -> None:
    line = _line(Margin(("Page ", Counter.PAGE, " of " + "x" * 90), (), ()))
    assert line.left[:2] == ("Page ", Counter.PAGE)
    assert str(line.left[2]).endswith("…")


def _long() -> Document:
    names = (
        "信息与数字化部 Information and Digital Services · 采购与供应商管理部 Procurement Office"
    )
    return Document(
        title="分工协作协议 Agreement on cooperation", locale="zh", second="en",
        organisation="外贸独立站有限公司 Independent Trading Site Company Limited",
        running=f"{names} 版本 Version 1.0", blocks=(Paragraph(inline("x")),),
    )  # fmt: skip


def test_the_head_of_a_printed_page_is_one_line() -> None:
    said = document_data(_long())["header"]
    assert said["left"] == "分工协作协议 Agreement on cooperation"
    assert said["right"].endswith("…")


def test_the_head_of_a_word_page_is_one_line() -> None:
    head = Word(BytesIO(docx.render(_long()))).sections[0].header.paragraphs
    assert len(head) == 1
    assert head[0].text.startswith("分工协作协议 Agreement on cooperation\t")


def test_the_head_of_a_sheet_is_one_line() -> None:
    assert "\n" not in margin_text(head_margin(_long()), "DRAFT – not in force")
