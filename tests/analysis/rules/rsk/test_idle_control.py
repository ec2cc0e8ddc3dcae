"""RSK004: idle-control."""

from orgspec.testing import check

HEAD = """
roles: {clerk: {}}
duties: {counting: {raci: clerk}}
risks:
  theft: {controls: [{name: stock is counted, duty: counting}]}
"""


def test_a_control_that_nothing_carries_is_found_among_such_as_are_carried() -> None:
    (found,) = check(
        HEAD
        + """
  fire: {controls: [{name: 不得吸烟}]}
  #                        ^^^^ RSK004
""",
        select="RSK004",
    )
    assert "`不得吸烟`" in found.message.in_("en") and "没有承载者" in found.message.in_("zh")


def test_steps_meetings_systems_partners_and_unknown_names_carry() -> None:
    check(
        HEAD
        + """
  fire:
    controls: [{name: a, step: w/go}, {name: b, meeting: m}, {name: c, system: s},
               {name: d, partner: p}, {name: e, duty: nothing}]
workflows: {w: {steps: {go: {end: true}}}}
meetings: {m: {}}
systems: {s: {}}
partners: {p: {}}
""",
        select="RSK004",
    )


def test_where_most_are_bare_only_strict_asks() -> None:
    check(HEAD + "  fire: {controls: [{name: a}, {name: b}]}\n", select="RSK004")
    check(
        HEAD
        + """
  fire: {controls: [{name: a}, {name: b}]}
  #                        ^          ^ RSK004
""",
        select="RSK004",
        profile="strict",
    )
