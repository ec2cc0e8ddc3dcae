"""DUT004: uncovered-function."""

from orgspec.testing import check

SALES = """
roles: {seller: {}}
departments:
  sales:
    functions:
      negotiation: {}
      after-sales: {}
"""


def test_a_function_that_no_duty_fulfils_is_found_at_its_id() -> None:
    (found,) = check(
        SALES
        + """#     ^^^^^^^^^^^ DUT004
duties: {contracting: {raci: seller, fulfils: sales/negotiation}}
""",
        select="DUT004",
    )
    assert found.help is not None and "fulfils: sales/after-sales" in found.help.in_("zh")


def test_a_slip_in_fulfils_is_told_there_alone() -> None:
    check(
        SALES
        + """
duties:
  contracting: {raci: seller, fulfils: [sales/negotiation, sales/aftersale]}
""",
        select="DUT004",
    )


def test_a_specification_without_fulfils_is_silent_but_not_under_strict() -> None:
    text = SALES + "duties: {contracting: {raci: seller}}\n"
    check(text, select="DUT004")
    claimed = text.replace("negotiation: {}\n", "negotiation: {}\n#     ^^^^^^^^^^^ DUT004\n")
    claimed = claimed.replace("after-sales: {}\n", "after-sales: {}\n#     ^^^^^^^^^^^ DUT004\n")
    check(claimed, select="DUT004", profile="strict")
