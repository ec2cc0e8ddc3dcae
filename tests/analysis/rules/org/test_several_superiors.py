"""ORG004: two bosses."""

import yaml

from orgspec.testing import check, findings


def test_the_second_superior_is_one_too_many() -> None:
    (found,) = check(
        """
        roles:
          a: {reports_to: none}
          b: {reports_to: a}
          c: {reports_to: [a, b]}
        #                     ^ ORG004
        """,
        select="ORG004",
    )
    assert "`a`, `b`" in found.message.in_("en")
    assert "`a`、`b`" in found.message.in_("zh")


def _fixed(text: str) -> object:
    (found,) = findings(text, select="ORG004")
    assert found.fix is not None
    assert not found.fix.safe
    (edit,) = found.fix.edits
    return yaml.safe_load(text[: edit.span.start] + edit.text + text[edit.span.end :])


def test_the_fix_keeps_the_first_and_dots_the_others() -> None:
    for written in (
        "roles:\n  a: {reports_to: none}\n  b: {reports_to: a}\n  c: {reports_to: [a, b]}\n",
        "roles:\n  a: {reports_to: none}\n  b: {reports_to: a}\n"
        "  c:\n    reports_to: [a, b]\n    number: '1'\n",
        "roles:\n  a: {reports_to: none}\n  b: {reports_to: a}\n"
        "  c:\n    reports_to:\n      - a\n      - b\n    number: '1'\n",
    ):
        tree = _fixed(written)
        assert isinstance(tree, dict)
        assert tree["roles"]["c"]["reports_to"] == "a"
        assert tree["roles"]["c"]["dotted_to"] == ["b"]


def test_the_solid_superior_may_not_be_dotted_too() -> None:
    check(
        """
        roles:
          a: {reports_to: none}
          c: {reports_to: a, dotted_to: [a]}
        #                                ^ ORG004
        """,
        select="ORG004",
    )


def test_one_superior_written_twice_is_one() -> None:
    check("roles: {a: {reports_to: none}, c: {reports_to: [a, role/a]}}", select="ORG004")


def test_an_unknown_name_beside_a_superior_is_reported_as_unknown_alone() -> None:
    text = "roles: {a: {reports_to: none}, c: {reports_to: [a, aa]}}"
    assert [d.code for d in findings(text, select="ORG,REF")] == ["REF001"]


def test_dotted_lines_to_others_are_fine() -> None:
    check("roles: {a: {}, b: {reports_to: a}, c: {reports_to: a, dotted_to: b}}", select="ORG004")
