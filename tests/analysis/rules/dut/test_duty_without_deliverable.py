"""DUT002: duty-without-deliverable."""

from orgspec.testing import check

KEPT = """
roles: {seller: {}}
artifacts: {quotation: {}, contract: {}}
duties:
  quoting: {raci: seller, deliverables: quotation}
"""


def test_a_duty_without_result_among_duties_that_have_one_is_found() -> None:
    (found,) = check(
        KEPT
        + """
  contracting: {raci: seller}
# ^^^^^^^^^^^ DUT002
""",
        select="DUT002",
    )
    assert "没有工作成果" in found.message.in_("zh")


def test_outputs_of_its_steps_are_its_result() -> None:
    check(
        KEPT
        + """
  contracting: {raci: seller}
workflows: {order: {steps: {sign: {duty: contracting, outputs: contract, end: true}}}}
""",
        select="DUT002",
    )


def test_where_few_have_one_none_is_asked_for() -> None:
    check(KEPT + "  filing: {raci: seller}\n  calling: {raci: seller}\n", select="DUT002")


def test_a_name_that_nothing_declares_is_a_deliverable() -> None:
    check(KEPT + "  contracting: {raci: seller, deliverables: contrct}\n", select="DUT002")
