"""The data of each kind of document: names that stay, whatever the printed page looks like."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from orgspec.view.form.organisational import AGREEMENT, CHARTER, WORKFLOW
from orgspec.view.form.registers import APPRAISAL, AUTHORITIES, GLOSSARY, HEADCOUNT, MEETINGS, RISKS
from orgspec.view.form.shape import Facted, Listed, Shape, Told

JOB = Shape(
    facts=(
        Facted(
            "post",
            "s_identification",
            {
                "post": "name", "post_number": "number", "department": "department",
                "grade": "grade", "superior": "superior", "subordinates": "subordinates",
                "dotted_superior": "dotted_superior", "headcount": "headcount",
                "deputy": "deputy", "holders": "holders",
            },
            ("the post", "岗位基本信息"),
        ),
        Facted(
            "qualifications",
            "s_qualifications",
            {
                key: key for key in
                ("education", "experience", "skills", "languages", "certificates", "traits")
            },
            ("what a holder must bring", "任职资格"),
        ),
        Facted(
            "conditions",
            "s_conditions",
            {key: key for key in ("location", "hours", "travel", "environment", "equipment")},
            ("where and how the work is done", "工作条件"),
        ),
        Facted(
            "career",
            "s_career",
            {"career_from": "before", "career_to": "after", "development": "programs"},
            ("posts before and after this one, programs", "职业发展：来自、去向、培养项目"),
        ),
    ),
    texts=(Told("purpose", "s_purpose", ("why the post exists", "岗位目的")),),
    lists=(
        Listed(
            "workflows",
            "s_workflows",
            {"step": "step", "part": "letters", "limit": "limit", "output": "outputs[]"},
            ("steps in which the post takes part", "参与的流程步骤"),
            group="workflow",
        ),
        Listed(
            "authorities",
            "s_authorities",
            {"authority": "name", "extent": "extent[]"},
            ("what the post may decide", "岗位权限"),
        ),
        Listed(
            "relations",
            "s_relations",
            {"counterpart": "counterpart", "matter": "matters[]"},
            ("whom the post works with", "工作关系"),
            group="direction",
        ),
        Listed(
            "kpis",
            "s_kpis",
            {
                "kpi": "name|note", "kpi_weight": "weight", "target": "target",
                "formula": "formula", "source": "source", "period": "period",
                "assessor": "assessor",
            },
            ("what holders are measured by", "考核指标"),
        ),
        Listed(
            "terms",
            "s_terms",
            {"term": "term", "definition": "definition"},
            ("terms that the duties use", "术语"),
        ),
    ),
    made={
        "superior": ((), ("same as `post.superior`", "同 `post.superior`")),
        "duties": (
            (
                "number", "name", "priority", "letters", "share", "frequency", "description",
                "tasks[]", "deliverables[]", "measures[]", "coordination[]", "lines[]", "x",
            ),
            (
                "the duties that the post does, then those of others that it answers for",
                "该岗位承担的职责，之后为仅负责的职责",
            ),
        ),
        "scenarios": (
            ("name", "situation", "actions", "coordination", "result"),
            ("typical cases of the work", "典型场景"),
        ),
    },
)  # fmt: skip

RACI = Shape(
    made={
        "parties": (("name", "department"), ("the columns", "矩阵各列的角色")),
        "letters": (("sign", "name"), ("the letters in force", "所用字母")),
        "activities": (
            ("name", "group", "letters[]"),
            (
                "the rows; `letters` has one text a party, in the order of `parties`",
                "矩阵各行；`letters` 与 `parties` 顺序一致，每个角色一项",
            ),
        ),
    }
)

SHAPES: Mapping[str, Shape] = MappingProxyType(
    {
        "job-descriptions": JOB,
        "departments": CHARTER,
        "workflows": WORKFLOW,
        "agreements": AGREEMENT,
        "raci": RACI,
        "headcount": HEADCOUNT,
        "kpis": APPRAISAL,
        "authorities": AUTHORITIES,
        "risks": RISKS,
        "meetings": MEETINGS,
        "glossary": GLOSSARY,
    }
)
"""Kind of document -> its data; kinds that are not here have what is common to all."""
