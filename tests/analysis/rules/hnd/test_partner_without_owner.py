"""HND005: partner-without-owner."""

from orgspec.testing import check

ORG = """
departments: {sales: {head: seller}}
roles: {seller: {department: sales}}
"""


def test_a_partner_that_is_dealt_with_and_has_no_contact_is_found_once() -> None:
    (found,) = check(
        ORG
        + """
duties: {shipping: {raci: {A/R: seller, C: forwarder}, coordination: [{with: forwarder}]}}
handoffs: {h: {from: sales, to: forwarder}}
partners:
  forwarder: {kind: logistics}
# ^^^^^^^^^ HND005
""",
        select="HND005",
    )
    places = {"duty/shipping", "handoff/h"}
    assert {each.address for each in found.related} == places
    assert len(found.related) == 3
    assert "`forwarder`" in found.message.in_("en")
    assert "没有对接人" in found.message.in_("zh")


def test_a_contact_or_a_role_on_the_other_side_keeps_it() -> None:
    handoff = "handoffs: {h: {from: sales, to: forwarder}}\n"
    check(ORG + handoff + "partners: {forwarder: {contact: seller}}", select="HND005")
    check(ORG + handoff + "partners: {forwarder: {contact: ghost}}", select="HND005")
    check(
        ORG
        + "handoffs: {h: {from: sales, to: forwarder}, i: {from: forwarder, to: seller}}\n"
        + "partners: {forwarder: {}}",
        select="HND005",
    )
    check(ORG + "handoffs: {h: {from: ghost, to: p}}\npartners: {p: {}}", select="HND005")


def test_a_partner_that_nothing_names_is_silent() -> None:
    check(ORG + "partners: {forwarder: {}}", select="HND005")
