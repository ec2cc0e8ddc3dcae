"""Somebody leaves, or two posts become one: what is left without."""

from pathlib import Path

import pytest

from orgspec.analysis.consequence import Consequences
from orgspec.graph.lacking import Want
from orgspec.testing import compiled
from orgspec.workspace import compile_path
from orgspec.workspace.supposing import suppose_merged, suppose_without

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
SHOP = """
departments:
  shop:
    head: boss
    functions: {selling: {name: Selling}}
roles:
  boss: {reports_to: none, department: shop}
  seller: {reports_to: boss, department: shop, deputy: clerk}
  clerk: {reports_to: seller, department: shop}
people:
  ada: {holds: boss}
  bo: {holds: seller}
  cy: {holds: clerk}
duties:
  sell: {fulfils: shop/selling, raci: {A: boss, R: seller}}
  file: {raci: {A: seller, R: clerk}}
  guide: {raci: boss}
authorities:
  prices: {levels: [{role: seller, up_to: 5}, {role: boss}]}
workflows:
  order:
    owner: boss
    steps:
      take: {raci: {A: boss, R: seller}, next: book}
      book: {duty: file, end: true}
"""


def without(text: str, *addresses: str) -> Consequences:
    return suppose_without(compiled(text), addresses)


def merged(text: str, kept: str, absorbed: str) -> Consequences:
    return suppose_merged(compiled(text), kept, absorbed)


def left(told: Consequences, want: Want) -> list[str]:
    return [lack.address for lack in told.lacks if lack.want is want]


def codes(told: Consequences) -> list[str]:
    return [each.code for each in told.findings]


# --- people ---


def test_what_only_one_person_answers_for_has_nobody_without_them() -> None:
    told = without(SHOP, "person/ada")
    assert left(told, Want.ANSWER) == ["duty/sell", "duty/guide", "step/order/take"]
    assert left(told, Want.DO) == ["duty/guide"]
    assert left(told, Want.LEAD) == ["department/shop"]
    assert left(told, Want.FILL) == ["role/boss"]
    assert not told.harmless


def test_a_deputy_takes_over_and_nothing_is_left_without() -> None:
    told = without(SHOP, "person/bo")
    assert told.lacks == ()
    [taken] = told.taken
    assert (taken.role.id, taken.deputy.id, [p.id for p in taken.people]) == (
        "seller",
        "clerk",
        ["cy"],
    )
    assert [borne.row.address for borne in taken.borne][:2] == ["duty/sell", "duty/file"]
    assert told.harmless


def test_a_deputy_who_goes_too_stands_in_for_nobody() -> None:
    told = without(SHOP, "person/bo", "person/cy")
    assert left(told, Want.DO) == ["duty/sell", "duty/file"]
    assert left(told, Want.STEP) == ["step/order/take", "step/order/book"]
    assert left(told, Want.END) == ["workflow/order"]
    assert told.taken == ()


def test_the_last_people_of_a_department_leave_it_empty_and_not_unknown() -> None:
    told = without(SHOP, "person/ada", "person/bo", "person/cy")
    assert left(told, Want.FILL) == ["role/boss", "role/seller", "role/clerk"]
    assert left(told, Want.DECIDE) == ["authority/prices", "authority/prices"]


def test_one_of_two_holders_leaves_nothing_behind() -> None:
    text = SHOP.replace("cy: {holds: clerk}", "cy: {holds: clerk}\n  di: {holds: boss}")
    assert without(text, "person/ada").lacks == ()


def test_a_cell_that_names_the_person_still_means_the_post() -> None:
    text = SHOP.replace("guide: {raci: boss}", "guide: {raci: {A: boss, R: cy}}")
    text = text.replace("cy: {holds: clerk}", "cy: {holds: clerk}\n  di: {holds: clerk}")
    assert left(without(text, "person/cy"), Want.DO) == []


def test_what_nobody_covered_before_is_nothing_new() -> None:
    text = SHOP.replace("cy: {holds: clerk}", "cy: {}")
    told = without(text, "person/bo")
    assert "duty/file" not in left(told, Want.DO)
    assert left(told, Want.DO) == ["duty/sell"]


def test_a_vacant_level_goes_up_where_the_authority_says_so() -> None:
    text = SHOP.replace("deputy: clerk", "deputy: []")
    assert left(without(text, "person/bo"), Want.DECIDE) == ["authority/prices"]
    text = text.replace("prices: {", "prices: {when_vacant: up-one-level, ")
    assert left(without(text, "person/bo"), Want.DECIDE) == []


def test_an_acting_holder_covers_as_well() -> None:
    text = SHOP.replace("cy: {holds: clerk}", "cy: {holds: [{role: boss, acting: true}, clerk]}")
    assert without(text, "person/ada").lacks == ()


# --- separations ---

BANK = """
roles:
  head: {reports_to: none}
  payer: {reports_to: head, deputy: approver}
  approver: {reports_to: head}
people:
  ada: {holds: head}
  bo: {holds: payer}
  cy: {holds: approver}
duties:
  pay: {raci: {A: head, R: payer}}
  approve: {raci: {A: head, R: approver}}
separations:
  money: {between: [pay, approve]%s}
"""


def test_a_deputy_who_must_not_do_both_breaks_the_separation() -> None:
    told = without(BANK % "", "person/bo")
    assert codes(told) == ["SOD002"]
    assert "`cy` does two things that `money` keeps apart" in told.findings[0].message.in_("en")
    assert not told.harmless


def test_an_accepted_conflict_of_the_deputy_is_silent() -> None:
    accepted = ", accepted: {control: c, owner: head, until: 2027-01-01, for: [cy, payer]}"
    assert without(BANK % accepted, "person/bo").harmless


def test_an_acceptance_for_the_one_who_goes_is_none_for_all_others() -> None:
    accepted = ", accepted: {control: c, owner: head, until: 2027-01-01, for: bo}"
    assert codes(without(BANK % accepted, "person/bo")) == ["SOD002"]


def test_two_posts_that_must_be_apart_cannot_be_merged() -> None:
    told = merged(BANK % "", "role/payer", "role/approver")
    assert codes(told) == ["SOD001"]


# --- roles, departments, partners, systems ---


def test_a_role_takes_its_cells_and_levels_along() -> None:
    told = without(SHOP, "role/seller")
    assert left(told, Want.DO) == ["duty/sell"]
    assert left(told, Want.ANSWER) == ["duty/file"]
    assert left(told, Want.STEP) == ["step/order/take"]
    assert left(told, Want.FILL) == []


def test_the_reports_of_a_role_go_to_its_superior() -> None:
    told = without(SHOP, "role/seller")
    assert told.after.reporting.above["clerk"] == "boss"
    assert not [code for code in codes(told) if code.startswith("ORG")]


def test_the_reports_of_a_removed_superior_go_past_all_that_are_gone() -> None:
    text = SHOP.replace("duties:", "  di: {holds: temp}\nduties:").replace(
        "people:", "  temp: {reports_to: clerk, department: shop}\npeople:"
    )
    told = without(text, "role/seller", "role/clerk")
    assert told.after.reporting.above["temp"] == "boss"


def test_an_authority_without_its_only_level_is_out_of_reach() -> None:
    text = SHOP.replace("{role: seller, up_to: 5}, ", "")
    assert left(without(text, "role/boss"), Want.DECIDE) == ["authority/prices"]


def test_a_department_takes_all_below_it_along() -> None:
    text = SHOP.replace("  shop:\n", "  house: {head: lord}\n  shop:\n    parent: house\n").replace(
        "roles:", "roles:\n  lord: {reports_to: none, department: house}"
    )
    told = without(text, "department/house")
    after = told.after.organisation
    assert (dict(after.departments), dict(after.roles), dict(after.functions)) == ({}, {}, {})
    assert left(told, Want.DO) == ["duty/sell", "duty/file", "duty/guide"]


def test_a_partner_who_did_the_work_leaves_it_undone() -> None:
    text = SHOP.replace("guide: {raci: boss}", "guide: {raci: {A: boss, R: helper}}")
    told = without(text + "partners: {helper: {contact: boss}}\n", "partner/helper")
    assert left(told, Want.DO) == ["duty/guide"]


def test_a_system_that_nothing_needs_may_go() -> None:
    told = without(SHOP + "systems: {till: {owner: boss}}\n", "system/till")
    assert told.harmless
    assert told.findings == ()


def test_no_reference_is_left_to_what_is_gone() -> None:
    for sample in ("small-firm", "trade-management", "hospital-ward", "regional-sales"):
        compilation = compile_path(SAMPLES / sample)
        known = set(compilation.program.links.unresolved)
        for role in compilation.organisation.roles.values():
            told = suppose_without(compilation, [role.address])
            assert set(told.after.links.unresolved) <= known, (sample, role.id)
            assert not [code for code in codes(told) if code.startswith(("REF", "SYN", "PLG"))]


def test_an_address_of_nothing_is_an_error() -> None:
    with pytest.raises(KeyError):
        without(SHOP, "person/nobody")


# --- merging ---


def test_what_was_the_second_posts_is_the_firsts() -> None:
    told = merged(SHOP, "role/seller", "role/clerk")
    after = told.after
    assert list(after.organisation.roles) == ["boss", "seller"]
    assert after.row(after.organisation.duties["file"]).roles("R") == ("seller",)
    assert after.coverage.holders("seller") == ("bo", "cy")
    assert after.role("seller").headcount.planned == 2
    assert after.role("seller").deputy == ()
    assert told.lacks == ()


def test_a_superior_made_part_of_its_report_leaves_the_line_whole() -> None:
    after = merged(SHOP, "role/clerk", "role/seller").after
    assert after.reporting.above == {"clerk": "boss"}


def test_a_top_role_made_part_of_its_report_makes_it_the_top() -> None:
    after = merged(SHOP, "role/seller", "role/boss").after
    assert after.role("seller").reports_to == ("none",)
    assert after.head_of == {"shop": "seller"}
    assert after.top_roles == {"seller"}


def test_who_does_it_is_not_asked_as_well() -> None:
    text = SHOP.replace("R: seller}}\n  file", "R: seller, C: clerk}}\n  file")
    after = merged(text, "role/seller", "role/clerk").after
    assert dict(after.organisation.duties["sell"].raci) == {
        "A": ("boss",),
        "R": ("seller",),
        "C": (),
    }


def test_weights_of_two_full_lists_are_too_much_for_one() -> None:
    text = SHOP.replace("deputy: clerk}", "kpis: [{kpi: a, weight: 100%}]}").replace(
        "clerk: {", "clerk: {kpis: [{kpi: b, weight: 100%}], "
    )
    told = merged(text + "kpis: {a: {}, b: {}}\n", "role/seller", "role/clerk")
    assert "KPI001" in codes(told)


def test_who_holds_both_posts_holds_one_with_both_shares() -> None:
    text = SHOP.replace(
        "bo: {holds: seller}",
        "bo: {holds: [{role: seller, share: 60%}, {role: clerk, share: 30%}]}",
    )
    [hold] = merged(text, "role/seller", "role/clerk").after.organisation.people["bo"].holds
    assert hold.role == "seller"
    assert hold.share == 90


def test_efforts_are_added() -> None:
    text = SHOP.replace(
        "file: {raci: {A: seller, R: clerk}}",
        "file: {raci: {A: boss, R: [seller, clerk]}, effort: {seller: 20%, clerk: 50%}}",
    )
    duty = merged(text, "role/seller", "role/clerk").after.organisation.duties["file"]
    assert duty.effort == {"seller": 70}
    assert duty.raci["R"] == ("seller",)


def test_a_handoff_between_the_two_is_none_any_more() -> None:
    text = SHOP + "handoffs: {h: {from: seller, to: clerk, artifacts: [a]}}\nartifacts: {a: {}}\n"
    assert dict(merged(text, "role/seller", "role/clerk").after.organisation.handoffs) == {}


def test_a_vacant_post_in_a_department_that_loses_its_people_stays_vacant() -> None:
    text = SHOP.replace("  shop:\n", "  back: {parent: shop, head: clerk}\n  shop:\n")
    text = text.replace(
        "reports_to: seller, department: shop", "reports_to: seller, department: back"
    )
    text = text.replace(
        "people:", "  packer: {reports_to: clerk, department: back}\npeople:"
    ).replace("guide: {raci: boss}", "guide: {raci: {A: boss, R: packer}}")
    told = merged(text, "role/seller", "role/clerk")
    assert not told.after.coverage.is_covered("packer")
    assert left(told, Want.DO) == []


def test_posts_that_fit_together_may_be_one() -> None:
    assert merged(SHOP, "role/seller", "role/clerk").harmless


def test_every_two_roles_of_a_sample_can_be_merged() -> None:
    compilation = compile_path(SAMPLES / "small-firm")
    known = set(compilation.program.links.unresolved)
    roles = [role.address for role in compilation.organisation.roles.values()]
    for kept, absorbed in zip(roles, [*roles[5:], *roles[:5]], strict=True):
        told = suppose_merged(compilation, kept, absorbed)
        assert set(told.after.links.unresolved) <= known
        assert not [code for code in codes(told) if code.startswith(("REF", "SYN", "PLG"))]


# --- samples ---


def test_a_small_firm_without_its_owner_goes_on_through_deputies() -> None:
    told = suppose_without(compile_path(SAMPLES / "small-firm"), ["person/duan-qing"])
    assert told.harmless
    assert {(t.role.id, t.deputy.id) for t in told.taken} == {
        ("general-manager", "sales-lead"),
        ("green-buyer", "head-roaster"),
    }


def test_the_places_of_findings_are_those_of_the_text() -> None:
    text = SHOP.replace("R: seller}}\n  file", "R: [clerk, seller, boss, x]}}\n  file")
    program = without(text, "role/clerk").after.program
    links = program.links.of("duty/sell", "raci")
    origin = program.origins["duty/sell"]
    written = [origin.source.text[(s := origin.span(x.route)).start : s.end] for x in links]
    assert written == [link.text for link in links]
