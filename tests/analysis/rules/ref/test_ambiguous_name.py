"""REF005: two things of one name."""

from orgspec.testing import check, findings


def test_equal_names_of_one_kind_are_found_without_case_and_width() -> None:
    (found,) = check(
        """
        systems:
          erp: {name: ERP System}
          old: {name: ＥＲＰ  system}
        #             ^^^^^^^^^^^ REF005
        """,
        select="REF005",
    )
    assert found.related[0].address == "system/erp"


def test_an_alias_counts_as_a_name() -> None:
    check(
        """
        kpis:
          a: {name: 转化率}
          b: {name: 成交率, aliases: [转化率]}
        #                          ^^^ REF005
        """,
        select="REF005",
    )


def test_names_of_different_locales_do_not_clash() -> None:
    check(
        """
        organization: {locales: [zh, en]}
        systems:
          a: {name: {zh: X, en: Y}}
          b: {name: {zh: Y, en: X}}
        """,
        select="REF005",
    )


def test_a_bare_name_is_meant_for_every_locale_and_told_once() -> None:
    text = """
    organization: {locales: [zh, en]}
    systems: {a: {name: CRM}, b: {name: {zh: CRM, en: CRM}}}
    """
    assert len(findings(text, select="REF005")) == 1


def test_roles_are_compared_within_their_department_only() -> None:
    text = """
    departments: {x: {}, y: {}}
    roles:
      a: {name: Clerk, department: x}
      b: {name: Clerk, department: y}
      c: {name: clerk, department: y}
    """
    assert [d.address for d in findings(text, select="REF005")] == ["role/c"]


def test_steps_and_functions_are_compared_within_their_owner_only() -> None:
    check(
        """
        departments:
          x: {functions: {f: {name: Same}}}
          y: {functions: {f: {name: Same}}}
        workflows:
          v: {steps: {s: {name: Same}}}
          w: {steps: {s: {name: Same}}}
        """,
        select="REF005",
    )


def test_people_may_share_a_name_and_kinds_too() -> None:
    check(
        "people: {a: {name: 李娜}, b: {name: 李娜}}\nsystems: {s: {name: ERP}}\n"
        "artifacts: {t: {name: ERP}}",
        select="REF005",
    )


def test_an_alias_of_one_locale_counts_there_alone() -> None:
    check(
        """
        organization: {locales: [zh, en]}
        kpis:
          a: {name: {zh: 转化率, en: Conversion}}
          b: {name: {zh: 成交率, en: Rate}, aliases: [{en: 转化率}]}
          c: {name: {zh: 签约率, en: Share}, aliases: {en: Signed, zh: 转化率}}
        #                                                           ^^^ REF005
        """,
        select="REF005",
    )
