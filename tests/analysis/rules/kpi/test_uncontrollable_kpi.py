"""KPI009: uncontrollable-kpi."""

from orgspec.testing import check, findings

ORG = """
departments: {company: {}, sales: {parent: company, head: manager}}
roles:
  director: {department: company}
  manager: {department: sales, reports_to: director}
  seller: {department: sales, reports_to: manager}
"""


def test_a_role_that_has_no_part_in_the_figure_is_found() -> None:
    (found,) = check(
        ORG
        + """
  accountant: {reports_to: director, kpis: [{kpi: speed, weight: 100%}]}
  #                                               ^^^^^ KPI009
duties: {quoting: {raci: {A: manager, R: seller}, kpis: speed}}
kpis: {speed: {owner: accountant}}
""",
        select="KPI009",
    )
    assert [each.address for each in found.related] == ["duty/quoting"]
    assert "`speed`" in found.message.in_("en")
    assert "考核" in found.message.in_("zh")


def test_who_does_it_answers_for_it_or_stands_above_is_silent() -> None:
    text = ORG.replace("{department:", "{kpis: speed, department:")
    check(
        text + "duties: {quoting: {raci: {A: manager, R: seller}}}\n"
        "kpis: {speed: {measures: quoting}}\n",
        select="KPI009",
    )


def test_a_step_counts_with_its_duty_and_a_workflow_with_its_owner() -> None:
    check(
        ORG
        + """
  clerk: {kpis: [step-time, whole-time, speed], reports_to: director}
  owner: {kpis: [whole-time]}
  stranger: {kpis: [step-time]}
  #                 ^^^^^^^^^ KPI009
duties: {signing: {raci: clerk}, quoting: {raci: seller, kpis: speed}}
workflows:
  w: {owner: owner, steps: {one: {duty: signing, next: two}, two: {raci: {R: clerk}, duty: quoting, end: true}}}
kpis: {step-time: {measures: w/one}, whole-time: {measures: workflow/w}, speed: {}}
""",
        select="KPI009",
    )


def test_the_head_of_a_department_that_lists_it_may_be_measured_by_it() -> None:
    text = """
departments: {works: {head: foreman, kpis: speed}}
roles: {foreman: {department: works, kpis: speed}, seller: {}}
duties: {quoting: {raci: seller, kpis: speed}}
kpis: {speed: {}}
"""
    check(text, select="KPI009")


def test_what_no_duty_lists_or_nobody_is_known_to_do_is_not_judged() -> None:
    check("roles: {a: {kpis: speed}}\nkpis: {speed: {}}", select="KPI009")
    check(
        "roles: {a: {kpis: speed}}\nkpis: {speed: {}}\n"
        "duties: {d: {raci: ghost, kpis: speed}, e: {kpis: speed}}",
        select="KPI009",
    )


def test_where_nobody_answers_or_works_only_that_is_said() -> None:
    text = (
        ORG
        + """
  accountant: {reports_to: director, kpis: speed}
duties: {quoting: {raci: {A: manager, R: seller}, kpis: speed}}
kpis: {speed: {}}
"""
    )
    assert len(findings(text, select="KPI009")) == 1
    assert not findings(text.replace("{A: manager, R: seller}", "{A: manager}"), select="KPI009")
    assert not findings(text.replace("{A: manager, R: seller}", "{R: seller}"), select="KPI009")


def test_a_line_that_is_cut_or_circles_may_lead_to_anybody() -> None:
    text = (
        ORG.replace("director: {", "director: {reports_to: none, kpis: speed, ")
        + "duties: {quoting: {raci: {A: manager, R: seller}, kpis: speed}}\nkpis: {speed: {}}\n"
    )
    cut = text.replace("head: manager}", "head: seller}").replace(
        "{department: sales, reports_to: director}", "{department: sales%s}"
    )
    assert not findings(text, select="KPI009")
    assert not findings(cut % "", select="KPI009")
    assert not findings(cut % ", reports_to: seller", select="KPI009")
    assert findings(cut % ", reports_to: none", select="KPI009")
