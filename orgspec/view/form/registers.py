"""The data of registers."""

from __future__ import annotations

from orgspec.view.form.shape import Facted, Listed, Shape

_FIGURES = {"planned": "planned", "in_post": "in_post", "empty": "vacant", "over": "over"}

HEADCOUNT = Shape(
    lists=(
        Listed(
            "departments",
            "hc_departments",
            {"unit_with_all": "name", "unit": "name", "posts_count": "posts", **_FIGURES},
            ("headcount by department", "按部门的定编"),
        ),
        Listed(
            "posts",
            "hc_posts",
            {
                "post": "name|note", "post_number": "number", "grade": "grade", **_FIGURES,
                "holders": "holders",
            },
            ("headcount by post", "按岗位的定编"),
            group="department",
        ),
        Listed(
            "grades",
            "hc_grades",
            {"grade": "grade", "posts_count": "posts", **_FIGURES},
            ("headcount by grade", "按职级的定编"),
        ),
    ),
)  # fmt: skip

APPRAISAL = Shape(
    facts=(
        Facted(
            "post",
            "s_identification",
            {
                "post": "name", "department": "department", "superior": "superior",
                "holders": "holders", "post_number": "number", "appraised_period": "period",
            },
            ("whose sheet it is", "被考核岗位"),
        ),
    ),
    lists=(
        Listed(
            "kpis",
            "s_measures",
            {
                "number": "number", "kpi": "name|note", "kpi_weight": "weight",
                "target": "target", "formula": "formula", "source": "source",
                "period": "period", "assessor": "assessor", "incentive": "incentive",
                "actual": "actual", "score": "score",
            },
            (
                "the KPIs; `actual` and `score` are empty, to be filled in by hand",
                "考核指标；`actual`、`score` 留空供手填",
            ),
            group="category",
        ),
    ),
)  # fmt: skip

AUTHORITIES = Shape(
    lists=(
        Listed(
            "levels",
            "s_levels",
            {
                "order": "order", "act": "act", "post": "post", "over_amount": "over",
                "up_to_amount": "up_to", "measured_in": "unit", "condition": "condition",
            },
            ("who decides what, up to which amount", "审批权限：岗位与金额"),
            group="matter",
        ),
    ),
)  # fmt: skip

RISKS = Shape(
    lists=(
        Listed(
            "risks",
            "s_risks",
            {
                "number": "number", "risk": "name|note", "category": "category",
                "likelihood": "likelihood", "impact": "impact", "rating": "rating",
                "owner": "owner", "indicator": "indicator", "controls": "controls[]",
                "contingency": "contingency", "accepted": "accepted[]",
            },
            ("the risks, the gravest first", "风险，严重者在前"),
        ),
    ),
)  # fmt: skip

MEETINGS = Shape(
    lists=(
        Listed(
            "meetings",
            "",
            {
                "meeting": "name|note", "when": "when", "how_long": "duration", "chair": "chair",
                "attendees": "attendees", "place": "place", "agenda": "agenda[]",
                "inputs": "inputs[]", "outputs": "outputs[]", "decides": "decides[]",
            },
            ("the meetings", "会议"),
        ),
    ),
)  # fmt: skip

GLOSSARY = Shape(
    lists=(
        Listed(
            "terms",
            "",
            {
                "term": "term", "definition": "definition", "also_called": "also_called",
                "used_in": "used_in",
            },
            ("the terms", "术语"),
        ),
    ),
)  # fmt: skip
