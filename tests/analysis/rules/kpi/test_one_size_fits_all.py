"""KPI008: one-size-fits-all."""

from orgspec.testing import check

KPIS = "kpis: {a: {}, b: {}, c: {}, d: {}}\n"


def test_two_roles_with_one_score_sheet_are_found_at_the_second() -> None:
    (found,) = check(
        """
        roles:
          seller: {name: Seller, kpis: [a, {kpi: b, weight: 40%}, c]}
          purchaser: {kpis: [c, {weight: 40%, kpi: b}, a]}
          #           ^^^^ KPI008
          clerk: {kpis: [a, {kpi: b, weight: 40%}, c]}
        """
        + KPIS,
        select="KPI008",
    )
    assert [each.address for each in found.related] == ["role/seller", "role/clerk"]
    assert "Seller" in found.message.in_("en")
    assert "完全相同" in found.message.in_("zh")


def test_two_kpis_another_weight_another_target_or_one_more_are_silent() -> None:
    for lists in (
        ("[a, b]", "[a, b]"),
        ("[a, b, c]", "[a, b, {kpi: c, weight: 10%}]"),
        ("[a, b, c]", "[a, b, {kpi: c, target: ≥ 3}]"),
        ("[a, b, c]", "[a, b, {kpi: c, of: team}]"),
        ("[a, b, c]", "[a, b, c, d]"),
    ):
        one, other = lists
        text = f"roles: {{seller: {{kpis: {one}}}, purchaser: {{kpis: {other}}}}}\n"
        check(text + KPIS, select="KPI008")


def test_roles_of_one_name_or_one_base_are_one_kind_of_post() -> None:
    check(
        "roles: {north: {name: 区经理, kpis: [a, b, c]}, south: {name: 区经理, kpis: [a, b, c]}}\n"
        + KPIS,
        select="KPI008",
    )
    check(
        "roles: {base: {kpis: [a, b, c]}, north: {extends: base, kpis: [a, b, c]}}\n" + KPIS,
        select="KPI008",
    )
