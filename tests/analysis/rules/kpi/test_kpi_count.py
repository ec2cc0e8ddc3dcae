"""KPI005: kpi-count."""

from orgspec.testing import check


def _role(count: int, more: str = "") -> str:
    names = ", ".join(f"k{n}" for n in range(count))
    kpis = ", ".join(f"k{n}: {{}}" for n in range(count))
    return f"roles:\n  seller: {{{more}kpis: [{names}]}}\nkpis: {{{kpis}}}\n"


def test_a_ninth_kpi_is_one_too_many() -> None:
    check(_role(8), select="KPI005")
    text = _role(9).replace("\nkpis:", "\n" + " " * 10 + "#^^^^ KPI005\nkpis:")
    text = text.replace("          #^^^^", "  #" + " " * 8 + "^^^^")
    (found,) = check(text, select="KPI005")
    assert "9" in found.message.in_("en")
    assert "9 项" in found.message.in_("zh")


def test_a_department_may_allow_more() -> None:
    check(
        "departments: {sales: {checks: {options: {max_kpis: 14}}}}\n"
        + _role(14, "department: sales, "),
        select="KPI005",
    )


def test_a_minimum_is_asked_for_only_where_it_is_set() -> None:
    check("roles: {seller: {}}", select="KPI005")
    check(
        """
        checks: {options: {min_kpis: 2}}
        roles:
          director: {}
        # ^^^^^^^^ KPI005
          seller: {kpis: k}
          #        ^^^^ KPI005
          caller: {kpis: [k, l]}
          robot: {kind: system}
        kpis: {k: {}, l: {}}
        """,
        select="KPI005",
    )
