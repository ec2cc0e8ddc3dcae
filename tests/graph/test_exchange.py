from orgspec.graph.exchange import handed_over, sides_of_handoffs
from orgspec.testing import compiled

SPEC = """
departments:
  company: {kind: company}
  sales: {parent: company}
  inside-sales: {parent: sales}
  finance: {parent: company}
  stock: {parent: company}
roles:
  rep: {department: sales}
people:
  ann: {holds: rep}
handoffs:
  order: {from: %s, to: %s}
"""


def joined(giver: str, taker: str, one: str, other: str) -> bool:
    graph = compiled(SPEC % (giver, taker)).graph
    return handed_over(graph, sides_of_handoffs(graph), one, other)


def test_a_handoff_joins_two_departments_both_ways() -> None:
    assert joined("sales", "finance", "sales", "finance")
    assert joined("sales", "finance", "finance", "sales")
    assert not joined("sales", "finance", "sales", "stock")


def test_it_covers_all_below_them() -> None:
    assert joined("sales", "finance", "inside-sales", "finance")


def test_a_role_or_person_stands_for_the_department() -> None:
    assert joined("rep", "finance", "sales", "finance")
    assert joined("ann", "finance", "sales", "finance")


def test_the_company_as_a_whole_joins_nothing() -> None:
    assert not joined("company", "finance", "sales", "finance")
