"""SOD007: end-to-end-control."""

from orgspec.testing import findings

TEXT = """
roles: {boss: {}, buyer: {name: Buyer}, clerk: {}}
duties:
  ask: {raci: {A: boss, R: buyer}, object: tools, action: request}
  bargain: {raci: {A: boss, R: buyer}, object: tools, action: negotiate}
separations:
  tools: {object: tools, actions: [authorise, pay]}
"""


def told(text: str) -> list[str]:
    return [d.message.in_("en") for d in findings(text, select="SOD007")]


def test_one_role_does_all_that_is_done_with_an_object() -> None:
    (found,) = findings(TEXT, select="SOD007")
    assert found.message.in_("en") == (
        "`Buyer` alone does all that is done with `tools`, which `tools` is about: `ask`,"
        " `negotiate`"
    )
    assert "`申请`、`谈判`" in found.message.in_("zh")
    assert found.address == "role/buyer"
    assert {x.address for x in found.related} >= {"duty/bargain", "separation/tools"}


def test_a_class_that_another_does_or_a_single_class_is_fine() -> None:
    assert not told(
        TEXT.replace(
            "R: buyer}, object: tools, action: neg", "R: clerk}, object: tools, action: neg"
        )
    )
    assert not told(TEXT.replace("action: negotiate", "action: request"))
    assert not told(TEXT.replace("object: tools, actions", "object: cars, actions"))


def test_a_person_does_so_through_two_roles() -> None:
    text = TEXT.replace(
        "R: buyer}, object: tools, action: neg", "R: clerk}, object: tools, action: neg"
    )
    people = "people: {lin: {holds: [buyer, clerk]}}\n"
    (found,) = findings(text + people, select="SOD007")
    assert found.address == "person/lin"


def test_who_does_two_sides_is_told_so_instead() -> None:
    text = TEXT.replace("[authorise, pay]", "[ask, negotiate]")
    assert not told(text)
    assert len(findings(text, select="SOD001")) == 1
