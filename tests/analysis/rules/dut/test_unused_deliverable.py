"""DUT011: unused-deliverable."""

from orgspec.testing import check

MADE = """
roles: {seller: {}, boss: {}}
artifacts: {quotation: {}, report: {}}
duties:
  deciding: {raci: boss, inputs: quotation}
  quoting: {raci: seller, deliverables: [quotation, report]}
"""


def test_what_nobody_takes_is_found_where_it_is_made() -> None:
    (found,) = check(
        MADE
        + """  #                                                 ^^^^^^ DUT011
""",
        select="DUT011",
    )
    assert found.address == "duty/quoting" and "无人使用" in found.message.in_("zh")


def test_meetings_handoffs_readers_kpis_and_retention_are_uses() -> None:
    for use in (
        "meetings: {weekly: {inputs: report}}",
        "handoffs: {up: {from: seller, to: boss, artifacts: report}}",
        "kpis: {reports: {source: report}}",
        "workflows: {w: {steps: {read: {inputs: report, end: true}}}}",
    ):
        check(MADE + use + "\n", select="DUT011")
    for fields in ("{retention: 2 years}", "{access: {read: boss}}", "{access: {read: everyone}}"):
        check(MADE.replace("report: {}", f"report: {fields}"), select="DUT011")


def test_where_most_products_are_untaken_nothing_is_said() -> None:
    check(
        """
    roles: {seller: {}}
    artifacts: {quotation: {}, report: {}}
    duties: {quoting: {raci: seller, deliverables: [quotation, report]}}
    """,
        select="DUT011",
    )
