"""KPI001: weight-total."""

from orgspec.testing import check

KPIS = """
kpis: {a: {frequency: monthly}, b: {frequency: monthly}, c: {frequency: yearly}}
"""


def test_weights_that_make_no_whole_are_found_at_the_key_with_each_weight() -> None:
    (found,) = check(
        KPIS
        + """
roles:
  seller:
    kpis: [{kpi: a, weight: 60%}, {kpi: b, weight: 30%}]
#   ^^^^ KPI001
""",
        select="KPI001",
    )
    assert "90 %" in found.message.in_("en") and len(found.related) == 2


def test_kpis_left_without_weight_are_named() -> None:
    (found,) = check(
        KPIS
        + """
departments:
  sales:
    kpis: [{kpi: a, weight: 60%}, b]
#   ^^^^ KPI001
""",
        select="KPI001",
    )
    assert found.help is not None and "`b`" in found.help.in_("zh")


def test_a_whole_together_or_within_each_frequency_or_no_weight_at_all_is_sound() -> None:
    check(
        KPIS
        + """
roles:
  x: {kpis: [{kpi: a, weight: 60%}, {kpi: b, weight: 39.95%}, c]}
  y: {kpis: [{kpi: a, weight: 70%}, {kpi: b, weight: 30%}, {kpi: c, weight: 100%}]}
  z: {kpis: [a, b]}
""",
        select="KPI001",
    )


def test_a_kpi_that_nothing_declares_still_weighs() -> None:
    check(
        KPIS
        + """
roles: {x: {kpis: [{kpi: a, weight: 60%}, {kpi: bb, weight: 40%}]}}
""",
        select="KPI001",
    )
