"""DUT013: several-producers."""

from orgspec.testing import check

MADE = """
roles: {seller: {}, clerk: {}, boss: {}}
artifacts: {customers: {}}
duties:
  listing: {raci: seller, deliverables: customers}
"""


def test_two_duties_of_different_roles_are_found_at_the_second() -> None:
    (found,) = check(
        MADE
        + """
  keeping: {raci: clerk, deliverables: customers}
  #                                    ^^^^^^^^^ DUT013
""",
        select="DUT013",
    )
    assert [label.address for label in found.related] == ["duty/listing", "artifact/customers"]
    assert "责任人" in found.message.in_("zh")


def test_an_owner_or_a_common_role_settles_it() -> None:
    check(
        MADE.replace("{customers: {}}", "{customers: {owner: boss}}")
        + "  keeping: {raci: clerk, deliverables: customers}\n",
        select="DUT013",
    )
    check(
        MADE + "  keeping: {raci: {A: boss, R: [clerk, seller]}, deliverables: customers}\n",
        select="DUT013",
    )


def test_steps_of_different_workflows_are_found_and_of_one_workflow_not() -> None:
    check(
        """
    roles: {seller: {}, clerk: {}}
    artifacts: {customers: {}}
    workflows:
      one: {steps: {a: {raci: seller, outputs: customers, end: true}}}
      two: {steps: {b: {raci: clerk, outputs: customers, end: true}}}
      #                                       ^^^^^^^^^ DUT013
    """,
        select="DUT013",
    )
    check(
        """
    roles: {seller: {}, clerk: {}}
    artifacts: {customers: {}}
    workflows:
      one:
        steps:
          a: {raci: seller, outputs: customers, next: b}
          b: {raci: clerk, outputs: customers, end: true}
    """,
        select="DUT013",
    )


def test_a_step_and_its_duty_are_one_and_so_are_those_that_one_workflow_joins() -> None:
    check(
        MADE
        + """
workflows:
  one:
    steps:
      a: {duty: listing, raci: {R: boss}, outputs: customers, next: b}
      b: {raci: clerk, outputs: customers, end: true}
""",
        select="DUT013",
    )
