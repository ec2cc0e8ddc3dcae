"""HND003: undeclared-handoff."""

from orgspec.testing import check

UNITS = """
departments:
  firm: {kind: company, head: boss}
  sales: {parent: firm, head: seller}
  export: {parent: sales}
  stock: {parent: firm, head: keeper}
  dock: {parent: stock}
roles:
  boss: {department: firm}
  seller: {department: sales}
  exporter: {department: export}
  keeper: {department: stock}
  loader: {department: dock}
people: {li: {holds: loader}}
artifacts: {order: {}}
"""
CHAIN = """
workflows:
  order:
    steps:
      place: {raci: exporter, next: load}
      load: {raci: loader, end: true}
handoffs:
"""


def test_a_crossing_without_handoff_is_found_at_the_edge() -> None:
    (found,) = check(
        UNITS
        + """
workflows:
  order:
    steps:
      place: {raci: exporter, next: load}
      #                             ^^^^ HND003
      load: {raci: loader, end: true}
handoffs: {back: {from: dock, to: export, artifacts: order}}
""",
        select="HND003",
    )
    assert found.help is not None and "from: export, to: dock" in found.help.in_("en")


def test_a_handoff_of_the_departments_above_of_roles_steps_or_holders_serves() -> None:
    for sides in (
        "{from: sales, to: stock}",
        "{from: export, to: dock}",
        "{from: exporter, to: li}",
        "{from: order/place, to: order/load}",
        "{from: slaes, to: stock}",
    ):
        check(UNITS + CHAIN + f"  one: {sides}\n", select="HND003")


def test_the_whole_company_matches_nothing() -> None:
    text = UNITS + CHAIN.replace(
        "load}\n", "load}\n      #                             ^^^^ HND003\n", 1
    )
    check(text + "  one: {from: firm, to: stock}\n", select="HND003")


def test_a_pair_of_departments_is_one_finding_a_workflow() -> None:
    (found,) = check(
        UNITS
        + """
workflows:
  order:
    steps:
      place: {raci: exporter, next: [{to: load, when: urgent}, {to: lift, otherwise: true}]}
      #                                   ^^^^ HND003
      load: {raci: loader, end: true}
      lift: {raci: loader, end: true}
handoffs: {back: {from: dock, to: export, artifacts: order}}
""",
        select="HND003",
    )
    assert len(found.related) == 3


def test_gateways_and_events_between_two_departments_are_passed_over() -> None:
    check(
        UNITS
        + """
workflows:
  order:
    steps:
      place: {raci: exporter, next: which}
      #                             ^^^^^ HND003
      which: {kind: gateway, next: [{to: load, when: urgent}, {to: told, otherwise: true}]}
      told: {kind: event, next: load}
      load: {raci: loader, end: true}
handoffs: {back: {from: dock, to: export, artifacts: order}}
""",
        select="HND003",
    )


def test_steps_of_one_line_of_departments_and_specs_without_handoffs_are_silent() -> None:
    check(
        UNITS
        + """
workflows:
  order: {steps: {place: {raci: exporter, next: sign}, sign: {raci: seller, end: true}}}
handoffs: {back: {from: dock, to: export, artifacts: order}}
""",
        select="HND003",
    )
    check(UNITS + CHAIN.replace("handoffs:\n", ""), select="HND003")


def test_a_called_workflow_is_done_by_its_owner() -> None:
    check(
        UNITS
        + """
workflows:
  loading: {owner: loader, steps: {load: {raci: loader, end: true}}}
  order:
    steps:
      place: {raci: exporter, next: load}
      #                             ^^^^ HND003
      load: {call: loading, end: true}
handoffs: {back: {from: dock, to: export, artifacts: order}}
""",
        select="HND003",
    )
