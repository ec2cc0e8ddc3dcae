"""References: what a name means, and what it does not."""

import pytest

from orgspec.model.program import Links
from orgspec.testing import check, compiled, findings


def links(text: str) -> Links:
    return compiled(text).program.links


def targets(text: str, address: str, field: str) -> tuple[str, ...]:
    return tuple(links(text).targets(address, field))


def test_a_bare_id_is_looked_up_among_the_kinds_of_its_field() -> None:
    text = "roles: {a: {kpis: [sales]}}\nkpis: {sales: }\nduties: {sales: }"
    assert targets(text, "role/a", "kpis") == ("kpi/sales",)


def test_an_address_names_one_kind() -> None:
    assert targets("roles: {a: , b: {deputy: role/a}}", "role/b", "deputy") == ("role/a",)


def test_a_party_in_a_cell_may_be_of_any_kind_of_party() -> None:
    text = "roles: {a: }\ndepartments: {b: }\nsystems: {c: }\nduties: {d: {raci: {A: a, R: a, I: [b, c]}}}"
    assert targets(text, "duty/d", "raci") == ("role/a", "role/a", "department/b", "system/c")


def test_a_step_is_found_beside_the_one_that_names_it() -> None:
    text = "workflows: {v: {steps: {a: {next: b}, b: {end: true}}}, w: {steps: {a: {next: b}, b: {end: true}}}}"
    assert targets(text, "step/w/a", "next") == ("step/w/b",)


def test_words_of_the_language_are_no_references() -> None:
    assert findings("roles: {a: {reports_to: none}}", select="REF") == ()


def test_an_unknown_name_is_shown_where_it_stands_with_near_ones() -> None:
    found = check(
        """
        roles:
          director: {reports_to: none}
          clerk: {reports_to: directer}
          #                   ^^^^^^^^ REF001
        """,
        select="REF001",
    )
    assert found[0].help is not None
    assert "`director`" in found[0].help.in_("en")


def test_every_unknown_name_of_a_list_is_a_finding_of_its_own() -> None:
    check(
        """
        roles: {a: {reports_to: none, deputy: [x, a, y]}}
        #                                      ^     ^ REF001, REF001
        """,
        select="REF001",
    )


def test_a_name_of_another_kind_says_what_it_is() -> None:
    (found,) = findings("departments: {d: {head: k}}\nkpis: {k: }", select="REF")
    assert found.code == "REF009"
    assert [label.address for label in found.related] == ["kpi/k"]


def test_a_name_is_the_same_however_its_accents_are_composed() -> None:
    text = "roles:\n  caf\u00e9: {reports_to: none}\n  b: {reports_to: cafe\u0301}\n"
    assert findings(text, select="REF") == ()


@pytest.mark.parametrize("name", ["role/", "/", "role/a/b", "zzz/a", "''"])
def test_a_malformed_address_is_an_unresolved_name(name: str) -> None:
    found = findings(f"roles: {{a: {{reports_to: {name}}}}}", select="REF")
    assert [d.code for d in found] == ["REF001"]


def test_names_in_a_mapping_are_found_by_their_letter() -> None:
    (found,) = findings("roles: {a: }\nduties: {d: {raci: {A: a, R: [a, ghost]}}}", select="REF001")
    assert found.place.source.text[found.place.span.start : found.place.span.end] == "ghost"


def test_who_names_an_entity_is_known_from_the_entity() -> None:
    program = compiled("roles: {a: , b: {reports_to: a, deputy: a}}").program
    assert sorted(link.route[0] for link in program.links.incoming["role/a"]) == [
        "deputy",
        "reports_to",
    ]
