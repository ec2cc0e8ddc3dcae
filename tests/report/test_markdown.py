"""The summary for a pull request."""

from markdown_it import MarkdownIt

from orgspec.diagnostics import Severity, say
from orgspec.report.markdown import LIMIT, render
from tests.report.made import PLAIN, finding, label, many, odd, report


def html(text: str) -> str:
    """As GitHub draws it, tables included."""
    return str(MarkdownIt("commonmark").enable("table").render(text))


def test_it_counts_by_severity_and_lists_by_place() -> None:
    text = render(report(odd()[:2]))
    assert text.startswith("### orgspec: 2 findings\n")
    assert "| Errors | 1 |" in text
    assert "| Warnings | 1 |" in text
    assert "| `specs/总部/组织/岗位 表#1.yaml:2` | RAC001 | nobody answers for `合同` |" in text


def test_it_speaks_chinese() -> None:
    text = render(report(odd()[:1], "zh"))
    assert text.startswith("### orgspec：1 条发现\n")
    assert "| 位置 | 检查 | 问题 |" in text
    assert "<summary>怎么改</summary>" in text


def test_what_to_do_is_folded() -> None:
    text = render(report(odd()[:2]))
    folded = text[text.index("<details>") :]
    assert "  - name one role" in folded
    assert "specs/总部/org/duties.yaml:3: here" in folded
    assert text.endswith("</details>\n")


def test_nothing_in_a_specification_means_anything_in_markdown() -> None:
    wild = "a|b `c|d` <img src=x> **bold** [l](http://x) @team\n| x | y |"
    text = render(report((finding(label(PLAIN, "x"), message=say(wild, wild)),)))
    drawn = html(text)
    assert drawn.count("<tr>") == 4  # two heads, a count, a finding
    assert "<code>c|d</code>" in drawn
    for sign in ("<img", "<strong>", "<a ", "@team"):
        assert sign not in drawn


def test_it_keeps_githubs_limit_and_says_what_is_left_out() -> None:
    text = render(report(many(3000)))
    assert len(text.encode("utf-16-le")) // 2 <= LIMIT
    assert "3000 findings" in text
    rows = text.count("| `specs/总部/roles.yaml:")
    assert rows > 500
    assert f"{3000 - rows} more findings have no room here" in text


def test_details_give_way_before_findings_do() -> None:
    text = render(report(many(600)))
    assert text.count("| `specs/总部/roles.yaml:") == 600
    assert len(text) <= LIMIT
    assert "have no room here; see `orgspec check`" in text
    assert text.endswith("</details>\n")


def test_a_single_endless_message_does_not_break_it() -> None:
    endless = finding(label(PLAIN, "x"), message=say("x" * 100_000, "x"))
    text = render(report((endless, *many(2))))
    assert len(text) < 4000
    assert text.count("| RAC001 |") == 3


def test_what_was_not_judged_is_said() -> None:
    assert "DUT005" in render(report(()))
    assert "no problems" in render(report(()))


def test_every_severity_has_its_table() -> None:
    text = render(report(many(1) + many(2, Severity.WARNING) + many(3, Severity.INFO)))
    assert [line for line in text.splitlines() if line.startswith("####")] == [
        "#### Errors (1)",
        "#### Warnings (2)",
        "#### Information (3)",
    ]
