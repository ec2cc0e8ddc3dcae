"""ORG008: too many layers."""

from orgspec.testing import check, findings


def line(length: int, more: str = "") -> str:
    rows = [f"  r{n}: {{reports_to: r{n - 1}}}\n" for n in range(2, length + 1)]
    return "roles:\n  r1: {reports_to: none}\n" + "".join(rows) + more


def test_seven_layers_are_one_too_many_at_the_deepest_role() -> None:
    (found,) = findings(line(7), select="ORG008")
    assert found.address == "role/r7"
    assert [label.address for label in found.related] == [f"role/r{n}" for n in range(1, 7)]
    assert "7" in found.message.in_("zh")


def test_six_layers_are_fine() -> None:
    check(line(6), select="ORG008")


def test_from_a_thousand_planned_heads_eight_are_fine() -> None:
    many = "  m: {reports_to: r1, headcount: 995}\n"
    check(line(8, many), select="ORG008")
    assert len(findings(line(9, many), select="ORG008")) == 1


def test_a_limit_that_is_set_holds_for_large_organisations_too() -> None:
    many = "  m: {reports_to: r1, headcount: 995}\nchecks: {options: {layers: 5}}\n"
    assert len(findings(line(6, many), select="ORG008")) == 1


def test_assistants_and_agents_make_no_layer() -> None:
    check(line(6, "  x: {reports_to: r6, assistant: true}\n"), select="ORG008")
    check(line(6, "  x: {reports_to: r6, kind: ai-agent}\n"), select="ORG008")


def test_each_top_role_has_at_most_one_finding() -> None:
    assert len(findings(line(9, "  x: {reports_to: r7}\n"), select="ORG008")) == 1
