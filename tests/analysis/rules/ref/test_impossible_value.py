"""REF010: values that cannot be."""

import pytest

from orgspec.testing import check, findings


def test_the_smallest_place_is_shown() -> None:
    (found,) = check(
        """
        people:
          li: {holds: [{role: a, share: 120%, since: 2026-05-01, until: 2026-04-01}]}
        #                               ^^^^ REF010
        """.replace(", since: 2026-05-01, until: 2026-04-01", ""),
        select="REF010",
    )
    assert "120%" in found.message.in_("zh")


@pytest.mark.parametrize(
    "text",
    [
        "people: {p: {holds: [{role: a, since: 2026-05-01, until: 2026-04-01}]}}",
        "people: {p: {holds: [{role: a, until: 2026-02-30}]}}",
        "people: {p: {holds: [{role: a, share: -5%}]}}",
        "roles: {a: {kpis: [{kpi: k, weight: 130%}]}}",
        "departments: {a: {kpis: [{kpi: k, weight: -1%}]}}",
        "duties: {a: {effort: 101%}}",
        "duties: {a: {effort: {x: 10%, y: 400%}}}",
        "roles: {a: {headcount: -1}}",
        "roles: {a: {headcount: {current: -0.5}}}",
        "roles: {a: {grade: P5-P3}}",
        "authorities: {a: {levels: [{role: x, up_to: -5}]}}",
        "authorities: {a: {max: -5}}",
        "workflows: {w: {within: 0 days}}",
        "workflows: {w: {steps: {s: {within: 0 hours}}}}",
        "handoffs: {h: {needed_within: 0小时}}",
        "meetings: {m: {duration: 0 minutes}}",
        "duties: {d: {tasks: [{name: x, effort: 0 hours}]}}",
        "document: {review_every: 0 months}",
        "organization: {calendar: {hours_per_day: 25}}",
        "organization: {calendar: {days_per_week: 0}}",
        "authorities: {a: {measure: '%', levels: [{role: x, up_to: 5万元}]}}",
        "authorities: {a: {measure: CNY, max: 500 USD}}",
        "authorities: {a: {measure: 天, max: 5%}}",
        "authorities: {a: {measure: '%'}}\n"
        "workflows: {w: {steps: {s: {authority: {id: a, up_to: 3 days}}}}}",
    ],
)
def test_an_impossible_value_is_found_once(text: str) -> None:
    assert len(findings(text, select="REF010")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "people: {p: {holds: [{role: a, since: 2026-05-01, until: 2026-05-01}]}}",
        "people: {p: {holds: [{role: a, share: 0%}, {role: b, share: 100%}]}}",
        "roles: {a: {headcount: 0, grade: P3-P5}, b: {headcount: 0.5}}",
        "kpis: {k: {target: ≥ 130%}, l: {target: -5}}",
        "workflows: {w: {escalation: [{after: 0 hours, to: owner}]}}",
        "authorities: {a: {measure: '%', levels: [{role: x, up_to: 5}], max: 30%}}",
        "authorities: {a: {measure: 元, max: CNY 5m}}",
        "authorities: {a: {measure: 万元, max: 50万元}}",
        "authorities: {a: {measure: 天, max: 5天}}",
        "authorities: {a: {measure: 合同金额, max: 50000元}}",
        "authorities: {a: {measure: discount, max: 10%}}",
    ],
)
def test_what_can_be_is_fine(text: str) -> None:
    check(text, select="REF010")
