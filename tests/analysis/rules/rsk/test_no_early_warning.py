"""RSK003: no-early-warning."""

from orgspec.testing import check

HEAD = """
risks:
  theft: {impact: high, indicator: stock is short}
"""


def test_a_grave_risk_without_indicator_is_found_among_such_as_have_one() -> None:
    (found,) = check(
        HEAD
        + """
  fire: {likelihood: low, impact: high}
# ^^^^ RSK003
""",
        select="RSK003",
    )
    assert "没有预警指标" in found.message.in_("zh")
    (label,) = found.related
    assert label.source.text[label.span.start : label.span.end] == "high"


def test_one_of_which_nothing_is_said_is_grave_and_one_of_less_weight_is_not() -> None:
    check(
        HEAD
        + """
  flood: {category: nature}
# ^^^^^ RSK003
  noise: {likelihood: medium}
  dust: {likelihood: low, impact: medium}
  typo: {impact: hihg}
""",
        select="RSK003",
    )


def test_where_most_have_none_only_strict_asks() -> None:
    text = HEAD + "  fire: {impact: high}\n"
    check(text + "  flood: {impact: high}\n", select="RSK003")
    check(
        text + "# ^^^^ RSK003\n  flood: {impact: high}\n# ^^^^^ RSK003\n",
        select="RSK003",
        profile="strict",
    )
