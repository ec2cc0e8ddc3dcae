"""HND002: incomplete-handoff."""

from orgspec.testing import check

ROLES = "roles: {seller: {}, keeper: {}}\nartifacts: {order: {}}\n"


def test_a_handoff_without_artifacts_is_found_at_its_id() -> None:
    check(
        ROLES
        + """
handoffs:
  order: {from: seller, to: keeper}
# ^^^^^ HND002
""",
        select="HND002",
    )


def test_acceptance_is_asked_for_where_half_of_the_handoffs_have_it() -> None:
    (found,) = check(
        ROLES
        + """
handoffs:
  order: {from: seller, to: keeper, artifacts: order, acceptance: complete}
  return: {from: keeper, to: seller, artifacts: order}
# ^^^^^^ HND002
""",
        select="HND002",
    )
    assert "`acceptance`" in found.message.in_("zh")


SPARSE = (
    ROLES
    + """
handoffs:
  order: {from: seller, to: keeper, artifacts: order, acceptance: complete}
  return: {from: keeper, to: seller, artifacts: order}
  other: {from: keeper, to: seller, artifacts: order}
"""
)


def test_where_few_have_acceptance_none_is_asked_for() -> None:
    check(SPARSE, select="HND002")


def test_strict_asks_for_it_all_the_same() -> None:
    check(
        SPARSE.replace("  other", "# ^^^^^^ HND002\n  other") + "# ^^^^^ HND002\n",
        select="HND002",
        profile="strict",
    )
