"""Writing one team: posts, holders, duties, artifacts, figures, a workflow, and its handoff."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

import forms
from units import Sheets, say, write_department, write_person
from words import GRADES, LEVELS, RESULTS, VERBS, Craft, Word

if TYPE_CHECKING:
    from generate import Unit

_CADENCES = ("daily", "weekly", "每周", "every 2 weeks", "monthly", "每月3次")
_SPAN = 14


class Post(NamedTuple):
    """A post below the head of a team, with its names."""

    id: str
    zh: str
    en: str


class Duty(NamedTuple):
    """One duty of a team: a verb on an object, done by one post."""

    id: str
    verb: Word
    object: Word
    post: Post
    accountable: str
    result: str
    effort: int


def posts(team: Unit) -> list[Post]:
    """The posts below the head: each kind of post on each level, the lead last."""
    lead, *levels = LEVELS
    kinds = craft(team).posts
    every = [(kind, level) for level in levels for kind in kinds] + [(kinds[0], lead)]
    return [
        Post(f"{team.id}-{kind.id}-{level.id}", level.zh + kind.zh, f"{level.en} {kind.en}")
        for kind, level in every[: team.posts - 1]
    ]


def craft(team: Unit) -> Craft:
    """What the team does."""
    if team.craft is None:
        raise ValueError(f"{team.id} is no team")
    return team.craft


def superior(team: Unit) -> str:
    """The head of the unit above."""
    if team.parent is None:
        raise ValueError(f"{team.id} stands above all")
    return team.parent.head


def duties(team: Unit) -> list[Duty]:
    """Two duties a post: each object goes through four hands."""
    staff = posts(team)
    todo = []
    for place in range(2 * len(staff)):
        thing, verb, post = (
            craft(team).objects[place // 4],
            VERBS[place % 4],
            staff[place % len(staff)],
        )
        todo.append(
            Duty(
                id=f"{team.id}-{verb.id}-{thing.id}",
                verb=verb,
                object=thing,
                post=post,
                accountable=post.id if verb.id == "record" else team.head,
                result=f"{team.id}-{thing.id}{RESULTS[verb.id].id}",
                effort=60 if place < len(staff) else 40,
            )
        )
    return todo


def write_team(team: Unit, following: Unit, sheets: Sheets, luck: random.Random) -> None:
    """Write a team; its workflow ends in the following team of the same unit."""
    todo = duties(team)
    _write_department(team, todo, sheets)
    _write_posts(team, todo, sheets, luck)
    cadence = ""
    for place, duty in enumerate(todo):
        cadence = luck.choice(_CADENCES) if place % 4 == 0 else cadence
        _write_duty(team, following, todo, place, cadence, sheets)
        _write_result(team, duty, sheets)
    _write_workflow(team, following, todo, sheets)
    _write_rules(team, following, todo, sheets)


def _write_department(team: Unit, todo: list[Duty], sheets: Sheets) -> None:
    """Write the unit, its functions, and the figure that it is measured by."""
    write_department(team, "按时保质完成本单位工作", "Gets its work done well and in time", sheets)
    functions = "".join(
        f"      {duty.object.id}: {{name: {say(team, duty.object.zh + '管理', duty.object.en)}, "
        "serves: [growth]}\n"
        for duty in todo[:12:4]
    )
    sheets.add("departments", f"    functions:\n{functions}    kpis: [{team.id}-output]\n")
    _write_kpi(team, f"{team.id}-output", "按期完成率", "Completion Rate", superior(team), sheets)


def _write_kpi(
    team: Unit, identifier: str, zh: str, en: str, assessor: str, sheets: Sheets
) -> None:
    """Write a figure that the head keeps."""
    name = say(team, team.name.zh + zh, f"{team.name.en} {en}")
    form = forms.KPI.substitute(id=identifier, name=name, owner=team.head, assessor=assessor)
    sheets.add("kpis", form)


def _write_posts(team: Unit, todo: list[Duty], sheets: Sheets, luck: random.Random) -> None:
    """Write the head and all posts below, with their holders and figures."""
    staff = posts(team)
    name = craft(team).name
    _write_post(
        team,
        Post(team.head, f"{name.zh}经理", f"{name.en} Manager"),
        sheets,
        superior=superior(team),
        heads=1,
        grade=GRADES[-1 - team.depth],
        purpose=say(team, "带领团员完成目标", "Leads its people to their goals"),
        deputy=staff[-1].id,
        years=5,
    )
    sheets.add("roles", f"    kpis: [{{kpi: {team.id}-output, weight: 100%}}]\n")
    spare = _SPAN - len(staff)
    for place, post in enumerate(staff):
        duty = todo[place]
        heads = luck.choice((1, 1, 1, 2)) if spare > 0 else 1
        spare -= heads - 1
        task = duty.object
        _write_post(
            team,
            post,
            sheets,
            superior=team.head,
            heads=heads,
            grade=f"P{1 + place % 3}-P{3 + place % 3}",
            purpose=say(team, f"承担{task.zh}相关工作", f"Takes care of {task.en.lower()}"),
            deputy=staff[(place + 2) % len(staff)].id,
            years=2,
        )
        own = f"{duty.id}-rate"
        shared = f"{{kpi: {team.id}-output, weight: 40%}}"
        sheets.add("roles", f"    kpis: [{{kpi: {own}, weight: 60%}}, {shared}]\n")
        zh, en = f"{duty.verb.zh}{task.zh}及时率", f"{duty.verb.en} {task.en} Rate"
        _write_kpi(team, own, zh, en, team.head, sheets)


def _write_post(team: Unit, post: Post, sheets: Sheets, *, heads: int, **fields: object) -> None:
    """Write a post with so many holders."""
    name = say(team, post.zh, post.en)
    form = forms.ROLE.substitute(id=post.id, name=name, department=team.id, heads=heads, **fields)
    sheets.add("roles", form)
    for number in range(heads):
        write_person(team, post.id, number, sheets)


def _write_duty(
    team: Unit, following: Unit, todo: list[Duty], place: int, cadence: str, sheets: Sheets
) -> None:
    """Write one duty: who, how often, from what, with whom."""
    duty, staff = todo[place], posts(team)
    main = place < len(staff)
    letters = f"A: {duty.accountable}, R: {duty.post.id}"
    if duty.accountable == duty.post.id:
        letters = f"A/R: {duty.post.id}"
    if duty.verb.id == "prepare":
        letters += f", C: [{following.head}]"
    if duty.verb.id != "hold":
        letters += f", I: [{staff[(place + 3) % len(staff)].id}]"
    tasks = (
        f"{say(team, '收集资料', 'Collect the papers')}, {say(team, '逐项完成', 'Do each item')}"
    )
    sheets.add(
        "duties",
        forms.DUTY.substitute(
            id=duty.id,
            name=say(team, duty.verb.zh + duty.object.zh, f"{duty.verb.en} {duty.object.en}"),
            priority="primary" if main else "routine",
            letters=letters,
            frequency=cadence,
            tasks=tasks,
            deliverable=duty.result,
        )
        + f"    object: {team.id}-{duty.object.id}\n    action: {duty.verb.id}\n"
        + f"    effort: {duty.effort}%\n    systems: [erp]\n",
    )
    if place % 4:
        sheets.add("duties", f"    inputs: [{todo[place - 1].result}]\n")
    elif place < 12:
        sheets.add("duties", f"    fulfils: [{team.id}/{duty.object.id}]\n")
    if main:
        sheets.add("duties", f"    kpis: [{duty.id}-rate]\n")
    if main and place ^ 1 < len(staff):
        about = say(team, "进度与疑问", "Progress and questions")
        mate = staff[place ^ 1].id
        sheets.add("duties", f"    coordination: [{{with: {mate}, about: {about}}}]\n")
    if place == 0:
        sheets.add("duties", f"    authorities: [{team.id}-spend]\n")


def _write_result(team: Unit, duty: Duty, sheets: Sheets) -> None:
    """Write the artifact that comes of a duty."""
    kind = RESULTS[duty.verb.id]
    zh = f"{team.name.zh}{duty.object.zh}{kind.zh}"
    en = f"{team.name.en} {duty.object.en} {kind.en}".rstrip()
    sheets.add("artifacts", forms.ARTIFACT.substitute(id=duty.result, name=say(team, zh, en)))


def _write_workflow(team: Unit, following: Unit, todo: list[Duty], sheets: Sheets) -> None:
    """Write the way of the first object: made, checked, approved, recorded, handed on."""
    prepare, check, record = todo[:3]
    thing = prepare.object
    sheets.add(
        "workflows",
        forms.WORKFLOW.substitute(
            team=team.id,
            name=say(team, f"{team.name.zh}{thing.zh}流程", f"{team.name.en} {thing.en} Flow"),
            head=team.head,
            superior=superior(team),
            trigger=say(team, "收到需求", "A request comes in"),
            prepare=say(team, "编制", "Prepare"),
            prepare_duty=prepare.id,
            check=say(team, "审核", "Check"),
            check_duty=check.id,
            small=say(team, "金额 <= 50000", "amount <= 50000"),
            large=say(team, "金额 > 50000", "amount > 50000"),
            approve=say(team, "审批", "Approve"),
            approve_large=say(team, "上级审批", "Approve large ones"),
            object=prepare.result,
            accepted=say(team, "同意", "accepted"),
            returned=say(team, "退回", "sent back"),
            record=say(team, "登记", "Record"),
            record_duty=record.id,
            take_over=say(team, "接手", "Take over"),
            receiver=following.head,
            taker=posts(following)[0].id,
            handed=record.result,
        ),
    )


def _write_rules(team: Unit, following: Unit, todo: list[Duty], sheets: Sheets) -> None:
    """Write the team's limits, what it hands on, and what no one may do alone."""
    above = superior(team)
    name = say(team, f"{team.name.zh}支出审批", f"{team.name.en} Spending")
    sheets.add(
        "authorities",
        forms.AUTHORITY.substitute(team=team.id, name=name, head=team.head, superior=above),
    )
    sheets.add(
        "handoffs",
        forms.HANDOFF.substitute(
            team=team.id,
            other=following.id,
            handed=todo[2].result,
            trigger=say(team, "登记完成", "It is recorded"),
            acceptance=say(team, "内容完整", "It is complete"),
            superior=above,
        ),
    )
    if len(posts(team)) >= 5:
        name = say(team, f"{team.name.zh}编审分离", f"{team.name.en} Making and Checking")
        form = forms.SEPARATION.substitute(
            team=team.id, name=name, make=todo[0].id, check=todo[1].id
        )
        sheets.add("separations", form)
