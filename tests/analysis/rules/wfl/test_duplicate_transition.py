"""WFL010: duplicate-transition."""

import textwrap

import pytest

from orgspec.testing import check, findings


def mended(lines: str) -> str:
    """What the fix of the one finding leaves of the `next` of a step."""
    head, tail = "workflows:\n  w:\n    steps:\n      a:\n", "      b: {}\n      c: {}\n"
    text = head + textwrap.indent(lines.strip("\n") + "\n", " " * 8) + tail
    (found,) = findings(text, select="WFL010")
    assert found.fix is not None and found.fix.safe
    (edit,) = found.fix.edits
    left = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert not findings(left, select="WFL010,SYN")
    return textwrap.dedent(left.removeprefix(head).removesuffix(tail))


def test_one_target_twice_is_found_at_the_second() -> None:
    (found,) = check(
        """
    workflows:
      order:
        steps:
          a: {next: [{to: b, when: paid}, c, {to: b, when: Paid}]}
    #                                             ^ WFL010
          b: {end: true}
          c: {end: true}
    """,
        select="WFL010",
    )
    assert found.message.in_("en") == "step `a` leads to `b` twice under the same condition"
    assert "两次通向 `b`" in found.message.in_("zh")


def test_the_same_comparison_in_other_words_is_the_same() -> None:
    check(
        """
    workflows:
      order:
        steps:
          a: {next: [{to: b, when: n <= 5}, {to: c, otherwise: true}, {to: b, when: 5 >= n}]}
    #                                                                      ^ WFL010
          b: {end: true}
          c: {end: true}
    """,
        select="WFL010",
    )


def test_other_conditions_and_other_targets_are_no_duplicate() -> None:
    check(
        """
    workflows:
      order:
        steps:
          a: {next: [{to: b, when: paid}, {to: b, when: insured}, {to: c, otherwise: true}]}
          b: {next: [{all: [c, d], when: x}, {to: d, otherwise: true}]}
          c: {end: true}
          d: {end: true}
    """,
        select="WFL010",
    )


def test_a_fork_that_names_a_step_twice_is_found() -> None:
    assert mended("next: {all: [b, c, b]}") == "next: {all: [b, c]}\n"


def test_what_differs_besides_is_not_mended_by_itself() -> None:
    for ways in (
        "[{to: b, at_most: 2}, {to: b}]",
        "[{to: b}, {to: b, otherwise: true}]",
        "[{to: b}, {to: b, x-note: mine}]",
        "[{all: [b, c]}, b]",
    ):
        text = f"workflows: {{w: {{steps: {{a: {{next: {ways}}}, b: {{}}, c: {{}}}}}}}}"
        (found,) = findings(text, select="WFL010")
        assert found.fix is None, ways


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("next: [b, c, b]", "next: [b, c]\n"),
        ("next: [b, b, c]", "next: [b, c]\n"),
        ("next: [{to: b, when: x}, {to: b, when: x}]", "next: [{to: b, when: x}]\n"),
        ("next:\n  - b  # first\n  - b  # again\n  - c\n", "next:\n  - b  # first\n  # again\n  - c\n"),
        ("next:\n  - to: b\n    when: x\n  # keep\n  - to: b\n    when: x\n",
         "next:\n  - to: b\n    when: x\n  # keep\n"),
        ("next: [\n  b,  # first\n  b,  # again\n  c,\n]\n",
         "next: [\n  b,  # first\n  # again\n  c,\n]\n"),
        ("next: [\n  b,  # first\n  b\n]\n", "next: [\n  b,  # first\n]\n"),
        ("next: [\n  b,\n  b,\n]\n", "next: [\n  b,\n]\n"),
        ("next: [b,\n  b]\n", "next: [b]\n"),
    ],
)  # fmt: skip
def test_the_fix_keeps_comments_and_layout(written: str, left: str) -> None:
    assert mended(written) == left


def test_a_comment_inside_what_would_go_is_not_lost() -> None:
    text = """
workflows:
  w:
    steps:
      a:
        next:
          - b
          - to: b  # why
            otherwise: false
      b: {}
"""
    (found,) = findings(text, select="WFL010")
    assert found.fix is None
