"""ORG007: layers that only pass on."""

from orgspec.testing import check, findings

REST = "".join(f"  r{n}: {{reports_to: b}}\n" for n in range(8))
CHAIN = f"roles:\n  a: {{}}\n  b: {{reports_to: a}}\n{REST}"


def test_a_role_that_leads_one_leader_only_is_found() -> None:
    (found,) = findings(CHAIN, select="ORG007")
    assert found.address == "role/a"
    assert found.severity == "info"
    assert found.related[0].address == "role/b"


def test_small_organisations_are_not_judged_under_any_profile() -> None:
    check(CHAIN.replace("  r7: {reports_to: b}\n", ""), select="ORG007", profile="strict")


def test_an_assistant_does_not_make_two_reports() -> None:
    text = CHAIN + "  helper: {reports_to: a, assistant: true}\n"
    assert len(findings(text, select="ORG007")) == 1


def test_a_second_report_or_a_second_head_makes_it_a_layer() -> None:
    check(CHAIN + "  other: {reports_to: a}\n", select="ORG007")
    check(CHAIN.replace("b: {reports_to: a}", "b: {reports_to: a, headcount: 2}"), select="ORG007")


def test_who_leads_one_that_leads_nobody_is_fine() -> None:
    text = CHAIN + "  last: {reports_to: r1}\n  other: {reports_to: a}\n"
    check(text, select="ORG007")
