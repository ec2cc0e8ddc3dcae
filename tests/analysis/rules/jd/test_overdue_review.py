"""JD003: overdue-review."""

from orgspec.testing import check, findings


def test_a_review_is_overdue_from_the_day_after() -> None:
    text = """
    roles:
      director: {document: {review_by: 2026-03-01}}
    """
    check(text, select="JD003", as_of="2026-03-01")
    (found,) = findings(text, select="JD003", as_of="2026-03-02")
    assert found.place.source.text[found.place.span.start : found.place.span.end] == "2026-03-01"
    assert "by 2026-03-01" in found.message.in_("en")
    assert "2026-03-01 之前复审" in found.message.in_("zh")


def test_else_the_period_runs_from_the_approval_month_by_month() -> None:
    text = """
    document: {approved_on: 2025-08-31, review_every: 6 months}
    #                       ^^^^^^^^^^ JD003
    """
    check(text, select="JD003", as_of="2026-03-01")
    text = text.replace("    #                       ^^^^^^^^^^ JD003\n", "")
    check(text, select="JD003", as_of="2026-02-28")


def test_one_that_stands_for_all_is_one_finding() -> None:
    text = """
    document: {approved_on: 2020-01-01, review_every: 12 months}
    roles: {a: {}, b: {document: {version: "2.0"}}, c: {}}
    """
    (found,) = findings(text, select="JD003")
    assert found.address == "manifest"
    assert [each.address for each in found.related] == ["manifest"]


def test_an_entity_takes_the_period_of_the_manifest_with_its_own_date() -> None:
    check(
        """
        document: {approved_on: 2025-06-01, review_every: 12 months}
        roles:
          a: {document: {approved_on: 2024-01-01}}
          #                           ^^^^^^^^^^ JD003
          b: {document: {review_every: 1 month}}
          #                            ^^^^^^^ JD003
          c: {document: {approved_on: 2024-01-01, review_by: 2027-01-01}}
          d: {document: {approved_on: 2025-12-01}}
        """,
        select="JD003",
    )


def test_what_has_no_date_or_no_period_is_silent() -> None:
    check("document: {approved_on: 2001-01-01}\nroles: {a: {}}", select="JD003")
    check("document: {review_every: 1 month}\nroles: {a: {}}", select="JD003")
    check("document: {approved_on: 2001-01-01, review_every: 0 months}", select="JD003")
