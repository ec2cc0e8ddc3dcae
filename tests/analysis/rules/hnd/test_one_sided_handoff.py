"""HND001: one-sided-handoff."""

from orgspec.testing import check, findings

UNITS = """
departments:
  board: {head: boss}
  sales: {parent: board, head: seller}
  export: {parent: sales}
  stock: {parent: board, head: keeper}
roles:
  boss: {department: board}
  seller: {department: sales}
  exporter: {department: export}
  keeper: {department: stock}
partners: {forwarder: {}}
artifacts: {order: {}, note: {}, plan: {}}
duties:
  ordering: {raci: exporter, deliverables: order}
  packing: {raci: keeper, inputs: order, deliverables: note}
"""


def test_a_missing_side_is_found_at_the_handoff() -> None:
    (found,) = check(
        """
    handoffs:
      note: {artifacts: []}
    # ^^^^ HND001
    """,
        select="HND001",
    )
    assert "`from`, `to`" in found.message.in_("en")
    assert "`from`、`to`" in found.message.in_("zh")


def test_one_party_on_both_sides_is_found_at_to() -> None:
    check(
        UNITS
        + """
handoffs:
  order: {from: sales, to: sales, artifacts: order}
  #                        ^^^^^ HND001
""",
        select="HND001",
    )


def test_a_handoff_the_wrong_way_round_is_one_finding_at_the_artifact() -> None:
    check(
        UNITS
        + """
handoffs:
  order: {from: stock, to: sales, artifacts: [order]}
  #                                           ^^^^^ HND001
""",
        select="HND001",
    )


def test_whoever_makes_it_below_a_department_in_a_role_or_a_step_gives_it() -> None:
    check(
        UNITS
        + """
workflows:
  order:
    steps:
      place: {duty: ordering, next: pack}
      pack: {duty: packing, end: true}
handoffs:
  units: {from: sales, to: stock, artifacts: order}
  roles: {from: exporter, to: keeper, artifacts: order}
  steps: {from: order/place, to: order/pack, artifacts: order}
""",
        select="HND001",
    )


def test_what_nobody_makes_partners_unknown_names_and_handing_on_are_silent() -> None:
    check(
        UNITS
        + """
handoffs:
  nobody: {from: sales, to: stock, artifacts: plan}
  outside: {from: forwarder, to: stock, artifacts: order}
  slip: {from: slaes, to: stock, artifacts: order}
  first: {from: sales, to: board, artifacts: order}
  on: {from: board, to: stock, artifacts: order}
""",
        select="HND001",
    )


def test_an_artifact_that_the_taking_side_does_not_use_is_found() -> None:
    (found,) = check(
        UNITS
        + """
handoffs:
  order: {from: sales, to: boss, artifacts: [plan, order]}
  #                                                ^^^^^ HND001
""",
        select="HND001",
    )
    assert "duty/packing" in {label.address for label in found.related}
    assert "不是输入" in found.message.in_("zh")


def test_where_a_department_hangs_on_nothing_its_work_may_be_anybodys() -> None:
    text = """
    departments: {firm: {kind: company}, sales: {parent: firm}, team: {parent: sales}, stock: {parent: firm}}
    roles: {seller: {department: team}, keeper: {department: stock}}
    artifacts: {order: {}}
    duties:
      selling: {raci: seller, deliverables: order}
      keeping: {raci: keeper, inputs: order}
    handoffs: {h: {from: sales, to: stock, artifacts: order}}
    """
    assert not findings(text, select="HND001")
    assert not findings(text.replace("team: {parent: sales}", "team: {}"), select="HND001")
    moved = text.replace("team: {parent: sales}", "team: {parent: stock}")
    assert findings(moved.replace("to: stock", "to: firm"), select="HND001")
