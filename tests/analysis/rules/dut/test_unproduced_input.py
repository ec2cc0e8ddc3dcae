"""DUT012: unproduced-input."""

from orgspec.testing import check, compiled

TAKEN = """
roles: {seller: {}, boss: {}}
partners: {maker: {}}
artifacts: {prices: {}}
duties:
  quoting: {raci: seller, inputs: prices}
"""


def test_an_input_from_nowhere_is_found_where_it_is_taken() -> None:
    (found,) = check(
        TAKEN
        + """  #                               ^^^^^^ DUT012
  checking: {raci: boss, inputs: prices}
""",
        select="DUT012",
    )
    assert [label.address for label in found.related] == ["artifact/prices", "duty/checking"]
    assert "无人产出" in found.message.in_("zh")


def test_duties_steps_meetings_handoffs_writers_and_the_outside_provide() -> None:
    for source in (
        "workflows: {w: {steps: {list: {outputs: prices, end: true}}}}",
        "meetings: {weekly: {outputs: prices}}",
        "handoffs: {in: {from: maker, to: seller, artifacts: prices}}",
    ):
        check(TAKEN + source + "\n", select="DUT012")
    check(TAKEN + "  pricing: {raci: boss, deliverables: prices}\n", select="DUT012")
    for fields in ("{external: maker}", "{external: the market}", "{access: {write: boss}}"):
        check(TAKEN.replace("prices: {}", f"prices: {fields}"), select="DUT012")


def test_a_slip_in_a_deliverable_is_told_there_alone() -> None:
    check(TAKEN + "  pricing: {raci: boss, deliverables: price}\n", select="DUT012")


def test_a_department_may_leave_it_out_for_its_duties() -> None:
    found = compiled(
        """
        departments: {draft: {checks: {ignore: [DUT]}}}
        roles: {seller: {department: draft}}
        artifacts: {prices: {}}
        duties: {quoting: {raci: seller, inputs: prices}}
        """
    )
    assert "DUT012" not in {each.code for each in found.diagnostics}
